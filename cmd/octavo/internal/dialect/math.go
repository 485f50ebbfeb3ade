package dialect

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// dollar finds mathematics between dollar signs. Pandoc's rule is the base: no blank after the first sign or before the second, no
// figure after the second. As prices can meet it too, what is between must look like mathematics.
func (s *scanner) dollar(at int) (int, *Kind) {
	if isWord(s.before(at)) || s.before(at) == '$' {
		return 0, nil
	}
	if has(s.Words[at:], "$$") {
		return s.display(at)
	}
	text := s.ahead(at + 1)
	if len(text) == 0 || text[0] <= ' ' {
		return 0, nil
	}
	n := bytes.IndexByte(text, '$')
	if n <= 0 || text[n-1] <= ' ' && text[n-1] != 0 || n+1 < len(text) && (isDigit(text[n+1]) || isLetter(text[n+1]) || text[n+1] == '$') {
		return 0, nil
	}
	if !IsMath(text[:n]) {
		return 0, nil
	}
	return at + 1 + n + 1, dollars
}

// display finds mathematics between double dollar signs, within a line or over several.
func (s *scanner) display(at int) (int, *Kind) {
	text := s.Words[at+2 : min(len(s.Words), at+2+most)]
	n := s.search(text, "$$")
	if n <= 0 {
		return 0, nil
	}
	lines := bytes.IndexByte(text[:n], '\n') >= 0
	if inside := bytes.Trim(text[:n], " \t\r\n\x00"); len(inside) == 0 || !IsMath(inside) && !(lines && s.alone(at, at+2)) {
		return 0, nil
	}
	return at + 2 + n + 2, dollars
}

// IsMath reports whether text looks like mathematics: it has a sign that only mathematics has, or no word of its own. A number at
// its beginning, as in a price, needs such a sign, or a letter right behind it.
func IsMath(text []byte) bool {
	if bytes.ContainsAny(text, `\^_=`) {
		return true
	}
	letters, run := 0, 0
	for rest := text; len(rest) > 0; {
		r, size := utf8.DecodeRune(rest)
		rest = rest[size:]
		if !unicode.IsLetter(r) {
			run = 0
			continue
		}
		letters++
		if run++; run > 2 && len(text) > 8 || run > 2 && bytes.IndexByte(text, ' ') >= 0 {
			return false
		}
	}
	if isDigit(text[0]) {
		n := 0
		for n < len(text) && (isDigit(text[n]) || text[n] == '.' || text[n] == ',') {
			n++
		}
		if n == len(text) {
			return false
		}
		if run := bytes.TrimSpace(text[n:]); letters == 1 && isLetter(text[n]) && len(run) > 3 && bytes.IndexByte([]byte("+-*/"), run[2]) >= 0 {
			return true // 5x + 3
		}
		unit := text[n] | 0x20
		return bytes.IndexByte([]byte("+*/<>"), text[n]) >= 0 && !bytes.ContainsAny(text[n:], " ") && letters > 0 ||
			isLetter(text[n]) && unit != 'k' && unit != 'm' && unit != 'b' && bytes.IndexByte(text, ' ') < 0
	}
	return letters > 0 || text[0] == '-' && len(text) > 1 && isDigit(text[1])
}
