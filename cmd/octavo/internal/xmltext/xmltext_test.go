package xmltext

import (
	"encoding/xml"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestAppend(t *testing.T) {
	for in, want := range map[string]string{
		"plain":                   "plain",
		"a<b>&\"'":                "a&lt;b&gt;&amp;&quot;'",
		"\x00a\x1fb\u0085c\uFFFE": "abc",
		"\xffé\xc3":               "\uFFFDé\uFFFD",
		"tab\tline\n":             "tab\tline\n",
		"\U0001F600中":             "\U0001F600中",
	} {
		if got := string(Append(nil, in)); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// FuzzText gives any bytes as text: what comes out must be XML that says the same.
func FuzzText(f *testing.F) {
	f.Add("a<b>&\"'\x00\xff\u0085")
	f.Fuzz(func(t *testing.T, s string) {
		escaped := string(Append(nil, s))
		var back struct {
			Attr string `xml:"a,attr"`
			Text string `xml:",chardata"`
		}
		if err := xml.Unmarshal([]byte(`<x a="`+escaped+`">`+escaped+`</x>`), &back); err != nil {
			t.Fatalf("%q: %v", s, err)
		}
		want := strings.Map(func(r rune) rune {
			if r < 0x20 && r != '\t' && r != '\n' || r == 0x7F || r > 0x7F && !allowed(r) {
				return -1
			}
			return r
		}, s)
		if back.Text != want || back.Attr != want || !utf8.ValidString(escaped) {
			t.Fatalf("%q came back as %q and %q, want %q", s, back.Text, back.Attr, want)
		}
	})
}

// TestClean holds the quick way through Clean against the slow one.
func TestClean(t *testing.T) {
	for _, s := range []string{"", " ", "a", "a b", " a", "a ", "a  b", "a\tb", "a\nb", "a\x00b", "a\x7fb", "é", "a\u0085b", "a\u00A0b"} {
		if isPlain(s) && strings.Join(strings.Fields(s), " ") != s {
			t.Errorf("%q is taken for clean", s)
		}
		if once := Clean(s); Clean(once) != once {
			t.Errorf("%q becomes %q and then %q", s, once, Clean(once))
		}
	}
}
