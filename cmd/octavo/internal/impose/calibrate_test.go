package impose

import (
	"math"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/page"
)

// inkOnPaper returns the centres of all rules of a page, on the paper as it is seen through from the front, as far as they lie
// in a band, which is in the page's own untouched plane.
func inkOnPaper(p *page.Page, back bool, flip Flip, wanted func(r *page.Rule) bool) (out []spot) {
	for m, it := range page.Placed(p.Items) {
		r, ok := it.(*page.Rule)
		if !ok || !wanted(r) {
			continue
		}
		x, y := m.Point(r.X+r.W/2, r.Y+r.H/2)
		if p.Turned {
			x, y = p.Width-x, p.Height-y
		}
		if back {
			if longIsUpright := p.Height >= p.Width; longIsUpright == (flip == LongEdge) {
				x = p.Width - x
			} else {
				y = p.Height - y
			}
		}
		out = append(out, spot{x, y})
	}
	return out
}

// read does what an author does with a calibration sheet: it looks for the line of the front that goes on as one of the
// back, and gives its number.
func read(pages []*page.Page, c Calibration) Readings {
	s := scaleOf(c.Sheet)
	isUpright := func(r *page.Rule) bool { return r.W < r.H }
	at := func(near, far func(y page.Length) bool, upright bool, sign int) page.Length {
		mid := s.midX
		pick := func(p spot) (along, across page.Length) { return p.x, p.y }
		if !upright {
			mid, pick = s.midY, func(p spot) (along, across page.Length) { return p.y, p.x }
		}
		ticks := func(p *page.Page, back bool, band func(page.Length) bool) (out []page.Length) {
			for _, q := range inkOnPaper(p, back, c.Flip, func(r *page.Rule) bool { return isUpright(r) == upright }) {
				if along, across := pick(q); band(across) {
					out = append(out, along)
				}
			}
			return out
		}
		best, value := math.Inf(1), 0.0
		for _, f := range ticks(pages[0], false, near) {
			for _, b := range ticks(pages[1], true, far) {
				if d := math.Abs(float64(f - b)); d < best {
					best, value = d, math.Round(float64(f-mid)/float64(frontStep))/4
				}
			}
		}
		return page.Length(value * float64(sign) * float64(mm(10)))
	}
	band := func(from, to page.Length) func(page.Length) bool {
		return func(v page.Length) bool { return v > min(from, to) && v < max(from, to) }
	}
	const off = 5 * page.Pt
	w, h := c.Sheet.W, c.Sheet.H
	in, out := mm(60), mm(70)
	return Readings{
		Top:    at(band(s.top, s.top+in), band(s.top-out, s.top+off), true, 1),
		Bottom: at(band(h-s.top, h-s.top-in), band(h-s.top+out, h-s.top-off), true, 1),
		Left:   at(band(s.left, s.left+in), band(s.left-out, s.left+off), false, -1),
		Right:  at(band(w-s.left, w-s.left-in), band(w-s.left+out, w-s.left-off), false, -1),
	}
}

// pointed returns what the thick lines of the back show on the small rulers, which is the middle of two at opposite sides.
func pointed(pages []*page.Page, c Calibration) (sum Shift) {
	for _, p := range inkOnPaper(pages[1], true, c.Flip, func(r *page.Rule) bool { return r.W == 2*fineWeight }) {
		sum.X += (p.x - c.Sheet.W/2) / 2
	}
	for _, p := range inkOnPaper(pages[1], true, c.Flip, func(r *page.Rule) bool { return r.H == 2*fineWeight }) {
		sum.Y -= (p.y - c.Sheet.H/2) / 2
	}
	return sum
}

// Whatever a printer does to a back, the sheet shows what undoes it, to a quarter of a millimetre and as much of a turn as
// that is from one side to the other.
func TestCalibration(t *testing.T) {
	for name, sheet := range sheets {
		for _, sheet := range []Size{sheet, sheet.turned()} {
			for _, flip := range []Flip{LongEdge, ShortEdge} {
				for _, wrong := range []Shift{{}, {X: mm(10)}, {Y: -mm(20)}, {X: -mm(25), Y: mm(275) / 10}, {Rotate: 400}, {X: mm(10), Y: mm(5), Rotate: -300},
					{X: mm(25) / 10, Y: -mm(25) / 10}} {
					c := Calibration{Words: lang.English().Calibrate, Sheet: sheet, Flip: flip, Shift: wrong} // the error is made with what is to undo it
					r := read(CalibrationSheet(c), c)
					got := r.Shift(sheet)
					if coarse := pointed(CalibrationSheet(c), c); far(coarse.X, -wrong.X, 2) || far(coarse.Y, -wrong.Y, 2) {
						t.Errorf("%s, flip %d: wrong by %s, %s: the pointers show %s, %s", name, flip, fine(wrong.X), fine(wrong.Y), fine(coarse.X),
							fine(coarse.Y))
					}
					turn := int(180 / math.Pi * 1000 * 0.26 / (scaleOf(sheet).span.Points() * 25.4 / 72))
					if far(got.X, -wrong.X, mm(3)) || far(got.Y, -wrong.Y, mm(3)) || max(got.Rotate+wrong.Rotate, -got.Rotate-wrong.Rotate) > turn {
						t.Errorf("%s, flip %d: wrong by %s, %s and %d, mended by %s, %s and %d (%v)", name, flip, fine(wrong.X), fine(wrong.Y), wrong.Rotate,
							fine(got.X), fine(got.Y), got.Rotate, r)
					}
				}
			}
		}
	}
}

// Readings are worked out as one would by head, and the sheet says how to type them.
func TestReadings(t *testing.T) {
	for _, test := range []struct {
		sheet  Size
		rotate int // of 1 mm between scales that are 18.8 mm less apart than the sheet is wide
	}{{sheets["letter"], 291}, {sheets["a4"], 300}, {sheets["a4"].turned(), 206}} {
		r := Readings{Top: mm(15), Bottom: mm(5), Left: -mm(5), Right: -mm(15)}
		got := r.Shift(test.sheet)
		if got.X != mm(10) || far(got.Y, -mm(10), 1) || got.Rotate != test.rotate {
			t.Errorf("%v: %+v", test.sheet, got)
		}
		var said strings.Builder
		CalibrationSheet(Calibration{Words: lang.English().Calibrate, Sheet: test.sheet, Printer: "attic", Options: " --add", Letter: func(text string, _, _, _ page.Length, _ Align) []page.Item {
			said.WriteString(text + "\n")
			return nil
		}})
		for _, want := range []string{"calibrate --printer attic --add\n--top "} {
			if !strings.Contains(said.String(), want) {
				t.Errorf("%q is not in %q", want, said.String())
			}
		}
	}
}

// Nothing of a calibration sheet is where no printer prints, and nothing of it is off the sheet, however small that is.
func TestCalibrationOnSheet(t *testing.T) {
	for _, sheet := range []Size{sheets["letter"], sheets["a4"].turned(), size(1050, 1480), size(1480, 1050), size(900, 900)} {
		for _, p := range CalibrationSheet(Calibration{Words: lang.English().Calibrate, Sheet: sheet, Letter: boxes}) {
			for m, it := range page.Placed(p.Items) {
				if r, ok := it.(*page.Rule); ok {
					b := m.Bounds(page.Box{X: r.X, Y: r.Y, W: r.W, H: r.H})
					if least := mm(60); b.X < least || b.Y < least || b.X+b.W > sheet.W-least || b.Y+b.H > sheet.H-least {
						t.Errorf("%v: %+v is too near to the edge", sheet, b)
					}
				}
			}
		}
	}
}
