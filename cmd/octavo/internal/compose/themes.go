package compose

import (
	"slices"
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/manuscript"
	"octavo/cmd/octavo/internal/typeset"
)

// The index.
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

// listed are the themes in the order in which they are declared; entries without one come last.
func (in *interior) listed() []themeEntries {
	var out []themeEntries
	entries := slices.DeleteFunc(in.book.Entries(), func(e *manuscript.Entry) bool { return e.Status == manuscript.Draft })
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
func (in *interior) themeIndex(s *setter) *column {
	c := s.column(s.textWidth)
	c.opening("", []typeset.Span{s.titleDress().span(indexTitle, diag.Pos{})}, indexAnchor)
	step := typeset.Length(s.style.Text.Indent)
	for _, t := range in.listed() {
		c.skip(c.leading)
		head := s.body().smallCaps()
		c.together(typeset.SetParagraph([]typeset.Span{head.span(t.name, diag.Pos{})},
			typeset.Setting{Measure: s.textWidth, Align: typeset.RaggedRight}))
		c.keep()
		for _, e := range t.entries {
			d := s.body()
			d.size = d.size * 94 / 100
			d.anchor = e.ID
			c.left = step
			title := strings.TrimRight(manuscript.PlainText(e.Maxim), ".")
			c.set([]typeset.Span{d.span(title+",\u2002", e.Pos), d.span(c.page(e.ID), e.Pos)},
				typeset.Setting{Measure: s.textWidth - step, Indent: -step, Align: typeset.RaggedRight})
			c.left = 0
		}
	}
	return c
}
