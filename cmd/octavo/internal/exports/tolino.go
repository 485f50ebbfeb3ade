package exports

import (
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/lazyregexp"
	"octavo/cmd/octavo/internal/locate"
)

// A Tolino parts its notes by rules too. Each names the book; then what it is, the page and the text, the marked words in quotation
// marks; and the date:
//
//	Title (Author)
//	Notiz auf Seite 9: the note
//	"the marked words"
//	Hinzugefügt am 26.11.2026 | 10:12
//	-----------------------------------

var tolinoPlace = lazyregexp.New(`^[^:"„“”]{3,60}?\s([0-9]+)(?:\s?[-–]\s?[0-9]+)?\s?:\s?(.*)$`)

func isTolino(_ *reader, text string) bool {
	if !longRule().MatchString(text) {
		return false
	}
	for _, part := range parts(text, longRule().MatchString) {
		if part = slices.DeleteFunc(part, isBlank); len(part) > 2 && tolinoPlace().MatchString(part[1]) {
			return true
		}
	}
	return false
}

func (r *reader) tolino(text string) error {
	for _, part := range parts(text, longRule().MatchString) {
		part = slices.DeleteFunc(part, isBlank)
		if len(part) < 2 {
			continue
		}
		g := tolinoPlace().FindStringSubmatch(part[1])
		if g == nil || g[2] == "" { // a bookmark
			continue
		}
		r.title = part[0]
		if i := strings.LastIndex(r.title, "("); i > 0 {
			r.title = strings.TrimSpace(r.title[:i])
		}
		m := Mark{Seen: locate.Seen{Folio: g[1]}}
		lines := append([]string{g[2]}, part[2:]...)
		if last := lines[len(lines)-1]; len(lines) > 1 && figuresDate().MatchString(last) {
			m.Date, lines = strings.ReplaceAll(withoutAdded(last), " | ", " "), lines[:len(lines)-1]
			if i := strings.IndexAny(m.Date, "0123456789"); i > 0 {
				m.Date = m.Date[i:]
			}
		}
		m.Seen.Words, m.Comment = quotation(strings.Join(lines, "\n"))
		r.add(m)
	}
	return nil
}

func isBlank(line string) bool { return line == "" }
