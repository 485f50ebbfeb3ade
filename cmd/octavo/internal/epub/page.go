package epub

import (
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/book"
)

// Classes, for who writes a style sheet. What a class stands on is in front of the colon; names between commas stand on
// pages of their kind.
//
//	section.chapter, .part, .titlepage, .index : a page's own section; div.copyright, .dedication, .motto, .colophon, .cover
//	                   : pages without a heading; .motto is the book's epigraph
//	section.proof      : a review copy's page about itself: p.reader, dl, p.about, p.copy; .titlepage .notice
//	h1 .number, .name  : the chapter's or part's number, and its words
//	section.section    : what a heading of the author's begins
//	section.entry      : a maxim with all that belongs to it; also .meme or .metaphor, or .kind-rule for a kind of the author's named rule
//	.entry .maxim      : its heading; p.kind under it, with .figure-of (tenor as vehicle);
//	                     p.fields has its keys, each with span.label in front; p.source those at its end
//	section.numbered   : an entry with span.number in its heading; also .hanging, .above or .before: where that stands
//	section.run-in     : an entry whose heading begins the paragraph after it, both in div.opening, with span.kind between them
//	.entry .gloss      : its text
//	.entry .see        : entries to see also: a p and a ul, or p.run-on with span.label
//	.entry .marks      : last, quiet: p.themes (links to the index) and p.audience, each with span.label in front
//	span.pagebreak, div.pagebreak : where a page of the printed book begins; empty, takes no room
//	div.table          : around each table, as wide as the text
//	.center, .right    : alignment of a table's cell
//	ul.tight, .task    : lists without white between items; items with a box
//	blockquote.epigraph, .attribution, pre.raw, hr.break, img.inline
//	sup.mark, div.notes, aside.note, a.back : marks of notes, the notes at a chapter's end, the way back
//	.index .headnote   : says that numbers are not those of pages
//	section.endnotes   : the page of the book's notes; in it section.group with ol of li.note
//	section.statement  : the accessibility statement, with an h2 for each part and p.date
//	section.index      : also .by-theme, .by-first-words, .by-subject; in it section.group with ul of lines,
//	                     li.sub (a subheading's line), a.folio (a page of the printed book), em.see-word ("See also")
//	nav.pages          : the page list, which nobody sees
//	dir="rtl"          : not a class: on what is written from the right in a book that is not; see direction.go

// stylesheet is where the style sheet lies, seen from the package document.
const stylesheet = "css/book.css"

// render writes one page at the end of buf.
func (p *plan) render(pg *page, buf []byte) []byte {
	w := &writer{plan: p, page: pg, buf: buf, breaks: pg.breaks}
	w.document()
	return w.buf
}

// document writes the whole page.
func (w *writer) document() {
	w.raw(xmlHead + "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"" +
		" xmlns:epub=\"http://www.idpf.org/2007/ops\"")
	w.attr("lang", w.plan.lang)
	w.attr("xml:lang", w.plan.lang)
	if w.plan.fromRight() {
		w.attr("dir", "rtl")
	}
	w.raw(">\n<head>\n<title>")
	w.text(w.page.title)
	w.raw("</title>\n<link rel=\"stylesheet\" type=\"text/css\"")
	style := "../" + stylesheet
	if w.page.kind == navPage {
		style = stylesheet
	}
	w.attr("href", style)
	w.raw("/>\n</head>\n<body>\n")
	w.body(w.page)
	w.raw("</body>\n</html>\n")
}

// body writes the content of a page's body element.
func (w *writer) body(pg *page) {
	if pg.chapter == nil && !pg.isIndex() && pg.kind != notesPage {
		w.turnAll()
	}
	switch pg.kind {
	case coverPage:
		w.cover()
	case proofPage:
		w.proofPage()
	case titlePage:
		w.title()
	case copyrightPage:
		w.copyright()
	case dedicationPage:
		w.raw("<div class=\"dedication\" epub:type=\"dedication\" role=\"doc-dedication\">\n<p>")
		w.lines(w.plan.cfg.Book.Dedication)
		w.raw("</p>\n</div>\n")
	case mottoPage:
		w.motto()
	case navPage:
		w.navigation()
	case partPage:
		w.raw("<section class=\"part\" epub:type=\"part\" role=\"doc-part\">\n<h1>")
		if pg.count == "" {
			w.text(pg.title)
		} else {
			w.numbered(pg.count, func() { w.text(pg.title) })
		}
		w.raw("</h1>\n</section>\n")
	case chapterPage:
		w.chapter(pg.chapter)
	case themesPage:
		w.themeIndex()
	case firstWordsPage:
		w.firstWordsIndex()
	case subjectsPage:
		w.subjectIndex()
	case notesPage:
		w.endnotes()
	case statementPage:
		w.statement()
	case colophonPage:
		w.raw("<div class=\"colophon\" epub:type=\"colophon\" role=\"doc-colophon\">\n<p>")
		w.lines(w.plan.cfg.Book.Colophon)
		w.raw("</p>\n</div>\n")
	}
}

// cover writes the picture the author gives, or else the title as type.
func (w *writer) cover() {
	b := &w.plan.cfg.Book
	if pic := w.plan.coverFile(); pic != nil {
		w.raw(`<div class="cover"><img epub:type="cover" role="doc-cover"`)
		w.attr("src", "../images/"+pic.name)
		w.attr("alt", w.plan.coverText())
		w.raw("/></div>\n")
		return
	}
	w.raw("<div class=\"cover typographic\">\n")
	w.line("cover-title", b.Title)
	w.line("cover-subtitle", b.Subtitle)
	w.line("cover-author", strings.Join(b.Authors(), ", "))
	w.raw("</div>\n")
}

// motto writes the epigraph of the whole book.
func (w *writer) motto() {
	b := &w.plan.cfg.Book
	w.raw("<div class=\"motto\" epub:type=\"epigraph\" role=\"doc-epigraph\">\n<p>")
	w.lines(b.Epigraph)
	w.raw("</p>\n")
	if by := strings.TrimLeft(clean(b.EpigraphBy), "—–- "); by != "" {
		w.line("attribution", "— "+by)
	}
	w.raw("</div>\n")
}

// coverText returns the alternative text of the cover.
func (p *plan) coverText() string {
	b, l := &p.cfg.Book, &p.cfg.Lang.Ebook
	title := clean(p.cfg.CatalogTitle())
	if b.Subtitle != "" {
		title += ": " + clean(b.Subtitle)
	}
	s := l.CoverOf.Fill("title", title)
	if authors := b.Authors(); len(authors) > 0 {
		s += l.CoverBy.Fill("names", clean(strings.Join(authors, p.cfg.Lang.Lists.Comma)))
	}
	return s
}

// line writes a paragraph of one line, or nothing for no text.
func (w *writer) line(class, text string) {
	if text = clean(text); text == "" {
		return
	}
	w.raw("<p")
	w.attr("class", class)
	w.raw(">")
	w.text(text)
	w.raw("</p>\n")
}

// lines writes text whose line breaks are the author's.
func (w *writer) lines(text string) {
	for i, line := range strings.Split(strings.TrimSpace(text), "\n") {
		if i > 0 {
			w.raw("<br/>\n")
		}
		w.text(strings.TrimSpace(line))
	}
}

func (w *writer) title() {
	b := &w.plan.cfg.Book
	w.raw("<section class=\"titlepage\" epub:type=\"titlepage\">\n<h1>")
	w.text(clean(b.Title))
	w.raw("</h1>\n")
	if subtitle := clean(b.Subtitle); subtitle != "" {
		w.raw(`<p class="subtitle" epub:type="subtitle" role="doc-subtitle">`)
		w.text(subtitle)
		w.raw("</p>\n")
	}
	for _, c := range b.Contributors {
		if c.Role == "aut" {
			w.line("author", c.Name)
		}
	}
	for _, c := range b.Contributors {
		if did, ok := w.plan.cfg.Lang.Makers.Credits[c.Role]; ok && clean(c.Name) != "" {
			w.line("contributor", did.Fill("name", c.Name))
		}
	}
	w.line("edition", b.Edition)
	w.device()
	w.line("publisher", b.Publisher)
	w.line("year", w.plan.year())
	if proof := w.plan.assets.proof; proof != nil {
		w.line("notice", proof.Notice)
	}
	w.raw("</section>\n")
}

func (w *writer) copyright() {
	b, l := &w.plan.cfg.Book, &w.plan.cfg.Lang.Imprint
	w.raw("<div class=\"copyright\" epub:type=\"copyright-page\">\n")
	w.line("book", b.Title)
	w.line("rights", b.Rights)
	published := ""
	if w.plan.dated() {
		published = w.plan.cfg.Lang.Date(w.plan.date())
	}
	if publisher := clean(b.Publisher); publisher != "" && published != "" {
		published = publisher + ", " + published
	} else if publisher != "" {
		published = publisher
	}
	w.line("published", published)
	w.line("edition", b.Edition)
	numbers := w.plan.cfg.ISBNs()
	for _, own := range []bool{true, false} { // its own is the first
		for _, n := range numbers {
			if (n.Key == "book.isbn.epub") == own {
				w.line("isbn", l.ISBN.Fill("isbn", n.String()))
			}
		}
	}
	var named []string
	for _, f := range w.plan.fonts { // open licences require attribution; for other fonts it is the publisher's responsibility
		if strings.Contains(f.notice.License, "SIL Open Font License") && !slices.Contains(named, f.notice.Family) {
			named = append(named, f.notice.Family)
		}
	}
	switch len(named) {
	case 0:
	case 1:
		w.line("fonts", l.Typeface.Fill("name", named[0]))
	default:
		w.line("fonts", l.Typefaces.Fill("names", w.plan.cfg.Lang.List(named)))
	}
	w.raw("</div>\n")
}

func (w *writer) chapter(c *book.Chapter) {
	kind := "chapter"
	if c.Role != book.Body {
		kind = w.plan.cfg.Lang.MatterOf(w.page.title, book.Slug(w.page.title))
	}
	w.raw(`<section class="chapter"`)
	if kind != "" {
		w.attr("epub:type", kind)
		w.attr("role", "doc-"+kind)
	}
	if a := w.plan.anchors[c.ID]; a != nil && a.file == w.page.file() && a.id != "" {
		w.attr("id", a.id)
	}
	w.raw(">\n")
	w.reach(before)
	if w.page.count != "" {
		w.held(func() {
			w.raw("<h1")
			w.direction(c.Title)
			w.raw(">")
			w.numbered(w.page.count, func() {
				if w.inlines(c.Title); len(c.Title) == 0 {
					w.text(w.page.title)
				}
			})
			w.raw("</h1>\n")
		})
	} else {
		w.heading("", 0, c.Title)
	}
	w.belowTitle(c.BelowTitle)
	w.blocks(c.Blocks)
	w.closeTo(0)
	w.turnAll()
	w.chapterNotes()
	w.raw("</section>\n")
}

// belowTitle writes what stands under a chapter's title.
func (w *writer) belowTitle(lines []book.TitleLine) {
	if len(lines) == 0 {
		return
	}
	w.raw("<div class=\"below\">\n")
	for _, l := range lines {
		w.raw(`<p class="` + [...]string{book.Subtitle: "subtitle", book.Byline: "byline", book.Dateline: "dateline"}[l.Kind] + `"`)
		w.direction(l.Text)
		w.raw(">")
		w.inlines(l.Text)
		w.raw("</p>\n")
	}
	w.raw("</div>\n")
}

// numbered writes a heading's words after its number.
func (w *writer) numbered(count string, words func()) {
	w.raw(`<span class="number">`)
	w.text(count)
	w.raw(`</span> <span class="name">`)
	words()
	w.raw("</span>")
}
