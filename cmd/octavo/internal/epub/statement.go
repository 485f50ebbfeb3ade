package epub

import "strings"

// statementPart is a part of the accessibility statement.
type statementPart struct {
	heading string
	lines   []string
	address string // of mail, which the last line has; "": none
}

// statementParts returns what the accessibility statement says. It follows from what the book holds, as the metadata does, with the parts
// and their order of W3C's Accessibility Metadata Display Guide 2.0; what it knows nothing of it leaves out.
func (p *plan) statementParts() []statementPart {
	l, w := &p.cfg.Lang.Access, &p.cfg.Lang.Access.Statement
	reading := l.Text + p.picturesDescribed()
	if p.has.math {
		reading += w.Formulas
	}
	meets := w.Unclaimed
	if p.conforms() {
		meets = w.Meets.Fill("standard", conformance, "name", p.certifier())
	}
	first := statementPart{heading: w.Reading, lines: []string{reading}}
	if own := clean(p.cfg.Epub.Summary); own != "" {
		first.lines = append(first.lines, own)
	}
	parts := []statementPart{first, {heading: w.Conformance, lines: []string{meets}},
		{heading: w.Navigation, lines: []string{strings.TrimSpace(p.waysFound() + p.structured())}},
		{heading: w.Hazards, lines: []string{strings.TrimSpace(l.Still)}}}
	if contact := clean(p.cfg.Epub.Contact); contact != "" {
		parts = append(parts, statementPart{w.Contact, []string{w.WriteTo.Fill("address", contact)}, contact})
	}
	return parts
}

// statementDate returns the line that dates the statement, "" in a book without a date.
func (p *plan) statementDate() string {
	if !p.dated() {
		return ""
	}
	return p.cfg.Lang.Access.Statement.Made.Fill("date", p.cfg.Lang.Date(p.date()))
}

// statementText returns all that the statement says, for the fonts.
func (p *plan) statementText() string {
	s := p.cfg.Lang.Access.Statement.Title + p.statementDate()
	for _, part := range p.statementParts() {
		s += part.heading + strings.Join(part.lines, "")
	}
	return s
}

// statement writes the accessibility statement.
func (w *writer) statement() {
	p := w.plan
	w.raw("<section class=\"statement\"")
	if !strings.HasPrefix(p.lang, p.cfg.Lang.Words) {
		w.attr("lang", p.cfg.Lang.Words)
		w.attr("xml:lang", p.cfg.Lang.Words)
	}
	w.raw(">\n<h1>")
	w.text(p.cfg.Lang.Access.Statement.Title)
	w.raw("</h1>\n")
	for _, part := range p.statementParts() {
		w.raw("<h2>")
		w.text(part.heading)
		w.raw("</h2>\n")
		for _, line := range part.lines {
			w.raw("<p>")
			before, after, found := strings.Cut(line, part.address)
			if part.address == "" || !found {
				w.text(line)
			} else {
				w.text(before)
				w.raw("<a")
				w.attr("href", "mailto:"+part.address)
				w.attr("dir", "ltr")
				w.raw(">")
				w.text(part.address)
				w.raw("</a>")
				w.text(after)
			}
			w.raw("</p>\n")
		}
	}
	w.line("date", p.statementDate())
	w.raw("</section>\n")
}
