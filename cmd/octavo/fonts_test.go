package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/parallel"
	"octavo/cmd/octavo/internal/pdf"
	"octavo/cmd/octavo/internal/raster"
	"octavo/cmd/octavo/internal/sfnt"
	"octavo/cmd/octavo/internal/svg"
	"octavo/cmd/octavo/internal/typeset"
	"octavo/styles"
)

// damage makes a mutant of a font: some bytes of one table are others, a table's entry in the directory is, or the end
// is missing.
func damage(r *rand.Rand, face []byte) []byte {
	out := bytes.Clone(face)
	tables := int(binary.BigEndian.Uint16(out[4:]))
	entry := out[12+16*r.IntN(tables):]
	at, size := int(binary.BigEndian.Uint32(entry[8:])), int(binary.BigEndian.Uint32(entry[12:]))
	switch kind := r.IntN(10); {
	case kind == 0:
		return out[:r.IntN(len(out))]
	case kind == 1:
		entry[8+r.IntN(8)] = byte(r.Uint32())
	default:
		values := []byte{0, 1, 2, 0x7F, 0x80, 0xFE, 0xFF}
		for range 1 + r.IntN(12) {
			near := size
			if r.IntN(2) == 0 { // where counts and offsets are
				near = min(size, 64)
			}
			if near > 0 {
				out[at+r.IntN(near)] = values[r.IntN(len(values))]
			}
		}
	}
	return out
}

// useFont sets, draws and cuts text with a font in every way that octavo has. It returns an error for one that was refused.
func useFont(data []byte) error {
	if err := sfnt.Check(data); err != nil {
		return err
	}
	face, err := typeset.LoadFace("Damaged", data)
	if err != nil {
		return err
	}
	const text = "Waffle office fjord, 1/2 of 3,456: “Ångström” e\u0301 — Qu Th AVATAR"
	pg := &page.Page{Width: 300 * page.Pt, Height: 300 * page.Pt}
	for i, features := range []font.Features{0, font.SmallCaps, font.OldStyle, font.Fractions | font.Tabular} {
		for _, line := range typeset.SetParagraph([]typeset.Inline{&typeset.Span{Text: text, Font: face, Size: 11 * page.Pt, Features: features,
			Color: page.Black}}, typeset.Setting{Measure: 200 * page.Pt}) {
			for _, item := range line.Items {
				if t, ok := item.(*page.Text); ok {
					t.Y += page.Length(20+60*i) * page.Pt
					pg.Items = append(pg.Items, t)
				}
			}
		}
	}
	_, drawn := raster.Page(pg, 36)
	written := svg.Write(io.Discard, pg)
	printed := pdf.Write(io.Discard, &page.Document{Title: "T", Lang: "en", Date: time.Unix(0, 0), Pages: []*page.Page{pg}}, pdf.Plain)
	_, cut := sfnt.Subset(data, []rune(text), []string{"smcp", "onum", "frac", "tnum"})
	_, named := sfnt.ReadNotice(data)
	return errors.Join(face.Fault(), drawn, written, printed, cut, named)
}

// TestDamagedFonts uses mutants of two fonts in every way: each does its work or is refused, without a panic, and soon.
func TestDamagedFonts(t *testing.T) {
	slow(t)
	t.Parallel()
	r := rand.New(rand.NewPCG(18, 16))
	refused, slowest := 0, time.Duration(0)
	const mutants = 150
	for _, name := range []string{"EBGaramond-Italic.ttf", "AtkinsonHyperlegibleNext-Regular.ttf"} {
		whole := fontFile(t, name)
		if err := useFont(whole); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for i := range mutants {
			start := time.Now()
			var err error
			if bug := parallel.Guard(func() error { err = useFont(damage(r, whole)); return nil }); bug != nil {
				t.Errorf("mutant %d of %s: %v", i, name, bug)
			}
			if err != nil {
				refused++
			}
			slowest = max(slowest, time.Since(start))
		}
	}
	if refused < mutants/4 || refused == 2*mutants {
		t.Errorf("%d of %d mutants were refused: the damage is not of the right kind", refused, 2*mutants)
	}
	if slowest > 20*time.Second {
		t.Errorf("a mutant took %s", slowest)
	}
}

func fontFile(t testing.TB, name string) []byte {
	data, err := styles.FS.ReadFile("fonts/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestOwnFonts builds a book with a font of its own that is none: an error where the style names it, and nothing else.
func TestOwnFonts(t *testing.T) {
	slow(t)
	t.Parallel()
	whole := fontFile(t, "EBGaramond-Regular.ttf")
	looped := bytes.Clone(whole)
	selfComposed(t, looped)
	unlicensed := bytes.Clone(whole)
	unlicensed[tableAt(t, unlicensed, "OS/2")+9] = 2
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"empty":      {nil, "the file is empty"},
		"text":       {[]byte("no font at all"), "not a font with TrueType outlines"},
		"half":       {whole[:len(whole)/2], "cut off"},
		"cff":        {append([]byte("OTTO"), whole[4:]...), "not a font with TrueType outlines"},
		"collection": {append([]byte("ttcf"), whole[4:]...), "a collection of fonts"},
		"looped":     {looped, "put together from itself"},
		"unlicensed": {unlicensed, "fsType"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			for file, text := range map[string]string{
				"book.toml":             "[book]\ntitle = \"T\"\nauthors = [\"A\"]\nlanguage = \"en-US\"\ndate = 2026-01-01\n[print]\nstyle = \"mine\"\n",
				"manuscript/a.md":       "# One\n\nSome words of **text**.\n",
				"styles/mine.toml":      "[fonts]\nbold = \"Mine.ttf\"\n",
				"styles/fonts/Mine.ttf": string(c.data),
			} {
				file = filepath.Join(dir, file)
				if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o777), os.WriteFile(file, []byte(text), 0o666)); err != nil {
					t.Fatal(err)
				}
			}
			var stderr strings.Builder
			if code := run([]string{"build", "-C", dir}, io.Discard, &stderr); code != 1 {
				t.Errorf("exit code %d", code)
			}
			if got := stderr.String(); !strings.Contains(got, "styles/mine.toml:2:8: error: ") || !strings.Contains(got, c.want) ||
				!strings.Contains(got, "[style-font]") {
				t.Errorf("said:\n%s", got)
			}
		})
	}
}

// tableAt is where a table of a font begins.
func tableAt(t *testing.T, face []byte, tag string) int {
	for i := range int(binary.BigEndian.Uint16(face[4:])) {
		if entry := face[12+16*i:]; string(entry[:4]) == tag {
			return int(binary.BigEndian.Uint32(entry[8:]))
		}
	}
	t.Fatal(fmt.Errorf("no table %s", tag))
	return 0
}

// selfComposed makes the first glyph that is put together from others one that is put together from itself.
func selfComposed(t *testing.T, face []byte) {
	loca, glyf, head := tableAt(t, face, "loca"), tableAt(t, face, "glyf"), tableAt(t, face, "head")
	for g := range int(binary.BigEndian.Uint16(face[tableAt(t, face, "maxp")+4:])) {
		at := 2 * int(binary.BigEndian.Uint16(face[loca+2*g:]))
		if face[head+51] != 0 {
			at = int(binary.BigEndian.Uint32(face[loca+4*g:]))
		}
		if outline := face[glyf+at:]; int16(binary.BigEndian.Uint16(outline)) < 0 {
			binary.BigEndian.PutUint16(outline[12:], uint16(g))
			return
		}
	}
	t.Fatal("no glyph is put together from others")
}

// FuzzFont uses fonts of any bytes in every way.
func FuzzFont(f *testing.F) {
	small, err := sfnt.Subset(fontFile(f, "AtkinsonHyperlegibleNext-Regular.ttf"), []rune("Waffle office 1/2 Ångström"), []string{"frac", "onum"})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(small)
	f.Fuzz(func(_ *testing.T, data []byte) {
		useFont(data) //nolint:errcheck // a damaged font is an error, no panic
	})
}
