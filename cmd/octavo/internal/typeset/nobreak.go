package typeset

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// noBreakBetween says whether the space between two chunks of text is one at which a compositor ends no line: before a dash or an
// ellipsis, between an abbreviation and its number ("p. 42"), a title and its name ("Dr. Rowe"), two initials, a figure
// and its unit.
func noBreakBetween(before, after string) bool {
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
			return isInitial(word) && len(after) >= 2 && isInitial(after[:2]) || strings.EqualFold(word, "p.") && unicode.IsDigit(next)
		}
		switch strings.ToLower(word) {
		case "pp.", "no.", "nos.", "vol.", "ch.", "fig.", "sec.", "art.", "ed.":
			return unicode.IsDigit(next)
		case "dr.", "mr.", "mrs.", "ms.", "prof.", "st.", "rev.":
			return unicode.IsUpper(next)
		}
	case last >= '0' && last <= '9':
		switch strings.TrimRight(after, ".,;:!?)”’") {
		case "%", "°C", "°F", "K", "mm", "cm", "m", "km", "ft", "yd", "mi", "pt", "mg", "g", "kg", "t", "lb", "lbs", "oz", "ml",
			"cl", "l", "L", "ms", "min", "kB", "MB", "GB", "Hz", "kHz", "V", "W", "kW", "a.m", "p.m", "pm", "AM", "PM", "BC", "AD":
			return true
		}
	case strings.HasSuffix(before, "§"), strings.HasSuffix(before, "¶"), strings.HasSuffix(before, "№"):
		return true
	}
	return false
}

// isInitial says whether s is a capital and a full stop.
func isInitial(s string) bool { return len(s) == 2 && s[0] >= 'A' && s[0] <= 'Z' && s[1] == '.' }

// chunkText is the text of an atom, "" when it is no chunk.
func (p *Paragraph) chunkText(i int) string {
	if i < 0 || i >= len(p.atoms) || p.atoms[i].kind != chunk {
		return ""
	}
	return p.span(p.atoms[i]).Text[p.atoms[i].from:p.atoms[i].to]
}
