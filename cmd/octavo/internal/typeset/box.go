package typeset

import (
	"octavo/cmd/octavo/internal/bidi"
	"octavo/cmd/octavo/internal/page"
)

// Box is items that no line divides, such as a part of a formula, with white after it at which a line may end.
type Box struct {
	Items  []page.Item // X from the left edge of the box, Y from the baseline
	Width  page.Length
	Ascent page.Length // above the baseline
	Depth  page.Length // below it

	After   page.Length // white, which vanishes where a line ends
	Penalty int32       // of ending a line after the box, as in Breakpoint.Penalty

	Link
	Node  *page.Node // of the link
	level bidi.Level
}

func (*Box) inline() {}

// boxed sets a box.
func (b *lineBuilder) boxed(in *Box) {
	b.flush()
	pt := part{level: in.level, width: in.Width}
	for _, it := range in.Items {
		it = page.Clone(it)
		page.Shift(it, b.x, 0)
		pt.inside = append(pt.inside, it)
	}
	if in.isLink() {
		pt.over = []page.Item{&page.Link{Y: -in.Ascent, H: in.Ascent + in.Depth, Anchor: in.Anchor, URL: in.URL, Node: in.Node}}
	}
	pt.at = b.x
	b.line.Items = append(append(b.line.Items, pt.inside...), pt.over...)
	b.parts = append(b.parts, pt)
	b.line.Ascent, b.line.Depth = max(b.line.Ascent, in.Ascent), max(b.line.Depth, in.Depth)
	b.x += in.Width
}

// white sets white that does not stretch.
func (b *lineBuilder) white(w page.Length, level bidi.Level) {
	b.flush()
	b.parts = append(b.parts, part{level: level, width: w})
	b.x += w
}

// Scaled returns the box with everything in it larger or smaller.
func (in *Box) Scaled(num, den page.Length) *Box {
	out := *in
	out.Width, out.Ascent, out.Depth, out.After = in.Width*num/den, in.Ascent*num/den, in.Depth*num/den, in.After*num/den
	out.Items = make([]page.Item, len(in.Items))
	for i, it := range in.Items {
		it = page.Clone(it)
		switch it := it.(type) {
		case *page.Text:
			it.X, it.Y, it.Size = it.X*num/den, it.Y*num/den, it.Size*num/den
			glyphs := make([]page.Glyph, len(it.Glyphs))
			for k, g := range it.Glyphs {
				g.Advance, g.DX, g.DY = int32(page.Length(g.Advance)*num/den), int32(page.Length(g.DX)*num/den), int32(page.Length(g.DY)*num/den)
				glyphs[k] = g
			}
			it.Glyphs = glyphs
		case *page.Rule:
			it.X, it.Y, it.W, it.H = it.X*num/den, it.Y*num/den, it.W*num/den, it.H*num/den
		case *page.Path:
			for k := range it.Segments {
				s := &it.Segments[k]
				s.X, s.Y, s.X1, s.Y1, s.X2, s.Y2 = s.X*num/den, s.Y*num/den, s.X1*num/den, s.Y1*num/den, s.X2*num/den, s.Y2*num/den
			}
		}
		out.Items[i] = it
	}
	return &out
}
