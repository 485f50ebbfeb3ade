package cover

import (
	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/coverdesign"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/typeset"
)

// setBack sets the back: category, blurb and bio on the panels of the design, the publisher and the price beside the barcode.
func (w *wrapper) setBack(node *page.Node) []page.Item {
	u := coverdesign.Unit(w.backLive)
	words := node.Add(page.NodeDivision)
	parts := w.backParts(words)
	space := coverdesign.Space{Live: w.backLive, Safe: w.sheet.Safe, OnArt: w.overAll(), Short: parts[0].few() && parts[1].empty()}
	if w.code.W > 0 {
		space.Edge = min(w.code.X-w.backLive.X, w.backLive.X+w.backLive.W-w.code.X-w.code.W)
	}
	imprint, top := w.setImprint(node, u, w.Margin(space))
	space.Foot = top - max(14*u, 10*page.Pt)
	w.chooseSplit(space, parts)
	return append(w.setPanels(w.Panels(space), parts, w.backSizes()), imprint...)
}

// backParts returns what the back says. A jacket's flaps have the blurb and the bio, and its back what others said of the book. Where
// nothing was written for the back, it says how book.toml describes the book.
func (w *wrapper) backParts(node *page.Node) []part {
	blurb, bio := w.cover.Blurb, w.cover.Bio
	if w.flap.W > 0 {
		blurb, bio = praises(blurb), nil
	}
	p := part{node: node, category: w.cfg.Cover.Category, blurb: blurb, key: "cover.blurb"}
	if len(blurb) == 0 && w.cfg.Book.Description != "" {
		p.key, p.optional = "book.description", true
		p.blurb = []book.Block{&book.Paragraph{Pos: w.cfg.Where(p.key), Text: []book.Inline{&book.Text{Pos: w.cfg.Where(p.key), Value: w.cfg.Book.Description}}}}
	}
	if p.empty() && w.photo == nil { // a few words at the head of an empty panel would look lost
		p.key, p.blurb, bio = "cover.bio", bio, nil
	}
	about := part{node: node, bio: bio, photo: w.photo, bioKey: "cover.bio"}
	if w.flap.W > 0 {
		about.photo = nil
	}
	return []part{p, about}
}

// praises returns the quotations among blocks; others returns the rest.
func praises(blocks []book.Block) (out []book.Block) {
	for _, b := range blocks {
		if _, ok := b.(*book.Quote); ok {
			out = append(out, b)
		}
	}
	return out
}

func others(blocks []book.Block) (out []book.Block) {
	for _, b := range blocks {
		if _, ok := b.(*book.Quote); !ok {
			out = append(out, b)
		}
	}
	return out
}

// chooseSplit gives the white of a halftone more of the cover's height where the words of the back need it to stand in type that is
// read with ease.
func (w *wrapper) chooseSplit(space coverdesign.Space, parts []part) {
	if w.Name != config.Halftone {
		return
	}
	usual, best := w.Split, page.Length(0)
	chosen := usual
	for split := usual; split <= usual+120; split += 30 {
		w.Split = split
		size, _ := w.fit(w.Panels(space), parts, w.backSizes())
		if size > best+page.Pt/2 {
			chosen, best = split, size
		}
		if best >= easyType {
			break
		}
	}
	w.Split = chosen
}

// setImprint sets the publisher, with the device, and the price in the larger room beside the barcode, and returns the height above which
// the words of the back stand.
func (w *wrapper) setImprint(node *page.Node, u, margin page.Length) (items []page.Item, top page.Length) {
	live := w.backLive
	x, right, bottom := live.X+margin, live.X+live.W-margin, live.Y+live.H-margin
	top = bottom
	if w.code.W > 0 {
		bottom, top = min(bottom, w.code.Y+w.code.H), w.code.Y
		if before, after := w.code.X-12*u-x, right-(w.code.X+w.code.W+12*u); before >= after {
			right = w.code.X - 12*u
		} else {
			x = w.code.X + w.code.W + 12*u
		}
	}
	i := coverdesign.Imprint{Publisher: w.Publisher(node), Measure: right - x, Unit: u, Least: leastType, OnArt: w.overAll(), Device: w.device}
	i.Price = coverdesign.Words{Text: w.cfg.Cover.Price, Pos: w.cfg.Where("cover.price"), Node: node.Add(page.NodeParagraph)}
	if w.device != nil {
		i.DeviceNode = node.Add(page.NodeFigure)
	}
	if w.flap.W > 0 || w.priced() { // the price is on the flap, or over the barcode
		i.Price.Text = ""
	}
	items, b := w.Imprint(i)
	bottom = min(bottom, live.Y+live.H-w.sheet.Safe-hanging(items, b)) // tails of letters hang below the last baseline
	for _, it := range items {
		page.Shift(it, x, bottom-b.H)
	}
	if b.H > 0 {
		top = min(top, bottom-b.H)
	}
	return items, top
}

// hanging returns how far the ink of text hangs out of a box below, 0 if none does.
func hanging(items []page.Item, b page.Box) (below page.Length) {
	for _, it := range items {
		if t, ok := it.(*page.Text); ok {
			ink := page.InkBox(t)
			below = max(below, ink.Y+ink.H-b.Y-b.H)
		}
	}
	return below
}

// category adds the category, at the head of a back.
func (s *setter) category(text string) { s.named(text, "cover.category", 85, s.align) }

// named adds what a key of book.toml says, in a part of the size, as a label.
func (s *setter) named(text, key string, part page.Length, align typeset.Alignment) {
	if text == "" {
		return
	}
	d := s.d
	d.Size = max(leastType, d.Size*part/100)
	d = d.Label()
	d.Node = s.node.Add(page.NodeParagraph)
	s.label([]typeset.Inline{d.Span(text, s.w.cfg.Where(key))}, align, d.Size*13/10)
}
