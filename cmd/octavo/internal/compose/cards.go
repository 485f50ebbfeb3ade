package compose

import (
	"fmt"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/manuscript"
	"octavo/cmd/octavo/internal/typeset"
)

// What printers ask for; see FACTS on cards.
var (
	unprintable = millimetres(63) // white that every printer leaves, plus a little: 6.35 mm, less what rounding takes
	markGap     = millimetres(8)  // from the trim to the crop mark
	markLength  = millimetres(24) // no longer, so that it prints within a margin of 6.35 mm
	markWeight  = typeset.Pt / 4  // hairline
)

// sheets lays cards out on sheets.
type sheets struct {
	cfg    *config.Config
	w, h   typeset.Length // of a card
	sw, sh typeset.Length // of a sheet
	cols   int
	rows   int
	x0, y0 typeset.Length // upper left corner of the grid
}

// Cards sets the deck: sheets of fronts, each followed by the sheet of its backs, mirrored so that a duplex printer puts
// every back behind its front. A text that does not fit its card is an error at the entry.
func Cards(cfg *config.Config, book *manuscript.Book, fonts *Fonts) (*typeset.Document, diag.List) {
	deck := &cfg.Deck
	s := &sheets{cfg: cfg, w: typeset.Length(deck.Card.W), h: typeset.Length(deck.Card.H),
		sw: typeset.Length(deck.Sheet.W), sh: typeset.Length(deck.Sheet.H)}
	s.cols = max(1, int((s.sw-2*unprintable)/s.w))
	s.rows = max(1, int((s.sh-2*unprintable)/s.h))
	s.x0 = (s.sw - typeset.Length(s.cols)*s.w) / 2
	s.y0 = (s.sh - typeset.Length(s.rows)*s.h) / 2
	cards, found := Faces(cfg, book, fonts, nil, book.Entries())
	doc := &typeset.Document{Title: cfg.Book.Title + ": Cards", Author: strings.Join(cfg.Book.Authors(), ", "),
		Subject: cfg.Book.Subtitle, Lang: cfg.Book.Language, Date: cfg.Book.Date}
	for sheet := range slices.Chunk(cards, s.cols*s.rows) {
		n := len(doc.Pages)/2 + 1
		front, back := s.page(fmt.Sprintf("%d front", n)), s.page(fmt.Sprintf("%d back", n))
		back.Turned = deck.Flip == config.ShortEdge
		for i, c := range sheet {
			x := s.x0 + typeset.Length(i%s.cols)*s.w
			y := s.y0 + typeset.Length(i/s.cols)*s.h
			place(front, c.Front, x, y)
			// Turned over its long edge, a sheet shows at W-x-w what stood at x. Over the short edge the same, all of it
			// upside down, which is what Turned does.
			place(back, c.Back, s.sw-x-s.w, y)
		}
		doc.Pages = append(doc.Pages, front, back)
	}
	return doc, found
}

func place(p *typeset.Page, face *typeset.Page, x, y typeset.Length) {
	for _, it := range face.Items {
		typeset.Shift(it, x, y)
		p.Items = append(p.Items, it)
	}
}

// page is a sheet with its crop marks, which stand outside the grid of cards and so never cross one.
func (s *sheets) page(label string) *typeset.Page {
	p := &typeset.Page{Width: s.sw, Height: s.sh, Label: label}
	if s.cfg.Deck.Marks == config.None {
		return p
	}
	right := s.x0 + typeset.Length(s.cols)*s.w
	bottom := s.y0 + typeset.Length(s.rows)*s.h
	mark := func(x, y, w, h typeset.Length) {
		p.Items = append(p.Items, &typeset.Rule{X: x, Y: y, W: w, H: h, Color: typeset.Black})
	}
	for i := range s.cols + 1 {
		x := s.x0 + typeset.Length(i)*s.w - markWeight/2
		mark(x, s.y0-markGap-markLength, markWeight, markLength)
		mark(x, bottom+markGap, markWeight, markLength)
	}
	for i := range s.rows + 1 {
		y := s.y0 + typeset.Length(i)*s.h - markWeight/2
		mark(s.x0-markGap-markLength, y, markLength, markWeight)
		mark(right+markGap, y, markLength, markWeight)
	}
	return p
}
