package textstyle

import (
	"strings"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/typeset"
)

func Width(spans []typeset.Span) (w page.Length) {
	for _, s := range spans {
		w += typeset.Width(s.Text, s)
	}
	return w
}

// longestHead is how many bytes of a head are measured: no room holds more.
const longestHead = 1000

// Shorten takes words off the end of a head that is too long for its room.
func Shorten(head []typeset.Span, room page.Length) []typeset.Span {
	if len(head) == 0 || len(head[0].Text) <= longestHead && Width(head) <= room {
		return head
	}
	s := head[0]
	if len(s.Text) > longestHead {
		at := strings.LastIndex(s.Text[:longestHead], "\u00A0")
		if at < 0 {
			at = strings.LastIndexFunc(s.Text[:longestHead], func(rune) bool { return true })
		}
		s.Text = s.Text[:at] + "…"
	}
	for Width([]typeset.Span{s}) > room {
		words := strings.TrimSuffix(s.Text, "…")
		at := strings.LastIndex(words, "\u00A0")
		if at < 0 { // one long word loses letters
			_, n := utf8.DecodeLastRuneInString(words)
			at = len(words) - n
		}
		if at <= 0 {
			break
		}
		s.Text = strings.TrimRight(words[:at], ",;:–—.") + "…"
	}
	return []typeset.Span{s}
}

// TitleScales are the sizes, in hundredths of the style's, that a title may take so that its page holds it.
var TitleScales = [...]page.Length{100, 80, 65, 50}
