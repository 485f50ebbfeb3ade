package typeset

import (
	"os"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/hyphen"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/page"
)

// hyphenatorOf returns the hyphenator of a language, and the language, which has no more than its rules of division.
func hyphenatorOf(t testing.TB, tag, file string, repeats bool) (*hyphen.Hyphenator, *lang.Language) {
	l := &lang.Language{Tag: tag}
	l.Rules.Hyphenation = lang.Hyphenation{Before: 2, After: 2, Repeats: repeats}
	data, err := os.ReadFile("../../../../styles/hyphenation/" + file)
	if err != nil {
		t.Fatal(err)
	}
	h, err := hyphen.New(l, data, nil)
	if err != nil {
		t.Fatal(err)
	}
	return h, l
}

// printed returns what stands on a line, as far as it is of letters that have a glyph of their own.
func printed(face *Face, l *Line) string {
	var b strings.Builder
	for _, it := range l.Items {
		x, ok := it.(*page.Text)
		if !ok {
			continue
		}
		for _, g := range x.Glyphs {
			for _, r := range " -abcdefghijklmnopqrstuvwxyząéèëïöüőóıłńćżź·" {
				if g.ID == face.Glyph(r) {
					b.WriteRune(r)
				}
			}
		}
	}
	return b.String()
}

// TestRespelt holds how lines print words whose spelling changes where they are divided, and that their text is what was written.
func TestRespelt(t *testing.T) {
	face := testFont(t, "SourceSerif4-Regular")
	for _, c := range []struct {
		tag, file string
		repeats   bool
		text      string
		want      []string // ends and beginnings of lines that are met, "|" between them
		never     []string
	}{
		{"hu", "hu.txt.gz", false, "a hosszú asszony és a könnyű asszonnyal ", []string{"asz-|szony"}, []string{"as-|", "kön-|"}},
		{"ca", "ca.txt", false, "la col·lecció i la intel·ligència del paral·lel ", []string{"col-|lecció", "in-|tel·li", "tel-|li", "pa-|ral·lel"}, []string{"·|", "|·", "·-"}},
		{"nl", "nl.txt.gz", false, "de zeeën en de coördinatie van ideeën ", []string{"zee-|en ", "co-|or", "idee-|en"}, []string{"|ën", "|ör"}},
		{"pl", "pl.txt.gz", true, "flaga jest polsko-niemiecka albo czarno-czerwona ", []string{"polsko-|-niemiecka", "czarno-|-czerwona"}, []string{"polsko-|n"}},
		{"de", "de.txt.gz", false, "die deutsch-polnische und die schwarz-rote und ", []string{"deutsch-|polnische"}, []string{"|-"}},
	} {
		h, l := hyphenatorOf(t, c.tag, c.file, c.repeats)
		face.Lang = l
		var all strings.Builder
		text := strings.TrimSpace(strings.Repeat(c.text, 6))
		for measure := 185 * page.Pt; measure < 300*page.Pt; measure += page.Pt / 2 {
			var copied strings.Builder
			lines := SetParagraph([]Inline{&Span{Text: text, Font: face, Size: 10 * page.Pt, Features: font.NoLigatures}},
				Setting{Measure: measure, Hyphenator: h})
			for i := range lines {
				all.WriteString(printed(face, &lines[i]) + "|")
				for _, it := range lines[i].Items {
					x, ok := it.(*page.Text)
					if !ok {
						continue
					}
					copied.WriteString(strings.TrimSuffix(x.Text, softHyphen))
					if !lines[i].Hyphenated {
						copied.WriteByte(' ')
					}
					for k, g := range x.Glyphs {
						if g.At < 0 || int(g.At) > len(x.Text) || k > 0 && g.At < x.Glyphs[k-1].At {
							t.Fatalf("%q: glyph %d stands for byte %d", x.Text, k, g.At)
						}
					}
				}
				if over := lines[i].Over; over > 0 {
					t.Errorf("%s: %v too long: %q", c.tag, over, printed(face, &lines[i]))
				}
			}
			if got := strings.TrimSpace(copied.String()); got != text {
				t.Fatalf("%s: the text is %q", c.tag, got)
			}
		}
		for _, want := range c.want {
			if !strings.Contains(all.String(), want) {
				t.Errorf("%s: never %q", c.tag, want)
			}
		}
		for _, never := range c.never {
			if strings.Contains(all.String(), never) {
				t.Errorf("%s: %q", c.tag, never)
			}
		}
	}
}
