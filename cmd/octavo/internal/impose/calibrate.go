package impose

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/page"
)

// Calibration describes a CalibrationSheet.
type Calibration struct {
	Sheet   Size // as the cards' sheets are read
	Flip    Flip
	Shift   Shift    // of the profile in use: the sheet shows the remaining error
	Printer string   // the profile's name; "" is shown as "office"
	Options string   // options that the author has to type after the name, with a leading space
	Letter  Letterer // sets the instructions; nil: they are left out
	Words   lang.Calibration
}

// A vernier scale: lines of the back are 6 mm apart and lines of the front 6.25 mm, so the nth line of the back meets
// the nth of the front where the back is off by n times 0.25 mm. Two lines that are 24 apart would meet at once, so a
// scale has 12 to a side.
var (
	frontStep = mm(625) / 10
	backStep  = mm(60)
)

const (
	mostSteps  = 12 // to a side: 3 mm off, where duplex printers are allowed 1
	coarseSpan = 6  // mm to a side of the ruler beside it
	fineWeight = page.Pt * 3 / 10
)

// Readings are the numbers at which the lines of the four scales of a CalibrationSheet meet: millimetres, as lengths.
type Readings struct{ Top, Bottom, Left, Right page.Length }

// Shift returns the correction for the readings taken on a sheet of the given size.
func (r Readings) Shift(sheet Size) Shift {
	span := scaleOf(sheet).span
	angle := math.Asin(max(-1, min(1, (r.Left-r.Right).Points()/span.Points()))) * 180_000 / math.Pi
	return Shift{X: (r.Top + r.Bottom) / 2, Y: (r.Left + r.Right) / 2, Rotate: int(math.Round(angle))}
}

// scales holds the positions of the scales on a sheet: about the middle of each side.
type scales struct {
	left, top  page.Length // from the edge to the long lines
	span       page.Length // from the left scale's line to the right one's
	nx, ny     int         // steps to a side of the middle
	midX, midY page.Length
	sheet      Size
}

func scaleOf(sheet Size) scales {
	s := scales{midX: sheet.W / 2, midY: sheet.H / 2, top: mm(120), left: mm(94), span: sheet.W - 2*mm(94), sheet: sheet}
	steps := func(side page.Length) int { return max(0, min(mostSteps, int((side/2-mm(300))/frontStep))) }
	s.nx, s.ny = steps(sheet.W), steps(sheet.H)
	return s
}

// CalibrationSheet returns a sheet, front and back, that shows how far a printer misplaces the back: held against the
// light, lines of both sides meet at the number to type. There are four scales, so that rotation shows too.
func CalibrationSheet(c Calibration) []*page.Page {
	j := Job{Grid: Grid{Sheet: c.Sheet}, Flip: c.Flip, Shift: c.Shift}
	front, back := j.page(c.Words.Front), j.page(c.Words.Back)
	s := scaleOf(c.Sheet)
	f := &drawing{sheet: c.Sheet, letter: c.Letter}
	b := &drawing{sheet: c.Sheet, letter: c.Letter, mirrored: true}
	s.draw(f, true)
	s.draw(b, false)
	s.words(f, c)
	size := min(9*page.Pt, s.sheet.W/54)
	b.sized(c.Words.OnBack, size, s.midX, s.midY, Middle)
	front.Items, back.Items = f.items, b.items
	j.finishBack(back)
	return []*page.Page{front, back}
}

// draw draws one side of the scales.
func (s *scales) draw(d *drawing, front bool) {
	for _, low := range []bool{false, true} {
		// Numbers give the correction: for x the error as seen through the paper, and for y, which is the same from
		// both sides, the opposite of the error.
		across := axis{d: d, base: s.top, in: 1, mid: s.midX, steps: s.nx, sign: 1}
		upright := axis{d: d, upright: true, base: s.left, in: 1, mid: s.midY, steps: s.ny, sign: -1}
		if low {
			across.base, across.in = s.sheet.H-s.top, -1
			upright.base, upright.in = s.sheet.W-s.left, -1
		}
		for _, a := range []axis{across, upright} {
			if front {
				a.main()
			} else {
				a.vernier()
			}
		}
	}
	for _, x := range []page.Length{mm(160), s.sheet.W - mm(160)} {
		for _, y := range []page.Length{mm(160), s.sheet.H - mm(160)} {
			target(d, x, y, front)
		}
	}
}

// target draws rings 1 mm apart on the front, and a cross on the back.
func target(d *drawing, x, y page.Length, front bool) {
	if !front {
		d.line(straight(x-mm(45), y, x+mm(45), y))
		d.line(straight(x, y-mm(45), x, y+mm(45)))
		return
	}
	for r := mm(10); r <= mm(40); r += mm(10) {
		d.line(Outline(page.Box{X: x - r, Y: y - r, W: 2 * r, H: 2 * r}, r))
	}
}

// axis draws one scale along a line at base; in is the direction towards the middle of the sheet.
type axis struct {
	d       *drawing
	upright bool
	base    page.Length
	in      page.Length // 1 or -1
	mid     page.Length
	steps   int
	sign    int // of the numbers to the right, or down
}

// rule draws a line across the scale, between two distances from its base, inwards.
func (a *axis) rule(at, from, to, w page.Length) {
	p, q := a.base+a.in*from, a.base+a.in*to
	b := page.Box{X: at - w/2, Y: min(p, q), W: w, H: max(p, q) - min(p, q)}
	if a.upright {
		b = page.Box{X: b.Y, Y: b.X, W: b.H, H: b.W}
	}
	a.d.rule(b)
}

// along draws a line along the scale.
func (a *axis) along(off, half page.Length) {
	b := page.Box{X: a.mid - half, Y: a.base + a.in*off - fineWeight/2, W: 2 * half, H: fineWeight}
	if a.upright {
		b = page.Box{X: b.Y, Y: b.X, W: b.H, H: b.W}
	}
	a.d.rule(b)
}

// label writes text at a distance from the base, inwards.
func (a *axis) label(text string, at, off, size page.Length) {
	rise := size * 2 / 3
	switch {
	case a.upright && a.in > 0:
		a.d.sized(text, size, a.base+off, at+rise/2, Left)
	case a.upright:
		a.d.sized(text, size, a.base-off, at+rise/2, Right)
	case a.in > 0:
		a.d.sized(text, size, at, a.base+off+rise, Middle)
	default:
		a.d.sized(text, size, at, a.base-off, Middle)
	}
}

var (
	coarseOff = mm(125) // from the long line of a scale to that of the ruler beside it
	pointer   = mm(35)
)

// main draws the front's scale: inwards from the long line a line every 6.25 mm, each fourth with its value, and
// further in a ruler in millimetres.
func (a *axis) main() {
	a.along(0, frontStep*page.Length(a.steps)+mm(20))
	for n := -a.steps; n <= a.steps; n++ {
		at := a.mid + frontStep*page.Length(n)
		length := mm(30)
		if n%4 == 0 {
			length = mm(50)
			a.label(signed(a.sign*n/4), at, length+mm(8), 7*page.Pt)
		}
		a.rule(at, 0, length, fineWeight)
	}
	a.along(coarseOff, mm(10*coarseSpan))
	for n := -coarseSpan; n <= coarseSpan; n++ {
		length := mm(15)
		if n%2 == 0 {
			length = mm(22)
		}
		if n%3 == 0 {
			a.label(signed(a.sign*n), a.mid+mm(10*n), coarseOff+mm(30), 5*page.Pt)
		}
		a.rule(a.mid+mm(10*n), coarseOff, coarseOff+length, fineWeight)
	}
}

// vernier draws the back's scale: outwards from the long line a line every 6 mm, and the ruler's pointer.
func (a *axis) vernier() {
	for n := -a.steps; n <= a.steps; n++ {
		a.rule(a.mid+backStep*page.Length(n), -mm(30), 0, fineWeight)
	}
	a.rule(a.mid, coarseOff-pointer, coarseOff, 2*fineWeight)
}

// signed returns a number with its sign, using a true minus.
func signed(n int) string { return strings.Replace(strconv.Itoa(n), "-", "\u2212", 1) }

// words writes the instructions on the front.
func (s *scales) words(d *drawing, c Calibration) {
	printer := c.Printer
	if printer == "" {
		printer = "office"
	}
	w := &c.Words
	command := []string{"octavo cards calibrate --printer " + printer + c.Options, "--top … --bottom … --left … --right …"}
	steps := [][]string{w.Print, w.Hold, w.Read, nil, slices.Concat(w.Type, command)}
	if c.Shift != (Shift{}) {
		for _, p := range w.Shifted {
			steps[4] = append(steps[4], p.Fill("right", fine(c.Shift.X), "down", fine(c.Shift.Y),
				"degrees", decimal(float64(c.Shift.Rotate)/1000)))
		}
	}
	// A line of 68 letters of half an em each has to fit between the scales.
	size := min(11*page.Pt, (s.sheet.W-2*(s.left+coarseOff+mm(70)))/34)
	if size < 6*page.Pt { // a small sheet only has room for a short reminder
		size = min(11*page.Pt, size*34/13)
		for i, l := range append(slices.Clone(w.Reminder), "octavo cards calibrate") {
			d.sized(l, size, s.midX, s.midY+size*page.Length(i-2)*14/10, Middle)
		}
		return
	}
	lines := 4
	for _, st := range steps {
		lines += max(len(st), 2)
	}
	leading := size * 14 / 10
	left, y := s.midX-15*size, s.midY-leading*page.Length(lines)/2+size
	d.sized(c.Words.Title, size*14/10, left, y, Left)
	y += leading * 2
	number := 0
	for _, st := range steps {
		if st == nil {
			s.blanks(d, w, left, y+leading*3/4, size)
			y += leading * 5 / 2
			continue
		}
		number++
		d.sized(strconv.Itoa(number), size, left-size, y, Right)
		for _, l := range st {
			d.sized(l, size, left, y, Left)
			y += leading
		}
		y += leading / 4
	}
}

// blanks draws four lines to write the numbers on.
func (s *scales) blanks(d *drawing, w *lang.Calibration, left, y, size page.Length) {
	for i, name := range []string{w.Top, w.Bottom, w.Left, w.Right} {
		x := left + size*page.Length(i)*15/2
		d.sized(name, size, x, y, Left)
		d.rule(page.Box{X: x + size*7/2, Y: y + size/6, W: size * 3, H: fineWeight})
	}
}

// fine returns a length in millimetres, to a hundredth.
func fine(l page.Length) string {
	return decimal(math.Round(l.Points()*2540/72) / 100)
}

// decimal returns a number, using a true minus.
func decimal(v float64) string {
	return strings.Replace(strconv.FormatFloat(v, 'f', -1, 64), "-", "\u2212", 1)
}
