package pdf

import (
	"encoding/binary"
	"testing"
)

func TestEmbeddable(t *testing.T) {
	for _, name := range []string{"EBGaramond-Regular", "CourierPrime-Regular"} {
		f := loadFont(t, name)
		codes := []coded{{pair: pair{glyph: 7}, code: 'a'}, {pair: pair{glyph: 8}, code: 'b'},
			{pair: pair{glyph: 3}, code: 'c'}, {pair: pair{glyph: 0}, code: 0xE000}}
		ttf, err := embeddable(f.Data, codes)
		if err != nil {
			t.Fatal(err)
		}
		tables, err := tablesOf(ttf)
		if err != nil {
			t.Fatal(err)
		}
		cmap := tables["cmap"][12:]
		segments := int(binary.BigEndian.Uint16(cmap[6:])) / 2
		if segments != 4 { // a–b, c, U+E000, U+FFFF
			t.Errorf("%s: %d segments", name, segments)
		}
		look := func(code int) int {
			for i := range segments {
				at := func(row int) int { return int(binary.BigEndian.Uint16(cmap[14+row:][2*i:])) }
				if last := at(0); code <= last {
					if first := at(2*segments + 2); code < first {
						return 0
					}
					return (code + at(4*segments+2)) & 0xFFFF
				}
			}
			return 0
		}
		for _, c := range codes {
			if got := look(int(c.code)); got != int(c.glyph) {
				t.Errorf("%s: code %04X is glyph %d, want %d", name, c.code, got, c.glyph)
			}
		}
		if got := look('d'); got != 0 {
			t.Errorf("%s: an unused code is glyph %d", name, got)
		}
		glyphs := int(binary.BigEndian.Uint16(tables["maxp"][4:]))
		if len(tables["hmtx"]) != 4*glyphs {
			t.Fatalf("%s: %d bytes of metrics for %d glyphs", name, len(tables["hmtx"]), glyphs)
		}
		for g := range glyphs {
			if got, want := int(binary.BigEndian.Uint16(tables["hmtx"][4*g:])), f.Advance(uint16(g)); got != want {
				t.Fatalf("%s: glyph %d is %d wide, want %d", name, g, got, want)
			}
		}
	}
}

func TestFullMetrics(t *testing.T) {
	got, err := fullMetrics([]byte{1, 0, 0, 1, 2, 0, 0, 2, 0, 3, 0, 4}, 2, 4)
	if want := "\x01\x00\x00\x01\x02\x00\x00\x02\x02\x00\x00\x03\x02\x00\x00\x04"; err != nil || string(got) != want {
		t.Errorf("%x %v, want %x", got, err, want)
	}
	for _, bad := range []struct{ n, glyphs int }{{0, 4}, {5, 4}, {2, 5}} {
		if _, err := fullMetrics(make([]byte, 12), bad.n, bad.glyphs); err == nil {
			t.Errorf("%v is taken", bad)
		}
	}
}

func TestForbiddenFont(t *testing.T) {
	data := append([]byte(nil), regular(t).Data...)
	tables, err := tablesOf(data)
	if err != nil {
		t.Fatal(err)
	}
	tables["OS/2"][9] |= 2
	if _, err := embeddable(data, nil); err == nil {
		t.Error("a font that forbids it is embedded")
	}
}

func FuzzEmbeddable(f *testing.F) {
	f.Add(loadFont(f, "CourierPrime-Regular").Data[:2000])
	f.Add([]byte("\x00\x01\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00glyf\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		embeddable(data, []coded{{pair: pair{glyph: 1}, code: 'a'}})
	})
}
