package check

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/kinds"
)

func titleEmpty(f *facts) {
	for _, c := range f.chapters {
		if c.Title != nil && strings.TrimSpace(book.PlainText(c.Title)) == "" {
			f.report(c.Pos, "empty chapter title").To(lineEnd(c.Pos)).Note("write it after the #")
		}
	}
}

func titleMissing(f *facts) {
	for _, c := range f.chapters {
		if c.Named {
			title := book.PlainText(c.Title)
			f.report(diag.Pos{Source: c.Source}, "file without a title: its name makes it %q", title).
				Note("begin the file with a line like # %s", title)
		}
	}
}

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

// glyphMissing reports a run of characters that the fonts lack, each character once a file, at its first place.
func glyphMissing(f *facts) {
	if f.fonts.Text == nil {
		return
	}
	drawingGlyphs(f)
	type key struct {
		src *diag.Source
		r   rune
	}
	type finding struct {
		missingRun
		count int
	}
	var found []*finding
	index := map[key]*finding{}
	look := func(p passage, has func(character string) bool, lacks func(r rune) bool) {
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
			var run *finding
			for _, r := range p.Value[i:end] {
				switch k := (key{p.Pos.Source, r}); {
				case !lacks(r):
				case index[k] != nil:
					index[k].count++
				default:
					if run == nil {
						run = &finding{}
						run.pos, run.end = f.spot(p, i, end)
						run.text = p.Value[i:end]
						found = append(found, run)
					}
					index[k] = run
					run.characters = append(run.characters, r)
				}
			}
			i = end
		}
	}
	var instead borrowed
	lackText, lackCode := lacks(instead.watch(f.fonts.Text, f.fonts.Instead, false)), lacks(instead.watch(f.fonts.Code, f.fonts.Instead, true))
	text := func(p passage) { look(p, f.fonts.Text, lackText) }
	for _, p := range f.configTexts() {
		text(p)
	}
	for _, p := range f.texts {
		text(p)
	}
	for _, p := range f.codes {
		look(p, f.fonts.Code, lackCode)
	}
	for _, e := range f.entries {
		if pos, ok := e.Places[book.SourceKey]; ok {
			text(newPassage(pos, e.Source, e.Entry))
		}
		for _, v := range e.Values {
			if pos, ok := e.Places[v.Key]; ok {
				text(newPassage(pos, kinds.Words(f.cfg.Lang, &v), e.Entry))
			}
		}
	}
	instead.note(f)
	for _, m := range found {
		d := f.report(m.pos, "no font of the style has %s", m.names()).To(m.end)
		switch {
		case m.count > 0 && len(m.characters) == 1:
			d.Note("%d times in this file", m.count+1)
		case m.count > 0:
			d.Note("more of them stand further on in this file")
		}
		d.Note("%s", m.help())
	}
}

// configTexts returns the words of book.toml that are printed.
func (f *facts) configTexts() (out []passage) {
	add := func(path, value string) { out = append(out, newPassage(f.cfg.Where(path), value, nil)) }
	b := &f.cfg.Book
	add("book.title", b.Title)
	add("book.short_title", b.ShortTitle)
	add("book.subtitle", b.Subtitle)
	for i, c := range b.Contributors {
		add("book.authors."+strconv.Itoa(i), c.Name)
	}
	add("book.edition", b.Edition)
	add("book.publisher", b.Publisher)
	add("book.rights", b.Rights)
	add("book.dedication", b.Dedication)
	add("book.epigraph", b.Epigraph)
	add("book.epigraph_by", b.EpigraphBy)
	add("book.epigraph", b.Epigraph)
	add("book.epigraph_by", b.EpigraphBy)
	for i, p := range f.cfg.Contents.Parts {
		add("contents.part."+strconv.Itoa(i)+".title", p.Title)
	}
	for _, t := range f.cfg.Themes {
		add("themes."+t.ID, t.Name)
	}
	for _, a := range f.cfg.Audiences {
		add("audiences."+a.ID, a.Name)
	}
	for _, k := range f.cfg.Kinds {
		at := "kinds." + k.ID
		add(at+".name", k.Name)
		add(at+".plural", k.Plural)
		add(at+".means", k.Means)
		add(at+".line", string(k.Line))
		add(at+".title", k.Title)
		for _, key := range k.Keys {
			add(at+".keys."+key.Name+".label", key.Label)
		}
	}
	return out
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

// doubledWord looks for a word that is followed by itself with only blanks between. A second one with a capital is left
// alone: it is a name (Duran Duran), or the beginning of something.
func doubledWord(f *facts) {
	for _, p := range f.texts {
		if p.other { // nous nous sommes levés
			continue
		}
		s := p.Value
		last, lastEnd := "", -1 // the word before and where it ends
		lastStart := 0
		for i := 0; i < len(s); {
			if c := s[i]; c < utf8.RuneSelf && !asciiLetter(c) {
				if c != ' ' {
					lastEnd = -1
				}
				i++
				continue
			}
			start := i
			for i < len(s) && (asciiLetter(s[i]) || s[i] >= utf8.RuneSelf) {
				if s[i] < utf8.RuneSelf {
					i++
					continue
				}
				r, size := utf8.DecodeRuneInString(s[i:])
				if notInWord(r) && !(r == '’' && i > start) {
					break
				}
				i += size
			}
			if i == start { // a sign that is no letter
				_, size := utf8.DecodeRuneInString(s[i:])
				i += size
				lastEnd = -1
				continue
			}
			word := strings.TrimSuffix(s[start:i], "’")
			if lastEnd >= 0 && len(word) == len(last) && strings.EqualFold(word, last) && (i == len(s) || !partOfWord(s[i:])) {
				if r, _ := utf8.DecodeRuneInString(word); !unicode.IsUpper(r) && !f.cfg.Lang.Rules.Repeated[strings.ToLower(word)] {
					pos, end := f.spot(p, lastStart, start+len(word))
					f.report(pos, "doubled word %q", word).To(end).Note("delete one of the two")
				}
			}
			last, lastStart, lastEnd = word, start, i
			if len(word) < i-start || start > 0 && s[start-1] != ' ' && partOfWord(s[start-1:]) {
				lastEnd = -1 // a closing quotation mark, or the end of a compound
			}
		}
	}
}

func asciiLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// partOfWord reports whether text begins with a sign that joins what is around it to one word.
func partOfWord(s string) bool {
	return s[0] == '-' || s[0] == '\'' || s[0] == '/' || s[0] >= '0' && s[0] <= '9' || s[0] == '_' ||
		strings.HasPrefix(s, "’") || strings.HasPrefix(s, "\u2011")
}

func tk(f *facts)      { stillToCome(f, false) }
func tkDraft(f *facts) { stillToCome(f, true) }

// stillToCome looks for TK, in the drafts or elsewhere.
func stillToCome(f *facts, drafts bool) {
	for _, p := range f.texts {
		if (p.entry != nil && p.entry.Status == book.Draft) != drafts {
			continue
		}
		for i := 0; ; {
			n := book.FindTK(p.Value[i:])
			if n < 0 {
				break
			}
			i += n + len(book.TK)
			pos, end := f.spot(p, i-len(book.TK), i)
			if drafts {
				f.report(pos, "TK left in a draft").To(end).Note("write what is still to come before the entry is ready")
			} else {
				f.report(pos, "TK is left in").To(end).Note("write what is still to come, or mark the entry with status = \"draft\"")
			}
		}
	}
}

// textNFC reports, once a file, text that is not in normalisation form C: letters and accents that Unicode has as one
// character should be one, or searches miss them and fonts set them badly.
func textNFC(f *facts) {
	sources := slices.Clone(f.book.Sources)
	for _, src := range append(sources, f.cfg.Source) {
		if src == nil {
			continue
		}
		count, first, end := 0, 0, 0
		var edits []diag.Edit
		for at := 0; at < len(src.Text); {
			at += norm.NFC.QuickSpan(src.Text[at:])
			if at >= len(src.Text) {
				break
			}
			n := norm.NFC.NextBoundary(src.Text[at:], true)
			if n <= 0 {
				break
			}
			if !norm.NFC.IsNormal(src.Text[at : at+n]) {
				if count == 0 {
					first, end = at, at+n
				}
				count++
				edits = append(edits, diag.Edit{At: at, End: at + n, Text: norm.NFC.String(string(src.Text[at : at+n]))})
			}
			at += n
		}
		if count == 0 {
			continue
		}
		d := f.report(diag.Pos{Source: src, Offset: first}, "accent as a character of its own: %s is not in Unicode's form C",
			strconv.QuoteToASCII(string(src.Text[first:end]))).To(end)
		if d.Edits = edits; count > 1 {
			d.Note("%d places like this one in the file", count)
		}
		d.Note("type the letter again (%s), or normalise the file to NFC in an editor", norm.NFC.String(string(src.Text[first:end])))
	}
}
