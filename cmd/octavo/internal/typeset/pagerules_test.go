package typeset

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"octavo/cmd/octavo/internal/page"
)

var testRules = PageRules{Height: 200 * page.Pt, Leading: 10 * page.Pt, NoteGap: 10 * page.Pt, Last: 40 * page.Pt}

// TestPagesOfIsOptimal compares PagesOf with every way to divide galleys of up to thirty pages: the cost of what it finds is
// within one percent of the least.
func TestPagesOfIsOptimal(t *testing.T) {
	r, own := rand.New(rand.NewPCG(3, 4)), rand.New(rand.NewPCG(5, 6))
	galleys, same := 40, 0
	for i := range galleys {
		lines := 40
		if i%10 == 9 && !testing.Short() {
			lines = 600 // thirty pages
		}
		blocks := randomChapter(r, lines)
		for b := range blocks {
			blocks[b].Pages = max(0, own.IntN(30)-27)
		}
		rules := testRules
		rules.First = Side(i % 2)
		if i%4 == 1 { // columns under the head of a chapter
			rules.Sunk, rules.Sink = 2, 60*page.Pt
		}
		p := newPaginator(blocks, rules)
		last := p.run()
		got, want := p.nodes[last].cost, leastCost(blocks, rules)
		switch {
		case got < want:
			t.Errorf("galley %d: cost %d, less than the least, %d", i, got, want)
		case got > want+want/100:
			t.Errorf("galley %d: cost %d, the least is %d", i, got, want)
		case got == want:
			same++
		}
		checkPages(t, fmt.Sprintf("galley %d", i), blocks, p.trace(last), rules)
	}
	if same < galleys*9/10 {
		t.Errorf("the least cost was found for %d galleys of %d", same, galleys)
	}
}

// checkPages checks that all rows and footnotes stand on pages once and in order, and that they fit.
func checkPages(t *testing.T, name string, blocks []Block, pages []Page, rules PageRules) {
	t.Helper()
	next := make([]int, len(blocks)) // rows set
	var notes, want []Row
	for n, pg := range pages {
		var used, after page.Length
		for i, piece := range pg.Pieces {
			rows := blocks[piece.Block].Ways[piece.Way].Rows
			if piece.From != next[piece.Block] || piece.To <= piece.From {
				t.Fatalf("%s, page %d: %+v after row %d", name, n+1, piece, next[piece.Block])
			}
			next[piece.Block] = piece.To
			if before := piece.Block - 1; before >= 0 && next[before] < len(blocks[before].Ways[0].Rows)-1 && blocks[before].Float == 0 {
				t.Errorf("%s, page %d: %+v before the end of the block above", name, n+1, piece)
			}
			for k, r := range rows[piece.From:piece.To] {
				if i > 0 || k > 0 {
					used += max(r.Space, after)
				}
				used, after = used+r.Height, 0
				want = append(want, r.Notes...)
			}
			if piece.To == len(rows) {
				after = blocks[piece.Block].After
			}
		}
		for k, r := range pg.Notes {
			if used += r.Height; k == 0 {
				used += rules.NoteGap
			} else {
				used += r.Space
			}
		}
		notes = append(notes, pg.Notes...)
		if height := rules.Height; n < rules.Sunk && used > height-rules.Sink || used > height {
			t.Errorf("%s, page %d is %s high", name, n+1, used)
		}
	}
	for b := range blocks {
		if !slices.ContainsFunc(blocks[b].Ways, func(w Way) bool { return len(w.Rows) == next[b] }) {
			t.Errorf("%s: %d rows of block %d are set", name, next[b], b)
		}
	}
	if len(notes) != len(want) {
		t.Errorf("%s: %d lines of notes instead of %d", name, len(notes), len(want))
	}
}

// randomChapter returns a galley as a chapter makes it: paragraphs, headings, footnotes and pictures.
func randomChapter(r *rand.Rand, lines int) (blocks []Block) {
	for total := 0; total < lines; {
		var b Block
		switch kind := r.IntN(12); {
		case kind == 0 && total > 0:
			b = testHeading(1 + r.IntN(3))
			total += 4
		case kind == 1 && total > 0:
			b = testPicture(4+r.IntN(8), r.IntN(4))
			total += 8
		default:
			n := 1 + r.IntN(9)
			b = testParagraph(n)
			if r.IntN(6) == 0 {
				addNote(&b, 1+r.IntN(14))
			}
			if r.IntN(60) == 0 && total > 0 {
				for w := range b.Ways {
					b.Ways[w].Rows[0].Penalty = Forced
				}
			}
			for w := 1; w < len(b.Ways); w++ {
				b.Ways[w].Cost = int64(r.IntN(400_000))
			}
			total += n
		}
		blocks = append(blocks, b)
	}
	for i := range blocks { // a picture passes no heading and no other picture
		for k := 1; k <= blocks[i].Float; k++ {
			if i+k >= len(blocks) || blocks[i+k].Float > 0 || blocks[i+k].Ways[0].Rows[0].Space > 0 {
				blocks[i].Float = k - 1
			}
		}
	}
	keepNext := false
	for i := range blocks {
		for w := range blocks[i].Ways {
			if keepNext {
				blocks[i].Ways[w].Rows[0].Penalty = Forbidden
			}
		}
		if keepNext {
			blocks[i].Float = 0
		}
		keepNext = blocks[i].Ways[0].Rows[0].Space > 0 && blocks[i].After == 0
	}
	return blocks
}

// testParagraph returns a paragraph of n lines, and of one more or fewer at a cost.
func testParagraph(n int) (b Block) {
	for _, lines := range []int{n, n + 1, n - 1} {
		if lines < 1 || n < 4 && lines != n {
			continue
		}
		w := Way{Cost: int64(len(b.Ways)) * 100_000}
		for k := range lines {
			row := Row{Height: 10 * page.Pt}
			if k > 0 && (k == 1 || k == lines-1) {
				row.Penalty = Forbidden
			}
			w.Rows = append(w.Rows, row)
		}
		b.Ways = append(b.Ways, w)
	}
	return b
}

// testHeading returns a heading with one to three lines of white above it.
func testHeading(lines int) (b Block) {
	for more := range 3 {
		b.Ways = append(b.Ways, Way{Cost: int64(more*more) * 200_000,
			Rows: []Row{{Height: page.Length(10*lines) * page.Pt, Space: page.Length(1+more) * 10 * page.Pt}}})
	}
	return b
}

// testPicture returns a picture that may be a line less high, and may move past some blocks.
func testPicture(lines, past int) Block {
	return Block{Float: past, After: 10 * page.Pt, Ways: []Way{
		{Rows: []Row{{Height: page.Length(10*lines) * page.Pt, Space: 10 * page.Pt}}},
		{Cost: 1 << 24, Rows: []Row{{Height: page.Length(10*lines-10) * page.Pt, Space: 10 * page.Pt}}}}}
}

// addNote marks a footnote of n lines in the first line of a paragraph.
func addNote(b *Block, n int) {
	note := make([]Row, n)
	for k := range note {
		note[k] = Row{Height: 8 * page.Pt, Begins: k == 0}
		if k > 0 && (k == 1 || k == n-1) {
			note[k].Penalty = Forbidden
		}
	}
	for w := range b.Ways {
		b.Ways[w].Rows[0].Notes = note
	}
}

// shape returns the lines on each page and how short it ends, in a form that is easy to compare.
func shape(pages []Page) (out []string) {
	for _, pg := range pages {
		rows := 0
		for _, p := range pg.Pieces {
			rows += p.To - p.From
		}
		out = append(out, fmt.Sprintf("%d+%d/%d", rows, len(pg.Notes), pg.Short))
	}
	return out
}

// TestLongNoteContinues: a footnote too long for the page of its mark begins there and continues at the foot of the next page,
// and both pages are full.
func TestLongNoteContinues(t *testing.T) {
	blocks := []Block{testParagraph(3)}
	for range 9 {
		blocks = append(blocks, testParagraph(7))
	}
	addNote(&blocks[2], 20)
	pages := PagesOf(blocks, testRules)
	checkPages(t, "long note", blocks, pages, testRules)
	if len(pages[0].Notes) < 2 || len(pages[1].Notes) == 0 {
		t.Errorf("pages %v", shape(pages))
	}
	for _, pg := range pages[:len(pages)-1] {
		if pg.Short > 0 {
			t.Errorf("a page ends early: %v", shape(pages))
		}
	}
}

// TestNoteOfManyPages: a footnote of many pages leaves six lines of text on each, and the work stays small.
func TestNoteOfManyPages(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes most of a second")
	}
	var blocks []Block
	for range 400 {
		blocks = append(blocks, testParagraph(5))
	}
	addNote(&blocks[1], 2000)
	p := newPaginator(blocks, testRules)
	pages := p.trace(p.run())
	checkPages(t, "note of many pages", blocks, pages, testRules)
	if most := 40 * len(p.places); len(p.nodes) > most {
		t.Errorf("%d nodes for %d positions", len(p.nodes), len(p.places))
	}
	for i, pg := range pages[1:100] {
		if len(pg.Notes) == 0 {
			t.Errorf("page %d has no notes: %v", i+2, shape(pages[:i+3]))
			break
		}
	}
}

// TestPictureMoves: text flows past a picture that does not fit, and the picture opens the next page.
func TestPictureMoves(t *testing.T) {
	blocks := []Block{testParagraph(8), testParagraph(7), testPicture(9, 2)}
	for range 6 {
		blocks = append(blocks, testParagraph(6))
	}
	pages := PagesOf(blocks, testRules)
	checkPages(t, "picture", blocks, pages, testRules)
	if !pages[1].Moved || pages[1].Pieces[0].Block != 2 || pages[0].Short > tolerated {
		t.Errorf("pages %v: %+v", shape(pages), pages[:2])
	}
	blocks[2].Float = 0
	if pages = PagesOf(blocks, testRules); pages[1].Moved || pages[0].Short <= tolerated {
		t.Errorf("a picture that may not move: pages %v", shape(pages))
	}
}

// TestHolesAndSpreads: a deep hole on both pages of a spread costs more than an uneven spread, a small one less.
func TestHolesAndSpreads(t *testing.T) {
	for lines, even := range map[page.Length]bool{2: true, 3: true, 5: true, 7: false, 9: false} {
		if got := 2*whiteCost(lines) < whiteCost(0)+whiteCost(2)+unevenCost; got != even {
			t.Errorf("%d lines short on both pages: better than an uneven spread: %v", lines, got)
		}
	}
}

// TestOwnPages: pages that a block has to itself, such as a table turned sideways, come between its page and the next, so that other
// pages face each other after them.
func TestOwnPages(t *testing.T) {
	for own, uneven := range []bool{true, false, false} {
		blocks := []Block{testParagraph(2), testParagraph(2)}
		p := newPaginator(blocks, PageRules{Height: 20 * page.Pt, Leading: 10 * page.Pt, First: Verso})
		p.own[1] += own
		p.own[2] += own
		n := pageNode{pageStart: pageStart{carried: none}, facing: int8(none), prev: none, end: none, next: none}
		p.put(n)
		p.follow(0, 0, &pageEnd{pageStart: pageStart{pos: p.first[1], carried: none}, short: 1, path: none, same: none}, none)
		next := p.nodes[len(p.nodes)-1]
		if (next.facing == 1) != uneven || next.recto != (own%2 == 0) {
			t.Errorf("%d pages of its own: the next page is a recto: %v, faces a page that is %d short", own, next.recto, next.facing)
		}
	}
}
