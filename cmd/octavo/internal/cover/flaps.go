package cover

import (
	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/coverdesign"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/typeset"
)

// setFlaps sets the flaps of a jacket: on the front one the price and the blurb, on the back one who the author is, with a portrait, and
// the publisher.
func (w *wrapper) setFlaps(front, back *page.Node) {
	safe := w.sheet.Safe
	flap, backFlap := w.flap, w.backFlap // but for what goes on over the fold
	flap.X, flap.W, backFlap.W = flap.X+lap, flap.W-lap, backFlap.W-lap
	blurb := part{node: front.Add(page.NodeDivision), price: w.cfg.Cover.Price, blurb: others(w.cover.Blurb), key: "cover.blurb"}
	w.add(w.setPanels([]coverdesign.Panel{w.Flap(flap, safe)}, []part{blurb}, w.flapSizes())...)
	bio := part{node: back.Add(page.NodeDivision), blurb: w.cover.Bio, portrait: w.photo, key: "cover.bio", publisher: w.cfg.Book.Publisher}
	w.add(w.setPanels([]coverdesign.Panel{w.Flap(backFlap, safe)}, []part{bio}, w.flapSizes())...)
}

// price sets what the book costs at the head of a flap.
func (s *setter) price(text string) {
	if text == "" {
		return
	}
	d := s.d
	d.Size = max(leastType, d.Size*95/100)
	d.Node = s.node.Add(page.NodeParagraph)
	align := s.align
	if align == typeset.Centered {
		align = typeset.RaggedLeft
	}
	s.lines(typeset.SetParagraph([]typeset.Inline{d.Span(text, s.w.cfg.Where("cover.price"))}, typeset.Setting{Measure: s.measure, Align: align}), 0, d.Size*13/10)
}

// The sizes of a portrait, in hundredths of its measure: beside the bio, and alone above it. Its height is 5/4 of its width.
const (
	besideBio = 26
	aboveBio  = 52
)

// faceAt is where a portrait is cut, in hundredths of what is cut off at its head: most faces are in the upper half.
const faceAt = 30

// portrait adds a picture of the author above what follows.
func (s *setter) portrait(pic *page.Picture) {
	if pic == nil {
		return
	}
	b := page.Box{W: s.measure * aboveBio / 100}
	b.H = b.W * 5 / 4
	if s.align == typeset.Centered {
		b.X = (s.measure - b.W) / 2
	}
	s.items = append(s.items, s.photo(pic, b))
	s.height += b.H + s.leading*7/10
}

func (s *setter) photo(pic *page.Picture, b page.Box) page.Item {
	return coverdesign.Covering(pic, b, faceAt, s.node.Add(page.NodeFigure), s.w.Authors(nil).Text)
}

// about adds who the author is, beside a portrait where there is one.
func (s *setter) about(bio []book.Block, pic *page.Picture) {
	if pic == nil {
		s.blocks(bio)
		return
	}
	b := page.Box{W: s.measure * besideBio / 100}
	b.H = b.W * 5 / 4
	photo := s.photo(pic, b)
	words := *s
	words.stack = stack{}
	x := page.Length(0)
	if len(bio) > 0 {
		x = b.W + s.d.Size*12/10
	} else if s.align == typeset.Centered {
		page.Shift(photo, (s.measure-b.W)/2, 0)
	}
	words.measure -= x
	words.blocks(bio)
	y := page.Length(0) // the letters of the first line stand as high as the portrait, and few lines in its middle
	if free := b.H - words.height; free > 0 {
		y = free / 2
	} else {
		y = -s.leading / 5
	}
	s.items = append(append(s.items, photo), words.shifted(x, y)...)
	s.height = max(b.H, words.height+y)
}

// imprint adds the publisher under a bio.
func (s *setter) imprint(name string) { s.named(name, "book.publisher", 85, s.align) }
