package pdf

import (
	"fmt"
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/page"
)

// pageLabels returns the number tree of the pages' labels (ISO 32000-1, 12.4.2), with an entry for each run of
// consecutive labels. It is "" if no page has a label.
func pageLabels(pages []*page.Page) string {
	var b strings.Builder
	var next label
	some := false
	for i, p := range pages {
		l := parseLabel(p.Label)
		some = some || p.Label != ""
		if i == 0 || l != next {
			fmt.Fprintf(&b, "%d%s", i, l.dict())
		}
		next = l
		if next.style != 0 {
			next.number++
		}
	}
	if !some {
		return ""
	}
	return b.String()
}

// labelsEntry returns the catalog's entry for the labels of pages, "" for none.
func labelsEntry(pages []*page.Page) string {
	labels := pageLabels(pages)
	if labels == "" {
		return ""
	}
	return "/PageLabels<</Nums[" + labels + "]>>"
}

// label is a folio as a PDF page label: a prefix and, if style is not 0, a number in arabic (D), lower-case roman (r)
// or upper-case roman (R) figures.
type label struct {
	prefix string
	style  byte
	number int
}

func (l label) dict() string {
	b := "<<"
	if l.style != 0 {
		b += "/S/" + string(rune(l.style))
		if l.number != 1 {
			b += "/St " + strconv.Itoa(l.number)
		}
	}
	if l.prefix != "" {
		b += "/P" + textString(l.prefix)
	}
	return b + ">>"
}

func parseLabel(s string) label {
	if n := fromRoman(s); n > 0 {
		return label{style: 'r', number: n}
	}
	if n := fromRoman(strings.ToLower(s)); n > 0 && strings.ToUpper(s) == s {
		return label{style: 'R', number: n}
	}
	digits := len(s)
	for digits > 0 && s[digits-1] >= '0' && s[digits-1] <= '9' {
		digits--
	}
	for digits < len(s) && s[digits] == '0' { // numbers start at 1 and have no leading zeros
		digits++
	}
	if n, err := strconv.Atoi(s[digits:]); err == nil && n < 1<<31 {
		return label{prefix: s[:digits], style: 'D', number: n}
	}
	return label{prefix: s}
}

var romanFigures = []struct {
	value  int
	figure string
}{{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"},
	{9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}}

func roman(n int) string {
	var b strings.Builder
	for _, f := range romanFigures {
		for ; n >= f.value; n -= f.value {
			b.WriteString(f.figure)
		}
	}
	return b.String()
}

// fromRoman parses lower-case roman figures; 0 if they are not a number from 1 to 3999.
func fromRoman(s string) int {
	n, rest := 0, s
	for _, f := range romanFigures {
		for strings.HasPrefix(rest, f.figure) {
			n += f.value
			rest = rest[len(f.figure):]
		}
	}
	if rest != "" || n > 3999 || roman(n) != s {
		return 0
	}
	return n
}
