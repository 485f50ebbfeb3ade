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

// inks are the colours of the themes: each dark enough for small type, and the first ones of any number as far from each other as such
// inks are, to most eyes and as far as possible to those that do not tell red from green or green from blue. Names of colours come first,
// red, blue, green, ochre, mauve, teal; those that follow fill the largest gaps between them. TestInks holds how far apart they are.
var inks = []page.Color{
	{C: 0, M: 90, Y: 70, K: 50}, {C: 80, M: 70, Y: 10, K: 40}, {C: 50, M: 0, Y: 40, K: 60}, {C: 10, M: 50, Y: 100, K: 40},
	{C: 30, M: 60, Y: 20, K: 40}, {C: 100, M: 20, Y: 10, K: 60}, {C: 20, M: 90, Y: 50, K: 60}, {C: 30, M: 40, Y: 100, K: 60},
	{C: 50, M: 60, Y: 10, K: 25}, {C: 90, M: 60, Y: 20, K: 60}, {C: 0, M: 40, Y: 30, K: 60}, {C: 80, M: 60, Y: 20, K: 25},
	{C: 50, M: 90, Y: 30, K: 40}, {C: 20, M: 70, Y: 70, K: 25}, {C: 10, M: 70, Y: 80, K: 60}, {C: 10, M: 70, Y: 40, K: 40},
	{C: 10, M: 20, Y: 60, K: 60}, {C: 80, M: 30, Y: 60, K: 60}, {C: 0, M: 70, Y: 30, K: 60}, {C: 0, M: 40, Y: 20, K: 50},
}

// noTheme is the ink of a card without a theme, and of the cards that are no maxim's.
var noTheme = page.Color{K: 80}

// Inks returns the inks of the themes and kinds by id: those that book.toml names, for a theme without one the second ink of the
// style, or one of the house's that is not near one which book.toml names.
func Inks(cfg *config.Config) map[string]page.Color {
	out := make(map[string]page.Color, len(cfg.Themes))
	for _, c := range cfg.Deck.Colors {
		out[c.Theme] = process(c.Color)
	}
	house := slices.DeleteFunc(slices.Clone(inks), func(ink page.Color) bool {
		return slices.ContainsFunc(cfg.Deck.Colors, func(c config.ThemeColor) bool { return distance(ink, process(c.Color)) < nearInk })
	})
	if len(house) == 0 {
		house = inks
	}
	next := 0
	for _, t := range cfg.Themes {
		switch _, named := out[t.ID]; {
		case named:
		case cfg.CardStyle.Ink.Has():
			out[t.ID] = textstyle.SecondInk(cfg.CardStyle)
		default:
			out[t.ID] = house[next%len(house)]
			next++
		}
	}
	return out
}

// nearInk is the distance within which two inks are taken for one where they do not touch, as [contrast.Lab.To] measures it: three times
// what is just seen where they do.
const nearInk = 0.06

// distance returns how far two inks are from each other to most eyes.
func distance(a, b page.Color) float64 { return seen(a).To(seen(b)) }

func seen(ink page.Color) contrast.Lab { return screenColor(ink).Seen(contrast.Normal) }

// alikeColors says which of the colours in book.toml that cards have look like one before them.
func (f *faceSetter) alikeColors(cards []*card) (found diag.List) {
	used := map[string]bool{}
	for _, c := range cards {
		used[f.colored(c.entry)] = true
	}
	var ids []string
	var labs []contrast.Lab
	for _, c := range f.cfg.Deck.Colors {
		if !used[c.Theme] {
			continue
		}
		lab := seen(f.inks[c.Theme])
		if i := slices.IndexFunc(labs, func(l contrast.Lab) bool { return l.To(lab) < nearInk }); i >= 0 {
			pos, end := f.cfg.Value(c.Path)
			d := found.Warnf("card-colors", pos, "the colours of %q and %q look alike on cards", ids[i], c.Theme).To(end)
			if free, ok := f.freeInk(); ok {
				d.Note("%q is unlike all that the deck has", screenColor(free).String())
			}
			d.Note("without a colour of its own a theme has one that octavo chooses")
			continue
		}
		ids, labs = append(ids, c.Theme), append(labs, lab)
	}
	return found
}

// freeInk returns the house's ink that is farthest from all that are used, and whether it is not near one.
func (f *faceSetter) freeInk() (best page.Color, ok bool) {
	most := nearInk
	for _, ink := range inks {
		least := 9.0
		for _, used := range f.inks {
			least = min(least, distance(ink, used))
		}
		if least > most {
			best, most, ok = ink, least, true
		}
	}
	return best, ok
}

// ink returns the ink of an entry's card: that of its theme, but where book.toml names none for the theme and one for the kind, that.
func (f *faceSetter) ink(e *book.Entry) page.Color {
	id := f.colored(e)
	if ink, ok := f.inks[id]; ok {
		return ink
	}
	return f.plain
}

// colored returns the id of the theme or the kind whose colour an entry's card has, "" for none.
func (f *faceSetter) colored(e *book.Entry) string {
	theme := e.Theme()
	for _, id := range []string{theme, e.Kind} {
		if slices.ContainsFunc(f.cfg.Deck.Colors, func(c config.ThemeColor) bool { return c.Theme == id }) {
			return id
		}
	}
	return theme
}

// mostInk is how much ink may lie on one place, in percent: card printers ask for less than 240.
const mostInk = config.MostInk - 1

// process turns a colour of a screen into inks: black for what is common to the three, the rest in cyan, magenta and yellow,
// so that screens show it as it was written. Where that is more ink than presses take, the three give way.
func process(c contrast.RGB) page.Color {
	return page.FromRGB(c.R, c.G, c.B).Limited(mostInk)
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

// screenColor returns an ink as screens show it without a profile.
func screenColor(ink page.Color) contrast.RGB {
	r, g, b := ink.RGB()
	return contrast.RGB{R: r, G: g, B: b}
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
			if dark, ok := darker(color.Color, f.style.Card.Ground, least); ok {
				d.Note("%q is the same colour, dark enough", dark.String())
			}
		}
	}
	return found
}

func ratioText(r float64) string { return fmt.Sprintf("%.1f : 1", math.Floor(r*10)/10) }

// darker returns a colour made darker until it has the contrast asked for to its own tint.
func darker(c contrast.RGB, ground int, least float64) (contrast.RGB, bool) {
	for part := 99; part >= 0; part-- {
		scale := func(v uint8) uint8 { return uint8(int(v) * part / 100) }
		dark := contrast.RGB{R: scale(c.R), G: scale(c.G), B: scale(c.B)}
		ink := process(dark)
		if contrast.Of(luminance(ink), luminance(tint(ink, ground))) >= least {
			return dark, true
		}
	}
	return contrast.RGB{}, false
}
