package book

import (
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/formula"
)

// Math is a formula in running text, or with lines of its own, where it is all of a paragraph.
type Math struct {
	Pos    diag.Pos
	Source string // as the author wrote it, in TeX's notation, without the dollar signs
	Layout formula.Layout
	Row    formula.Row
}

func (i *Math) Start() diag.Pos { return i.Pos }

func (*Math) inline() {}

// Plain returns the formula as a line of characters; see formula.Text.
func (i *Math) Plain() string { return formula.Text(i.Row) }
