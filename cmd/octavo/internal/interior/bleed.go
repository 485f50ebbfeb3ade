package interior

import (
	"strconv"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/typeset"
)

// bleedWidth is how far ink that should reach a page's edge stands out over it, so that a cut a little off leaves no white:
// an eighth of an inch, as KDP, Ingram and the makers of cards have it.
const bleedWidth = page.In / 8

// bleeds says whether anything in the book stands out over the edges of a page. Then all pages have bleed, because a printer
// wants them of one size.
func (in *interior) bleeds() bool {
	for _, d := range in.divisions {
		for i := range d.bodies {
			if d.bodies[i].ground > 0 || d.bodies[i].plate != nil {
				return true
			}
		}
	}
	return false
}

// under is what lies under the text of a leaf and bleeds: a ground of ink, or a picture that fills the page, cut where it is
// longer or wider than the page.
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

// hang keeps a picture for a page of its own at the end of the chapter. In its place stands its caption, with the page.
func (c *column) addPlate(f *book.Figure, p *page.Picture) {
	anchor := "octavo.plate." + c.chapter.ID + "." + strconv.Itoa(len(c.platePages)+1)
	figure := figureNode(c.node, f.Image.Alt)
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
	spans := c.spans(f.Caption, d)
	d.Anchor = anchor
	spans = append(spans, d.Span(" ("+c.lang.References.Page.Fill("n", c.page(anchor))+")", f.Pos))
	c.set(spans, typeset.Setting{Measure: c.width(), Align: typeset.Centered, Balanced: true})
	c.skip(c.leading)
	c.indent = true
}
