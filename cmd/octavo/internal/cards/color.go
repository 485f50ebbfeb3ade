package cards

import (
	"fmt"
	"math"
	"slices"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/contrast"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
)

// inks are the colours of the themes, in the order in which they are declared; each is dark enough for small type.
var inks = []page.Color{
	{C: 20, M: 90, Y: 80, K: 35}, {C: 90, M: 60, Y: 25, K: 35}, {C: 75, M: 35, Y: 80, K: 40}, {C: 30, M: 65, Y: 95, K: 35},
	{C: 60, M: 80, Y: 25, K: 35}, {C: 85, M: 40, Y: 50, K: 35}, {C: 25, M: 80, Y: 50, K: 45}, {C: 55, M: 50, Y: 75, K: 45},
	{C: 10, M: 85, Y: 40, K: 30}, {C: 95, M: 80, Y: 5, K: 20}, {C: 80, M: 10, Y: 90, K: 55}, {C: 70, M: 45, Y: 20, K: 60},
}

// noTheme is the ink of a card without a theme, and of the cards that are no maxim's.
var noTheme = page.Color{K: 80}

// themeInks returns the inks of the themes and kinds by id: those that book.toml names, for a theme without one the second ink of the
// style, or the house's.
func themeInks(cfg *config.Config) map[string]page.Color {
	out := make(map[string]page.Color, len(cfg.Themes))
	for i, t := range cfg.Themes {
		out[t.ID] = inks[i%len(inks)]
		if style := cfg.CardStyle; style.Ink.Has() {
			out[t.ID] = textstyle.SecondInk(style)
		}
	}
	for _, c := range cfg.Deck.Colors {
		out[c.Theme] = process(c.R, c.G, c.B)
	}
	return out
}

// ink returns the ink of an entry's card: that of its theme, but where book.toml names none for the theme and one for the kind, that.
func (f *faceSetter) ink(e *book.Entry) page.Color {
	id := f.colored(e)
	if ink, ok := f.inks[id]; ok {
		return ink
	}
	return noTheme
}

// colored returns the id of the theme or the kind whose colour an entry's card has, "" for none.
func (f *faceSetter) colored(e *book.Entry) string {
	theme := ""
	if len(e.Themes) > 0 {
		theme = e.Themes[0]
	}
	for _, id := range []string{theme, e.Kind} {
		if slices.ContainsFunc(f.cfg.Deck.Colors, func(c config.ThemeColor) bool { return c.Theme == id }) {
			return id
		}
	}
	return theme
}

// mostInk is how much ink may lie on one place, in percent: what card printers ask for.
const mostInk = 240

// process turns a colour of a screen into inks: black for what is common to the three, the rest in cyan, magenta and yellow,
// so that screens show it as it was written. Where that is more ink than presses take, the three give way.
func process(r, g, b uint8) page.Color {
	return page.FromRGB(r, g, b).Limited(mostInk)
}

// tint returns a part of an ink, in percent.
func tint(c page.Color, percent int) page.Color {
	part := func(v uint8) uint8 { return uint8((int(v)*percent + 50) / 100) }
	return page.Color{C: part(c.C), M: part(c.M), Y: part(c.Y), K: part(c.K)}
}

// luminance returns the relative luminance of an ink on white paper, 0 to 1 (WCAG 2.2), seen as screens show it without a
// profile; a press's own inks are a little darker.
func luminance(c page.Color) float64 {
	part := func(v uint8) float64 { return float64(100-int(min(v, 100))) * float64(100-int(min(c.K, 100))) / 10000 }
	return contrast.Luminance(part(c.C), part(c.M), part(c.Y))
}

// asked returns the least contrast of text: less where it is large, from 18 points, or 14 in bold (WCAG 2.2, 1.4.3).
func asked(size page.Length, bold bool) float64 {
	if size >= 18*page.Pt || bold && size >= 14*page.Pt {
		return 3
	}
	return 4.5
}

// legible says of each theme and kind whose colour is too pale for what is printed in it: its name, the marks, and on some cards
// white letters on it.
func (f *faceSetter) legible(cards []*card) (found diag.List) {
	used := map[string]bool{}
	for _, c := range cards {
		used[f.colored(c.entry)] = true
	}
	least := asked(f.labelSize(), f.style.Card.Design != config.Plate)
	for _, color := range f.cfg.Deck.Colors {
		ink := f.inks[color.Theme]
		on := f.ground(ink)
		if ratio := contrast.Of(luminance(ink), luminance(on)); used[color.Theme] && ratio < least {
			pos, end := f.cfg.Value(color.Path)
			d := found.Warnf("card-contrast", pos, "the colour of %q has a contrast of %s to what it stands on, "+
				"and small type needs %s", color.Theme, ratioText(ratio), ratioText(least)).To(end)
			if r, g, b, ok := darker(color.R, color.G, color.B, f.style.Card.Ground, least); ok {
				d.Note(`"#%02x%02x%02x" is the same colour, dark enough`, r, g, b)
			}
		}
	}
	return found
}

func ratioText(r float64) string { return fmt.Sprintf("%.1f : 1", math.Floor(r*10)/10) }

// darker returns a colour made darker until it has the contrast asked for to its own tint.
func darker(r, g, b uint8, ground int, least float64) (uint8, uint8, uint8, bool) {
	for part := 99; part >= 0; part-- {
		scale := func(v uint8) uint8 { return uint8(int(v) * part / 100) }
		ink := process(scale(r), scale(g), scale(b))
		if contrast.Of(luminance(ink), luminance(tint(ink, ground))) >= least {
			return scale(r), scale(g), scale(b), true
		}
	}
	return 0, 0, 0, false
}
