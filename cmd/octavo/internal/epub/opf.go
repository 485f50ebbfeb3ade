package epub

import (
	"strings"
	"time"

	"octavo/cmd/octavo/internal/onix"
)

const xmlHead = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

// date returns the only date in the package, by default the earliest that a zip file can hold.
func (p *plan) date() time.Time {
	first := time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)
	if d := p.cfg.Book.Date.UTC(); d.After(first) {
		return d
	}
	return first
}

// dated reports whether the author gave a date; the default is 1980.
func (p *plan) dated() bool { return p.cfg.Book.Dated() }

// packageDocument writes the metadata, the manifest and the spine: EPUB 3.3, sections 5.4 to 5.7.
func (p *plan) packageDocument(items []item) []byte {
	w := &writer{plan: p}
	w.raw(xmlHead + `<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="pub-id"`)
	w.attr("xml:lang", p.lang)
	w.raw(">\n<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n")
	w.metadata()
	w.accessibility()
	if p.coverFile() != nil { // how EPUB 2 and Kindle find the cover
		w.raw("<meta name=\"cover\" content=\"cover-image\"/>\n")
	}
	w.raw(`<link rel="record" properties="onix" media-type="application/xml"`)
	w.attr("href", onixFile)
	w.raw("/>\n</metadata>\n<manifest>\n")
	for _, i := range items {
		if i.id == "" {
			continue
		}
		w.raw("<item")
		w.attr("id", i.id)
		w.attr("href", i.href)
		w.attr("media-type", i.media)
		if i.properties != "" {
			w.attr("properties", i.properties)
		}
		w.raw("/>\n")
	}
	w.raw("</manifest>\n<spine toc=\"ncx\"")
	if p.fromRight() {
		w.attr("page-progression-direction", "rtl")
	}
	w.raw(">\n")
	for _, pg := range p.pages {
		w.raw("<itemref")
		w.attr("idref", pg.name)
		if pg.kind == navPage && p.cfg.Pages.No.Contents {
			w.attr("linear", "no")
		}
		w.raw("/>\n")
	}
	w.raw("</spine>\n</package>\n")
	return w.buf
}

// dc writes a Dublin Core element, or nothing for no value.
func (w *writer) dc(name, id, value string) bool {
	if value = clean(value); value == "" {
		return false
	}
	w.raw("<dc:" + name)
	if id != "" {
		w.attr("id", id)
	}
	w.raw(">")
	w.text(value)
	w.raw("</dc:" + name + ">\n")
	return true
}

// meta writes a property of the book, or of the element that it refines.
func (w *writer) meta(property, refines, scheme, value string) {
	if value = clean(value); value == "" {
		return
	}
	w.raw("<meta")
	if refines != "" {
		w.attr("refines", "#"+refines)
	}
	w.attr("property", property)
	if scheme != "" {
		w.attr("scheme", scheme)
	}
	w.raw(">")
	w.text(value)
	w.raw("</meta>\n")
}

func (w *writer) metadata() {
	b := &w.plan.cfg.Book
	w.dc("identifier", "pub-id", b.Identifier)
	if isbn, code := onix.CodeISBN(b.ISBN.Epub); isbn != "" && "urn:isbn:"+isbn != clean(b.Identifier) {
		w.dc("identifier", "isbn", "urn:isbn:"+isbn)
		w.meta("identifier-type", "isbn", "onix:codelist5", code)
	} else if isbn != "" {
		w.meta("identifier-type", "pub-id", "onix:codelist5", code)
	}
	if w.plan.assets.proof != nil {
		w.dc("identifier", "copy", "urn:octavo:copy:"+tokenID)
	}
	w.dc("title", "title", w.plan.cfg.CatalogTitle())
	w.meta("title-type", "title", "", "main")
	w.meta("display-seq", "title", "", "1")
	if w.dc("title", "subtitle", b.Subtitle) {
		w.meta("title-type", "subtitle", "", "subtitle")
		w.meta("display-seq", "subtitle", "", "2")
	}
	for i, c := range b.Contributors {
		element, id := "contributor", "contributor-"+itoa(i+1)
		if c.Role == "aut" || c.Role == "" {
			element, id = "creator", "creator-"+itoa(i+1)
		}
		if w.dc(element, id, c.Name) {
			role := c.Role
			if role == "" {
				role = "aut"
			}
			w.meta("role", id, "marc:relators", role)
			w.meta("file-as", id, "", c.FileAs)
		}
	}
	w.dc("language", "", w.plan.lang)
	if b.ExcerptOf != nil { // as EPUB Previews 1.0 has it, section 2.1
		w.dc("type", "", "preview")
		w.dc("source", "whole", b.ExcerptOf.Identifier)
	}
	w.dc("publisher", "", b.Publisher)
	if w.plan.dated() {
		w.dc("date", "", w.plan.date().Format("2006-01-02"))
	}
	w.dc("description", "", b.Description)
	for _, s := range b.Subjects {
		w.dc("subject", "", s)
	}
	w.codes("bisac", "BISAC", b.BISAC)
	w.codes("thema", "Thema", b.Thema)
	if clean(b.Series.Name) != "" {
		w.raw(`<meta id="series" property="belongs-to-collection">`)
		w.text(clean(b.Series.Name))
		w.raw("</meta>\n")
		w.meta("collection-type", "series", "", "series")
		if b.Series.Number > 0 {
			w.meta("group-position", "series", "", itoa(b.Series.Number))
		}
	}
	if len(w.plan.breaks) > 0 {
		w.dc("source", "print-edition", w.plan.printEdition())
		w.meta("source-of", "print-edition", "", "pagination")
		w.meta("schema:numberOfPages", "", "", itoa(len(w.plan.assets.Pages.Pages)))
	} else if isbn, _ := onix.CodeISBN(b.ISBN.Print); isbn != "" {
		w.dc("source", "", "urn:isbn:"+isbn)
	}
	w.dc("rights", "", b.Rights)
	w.meta("dcterms:modified", "", "", w.plan.date().Format("2006-01-02T15:04:05Z"))
}

// codes writes subjects by their codes in a scheme.
func (w *writer) codes(id, authority string, codes []string) {
	for i, c := range codes {
		name := id + "-" + itoa(i+1)
		if w.dc("subject", name, c) {
			w.meta("authority", name, "", authority)
			w.meta("term", name, "", c)
		}
	}
}

// printEdition names the printed edition whose pages the page list has: by its ISBN, or in words.
func (p *plan) printEdition() string {
	b := &p.cfg.Book
	if isbn, _ := onix.CodeISBN(b.ISBN.Print); isbn != "" {
		return "urn:isbn:" + isbn
	}
	parts := []string{p.cfg.Lang.Ebook.PrintedBook.Fill("title", clean(b.Title))}
	if publisher := clean(b.Publisher); publisher != "" {
		parts = append(parts, publisher)
	}
	if p.dated() {
		parts = append(parts, itoa(p.date().Year()))
	}
	return strings.Join(parts, ", ")
}
