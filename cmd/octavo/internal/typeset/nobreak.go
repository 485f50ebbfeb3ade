package typeset

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/lang"
)

// noBreakBetween reports whether no line of text in a language may end at the space between two chunks: before a dash, but for one that
// opens an aside, or an ellipsis, after a word that is bound to the next (Polish "w"), between an abbreviation and its number ("p. 42"), a title and a name
// ("Dr. Rowe"), two initials, or a figure and its unit, nor between a quotation mark and what it encloses.
func noBreakBetween(l *lang.Language, before, after string) bool {
	if before == "" || after == "" {
		return false
	}
	rules := &l.Rules
	next, size := utf8.DecodeRuneInString(after)
	if next == '–' || next == '—' || next == '…' {
		return next == '…' || !l.Spacing.Tight || !opensWord(after[size:])
	}
	if size == len(after) && closes(l, next) || opensAlone(l, before) {
		return true
	}
	last := before[len(before)-1]
	word := before
	if rules.Bound != nil || last == '.' || unicode.IsDigit(next) || unicode.IsUpper(next) {
		word = strings.TrimLeft(before, "(“‘[«„‚»")
	}
	switch {
	case rules.Bound != nil && len(word) <= longestBound && rules.Bound[strings.ToLower(word)]:
		return true
	case last >= '0' && last <= '9':
		return rules.AfterNumber[strings.TrimRight(after, ".,;:!?)”’»“")] || grouped(l, word, after)
	case strings.HasSuffix(before, "§"), strings.HasSuffix(before, "¶"), strings.HasSuffix(before, "№"):
		return true
	case unicode.IsDigit(next):
		return rules.BeforeNumber[strings.ToLower(word)]
	case unicode.IsUpper(next):
		if rules.BeforeName[strings.ToLower(word)] || initials(word, after) {
			return true
		}
		return last != '.' && isKing(l, word, after) || last == '.' && ofMonth(l, word, after)
	}
	return last == '.' && ofMonth(l, word, after)
}

// opensWord reports whether a word begins with text, or with opening signs before it: after a dash that touches it.
func opensWord(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLetter(r) || unicode.IsDigit(r) || opens(r) || r == '¿' || r == '¡' || r == '…'
}

// longestBound is the length in bytes of the longest word that is bound to the next, in any language.
const longestBound = 12

// closes reports whether a sign that stands between spaces closes what is before it.
func closes(l *lang.Language, r rune) bool {
	return strings.ContainsRune(".,;:!?)]", r) || isMark(r) && !strings.ContainsRune(l.Quotes.Outer.Open+l.Quotes.Inner.Open, r)
}

// opensAlone reports whether a chunk is a quotation mark that opens, with white after it.
func opensAlone(l *lang.Language, chunk string) bool {
	r, n := utf8.DecodeRuneInString(chunk)
	return n == len(chunk) && isMark(r) && strings.ContainsRune(l.Quotes.Outer.Open+l.Quotes.Inner.Open, r)
}

// isMark reports whether a sign is a quotation mark of some language.
func isMark(r rune) bool {
	return r > utf8.RuneSelf && strings.ContainsRune("«»‹›“”„‘’‚", r)
}

// initials reports whether a chunk is an initial and the next another. Where the letters are not Latin, the name that the initials
// belong to counts as well: А. С. Пушкин.
func initials(before, after string) bool {
	r, n := utf8.DecodeRuneInString(before)
	if !unicode.IsUpper(r) || before[n:] != "." {
		return false
	}
	next, m := utf8.DecodeRuneInString(after)
	return strings.HasPrefix(after[m:], ".") || !unicode.Is(unicode.Latin, r) && unicode.IsUpper(next)
}

// inEnglish reports whether a language is English, which writes numbers without spaces, and months and kings' numbers so that a line
// may end before them.
func inEnglish(l *lang.Language) bool { return l.Tag == "en" || strings.HasPrefix(l.Tag, "en-") }

// grouped reports whether a space parts the groups of a number's digits, three to a group: 10 000.
func grouped(l *lang.Language, before, after string) bool {
	isDigit := func(c byte) bool { return c >= '0' && c <= '9' }
	if inEnglish(l) || len(after) < 3 || !isDigit(after[0]) || !isDigit(after[1]) || !isDigit(after[2]) || len(after) > 3 && isDigit(after[3]) {
		return false
	}
	digits := 0
	for digits < len(before) && isDigit(before[len(before)-1-digits]) {
		digits++
	}
	return digits <= 3
}

// ofMonth reports whether a chunk is the day of a month that is the next: "3." in German.
func ofMonth(l *lang.Language, before, after string) bool {
	digits := strings.TrimSuffix(before, ".")
	if inEnglish(l) || len(digits) == 0 || len(digits) > 2 || strings.Trim(digits, "0123456789") != "" {
		return false
	}
	month := strings.TrimRight(after, ".,;:!?)”’»“")
	return slices.Contains(l.Numbers.Months[:], month) || l.Rules.AfterNumber[month]
}

// isKing reports whether a chunk is a name and the next its number: Ludwig XIV.
func isKing(l *lang.Language, before, after string) bool {
	r, n := utf8.DecodeRuneInString(before)
	number := strings.TrimRight(after, ".,;:!?)”’»“")
	return !inEnglish(l) && number != "" && len(number) <= 6 && strings.Trim(number, "IVXL") == "" && unicode.IsUpper(r) && len(before) > n+1 &&
		strings.IndexFunc(before, func(r rune) bool { return !unicode.IsLetter(r) }) < 0
}

// isDialogDash reports whether a chunk is a dash alone, as before speech.
func isDialogDash(chunk string) bool { return chunk == "—" || chunk == "–" }

// begins reports whether atom i is the first of the paragraph or of a line that the author has begun.
func (p *Paragraph) begins(i int) bool { return i == 0 || p.atoms[i-1].kind == forcedEnd }

// chunkText returns the text of an atom, or "" when the atom is not a chunk.
func (p *Paragraph) chunkText(i int) string {
	if i < 0 || i >= len(p.atoms) || p.atoms[i].kind != chunk {
		return ""
	}
	return p.span(p.atoms[i]).Text[p.atoms[i].from:p.atoms[i].to]
}
