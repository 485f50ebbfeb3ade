// Package contrast measures how well a colour can be read on another, by the Web Content Accessibility Guidelines 2.2, and
// finds colours that can. [Parse] reads a colour, [Ratio] compares two.
package contrast

import (
	"fmt"
	"math"
	"strconv"
)

// Text is the least ratio for text of any size (WCAG 2.2, 1.4.3).
const Text = 4.5

// RGB is a colour of a screen, in sRGB.
type RGB struct{ R, G, B uint8 }

// White and Black are the grounds on which an e-reader shows a page, by day and by night.
var (
	White = RGB{255, 255, 255}
	Black = RGB{}
)

// Parse reads "#rrggbb", in hexadecimal digits of either case.
func Parse(hex string) (c RGB, ok bool) {
	if len(hex) != 7 || hex[0] != '#' {
		return RGB{}, false
	}
	n, err := strconv.ParseUint(hex[1:], 16, 32)
	return RGB{uint8(n >> 16), uint8(n >> 8), uint8(n)}, err == nil
}

// String is c as Parse reads it.
func (c RGB) String() string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// Luminance returns the relative luminance of a colour, 0 to 1 (WCAG 2.2), from its parts of 0 to 1 in sRGB.
func Luminance(r, g, b float64) float64 {
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

// linear returns the light of a part of a colour in sRGB.
func linear(s float64) float64 {
	if s <= 0.04045 {
		return s / 12.92
	}
	return math.Pow((s+0.055)/1.055, 2.4)
}

func (c RGB) luminance() float64 {
	return Luminance(float64(c.R)/255, float64(c.G)/255, float64(c.B)/255)
}

// Of returns the contrast ratio of two luminances, 1 to 21 (WCAG 2.2).
func Of(a, b float64) float64 { return (max(a, b) + 0.05) / (min(a, b) + 0.05) }

// Ratio returns the contrast ratio of two colours, 1 to 21.
func Ratio(a, b RGB) float64 { return Of(a.luminance(), b.luminance()) }

// OnWhite returns c, or where it is too pale for text on white, c made just dark enough.
func (c RGB) OnWhite() RGB {
	return c.mixed(Black, func(m RGB) bool { return Ratio(m, White) >= Text })
}

// OnBoth returns the colour nearest to c in which text can be read on white and on black alike. An e-reader takes the ground
// from its own settings and not always from the system's, so that a style sheet cannot know which it is.
func (c RGB) OnBoth() RGB {
	c = c.OnWhite()
	onBlack := func(m RGB) bool { return Ratio(m, Black) >= Text }
	if pure := c.pure(); onBlack(pure) { // lighter, and as deep a red as it was
		return c.mixed(pure, onBlack)
	}
	return c.pure().mixed(White, onBlack)
}

// pure returns the brightest colour in which red, green and blue have the shares that they have in c.
func (c RGB) pure() RGB {
	most := int(max(c.R, c.G, c.B))
	if most == 0 {
		return White
	}
	part := func(v uint8) uint8 { return uint8((int(v)*255 + most/2) / most) }
	return RGB{part(c.R), part(c.G), part(c.B)}
}

// mixed returns c with the least share of another colour, in thousandths, that is good enough; c if there is none.
func (c RGB) mixed(other RGB, good func(RGB) bool) RGB {
	part := func(a, b uint8, share int) uint8 { return uint8((int(a)*(1000-share) + int(b)*share + 500) / 1000) }
	for share := 0; share <= 1000; share++ {
		if m := (RGB{part(c.R, other.R, share), part(c.G, other.G, share), part(c.B, other.B, share)}); good(m) {
			return m
		}
	}
	return c
}
