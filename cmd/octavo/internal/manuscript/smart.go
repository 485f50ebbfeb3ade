package manuscript

import (
	"cmp"
	"strings"

	"octavo/cmd/octavo/internal/lang"
)

// appendDashes converts a run of n >= 2 hyphens to dashes: two become the dash of the language, more by cmark's rule: em dashes if n
// is a multiple of three, en dashes if it is a multiple of two, and otherwise em dashes followed by one or two en dashes.
func appendDashes(out []byte, n int, l *lang.Language) []byte {
	if n == 2 {
		return append(out, cmp.Or(l.Spacing.Dash, "–")...)
	}
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

// Punctuate returns words that are written outside the manuscript with the quotation marks, dashes, ellipses and spaces of a language. Lines
// are told apart. An address, on the web or of an email, is left as it is, and with it the line that it stands on.
func Punctuate(words string, l *lang.Language) string {
	if words == "" {
		return ""
	}
	p := newPunctuation(l)
	lines := strings.Split(words, "\n")
	for i, line := range lines {
		if !strings.Contains(line, "://") && !strings.Contains(line, "www.") && !strings.Contains(line, "@") {
			lines[i] = smart(line, p)
		}
	}
	return strings.Join(lines, "\n")
}

// smart applies smart punctuation (quotes, dashes, ellipses, white) to a value of an entry's block that is set as text.
func smart(s string, p *punctuation) string {
	if p.plain && !strings.ContainsAny(s, `'"-.`) {
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
			text = appendDashes(text, run, p.Language)
			i += run
		case s[i] == '.' && run == 3:
			text = append(text, "…"...)
			i += run
		default:
			text = append(text, s[i:i+run]...)
			i += run
		}
	}
	out, _ := punctuate(text, quotes, nil, &languages{book: p})
	return string(out)
}

// punctuate decides the straight quotes at some offsets of a text, in place, and sets its signs. It returns the text and how it
// differs from the one given in more than its quotes.
func punctuate(text []byte, quotes []int, verbatim []fixed, in *languages) ([]byte, []edit) {
	if len(quotes) > 0 {
		educate(text, quotes, in)
	}
	if in.plain() && !hebrewMarks(text, quotes) {
		for _, at := range quotes {
			if text[at+2] == endSingle {
				text[at+2] = rightSingle
			}
		}
		return text, nil
	}
	edits := setSigns(text, quotes, verbatim, in)
	if len(edits) == 0 {
		return text, nil
	}
	var out []byte
	end := 0
	for _, e := range edits {
		out = append(append(out, text[end:e.from]...), e.with...)
		end = e.to
	}
	return append(out, text[end:]...), edits
}

// hebrewMarks reports whether a straight quote is a mark of Hebrew words.
func hebrewMarks(text []byte, quotes []int) bool {
	for _, at := range quotes {
		if text[at+2] == gershayim || text[at+2] == rightSingle && at > 1 && text[at-2] == 0xD7 {
			return true
		}
	}
	return false
}
