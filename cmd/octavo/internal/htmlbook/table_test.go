package htmlbook

import (
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
)

// Words of a table arrive wherever they stand in it, and cells in the columns where a browser shows them.
func TestTable(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"<table><tr><td rowspan=2>a<td>b<tr><td>c<td>d</table>", " | | ; a |b | ;  |c |d"},
		{"<table><tr><td>a<td rowspan=0>b<td>c<tr><td>d<td>e<tr><td>f</table>", " | | ; a |b |c ; d | |e ; f | |"},
		{"<table><thead><tr><th rowspan=9>a<th>b<tbody><tr><td>c<td>d</table>", "a |b ; c |d"},
		{"<table><tr><td colspan=100>a<tr><td>b<td>c</table>", " | ; a | ; b |c"},
		{"<table><caption>a<tr><td>b</table>", "text a b"},
		{"<table><caption>a</caption><tr><td>b<blockquote>c</blockquote><td>d</table>", "text a b c d"},
		{"<table role=presentation><caption>a</caption><tr><td>b<td>c</table>", "text a b c"},
		{"<table><colgroup>a<col>b</colgroup><tr><td>c</table>", "text a b c"},
		{"<table>" + strings.Repeat("<td colspan=61>a", 70) + "</table>", "text" + strings.Repeat(" a", 70)},
	} {
		p, err := Read(Source{Text: []byte(c.in)}, Fragment)
		if err != nil {
			t.Fatal(err)
		}
		got := "text " + strings.Join(pageWords(p.Blocks), " ")
		if i := slices.IndexFunc(p.Blocks, func(b book.Block) bool { _, ok := b.(*book.Table); return ok }); i >= 0 {
			table := p.Blocks[i].(*book.Table)
			var rows []string
			for _, row := range append([][]book.Cell{table.Head}, table.Rows...) {
				var cells []string
				for _, cell := range row {
					cells = append(cells, book.PlainText(cell))
				}
				rows = append(rows, strings.Join(cells, " |"))
			}
			got = strings.Join(rows, " ; ")
		}
		if got != c.want {
			t.Errorf("%s\n got %q\nwant %q", c.in, got, c.want)
		}
	}
}
