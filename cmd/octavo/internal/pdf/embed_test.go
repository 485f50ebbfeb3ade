package pdf

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"io"
	"slices"
	"testing"

	"octavo/cmd/octavo/internal/font"
)

func inflate(t *testing.T, data []byte) []byte {
	t.Helper()
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	out, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// Each code leads to a glyph of the embedded font that has the shape of the font's own glyph, composites included.
func TestEmbeddedShapes(t *testing.T) {
	for _, name := range []string{"EBGaramond-Regular", "EBGaramond-SemiBoldItalic", "CourierPrime-Regular"} {
		f := loadFont(t, name)
		doc := document(pageOf(run(f, 0, 72*pt, 10*pt, "Zoë Ångström, façade ½ ffi 漢 x\u0323 Žñ @", 0),
			run(f, 0, 90*pt, 10*pt, "Small 123", font.SmallCaps)))
		u, err := collect(doc, &Plain, nil)
		if err != nil {
			t.Fatal(err)
		}
		if err := u.assignCodes(); err != nil {
			t.Fatal(err)
		}
		e, err := embed(u.fonts[0])
		if err != nil {
			t.Fatal(err)
		}
		glyphs, program := inflate(t, e.glyphs), inflate(t, e.program)
		if len(program) != e.size || len(program) > len(f.Data)/2 {
			t.Errorf("%s: %d bytes, said to be %d, of %d", name, len(program), e.size, len(f.Data))
		}
		cut, err := font.New("cut", program)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range u.fonts[0].codes {
			g := binary.BigEndian.Uint16(glyphs[2*int(c.code):])
			if c.glyph != 0 && g == 0 || !slices.Equal(cut.Outline(g), f.Outline(c.glyph)) {
				t.Errorf("%s: code %04X for %q is glyph %d, of another shape than glyph %d", name, c.code, c.text, g, c.glyph)
			}
		}
	}
}
