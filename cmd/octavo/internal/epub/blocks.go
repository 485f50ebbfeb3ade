package epub

import (
	"bytes"
	"cmp"
	"slices"
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/lang"
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

// entry writes a maxim with its kind, its gloss and what to see also.
func (w *writer) entry(e *book.Entry) {
	if e.Status == book.Draft {
		return
	}
	w.open(e.Level)
	saved := len(w.sections)
	w.raw(`<section`)
	w.attr("class", w.entryClass(e))
	w.attr("id", w.plan.idOf(e, e.ID))
	w.raw(">\n")
	w.reach(e.Pos.Offset)
	gloss := e.Gloss
	if w.plan.layout.Layout == config.RunIn {
		gloss = w.runIn(e)
	} else {
		w.heading("maxim", e.Number, e.Maxim)
		w.kind(e, "p")
	}
	before := len(w.buf)
	w.raw("<div class=\"gloss\">\n")
	start := len(w.buf)
	w.sections = append(w.sections, 0)
	w.blocks(gloss)
	w.closeTo(saved)
	if len(w.buf) == start { // no gloss
		w.buf = w.buf[:before]
	} else {
		w.raw("</div>\n")
	}
	w.see(e)
	if w.plan.layout.Layout != config.Numbered && w.plan.layout.Layout != config.RunIn { // they would be longer than the entry
		w.marks(e)
	}
	w.raw("</section>\n")
	w.sections = w.sections[:saved-1]
}

// runIn writes a headword with the paragraph that it begins, and returns what of the gloss is left.
func (w *writer) runIn(e *book.Entry) []book.Block {
	w.raw("<div class=\"opening\">\n")
	w.heading("maxim", 0, e.Maxim)
	w.kind(e, "span")
	gloss := e.Gloss
	if p, ok := firstParagraph(gloss); ok {
		w.paragraph(p.Text)
		gloss = gloss[1:]
	}
	w.raw("</div>\n")
	return gloss
}

// entryClass returns the classes of an entry: its kind, its layout where that is not display, and where its number stands.
func (w *writer) entryClass(e *book.Entry) string {
	classes, st := "entry "+string(e.Kind), &w.plan.layout
	if st.Layout == config.Numbered || st.Layout == config.RunIn {
		classes += " " + st.Layout
	}
	if e.Number > 0 {
		classes += " " + st.Number
	}
	return classes
}

// kind writes, as an element, an entry's kind, where the book has several, and what a metaphor likens to what.
func (w *writer) kind(e *book.Entry, element string) {
	l := &w.plan.cfg.Lang.Entry
	kind, likeness := "", l.Likens(string(e.Kind), e.Tenor, e.Vehicle)
	if w.plan.severalKinds {
		if kind = l.Kind(string(e.Kind)); element == "p" {
			kind = lang.Capital(kind)
		}
	}
	if kind == "" && likeness == "" {
		return
	}
	w.raw("<" + element + ` class="kind">`)
	w.text(kind)
	if kind != "" && likeness != "" {
		w.raw(" · ")
	}
	if likeness != "" {
		w.raw(`<span class="figure-of">`)
		w.text(likeness)
		w.raw("</span>")
	}
	w.raw("</" + element + ">\n")
}

// see writes links to the related entries: those that the author names, then those that name this one, each once.
// Drafts are skipped.
func (w *writer) see(e *book.Entry) {
	var to []*anchor
	done := map[string]bool{e.ID: true}
	for _, ids := range [2][]string{e.See, w.plan.seenBy[e.ID]} {
		for _, id := range ids {
			a := w.plan.anchors[id]
			if done[id] || a == nil || a.draft || w.plan.plainText(a.words) == "" {
				continue
			}
			done[id] = true
			to = append(to, a)
		}
	}
	switch {
	case len(to) == 0:
	case w.plan.layout.SeeEbook == config.RunOn:
		w.raw(`<div class="see">` + "\n" + `<p class="run-on"><span class="label">`)
		w.text(lang.Capital(w.plan.cfg.Lang.References.See))
		w.raw("</span> ")
		for i, a := range to {
			if i > 0 {
				w.raw("; ")
			}
			w.entryReference(a)
		}
		w.raw(".</p>\n</div>\n")
	default:
		w.raw("<div class=\"see\">\n<p>")
		w.text(lang.Capital(w.plan.cfg.Lang.References.See))
		w.raw("</p>\n<ul>\n")
		for _, a := range to {
			w.raw("<li>")
			w.entryReference(a)
			w.raw("</li>\n")
		}
		w.raw("</ul>\n</div>\n")
	}
}

// entryReference writes the words of an entry, linked to it, and its number. Where more follows on the line the words lose their
// full stop.
func (w *writer) entryReference(a *anchor) {
	w.reference(a)
	if a.number > 0 || w.plan.layout.SeeEbook == config.RunOn {
		if words, ok := bytes.CutSuffix(w.buf, []byte(".</a>")); ok {
			w.buf = append(words, "</a>"...)
		}
	}
	if a.number > 0 {
		w.raw(", ")
		w.text(w.plan.cfg.Lang.References.Maxim.Fill("n", itoa(a.number)))
	}
}

// marks writes the entry's themes, as links back to the index, and whom it is for.
func (w *writer) marks(e *book.Entry) {
	before := len(w.buf)
	w.raw("<div class=\"marks\">\n")
	start := len(w.buf)
	w.names("themes", w.plan.cfg.Lang.Entry.Themes, e.Themes, w.plan.cfg.Themes, func(id, name string) {
		if to, ok := w.plan.themeIDs[id]; ok {
			w.anchor("index.xhtml#"+to, "", func() { w.text(name) })
		} else {
			w.text(name)
		}
	})
	w.names("audience", w.plan.cfg.Lang.Entry.Audience, e.Audience, w.plan.cfg.Audiences, func(_, name string) { w.text(name) })
	if len(w.buf) == start {
		w.buf = w.buf[:before]
		return
	}
	w.raw("</div>\n")
}

// names writes a line of the names that ids have in book.toml, or nothing for none.
func (w *writer) names(class, label string, ids []string, declared []config.Name, write func(id, name string)) {
	n := 0
	for i, id := range ids {
		at := slices.IndexFunc(declared, func(d config.Name) bool { return d.ID == id })
		if at < 0 || slices.Contains(ids[:i], id) {
			continue
		}
		if n++; n == 1 {
			w.raw(`<p class="` + class + `"><span class="label">`)
			w.text(label)
			w.raw("</span> ")
		} else {
			w.raw(", ")
		}
		write(id, cmp.Or(clean(declared[at].Name), id))
	}
	if n > 0 {
		w.raw("</p>\n")
	}
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
			if l.Tight {
				w.direction(p.Text)
				w.raw(">")
			} else {
				w.raw("><p")
				w.direction(p.Text)
				w.raw(">")
			}
			w.reach(item.Pos.Offset)
			w.raw(box)
			w.inlines(p.Text)
			if !l.Tight {
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

func (w *writer) code(c *book.Code) {
	open := "<pre"
	if w.plan.leftward {
		open += ` dir="ltr"`
	}
	if book.Drawn(c.Lines) {
		open += ` class="drawn"`
	}
	open += "><code"
	if c.Language != "" {
		open += ` class="language-` + book.Slug(c.Language) + `"`
	}
	w.verbatim(open+">", c.Lines, c.Pos)
}

// verbatim writes lines as they are, each an element of its own so that one that is turned hangs, with the breaks of the
// pages that begin with one of them.
func (w *writer) verbatim(open string, lines []string, pos diag.Pos) {
	w.reach(pos.Offset)
	for i, line := range lines {
		if strings.TrimSpace(line) != "" {
			pos = book.LineFrom(pos, line)
		}
		if i == 0 { // before the block, if at all
			w.reach(pos.Offset)
			w.raw(open + codeLine(line))
		} else {
			w.raw(codeLine(line))
			w.reach(pos.Offset)
		}
		w.text(line)
		if i < len(lines)-1 { // inside, or there would be a line of white between two
			w.raw("\n")
		}
		w.raw("</span>")
		if pos.IsValid() {
			pos.Offset += len(line)
		}
	}
	if len(lines) == 0 {
		w.raw(open)
	}
	w.raw("</code></pre>\n")
}

// Indents of lines of code have a rule for every second column, up to the deepest; tabs stop at every fourth.
const (
	codeTab    = 4
	codeStep   = 2
	deepestTab = 16
	codeHang   = 3 // columns by which what is turned over hangs deeper than its line
)

// codeLine opens the element of a line of code, which says how far the line is indented: what is turned over hangs deeper.
func codeLine(line string) string {
	columns := 0
	for _, c := range line {
		if c == '\t' {
			columns += codeTab - columns%codeTab
		} else if columns++; c != ' ' {
			columns--
			break
		}
	}
	if n := min((columns+codeStep-1)/codeStep*codeStep, deepestTab); n > 0 {
		return `<span class="line in` + strconv.Itoa(n) + `">`
	}
	return `<span class="line">`
}

// codeIndents writes the rules of the indents that lines of code have. Letters of code are six tenths of an em wide, where a
// reading system does not know the unit ch.
func (s *sheet) codeIndents() {
	for n := codeStep; n <= deepestTab; n += codeStep {
		columns := n + codeHang
		ems, ch := inEms(0.6*float64(columns)), strconv.Itoa(columns)+"ch"
		s.rule("pre .line.in"+strconv.Itoa(n), "padding-left: "+ems, "padding-left: "+ch, "text-indent: -"+ems, "text-indent: -"+ch)
	}
}

func (w *writer) table(t *book.Table) {
	w.raw("<div class=\"table\">\n<table>\n")
	w.tableCaption(t)
	w.raw("<thead>\n<tr>")
	w.row(t, t.Head, "th")
	w.raw("</tr>\n</thead>\n")
	if len(t.Rows) > 0 {
		w.raw("<tbody>\n")
		for _, row := range t.Rows {
			w.raw("<tr>")
			w.row(t, row, "td")
			w.raw("</tr>\n")
		}
		w.raw("</tbody>\n")
	}
	w.raw("</table>\n</div>\n")
}

// tableCaption writes the caption of a table. One that was written after the table does not bring forward the breaks of the
// pages in it.
func (w *writer) tableCaption(t *book.Table) {
	if len(t.Caption) == 0 {
		return
	}
	if t.Caption[0].Start().Offset > t.Pos.Offset {
		breaks := w.breaks
		w.breaks = nil
		defer func() { w.breaks = breaks }()
	}
	w.raw("<caption")
	w.direction(t.Caption)
	w.raw(">")
	w.inlines(t.Caption)
	w.raw("</caption>\n")
}

// row writes one row of elements, filled up to the width of the head. An empty head cell is written as a plain cell.
func (w *writer) row(t *book.Table, cells []book.Cell, element string) {
	for i := range max(len(cells), len(t.Head), 1) {
		var cell book.Cell
		if i < len(cells) {
			cell = cells[i]
		}
		name := element
		if len(cell) == 0 {
			name = "td"
		}
		w.raw("<" + name)
		if name == "th" {
			w.raw(` scope="col"`)
		}
		if i < len(t.Align) {
			switch t.Align[i] {
			case book.AlignCenter:
				w.attr("class", "center")
			case book.AlignRight:
				w.attr("class", "right")
			case book.AlignLeft, book.AlignDefault:
			}
		}
		w.direction(cell)
		w.raw(">")
		w.inlines(cell)
		w.raw("</" + name + ">")
	}
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
	w.raw("<figure>\n")
	if f.Image != nil {
		w.image(f.Image, "")
	}
	if len(f.Caption) > 0 {
		w.raw("\n<figcaption")
		w.direction(f.Caption)
		w.raw(">")
		w.inlines(f.Caption)
		w.raw("</figcaption>")
	}
	w.raw("\n</figure>\n")
}
