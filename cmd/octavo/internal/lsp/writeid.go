package lsp

import (
	"path"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/lazyregexp"
)

// writeID adds the edit that writes an id at the thing that it names: in the place of the one that is written there, or a new one.
func (s *state) writeID(e *editing, t *target, to string) error {
	switch {
	case t.written.src != nil:
		(*e)[t.written] = to
		return nil
	case t.entry != nil:
		return s.writeKey(e, t, to)
	case t.thing == headingThing || t.thing == chapterThing:
		return s.writeAtHeading(e, t, to)
	}
	return refusal("there is no place for an id here: write one in braces, {#%s}", to)
}

// writeKey adds the key id to the block of an entry, under its kind or as its first line.
func (s *state) writeKey(e *editing, t *target, to string) error {
	b := blockOf(t.entry)
	if b.src == nil {
		return refusal("the block of the entry has no end: close it with +++ on a line of its own")
	}
	after := b.from
	if at, ok := t.entry.Places["kind"]; ok && at.Source == b.src && at.Offset > b.from && at.Offset < b.to {
		after = at.Offset
	}
	(*e)[lineAfter(b.src, after)] = "id = \"" + to + "\"\n"
	return nil
}

// lineAfter returns the empty stretch at the start of the line after an offset.
func lineAfter(src *diag.Source, at int) stretch {
	s := string(src.Text)
	if n := strings.IndexByte(s[at:], '\n'); n >= 0 {
		return stretch{src, at + n + 1, at + n + 1}
	}
	return stretch{src, len(s), len(s)}
}

var (
	// bracesAtEnd matches attributes at the end of a heading, before number signs that close it.
	bracesAtEnd = lazyregexp.New(`(?:^|\s)(\{:?)[^{}]*\}[ \t]*#*[ \t]*$`)
	// closingSigns matches the number signs that close a heading.
	closingSigns = lazyregexp.New(`[ \t]+#+[ \t]*$`)
	// slugKey matches the id of a chapter in front matter.
	slugKey     = lazyregexp.New(`(?m)^(?:slug|id)[ \t]*:[ \t]*["']?([^"'\r\n]*?)["']?[ \t]*\r?$`)
	htmlHeading = lazyregexp.New(`^<h[1-6]`)
)

// writeAtHeading adds an id in braces to the heading of a chapter or a section, or a slug to the front matter that has the chapter's title.
func (s *state) writeAtHeading(e *editing, t *target, to string) error {
	src := t.head.src
	if src == nil {
		return refusal("the chapter has no heading: give it one, # Title {#%s}", to)
	}
	all := s.text(src)
	n := all.position(t.head.from, utf8Units).Line
	region, _, end := regionAt(all, n)
	if t.thing == chapterThing {
		if front, at, stop := regionAt(all, 1); front == frontRegion {
			if m := slugKey().FindStringSubmatchIndex(all.s[at:stop]); m != nil && book.Slug(path.Base(all.s[at+m[2]:at+m[3]])) == t.id {
				(*e)[stretch{src, at + m[2], at + m[3]}] = to
				return nil
			}
		}
	}
	line := all.s[t.head.from:t.head.to]
	switch {
	case region == frontRegion:
		(*e)[lineAfter(src, t.head.from)] = "slug: " + to + "\n"
		return nil
	case region == headRegion:
		(*e)[stretch{src, end, end}] = "slug = \"" + to + "\"\n"
		return nil
	case isHeading(line):
	case htmlHeading().MatchString(line):
		at := t.head.from + len("<h1")
		(*e)[stretch{src, at, at}] = " id=\"" + to + "\""
		return nil
	default:
		under, ok := underline(all, n)
		if !ok {
			return refusal("the chapter has no heading: give it one, # Title {#%s}", to)
		}
		if under > n+1 { // words in several lines
			from, end := all.line(under - 1)
			t = &target{head: stretch{src, from, end}}
			line = all.s[from:end]
		}
	}
	if m := bracesAtEnd().FindStringSubmatchIndex(line); m != nil {
		at := t.head.from + m[3]
		(*e)[stretch{src, at, at}] = "#" + to + " "
		return nil
	}
	at := t.head.from + len(strings.TrimRight(line, " \t\r"))
	if m := closingSigns().FindStringIndex(line); m != nil && isHeading(line) {
		at = t.head.from + m[0]
	}
	(*e)[stretch{src, at, at}] = " {#" + to + "}"
	return nil
}

// underline returns the line that makes the lines above it a heading.
func underline(t *text, n int) (int, bool) {
	for n++; n < len(t.lines); n++ {
		start, end := t.line(n)
		switch words := strings.TrimSpace(t.s[start:end]); {
		case words == "":
			return 0, false
		case strings.Trim(words, "=") == "", strings.Trim(words, "-") == "":
			return n, true
		}
	}
	return 0, false
}
