package cards

import (
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/selection"
)

// A deck that has errors is not printed, and is there to be looked at.
func TestPreview(t *testing.T) {
	cfg, bk, fonts := booktest.Open(t, "../../../..")
	all, err := Choose(cfg, bk, selection.Choice{})
	if err != nil {
		t.Fatal(err)
	}
	all[1].Card, all[1].CardText = strings.Repeat("wordlessness ", 200), nil
	if d, found := NewDeck(cfg, bk, fonts, nil, all); d != nil || !found.HasErrors() {
		t.Fatalf("the deck is set, with %v", found)
	}
	d, found := Preview(cfg, bk, fonts, nil, all)
	if d == nil || !found.HasErrors() || found[0].Code != "card-overflow" {
		t.Fatalf("no deck to look at: %v", found)
	}
	d.Grid, _ = Lay(cfg)
	if len(d.Sheets().Pages) == 0 {
		t.Error("no sheets to look at")
	}
	for i, c := range d.Cards {
		e := d.Entry(i)
		if (e == nil) != (d.MaximSize(i) == 0) || e != nil && e.ID != c.ID {
			t.Errorf("card %s is that of %v, in %v", c.ID, e, d.MaximSize(i))
		}
		if e == all[1] && len(c.Front.Items) == 0 {
			t.Error("the card that has too many words is empty")
		}
	}
}
