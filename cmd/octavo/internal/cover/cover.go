// Package cover draws what is around a book: [Front] the front of the EPUB, for a book that brings no picture of one, and [Wrap] the
// back, the spine and the front of the printed one on one sheet, with the flaps of a jacket. Both are one design; see package coverdesign.
package cover

import (
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

// Front returns the face of the EPUB.
func Front(cfg *config.Config, fonts *textstyle.Fonts) *page.Page {
	p := &page.Page{Width: frontWidth, Height: frontHeight, Label: "cover"}
	d := coverdesign.New(cfg, fonts)
	whole := page.Box{W: p.Width, H: p.Height}
	p.Items = append(d.Backdrop(whole, whole), d.Front(coverdesign.Face{Live: whole, Under: whole})...)
	if cfg.Lang.RightToLeft() {
		page.Mirror(p)
	}
	return p
}
