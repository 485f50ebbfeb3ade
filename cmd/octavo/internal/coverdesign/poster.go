package coverdesign

import (
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/ornament"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/typeset"
)

// The poster is a title as large as can be, pale on dark, over the sign three times: for eyes that need it, and for all others.

// posterAccent is the colour of the signs on a dark ground.
var posterAccent = page.Color{M: 18, Y: 82}

// posterSigns returns the colour of the signs: they are seen, though nobody has to read them.
func (d *Design) posterSigns() page.Color {
	usual := posterAccent
	if Ratio(d.Ground, usual) < 3 {
		usual = d.OnGround
	}
	return d.Accent(usual)
}

// poster draws the front.
func (d *drawing) poster() {
	d.unit = min(d.Live.W/400, d.Live.H/600)
	margin := d.margin(32)
	measure := d.Live.W - 2*margin
	x, head, end := d.Live.X+margin, d.Live.Y+margin, d.Live.Y+d.Live.H-max(d.u(50), d.Safe+d.u(6))
	left := Fit{Width: measure, Align: typeset.RaggedRight}
	middle := d.u(110) // what is kept for the signs, or for the picture
	if d.OnArt {
		middle = d.Live.H * 42 / 100
	}
	d.shrinking(func(scale page.Length) {
		fit := func(height, most page.Length, leading int) Fit {
			f := left
			f.Height, f.Most, f.Leading = d.u(height), most, leading
			return f
		}
		press := d.part(d.publisher, config.Upright, d.OnGround, scale, fit(50, 15, 120))
		name := d.names(config.Bold, d.OnGround, scale, fit(120, 28, 115))
		sub := d.part(d.subtitle, config.Upright, d.OnGround, scale, fit(130, 24, 118))
		foot := end - press.Height() - d.gap(press, 14, 100) - name.Height()
		gap := d.gap(sub, 46, scale)
		title := d.set(d.title, config.Bold, d.OnGround, Fit{Width: measure, Height: min(foot-middle-head-gap-sub.Height(), d.u(330)),
			Most: d.u(104), Least: d.atLeast(28, scale), Leading: 98, Align: typeset.RaggedRight})
		above, _ := title.outside()
		head := max(head, d.Live.Y+d.Safe+max(above, title.Size/8)) // ascenders and accents are higher than capitals
		below := head + title.Height() + gap + sub.Height()
		d.posterMiddle(x, below, foot)
		d.items = title.Put(d.items, x, head)
		d.items = sub.Put(d.items, x, below-sub.Height())
		d.items = name.Put(d.items, x, foot)
		d.items = press.Put(d.items, x, end-press.Height())
	})
}

// posterMiddle draws what stands between the words, from a height down to another: the signs, or the part of a picture that is seen.
func (d *drawing) posterMiddle(x, from, to page.Length) {
	if d.OnArt {
		u := d.Under
		from, to = from+d.u(34), to-d.u(26)
		d.add(Fill(page.Box{X: u.X, Y: u.Y, W: u.W, H: from - u.Y}, d.Ground), Fill(page.Box{X: u.X, Y: to, W: u.W, H: u.Y + u.H - to}, d.Ground))
		return
	}
	size := min(d.u(56), to-from-d.u(48))
	for i := range page.Length(3) {
		d.draw(x+size/2+i*size*74/56, to-d.u(25)-size/2, size, ornament.Upright, d.posterSigns())
	}
}
