package compose

import (
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/manuscript"
	"octavo/cmd/octavo/internal/typeset"
)

// TestDeck asks of the shipped deck what a guillotine and a duplex printer ask: every text stands inside the safe part of a
// cell of the grid; the back of a card lies where its front is when the sheet is turned; crop marks cross no card.
func TestDeck(t *testing.T) {
	for sheet, s := range map[string]config.Size{
		"letter": {W: config.Length(17 * typeset.In / 2), H: config.Length(11 * typeset.In)},
		"a4":     {W: config.Length(millimetres(2100)), H: config.Length(millimetres(2970))},
	} {
		cfg, book, fonts := open(t, "../../../..")
		cfg.Deck.Sheet = s
		doc, ds := Cards(cfg, book, fonts)
		if ds.HasErrors() {
			t.Fatal(ds.Err())
		}
		d := &deck{cfg: cfg, card: size{millimetres(635), millimetres(889)}, sheet: size{typeset.Length(s.W), typeset.Length(s.H)}}
		x0, y0 := (d.sheet.w-3*d.card.w)/2, (d.sheet.h-3*d.card.h)/2
		cell := func(x, y typeset.Length) (int, int) { return int((x - x0) / d.card.w), int((y - y0) / d.card.h) }
		for i, p := range doc.Pages {
			for _, it := range p.Items {
				switch it := it.(type) {
				case *typeset.Text:
					end := it.X
					for _, g := range it.Glyphs {
						end += typeset.Length(g.Advance)
					}
					col, row := cell(it.X, it.Y)
					left, right := x0+typeset.Length(col)*d.card.w+cardSafe, x0+typeset.Length(col+1)*d.card.w-cardSafe
					top, bottom := y0+typeset.Length(row)*d.card.h+cardSafe, y0+typeset.Length(row+1)*d.card.h-cardSafe
					if it.X < left-typeset.Pt/10 || end > right+typeset.Pt || it.Y-it.Size*2/3 < top || it.Y > bottom+1 {
						t.Errorf("%s sheet %d: %q leaves the safe part of its card", sheet, i+1, it.Text)
					}
				case *typeset.Rule:
					inside := it.X+it.W > x0 && it.X < x0+3*d.card.w && it.Y+it.H > y0 && it.Y < y0+3*d.card.h
					if mark := it.Color == typeset.Black; mark && inside {
						t.Errorf("%s sheet %d: a crop mark lies on the cards", sheet, i+1)
					}
				}
			}
		}
		entries := slices.DeleteFunc(book.Entries(), func(e *manuscript.Entry) bool { return e.NoCard })
		for n, e := range entries {
			back := doc.Pages[n/9*2+1]
			col, row := 2-n%3, n%9/3
			want := string(e.Kind)
			if !slices.ContainsFunc(back.Items, func(it typeset.Item) bool {
				x, ok := it.(*typeset.Text)
				if !ok {
					return false
				}
				c, r := cell(x.X, x.Y)
				return c == col && r == row && strings.Contains(x.Text, want)
			}) {
				t.Errorf("%s: the back of card %d is not behind its front", sheet, n+1)
			}
		}
	}
}

// TestFit: the size chosen is the largest at which the text fits, and what does not fit at the smallest is an error that
// says by how much.
func TestFit(t *testing.T) {
	cfg, book, fonts := open(t, "../../../..")
	d := &deck{cfg: cfg, fonts: fonts, index: newIndex(cfg, book)}
	width, height := millimetres(525), millimetres(600)
	for _, e := range book.Entries()[:20] {
		lines, size := d.fit(e, width, height)
		if cardLeading(size)*typeset.Length(len(lines)) > height {
			t.Errorf("%s: %d lines at %s are too high", e.ID, len(lines), size)
		}
		if size < 24*typeset.Pt {
			cfg.Deck.MaximMin, cfg.Deck.MaximMax = config.Length(size+sizeStep), config.Length(size+sizeStep)
			if d.fit(e, width, height); len(d.diags) == 0 {
				t.Errorf("%s: fits at %s too, but was set at %s", e.ID, size+sizeStep, size)
			}
			cfg.Deck.MaximMin, cfg.Deck.MaximMax = config.Length(9*typeset.Pt), config.Length(24*typeset.Pt)
			d.diags = nil
		}
	}
	long := &manuscript.Entry{Card: strings.Repeat("word ", 200)}
	d.diags = nil
	d.fit(long, width, height)
	if len(d.diags) != 1 || !strings.Contains(d.diags[0].Message, "words too many") {
		t.Fatalf("got %v", d.diags)
	}
}
