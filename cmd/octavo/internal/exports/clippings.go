package exports

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"octavo/cmd/octavo/internal/lazyregexp"
	"octavo/cmd/octavo/internal/locate"
)

// A Kindle keeps all notes on all books in one file, "My Clippings.txt", in the language that it is set to:
//
//	Title (Author)
//	- Your Highlight on page 12 | Location 170-172 | Added on Monday, 23 November 2026 09:12:44
//
//	the marked words
//	==========
//
// A note is an entry of its own, whose location is the end of the highlight that it is on; a bookmark has no text. KOReader writes
// the same form, with pages alone.

var clippingsRule = lazyregexp.New(`(?m)^={6,}[ \t]*$`)

func isClippings(_ *reader, text string) bool {
	at := clippingsRule().FindStringIndex(text)
	if at == nil {
		return false
	}
	lines := strings.SplitN(strings.Trim(text[:at[0]], "\n \uFEFF"), "\n", 3)
	return len(lines) > 1 && isClippingLine(lines[1]) || strings.Contains(text, "\n- ") && strings.Contains(text, "|")
}

// isClippingLine reports whether a line has the form of the second line of an entry: it begins with a dash, and names a place.
func isClippingLine(s string) bool {
	s = strings.TrimSpace(s)
	r := []rune(s)
	return len(r) > 4 && strings.ContainsRune("-–—−•", r[0]) && strings.ContainsFunc(s, unicode.IsDigit)
}

// clipping is an entry of a clippings file.
type clipping struct {
	title, place, text string // the three parts, the second without the date; no text: a bookmark
	nth                int    // its position in the file
	words              string // the words of the place: what kind of entry it is
	date               string
	page, location     span
	roman              string   // the page, if it is written so
	note, sure         bool     // it is a note; that is certain
	said               []string // the notes on it
}

// span is a range of pages or of a Kindle's locations; Ranged tells "7-7" from "7".
type span struct {
	from, to int
	ranged   bool
}

func (s span) known() bool           { return s.from > 0 }
func (s span) holds(other span) bool { return s.known() && other.to >= s.from && other.to <= s.to }

// clippings reads a file of clippings.
func (r *reader) clippings(text string) error {
	books := map[string][]*clipping{}
	var order []string
	for i, block := range clippingsRule().Split(text, -1) {
		c := readClipping(block)
		if c == nil {
			continue
		}
		c.nth = i
		key := strings.Join(locate.Words(locate.Tokens(c.title)), " ")
		if books[key] == nil {
			order = append(order, key)
		}
		books[key] = append(books[key], c)
	}
	for _, key := range order {
		r.title = books[key][0].title
		r.tellNotes(books[key])
		r.addClippings(books[key])
	}
	return nil
}

// readClipping takes an entry apart; nil if it is none.
func readClipping(block string) *clipping {
	lines := strings.SplitN(strings.Trim(block, "\n \t\uFEFF"), "\n", 3)
	if len(lines) < 2 || !isClippingLine(lines[1]) {
		return nil
	}
	c := &clipping{title: strings.Trim(lines[0], " \t\uFEFF"), place: plainDigits(strings.TrimSpace(lines[1]))}
	if i := strings.LastIndexAny(c.title, "(（"); i > 0 {
		c.title = strings.TrimSpace(c.title[:i])
	}
	if len(lines) == 3 {
		c.text = tidy(lines[2])
	}
	if i := strings.LastIndex(c.place, "|"); i > 0 && (strings.Contains(c.place[:i], "|") || clock().MatchString(c.place[i:]) ||
		isDate(withoutAdded(c.place[i+1:])) || kindleAdded().MatchString(strings.TrimSpace(c.place[i+1:]))) {
		c.place, c.date = c.place[:i], withoutAdded(c.place[i+1:])
	}
	c.places()
	c.words = strings.Join(strings.FieldsFunc(c.place, func(r rune) bool { return !unicode.IsLetter(r) }), " ")
	return c
}

// withoutAdded returns a date without the words before it, "added on".
func withoutAdded(s string) string {
	s = strings.TrimSpace(s)
	if g := kindleAdded().FindStringSubmatch(s); g != nil {
		return strings.TrimSpace(g[1])
	}
	return s
}

var (
	clippingRange = lazyregexp.New(`([0-9]+)(?: ?(?:[-–—−~〜～]|t/m|to|bis|a|à|al|do|til|till|до|ile|至|到|から) ?#?([0-9]+))?`)
	romanPage     = lazyregexp.New(`(?i)(?:^|[^\pL])([ivxlc]{1,7})(?:$|[^\pL])`)
)

// places reads the page and the location out of a clipping's second line. Where it names both, the page comes first; where it names
// one, a word says which.
func (c *clipping) places() {
	var found []span
	for _, g := range clippingRange().FindAllStringSubmatch(c.place, 4) {
		s := span{from: number(g[1]), to: number(g[2]), ranged: g[2] != ""}
		if s.ranged && s.to < s.from && len(g[2]) < len(g[1]) { // "1234-37"
			s.to = number(g[1][:len(g[1])-len(g[2])] + g[2])
		}
		s.to = max(s.from, s.to)
		found = append(found, s)
	}
	paged := pageBeside().MatchString(c.place)
	switch {
	case len(found) >= 2:
		c.page, c.location = found[0], found[1]
	case len(found) == 1 && paged:
		c.page = found[0]
	case len(found) == 1:
		c.location = found[0]
		if i := strings.IndexAny(c.place, "|·"); i > 0 {
			if g := romanPage().FindStringSubmatch(c.place[:i]); g != nil {
				c.roman = strings.ToLower(g[1])
			}
		}
	}
}

// folio returns the page of a clipping as a reader says it.
func (c *clipping) folio() string {
	if c.page.known() {
		return strconv.Itoa(c.page.from)
	}
	return c.roman
}

// tellNotes decides which entries on a book are notes. A range of places is a highlight's, and so are words that stand in the
// manuscript; words that do not are more likely a note's. Entries whose second lines say the same are of one kind: the majority
// decides. A known word for a note comes before all that.
func (r *reader) tellNotes(list []*clipping) {
	votes := map[string]int{} // by the words of the second line: above 0 for a note
	for _, c := range list {
		switch {
		case c.text == "":
		case kindleNote().MatchString(c.place):
			c.note, c.sure = true, true
		case c.location.ranged || c.page.ranged || r.held(c.text):
			c.sure = true
			votes[c.words] -= 2
		case r.foreign(c.text):
			votes[c.words]++
		}
	}
	highlights := slices.ContainsFunc(list, func(c *clipping) bool { return c.sure && !c.note })
	for _, c := range list {
		if c.text != "" && !c.sure {
			v := votes[c.words]
			c.note = v > 0 || v == 0 && highlights
		}
	}
}

// addClippings adds the entries on a book as marks, in their order, each note with its highlight.
func (r *reader) addClippings(list []*clipping) {
	at := newPairing()
	for _, c := range list { // highlights first: a note may stand before its highlight
		switch {
		case c.text == "" || c.note:
		case strings.HasPrefix(c.text, "<") && strings.HasSuffix(c.text, ">") && !strings.Contains(c.text, "\n"):
			r.left++ // "<You have reached the clipping limit for this item>"
			c.text = ""
		default:
			if old := at.same(c); old != nil { // a highlight that was made longer is written again
				if len(c.text) <= len(old.text) {
					c.text = ""
					continue
				}
				old.text = ""
			}
			at.add(c)
		}
	}
	for _, c := range list {
		if c.text == "" || !c.note {
			continue
		}
		if on := at.find(c); on != nil {
			on.said = append(on.said, c.text)
			c.text = ""
		}
	}
	for _, c := range list {
		if c.text == "" {
			continue
		}
		m := Mark{Date: c.date, Seen: locate.Seen{Folio: c.folio()}}
		if c.note {
			m.Comment = c.text
		} else {
			m.Seen.Words, m.Comment = c.text, strings.Join(c.said, "\n")
		}
		r.add(m)
	}
}
