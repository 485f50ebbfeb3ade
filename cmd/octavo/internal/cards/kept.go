package cards

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/kinds"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pagemap"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// Kept is what decks of a book have in common whose cards are set again and again: only the cards of entries that have changed are set
// anew, or that have another number, size or page. The zero Kept is empty, and a nil one keeps nothing. Several goroutines may use one; they take turns.
type Kept struct {
	mu    sync.Mutex
	cfg   *config.Config // of which the cards are
	fonts *textstyle.Fonts
	cards map[*book.Entry]*keptCard
	now   int // how many times a deck was set
}

// keptDecks is for how many decks a card is kept that none of them has.
const keptDecks = 3

// keptCard is the card of an entry as it was set last. Its faces are not modified.
type keptCard struct {
	maxim *typeset.Display
	costs []int64
	found diag.List // of the maxim
	links []string  // what links without words lead to

	from  *cardFrom // what its faces were set from; nil: they have not been set
	card  card
	asked int // the last deck that had it
}

// cardFrom is what a card's faces are set from beside its entry and the configuration.
type cardFrom struct {
	number  int
	ink     page.Color
	size    page.Length
	folio   string
	titles  string // of what its links lead to
	several kinds.Several
	signs   string
}

// NewDeck returns what [NewDeck] returns. Faces that have not changed are the same pages; whoever gets them must not modify them.
func (k *Kept) NewDeck(cfg *config.Config, bk *book.Book, fonts *textstyle.Fonts, pages *pagemap.Map, entries []*book.Entry) (*Deck, diag.List) {
	return k.setDeck(cfg, bk, fonts, pages, entries, toPrint)
}

// Preview returns what [Preview] returns; see [Kept.NewDeck].
func (k *Kept) Preview(cfg *config.Config, bk *book.Book, fonts *textstyle.Fonts, pages *pagemap.Map, entries []*book.Entry) (*Deck, diag.List) {
	return k.setDeck(cfg, bk, fonts, pages, entries, toLookAt)
}

// begin makes k ready for a deck.
func (k *Kept) begin(cfg *config.Config, fonts *textstyle.Fonts) {
	if k.cards == nil || k.cfg != cfg || k.fonts != fonts {
		k.cfg, k.fonts, k.cards = cfg, fonts, map[*book.Entry]*keptCard{}
	}
	k.now++
}

// of returns what is kept of the card of an entry.
func (k *Kept) of(e *book.Entry) *keptCard {
	c := k.cards[e]
	if c == nil {
		c = &keptCard{}
		k.cards[e] = c
	}
	c.asked = k.now
	return c
}

// sweep drops the cards that the last decks do not have.
func (k *Kept) sweep() {
	maps.DeleteFunc(k.cards, func(_ *book.Entry, c *keptCard) bool { return c.asked <= k.now-keptDecks })
}

// measure measures the maxim of a card, unless that has been done.
func (c *keptCard) measure(f *faceSetter, now *card) {
	if c.maxim == nil {
		f.measure(now)
		c.maxim, c.costs, c.found, c.links = now.maxim, now.costs, now.found, wordlessLinks(now.entry)
		return
	}
	room, _, _ := f.room()
	now.maxim, now.costs, now.size, now.found = c.maxim, c.costs, room.Least, c.found
}

// set makes both faces of a card that has its size, unless they are there.
func (c *keptCard) set(f *faceSetter, now *card) {
	from := f.from(now, c.links)
	if c.from != nil && *c.from == from {
		*now = c.card
		return
	}
	now.found = slices.Clip(now.found)
	f.set(now)
	c.from, c.card = &from, *now
}

// from returns what the faces of a card are set from.
func (f *faceSetter) from(c *card, links []string) cardFrom {
	var titles strings.Builder
	for _, id := range links {
		title, _ := f.index.Target(id)
		titles.WriteString(title + "\x00")
	}
	return cardFrom{number: c.number, ink: c.ink, size: c.size, folio: f.folios[c.entry.ID], titles: titles.String(), several: f.several,
		signs: strings.Join(f.signs[c.entry.Theme()], " ")}
}

// wordlessLinks returns the targets of the links in an entry that have no words of their own.
func wordlessLinks(e *book.Entry) (ids []string) {
	look := func(text []book.Inline) {
		book.WalkInlines(text, func(in book.Inline) {
			if l, ok := in.(*book.Link); ok && len(l.Text) == 0 && l.Target != "" {
				ids = append(ids, l.Target)
			}
		})
	}
	look(e.Maxim)
	look(e.CardText)
	for _, words := range e.BackText {
		look(words)
	}
	book.Walk(e.Gloss, func(b book.Block) { book.Runs(b, look) })
	return ids
}

// ownFaces gives the deck's cards pages of their own, which can be modified.
func (d *Deck) ownFaces() {
	own := func(p *page.Page) *page.Page {
		if p == nil {
			return nil
		}
		c := *p
		c.Items = slices.Clone(p.Items)
		return &c
	}
	for i := range d.Cards {
		c := &d.Cards[i]
		c.Front, c.Back = own(c.Front), own(c.Back)
	}
}
