package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strconv"

	"octavo/cmd/octavo/internal/page"
)

// contentLevel is the compression level of page contents. Level 4 makes a file an eighth smaller and a whole build a
// tenth slower.
const contentLevel = zlib.BestSpeed

// contentWriter writes contents together with its compressor. Its buffers are large: reuse it for many pages.
type contentWriter struct {
	content
	packed  bytes.Buffer
	deflate *zlib.Writer
}

// pageContent is the content stream of a page, compressed, and the Nodes of its marked-content sequences by their MCIDs.
type pageContent struct {
	stream []byte
	marks  []*page.Node
}

// makeContents writes and compresses the contents of the pages from (inclusive) to (exclusive).
func (c *contentWriter) makeContents(out []pageContent, u *uses, from, to int) (err error) {
	if c.deflate == nil {
		if c.deflate, err = zlib.NewWriterLevel(&c.packed, contentLevel); err != nil {
			return err
		}
	}
	c.uses = u
	for n := from; n < to; n++ {
		if err := c.page(&u.frames[n]); err != nil {
			return fmt.Errorf("page %d: %w", n+1, err)
		}
		c.packed.Reset()
		c.deflate.Reset(&c.packed)
		if _, err := c.deflate.Write(c.b); err != nil {
			return err
		}
		if err := c.deflate.Close(); err != nil {
			return err
		}
		out[n] = pageContent{bytes.Clone(c.packed.Bytes()), c.marks}
	}
	return nil
}

// milli is a length in 1/1000 pt, the unit of all coordinates in a page's content.
type milli int64

func toMilli(l page.Length) milli { return milli(roundDiv(int64(l)*1000, int64(page.Pt))) }

// roundDiv returns a/b to the nearest integer, b > 0.
func roundDiv(a, b int64) int64 {
	if a < 0 {
		return -((-a + b/2) / b)
	}
	return (a + b/2) / b
}

// fine is a length in 1/1000 of a page.Length. Every movement of the text position is a whole number of these: a
// coordinate (1/1000 pt is 65536 of them) as well as a width or an adjustment (1/1000 em of a font is as many as its
// size has Lengths). So the position is known exactly and rounding errors do not accumulate.
type fine int64

const (
	finePerMilli  = fine(page.Pt)
	finePerLength = 1000
)

// graphics is the graphics state, which a group restores.
type graphics struct {
	height             page.Length // of the plane that items are in: 0 in a group, whose plane has no lower edge
	fill, stroke       page.Color
	hasFill, hasStroke bool // false: still the initial black of DeviceGray
	lineWidth, dash    milli
	font               *fontUse
	fontIndex          int
	size               page.Length
	rise               milli
}

// content writes the content streams of pages, one after the other.
type content struct {
	uses *uses
	b    []byte

	graphics

	// text object
	inText       bool
	inArray      bool // "[" is open
	inString     bool // "(" is open
	lineX, lineY milli
	pen          fine        // from the page's left edge
	baseline     page.Length // of the text shown last
	last         string      // the text shown last

	// structure
	tagged bool
	mark   mark
	marks  []*page.Node // of the page, by MCID
}

func (c *content) page(f *frame) error {
	*c = content{uses: c.uses, b: c.b[:0], graphics: graphics{height: f.page.Height, lineWidth: 1000}, tagged: c.uses.tagged}
	c.b = append(c.b, f.matrix()...)
	if err := c.items(f.page.Items); err != nil {
		return err
	}
	c.endTextAbove(c.height)
	c.endMark()
	return nil
}

func (c *content) items(items []page.Item) error {
	for _, item := range items {
		switch item := item.(type) {
		case *page.Text:
			c.text(item)
		case *page.Rule:
			c.endTextAbove(item.Y)
			c.markAs(nil, layoutArtifact)
			c.setFill(item.Color)
			c.coordinates(item.X, item.Y+item.H)
			c.number(int64(toMilli(item.W)), 3)
			c.number(int64(toMilli(item.H)), 3)
			c.operator("re f")
		case *page.Path:
			c.path(item)
		case *page.Image:
			c.image(item)
		case *page.Link, *page.Anchor: // written by the finisher
		case *page.Slot:
			c.slot(item)
		case *page.Group:
			if err := c.group(item); err != nil {
				return err
			}
		default:
			return fmt.Errorf("item of unknown type %T", item)
		}
	}
	return nil
}

// group shows a group. Its plane has an origin of its own, so that content used in several groups is written
// identically.
func (c *content) group(g *page.Group) error {
	c.endTextAbove(g.Y)
	c.endMark()
	outer := c.graphics
	c.b = append(c.b, "q "...)
	m := g.Matrix()
	for _, v := range [...]int64{m.A, -m.B, -m.C, m.D} {
		c.number(roundDiv(v*1_000_000, page.Unity), 6)
	}
	c.coordinates(m.X, m.Y)
	c.operator("cm")
	c.height = 0
	if b := g.Clip; b != nil {
		c.coordinates(b.X, b.Y+b.H)
		c.number(int64(toMilli(b.W)), 3)
		c.number(int64(toMilli(b.H)), 3)
		c.operator("re W n")
	}
	if err := c.items(g.Items); err != nil {
		return err
	}
	c.endText()
	c.endMark()
	c.operator("Q")
	c.graphics = outer
	return nil
}

func (c *content) operator(op string) {
	c.b = append(c.b, op...)
	c.b = append(c.b, '\n')
}

// number writes v, in units of the given decimal, and a space.
func (c *content) number(v int64, decimals int) {
	c.b = append(appendDecimal(c.b, v, decimals), ' ')
}

// coordinates writes a point of the page, with y turned upwards.
func (c *content) coordinates(x, y page.Length) {
	c.number(int64(toMilli(x)), 3)
	c.number(int64(toMilli(c.height-y)), 3)
}

// appendDecimal writes v / 10^decimals without trailing zeros.
func appendDecimal(b []byte, v int64, decimals int) []byte {
	if v < 0 {
		b = append(b, '-')
		v = -v
	}
	unit := int64(1)
	for range decimals {
		unit *= 10
	}
	b = strconv.AppendInt(b, v/unit, 10)
	v %= unit
	if v == 0 {
		return b
	}
	b = append(b, '.')
	for v > 0 {
		unit /= 10
		b = append(b, byte('0'+v/unit))
		v %= unit
	}
	return b
}

// ink selects an ink with an operator for process inks, or with those for the space and the tint of a spot colour.
func (c *content) ink(color page.Color, operator, space, tint string) {
	if color.Second {
		c.operator(spotSpace + " " + space + " 1 " + tint)
		return
	}
	for _, v := range [...]uint8{color.C, color.M, color.Y, color.K} {
		c.number(int64(min(v, 100)), 2)
	}
	c.operator(operator)
}

func (c *content) setFill(color page.Color) {
	color = c.uses.plate(color)
	if !c.hasFill || c.fill != color {
		c.fill, c.hasFill = color, true
		c.closeArray()
		c.ink(color, "k", "cs", "scn")
	}
}

func (c *content) setStroke(color page.Color) {
	color = c.uses.plate(color)
	if !c.hasStroke || c.stroke != color {
		c.stroke, c.hasStroke = color, true
		c.ink(color, "K", "CS", "SCN")
	}
}

func (c *content) path(p *page.Path) {
	c.endText()
	operator := "n"
	switch {
	case p.Fill != nil && p.Stroke != nil:
		operator = "B"
	case p.Fill != nil:
		operator = "f"
	case p.Stroke != nil:
		operator = "S"
	}
	if operator == "n" || len(p.Segments) == 0 {
		return
	}
	c.markAs(nil, layoutArtifact)
	if p.Fill != nil {
		c.setFill(*p.Fill)
	}
	if p.Stroke != nil {
		c.setStroke(*p.Stroke)
		if w := toMilli(p.Width); w != c.lineWidth {
			c.lineWidth = w
			c.number(int64(w), 3)
			c.operator("w")
		}
		if d := toMilli(p.Dash); d != c.dash {
			c.dash = d
			c.b = append(c.b, '[')
			if d > 0 {
				c.b = appendDecimal(c.b, int64(d), 3)
			}
			c.operator("]0 d")
		}
	}
	for _, s := range p.Segments {
		switch s.Op {
		case page.MoveTo:
			c.coordinates(s.X, s.Y)
			c.operator("m")
		case page.LineTo:
			c.coordinates(s.X, s.Y)
			c.operator("l")
		case page.CurveTo:
			c.coordinates(s.X1, s.Y1)
			c.coordinates(s.X2, s.Y2)
			c.coordinates(s.X, s.Y)
			c.operator("c")
		case page.Close:
			c.operator("h")
		}
	}
	c.operator(operator)
}

func (c *content) image(i *page.Image) {
	c.endTextAbove(i.Y)
	c.markAs(i.Node, layoutArtifact)
	c.b = append(c.b, "q "...)
	c.number(int64(toMilli(i.W)), 3)
	c.b = append(c.b, "0 0 "...)
	c.number(int64(toMilli(i.H)), 3)
	c.coordinates(i.X, i.Y+i.H)
	c.b = append(c.b, "cm "...)
	c.b = append(c.b, pictureName(c.uses.byPicture[i.Picture])...)
	c.operator(" Do Q")
}
