package interior

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pagemap"
	"octavo/cmd/octavo/internal/typeset"
)

// TestTighter sets contents tighter only where a few lines run over and that saves their page.
func TestTighter(t *testing.T) {
	for _, test := range []struct {
		heights []page.Length
		want    int
	}{
		{[]page.Length{400, 380, 360}, 0}, // fits
		{[]page.Length{430, 400, 380}, 1}, // less white is enough
		{[]page.Length{440, 420, 400}, 2}, // the lines are smaller too
		{[]page.Length{480, 450, 420}, 0}, // nothing helps
		{[]page.Length{490, 400, 400}, 0}, // more than a few lines
		{[]page.Length{820, 790, 780}, 1}, // a third page saved
	} {
		if got := tighter(len(test.heights), func(way int) page.Length { return test.heights[way] }, 400, 10); got != test.want {
			t.Errorf("tighter(%v) = %d, want %d", test.heights, got, test.want)
		}
	}
}

func TestLastTogether(t *testing.T) {
	entries := func(n int, groups ...int) []contentsEntry {
		out := make([]contentsEntry, n)
		for _, g := range groups {
			out[g].group = true
		}
		return out
	}
	for _, test := range []struct {
		entries []contentsEntry
		want    int
	}{
		{entries(3), 0}, {entries(20), 15}, {entries(20, 13), 13}, {entries(20, 15, 17), 15}, {entries(20, 4), 15},
	} {
		if got := lastTogether(test.entries); got != test.want {
			t.Errorf("%d entries: %d, want %d", len(test.entries), got, test.want)
		}
	}
}

func TestColumnsOf(t *testing.T) {
	for _, test := range []struct {
		ems      page.Length
		n, width int
		want     int
	}{
		{20, 2, 200, 1}, {24, 2, 110, 2}, {30, 2, 140, 2}, {52, 2, 160, 3}, {52, 1, 520, 1}, {20, 3, 200, 1}, {24, 4, 110, 2},
		{90, 2, 210, 4},
	} {
		if n, width := columnsOf(10*test.ems, 10, test.n); n != test.want || int(width) != test.width {
			t.Errorf("%d ems, %d columns asked for: %d of %d, want %d of %d", test.ems, test.n, n, width, test.want, test.width)
		}
	}
}

// TestFitting ends a column between headings where that leaves it at most two lines short, and else between subheadings.
func TestFitting(t *testing.T) {
	rows := func(penalties ...int32) (out []typeset.Row) {
		for _, p := range penalties {
			out = append(out, typeset.Row{Height: 10, Penalty: p})
		}
		return out
	}
	const never = typeset.Forbidden
	for _, test := range []struct {
		rows []typeset.Row
		want int
	}{
		{rows(0, 0, 0, never, dividedHeading, never), 2},
		{rows(0, never, dividedHeading, dividedHeading, dividedHeading, never), 4},
		{rows(0, 0, never, dividedHeading, dividedHeading, never), 4},
		{rows(0, never, never, never, never, never), 4},
	} {
		if got := fitting(test.rows, 40); got != test.want {
			t.Errorf("%d rows fit, want %d", got, test.want)
		}
	}
}

// TestLeaders: the dots of all lines stand under each other and end at the same place; where there is room for few there are none.
func TestLeaders(t *testing.T) {
	cfg, _, fonts := booktest.Open(t, "../../../..")
	l := &layout{fonts: fonts, style: cfg.Style, textWidth: 300 * page.Pt, textHeight: 400 * page.Pt}
	c := l.column(l.textWidth)
	to := 250 * page.Pt
	pitch := c.textStyle.Size * dotPitch / 100
	for _, from := range []page.Length{20 * page.Pt, 101 * page.Pt, 200 * page.Pt} {
		dots := c.leaders(from, to)
		n := page.Length(len(dots.Glyphs))
		if dots.X < from || dots.X >= from+2*pitch {
			t.Errorf("leaders from %s begin at %s", from, dots.X)
		}
		if end := dots.X + (n-1)*pitch + c.wide("."); end != to {
			t.Errorf("leaders from %s end at %s, not %s", from, end, to)
		}
	}
	if c.leaders(to-2*pitch, to) != nil {
		t.Error("two dots are no leaders")
	}
}

// Chapters with roman numerals have them in the contents too, whole, in the ink of numbers, and clear of the titles.
func TestContentsInRoman(t *testing.T) {
	cfg, bk, fonts := booktest.Open(t, booktest.Styled(t, booktest.Kitchen, "aldine"))
	n := 0
	for _, p := range bk.Parts {
		for _, ch := range p.Chapters {
			ch.Number = 8 + 10*n // the widest first: VIII, XVIII, XXVIII
			n++
		}
	}
	doc, places, _ := Set(cfg, bk, fonts)
	var got []string
	for _, p := range pagesOf(doc, places, pagemap.Contents) {
		for _, it := range p.Items {
			if text, ok := it.(*page.Text); ok && text.Color.Second {
				got = append(got, text.Text)
				for _, other := range p.Items {
					if o, ok := other.(*page.Text); ok && o != text && o.Y == text.Y && o.X > text.X {
						box := page.InkBox(text)
						if box.X+box.W > o.X {
							t.Errorf("%s reaches into %s", text.Text, o.Text)
						}
					}
				}
			}
		}
	}
	want := []string{"VIII", "XVIII", "XXVIII", "XXXVIII"}[:n]
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestContentsFromRight: in a book that is written from the right, titles and folios in Latin letters begin and end where all others do.
func TestContentsFromRight(t *testing.T) {
	dir := t.TempDir()
	files := map[string]string{"book.toml": "[book]\ntitle = \"ספר\"\nauthors = [\"א ב\"]\nlanguage = \"he\"\n[[contents.part]]\ntitle = \"Part One\"\nchapters = [\"1.md\", \"2.md\"]\n",
		"manuscript/1.md": "# Chapter in English\n\nמילים.\n\nd. first\ne. second\n", "manuscript/2.md": "# פרק\n\nמילים.\n"}
	for name, text := range files {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	doc, _, found := Set(booktest.Open(t, dir))
	if len(found) > 0 {
		t.Error(found)
	}
	ends := map[string]page.Length{} // right edges
	for _, p := range doc.Pages {
		if p.Label != "v" {
			continue
		}
		for m, it := range page.Placed(p.Items) {
			if it, ok := it.(*page.Text); ok {
				box, _ := page.Extent(it)
				box = m.Bounds(box)
				ends[it.Text] = (box.X + box.W) / page.Pt
			}
		}
	}
	if ends["Chapter in English"] != ends["פרק"] || ends["פרק"] == 0 || ends["Part One"] == 0 {
		t.Errorf("the right edges of the lines are %v", ends)
	}
}
