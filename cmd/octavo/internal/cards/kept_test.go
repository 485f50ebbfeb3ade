package cards

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/impose"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pagemap"
)

// TestKept changes entries of a deck at random: what is set with a Kept is what is set without one, and cards that have not changed
// are the same pages.
func TestKept(t *testing.T) {
	cfg, bk, fonts := booktest.Open(t, booktest.Kitchen)
	cfg.Deck.Folio = true
	r := rand.New(rand.NewPCG(3, 5))
	var all []*book.Entry
	for i := range 40 {
		e := *bk.Entries()[0]
		e.ID, e.Pos.Offset = fmt.Sprintf("e%d", i), i
		e.Maxim = []book.Inline{&book.Text{Pos: e.Pos, Value: fmt.Sprintf("Maxim number %d says what is true of %s.", i, strings.Repeat("all things ", i%7))}}
		e.Gloss = []book.Block{&book.Paragraph{Pos: e.Pos, Text: []book.Inline{&book.Text{Pos: e.Pos, Value: "As it is said in "},
			&book.Link{Pos: e.Pos, Target: fmt.Sprintf("e%d", (i*7)%40)}, &book.Text{Pos: e.Pos, Value: ", and so on to the end."}}}}
		all = append(all, &e)
	}
	state := func() (*book.Book, *pagemap.Map) {
		ch := *bk.Chapters()[0]
		ch.Blocks = nil
		pages := &pagemap.Map{}
		for i, e := range all {
			ch.Blocks = append(ch.Blocks, e)
			pages.Pages = append(pages.Pages, pagemap.Page{Label: fmt.Sprint(i/3 + 1), Anchors: []string{e.ID}})
		}
		return &book.Book{Parts: []*book.Part{{Chapters: []*book.Chapter{&ch}}}}, pages
	}
	told := func(d *Deck, found error) string {
		var b strings.Builder
		for _, c := range d.Cards {
			page.Dump(&b, []*page.Page{c.Front, c.Back})
		}
		return fmt.Sprint(b.String(), d.made.sizes, found)
	}
	var k Kept
	var before *Deck
	kept := 0
	for i := range 25 {
		at := r.IntN(len(all))
		e := *all[at]
		switch r.IntN(4) {
		case 0:
			e.Maxim = []book.Inline{&book.Text{Pos: e.Pos, Value: fmt.Sprintf("Other words, the %dth.", i)}}
		case 1:
			e.Kind, e.Themes = []string{"meme", "metaphor"}[r.IntN(2)], []string{"trial", "error"}[r.IntN(2):][:1]
		case 2:
			e.Gloss = slices.Clone(all[r.IntN(len(all))].Gloss)
		case 3:
			all = slices.Insert(all, len(all)-2, &book.Entry{Pos: e.Pos, ID: fmt.Sprintf("new%d", i), Kind: e.Kind, Maxim: e.Maxim, Gloss: e.Gloss, Themes: e.Themes})
		}
		all[at] = &e
		bk, pages := state()
		deck, found := k.NewDeck(cfg, bk, fonts, pages, bk.Entries())
		cold, coldFound := NewDeck(cfg, bk, fonts, pages, bk.Entries())
		if deck == nil || cold == nil {
			t.Fatal(found.Err(), coldFound.Err())
		}
		if got, want := told(deck, found.Err()), told(cold, coldFound.Err()); got != want || len(found) != len(coldFound) {
			t.Fatalf("deck %d is set otherwise than without what was kept", i)
		}
		if before != nil {
			for _, c := range deck.Cards {
				if slices.ContainsFunc(before.Cards, func(b impose.Card) bool { return b.Front == c.Front && b.Back == c.Back }) {
					kept++
				}
			}
		}
		before = deck
	}
	if kept < 24*20 {
		t.Errorf("%d cards were kept in 24 decks of 40", kept)
	}
}
