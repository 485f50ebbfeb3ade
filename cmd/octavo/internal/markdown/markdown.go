// Package markdown writes a book's chapters as the Markdown that package manuscript reads. [Chapter] writes a file, [Blocks] a part of one.
//
// Reading what was written gives the same blocks, but for a paragraph of short lines that end with breaks, which is verse. A sign is
// escaped only where it would mean something, so that the text stays as an author would type it.
package markdown

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/tomltext"
)

// Punctuation says what straight quotation marks, double hyphens and three full stops in a text are.
type Punctuation int

const (
	Final Punctuation = iota // the signs that they are: a reader must not change them
	Typed                    // what a typewriter has: a reader makes quotation marks, dashes and an ellipsis of them
)

// Chapter returns a chapter as a file: its title, its blocks, and each note after the block with its first mark.
func Chapter(c *book.Chapter, p Punctuation) []byte {
	w := newWriter(p)
	if c.Title != nil && !c.Named {
		w.put([]string{w.titleLine(c)})
		w.flushNotes()
	}
	w.top(c.Blocks)
	return w.bytes()
}

// Blocks returns blocks as Markdown, with the notes that they mark.
func Blocks(blocks []book.Block, p Punctuation) []byte {
	w := newWriter(p)
	w.top(blocks)
	return w.bytes()
}

// writer writes a file. Each block is a list of lines, so that what contains it can put its own signs before them.
type writer struct {
	punctuation Punctuation
	out         strings.Builder
	labels      map[*book.Note]string
	used        map[string]bool
	pending     []*book.Note // marked and not yet written
	dash        dashing
	marker      listMarker // of the list just written, so that another one after it gets other signs
}

// listMarker is the sign of a list's items.
type listMarker struct {
	ordered, other bool
	after          bool // the block just written is a list
}

func newWriter(p Punctuation) *writer {
	return &writer{punctuation: p, labels: map[*book.Note]string{}, used: map[string]bool{}}
}

func (w *writer) bytes() []byte { return []byte(w.out.String()) }

// put writes a block's lines after an empty line.
func (w *writer) put(lines []string) {
	if len(lines) == 0 {
		return
	}
	if w.out.Len() > 0 {
		w.out.WriteByte('\n')
	}
	for _, l := range lines {
		w.out.WriteString(l)
		w.out.WriteByte('\n')
	}
}

// titleLine returns the chapter's heading with its attributes.
func (w *writer) titleLine(c *book.Chapter) string {
	var attrs []string
	if plain := book.PlainText(c.Title); c.ID != "" && c.ID != book.Slug(plain) && plain != "" {
		attrs = append(attrs, "#"+c.ID)
	}
	return w.headingLine(1, c.Title, attrs)
}

// headingLine returns a heading of one line.
func (w *writer) headingLine(level int, text []book.Inline, attrs []string) string {
	line := strings.Repeat("#", min(max(level, 1), 6))
	if words := w.line(text, inHeading); words != "" {
		line += " " + words
	}
	if len(attrs) > 0 {
		line += " {" + strings.Join(attrs, " ") + "}"
	}
	return line
}

// top writes blocks at the left margin.
func (w *writer) top(blocks []book.Block) {
	for _, b := range blocks {
		if e, ok := b.(*book.Entry); ok {
			w.put(w.entry(e))
			w.marker.after = false
			w.flushNotes()
			w.top(e.Gloss)
			continue
		}
		w.put(w.block(b))
		w.flushNotes()
	}
}

// flushNotes writes the notes that have been marked, and those that these mark.
func (w *writer) flushNotes() {
	for len(w.pending) > 0 {
		n := w.pending[0]
		w.pending = w.pending[1:]
		w.marker.after = false
		lines := w.within(n.Blocks)
		if len(lines) == 0 {
			lines = []string{""}
		}
		w.put(indented("[^"+w.labels[n]+"]: ", "    ", lines))
		w.marker.after = false
	}
}

// label returns the label of a note, and remembers to write it.
func (w *writer) label(n *book.Note) string {
	if l, ok := w.labels[n]; ok {
		return l
	}
	l := n.Label
	if l == "" || strings.ContainsAny(l, "[]\\\n ^") || w.used[l] {
		for k := max(n.Number, 1); l == "" || w.used[l] || strings.ContainsAny(l, "[]\\\n ^"); k++ {
			l = strconv.Itoa(k)
		}
	}
	w.labels[n], w.used[l] = l, true
	w.pending = append(w.pending, n)
	return l
}

// within returns the lines of blocks inside another block.
func (w *writer) within(blocks []book.Block) []string {
	outer := w.marker
	w.marker = listMarker{}
	var out []string
	for i, b := range blocks {
		lines := w.block(b)
		if i > 0 && len(lines) > 0 && len(out) > 0 {
			out = append(out, "")
		}
		out = append(out, lines...)
	}
	w.marker = outer
	return out
}

// indented puts a sign before the first line and an indent before the others that are not empty.
func indented(sign, indent string, lines []string) []string {
	out := make([]string, len(lines))
	for i, l := range lines {
		switch {
		case i == 0 && l == "":
			out[i] = strings.TrimRight(sign, " ")
		case i == 0:
			out[i] = sign + l
		case l != "":
			out[i] = indent + l
		}
	}
	return out
}

// block returns the lines of a block.
func (w *writer) block(b book.Block) []string {
	before := w.marker
	w.marker.after = false
	switch b := b.(type) {
	case *book.Paragraph:
		return w.paragraph(b.Text)
	case *book.Verse:
		return w.verse(b, before.after)
	case *book.Heading:
		var attrs []string
		if b.ID != "" && b.ID != book.Slug(book.PlainText(b.Text)) {
			attrs = append(attrs, "#"+b.ID)
		}
		return []string{w.headingLine(b.Level, b.Text, attrs)}
	case *book.Entry:
		return append(w.entry(b), w.within(b.Gloss)...)
	case *book.List:
		return w.list(b, before)
	case *book.Quote:
		return w.quote(b)
	case *book.Code:
		return code(b)
	case *book.Table:
		return w.table(b)
	case *book.Definitions:
		return w.definitions(b)
	case *book.Figure:
		return []string{w.figure(b)}
	case *book.Break:
		return []string{"* * *"}
	case *book.PageBreak:
		return []string{"<!-- pagebreak -->"}
	case *book.Aside:
		return w.aside(b)
	case *book.Aligned:
		if name := alignments[b.Align]; name != "" {
			return w.fenced("::: "+name, b.Blocks)
		}
		return w.within(b.Blocks)
	case *book.HTML:
		return strings.Split(b.Text, "\n")
	}
	return nil
}

// paragraph returns running text: a line for each line break.
func (w *writer) paragraph(text []book.Inline) []string {
	s := w.line(text, inParagraph)
	if s == "" {
		return nil
	}
	return strings.Split(s, "\n")
}

// list returns a list. A list right after another one of its kind has the other of the two signs, or they would be one.
func (w *writer) list(l *book.List, before listMarker) []string {
	other := before.after && before.ordered == l.Ordered && !before.other
	var out []string
	var items [][]string
	for _, item := range l.Items {
		items = append(items, w.item(item, l.Tight))
	}
	for i, lines := range items {
		sign := "-"
		switch {
		case isFancy(l) && !other:
			sign = l.Label(i + 1)
		case l.Ordered && other:
			sign = strconv.Itoa(min(l.First+i, 999_999_999)) + ")"
		case l.Ordered:
			sign = strconv.Itoa(min(l.First+i, 999_999_999)) + "."
		case other:
			sign = "*"
		}
		if !l.Ordered && slices.ContainsFunc(items, func(lines []string) bool { return isBreak(sign + lines[0]) }) {
			sign = "+"
		}
		if i > 0 && !l.Tight {
			out = append(out, "")
		}
		out = append(out, indented(sign+" ", strings.Repeat(" ", len(sign)+1), lines)...)
	}
	w.marker = listMarker{ordered: l.Ordered, other: other, after: true}
	return out
}

// isBreak reports whether a line that begins with the sign of a list would be read as a break between sections: lists inside each other with
// nothing in them may look so.
func isBreak(line string) bool {
	signs := strings.ReplaceAll(line, " ", "")
	return len(signs) > 2 && strings.Trim(signs, line[:1]) == ""
}

// isFancy reports whether a list can be written with its letters, Roman figures or parentheses, which make one only from the first on
// and with a second item.
func isFancy(l *book.List) bool {
	return l.Ordered && l.First == 1 && len(l.Items) > 1 && (l.Figures != book.Arabic || l.Signs == book.Parens)
}

// item returns the lines of a list's item.
func (w *writer) item(item *book.Item, tight bool) []string {
	var lines []string
	if !tight {
		lines = w.within(item.Blocks)
	} else {
		outer := w.marker
		w.marker = listMarker{}
		for i, b := range item.Blocks {
			lines = append(lines, w.block(b)...)
			if _, ok := b.(*book.Quote); ok && i+1 < len(item.Blocks) { // or the next line would go on with it
				lines = append(lines, ">")
			}
		}
		w.marker = outer
	}
	if len(lines) == 0 {
		lines = []string{""}
	}
	switch item.Task {
	case book.Open:
		lines[0] = "[ ] " + lines[0]
	case book.Done:
		lines[0] = "[x] " + lines[0]
	}
	return lines
}

// quote returns a block quotation with its source.
func (w *writer) quote(q *book.Quote) []string {
	if v, ok := lonely(q.Blocks); ok {
		return w.lineBlock(v, q.Attribution)
	}
	var lines []string
	if last := len(q.Blocks) - 1; last >= 0 && q.Attribution == nil {
		lines = w.within(q.Blocks[:last])
		w.dash = escapeDash
		end := w.within(q.Blocks[last:])
		w.dash = plainDash
		if len(lines) > 0 && len(end) > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, end...)
	} else {
		lines = w.within(q.Blocks)
	}
	if q.Attribution != nil {
		if len(lines) > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, "-- "+w.line(q.Attribution, inAttribution))
	}
	if len(lines) == 0 {
		return []string{">"}
	}
	var out []string
	for _, l := range lines {
		for one := range strings.SplitSeq(l, "\n") {
			if one != "" {
				one = " " + one
			}
			out = append(out, ">"+one)
		}
	}
	return out
}

// kinds are the names of asides.
var kinds = map[book.AsideKind]string{
	book.PlainAside: "aside", book.NoteAside: "note", book.TipAside: "tip", book.ImportantAside: "important", book.WarningAside: "warning",
	book.CautionAside: "caution", book.ExampleAside: "example", book.ExerciseAside: "exercise", book.QuestionAside: "question",
	book.DiscussionAside: "discussion", book.SummaryAside: "summary",
}

// alignments are the names of blocks that stand in the middle or at the right.
var alignments = map[book.Align]string{book.AlignCenter: "center", book.AlignRight: "right"}

// aside returns a passage that is set off, between fences.
func (w *writer) aside(a *book.Aside) []string {
	open := "::: " + kinds[a.Kind]
	title := strings.ReplaceAll(w.line(a.Title, inCaption), "\n", " ")
	switch {
	case a.ID != "" && title != "":
		open = "::: {." + kinds[a.Kind] + " #" + a.ID + " title=" + quoted(title) + "}"
	case a.ID != "":
		open = "::: {." + kinds[a.Kind] + " #" + a.ID + "}"
	case title != "":
		open += " " + title
	}
	return w.fenced(open, a.Blocks)
}

// fenced returns blocks between a fence with words and one without.
func (w *writer) fenced(open string, blocks []book.Block) []string {
	lines := append([]string{open, ""}, w.within(blocks)...)
	return append(lines, "", ":::")
}

// code returns code between fences longer than any in it.
func code(c *book.Code) []string {
	fence := "```"
	for _, l := range c.Lines {
		for strings.Contains(l, fence) {
			fence += "`"
		}
	}
	out := append(make([]string, 0, len(c.Lines)+2), fence+fenceWord(c.Language))
	out = append(out, c.Lines...)
	return append(out, fence)
}

// fenceWord returns the language of code as the one word behind a fence that is read as it.
func fenceWord(language string) string {
	var b strings.Builder
	for _, r := range language {
		switch {
		case r == '&':
			b.WriteString("&amp;")
		case unicode.IsSpace(r) || strings.ContainsRune("`\\{}", r):
			fmt.Fprintf(&b, "&#%d;", r)
		case unicode.IsControl(r): // references to others are read as U+FFFD
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// definitions returns a list of definitions.
func (w *writer) definitions(d *book.Definitions) []string {
	var out []string
	for i, one := range d.Items {
		if i > 0 {
			out = append(out, "")
		}
		for _, term := range one.Terms {
			out = append(out, w.line(term, inTerm))
		}
		for _, def := range one.Defs {
			lines := w.within(def)
			if len(lines) == 0 {
				lines = []string{" "} // a colon without a space begins no definition
			}
			out = append(out, "")
			out = append(out, indented(":   ", "    ", lines)...)
		}
	}
	return out
}

// figure returns a picture alone in its paragraph, with its caption.
func (w *writer) figure(f *book.Figure) string {
	s := "![" + w.plain(f.Image.Alt) + "](" + Address(f.Image.Path)
	if caption := w.line(f.Caption, inCaption); caption != "" {
		s += " " + quoted(caption)
	}
	s += ")"
	var attrs []string
	if f.ID != "" {
		attrs = append(attrs, "#"+f.ID)
	}
	if attrs = append(attrs, pictureAttributes(f.Image)...); len(attrs) > 0 {
		s += "{" + strings.Join(attrs, " ") + "}"
	}
	return s
}

// pictureAttributes returns a picture's size, and that it is decoration.
func pictureAttributes(img *book.Image) []string {
	var attrs []string
	if width := extent(img.Width); width != "" {
		attrs = append(attrs, "width="+width)
	} else if height := extent(img.Height); height != "" {
		attrs = append(attrs, "height="+height)
	}
	if img.Decoration {
		attrs = append(attrs, `alt=""`)
	}
	if img.Lang != "" {
		attrs = append(attrs, "lang="+img.Lang)
	}
	return attrs
}

// extent returns a picture's width as an author writes it, "" if there is none.
func extent(e book.Extent) string {
	switch {
	case e.Percent > 0:
		return strconv.FormatFloat(e.Percent, 'f', -1, 64) + "%"
	case e.Points > 0:
		return strconv.FormatFloat(e.Points, 'f', -1, 64) + "pt"
	}
	return ""
}

// entry returns an entry's heading and the block under it.
func (w *writer) entry(e *book.Entry) []string {
	out := []string{w.headingLine(e.Level, e.Maxim, nil), "+++"}
	add := func(key, value string) {
		if value != "" {
			out = append(out, key+" = "+tomltext.Quote(value))
		}
	}
	list := func(key string, values []string) {
		if _, own := e.Places[key]; len(values) > 0 && (own || e.Places == nil) {
			out = append(out, key+" = "+arrayTOML(values))
		}
	}
	add("kind", e.Kind)
	if e.ID != book.Slug(book.PlainText(e.Maxim)) {
		add("id", e.ID)
	}
	for i := range e.Values {
		if value := valueTOML(&e.Values[i]); value != "" {
			out = append(out, keyTOML(e.Values[i].Key)+" = "+value)
		}
	}
	list("themes", e.Themes)
	list("audience", e.Audience)
	list("see", e.See)
	list("index", e.Index)
	add("card", e.Card)
	if e.NoCard {
		out = append(out, "card = false")
	}
	add("back", e.Back)
	if e.NoBack {
		out = append(out, "back = false")
	}
	if e.Status == book.Draft {
		add("status", string(e.Status))
	}
	add("origin", string(e.Origin))
	add("source", e.Source)
	add("short", e.Short)
	return append(out, "+++")
}

// keyTOML returns a key, between quotation marks where it is not bare.
func keyTOML(key string) string {
	if key != "" && strings.Trim(key, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-") == "" {
		return key
	}
	return tomltext.Quote(key)
}

// valueTOML returns a value of an entry's key, or "" for one that no kind takes.
func valueTOML(v *book.Value) string {
	switch v.Type {
	case book.String:
		return tomltext.Quote(v.Text)
	case book.Strings:
		return arrayTOML(v.Items)
	case book.Bool:
		return strconv.FormatBool(v.True)
	case book.Number:
		return v.Text
	case book.Date:
		return v.Date.Format(time.DateOnly)
	}
	return ""
}

func arrayTOML(items []string) string {
	out := make([]string, len(items))
	for i, s := range items {
		out[i] = tomltext.Quote(s)
	}
	return "[" + strings.Join(out, ", ") + "]"
}

// dashing says whether a dash at the beginning of a paragraph would name the source of a quotation.
type dashing int

const (
	plainDash dashing = iota
	escapeDash
)
