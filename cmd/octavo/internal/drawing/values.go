package drawing

import (
	"math"
	"strconv"
	"strings"
	"sync"
)

// scanner reads numbers from the value of an attribute.
type scanner struct{ s string }

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' }

// skip skips blanks and a comma.
func (sc *scanner) skip() {
	for len(sc.s) > 0 && isSpace(sc.s[0]) {
		sc.s = sc.s[1:]
	}
	if len(sc.s) > 0 && sc.s[0] == ',' {
		sc.s = sc.s[1:]
		for len(sc.s) > 0 && isSpace(sc.s[0]) {
			sc.s = sc.s[1:]
		}
	}
}

// number reads a number as SVG writes it: "1", "-.5", "1e-3"; one may follow another without a blank.
func (sc *scanner) number() (float64, bool) {
	sc.skip()
	s, n := sc.s, 0
	if n < len(s) && (s[n] == '+' || s[n] == '-') {
		n++
	}
	digits := 0
	for ; n < len(s) && s[n] >= '0' && s[n] <= '9'; n++ {
		digits++
	}
	if n < len(s) && s[n] == '.' {
		for n++; n < len(s) && s[n] >= '0' && s[n] <= '9'; n++ {
			digits++
		}
	}
	if digits == 0 {
		return 0, false
	}
	if n < len(s) && s[n]|0x20 == 'e' {
		e := n + 1
		if e < len(s) && (s[e] == '+' || s[e] == '-') {
			e++
		}
		if e < len(s) && s[e] >= '0' && s[e] <= '9' {
			for n = e; n < len(s) && s[n] >= '0' && s[n] <= '9'; n++ {
			}
		}
	}
	v, err := strconv.ParseFloat(s[:n], 64)
	if err != nil || math.Abs(v) > farthest {
		return 0, false
	}
	sc.s = s[n:]
	return v, true
}

// farthest is the largest number that is read. Beyond it products run over.
const farthest = 1e9

// flag reads a flag of an arc, a single digit.
func (sc *scanner) flag() (bool, bool) {
	sc.skip()
	if sc.s == "" || sc.s[0] != '0' && sc.s[0] != '1' {
		return false, false
	}
	one := sc.s[0] == '1'
	sc.s = sc.s[1:]
	return one, true
}

// numbers reads a list of numbers, up to the first thing that is none.
func numbers(s string) (list []float64) {
	sc := &scanner{s}
	for {
		v, ok := sc.number()
		if !ok {
			return list
		}
		list = append(list, v)
	}
}

// units are those of lengths, in pixels (CSS Values and Units Module Level 3, section 5.2).
var units = sync.OnceValue(func() map[string]float64 {
	return map[string]float64{"": 1, "px": 1, "pt": 4.0 / 3, "pc": 16, "in": 96, "cm": 96 / 2.54, "mm": 96 / 25.4, "q": 96 / 101.6}
})

// length reads a length. A percentage is of whole, an em is size.
func length(s string, whole, size float64) (float64, bool) {
	sc := &scanner{s}
	v, ok := sc.number()
	if !ok {
		return 0, false
	}
	switch unit := strings.ToLower(strings.TrimSpace(sc.s)); unit {
	case "%":
		return v * whole / 100, true
	case "em", "rem":
		return v * size, true
	case "ex", "ch":
		return v * size / 2, true
	default:
		factor, ok := units()[unit]
		return v * factor, ok
	}
}

// transform reads a list of transformations (SVG 1.1, 7.6). What cannot be read ends the list.
func transform(s string) Matrix {
	m := identity
	for {
		name, rest, ok := strings.Cut(s, "(")
		if !ok {
			return m
		}
		inner, after, ok := strings.Cut(rest, ")")
		if !ok {
			return m
		}
		m = m.Times(oneTransform(strings.Trim(name, " ,\t\r\n"), numbers(inner)))
		s = after
	}
}

func oneTransform(name string, v []float64) Matrix {
	at := func(i int, otherwise float64) float64 {
		if i < len(v) {
			return v[i]
		}
		return otherwise
	}
	switch name {
	case "matrix":
		if len(v) == 6 {
			return Matrix{v[0], v[1], v[2], v[3], v[4], v[5]}
		}
	case "translate":
		return Matrix{1, 0, 0, 1, at(0, 0), at(1, 0)}
	case "scale":
		return Matrix{A: at(0, 1), D: at(1, at(0, 1))}
	case "rotate":
		sin, cos := math.Sincos(at(0, 0) * math.Pi / 180)
		turn := Matrix{A: cos, B: sin, C: -sin, D: cos}
		x, y := at(1, 0), at(2, 0)
		return Matrix{1, 0, 0, 1, x, y}.Times(turn).Times(Matrix{1, 0, 0, 1, -x, -y})
	case "skewX":
		return Matrix{A: 1, C: math.Tan(at(0, 0) * math.Pi / 180), D: 1}
	case "skewY":
		return Matrix{A: 1, B: math.Tan(at(0, 0) * math.Pi / 180), D: 1}
	}
	return identity
}

// viewport returns the matrix that fits a view box into a rectangle (SVG 1.1, 7.8).
func viewport(box [4]float64, x, y, w, h float64, preserve string) Matrix {
	if box[2] <= 0 || box[3] <= 0 {
		return Matrix{1, 0, 0, 1, x, y}
	}
	sx, sy := w/box[2], h/box[3]
	fields := strings.Fields(preserve)
	if len(fields) > 0 && fields[0] == "defer" {
		fields = fields[1:]
	}
	align := "xMidYMid"
	if len(fields) > 0 {
		align = fields[0]
	}
	if align != "none" {
		s := math.Min(sx, sy)
		if len(fields) > 1 && fields[1] == "slice" {
			s = math.Max(sx, sy)
		}
		sx, sy = s, s
	}
	part := map[string]float64{"Min": 0, "Mid": 0.5, "Max": 1}
	if align != "none" && len(align) == 8 {
		x += (w - box[2]*sx) * part[align[1:4]]
		y += (h - box[3]*sy) * part[align[5:8]]
	}
	return Matrix{sx, 0, 0, sy, x - float64(box[0]*sx), y - float64(box[1]*sy)}
}

// viewBox reads a view box.
func viewBox(s string) (box [4]float64, ok bool) {
	v := numbers(s)
	if len(v) != 4 || v[2] <= 0 || v[3] <= 0 {
		return box, false
	}
	return [4]float64(v), true
}
