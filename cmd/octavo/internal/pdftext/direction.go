package pdftext

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/bidi"
)

// readingOrder puts the letters of a line, which are in the order in which they stand from the left, into the order in which they are
// read. The order of letters on a line follows from their levels (UAX #9, L2), and so the other way round: levels that are found
// for letters as they stand are nearly always those for letters as they are read. The line is of the direction of most of it.
func readingOrder(row []Letter) {
	if !slices.ContainsFunc(row, func(c Letter) bool { return bidi.Has(c.Text) }) {
		return
	}
	var b strings.Builder
	at := make([]int, len(row))
	right := 0
	for i, c := range row {
		at[i] = b.Len()
		b.WriteString(c.Text)
		if bidi.Has(c.Text) {
			right++
		} else if bidi.Strong(c.Text) {
			right--
		}
	}
	base := bidi.LeftToRight
	if right > 0 {
		base = bidi.RightToLeft
	}
	runs := bidi.Runs(b.String(), base)
	levels := make([]bidi.Level, len(row))
	for i, k := 0, 0; i < len(row); i++ {
		for k+1 < len(runs) && runs[k].To <= at[i] {
			k++
		}
		levels[i] = runs[k].Level
	}
	old := slices.Clone(row)
	for i, k := range bidi.Order(levels) {
		row[i] = old[k]
	}
}

// isPoint reports whether a letter is a mark on the one before it in text that is written from the right, which cannot be told by its
// place: a point or a vowel.
func isPoint(before, c Letter) bool {
	r, n := utf8.DecodeRuneInString(c.Text)
	return n == len(c.Text) && unicode.Is(unicode.M, r) && bidi.Has(before.Text) && c.Left > before.Left-before.Size && c.Left < before.Right+before.Size
}
