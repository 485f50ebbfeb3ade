package interior

import (
	"strings"

	"octavo/cmd/octavo/internal/bidi"
	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

func (c *column) list(l *book.List) {
	step := page.Length(c.style.Text.Indent) * 9 / 7
	if l.Ordered && (l.First+len(l.Items) > 99 || l.Figures >= book.SmallRoman && len(l.Items) > 2) {
		step += c.textStyle.Size
	}
	marks := make([]string, len(l.Items))
	for i, it := range l.Items {
		marks[i] = c.markOf(l, i, it)
		_, wide := typeset.Run(c.textStyle.Span(marks[i], it.Pos))
		step = max(step, wide+c.textStyle.Size/2)
	}
	against := c.runsAgainst(l)
	align := c.align
	if l.Tight { // short items would be set loose
		c.align = typeset.RaggedRight
	}
	outer := c.node
	labels := "Disc"
	if l.Ordered {
		labels = map[book.Figures]string{book.Arabic: "Decimal", book.SmallLetters: "LowerAlpha", book.CapitalLetters: "UpperAlpha",
			book.SmallRoman: "LowerRoman", book.CapitalRoman: "UpperRoman"}[l.Figures]
	}
	list := listNode(outer, labels)
	before, behind := step, page.Length(0)
	if against != "" {
		before, behind = 0, step
	}
	c.inset(before, behind, func() {
		for i, it := range l.Items {
			if i > 0 && !l.Tight {
				c.skip(c.leading)
			}
			c.indent = false
			from := len(c.flow)
			item := list.Add(page.NodeItem)
			label := item.Add(page.NodeLabel)
			c.node = item.Add(page.NodeItemBody)
			c.blocks(it.Blocks)
			c.mark(against+marks[i], from, it, step, label)
		}
	})
	c.align, c.node = align, outer
}

// directionMark are the characters that make signs without a direction run from the left to the right, or from the right.
var directionMark = [...]string{bidi.LeftToRight: "\u200E", bidi.RightToLeft: "\u200F"}

// runsAgainst returns the direction mark of a list whose text runs against the book, "" for any other.
func (c *column) runsAgainst(l *book.List) string {
	var b strings.Builder
	for _, it := range l.Items {
		book.Walk(it.Blocks, func(inner book.Block) {
			book.Runs(inner, func(text []book.Inline) { b.WriteString(book.PlainText(text) + "\n") })
		})
	}
	own := c.direction()
	if of := bidi.Of(b.String(), own); of != own {
		return directionMark[of]
	}
	return ""
}

// markOf returns the mark of the ith item of a list, in signs that the fonts have.
func (c *column) markOf(l *book.List, i int, it *book.Item) string {
	mark := c.style.Mark.List
	switch {
	case it.Task == book.Open:
		mark = "☐"
	case it.Task == book.Done:
		mark = "☑"
	case l.Ordered:
		mark = c.lang.InDigits(l.Label(l.First + i))
	}
	if !c.fonts.Has(mark) {
		mark = map[string]string{"☐": "[ ]", "☑": "[x]", c.style.Mark.List: plainList}[mark]
	}
	return mark
}

// mark puts the mark of a list item before the item's first row, or alone in a row when the item is empty.
func (c *column) mark(mark string, from int, it *book.Item, step page.Length, label *page.Node) {
	gap := c.textStyle.Size / 2
	room := 2 * step // so that it is never divided
	x := c.left - gap - room
	turned := strings.HasPrefix(mark, directionMark[0]) || strings.HasPrefix(mark, directionMark[1])
	if turned { // mirrored in its room, it stands at its left
		x = c.left + c.width() + gap
	}
	lines := c.setParagraph([]typeset.Inline{c.textStyle.In(label).Span(mark, it.Pos)},
		typeset.Setting{Measure: room, Align: typeset.RaggedLeft, OfBook: !turned})
	if from == len(c.flow) {
		c.row(typeset.Row{Height: c.leading})
	}
	r := c.flow[from].first()
	var items []page.Item
	items, _ = textstyle.Stack(items, lines[:1], x, r.Height-c.leading, c.leading)
	if r.Height > 2*c.leading { // a table or a picture: the mark stands at its head
		for _, m := range items {
			page.Shift(m, 0, c.leading-r.Height)
		}
	}
	c.flow[from].prepend(items...)
}

func (c *column) definitions(l *book.Definitions) {
	step := page.Length(c.style.Text.Indent)
	outer := c.node
	list := listNode(outer, "None") // of labels that count nothing
	c.inset(0, 0, func() {
		for i, it := range l.Items {
			if i > 0 {
				c.skip(c.leading)
			}
			item := list.Add(page.NodeItem)
			label := item.Add(page.NodeLabel)
			c.node = item.Add(page.NodeItemBody)
			for _, term := range it.Terms {
				d := c.textStyle.In(label.Add(page.NodeSpan))
				d.Bold = true
				c.set(c.spans(term, d), typeset.Setting{Measure: c.width(), Align: typeset.RaggedRight})
				c.keep()
			}
			c.left += step
			for _, def := range it.Defs {
				c.indent = false
				c.blocks(def)
			}
			c.left -= step
		}
	})
	c.node = outer
}
