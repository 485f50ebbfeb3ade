package cards

import (
	"octavo/cmd/octavo/internal/coverdesign"
	"octavo/cmd/octavo/internal/ornament"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/typeset"
)

// A book with [cover] in book.toml looks like its cover on its cards, too: the front of the title card is the front of the cover, and
// what belongs to no theme has the cover's colour. The pictures to share have its sign.

// coverFront returns the front of the cover on a card. Where the card has no bleed, it stands well inside the cut. Nil: the card is too small for
// all that the cover says.
func (f *faceSetter) coverFront() *page.Page {
	p := &page.Page{Width: f.w, Height: f.h, Bleed: f.bleed}
	live := page.Box{W: f.w, H: f.h}
	under := coverdesign.Inset(live, -f.bleed)
	if f.bleed <= 0 {
		live = coverdesign.Inset(live, f.panelEdge())
		under = live
	}
	d := coverdesign.New(f.cfg, f.fonts)
	d.Press = true
	face := coverdesign.Face{Live: live, Under: under, Safe: f.safe + f.at(8), Least: leastLabel}
	p.Items = append(d.Backdrop(under, live), d.Front(face)...)
	if crowded(p) != "" {
		return nil
	}
	return p
}

// coverSign draws the sign of the cover above the foot of a picture to share.
func (f *faceSetter) coverSign(p *page.Page, x, y, measure page.Length, foot sharedFoot) {
	d := coverdesign.New(f.cfg, f.fonts)
	size := foot.leading * 8 / 10
	align, _ := f.alignment()
	if align == typeset.Centered {
		x += measure / 2
	} else {
		x += size / 2
	}
	if sign := d.Sign.Path(x, y+size/2, size, ornament.Upright, f.plain); sign != nil {
		p.Items = append(p.Items, sign)
	}
}

// plainInk returns the ink of what belongs to no theme: that of words on the cover's paper.
func plainInk(colors coverdesign.Colors, ground int) page.Color {
	return coverdesign.Readable(tint(colors.OnPaper, ground), colors.OnPaper, noTheme)
}
