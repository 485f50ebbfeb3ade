package barcode

import (
	_ "embed" // ranges.txt
	"strings"
)

// ranges has a registration group a line: its prefix, and the ranges that the registrants' numbers have in it.
//
//go:embed ranges.txt
var ranges string

// Hyphenate returns an ISBN of 13 digits in its five parts (ISBN Users' Manual, 7th edition, 5): 978-1-86197-876-9. One whose group or
// registrant is not in the table comes back as it is.
func Hyphenate(isbn string) string {
	if len(isbn) != 13 || !allDigits(isbn) {
		return isbn
	}
	for n := 1; n <= 5; n++ {
		prefix := isbn[:3] + "-" + isbn[3:3+n]
		_, rest, ok := strings.Cut(ranges, "\n"+prefix+" ")
		if !ok {
			continue
		}
		line, _, _ := strings.Cut(rest, "\n")
		number := isbn[3+n:]
		for r := range strings.FieldsSeq(line) {
			first, last, _ := strings.Cut(r, "-")
			k := len(first)
			if k >= len(number)-1 { // no digit would be left for the title
				continue
			}
			if registrant := number[:k]; first <= registrant && registrant <= last {
				return strings.Join([]string{prefix, registrant, number[k : len(number)-1], number[len(number)-1:]}, "-")
			}
		}
		return isbn
	}
	return isbn
}
