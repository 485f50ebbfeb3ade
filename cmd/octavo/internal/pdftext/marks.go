package pdftext

import (
	"math"
	"slices"
	"strings"
)

// Passage is a piece of a page's text with what stands around it.
type Passage struct{ Before, Words, After string }

// reach is how much of the text around a mark is given, in letters.
const reach = 160

// Under are the letters that lie under rectangles: their middles do.
func (t *Text) Under(quads []Rect) []bool {
	marked := make([]bool, len(t.Letters))
	for i, c := range t.Letters {
		x, y := c.Box.Middle()
		for _, q := range quads {
			if x >= q.X0 && x <= q.X1 && y >= q.Y0-0.1*c.Size && y <= q.Y1+0.1*c.Size {
				marked[i] = true
				break
			}
		}
	}
	return marked
}

// WholeWords makes a rough mark one of whole words: those of which at least half is marked.
func (t *Text) WholeWords(marked []bool) []bool {
	out := make([]bool, len(marked))
	for from := 0; from < len(t.Letters); {
		to := from + 1
		for to < len(t.Letters) && !strings.Contains(t.Flow[t.at[to-1]:t.at[to]], " ") {
			to++
		}
		n, all := 0, 0
		for i := from; i < to; i++ {
			if strings.TrimSpace(t.Letters[i].Text) == "" {
				continue
			}
			if all++; marked[i] {
				n++
			}
		}
		if n > 0 && 2*n >= all {
			for i := from; i < to; i++ {
				out[i] = true
			}
		}
		from = to
	}
	return out
}

// Marked is the text of the marked letters; ok is false when none is marked but white.
func (t *Text) Marked(marked []bool) (p Passage, ok bool) {
	first, last := -1, -1
	var b strings.Builder
	for i, c := range t.Letters {
		if !marked[i] || strings.TrimSpace(c.Text) == "" {
			continue
		}
		if first < 0 {
			first = i
		} else if strings.Contains(t.Flow[t.at[last]:t.at[i]], " ") {
			b.WriteByte(' ')
		}
		last = i
		b.WriteString(strings.TrimSpace(t.Flow[t.at[i]:t.at[i+1]]))
	}
	if first < 0 {
		return p, false
	}
	end := t.at[last] + len(strings.TrimRight(t.Flow[t.at[last]:t.at[last+1]], " "))
	p = t.Around(t.at[first], end)
	p.Words = b.String()
	return p, p.Words != ""
}

// Around is the piece of Flow from one place to another, both byte offsets, with what stands around it.
func (t *Text) Around(from, to int) Passage {
	for from < to && t.Flow[from] == ' ' {
		from++
	}
	for to > from && t.Flow[to-1] == ' ' {
		to--
	}
	return Passage{Before: tail(t.Flow[:from], reach), Words: t.Flow[from:to], After: head(t.Flow[to:], reach)}
}

// Line is the piece of Flow that a line is, with what stands around it.
func (t *Text) Line(i int) Passage {
	l := t.Lines[i]
	return t.Around(t.at[l.From], t.at[l.To])
}

// tail is the end of a text, whole letters.
func tail(s string, n int) string {
	for i := range s {
		if len(s)-i <= n {
			return s[i:]
		}
	}
	return ""
}

func head(s string, n int) string {
	for i := range s {
		if i >= n {
			return s[:i]
		}
	}
	return s
}

// At is the point of Flow nearest to a place of the page, between two letters, and the line that it is on; ok is
// false on a page without text.
func (t *Text) At(x, y float64) (flow, line int, ok bool) {
	best := math.Inf(1)
	for i, c := range t.Letters {
		// Up and down counts more: a note in the margin means the line beside it.
		dx := max(c.Box.X0-x, 0, x-c.Box.X1)
		dy := max(c.Box.Y0-y, 0, y-c.Box.Y1)
		_, my := c.Box.Middle()
		if d := dx + 8*dy + 0.5*math.Abs(y-my); d < best {
			best, flow, ok = d, t.at[i], true
			if mx, _ := c.Box.Middle(); x > mx {
				flow = t.at[i+1]
			}
			line = slices.IndexFunc(t.Lines, func(l Line) bool { return i >= l.From && i < l.To })
		}
	}
	return flow, line, ok
}

// LineOf is the line that the first marked letter is on, from 0; -1 when none is marked.
func (t *Text) LineOf(marked []bool) int {
	i := slices.Index(marked, true)
	if i < 0 {
		return -1
	}
	return slices.IndexFunc(t.Lines, func(l Line) bool { return i >= l.From && i < l.To })
}
