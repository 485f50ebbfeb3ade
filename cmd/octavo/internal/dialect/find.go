package dialect

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// Finding is a piece of markup of another program, as bytes of the text.
type Finding struct {
	Start, End int
	*Kind
}

// Kind is what a piece of markup is.
type Kind struct {
	Name   string // what it is, with its program where that is one
	Advice string // what to write instead
	Grave  bool   // printed, it would betray what was not meant for readers, lose words, or be nonsense
}

// Text is what [Find] looks at.
type Text struct {
	Source []byte // of the file
	// Words has the length of Source, and the bytes of it that are printed as words, line ends too; all others are 0: code, the
	// addresses of links, HTML, what Markdown has read as markup, backslashes and what they stand before. Only \(, \), \[, \] and
	// \@ref( are words, though Markdown drops the backslash.
	Words []byte
}

// Find returns the markup of other programs in the words of a file, in their order, none within another. What only looks like
// such markup is left out: prices in dollars, names that begin with @, times of day, C++.
func Find(t Text) []Finding {
	s := scanner{Text: t, barren: map[string]int{}, budget: 1<<26 + 16*len(t.Words)}
	s.all()
	return s.found
}

// scanner goes through a file once. What it looks ahead is limited (most, budget), so that the time is linear.
type scanner struct {
	Text
	found     []Finding
	citations bool            // the file has citations in brackets
	labels    map[string]bool // of examples
	paragraph struct{ start, end int }
	barren    map[string]int // offsets up to which a mark closes nothing
	budget    int            // bytes that search may still look at
}

// most is how many bytes a construct can have.
const most = 4000

// mostComment is how many bytes a comment can have that is closed.
const mostComment = 1 << 16

// match is a function that returns the end of the construct that begins at an offset, and its kind, or nil.
type match func(s *scanner, at int) (end int, k *Kind)

// marks are the bytes that constructs begin with, anywhere in the text.
var marks = [256]match{
	'%': (*scanner).percent, '+': (*scanner).plus, '|': (*scanner).bar, '<': (*scanner).less, '{': (*scanner).brace,
	'$': (*scanner).dollar, '\\': (*scanner).backslash, '[': (*scanner).bracket, '@': (*scanner).at, '(': (*scanner).paren,
	':': (*scanner).colon, '\'': (*scanner).apostrophe, '#': (*scanner).hash, '^': (*scanner).caret, '`': (*scanner).grave,
}

// prefixes are the signs that can stand before the first words of a line: of headings, quotations, lists and tables.
var prefixes = []byte(" \t\r>#*+-.:)|0123456789")

func (s *scanner) all() {
	s.first()
	fresh := true // nothing but blanks and signs that are not printed since the line began
	for at := 0; at < len(s.Words); {
		c := s.Words[at]
		if c == '\n' {
			fresh = true
			at++
			continue
		}
		if c == 0 && bytes.IndexByte(prefixes, s.Source[at]) < 0 {
			fresh = false
		}
		if fresh && c > ' ' {
			fresh = false
			if end, k := s.line(at); k != nil {
				s.add(at, end, k)
				at = end
				continue
			}
		}
		if f := marks[c]; f != nil {
			if end, k := f(s, at); k != nil {
				s.add(at, end, k)
				at = end
				continue
			}
		}
		at++
	}
}

func (s *scanner) add(start, end int, k *Kind) {
	s.found = append(s.found, Finding{start, end, k})
}

// search returns the offset of a mark in text, -1 if it is not there or the file is too tangled to look on.
func (s *scanner) search(text []byte, mark string) int {
	if s.budget < 0 {
		return -1
	}
	n := bytes.Index(text, []byte(mark))
	if n < 0 {
		s.budget -= len(text)
	}
	return n
}

// rest returns the words of a line from an offset on.
func (s *scanner) rest(at int) []byte {
	b := s.Words[at:min(len(s.Words), at+most)]
	if n := bytes.IndexByte(b, '\n'); n >= 0 {
		b = b[:n]
	}
	return bytes.TrimRight(b, " \t\r\x00")
}

// ahead returns the words from an offset on to the end of their paragraph, not more than most.
func (s *scanner) ahead(at int) []byte {
	p := &s.paragraph
	if at < p.start || at >= p.end {
		p.start, p.end = at, len(s.Words)
		blank := false
		for i, c := range s.Words[at:] {
			if c == '\n' && blank {
				p.end = at + i
				break
			}
			blank = c == '\n' || blank && (c <= ' ' || c == '>')
		}
	}
	return s.Words[at:max(at, min(p.end, at+most))]
}

// before returns the character before an offset, a line end at the beginning of the file.
func (s *scanner) before(at int) rune {
	if at == 0 {
		return '\n'
	}
	if s.Words[at-1] < utf8.RuneSelf {
		return rune(s.Words[at-1])
	}
	r, _ := utf8.DecodeLastRune(s.Words[max(0, at-utf8.UTFMax):at])
	return r
}

// after returns the character at an offset, a line end at the end of the file.
func (s *scanner) after(at int) rune {
	if at >= len(s.Words) {
		return '\n'
	}
	r, _ := utf8.DecodeRune(s.Words[at:])
	return r
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' }

// apart reports whether a character can stand before markup: it is no part of a word, and no sign that joins one to markup.
func apart(r rune) bool {
	return !isWord(r) && r != '\\' && r != '/' && r != ':' && r != '@' && r != '&' && r != '='
}

// alone reports whether only blanks and signs of Markdown stand before and after bytes of a line.
func (s *scanner) alone(start, end int) bool {
	for i := start - 1; i >= 0 && s.Words[i] != '\n'; i-- {
		if s.Words[i] > ' ' || start-i > most {
			return false
		}
	}
	return len(s.rest(end)) == 0
}

func has(b []byte, prefix string) bool {
	return len(b) >= len(prefix) && string(b[:len(prefix)]) == prefix
}

// name returns the length of the name at the start of b: letters and figures of ASCII, and the other bytes given.
func name(b []byte, other string) int {
	n := 0
	for n < len(b) && (isLetter(b[n]) || isDigit(b[n]) || bytes.IndexByte([]byte(other), b[n]) >= 0) {
		n++
	}
	return n
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
func isDigit(c byte) bool  { return c >= '0' && c <= '9' }
