package pdftext

import (
	"math"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/cos"
)

// Passage is a piece of a page's text with what stands around it.
type Passage struct{ Before, Words, After string }

// reach is how much of the text around a mark is given, in letters.
const reach = 160

// markSlack is how far beside a mark the middles of letters under it may be, in parts of their size.
const markSlack = 0.1

// Marks are the marked letters of a page, by number, in order.
type Marks []int

// Where returns the letters for which in is true. They are looked for only where into is true of a box around letters.
func (t *Text) Where(into func(box Rect) bool, in func(Letter) bool) (marked Marks) {
	t.nearby.walk(func(box Rect) bool { return t.budget.Spend(cos.Work, 1) && into(box) }, func(i int) {
		if in(t.Letters[i]) {
			marked = append(marked, i)
		}
	})
	t.budget.Spend(cos.Work, len(marked))
	return marked
}

// Join returns the letters that are marked here or there.
func Join(marks ...Marks) Marks {
	all := slices.Concat(marks...)
	slices.Sort(all)
	return slices.Compact(all)
}

// Under returns the letters whose middles lie under rectangles.
func (t *Text) Under(quads []Rect) Marks {
	var all []Marks
	for _, q := range quads {
		if t.budget.Err() != nil {
			return nil
		}
		all = append(all, t.Where(func(box Rect) bool {
			return box.X1 >= q.X0 && box.X0 <= q.X1 && box.Y1 >= q.Y0 && box.Y0 <= q.Y1
		}, func(c Letter) bool {
			x, y := c.Box.Middle()
			return x >= q.X0 && x <= q.X1 && y >= q.Y0-markSlack*c.Size && y <= q.Y1+markSlack*c.Size
		}))
	}
	return Join(all...)
}

// Beside returns the letters of the lines whose middles are between two heights.
func (t *Text) Beside(low, high float64) (marked Marks) {
	if !t.budget.Spend(cos.Work, len(t.Lines)/8) {
		return nil
	}
	for _, l := range t.Lines {
		if _, y := l.Box.Middle(); y > low && y < high && t.budget.Spend(cos.Work, l.To-l.From) {
			for i := l.From; i < l.To; i++ {
				marked = append(marked, i)
			}
		}
	}
	return marked
}

// WholeWords rounds a mark to whole words: those of which at least half is marked.
func (t *Text) WholeWords(marked Marks) (out Marks) {
	ends := func(i int) bool { return strings.Contains(t.Flow[t.at[i]:t.at[i+1]], " ") } // a word, with the letter i
	for len(marked) > 0 {
		from, to := marked[0], marked[0]+1
		for from > 0 && !ends(from-1) {
			from--
		}
		for to < len(t.Letters) && !ends(to-1) {
			to++
		}
		n, all := 0, 0
		for i := from; i < to; i++ {
			on := len(marked) > 0 && marked[0] == i
			if on {
				marked = marked[1:]
			}
			if strings.TrimSpace(t.Letters[i].Text) == "" {
				continue
			}
			if all++; on {
				n++
			}
		}
		if !t.budget.Spend(cos.Work, to-from) {
			return nil
		}
		if n > 0 && 2*n >= all {
			for i := from; i < to; i++ {
				out = append(out, i)
			}
		}
	}
	return out
}

// Marked returns the text of the marked letters; ok is false if only white space is marked.
func (t *Text) Marked(marked Marks) (p Passage, ok bool) {
	first, last := -1, -1
	var b strings.Builder
	for _, i := range marked {
		if strings.TrimSpace(t.Letters[i].Text) == "" {
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
	if first < 0 || !t.budget.Spend(cos.Letters, b.Len()) {
		return p, false
	}
	end := t.at[last] + len(strings.TrimRight(t.Flow[t.at[last]:t.at[last+1]], " "))
	p = t.Around(t.at[first], end)
	p.Words = b.String()
	return p, p.Words != ""
}

// Around returns the piece of Flow from one place to another, both byte offsets, with what stands around it.
func (t *Text) Around(from, to int) Passage {
	for from < to && t.Flow[from] == ' ' {
		from++
	}
	for to > from && t.Flow[to-1] == ' ' {
		to--
	}
	return Passage{Before: tail(t.Flow[:from], reach), Words: t.Flow[from:to], After: head(t.Flow[to:], reach)}
}

// Line returns the piece of Flow that a line is, with what stands around it.
func (t *Text) Line(i int) Passage {
	l := t.Lines[i]
	return t.Around(t.at[l.From], t.at[l.To])
}

// tail returns the end of a text, whole letters.
func tail(s string, n int) string {
	from := max(0, len(s)-n)
	for from < len(s) && !utf8.RuneStart(s[from]) {
		from++
	}
	return s[from:]
}

func head(s string, n int) string {
	for i := range s {
		if i >= n {
			return s[:i]
		}
	}
	return s
}

// At returns the point of Flow nearest to a place of the page, between two letters, and the line that it is on; ok is
// false on a page without text.
func (t *Text) At(x, y float64) (flow, line int, ok bool) {
	i := t.nearby.nearest(func(box Rect) float64 {
		t.budget.Spend(cos.Work, 1)
		// Vertical distance counts more: a note in the margin belongs to the line beside it.
		dx := max(box.X0-x, 0, x-box.X1)
		dy := max(box.Y0-y, 0, y-box.Y1)
		return dx + 8*dy
	}, func(c Letter) float64 {
		_, my := c.Box.Middle()
		return 0.5 * math.Abs(y-my)
	})
	if i < 0 {
		return 0, 0, false
	}
	flow = t.at[i]
	if mx, _ := t.Letters[i].Box.Middle(); x > mx {
		flow = t.at[i+1]
	}
	return flow, t.lineOf(i), true
}

// LineOf returns the line that the first marked letter is on, from 0; -1 when none is marked.
func (t *Text) LineOf(marked Marks) int {
	if len(marked) == 0 {
		return -1
	}
	return t.lineOf(marked[0])
}

func (t *Text) lineOf(letter int) int {
	return sort.Search(len(t.Lines), func(i int) bool { return letter < t.Lines[i].To })
}
