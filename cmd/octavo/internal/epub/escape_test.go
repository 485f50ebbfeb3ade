package epub

import (
	"encoding/xml"
	"net/url"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestAppendText(t *testing.T) {
	for in, want := range map[string]string{
		"plain":                   "plain",
		"a<b>&\"'":                "a&lt;b&gt;&amp;&quot;'",
		"\x00a\x1fb\u0085c\uFFFE": "abc",
		"\xffé\xc3":               "\uFFFDé\uFFFD",
		"tab\tline\n":             "tab\tline\n",
		"\U0001F600中":             "\U0001F600中",
	} {
		if got := string(appendText(nil, in)); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestWebAddress(t *testing.T) {
	for in, want := range map[string]string{
		"https://example.com/a b":       "https://example.com/a%20b",
		"HTTP://EXAMPLE.com":            "http://example.com",
		"https://müller.example/ü":      "https://xn--mller-kva.example/%C3%BC",
		"https://example.com/%zz#a#b":   "https://example.com/%25zz#a%23b",
		"mailto:a@example.com":          "mailto:a@example.com",
		"https://example.com:8080/?q=1": "https://example.com:8080/?q=1",
		"javascript:alert(1)":           "", "data:text/html,x": "", "file:///etc/passwd": "", "other.md": "",
		"#id": "", "/root": "", "//host/": "", "http://": "", "http:/x": "", "http://[::1": "", "http://a b/": "", "": "",
	} {
		if got, ok := webAddress(in); got != want || ok != (want != "") {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// FuzzText gives any bytes as text and as an address: what comes out must be XML that says the same.
func FuzzText(f *testing.F) {
	f.Add("a<b>&\"'\x00\xff\u0085")
	f.Add("https://exa mple.com/%zz#é#")
	f.Fuzz(func(t *testing.T, s string) {
		escaped := string(appendText(nil, s))
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
		if href, ok := webAddress(s); ok {
			if u, err := url.Parse(href); err != nil || !u.IsAbs() {
				t.Fatalf("%q is no address: %v", href, err)
			}
		}
	})
}

// TestClean holds the quick way through clean against the slow one.
func TestClean(t *testing.T) {
	for _, s := range []string{"", " ", "a", "a b", " a", "a ", "a  b", "a\tb", "a\nb", "a\x00b", "a\x7fb", "é", "a\u0085b", "a\u00A0b"} {
		if isClean(s) && strings.Join(strings.Fields(s), " ") != s {
			t.Errorf("%q is taken for clean", s)
		}
		if once := clean(s); clean(once) != once {
			t.Errorf("%q becomes %q and then %q", s, once, clean(once))
		}
	}
}
