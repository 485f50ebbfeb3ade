package cards

import (
	"math"
	"slices"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/impose"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
)

// The author's own art. A picture fills its side of the card, cut about its middle to the card's shape with the bleed. Words stand on a
// panel in the colour of the paper, or in that of the design's ground, so that any picture leaves them legible: on a front it is as
// high as the maxim needs and stands at the foot, with the picture above it.

// panelEdge is how far a panel stands from the trim: what printers ask for words, and more where the card has room and the words that
// break the plate's frame still stand on it.
func (f *faceSetter) panelEdge() page.Length {
	edge := f.at(40)
	if f.style.Card.Design == config.Plate {
		edge = min(edge, f.frame()-f.labelSize()/2)
	}
	return max(edge, page.TenthsOfMm(34))
}

// hasArt reports whether any face of the deck has a picture.
func hasArt(d *config.Deck) bool { return d.Front != "" || d.BackArt != "" || len(d.Art) > 0 }

// frontArt returns the name of the picture on an entry's front, that of its theme or else its kind before that of the deck; "" for none.
// Without an entry it is the deck's.
func frontArt(d *config.Deck, e *book.Entry) string {
	if e != nil {
		for _, id := range []string{e.Theme(), e.Kind} {
			if i := slices.IndexFunc(d.Art, func(a config.ThemeArt) bool { return a.Theme == id }); i >= 0 {
				return d.Art[i].Name
			}
		}
	}
	return d.Front
}

// setFront sets a card's front: its maxim in the design of the deck. Under a picture the design takes the part of the card that it needs.
func (f *faceSetter) setFront(c *card) {
	room, x, y := f.room()
	if frontArt(&f.cfg.Deck, c.entry) == "" {
		f.show(c.front, c.maxim, room, c.size, x, y)
		f.designFront(c)
		return
	}
	height := c.maxim.Height(len(c.maxim.Set(room, c.size)), room, c.size)
	lower := *c
	face := f.atFoot(f.h-max(0, room.Height-height-2*f.at(30)), c.ink, func(low *faceSetter) *page.Page {
		lower.front = &page.Page{Width: low.w, Height: low.h}
		room, x, y := low.room()
		low.show(lower.front, c.maxim, room, c.size, x, y)
		low.designFront(&lower)
		return lower.front
	})
	c.front.Items = append(c.front.Items, face.Items...)
	c.found = lower.found
}

// atFoot sets a face on a panel that takes so much of the card's height, at its foot: set sets it as if the card were no higher.
func (f *faceSetter) atFoot(height page.Length, ink page.Color, set func(low *faceSetter) *page.Page) *page.Page {
	low := *f
	low.h = height
	low.bleed = 0 // what bleeds is the picture
	p := &page.Page{Width: f.w, Height: f.h, Bleed: f.bleed}
	p.Items = append([]page.Item{low.panel(ink)}, withoutGround(set(&low))...)
	for _, it := range p.Items {
		page.Shift(it, 0, f.h-height)
	}
	return p
}

// designFront sets what a front has beside its maxim.
func (f *faceSetter) designFront(c *card) {
	switch f.style.Card.Design {
	case config.Plate:
		f.plateFront(c)
	case config.Ledger:
		f.ledgerFront(c)
	default:
		f.fieldFront(c)
	}
}

// panel returns what words stand on where there is a picture: all of the card within the panel's edge.
func (f *faceSetter) panel(ink page.Color) page.Item {
	paper := f.ground(ink)
	edge := f.panelEdge()
	box := page.Box{X: edge, Y: edge, W: f.w - 2*edge, H: f.h - 2*edge}
	return &page.Path{Fill: &paper, Segments: impose.Outline(box, f.at(20))}
}

// artwork is the pictures of a deck, by their names in book.toml; each is one picture however many faces show it.
type artwork map[string]*page.Picture

// newArtwork returns the pictures of a deck. What is wrong with one is reported where book.toml names it.
func newArtwork(cfg *config.Config, bk *book.Book, fonts *textstyle.Fonts) (artwork, diag.List) {
	out := artwork{}
	var found diag.List
	one := map[*book.Picture]*page.Picture{} // two names may lead to one file
	for _, art := range bk.Art {
		found = append(found, art.Found...)
		p := art.Picture
		if p == nil {
			continue
		}
		found = append(found, artDPI(cfg, art)...)
		if one[p] == nil {
			one[p] = &page.Picture{Name: p.Path, Format: p.Format, Data: p.Data, Width: p.Width, Height: p.Height, Drawing: p.Drawing}
			if p.Drawing != nil {
				one[p].Drawing = fonts.Drawn(p.Drawing)
			}
		}
		out[art.File.Name] = one[p]
	}
	return out, found
}

// leastArtDPI is the least resolution of a picture on a card: below it pixels are seen at arm's length.
const leastArtDPI = 100

// artDPI reports a picture that has too few pixels for the size at which cards show it.
func artDPI(cfg *config.Config, art book.Art) (found diag.List) {
	p := art.Picture
	if p.Part != "" {
		found.Warnf("card-art", art.File.Pos, "picture %q: %s", art.File.Name, p.Part).Note("save what is to be printed as a file of its own")
	}
	if p.Drawing != nil || p.Width <= 0 || p.Height <= 0 {
		return found
	}
	d := &cfg.Deck
	box := bled(page.Length(d.Card.W), page.Length(d.Card.H), page.Length(d.Bleed))
	w, h := cover(p.Width, p.Height, box)
	dpi := min(float64(p.Width)/(w.Points()/72), float64(p.Height)/(h.Points()/72))
	wanted := max(leastArtDPI, cfg.Check.MinDPI)
	pixels := func(l page.Length) int { return int(math.Ceil(l.Points() / 72 * float64(wanted))) }
	note := func(d *diag.Diagnostic) {
		d.Note("take one of %d × %d pixels or more, the card with its bleed at %d to the inch", pixels(box.W), pixels(box.H), wanted)
	}
	switch {
	case dpi < leastArtDPI-0.5:
		note(found.Errorf("card-art-coarse", art.File.Pos, "%q has %.0f pixels to the inch where it fills a card; %d are the least", art.File.Name, dpi, leastArtDPI))
	case dpi < float64(cfg.Check.MinDPI)-0.5:
		note(found.Warnf("card-art-dpi", art.File.Pos, "%q has %.0f pixels to the inch where it fills a card; %d are wanted", art.File.Name, dpi, cfg.Check.MinDPI))
	}
	return found
}

// bled returns the box of a card with its bleed.
func bled(w, h, bleed page.Length) page.Box {
	return page.Box{X: -bleed, Y: -bleed, W: w + 2*bleed, H: h + 2*bleed}
}

// cover returns the size of a picture that covers a box and is no larger than it must be.
func cover(width, height int, box page.Box) (w, h page.Length) {
	w, h = box.W, box.W*page.Length(height)/page.Length(width)
	if h < box.H {
		w, h = box.H*page.Length(width)/page.Length(height), box.H
	}
	return w, h
}

// fill returns a picture that fills a face to its bleed, cut about its middle.
func fill(p *page.Page, pic *page.Picture) page.Item {
	box := bled(p.Width, p.Height, p.Bleed)
	w, h := cover(pic.Width, pic.Height, box)
	return &page.Group{Clip: &box, Items: []page.Item{
		&page.Image{X: box.X + (box.W-w)/2, Y: box.Y + (box.H-h)/2, W: w, H: h, Picture: pic}}}
}

// withoutGround returns the items of a face but for a ground that covers it all.
func withoutGround(p *page.Page) []page.Item {
	if len(p.Items) > 0 {
		if r, ok := p.Items[0].(*page.Rule); ok && r.X <= 0 && r.Y <= 0 && r.X+r.W >= p.Width && r.Y+r.H >= p.Height {
			return p.Items[1:]
		}
	}
	return p.Items
}

// paint puts the pictures under the faces of a deck's cards. The fronts of entries, and that of the title on an upright card, have their
// panels already; all other faces get one, but for backs that say nothing, which are the picture.
func (a artwork) paint(f *faceSetter, d *Deck) {
	if len(a) == 0 {
		return
	}
	k := &d.cfg.Deck
	under := func(p *page.Page, name string, items ...page.Item) {
		if pic := a[name]; pic != nil && p != nil {
			p.Items = slices.Concat([]page.Item{fill(p, pic)}, items, withoutGround(p))
		}
	}
	back := func(p *page.Page, ink page.Color) {
		if len(withoutGround(p)) == 0 {
			under(p, k.BackArt)
		} else {
			under(p, k.BackArt, f.panel(ink))
		}
	}
	for i, c := range d.Cards {
		e := d.Entry(i)
		if e == nil {
			if c.ID == titleCardID && f.h > f.w {
				under(c.Front, k.Front)
			} else {
				under(c.Front, k.Front, f.panel(f.plain))
			}
			back(c.Back, f.plain)
			continue
		}
		under(c.Front, frontArt(k, e))
		if a[k.BackArt] != nil && k.QR == "" && f.silent(&card{entry: e, said: f.said(e)}) {
			c.Back.Items = nil
		}
		back(c.Back, f.ink(e))
	}
	under(d.blank.Front, k.Front, f.panel(f.plain))
	under(d.blank.Back, k.BackArt, f.panel(f.plain))
}
