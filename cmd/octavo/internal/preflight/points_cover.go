package preflight

import (
	"fmt"
	"math"

	"octavo/cmd/octavo/internal/content"
	"octavo/cmd/octavo/internal/diag"
)

// sheetPage is where everything on a cover is.
var sheetPage = where{pages: []int{1}}

// unsized is the verdict on a point that needs a sheet of the right size.
var unsized = verdict{result: Note, found: "not tested: the sheet has another size", pages: []int{1}, do: []string{"make the sheet of the right size first"}}

func testOneSheet(s *subject) verdict {
	if n := len(s.pages); n != 1 {
		return failed(where{}, diag.Count(n, "page"), "make one page of it: back, spine and front side by side on one sheet")
	}
	return passed("1 page")
}

func testSheetSize(s *subject) verdict {
	if len(s.pages) == 0 {
		return verdict{}
	}
	w, full := s.wrap, s.pages[0].bleed
	has := dimensions(full)
	want := fmt.Sprintf("%s × %s", inches(w.Width+2*w.Bleed), inches(w.Height+2*w.Bleed))
	if s.pages[0].unit != 1 || math.Mod(s.pages[0].rotate, 360) != 0 {
		return failed(sheetPage, has+", turned or with a unit of its own", "save the page upright, with Rotate 0 and without UserUnit")
	}
	if s.sized() {
		return passed("%s, with a spine of %s", has, inches(w.Spine.W))
	}
	if t := s.pages[0].trim; s.pages[0].hasTrim && math.Abs(full.Width()-w.Width-2*w.Bleed) <= 0.72 && math.Abs(full.Height()-w.Height-2*w.Bleed) <= 0.72 {
		return failed(sheetPage, fmt.Sprintf("%s, trimmed to %s", has, dimensions(t)),
			fmt.Sprintf("the bleed is %s on all sides: TrimBox must be %s × %s in the middle of the sheet", inches(w.Bleed), inches(w.Width), inches(w.Height)))
	}
	return failed(sheetPage, has+" with bleed",
		fmt.Sprintf("%s needs %s with bleed, of which the spine is %s: make the cover again with the final number of pages", w.whose(), want, inches(w.Spine.W)),
		"if the printer's own template has another size, write its spine under [cover] of book.toml: spine = \"…\"")
}

func testSheetBleed(s *subject) verdict {
	if !s.sized() {
		return unsized
	}
	t, want := s.sheet(), s.wrap.Bleed
	names := [4]string{"left", "foot", "right", "head"}
	var short []string
	touched := false
	for side, name := range names {
		for i := range s.stains {
			st := &s.stains[i]
			if st.kind == words || st.white() || st.box.Meet(t).Empty() {
				continue
			}
			beyond := [4]float64{t.X0 - st.box.X0, t.Y0 - st.box.Y0, st.box.X1 - t.X1, st.box.Y1 - t.Y1}[side]
			if beyond < -1 {
				continue
			}
			touched = true
			if beyond < want-0.5 && s.bare(st, side) {
				short = append(short, name)
				break
			}
		}
	}
	switch {
	case len(short) > 0:
		return failed(sheetPage, "something ends at the edge at the "+listed(short),
			"let the ground and the pictures run "+inches(want)+" over the edge, where they are cut off or turned in")
	case touched:
		return passed("%s over the edges", inches(want))
	}
	return passed("nothing runs to an edge")
}

// bare reports whether a stain that ends in the bleed would show an edge there: there is more of it than a hair's breadth, and it is no ornament that ends in
// the bleed, as those of a pattern do.
func (s *subject) bare(st *stain, side int) bool {
	t := s.sheet()
	along := st.box.Meet(t)
	if !st.upright && st.kind == area {
		return false
	}
	if side%2 == 0 {
		return along.Height() > 18
	}
	return along.Width() > 18
}

// spot returns where a stain is, for a message: in inches from the left and the head of the trimmed cover.
func (s *subject) spot(r content.Rect) string {
	t := s.sheet()
	x, y := r.Middle()
	return fmt.Sprintf("%s from the left and %s from the head", inches(x-t.X0), inches(t.Y1-y))
}

// astray returns how many words a test finds at fault, and where the first of them stand.
func (s *subject) astray(wrong func(r content.Rect) bool) (n int, at string) {
	for i := range s.stains {
		if st := &s.stains[i]; st.kind == words && wrong(st.box) {
			if n++; n == 1 {
				at = s.spot(st.box)
			}
		}
	}
	return n, at
}

func testSheetSafe(s *subject) verdict {
	if !s.sized() {
		return unsized
	}
	inner := s.sheet().Grow(slack - s.wrap.Safe)
	if n, at := s.astray(func(r content.Rect) bool { return !inner.Holds(r) }); n > 0 {
		return failed(sheetPage, fmt.Sprintf("%s too near to an edge, the first %s", diag.Count(n, "passage"), at),
			"keep words "+inches(s.wrap.Safe)+" from every edge: the sheet may be cut so much off its place")
	}
	return passed("%s or more away", inches(s.wrap.Safe))
}

func testFolds(s *subject) verdict {
	if !s.sized() {
		return unsized
	}
	if n, at := s.astray(func(r content.Rect) bool {
		for _, x := range s.wrap.Folds {
			if x += s.sheet().X0; r.X0 < x-slack && r.X1 > x+slack {
				return true
			}
		}
		return false
	}); n > 0 {
		return failed(sheetPage, fmt.Sprintf("%s across a fold, the first %s", diag.Count(n, "passage"), at),
			"keep words on the back, the spine or the front: the fold can be off its place by 1/16 in")
	}
	if n, at := s.astray(func(r content.Rect) bool {
		for _, h := range s.wrap.Hinges {
			if m := s.place(h).Meet(r); m.Width() > slack && m.Height() > 0 {
				return true
			}
		}
		return false
	}); n > 0 {
		return failed(sheetPage, fmt.Sprintf("%s in a hinge, the first %s", diag.Count(n, "passage"), at),
			"keep words "+inches(s.wrap.Hinges[0].W)+" from the spine: the case bends there")
	}
	return passed("none")
}

func testSpine(s *subject) verdict {
	if !s.sized() {
		return unsized
	}
	spine := s.place(s.wrap.Spine)
	on := func(r content.Rect) bool { x, _ := r.Middle(); return x > spine.X0 && x < spine.X1 }
	all, at := s.astray(on)
	if !s.wrap.SpineText {
		if all > 0 {
			return failed(sheetPage, fmt.Sprintf("%s, the first %s", diag.Count(all, "passage"), at),
				fmt.Sprintf("leave it blank: the printer takes no words on the spine of %s", s.wrap.whose()))
		}
		return passed("none, and the spine is too thin for them")
	}
	clear := s.wrap.SpineClear
	if n, at := s.astray(func(r content.Rect) bool {
		return on(r) && (r.X0 < spine.X0+clear-slack || r.X1 > spine.X1-clear+slack)
	}); n > 0 {
		return failed(sheetPage, fmt.Sprintf("%s too near to a fold, the first %s", diag.Count(n, "passage"), at),
			"keep words on the spine "+inches(clear)+" from its folds: set them smaller")
	}
	if all == 0 {
		return passed("none")
	}
	return passed("%s or more from the folds", inches(clear))
}

// smallText is the size below which black of several inks shows coloured edges where a press is off register.
const smallText = 14 // points

func testSmallText(s *subject) verdict {
	n, at := 0, ""
	for i := range s.stains {
		if st := &s.stains[i]; st.kind == words && st.size < smallText && st.colour.neutral {
			if n++; n == 1 {
				at = s.spot(st.box)
			}
		}
	}
	if n > 0 {
		return failed(sheetPage, fmt.Sprintf("black of several inks in %s, the first %s", diag.Count(n, "passage"), at),
			"set small words in 100 % black alone: where the inks do not meet exactly, letters get coloured edges")
	}
	return passed("in one black ink")
}
