package book

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/diag"
)

// Trace finds where in its file a character of running text stands. The text is value, the value of an inline at pos, and
// the character is offset bytes into it; the two differ by what Markdown and smart punctuation change: escapes, entities,
// quotes, dashes, ellipses, and line ends with what stands before the next line's words. It walks along both; where they
// part for a reason that it does not know, it goes on in the file to the next place where they meet.
func Trace(pos diag.Pos, value string, offset int) diag.Pos {
	if !pos.IsValid() {
		return pos
	}
	t := tracer{src: written(pos, value)}
	t.to(value, offset)
	return diag.Pos{Source: pos.Source, Offset: pos.Offset + t.at}
}

// Stretch is a character of running text, or the few that one entity stands for, and where it is written in its file.
type Stretch struct {
	Text, TextEnd int // bytes of the text
	From, To      int // offsets in the file; equal where the author has written nothing for it
}

// Stretches returns where each character of running text is written, in order; see [Trace]. Time is linear.
func Stretches(pos diag.Pos, value string) []Stretch {
	if !pos.IsValid() {
		return nil
	}
	base := min(pos.Offset, len(pos.Source.Text))
	t := tracer{src: written(pos, value)}
	out := make([]Stretch, 0, len(value))
	for t.done < len(value) {
		if value[t.done] != ' ' { // white begins where the word before it ends
			t.skipTo(value[t.done:])
		}
		s := Stretch{Text: t.done, From: base + t.at}
		t.done += t.step(value[t.done:])
		s.TextEnd, s.To = t.done, base+t.at
		out = append(out, s)
	}
	return out
}

// written returns the part of a file in which the text at a place is written at most.
func written(pos diag.Pos, value string) string {
	text := pos.Source.Text
	from := min(pos.Offset, len(text))
	return string(text[from:min(len(text), from+1<<12+64*len(value))])
}

// Tracer traces places of a book, quickly where they come in order.
type Tracer struct {
	values map[diag.Pos]string
	source *diag.Source // the last
	text   string       // of it: to copy the rest of a file for each text would take a time that grows with its square
	pos    diag.Pos     // of the inline that the walk is in
	walk   tracer
}

// Tracer returns a Tracer of the book's running text.
func (b *Book) Tracer() *Tracer { return NewTracer(b.Chapters()...) }

// NewTracer returns a Tracer of the running text of chapters.
func NewTracer(chapters ...*Chapter) *Tracer {
	t := &Tracer{values: map[diag.Pos]string{}}
	for _, ch := range chapters {
		ch.Walk(nil, func(i Inline) {
			switch i := i.(type) {
			case *Text:
				t.values[i.Pos] = i.Value
			case *CodeSpan:
				t.values[i.Pos] = i.Value
			}
		})
	}
	return t
}

// Knows reports whether running text stands at pos.
func (t *Tracer) Knows(pos diag.Pos) bool {
	_, ok := t.values[pos]
	return ok
}

// Trace finds where in its file the character stands that is offset bytes into the text of the inline at pos. What is at
// pos may be no running text: then it is pos itself.
func (t *Tracer) Trace(pos diag.Pos, offset int) diag.Pos {
	value, ok := t.values[pos]
	if !ok {
		return pos
	}
	if pos != t.pos || offset < t.walk.done {
		if pos.Source != t.source {
			t.source, t.text = pos.Source, string(pos.Source.Text)
		}
		t.pos, t.walk = pos, tracer{src: t.text[min(pos.Offset, len(t.text)):]}
	}
	t.walk.to(value, offset)
	return diag.Pos{Source: pos.Source, Offset: pos.Offset + t.walk.at}
}

// tracer is the walk along the file.
type tracer struct {
	src  string
	at   int // in src
	done int // in the text
	// The last white that was looked at: it is passed a character at a time, and its end is looked for once.
	white, whiteEnd int
}

// to walks on to the character that is offset bytes into the text.
func (t *tracer) to(value string, offset int) {
	offset = max(0, min(offset, len(value)))
	for t.done < offset {
		t.done += t.step(value[t.done:])
	}
	t.skipTo(value[t.done:])
}

// step passes one character of the text, or as many as one entity stands for, and gives their bytes.
func (t *tracer) step(value string) int {
	r, n := utf8.DecodeRuneInString(value)
	if t.at >= len(t.src) {
		return n
	}
	rest := t.src[t.at:]
	if r == ' ' || isWhite(r) {
		if m := t.lineEnd(); m > 0 {
			t.at += m
			return n
		}
	}
	if strings.HasPrefix(rest, value[:n]) && (r != '&' || !asEntity(rest, value)) {
		t.at += n
		return n
	}
	if r == ' ' && rest[0] == '\t' {
		t.at++
		return n
	}
	if isWhite(r) { // that of the language: the author typed a space, or nothing
		t.at += len(rest) - len(strings.TrimLeft(rest, " "))
		return n
	}
	if took, of := spelled(rest, value); took > 0 {
		t.at += took
		return of
	}
	if i := meets(rest, value); i >= 0 { // markup between: go on where the words are
		t.at += i + n
	}
	return n
}

// isWhite reports whether r is white that a language has beside signs, in place of a space that the author typed or none.
func isWhite(r rune) bool { return r == '\u00A0' || r == '\u202F' }

// marks are what straight quotes may become: the marks of all languages, and the signs that look like them.
const marks = "‘’‚‛‹›′“”„‟«»″״׳「」『』"

// asEntity says whether an ampersand of the text is written as an entity: in code it stands for itself.
func asEntity(src, value string) bool {
	took, _ := spelled(src, value)
	return took > 0 && !strings.HasPrefix(value, src[:took])
}

// skipTo passes what stands in the file before the character that value begins with: the end of a line, an escape.
func (t *tracer) skipTo(value string) {
	if value == "" || t.at >= len(t.src) {
		return
	}
	r, n := utf8.DecodeRuneInString(value)
	rest := t.src[t.at:]
	if isWhite(r) {
		return
	}
	if r != ' ' {
		if m := t.lineEnd(); m > 0 {
			t.at += m
			rest = t.src[t.at:]
		}
	}
	if took, _ := spelled(rest, value); took == 0 && !strings.HasPrefix(rest, value[:n]) {
		if i := meets(rest, value); i >= 0 {
			t.at += i
		}
	}
}

// reach is how far ahead in the file words are looked for.
const reach = 400

// meets is how far ahead the next few letters of the text stand in the file, -1 for nowhere near.
func meets(src, value string) int {
	value = value[:min(len(value), reach+utf8.UTFMax)] // a longer word stands nowhere near
	n := strings.IndexFunc(value, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if n < 0 {
		n = len(value)
	}
	if n == 0 {
		_, n = utf8.DecodeRuneInString(value)
	}
	return strings.Index(src[:min(len(src), reach)], value[:n])
}

// lineEnd is the length of a line end with the white before it and the next line's indent and quotation marks; 0 when
// the file does not go on with one.
func (t *tracer) lineEnd() int {
	src := t.src[t.at:]
	if t.at < t.white || t.at >= t.whiteEnd {
		t.white, t.whiteEnd = t.at, t.at+len(src)-len(strings.TrimLeft(src, " \t"))
	}
	i := t.whiteEnd - t.at
	switch {
	case strings.HasPrefix(src[i:], "\r\n"):
		i += 2
	case strings.HasPrefix(src[i:], "\n"), strings.HasPrefix(src[i:], "\r"):
		i++
	default:
		return 0
	}
	return i + len(src[i:]) - len(strings.TrimLeft(src[i:], " \t>"))
}

// spelled says in how many bytes of the file the beginning of the text is written, and how many bytes of the text that
// is; took is 0 when the file does not begin with another way to write it.
func spelled(src, value string) (took, of int) {
	if src == "" { // a line end was the last of the file
		return 0, 0
	}
	r, n := utf8.DecodeRuneInString(value)
	switch {
	case src[0] == '\\' && strings.HasPrefix(src[1:], value[:n]):
		return 1 + n, n
	case (src[0] == '\'' || src[0] == '"') && strings.ContainsRune(marks, r):
		return 1, n
	case r == '…' && strings.HasPrefix(src, "..."):
		return 3, n
	case r == '—' && strings.HasPrefix(src, "---"):
		return 3, n
	case r == '–' && strings.HasPrefix(src, "--"):
		return 2, n
	case src[0] == '&':
		if end := strings.IndexByte(src[:min(len(src), 40)], ';'); end > 0 {
			if s := html.UnescapeString(src[:end+1]); s != src[:end+1] && strings.HasPrefix(value, s) {
				return end + 1, len(s)
			}
		}
	}
	return 0, 0
}
