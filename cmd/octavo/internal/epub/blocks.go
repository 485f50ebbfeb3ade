package epub

import (
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/captions"
)

// writer writes the body of one page.
type writer struct {
	plan *plan
	page *page
	buf  []byte

	breaks     []pageBreak // of the printed pages that are still to begin on this page
	paragraphs int         // written so far; see hidden
	hold       int         // position of page breaks while a heading or a link is being written; 0: where the page begins

	sections []int        // levels, in the manuscript, of the headings whose sections are open
	notes    []*book.Note // in the order of their first mark
	numbers  map[*book.Note]int
	notesOf  *page  // the chapter whose notes are being written on a page of their own; nil: none
	lead     func() // writes the back link at the start of a note's next paragraph
	inLink   bool   // links inside are left out: a link in a link is no XHTML
	quiet    bool   // the words are printed away from their place: no note marks and no pictures
	depth    int    // nesting of references that print references
}

func (w *writer) raw(s string)  { w.buf = append(w.buf, s...) }
func (w *writer) text(s string) { w.buf = appendText(w.buf, s) }

// attr writes one attribute of the tag that is being written.
func (w *writer) attr(name, value string) {
	w.raw(" ")
	w.raw(name)
	w.raw(`="`)
	w.text(value)
	w.raw(`"`)
}

// blocks writes a run of blocks.
func (w *writer) blocks(blocks []book.Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *book.Paragraph:
			w.paragraph(b.Text)
		case *book.Verse:
			w.verse(b)
		case *book.Heading:
			w.open(b.Level)
			w.raw(`<section class="section"`)
			w.attr("id", w.plan.idOf(b, b.ID))
			w.raw(">\n")
			w.heading("", 0, b.Text)
		case *book.Entry:
			w.entry(b)
		case *book.List:
			w.list(b)
		case *book.Quote:
			w.quote(b)
		case *book.Aside:
			w.aside(b)
		case *book.Aligned:
			w.raw(`<div class="` + alignedClass(b.Align) + "\">\n")
			w.inside(b.Blocks)
			w.raw("</div>\n")
		case *book.PageBreak:
			w.raw("<div class=\"new-page\"></div>\n")
		case *book.Code:
			w.code(b)
		case *book.Table:
			w.table(b)
		case *book.Definitions:
			w.definitions(b)
		case *book.Figure:
			w.figure(b)
		case *book.Break:
			w.raw("<hr class=\"break\"/>\n")
		case *book.HTML:
			w.verbatim(`<pre class="raw"><code>`, strings.Split(b.Text, "\n"), b.Pos)
		}
	}
}

// open closes the sections that a heading of this level ends; the caller then opens the heading's own.
func (w *writer) open(level int) {
	for n := len(w.sections); n > 0 && w.sections[n-1] >= level; n-- {
		w.sections = w.sections[:n-1]
		w.raw("</section>\n")
	}
	w.sections = append(w.sections, level)
}

// inside writes the blocks of a container: the sections that headings open in it end with it.
func (w *writer) inside(blocks []book.Block) {
	saved := len(w.sections)
	w.sections = append(w.sections, 0)
	w.blocks(blocks)
	w.closeTo(saved)
}

// closeTo closes sections until n are open. A container stands among them with level 0 and has no tag of its own.
func (w *writer) closeTo(n int) {
	for len(w.sections) > n {
		if w.sections[len(w.sections)-1] > 0 {
			w.raw("</section>\n")
		}
		w.sections = w.sections[:len(w.sections)-1]
	}
}

// heading writes the heading of the section just opened, after its number unless that is 0. Its level is its depth, whatever level the author wrote, so
// that none is skipped.
func (w *writer) heading(class string, number int, text []book.Inline) {
	level := 1
	for _, l := range w.sections {
		if l > 0 {
			level++
		}
	}
	w.held(func() {
		h := "h" + strconv.Itoa(min(level, 6))
		w.raw("<" + h)
		if class != "" {
			w.attr("class", class)
		}
		w.direction(text)
		w.raw(">")
		start := len(w.buf) - w.hold
		if number > 0 {
			w.raw(`<span class="number">` + itoa(number) + " </span>") // the space is no part of the line where the number is a box
			start = len(w.buf) - w.hold
		}
		w.inlines(text)
		if len(w.buf)-w.hold == start { // an empty heading is not written
			w.buf = w.buf[:w.hold]
			return
		}
		w.raw("</" + h + ">\n")
	})
}

func (w *writer) paragraph(text []book.Inline) {
	from := len(w.buf)
	w.raw("<p")
	w.direction(text)
	w.raw(">")
	start := len(w.buf)
	if w.lead != nil {
		w.lead()
		w.lead = nil
	}
	w.inlines(text)
	if len(w.buf) == start { // nothing to set
		w.buf = w.buf[:from]
		return
	}
	w.hidden()
	w.raw("</p>\n")
}

func (w *writer) list(l *book.List) {
	name := "ul"
	if l.Ordered {
		name = "ol"
	}
	w.raw("<" + name)
	if l.Tight {
		w.attr("class", "tight")
	}
	if l.Ordered && l.Figures != book.Arabic {
		w.attr("type", map[book.Figures]string{book.SmallLetters: "a", book.CapitalLetters: "A", book.SmallRoman: "i", book.CapitalRoman: "I"}[l.Figures])
	}
	if l.Ordered && l.First != 1 {
		w.attr("start", strconv.Itoa(l.First))
	}
	w.raw(">\n")
	for _, item := range l.Items {
		box := ""
		switch item.Task {
		case book.Open:
			box = "☐ "
		case book.Done:
			box = "☑ "
		case book.NoTask:
		}
		w.raw("<li")
		if box != "" {
			w.attr("class", "task")
		}
		blocks := item.Blocks
		if p, ok := firstParagraph(blocks); ok && (l.Tight || box != "") {
			against := l.Tight && w.against(p.Text)
			switch {
			case against: // an item with dir would have its marker on the other side
				w.raw("><bdi")
				w.direction(p.Text)
			case !l.Tight:
				w.raw("><p")
				w.direction(p.Text)
			}
			w.raw(">")
			w.reach(item.Pos.Offset)
			w.raw(box)
			w.inlines(p.Text)
			switch {
			case against:
				w.raw("</bdi>")
			case !l.Tight:
				w.raw("</p>\n")
			}
			blocks, box = blocks[1:], ""
		} else {
			w.raw(">")
			w.reach(item.Pos.Offset)
		}
		w.raw(box)
		if len(blocks) > 0 {
			w.raw("\n")
			w.inside(blocks)
		}
		w.raw("</li>\n")
	}
	w.raw("</" + name + ">\n")
}

func (w *writer) quote(q *book.Quote) {
	if q.Epigraph {
		w.raw("<blockquote class=\"epigraph\" epub:type=\"epigraph\" role=\"doc-epigraph\">\n")
	} else if isVerse(q.Blocks) {
		w.raw("<blockquote class=\"poem\">\n")
	} else {
		w.raw("<blockquote>\n")
	}
	w.inside(q.Blocks)
	if len(q.Attribution) > 0 {
		w.raw(`<p class="attribution"`)
		w.direction(q.Attribution)
		w.raw(">— ")
		w.inlines(q.Attribution)
		w.raw("</p>\n")
	}
	w.raw("</blockquote>\n")
}

func (w *writer) definitions(d *book.Definitions) {
	w.raw("<dl>\n")
	for _, item := range d.Items {
		for _, term := range item.Terms {
			w.raw("<dt")
			w.direction(term)
			w.raw(">")
			w.inlines(term)
			w.raw("</dt>\n")
		}
		for _, def := range item.Defs {
			w.raw("<dd")
			if p, ok := soleParagraph(def); ok {
				w.direction(p.Text)
				w.raw(">")
				w.inlines(p.Text)
			} else {
				w.raw(">\n")
				w.inside(def)
			}
			w.raw("</dd>\n")
		}
	}
	w.raw("</dl>\n")
}

func firstParagraph(blocks []book.Block) (*book.Paragraph, bool) {
	if len(blocks) == 0 {
		return nil, false
	}
	p, ok := blocks[0].(*book.Paragraph)
	return p, ok
}

func soleParagraph(blocks []book.Block) (*book.Paragraph, bool) {
	if len(blocks) != 1 {
		return nil, false
	}
	p, ok := blocks[0].(*book.Paragraph)
	return p, ok
}

func (w *writer) figure(f *book.Figure) {
	if f.Image != nil {
		w.reach(f.Image.Pos.Offset)
	}
	w.raw("<figure")
	if f.ID != "" {
		w.attr("id", w.plan.idOf(f, f.ID))
	}
	w.raw(">\n")
	if f.Image != nil {
		w.image(f.Image, "")
	}
	if len(f.Caption) > 0 {
		w.raw("\n<figcaption")
		w.direction(f.Caption)
		w.raw(">")
		w.label(book.Numbered{Number: f.Number})
		w.inlines(f.Caption)
		w.raw("</figcaption>")
	}
	w.raw("\n</figure>\n")
}

// label writes the number of a figure or a table before its caption, if it has one.
func (w *writer) label(n book.Numbered) {
	if label := captions.Label(w.plan.cfg.Lang, n); label != "" {
		w.raw(`<span class="label">`)
		w.text(label)
		w.raw("</span> ")
	}
}
