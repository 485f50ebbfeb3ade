package textstyle

import (
	"strings"
	"sync"

	"octavo/cmd/octavo/internal/fallback"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/typeset"
)

// fallbacks is the house's fallback fonts as faces. A font is read when a text first needs it.
type fallbacks struct {
	lang *lang.Language
	set  *fallback.Set

	mu    sync.Mutex
	faces map[string]*typeset.Face // by the font's name; nil for one that cannot be read
	fault []*FontError
	taken []*typeset.Face // the style's faces where the house's took their place: regular and bold
}

func (r *fallbacks) open(l *lang.Language, open func(name string) ([]byte, error)) {
	r.lang, r.set, r.faces = l, fallback.Open(open), map[string]*typeset.Face{}
}

// takeOver sets a book in the house's fallback fonts where the style's have not the letters of its language: whole words of one design,
// with its roman, italic and bold.
func (f *Fonts) takeOver(l *lang.Language) {
	sample := map[string]string{"Cyrl": "абвжя", "Grek": "αβγλώ", "Hebr": "אבש", "Arab": "بسم"}[l.Script()]
	if sample == "" || f.Regular.Sets(sample) {
		return
	}
	design := f.design()
	old := []*typeset.Face{f.Regular, f.Bold}
	for _, slot := range []struct {
		at   **typeset.Face
		look fallback.Look
	}{
		{&f.Regular, fallback.Look{Design: design}}, {&f.Italic, fallback.Look{Design: design, Italic: true}},
		{&f.Bold, fallback.Look{Design: design, Bold: true}}, {&f.BoldItalic, fallback.Look{Design: design, Bold: true, Italic: true}},
	} {
		name := f.set.Find(sample, slot.look, fallback.Letters)
		if name == "" {
			return
		}
		if face := f.face(name); face != nil {
			*slot.at = face
			f.taken = old
		}
	}
}

// design returns the design of the text's letters: those of a typewriter where it is set as code is.
func (f *Fonts) design() fallback.Design {
	switch {
	case f.Mono.Name == f.Regular.Name:
		return fallback.Mono
	case f.Regular.Sans():
		return fallback.Sans
	}
	return fallback.Serif
}

// TakenOver reports whether the house's fallback fonts set the whole text, because the style's have not the letters of its language. What
// they lack beside is then no choice of the author's.
func (f *Fonts) TakenOver() bool { return len(f.taken) > 0 }

// SetIn returns the names of the font of the book that lacks a character and of the house's fallback font that sets it; "" where the
// book's own fonts set it, or none does.
func (f *Fonts) SetIn(character string, code bool) (lacking, in string) {
	face := f.Regular
	if code {
		face = f.Mono
	}
	for _, s := range face.Fallen(character) {
		f.fallbacks.mu.Lock()
		house := f.faces[s.Name] == s
		f.fallbacks.mu.Unlock()
		if house {
			return face.Family, s.Family
		}
	}
	return "", ""
}

// find returns the house's fonts of a use, in a look, as what a face may fall back on. A sequence of emoji is set as a whole, by the
// fonts of emoji alone.
func (r *fallbacks) find(look fallback.Look, use fallback.Use) typeset.Fallback {
	signs := use != fallback.Letters
	return typeset.Fallback{Signs: signs, Find: func(text string) *typeset.Face {
		if use != fallback.Pictures && isSequence(text) && r.set.Find(text, look, fallback.Pictures) != "" {
			return nil
		}
		name := r.set.Find(text, look, use)
		if name == "" {
			return nil
		}
		return r.face(name)
	}}
}

// isSequence reports whether a cluster is a sequence of emoji: joined ones, one with a tone of skin, a flag, a key, or one that asks to
// be drawn as emoji.
func isSequence(cluster string) bool {
	return strings.ContainsFunc(cluster, func(r rune) bool {
		return r >= 0x1F1E6 && r <= 0x1F1FF || r >= 0x1F3FB && r <= 0x1F3FF || r == 0xFE0F || r == 0x20E3 || r >= 0xE0020 && r <= 0xE007F
	})
}

// face returns a fallback font as a face, nil where it cannot be read: the command itself is damaged then.
func (r *fallbacks) face(name string) *typeset.Face {
	r.mu.Lock()
	defer r.mu.Unlock()
	if face, ok := r.faces[name]; ok {
		return face
	}
	var face *typeset.Face
	f, err := r.set.Load(name)
	if err == nil {
		face = typeset.NewFace(f)
		face.Lang = r.lang
	} else {
		r.fault = append(r.fault, &FontError{Key: "fonts.regular", Err: err})
	}
	r.faces[name] = face
	return face
}

// faults returns those that were met in fallback fonts.
func (r *fallbacks) faults() []*FontError {
	r.mu.Lock()
	defer r.mu.Unlock()
	out := r.fault
	for _, face := range r.faces {
		if face != nil && face.Fault() != nil {
			out = append(out, &FontError{Key: "fonts.regular", Err: face.Fault()})
		}
	}
	return out
}
