package interior

import (
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

const contentsAnchor = "octavo.contents"

// contentsEntry is a line of the contents: a part, or what has a page of its own.
type contentsEntry struct {
	words  []book.Inline // the title
	number int           // 0: none is printed
	figure string        // the number of a figure or a table; "": none is printed
	anchor string
	part   string // the title of a part; "" for all else
	pos    diag.Pos
	group  bool // white stands above it
}

// contentsEntries returns what the contents list, in order.
func (in *interior) contentsEntries() (out []contentsEntry) {
	group := false
	chapters := func(all []*book.Chapter) {
		for _, ch := range all {
			if ch.Unlisted {
				continue
			}
			e := contentsEntry{words: withoutNotes(ch.Title), number: ch.Number, anchor: ch.ID, group: group}
			out, group = append(out, e), false
		}
	}
	chapters(in.book.Front)
	for i, part := range in.book.Parts {
		group = i == 0 || part.Title != ""
		if part.Title != "" {
			out = append(out, contentsEntry{part: part.Title, pos: part.Pos, anchor: part.ID, group: true})
			group = false
		}
		chapters(part.Chapters)
	}
	group = true
	chapters(in.book.Back)
	if in.hasEndnotes() {
		out, group = append(out, contentsEntry{words: titled(in.cfg.Lang.Titles.Notes), anchor: endnotesAnchor, group: group}), false
	}
	for _, x := range in.indexes() {
		out, group = append(out, contentsEntry{words: titled(x.title), anchor: x.anchor, group: group}), false
	}
	return out
}

// contentsFrom returns what a list of lines is set from.
func contentsFrom(entries []contentsEntry) (from []any) {
	for _, e := range entries {
		from = append(from, e.number, e.figure, e.anchor, e.part, e.pos, e.group, len(e.words))
		for _, in := range e.words {
			if t, ok := in.(*book.Text); ok { // it may have been made for this list
				from = append(from, *t)
			} else {
				from = append(from, in)
			}
		}
	}
	return from
}

// contentsFit is how closely contents are set: the white between their groups and the size of their lines, both in percent
// of what the style has.
type contentsFit struct{ white, size page.Length }

// contentsFits are tried in order where contents run over by a few lines.
var contentsFits = []contentsFit{{100, 100}, {50, 100}, {50, 93}}

// Contents that run over by at most fewOver lines are set tighter, where that saves the page. Those that run over all the same
// have at least leastOver lines on their last page.
const (
	fewOver   = 8
	leastOver = 5
)

// tighter returns the first of some ways of setting contents that saves the page where they run over by a few lines only, or else the
// first way. Height returns the height of a way on one endless page.
func tighter(ways int, height func(way int) page.Length, room, leading page.Length) int {
	pages := func(h page.Length) page.Length { return (h + room - 1) / room }
	whole := height(0)
	first := pages(whole)
	if first < 2 || whole-(first-1)*room > fewOver*leading {
		return 0
	}
	for way := 1; way < ways; way++ {
		if pages(height(way)) < first {
			return way
		}
	}
	return 0
}

// fittedContents sets a list of lines with their pages, tighter where that saves a page.
func (l *layout) fittedContents(title, anchor string, entries []contentsEntry) *column {
	faults := len(l.faults)
	var c *column
	last := 0 // the way that c is set in
	set := func(way int) {
		l.tree, l.faults = &page.Node{Kind: page.NodeSect}, l.faults[:faults]
		c, last = l.contents(title, anchor, entries, contentsFits[way]), way
	}
	way := tighter(len(contentsFits), func(way int) (height page.Length) {
		set(way)
		for _, b := range c.flow {
			for _, r := range b.Ways[0].Rows {
				height += r.Space + r.Height
			}
		}
		return height
	}, l.textHeight, l.grid())
	if way != last {
		set(way)
	}
	return c
}

// contents sets the lines of the contents under a title.
func (l *layout) contents(title, anchor string, entries []contentsEntry, fit contentsFit) *column {
	c := l.column(l.textWidth)
	c.rigid = true // the white between the parts is even
	c.opening("", titled(title), anchor)
	c.node = c.node.Add(page.NodeTOC)
	c.textStyle.Size = c.textStyle.Size * fit.size / 100
	white := c.leading * fit.white / 100
	c.leading = c.leading * fit.size / 100
	s := c.contentsBlock(entries)
	last := lastTogether(entries)
	for i, e := range entries {
		if e.group && i > 0 {
			c.skip(white)
		}
		if i > last {
			c.keep()
		}
		if e.part != "" {
			c.left = s.left
			d := c.textStyle.Label().In(c.node.Add(page.NodeTOCItem).Add(page.NodeReference)).To(e.anchor)
			c.set([]typeset.Inline{d.Span(e.part, e.pos)}, typeset.Setting{Measure: s.width, Align: typeset.RaggedRight, OfBook: true})
			c.left = 0
			c.keep()
			continue
		}
		c.contentsLine(e, s)
	}
	return c
}

// lastTogether returns which entry begins those that stay together at the end: leastOver of them, and more where so few would
// leave less than that of their group behind.
func lastTogether(entries []contentsEntry) int {
	last := max(0, len(entries)-leastOver)
	for i := last; i > max(0, last-leastOver); i-- {
		if entries[i].group {
			return i
		}
	}
	return last
}

// contentsBlock is the shape of the contents: numbers and folios stand in columns beside the titles.
type contentsBlock struct {
	left, width   page.Length // of the block, on the measure
	number, folio page.Length // widths of the columns, with the white beside them; number is 0 where nothing is numbered
}

// contentsBlock returns the shape that the style asks for. A narrow block is as wide as its longest line: without leaders the eye
// finds a folio only where it stands near its title.
func (c *column) contentsBlock(entries []contentsEntry) contentsBlock {
	em := c.textStyle.Size
	s := contentsBlock{width: c.textWidth, folio: 2 * em}
	for _, e := range entries {
		if c.hasNumber(e) {
			w := textstyle.Width([]typeset.Inline{c.contentsNumber(e, c.textStyle)}) + em/4
			s.number = max(s.number, 2*em, w*4/3) // it stands in three quarters of its column
		}
	}
	for _, e := range entries {
		if e.part == "" {
			s.folio = max(s.folio, c.wide(c.page(e.anchor))+em)
		}
	}
	if c.style.Contents.Set != config.Narrow {
		return s
	}
	widest := page.Length(0)
	for _, e := range entries {
		if e.part != "" {
			_, w := typeset.Run(c.textStyle.Label().Span(e.part, e.pos))
			widest = max(widest, w-s.number-s.folio)
			continue
		}
		for _, line := range c.contentsTitle(e, s, c.textStyle) {
			widest = max(widest, line.Width)
		}
	}
	s.width = min(c.textWidth, s.number+widest+em/2+s.folio)
	if c.style.Contents.Align == config.Centered {
		s.left = (c.textWidth - s.width) / 2
	}
	return s
}

// wide returns the width of a folio.
func (c *column) wide(folio string) page.Length {
	_, w := typeset.Run(c.textStyle.Columned().Span(folio, diag.Pos{}))
	return w
}

// hasNumber reports whether an entry has its number printed.
func (c *column) hasNumber(e contentsEntry) bool {
	return e.figure != "" || e.number > 0 && c.style.Chapter.Number != config.None
}

// contentsNumber sets the number of a figure, or a chapter's: in roman numerals where the chapter has them, in figures otherwise.
func (c *column) contentsNumber(e contentsEntry, d textstyle.Style) *typeset.Span {
	d = d.Inked(c.style, config.OnNumber)
	if e.figure != "" {
		return d.Columned().Span(e.figure, diag.Pos{})
	}
	if c.style.Chapter.Number == config.Roman {
		return d.Label().Span(strings.ToUpper(config.RomanNumeral(e.number)), diag.Pos{})
	}
	return d.Columned().Span(c.lang.Figure(e.number), diag.Pos{})
}

// contentsTitle returns the lines of a title. They are set to what the text has room for: a narrow block is as wide as they are.
func (c *column) contentsTitle(e contentsEntry, s contentsBlock, d textstyle.Style) []typeset.Line {
	measure := c.textWidth - s.number - s.folio - c.textStyle.Size/2
	return c.setParagraph(c.spans(e.words, d), typeset.Setting{Measure: measure, Align: typeset.RaggedRight, Balanced: true, OfBook: true})
}

// contentsLine sets one line of the contents: number, title, and the folio at the right.
func (c *column) contentsLine(e contentsEntry, s contentsBlock) {
	item := c.node.Add(page.NodeTOCItem)
	label := c.textStyle
	if c.hasNumber(e) {
		label = label.In(item.Add(page.NodeLabel)).To(e.anchor)
	}
	d := c.textStyle.In(item.Add(page.NodeReference)).To(e.anchor)
	from := len(c.flow)
	lines := c.contentsTitle(e, s, d)
	c.left = s.left + s.number
	c.together(lines)
	c.left = 0
	if from == len(c.flow) {
		return
	}
	rows := c.flow[from].Ways[0].Rows
	base := textstyle.Baseline(c.leading)
	put := func(text *typeset.Span, right, measure page.Length, row *typeset.Row) {
		set := typeset.Setting{Measure: measure, Align: typeset.RaggedLeft, OfBook: true}
		for _, line := range c.setParagraph([]typeset.Inline{text}, set) {
			for _, it := range line.Items {
				page.Shift(it, right-measure, base)
				row.Items = append(row.Items, it)
			}
		}
	}
	if c.hasNumber(e) {
		put(c.contentsNumber(e, label), s.left+s.number*3/4, s.number*3/4, &rows[0])
	}
	last := &rows[len(rows)-1]
	right := s.left + s.width
	put(d.Columned().Span(c.page(e.anchor), diag.Pos{}), right, s.folio, last)
	if c.style.Contents.Set == config.Leaders {
		from := s.left + s.number + lines[len(lines)-1].Width + c.textStyle.Size/2
		if t := c.leaders(from, right-s.folio+c.textStyle.Size/2); t != nil {
			page.Shift(t, 0, base)
			last.Items = append(last.Items, t)
		}
	}
}

// dotPitch is the distance from dot to dot of leaders, in hundredths of an em; there are at least leastDots.
const (
	dotPitch  = 70
	leastDots = 3
)

// leaders returns dots between two places of a line, or nil where it has no room for them. They end at the second, so that the
// dots of all lines stand under each other.
func (c *column) leaders(from, to page.Length) *page.Text {
	pitch := c.textStyle.Size * dotPitch / 100
	n := int((to - from) / pitch)
	if n < leastDots {
		return nil
	}
	d := c.textStyle.In(nil)
	d.Tracking = pitch - c.wide(".")
	t, w := typeset.Run(d.Span(strings.Repeat(".", n), diag.Pos{}))
	page.Shift(t, to-w, 0)
	return t
}

// withoutNotes leaves out the marks of footnotes, which the contents and running heads do not show.
func withoutNotes(ins []book.Inline) []book.Inline {
	var out []book.Inline
	for _, in := range ins {
		switch in := in.(type) {
		case *book.NoteMark:
		case *book.Link: // a link inside the link to the chapter
			out = append(out, withoutNotes(in.Text)...)
		case *book.LineBreak:
			out = append(out, &book.Text{Pos: in.Pos, Value: " "})
		default:
			out = append(out, in)
		}
	}
	return out
}
