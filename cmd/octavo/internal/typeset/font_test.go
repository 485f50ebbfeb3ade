package typeset

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/font"
)

// TestShapeAgainstHarfBuzz compares our shaping with the output of HarfBuzz itself (testdata/shape.sh records it).
func TestShapeAgainstHarfBuzz(t *testing.T) {
	features := map[string]font.Features{"": 0, "smcp,c2sc": font.AllSmallCaps, "onum": font.OldStyle, "sups": font.Superiors, "liga=0,clig=0,dlig=0": font.NoLigatures}
	file, err := os.Open("testdata/harfbuzz.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	fonts := map[string]*Face{}
	n := 0
	for sc := bufio.NewScanner(file); sc.Scan(); n++ {
		f := strings.Split(sc.Text(), "\t")
		face := fonts[f[0]]
		if face == nil {
			face = testFont(t, f[0])
			fonts[f[0]] = face
		}
		fs, ok := features[f[1]]
		if !ok {
			t.Fatalf("unknown features %q", f[1])
		}
		var b []string
		for _, g := range face.Shape(f[2], fs).Glyphs {
			s := fmt.Sprintf("%d=%d", g.ID, g.At)
			if g.DX != 0 || g.DY != 0 {
				s += fmt.Sprintf("@%d,%d", g.DX, g.DY)
			}
			b = append(b, fmt.Sprintf("%s+%d", s, g.Advance))
		}
		if got := "[" + strings.Join(b, "|") + "]"; got != f[3] {
			t.Errorf("%s %s %q:\n got %s\nwant %s", f[0], f[1], f[2], got, f[3])
		}
	}
	if n < 400 {
		t.Errorf("only %d records", n)
	}
}
