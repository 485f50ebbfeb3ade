package manuscript

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The signs of a text are set by the rules of its language: the marks that straight quotes become, the white beside signs and between
// figures, the dash of speech. What an author typed otherwise stays. Signs and white are looked at over the whole text of a run, as
// quotes are, for what stands beside them may be emphasized, or the end of a link.

// edit is a piece of a text that is replaced.
type edit struct {
	from, to int
	with     string
}

// signs looks for what changes in a text.
type signs struct {
	text   []byte
	quotes []int   // of those that are decided, the ones still to come
	fixed  []fixed // code and addresses still to come
	stayed int     // the end of those before
	in     *languages
	edits  []edit
	open   []quotation
	speech bool // the paragraph began with a dash
	aside  bool // a dash that touches the words of an aside has begun one
}

// fixed is a part of a text that stays as it is.
type fixed struct{ start, end int }

// quotation is one that is open.
type quotation struct {
	typed bool // its mark is no straight one
	inner bool // it has the marks of a quotation within a quotation
}

// setSigns returns the edits that give a text the signs of its languages, in their order.
func setSigns(text []byte, quotes []int, verbatim []fixed, in *languages) []edit {
	s := &signs{text: text, quotes: quotes, fixed: verbatim, in: in}
	for i := 0; i < len(text); {
		if len(s.fixed) > 0 && i >= s.fixed[0].start {
			i = max(i, s.fixed[0].end)
			s.fixed, s.stayed = s.fixed[1:], i
			continue
		}
		p := in.at(i)
		if i == 0 || text[i-1] == '\n' {
			if n := s.dash(p, i); n > 0 {
				i += n
				continue
			}
		}
		switch {
		case len(s.quotes) > 0 && s.quotes[0] == i:
			i = s.quote(p, i)
		case p.watched[text[i]]:
			i = s.sign(p, i)
		default:
			i++
		}
	}
	return s.edits
}

// replace records an edit that changes something.
func (s *signs) replace(from, to int, with string) {
	if string(s.text[from:to]) != with {
		s.edits = append(s.edits, edit{from, to, with})
	}
}

// before returns the character before an offset, a line feed at the beginning.
func (s *signs) before(i int) rune {
	if i == 0 {
		return '\n'
	}
	r, _ := utf8.DecodeLastRune(s.text[:i])
	return r
}

// after returns the character at an offset, a line feed at the end.
func (s *signs) after(i int) rune {
	if i >= len(s.text) {
		return '\n'
	}
	r, _ := utf8.DecodeRune(s.text[i:])
	return r
}

// quote sets the mark of the straight quote at an offset, and returns the offset after it and the white within it.
func (s *signs) quote(p *punctuation, i int) int {
	s.quotes = s.quotes[1:]
	end, mark := i+3, ""
	switch code := s.text[i+2]; code {
	case leftDouble:
		inner := len(s.open) > 0 && s.open[len(s.open)-1].typed
		s.open = append(s.open, quotation{inner: inner})
		if mark = p.marks(code).Open; inner {
			mark = p.Quotes.Inner.Open
		}
	case rightDouble:
		mark = p.marks(code).Close
		if n := len(s.open) - 1; n >= 0 {
			if s.open[n].inner {
				mark = p.Quotes.Inner.Close
			}
			s.open = s.open[:n]
		}
	case leftSingle:
		mark = p.marks(code).Open
	case endSingle:
		mark = p.marks(code).Close
	case gershayim:
		mark = "״"
	case rightSingle:
		if mark = "’"; isHebrew(s.before(i)) {
			mark = "׳"
		}
	default:
		return end
	}
	if last, _ := utf8.DecodeLastRuneInString(mark); isSpacing(last) {
		end += whites(s.text[end:])
	}
	s.replace(i, end, mark)
	return end
}

// sign sets the white beside the sign at an offset, and returns the offset after it.
func (s *signs) sign(p *punctuation, i int) int {
	if n := whites(s.text[i:]); n > 0 {
		s.between(i, i+n)
		return i + n
	}
	r, n := utf8.DecodeRune(s.text[i:])
	if inside, ok := p.opening[r]; ok {
		s.typed(p, r)
		end := i + n + whites(s.text[i+n:])
		if s.after(end) == '\n' {
			return i + n
		}
		s.replace(i, end, string(r)+inside)
		return end
	}
	if inside, ok := p.closing[r]; ok {
		s.typed(p, r)
		if before := s.before(i); before != '\n' && !isSpacing(before) {
			s.replace(i, i, inside)
		}
		return i + n
	}
	if inside, ok := p.Spacing.Before[r]; ok && !isSpacing(s.before(i)) && s.takesWhite(i, i) {
		s.replace(i, i, inside)
	}
	switch {
	case isStop(r):
		return i + s.stops(i)
	case r == p.outer[0] || r == p.outer[1] || r == '“' || r == '”':
		s.typed(p, r)
	case p.Spacing.Tight && s.isTight(r) && !(unicode.IsDigit(s.before(i)) && unicode.IsDigit(s.after(i+n))):
		return s.tight(i, n)
	case unicode.IsLetter(r):
		return s.abbreviation(p, r, i)
	}
	return i + n
}

// typed takes note of an outer quotation mark that the author typed. Authors close „ with either of “ and ”.
func (s *signs) typed(p *punctuation, r rune) {
	n := len(s.open) - 1
	closes := r == p.outer[1] || p.outer[0] == '„' && r != p.outer[0]
	switch {
	case closes && n >= 0 && s.open[n].typed:
		s.open = s.open[:n]
	case r == p.outer[0]:
		s.open = append(s.open, quotation{typed: true})
	}
}

// between sets the white from one offset to another, which stands before a sign.
func (s *signs) between(from, to int) {
	p := s.in.at(to)
	before, after := s.before(from), s.after(to)
	switch {
	case len(s.fixed) > 0 && to >= s.fixed[0].start, before == '\n', after == '\n':
		return
	case len(s.quotes) > 0 && s.quotes[0] == to:
		code := s.text[to+2]
		mark := p.marks(code).Close
		if first, _ := utf8.DecodeRuneInString(mark); isSpacing(first) && (code == rightDouble || code == endSingle) {
			s.replace(from, to, "") // it is part of the mark
		}
		return
	}
	if s.aside && p.Spacing.Tight && s.isTight(after) {
		if closesAside(s.after(to + utf8.RuneLen(after))) {
			s.replace(from, to, "")
		}
		return
	}
	if inside, ok := p.closing[after]; ok {
		s.replace(from, to, inside)
		return
	}
	if inside, ok := p.Spacing.Before[after]; ok && s.takesWhite(from, to) {
		s.replace(from, to, inside)
		return
	}
	figure := unicode.IsDigit(after)
	switch {
	case p.Spacing.Number == "":
	case figure && strings.ContainsRune("§¶", before), unicode.IsDigit(before) && isUnit(after), figure && s.groups(from, to):
		s.replace(from, to, p.Spacing.Number)
	}
}

// isUnit reports whether r is a sign that stands behind a number.
func isUnit(r rune) bool { return r == '%' || r == '‰' || unicode.Is(unicode.Sc, r) }

// isStop reports whether r is one of the signs that may stand in a row at the end of a sentence or a clause.
func isStop(r rune) bool { return strings.ContainsRune(";:!?…", r) }

// stops returns how many bytes of such signs stand at an offset.
func (s *signs) stops(i int) int {
	n := bytes.IndexFunc(s.text[i:], func(r rune) bool { return !isStop(r) })
	if n < 0 {
		return len(s.text) - i
	}
	return n
}

// takesWhite reports whether the sign at an offset, before which white stands from another offset on, is punctuation: no part of an
// address, a time, a face of signs.
func (s *signs) takesWhite(from, at int) bool {
	before, sign := s.before(from), s.after(at)
	if from > 0 && from == s.stayed {
		before = 'x' // whatever code ends with
	}
	if !isStop(sign) {
		return unicode.IsDigit(before)
	}
	n := s.stops(at)
	after := s.after(at + n)
	switch {
	case before == '\n' || opens(before) || isStop(before) && before != '…', strings.ContainsRune("«‹„‚", before):
		return false
	case n > 1 && sign == ':' && s.text[at+1] == ':', (sign == ':' || sign == ';') && from < at && (after == ')' || after == '('):
		return false
	case isWord(after) || strings.ContainsRune(`/\@#=&_+*-<>$|~^`, after):
		return false
	}
	return from < at || !s.address(at)
}

// longestAddress is how many bytes before a sign are searched for the beginning of an address.
const longestAddress = 200

// address reports whether the word before an offset is an address.
func (s *signs) address(i int) bool {
	word := s.text[max(0, i-longestAddress):i]
	word = word[bytes.LastIndexAny(word, " \n\u00A0\u202F")+1:]
	return bytes.Contains(word, []byte("://")) || bytes.Contains(word, []byte("www.")) || bytes.IndexByte(word, '@') > 0
}

// groups reports whether the white between two offsets parts the thousands of a figure: one to three digits before it, three after.
func (s *signs) groups(from, to int) bool {
	before, after := 0, 0
	for before < 4 && from-before > 0 && isASCIIDigit(s.text[from-before-1]) {
		before++
	}
	for after < 4 && to+after < len(s.text) && isASCIIDigit(s.text[to+after]) {
		after++
	}
	return before > 0 && before < 4 && after == 3 && !isWord(s.before(from-before))
}

// dash sets the white after a dash at an offset where a paragraph or a line begins, if it begins speech. It returns how many bytes
// that is, 0 if there is no such dash.
func (s *signs) dash(p *punctuation, i int) int {
	s.speech, s.aside = false, false
	dash, n := utf8.DecodeRune(s.text[i:])
	if !p.Spacing.Dialog || !isDash(dash) || dash == '-' {
		return 0
	}
	n += whites(s.text[i+n:])
	if next := s.after(i + n); next == '\n' || next != '…' && !isWord(next) && !opens(next) && !strings.ContainsRune("«‹„‚", next) {
		return 0
	}
	s.speech = true
	if p.Spacing.Tight {
		s.replace(i, i+n, "—")
	} else {
		s.replace(i, i+n, string(dash)+"\u00A0")
	}
	return n
}

// isTight reports whether r is a dash that touches the words of an aside.
func (s *signs) isTight(r rune) bool { return r == '—' || r == '–' && s.speech }

// tight sets the dash of n bytes at an offset and the white after it, where dashes touch the words of asides, and returns the offset
// after them. One with white on both sides begins an aside in speech, or where another ends it: elsewhere it parts a word from what
// is said of it, as in a list. The white before one that ends an aside is that of between.
func (s *signs) tight(i, n int) int {
	s.replace(i, i+n, "—")
	end := i + n
	switch after := s.after(end); {
	case s.aside || !isSpacing(s.before(i)):
		s.aside = s.aside && isSpacing(s.before(i)) && !closesAside(after)
	case !closesAside(after):
		s.aside = true
	case isSpacing(after) && (s.speech || s.endsAside(end)):
		s.aside = true
		end += whites(s.text[end:])
		s.replace(i+n, end, "")
	}
	return end
}

// endsAside reports whether a dash after an offset, in the same line, ends an aside.
func (s *signs) endsAside(at int) bool {
	line := s.text[at:]
	if n := bytes.IndexByte(line, '\n'); n >= 0 {
		line = line[:n]
	}
	for {
		n := bytes.Index(line, []byte("—"))
		if n < 0 {
			return false
		}
		line = line[n+len("—"):]
		next, _ := utf8.DecodeRune(line)
		if len(line) == 0 || closesAside(next) {
			return true
		}
	}
}

// closesAside reports whether a dash before r ends an aside.
func closesAside(r rune) bool {
	return r == '\n' || isSpacing(r) || strings.ContainsRune(".,;:!?…)]»”’", r)
}

// abbreviation sets the white within the abbreviation that the word at an offset may begin, and returns the offset after it or
// after the letter r.
func (s *signs) abbreviation(p *punctuation, r rune, i int) int {
	end := i + utf8.RuneLen(r)
	if before := s.before(i); isWord(before) || before == '.' {
		return end
	}
	for _, parts := range p.abbreviations[r] {
		var gaps [][2]int
		at, found := i, true
		for k, part := range parts {
			if found = bytes.HasPrefix(s.text[at:], []byte(part)); !found {
				break
			}
			if at += len(part); k < len(parts)-1 {
				gaps = append(gaps, [2]int{at, at + whites(s.text[at:])})
				at = gaps[k][1]
			}
		}
		if found && (s.text[at-1] == '.' || !isWord(s.after(at))) {
			for _, g := range gaps {
				s.replace(g[0], g[1], thin)
			}
			return at
		}
	}
	return end
}

// white reports how many bytes of white that an author may have typed beside a sign s begins with: 0 for none.
func white(s []byte) int {
	switch {
	case len(s) == 0:
	case s[0] == ' ':
		return 1
	case s[0] == 0xC2 && len(s) > 1 && s[1] == 0xA0:
		return 2
	case s[0] == 0xE2 && len(s) > 2 && s[1] == 0x80 && (s[2] == 0xAF || s[2] == 0x89): // U+202F, U+2009
		return 3
	}
	return 0
}

// whites returns how many bytes of white s begins with.
func whites(s []byte) int {
	n := 0
	for w := white(s); w > 0; w = white(s[n:]) {
		n += w
	}
	return n
}

// isSpacing reports whether r is white that an author may have typed beside a sign.
func isSpacing(r rune) bool { return r == ' ' || r == '\u00A0' || r == '\u202F' || r == '\u2009' }

// isHebrew reports whether r is a letter of the Hebrew alphabet.
func isHebrew(r rune) bool { return r >= 'א' && r <= 'ת' }
