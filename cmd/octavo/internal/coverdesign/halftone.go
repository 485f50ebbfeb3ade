package coverdesign

import (
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/ornament"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/typeset"
)

// The halftone is a title on white over a field of colour, in which the sign grows from nothing, as the dots of a print do.

// SplitAt returns where the field of a halftone begins on a panel.
func (d *Design) SplitAt(live page.Box) page.Length { return live.Y + live.H*page.Length(d.Split)/640 }

// dots draws the signs of the field, over the front with its bleed.
func (d *drawing) dots(split page.Length) {
	step := d.u(25)
	top, end := split+d.u(38), d.Live.Y+d.Live.H
	g := &page.Group{Clip: &page.Box{X: d.Under.X, Y: split, W: d.Under.W, H: d.Under.Y + d.Under.H - split}}
	color := d.Accent(d.OnGround)
	for row := page.Length(0); top+row*step < d.Under.Y+d.Under.H+step; row++ {
		for column := page.Length(0); d.Live.X+column*step < d.Under.X+d.Under.W+step; column++ {
			// On the front as it was drawn there were 16 columns and 10 rows.
			size := step * (80*column*step/d.Live.W + 69*row*step/max(step, end-top) - 28) / 92
			if p := d.Sign.Path(d.Live.X+column*step+d.u(12), top+row*step, min(size, step), ornament.Upright, color); p != nil {
				g.Items = append(g.Items, p)
			}
		}
	}
	d.add(g)
}

// halftone draws the front.
func (d *drawing) halftone() {
	d.unit = min(d.Live.W/400, d.Live.H/600)
	split := d.SplitAt(d.Live)
	if d.OnArt {
		d.add(Fill(page.Box{X: d.Under.X, Y: d.Under.Y, W: d.Under.W, H: split - d.Under.Y}, d.Paper))
	} else {
		d.dots(split)
	}
	margin := d.margin(34)
	measure := d.Live.W - 2*margin
	x, head, foot := d.Live.X+margin, d.Live.Y+max(d.u(38), d.Safe), split-d.u(24)
	d.shrinking(func(scale page.Length) {
		name := d.names(config.Bold, d.Ink, scale, Fit{Width: measure, Height: d.u(70), Most: 18, Leading: 125, Align: typeset.RaggedRight})
		sub := d.part(d.subtitle, config.Italic, d.Ink, scale, Fit{Width: measure, Height: d.u(92), Most: 19, Leading: 122, Align: typeset.RaggedRight})
		above, _ := name.outside()
		head := max(head, d.Live.Y+d.Safe+above)
		top := head + name.Height() + d.u(27)
		gap := d.gap(sub, 38, scale)
		room := foot - top - gap - sub.Height()
		title := d.set(d.title, d.TitleFace(), d.Ink, Fit{Width: measure, Height: min(room+d.u(18), d.u(240)), Most: d.u(84),
			Least: d.atLeast(26, scale), Leading: 100, Align: typeset.RaggedRight})
		_, hangs := name.outside()
		stands, _ := title.outside()
		if near := stands + hangs - d.u(18); near > 0 { // letters of some scripts are far higher than capitals, and deeper
			top += min(near, max(0, room-title.Height()))
		}
		d.items = name.Put(d.items, x, head)
		d.items = title.Put(d.items, x, top)
		d.items = sub.Put(d.items, x, top+title.Height()+gap)
	})
	press := d.part(d.publisher, config.Bold, d.OnGround, 100, Fit{Width: measure, Height: d.u(50), Most: 13, Leading: 120, Align: typeset.RaggedRight})
	y := split + d.u(18)
	if d.OnArt && len(press.Lines) > 0 { // on a strip of its own under the picture
		y = d.Live.Y + d.Live.H - max(d.u(22), d.Safe+d.u(4)) - press.Height()
		d.add(Fill(page.Box{X: d.Under.X, Y: y - d.u(16), W: d.Under.W, H: d.Under.Y + d.Under.H - y + d.u(16)}, d.Ground))
	}
	d.items = press.Put(d.items, x, y)
}
