package exports

import "strings"

// opens returns the closing marks of the quotation that a text begins with, "" if it begins with none.
func opens(s string) string {
	for _, pair := range [][2]string{{"“", "”"}, {"\"", "\""}, {"«", "»"}, {"„", "“”\""}, {"»", "«"}, {"「", "」"}, {"『", "』"}, {"”", "”"}} {
		if strings.HasPrefix(s, pair[0]) {
			return pair[1]
		}
	}
	return ""
}

// closes returns the text up to the end of a quotation, if the quotation ends in it: at the last closing mark with
// little or no text after it, since passages may contain quotations.
func closes(s, marks string) (string, bool) {
	i := strings.LastIndexAny(s, marks)
	if i < 0 {
		return "", false
	}
	_, rest := cutFirst(s[i:])
	next, _ := cutFirst(strings.TrimLeft(rest, " "))
	if strings.Contains("—–-:(", next) {
		return s[:i], true
	}
	return "", false
}

// cutFirst parts a text behind its first letter.
func cutFirst(s string) (first, rest string) {
	for i := range s {
		if i > 0 {
			return s[:i], s[i:]
		}
	}
	return s, ""
}

func unquoted(s string) string {
	marks := opens(s)
	if marks == "" {
		return s
	}
	_, inner := cutFirst(s)
	if words, ok := closes(inner, marks); ok && strings.Trim(inner[len(words):], marks) == "" {
		return words
	}
	return s
}

// quotation parts a text into the words in its last pair of quotation marks, which end it, and what stands before.
func quotation(s string) (words, rest string) {
	s = strings.TrimSpace(s)
	for i := range s {
		marks := opens(s[i:])
		if marks == "" || i > 0 && s[i-1] != '\n' {
			continue
		}
		_, inner := cutFirst(s[i:])
		if words, ok := closes(inner, marks); ok {
			return oneLine(words), strings.TrimSpace(s[:i] + "\n" + strings.Trim(inner[len(words):], marks+" "))
		}
	}
	return "", s
}
