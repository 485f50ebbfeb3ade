package studio

import (
	"cmp"
	"net/http"

	"octavo/cmd/octavo/internal/config"
)

// look is how pages are looked at: by another style, for another printer or of another profile than book.toml's. The zero look is
// book.toml's own.
type look struct{ Style, Printer, Profile string }

// longestName is how long a name of a style, a printer or a profile is at most, in bytes. A longer one is cut short, and is no name.
const longestName = 100

// lookOf returns the look that a request asks for.
func lookOf(r *http.Request) look {
	q := r.URL.Query()
	name := func(key string) string { return q.Get(key)[:min(len(q.Get(key)), longestName)] }
	return look{Style: name("style"), Printer: name("printer"), Profile: name("profile")}
}

// settings returns what a look sets in book.toml's place. Names that there are not become errors of the book's, as they would in
// book.toml.
func (l look) settings() (out []config.Setting) {
	for _, s := range []struct{ key, value string }{{"print.style", l.Style}, {"print.printer", l.Printer}, {"print.profile", l.Profile}} {
		if s.value != "" {
			out = append(out, config.Setting{Key: s.key, Flag: "the studio", Value: s.value})
		}
	}
	return out
}

// in reports whether book.toml has the style and the printer of a look.
func (l look) in(c *config.Config) bool {
	return cmp.Or(l.Style, c.Print.Style) == c.Print.Style && cmp.Or(l.Printer, c.Print.Printer) == c.Print.Printer
}
