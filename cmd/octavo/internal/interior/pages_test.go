package interior

import (
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/indexes"
	"octavo/cmd/octavo/internal/page"
)

// bottom returns where the last line of a page's text block ends, notes and all.
func bottom(p *page.Page, top, height page.Length) page.Length {
	var y page.Length
	for _, it := range p.Items {
		if t, ok := it.(*page.Text); ok && t.Y > top && t.Y <= top+height {
			y = max(y, t.Y)
		}
		if t, ok := it.(*page.Image); ok && t.Y+t.H <= top+height {
			y = max(y, t.Y+t.H)
		}
	}
	return y
}

// TestFacingPages checks that facing pages of a chapter end on the same line. Notes end at the foot of the text block, up to a
// line's height above where its last line stands. The last page of a chapter may be short, and so may a page by more
// than four lines, when what follows holds together and does not fit.
func TestFacingPages(t *testing.T) {
	cfg, bk, fonts := booktest.Open(t, "../../../..")
	doc, _, _ := Set(cfg, bk, fonts)
	s := (&interior{cfg: cfg, fonts: fonts}).layout(nil)
	top, height := page.Length(cfg.Style.Page.Top), s.textHeight
	last := map[int]bool{} // pages that end a chapter, and those of the indexes
	inIndexes := false
	for i, p := range doc.Pages {
		opens := slices.ContainsFunc(p.Items, func(it page.Item) bool {
			a, ok := it.(*page.Anchor)
			return ok && (s.opens(bk, a.Name) || a.Name == indexes.ThemeAnchor || a.Name == contentsAnchor)
		})
		inIndexes = inIndexes || slices.ContainsFunc(p.Items, func(it page.Item) bool {
			a, ok := it.(*page.Anchor)
			return ok && a.Name == indexes.ThemeAnchor
		})
		last[i] = last[i] || inIndexes
		for k := i - 1; opens && k >= 0; k-- {
			last[k] = true
			if len(doc.Pages[k].Items) > 0 {
				break
			}
		}
	}
	for i := 1; i+1 < len(doc.Pages); i += 2 {
		verso, recto := doc.Pages[i], doc.Pages[i+1]
		if last[i] || last[i+1] || len(verso.Items) == 0 || len(recto.Items) == 0 || verso.Label[0] > '9' {
			continue
		}
		a, b := bottom(verso, top, height), bottom(recto, top, height)
		if d := a - b; (d > s.grid()*3/4 || d < -s.grid()*3/4) && min(a, b) > top+height-5*s.grid() {
			t.Errorf("pages %s and %s end at %s and %s", verso.Label, recto.Label, a, b)
		}
	}
}

func (l *layout) opens(bk *book.Book, anchor string) bool {
	return slices.ContainsFunc(bk.Chapters(), func(ch *book.Chapter) bool { return ch.ID == anchor }) ||
		slices.ContainsFunc(bk.Parts, func(p *book.Part) bool { return p.ID == anchor })
}

// TestPageTurns: no page of the shipped book ends with a divided word.
func TestPageTurns(t *testing.T) {
	cfg, bk, fonts := booktest.Open(t, "../../../..")
	doc, _, _ := Set(cfg, bk, fonts)
	s := (&interior{cfg: cfg, fonts: fonts}).layout(nil)
	top, size := page.Length(cfg.Style.Page.Top), page.Length(cfg.Style.Text.Size)
	for _, p := range doc.Pages {
		var last *page.Text
		for _, it := range p.Items {
			if x, ok := it.(*page.Text); ok && x.Size == size && x.Y > top && x.Y < top+s.textHeight && (last == nil || x.Y >= last.Y) {
				last = x
			}
		}
		if last != nil && strings.HasSuffix(last.Text, "\u00AD") {
			t.Errorf("page %s ends with %q", p.Label, last.Text)
		}
	}
}
