package drawing

import (
	"math"
	"strconv"
	"strings"
)

// colour reads a colour of CSS and its opacity (CSS Color Module Level 3, section 4; the blanks of Level 4 too).
func colour(s string) (c RGB, opacity float64, ok bool) {
	s = strings.ToLower(strings.TrimSpace(s))
	if hex, is := strings.CutPrefix(s, "#"); is {
		return hexColour(hex)
	}
	if s == "transparent" {
		return RGB{}, 0, true
	}
	if name, inner, is := strings.Cut(s, "("); is {
		return function(strings.TrimSpace(name), strings.TrimSuffix(inner, ")"))
	}
	c, ok = namedColours()[s]
	return c, 1, ok
}

func hexColour(hex string) (c RGB, opacity float64, ok bool) {
	v, err := strconv.ParseUint(hex, 16, 32)
	if err != nil {
		return c, 0, false
	}
	double := func(v uint64) uint8 { return uint8(v&15) * 17 }
	switch len(hex) {
	case 3:
		return RGB{double(v >> 8), double(v >> 4), double(v)}, 1, true
	case 4:
		return RGB{double(v >> 12), double(v >> 8), double(v >> 4)}, float64(double(v)) / 255, true
	case 6:
		return RGB{uint8(v >> 16), uint8(v >> 8), uint8(v)}, 1, true
	case 8:
		return RGB{uint8(v >> 24), uint8(v >> 16), uint8(v >> 8)}, float64(uint8(v)) / 255, true
	}
	return c, 0, false
}

// function reads the values of rgb(), rgba(), hsl() and hsla().
func function(name, inner string) (c RGB, opacity float64, ok bool) {
	parts := strings.FieldsFunc(inner, func(r rune) bool { return r == ',' || r == ' ' || r == '/' || r == '\t' || r == '\n' })
	if len(parts) != 3 && len(parts) != 4 {
		return c, 0, false
	}
	var v [4]float64
	var percent [4]bool
	v[3] = 1
	for i, p := range parts {
		p = strings.TrimSuffix(p, "deg")
		number, is := strings.CutSuffix(p, "%")
		n, err := strconv.ParseFloat(number, 64)
		if err != nil || math.IsNaN(n) || math.IsInf(n, 0) {
			return c, 0, false
		}
		v[i], percent[i] = n, is
	}
	if percent[3] {
		v[3] /= 100
	}
	opacity = math.Min(math.Max(v[3], 0), 1)
	switch name {
	case "rgb", "rgba":
		for i := range 3 {
			if percent[i] {
				v[i] = v[i] * 255 / 100
			}
		}
		return RGB{byteOf(v[0]), byteOf(v[1]), byteOf(v[2])}, opacity, true
	case "hsl", "hsla":
		return hsl(v[0], v[1]/100, v[2]/100), opacity, true
	}
	return c, 0, false
}

func byteOf(v float64) uint8 { return uint8(math.Round(math.Min(math.Max(v, 0), 255))) }

// hsl converts a hue in degrees, a saturation and a lightness (CSS Color Module Level 3, 4.2.4).
func hsl(h, s, l float64) RGB {
	s, l = math.Min(math.Max(s, 0), 1), math.Min(math.Max(l, 0), 1)
	part := func(n float64) uint8 {
		k := math.Mod(math.Mod(n+h/30, 12)+12, 12)
		return byteOf(255 * (l - s*math.Min(l, 1-l)*math.Max(-1, math.Min(math.Min(k-3, 9-k), 1))))
	}
	return RGB{part(0), part(8), part(4)}
}
