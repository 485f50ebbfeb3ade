package preflight

import (
	"fmt"
	"strings"

	"octavo/cmd/octavo/internal/content"
)

func testBarcode(s *subject) verdict {
	w := s.wrap
	switch {
	case !s.sized():
		return unsized
	case w.Barcode == (Box{}):
		return s.strayCode()
	case w.PrinterBarcode:
		if c := s.findCode(s.place(w.Barcode).Grow(1)); c != nil {
			return s.ownCode(c)
		}
		return s.leftFree(s.place(w.Barcode))
	}
	box := s.place(w.Barcode).Grow(1)
	c := s.findCode(box)
	if c == nil {
		return s.noCode(box)
	}
	return s.judge(c)
}

// strayCode tests a barcode where none is expected: that of a file whose box is not known.
func (s *subject) strayCode() verdict {
	if len(s.pages) > 0 {
		if c := s.findCode(s.sheet()); c != nil {
			return s.judge(c)
		}
	}
	return passed("none")
}

// ownCode tests a barcode in the box where the printer usually prints its own.
func (s *subject) ownCode(c *code) verdict {
	v := s.judge(c)
	if v.result == Pass {
		v = advised(sheetPage, v.found, "tell the printer that the cover has its barcode already, or it prints another one over it")
	}
	return v
}

// leftFree tests that nothing stands where the printer prints its barcode. What fills all of the box, such as the ground, lies under it.
func (s *subject) leftFree(box content.Rect) verdict {
	seen, _ := s.onGround(box.Grow(-slack))
	for i := range seen {
		if st := &seen[i]; !st.white() || st.kind == words {
			return failed(sheetPage, "something stands in the box of the printer's barcode, "+s.spot(st.box),
				fmt.Sprintf("leave %s × %s free, %s: the printer covers what is there with white and its barcode", inches(box.Width()), inches(box.Height()), s.spot(box)))
		}
	}
	return passed("%s × %s left free for the printer's", inches(box.Width()), inches(box.Height()))
}

// noCode is the verdict on a box without a barcode of bars.
func (s *subject) noCode(box content.Rect) verdict {
	seen, _ := s.onGround(box)
	for i := range seen {
		if st := &seen[i]; st.kind == pictured && st.box.Width() > 40 && box.Holds(st.box) {
			return advised(sheetPage, "a picture stands in its box, whose bars cannot be measured",
				"take bars that are drawn, in black alone, and read a print of the cover with a scanner")
		}
	}
	return failed(sheetPage, "none in its box", "print the EAN-13 of the ISBN there, black on white: [book.isbn] print of book.toml has the number",
		"a barcode whose bars overlap or have other widths than GS1's cannot be read")
}

// judge tests a barcode that was found.
func (s *subject) judge(c *code) verdict {
	name := "EAN-13 " + c.digits
	if c.addon != "" {
		name += " " + c.addon
	}
	name += fmt.Sprintf(" at %.0f %%", c.percent())
	fail := func(found string, do ...string) verdict { return failed(sheetPage, name+": "+found, do...) }
	switch isbn := strings.NewReplacer("-", "", " ", "").Replace(s.wrap.ISBN); {
	case isbn != "" && isbn != c.digits:
		return fail("the book's ISBN is "+s.wrap.ISBN, "make the barcode again with the ISBN of the printed book")
	case c.percent() < 79.5 || c.percent() > 200.5:
		return fail("too small or too large", "GS1 has 80 to 200 %, books 80 to 120: a module is 0.330 mm wide at 100 %")
	}
	if v := s.contrast(c, fail); v.result != "" {
		return v
	}
	if v := s.quiet(c, fail); v.result != "" {
		return v
	}
	high := c.ean.Height() / c.module
	switch {
	case high < 0.5*fullHeight:
		return fail(fmt.Sprintf("bars of %.1f mm", c.ean.Height()*25.4/72), fmt.Sprintf("at this size they are %.1f mm high", fullHeight*c.module*25.4/72))
	case high < 0.98*fullHeight:
		return advised(sheetPage, fmt.Sprintf("%s, its bars cut to %.1f mm", name, c.ean.Height()*25.4/72),
			fmt.Sprintf("at this size GS1 asks for %.1f mm: low bars are harder to meet with a scanner", fullHeight*c.module*25.4/72))
	}
	return passed("%s, in black on white", name)
}

// contrast tests that the bars are of black ink alone.
func (s *subject) contrast(c *code, fail func(string, ...string) verdict) verdict {
	for _, b := range c.bars {
		k := b.colour
		if f := k.space.family; k.chroma || k.tint || k.rich || f != gray && f != cmyk && f != iccGray && f != iccCMYK && !k.space.black {
			return fail("its bars are not of black ink alone", "draw the bars in 100 % K: several inks that are off register blur them, and scanners do not see red")
		}
	}
	return verdict{}
}

// quiet tests the white around the bars: 11 modules at the left, 7 at the right, and 5 after an add-on.
func (s *subject) quiet(c *code, fail func(string, ...string) verdict) verdict {
	right := 7.0
	if c.addon != "" {
		right = 5
	}
	const spare = 0.2 // modules
	box := content.Rect{X0: c.all.X0 - (11-spare)*c.module, X1: c.all.X1 + (right-spare)*c.module, Y0: c.ean.Y0 + c.module/4, Y1: c.ean.Y1 - c.module/4}
	seen, ground := s.onGround(box)
	if ground != nil && !ground.white() {
		return fail("it does not stand on white", "put a white box under it, with room around the bars")
	}
	for i := range seen {
		st := &seen[i]
		inEAN := st.box.X0 > c.ean.X0-c.module/4 && st.box.X1 < c.ean.X1+c.module/4
		x, _ := st.box.Middle() // the figures of the add-on stand over its bars
		inAddon := c.addon != "" && x > c.ean.X1+5*c.module && x < c.all.X1 && st.box.X1 < c.all.X1+2*c.module
		if st.white() && st.kind != words || inEAN && st.kind == area || inAddon {
			continue
		}
		return fail("something stands in its quiet zones, "+s.spot(st.box), "leave white: 11 modules at its left, 7 at its right, 5 after the add-on")
	}
	return verdict{}
}
