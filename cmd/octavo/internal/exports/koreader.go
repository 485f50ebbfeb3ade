package exports

import (
	"strings"

	"octavo/cmd/octavo/internal/lazyregexp"
	"octavo/cmd/octavo/internal/locate"
)

// KOReader's text is parted by rules that no other program has:
//
//	　Title
//
//	　Chapter
//
//	　　-- Page: 9, added on Thu Nov 26 10:12:00 2026
//	the marked words
//	---
//	the note
//	-=-=-=-=-=-
const koreaderRule = "-=-=-"

func isKOReaderText(_ *reader, text string) bool {
	return strings.Contains(text, "\n"+koreaderRule) && strings.Contains(text, "-- ")
}

func (r *reader) koreaderText(text string) error {
	heading := ""
	for _, part := range parts(text, func(l string) bool { return strings.HasPrefix(l, koreaderRule) }) {
		var heads []string
		for len(part) > 0 && !strings.HasPrefix(part[0], "-- ") {
			if part[0] != "" {
				heads = append(heads, part[0])
			}
			part = part[1:]
		}
		if len(part) == 0 {
			continue
		}
		switch { // a book's first mark has its title above the chapter
		case len(heads) > 1:
			r.title, heading = heads[0], heads[len(heads)-1]
		case len(heads) == 1 && r.title == "":
			r.title = heads[0]
		case len(heads) == 1:
			heading = heads[0]
		}
		page, date, _ := strings.Cut(part[0], ",")
		words, note := atRule(part[1:])
		r.add(Mark{Comment: note, Date: withoutAdded(date), Seen: locate.Seen{Heading: heading, Folio: folioIn(page), Words: words}})
	}
	return nil
}

// KOReader's Markdown has a heading with page and date above each passage, and a rule between the passage and the note.
func isKOReaderMarkdown(_ *reader, text string) bool { return koreaderHeading().MatchString(text) }

var koreaderHeading = lazyregexp.New(`(?m)^#{2,4} [^\n]*[0-9ivxlcIVXLC]+[^\n]* @ [^\n]*[0-9]{4}`)

func (r *reader) koreaderMarkdown(text string) error {
	var seen locate.Seen
	date, on := "", false
	var lines []string
	flush := func() {
		if on {
			seen.Words, on = "", false
			m := Mark{Date: date, Seen: seen}
			m.Seen.Words, m.Comment = atRule(lines)
			m.Seen.Words = emphasised(m.Seen.Words)
			r.add(m)
		}
		lines = nil
	}
	for _, l := range strings.Split(text, "\n") {
		l = strings.TrimSpace(l)
		switch heading, isHeading := cutHeading(l); {
		case isHeading && koreaderHeading().MatchString(l):
			flush()
			place, at, _ := strings.Cut(heading, " @ ")
			seen.Folio, date, on = folioIn(place), at, true
		case strings.HasPrefix(l, "# "):
			flush()
			r.title = heading
		case isHeading:
			flush()
			if !strings.HasPrefix(l, "#####") { // the author
				seen.Heading = heading
			}
		case on && !strings.Contains(l, "](file:") && !generated().MatchString(l):
			lines = append(lines, l)
		}
	}
	flush()
	return nil
}

// generated matches the last line of KOReader's Markdown: "_Generated at: 2026-11-26-10-20-00_".
var generated = lazyregexp.New(`^_[^_]*[0-9]{4}-[0-9]{2}-[0-9]{2}[-_ ][-0-9:]+_$`)

// cutHeading returns the text of a heading of Markdown.
func cutHeading(l string) (string, bool) {
	rest := strings.TrimLeft(l, "#")
	if n := len(l) - len(rest); n == 0 || n > 6 || !strings.HasPrefix(rest, " ") {
		return "", false
	}
	return strings.TrimSpace(rest), true
}

// parts parts the lines of a text at those that are rules, and trims them.
func parts(text string, rule func(string) bool) [][]string {
	var out [][]string
	var part []string
	for _, l := range strings.Split(text, "\n") {
		l = strings.Trim(strings.ReplaceAll(l, "\u00A0", " "), " \t\u3000\uFEFF")
		if rule(l) {
			out = append(out, part)
			part = nil
			continue
		}
		part = append(part, l)
	}
	return append(out, part)
}

// atRule parts lines at "---" into a passage and a note.
func atRule(lines []string) (words, note string) {
	for i, l := range lines {
		if l == "---" {
			return oneLine(strings.Join(lines[:i], " ")), tidy(strings.Join(lines[i+1:], "\n"))
		}
	}
	return oneLine(strings.Join(lines, " ")), ""
}
