// Package captions says what is printed for the numbers of figures and tables: the label before a caption ([Label]), and the words
// by which text refers to one ([Reference]).
package captions

import (
	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/lang"
)

// Label returns what stands before the caption of a figure or a table, "Figure 3.", or "" for one without a number.
func Label(l *lang.Language, n book.Numbered) string {
	switch {
	case n.Number == "":
		return ""
	case n.Table:
		return l.Figures.TableLabel.Fill("n", l.InDigits(n.Number))
	}
	return l.Figures.FigureLabel.Fill("n", l.InDigits(n.Number))
}

// Reference returns the words of a link that has none of its own and leads to a figure or a table: "figure 3", with a capital where
// it begins a sentence. It returns "" for any other link.
func Reference(l *lang.Language, link *book.Link) string {
	if link.To == nil || len(link.Text) > 0 {
		return ""
	}
	words := l.Figures.Figure
	if link.To.Table {
		words = l.Figures.Table
	}
	text := words.Fill("n", l.InDigits(link.To.Number))
	if link.Opens {
		return l.Capital(text)
	}
	return text
}
