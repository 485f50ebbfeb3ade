package exports

import (
	"strings"

	"octavo/cmd/octavo/internal/locate"
)

func isMarkup(_ *reader, text string) bool {
	return strings.HasPrefix(strings.TrimLeft(text[:min(len(text), 4096)], " \n\t\uFEFF"), "<")
}

func isAnnot(_ *reader, text string) bool {
	return isMarkup(nil, text) && strings.Contains(text[:min(len(text), 4096)], "<annotationSet")
}

// hasClass returns a function that reports whether a page has an element of a class.
func hasClass(class string) func(*reader, string) bool {
	return func(_ *reader, text string) bool {
		return isMarkup(nil, text) && (strings.Contains(text, `"`+class) || strings.Contains(text, "'"+class))
	}
}

// kindleNotebook reads what Kindle's programs export as a page: headings that say where, each with a text. The heading of a highlight
// names its colour, in an element of its own; that of a note does not.
func (r *reader) kindleNotebook(text string) error {
	blocks := readBlocks(text)
	colours := false
	for _, b := range blocks {
		colours = colours || b.role == "noteHeading" && b.colour
	}
	heading, place := "", block{}
	for _, b := range blocks {
		switch b.role {
		case "bookTitle":
			r.title = oneLine(b.text)
		case "sectionHeading":
			heading = oneLine(b.text)
		case "noteHeading":
			place = b
		case "noteText":
			seen := locate.Seen{Heading: heading, Folio: kindlePage(place.text)}
			note := colours && !place.colour || !colours && (kindleNote().MatchString(place.text) || r.foreign(b.text) && len(r.Marks) > 0)
			if on := r.last(); note && on != nil && on.book == r.title && on.Seen.Heading == heading && on.Seen.Words != "" {
				on.say(b.text)
				continue
			}
			if note {
				r.add(Mark{Comment: b.text, Seen: seen})
				continue
			}
			seen.Words = oneLine(b.text)
			r.add(Mark{Seen: seen})
		}
	}
	return nil
}

// pocketBook reads what a PocketBook exports as a page.
func (r *reader) pocketBook(text string) error {
	page := ""
	for _, b := range readBlocks(text) {
		switch {
		case b.role == "" && b.tag == "h1":
			r.title = oneLine(b.text)
		case b.role == "bm-page":
			page = folioIn(b.text)
		case b.role == "bm-text":
			r.add(Mark{Seen: locate.Seen{Words: oneLine(b.text), Folio: page}})
		case b.role == "bm-note" && r.last() != nil:
			r.last().say(b.text)
		}
	}
	return nil
}

// page reads any other page: headings, passages that are coloured, quoted, or stand in the manuscript, and the notes on them. It
// is written as a text in which they have their signs, and read as that.
func (r *reader) page(text string) error {
	var b strings.Builder
	// The pages of Google Play Books and of KOReader begin with the title.
	named := strings.Contains(text, "play.google.com/books") || strings.Contains(text, "font-size:18pt")
	for _, block := range readBlocks(text) {
		words := oneLine(block.text)
		if named && r.title == "" && (block.tag == "h1" || block.tag == "h2") {
			r.title = words
			continue
		}
		rest := strings.TrimSpace(strings.Replace(words, block.marked, "", 1))
		switch {
		case block.title || len(block.tag) == 2 && block.tag[0] == 'h' && block.tag[1] != 'r':
			b.WriteString("\n## " + words + "\n\n")
		case block.marked != "":
			b.WriteString("\n> " + block.marked + "\n\n" + withoutCitation(rest) + "\n")
		case block.tag == "li":
			b.WriteString("- " + block.text + "\n")
		default:
			b.WriteString(block.text + "\n")
		}
	}
	return r.notes(b.String())
}

// withoutCitation returns what follows a passage without the signs around a citation that is gone.
func withoutCitation(s string) string { return strings.Trim(s, " ()“”\"") }

// annot reads the files that Kobo's readers and Adobe's programs keep: words under target, the note under content.
func (r *reader) annot(text string) error {
	d := elements(text)
	var m Mark
	var marked, said strings.Builder
	for {
		path, words, closed, ok := d.next()
		if !ok {
			return nil
		}
		inside := func(name string) bool { return strings.Contains(path, "/"+name+"/") }
		switch {
		case inside("publication") && strings.HasSuffix(path, "/title/"):
			r.title = oneLine(words)
		case closed == "annotation":
			if marked.Len() > 0 || said.Len() > 0 {
				m.Seen.Words, m.Comment = tidy(marked.String()), tidy(said.String())
				r.add(m)
			}
			m = Mark{}
			marked.Reset()
			said.Reset()
		case inside("annotation") && strings.HasSuffix(path, "/target/fragment/text/"), inside("annotation") && strings.HasSuffix(path, "/target/text/"):
			marked.WriteString(words)
		case inside("annotation") && strings.HasSuffix(path, "/content/text/"):
			said.WriteString(words)
		case inside("annotation") && strings.HasSuffix(path, "/annotation/date/"):
			m.Date = tidy(words)
		}
	}
}
