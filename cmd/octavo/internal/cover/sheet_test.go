package cover

import (
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/wrap"
)

// sheetOf returns a sheet as printers ask for it, for a book of a trim and a number of pages on cream paper.
func sheetOf(binding string, w, h page.Length, pages int, rightToLeft bool) *wrap.Sheet {
	const in = page.In
	spine := page.Length(pages) * in / 400
	s := &wrap.Sheet{Binding: binding, Pages: pages, Bleed: in / 8, Safe: in / 4, SpineClear: in / 16, SpineText: pages >= 79, BarcodeBy: wrap.Octavo}
	flap := page.Length(0)
	switch binding {
	case config.Hardcover:
		w, h, s.Bleed, s.Safe, spine = w+in/8, h+in/4, 59*in/100, 3*in/10, spine+in/4
	case config.Jacket:
		flap, spine = 7*in/2, spine+in/4
		w, h = w+in/8, h+in/4
		s.BackFlap = page.Box{W: flap, H: h}
	}
	s.Back = page.Box{X: flap, W: w, H: h}
	s.Spine = page.Box{X: flap + w, W: spine, H: h}
	s.Front = page.Box{X: flap + w + spine, W: w, H: h}
	if flap > 0 {
		s.FrontFlap = page.Box{X: flap + 2*w + spine, W: flap, H: h}
	}
	s.Width, s.Height = 2*(w+flap)+spine, h
	if binding == config.Hardcover {
		s.Hinges = []page.Box{{X: w - 4*in/10, W: 4 * in / 10, H: h}, {X: w + spine, W: 4 * in / 10, H: h}}
	}
	bw, bh := page.Length(2*in), page.Length(12*in/10)
	s.Barcode = page.Box{X: s.Back.X + s.Back.W - bw - 3*in/8, Y: h - bh - 3*in/8, W: bw, H: bh}
	if binding == config.Hardcover {
		s.Barcode.X -= 4 * in / 10
	}
	if rightToLeft {
		for _, b := range []*page.Box{&s.Back, &s.Spine, &s.Front, &s.BackFlap, &s.FrontFlap, &s.Barcode} {
			if b.W > 0 {
				b.X = s.Width - b.X - b.W
			}
		}
		for i := range s.Hinges {
			s.Hinges[i].X = s.Width - s.Hinges[i].X - s.Hinges[i].W
		}
	}
	return s
}
