package epub

import (
	"slices"
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/config"
)

func itoa(n int) string { return strconv.Itoa(n) }

// navigation writes the navigation document's body: the table of contents, which is also a page of the book, and the
// landmarks, which are hidden and meant for reading systems.
func (w *writer) navigation() {
	w.raw("<nav epub:type=\"toc\" role=\"doc-toc\" id=\"toc\" aria-labelledby=\"toc-title\">\n")
	l := w.plan.cfg.Lang
	w.raw("<h1 id=\"toc-title\">")
	w.text(l.Titles.Contents)
	w.raw("</h1>\n")
	w.tocList(w.plan.toc, true)
	w.raw("</nav>\n")

	lists := w.plan.figureLists()
	for _, f := range lists {
		w.figureList(f)
	}

	w.raw("<nav epub:type=\"landmarks\" aria-labelledby=\"landmarks-title\" hidden=\"hidden\">\n")
	w.raw("<h2 id=\"landmarks-title\">")
	w.text(l.Ebook.Landmarks)
	w.raw("</h2>\n<ol>\n")
	w.landmark("cover", w.plan.pages[0], "", l.Titles.Cover)
	w.landmark("titlepage", w.plan.title, "", l.Titles.TitlePage)
	w.landmark("toc", w.page, "#toc", l.Titles.Contents)
	for _, f := range lists {
		w.landmark(f.kind, w.page, "#"+f.kind, f.title)
	}
	if start := w.plan.bodyStart(); start != nil {
		w.landmark("bodymatter", start, "", l.Ebook.Start)
	}
	for _, pg := range w.plan.pages {
		switch {
		case pg.kind == notesPage:
			w.landmark("endnotes", pg, "", pg.title)
		case pg.isIndex():
			w.landmark("index", pg, "", pg.title)
		}
	}
	w.raw("</ol>\n</nav>\n")
	w.pageList()
}

func (w *writer) landmark(kind string, pg *page, fragment, name string) {
	w.raw("<li><a")
	w.attr("epub:type", kind)
	w.attr("href", pg.href()+fragment)
	w.raw(">")
	w.text(name)
	w.raw("</a></li>\n")
}

// bodyStart returns the first page of the body matter, or else the first page of text; nil for a book without any.
func (p *plan) bodyStart() *page {
	var first *page
	for _, pg := range p.pages {
		if pg.kind == partPage || pg.kind == chapterPage && pg.name[0] == 'c' {
			return pg
		}
		if first == nil && pg.kind == chapterPage && !pg.chapter.Opening {
			first = pg
		}
	}
	return first
}

// tocList writes a list of lines; a heading without words has none. The page of contents shows parts and chapters, as
// print does, or, in a book without parts, chapters and their sections: two levels. Deeper levels are hidden there, but
// a reading system still lists them in its own table of contents (EPUB 3.3, section 7.3.5).
func (w *writer) tocList(items []*tocItem, shown bool) {
	w.raw("<ol")
	if !shown {
		w.raw(` hidden="hidden"`)
	}
	w.raw(">\n")
	for _, i := range items {
		if i.text == "" {
			continue
		}
		w.raw("<li")
		if i.page != nil && i.page.kind == partPage {
			w.attr("class", "part")
		}
		w.raw("><a")
		w.attr("href", i.href)
		w.directionOf(i.text)
		w.raw(">")
		if i.count > 0 {
			w.raw(`<span class="number">` + w.plan.contentsNumber(i.count) + "</span> ")
		}
		w.text(i.text)
		w.raw("</a>")
		if i.leads() {
			w.raw("\n")
			w.tocList(i.items, !w.plan.hasParts || i.page != nil && i.page.kind == partPage)
		}
		w.raw("</li>\n")
	}
	w.raw("</ol>\n")
}

// ncx returns the table of contents in the form of EPUB 2, for reading systems that know no other.
func (p *plan) ncx() []byte {
	w := &writer{plan: p}
	w.raw(xmlHead + `<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"`)
	w.attr("xml:lang", p.lang)
	w.raw(">\n<head>\n")
	depth := 1
	for _, i := range p.toc {
		depth = max(depth, i.depth())
	}
	for _, m := range [][2]string{
		{"dtb:uid", clean(p.cfg.Book.Identifier)}, {"dtb:depth", itoa(depth)},
		{"dtb:totalPageCount", itoa(len(p.breaks))}, {"dtb:maxPageNumber", itoa(p.lastPage())},
	} {
		w.raw("<meta")
		w.attr("name", m[0])
		w.attr("content", m[1])
		w.raw("/>\n")
	}
	w.raw("</head>\n<docTitle><text>")
	w.text(clean(p.cfg.CatalogTitle()))
	w.raw("</text></docTitle>\n<navMap>\n")
	n := 0
	w.navPoints(p.toc, &n)
	w.raw("</navMap>\n")
	w.pageTargets(n)
	w.raw("</ncx>\n")
	return w.buf
}

func (w *writer) navPoints(items []*tocItem, n *int) {
	for _, i := range items {
		if i.text == "" {
			continue
		}
		*n++
		w.raw("<navPoint")
		w.attr("id", "n"+itoa(*n))
		w.attr("playOrder", itoa(*n))
		w.raw("><navLabel><text>")
		if i.count > 0 {
			w.raw(w.plan.contentsNumber(i.count) + " ")
		}
		w.text(i.text)
		w.raw("</text></navLabel><content")
		w.attr("src", i.href)
		w.raw("/>")
		w.navPoints(i.items, n)
		w.raw("</navPoint>\n")
	}
}

// leads reports whether a line of the contents has visible lines under it.
func (i *tocItem) leads() bool {
	return slices.ContainsFunc(i.items, func(c *tocItem) bool { return c.text != "" })
}

func (i *tocItem) depth() int {
	d := 0
	for _, c := range i.items {
		d = max(d, c.depth())
	}
	return d + 1
}

// contentsNumber writes a chapter's number for the contents: in roman numerals where the chapter has them, in figures otherwise.
func (p *plan) contentsNumber(n int) string {
	if p.cfg.Style != nil && p.cfg.Style.Chapter.Number == config.Roman {
		return strings.ToUpper(config.RomanNumeral(n))
	}
	return p.cfg.Lang.Figure(n)
}
