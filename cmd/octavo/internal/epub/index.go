package epub

import (
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/indexes"
)

// The lines of an index are those of the printed one, so that each page of it begins at the same line here.

// openIndex writes the beginning of an index.
func (w *writer) openIndex(class string) {
	w.raw(`<section class="index ` + class + `" epub:type="index" role="doc-index">` + "\n")
	w.reachLine(before)
	w.raw("<h1>")
	w.text(w.page.title)
	w.raw("</h1>\n")
	if e := w.plan.listed; len(e) > 0 && indexes.ByNumber(w.plan.cfg.Style, e[0]) {
		w.raw(`<p class="headnote">`)
		w.text(w.plan.cfg.Lang.References.Numbered.Fill("entries", indexes.Called(w.plan.cfg, w.plan.listed)))
		w.raw("</p>\n")
	}
}

// closeIndex writes the end of an index, with the breaks of pages that begin after its last line.
func (w *writer) closeIndex() {
	w.turnAll()
	w.raw("</section>\n")
}

// themeIndex lists the maxims under their themes.
func (w *writer) themeIndex() {
	w.openIndex("by-theme")
	line := 0
	for i := range w.plan.themes {
		t := &w.plan.themes[i]
		w.reachLine(line)
		w.raw(`<section class="group"`)
		w.attr("id", w.plan.themeIDs[t.ID])
		w.raw(">\n<h2>")
		w.text(t.Name)
		w.raw("</h2>\n<ul>\n")
		for _, e := range t.Entries {
			w.raw("<li>")
			w.reachLine(line)
			line++
			w.maxim(w.plan.plainText(e.Maxim), e)
			w.raw("</li>\n")
		}
		w.raw("</ul>\n</section>\n")
	}
	w.closeIndex()
}

// firstWordsIndex lists entries by their first words. A group is the lines of one letter; it needs no heading,
// because the order is alphabetical.
func (w *writer) firstWordsIndex() {
	w.openIndex("by-first-words")
	p := w.plan
	o := indexes.NewOrder(p.cfg.Lang)
	listed := w.page.words.Entries
	words := make(map[*book.Entry]string, len(listed))
	for _, e := range listed {
		words[e] = p.plainText(e.Maxim)
	}
	letter, open := "", false
	for i, e := range indexes.Sorted(o, listed, func(e *book.Entry) string { return words[e] }) {
		if l := o.Letter(words[e]); l != letter || !open {
			if open {
				w.raw("</ul>\n")
			}
			w.raw("<ul class=\"group\">\n")
			letter, open = l, true
		}
		w.raw("<li>")
		w.reachLine(i)
		w.maxim(indexes.FirstWords(words[e]), e)
		w.raw("</li>\n")
	}
	if open {
		w.raw("</ul>\n")
	}
	w.closeIndex()
}

// subjectIndex lists the subjects, in groups by letter as the index of first words.
func (w *writer) subjectIndex() {
	w.openIndex("by-subject")
	p := w.plan
	o := indexes.NewOrder(p.cfg.Lang)
	letter, open, line := "", false, 0
	for _, h := range p.subjects {
		if l := o.Letter(h.Name); l != letter || !open {
			if open {
				w.raw("</ul>\n")
			}
			w.raw("<ul class=\"group\">\n")
			letter, open = l, true
		}
		line = w.subject(h, line)
	}
	if open {
		w.raw("</ul>\n")
	}
	w.closeIndex()
}

// subject writes a heading with the places of its entries, its subheadings and its cross-references. Line is the number
// of lines of the index before it; the result is the number after it.
func (w *writer) subject(h *indexes.Heading, line int) int {
	w.raw("<li")
	if id, ok := w.plan.headings[h.Name]; ok {
		w.attr("id", id)
	}
	w.raw(">")
	w.reachLine(line)
	line++
	name, entries, subs := h.Name, h.Entries, h.Subs
	if len(subs) == 1 && len(entries) == 0 { // one subheading needs no line of its own
		name, entries, subs = name+", "+subs[0].Name, subs[0].Entries, nil
	}
	w.text(name)
	w.places(entries)
	if len(h.See) > 0 && len(subs) == 0 {
		word := w.plan.cfg.Lang.References.HeadingSeeAlso
		if len(entries) == 0 {
			word = w.plan.cfg.Lang.References.HeadingSee
		}
		w.raw(". ")
		w.headingsToSee(word, h.See)
	}
	if len(subs) > 0 {
		w.raw("\n<ul>\n")
		for _, s := range subs {
			w.raw(`<li class="sub">`)
			w.reachLine(line)
			line++
			w.text(s.Name)
			w.places(s.Entries)
			w.raw("</li>\n")
		}
		if len(h.See) > 0 {
			w.raw(`<li class="sub">`)
			w.reachLine(line)
			line++
			w.headingsToSee(w.plan.cfg.Lang.References.HeadingSeeAlso, h.See)
			w.raw("</li>\n")
		}
		w.raw("</ul>\n")
	}
	w.raw("</li>\n")
	return line
}

// headingsToSee writes links to other headings of the index of subjects.
func (w *writer) headingsToSee(word string, to []string) {
	w.raw(`<em class="see-word">`)
	w.text(word)
	w.raw("</em> ")
	for i, to := range to {
		if i > 0 {
			w.raw("; ")
		}
		heading, _ := book.Subject(to)
		if id, ok := w.plan.headings[heading]; ok {
			w.anchor("#"+id, "", func() { w.text(to) })
		} else {
			w.text(to)
		}
	}
}

// places writes links to entries: by their own numbers, by page of the printed book, or by place in the list where no printed
// book is known. Of several
// entries on one page only the first is linked.
func (w *writer) places(entries []*book.Entry) {
	last := ""
	for i, e := range entries {
		label := w.plan.folios[e.ID]
		switch {
		case indexes.ByNumber(w.plan.cfg.Style, e):
			label = itoa(e.Number)
		case label == "":
			label = itoa(i + 1)
		}
		if label == last {
			continue
		}
		last = label
		if i == 0 {
			w.raw(",\u2002")
		} else {
			w.raw(", ")
		}
		w.raw(`<a class="folio"`)
		w.attr("href", w.to(w.plan.anchors[e.ID]))
		w.raw(">")
		w.text(label)
		w.raw("</a>")
	}
}

// maxim writes a maxim linked to its entry, and its number, or its page in the printed book, linked to the beginning of that
// page. Either replaces the full stop.
func (w *writer) maxim(words string, e *book.Entry) {
	label := w.plan.folios[e.ID]
	b := w.plan.turns[label]
	if indexes.ByNumber(w.plan.cfg.Style, e) {
		w.anchor(w.to(w.plan.anchors[e.ID]), "", func() { w.text(strings.TrimRight(words, ".") + ",\u2002" + itoa(e.Number)) })
		return
	}
	if b != nil {
		words = strings.TrimRight(words, ".")
	}
	w.anchor(w.to(w.plan.anchors[e.ID]), "", func() { w.text(words) })
	if b == nil {
		return
	}
	w.raw(",\u2002")
	w.raw(`<a class="folio"`)
	w.attr("href", w.to(&anchor{file: b.page.file(), id: b.id()}))
	w.raw(">")
	w.text(label)
	w.raw("</a>")
}
