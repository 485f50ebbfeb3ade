package typeset

import (
	"octavo/cmd/octavo/internal/hyphen"
	"octavo/cmd/octavo/internal/lang"
)

// foreign is a language other than the book's, of words in a face.
type foreign struct {
	hyphenator *hyphen.Hyphenator // nil: words are not divided
}

// In returns the face for words in another language than its own, which h divides; nil: nothing does. It has the same font, in the
// forms of letters that the language wants.
func (f *Face) In(l *lang.Language, h *hyphen.Hyphenator) *Face {
	if other, ok := f.others.Load(l); ok {
		return other.(*Face)
	}
	other := f.in(l, h)
	for _, b := range f.fallbacks {
		help := Fallback{Signs: b.Signs}
		if b.Find != nil {
			help.Find = func(text string) *Face {
				if found := b.Find(text); found != nil {
					return found.In(l, h)
				}
				return nil
			}
		} else {
			help.Face = b.Face.in(l, h)
		}
		other.fallbacks = append(other.fallbacks, help)
	}
	first, _ := f.others.LoadOrStore(l, other)
	return first.(*Face)
}

// in is In without the faces that help.
func (f *Face) in(l *lang.Language, h *hyphen.Hyphenator) *Face {
	other := &Face{Font: f.Font, Lang: l, foreign: &foreign{h}, common: f.common}
	other.pool.New = f.pool.New
	return other
}

// hyphenator returns what divides the words of a span in a paragraph; nil: nothing does.
func (p *Paragraph) hyphenator(s *Span) *hyphen.Hyphenator {
	switch {
	case s.Solid || p.set.Hyphenator == nil:
		return nil
	case s.Font.foreign != nil:
		return s.Font.foreign.hyphenator
	}
	return p.set.Hyphenator
}
