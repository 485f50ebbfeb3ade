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

// between interpolates between two colours, by hundredths.
func between(a, b page.Color, percent int) page.Color {
	mix := func(x, y uint8) uint8 { return uint8((int(x)*(100-percent) + int(y)*percent + 50) / 100) }
	return page.Color{C: mix(a.C, b.C), M: mix(a.M, b.M), Y: mix(a.Y, b.Y), K: mix(a.K, b.K)}
}
