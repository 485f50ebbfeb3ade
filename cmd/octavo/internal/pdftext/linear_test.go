package pdftext

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/content"
	"octavo/cmd/octavo/internal/timing"
)

// lettersOf returns lines of so many letters each.
func lettersOf(lines, each int, size float64) (out []Letter) {
	for l := range lines {
		for i := range each {
			x, y := float64(i)*size/2, -float64(l)*size
			out = append(out, Letter{Text: "a", Box: content.Corners(x, y-size/4, x+size/2, y+3*size/4), Base: y, Left: x,
				Right: x + size/2, Size: size})
		}
	}
	return out
}

// TestLinear does what was quadratic at two sizes.
func TestLinear(t *testing.T) {
	t.Run("initials of many lines", func(t *testing.T) {
		timing.Linear(t, 2000, func(n int) { // each line has one that would reach up to the first
			var all []Letter
			for i, c := range lettersOf(n, 2, 1) {
				if i%2 == 0 && i > n {
					c.Size, c.Text = float64(n), "W"
				}
				all = append(all, c)
			}
			arrange(all)
		})
	})
	t.Run("a line of initials", func(t *testing.T) {
		timing.Linear(t, 4000, func(n int) { arrange(append(lettersOf(1, n, 1), lettersOf(2, n, 10)[n:]...)) })
	})
	for name, find := range map[string]func(x *Text, y float64){
		"marks":  func(x *Text, y float64) { x.Marked(x.WholeWords(x.Under([]Rect{content.Corners(3, y, 9, y+1)}))) },
		"points": func(x *Text, y float64) { x.At(3, y) },
		"lines":  func(x *Text, y float64) { _, line, _ := x.At(500, y); x.Line(line) },
	} {
		t.Run(name, func(t *testing.T) {
			timing.Linear(t, 500, func(n int) {
				x := arrange(lettersOf(n, 20, 1))
				for i := range n {
					find(x, -float64(i))
				}
			})
		})
	}
}

// TestIndex holds the index against looking at every letter.
func TestIndex(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 8))
	for range 200 {
		var all []Letter
		for range r.IntN(700) {
			x, y, size := 400*r.Float64(), 600*r.Float64(), 1+20*r.Float64()
			all = append(all, Letter{Text: strings.Repeat("a", r.IntN(2)+1), Box: content.Corners(x, y, x+size*r.Float64(), y+size), Base: y, Left: x, Right: x + size, Size: size})
		}
		text := arrange(all)
		x, y := 420*r.Float64()-10, 620*r.Float64()-10
		q := content.Corners(x, y, x+100*r.Float64(), y+30*r.Float64())
		var want Marks
		best, nearest := math.Inf(1), -1
		for i, c := range text.Letters {
			mx, my := c.Box.Middle()
			if mx >= q.X0 && mx <= q.X1 && my >= q.Y0-0.1*c.Size && my <= q.Y1+0.1*c.Size {
				want = append(want, i)
			}
			dx, dy := max(c.Box.X0-x, 0, x-c.Box.X1), max(c.Box.Y0-y, 0, y-c.Box.Y1)
			if d := dx + 8*dy + 0.5*math.Abs(y-my); d < best {
				best, nearest = d, i
			}
		}
		if got := text.Under([]Rect{q, q}); !slices.Equal(got, want) {
			t.Fatalf("under %v are %v, want %v", q, got, want)
		}
		_, line, ok := text.At(x, y)
		if ok != (nearest >= 0) || ok && (text.Lines[line].From > nearest || text.Lines[line].To <= nearest) {
			t.Fatalf("%v, %v is on line %d, want that of letter %d", x, y, line, nearest)
		}
	}
}
