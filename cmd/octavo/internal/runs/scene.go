package runs

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// SceneBreak reports whether a line consists of the signs with which authors part scenes: * * *, ***, ⁂, #, ~, •, — — — and the
// like. A single hyphen, full stop or letter is none.
func SceneBreak(line string) bool {
	signs := strings.Join(strings.Fields(strings.ReplaceAll(line, "\u00A0", " ")), "")
	n := utf8.RuneCountInString(signs)
	if n == 0 || n > 24 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(signs)
	if strings.Trim(signs, string(first)) != "" {
		return ornamental(signs)
	}
	switch first {
	case '⁂', '❦', '❧', '☙', '✦', '✧', '❖', '◆', '◇', '■', '□', '●', '○', '★', '☆', '§', '∞', '*', '✻', '✽', '✼', '❋', '❊', '⸻', '⸺':
		return true
	case '#':
		return n <= 5
	case '~', '•', '·', '∙', '⋅', '+', '=':
		return n == 1 && first != '+' && first != '=' || n >= 3
	case '-', '_', '–', '—', 'o', 'x':
		return n >= 3
	}
	return false
}

// ornamental reports whether a text is made of different ornaments, and of letters only as in -o0o-: ~*~.
func ornamental(signs string) bool {
	n, letters := 0, 0
	for _, r := range signs {
		n++
		switch {
		case strings.ContainsRune("*~#•·—–-_=+◆◇❦❧☙✦", r) || unicode.Is(unicode.So, r):
		case strings.ContainsRune("oO0xX", r):
			letters++
		default:
			return false
		}
	}
	return n >= 3 && letters < n-1
}
