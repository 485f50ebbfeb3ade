package lang

import (
	"strings"
)

// Pattern is a phrase with places in braces: "{tenor} as {vehicle}".
type Pattern string

// Fill returns the phrase with values in its places. The pairs are the name of a place and its value.
func (p Pattern) Fill(pairs ...string) string {
	var b strings.Builder
	rest := string(p)
	for {
		open := strings.IndexByte(rest, '{')
		if open < 0 {
			break
		}
		end := strings.IndexByte(rest[open:], '}')
		if end < 0 {
			break
		}
		b.WriteString(rest[:open])
		name := rest[open+1 : open+end]
		rest = rest[open+end+1:]
		for i := 0; i+1 < len(pairs); i += 2 {
			if pairs[i] == name {
				b.WriteString(pairs[i+1])
			}
		}
	}
	b.WriteString(rest)
	return b.String()
}

// Places returns the names of the phrase's places.
func (p Pattern) Places() (names []string) {
	for rest := string(p); ; {
		_, after, ok := strings.Cut(rest, "{")
		if !ok {
			return names
		}
		name, after, ok := strings.Cut(after, "}")
		if !ok {
			return names
		}
		names, rest = append(names, name), after
	}
}
