package book

import "testing"

func TestPrinted(t *testing.T) {
	const pt = 1 << 16
	room := Room{Measure: 288 * pt, Height: 500 * pt, Inch: 72 * pt}
	for _, c := range []struct {
		name          string
		width, height int
		dpi           float64
		asked         Image
		w, h          int64 // points
		limit         Limit
	}{
		{"at 300 dpi for want of another", 600, 300, 0, Image{}, 144, 72, Unlimited},
		{"a screen's density", 600, 300, 72, Image{}, 144, 72, Unlimited},
		{"another screen's", 600, 300, 143.99, Image{}, 144, 72, Unlimited},
		{"a scanner's density", 600, 300, 200, Image{}, 216, 108, Unlimited},
		{"a plot's", 320, 240, 100, Image{}, 230, 172, Unlimited},
		{"wider than the text", 3000, 1500, 300, Image{}, 288, 144, ByMeasure},
		{"a telephone's screen", 1170, 2532, 0, Image{}, 138, 300, ByHeight},
		{"half the measure", 1170, 2532, 72, Image{Width: Extent{Percent: 50}}, 144, 311, Unlimited},
		{"all of the measure", 1170, 2532, 72, Image{Width: Extent{Percent: 100}}, 207, 450, ByHeight},
		{"wider than asked is possible", 600, 300, 0, Image{Width: Extent{Points: 400}}, 288, 144, ByMeasure},
		{"a height", 600, 300, 0, Image{Height: Extent{Points: 50}}, 100, 50, Unlimited},
		{"a part of the page's height", 300, 300, 0, Image{Height: Extent{Percent: 20}}, 100, 100, Unlimited},
		{"the width counts", 300, 300, 0, Image{Width: Extent{Points: 30}, Height: Extent{Points: 99}}, 30, 30, Unlimited},
	} {
		c.asked.File = &Picture{Width: c.width, Height: c.height, DPI: c.dpi}
		w, h, limit := c.asked.Printed(room)
		if w/pt != c.w || h/pt != c.h || limit != c.limit {
			t.Errorf("%s: %d × %d pt, limit %d; want %d × %d, %d", c.name, w/pt, h/pt, limit, c.w, c.h, c.limit)
		}
	}
}
