package interior

import (
	"cmp"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/bidi"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pagemap"
)

// placeLines records the lines of every page of a chapter or of its notes in the page map. Text without a place in the manuscript, such as
// a running head or a folio, is left out.
func (in *interior) placeLines(pages []*page.Page) {
	for i, p := range pages {
		if k := in.places[i].Kind; k == pagemap.Chapter || k == pagemap.Notes {
			in.places[i].Lines = linesOf(p)
		}
	}
}

// linesOf returns the lines of a page from the top, and after them those that are turned sideways, in the order in which they are
// read; all of these stand where they begin. Runs whose baselines differ by less than a part of their size are on
// one line, such as the raised mark of a footnote and its word, or the cells of a table's row.
func linesOf(p *page.Page) []pagemap.Line {
	out := uprightLines(p.Items)
	for _, it := range p.Items {
		g, ok := it.(*page.Group)
		if !ok {
			continue
		}
		for _, l := range uprightLines(g.Items) {
			_, y := g.Matrix().Point(0, page.Length(l.Y))
			l.Y = int64(y)
			out = append(out, l)
		}
	}
	return out
}

// uprightLines returns the lines of items, groups left out.
func uprightLines(items []page.Item) []pagemap.Line {
	var runs []*page.Text
	for _, it := range items {
		if t, ok := it.(*page.Text); ok && t.Pos.IsValid() && t.Text != "" {
			runs = append(runs, t)
		}
	}
	slices.SortStableFunc(runs, func(a, b *page.Text) int { return cmp.Compare(a.Y, b.Y) })
	var out []pagemap.Line
	for from := 0; from < len(runs); {
		to, y := from+1, runs[from].Y
		for to < len(runs) && runs[to].Y-y < min(runs[to].Size, runs[from].Size)*6/10 {
			y = runs[to].Y
			to++
		}
		line := runs[from:to]
		if !slices.ContainsFunc(line, func(t *page.Text) bool { return bidi.Has(t.Text) }) { // runs of such a line stay in the order in which they are read
			slices.SortStableFunc(line, func(a, b *page.Text) int { return cmp.Compare(a.X, b.X) })
		}
		out = append(out, oneLine(line))
		from = to
	}
	return out
}

// oneLine returns the line of runs in the order in which they are read. Its baseline is that of its largest type.
func oneLine(runs []*page.Text) pagemap.Line {
	var l pagemap.Line
	var b strings.Builder
	var largest page.Length
	for i, t := range runs {
		if t.Size > largest {
			largest, l.Y = t.Size, int64(t.Y)
		}
		if i > 0 && apart(runs[i-1], t) {
			b.WriteByte(' ')
		}
		b.WriteString(t.Text)
		if !l.Start.IsValid() && t.Offset != page.Made {
			l.Start = pagemap.Place{Pos: t.Pos, Offset: t.Offset}
		}
	}
	if !l.Start.IsValid() {
		l.Start = pagemap.Place{Pos: runs[0].Pos}
	}
	l.Text = b.String()
	return l
}

// apart reports whether white stands between two runs of a line that belong to different texts, such as the cells of a table. Runs of
// one text that are not both written from the left may stand anywhere; their spaces are in them.
func apart(a, b *page.Text) bool {
	if b.X >= a.X && !bidi.Has(a.Text) && !bidi.Has(b.Text) {
		return b.X-a.X-a.Advance() > b.Size/2
	}
	return a.Pos != b.Pos && max(b.X-a.X-a.Advance(), a.X-b.X-b.Advance()) > b.Size/2
}
