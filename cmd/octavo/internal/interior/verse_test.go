package interior_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/interior"
	"octavo/cmd/octavo/internal/page"
)

// pagesOf sets a book of one chapter in a style.
func pagesOf(t *testing.T, style, chapter string) []*page.Page {
	t.Helper()
	book := tooLong{chapter: chapter, more: "[print]\nstyle = \"" + style + "\"\n"}
	doc, _, found := interior.Set(booktest.Open(t, book.write(t)))
	for _, d := range found {
		if d.Code != "page-short" { // stanzas that hold together may leave a hole
			t.Errorf("%s: %s", d.Code, d.Message)
		}
	}
	return slices.DeleteFunc(doc.Pages, func(p *page.Page) bool { return !strings.ContainsAny(p.Label, "0123456789") })
}

// startOf returns where the text stands that begins with words, and fails the test when there is none.
func startOf(t *testing.T, pages []*page.Page, words string) *page.Text {
	t.Helper()
	for _, p := range pages {
		for _, it := range p.Items {
			if x, ok := it.(*page.Text); ok && strings.HasPrefix(x.Text, words) {
				return x
			}
		}
	}
	t.Fatalf("no line begins with %q", words)
	return nil
}

const poems = `# Poems

A poem:

> The kettle sang of steam and sea,\
>   and nobody was there to hear,\
> till someone, late, came down to tea\
> and stayed a year.
>
> This line is longer than the measure of the page in any of the styles, however wide that is, for it goes on and on,\
> and this one is not,\
> &emsp;nor is this.
>
> -- A. Cook, *Household Songs*

An address:

Octavo Press\
12 Bell Lane\
Lower Valley

What follows is prose again.

> > Nested,\
> > here.
`

// TestVerse holds a poem, an address and a nested couplet against an approved page.
func TestVerse(t *testing.T) {
	for _, style := range []string{"classic", "modern", "large"} {
		pages := pagesOf(t, style, poems)
		if style == "classic" {
			booktest.PagesEqual(t, "verse-classic.golden", pages)
		}
		at := func(words string) *page.Text { return startOf(t, pages, words) }
		first, longest := at("The kettle"), at("till someone")
		em := first.Size
		if at("and nobody").X-first.X != em || at("nor is").X-first.X != em {
			t.Errorf("%s: indents of %d and %d are not an em of %d", style, at("and nobody").X-first.X, at("nor is").X-first.X, em)
		}
		margin := at("A poem").X
		if style != "modern" {
			margin = at("What follows").X
		}
		if first.X < margin+2*em {
			t.Errorf("%s: a poem at %d, the text at %d", style, first.X, margin)
		}
		if gap, lead := at("This line").Y-at("and stayed").Y, longest.Y-at("and nobody").Y; gap != 2*lead {
			t.Errorf("%s: stanzas %d apart, lines %d", style, gap, lead)
		}
		long := at("This line")
		i := slices.IndexFunc(pages[0].Items, func(it page.Item) bool { return it == page.Item(long) })
		if i >= 0 {
			turned := pages[0].Items[i+1].(*page.Text)
			if turned.X-first.X != 2*em || turned.Y <= long.Y {
				t.Errorf("%s: what is turned stands at %d, not two ems in: %q", style, turned.X-first.X, turned.Text)
			}
		}
		if by := at("—"); by.Y <= at("nor is").Y || by.X < first.X {
			t.Errorf("%s: the attribution stands at %d, %d", style, by.X, by.Y)
		}
		if a, b, c := at("Octavo Press"), at("12 Bell"), at("Lower"); a.X != b.X || a.X != c.X {
			t.Errorf("%s: lines of an address at %d, %d, %d", style, a.X, b.X, c.X)
		}
	}
}

// TestStanzasOverleaf holds that a ballad turns the page between stanzas or within one with two lines on each side.
func TestStanzasOverleaf(t *testing.T) {
	for lines := 1; lines <= 9; lines++ {
		var b strings.Builder
		b.WriteString("# Ballad\n\n")
		for stanza := range 60 / lines {
			for k := range lines {
				fmt.Fprintf(&b, "> s%d.%d of the ballad", stanza, k)
				if k < lines-1 {
					b.WriteByte('\\')
				}
				b.WriteByte('\n')
			}
			b.WriteString(">\n")
		}
		pages := pagesOf(t, "classic", b.String())
		if len(pages) < 2 {
			t.Fatalf("a ballad on %d pages", len(pages))
		}
		for _, p := range pages[1:] {
			var stanza, line int
			for _, it := range p.Items {
				if x, ok := it.(*page.Text); ok && x.Text[0] == 's' {
					fmt.Sscanf(x.Text, "s%d.%d", &stanza, &line)
					break
				}
			}
			if line == 1 || lines > 1 && line == lines-1 {
				t.Errorf("a page begins with line %d of a stanza of %d", line+1, lines)
			}
		}
	}
}

// TestOrnaments: no page ends in the ornament of a break between paragraphs.
func TestOrnaments(t *testing.T) {
	for _, style := range []string{"classic", "modern", "large"} {
		for lines := range 12 {
			var b strings.Builder
			b.WriteString("# Breaks\n\n")
			for i := range 40 {
				b.WriteString(strings.Repeat("A line of words that goes on for a while and says nothing much. ", 1+(i*7+lines)%9) + "\n\n")
				if i%3 == 1 {
					b.WriteString("---\n\n")
				}
			}
			book := tooLong{chapter: b.String(), more: "[print]\nstyle = \"" + style + "\"\n"}
			cfg, bk, fonts := booktest.Open(t, book.write(t))
			doc, _, _ := interior.Set(cfg, bk, fonts)
			ornaments := 0
			for i, p := range doc.Pages {
				lowest, foot := &page.Text{}, page.Length(0)
				for _, it := range p.Items {
					x, ok := it.(*page.Text)
					if !ok || x.Y > p.Height-page.Length(cfg.Style.Page.Bottom) { // a folio
						continue
					}
					if x.Text == cfg.Style.Mark.Break {
						ornaments++
					}
					if x.Y > foot {
						lowest, foot = x, x.Y
					}
				}
				if lowest.Text == cfg.Style.Mark.Break {
					t.Errorf("%s, %d: page %d ends in its ornament", style, lines, i)
				}
			}
			if ornaments < 10 {
				t.Errorf("%s, %d: only %d ornaments were looked at", style, lines, ornaments)
			}
		}
	}
}
