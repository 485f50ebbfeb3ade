package interior

import (
	"slices"

	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// galley is a column being set: blocks one under another. Every row is a whole number of lines of the grid, so that lines
// stand at the same height on every page.
type galley struct {
	flow    []*block
	measure page.Length
	left    page.Length // where blocks start, from the left of the measure
	right   page.Length // white at the right
	leading page.Length
	space   page.Length                             // white wanted above the next row
	penalty int32                                   // of a page break above the next row
	forced  bool                                    // a page must end above the next row
	anchors []string                                // to stand at the next row
	fit     lineFit                                 // of its paragraphs
	under   int                                     // how many lines under a heading are still to be kept with it
	even    bool                                    // the next row is typeset.Row.Even
	evens   int                                     // even rows so far
	rigid   bool                                    // no page adds white between its blocks
	listed  []int                                   // of an index: the blocks that are its lines
	inspect func(lines []typeset.Line, fit lineFit) // is called with the lines of each paragraph; may be nil
}

// lineFit is whether lines are stretched to fill the measure.
type lineFit uint8

const (
	unjustified lineFit = iota
	justified
)

// block is a typeset.Block whose lines are set when its way is chosen.
type block struct {
	typeset.Block
	set     func(way int) // adds the items to the rows of a way; nil: they are there
	centred bool          // white that a page adds above it stands half above and half below
	atHead  func()        // is called when its first row stands at the head of a page; may be nil
	turned  []pageBody    // a table that stands sideways on pages of its own, after the page on which the block ends
}

func (g *galley) width() page.Length { return g.measure - g.left - g.right }

// skip requests at least space above the next row.
func (g *galley) skip(space page.Length) {
	if len(g.flow) > 0 {
		g.space = max(g.space, space)
	}
}

// keep forbids a page break above the next row.
func (g *galley) keep() { g.penalty = max(g.penalty, typeset.Forbidden) }

// keepTwo forbids a page break above the next row and, if that is all of a paragraph, above the row after it.
func (g *galley) keepTwo() {
	g.keep()
	g.under = 2
}

// endKeep allows a page break under the only line of text below a heading, where another heading follows.
func (g *galley) endKeep() {
	if g.under == 1 {
		g.penalty, g.under = 0, 0
	}
}

// row adds a row, with the white, penalty and anchors requested before it.
func (g *galley) row(r typeset.Row) { g.rows([]typeset.Row{r}) }

// rows adds rows that have only one way, with the white, penalty and anchors requested before them.
func (g *galley) rows(rows []typeset.Row) {
	g.add(&block{Block: typeset.Block{Ways: []typeset.Way{{Rows: rows}}}})
}

// What white between blocks costs when it differs from what the style has, by the square of the lines: more of it above an
// entry or a heading, less of it there, and more of it around a list, a quotation, a table or a picture.
const (
	loosen      = 200_000
	tighten     = 900_000
	loosenBlock = 400_000
)

// What a line more costs above an even row. Its page spreads it over all of its even rows, so that it does not matter above
// which it is added, but how many lines there are for how many rows. Above one row in evenShare it costs little; above
// the others, so much that the page ends short instead, or the chapter where it happens to end. Otherwise a page
// would have twice the white of the page beside it.
const (
	loosenEven = 100_000
	stretched  = 1 << 28
	evenShare  = 3
)

// elasticRows adds rows above which a page may add up to two lines of white, so that it is filled and ends where the facing
// page ends. Of two lines or more it may take one away.
func (g *galley) elasticRows(rows []typeset.Row) {
	if len(g.flow) == 0 || len(rows) > 1 {
		g.rows(rows)
		return
	}
	b := &block{}
	space := g.space
	way := func(lines int, cost int64) {
		rows := slices.Clone(rows)
		rows[0].Space = space + page.Length(lines)*g.leading
		b.Ways = append(b.Ways, typeset.Way{Cost: int64(lines*lines) * cost, Rows: rows})
	}
	way(0, 0)
	way(1, loosen)
	way(2, loosen)
	if space >= 2*g.leading {
		way(-1, tighten)
	}
	g.space = 0
	g.add(b)
}

// add adds a block, with the white, penalty and anchors requested before it.
func (g *galley) add(b *block) {
	g.addSpace(b)
	for w := range b.Ways {
		r := &b.Ways[w].Rows[0]
		if r.Penalty = max(r.Penalty, g.penalty); g.forced {
			r.Penalty = typeset.Forced
		}
	}
	for w := range b.Ways {
		b.Ways[w].Rows[0].Even = g.even
	}
	for _, a := range g.anchors {
		b.prepend(&page.Anchor{Name: a})
	}
	g.flow = append(g.flow, b)
	g.space, g.penalty, g.forced, g.even, g.anchors = 0, 0, false, false, g.anchors[:0]
	if g.under--; g.under > 0 && len(b.Ways[0].Rows) == 1 && b.first().Height <= g.leading {
		g.keep()
	} else {
		g.under = 0
	}
}

// addSpace puts the white requested above a block into its ways. More ways have more of it: up to two lines where two are
// requested, otherwise one. Above an even row it is one in any case: its page spreads it over all of them.
func (g *galley) addSpace(b *block) {
	if g.space == 0 && !g.even {
		return
	}
	for w := range b.Ways {
		r := &b.Ways[w].Rows[0]
		r.Space = max(r.Space, g.space)
	}
	if g.rigid || g.penalty >= typeset.Forbidden {
		return
	}
	given, set := len(b.Ways), b.set
	most, cost := min(g.space/g.leading, 2), int64(loosenBlock)
	if g.even {
		if most, cost = 1, stretched; g.evens%evenShare == 0 {
			cost = loosenEven
		}
		g.evens++
	}
	for more := page.Length(1); more <= most; more++ {
		rows := slices.Clone(b.Ways[0].Rows)
		rows[0].Space += more * g.leading
		rows[0].Give = more * g.leading
		b.Ways = append(b.Ways, typeset.Way{Cost: int64(more*more) * cost, Rows: rows})
	}
	if set == nil {
		return
	}
	b.set = func(w int) {
		if w < given {
			set(w)
			return
		}
		set(0)
		for k := range b.Ways[w].Rows {
			b.Ways[w].Rows[k].Items = b.Ways[0].Rows[k].Items
		}
		if more := b.Ways[w].Rows[0].Space - b.Ways[0].Rows[0].Space; b.centred && more > 0 {
			for _, it := range b.Ways[w].Rows[0].Items {
				page.Shift(it, 0, -more/2)
			}
		}
	}
}

// prepend puts items before those of the first row in every way.
func (b *block) prepend(items ...page.Item) {
	for w := range b.Ways {
		r := &b.Ways[w].Rows[0]
		r.Items = append(slices.Clone(items), r.Items...)
	}
}

// ends puts an anchor at the last row of a block in every way.
func (b *block) ends(anchor string) {
	for w := range b.Ways {
		r := &b.Ways[w].Rows[len(b.Ways[w].Rows)-1]
		r.Items = append(slices.Clone(r.Items), &page.Anchor{Name: anchor})
	}
}

// first returns the first row of a block in its best way.
func (b *block) first() *typeset.Row { return &b.Ways[0].Rows[0] }

// hyphenTurn is the penalty of a word divided between two pages: less than an uneven spread costs, more than all else.
const hyphenTurn = 9000

// elastic is how many lines more or fewer than its best a paragraph may have to fill a page, and mostElastic is what that
// may cost in demerits for each of its lines.
const (
	elastic     = 1
	mostElastic = 200_000
)

// paragraph adds a paragraph in all ways that a page may want. A break after its first line would leave an orphan, one before
// its last line a widow: both are typeset.Forbidden, and cost what typeset.PagesOf charges for a forbidden break.
func (g *galley) paragraph(p *typeset.Paragraph, notes func(n int) []typeset.Row) {
	ways := p.Ways(elastic)
	if len(ways[0].Ends) == 0 {
		return
	}
	b := &block{}
	var kept []typeset.Breaks
	for i, way := range ways {
		cost := way.Demerits - ways[0].Demerits
		if i > 0 && cost > mostElastic*int64(len(way.Ends)) {
			continue
		}
		rows := make([]typeset.Row, len(way.Ends))
		hyphenated := p.Hyphenated(way)
		for k := range rows {
			rows[k].Height = g.leading
			switch {
			case k > 0 && (k == 1 || k == len(rows)-1): // an orphan above the break, a widow below it
				rows[k].Penalty = typeset.Forbidden
			case k > 0 && hyphenated[k-1]:
				rows[k].Penalty = hyphenTurn
			}
		}
		for k, marks := range p.Notes(way) {
			for _, n := range marks {
				rows[k].Notes = append(rows[k].Notes, notes(n)...)
			}
		}
		b.Ways = append(b.Ways, typeset.Way{Cost: cost, Rows: rows})
		kept = append(kept, way)
	}
	kept = p.Settle(kept)
	left, base := g.left, textstyle.Baseline(g.leading)
	b.set = func(w int) {
		lines := p.Lines(kept[w])
		if g.inspect != nil {
			g.inspect(lines, g.fit)
		}
		for k, l := range lines {
			for _, it := range l.Items {
				page.Shift(it, left, base)
			}
			r := &b.Ways[w].Rows[k]
			r.Items = append(r.Items, l.Items...)
		}
	}
	g.add(b)
}

// lineKeep selects the lines of a paragraph that no page break may separate.
type lineKeep uint8

const (
	keepEnds lineKeep = iota // the first two, so that there is no orphan, and the last two, so that there is no widow
	keepAll
)

// lines adds lines that are already set, with the page breaks that keep allows.
func (g *galley) lines(lines []typeset.Line, keep lineKeep, notes func(n int) []typeset.Row) {
	if len(lines) == 0 {
		return
	}
	if g.inspect != nil {
		g.inspect(lines, unjustified)
	}
	rows := make([]typeset.Row, len(lines))
	for i, l := range lines {
		rows[i] = g.lineRow(l, g.left, notes)
		if i > 0 && (keep == keepAll || i == 1 || i == len(lines)-1) {
			rows[i].Penalty = typeset.Forbidden
		}
	}
	g.rows(rows)
}

// lineRow returns the row of a line that begins at x: a line of the grid high, or as many as a picture or a formula in it needs.
func (g *galley) lineRow(l typeset.Line, x page.Length, notes func(n int) []typeset.Row) typeset.Row {
	height, base := g.leading, textstyle.Baseline(g.leading)
	if over := l.Ascent - base; over > 0 {
		up := textstyle.RoundUp(over, g.leading)
		height, base = height+up, base+up
	}
	height += textstyle.RoundUp(textstyle.Below(l, g.leading), g.leading)
	for _, it := range l.Items {
		page.Shift(it, x, base)
	}
	row := typeset.Row{Height: height, Items: l.Items}
	for _, n := range l.Notes {
		row.Notes = append(row.Notes, notes(n)...)
	}
	return row
}

// setFirst sets all blocks in their best ways.
func (g *galley) setFirst() {
	for _, b := range g.flow {
		if b.set != nil {
			b.set(0)
		}
	}
}

// plain returns the blocks in the form that PagesOf takes.
func (g *galley) plain() []typeset.Block {
	out := make([]typeset.Block, len(g.flow))
	for i, b := range g.flow {
		out[i] = b.Block
		out[i].Pages = len(b.turned)
	}
	return out
}
