package config

import (
	"slices"
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/diag"
)

// Units.
const (
	pt   Length = 1 << 16
	inch        = 72 * pt
)

const lengthNote = `write a number with its unit, in, mm, cm or pt: "0.75in", "19mm", "54pt"`

// unitSize is a unit and its size in 1/65536 points, as a fraction.
type unitSize struct {
	name     string
	num, den int64
}

var units = []unitSize{
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

// unitOf returns the unit of a length as it is written, and reports whether it has one: a bare number is points.
func unitOf(s string) (unit string, said bool) {
	for _, u := range units {
		if strings.HasSuffix(strings.TrimSpace(s), u.name) {
			return u.name, true
		}
	}
	return "pt", false
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

// noteTrims notes on a trim that is wrong what may be meant by it, and how a trim is written.
func noteTrims(d *diag.Diagnostic, value string) {
	if meant := trimsMeant(value); len(meant) > 0 {
		for i, m := range meant {
			meant[i] = strconv.Quote(m)
		}
		d.Note("did you mean trim = %s?", strings.Join(meant, " or "))
		return
	}
	d.Note(`write trim = "5.5x8.5in" or "129x198mm"`)
}

// trimsMeant returns what may be meant by a trim without a unit: in each unit in which both sides are those of a book's page, the most
// usual one first. A trim that parseTrim refuses for another reason means nothing.
func trimsMeant(s string) (meant []string) {
	s = strings.ToLower(strings.Join(strings.Fields(s), ""))
	if named := namedTrim(s); named != "" {
		return []string{named}
	}
	s = strings.NewReplacer("×", "x", "*", "x", ",", ".", "\"", "in", "″", "in", "”", "in", "inches", "in", "inch", "in").Replace(s)
	if strings.Count(s, "in") == 2 {
		s = strings.Replace(s, "in", "", 1)
	}
	for _, unit := range []string{"", "in", "cm", "mm"} {
		w, h, ok := parseTrim(s + unit)
		if ok && trimForm.Admits(w, h) {
			meant = append(meant, s+unit)
		}
	}
	return meant
}

// namedTrim returns the sides of a size of paper by its name (ISO 216, and North America's), "" for another word.
func namedTrim(name string) string {
	switch name {
	case "a4":
		return "210x297mm"
	case "a5":
		return "148x210mm"
	case "a6":
		return "105x148mm"
	case "b5":
		return "176x250mm"
	case "b6":
		return "125x176mm"
	case "letter":
		return "8.5x11in"
	case "digest", "halfletter", "half-letter", "statement":
		return "5.5x8.5in"
	}
	return ""
}

// rounding is which way a length is rounded that has no exact form in a unit.
type rounding uint8

const (
	up rounding = iota
	down
)

// in returns the length in a unit of units, to a thousandth, in the form used in TOML: "25.4mm".
func (l Length) in(unit string, r rounding) string {
	if l == 0 {
		return "0"
	}
	i := slices.IndexFunc(units, func(u unitSize) bool { return u.name == unit })
	num, den := units[i].num, units[i].den*1000
	thousandths := int64(l) * den / num
	if length := func(n int64) Length { return Length((n*num + den/2) / den) }; length(thousandths) != l && (r == up || length(thousandths+1) == l) {
		thousandths++
	}
	return strconv.FormatFloat(float64(thousandths)/1000, 'f', -1, 64) + unit
}

// between returns two bounds in a unit, "2mm to 25.4mm", rounded to the inside where they have no exact form there, so that they can
// be written as they are printed.
func between(least, most Length, unit string) string {
	return least.in(unit, up) + " to " + most.in(unit, down)
}

// paperBounds returns bounds for a length on paper in the units of those who cut it.
func paperBounds(least, most Length) string {
	return between(least, most, "mm") + " (" + between(least, most, "in") + ")"
}

// sideBounds returns bounds for the sides of a size in the unit that its author has used, or in those of paper.
func sideBounds(least, most Length, it item) string {
	if unit, _ := unitOf(it.value.(string)); unit != "pt" {
		return between(least, most, unit)
	}
	return paperBounds(least, most)
}

// Units returns the units of lengths. A number without one is in points, the last of them.
func Units() []string {
	out := make([]string, len(units))
	for i, u := range units {
		out[i] = u.name
	}
	return out
}

// Millionths returns the least and the most number that a length can have in a unit, in millionths: those of the bounds to a thousandth
// where that is exact, and otherwise those that are read as a length within the bounds.
func (f LengthForm) Millionths(unit string) (least, most int64) {
	u := units[slices.IndexFunc(units, func(u unitSize) bool { return u.name == unit })]
	den := u.den * 1e6
	length := func(n int64) Length { return Length((n*u.num + den/2) / den) }
	near := func(l Length) (int64, bool) {
		n := ((int64(l)*u.den*1000 + u.num/2) / u.num) * 1000
		return n, length(n) == l
	}
	var exact bool
	if least, exact = near(f.Least); !exact {
		least = (int64(f.Least)*den - den/2 + u.num - 1) / u.num
	}
	if most, exact = near(f.Most); !exact {
		most = ((int64(f.Most)+1)*den - den/2 - 1) / u.num
	}
	return least, most
}

// both returns a length in millimetres and in inches, for messages.
func both(l Length) string { return l.in("mm", down) + " (" + l.in("in", down) + ")" }

// String returns the length in points, in the form used in TOML: "14pt", "0.5pt".
func (l Length) String() string {
	return strconv.FormatFloat(float64(l*1000/pt)/1000, 'f', -1, 64) + "pt"
}
