package interior

import (
	"strings"

	"octavo/cmd/octavo/internal/book"
)

// The anchors of the lists of figures and tables.
const (
	figuresAnchor = "octavo.figures"
	tablesAnchor  = "octavo.tables"
)

// figureList is a list of the figures or of the tables, as the contents are one of the chapters.
type figureList struct {
	title, anchor string
	entries       []contentsEntry
}

// figureLists returns the lists that book.toml asks for and that have lines.
func (in *interior) figureLists() (out []figureList) {
	add := func(list figureList, captioned []book.Captioned) {
		if len(captioned) == 0 {
			return
		}
		for _, f := range captioned {
			list.entries = append(list.entries, contentsEntry{words: withoutStop(withoutNotes(f.Caption)), figure: f.Number, anchor: f.ID})
		}
		out = append(out, list)
	}
	if in.cfg.Numbering.ListFigures {
		add(figureList{title: in.cfg.Lang.Figures.Figures, anchor: figuresAnchor}, in.book.Captioned(false))
	}
	if in.cfg.Numbering.ListTables {
		add(figureList{title: in.cfg.Lang.Figures.Tables, anchor: tablesAnchor}, in.book.Captioned(true))
	}
	return out
}

// withoutStop leaves out the full stop at the end of words: lines of a list have none.
func withoutStop(ins []book.Inline) []book.Inline {
	last := len(ins) - 1
	if last < 0 {
		return ins
	}
	t, ok := ins[last].(*book.Text)
	if !ok || !strings.HasSuffix(t.Value, ".") || strings.HasSuffix(t.Value, "..") {
		return ins
	}
	return append(append([]book.Inline{}, ins[:last]...), &book.Text{Pos: t.Pos, Value: strings.TrimSuffix(t.Value, ".")})
}
