package exports

import (
	"errors"
	"io"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// block is a block of a page of HTML, or of XML: a run of text between two tags that begin a new line.
type block struct {
	role   string // the class, or the XML element, that says what it is; "" for none
	tag    string // of the innermost block element
	text   string // all of it, but for the signs of a citation
	marked string // the part that is coloured, quoted or called a highlight
	colour bool   // an element in it is called a highlight's colour
	title  bool   // it is set as a heading: in bold, in the middle
}

// roles are the classes and elements that say what a block is.
var roles = []string{
	"bookTitle", "sectionHeading", "noteHeading", "noteText", "authors", "notebookFor", // Kindle
	"bm-text", "bm-note", "bm-page", // PocketBook
}

// element is an open element with what it passes on.
type element struct {
	name, role, tag     string
	marked, skip, title bool
}

// breaks are the elements that begin and end a line.
var breaks = []atom.Atom{atom.P, atom.Div, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Li, atom.Ul, atom.Ol, atom.Td, atom.Th,
	atom.Tr, atom.Table, atom.Blockquote, atom.Hr, atom.Section, atom.Article, atom.Dt, atom.Dd, atom.Pre, atom.Body, atom.Header,
	atom.Footer, atom.Figure, atom.Main, atom.Aside}

// readBlocks takes a page apart into blocks with text. Tags that do not match, as a Kindle writes them, do no harm.
func readBlocks(text string) []block {
	z := html.NewTokenizer(strings.NewReader(text))
	z.SetMaxBuf(1 << 24)
	b := blockReader{stack: []element{{}}}
	for {
		switch z.Next() {
		case html.ErrorToken:
			b.flush()
			if !errors.Is(z.Err(), io.EOF) {
				return nil
			}
			return b.out
		case html.TextToken:
			b.write(string(z.Text()))
		case html.StartTagToken:
			b.start(z.Token())
		case html.SelfClosingTagToken:
			t := z.Token()
			b.start(t)
			b.end(t)
		case html.EndTagToken:
			b.end(z.Token())
		}
	}
}

type blockReader struct {
	out    []block
	stack  []element
	now    block
	all    strings.Builder
	marked strings.Builder
}

func (b *blockReader) top() *element { return &b.stack[len(b.stack)-1] }

func (b *blockReader) write(s string) {
	if e := b.top(); !e.skip {
		b.all.WriteString(s)
		if e.marked {
			b.marked.WriteString(s)
		}
		b.now.role, b.now.tag, b.now.title = e.role, e.tag, e.title
	}
}

func (b *blockReader) flush() {
	b.now.text, b.now.marked = trimLines(b.all.String()), oneLine(b.marked.String())
	if b.now.text != "" {
		b.out = append(b.out, b.now)
	}
	b.now = block{}
	b.all.Reset()
	b.marked.Reset()
}

// trimLines trims the lines of a text; line ends are those of br.
func trimLines(s string) string {
	lines := strings.Split(s, "\x01")
	for i := range lines {
		lines[i] = oneLine(lines[i])
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

func (b *blockReader) start(t html.Token) {
	if t.DataAtom == atom.Br {
		b.all.WriteByte(1)
		b.marked.WriteByte(' ')
		return
	}
	e := *b.top()
	e.name = t.Data
	line := slices.Contains(breaks, t.DataAtom)
	if line {
		e.tag, e.title, e.marked = t.Data, false, t.DataAtom == atom.Blockquote || e.marked && t.DataAtom != atom.Li
	}
	e.skip = e.skip || slices.Contains([]atom.Atom{atom.Script, atom.Style, atom.Head, atom.Template}, t.DataAtom)
	var classes, style string
	for _, a := range t.Attr {
		switch a.Key {
		case "class":
			classes = a.Val
		case "style":
			style = strings.ReplaceAll(strings.ToLower(a.Val), " ", "")
		}
	}
	role := ""
	for _, c := range strings.Fields(classes) {
		if slices.Contains(roles, c) {
			role = c
		}
		b.now.colour = b.now.colour || strings.HasPrefix(c, "highlight_")
		e.marked = e.marked || c == "highlight"
		e.skip = e.skip || c == "citation"
	}
	if role != "" {
		line, e.role = true, role
	}
	e.marked = e.marked || t.DataAtom == atom.Mark || t.DataAtom == atom.Q ||
		strings.Contains(style, "background") && !line && !strings.Contains(style, "background-color:transparent") && !strings.Contains(style, "background-color:#ffffff")
	e.title = e.title || strings.Contains(style, "font-weight:bold") && strings.Contains(style, "text-align:center")
	if line {
		colour := b.now.colour && role == ""
		b.flush()
		b.now.colour = colour
	}
	if slices.Contains(voids, t.DataAtom) {
		return
	}
	const deepest = 1 << 20
	if len(b.stack) < deepest {
		b.stack = append(b.stack, e)
	}
}

// voids are elements without an end.
var voids = []atom.Atom{atom.Hr, atom.Img, atom.Meta, atom.Link, atom.Input, atom.Col, atom.Wbr, atom.Base}

// end closes an element, and those that are still open in it.
func (b *blockReader) end(t html.Token) {
	if slices.Contains(breaks, t.DataAtom) || b.top().name == t.Data && len(b.stack) > 1 && b.top().role != b.stack[len(b.stack)-2].role {
		b.flush()
	}
	const looks = 100
	for i := len(b.stack) - 1; i > 0 && i > len(b.stack)-looks; i-- {
		if b.stack[i].name == t.Data {
			b.stack = b.stack[:i]
			return
		}
	}
}

// plain returns rich text without its markup.
func plain(rich string) string {
	var lines []string
	for _, b := range readBlocks(rich) {
		lines = append(lines, b.text)
	}
	return strings.Join(lines, "\n")
}
