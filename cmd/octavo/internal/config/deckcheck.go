package config

import (
	"slices"

	"octavo/cmd/octavo/internal/diag"
)

// deckFolds checks that cards to be folded can be folded.
func (dec *decoder) deckFolds(d *Deck) {
	if d.Sides != FoldOver {
		return
	}
	if d.Stock != nil {
		dec.at("toml-value", "deck.sides", "a perforated stock cannot be folded").
			Note(`write sides = "two", or leave the stock out`)
		d.Sides = TwoSided
		return
	}
	if d.Laminate == LaminateSheet && d.Pouch != nil {
		dec.at("toml-value", "deck.laminate", "a sheet of cards to be folded cannot be laminated whole: film does not fold").
			Note(`write laminate = "cards", and each is laminated when it is cut and folded`)
		d.Laminate = LaminateCards
	}
}

// derive sets the lengths that are derived from other keys.
func (d *Deck) derive(table *Cards) {
	if d.Gap == unset {
		if d.Gap = 2 * d.Bleed; d.Marks == ScissorsMark {
			d.Gap = max(d.Gap, tenths(30))
		}
		if d.Cutter != nil {
			d.Gap = max(d.Gap, bladeGap)
		}
	}
	if d.Corner == unset {
		d.Corner = 0
		if card := table.Card(d.CardName); card != nil && d.Stock == nil {
			d.Corner = card.Corner
		}
	}
}

// groundBleed is how far tinted grounds go over the edge where book.toml does not say it: a little more than the drift that guillotines
// and hands allow themselves, so that no white shows at an edge.
var groundBleed = tenths(15)

// bleedGrounds lets the grounds of a style that tints cards bleed, where book.toml says nothing else and the sheet has room for it.
func (c *Config) bleedGrounds() {
	d := &c.Deck
	_, named := c.places["deck.bleed"]
	if named || c.flags["deck.bleed"] != nil || d.Stock != nil || c.CardStyle == nil || c.CardStyle.Card.Ground == 0 {
		return
	}
	edge := 2 * (d.Margin + groundBleed)
	if fits := func(card Size) bool { return card.W+edge <= d.Sheet.W && card.H+edge <= d.Sheet.H }; !fits(d.Card) && !fits(d.Card.turned()) {
		return
	}
	d.Bleed, d.GroundBleed = groundBleed, true
	if _, named := c.places["deck.gap"]; !named && c.flags["deck.gap"] == nil {
		d.Gap = max(d.Gap, 2*groundBleed)
	}
}

// bladeGap is the least white between cards that a machine cuts: as silhouette-card-maker has it. Without it the outlines of neighbours
// are one to a program that looks for edges.
const bladeGap = (inch*125 + 1270) / 2540

// deckLimits checks lengths that limit each other.
func (dec *decoder) deckLimits(d *Deck) {
	if d.Cutter != nil && d.Cutter.DPI > 0 && d.Bleed == 0 && d.Gap < bladeGap {
		dec.at("toml-value", "deck.gap", "cards that %s cuts along their edges must be %s apart at least", d.Cutter.Name, Length(bladeGap).in("mm", down)).
			Note("leave gap out of [deck], or let the cards bleed")
		d.Gap = bladeGap
	}
	if most := min(d.Card.W, d.Card.H) / 2; d.Corner > most {
		dec.at("toml-value", "deck.corner", "deck.corner is %s mm, more than half of the card's shorter side", Mm(d.Corner)).
			Note("a playing card has about 3 mm")
		d.Corner = most
	}
	if d.MaximMin > d.MaximMax && d.MaximMax > 0 {
		dec.at("toml-value", "deck.maxim_min", "deck.maxim_min is %s, more than maxim_max, which is %s", d.MaximMin, d.MaximMax).
			Note("write a smaller maxim_min or a larger maxim_max")
		d.MaximMin = d.MaximMax
	}
}

// deckThemes checks that every colour and every picture is for a theme of the book, or for a kind.
func (dec *decoder) deckThemes(c *Config) {
	known := slices.Concat(IDs(c.Themes), c.KindIDs())
	check := func(theme, path, what string) {
		if slices.Contains(known, theme) {
			return
		}
		p := nearest(dec.places, path)
		note := dec.list.Errorf("toml-value", diag.Pos{Source: dec.src, Offset: p.Key}, "unknown theme %q", theme).To(p.KeyEnd)
		if near := diag.Suggest(theme, known); near != "" {
			note.Note("did you mean %s?", near)
		}
		note.Note("declare it under [themes], or correct its name; a kind of entry can have %s too", what)
	}
	for _, color := range c.Deck.Colors {
		check(color.Theme, color.Path, "a colour")
	}
	for _, art := range c.Deck.Art {
		check(art.Theme, art.Path, "a picture")
	}
}
