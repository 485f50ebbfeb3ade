package coverdesign

import (
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/typeset"
)

// Imprint is what stands at the foot of a back or a front: who published the book and what it costs.
type Imprint struct {
	Publisher, Price Words
	Device           *page.Picture // the publisher's; nil: none
	DeviceNode       *page.Node
	Measure          page.Length // it is no wider
	Unit             page.Length // what is a point on the front as it was drawn
	Least            page.Length // no type is smaller
	OnArt            bool        // a picture is under it
}

// plateEdge is how far words stand inside a small label, in units: at its sides, and above and below.
const (
	plateSide = 18
	plateEdge = 11
)

// Imprint returns an imprint from the origin, in the way of the design, and the box that it fills.
func (d *Design) Imprint(i Imprint) (items []page.Item, b page.Box) {
	u := i.Unit
	plate := d.Name != config.Halftone && d.Name != config.Poster
	face, color, padX, padY := config.Bold, d.OnGround, page.Length(0), page.Length(0)
	switch {
	case plate:
		face, color, padX, padY = config.SmallCaps, d.OnPaper, plateSide*u, plateEdge*u
	case d.Name == config.Poster:
		face = config.Upright
	}
	if i.OnArt && !plate {
		padX, padY = 10*u, 10*u
	}
	lines, w, h := d.imprintLines(i, face, color, i.Measure-2*padX)
	if len(lines) == 0 {
		return nil, page.Box{}
	}
	b = page.Box{W: w + 2*padX, H: h + 2*padY}
	switch {
	case plate:
		items = append([]page.Item{Fill(b, d.Paper)}, Frame(Inset(b, 3*u), d.Hairline(u/2), d.OnPaper)...)
	case i.OnArt:
		items = []page.Item{Fill(b, d.Ground)}
	}
	for _, it := range lines {
		page.Shift(it, padX, padY)
	}
	return append(items, lines...), b
}

// imprintLines sets the device over the publisher's name over the price, centred where they stand on a label.
func (d *Design) imprintLines(i Imprint, face string, color page.Color, measure page.Length) (items []page.Item, w, h page.Length) {
	u := i.Unit
	size := max(13*u, i.Least)
	press, _ := d.Set(i.Publisher, d.Text(face, size, color), Fit{Width: measure, Height: 4 * size, Most: size, Least: max(9*u, i.Least), Leading: 130,
		Align: typeset.RaggedRight})
	price, _ := d.Set(i.Price, d.Text(config.Upright, max(11*u, i.Least), color), Fit{Width: measure, Height: 4 * size, Most: max(11*u, i.Least),
		Least: max(8*u, i.Least), Leading: 130, Align: typeset.RaggedRight})
	blocks := []Block{press, price}
	var wide page.Length
	for _, b := range blocks {
		wide = max(wide, b.Width())
	}
	var device *page.Image
	if i.Device != nil {
		device = &page.Image{H: 40 * u, W: 40 * u * page.Length(i.Device.Width) / page.Length(max(1, i.Device.Height)), Picture: i.Device,
			Alt: i.Publisher.Text, Node: i.DeviceNode}
		if most := min(measure, 90*u); device.W > most {
			device.H, device.W = device.H*most/device.W, most
		}
		wide = max(wide, device.W)
	}
	across := func(w page.Length) page.Length {
		if face == config.SmallCaps { // on a label
			return (wide - w) / 2
		}
		return 0
	}
	if device != nil {
		device.X = across(device.W)
		if face != config.SmallCaps { // what is drawn for paper needs some
			items = append(items, Fill(Inset(page.Box{X: device.X, W: device.W, H: device.H}, -4*u), d.Paper))
		}
		items, h = append(items, device), device.H
	}
	for _, b := range blocks {
		if len(b.Lines) == 0 {
			continue
		}
		if h > 0 {
			h += 9 * u
		}
		items = b.Put(items, across(b.Width())-b.left(), h)
		h += b.Height()
	}
	return items, wide, h
}
