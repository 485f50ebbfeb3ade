package interior_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/interior"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pagemap"
)

// setChapter sets a book of one chapter and returns its pages with their places, and what was found.
func setChapter(t *testing.T, chapter string) (pages []*page.Page, places []pagemap.Page, root *page.Node, found diag.List) {
	t.Helper()
	b := tooLong{chapter: chapter}
	cfg, bk, fonts := booktest.Open(t, b.write(t))
	doc, where, found := interior.Set(cfg, bk, fonts)
	for i, p := range where.Pages {
		if p.Kind == pagemap.Chapter {
			pages, places = append(pages, doc.Pages[i]), append(places, where.Pages[i])
		}
	}
	return pages, places, doc.Root, found
}

// texts returns the texts of a page in the order in which they are drawn, those that are turned among them.
func texts(p *page.Page) (out []*page.Text) {
	for _, it := range page.Placed(p.Items) {
		if t, ok := it.(*page.Text); ok {
			out = append(out, t)
		}
	}
	return out
}

// says returns the words of a page.
func says(p *page.Page) string {
	var words []string
	for _, t := range texts(p) {
		words = append(words, t.Text)
	}
	return strings.Join(words, " ")
}

// turned returns the group of a page that is turned sideways, or nil.
func turned(p *page.Page) *page.Group {
	for _, it := range p.Items {
		if g, ok := it.(*page.Group); ok && g.Turn == -90_000 {
			return g
		}
	}
	return nil
}

func codes(found diag.List) (out []string) {
	for _, d := range found {
		out = append(out, d.Code)
	}
	return out
}

// TestTableContinues: overleaf a table has its head once more, below a line that says so, for the eyes only; the page map
// begins each page with its first row.
func TestTableContinues(t *testing.T) {
	chapter := "# Ferries\n\nWords.\n\n| Port | Master |\n|---|---|\n"
	for i := range 90 {
		chapter += fmt.Sprintf("| port%02d | master%02d of the *Hope* |\n", i, i)
	}
	pages, places, _, found := setChapter(t, chapter+"\nMore words.\n")
	if len(found) > 0 {
		t.Error(found)
	}
	if len(pages) != 3 && len(pages) != 4 {
		t.Fatalf("%d pages", len(pages))
	}
	row := 0
	for i, p := range pages {
		rows := 0
		for _, x := range texts(p) {
			if strings.HasPrefix(x.Text, "port") {
				if x.Text != fmt.Sprintf("port%02d", row) {
					t.Fatalf("page %d: row %d says %q", i, row, x.Text)
				}
				row++
				rows++
			}
			if i > 0 && (x.Text == "Port" || x.Text == "(continued)") && (x.Node != nil || x.Offset != page.Made) {
				t.Errorf("page %d: %q is no artifact", i, x.Text)
			}
		}
		if rows == 1 {
			t.Errorf("page %d has one row of the table", i)
		}
		if i > 0 && rows > 0 {
			if !strings.Contains(says(p), "(continued) Port Master") {
				t.Errorf("page %d does not say that the table continues: %s", i, says(p))
			}
			if line, _ := places[i].Start.Pos.Source.LineColumn(places[i].Start.Pos.Offset); line != 7+row-rows {
				t.Errorf("page %d starts with line %d of the manuscript, not with the row of line %d", i, line, 7+row-rows)
			}
		}
	}
	if row != 90 {
		t.Errorf("%d rows of 90", row)
	}
}

// TestTableCaption: a caption stands above its table, wherever it was written, and in the line over what continues; it is the
// table's in the structure, and no page begins with one that was written after its table.
func TestTableCaption(t *testing.T) {
	rows := ""
	for i := range 60 {
		rows += fmt.Sprintf("| port%02d | master%02d |\n", i, i)
	}
	for _, chapter := range []string{"# One\n\nTable: The *masters*\n\n| Port | Master |\n|---|---|\n" + rows,
		"# One\n\n| Port | Master |\n|---|---|\n" + rows + "\n: The *masters*\n"} {
		pages, places, _, found := setChapter(t, chapter)
		if len(found) > 0 {
			t.Error(found)
		}
		if s := says(pages[0]); !strings.Contains(s, "The  masters Port Master") {
			t.Errorf("page 1 says %s", s)
		}
		if s := says(pages[1]); !strings.Contains(s, "The masters (continued) Port Master") {
			t.Errorf("page 2 says %s", s)
		}
		for _, x := range texts(pages[0]) {
			if x.Text == "masters" && (x.Node == nil || x.Node.Kind != page.NodeCaption) {
				t.Errorf("the caption's node is %v", x.Node)
			}
		}
		for i, p := range places {
			if line, _ := p.Start.Pos.Source.LineColumn(p.Start.Pos.Offset); line > 64 {
				t.Errorf("page %d begins in line %d", i, line)
			}
		}
	}
}

// TestTableOfOneHead: a table that ends on its page says nothing of a further one.
func TestTableOfOneHead(t *testing.T) {
	pages, _, _, _ := setChapter(t, "# One\n\n| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n")
	if len(pages) != 1 || strings.Contains(says(pages[0]), "continued") {
		t.Errorf("%d pages: %s", len(pages), says(pages[0]))
	}
}

// TestTableTurned: a table too wide for the page is turned sideways on the page after its place in the text, with its text,
// its links, its structure and its lines in the page map, under the page's own folio; the text goes on before it.
func TestTableTurned(t *testing.T) {
	head := "| Station " + strings.Repeat("| Quarter ", 11) + "|\n" + strings.Repeat("|---", 12) + "|\n"
	chapter := "# Lights\n\nBefore it.\n\n" + head
	for i := range 4 {
		chapter += fmt.Sprintf("| light%d[^%d] %s|\n", i, i, strings.Repeat("| 12,345.60 ", 11))
	}
	chapter += "\nAfter it.\n"
	for i := range 4 {
		chapter += fmt.Sprintf("\n[^%d]: Of light %d.\n", i, i)
	}
	pages, places, root, found := setChapter(t, chapter)
	if got := codes(found); !slices.Equal(got, []string{"table-turned"}) {
		t.Errorf("found %v", found)
	}
	if len(pages) != 2 {
		t.Fatalf("%d pages", len(pages))
	}
	if s := says(pages[0]); !strings.Contains(s, "The table is on page\u00A02.") || !strings.Contains(s, "After it.") || !strings.Contains(s, "Of light 3.") {
		t.Errorf("the page before says %s", s)
	}
	g := turned(pages[1])
	if g == nil {
		t.Fatal("nothing is turned")
	}
	if s := says(pages[1]); !strings.Contains(s, "light3") || strings.Count(s, "12,345.60") != 44 || !strings.Contains(s, "2") {
		t.Errorf("the page says %s", s)
	}
	for _, d := range page.OffPage(pages, nil, func(int) diag.Pos { return diag.Pos{} }) {
		t.Error(d.Message)
	}
	if !places[1].Start.IsValid() || len(places[1].Lines) != 5 || !strings.HasPrefix(places[1].Lines[1].Text, "light0") {
		t.Errorf("the page map has %+v", places[1])
	}
	in := map[*page.Node]bool{}
	var walk func(n *page.Node)
	walk = func(n *page.Node) {
		in[n] = true
		for _, c := range n.Children {
			walk(c)
		}
	}
	walk(root)
	for _, it := range g.Items {
		if x, ok := it.(*page.Text); ok && !in[x.Node] {
			t.Errorf("%q is not in the structure", x.Text)
		}
	}
}

// TestTableTurnedContinues: a turned table that its page does not hold goes on over the next ones, with its head.
func TestTableTurnedContinues(t *testing.T) {
	chapter := "# Lights\n\n| Station " + strings.Repeat("| Quarter ", 11) + "|\n" + strings.Repeat("|---", 12) + "|\n"
	for i := range 50 {
		chapter += fmt.Sprintf("| light%02d %s|\n", i, strings.Repeat("| 12,345.60 ", 11))
	}
	pages, _, _, _ := setChapter(t, chapter)
	row := 0
	for i, p := range pages[1:] {
		if turned(p) == nil {
			t.Fatalf("page %d is not turned", i+1)
		}
		if i > 0 && !strings.HasPrefix(says(p), "(continued) Station") {
			t.Errorf("page %d says %s", i+1, says(p))
		}
		row += strings.Count(says(p), "light")
	}
	if row != 50 || len(pages) < 3 {
		t.Errorf("%d rows on %d pages", row, len(pages))
	}
}

// TestTableSizes: what is warned of, for tables of more and more columns.
func TestTableSizes(t *testing.T) {
	for n, want := range map[int]string{3: "", 6: "table-small", 9: "table-turned", 30: "table-overflow"} {
		_, _, _, found := setChapter(t, "# One\n\n"+strings.Repeat("| 2024-03-12 ", n)+"|\n"+strings.Repeat("|---", n)+"|\n"+strings.Repeat("| 09:00–10:30 ", n)+"|\n")
		got := strings.Join(codes(found), " ")
		if got != want {
			t.Errorf("%d columns: %q, want %q: %v", n, got, want, found)
		}
	}
}
