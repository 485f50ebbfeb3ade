package book

import (
	"strconv"
	"strings"
)

// Extent is a length that an author gives a picture, as a part of the measure or as a length on paper; one of the two is set. The
// zero Extent is none.
type Extent struct {
	Percent float64 // of the measure
	Points  float64 // 1/72 in
}

// IsZero reports whether no length is given.
func (e Extent) IsZero() bool { return e == Extent{} }

// points are the units of an Extent in points. A pixel is 1/96 in (CSS Values and Units Module Level 3, section 5.2).
var points = map[string]float64{"mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72, "pt": 1, "pc": 12, "px": 0.75, "": 0.75}

// longest is the largest length of an Extent, in points: that of a large sheet of paper.
const longest = 100 * 72

// ParseExtent reads a length as authors write it: "50%", "60mm", "6.5cm", "2in", "120pt", "300px", or a bare number of pixels.
func ParseExtent(s string) (Extent, bool) {
	s = strings.TrimSpace(s)
	digits := strings.TrimRight(s, "abcdefghijklmnopqrstuvwxyz% ")
	unit := strings.TrimSpace(s[len(digits):])
	if strings.Trim(digits, "0123456789.") != "" {
		return Extent{}, false
	}
	n, err := strconv.ParseFloat(digits, 64)
	if err != nil || n <= 0 {
		return Extent{}, false
	}
	if unit == "%" {
		return Extent{Percent: n}, n <= 100
	}
	size, ok := points[unit]
	return Extent{Points: n * size}, ok && n*size <= longest
}
