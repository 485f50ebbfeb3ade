package interior

import (
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pagemap"
)

// TestPageMap checks the map against the manuscript: the first word of each page is found in the manuscript
// at its place, and places rise from page to page through a chapter.
func TestPageMap(t *testing.T) {
	cfg, bk, fonts := booktest.Open(t, "../../../..")
	doc, pages, _ := Set(cfg, bk, fonts)
	if len(pages.Pages) != len(doc.Pages) {
		t.Fatalf("%d pages in the map, %d in the book", len(pages.Pages), len(doc.Pages))
	}
	text, block := map[diag.Pos]string{}, map[diag.Pos]bool{}
	for _, ch := range bk.Chapters() {
		note := func(i book.Inline) {
			switch i := i.(type) {
			case *book.Text:
				text[i.Pos] = i.Value
			case *book.Image:
				text[i.Pos] = "picture"
			}
		}
		book.WalkInlines(ch.Title, note)
		book.Walk(ch.Blocks, func(b book.Block) {
			switch b := b.(type) {
			case *book.Entry:
				block[b.Pos] = true
			case *book.List:
				for _, item := range b.Items {
					block[item.Pos] = true
				}
			}
			book.Runs(b, func(run []book.Inline) { book.WalkInlines(run, note) })
		})
	}
	words, divided := 0, 0
	var last pagemap.Page
	for i, p := range pages.Pages {
		if p.Number != i+1 || p.Label != doc.Pages[i].Label {
			t.Errorf("page %d of the map is number %d, %q, and %q in the book", i+1, p.Number, p.Label, doc.Pages[i].Label)
		}
		if p.Kind == pagemap.Blank && len(doc.Pages[i].Items) > 0 || p.Kind == "" {
			t.Errorf("page %s is %q", p.Label, p.Kind)
		}
		if !p.Start.IsValid() {
			continue
		}
		value, ok := text[p.Start.Pos]
		if !ok || p.Start.Offset >= len(value) {
			if !p.First && !block[p.Start.Pos] { // a chapter opens with its number, an entry with its kind, an item with its sign
				t.Errorf("page %s starts at %v, byte %d, where the manuscript has %q", p.Label, p.Start.Pos, p.Start.Offset, value)
			}
			continue
		}
		words++
		if at := p.Start.Offset; at > 0 && value[at-1] != ' ' && !strings.HasPrefix(value[max(at-3, 0):], "—") {
			divided++
		}
		if p.ID == last.ID && last.Start.IsValid() && p.Start.Pos.Offset < last.Start.Pos.Offset {
			t.Errorf("page %s starts before page %s", p.Label, last.Label)
		}
		last = p
		on := strings.Join(rowsOf(doc.Pages[i], func(*page.Text) bool { return true }), " ")
		first, _, _ := strings.Cut(value[p.Start.Offset:], " ")
		if value != "picture" && !strings.Contains(on, first[:min(len(first), 3)]) {
			t.Errorf("page %s starts with %q, which is not on it:\n%s", p.Label, first, on)
		}
	}
	if words < 50 {
		t.Errorf("only %d pages start with a word of the manuscript", words)
	}
	if divided > 0 {
		t.Logf("%d pages start with the rest of a divided word", divided)
	}
	if got, want := pages.Folio("patient-service"), "5"; got == "" {
		t.Errorf("patient-service stands on no page, want about %s", want)
	}
}

// TestLines compares the lines of the page map with the pages: in order, none lost, each at a place of its chapter.
func TestLines(t *testing.T) {
	cfg, bk, fonts := booktest.Open(t, "../../../..")
	doc, pages, _ := Set(cfg, bk, fonts)
	for i, p := range pages.Pages {
		if p.Kind != pagemap.Chapter {
			if p.Lines != nil {
				t.Errorf("page %s is %s and has lines", p.Label, p.Kind)
			}
			continue
		}
		var said strings.Builder
		for k, l := range p.Lines {
			if k > 0 && l.Y <= p.Lines[k-1].Y {
				t.Errorf("page %s: line %d is not below the one before it", p.Label, k+1)
			}
			if !l.Start.IsValid() || strings.TrimSpace(l.Text) == "" {
				t.Errorf("page %s: line %d has no place or no words: %q", p.Label, k+1, l.Text)
			}
			said.WriteString(strings.ReplaceAll(l.Text, " ", ""))
		}
		for _, it := range doc.Pages[i].Items {
			if text, ok := it.(*page.Text); ok && text.Pos.IsValid() && !strings.Contains(said.String(), strings.ReplaceAll(text.Text, " ", "")) {
				t.Errorf("page %s: %q is on no line", p.Label, text.Text)
			}
		}
	}
}
