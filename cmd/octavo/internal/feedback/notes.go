package feedback

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/locate"
)

// notes reads the texts that e-readers export: passages with the reader's notes on them. There is no standard;
// supported are
//
//   - a passage in quotation marks, or behind "> ", "• " or "* ", and after it, up to the next one, the note;
//   - lines that say so: "Note: …", "Highlight: …", "Page 12", "Chapter: …";
//   - lines of a letter that name a place: "p. 42, line 17: …", "page iv: …", "42:17 …";
//   - headings, "# …" or a line alone over a passage, as Apple Books and KOReader have them.
//
// It returns an error if there is no passage in the text.
func (r *reading) notes(text string) error {
	n := noteReader{reading: r, blank: true}
	lines := strings.Split(beforeExcerpts(text), "\n")
	for i, line := range lines {
		n.line(strings.TrimSpace(line), lines[i+1:])
	}
	n.finish()
	if len(r.Remarks) == 0 {
		return ErrUnknown
	}
	return nil
}

// noteReader reads a text of notes line by line.
type noteReader struct {
	*reading
	heading, folio string
	last           *Remark  // the remark that a note belongs to
	quote          []string // lines of an unfinished passage
	open           string   // its closing quotation mark
	blank          bool     // the previous line was blank
}

// line reads a trimmed line; next are those after it.
func (n *noteReader) line(s string, next []string) {
	if n.open != "" {
		n.quoted(s)
		return
	}
	if rest, ok := strings.CutPrefix(s, ">"); ok {
		n.quote = append(n.quote, unquoted(strings.TrimSpace(rest)))
		n.blank = false
		return
	}
	if len(n.quote) > 0 {
		n.finish()
	}
	before := n.blank
	n.blank = strings.Trim(s, "-–—_=*─~ ") == ""
	switch {
	case n.blank || n.title(s) || n.page(s) || n.place(s) || n.label(s) || n.passage(s):
	case n.last == nil || before && headsPassage(next):
		if n.last = nil; !date().MatchString(s) {
			n.heading = s
		}
	case date().MatchString(s):
		if n.last.Date == "" {
			n.last.Date = s
		}
	default:
		n.say(s)
	}
}

// quoted reads a line within quotation marks.
func (n *noteReader) quoted(s string) {
	const most = 400 // lines; the closing mark may be missing
	switch {
	case len(n.quote) >= most:
		n.finish()
	case s != "":
		n.blank = false
		if rest, ok := closes(s, n.open); ok {
			n.highlight(append(n.quote, rest)...)
		} else {
			n.quote = append(n.quote, s)
		}
	}
}

// finish ends an unfinished passage.
func (n *noteReader) finish() { n.highlight(n.quote...) }

func (n *noteReader) highlight(lines ...string) {
	n.quote, n.open = nil, ""
	if words := tidy(strings.Join(lines, " ")); words != "" && n.room() {
		n.add(Remark{Kind: Highlight, Seen: locate.Seen{Words: words, Heading: n.heading, Folio: n.folio, Offset: -1}})
	}
}

// add adds a remark, to which following notes belong.
func (n *noteReader) add(m Remark) {
	n.Remarks = append(n.Remarks, m)
	n.last = &n.Remarks[len(n.Remarks)-1]
}

// say adds a note to its passage; without a passage it becomes a remark of its own.
func (n *noteReader) say(note string) {
	if n.last == nil {
		if n.room() {
			n.Remarks = append(n.Remarks, Remark{Kind: Note, Comment: tidy(note),
				Seen: locate.Seen{Heading: n.heading, Folio: n.folio, Offset: -1}})
		}
		return
	}
	n.last.Kind = Comment
	n.last.Comment = strings.TrimSpace(n.last.Comment + "\n" + tidy(note))
}

// title reads a heading, which may be a page number.
func (n *noteReader) title(s string) bool {
	if !strings.HasPrefix(s, "#") {
		return false
	}
	n.heading, n.last = strings.TrimSpace(strings.TrimLeft(s, "# ")), nil
	n.page(n.heading)
	return true
}

func (n *noteReader) page(s string) bool {
	g := n.places().page.FindStringSubmatch(s)
	if g == nil {
		return false
	}
	n.folio, n.last = folio(g[1]+g[2]), nil
	return true
}

// place reads a line of a letter that names a page, or a page and a line.
func (n *noteReader) place(s string) bool {
	g := n.places().line.FindStringSubmatch(s)
	if g == nil || !n.room() {
		return false
	}
	n.add(Remark{Kind: Comment, Comment: tidy(g[7]),
		Seen: locate.Seen{Folio: folio(g[1] + g[2] + g[5]), Line: number(g[3] + g[4] + g[6]), Offset: -1}})
	return true
}

// label reads a line that begins with a label.
func (n *noteReader) label(s string) bool {
	g := labelled().FindStringSubmatch(s)
	if g == nil {
		return false
	}
	switch {
	case g[1] != "":
		n.highlight(unquoted(g[3]))
	case g[2] != "":
		n.heading, n.last = g[3], nil
	default:
		n.say(g[3])
	}
	return true
}

// passage reads a line that begins a passage: with a quotation mark or a bullet, but not with a hyphen alone.
func (n *noteReader) passage(s string) bool {
	bullet, rest, found := strings.Cut(s, " ")
	if rest = strings.TrimSpace(rest); !found || bullet != "•" && bullet != "*" && bullet != "-" {
		bullet, rest = "", s
	}
	mark := opens(rest)
	if mark == "" {
		if bullet == "" || bullet == "-" {
			return false
		}
		n.highlight(rest)
		return true
	}
	_, inner := cutFirst(rest)
	words, closed := closes(inner, mark)
	if !closed {
		n.quote, n.open = []string{inner}, mark
		return true
	}
	n.highlight(words)
	if note := strings.TrimLeft(after(inner, mark), " —–-:"); note != "" {
		n.say(note)
	}
	return true
}

// headsPassage reports whether the next lines, after blank ones, begin with a passage.
func headsPassage(lines []string) bool {
	for _, l := range lines[:min(len(lines), 4)] {
		if l = strings.TrimSpace(l); l == "" || date().MatchString(l) {
			continue
		}
		return opens(l) != "" || strings.HasPrefix(l, ">") || strings.HasPrefix(l, "• ")
	}
	return false
}

// opens returns the closing mark of the quotation that a text begins with, "" if it begins with none.
func opens(s string) string {
	for _, pair := range [][2]string{{"“", "”"}, {"\"", "\""}, {"«", "»"}, {"„", "“"}} {
		if strings.HasPrefix(s, pair[0]) {
			return pair[1]
		}
	}
	return ""
}

// closes returns the text up to the end of a quotation, if the quotation ends in it: at the last closing mark with
// little or no text after it, since passages may contain quotations.
func closes(s, mark string) (string, bool) {
	i := strings.LastIndex(s, mark)
	if i < 0 {
		return "", false
	}
	rest := strings.TrimLeft(s[i+len(mark):], " ")
	if r, _ := utf8.DecodeRuneInString(rest); rest == "" || strings.ContainsRune("—–-:(", r) {
		return s[:i], true
	}
	return "", false
}

func after(s, mark string) string { return s[strings.LastIndex(s, mark)+len(mark):] }

func cutFirst(s string) (first, rest string) {
	for i := range s {
		if i > 0 {
			return s[:i], s[i:]
		}
	}
	return s, ""
}

func unquoted(s string) string {
	if close := opens(s); close != "" && strings.HasSuffix(s, close) {
		_, s = cutFirst(s)
		return strings.TrimSuffix(s, close)
	}
	return s
}

// markup reads notes in HTML, as Kindle's programs export them, and Adobe's .annot files, which Kobo readers keep.
func (r *reading) markup(text string) error {
	d := lenient(text)
	m := markupReader{reading: r}
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			if len(r.Remarks) > 0 {
				r.Notes = append(r.Notes, fmt.Sprintf("its end is damaged: %v", err))
				break
			}
			return ErrUnknown
		}
		switch t := t.(type) {
		case xml.StartElement:
			if len(m.stack) > 500 {
				return errors.New("elements nest too deep")
			}
			m.start(t)
		case xml.CharData:
			m.buffer.Write(t)
		case xml.EndElement:
			if len(m.stack) > 0 {
				m.end()
			}
		}
	}
	if m.kindle && m.book != "" && r.book.Title != "" && !sameBook(m.book, r.book.Title) {
		others := len(r.Remarks)
		r.Remarks = nil
		r.leftOut(others)
		return nil
	}
	if len(r.Remarks) == 0 && !m.kindle {
		return ErrUnknown
	}
	return nil
}

// markupReader reads notes in HTML or XML element by element.
type markupReader struct {
	*reading
	stack         []string // class, or else name, of each open element
	buffer        strings.Builder
	words, note   strings.Builder // of the remark that is being read
	kindle        bool
	book, heading string
	label         string // of the note: "Highlight (yellow) - Page 12"
}

func (m *markupReader) start(e xml.StartElement) {
	name := attribute(e, "class")
	if name == "" {
		name = e.Name.Local
	}
	m.stack = append(m.stack, name)
	switch name {
	case "bookTitle", "sectionHeading", "noteHeading", "noteText", "text":
		m.buffer.Reset()
	case "annotation":
		m.words.Reset()
		m.note.Reset()
	}
}

// end closes the innermost element.
func (m *markupReader) end() {
	name := m.stack[len(m.stack)-1]
	m.stack = m.stack[:len(m.stack)-1]
	text := m.buffer.String()
	switch name {
	case "bookTitle":
		m.kindle, m.book = true, tidy(text)
	case "sectionHeading":
		m.heading = tidy(text)
	case "noteHeading":
		m.label = tidy(text)
	case "noteText":
		m.noteText(text)
	case "text": // Adobe: words under target, the note under content
		switch {
		case slices.Contains(m.stack, "target"):
			m.words.WriteString(text)
		case slices.Contains(m.stack, "content"):
			m.note.WriteString(text)
		}
	case "annotation":
		m.flush()
	}
}

// noteText reads Kindle's text of a highlight, or of a note, which belongs to the highlight before it.
func (m *markupReader) noteText(text string) {
	if at := kindleNote().FindStringIndex(m.label); at == nil || at[0] > 0 {
		m.words.WriteString(text)
		m.flush()
		return
	}
	if n := len(m.Remarks); n > 0 {
		if on := &m.Remarks[n-1]; on.Comment == "" && on.Seen.Heading == m.heading {
			on.Kind, on.Comment = Comment, tidy(text)
			return
		}
	}
	m.note.WriteString(text)
	m.flush()
}

// flush adds the pending remark.
func (m *markupReader) flush() {
	words, note := tidy(m.words.String()), tidy(m.note.String())
	m.words.Reset()
	m.note.Reset()
	if words == "" && note == "" || !m.room() {
		return
	}
	remark := Remark{Kind: Highlight, Comment: note, Seen: locate.Seen{Words: words, Heading: m.heading, Offset: -1}}
	if note != "" {
		remark.Kind = Comment
	}
	if g := kindlePage().FindStringSubmatch(m.label); g != nil {
		remark.Seen.Folio = strings.ToLower(g[1])
	}
	m.Remarks = append(m.Remarks, remark)
}
