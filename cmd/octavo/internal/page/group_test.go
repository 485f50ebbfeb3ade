package page

import (
	"math"
	"testing"
)

func TestSincos(t *testing.T) {
	for turn := -720_000; turn <= 720_000; turn += 77 {
		sin, cos := sincos(turn)
		wantSin, wantCos := math.Sincos(float64(turn) * math.Pi / 180_000)
		if math.Abs(float64(sin)/Unity-wantSin) > 1e-8 || math.Abs(float64(cos)/Unity-wantCos) > 1e-8 {
			t.Fatalf("%d: %d, %d instead of %g, %g", turn, sin, cos, wantSin*Unity, wantCos*Unity)
		}
	}
	for turn, want := range map[int][2]int64{0: {0, Unity}, 90_000: {Unity, 0}, 180_000: {0, -Unity}, -90_000: {-Unity, 0}} {
		if sin, cos := sincos(turn); [2]int64{sin, cos} != want {
			t.Errorf("%d: %d, %d", turn, sin, cos)
		}
	}
}

func TestMatrix(t *testing.T) {
	inner := &Group{X: 10 * Pt, Y: 20 * Pt, Turn: 90_000}
	outer := &Group{X: 100 * Pt, Scale: 500}
	// Turned clockwise, what was right of the origin is below it.
	if x, y := inner.Matrix().Point(5*Pt, 0); x != 10*Pt || y != 25*Pt {
		t.Errorf("turned to %s, %s", x, y)
	}
	both := outer.Matrix().Times(inner.Matrix())
	if x, y := both.Point(5*Pt, 0); x != 105*Pt || y != 12*Pt+Pt/2 {
		t.Errorf("in both groups at %s, %s", x, y)
	}
	if b := both.Bounds(Box{0, 0, 4 * Pt, 2 * Pt}); b != (Box{104 * Pt, 10 * Pt, Pt, 2 * Pt}) {
		t.Errorf("bounds %v", b)
	}
	turned := &Group{X: 7 * Pt, Turn: 1234, Scale: 3000}
	a, b := outer.Matrix().Times(turned.Matrix()), turned.Matrix()
	for _, p := range [][2]Length{{0, 0}, {600 * Pt, 0}, {-300 * Pt, 842 * Pt}} {
		x1, y1 := a.Point(p[0], p[1])
		x2, y2 := outer.Matrix().Point(b.Point(p[0], p[1]))
		if max(x1-x2, x2-x1, y1-y2, y2-y1) > 3 {
			t.Errorf("%v: %d, %d and %d, %d", p, x1, y1, x2, y2)
		}
	}
}

func TestPlaced(t *testing.T) {
	rule := &Rule{X: Pt, W: Pt, H: Pt}
	items := []Item{rule, &Group{X: 10 * Pt, Items: []Item{rule, &Group{Turn: 180_000, Items: []Item{rule}}}}, rule}
	var got []Length
	for m, it := range Placed(items) {
		r := it.(*Rule)
		got = append(got, m.Bounds(Box{r.X, r.Y, r.W, r.H}).X)
	}
	want := []Length{Pt, 11 * Pt, 8 * Pt, Pt}
	if len(got) != len(want) {
		t.Fatalf("%d items", len(got))
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("item %d at %s instead of %s", i, got[i], want[i])
		}
	}
}
