package interior

import (
	"strconv"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/typeset"
)

// bleedWidth is how far ink that reaches a page's edge extends beyond it, so that an inaccurate cut leaves no white: an
// eighth of an inch, as KDP, Ingram and card printers require.
const bleedWidth = page.In / 8

// bleeds reports whether anything in the book extends beyond the edges of a page. Then all pages have bleed, because a
// printer wants all pages of one size.
func (in *interior) bleeds() bool {
	for _, d := range in.divisions {
		for i := range d.version.bodies {
			if d.version.bodies[i].ground > 0 || d.version.bodies[i].plate != nil {
				return true
			}
		}
	}
	return false
}

// under returns what lies under the text of a page and bleeds: a ground of ink, or a picture that fills the page, cropped
// where it is longer or wider than the page.
func (body *pageBody) under(w, h page.Length) []page.Item {
	const bleed = bleedWidth
	var items []page.Item
	if body.ground > 0 {
		items = append(items, &page.Rule{X: -bleed, Y: -bleed, W: w + 2*bleed, H: h + 2*bleed, Color: page.Color{K: body.ground}})
	}
	if body.plate != nil {
		im := *body.plate
		pw, ph := page.Length(im.Picture.Width), page.Length(im.Picture.Height)
		im.W, im.H = w+2*bleed, (w+2*bleed)*ph/pw
		if im.H < h+2*bleed {
			im.W, im.H = (h+2*bleed)*pw/ph, h+2*bleed
		}
		im.X, im.Y = (w-im.W)/2, (h-im.H)/2
		items = append(items, &im)
	}
	return items
}

// addPlate keeps a picture for a page of its own at the end of the chapter. The caption stays in its place and names the
// page.
func (c *column) addPlate(f *book.Figure, p *page.Picture) {
	anchor := "octavo.plate." + c.chapter.ID + "." + strconv.Itoa(len(c.platePages)+1)
	figure := figureNode(c.node, f.Image)
	c.platePages = append(c.platePages, pageBody{bare: true, items: []page.Item{&page.Anchor{Name: anchor}},
		plate: &page.Image{Picture: p, Alt: f.Image.Alt, Pos: f.Image.Pos, Node: figure}})
	if len(f.Caption) == 0 {
		return
	}
	c.skip(c.leading)
	d := c.textStyle.Aside()
	d.Size = d.Size * 92 / 100
	if d.Node = figure.Add(page.NodeCaption); figure == nil {
		d.Node = c.node.Add(page.NodeParagraph)
	}
	spans := c.captioned(book.Numbered{Number: f.Number}, f.Caption, d)
	d.Anchor = anchor
	spans = append(spans, d.Span(" ("+c.lang.References.Page.Fill("n", c.page(anchor))+")", f.Pos))
	c.set(spans, typeset.Setting{Measure: c.width(), Align: typeset.Centered, Balanced: true})
	c.skip(c.leading)
	c.indent = true
}
