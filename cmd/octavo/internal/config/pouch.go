package config

import "octavo/cmd/octavo/internal/diag"

// Widths of a laminating pouch's seal. Manufacturers recommend 3 mm on all sides and require 2 mm.
// Half of the recommended width may hold for a while, so it is only a warning; anything less would waste cards.
const (
	sealLeast = (inch*20 + 127) / 254
	sealNone  = (inch*15 + 127) / 254
)

// laminate checks that the cards, or the whole sheet, fit their pouch. Sized means that the author has chosen a card;
// otherwise a small pouch determines the card's size.
func (dec *decoder) laminate(c *Config, table *Cards, sized bool) {
	d := &c.Deck
	switch p := d.Pouch; {
	case p == nil:
	case d.Laminate == LaminateSheet:
		pos, end := c.Value("deck.laminate")
		dec.list.Warnf("pouch-open", pos, "cards that are cut out of a laminated sheet have open edges, into which moisture creeps").
			To(end).Note(`write laminate = "cards" for cards that are cut first and sealed all round`).
			Note(`or silence this under [check.levels]: pouch-open = "off"`)
		dec.seal(c, table, "sheet", d.Sheet)
	case p.Holds(d.Card, d.Seal) > 1: // they are placed with a jig
	case sized:
		dec.seal(c, table, "card", d.Card)
	default:
		d.Card, d.CardName = p.Insert(d.Seal), ""
		if min(d.Card.W, d.Card.H) < cardLeast {
			d.Card = plainDeck().Card
			dec.seal(c, table, "card", d.Card)
		}
	}
}

// String returns the pouch as messages name it.
func (p *Pouch) String() string {
	if p.ID == "" {
		return "a pouch of " + p.Size.String()
	}
	return "the pouch " + p.ID + ", " + p.Size.String()
}

// Insert returns the largest card that leaves a seal on all sides.
func (p *Pouch) Insert(seal Length) Size { return Size{p.W - 2*seal, p.H - 2*seal} }

// Leaves returns the width of the narrowest seal around a card, in its better orientation. It is negative if the card does not
// fit.
func (p *Pouch) Leaves(card Size) Length {
	upright := min(p.W-card.W, p.H-card.H)
	turned := min(p.W-card.H, p.H-card.W)
	return max(upright, turned) / 2
}

// Holds returns the number of cards that fit side by side in the pouch, each with a seal on all sides.
func (p *Pouch) Holds(card Size, seal Length) int {
	w, h := card.W+2*seal, card.H+2*seal
	return int(max((p.W/w)*(p.H/h), (p.W/h)*(p.H/w)))
}

// pouchFor returns the smallest pouch in which a card leaves the given seal, or nil if there is none.
func (c *Cards) pouchFor(card Size, seal Length) *Pouch {
	var best *Pouch
	for i := range c.Pouches {
		p := &c.Pouches[i]
		if p.Leaves(card) >= seal && (best == nil || p.W*p.H < best.W*best.H) {
			best = p
		}
	}
	return best
}

// seal checks the seal that a card or sheet leaves in its pouch.
func (dec *decoder) seal(c *Config, table *Cards, what string, size Size) {
	d := &c.Deck
	p, leaves := d.Pouch, d.Pouch.Leaves(size)
	if leaves >= d.Seal {
		return
	}
	pos, end := c.Value("deck.pouch")
	var found *diag.Diagnostic
	switch {
	case leaves < 0:
		found = dec.list.Errorf("pouch-small", pos, "a %s of %s does not go into %s", what, size, p)
	case leaves < sealNone:
		found = dec.list.Errorf("pouch-small", pos, "a %s of %s leaves a seal of %s mm in %s; %s mm are the least",
			what, size, Mm(leaves), p, Mm(sealLeast))
	default:
		found = dec.list.Warnf("pouch-tight", pos, "a %s of %s leaves a seal of %s mm in %s; %s mm are advised",
			what, size, Mm(leaves), p, Mm(d.Seal))
	}
	found.To(end)
	if other := table.pouchFor(size, d.Seal); other != nil {
		found.Note("pouch = %q, %s, would do", other.ID, other.Size)
	}
	if in := p.Insert(d.Seal); what == "card" && min(in.W, in.H) >= cardLeast {
		name := "the pouch " + p.ID
		if p.ID == "" {
			name = "this pouch"
		}
		found.Note("the largest card for %s is %s: leave card out of [deck], and the cards are made that large", name, in)
	}
	if len(found.Notes) == 0 {
		found.Note("choose a smaller %s", what)
	}
}
