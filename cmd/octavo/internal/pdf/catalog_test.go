package pdf

import (
	"fmt"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/page"
)

func TestPageLabels(t *testing.T) {
	for _, test := range []struct{ labels, want string }{
		{"", ""},
		{"|||", ""},
		{"1|2|3", "0<</S/D>>"},
		{"i|ii|iii|iv|v|1|2|3", "0<</S/r>>5<</S/D>>"},
		{"iii|iv|ix|X", "0<</S/r/St 3>>2<</S/r/St 9>>3<</S/R/St 10>>"},
		{"A-8|A-9|A-10|B-1", "0<</S/D/St 8/P(A-)>>3<</S/D/P(B-)>>"},
		{"|1|2|", "0<<>>1<</S/D>>3<<>>"},
		{"cover|cover|1", "0<</P(cover)>>2<</S/D>>"},
		{"07|08|0", "0<</S/D/St 7/P(0)>>2<</P(0)>>"},
		{"é 1|iiii", "0<</S/D/P<FEFF00E90020>>>1<</P(iiii)>>"},
	} {
		var pages []*page.Page
		for _, l := range strings.Split(test.labels, "|") {
			pages = append(pages, &page.Page{Label: l})
		}
		if got := pageLabels(pages); got != test.want {
			t.Errorf("%s: %s, want %s", test.labels, got, test.want)
		}
	}
}

func TestRoman(t *testing.T) {
	for n := 1; n < 4000; n++ {
		if got := fromRoman(roman(n)); got != n {
			t.Fatalf("%d is %q is %d", n, roman(n), got)
		}
	}
	for _, s := range []string{"", "iiii", "vx", "IV", "mmmm", "a"} {
		if n := fromRoman(s); n != 0 {
			t.Errorf("%q is %d", s, n)
		}
	}
}

func TestOutlineTree(t *testing.T) {
	var print func(e *entry) string
	print = func(e *entry) string {
		var s []string
		for _, c := range e.children {
			s = append(s, c.bookmark.Title+print(c))
		}
		if len(s) == 0 {
			return ""
		}
		return fmt.Sprint(s)
	}
	for _, test := range []struct {
		levels []int
		want   string
	}{
		{[]int{0, 0, 0}, "[a b c]"},
		{[]int{0, 1, 1, 0, 1}, "[a[b c] d[e]]"},
		{[]int{0, 1, 2, 1, 2, 0}, "[a[b[c] d[e]] f]"},
		{[]int{0, 2, 1, 0}, "[a[b c] d]"}, // a level left out
		{[]int{1, 0}, "[a b]"},            // begins too deep
		{[]int{-1, 9}, "[a[b]]"},
	} {
		var bookmarks []page.Bookmark
		for i, l := range test.levels {
			bookmarks = append(bookmarks, page.Bookmark{Title: string(rune('a' + i)), Level: l})
		}
		if got := print(outlineTree(bookmarks)); got != test.want {
			t.Errorf("%v: %s, want %s", test.levels, got, test.want)
		}
	}
}

func TestStrings(t *testing.T) {
	for s, want := range map[string]string{
		"":            "()",
		`a (b) \ c`:   `(a \(b\) \\ c)`,
		"ü":           "<FEFF00FC>",
		"😀":           "<FEFFD83DDE00>",
		"line\nbreak": "<FEFF006C0069006E0065000A0062007200650061006B>",
	} {
		if got := textString(s); got != want {
			t.Errorf("%q: %s, want %s", s, got, want)
		}
	}
	if got := escapeName("EB Garamond#1/ü"); got != "EB#20Garamond#231#2F#C3#BC" {
		t.Error(got)
	}
	if got := escapeURI("https://a.org/ü b?x=%20#y"); got != "https://a.org/%C3%BC%20b?x=%20#y" {
		t.Error(got)
	}
}
