package epub

import (
	"cmp"
	"strings"
)

// The words of schema.org's accessibility vocabulary (W3C, Schema.org Accessibility Properties for Discoverability) that a
// book made here can claim. Each is claimed only of a book that has what it says.
const (
	tableOfContents      = "tableOfContents"
	readingOrder         = "readingOrder"
	structuralNavigation = "structuralNavigation"
	displayTransformable = "displayTransformability"
	aria                 = "ARIA"
	alternativeText      = "alternativeText"
	indexed              = "index"
	mathML               = "MathML"
	pageBreakMarkers     = "pageBreakMarkers"
	pageNavigation       = "pageNavigation"
)

// conformance is the wording that EPUB Accessibility 1.1 asks for, section 3.5.2.
const conformance = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"

// features returns the accessibility features of this book, in schema.org's vocabulary.
func (p *plan) features() []string {
	out := []string{tableOfContents, readingOrder, structuralNavigation, displayTransformable, aria}
	if p.seen() && p.has.undescribed == 0 {
		out = append(out, alternativeText)
	}
	if p.indexed {
		out = append(out, indexed)
	}
	if p.has.math {
		out = append(out, mathML)
	}
	if len(p.breaks) > 0 {
		out = append(out, pageBreakMarkers, pageNavigation)
	}
	return out
}

// pictured reports whether the text has pictures, the cover not counted.
func (p *plan) pictured() bool { return p.has.described+p.has.undescribed > 0 }

// seen reports whether there is any picture at all, the cover included.
func (p *plan) seen() bool { return p.pictured() || p.coverFile() != nil }

// conforms reports whether the book may claim conformance: every picture has a description, the language is known, and
// someone certifies it. The rest of WCAG 2.2 level AA (structure, order, names, contrast, reflowable text) holds for
// every book made here, as the tests and Ace by DAISY confirm.
func (p *plan) conforms() bool {
	return p.certifier() != "" && p.has.undescribed == 0 && p.lang != "und"
}

// certifier returns who certifies the book's accessibility: epub.certified_by, or else the publisher; "" if neither is
// named, and then nothing is claimed.
func (p *plan) certifier() string {
	return cmp.Or(clean(p.cfg.Epub.CertifiedBy), clean(p.cfg.Book.Publisher))
}

// accessibility writes the accessibility metadata (EPUB Accessibility 1.1, section 2) from what the book contains.
func (w *writer) accessibility() {
	p := w.plan
	w.meta("schema:accessMode", "", "", "textual")
	if p.pictured() {
		w.meta("schema:accessMode", "", "", "visual")
	}
	if p.has.undescribed > 0 {
		w.meta("schema:accessModeSufficient", "", "", "textual,visual")
	} else {
		w.meta("schema:accessModeSufficient", "", "", "textual")
	}
	for _, f := range p.features() {
		w.meta("schema:accessibilityFeature", "", "", f)
	}
	w.meta("schema:accessibilityHazard", "", "", "none")
	w.raw(`<meta property="schema:accessibilitySummary"`)
	if clean(p.cfg.Epub.Summary) == "" && !strings.HasPrefix(p.lang, p.cfg.Lang.Words) {
		w.attr("xml:lang", p.cfg.Lang.Words)
	}
	w.raw(">")
	w.text(p.summary())
	w.raw("</meta>\n")
	if p.conforms() {
		w.raw(`<meta id="conformance" property="dcterms:conformsTo">` + conformance + "</meta>\n")
		w.meta("a11y:certifiedBy", "conformance", "", p.certifier())
	}
	if contact := clean(p.cfg.Epub.Contact); contact != "" { // EPUB Accessibility 1.2, section 3.8
		// In EPUB 2's form, as the techniques for it have all properties of this vocabulary: as a property, EPUBCheck up to 5.3 takes it
		// for an error, and shops refuse the book (w3c/epubcheck, issue 1669).
		w.raw(`<meta name="a11y:contactEmail"`)
		w.attr("content", contact)
		w.raw("/>\n")
	}
}

// summary returns the accessibility summary in prose.
func (p *plan) summary() string {
	if s := clean(p.cfg.Epub.Summary); s != "" {
		return s
	}
	l := &p.cfg.Lang.Access
	return l.Text + p.waysFound() + p.picturesDescribed() + p.structured() + l.Still
}

// waysFound says how readers find their way.
func (p *plan) waysFound() string {
	l := &p.cfg.Lang.Access
	ways := []string{l.Contents, l.Headings}
	if p.indexed {
		ways = append(ways, l.Indexes)
	}
	if len(p.breaks) > 0 {
		ways = append(ways, l.PageNumbers)
	}
	return l.Ways.Fill("ways", p.cfg.Lang.List(ways))
}

// picturesDescribed says whether pictures are described.
func (p *plan) picturesDescribed() string {
	l := &p.cfg.Lang.Access
	switch {
	case p.has.undescribed > 0 && p.has.described == 0:
		return l.NoneDescribed
	case p.has.undescribed > 0:
		return l.SomeDescribed
	case p.has.described > 0:
		return l.AllDescribed
	case p.coverFile() != nil:
		return l.OnlyCover
	}
	return l.NoPictures
}

// structured says what tables and notes have for who does not see the page.
func (p *plan) structured() (s string) {
	l := &p.cfg.Lang.Access
	if p.has.tables {
		s += l.Tables
	}
	if p.has.notes {
		s += l.Notes
	}
	return s
}
