package coverdesign

import (
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/ornament"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/typeset"
)

// Panel is a place for words on a back or on a flap.
type Panel struct {
	Items  []page.Item // what the words stand on, over the backdrop
	Text   page.Box
	Color  page.Color // of what they stand on
	Ink    page.Color
	Accent page.Color // of ornaments among them
	Align  typeset.Alignment
	Middle bool // words stand a little above its middle; else at its head
}

// Space is what there is of a back for words.
type Space struct {
	Live  page.Box    // the panel as it is trimmed, without a hinge
	Foot  page.Length // words end above this: below are the barcode and the publisher
	Safe  page.Length // words keep so far from the edges of Live
	OnArt bool        // a picture is under it
	Short bool        // the words are few
	Edge  page.Length // how far the barcode is from the edges; 0: there is none
}

// Unit returns what is a point on the front as it was drawn, on a panel of another size.
func Unit(live page.Box) page.Length { return min(live.W/400, live.H/600) }

// Margin returns how far words, or a label with words, stand from the edges of a back: as far as the barcode, where that is near.
func (d *Design) Margin(s Space) page.Length {
	u := Unit(s.Live)
	margin := map[string]page.Length{config.Halftone: 34 * u, config.Poster: 32 * u, config.Label: 30 * u}[d.Name]
	if s.Edge > margin/2 && s.Edge < margin*3/2 {
		margin = s.Edge
	}
	return max(margin, s.Safe)
}

// Panels returns the places of words on a back, from its head down: one for all, or a second one for who the author is.
func (d *Design) Panels(s Space) []Panel {
	u, margin := Unit(s.Live), d.Margin(s)
	switch d.Name {
	case config.Halftone:
		split := d.SplitAt(s.Live)
		upper := page.Box{X: s.Live.X + margin, Y: s.Live.Y + max(38*u, s.Safe), W: s.Live.W - 2*margin}
		lower := upper
		upper.H, lower.Y = split-24*u-upper.Y, split+22*u
		lower.H = s.Foot - lower.Y
		below := Panel{Text: lower, Color: d.Ground, Ink: d.OnGround, Accent: d.Accent(d.OnGround), Align: typeset.RaggedRight}
		if s.OnArt {
			b := Inset(lower, -12*u)
			b.H -= 6 * u
			below.Items = []page.Item{Fill(b, d.Ground)}
		}
		return []Panel{{Text: upper, Color: d.Paper, Ink: d.Small, Accent: d.Accent(d.Ground), Align: typeset.RaggedRight}, below}
	case config.Poster:
		p := Panel{Color: d.Ground, Ink: d.OnGround, Accent: d.posterSigns(), Align: typeset.RaggedRight}
		p.Text = page.Box{X: s.Live.X + margin, Y: s.Live.Y + margin, W: s.Live.W - 2*margin, H: s.Foot - s.Live.Y - margin}
		if s.OnArt {
			b := Inset(p.Text, -16*u)
			b.H -= 10 * u // clear of the barcode
			p.Items = []page.Item{Fill(b, d.Ground)}
		}
		return []Panel{p}
	}
	b := page.Box{X: s.Live.X + margin, Y: s.Live.Y + margin, W: s.Live.W - 2*margin, H: s.Foot - s.Live.Y - margin}
	if s.Short { // beside the front's label, and as high
		b.Y, b.H = s.Live.Y+s.Live.H*74/640, min(s.Live.H*356/640, s.Foot-s.Live.Y-s.Live.H*74/640)
	}
	return []Panel{{Items: append([]page.Item{Fill(b, d.Paper)}, d.labelFrames(b, u)...), Text: Inset(b, 30*u), Color: d.Paper, Ink: d.Small,
		Accent: d.Accent(d.OnPaper), Align: typeset.Centered, Middle: true}}
}

// Flap returns the place of words on a flap of a jacket.
func (d *Design) Flap(live page.Box, safe page.Length) Panel {
	u := Unit(live)
	margin := max(36*u, safe, 18*page.Pt)
	p := Panel{Text: Inset(live, margin), Color: d.Paper, Ink: d.Small, Accent: d.Accent(d.OnPaper), Align: typeset.RaggedRight}
	switch d.Name {
	case config.Poster:
		p.Color, p.Ink, p.Accent = d.Ground, d.OnGround, d.posterSigns()
	case config.Halftone:
		p.Accent = d.Accent(d.Ground)
	default:
		p.Align = typeset.Centered
	}
	return p
}

// FlapColor returns the colour of a jacket's flaps.
func (d *Design) FlapColor() page.Color {
	if d.Name == config.Poster {
		return d.Ground
	}
	return d.Paper
}

// Flourish returns the signs that stand on a back where there are no words. A patterned one needs none.
func (d *Design) Flourish(p Panel, unit page.Length) (items []page.Item) {
	add := func(x, y, size page.Length) {
		if s := d.Sign.Path(x, y, size, ornament.Upright, p.Accent); s != nil {
			items = append(items, s)
		}
	}
	switch d.Name {
	case config.Poster:
		size := min(56*unit, p.Text.W/4)
		for i := range page.Length(3) {
			add(p.Text.X+size/2+i*size*74/56, p.Text.Y+size/2, size)
		}
	case config.Halftone:
		step := 25 * unit
		for i := range page.Length(5) {
			add(p.Text.X+step/2+i*step, p.Text.Y+step/2, step*(i+1)/5)
		}
	}
	return items
}
