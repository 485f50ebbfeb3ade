package config

import (
	"strconv"
	"strings"
)

// Units.
const (
	pt   Length = 1 << 16
	inch        = 72 * pt
)

const lengthNote = `write a number with its unit, in, mm, cm or pt: "0.75in", "19mm", "54pt"`

// units maps each unit to its size in 1/65536 points, as a fraction.
var units = []struct {
	name     string
	num, den int64
}{
	{"in", int64(inch), 1}, {"mm", int64(inch) * 10, 254}, {"cm", int64(inch) * 100, 254}, {"pt", int64(pt), 1},
}

// parseLength parses "0.75in", "19 mm" or a bare number of points, and rounds to the nearest 1/65536 pt. It uses integer
// arithmetic, so that every machine gets the same result. Lengths of a thousand inches and more are not accepted.
func parseLength(s string) (Length, bool) {
	s = strings.TrimSpace(s)
	num, den := int64(pt), int64(1)
	for _, u := range units {
		if n, ok := strings.CutSuffix(s, u.name); ok {
			s, num, den = strings.TrimRight(n, " "), u.num, u.den
			break
		}
	}
	whole, fraction, dot := strings.Cut(s, ".")
	if whole == "" && fraction == "" || dot && fraction == "" || len(whole) > 6 || !plainDigits(whole) || !plainDigits(fraction) {
		return 0, false
	}
	fraction = fraction[:min(len(fraction), 6)] // a millionth is finer than the unit
	n, err := strconv.ParseInt(whole+fraction, 10, 64)
	if err != nil {
		return 0, false
	}
	for range len(fraction) {
		den *= 10
	}
	if n > (1<<62)/num {
		return 0, false
	}
	l := Length((n*num + den/2) / den)
	return l, l < 1000*inch
}

func plainDigits(s string) bool {
	return strings.Trim(s, "0123456789") == ""
}

// parseTrim parses "5.5x8.5in", "129x198mm" or "5.5in x 8.5in".
func parseTrim(s string) (width, height Length, ok bool) {
	w, h, ok := strings.Cut(strings.ReplaceAll(s, "×", "x"), "x")
	if !ok {
		return 0, 0, false
	}
	w, h = strings.TrimSpace(w), strings.TrimSpace(h)
	if w != "" && w[len(w)-1] <= '9' { // only the height has a unit
		for _, u := range units {
			if strings.HasSuffix(h, u.name) {
				w += u.name
			}
		}
	}
	width, ok = parseLength(w)
	height, ok2 := parseLength(h)
	return width, height, ok && ok2
}

// String returns the length in points, in the form used in TOML: "14pt", "0.5pt".
func (l Length) String() string {
	return strconv.FormatFloat(float64(l*1000/pt)/1000, 'f', -1, 64) + "pt"
}
