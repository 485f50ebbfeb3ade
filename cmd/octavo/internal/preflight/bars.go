package preflight

import (
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/content"
)

// An EAN-13 has 95 modules, and a five-digit add-on 47 (GS1 General Specifications, 5.2). A module is 0.330 mm wide at 100 %.
const (
	eanModules   = 95
	eanBars      = 30
	addonModules = 47
	module       = 0.330 * 72 / 25.4 // points, at 100 %
	fullHeight   = 22.85 / 0.330     // of the bars, in modules
)

// code is a barcode as it is found among the bars of a sheet.
type code struct {
	digits, addon string
	module        float64      // its width, in points
	ean           content.Rect // around the bars between the guard bars, in height
	all           content.Rect // the same with the add-on
	bars          []stain
}

// percent returns its size.
func (c *code) percent() float64 { return 100 * c.module / module }

// findCode returns the barcode in a box. Bars are dark upright shapes, much higher than wide.
func (d *Document) findCode(box content.Rect) *code {
	var bars []stain
	for i := range d.stains {
		s := &d.stains[i]
		if s.kind == area && s.upright && s.dark() && box.Holds(s.box) && s.box.Height() > 14 && s.box.Height() > 2.5*s.box.Width() {
			bars = append(bars, *s)
		}
	}
	if len(bars) < eanBars || len(bars) > 2000 {
		return nil
	}
	slices.SortStableFunc(bars, func(a, b stain) int { return compare(a.box.X0, b.box.X0) })
	bars = joined(bars)
	for from := 0; from+eanBars <= len(bars); from++ {
		if c := readCode(bars[from:]); c != nil {
			return c
		}
	}
	return nil
}

func compare(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// joined returns bars with those made one that touch each other: some makers draw one module after the other.
func joined(bars []stain) []stain {
	out := bars[:1]
	for _, b := range bars[1:] {
		last := &out[len(out)-1]
		if b.box.X0 <= last.box.X1+0.02 {
			last.box.X1 = max(last.box.X1, b.box.X1)
			last.box.Y0, last.box.Y1 = max(last.box.Y0, b.box.Y0), min(last.box.Y1, b.box.Y1)
			continue
		}
		out = append(out, b)
	}
	return out
}

// dark reports whether bars of a colour can be read at all.
func (s *stain) dark() bool {
	c := s.colour
	if c.space.family == rgb || c.space.family == iccRGB || c.space.family == calibrated {
		return !c.tint
	}
	return c.ink >= 70
}

// readCode reads an EAN-13 whose first bar is that of bars, and the add-on behind it.
func readCode(bars []stain) *code {
	first, last := bars[0].box, bars[eanBars-1].box
	c := &code{module: (last.X1 - first.X0) / eanModules, ean: content.Rect{X0: first.X0, X1: last.X1, Y0: first.Y0, Y1: first.Y1}}
	if c.digits = decodeEAN(modulesOf(bars[:eanBars], first.X0, c.module, eanModules)); c.digits == "" {
		return nil
	}
	c.bars = bars[:eanBars]
	for _, b := range c.bars { // between the guard bars, which may be longer
		c.ean.Y0, c.ean.Y1 = max(c.ean.Y0, b.box.Y0), min(c.ean.Y1, b.box.Y1)
	}
	c.all = c.ean
	if rest := bars[eanBars:]; len(rest) > 0 {
		if gap := (rest[0].box.X0 - last.X1) / c.module; gap > 4 && gap < 16 {
			c.readAddon(rest)
		}
	}
	return c
}

// readAddon reads the add-on whose first bar is that of bars.
func (c *code) readAddon(bars []stain) {
	from := bars[0].box.X0
	n := 0
	for n < len(bars) && bars[n].box.X1 < from+(addonModules+1)*c.module {
		n++
	}
	if c.addon = decodeAddon(modulesOf(bars[:n], from, c.module, addonModules)); c.addon != "" {
		c.all.X1 = bars[n-1].box.X1
		c.bars = slices.Concat(c.bars, bars[:n])
	}
}

// modulesOf returns n modules from a place on, 1 for a dark one.
func modulesOf(bars []stain, from, width float64, n int) string {
	out := make([]byte, n)
	i := 0
	for k := range out {
		x := from + (float64(k)+0.5)*width
		for i < len(bars) && bars[i].box.X1 < x {
			i++
		}
		out[k] = '0'
		if i < len(bars) && bars[i].box.X0 <= x {
			out[k] = '1'
		}
	}
	return string(out)
}

// figures are the modules of the figures in set A (ISO/IEC 15420, table 1). Set C has light for dark, and set B is C from right to left.
const figures = "0001101 0011001 0010011 0111101 0100011 0110001 0101111 0111011 0110111 0001011"

// figure returns which figure seven modules are, in set A or B.
func figure(modules string) (digit int, set byte) {
	if i := strings.Index(figures, modules); i >= 0 && i%8 == 0 {
		return i / 8, 'A'
	}
	b := []byte(modules)
	slices.Reverse(b)
	if i := strings.Index(figures, turned(string(b))); i >= 0 && i%8 == 0 {
		return i / 8, 'B'
	}
	return -1, 0
}

// turned returns modules with light for dark.
func turned(modules string) string {
	return strings.Map(func(r rune) rune { return '0' + '1' - r }, modules)
}

// The sets of the figures by the first digit of an EAN-13 and by the check digit of an add-on (ISO/IEC 15420, tables 2 and 4).
const (
	eanSets   = "AAAAAA AABABB AABBAB AABBBA ABAABB ABBAAB ABBBAA ABABAB ABABBA ABBABA"
	addonSets = "BBAAA BABAA BAABA BAAAB ABBAA AABBA AAABB ABABA ABAAB AABAB"
)

// decodeEAN returns the 13 digits of 95 modules, "" if they are no EAN-13.
func decodeEAN(m string) string {
	if m[:3] != "101" || m[45:50] != "01010" || m[92:] != "101" {
		return ""
	}
	digits, sets, sum := "", "", 0
	for i := range 12 {
		at := 3 + 7*i
		part := m[at : at+7]
		if i >= 6 {
			part = turned(m[at+5 : at+12])
		}
		d, set := figure(part)
		if d < 0 || i >= 6 && set != 'A' {
			return ""
		}
		if digits += string(rune('0' + d)); i < 6 {
			sets += string(set)
		}
	}
	first := strings.Index(eanSets, sets)
	if first < 0 || first%7 != 0 {
		return ""
	}
	digits = string(rune('0'+first/7)) + digits
	for i, r := range digits {
		sum += (1 + i%2*2) * int(r-'0')
	}
	if sum%10 != 0 {
		return ""
	}
	return digits
}

// decodeAddon returns the five digits of 47 modules, "" if they are no add-on.
func decodeAddon(m string) string {
	if m[:4] != "1011" {
		return ""
	}
	digits, sets, sum := "", "", 0
	for i := range 5 {
		at := 4 + 9*i
		d, set := figure(m[at : at+7])
		if d < 0 || i < 4 && m[at+7:at+9] != "01" {
			return ""
		}
		digits, sets, sum = digits+string(rune('0'+d)), sets+string(set), sum+[2]int{3, 9}[i%2]*d
	}
	if strings.Index(addonSets, sets) != 6*(sum%10) {
		return ""
	}
	return digits
}
