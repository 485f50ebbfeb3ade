package interior

import (
	"slices"
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/indexes"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/typeset"
)

// subjectIndex sets the index of subjects.
func (in *interior) subjectIndex(l *layout) []pageBody {
	opening := in.indexOpening(l, l.lang.Titles.Subjects, indexes.SubjectAnchor)
	c := l.indexColumn()
	o := indexes.NewOrder(in.cfg.Lang)
	letter := ""
	for _, h := range indexes.Subjects(in.cfg, in.printed()) {
		if next := o.Letter(h.Name); next != letter {
			c.skip(c.leading)
			letter = next
		}
		c.subject(h)
	}
	return l.columned(opening, c)
}

// subject sets a heading with its pages, its subheadings under it, and its references to other headings.
func (c *column) subject(h *indexes.Heading) {
	subs := h.Subs
	name := h.Name
	entries := h.Entries
	if len(subs) == 1 && len(entries) == 0 { // one subheading needs no line of its own
		name, entries, subs = name+", "+subs[0].Name, subs[0].Entries, nil
	}
	var lines [][]typeset.Inline
	line := func(lead string) []typeset.Inline {
		c.textStyle.Node = c.node.Add(page.NodeParagraph)
		if lead == "" {
			return nil
		}
		return []typeset.Inline{c.textStyle.Span(lead, c.pos())}
	}
	first := c.appendPages(line(name), entries)
	if len(h.See) > 0 && len(subs) == 0 {
		lead := c.lang.References.HeadingSeeAlso
		if len(entries) == 0 {
			lead = c.lang.References.HeadingSee
		}
		first = c.appendSee(append(first, c.textStyle.Span(". ", c.pos())), lead, h.See)
	}
	lines = append(lines, first)
	for _, sub := range subs {
		lines = append(lines, c.appendPages(line(sub.Name), sub.Entries))
	}
	if len(h.See) > 0 && len(subs) > 0 {
		lines = append(lines, c.appendSee(line(""), c.lang.References.HeadingSeeAlso, h.See))
	}
	for i, spans := range lines {
		switch {
		case i == 1 || i > 0 && i == len(lines)-1: // no heading at the foot, no single line carried over
			c.keep()
		case i > 0:
			c.penalty = max(c.penalty, dividedHeading)
		}
		c.indexLine(min(i, 1), spans)
	}
}

// dividedHeading is the penalty of a column that ends between the subheadings of a heading.
const dividedHeading = 100

// appendSee adds a reference to other headings.
func (c *column) appendSee(spans []typeset.Inline, lead string, to []string) []typeset.Inline {
	return append(spans, c.textStyle.Stressed().Span(lead+"\u00A0", c.pos()), c.textStyle.Span(strings.Join(to, "; "), c.pos()))
}

// appendPages adds the pages of entries, or their numbers; consecutive ones become one range.
func (c *column) appendPages(spans []typeset.Inline, entries []*book.Entry) []typeset.Inline {
	var all []pageRange
	for _, e := range entries {
		if indexes.ByNumber(c.style, e) {
			all = append(all, pageRange{e.ID, folio{true, e.Number}, folio{true, e.Number}})
		} else {
			all = append(all, pageRange{e.ID, folioOf(c.book.folio(e.ID)), folioOf(c.book.folio(endAnchor(e)))})
		}
	}
	for i, r := range merged(all) {
		between := ", "
		if i == 0 {
			between = ",\u2002"
		}
		spans = append(spans, c.textStyle.Span(between, c.pos()))
		spans = append(spans, c.textStyle.To(r.anchor).Span(c.lang.InDigits(r.String()), c.pos()))
	}
	return spans
}

// endAnchor is the name of the place where an entry ends.
func endAnchor(e *book.Entry) string { return "octavo.end." + e.ID }

// folio is a page's number.
type folio struct {
	body bool // arabic, as in the body; the roman folios of the front matter come before them
	n    int
}

// folioOf parses a folio that interior.number wrote.
func folioOf(label string) folio {
	if n, err := strconv.Atoi(label); err == nil {
		return folio{body: true, n: n}
	}
	for n := 1; n < 1000; n++ {
		if config.RomanNumeral(n) == label {
			return folio{n: n}
		}
	}
	return folio{}
}

func (f folio) String() string {
	if f.body {
		return strconv.Itoa(f.n)
	}
	return config.RomanNumeral(f.n)
}

func (f folio) compare(g folio) int {
	switch {
	case f.body == g.body:
		return f.n - g.n
	case g.body:
		return -1
	}
	return 1
}

// pageRange is a run of pages, both ends included, with the anchor of what starts it.
type pageRange struct {
	anchor   string
	from, to folio
}

func (r pageRange) String() string {
	if r.from == r.to {
		return r.from.String()
	}
	return r.from.String() + "–" + r.to.String()
}

// merged returns ranges in page order, with overlapping and adjacent ones merged.
func merged(ranges []pageRange) []pageRange {
	all := slices.Clone(ranges)
	slices.SortStableFunc(all, func(a, b pageRange) int { return a.from.compare(b.from) })
	var out []pageRange
	for _, r := range all {
		if r.to.compare(r.from) < 0 { // the last numbering was of other pages
			r.to = r.from
		}
		if len(out) > 0 {
			if last := &out[len(out)-1]; last.from.body == r.from.body && r.from.n <= last.to.n+1 {
				if r.to.compare(last.to) > 0 {
					last.to = r.to
				}
				continue
			}
		}
		out = append(out, r)
	}
	return out
}
