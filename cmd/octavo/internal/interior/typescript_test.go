package interior

import (
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pagemap"
	"octavo/cmd/octavo/internal/typeset"
)

// typescriptOf returns the typescript of the book in dir.
func typescriptOf(t testing.TB, dir string) (*config.Config, *book.Book, *page.Document, *pagemap.Map) {
	t.Helper()
	own, bk, _ := booktest.Open(t, dir)
	cfg := TypescriptConfig(own)
	fonts := booktest.Fonts(t, cfg.Style, cfg.Book.Language)
	doc, pages, found := Typescript(cfg, bk, fonts)
	if len(found) > 0 {
		t.Errorf("the typescript has faults: %+v", found)
	}
	return cfg, bk, doc, pages
}

// TestManuscript checks a typescript against the requirements of editors: lines of at most 65 characters, 70 in the small
// print of references, and 27 to a page, all on the same grid; every entry on it, its id beside it; a head on every
// page but those before the text.
func TestManuscript(t *testing.T) {
	cfg, bk, doc, pages := typescriptOf(t, "../../../..")
	if doc.Pages[0].Width != page.In*17/2 || doc.Pages[0].Height != page.In*11 {
		t.Errorf("the paper is %v × %v", doc.Pages[0].Width, doc.Pages[0].Height)
	}
	left, right := page.In, doc.Pages[0].Width-page.In
	ids := map[string]bool{}
	lines := 0
	for i, p := range doc.Pages {
		var margin, head strings.Builder
		for _, it := range p.Items {
			x, ok := it.(*page.Text)
			if !ok {
				continue
			}
			end := x.X
			for _, g := range x.Glyphs {
				end += page.Length(g.Advance)
			}
			switch {
			case end < left:
				margin.WriteString(x.Text)
			case x.Y < page.In*3/4:
				head.WriteString(x.Text)
			case x.X < left-page.Pt || end > right+page.Pt:
				t.Errorf("page %s: %q is in the margin", p.Label, x.Text)
			}
		}
		for _, a := range pages.Pages[i].Anchors {
			if strings.Contains(strings.ReplaceAll(margin.String(), " ", ""), "#"+a) {
				ids[a] = true
			}
		}
		numbered := p.Label[0] <= '9'
		if want := "Halloran / WRITE THIS DOWN / " + p.Label; numbered != (strings.ReplaceAll(head.String(), "\u00A0", " ") == want) {
			t.Errorf("the head of page %s says %q", p.Label, head.String())
		}
		for _, l := range pages.Pages[i].Lines {
			lines++
			if n := len([]rune(l.Text)); n > 70 {
				t.Errorf("page %s has a line of %d characters: %q", p.Label, n, l.Text)
			}
			if strings.HasSuffix(l.Text, "\u00AD") {
				t.Errorf("page %s: a word is divided: %q", p.Label, l.Text)
			}
			if !l.Start.IsValid() {
				t.Errorf("page %s: nobody knows where %q comes from", p.Label, l.Text)
			}
		}
		if n := len(pages.Pages[i].Lines); n > 27 {
			t.Errorf("page %s has %d lines", p.Label, n)
		}
	}
	for _, e := range bk.Entries() {
		if !ids[e.ID] {
			t.Errorf("%s does not stand beside its entry", e.ID)
		}
	}
	if lines < 2000 || cfg.Style.Name != "Manuscript" {
		t.Errorf("%d lines in style %s", lines, cfg.Style.Name)
	}
}

// TestManuscriptLosesNothing looks for every run of text of a book that has everything in it, drafts too, in its
// typescript.
func TestManuscriptLosesNothing(t *testing.T) {
	for _, dir := range []string{booktest.Kitchen, "../../../.."} {
		own, bk, _ := booktest.Open(t, dir)
		for i, e := range bk.Entries() {
			if i%2 == 0 {
				e.Status = book.Draft
			}
		}
		own.Book.Language = "en-GB"
		own.Lang, _ = lang.Find(own.Book.Language)
		cfg := TypescriptConfig(own)
		fonts := booktest.Fonts(t, cfg.Style, cfg.Book.Language)
		doc, pages, _ := Typescript(cfg, bk, fonts)
		if w := doc.Pages[0].Width; w != page.TenthsOfMm(2100) {
			t.Errorf("%s: in British English it is %v wide", dir, w)
		}
		// Small capitals are capitals there.
		squeeze := func(s string) string { return strings.ToUpper(strings.Join(strings.Fields(s), "")) }
		var text, margins strings.Builder
		for _, p := range doc.Pages {
			for _, it := range p.Items {
				if x, ok := it.(*page.Text); ok && x.Pos.IsValid() {
					text.WriteString(squeeze(strings.TrimSuffix(x.Text, "\u00AD")))
				} else if ok {
					margins.WriteString(x.Text)
				}
			}
		}
		have := text.String()
		for _, ch := range bk.Chapters() {
			ch.Walk(nil, func(in book.Inline) {
				x, ok := in.(*book.Text)
				if !ok {
					return
				}
				// Notes stand at the feet of pages, between the halves of what runs over.
				for _, sentence := range strings.SplitAfter(x.Value, ". ") {
					s := squeeze(sentence)
					found := strings.Contains(have, s)
					for cut := 1; cut < len(s) && !found; cut++ {
						found = strings.Contains(have, s[:cut]) && strings.Contains(have, s[cut:])
					}
					if !found {
						t.Errorf("%s: the typescript does not say %q", x.Pos, sentence)
					}
				}
			})
		}
		drafts := (len(bk.Entries()) + 1) / 2
		if n := strings.Count(margins.String(), "DRAFT"); n != drafts {
			t.Errorf("%s: %d drafts are marked, %d are there", dir, n, drafts)
		}
		anchors := 0
		for _, p := range pages.Pages {
			if p.Kind == pagemap.Blank {
				t.Errorf("%s: page %s is blank", dir, p.Label)
			}
			anchors += len(p.Anchors)
		}
		if anchors < len(bk.Entries()) {
			t.Errorf("%s: %d anchors", dir, anchors)
		}
	}
}

// TestTypescriptFit fills pages: rows that may not be parted go to the next one together, notes are counted, and what
// is too tall for any page has one to itself.
func TestTypescriptFit(t *testing.T) {
	const line = 24 * page.Pt
	s := &layout{style: &config.Style{}, textHeight: 5 * line}
	s.style.Text.Leading = config.Length(line)
	row := func(lines page.Length, penalty int32, notes ...page.Length) typeset.Row {
		r := typeset.Row{Height: lines * line, Penalty: penalty}
		for _, n := range notes {
			r.Notes = append(r.Notes, typeset.Row{Height: n * line})
		}
		return r
	}
	for name, c := range map[string]struct {
		rows []typeset.Row
		want int
	}{
		"all":             {[]typeset.Row{row(1, 0), row(1, 0)}, 2},
		"five of six":     {[]typeset.Row{row(1, 0), row(1, 0), row(1, 0), row(1, 0), row(1, 0), row(1, 0)}, 5},
		"kept together":   {[]typeset.Row{row(1, 0), row(1, 0), row(1, 0), row(1, 0), row(1, 0), row(1, typeset.Forbidden)}, 4},
		"a heading":       {[]typeset.Row{row(3, 0), row(2, 0), row(1, typeset.Forbidden)}, 1},
		"a note":          {[]typeset.Row{row(1, 0), row(1, 0), row(1, 0, 2), row(1, 0)}, 2},
		"too tall":        {[]typeset.Row{row(9, 0), row(1, 0)}, 1},
		"no place at all": {[]typeset.Row{row(3, 0), row(3, typeset.Forbidden), row(3, typeset.Forbidden)}, 1},
	} {
		if got := s.typescriptFit(c.rows); got != c.want {
			t.Errorf("%s: %d rows, want %d", name, got, c.want)
		}
	}
}
