// Package cards sets the faces of the deck: for each entry a front with its maxim and a back with the beginning of its gloss.
//
// [Choose] selects entries and puts them in order, [Lay] computes how cards lie on a sheet, and [NewDeck] sets them. The methods of
// a [Deck] return its documents: [Deck.Sheets] to print, [Deck.Singles] for a print service, [Deck.Contact] and [Deck.Proof] to look
// at. Package impose puts the faces on the sheets.
package cards

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/impose"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pagemap"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// Deck is the cards of a book, set: on sheets, or each for itself.
type Deck struct {
	Cards []impose.Card // each once, in their order: the title's and the index's first where the deck has them
	Grid  impose.Grid   // how they lie on a sheet, for Sheets: what Lay gives
	File  string        // the name of its file without the ending, by which instructions name the files beside it

	cfg    *config.Config
	letter impose.Letterer
	fonts  *textstyle.Fonts
	blank  impose.Card
	made   source
	art    artwork
}

// NewDeck sets the cards of entries, in their order; see Choose. Fonts are those of cfg.CardStyle; pages may be nil, then no
// card names a page of the book. The Deck is nil where the list has errors, or where there are no entries.
func NewDeck(cfg *config.Config, bk *book.Book, fonts *textstyle.Fonts, pages *pagemap.Map, entries []*book.Entry) (*Deck, diag.List) {
	return new(Kept).NewDeck(cfg, bk, fonts, pages, entries)
}

// Preview returns what NewDeck returns, to be looked at while the book is being written: where cards have errors, the deck is there all
// the same. A text that does not fit stands on its card in the smallest size.
func Preview(cfg *config.Config, bk *book.Book, fonts *textstyle.Fonts, pages *pagemap.Map, entries []*book.Entry) (*Deck, diag.List) {
	return new(Kept).Preview(cfg, bk, fonts, pages, entries)
}

// purpose is what a deck is set for.
type purpose bool

const (
	toPrint  purpose = false // errors end the setting
	toLookAt purpose = true  // the deck is set as far as it can be
)

func (k *Kept) setDeck(cfg *config.Config, bk *book.Book, fonts *textstyle.Fonts, pages *pagemap.Map, entries []*book.Entry, to purpose) (*Deck, diag.List) {
	if len(entries) == 0 {
		return nil, nil
	}
	if !cfg.Deck.Folio {
		pages = nil
	}
	art, found := newArtwork(cfg, bk, fonts)
	set, more := k.setFaces(cfg, bk, fonts, pages, entries)
	if found = append(found, more...); found.HasErrors() && to == toPrint {
		return nil, found
	}
	faces := facesOf(set)
	d := &Deck{File: cfg.Book.Slug + "-cards", cfg: cfg, fonts: fonts, letter: letterer(fonts), made: source{book: bk, pages: pages, sizes: map[*book.Entry]page.Length{},
		entries: slices.DeleteFunc(slices.Clone(entries), func(e *book.Entry) bool { return !HasCard(e) })}}
	for _, c := range set {
		d.made.sizes[c.entry] = c.size
	}
	held := func(c impose.Card, key, do string) impose.Card {
		pos, end := cfg.Value(key)
		found = append(found, inspect(c, pos, end, do)...)
		return c
	}
	if cfg.Deck.Title {
		d.Cards = append(d.Cards, held(titleCard(cfg, bk, fonts, len(faces)), "book.title",
			"take a larger card, or leave this one out: title = false under [deck]"))
	}
	if cfg.Deck.Index {
		for _, c := range themeCards(cfg, bk, fonts, entries) {
			d.Cards = append(d.Cards, held(c, "themes", "take a larger card, or leave this one out: index = false under [deck]"))
		}
	}
	d.Cards = append(d.Cards, faces...)
	if cfg.Deck.Blanks {
		d.blank = held(blankCard(cfg, bk, fonts), "book.title", "take a larger card, or leave these out: blanks = false under [deck]")
	}
	if found.HasErrors() && to == toPrint {
		return nil, found
	}
	if d.art = art; len(art) > 0 || cfg.Lang.RightToLeft() {
		d.ownFaces()
	}
	art.paint(newFacer(cfg, bk, fonts), d)
	if cfg.Lang.RightToLeft() {
		d.mirror()
	}
	return d, found
}

// mirror turns the faces of a book that is written from the right, which are laid out as those of any other.
func (d *Deck) mirror() {
	for _, c := range append(d.Cards[:len(d.Cards):len(d.Cards)], d.blank) {
		for _, face := range []*page.Page{c.Front, c.Back} {
			if face != nil {
				page.Mirror(face)
			}
		}
	}
}

// job returns how the sheets are made.
func (d *Deck) job() impose.Job {
	k := &d.cfg.Deck
	j := impose.Job{Grid: d.Grid, Start: k.Start, Bleed: page.Length(k.Bleed), Corner: page.Length(k.Corner), Letter: d.letter,
		Flip: flip(k), Shift: shift(k.Shift), Words: d.cfg.Lang.Sheets}
	switch k.Sides {
	case config.OneSided:
		j.Sides = impose.OneSided
	case config.FoldOver:
		j.Sides = impose.FoldOver
	}
	if k.Stock != nil {
		return j // it is perforated
	}
	j.Registration = d.registration()
	switch k.Marks {
	case config.CropMarks:
		j.Marks = impose.CropMarks
	case config.GuillotineMark:
		j.Marks = impose.Guillotine
	case config.ScissorsMark:
		j.Marks = impose.Scissors
	}
	return j
}

func flip(d *config.Deck) impose.Flip {
	if d.Flip == config.ShortEdge {
		return impose.ShortEdge
	}
	return impose.LongEdge
}

// printing returns how sheets are printed that have these sides.
func printing(sides, flip string) page.Printing {
	switch {
	case sides != config.TwoSided:
		return page.OneSide
	case flip == config.ShortEdge:
		return page.FlipShortEdge
	}
	return page.FlipLongEdge
}

func shift(c config.Calibration) impose.Shift {
	return impose.Shift{X: page.Length(c.X), Y: page.Length(c.Y), Rotate: c.Rotate}
}

// Repeat gives the cards of entries numbers of copies of their own, by which those of the book's settings are multiplied; cards of
// entries that are not in the map keep these.
func (d *Deck) Repeat(copies map[*book.Entry]int) { d.made.copies = copies }

// Entry returns the entry of d.Cards[i]; nil for the cards that are no entry's.
func (d *Deck) Entry(i int) *book.Entry {
	if i -= len(d.Cards) - len(d.made.entries); i >= 0 {
		return d.made.entries[i]
	}
	return nil
}

// MaximSize returns the size of type of the maxim on d.Cards[i]; 0 for the cards that are no entry's.
func (d *Deck) MaximSize(i int) page.Length { return d.made.sizes[d.Entry(i)] }

// copies returns how many copies of d.Cards[i] there are to be: one of those that are no entry's.
func (d *Deck) copies(i int) int {
	e := d.Entry(i)
	if e == nil {
		return 1
	}
	own, ok := d.made.copies[e]
	if !ok {
		own = 1
	}
	return own * d.cfg.Deck.Copies
}

// Entries returns the number of cards that bear a maxim, copies counted.
func (d *Deck) Entries() (n int) {
	for i := len(d.Cards) - len(d.made.entries); i < len(d.Cards); i++ {
		n += d.copies(i)
	}
	return n
}

// printed returns the cards that are printed: as many copies of each as the book asks for, and cards to write on in what is left of
// the last sheet.
func (d *Deck) printed() (cards []impose.Card) {
	k := &d.cfg.Deck
	for i, c := range d.Cards {
		for range d.copies(i) {
			cards = append(cards, c)
		}
	}
	if d.blank.Front != nil {
		for range d.Grid.Free(len(cards), k.Start) {
			cards = append(cards, d.blank)
		}
	}
	return cards
}

// Sheets returns the deck to be printed: sheets of fronts, each followed by that of its backs. Before or after them stands a page that
// says how the cards are made, with a sheet to lay them out on where several share a pouch. Where the program of a cutting machine
// prints the fronts (see Pictures), the sheets are those of the backs alone.
func (d *Deck) Sheets() *page.Document {
	doc, _ := d.GuidedSheets()
	return doc
}

// GuidedSheets returns what Sheets returns, and where the instructions stand in it.
func (d *Deck) GuidedSheets() (*page.Document, Guide) {
	k := &d.cfg.Deck
	doc := d.document(d.cfg.Lang.Deck.Deck)
	doc.Pages, doc.Printing = impose.Sheets(d.printed(), d.job()), printing(k.Sides, k.Flip)
	if k.Cutter != nil && k.Cutter.DPI > 0 {
		doc.Pages, doc.Printing = d.withoutFronts(doc.Pages), page.OneSide
	}
	n := len(doc.Pages)
	guide, what := d.guide(1, n)
	if len(guide) == 0 {
		return doc, Guide{}
	}
	if k.Instructions != config.First {
		doc.Pages = append(doc.Pages, guide...)
		return doc, Guide{n + 1, len(doc.Pages), what}
	}
	before := len(guide)
	if doc.Printing != page.OneSide {
		before += before % 2 // so that no front is printed on the back of the instructions
	}
	guide, _ = d.guide(before+1, before+n)
	last := len(guide)
	for len(guide) < before {
		guide = append(guide, &page.Page{Width: guide[0].Width, Height: guide[0].Height})
	}
	doc.Pages = append(guide, doc.Pages...)
	return doc, Guide{1, last, what}
}

// document returns an empty document of the deck's.
func (d *Deck) document(title lang.Pattern) *page.Document { return cardDocument(d.cfg, title) }

func cardDocument(cfg *config.Config, title lang.Pattern) *page.Document {
	b := &cfg.Book
	return &page.Document{Title: title.Fill("title", b.Title), Author: strings.Join(b.Authors(), ", "), Subject: b.Subtitle, Lang: b.Language, Date: b.Date,
		Second: textstyle.SecondPlate(cfg.CardStyle)}
}

// Contact returns an overview of the deck: all cards small, with their numbers and ids.
func (d *Deck) Contact() *page.Document {
	doc := d.document(d.cfg.Lang.Deck.AtAGlance)
	doc.Pages = impose.ContactSheet(d.Cards, impose.Contact{Sheet: sizeOf(d.cfg.Deck.Sheet), Title: d.cfg.Book.Title,
		Fronts: d.cfg.Deck.Sides == config.OneSided, Letter: d.letter, Words: d.cfg.Lang.Sheets})
	return doc
}

// Proof returns one card on a sheet in its true size. An error says that there is none of that id, or that it does not fit.
func (d *Deck) Proof(id string) (*page.Document, error) {
	for _, c := range d.Cards {
		if c.ID != id {
			continue
		}
		p, err := impose.Proof(c, impose.ProofAsk{Sheet: sizeOf(d.cfg.Deck.Sheet), Corner: page.Length(d.cfg.Deck.Corner), Letter: d.letter,
			Words: d.cfg.Lang.Sheets})
		if err != nil {
			return nil, err
		}
		doc := d.document(d.cfg.Lang.Deck.Proof)
		doc.Pages, doc.Printing = []*page.Page{p}, page.OneSide
		return doc, nil
	}
	return nil, fmt.Errorf("card %q not found", id)
}

// Singles returns the deck for printers that impose sheets themselves: a page for each face, each card's back after its
// front.
func (d *Deck) Singles() *page.Document {
	doc := d.document(d.cfg.Lang.Deck.Deck)
	for _, c := range d.Cards {
		doc.Pages = append(doc.Pages, c.Back, c.Front)
	}
	return doc
}

// Outside returns the ids of the cards on which anything but a ground stands nearer to the trim than a safe area allows.
func (d *Deck) Outside(safe config.Length) (ids []string) {
	for _, c := range d.Cards {
		for _, p := range []*page.Page{c.Front, c.Back} {
			if slices.ContainsFunc(p.Items, func(it page.Item) bool { return near(p, it, page.Length(safe)) }) {
				ids = append(ids, c.ID)
				break
			}
		}
	}
	return ids
}

// Ink returns the most ink that the deck has at one place, all colours together, in percent, and the id of the first card with it.
// Nothing on a card is printed over something else but text and marks, which hide what is below.
func (d *Deck) Ink() (most int, id string) {
	see := func(c page.Color, card string) {
		if sum := int(c.C) + int(c.M) + int(c.Y) + int(c.K); sum > most {
			most, id = sum, card
		}
	}
	for _, c := range d.Cards {
		for _, p := range []*page.Page{c.Front, c.Back} {
			for _, it := range page.Placed(p.Items) {
				switch it := it.(type) {
				case *page.Text:
					see(it.Color, c.ID)
				case *page.Rule:
					see(it.Color, c.ID)
				case *page.Path:
					if it.Fill != nil {
						see(*it.Fill, c.ID)
					}
					if it.Stroke != nil {
						see(*it.Stroke, c.ID)
					}
				}
			}
		}
	}
	return most, id
}

// Calibration returns the sheet that shows how far a printer misplaces the backs, on the deck's own paper. Options are
// what the author has to type besides, with a leading space.
func Calibration(cfg *config.Config, fonts *textstyle.Fonts, options string) (*page.Document, diag.List) {
	grid, found := Lay(cfg)
	if found.HasErrors() {
		return nil, found
	}
	doc := cardDocument(cfg, cfg.Lang.Deck.Calibration)
	doc.Pages = impose.CalibrationSheet(impose.Calibration{Sheet: grid.Sheet, Flip: flip(&cfg.Deck), Shift: shift(cfg.Deck.Shift),
		Printer: cfg.Deck.Printer, Options: options, Letter: letterer(fonts), Words: cfg.Lang.Calibrate})
	doc.Printing = printing(config.TwoSided, cfg.Deck.Flip) // whatever sides the cards have
	return doc, found
}

// Correction returns by how much backs have to move, in millimetres to the right and down and in degrees clockwise, where the
// scales at the top, bottom, left and right of the calibration sheet show these numbers.
func Correction(cfg *config.Config, reading [4]float64) (x, y, rotate float64, found diag.List) {
	grid, found := Lay(cfg)
	if found.HasErrors() {
		return 0, 0, 0, found
	}
	mm := func(v float64) page.Length { return page.Length(math.Round(v * float64(page.In) / 25.4)) }
	s := impose.Readings{Top: mm(reading[0]), Bottom: mm(reading[1]), Left: mm(reading[2]), Right: mm(reading[3])}.Shift(grid.Sheet)
	return s.X.Points() * 25.4 / 72, s.Y.Points() * 25.4 / 72, float64(s.Rotate) / 1000, found
}

// letterer sets lines of plain text.
func letterer(f *textstyle.Fonts) impose.Letterer {
	return func(text string, size, x, y page.Length, align impose.Align) []page.Item {
		d := textstyle.Style{Fonts: f, Size: size, Color: page.Black, Features: font.Lining, Solid: true}
		s := d.Span(text, diag.Pos{})
		s.Offset = page.Made
		t, w := typeset.Run(s)
		switch align {
		case impose.Middle:
			x -= w / 2
		case impose.Right:
			x -= w
		}
		page.Shift(t, x, y)
		return []page.Item{t}
	}
}
