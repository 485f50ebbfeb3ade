package epub

import (
	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/lang"
)

// aside writes a passage that is set off from the text, under its title or its kind's label.
func (w *writer) aside(a *book.Aside) {
	w.raw(`<aside class="aside`)
	if a.Kind.Grave() {
		w.raw(" grave")
	}
	w.raw(`"`)
	if a.ID != "" {
		w.attr("id", w.plan.idOf(a, a.ID))
	}
	if a.Kind == book.TipAside {
		w.attr("role", "doc-tip")
	}
	w.raw(">\n")
	if label := asideLabel(a, w.plan.cfg.Lang); len(a.Title) > 0 || label != "" {
		w.raw(`<p class="aside-label"`)
		w.direction(a.Title)
		w.raw(">")
		if label != "" {
			w.text(label)
		}
		w.inlines(a.Title)
		w.raw("</p>\n")
	}
	w.inside(a.Blocks)
	w.raw("</aside>\n")
}

// asideLabel returns the label of an aside that has no title, "" where its kind has none.
func asideLabel(a *book.Aside, l *lang.Language) string {
	if len(a.Title) > 0 || l == nil {
		return ""
	}
	return l.Asides.Label(int(a.Kind))
}

// alignedClass returns the class of aligned blocks.
func alignedClass(a book.Align) string {
	switch a {
	case book.AlignCenter:
		return "centered"
	case book.AlignRight:
		return "at-right"
	}
	return "at-left"
}

// asides writes the rules for passages that are set off: thin rules above and below, as in print.
func (s *sheet) asides(st *config.Style) {
	s.rule(".aside", "margin: 1.2em 1em", "padding: 0.5em 0", "border: 0 solid rgba(128, 128, 128, 0.6)", "border-width: 1px 0")
	s.rule(".aside.grave", "border-width: 2px 0")
	s.rule(".aside-label", "margin: 0 0 0.3em", "text-indent: 0", "text-align: left", "break-after: avoid", "page-break-after: avoid")
	s.rule(".aside-label + p, .centered > p, .at-right > p", "text-indent: 0")
	s.rule(".centered", "text-align: center")
	s.rule(".at-right", "text-align: right")
	s.rule(".at-left", "text-align: left")
	s.rule(".new-page", "break-after: page", "page-break-after: always")
	if st == nil {
		return
	}
	label := config.SmallCaps
	if st.Section.Face == config.Bold {
		label = config.Bold
	}
	s.rule(".aside-label", face(st, label)...)
}
