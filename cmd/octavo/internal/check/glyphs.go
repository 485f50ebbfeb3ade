package check

import (
	"unicode"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/kinds"
)

// lacks returns a function that reports whether has denies a character; it asks once for each.
func lacks(has func(character string) bool) func(r rune) bool {
	missing := map[rune]bool{}
	var common [0x2100]int8 // what missing says of the characters that books are made of: 1 it is there, -1 it is not
	return func(r rune) bool {
		if int(r) < len(common) && common[r] != 0 {
			return common[r] < 0
		}
		no, ok := missing[r]
		if !ok {
			no = !invisible(r) && !has(string(r))
			missing[r] = no
		}
		if int(r) < len(common) {
			common[r] = 1
			if no {
				common[r] = -1
			}
		}
		return no
	}
}

// marksAfter returns how many bytes at the beginning of text are marks that combine with what stands before it.
func marksAfter(text string) (n int) {
	for n < len(text) && text[n] >= utf8.RuneSelf {
		r, size := utf8.DecodeRuneInString(text[n:])
		if !unicode.Is(unicode.Mn, r) {
			break
		}
		n += size
	}
	return n
}

// alphabet is the characters of a chapter for which fonts are asked, each once and in the order of their first places: those of its
// text, of its code, and of the values of its entries.
type alphabet struct{ text, code, values []rune }

// alphabet returns that of the chapter.
func (f *facts) alphabet() (a alphabet) {
	if f.fonts.Text == nil {
		return a
	}
	a.text = charactersOf(f.texts, f.fonts.Text)
	a.code = charactersOf(f.codes, f.fonts.Code)
	a.values = charactersOf(f.values(), f.fonts.Text)
	return a
}

// charactersOf returns the characters of passages. A letter with marks that the fonts have as one is none: it is not missing.
func charactersOf(passages []passage, has func(character string) bool) (out []rune) {
	if len(passages) == 0 {
		return nil
	}
	var common [0x2100]bool
	others := map[rune]bool{}
	for _, p := range passages {
		for i := 0; i < len(p.Value); {
			r, size := rune(p.Value[i]), 1
			if r >= utf8.RuneSelf {
				r, size = utf8.DecodeRuneInString(p.Value[i:])
			}
			if marks := marksAfter(p.Value[i+size:]); marks > 0 && has(p.Value[i:i+size+marks]) {
				i += size + marks
				continue
			}
			i += size
			switch {
			case int(r) < len(common):
				if common[r] {
					continue
				}
				common[r] = true
			case others[r]:
				continue
			default:
				others[r] = true
			}
			out = append(out, r)
		}
	}
	return out
}

// values returns what the entries of the chapter say under keys, as it is printed.
func (f *facts) values() (out []passage) {
	for _, e := range f.entries {
		if pos, ok := e.Places[book.SourceKey]; ok {
			out = append(out, newPassage(pos, e.Source, e.Entry))
		}
		for _, v := range e.Values {
			if pos, ok := e.Places[v.Key]; ok {
				out = append(out, newPassage(pos, kinds.Words(f.cfg.Lang, &v), e.Entry))
			}
		}
	}
	return out
}

// glyphMissing reports a run of characters that the fonts lack, each character once a file, at its first place. Fonts are asked for
// the characters of the book in the order in which it has them; only chapters that have missing ones are then looked through.
func glyphMissing(f *facts) {
	if f.fonts.Text == nil {
		return
	}
	drawingGlyphs(f)
	var instead borrowed
	s := search{facts: f}
	s.lackText = lacks(instead.watch(f.fonts.Text, f.fonts.Instead, false))
	s.lackCode = lacks(instead.watch(f.fonts.Code, f.fonts.Instead, true))
	asked := func(characters []rune, lacks func(r rune) bool) (missing bool) {
		for _, r := range characters {
			missing = lacks(r) || missing
		}
		return missing
	}
	settings := f.configTexts()
	asked(charactersOf(settings, f.fonts.Text), s.lackText)
	missing := make([]bool, len(f.parts))
	for i, p := range f.parts {
		missing[i] = asked(p.text, s.lackText)
	}
	for i, p := range f.parts {
		missing[i] = asked(p.code, s.lackCode) || missing[i]
	}
	for i, p := range f.parts {
		missing[i] = asked(p.values, s.lackText) || missing[i]
	}
	instead.note(f)
	instead.limit(f)
	var parts []*facts
	for i, p := range f.parts {
		if missing[i] {
			parts = append(parts, p.facts(f))
		}
	}
	s.all(settings, parts)
}

// search looks for characters that the fonts lack.
type search struct {
	*facts
	lackText, lackCode func(r rune) bool
	found              []*missingRun
	index              map[missingCharacter]*missingRun
}

// missingCharacter is one that is missing in a file.
type missingCharacter struct {
	src *diag.Source
	r   rune
}

// all looks through the words of book.toml and chapters, and reports what is missing.
func (s *search) all(settings []passage, chapters []*facts) {
	s.index = map[missingCharacter]*missingRun{}
	look := func(passages []passage, has func(character string) bool, lacks func(r rune) bool) {
		for _, p := range passages {
			s.look(p, has, lacks)
		}
	}
	look(settings, s.fonts.Text, s.lackText)
	for _, c := range chapters {
		look(c.texts, s.fonts.Text, s.lackText)
	}
	for _, c := range chapters {
		look(c.codes, s.fonts.Code, s.lackCode)
	}
	for _, c := range chapters {
		look(c.values(), s.fonts.Text, s.lackText)
	}
	for _, m := range s.found {
		d := s.report(m.pos, "no font of the style has %s", m.names()).To(m.end)
		switch {
		case m.more > 0 && len(m.characters) == 1:
			d.Note("%d times in this file", m.more+1)
		case m.more > 0:
			d.Note("more of them stand further on in this file")
		}
		d.Note("%s", m.help())
	}
}

// look looks through a passage.
func (s *search) look(p passage, has func(character string) bool, lacks func(r rune) bool) {
	for i := 0; i < len(p.Value); {
		r, size := rune(p.Value[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(p.Value[i:])
		}
		if marks := marksAfter(p.Value[i+size:]); marks > 0 && has(p.Value[i:i+size+marks]) { // a font may have a letter and its accent as one
			i += size + marks
			continue
		}
		if !lacks(r) {
			i += size
			continue
		}
		end := runOf(p.Value, i, lacks)
		s.run(p, i, end, lacks)
		i = end
	}
}

// run takes note of a run of characters in a passage that the fonts lack.
func (s *search) run(p passage, from, end int, lacks func(r rune) bool) {
	var run *missingRun
	for _, r := range p.Value[from:end] {
		switch k := (missingCharacter{p.Pos.Source, r}); {
		case !lacks(r):
		case s.index[k] != nil:
			s.index[k].more++
		default:
			if run == nil {
				run = &missingRun{}
				run.pos, run.end = s.spot(p, from, end)
				run.text = p.Value[from:end]
				s.found = append(s.found, run)
			}
			s.index[k] = run
			run.characters = append(run.characters, r)
		}
	}
}

// invisible reports whether a character needs no glyph: line ends, what only steers shaping and hyphenation, and U+FFFD,
// which stands for something that is reported already.
func invisible(r rune) bool {
	switch {
	case r < 0x20, r == 0x7F, r == 0xAD, r == 0xFEFF, r == 0xFFFD, r >= 0xFE00 && r <= 0xFE0F, r == 0x2028, r == 0x2029:
		return true
	}
	return r >= 0x200B && r <= 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2060 && r <= 0x206F || r >= 0xE0000 && r <= 0xE0FFF
}
