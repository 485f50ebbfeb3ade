package config

import "strings"

// Surnames name the authors at the head of a manuscript's pages: "Quill", "Quill and Ember", "Quill et al."; "" when the book
// names none.
func (b *Book) Surnames() string {
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
		return names[0] + " et al."
	}
	return strings.Join(names, " and ")
}
