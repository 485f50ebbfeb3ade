// Package cover draws what is around a book: [Front] the front of the EPUB, for a book that brings no picture of one, and [Wrap] the
// back, the spine and the front of the printed one on one sheet, with the flaps of a jacket. Both are one design; see package coverdesign.
package cover

import (
	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/coverdesign"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
)

// The front cover of the EPUB has the proportions 5:8, as shops require. Shops show it an inch high, so the title is as large as possible.
const (
	frontWidth  = 400 * page.Pt
	frontHeight = 640 * page.Pt
)

// Front returns the face of the EPUB, over a picture if there is one. One that is meant for the whole cover shows its front half. That of an
// excerpt says that it is one.
func Front(cfg *config.Config, fonts *textstyle.Fonts, art *book.Picture) *page.Page {
	p := &page.Page{Width: frontWidth, Height: frontHeight, Label: "cover"}
	d := coverdesign.New(cfg, fonts)
	whole := page.Box{W: p.Width, H: p.Height}
	if cfg.Book.ExcerptOf != nil {
		whole.H -= bandHeight
	}
	pic := pictureOf(fonts, art)
	switch {
	case pic == nil:
		p.Items = d.Backdrop(whole, whole)
	case cfg.Cover.ArtOn == config.OnWrap:
		p.Items = append(p.Items, coverdesign.Covering(pic, page.Box{X: -p.Width, W: 2 * p.Width, H: whole.H}, 50, nil, ""))
		p.Items = append(p.Items, d.OverArt(whole, whole)...)
	default:
		p.Items = append(d.Backdrop(whole, whole), coverdesign.Covering(pic, whole, 50, nil, ""))
	}
	p.Items = append(p.Items, d.Front(coverdesign.Face{Live: whole, Under: whole, OnArt: pic != nil})...)
	if cfg.Book.ExcerptOf != nil {
		p.Items = append(p.Items, band(cfg, d, page.Box{Y: whole.H, W: p.Width, H: bandHeight})...)
	}
	if cfg.Lang.RightToLeft() {
		page.Mirror(p)
	}
	return p
}

// pictureOf returns a picture to be drawn, or nil for none.
func pictureOf(fonts *textstyle.Fonts, p *book.Picture) *page.Picture {
	if p == nil || p.Width <= 0 || p.Height <= 0 {
		return nil
	}
	out := &page.Picture{Name: p.Path, Format: p.Format, Data: p.Data, Width: p.Width, Height: p.Height, Drawing: p.Drawing}
	if p.Drawing != nil {
		out.Drawing = fonts.Drawn(p.Drawing)
	}
	return out
}
