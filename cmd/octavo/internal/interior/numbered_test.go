package interior

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/typeset"
)

// maxims returns a chapter of n numbered maxims. More returns what each has beyond the shortest, in half lines.
func maxims(n int, more func(i int) int) string {
	var b strings.Builder
	b.WriteString("# Sayings\n")
	for i := 1; i <= n; i++ {
		fmt.Fprintf(&b, "\n## A door that is left ajar lets in %s the cold.\n+++\nkind = \"meme\"\nid = \"m%d\"\n+++\n",
			strings.Repeat("the cat, the neighbours and ", more(i)), i)
	}
	return b.String()
}

const inFigures = "[entries]\nlayout = \"numbered\"\n"

// TestNumberedPages asks that the pages of numbered maxims end level with those that they face, that the white between the maxims
// of a page is one and the same, and that it stays between one line and two.
func TestNumberedPages(t *testing.T) {
	for _, style := range []string{"classic", "modern", "large"} {
		for _, where := range []string{"hanging", "above", "before"} {
			toml := inFigures + "number = \"" + where + "\"\n[print]\nstyle = \"" + style + "\"\n"
			cfg, bk, fonts := booktest.Open(t, written(t, toml, maxims(120, func(i int) int { return i * 7 % 5 })))
			in := &interior{cfg: cfg, book: bk, fonts: fonts}
			doc, m, found := Set(cfg, bk, fonts)
			for _, d := range found {
				if d.Code == "page-short" || d.Code == "page-uneven" {
					t.Errorf("%s, %s: %s: %s", style, where, d.Pos, d.Message)
				}
			}
			leading := in.layout(nil).grid()
			for i, p := range doc.Pages {
				if !slices.Contains(m.Pages[i].Anchors, "m60") {
					continue
				}
				gaps := map[page.Length]bool{}
				last := page.Length(-1)
				for _, y := range baselines(p) {
					if last >= 0 && y-last > leading {
						gaps[(y-last+page.Pt/8)/(page.Pt/4)] = true
						if y-last > 3*leading {
							t.Errorf("%s, %s: %g pt from maxim to maxim", style, where, (y - last).Points())
						}
					}
					last = y
				}
				if len(gaps) != 1 {
					t.Errorf("%s, %s: the maxims of a page stand %d distances apart", style, where, len(gaps))
				}
			}
		}
	}
}

// TestEvenWhite asks that no page spreads its maxims far apart to spare the next ones a little, or so that the last page of a chapter ends
// where another does.
func TestEvenWhite(t *testing.T) {
	for n := 20; n < 50; n++ {
		cfg, bk, fonts := booktest.Open(t, written(t, inFigures+"[print]\nstyle = \"modern\"\n[pages]\nchapter_numbers = \"none\"\n", maxims(n, func(i int) int { return i * 5 % 11 % 2 })))
		doc, m, _ := Set(cfg, bk, fonts)
		leading := (&interior{cfg: cfg, book: bk, fonts: fonts}).layout(nil).grid()
		for i, p := range doc.Pages {
			if !slices.ContainsFunc(m.Pages[i].Anchors, func(a string) bool { return strings.HasPrefix(a, "m") }) {
				continue
			}
			ys := baselines(p)
			if slices.Contains(m.Pages[i].Anchors, "m1") {
				ys = ys[1:] // the title
			}
			for k, y := range ys[1:] {
				if y-ys[k] > 5*leading/2 {
					t.Errorf("%d maxims, page %d: %g pt from maxim to maxim", n, i+1, (y - ys[k]).Points())
				}
			}
		}
	}
}

// baselines returns where the lines of a page's text stand, from its head.
func baselines(p *page.Page) (out []page.Length) {
	for _, it := range page.Placed(p.Items) {
		if x, ok := it.(*page.Text); ok && x.Node != nil {
			out = append(out, x.Y)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func TestEvened(t *testing.T) {
	rows := []typeset.Row{{Space: 9, Give: 5, Even: true}, {Space: 2}, {Space: 3, Even: true}, {Space: 9, Give: 5, Even: true}}
	var got []page.Length
	for _, r := range evened(rows) {
		got = append(got, r.Space)
	}
	if want := []page.Length{9, 2, 5, 7}; !slices.Equal(got, want) {
		t.Errorf("white of %d, want %d", got, want)
	}
}

const figures = `# Figures

## Short.
+++
kind = "meme"
id = "short"
see = ["long"]
+++

## A maxim that needs more than a line of the page says more than one that does not, or says it with less care for who reads.
+++
kind = "metaphor"
tenor = "care"
vehicle = "a line"
id = "long"
+++

It has a gloss, which refers to [](#short) and to [the first](#short).

## This one is a draft.
+++
kind = "meme"
status = "draft"
+++

## The last.
+++
kind = "meme"
index = ["ends", "lines"]
see = ["short", "long"]
+++
`

// TestNumberedMaxims holds numbers, labels, glosses and references against approved pages.
func TestNumberedMaxims(t *testing.T) {
	for where, golden := range map[string]string{"hanging": "numbered-hanging.golden", "above": "numbered-above.golden",
		"before": "numbered-before.golden"} {
		cfg, bk, fonts := booktest.Open(t, written(t, inFigures+"see = \"list\"\nnumber = \""+where+"\"\n", figures))
		doc, m, _ := Set(cfg, bk, fonts)
		var pages []*page.Page
		for i, p := range doc.Pages {
			if m.Pages[i].Kind == "chapter" || m.Pages[i].Kind == "index" {
				pages = append(pages, p)
			}
		}
		booktest.PagesEqual(t, golden, pages)
	}
}
