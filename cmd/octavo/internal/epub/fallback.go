package epub

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/sfnt"
)

// What the fonts of the style lack is set as in print, with the same fallback fonts, cut to what the book has of it: emoji too, since
// many a reading device has none, and a book is to look the same on all. Each has a family of its own after the text's, and a
// unicode-range, so that a reader's own choice of a font still finds them.

// helpers returns the fonts that set what the text's fonts, or those of code, lack of characters.
func (have Fonts) helpers(characters []rune, role string, need *needs) (out []part) {
	if have.Instead == nil {
		return nil
	}
	code := role == codeSignsRole
	type text struct {
		look  Look
		data  []byte
		needs bool
	}
	texts := []text{
		{Look{}, have.Regular, true}, {Look{Italic: true}, have.Italic, true},
		{Look{Bold: true}, have.Bold, need.bold}, {Look{Bold: true, Italic: true}, have.BoldItalic, need.boldItalic},
	}
	if code {
		texts = []text{{Look{Code: true}, have.Mono, true}}
	}
	with := slices.DeleteFunc(slices.Clone(characters), func(r rune) bool { return !accompanies(r) })
	at := map[string]int{}
	for _, t := range texts {
		if len(t.data) == 0 || !t.needs {
			continue
		}
		lacking, _ := sfnt.Lacking(t.data, characters)
		for _, r := range lacking {
			name, data := have.Instead(string(r), t.look)
			if name == "" {
				continue
			}
			i, ok := at[name]
			if !ok {
				i = len(out)
				at[name] = i
				file := book.Slug(name) + ".ttf"
				if code { // a font of both is cut for each
					file = "mono-" + file
				}
				out = append(out, part{role, data, &font{role: role, file: file, media: fontMedia}, slices.Clone(with)})
			}
			p := &out[i]
			p.of = append(p.of, r)
			p.font.only = append(p.font.only, r)
			if !slices.Contains(p.font.looks, t.look) {
				p.font.looks = append(p.font.looks, t.look)
			}
		}
	}
	for i := range out {
		for _, list := range []*[]rune{&out[i].of, &out[i].font.only} {
			slices.Sort(*list)
			*list = slices.Compact(*list)
		}
	}
	return out
}

// accompanies reports whether a character may belong to a cluster with one that is set by a fallback font, whatever the text's font
// has: marks, joiners, the figures of keys.
func accompanies(r rune) bool {
	return r >= '0' && r <= '9' || r == '#' || r == '*' || r == ' ' || r >= 0x300 && unicode.In(r, unicode.M, unicode.Cf)
}

// unicodeRange returns characters as a style sheet lists them, in ascending order.
func unicodeRange(characters []rune) string {
	var out []string
	for i := 0; i < len(characters); i++ {
		first := characters[i]
		for i+1 < len(characters) && characters[i+1] == characters[i]+1 {
			i++
		}
		if characters[i] == first {
			out = append(out, fmt.Sprintf("U+%X", first))
		} else {
			out = append(out, fmt.Sprintf("U+%X-%X", first, characters[i]))
		}
	}
	return strings.Join(out, ", ")
}

// families returns the families of a role, each once.
func (p *plan) families(role string) (out []string) {
	for _, f := range p.fonts {
		if f.role == role && !slices.Contains(out, f.family) {
			out = append(out, f.family)
		}
	}
	return out
}
