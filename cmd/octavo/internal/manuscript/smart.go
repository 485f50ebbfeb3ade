package manuscript

import (
	"strings"

	"octavo/cmd/octavo/internal/lang"
)

// appendDashes converts a run of n >= 2 hyphens to dashes by cmark's rule: em dashes if n is a multiple of three, en dashes if
// it is a multiple of two, and otherwise em dashes followed by one or two en dashes.
func appendDashes(out []byte, n int) []byte {
	em, en := 0, 0
	switch {
	case n%3 == 0:
		em = n / 3
	case n%2 == 0:
		en = n / 2
	case n%3 == 2:
		em, en = (n-2)/3, 1
	default:
		em, en = (n-4)/3, 2
	}
	for range em {
		out = append(out, "—"...)
	}
	for range en {
		out = append(out, "–"...)
	}
	return out
}

// smart applies smart punctuation (quotes, dashes, ellipses) to a value of an entry's block that is set as text.
func smart(s string, rules *lang.Rules) string {
	if !strings.ContainsAny(s, `'"-.`) {
		return s
	}
	var text []byte
	var quotes []int
	for i := 0; i < len(s); {
		run := 1
		for s[i] != '\'' && s[i] != '"' && i+run < len(s) && s[i+run] == s[i] {
			run++
		}
		switch {
		case s[i] == '\'' || s[i] == '"':
			sign := byte(undecidedSingle)
			if s[i] == '"' {
				sign = undecidedDouble
			}
			quotes = append(quotes, len(text))
			text = append(text, quoteLead...)
			text = append(text, sign)
			i++
		case s[i] == '-' && run > 1:
			text = appendDashes(text, run)
			i += run
		case s[i] == '.' && run == 3:
			text = append(text, "…"...)
			i += run
		default:
			text = append(text, s[i:i+run]...)
			i += run
		}
	}
	educate(text, quotes, rules)
	return string(text)
}
