package studio

import (
	"math"
	"strings"

	"octavo/cmd/octavo/internal/bidi"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/page"
)

// setLine is a line of a set page: text on one baseline that is read together.
type setLine struct {
	runs []*page.Text
	at   page.Matrix // from the runs' places to the page's
	text string
	box  page.Box // in the runs' plane
}

// linesOn returns the lines of a page in the order in which they are read, which is that of its items. What the author did not
// write, such as running heads and folios, is left out. The cells of a table and the columns of a page are lines of their own.
func linesOn(p *page.Page) (out []setLine) {
	var line setLine
	end := func() {
		if len(line.runs) > 0 {
			out = append(out, line.measured())
		}
		line = setLine{}
	}
	for at, it := range page.Placed(p.Items) {
		t, ok := it.(*page.Text)
		if !ok || !t.Pos.IsValid() || strings.TrimSpace(t.Text) == "" {
			continue
		}
		if len(line.runs) > 0 && (at != line.at || !goesOn(line.runs, t)) {
			end()
		}
		line.at = at
		line.runs = append(line.runs, t)
	}
	end()
	return out
}

// goesOn reports whether a run belongs to the line of others: it stands beside the last of them on its baseline, near enough, as
// the raised mark of a note does, or goes on where a large initial ends.
func goesOn(line []*page.Text, t *page.Text) bool {
	last := line[len(line)-1]
	if len(line) == 1 && last.Size > t.Size*3/2 && isNext(last, t) && t.Y <= last.Y && t.Y > last.Y-last.Size {
		return true
	}
	base := last
	if len(line) > 1 && line[0].Size > line[1].Size*3/2 && line[0].Y != line[1].Y { // a large initial's own baseline is another line's
		base = line[1]
	}
	if apart := max(base.Y-t.Y, t.Y-base.Y); apart >= min(base.Size, t.Size)*6/10 {
		return false
	}
	gap := max(t.X-last.X-last.Advance(), last.X-t.X-t.Advance())
	return gap < max(last.Size, t.Size)*2 || last.Pos == t.Pos
}

// isNext reports whether a text goes on where another ends.
func isNext(a, b *page.Text) bool {
	return a.Pos == b.Pos && a.Offset != page.Made && b.Offset == a.Offset+len(a.Text) || a.Pos.Source == b.Pos.Source && b.Pos.Offset > a.Pos.Offset
}

// measured returns a line with its words and its box.
func (l setLine) measured() setLine {
	var b strings.Builder
	x0, y0, x1, y1 := page.Length(math.MaxInt64), page.Length(math.MaxInt64), page.Length(math.MinInt64), page.Length(math.MinInt64)
	for i, t := range l.runs {
		if i > 0 && l.parted(l.runs[i-1], t) {
			b.WriteByte(' ')
		}
		b.WriteString(t.Text)
		up, down := t.Size*3/4, t.Size/4
		x0, y0, x1, y1 = min(x0, t.X), min(y0, t.Y-up), max(x1, t.X+t.Advance()), max(y1, t.Y+down)
	}
	l.text, l.box = b.String(), page.Box{X: x0, Y: y0, W: x1 - x0, H: y1 - y0}
	return l
}

// parted reports whether white that is in neither of two runs stands between them.
func (l setLine) parted(a, b *page.Text) bool {
	if strings.HasSuffix(a.Text, " ") || strings.HasPrefix(b.Text, " ") {
		return false
	}
	if bidi.Has(a.Text) || bidi.Has(b.Text) {
		return a.Pos != b.Pos && max(b.X-a.X-a.Advance(), a.X-b.X-b.Advance()) > b.Size/2
	}
	return b.X-a.X-a.Advance() > min(a.Size, b.Size)/5
}

// turn returns by how much the line is turned on its page, clockwise in degrees.
func (l *setLine) turn() float64 {
	return thousandths(math.Atan2(float64(l.at.B), float64(l.at.A)) * 180 / math.Pi)
}

// span is the part of a file that a line was set from.
type span struct {
	source   *diag.Source
	from, to int
}

// holds reports whether a place, or what lies from it to end, is in the span.
func (s span) holds(src *diag.Source, from, end int) bool {
	return s.source == src && from < max(s.to, s.from+1) && max(end, from+1) > s.from
}

// hit is what stands at a point of a page: a letter of a text, or a picture.
type hit struct {
	text    *page.Text
	cluster int // the letter's first byte
	picture *page.Image
}

// at returns what stands at a point of a page, or near it in the same line.
func at(p *page.Page, x, y float64) (best hit, found bool) {
	nearest := math.Inf(1)
	for m, it := range page.Placed(p.Items) {
		px, py, ok := undo(m, x, y)
		if !ok {
			continue
		}
		switch it := it.(type) {
		case *page.Text:
			if d := distance(it, px, py); it.Pos.IsValid() && it.Text != "" && d < nearest {
				nearest, found, best = d, true, hit{text: it, cluster: clusterAt(it, px)}
			}
		case *page.Image:
			inside := px >= it.X.Points() && px <= (it.X+it.W).Points() && py >= it.Y.Points() && py <= (it.Y+it.H).Points()
			if inside && it.Pos.IsValid() && nearest > 1 {
				nearest, found, best = 1, true, hit{picture: it}
			}
		}
	}
	return best, found
}

// undo takes a point of a page back into the plane of what is placed by m.
func undo(m page.Matrix, x, y float64) (px, py float64, ok bool) {
	a, b, c, d := float64(m.A)/page.Unity, float64(m.B)/page.Unity, float64(m.C)/page.Unity, float64(m.D)/page.Unity
	det := a*d - b*c
	if det == 0 {
		return 0, 0, false
	}
	x, y = x-m.X.Points(), y-m.Y.Points()
	return (d*x - c*y) / det, (a*y - b*x) / det, true
}

// reachAside is how far beside a text, in its sizes, a point may lie that means it: the white of a line's end.
const reachAside = 40

// distance returns how far a point is from a text, infinite when it is not in its line. Letters that rise or descend are in it.
func distance(t *page.Text, x, y float64) float64 {
	size := t.Size.Points()
	above, below := t.Y.Points()-y, y-t.Y.Points()
	if above > 0.95*size || below > 0.4*size {
		return math.Inf(1)
	}
	d := max(0, above-0.75*size, below-0.25*size)
	if aside := max(t.X.Points()-x, x-(t.X+t.Advance()).Points()); aside > 0 {
		if aside > reachAside*size {
			return math.Inf(1)
		}
		d += aside
	}
	return d
}

// clusterAt returns the first byte of the letters of a text that stand at x.
func clusterAt(t *page.Text, x float64) int {
	pen := t.X
	best, nearest := 0, math.Inf(1)
	for _, g := range t.Glyphs {
		left, right := pen.Points(), (pen + page.Length(g.Advance)).Points()
		pen += page.Length(g.Advance)
		if d := max(0, left-x, x-right); d < nearest {
			best, nearest = int(g.At), d
		}
	}
	return min(max(best, 0), len(t.Text))
}
