package docx

import (
	"fmt"
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/bidi"
	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/captions"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/kinds"
)

// context is the surroundings of a block.
type context struct {
	style string // of paragraphs; "": BodyText
	left  int    // twips
	right int
	level int    // of lists
	item  *entry // the list item whose first paragraph comes next
	cell  bool   // in a table's cell
	align string
}

// entry is the marker of a list item, until it is written.
type entry struct {
	list, level int
	mark        string // instead of a number: a box
	done        bool
}

func (d *document) blocks(bs []book.Block, c context) {
	for _, b := range bs {
		d.block(b, c)
	}
}

func (d *document) block(b book.Block, c context) {
	switch b := b.(type) {
	case *book.Paragraph:
		d.runningText(b.Pos, b.Text, c)
	case *book.Verse:
		d.verse(b, c)
	case *book.Heading:
		d.paragraph(paragraph{style: fmt.Sprintf("Heading%d", b.Level), pos: b.Pos, id: b.ID, keep: true},
			func() { d.inlines(b.Text, runStyle{}) })
	case *book.Entry:
		d.entry(b, c)
	case *book.List:
		d.list(b, c)
	case *book.Quote:
		c.style = "Quote"
		if c.item == nil {
			c.left += indent
		}
		c.right += indent
		d.blocks(b.Blocks, c)
		if len(b.Attribution) > 0 {
			d.paragraph(paragraph{style: "Attribution", pos: b.Attribution[0].Start(), right: c.right, left: c.left}, func() {
				d.run("—", runStyle{})
				d.inlines(b.Attribution, runStyle{})
			})
		}
	case *book.Aside:
		d.aside(b, c)
	case *book.Aligned:
		c.align = map[book.Align]string{book.AlignCenter: "center", book.AlignRight: "right"}[b.Align]
		d.blocks(b.Blocks, c)
	case *book.PageBreak:
		d.paragraph(paragraph{style: "Nothing", pos: b.Pos}, func() { d.WriteString(`<w:r><w:br w:type="page"/></w:r>`) })
	case *book.Code:
		d.code(b.Lines, b.Pos, c)
	case *book.HTML:
		d.code(strings.Split(strings.TrimRight(b.Text, "\n"), "\n"), b.Pos, c)
	case *book.Table:
		d.table(b, c)
	case *book.Definitions:
		for _, it := range b.Items {
			for _, term := range it.Terms {
				pos := it.Pos
				if len(term) > 0 {
					pos = term[0].Start()
				}
				d.paragraph(paragraph{style: "Term", pos: pos, keep: true, left: c.left}, func() { d.inlines(term, runStyle{}) })
			}
			inner := c
			inner.style, inner.left, inner.item = "Quote", c.left+indent, nil
			for _, def := range it.Defs {
				d.blocks(def, inner)
			}
		}
	case *book.Figure:
		d.figure(b, c)
	case *book.Break:
		d.paragraph(paragraph{style: "SceneBreak", pos: b.Pos}, func() { d.run("#", runStyle{}) })
	}
}

// aside writes a passage that is set off under its title or its label, indented on both sides.
func (d *document) aside(a *book.Aside, c context) {
	c.left, c.right = c.left+indent, c.right+indent
	if c.item != nil && !c.item.done { // the marker of a list's item stands before it
		d.runningText(a.Pos, nil, c)
	}
	c.item = nil
	label := d.cfg.Lang.Asides.Label(int(a.Kind))
	if len(a.Title) > 0 || label != "" {
		d.paragraph(paragraph{style: "Term", pos: a.Pos, id: a.ID, keep: true, left: c.left, right: c.right}, func() {
			if len(a.Title) > 0 {
				d.inlines(a.Title, runStyle{smallCaps: true})
			} else {
				d.run(label, runStyle{smallCaps: true})
			}
		})
	} else if name := d.ids[a.ID]; name != "" {
		fmt.Fprintf(d, `<w:bookmarkStart w:id="%d" w:name="%s"/><w:bookmarkEnd w:id="%d"/>`, d.marks, name, d.marks)
		d.marks++
	}
	d.blocks(a.Blocks, c)
}

// runningText writes a paragraph.
func (d *document) runningText(pos diag.Pos, text []book.Inline, c context) {
	p := paragraph{style: c.style, pos: pos, left: c.left, right: c.right, align: c.align}
	if p.style == "" {
		p.style = "BodyText"
		if c.level > 0 {
			p.style = "ListParagraph"
		}
	}
	mark := ""
	if it := c.item; it != nil && !it.done {
		it.done = true
		p.list, p.level, mark = it.list, it.level, it.mark
		p.hanging = indent / 2
	}
	d.paragraph(p, func() {
		if mark != "" {
			d.run(mark, runStyle{})
			d.WriteString("<w:r><w:tab/></w:r>")
		}
		d.inlines(text, runStyle{})
	})
}

// entryLabel returns what the line above a maxim says of it: its number, its kind, the kind's line, and its id.
func (d *document) entryLabel(e *book.Entry) string {
	var parts []string
	if e.Number > 0 {
		parts = append(parts, strconv.Itoa(e.Number))
	}
	for _, words := range []string{kinds.Label(d.cfg, e, kinds.Several(d.book.SeveralKinds())), kinds.Line(d.cfg, e)} {
		if words != "" {
			parts = append(parts, words)
		}
	}
	return strings.Join(append(parts, "["+e.ID+"]"), " · ")
}

// entry writes a maxim under a line that names it, and its gloss.
func (d *document) entry(e *book.Entry, c context) {
	l := &d.cfg.Lang.Entry
	grey := runStyle{small: true}
	d.paragraph(paragraph{style: "EntryLine", pos: e.Places["kind"], keep: true}, func() {
		d.run(d.entryLabel(e), grey)
		if e.Status == book.Draft {
			d.run(" ", grey)
			d.run(l.Draft, runStyle{small: true, flagged: true})
		}
	})
	p := paragraph{style: "Maxim", pos: e.Pos, id: e.ID, keep: true}
	if e.Level != 2 {
		p.outline = e.Level
	}
	d.paragraph(p, func() { d.inlines(e.Maxim, runStyle{}) })
	d.fields(e, kinds.Head)
	c.style, c.item = "", nil
	d.blocks(e.Gloss, c)
	d.fields(e, kinds.End)
	if e.Card != "" {
		d.paragraph(paragraph{style: "EntryLine", pos: e.Places["card"]}, func() { d.run(l.Card.Fill("text", book.PlainText(e.Front())), grey) })
	}
	if e.Back != "" {
		for _, words := range e.BackText {
			d.paragraph(paragraph{style: "EntryLine", pos: e.Places["back"]}, func() { d.run(l.Card.Fill("text", book.PlainText(words)), grey) })
		}
	}
	if len(e.See) > 0 {
		d.paragraph(paragraph{style: "EntryLine", pos: e.Places["see"]}, func() {
			d.run(d.cfg.Lang.References.See+" ", grey)
			for i, id := range e.See {
				if i > 0 {
					d.run("; ", grey)
				}
				d.link(id, func() { d.run(strings.TrimRight(d.title(id), "."), grey) })
			}
		})
	}
}

// fields writes what is printed of an entry's keys at a place.
func (d *document) fields(e *book.Entry, at kinds.Place) {
	all := kinds.Printed(d.cfg, e, at)
	if len(all) == 0 {
		return
	}
	p := paragraph{style: "EntryLine", pos: all[0].Pos, keep: at == kinds.Head}
	if at == kinds.End {
		p.align = "right"
	}
	d.paragraph(p, func() { d.run(kinds.Text(all), runStyle{}) })
}

// title returns the words at an anchor.
func (d *document) title(id string) string {
	if t := d.titles[id]; t != "" {
		return t
	}
	return id
}

// maxLevel is the number of list levels in Word.
const maxLevel = 8

func (d *document) list(l *book.List, c context) {
	list := bullets
	if l.Ordered {
		d.numbers = append(d.numbers, numberedList{l.First, l.Numerals})
		list = bullets + len(d.numbers)
	}
	c.left += indent
	level := min(c.level, maxLevel)
	c.level++
	for _, it := range l.Items {
		e := &entry{list: list, level: level}
		switch it.Task {
		case book.Open:
			e.list, e.mark = 0, "☐"
		case book.Done:
			e.list, e.mark = 0, "☑"
		}
		c.item = e
		if len(it.Blocks) == 0 {
			d.runningText(it.Pos, nil, c)
			continue
		}
		if _, ok := it.Blocks[0].(*book.Paragraph); !ok {
			if q, quoted := it.Blocks[0].(*book.Quote); !quoted || beginsWithVerse(q) { // the marker gets a line of its own
				d.runningText(it.Pos, nil, c)
				c.item = nil
			}
		}
		d.blocks(it.Blocks, c)
	}
}

// code writes lines verbatim, in one paragraph.
func (d *document) code(lines []string, pos diag.Pos, c context) {
	d.paragraph(paragraph{style: "Code", pos: pos, left: c.left + indent}, func() {
		for i, l := range lines {
			if i > 0 {
				d.WriteString("<w:r><w:br/></w:r>")
			}
			d.run(strings.TrimRight(l, "\r"), runStyle{plain: true})
		}
	})
}

func (d *document) table(t *book.Table, c context) {
	if c.cell { // Markdown has no nested tables; if there is one, its words are kept
		return
	}
	columns := len(t.Head)
	for _, r := range t.Rows {
		columns = max(columns, len(r))
	}
	if columns == 0 {
		return
	}
	if len(t.Caption) > 0 {
		d.paragraph(paragraph{style: "Caption", pos: t.Caption[0].Start(), id: t.ID, keep: true, left: c.left, right: c.right},
			func() { d.caption(book.Numbered{Table: true, Number: t.Number}, t.Caption) })
	}
	width, _ := d.paper.size()
	width = (width - 2*margin - c.left - c.right) / columns
	d.WriteString(`<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>`)
	if d.base == bidi.RightToLeft {
		d.WriteString("<w:bidiVisual/>")
	}
	d.WriteString(`<w:tblW w:w="0" w:type="auto"/>`)
	if c.left > 0 {
		fmt.Fprintf(d, `<w:tblInd w:w="%d" w:type="dxa"/>`, c.left)
	}
	d.WriteString(`<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr><w:tblGrid>`)
	for range columns {
		fmt.Fprintf(d, `<w:gridCol w:w="%d"/>`, width)
	}
	d.WriteString("</w:tblGrid>")
	row := func(cells []book.Cell, head bool) {
		d.WriteString("<w:tr><w:trPr><w:cantSplit/>")
		if head {
			d.WriteString("<w:tblHeader/>")
		}
		d.WriteString("</w:trPr>")
		for k := range columns {
			fmt.Fprintf(d, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr>`, width)
			p := paragraph{style: "TableText"}
			if k < len(t.Align) {
				p.align = map[book.Align]string{book.AlignCenter: "center", book.AlignRight: "right"}[t.Align[k]]
			}
			var cell book.Cell
			if k < len(cells) {
				cell = cells[k]
			}
			if len(cell) > 0 {
				p.pos = cell[0].Start()
			}
			d.paragraph(p, func() { d.inlines(cell, runStyle{bold: head}) })
			d.WriteString("</w:tc>")
		}
		d.WriteString("</w:tr>\n")
	}
	if len(t.Head) > 0 {
		row(t.Head, true)
	}
	for _, r := range t.Rows {
		row(r, false)
	}
	d.WriteString("</w:tbl>\n")
	d.line(paragraph{style: "Nothing"}, "") // adjacent tables would merge
}

func (d *document) figure(f *book.Figure, c context) {
	p := paragraph{style: "Picture", pos: f.Pos, id: f.ID, keep: len(f.Caption) > 0, left: c.left, right: c.right}
	if len(f.Caption) > 0 && f.Caption[0].Start() == f.Pos { // the place is the words'
		p.pos = diag.Pos{}
	}
	d.paragraph(p, func() { d.image(f.Image) })
	if len(f.Caption) > 0 {
		d.paragraph(paragraph{style: "Caption", pos: f.Caption[0].Start()}, func() { d.caption(book.Numbered{Number: f.Number}, f.Caption) })
	}
}

// caption writes a caption after its number, if it has one.
func (d *document) caption(n book.Numbered, text []book.Inline) {
	if label := captions.Label(d.cfg.Lang, n); label != "" {
		d.run(label+" ", runStyle{})
	}
	d.inlines(text, runStyle{})
}
