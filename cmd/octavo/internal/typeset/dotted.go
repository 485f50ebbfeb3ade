package typeset

import (
	"unicode/utf8"

	ot "github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/harfbuzz"
)

// In Turkish and Azeri, i and ı are two letters, whose capitals are İ and I. A font has small capitals of the capitals, but where it
// has a form of i for these languages, it lacks a small capital of that form, or has one without the dot. So in small capitals both
// letters are set as the small capitals of their capitals.

// dotted reports whether the language of a face tells i and ı apart, and the font has both capitals.
func (f *Face) dotted() bool {
	return f.Lang.Upper("i") == "İ" && f.has('İ')
}

// capitalI returns the capital of an i with or without its dot, and any other character as it is.
func capitalI(r rune) rune {
	switch r {
	case 'i':
		return 'İ'
	case 'ı':
		return 'I'
	}
	return r
}

// smallI returns the features that make small capitals of those runes which [capitalI] has made of the letters of a text, where others
// keep their capitals. A text with characters that others stand in for has a different number of runes, and no such features.
func smallI(text string, runes []rune) (out []harfbuzz.Feature) {
	if utf8.RuneCountInString(text) != len(runes) {
		return nil
	}
	i := 0
	for _, r := range text {
		if r == 'i' || r == 'ı' {
			out = append(out, harfbuzz.Feature{Tag: ot.MustNewTag("c2sc"), Value: 1, Start: i, End: i + 1})
		}
		i++
	}
	return out
}
