package pdftext

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"octavo/cmd/octavo/internal/cos"
)

// maxColumns is how many columns a sheet is taken apart into.
const maxColumns = 8

// Columns returns the text column by column, where white runs down between them: the pages on a sheet that was printed with several side
// by side, or the columns of one page. It returns nil where there is one column only. Which of the two orders is right, the caller has
// to know.
func (t *Text) Columns() *Text {
	cuts := t.gutters()
	if len(cuts) == 0 || !t.budget.Spend(cos.Work, 4*len(t.Letters)) {
		return nil
	}
	out := arrangeColumns(slices.Clone(t.Letters), cuts)
	out.budget = t.budget
	return out
}

func columnOf(c Letter, cuts []float64) int {
	x := (c.Left + c.Right) / 2
	return sort.Search(len(cuts), func(i int) bool { return x < cuts[i] })
}

const (
	strip     = 2.0 // points: how finely white is looked for
	maxStrips = 8192
	fewLines  = 5 // a column has as many at least
)

// gutters returns the middles of the strips of white that run down between columns.
func (t *Text) gutters() (cuts []float64) {
	if len(t.Lines) < fewLines {
		return nil
	}
	low, high := t.Letters[0].Left, t.Letters[0].Right
	sizes := make([]float64, len(t.Letters))
	for i, c := range t.Letters {
		low, high, sizes[i] = min(low, c.Left), max(high, c.Right), c.Size
	}
	if high-low > strip*maxStrips || !t.budget.Spend(cos.Work, 2*len(t.Letters)) {
		return nil
	}
	slices.Sort(sizes)
	size := sizes[len(sizes)/2]
	covered := t.coverage(low, high, size)
	if covered == nil {
		return nil
	}
	few := max(1, len(t.Lines)/25) // such as a browser's line at the head of a sheet
	column := 0                    // the most lines that the column has anywhere
	from := -1                     // where a strip of white begins; -1 outside of one
	for k, lines := range covered {
		if lines <= few {
			if from < 0 {
				from = k
			}
			continue
		}
		if from > 0 && float64(k-from)*strip >= 1.2*size && column >= fewLines && len(cuts) < maxColumns-1 {
			cuts = append(cuts, low+strip*float64(from+k)/2)
			column = 0
		}
		from, column = -1, max(column, lines)
	}
	if column < fewLines && len(cuts) > 0 { // what stands at the right is no column, but numbers of lines
		cuts = cuts[:len(cuts)-1]
	}
	return cuts
}

// coverage returns how many lines have ink in each strip from low to high, nil if the file cannot spare the work. The space between
// two words, less than size, counts as ink.
func (t *Text) coverage(low, high, size float64) []int {
	covered := make([]int, int((high-low)/strip)+2)
	for _, l := range t.Lines {
		row := slices.DeleteFunc(slices.Clone(t.Letters[l.From:l.To]), func(c Letter) bool { return strings.TrimSpace(c.Text) == "" })
		slices.SortFunc(row, func(a, b Letter) int { return cmp.Compare(a.Left, b.Left) })
		end := -1 // strips of this line that are counted
		for i, c := range row {
			from, to := int((c.Left-low)/strip), int((c.Right-low)/strip)
			if i > 0 && c.Left-row[i-1].Right < size {
				from = min(from, end+1)
			}
			if !t.budget.Spend(cos.Work, 1+(to-from)/8) {
				return nil
			}
			for k := max(from, end+1); k <= to && k < len(covered); k++ {
				covered[k]++
			}
			end = max(end, to)
		}
	}
	return covered
}
