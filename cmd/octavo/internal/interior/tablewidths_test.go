package interior

import (
	"math/rand/v2"
	"slices"
	"testing"

	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/typeset"
)

// cellOfWords returns a cell of words of these widths, in points, with spaces of 3 pt between them.
func cellOfWords(words ...int) (c cellNeed) {
	x := page.Length(0)
	for _, w := range words {
		c = append(c, typeset.TextPiece{Start: x, End: x + page.Length(w)*page.Pt})
		x += page.Length(w+3) * page.Pt
	}
	return c
}

// randomTable returns a table whose columns are of different kinds: figures, names, prose, and cells without words.
func randomTable(r *rand.Rand) (needs [][]cellNeed, columns int) {
	columns = 1 + r.IntN(7)
	longest := make([]int, columns)
	for i := range longest {
		longest[i] = []int{1, 1, 3, 8, 30}[r.IntN(5)]
	}
	needs = make([][]cellNeed, 1+r.IntN(12))
	for k := range needs {
		needs[k] = make([]cellNeed, columns)
		for i := range needs[k] {
			words := make([]int, r.IntN(longest[i]+1))
			for w := range words {
				words[w] = 4 + r.IntN(40)
			}
			needs[k][i] = cellOfWords(words...)
		}
	}
	return needs, columns
}

// height returns how many lines the rows of a table have in all.
func height(needs [][]cellNeed, widths []page.Length) (all int) {
	for _, row := range needs {
		most := 0
		for i, cell := range row {
			n, _ := cell.lines(widths[i])
			most = max(most, n)
		}
		all += most
	}
	return all
}

// TestColumnWidths holds the widths of random tables against what must be true of any: they fit the room, each column holds its
// widest word, no line is longer than its column, no column is wider than its longest line, the table is no higher than CSS's
// proportions make it, and columns that fit are left alone.
func TestColumnWidths(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	lower := 0
	for range 3000 {
		needs, columns := randomTable(r)
		room := page.Length(40+r.IntN(400)) * page.Pt
		least, most := make([]page.Length, columns), make([]page.Length, columns)
		for _, row := range needs {
			for i, c := range row {
				l, m := c.extremes()
				least[i], most[i] = max(least[i], l), max(most[i], m)
			}
		}
		widths, wrapped, fits := columnWidths(needs, columns, room)
		if fits != (sum(least) <= room) {
			t.Fatalf("fits is %v with a least width of %s in %s", fits, sum(least), room)
		}
		if !fits {
			continue
		}
		if sum(widths) > room {
			t.Fatalf("columns of %s do not fit in %s", sum(widths), room)
		}
		if wrapped == (sum(most) <= room) || !wrapped && !slices.Equal(widths, most) {
			t.Fatalf("%v of columns that want %v in %s", widths, most, room)
		}
		for i, w := range widths {
			if w < least[i] || w > most[i] {
				t.Fatalf("column of %s, whose words need %s and %s", w, least[i], most[i])
			}
			for _, row := range needs {
				if n, used := row[i].lines(w); used > w || n > 0 && w < least[i] {
					t.Fatalf("line of %s in a column of %s", used, w)
				}
			}
		}
		if wrapped {
			css := share(least, most, room)
			if now, before := height(needs, widths), height(needs, css); now > before {
				t.Fatalf("table of %d lines, and CSS makes it of %d", now, before)
			} else if now < before {
				lower++
			}
		}
	}
	if lower < 300 {
		t.Errorf("only %d tables of 3,000 are lower than CSS makes them", lower)
	}
}

// TestShareIsMonotone: in a wider room no column is narrower.
func TestShareIsMonotone(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 3))
	for range 1000 {
		n := 1 + r.IntN(6)
		least, most := make([]page.Length, n), make([]page.Length, n)
		for i := range least {
			least[i] = page.Length(r.IntN(50)) * page.Pt
			most[i] = least[i] + page.Length(r.IntN(900))*page.Pt
		}
		room := sum(least) + page.Length(r.IntN(300))*page.Pt
		narrow, broad := share(least, most, room), share(least, most, room+10*page.Pt)
		if sum(narrow) > room {
			t.Fatalf("%s shared out of %s", sum(narrow), room)
		}
		for i := range narrow {
			if broad[i] < narrow[i]-2 && most[i] < mostShare*room {
				t.Fatalf("column of %s is one of %s in a wider room", narrow[i], broad[i])
			}
		}
	}
}

// TestNameIsNotBroken: a name that one line holds is not broken where the column beside it has room.
func TestNameIsNotBroken(t *testing.T) {
	needs := [][]cellNeed{
		{cellOfWords(6), cellOfWords(24, 18), cellOfWords(20, 20, 20, 20, 20, 20, 20, 20)},
		{cellOfWords(6), cellOfWords(20, 42), cellOfWords(20, 20, 20, 20, 20, 20, 20)},
	}
	widths, _, _ := columnWidths(needs, 3, 190*page.Pt)
	if n, _ := needs[1][1].lines(widths[1]); n != 1 {
		t.Errorf("columns of %v break the name", widths)
	}
}
