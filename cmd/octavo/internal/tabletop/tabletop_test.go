package tabletop

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"
)

// theirs are the limits of Tabletop Simulator.
var theirs = Limits{Columns: 10, Rows: 7, Side: 4096}

// poker is the size of a poker card in inches.
const pokerWidth, pokerHeight = 2.5, 3.5

func TestDivide(t *testing.T) {
	for _, c := range []struct {
		cards int
		want  string
	}{
		{1, "1 on 1x1; 750 x 1050"},
		{2, "2 on 2x2; 750 x 1050"},
		{3, "3 on 2x2; 750 x 1050"},
		{4, "4 on 2x3; 750 x 1050"},
		{68, "68 on 10x7; 409 x 573"},
		{69, "69 on 10x7; 409 x 573"},
		{70, "35 on 8x5 and 35 on 8x5; 512 x 717"},
		{71, "36 on 8x5 and 35 on 8x5; 512 x 717"},
		{139, "47 on 8x6 and 46 on 8x6 and 46 on 8x6; 487 x 682"},
	} {
		grids, size := Divide(c.cards, pokerWidth, pokerHeight, 300, theirs)
		var parts []string
		for _, g := range grids {
			parts = append(parts, fmt.Sprintf("%d on %dx%d", g.Cards, g.Columns, g.Rows))
		}
		if got := fmt.Sprintf("%s; %d x %d", strings.Join(parts, " and "), size.W, size.H); got != c.want {
			t.Errorf("%d cards: %s, want %s", c.cards, got, c.want)
		}
	}
}

// TestDivideHolds divides decks of all sizes and shapes: every card stands on one grid, and no picture is too large.
func TestDivideHolds(t *testing.T) {
	for _, l := range []Limits{theirs, {2, 2, 256}, {10, 7, 8192}, {5, 3, 1000}} {
		for n := 1; n <= 300; n++ {
			for _, card := range [][2]float64{{2.5, 3.5}, {3.5, 2}, {2.75, 4.75}, {1, 1}} {
				grids, size := Divide(n, card[0], card[1], 300, l)
				next := 0
				for _, g := range grids {
					room := g.Columns * g.Rows
					if g.Hidden {
						room--
					}
					if g.First != next || g.Cards < 1 || g.Cards > room || g.Columns > l.Columns || g.Rows > l.Rows {
						t.Fatalf("%d cards, %+v: grid %+v", n, l, g)
					}
					if g.Columns*size.W > l.Side || g.Rows*size.H > l.Side || size.W < 1 || size.H < 1 {
						t.Fatalf("%d cards, %+v: cards of %+v on %+v", n, l, size, g)
					}
					next += g.Cards
				}
				if next != n {
					t.Fatalf("%d cards, %+v: %d on grids", n, l, next)
				}
			}
		}
	}
}

// deckOf returns a deck of n cards, each with so many copies.
func deckOf(n, copies int) *Deck {
	grids, size := Divide(n, pokerWidth, pokerHeight, 300, theirs)
	d := &Deck{Title: "A <Book> & more", Author: "Ada Quill", Grids: grids, Size: size}
	for i := range n {
		d.Cards = append(d.Cards, Card{ID: fmt.Sprintf("card-%d", i), Title: fmt.Sprintf("Say “%d”.", i), Text: "Then stop.", Tags: []string{"Calls"}, Copies: copies})
	}
	for i := range grids {
		d.Fronts, d.Backs = append(d.Fronts, fmt.Sprintf("fronts-%d.png", i+1)), append(d.Backs, fmt.Sprintf("backs-%d.png", i+1))
	}
	return d
}

// loaded is what Tabletop Simulator reads of a card or a deck.
type loaded struct {
	GUID, Name, Nickname, Description string
	Tags                              []string
	CardID                            int
	DeckIDs                           []int
	CustomDeck                        map[string]struct {
		FaceURL, BackURL         string
		NumWidth, NumHeight      int
		BackIsHidden, UniqueBack bool
	}
	ContainedObjects []loaded
}

// load reads a saved object as the program does.
func load(t *testing.T, data []byte) loaded {
	t.Helper()
	var s struct{ ObjectStates []loaded }
	if err := json.Unmarshal(data, &s); err != nil || len(s.ObjectStates) != 1 {
		t.Fatalf("%d objects, %v", len(s.ObjectStates), err)
	}
	return s.ObjectStates[0]
}

func TestSavedObject(t *testing.T) {
	for _, c := range []struct{ cards, copies int }{{2, 1}, {69, 1}, {70, 1}, {71, 2}, {1, 3}} {
		d := deckOf(c.cards, c.copies)
		data, err := SavedObject(d)
		if err != nil {
			t.Fatal(err)
		}
		top := load(t, data)
		if top.Name != "DeckCustom" || top.Nickname != d.Title || len(top.DeckIDs) != c.cards*c.copies ||
			len(top.ContainedObjects) != len(top.DeckIDs) || len(top.CustomDeck) != len(d.Grids) {
			t.Errorf("%+v: %s %q with %d cards of %d grids", c, top.Name, top.Nickname, len(top.DeckIDs), len(top.CustomDeck))
		}
		seen := map[string]bool{top.GUID: true}
		for i, card := range top.ContainedObjects {
			if card.CardID != top.DeckIDs[i] || card.Name != "Card" {
				t.Errorf("%+v: card %d is %s %d, and %d in the deck", c, i, card.Name, card.CardID, top.DeckIDs[i])
			}
			own, ok := card.CustomDeck[fmt.Sprint(card.CardID/100)]
			if !ok || len(card.CustomDeck) != 1 || card.CardID%100 >= own.NumWidth*own.NumHeight || !own.UniqueBack {
				t.Errorf("%+v: card %d has the grids %+v", c, card.CardID, card.CustomDeck)
			}
			if want := d.Cards[i/c.copies]; card.Nickname != want.Title || card.Description != want.Text || card.Tags[0] != "Calls" {
				t.Errorf("%+v: card %d says %q, %q, %q", c, i, card.Nickname, card.Description, card.Tags)
			}
			if seen[card.GUID] || !regexp.MustCompile(`^[0-9a-f]{6}$`).MatchString(card.GUID) {
				t.Errorf("%+v: card %d has the GUID %q", c, i, card.GUID)
			}
			seen[card.GUID] = true
		}
		if again, _ := SavedObject(deckOf(c.cards, c.copies)); !bytes.Equal(data, again) {
			t.Errorf("%+v: the file differs from run to run", c)
		}
	}
}

func TestSavedObjectOfOneCard(t *testing.T) {
	data, err := SavedObject(deckOf(1, 1))
	if err != nil {
		t.Fatal(err)
	}
	card := load(t, data)
	if g := card.CustomDeck["1"]; card.Name != "Card" || card.CardID != 100 || len(card.ContainedObjects) > 0 || g.NumWidth != 1 || g.NumHeight != 1 || !g.BackIsHidden {
		t.Errorf("one card is %+v", card)
	}
	if strings.Contains(string(data), "DeckIDs") {
		t.Error("one card has the ids of a deck")
	}
}

func TestListing(t *testing.T) {
	data, err := Listing(deckOf(71, 1))
	if err != nil {
		t.Fatal(err)
	}
	var l listing
	if err := json.Unmarshal(data, &l); err != nil {
		t.Fatal(err)
	}
	if c := l.Cards[36]; len(l.Cards) != 71 || len(l.Sheets) != 2 || c.Sheet != 1 || c.Cell != 0 || c.ID != "card-36" || l.Sheets[1].Hidden != 39 {
		t.Errorf("%d cards on %+v, the 37th is %+v", len(l.Cards), l.Sheets, c)
	}
}

func TestDeckThatDoesNotFit(t *testing.T) {
	d := deckOf(5, 1)
	d.Cards = d.Cards[:4]
	if _, err := SavedObject(d); err == nil {
		t.Error("a deck whose grids hold other cards is written")
	}
	if _, err := Listing(d); err == nil {
		t.Error("a deck whose grids hold other cards is listed")
	}
}
