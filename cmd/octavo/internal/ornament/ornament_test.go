package ornament

import (
	"os"
	"testing"

	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/page"
)

const pt = page.Pt

var ink = page.Color{M: 95, Second: true}

func garamond(t *testing.T) *font.Font {
	t.Helper()
	data, err := os.ReadFile("../../../../styles/fonts/EBGaramond-Medium.ttf")
	if err != nil {
		t.Fatal(err)
	}
	f, err := font.New("EBGaramond-Medium", data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// bounds returns the box of the paths' points, without the width of their strokes.
func bounds(t *testing.T, items []page.Item) (left, top, right, bottom page.Length) {
	t.Helper()
	first := true
	for _, it := range items {
		p, ok := it.(*page.Path)
		if !ok {
			t.Fatalf("a %T", it)
		}
		if c := p.Fill; c == nil {
			c = p.Stroke
			if *c != ink {
				t.Errorf("drawn in %v", *c)
			}
		} else if *c != ink {
			t.Errorf("drawn in %v", *c)
		}
		for _, s := range p.Segments {
			if s.Op == page.Close {
				continue
			}
			if first {
				left, right, top, bottom, first = s.X, s.X, s.Y, s.Y, false
			}
			left, right, top, bottom = min(left, s.X), max(right, s.X), min(top, s.Y), max(bottom, s.Y)
		}
	}
	return left, top, right, bottom
}

// A branch is as wide as asked and near the height that was asked for, on narrow measures and on wide ones; its halves mirror each
// other; no line is thinner than a press prints.
func TestVine(t *testing.T) {
	for _, width := range []page.Length{110 * pt, 200 * pt, 288 * pt, 432 * pt} {
		items, height := Vine(width, 25*pt, ink)
		left, top, right, bottom := bounds(t, items)
		if abs(left) > pt/100 || abs(right-width) > pt/100 || top < 0 || bottom > height {
			t.Errorf("%s wide: from %s to %s, from %s down to %s of %s", width, left, right, top, bottom, height)
		}
		if height < 18*pt || height > 38*pt {
			t.Errorf("%s wide: %s high", width, height)
		}
		half := len(items) / 2
		for i := range half {
			a, b := items[i].(*page.Path), items[half+i].(*page.Path)
			for k, s := range a.Segments {
				if o := b.Segments[k]; abs(s.X+o.X-width) > 2 || s.Y != o.Y {
					t.Fatalf("%s wide: item %d is not mirrored: %v, %v", width, i, s, o)
				}
			}
			if a.Stroke != nil && a.Width < 3*pt/4 {
				t.Errorf("%s wide: a line of %s", width, a.Width)
			}
		}
	}
}

// A row fills its measure from edge to edge, with one sign in the middle.
func TestRow(t *testing.T) {
	shapes := []Shape{OfGlyph(garamond(t), '❧'), OfGlyph(garamond(t), '☙')}
	for _, width := range []page.Length{30 * pt, 144 * pt, 288 * pt} {
		items := Row(shapes, width, 10*pt, ink)
		if len(items)%2 == 0 {
			t.Errorf("%d signs", len(items))
		}
		left, top, right, bottom := bounds(t, items)
		if len(items) > 1 && (left < -pt/10 || left > pt || right > width+pt/10 || right < width-pt) || top < -pt/10 || bottom > 10*pt+pt/10 {
			t.Errorf("%s wide: from %s to %s, from %s down to %s", width, left, right, top, bottom)
		}
	}
	if Row(nil, 288*pt, 10*pt, ink) != nil || Row(shapes, 5*pt, 10*pt, ink) != nil {
		t.Error("a row of nothing, or without room")
	}
	if s := OfGlyph(garamond(t), ' '); !s.Empty() || s.Path(0, 0, pt, Upright, ink) != nil {
		t.Error("a space is drawn")
	}
}

func TestPyramid(t *testing.T) {
	items, height := Pyramid([]Shape{OfGlyph(garamond(t), '❦')}, 200*pt, 10*pt, ink)
	left, top, right, bottom := bounds(t, items)
	if len(items) != 6 || abs(left+right-200*pt) > pt/10 || abs(top) > pt/10 || abs(bottom-height) > pt/10 {
		t.Errorf("%d signs from %s to %s, from %s down to %s of %s", len(items), left, right, top, bottom, height)
	}
}

func abs(l page.Length) page.Length { return max(l, -l) }
