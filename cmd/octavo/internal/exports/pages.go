package exports

import (
	"strconv"
	"strings"
)

// folio returns a page number as written, "p. 42", "page iv".
func folio(s string) string {
	s = pageWord().ReplaceAllString(strings.ToLower(strings.TrimSpace(s)), "$1")
	s, _, _ = strings.Cut(s, "-")
	s, _, _ = strings.Cut(s, "–")
	return strings.TrimSpace(s)
}

// number returns the first number in a text, 0 when there is none.
func number(s string) int {
	i := strings.IndexAny(s, "0123456789")
	if i < 0 {
		return 0
	}
	s = s[i:]
	end := strings.IndexFunc(s, func(r rune) bool { return r < '0' || r > '9' })
	if end < 0 {
		end = len(s)
	}
	n, err := strconv.Atoi(s[:end])
	if err != nil || n > 1<<30 {
		return 0
	}
	return n
}

// folioIn returns the page that a line about a page names: its first number, or a Roman one.
func folioIn(s string) string {
	s = plainDigits(s)
	if n := number(s); n > 0 {
		return strconv.Itoa(n)
	}
	if g := romanPage().FindStringSubmatch(s); g != nil {
		return strings.ToLower(g[1])
	}
	return ""
}

// kindlePage returns the page that a Kindle names in a line that may name a location too, or alone.
func kindlePage(s string) string {
	c := clipping{place: plainDigits(s)}
	c.places()
	return c.folio()
}
