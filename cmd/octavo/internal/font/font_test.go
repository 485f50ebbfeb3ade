package font

import (
	"io/fs"
	"strings"
	"testing"
	"time"

	"octavo/styles"
)

func courier(t *testing.T) []byte {
	t.Helper()
	data, err := fs.ReadFile(styles.FS, "fonts/CourierPrime-Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestFont(t *testing.T) {
	f, err := New("courier", courier(t))
	if err != nil {
		t.Fatal(err)
	}
	if f.Family != "Courier Prime" || f.Designer() == "" {
		t.Errorf("family %q, designer %q", f.Family, f.Designer())
	}
	if f.Ascent <= f.CapHeight || f.CapHeight <= f.XHeight || f.XHeight <= 0 || f.Descent <= 0 {
		t.Errorf("ascent %d, capitals %d, x %d, descent %d", f.Ascent, f.CapHeight, f.XHeight, f.Descent)
	}
	if f.Space != f.Hyphen || f.Advance(f.Glyph('i')) != f.Advance(f.Glyph('W')) {
		t.Error("glyphs of a typewriter have several widths")
	}
	if f.Has('\u4E00') || f.Glyph('\u4E00') != 0 || !f.Has('é') {
		t.Error("it has other characters than its cmap says")
	}
	g := f.Glyph('H')
	left, bottom, right, top := f.Bounds(g)
	before, after := f.Bearings(g)
	if before != left || left+(right-left)+after != f.Advance(g) || bottom != 0 || top != f.CapHeight {
		t.Errorf("H is at %d %d %d %d with %d and %d beside it", left, bottom, right, top, before, after)
	}
	outline := f.Outline(g)
	if len(outline) < 2 || outline[0].Op != Move || outline[len(outline)-1].Op != Close {
		t.Fatalf("the outline is %v", outline)
	}
	for _, s := range outline {
		if s.Op != Close && (int(s.X) < left*OutlineUnit || int(s.X) > right*OutlineUnit || int(s.Y) > top*OutlineUnit) {
			t.Errorf("%+v is outside the ink", s)
		}
	}
	if f.Outline(f.SpaceGlyph) != nil {
		t.Error("a space has an outline")
	}
	if f.Fault() != nil {
		t.Error(f.Fault())
	}
}

// TestTablesBeyondTheEnd: a directory that promises 4 GiB is refused before room is made for them.
func TestTablesBeyondTheEnd(t *testing.T) {
	broken := append([]byte(nil), courier(t)...)
	broken[12+9*16+12] ^= 0xFF // the length of a table
	start := time.Now()
	if _, err := New("broken", broken); err == nil || !strings.Contains(err.Error(), "beyond its end") {
		t.Error(err)
	}
	if took := time.Since(start); took > time.Second {
		t.Errorf("it takes %v", took)
	}
}

// TestDamaged cuts a font short and changes bytes in it: none of that is more than an error.
func TestDamaged(t *testing.T) {
	data := courier(t)
	for _, n := range []int{0, 4, 100, len(data) / 2} {
		if _, err := New("short", data[:n]); err == nil {
			t.Errorf("%d bytes of a font are one", n)
		}
	}
	for at := 0; at < 2000; at += 7 {
		broken := append([]byte(nil), data...)
		broken[at] ^= 0xFF
		if f, err := New("broken", broken); err == nil {
			f.Outline(f.Glyph('H'))
			f.Designer()
		}
	}
}
