package textstyle

import (
	"strings"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/typeset"
)

// Width returns the width of inlines set on one line.
func Width(inlines []typeset.Inline) (w page.Length) {
	for _, in := range inlines {
		switch in := in.(type) {
		case *typeset.Span:
			w += typeset.Width(in.Text, in)
		case *typeset.InlinePicture:
			w += in.Width
		case *typeset.Box:
			w += in.Width + in.After
		}
	}
	return w
}

// longestHead is how many bytes of a head are measured: no room holds more.
const longestHead = 1000

// Shorten removes words from the end of a head that is too long for its space.
func Shorten(head []typeset.Inline, room page.Length) []typeset.Inline {
	if len(head) == 0 {
		return head
	}
	s := *head[0].(*typeset.Span)
	if len(s.Text) <= longestHead && Width(head) <= room {
		return head
	}
	if len(s.Text) > longestHead {
		at := strings.LastIndex(s.Text[:longestHead], "\u00A0")
		if at < 0 {
			at = strings.LastIndexFunc(s.Text[:longestHead], func(rune) bool { return true })
		}
		s.Text = s.Text[:at] + "…"
	}
	for typeset.Width(s.Text, &s) > room {
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
	return []typeset.Inline{&s}
}

// TitleScales are the sizes, in hundredths of the style's, that a title may take so that its page holds it.
var TitleScales = [...]page.Length{100, 80, 65, 50}
