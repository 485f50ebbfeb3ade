package epub

import (
	"net/url"
	"testing"
)

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

// FuzzAddress gives any text as an address: what comes out is one.
func FuzzAddress(f *testing.F) {
	f.Add("https://exa mple.com/%zz#é#")
	f.Fuzz(func(t *testing.T, s string) {
		if href, ok := webAddress(s); ok {
			if u, err := url.Parse(href); err != nil || !u.IsAbs() {
				t.Fatalf("%q is no address: %v", href, err)
			}
		}
	})
}
