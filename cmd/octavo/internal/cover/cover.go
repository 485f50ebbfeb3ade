// Package cover draws the front cover of an EPUB for a book that brings no picture of one. [Front] draws it in the design that
// the style names: label, halftone or poster.
package cover

import (
	"strings"
	"unicode"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/contrast"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/ornament"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// The front cover of the EPUB has the proportions 5:8, as shops require. It uses the style's fonts, faces and cover
// colour, and the character of its ornamental breaks as an ornament. Shops show it an inch high, so the title is as
// large as possible.
const (
	coverWidth  = 400 * page.Pt
	coverHeight = 640 * page.Pt
)

// Front returns the face of the EPUB in the design of the style.
func Front(cfg *config.Config, fonts *textstyle.Fonts) *page.Page {
	c := &cover{cfg: cfg, style: cfg.Style, fonts: fonts, page: &page.Page{Width: coverWidth, Height: coverHeight, Label: "cover"}}
	c.ground = colorOf(cfg.Style.Cover.Ground)
	c.paper = page.Color{Y: 5}
	c.ink = page.Color{K: 88}
	c.onGround = c.paper
	if brightness(c.ground) > 140 {
		c.onGround = c.ink
	}
	c.onPaper = c.ground
	if brightness(c.ground) > 110 {
		c.onPaper = c.ink
	}
	switch cfg.Style.Cover.Design {
	case config.Halftone:
		c.halftone()
	case config.Poster:
		c.poster()
	default:
		c.label()
	}
	if cfg.Lang.RightToLeft() {
		page.Mirror(c.page)
	}
	return c.page
}

// cover is a front cover being drawn.
type cover struct {
	cfg   *config.Config
	style *config.Style
	fonts *textstyle.Fonts
	page  *page.Page

	ground, paper     page.Color
	onGround, onPaper page.Color // ink that can be read there
	ink               page.Color
}

// colorOf converts a colour "#rrggbb" to inks that look the same on a screen.
func colorOf(hex string) page.Color {
	c, _ := contrast.Parse(hex)
	return page.FromRGB(c.R, c.G, c.B)
}

// brightness returns how bright a colour looks, 0 to 255 (Rec. 601).
func brightness(c page.Color) int {
	r, g, b := c.RGB()
	return (299*int(r) + 587*int(g) + 114*int(b)) / 1000
}

// between interpolates between two colours, by hundredths.
func between(a, b page.Color, percent int) page.Color {
	mix := func(x, y uint8) uint8 { return uint8((int(x)*(100-percent) + int(y)*percent + 50) / 100) }
	return page.Color{C: mix(a.C, b.C), M: mix(a.M, b.M), Y: mix(a.Y, b.Y), K: mix(a.K, b.K)}
}

func (c *cover) box(x, y, w, h page.Length, color page.Color) {
	c.page.Items = append(c.page.Items, &page.Rule{X: x, Y: y, W: w, H: h, Color: color})
}

func (c *cover) frame(x, y, w, h, weight page.Length, color page.Color) {
	c.box(x, y, w, weight, color)
	c.box(x, y+h-weight, w, weight, color)
	c.box(x, y+weight, weight, h-2*weight, color)
	c.box(x+w-weight, y+weight, weight, h-2*weight, color)
}

// sign returns the ornament: the first character of the style's break that its text font has.
func (c *cover) sign() rune {
	for _, r := range c.style.Mark.Break {
		if !unicode.IsSpace(r) && c.fonts.Regular.Has(r) {
			return r
		}
	}
	return '*'
}

// ornament returns the shape of a sign of the text font.
func (c *cover) ornament(r rune) ornament.Shape { return ornament.OfGlyph(c.fonts.Regular.Font, r) }

// draw draws an ornament centred at a point, its longer side of a size.
func (c *cover) draw(o ornament.Shape, x, y, size page.Length, stand ornament.Stand, color page.Color) {
	if p := o.Path(x, y, size, stand, color); p != nil {
		c.page.Items = append(c.page.Items, p)
	}
}

// textStyle is how a line looks in a face of the style.
func (c *cover) textStyle(face string, color page.Color) textstyle.Style {
	return textstyle.Style{Fonts: c.fonts, Features: textstyle.Figures(c.style), Color: color, Solid: true}.Faced(face)
}

// Sized is d in a size, its small capitals a little apart.
func sized(d textstyle.Style, size page.Length) textstyle.Style {
	if d.Tracking > 0 || d.Features&font.AllSmallCaps != 0 {
		d.Tracking = size / 14
	}
	d.Size = size
	if d.Capitals {
		d.Size = size * 8 / 10
	}
	return d
}

func lines(text string, d textstyle.Style, measure page.Length, align typeset.Alignment) []typeset.Line {
	return typeset.SetParagraph([]typeset.Inline{d.Span(text, diag.Pos{})},
		typeset.Setting{Measure: measure, Align: align, Balanced: true})
}

// fitted returns d in the largest size, from most down to least, at which no word is wider than the measure and the text is no
// higher than room, with its height.
func fitted(text string, d textstyle.Style, most, least, measure, room page.Length, leading page.Length) (textstyle.Style, page.Length) {
	for size := most; ; size -= page.Pt {
		d = sized(d, size)
		fits := true
		for _, word := range strings.Fields(text) {
			fits = fits && typeset.Width(word, d.Span("", diag.Pos{})) <= measure
		}
		height := page.Length(len(lines(text, d, measure, typeset.RaggedRight))) * size * leading / 100
		if fits && height <= room || size <= least {
			return d, height
		}
	}
}

// put sets a text and returns the lower end of its baseline zone; leading is in hundredths of the size.
func (c *cover) put(text string, d textstyle.Style, x, y, measure page.Length, align typeset.Alignment, leading page.Length) page.Length {
	if text == "" {
		return y
	}
	set := lines(text, d, measure, align)
	c.page.Items, y = textstyle.Stack(c.page.Items, set, x, y, d.Size*leading/100)
	return y
}

func (c *cover) authors() string { return strings.Join(c.cfg.Book.Authors(), ", ") }

// Label is a paper label on a patterned cover, as German and English presses have had it since 1912: the pattern is the sign
// of the breaks, row by row, every other one turned.
func (c *cover) label() {
	const pt = page.Pt
	c.box(0, 0, coverWidth, coverHeight, c.ground)
	o, tint := c.ornament(c.sign()), between(c.ground, c.paper, 22)
	const across, size = 34 * pt, 22 * pt
	down := max(24*pt, o.High(size)+13*pt)
	for row := page.Length(0); row*down < coverHeight+down; row++ {
		for column := range page.Length(13) {
			c.draw(o, column*across-row%2*across/2, row*down, size, ornament.Stand(row%2), tint)
		}
	}
	const x, y, w, h = 46 * pt, 74 * pt, 308 * pt, 356 * pt
	c.box(x, y, w, h, c.paper)
	c.frame(x+9*pt, y+9*pt, w-18*pt, h-18*pt, 2*pt, c.onPaper)
	c.frame(x+13*pt, y+13*pt, w-26*pt, h-26*pt, pt/2, c.onPaper)

	const measure = w - 60*pt
	left := x + (w-measure)/2
	book := &c.cfg.Book
	name := sized(c.textStyle(config.SmallCaps, c.onPaper), 19*pt)
	leading := page.Length(104)
	if c.style.Chapter.Face == config.SmallCaps { // no letter rises or descends
		leading = 84
	}
	title, height := fitted(book.Title, c.textStyle(c.style.Chapter.Face, c.onPaper), 66*pt, 22*pt, measure, 190*pt, leading)
	sub := sized(c.textStyle(config.Italic, c.onPaper), 18*pt)
	subHeight := page.Length(len(lines(book.Subtitle, sub, measure, typeset.Centered))) * sub.Size * 125 / 100
	if book.Subtitle == "" {
		subHeight = 0
	}
	c.put(c.authors(), name, left, y+28*pt, measure, typeset.Centered, 125)
	foot := y + h - 62*pt // of title and subtitle; below it the ornament
	block := height + 8*pt + subHeight
	top := y + 62*pt + max(0, foot-(y+62*pt)-block)*45/100
	next := c.put(book.Title, title, left, top, measure, typeset.Centered, leading)
	c.put(book.Subtitle, sub, left, next+8*pt, measure, typeset.Centered, 125)
	c.draw(o, x+w/2, y+h-40*pt, 20*pt, ornament.Upright, c.onPaper)

	if book.Publisher != "" {
		press := sized(c.textStyle(config.SmallCaps, c.onPaper), 13*pt)
		width := typeset.Width(book.Publisher, press.Span("", diag.Pos{})) + 36*pt
		c.box((coverWidth-width)/2, coverHeight-80*pt, width, 30*pt, c.paper)
		c.frame((coverWidth-width)/2+3*pt, coverHeight-77*pt, width-6*pt, 24*pt, pt/2, c.onPaper)
		c.put(book.Publisher, press, (coverWidth-width)/2, coverHeight-74*pt, width, typeset.Centered, 130)
	}
}

// halftone is a title on white over a field of colour, in which the sign grows from nothing, as the dots of a print do.
func (c *cover) halftone() {
	const pt = page.Pt
	c.box(0, 0, coverWidth, coverHeight, c.paper)
	const split, margin = 356 * pt, 34 * pt
	c.box(0, split, coverWidth, coverHeight-split, c.ground)
	o := c.ornament(c.sign())
	const step, rows, columns = 25 * pt, 10, 16
	for row := range rows {
		for column := range columns {
			size := step * page.Length(5*column+7*row-28) / 92
			c.draw(o, page.Length(column)*step+12*pt, split+page.Length(row)*step+38*pt, min(size, step), ornament.Upright, c.onGround)
		}
	}
	const measure = coverWidth - 2*margin
	book := &c.cfg.Book
	name := sized(c.textStyle(config.Bold, c.ink), 18*pt)
	y := c.put(c.authors(), name, margin, 34*pt, measure, typeset.RaggedRight, 125)
	title, _ := fitted(book.Title, c.textStyle(c.style.Chapter.Face, c.ink), 84*pt, 24*pt, measure, 210*pt, 100)
	y = c.put(book.Title, title, margin, y+14*pt, measure, typeset.RaggedRight, 100)
	sub := sized(c.textStyle(config.Italic, c.ink), 19*pt)
	c.put(book.Subtitle, sub, margin, y+12*pt, measure, typeset.RaggedRight, 122)
	if book.Publisher != "" {
		press := sized(c.textStyle(config.Bold, c.onGround), 13*pt)
		c.put(book.Publisher, press, margin, split+14*pt, measure, typeset.RaggedRight, 120)
	}
}

// poster is a title as large as can be, pale on dark, over the sign three times: for eyes that need it, and for all others.
func (c *cover) poster() {
	const pt = page.Pt
	c.box(0, 0, coverWidth, coverHeight, c.ground)
	const margin = 32 * pt
	const measure = coverWidth - 2*margin
	book := &c.cfg.Book
	accent := page.Color{M: 18, Y: 82}
	if brightness(c.ground) > 140 {
		accent = c.ink
	}
	title, _ := fitted(book.Title, c.textStyle(config.Bold, c.onGround), 104*pt, 26*pt, measure, 320*pt, 98)
	y := c.put(book.Title, title, margin, 30*pt, measure, typeset.RaggedRight, 98)
	sub := sized(c.textStyle(config.Upright, c.onGround), 24*pt)
	c.put(book.Subtitle, sub, margin, y+14*pt, measure, typeset.RaggedRight, 118)
	o := c.ornament(c.sign())
	for i := range 3 {
		c.draw(o, margin+28*pt+page.Length(i)*74*pt, coverHeight-150*pt, 56*pt, ornament.Upright, accent)
	}
	name := sized(c.textStyle(config.Bold, c.onGround), 28*pt)
	y = c.put(c.authors(), name, margin, coverHeight-100*pt, measure, typeset.RaggedRight, 115)
	press := sized(c.textStyle(config.Upright, c.onGround), 15*pt)
	c.put(book.Publisher, press, margin, y+2*pt, measure, typeset.RaggedRight, 120)
}
