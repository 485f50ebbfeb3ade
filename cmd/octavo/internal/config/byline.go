package config

import (
	"strings"

	"octavo/cmd/octavo/internal/lang"
)

// Surnames returns the authors' surnames for the running heads of a manuscript: "Quill", "Quill and Ember", "Quill et al.", or
// "" if the book has no authors.
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
