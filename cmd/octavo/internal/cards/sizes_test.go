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
)

// TestFewSizes: a deck has few sizes, none larger than fits, and a part of it has those of the whole.
func TestFewSizes(t *testing.T) {
	cfg, bk, fonts := booktest.Open(t, "../../../..")
	sizes := func(cards []impose.Card) map[string]page.Length {
		out := map[string]page.Length{}
		for _, c := range cards {
			for _, it := range c.Front.Items {
				if x, ok := it.(*page.Text); ok {
					out[c.ID] = max(out[c.ID], x.Size)
				}
			}
		}
		return out
	}
	all, _ := Faces(cfg, bk, fonts, nil, bk.Entries())
	whole := sizes(all)
	var used []page.Length
	for _, s := range whole {
		if !slices.Contains(used, s) {
			used = append(used, s)
		}
	}
	if n := cfg.CardStyle.Card.Steps; len(used) > n || len(used) < 2 {
		t.Errorf("%d sizes, want 2 to %d", len(used), n)
	}
	some := []*book.Entry{bk.Entries()[30], bk.Entries()[7]}
	cards, _ := Faces(cfg, bk, fonts, nil, some)
	if len(cards) != 2 || cards[0].ID != some[0].ID || cards[0].Front.Label != "31" {
		t.Fatalf("%d cards, the first %s, number %s", len(cards), cards[0].ID, cards[0].Front.Label)
	}
	for id, s := range sizes(cards) {
		if whole[id] != s {
			t.Errorf("%s is set in %s alone and in %s in its deck", id, s, whole[id])
		}
	}
}

// sizedDeck returns the cards of entries, with their sizes.
func sizedDeck(f *faceSetter, entries []*book.Entry) (deck []*card) {
	for _, e := range entries {
		c := &card{entry: e}
		f.measure(c)
		deck = append(deck, c)
	}
	f.harmonise(deck)
	return deck
}

// descending asks that of cards with as many lines of their author's a longer one is never larger than a shorter one.
func descending(t *testing.T, what string, deck []*card) {
	t.Helper()
	deck = slices.Clone(deck)
	slices.SortFunc(deck, func(a, b *card) int { return a.maxim.Length() - b.maxim.Length() })
	least := map[int]*card{}
	for _, c := range deck {
		breaks := c.maxim.Breaks()
		if s := least[breaks]; s != nil && c.size > s.size {
			t.Errorf("%s: %q at %s is larger than the shorter %q at %s", what, c.entry.Card, c.size, s.entry.Card, s.size)
		}
		if s := least[breaks]; s == nil || c.size < s.size {
			least[breaks] = c
		}
	}
}

// TestSizesDescend sets decks of random maxims and the shipped one on cards of many sizes: the longer a maxim, the smaller it is; the
// sizes are few; every maxim stands in its room; and large cards are not emptier than small ones.
func TestSizesDescend(t *testing.T) {
	cfg, bk, fonts := booktest.Open(t, "../../../..")
	shipped := bk.Entries()
	words := strings.Fields("a the of to and who that in is it we you they lend door hour listen price silence letter question " +
		"promise answer patience neighbour ledger tomorrow morning")
	rng := rand.New(rand.NewPCG(11, 12))
	var random []*book.Entry
	for i := range 250 {
		var text []string
		for range 2 + rng.IntN(16) {
			text = append(text, words[rng.IntN(len(words))])
		}
		random = append(random, &book.Entry{ID: fmt.Sprint("random-", i), Card: strings.Join(text, " ") + "."})
	}
	for name := range cardTrims {
		trimmed(cfg, name)
		f := newFacer(cfg, bk, fonts)
		room, _, _ := f.room()
		for what, entries := range map[string][]*book.Entry{"shipped": shipped, "random": random} {
			deck := sizedDeck(f, entries)
			var sizes []page.Length
			var fill []page.Length
			for _, c := range deck {
				if len(c.found) > 0 {
					t.Errorf("%s on %s: %s", what, name, c.found[0].Message)
				}
				lines := c.maxim.Set(room, c.size)
				height := c.maxim.Height(len(lines), room, c.size)
				if height > room.Height {
					t.Errorf("%s on %s: %q is %s high, and the room %s", what, name, c.entry.Card, height, room.Height)
				}
				fill = append(fill, height*100/room.Height)
				sizes = append(sizes, c.size)
			}
			descending(t, what+" on "+name, deck)
			slices.Sort(sizes)
			if n := len(slices.Compact(sizes)); n > cfg.CardStyle.Card.Steps || n < 3 {
				t.Errorf("%s on %s: %d sizes", what, name, n)
			}
			slices.Sort(fill)
			if median := fill[len(fill)/2]; median < 28 || median > 60 {
				t.Errorf("%s on %s: the maxims take %d %% of their room's height", what, name, median)
			}
		}
	}
}

// TestVerseApart: lines that the author ended are compared with others like them only, and kept.
func TestVerseApart(t *testing.T) {
	cfg, bk, fonts := booktest.Open(t, "../../../..")
	f := newFacer(cfg, bk, fonts)
	verse := func(lines ...string) *book.Entry {
		e := &book.Entry{ID: lines[0]}
		for i, line := range lines {
			if i > 0 {
				e.Maxim = append(e.Maxim, &book.LineBreak{})
			}
			e.Maxim = append(e.Maxim, &book.Text{Value: line})
		}
		return e
	}
	deck := sizedDeck(f, []*book.Entry{verse("Ask."), verse("Ask twice before you answer once, and write down what they said."),
		verse("Who asks, leads;", "who listens, learns;", "who writes, remembers."), verse("Ask", "and", "wait.")})
	descending(t, "verse", deck)
	room, _, _ := f.room()
	if n := len(deck[2].maxim.Set(room, deck[2].size)); n != 3 {
		t.Errorf("three lines became %d", n)
	}
	if deck[3].size <= deck[2].size {
		t.Errorf("three short lines have %s, three long ones %s", deck[3].size, deck[2].size)
	}
}

// TestLongWordApart: a word that no size but a small one holds does not make all longer maxims as small.
func TestLongWordApart(t *testing.T) {
	cfg, bk, fonts := booktest.Open(t, "../../../..")
	trimmed(cfg, "mini")
	f := newFacer(cfg, bk, fonts)
	plain := sizedDeck(f, bk.Entries())
	word := &book.Entry{ID: "long", Card: "Counterrevolutionarily."}
	all := sizedDeck(f, append([]*book.Entry{word}, bk.Entries()...))
	shrunk := 0
	for i, c := range plain {
		if all[i+1].size*100 < c.size*90 {
			shrunk++
		}
	}
	if shrunk*10 > len(plain) { // its size is one of the few, which moves the others
		t.Errorf("%d of %d shrink", shrunk, len(plain))
	}
	room, _, _ := f.room()
	lines := all[0].maxim.Set(room, all[0].size)
	if small := all[0].size*100 < plain[0].size*60; len(lines) != 1 && len(lines) != 2 || small {
		t.Errorf("the word stands in %d lines at %s", len(lines), all[0].size)
	}
}
