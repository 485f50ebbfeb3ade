package feedback

import (
	"strings"
	"unicode"
)

// unmarked removes a copy's invisible watermark from text: runs of joiners, and private-use characters. A single joiner
// is kept, since some scripts use it.
func unmarked(s string) string {
	if !strings.ContainsFunc(s, invisible) {
		return s
	}
	letters := []rune(s)
	out := letters[:0:0]
	for i, r := range letters {
		if !invisible(r) {
			out = append(out, r)
			continue
		}
		alone := (i == 0 || !invisible(letters[i-1])) && (i+1 == len(letters) || !invisible(letters[i+1]))
		if alone && (r == '\u200C' || r == '\u200D') {
			out = append(out, r)
		}
	}
	return string(out)
}

func invisible(r rune) bool {
	return r >= '\u200B' && r <= '\u200D' || r == '\u2060' || r == '\uFEFF' || unicode.Is(unicode.Co, r)
}
