package interior

import (
	"fmt"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pagemap"
	"octavo/cmd/octavo/internal/typeset"
)

const inColumns = asDictionary + "columns = 2\n"

// lexicon returns a chapter of n entries of one to seven lines, with a footnote every so often, and one in its title.
func lexicon(n int) string {
	var b, notes strings.Builder
	b.WriteString("# Lexicon[^0]\n")
	notes.WriteString("\n[^0]: The title has a note, which is as long as two lines or three of a column.\n")
	for i := 1; i <= n; i++ {
		mark := ""
		if i%6 == 2 {
			mark = fmt.Sprintf("[^%d]", i)
			fmt.Fprintf(&notes, "\n[^%d]: Of this too there is more to say, %sthan a column holds.\n", i, strings.Repeat("more and more ", i%7))
		}
		fmt.Fprintf(&b, "\n## Entry%03d\n+++\nkind = \"meme\"\n+++\n\nIt means what it says%s%s.\n", i, strings.Repeat(", and says what it means to say", i*5%7), mark)
	}
	return b.String() + notes.String()
}

// TestColumnPair asks of a dictionary in two columns that the columns of a page end level, that those of the last page are as long
// as each other, that none parts the two last lines of an entry, and that notes stand in the column of their mark.
func TestColumnPair(t *testing.T) {
	for _, style := range []string{"classic", "modern"} {
		cfg, bk, fonts := booktest.Open(t, written(t, inColumns+"[print]\nstyle = \""+style+"\"\n", lexicon(150)))
		doc, m, found := Set(cfg, bk, fonts)
		for _, d := range found {
			if d.Code == "page-short" || d.Code == "page-uneven" || d.Code == "line-measure" {
				t.Errorf("%s: %s: %s", style, d.Pos, d.Message)
			}
		}
		in := &interior{cfg: cfg, book: bk, fonts: fonts, inner: page.Length(cfg.Style.Page.Inner)}
		leading := page.Length(cfg.Style.Index.Leading)
		chapter := 0
		for i, p := range doc.Pages {
			if m.Pages[i].Kind != pagemap.Chapter {
				continue
			}
			chapter++
			left := page.Length(cfg.Style.Page.Outer)
			if i%2 == 0 {
				left = in.inner
			}
			feet := columnFeet(p, left+in.measure(in.inner)/2)
			apart := max(feet[0], feet[1]) - min(feet[0], feet[1])
			if last := i+1 == len(doc.Pages) || m.Pages[i+1].Kind != pagemap.Chapter; apart > page.Pt && (!last || apart > 4*leading) {
				t.Errorf("%s, page %s: the columns end %g pt apart", style, p.Label, apart.Points())
			}
		}
		if chapter < 4 {
			t.Errorf("%s: the lexicon has %d pages", style, chapter)
		}
	}
}

// columnFeet returns the lowest baseline left and right of the middle of a page.
func columnFeet(p *page.Page, middle page.Length) (feet [2]page.Length) {
	for _, it := range page.Placed(p.Items) {
		if x, ok := it.(*page.Text); ok && x.Node != nil {
			side := 0
			if x.X >= middle {
				side = 1
			}
			feet[side] = max(feet[side], x.Y)
		}
	}
	return feet
}

// TestColumnPages holds the pages of a short dictionary in two columns against approved ones: a title over both, and columns as
// long as each other.
func TestColumnPages(t *testing.T) {
	cfg, bk, fonts := booktest.Open(t, written(t, inColumns, lexicon(20)))
	doc, m, _ := Set(cfg, bk, fonts)
	var pages []*page.Page
	for i, p := range doc.Pages {
		if m.Pages[i].Kind == pagemap.Chapter {
			pages = append(pages, p)
		}
	}
	booktest.PagesEqual(t, "columns-classic.golden", pages)
}

// TestNarrowColumns sets one column where two would be too narrow, and in chapters that are no dictionary.
func TestNarrowColumns(t *testing.T) {
	for toml, chapter := range map[string]string{"[print]\nstyle = \"large\"\n": lexicon(3), "": "# Preface\n\nWords.\n"} {
		cfg, bk, fonts := booktest.Open(t, written(t, inColumns+toml, chapter))
		l := (&interior{cfg: cfg, book: bk, fonts: fonts, inner: page.Length(cfg.Style.Page.Inner)}).layout(bk.Chapters()[0])
		if _, ok := l.pairWidth(l.chapter); ok {
			t.Errorf("two columns with %q", toml)
		}
	}
}

func TestLevelled(t *testing.T) {
	row := func(penalty int32, notes int) typeset.Row {
		return typeset.Row{Height: 10, Penalty: penalty, Notes: make([]typeset.Row, notes)}
	}
	note := []typeset.Row{{Height: 10}}
	stretched := typeset.Row{Height: 10, Space: 10, Give: 10, Even: true}
	for name, c := range map[string]struct {
		rows  []typeset.Row
		notes []typeset.Row
		want  string
	}{
		"even":            {[]typeset.Row{row(0, 0), row(0, 0), row(0, 0), row(0, 0)}, nil, "2 2"},
		"odd":             {[]typeset.Row{row(0, 0), row(0, 0), row(0, 0)}, nil, "2 1"},
		"kept":            {[]typeset.Row{row(0, 0), row(0, 0), row(typeset.Forbidden, 0), row(0, 0)}, nil, "3 1"},
		"one row":         {[]typeset.Row{row(0, 0)}, nil, "1 0"},
		"stretched":       {[]typeset.Row{row(0, 0), stretched, stretched, row(0, 0)}, nil, "2 2"},
		"a note":          {[]typeset.Row{row(0, 1), row(0, 0), row(0, 0), row(0, 0), row(0, 0)}, note, "2 3"},
		"carried over":    {[]typeset.Row{row(0, 0), row(0, 0), row(0, 0), row(0, 0), row(0, 0)}, note, "2 3"},
		"no place at all": {[]typeset.Row{row(0, 0), row(typeset.Forbidden, 0), row(typeset.Forbidden, 0)}, nil, "3 0"},
	} {
		got := levelled([2]columnPart{{rows: c.rows[:1]}, {rows: c.rows[1:], notes: c.notes}}, 200, 10)
		if s := fmt.Sprint(len(got[0].rows), len(got[1].rows)); s != c.want {
			t.Errorf("%s: columns of %s rows, want %s", name, s, c.want)
		}
	}
}
