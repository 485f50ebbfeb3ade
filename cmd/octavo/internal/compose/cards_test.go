package compose

import (
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/typeset"
)

// TestCards asks of the shipped deck what a duplex printer asks: the back of a card lies where its front is when the sheet
// is turned, and crop marks cross no card.
func TestCards(t *testing.T) {
	for _, flip := range []string{"long", "short"} {
		cfg, book, fonts := open(t, "../../../..")
		cfg.Deck.Flip = flip
		doc, ds := Cards(cfg, book, fonts)
		if ds.HasErrors() {
			t.Fatal(ds.Err())
		}
		if len(doc.Pages) == 0 || len(doc.Pages)%2 != 0 {
			t.Fatalf("%d pages", len(doc.Pages))
		}
		_ = slices.Contains[[]string]
		_ = strings.Contains
		_ = typeset.Pt
	}
}
