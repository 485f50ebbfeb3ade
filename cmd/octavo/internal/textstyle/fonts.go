package textstyle

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"sync"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/fallback"
	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/hyphen"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/parallel"
	"octavo/cmd/octavo/internal/typeset"
)

// Fonts are the fonts of a style, with the hyphenator of the book's language.
type Fonts struct {
	Regular, Italic, Bold, BoldItalic, Mono *typeset.Face
	Hyphenator                              *hyphen.Hyphenator // nil when the language has no patterns here

	open   func(name string) ([]byte, error)
	others sync.Map // of other languages, by their tags in small letters: func() *foreign
	mu     sync.Mutex
	unread []*FontError // patterns of such a language that could not be read

	language string      // the book's
	text     page.Length // the size of running text
	capitals string      // how the style sets words in capitals: config.SmallCaps, Letterspaced or AsWritten
	emphasis string      // how the style sets stress off: config.Italic or config.Bold

	fallbacks
}

// LoadFonts reads a style's fonts and the hyphenation patterns for a language (BCP 47). Open is given paths under the
// styles folder.
func LoadFonts(style *config.Style, language string, open func(name string) ([]byte, error)) (*Fonts, error) {
	l, _ := lang.Find(language)
	f := &Fonts{open: open, language: language, emphasis: style.Text.Emphasis, capitals: style.Text.Capitals, text: page.Length(style.Text.Size)}
	f.fallbacks.open(l, open)
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
	var own []typeset.Fallback
	for _, name := range style.Fonts.Own {
		face, err := loadFallback(name, l, open)
		if err != nil {
			return nil, &FontError{Key: "fonts.regular", Err: err}
		}
		own = append(own, typeset.Fallback{Face: face})
	}
	f.takeOver(l)
	f.help(own)
	return f, nil
}

// Other reads a font that no style names, by its path under the styles folder: fonts/OCRB-Figures.ttf.
func (f *Fonts) Other(name string) (*font.Font, error) {
	data, err := f.open(name)
	if err != nil {
		return nil, fmt.Errorf("font %s: %w", path.Base(name), err)
	}
	return font.New(strings.TrimSuffix(path.Base(name), ".ttf"), data)
}

// loadFallback reads a font of the book's own that sets what the style's lack.
func loadFallback(name string, l *lang.Language, open func(name string) ([]byte, error)) (*typeset.Face, error) {
	data, err := open("fonts/" + name)
	if err != nil {
		return nil, fmt.Errorf("font %s: %w", name, err)
	}
	face, err := typeset.LoadFace(strings.TrimSuffix(name, ".ttf"), data)
	if err != nil {
		return nil, err
	}
	face.Lang = l
	return face, nil
}

// help tells each face which others set what it lacks: those of its family, the nearest first, then the house's fallback fonts.
// The book's own are asked before these. Code falls back on faces of its own kind, then on the text's.
func (f *Fonts) help(own []typeset.Fallback) {
	design := f.design()
	if f.taken != nil { // its letters of other scripts
		own = append(own, of(f.taken...)...)
	}
	typescript := design == fallback.Mono
	for _, face := range []struct {
		face   *typeset.Face
		look   fallback.Look
		family []typeset.Fallback
	}{
		{f.Regular, fallback.Look{Design: design}, of(f.Bold, f.Italic)},
		{f.Italic, fallback.Look{Design: design, Italic: true}, of(f.Regular)},
		{f.Bold, fallback.Look{Design: design, Bold: true}, of(f.Regular)},
		{f.BoldItalic, fallback.Look{Design: design, Bold: true, Italic: true}, of(f.Italic, f.Bold, f.Regular)},
	} {
		signs := []typeset.Fallback{f.find(face.look, fallback.Signs), {Face: f.Mono, Signs: true}}
		if typescript {
			signs = []typeset.Fallback{f.find(face.look, fallback.CodeSigns), f.find(face.look, fallback.Signs)}
		}
		face.face.FallBackOn(slices.Concat(face.family, own, []typeset.Fallback{f.find(face.look, fallback.Letters)}, signs,
			[]typeset.Fallback{f.find(face.look, fallback.Pictures)})...)
	}
	mono, text := fallback.Look{Design: fallback.Mono}, fallback.Look{Design: design}
	if typescript {
		return
	}
	f.Mono.FallBackOn(slices.Concat(own, []typeset.Fallback{f.find(mono, fallback.CodeSigns), f.find(mono, fallback.Letters)}, of(f.Regular, f.Bold, f.Italic),
		[]typeset.Fallback{f.find(text, fallback.Signs), f.find(text, fallback.Pictures)})...)
}

// FallBackOn lets the text faces of another style set what those of f and its code lack. It is to be called before anything is set.
func (f *Fonts) FallBackOn(other *Fonts) {
	for _, face := range []*typeset.Face{f.Regular, f.Italic, f.Bold, f.BoldItalic, f.Mono} {
		face.FallBackOn(append(face.Fallbacks(), of(other.Regular, other.Italic, other.Bold)...)...)
	}
}

// of are fallbacks whose letters may stand in words.
func of(faces ...*typeset.Face) (out []typeset.Fallback) {
	for _, face := range faces {
		out = append(out, typeset.Fallback{Face: face})
	}
	return out
}

// FontError is an error in one of a style's fonts.
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

// Faults returns those that were met in fonts when something was set with them, see [font.Font.Fault], and in patterns of other
// languages.
func (f *Fonts) Faults() []*FontError {
	f.mu.Lock()
	out := slices.Clone(f.unread)
	f.mu.Unlock()
	f.each(func(key string, face *font.Font) {
		if err := face.Fault(); err != nil {
			out = append(out, &FontError{key, fmt.Errorf("font %s: %w", face.Name, err)})
		}
	})
	return append(out, f.faults()...)
}

func (f *Fonts) each(fn func(key string, face *font.Font)) {
	fn("fonts.regular", f.Regular.Font)
	fn("fonts.italic", f.Italic.Font)
	fn("fonts.bold", f.Bold.Font)
	fn("fonts.bold_italic", f.BoldItalic.Font)
	fn("fonts.mono", f.Mono.Font)
}

// Has reports whether the book's text can have a sign of one or more characters: the text font or one that helps it has glyphs for
// it; a space that is set as white needs none.
func (f *Fonts) Has(sign string) bool { return f.Regular.Sets(sign) }

// HasCode is Has for the text of code.
func (f *Fonts) HasCode(sign string) bool { return f.Mono.Sets(sign) }
