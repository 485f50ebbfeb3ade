package compose

import (
	"slices"
	"strconv"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/manuscript"
	"octavo/cmd/octavo/internal/typeset"
)

// The index of maxims by theme.
const (
	indexTitle  = "Maxims by Theme"
	indexAnchor = "octavo.index"
	otherThemes = "Other"
)

func itoa(n int) string { return strconv.Itoa(n) }

// themeEntries is one theme with the maxims that bear it, in reading order.
type themeEntries struct {
	name    string
	entries []*manuscript.Entry
}

// printed are the entries that are in the book, in reading order.
func (in *interior) printed() []*manuscript.Entry {
	return slices.DeleteFunc(in.book.Entries(), func(e *manuscript.Entry) bool { return e.Status == manuscript.Draft })
}

// listed are the themes in the order in which they are declared; entries without one come last.
func (in *interior) listed() []themeEntries {
	var out []themeEntries
	entries := in.printed()
	add := func(name string, has func(e *manuscript.Entry) bool) {
		t := themeEntries{name: name}
		for _, e := range entries {
			if has(e) {
				t.entries = append(t.entries, e)
			}
		}
		if len(t.entries) > 0 {
			out = append(out, t)
		}
	}
	for _, t := range in.cfg.Themes {
		add(t.Name, func(e *manuscript.Entry) bool { return slices.Contains(e.Themes, t.ID) })
	}
	add(otherThemes, func(e *manuscript.Entry) bool { return len(e.Themes) == 0 })
	return out
}

// themeIndex sets the index of maxims by theme.
func (in *interior) themeIndex(s *setter) []leaf {
	opening := s.indexOpening(indexTitle, indexAnchor)
	c := s.indexColumn()
	for _, t := range in.listed() {
		c.skip(c.leading)
		head := c.dress.label().in(c.headingNode(2))
		c.together(typeset.SetParagraph([]typeset.Span{head.span(t.name, diag.Pos{})},
			typeset.Setting{Measure: c.measure, Align: typeset.RaggedRight}))
		c.keep()
		for _, e := range t.entries {
			c.indexLine(0, c.maximSpans(manuscript.PlainText(e.Maxim), e))
		}
	}
	return s.columned(opening, c)
}
