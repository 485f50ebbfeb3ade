package epub

import (
	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/formula"
)

// math writes a formula as MathML, or as characters where no element can stand.
func (w *writer) math(m *book.Math) {
	w.reach(m.Pos.Offset)
	if w.quiet {
		w.text(m.Plain())
		return
	}
	w.raw(formula.MathML(m.Row, m.Layout))
}
