package typeset

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/page"
)

// TestRealGalleys compares PagesOf with the exact solver on chapters of the shipped book.
func TestRealGalleys(t *testing.T) {
	rules := PageRules{Height: 34 * 14 * page.Pt, Leading: 14 * page.Pt, NoteGap: 14 * page.Pt, Last: 56 * page.Pt}
	for name, blocks := range readGalleys(t) {
		p := newPaginator(blocks, rules)
		last := p.run()
		got, want := p.nodes[last].cost, leastCost(blocks, rules)
		if got < want || got > want+want/100 {
			t.Errorf("%s: cost %d, the least is %d", name, got, want)
		}
		for i, pg := range p.trace(last) {
			if pg.Short > mostShort && i+1 < len(p.trace(last)) {
				t.Errorf("%s: page %d is %d lines short", name, i+1, pg.Short)
			}
		}
	}
}

// readGalleys reads testdata/galleys.txt, whose head says what is in it.
func readGalleys(t *testing.T) map[string][]Block {
	t.Helper()
	text, err := os.ReadFile("testdata/galleys.txt")
	if err != nil {
		t.Fatal(err)
	}
	number := func(s string) int64 {
		n, err := strconv.ParseInt(strings.TrimSpace(s), 10, 64)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	row := func(s string) Row {
		f := strings.Split(s, ",")
		return Row{Height: page.Length(number(f[0])), Space: page.Length(number(f[1])), Penalty: int32(number(f[2]))}
	}
	galleys, name := map[string][]Block{}, ""
	for line := range strings.Lines(string(text)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		if chapter, ok := strings.CutPrefix(line, "chapter "); ok {
			name = chapter
			continue
		}
		ways := strings.Split(line, "|")
		head := strings.Fields(ways[0])
		b := Block{Float: int(number(head[0])), After: page.Length(number(head[1]))}
		for _, w := range ways[1:] {
			cost, rows, _ := strings.Cut(w, ":")
			way := Way{Cost: number(cost)}
			for _, r := range strings.Fields(rows) {
				lines := strings.Split(r, "+")
				set := row(lines[0])
				for _, n := range lines[1:] {
					note := row(n)
					if note.Begins = note.Penalty < 0; note.Begins {
						note.Penalty = 0
					}
					set.Notes = append(set.Notes, note)
				}
				way.Rows = append(way.Rows, set)
			}
			b.Ways = append(b.Ways, way)
		}
		galleys[name] = append(galleys[name], b)
	}
	return galleys
}

// TestWorkOfPages holds that the work of dividing a galley grows with its length alone, and that nothing is kept of pages that
// were only tried.
func TestWorkOfPages(t *testing.T) {
	for _, sections := range []int{500, 4000} {
		var blocks []Block
		for range sections {
			blocks = append(blocks, testHeading(2), testParagraph(2))
		}
		p := newPaginator(blocks, testRules)
		p.run()
		if most := 12 * len(p.places); len(p.nodes) > most {
			t.Errorf("%d sections: %d starts of pages at %d places", sections, len(p.nodes), len(p.places))
		}
		if len(p.ends) > 1000 || cap(p.paths) > 10_000 {
			t.Errorf("%d sections: %d ends and %d choices of ways are kept", sections, len(p.ends), cap(p.paths))
		}
	}
}
