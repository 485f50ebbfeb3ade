package dialect

import (
	"bytes"
	"sync"
	"unicode"
	"unicode/utf8"
)

// percent finds comments of Obsidian, between %% within a line or over many. "50%% more" is none.
func (s *scanner) percent(at int) (int, *Kind) {
	if !has(s.Words[at:], "%%") || !apart(s.before(at)) {
		return 0, nil
	}
	end := min(len(s.Words), at+mostComment)
	if n := s.search(s.Words[at+2:end], "%%"); n > 0 {
		return at + 2 + n + 2, comment
	}
	return 0, nil
}

// between returns the end of words that stand directly between two marks within a paragraph, 0 if there are none. A word
// before the first or after the second mark makes them none.
func (s *scanner) between(at int, mark string) int {
	if !has(s.Words[at:], mark) || !apart(s.before(at)) || s.before(at) == rune(mark[0]) {
		return 0
	}
	from := at + len(mark)
	if r := s.after(from); !isWord(r) && r != '"' && r != '“' {
		return 0
	}
	if at < s.barren[mark] {
		return 0
	}
	text := s.ahead(from)
	for n := 0; ; {
		i := bytes.Index(text[n:], []byte(mark))
		if i < 0 {
			s.barren[mark] = from + len(text)
			return 0
		}
		n += i
		if end := from + n + len(mark); n > 0 && text[n-1] > ' ' && !isWord(s.after(end)) && s.after(end) != rune(mark[0]) {
			return end
		}
		n += len(mark)
	}
}

// longestWord returns the number of letters of the longest word of a text.
func longestWord(text []byte) (most int) {
	for word := range bytes.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		most = max(most, utf8.RuneCount(word))
	}
	return most
}

// plus finds comments of Ulysses. C++, a+++b and ++i or i++ are none.
func (s *scanner) plus(at int) (int, *Kind) {
	if end := s.between(at, "++"); end > 0 && longestWord(s.Words[at:end]) > 2 {
		return end, ulyssesComment
	}
	return 0, nil
}

// bar finds words that Ulysses has deleted.
func (s *scanner) bar(at int) (int, *Kind) {
	if end := s.between(at, "||"); end > 0 {
		return end, ulyssesDeleted
	}
	return 0, nil
}

// less finds templates between <% and %>, and placeholders of Scrivener.
func (s *scanner) less(at int) (int, *Kind) {
	source := s.Source[at:min(len(s.Source), at+most)]
	switch {
	case has(source, "<%"):
		if n := s.search(source, "%>"); n > 0 {
			return at + n + 2, templater
		}
	case has(source, "<$") && len(source) > 2 && (isLetter(source[2]) || source[2] == '-'):
		if n := bytes.IndexAny(source[:min(len(source), 80)], ">\n"); n > 0 && source[n] == '>' {
			return at + n + 1, placeholder
		}
	}
	return 0, nil
}

// at finds references of Quarto and citations of Pandoc without brackets. Names that begin with @ are people's, unless their
// form or other citations in the file say otherwise.
func (s *scanner) at(at int) (int, *Kind) {
	if !apart(s.before(at)) || s.before(at) == '.' {
		return 0, nil
	}
	n := citeKey(s.Words[at+1:])
	if n == 0 {
		return 0, nil
	}
	key, end := s.Words[at+1:at+1+n], at+1+n
	if crossReference(key) {
		return end, crossRef
	}
	if s.citations || dated(key) || has(s.Words[end:], " [p. ") || has(s.Words[end:], " [pp. ") {
		return end, inTextCite
	}
	return 0, nil
}

// crossReference reports whether a key is one of Quarto (fig-door) or pandoc-crossref (fig:door).
func crossReference(key []byte) bool {
	n := name(key, "")
	switch string(key[:n]) {
	case "fig", "tbl", "sec", "eq", "lst", "thm":
		return n+1 < len(key) && (key[n] == '-' || key[n] == ':')
	}
	return false
}

// dated reports whether a key has the form of a name and a year: smith2004, doe_smith1999a. Names with a year apart, as in
// bell_1987, are people's too.
func dated(key []byte) bool {
	n := len(key)
	for n > 0 && isLetter(key[n-1]) && len(key)-n < 2 {
		n--
	}
	if n < 6 || !isDigit(key[n-1]) || !isDigit(key[n-2]) || !isDigit(key[n-3]) || !isDigit(key[n-4]) || !isLetter(key[n-5]) {
		return false
	}
	century := string(key[n-4 : n-2])
	return century >= "15" && century <= "20"
}

// citeKey returns the length of the citation's key at the start of b.
func citeKey(b []byte) int {
	if len(b) == 0 || !isLetter(b[0]) && b[0] != '_' && b[0] < utf8.RuneSelf {
		return 0
	}
	n := 0
	for n < len(b) && (isLetter(b[n]) || isDigit(b[n]) || b[n] >= utf8.RuneSelf || bytes.IndexByte([]byte("_:.#$%&-+?<>~/"), b[n]) >= 0) {
		n++
	}
	for n > 0 && bytes.IndexByte([]byte(":.#$%&-+?<>~/"), b[n-1]) >= 0 {
		n--
	}
	return n
}

// paren finds (ref:label) and (fn), and the labels of examples that the file defines.
func (s *scanner) paren(at int) (int, *Kind) {
	b := s.Words[at:min(len(s.Words), at+200)]
	switch {
	case has(b, "(ref:"):
		if n := name(b[5:], "-_:"); n > 0 && has(b[5+n:], ")") {
			return at + 5 + n + 1, refLabel
		}
	case has(s.Source[at:], `(\#`):
		label := s.Source[at+3 : min(len(s.Source), at+100)]
		if n := name(label, "-_:"); has(label[n:], ")") && bytes.IndexByte(label[:n], ':') > 0 {
			return at + 3 + n + 1, refLabel
		}
	case has(b, "(fn)"):
		return at + 4, footnote
	case has(b, "(@"):
		if n := name(b[2:], "-_"); s.labels[string(b[2:2+n])] && has(b[2+n:], ")") {
			return at + 2 + n + 1, example
		}
	}
	return 0, nil
}

// colon finds the names of emoji, and roles such as :ref:`x`. Times of day and :: are none.
func (s *scanner) colon(at int) (int, *Kind) {
	before := s.before(at)
	if !apart(before) && !s.endsEmoji(at) {
		return 0, nil
	}
	b := s.Words[at+1 : min(len(s.Words), at+80)]
	n := name(b, "_+-")
	if n == 0 || !has(b[n:], ":") {
		return 0, nil
	}
	end := at + 1 + n + 1
	switch {
	case end < len(s.Source) && s.Source[end] == '`' && s.Words[end] == 0:
		return s.code(end), role
	case isWord(s.after(end)) || s.after(end) == '/' || s.after(end) == ':' && !isEmoji(s.Words[end:]):
		return 0, nil
	}
	if isEmoji(s.Words[at:]) {
		return end, emoji
	}
	return 0, nil
}

// isEmoji reports whether b begins with the name of an emoji between colons.
func isEmoji(b []byte) bool {
	n := name(b[1:], "_+-")
	if n == 0 || !has(b[1+n:], ":") {
		return false
	}
	switch word := string(b[1 : 1+n]); word {
	case "+1", "-1", "100", "1234":
		return true
	default:
		return isLetter(word[0]) && n > 1 || bytes.ContainsAny(b[1:1+n], "abcdefghijklmnopqrstuvwxyz") && n > 2
	}
}

// endsEmoji reports whether the last finding is an emoji that ends at an offset.
func (s *scanner) endsEmoji(at int) bool {
	n := len(s.found)
	return n > 0 && s.found[n-1].End == at && s.found[n-1].Kind == emoji
}

// code returns the end of the code between backticks that begins at an offset of the source.
func (s *scanner) code(at int) int {
	n := bytes.IndexAny(s.Source[at+1:min(len(s.Source), at+most)], "`\n")
	if n < 0 {
		return at
	}
	return at + 1 + n + 1
}

// apostrophe finds words between two or three straight apostrophes.
func (s *scanner) apostrophe(at int) (int, *Kind) {
	mark, k := "''", wikiItalic
	if has(s.Words[at:], "'''") {
		mark, k = "'''", wikiBold
	}
	if end := s.between(at, mark); end > 0 && isWord(s.after(at+len(mark))) {
		return end, k
	}
	return 0, nil
}

// grave finds quotation marks of TeX. A single pair of backticks is code, and no word of the text.
func (s *scanner) grave(at int) (int, *Kind) {
	if !has(s.Words[at:], "``") || !apart(s.before(at)) || s.before(at) == '`' || !isWord(s.after(at+2)) {
		return 0, nil
	}
	text := s.ahead(at)
	if n := bytes.Index(text, []byte("''")); n > 0 {
		return at + n + 2, texQuotes
	}
	return 0, nil
}

// hash finds tags. #1 and colours are none.
func (s *scanner) hash(at int) (int, *Kind) {
	before := s.before(at)
	if before == 0 && bytes.IndexByte([]byte(" \t*_~>"), s.Source[at-1]) >= 0 { // a heading, emphasis
		before = ' '
	}
	if before != '(' && !unicode.IsSpace(before) {
		return 0, nil
	}
	n, letters, digits, hex := at+1, 0, 0, true
	for n < len(s.Words) {
		r, size := utf8.DecodeRune(s.Words[n:])
		switch {
		case unicode.IsLetter(r):
			letters++
			hex = hex && (r >= 'a' && r <= 'f' || r >= 'A' && r <= 'F')
		case unicode.IsDigit(r):
			digits++
		case r != '_' && r != '-' && r != '/':
			size = 0
		}
		if size == 0 {
			break
		}
		n += size
	}
	length := n - at - 1
	if letters == 0 || !isWord(s.after(at+1)) || unicode.IsDigit(s.after(at+1)) || hex && digits > 0 && (length == 3 || length == 6 || length == 8) {
		return 0, nil
	}
	if directives()[string(s.Words[at+1:n])] {
		return 0, nil
	}
	return n, tag
}

// directives are those of C's preprocessor, which prose about programs names.
var directives = sync.OnceValue(func() map[string]bool {
	return map[string]bool{"include": true, "define": true, "undef": true, "if": true, "ifdef": true, "ifndef": true, "else": true,
		"elif": true, "endif": true, "pragma": true, "error": true, "line": true}
})

// caret finds the name of a block at the end of a line.
func (s *scanner) caret(at int) (int, *Kind) {
	if r := s.before(at); r != ' ' && r != '\n' && r != 0 {
		return 0, nil
	}
	b := s.Words[at+1 : min(len(s.Words), at+100)]
	n := name(b, "-")
	rest := s.rest(at + 1 + n)
	stop := len(rest) == 1 && bytes.IndexByte([]byte(".,;:!?"), rest[0]) >= 0 && bytes.ContainsAny(b[:n], "0123456789-") && isLetter(b[0])
	if n >= 2 && (len(rest) == 0 || stop) {
		return at + 1 + n, blockID
	}
	return 0, nil
}
