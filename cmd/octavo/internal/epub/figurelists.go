package epub

import (
	"slices"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/captions"
)

// figureList is a list of the figures ("loi", in the words of EPUB) or of the tables ("lot").
type figureList struct {
	kind, title string
	lines       []book.Captioned
}

// figureLists returns the lists that book.toml asks for and that have lines.
func (p *plan) figureLists() (out []figureList) {
	add := func(asked bool, kind, title string, tables bool) {
		if lines := p.book.Captioned(tables); asked && len(lines) > 0 {
			out = append(out, figureList{kind, title, lines})
		}
	}
	add(p.cfg.Numbering.ListFigures, "loi", p.cfg.Lang.Figures.Figures, false)
	add(p.cfg.Numbering.ListTables, "lot", p.cfg.Lang.Figures.Tables, true)
	return out
}

// figureList writes a list as a part of the navigation document, below the contents.
func (w *writer) figureList(f figureList) {
	w.raw("<nav epub:type=\"" + f.kind + "\" id=\"" + f.kind + "\" aria-labelledby=\"" + f.kind + "-title\">\n<h2 id=\"" + f.kind + "-title\">")
	w.text(f.title)
	w.raw("</h2>\n<ol>\n")
	for _, line := range f.lines {
		a := w.plan.anchors[line.ID]
		if a == nil {
			continue
		}
		w.raw("<li><a")
		w.attr("href", "xhtml/"+a.file+"#"+a.id)
		w.raw(">")
		if label := captions.Label(w.plan.cfg.Lang, line.Numbered); label != "" {
			w.text(label)
			w.raw(" ")
		}
		w.text(w.plan.plainText(line.Caption))
		w.raw("</a></li>\n")
	}
	w.raw("</ol>\n</nav>\n")
}

// numbersFigures reports whether figures or tables have numbers.
func (p *plan) numbersFigures() bool {
	numbered := func(c book.Captioned) bool { return c.Number != "" }
	return slices.ContainsFunc(p.book.Captioned(false), numbered) || slices.ContainsFunc(p.book.Captioned(true), numbered)
}
