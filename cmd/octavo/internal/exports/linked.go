package exports

import (
	"cmp"
	"strings"

	"octavo/cmd/octavo/internal/lazyregexp"
	"octavo/cmd/octavo/internal/locate"
)

// Readwise, Hypothesis and Zotero write Markdown in which a link behind each passage leads to it:
//
//	## Highlights
//	- the marked words ([Location 120](https://readwise.io/…))
//	    - Note: the note
//
//	“the marked words” ([Quill, p. 9](zotero://…)) ([pdf](zotero://…)) the note

// passageLink matches a link in parentheses, or behind a dash, to a passage.
var passageLink = lazyregexp.New(`\(\[([^\]\n]*)\]\((?:https?|zotero|kindle|hypothesis)://[^)\n]*\)\)|[—–-] ?[^\[\]\n—–]{0,20}\[([^\]\n]*)\]\((?:https?://hyp\.is/|kindle://)[^)\n]*\)[^\n]*`)

// fullTitle matches the line in which Readwise names the book.
var fullTitle = lazyregexp.New(`(?m)^- (?:\*\*)?Full Title:?(?:\*\*)?:? *(.+)$`)

func isLinked(_ *reader, text string) bool { return passageLink().MatchString(text) }

func (r *reader) linked(text string) error {
	heading := ""
	if g := fullTitle().FindStringSubmatch(text); g != nil {
		r.title = strings.Trim(g[1], " []")
	}
	var open []string // lines of a passage whose link has not come yet
	onto := false     // notes belong to the last mark
	for _, line := range strings.Split(text, "\n") {
		inner := len(line)-len(strings.TrimLeft(line, " \t")) > 1
		l := strings.TrimSpace(line)
		if h, ok := cutHeading(l); ok {
			if open, onto = nil, false; r.on.Text == nil || r.heads(h) {
				heading = h
			}
			continue
		}
		links := passageLink().FindAllStringSubmatchIndex(l, -1)
		switch {
		case l == "":
			open = nil
		case isRule(l):
			open, onto = nil, false
		case links != nil && !(inner && onto):
			words := strings.Join(append(open, l[:links[0][0]]), " ")
			name := l[links[0][0]:links[0][1]]
			open, onto = nil, r.addLinked(words, name, l[links[len(links)-1][1]:], heading)
		case onto && (inner || !strings.HasPrefix(l, "- ") && !strings.HasPrefix(l, ">")):
			r.last().say(unlabelled(l))
		default:
			if strings.HasPrefix(l, "- ") || strings.HasPrefix(l, ">") {
				open, onto = nil, false
			}
			open = append(open, l)
		}
	}
	if len(r.Marks) == 0 {
		return r.notes(text)
	}
	return nil
}

// addLinked adds a passage with what its link is called, and the note behind the link. It reports whether there is a passage.
func (r *reader) addLinked(words, link, note, heading string) bool {
	seen := locate.Seen{Heading: heading, Words: unquoted(strings.TrimSpace(strings.TrimLeft(words, "->*• ")))}
	if g := pageBeside().FindStringSubmatch(link); g != nil {
		seen.Folio = cmp.Or(g[1], g[2])
	}
	if seen.Words == "" {
		return false
	}
	m := r.add(Mark{Seen: seen})
	if m != nil {
		m.say(strings.Trim(note, " "))
	}
	return m != nil
}

// unlabelled returns a note without the bullet and the word before it, "" for tags.
func unlabelled(l string) string {
	l = strings.TrimSpace(strings.TrimLeft(l, "-*• "))
	if label, rest, ok := strings.Cut(strings.ReplaceAll(l, "**", ""), ":"); ok && len(strings.Fields(label)) <= 2 && !strings.Contains(label, "//") {
		if rest = strings.TrimSpace(rest); allTags(rest) {
			return ""
		}
		return rest
	}
	if allTags(l) {
		return ""
	}
	return l
}

// allTags reports whether every word of a text is a tag, "#no" or "[[no]]".
func allTags(s string) bool {
	for _, w := range strings.Fields(s) {
		if !strings.HasPrefix(w, "#") && !strings.HasPrefix(w, "[[") {
			return false
		}
	}
	return s != ""
}
