package config

import "testing"

// TestFitText holds the size of the text, and the measure, on trims of many widths: near the style's own nothing changes, further off
// the type follows by less than the page does, within the style's limits, and what it does not fill are margins.
func TestFitText(t *testing.T) {
	own := plainStyle()
	p := &own.Page
	p.Width, p.Height, p.Inner, p.Outer, p.Top, p.Bottom = 11*inch/2, 17*inch/2, 8*inch/10, 7*inch/10, inch, inch
	own.Text.Size, own.Text.Leading, own.Text.SizeMin, own.Text.SizeMax = 11*pt, 14*pt, 9*pt, 12*pt
	own.Note.Size, own.Index.Size = 8*pt, 6*pt
	for _, c := range []struct {
		width Length
		size  Length
	}{
		{11 * inch / 2, 11 * pt}, {5 * inch, 11 * pt}, {6 * inch, 11 * pt}, {4 * inch, 101 * pt / 10}, {3 * inch, 9 * pt}, {7 * inch, 117 * pt / 10}, {17 * inch, 12 * pt},
	} {
		s := own.fitMargins(c.width, c.width*3/2, nil)
		s.fitText(&own, c.width, c.width*3/2)
		if s.Text.Size != c.size {
			t.Errorf("%s: text of %s, want %s", c.width, s.Text.Size, c.size)
		}
		if got, want := s.Text.Leading, own.Text.Leading*c.size/own.Text.Size; got < want-pt/10 || got > want+pt/10 {
			t.Errorf("%s: leading of %s, want about %s", c.width, got, want)
		}
		if s.Note.Size < leastType || s.Index.Size != own.Index.Size && c.size < own.Text.Size {
			t.Errorf("%s: notes of %s and an index of %s", c.width, s.Note.Size, s.Index.Size)
		}
		measure := c.width - s.Page.Inner - s.Page.Outer
		if most := 4 * inch * wideMeasure / 100 * s.Text.Size / own.Text.Size; measure > most+pt {
			t.Errorf("%s: a measure of %s, want at most %s", c.width, measure, most)
		}
	}
	own.Text.SizeMin, own.Text.SizeMax = 0, 0 // a style that says nothing of it
	if s := own.fitMargins(3*inch, 4*inch, nil); true {
		if s.fitText(&own, 3*inch, 4*inch); s.Text.Size != own.Text.Size {
			t.Errorf("text of %s without limits", s.Text.Size)
		}
	}
}
