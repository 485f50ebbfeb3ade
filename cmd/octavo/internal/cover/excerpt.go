package cover

import (
	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/coverdesign"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// The front of an excerpt says at its foot what it is, so that no shelf of covers shows it as the book.

// bandHeight is the height of the band that says it.
const bandHeight = 46 * page.Pt

// band draws the band that marks an excerpt along the foot of a front. Its words shrink until they fit.
func band(cfg *config.Config, d *coverdesign.Design, over page.Box) []page.Item {
	items := []page.Item{coverdesign.Fill(over, d.Paper), coverdesign.Fill(page.Box{X: over.X, Y: over.Y, W: over.W, H: page.Pt}, d.OnPaper)}
	words := coverdesign.Words{Text: cfg.Lang.Trade.Excerpt}
	room := coverdesign.Fit{Width: over.W - over.H, Height: over.H * 6 / 10, Most: 24 * page.Pt, Least: 8 * page.Pt, Leading: 120, Align: typeset.Centered}
	b, _ := d.Set(words, d.Text(config.SmallCaps, room.Most, d.OnPaper), room)
	return b.Put(items, over.X+(over.W-room.Width)/2, over.Y+(over.H-b.Height())/2)
}

// Marked returns the front of an excerpt of a book that brings a picture of its front: all of it, over the band.
func Marked(cfg *config.Config, fonts *textstyle.Fonts, front *book.Picture) *page.Page {
	pic := pictureOf(fonts, front)
	if pic == nil {
		return Front(cfg, fonts, nil)
	}
	high := frontWidth * page.Length(pic.Height) / page.Length(pic.Width)
	p := &page.Page{Width: frontWidth, Height: high + bandHeight, Label: "cover"}
	p.Items = append(p.Items, coverdesign.Covering(pic, page.Box{W: p.Width, H: high}, 50, nil, ""))
	p.Items = append(p.Items, band(cfg, coverdesign.New(cfg, fonts), page.Box{Y: high, W: p.Width, H: bandHeight})...)
	return p
}
