package cards

import (
	"cmp"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pagemap"
)

// Label is what a card is and says, as plain text, for programs that list the cards of a deck.
type Label struct {
	Title  string // its front
	Text   string // its back: the first paragraph of it, and the page of the book
	Themes []string
	Copies int // of it in the deck
}

// source is what a deck was made of.
type source struct {
	book    *book.Book
	pages   *pagemap.Map                // nil: no card names a page
	entries []*book.Entry               // of the last of the cards, in their order
	sizes   map[*book.Entry]page.Length // of their maxims
	copies  map[*book.Entry]int         // of some of them; see Repeat
}

// Labels returns the labels of d.Cards, in their order.
func (d *Deck) Labels() []Label {
	f := newFacer(d.cfg, d.made.book, d.fonts)
	f.readFolios(d.made.pages)
	out := make([]Label, len(d.Cards))
	for i, c := range d.Cards {
		l := &out[i]
		switch e := d.Entry(i); {
		case e != nil:
			*l = f.label(e)
		case c.ID == titleCardID:
			l.Title, l.Text = d.cfg.Book.Title, strings.Join(d.cfg.Book.Authors(), ", ")
		default:
			l.Title = d.cfg.Lang.Deck.Themes
		}
		l.Copies = d.copies(i)
	}
	return out
}

// mostLabel is how long the text of a label may be, in bytes, where its first sentence is no longer.
const mostLabel = 280

// label returns the label of an entry's card.
func (f *faceSetter) label(e *book.Entry) (l Label) {
	l.Title = book.PlainText(e.Front())
	for _, id := range e.Themes {
		l.Themes = append(l.Themes, cmp.Or(f.themes[id], id))
	}
	for _, p := range f.said(e).passages {
		if l.Text = strings.TrimSpace(book.PlainText(p.text)); l.Text != "" {
			break
		}
	}
	if ends := f.cfg.Lang.SentenceEnds(l.Text); len(l.Text) > mostLabel && len(ends) > 0 {
		end := ends[0]
		for _, at := range ends[1:] {
			if at <= mostLabel {
				end = at
			}
		}
		l.Text = l.Text[:end]
	}
	if p := f.pageOf(e); p != "" {
		l.Text = strings.TrimSpace(l.Text + "\n" + p)
	}
	return l
}

// Hidden returns the face that stands for a card which is not seen: the picture on the backs, or else the common back of the deck.
func (d *Deck) Hidden() *page.Page {
	if pic := d.art[d.cfg.Deck.BackArt]; pic != nil {
		p := &page.Page{Width: page.Length(d.cfg.Deck.Card.W), Height: page.Length(d.cfg.Deck.Card.H), Bleed: page.Length(d.cfg.Deck.Bleed)}
		p.Items = []page.Item{fill(p, pic)}
		return p
	}
	f := newFacer(d.cfg, d.made.book, d.fonts)
	p := f.common("", f.plain)
	if d.cfg.Lang.RightToLeft() {
		page.Mirror(p)
	}
	return p
}
