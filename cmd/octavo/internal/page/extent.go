package page

// InkBox is the box of the ink of a text. That of a text without ink has no size and lies in its first letter's place.
func InkBox(t *Text) Box {
	scale := func(units int) Length { return t.Size * Length(units) / Length(t.Font.Upem) }
	x0, y0, x1, y1 := t.X, t.Y, t.X, t.Y
	pen, any := t.X, false
	for _, g := range t.Glyphs {
		left, bottom, right, top := t.Font.Bounds(g.ID)
		if x, y := pen+Length(g.DX), t.Y-Length(g.DY); left < right {
			if !any {
				x0, y0, x1, y1 = x+scale(left), y-scale(top), x+scale(right), y-scale(bottom)
			}
			x0, y0, x1, y1 = min(x0, x+scale(left)), min(y0, y-scale(top)), max(x1, x+scale(right)), max(y1, y-scale(bottom))
			any = true
		}
		pen += Length(g.Advance)
	}
	return Box{X: x0, Y: y0, W: x1 - x0, H: y1 - y0}
}

// Extent is the box that an item's ink stands in, near enough: of text, its letters with what rises and what descends.
func Extent(it Item) (Box, bool) {
	switch it := it.(type) {
	case *Rule:
		return Box{X: it.X, Y: it.Y, W: it.W, H: it.H}, true
	case *Image:
		return Box{X: it.X, Y: it.Y, W: it.W, H: it.H}, true
	case *Text:
		up, down := it.Size*Length(it.Font.CapHeight)/Length(it.Font.Upem), it.Size/6
		return Box{X: it.X, Y: it.Y - up, W: it.Advance(), H: up + down}, true
	case *Path:
		if len(it.Segments) == 0 {
			return Box{}, false
		}
		s := it.Segments[0]
		x0, x1, y0, y1 := s.X, s.X, s.Y, s.Y
		for _, s := range it.Segments {
			if s.Op != Close { // control points lie outside: what is reckoned with is more, not less
				x0, x1, y0, y1 = min(x0, s.X), max(x1, s.X), min(y0, s.Y), max(y1, s.Y)
			}
			if s.Op == CurveTo {
				x0, x1 = min(x0, s.X1, s.X2), max(x1, s.X1, s.X2)
				y0, y1 = min(y0, s.Y1, s.Y2), max(y1, s.Y1, s.Y2)
			}
		}
		half := Length(0)
		if it.Stroke != nil {
			half = it.Width / 2
		}
		return Box{X: x0 - half, Y: y0 - half, W: x1 - x0 + 2*half, H: y1 - y0 + 2*half}, true
	}
	return Box{}, false
}
