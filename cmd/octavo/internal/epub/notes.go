package epub

import (
	"strconv"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
)

// chapterNotes is the notes of a chapter where those of the book stand on a page of their own.
type chapterNotes struct {
	list   []*book.Note // a note that is marked in a note follows it
	number map[*book.Note]int
	nested map[*book.Note]bool // those that are marked first in a note
	before int                 // the notes of the chapters before it, where numbers go on through the book
}

// add takes a note in.
func (c *chapterNotes) add(n *book.Note, nested bool) {
	if c.number == nil {
		c.number, c.nested = map[*book.Note]int{}, map[*book.Note]bool{}
	}
	c.list = append(c.list, n)
	c.number[n], c.nested[n] = len(c.list), nested
}

// addEndnotes adds the page of the book's notes, where the style has them at the end of the book.
func (p *plan) addEndnotes() {
	if p.cfg.Style == nil || p.cfg.Style.Note.Place != config.AtBook || !p.has.notes {
		return
	}
	count := 0
	for _, pg := range p.pages {
		if p.cfg.Style.Note.Restart == config.RestartBook {
			pg.notes.before = count
			count += len(pg.notes.list)
		}
	}
	p.notes = p.addPage(notesPage, "notes", p.cfg.Lang.Titles.Notes)
	p.toc = append(p.toc, &tocItem{page: p.notes, href: p.notes.href()})
}

// mark writes the mark of a note. A note is set at the page's end, or on the page of the book's notes; its number is its place
// there, which may differ from its number in the manuscript when a draft is left out.
func (w *writer) mark(m *book.NoteMark) {
	if w.quiet || m.Note == nil {
		return
	}
	if w.plan.notes != nil {
		w.endnoteMark(m)
		return
	}
	n, seen := w.numbers[m.Note]
	if !seen {
		if w.numbers == nil {
			w.numbers = map[*book.Note]int{}
		}
		w.notes = append(w.notes, m.Note)
		n = len(w.notes)
		w.numbers[m.Note] = n
	}
	number, id := strconv.Itoa(n), ""
	if !seen {
		id = "mark." + number
	}
	w.markTo("#note."+number, number, id)
}

// endnoteMark writes the mark of a note that is on the page of the book's notes.
func (w *writer) endnoteMark(m *book.NoteMark) {
	of := w.page
	if w.notesOf != nil {
		of = w.notesOf
	}
	n := of.notes.number[m.Note]
	if n == 0 {
		return
	}
	number, href, id := strconv.Itoa(n), "", ""
	if w.numbers[m.Note] == 0 {
		if w.numbers == nil {
			w.numbers = map[*book.Note]int{}
		}
		w.numbers[m.Note] = n
		id = "mark." + number
	}
	if w.notesOf == nil {
		href = w.plan.notes.file()
	} else if id != "" {
		id = "mark." + of.name + "." + number
	}
	w.markTo(href+"#"+endnoteID(of, n), strconv.Itoa(of.notes.before+n), id)
}

// markTo writes a mark that leads to a note; id names its place, "" for none.
func (w *writer) markTo(href, number, id string) {
	w.raw(`<sup class="mark"`)
	if id != "" {
		w.attr("id", id)
	}
	w.raw(">")
	if w.inLink {
		w.raw(w.plan.cfg.Lang.InDigits(number))
	} else {
		w.raw(`<a epub:type="noteref" role="doc-noteref"`)
		w.attr("href", href)
		w.raw(">" + w.plan.cfg.Lang.InDigits(number) + "</a>")
	}
	w.raw("</sup>")
}

// endnoteID is the id of a chapter's nth note on the page of the book's notes.
func endnoteID(of *page, n int) string { return "note." + of.name + "." + strconv.Itoa(n) }

// chapterNotes writes the notes marked on the page at its end. A note may mark further notes.
func (w *writer) chapterNotes() {
	if len(w.notes) == 0 {
		return
	}
	w.raw("<div class=\"notes\" epub:type=\"footnotes\">\n")
	for i := 0; i < len(w.notes); i++ {
		number := strconv.Itoa(i + 1)
		w.raw(`<aside class="note" epub:type="footnote" role="doc-footnote" id="note.` + number + "\">\n")
		w.note(w.notes[i], number, "#mark."+number)
		w.raw("</aside>\n")
	}
	w.raw("</div>\n")
}

// endnotes writes the page of the book's notes, under the titles of their chapters. A reading system that shows a note where its
// mark is touched does so with these too; they are no asides, because some hide those.
func (w *writer) endnotes() {
	w.raw("<section class=\"endnotes\" epub:type=\"endnotes\" role=\"doc-endnotes\">\n")
	w.reachLine(before)
	w.raw("<h1>")
	w.text(w.page.title)
	w.raw("</h1>\n")
	line := 0
	for _, pg := range w.plan.pages {
		if pg.chapter == nil || len(pg.notes.list) == 0 {
			continue
		}
		w.reachLine(line)
		w.raw("<section class=\"group\">\n<h2>")
		if pg.count != "" {
			w.numbered(pg.count, func() { w.text(pg.title) })
		} else {
			w.text(pg.title)
		}
		w.raw("</h2>\n<ol>\n")
		w.notesOf = pg
		for i, n := range pg.notes.list {
			w.raw(`<li class="note" epub:type="endnote" id="` + endnoteID(pg, i+1) + "\">\n")
			w.reachLine(line)
			line++
			back := pg.file() + "#mark." + strconv.Itoa(i+1)
			if pg.notes.nested[n] {
				back = "#mark." + pg.name + "." + strconv.Itoa(i+1)
			}
			breaks := w.breaks // pages of the notes begin with notes here, not inside them
			w.breaks = nil
			w.note(n, strconv.Itoa(pg.notes.before+i+1), back)
			w.breaks = breaks
			w.raw("</li>\n")
		}
		w.notesOf = nil
		w.raw("</ol>\n</section>\n")
	}
	w.turnAll()
	w.raw("</section>\n")
}

// note writes the text of a note, its number before it, which leads back to its mark.
func (w *writer) note(n *book.Note, number, back string) {
	w.lead = func() {
		w.raw(`<a class="back" role="doc-backlink"`)
		w.attr("title", w.plan.cfg.Lang.Ebook.BackToText)
		w.attr("href", back)
		w.raw(">" + w.plan.cfg.Lang.InDigits(number) + ".</a> ")
	}
	if len(n.Blocks) == 0 || !isParagraph(n.Blocks[0]) {
		w.paragraph(nil)
	}
	w.inside(n.Blocks)
	w.lead = nil
}
