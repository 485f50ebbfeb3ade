package coverdesign

import (
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/contrast"
	"octavo/cmd/octavo/internal/page"
)

// Colors are the colours of a cover.
type Colors struct {
	Ground, Paper     page.Color
	OnGround, OnPaper page.Color // of words there, that can be read
	Ink               page.Color // of words on paper that are as good as black
	Small             page.Color // of running text on paper
	accent            page.Color // of ornaments, where book.toml names it
	accented          bool
}

// paper is the white of a cover, a little warm, and ink its black, a little soft.
var (
	paper = page.Color{Y: 5}
	ink   = page.Color{K: 88}
	white = page.Color{}
)

// NewColors returns the colours of a book's cover, from [cover] in book.toml or else from its style. Words that could not be read in
// what is asked for are in the nearest colour of the design that can.
func NewColors(cfg *config.Config) Colors {
	ground := cfg.Style.Cover.Ground
	if cfg.Cover.Ground != "" {
		ground = cfg.Cover.Ground
	}
	c := Colors{Ground: Parse(ground), Paper: paper}
	var own []page.Color
	if cfg.Cover.Ink != "" {
		own = []page.Color{Parse(cfg.Cover.Ink)}
	}
	c.OnGround = Readable(c.Ground, append(own, paper, ink)...)
	c.OnPaper = Readable(paper, append(own, c.Ground, ink)...)
	c.Ink = Readable(paper, append(own, ink)...)
	c.Small = OneInk(Readable(paper, append(own, page.Black)...))
	if cfg.Cover.Accent != "" {
		c.accent, c.accented = Parse(cfg.Cover.Accent), true
	}
	return c
}

// Accent returns the colour of ornaments, where book.toml does not name one that of the design.
func (c *Colors) Accent(usual page.Color) page.Color {
	if c.accented {
		return c.accent
	}
	return usual
}

// Parse converts a colour "#rrggbb" to inks that look the same on a screen, as much of them as presses take.
func Parse(hex string) page.Color {
	c, _ := contrast.Parse(hex)
	return page.FromRGB(c.R, c.G, c.B).Limited(config.MostInk - 1)
}

// Ratio returns the contrast of two inks, as screens show them without a profile.
func Ratio(a, b page.Color) float64 { return contrast.Ratio(shown(a), shown(b)) }

func shown(c page.Color) contrast.RGB {
	r, g, b := c.RGB()
	return contrast.RGB{R: r, G: g, B: b}
}

// Readable returns the first of some inks in which small type can be read on a ground, or else black or white, one of which can.
func Readable(on page.Color, wanted ...page.Color) page.Color {
	for _, c := range wanted {
		if Ratio(on, c) >= contrast.Text {
			return c
		}
	}
	if Ratio(on, page.Black) > Ratio(on, white) {
		return page.Black
	}
	return white
}

// smallType is the size below which black letters of several inks show coloured edges where a press is off register.
const smallType = 14 * page.Pt

// greyish is the chroma below which a dark colour looks black.
const greyish = 0.03

// OneInk returns the ink of small words in a colour: black in place of one that looks black and is made of several.
func OneInk(c page.Color) page.Color {
	dark := c.K > 50 || min(c.C, c.M, c.Y) > 40
	if c.C|c.M|c.Y != 0 && dark && shown(c).Seen(contrast.Normal).Chroma() < greyish {
		return page.Black
	}
	return c
}

// Pressed gives items of a size the ink in which a press prints them best, where they are printed.
func (d *Design) Pressed(items []page.Item, size page.Length) {
	if !d.Press || size >= smallType {
		return
	}
	for _, it := range items {
		if t, ok := it.(*page.Text); ok {
			t.Color = OneInk(t.Color)
		}
	}
}

// between interpolates between two colours, by hundredths.
func between(a, b page.Color, percent int) page.Color {
	mix := func(x, y uint8) uint8 { return uint8((int(x)*(100-percent) + int(y)*percent + 50) / 100) }
	return page.Color{C: mix(a.C, b.C), M: mix(a.M, b.M), Y: mix(a.Y, b.Y), K: mix(a.K, b.K)}
}
