package book

import "math"

// Room is what a page has for pictures.
type Room struct {
	Measure int64 // the width of the text
	Height  int64 // of the text on a full page
	Inch    int64 // in the unit of these
}

// usualDensity is the density of pictures, in pixels to the inch, where a file records none.
const usualDensity = 300

// screenDensities are those of screens: telephones and programs that take pictures of screens record them. They do not say how
// large a picture is to be on paper.
var screenDensities = [...]float64{72, 96, 144}

// density returns the pixels to the inch at which a picture is printed in its natural size.
func (p *Picture) density() float64 {
	if p.Drawing != nil {
		return p.DPI
	}
	for _, screen := range screenDensities {
		if math.Abs(p.DPI-screen) < 0.5 {
			return usualDensity
		}
	}
	if p.DPI < 1 {
		return usualDensity
	}
	return p.DPI
}

// Natural returns a picture's size on paper, in the unit of which an inch has so many: by the density that its file records, unless that is a
// screen's, or else by 300 pixels to the inch. A drawing has the size that it gives itself.
func (p *Picture) Natural(inch int64) (w, h int64) {
	dpi := p.density()
	return int64(float64(p.Width) / dpi * float64(inch)), int64(float64(p.Height) / dpi * float64(inch))
}

// Parts of the height of a page, in percent, that a picture by itself takes at most: so that text goes with it, or, where the
// author gives its size, so that a caption does.
const (
	usualHeight = 60
	askedHeight = 90
)

// Limit is what a picture's printed size was limited by.
type Limit int

// The limits.
const (
	Unlimited Limit = iota
	ByMeasure       // it would be wider than the text
	ByHeight        // it would be higher than a page allows
)

// Printed returns the size at which a picture that stands by itself is printed, in the unit of Room: the one that the author
// asks for, or else its natural size. It is never wider than the measure, and never higher than three fifths of the page, or
// nine tenths where the author gives its size; its shape stays. The limit tells what an asked size met.
func (i *Image) Printed(r Room) (w, h int64, limit Limit) {
	pw, ph := int64(i.File.Width), int64(i.File.Height)
	highest := r.Height * usualHeight / 100
	switch {
	case !i.Width.IsZero():
		w = i.Width.of(r.Measure, r.Inch)
		h, highest = w*ph/pw, r.Height*askedHeight/100
	case !i.Height.IsZero():
		h = i.Height.of(r.Height, r.Inch)
		w, highest = h*pw/ph, r.Height*askedHeight/100
	default:
		w, h = i.File.Natural(r.Inch)
	}
	if w > r.Measure {
		w, h, limit = r.Measure, h*r.Measure/max(w, 1), ByMeasure
	}
	if h > highest {
		w, h, limit = w*highest/h, highest, ByHeight
	}
	return max(w, 1), max(h, 1), limit
}

// of returns the extent in the unit of Room, a part of a whole or a length.
func (e Extent) of(whole, inch int64) int64 {
	if e.Percent > 0 {
		return int64(float64(whole) * e.Percent / 100)
	}
	return int64(e.Points * float64(inch) / 72)
}
