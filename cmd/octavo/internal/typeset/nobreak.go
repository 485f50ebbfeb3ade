package typeset

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/lang"
)

// noBreakBetween reports whether no line may end at the space between two chunks of text: before a dash or an ellipsis,
// between an abbreviation and its number ("p. 42"), a title and a name ("Dr. Rowe"), two initials, or a figure and its
// unit.
func noBreakBetween(rules *lang.Rules, before, after string) bool {
	if before == "" || after == "" {
		return false
	}
	next, _ := utf8.DecodeRuneInString(after)
	if next == '–' || next == '—' || next == '…' {
		return true
	}
	last := before[len(before)-1]
	switch {
	case last == '.':
		word := strings.TrimLeft(before, "(“‘[")
		if len(word) == 2 {
			return isInitial(word) && len(after) >= 2 && isInitial(after[:2]) || rules.BeforeNumber[strings.ToLower(word)] && unicode.IsDigit(next)
		}
		word = strings.ToLower(word)
		return rules.BeforeNumber[word] && unicode.IsDigit(next) || rules.BeforeName[word] && unicode.IsUpper(next)
	case last >= '0' && last <= '9':
		return rules.AfterNumber[strings.TrimRight(after, ".,;:!?)”’")]
	case strings.HasSuffix(before, "§"), strings.HasSuffix(before, "¶"), strings.HasSuffix(before, "№"):
		return true
	}
	return false
}

// isInitial reports whether s is a capital followed by a full stop.
func isInitial(s string) bool { return len(s) == 2 && s[0] >= 'A' && s[0] <= 'Z' && s[1] == '.' }

// chunkText returns the text of an atom, or "" when the atom is not a chunk.
func (p *Paragraph) chunkText(i int) string {
	if i < 0 || i >= len(p.atoms) || p.atoms[i].kind != chunk {
		return ""
	}
	return p.span(p.atoms[i]).Text[p.atoms[i].from:p.atoms[i].to]
}
