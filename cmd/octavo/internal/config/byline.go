package config

import (
	"strings"

	"octavo/cmd/octavo/internal/lang"
)

// Surnames name the authors at the head of a manuscript's pages: "Quill", "Quill and Ember", "Quill et al."; "" when the book
// names none.
func (b *Book) Surnames(l *lang.Language) string {
	var names []string
	for _, c := range b.Contributors {
		if c.Role != "aut" {
			continue
		}
		family, _, _ := strings.Cut(c.FileAs, ",")
		if family = strings.TrimSpace(family); family == "" {
			family = c.Name
		}
		names = append(names, family)
	}
	if len(names) > 2 {
		return l.Lists.Abridged.Fill("name", names[0])
	}
	return l.List(names)
}
