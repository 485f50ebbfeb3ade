// Package htmlbook reads HTML as blocks of a book: pages, exported posts, chapters of an EPUB, and fragments inside Markdown. [Read]
// reads one document, [ReadAll] several that refer to each other's notes.
//
// No word is lost in silence: an element that has no form in a book is in [Page.Left], with what became of its words.
package htmlbook

import (
	"path"
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
)

// Source is a document or a fragment to be read.
type Source struct {
	Name   string                    // slash-separated path, to resolve links between documents; "" if there are none
	Text   []byte                    // UTF-8
	Styles []string                  // its style sheets, as CSS; those inside it are found without
	At     func(offset int) diag.Pos // the place of a byte of Text; nil: nowhere
}

// Scope says what a Source is.
type Scope int

const (
	Fragment  Scope = iota // a part of a text: everything in it is the author's
	WholePage              // a page or post of a site: navigation, subscription forms and the like are left out
)

// Page is what a document holds.
type Page struct {
	Name   string
	Title  string            // of the head's title element
	Lang   string            // BCP 47; "" if it says none
	Meta   map[string]string // of the head's meta elements, by their name or property in small letters
	Blocks []book.Block      // headings have the levels of the source, 1 included, and the ids of the source, or none
	Notes  []*book.Note      // in order of their first mark
	Left   []Left
	// Anchors has for each id of the source the heading under which it stands, nil before the first one. A heading's own id is there too.
	Anchors map[string]*book.Heading
}

// Left is something that has no form in a book.
type Left struct {
	Kind  LeftKind
	Tag   string
	Pos   diag.Pos
	Words string // the words that were left out, or the address
}

// LeftKind says what became of the thing.
type LeftKind int

const (
	Unknown LeftKind = iota // an element that is not known: its words are kept
	Chrome                  // a part of a site's pages, left out with its words
	Hidden                  // hidden by a style: left out with its words
	Media                   // a film, a frame, a form: left out, Words has its address or its words
	Merged                  // a table's merged cells, set as one cell and empty ones
	Layout                  // a table whose cells hold blocks: set as these blocks, one cell after another
	Drawing                 // a vector drawing inside the page: left out with its words
	Formula                 // a formula: its text is kept
	Deep                    // elements inside each other, deeper than any book means: their words are kept
	Wide                    // an element with more attributes than any book means: the first of them are read
	Rules                   // style sheets with more rules than any book means: the first of them are read
)

// Read reads one document.
func Read(s Source, scope Scope) (*Page, error) {
	room := MaxNodes
	return ReadWithin(s, scope, &room)
}

// ReadWithin is [Read] of one of several documents: room is how many elements and texts they may still have, MaxNodes before the first.
func ReadWithin(s Source, scope Scope, room *int) (*Page, error) {
	pages, err := ReadAll([]Source{s}, scope, room)
	if err != nil {
		return nil, err
	}
	return pages[0], nil
}

// ReadAll reads documents in their order. A note is in the page that marks it first, wherever its text stands. Room is as for [ReadWithin].
func ReadAll(sources []Source, scope Scope, room *int) ([]*Page, error) {
	c := &converter{scope: scope, notes: map[*node]*book.Note{}, marks: map[*node]*node{}, home: map[*node]*document{}}
	for _, s := range sources {
		b, err := parse(s.Text, room)
		if err != nil {
			return nil, err
		}
		d := &document{Source: s, root: b.root, page: &Page{Name: s.Name, Meta: map[string]string{}, Anchors: map[string]*book.Heading{}}}
		for _, over := range []struct {
			kind LeftKind
			at   *node
		}{{Deep, b.deep}, {Wide, b.wide}} {
			if over.at != nil {
				d.page.Left = append(d.page.Left, Left{Kind: over.kind, Tag: over.at.tag, Pos: d.pos(over.at.at)})
			}
		}
		c.docs = append(c.docs, d)
	}
	c.findNotes()
	pages := make([]*Page, len(c.docs))
	for i, d := range c.docs {
		d.sheet = c.sheetOf(d)
		c.read(d)
		pages[i] = d.page
	}
	return pages, nil
}

// document is a source being read.
type document struct {
	Source
	root    *node
	sheet   sheet
	page    *Page
	under   *book.Heading // the last heading so far
	pending []string      // ids of the blocks that have begun since the last text
}

func (d *document) pos(at int) diag.Pos {
	if d.At == nil {
		return diag.Pos{}
	}
	return d.At(at)
}

// resolve returns the name and the id to which an address inside the documents leads, "name#id".
func (d *document) resolve(href string) (key string, ok bool) {
	name, id, ok := strings.Cut(href, "#")
	if !ok || id == "" || strings.Contains(name, ":") {
		return "", false
	}
	if name == "" {
		name = d.Name
	} else {
		name = path.Join(path.Dir(d.Name), name)
	}
	return name + "#" + id, true
}

// converter converts trees to blocks.
type converter struct {
	scope Scope
	docs  []*document
	doc   *document            // being converted
	home  map[*node]*document  // of the texts of notes
	marks map[*node]*node      // the text of a note by its mark
	notes map[*node]*book.Note // by their texts, once marked
	queue []*node              // texts of notes marked and still to be converted

	styles []string        // the style sheets that were read last
	shared map[string]look // what they say
}

// read converts a document.
func (c *converter) read(d *document) {
	c.doc = d
	c.head(d.root)
	root := d.root
	if c.scope == WholePage {
		root = c.content(root)
	}
	d.page.Blocks = c.flow(nil, root, scope{})
	if c.scope == WholePage || len(d.page.Notes) > 0 {
		d.page.Blocks = tidied(d.page.Blocks)
	}
	for len(c.queue) > 0 {
		body := c.queue[0]
		c.queue = c.queue[1:]
		c.doc = c.home[body]
		note := c.notes[body]
		body.gone = false
		note.Blocks = trimLabel(c.flow(nil, body, scope{}))
		body.gone = true
		c.doc = d
	}
}

// head collects what a document says about itself, and its style sheets.
func (c *converter) head(root *node) {
	p := c.doc.page
	root.walk(func(n *node) bool {
		switch n.tag {
		case "html", "body":
			p.Lang = first(p.Lang, n.attr("xml:lang"), n.attr("lang"))
		case "title":
			if p.Title == "" {
				p.Title = n.plain()
			}
			return false
		case "meta":
			key := strings.ToLower(first(n.attr("name"), n.attr("property"), n.attr("itemprop")))
			if _, twice := p.Meta[key]; key != "" && !twice {
				p.Meta[key] = n.attr("content")
			}
		case "style":
			var b strings.Builder
			for _, t := range n.children {
				b.WriteString(t.text)
			}
			if s := &c.doc.sheet; !s.cut {
				if s.read(b.String()); s.cut {
					c.left(Rules, n, "")
				}
			}
		case "svg":
			return false
		}
		return true
	})
}

// left records something that has no form in a book.
func (c *converter) left(kind LeftKind, n *node, words string) {
	p := c.doc.page
	p.Left = append(p.Left, Left{Kind: kind, Tag: n.tag, Pos: c.doc.pos(n.at), Words: words})
}

// mark returns the mark of the note with a text, and creates the note if this is its first mark.
func (c *converter) mark(a, body *node) *book.NoteMark {
	m := &book.NoteMark{Pos: c.doc.pos(a.at), Note: c.notes[body]}
	if m.Note == nil {
		n := len(c.doc.page.Notes) + 1
		m.First = true
		m.Note = &book.Note{Pos: c.home[body].pos(body.at), Label: strconv.Itoa(n), Number: n}
		c.notes[body] = m.Note
		c.doc.page.Notes = append(c.doc.page.Notes, m.Note)
		c.queue = append(c.queue, body)
	}
	return m
}

// first returns the first text that is not empty.
func first(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}
