package interior

import (
	"fmt"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/page"
)

// textOn returns the runs of text on pages that hold some words.
func textOn(pages []*page.Page, words string) (out []*page.Text) {
	for _, p := range pages {
		for _, it := range p.Items {
			if t, ok := it.(*page.Text); ok && strings.Contains(t.Text, words) {
				out = append(out, t)
			}
		}
	}
	return out
}

// TestBlocksInNotes: lists and quotations in a footnote stand inside the measure, and the note's number on their first line.
func TestBlocksInNotes(t *testing.T) {
	cfg, _, fonts := booktest.Open(t, "../../../..")
	bk := booktest.OfChapter(t, "# Ferries\n\nThe toll was a penny.[^a] The bell was free.[^b] So was the wait.[^c]\n\n"+
		"[^a]: What was taken:\n\n    - pennies\n    - eggs\n\n    1. apples\n\n[^b]: > Quoted whole.\n\n[^c]: - listed whole\n")
	doc, _, _ := Set(cfg, bk, fonts)
	left := page.Length(cfg.Style.Page.Inner)
	for _, words := range []string{"•", "pennies", "eggs", "1.", "apples", "2.", "Quoted", "3.", "listed"} {
		found := textOn(doc.Pages, words)
		if len(found) == 0 {
			t.Errorf("%s is not set", words)
		}
		for _, x := range found {
			if x.X < left {
				t.Errorf("%q stands %s to the left of the text", x.Text, left-x.X)
			}
		}
	}
	for number, words := range map[string]string{"2.": "Quoted", "3.": "listed"} {
		if a, b := textOn(doc.Pages, number)[0], textOn(doc.Pages, words)[0]; a.Y != b.Y || a.X >= b.X {
			t.Errorf("%q at %s, %s and %q at %s, %s", a.Text, a.X, a.Y, b.Text, b.X, b.Y)
		}
	}
}

// TestSpaceBelowMaxims: the white between a maxim and its gloss is the same for maxims of one line and of several, at the head of
// a page and below.
func TestSpaceBelowMaxims(t *testing.T) {
	cfg, _, fonts := booktest.Open(t, "../../../..")
	var text strings.Builder
	text.WriteString("# Knots\n\nText.\n")
	for i := range 40 {
		fmt.Fprintf(&text, "\n## A knot%s tied.\n+++\nkind = \"meme\"\nid = \"k%d\"\n+++\n\nGloss of it.\n", strings.Repeat(" well and truly", i%14), i)
	}
	doc, _, _ := Set(cfg, booktest.OfChapter(t, text.String()), fonts)
	size := page.Length(cfg.Style.Maxim.Size)
	seen := map[page.Length]int{}
	for _, p := range doc.Pages {
		var last *page.Text
		for _, it := range p.Items {
			x, ok := it.(*page.Text)
			if !ok {
				continue
			}
			if strings.HasPrefix(x.Text, "Gloss") && last != nil {
				seen[x.Y-last.Y]++
			}
			if x.Size == size {
				last = x
			}
		}
	}
	if len(seen) != 1 {
		t.Errorf("distances of the first line from the maxim's last, and how often: %v", seen)
	}
}

// TestEntriesHoldTogether: no page ends between a maxim, or a heading, and the first two lines under it, and none begins with references.
func TestEntriesHoldTogether(t *testing.T) {
	cfg, _, fonts := booktest.Open(t, "../../../..")
	var text strings.Builder
	// A metaphor among them, so that each maxim has its kind above it.
	text.WriteString("# Knots\n\nText.\n\n## A rope is a snake.\n+++\nkind = \"metaphor\"\ntenor = \"rope\"\nvehicle = \"snake\"\n+++\n\nIt bites.\n")
	for i := range 120 {
		fmt.Fprintf(&text, "\n## A knot well tied.\n+++\nkind = \"meme\"\nid = \"k%d\"\nsee = [\"k%d\"]\n+++\n\nOne line.\n\n%s\n", i, (i+7)%120,
			strings.Repeat("Another of many words that go on. ", 1+i%9))
	}
	doc, _, _ := Set(cfg, booktest.OfChapter(t, text.String()), fonts)
	top := page.Length(cfg.Style.Page.Top)
	for _, p := range doc.Pages {
		var lines []*page.Text // the first run of each line of the text block
		for _, it := range p.Items {
			if x, ok := it.(*page.Text); ok && x.Y > top && (len(lines) == 0 || lines[len(lines)-1].Y != x.Y) {
				lines = append(lines, x)
			}
		}
		if len(lines) < 3 || !strings.ContainsAny(p.Label, "0123456789") {
			continue
		}
		if first := lines[0].Text; strings.HasPrefix(first, "see") || strings.HasPrefix(first, "A knot well tied.") {
			t.Errorf("page %s begins with %q", p.Label, first)
		}
		if last := lines[len(lines)-1].Text; strings.HasPrefix(last, "One") || strings.HasPrefix(last, "A knot well tied.") {
			t.Errorf("page %s ends with %q", p.Label, last)
		}
	}
}
