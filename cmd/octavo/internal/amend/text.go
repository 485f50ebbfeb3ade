package amend

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
)

// Text is the text of a book, character by character, each with its place in its file and the markup that it stands in.
type Text struct {
	bk     *book.Book
	files  map[*diag.Source]*file
	linked map[string]bool // ids that links of the book lead to
}

// file is the text of one file: units in the order of the book.
type file struct {
	src    *diag.Source
	units  []*unit
	sorted []*unit // those with characters, by their places
}

// unit is a paragraph, a heading, a cell; or a sign of structure between them, which has no characters.
type unit struct {
	kind  kind
	say   string // for a sign: all that it says; for a heading: its level
	id    string // of a heading, a maxim, a chapter
	index int    // among the units of the file
	cells []cell
	list  *book.List // of which it is the first paragraph of an item
	lone  bool       // its item has no other block
	broad bool       // its characters have no places in the file that can be relied on
}

// kind is what a unit is.
type kind string

// The kinds of units.
const (
	sign        kind = "sign" // of structure
	paragraph   kind = "paragraph"
	heading     kind = "heading"
	maxim       kind = "maxim"
	title       kind = "title"
	stanza      kind = "stanza"
	tableCell   kind = "cell"
	caption     kind = "caption"
	shortLine   kind = "line" // a term, an attribution, the title of an aside
	codeLine    kind = "code"
	value       kind = "value" // of a key of an entry
	frontMatter kind = "front matter"
)

// object stands for what is no text in a unit: a picture, the mark of a note, a formula.
const object = '\uFFFC'

// cell is a character.
type cell struct {
	r        rune
	in       *element
	from, to int    // in the file; equal where nothing is written for it; -1 where the place is not known
	say      string // of an object
	line     bool   // a space that is a line end in the file
}

// element is markup around characters.
type element struct {
	outer       *element
	say         string // what it is, with its address or language
	all         string // all markup around a character, from the outside in
	start       int    // of its markup in the file
	first, last int    // its characters in the unit
}

// path returns all markup around a character, from the outside in.
func (e *element) path() string {
	if e == nil {
		return ""
	}
	return e.all
}

// NewText returns the text of a book.
func NewText(bk *book.Book) *Text {
	t := &Text{bk: bk, files: map[*diag.Source]*file{}, linked: map[string]bool{}}
	for _, ch := range bk.Chapters() {
		if ch.Source == nil {
			continue
		}
		f := t.files[ch.Source]
		if f == nil {
			f = &file{src: ch.Source}
			t.files[ch.Source] = f
		}
		ch.Walk(func(b book.Block) {
			if e, ok := b.(*book.Entry); ok {
				for _, id := range e.See {
					t.linked[id] = true
				}
			}
		}, func(in book.Inline) {
			if l, ok := in.(*book.Link); ok && l.Target != "" {
				t.linked[l.Target] = true
			}
		})
	}
	return t
}

// of returns the text of a file, nil where the book has none of it.
func (t *Text) of(src *diag.Source) *file {
	f := t.files[src]
	if f == nil || f.units != nil {
		return f
	}
	for _, ch := range t.bk.Chapters() {
		if ch.Source == src {
			f.chapter(ch)
		}
	}
	for _, u := range f.units {
		if len(u.cells) > 0 {
			f.sorted = append(f.sorted, u)
		}
	}
	slices.SortStableFunc(f.sorted, func(a, b *unit) int { return cmp.Compare(a.outerStart(), b.outerStart()) })
	return f
}

// named returns the file of a name.
func (t *Text) named(name string) *file {
	for src := range t.files { // names are unique, so that their order does not matter
		if src.Name == name {
			return t.of(src)
		}
	}
	return nil
}

// at returns the unit at an offset of the file, nil for none.
func (f *file) at(offset int) *unit {
	i, found := slices.BinarySearchFunc(f.sorted, offset, func(u *unit, o int) int { return cmp.Compare(u.outerStart(), o) })
	switch {
	case found:
		return f.sorted[i]
	case len(f.sorted) == 0:
		return nil
	case i == 0:
		return f.sorted[0]
	}
	return f.sorted[i-1]
}

func (f *file) add(u *unit) *unit {
	u.index = len(f.units)
	f.units = append(f.units, u)
	u.settle()
	return u
}

func (f *file) sign(format string, args ...any) {
	f.add(&unit{kind: sign, say: fmt.Sprintf(format, args...)})
}

// text adds a run of text.
func (f *file) text(k kind, say string, text []book.Inline) *unit {
	b := runBuilder{u: &unit{kind: k, say: say}}
	b.inlines(text, nil)
	return f.add(b.u)
}

func (f *file) chapter(ch *book.Chapter) {
	f.sign("chapter")
	k := title
	if ch.Named {
		k = frontMatter
	}
	f.text(k, "", ch.Title).id = ch.ID
	for _, l := range ch.BelowTitle {
		f.text(frontMatter, fmt.Sprint(l.Kind), l.Text)
	}
	f.blocks(ch.Blocks)
	for _, n := range ch.Notes {
		f.sign("note %s", n.Label)
		f.blocks(n.Blocks)
	}
}

func (f *file) blocks(list []book.Block) {
	for _, b := range list {
		f.block(b)
	}
}

func (f *file) block(b book.Block) {
	switch b := b.(type) {
	case *book.Paragraph:
		f.text(paragraph, "", b.Text)
	case *book.Verse:
		f.sign("verse %t", b.Quoted)
		for _, s := range b.Stanzas {
			f.stanza(s)
		}
	case *book.Heading:
		f.text(heading, fmt.Sprint(b.Level), b.Text).id = b.ID
	case *book.Entry:
		f.entry(b)
	case *book.List:
		f.list(b)
	case *book.Quote:
		f.sign("quotation %t", b.Epigraph)
		f.blocks(b.Blocks)
		if b.Attribution != nil {
			f.text(shortLine, "attribution", b.Attribution)
		}
		f.sign("end of quotation")
	case *book.Aside:
		f.sign("aside %v", b.Kind)
		if b.Title != nil {
			f.text(shortLine, "title", b.Title)
		}
		f.blocks(b.Blocks)
		f.sign("end of aside")
	case *book.Aligned:
		f.sign("aligned")
		f.blocks(b.Blocks)
		f.sign("end of aligned")
	case *book.Table:
		f.sign("table %s %v", b.ID, b.Align)
		f.text(caption, "", b.Caption)
		for _, row := range append([][]book.Cell{b.Head}, b.Rows...) {
			f.sign("row")
			for _, c := range row {
				f.text(tableCell, "", c)
			}
		}
	case *book.Definitions:
		for _, d := range b.Items {
			for _, term := range d.Terms {
				f.text(shortLine, "term", term)
			}
			for _, def := range d.Defs {
				f.sign("definition")
				f.blocks(def)
			}
		}
		f.sign("end of definitions")
	case *book.Figure:
		f.sign("figure %s %s", b.ID, b.Image.Path)
		f.text(caption, "", b.Caption)
	case *book.Code:
		f.sign("code %s", b.Language)
		f.code(b)
	case *book.HTML:
		f.sign("html %s", b.Text)
	default:
		f.sign("%T", b)
	}
}

func (f *file) list(l *book.List) {
	f.sign("list %t %d %v %t", l.Ordered, l.First, l.Numerals, l.Tight)
	for _, item := range l.Items {
		f.sign("item %d", item.Task)
		n := len(f.units)
		f.blocks(item.Blocks)
		if n < len(f.units) && f.units[n].kind == paragraph {
			f.units[n].list, f.units[n].lone = l, len(item.Blocks) == 1
		}
	}
	f.sign("end of list")
}

func (f *file) entry(e *book.Entry) {
	f.text(maxim, fmt.Sprint(e.Level), e.Maxim).id = e.ID
	f.sign("entry %s %q %q %q %v %s %q", e.Kind, e.Themes, e.Audience, e.See, e.NoCard, e.Status, e.Index)
	keys := []book.Value{{Key: "short", Text: e.Short}, {Key: "card", Text: e.Card}, {Key: "back", Text: e.Back}, {Key: book.SourceKey, Text: e.Source}}
	for _, v := range append(keys, e.Values...) {
		if at := e.Places[v.Key]; at.IsValid() && v.Text != "" && v.Type != book.Number && v.Type != book.Date {
			f.literal(v.Key, at.Offset, v.Text)
		}
	}
	f.blocks(e.Gloss)
	f.sign("end of entry")
}

// stanza adds the lines of a stanza as one unit, parted by line ends.
func (f *file) stanza(s *book.Stanza) {
	b := runBuilder{u: &unit{kind: stanza}}
	for i, l := range s.Lines {
		if i > 0 {
			b.put(cell{r: '\n', from: -1, to: -1, say: fmt.Sprint(l.Indent)})
		}
		b.inlines(l.Text, nil)
	}
	f.add(b.u)
}

// code adds the lines of a block of code.
func (f *file) code(c *book.Code) {
	at := min(c.Pos.Offset, len(f.src.Text))
	for _, line := range c.Lines {
		u := &unit{kind: codeLine}
		text := strings.TrimSpace(line)
		i := strings.Index(string(f.src.Text[at:min(len(f.src.Text), at+maxLine+len(text))]), text)
		if i < 0 {
			i, u.broad = 0, true
		}
		for k, r := range text {
			u.cells = append(u.cells, cell{r: r, from: at + i + k, to: at + i + k + utf8.RuneLen(r)})
		}
		if u.broad {
			u.cells = nil
		}
		f.add(u)
		at = min(at+i+len(text), len(f.src.Text))
	}
}

// maxLine is how far ahead the next line of a block of code is looked for, in bytes.
const maxLine = 4096

// literal adds the value of a key, a string of TOML at an offset. One that is written in more than one line or with escapes has no
// places.
func (f *file) literal(key string, at int, text string) {
	u := &unit{kind: value, say: key}
	from := min(at, len(f.src.Text))
	src := string(f.src.Text[from:min(len(f.src.Text), from+4)])
	i := strings.IndexAny(src, `"'`)
	if i < 0 || i > 0 && strings.TrimSpace(src[:i]) != "" {
		i = 0
	} else {
		i++
	}
	for _, s := range book.Stretches(diag.Pos{Source: f.src, Offset: at + i}, text) {
		r, _ := utf8.DecodeRuneInString(text[s.Text:])
		u.cells = append(u.cells, cell{r: r, from: s.From, to: s.To})
	}
	f.add(u)
}

// runBuilder lists the characters of a unit.
type runBuilder struct{ u *unit }

func (b *runBuilder) put(c cell) { b.u.cells = append(b.u.cells, c) }

func (b *runBuilder) inlines(text []book.Inline, in *element) {
	for _, i := range text {
		b.inline(i, in)
	}
}

// within lists the characters inside an element.
func (b *runBuilder) within(say string, at diag.Pos, in *element, list func(*element)) {
	e := &element{outer: in, say: say, all: in.path() + "/" + say, start: at.Offset, first: len(b.u.cells)}
	list(e)
	e.last = len(b.u.cells) - 1
}

func (b *runBuilder) inline(i book.Inline, in *element) {
	inside := func(text []book.Inline) func(*element) { return func(e *element) { b.inlines(text, e) } }
	switch i := i.(type) {
	case *book.Text:
		b.characters(i.Pos, i.Value, in)
	case *book.CodeSpan:
		b.within("code", i.Pos, in, func(e *element) { b.characters(i.Pos, i.Value, e) })
	case *book.Emph:
		b.within("italic", i.Pos, in, inside(i.Text))
	case *book.Strong:
		b.within("bold", i.Pos, in, inside(i.Text))
	case *book.Strike:
		b.within("struck out", i.Pos, in, inside(i.Text))
	case *book.Span:
		b.within(fmt.Sprintf("span %d %s %s %s", i.Style, i.ID, i.Lang, i.Full), i.Pos, in, inside(i.Text))
	case *book.Link:
		say := fmt.Sprintf("link %s %s %s %s", i.Target, i.URL, i.Elsewhere, i.Title)
		if len(i.Text) == 0 {
			b.put(cell{r: object, in: in, from: i.Pos.Offset, to: -1, say: say})
			return
		}
		b.within(say, i.Pos, in, inside(i.Text))
	case *book.LineBreak:
		b.put(cell{r: '\n', in: in, from: -1, to: -1})
	case *book.NoteMark:
		b.put(cell{r: object, in: in, from: i.Pos.Offset, to: -1, say: "note " + i.Note.Label})
	case *book.Image:
		b.put(cell{r: object, in: in, from: i.Pos.Offset, to: -1, say: "picture " + i.Path + " " + i.Alt + " " + i.Title})
	case *book.RawHTML:
		b.put(cell{r: object, in: in, from: i.Pos.Offset, to: -1, say: "html " + i.Text})
	case *book.Math:
		b.put(cell{r: object, in: in, from: i.Pos.Offset, to: -1, say: "formula " + i.Source})
	default:
		b.put(cell{r: object, in: in, from: -1, to: -1, say: fmt.Sprintf("%T", i)})
	}
}

func (b *runBuilder) characters(at diag.Pos, text string, in *element) {
	for _, s := range book.Stretches(at, text) {
		for k, r := range text[s.Text:s.TextEnd] {
			c := cell{r: r, in: in, from: s.From, to: s.To}
			c.line = r == ' ' && bytes.IndexByte(at.Source.Text[s.From:s.To], '\n') >= 0
			if k > 0 { // the second of those that one entity stands for
				c.from = s.To
			}
			b.put(c)
		}
	}
}

// settle gives line ends their places, which are between the characters beside them, and looks whether the places are in order.
func (u *unit) settle() {
	last := 0
	for i := range u.cells {
		c := &u.cells[i]
		if c.r == '\n' && c.from < 0 && i > 0 && i+1 < len(u.cells) {
			c.from, c.to = u.cells[i-1].to, u.cells[i+1].from
		}
		if c.from >= 0 && c.from < last {
			u.broad = true
		}
		last = max(last, c.from, c.to)
	}
}
