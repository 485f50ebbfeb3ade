package interior

import (
	"slices"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/captions"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// figure sets a picture with its caption, never larger than the page. To fit on a page it may be set smaller by up to the
// share that the style allows, or move forward past text of its section to the head of the next page.
func (c *column) figure(f *book.Figure) {
	if f.ID != "" {
		c.anchors = append(c.anchors, f.ID)
	}
	p := c.picture(f.Image)
	if p == nil {
		c.paragraph([]book.Inline{f.Image})
		return
	}
	if slices.Contains(c.plates, f.Image.File.Path) {
		c.addPlate(f, p)
		return
	}
	c.endFloat()
	w, h, _ := f.Image.Printed(book.Room{Measure: int64(c.width()), Height: int64(c.textHeight), Inch: int64(page.In)})
	c.skip(c.leading)
	img := &page.Image{W: page.Length(w), H: page.Length(h), Picture: p, Alt: f.Image.Alt, Pos: f.Image.Pos, Node: figureNode(c.node, f.Image)}
	rows, slack := c.pictureRows(img, f)
	if announced := c.penalty >= typeset.Forbidden; len(rows) == 1 {
		b := shrinking(img, rows[0], page.Length(c.style.Figure.Shrink), c.leading)
		b.atHead = func() { // its upper edge is level with the text of the facing page
			for _, it := range rows[0].Items {
				page.Shift(it, 0, -slack)
			}
		}
		c.add(b)
		if c.depth == 0 && c.queue == nil && !c.hasMark(f.Caption) && !announced {
			c.float = len(c.flow)
		}
	} else {
		c.rows(rows)
	}
	c.flow[len(c.flow)-1].After = c.leading
	c.indent = true
}

// pictureRows returns the rows of a picture with its caption: one, unless they are too high to stay together. What the grid
// adds to one goes half above, half below; slack is the half above.
func (c *column) pictureRows(img *page.Image, f *book.Figure) (rows []typeset.Row, slack page.Length) {
	pl := stack{column: c}
	pl.item(img, c.left+(c.width()-img.W)/2, 0)
	pl.y = img.H
	if len(f.Caption) > 0 {
		d := c.textStyle.Aside()
		d.Size = d.Size * 92 / 100
		if d.Node = img.Node.Add(page.NodeCaption); img.Node == nil { // of a picture without a description
			d.Node = c.node.Add(page.NodeParagraph)
		}
		pl.y += c.leading / 3
		pl.lines(c.setParagraph(c.captioned(book.Numbered{Number: f.Number}, f.Caption, d),
			typeset.Setting{Measure: c.width() * 9 / 10, Align: typeset.Centered, Balanced: true}), c.left+c.width()/20, c.leading)
	}
	high := pl.y
	if rows = pl.divided(0); len(rows) == 1 {
		slack = (rows[0].Height - high) / 2
		for _, it := range rows[0].Items {
			page.Shift(it, 0, slack)
		}
	}
	return rows, slack
}

// captioned returns a caption after its number, if it has one.
func (l *layout) captioned(n book.Numbered, caption []book.Inline, d textstyle.Style) []typeset.Inline {
	spans := l.spans(caption, d)
	label := captions.Label(l.lang, n)
	if label == "" {
		return spans
	}
	plain := d
	plain.Italic = false
	return slices.Concat([]typeset.Inline{made(plain, label, caption[0].Start()), made(d, " ", caption[0].Start())}, spans)
}

// shrinkCost is the cost of setting a picture smaller by a line; it counts by the square of the lines. A page is left two
// lines short before a picture is set smaller, and a picture is set smaller before it moves.
const shrinkCost = 1 << 24

// shrinking returns a block of a picture, given in the row with its caption, that may be set smaller by whole lines, up to share in
// percent of its height.
func shrinking(img *page.Image, row typeset.Row, share, leading page.Length) *block {
	b := &block{centred: true}
	for less := page.Length(0); less*leading <= img.H*share/100; less++ {
		r := row
		r.Items, r.Height = nil, row.Height-less*leading
		b.Ways = append(b.Ways, typeset.Way{Cost: int64(less*less) * shrinkCost, Rows: []typeset.Row{r}})
	}
	b.set = func(w int) {
		if less := page.Length(w) * leading; less > 0 {
			width := img.W * (img.H - less) / img.H
			img.X, img.W, img.H = img.X+(img.W-width)/2, max(width, 1), img.H-less
			for _, it := range row.Items {
				if it != page.Item(img) {
					page.Shift(it, 0, -less)
				}
			}
		}
		r := &b.Ways[w].Rows[0]
		r.Items = append(r.Items, row.Items...)
	}
	return b
}

// endFloat ends the text that a picture may move past: a heading, an entry, or another picture follows.
func (c *column) endFloat() {
	if c.float > 0 {
		c.flow[c.float-1].Float = len(c.flow) - c.float
	}
	c.float = 0
}
