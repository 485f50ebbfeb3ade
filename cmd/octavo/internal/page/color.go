package page

import "fmt"

// RGB is the ink as a screen shows it, by the plain formula without a profile: for pictures that nobody prints.
func (c Color) RGB() (r, g, b uint8) {
	part := func(v uint8) uint8 {
		return uint8((100 - int(min(v, 100))) * (100 - int(min(c.K, 100))) * 255 / 10000)
	}
	return part(c.C), part(c.M), part(c.Y)
}

// FromRGB returns the inks of a colour on a screen: black for what is common to the three, the rest in cyan, magenta and yellow
// (ISO 32000-1, 10.3.4, with full black generation). RGB is its inverse, within what percents can say.
func FromRGB(r, g, b uint8) Color {
	most := int(max(r, g, b))
	if most == 0 {
		return Black
	}
	part := func(v uint8) uint8 { return uint8((100*(most-int(v)) + most/2) / most) }
	return Color{C: part(r), M: part(g), Y: part(b), K: uint8((100*(255-most) + 127) / 255)}
}

// Limited returns c with no more than most percent of all inks together, what is left of cyan, magenta and yellow in proportion.
func (c Color) Limited(most int) Color {
	if sum, k := int(c.C)+int(c.M)+int(c.Y), int(c.K); sum+k > most {
		part := func(v uint8) uint8 { return uint8(int(v) * max(0, most-k) / sum) }
		c.C, c.M, c.Y = part(c.C), part(c.M), part(c.Y)
	}
	return c
}

// String is the parts of an ink, as a dump has them.
func (c Color) String() string {
	s := fmt.Sprintf("{%d %d %d %d}", c.C, c.M, c.Y, c.K)
	if c.Second {
		s += " second ink"
	}
	return s
}
