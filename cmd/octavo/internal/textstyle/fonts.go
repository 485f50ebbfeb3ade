package textstyle

import (
	"cmp"
	"fmt"
	"strings"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/parallel"
	"octavo/cmd/octavo/internal/typeset"
)

// Fonts are the fonts of a style, with the hyphenator of the book's language.
type Fonts struct {
	Regular, Italic, Bold, BoldItalic, Mono *typeset.Face
	Hyphenator                              *typeset.Hyphenator // nil when the language has no patterns here

	language string          // the book's
	emphasis string          // how the style sets stress off: config.Italic or config.Bold
	standIns map[rune]string // for characters that Regular has no glyph for; nil: it has them all
}

// plainer are characters that may be set as others in a font that has no glyph for them: primes, and ligatures that an
// author has pasted.
var plainer = map[rune]string{
	'′': "'", '″': "\"", '‑': "-", '‐': "-", '―': "—",
	'ﬀ': "ff", 'ﬁ': "fi", 'ﬂ': "fl", 'ﬃ': "ffi", 'ﬄ': "ffl",
}

// Plain returns text with what stands in for characters that the font does not have.
func (f *Fonts) Plain(text string) string {
	if f.standIns == nil {
		return text
	}
	var b strings.Builder
	from := 0
	for at, r := range text {
		if other, ok := f.standIns[r]; ok && r >= 0x80 {
			b.WriteString(text[from:at] + other)
			from = at + utf8.RuneLen(r)
		}
	}
	if from == 0 {
		return text
	}
	return b.String() + text[from:]
}

// LoadFonts reads a style's fonts and the hyphenation patterns for a language (BCP 47). Open is given paths under the
// styles folder.
func LoadFonts(style *config.Style, language string, open func(name string) ([]byte, error)) (*Fonts, error) {
	l, _ := lang.Find(language)
	f := &Fonts{language: language, emphasis: style.Text.Emphasis}
	slots := []struct {
		at        **typeset.Face
		name, key string
	}{
		{&f.Regular, style.Fonts.Regular, "fonts.regular"}, {&f.Italic, style.Fonts.Italic, "fonts.italic"},
		{&f.Bold, style.Fonts.Bold, "fonts.bold"}, {&f.BoldItalic, style.Fonts.BoldItalic, "fonts.bold_italic"},
		{&f.Mono, style.Fonts.Mono, "fonts.mono"},
	}
	errs := make([]error, len(slots)+1)
	parallel.Each(len(errs), func(i int) {
		if i == len(slots) {
			f.Hyphenator, errs[i] = loadHyphenator(l, open)
			return
		}
		s := slots[i]
		data, err := open("fonts/" + s.name)
		if err == nil {
			*s.at, err = typeset.LoadFace(strings.TrimSuffix(s.name, ".ttf"), data)
		}
		if err == nil {
			(*s.at).Lang = l
		}
		if err != nil {
			errs[i] = &FontError{Key: s.key, Err: fmt.Errorf("font %s of style %s: %w", s.name, style.Name, err)}
		}
	})
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	for r, other := range plainer {
		if !f.Regular.Has(r) {
			if f.standIns == nil {
				f.standIns = map[rune]string{}
			}
			f.standIns[r] = other
		}
	}
	return f, nil
}

// FontError is what is wrong with one of a style's fonts.
type FontError struct {
	Key string // that names it in the style: "fonts.bold"
	Err error
}

func (e *FontError) Error() string { return e.Err.Error() }
func (e *FontError) Unwrap() error { return e.Err }

// Keys returns the keys by which a style names the font of a name; a style may take one font for several.
func (f *Fonts) Keys(name string) []string {
	var out []string
	f.each(func(key string, face *font.Font) {
		if face.Name == name {
			out = append(out, key)
		}
	})
	return out
}

// Faults returns those that were met in fonts when something was set with them; see [font.Font.Fault].
func (f *Fonts) Faults() []*FontError {
	var out []*FontError
	f.each(func(key string, face *font.Font) {
		if err := face.Fault(); err != nil {
			out = append(out, &FontError{key, fmt.Errorf("font %s: %w", face.Name, err)})
		}
	})
	return out
}

func (f *Fonts) each(fn func(key string, face *font.Font)) {
	fn("fonts.regular", f.Regular.Font)
	fn("fonts.italic", f.Italic.Font)
	fn("fonts.bold", f.Bold.Font)
	fn("fonts.bold_italic", f.BoldItalic.Font)
	fn("fonts.mono", f.Mono.Font)
}

// loadHyphenator reads the patterns of a language; nil when there are none for it.
func loadHyphenator(l *lang.Language, open func(name string) ([]byte, error)) (*typeset.Hyphenator, error) {
	if l.Rules.Patterns == "" {
		return nil, nil
	}
	var h *typeset.Hyphenator
	patterns, err := open(l.Rules.Patterns)
	exceptions, err2 := open(l.Rules.Exceptions)
	if err = cmp.Or(err, err2); err == nil {
		h, err = typeset.NewHyphenator(patterns, exceptions)
	}
	if err != nil {
		return nil, fmt.Errorf("hyphenation patterns for %s: %w", l.Tag, err)
	}
	return h, nil
}

// Has reports whether the text font has a glyph for r; a space that is set as white needs none.
func (f *Fonts) Has(r rune) bool {
	switch r {
	case '\n', '\r', '\t', ' ', '\u00A0', '\u00AD', '\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF':
		return true
	}
	if r >= '\u2000' && r <= '\u200A' || r == '\u202F' || r == '\u3000' {
		return true
	}
	_, ok := f.standIns[r]
	return ok || f.Regular.Has(r)
}

// HasAll reports whether the text font has a glyph for every character of a sign.
func (f *Fonts) HasAll(sign string) bool {
	for _, r := range sign {
		if !f.Has(r) {
			return false
		}
	}
	return true
}
