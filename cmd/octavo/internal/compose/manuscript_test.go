package compose

import (
	"io/fs"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/manuscript"
	"octavo/cmd/octavo/internal/pagemap"
	"octavo/cmd/octavo/internal/typeset"
	"octavo/styles"
)

// typescriptOf sets the typescript of the book in dir.
func typescriptOf(t testing.TB, dir string) (*config.Config, *manuscript.Book, *typeset.Document, *pagemap.Map) {
	t.Helper()
	own, book, _ := open(t, dir)
	cfg := ManuscriptConfig(own)
	fonts, err := LoadFonts(cfg.Style, cfg.Book.Language, func(name string) ([]byte, error) { return fs.ReadFile(styles.FS, name) })
	if err != nil {
		t.Fatal(err)
	}
	doc, pages, found := Manuscript(cfg, book, fonts)
	if len(found) > 0 {
		t.Errorf("the typescript has faults: %+v", found)
	}
	return cfg, book, doc, pages
}

// TestManuscript holds a typescript against what editors ask of one: lines of at most 65 characters, 70 in the small print of references, and 27 to a page, all on
// the same grid; every entry on it, its id beside it; a head on every page but those before the text.
func TestManuscript(t *testing.T) {
	cfg, book, doc, pages := typescriptOf(t, "../../../..")
	if doc.Pages[0].Width != typeset.In*17/2 || doc.Pages[0].Height != typeset.In*11 {
		t.Errorf("the paper is %v × %v", doc.Pages[0].Width, doc.Pages[0].Height)
	}
	left, right := typeset.In, doc.Pages[0].Width-typeset.In
	ids := map[string]bool{}
	lines := 0
	for i, p := range doc.Pages {
		var margin, head strings.Builder
		for _, it := range p.Items {
			x, ok := it.(*typeset.Text)
			if !ok {
				continue
			}
			end := x.X
			for _, g := range x.Glyphs {
				end += typeset.Length(g.Advance)
			}
			switch {
			case end < left:
				margin.WriteString(x.Text)
			case x.Y < typeset.In*3/4:
				head.WriteString(x.Text)
			case x.X < left-typeset.Pt || end > right+typeset.Pt:
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
	for _, e := range book.Entries() {
		if !ids[e.ID] {
			t.Errorf("%s does not stand beside its entry", e.ID)
		}
	}
	if lines < 2000 || cfg.Style.Name != "Manuscript" {
		t.Errorf("%d lines in style %s", lines, cfg.Style.Name)
	}
}
