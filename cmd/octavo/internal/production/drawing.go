package production

import (
	"bytes"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/raster"
	"octavo/cmd/octavo/internal/textstyle"
)

// Of drawings that become pictures of pixels for word processors, which show no others: the longer side on paper, and the density.
const (
	drawnSide = 7 * page.In
	drawnDPI  = 300
)

// drawnAsPNG returns a function that draws drawings, with their words in the given fonts.
func drawnAsPNG(fonts *textstyle.Fonts) func(*book.Picture) ([]byte, error) {
	return func(p *book.Picture) ([]byte, error) {
		w, h := drawnSide, drawnSide
		if p.Width > p.Height {
			h = max(w*page.Length(p.Height)/page.Length(p.Width), page.Pt)
		} else {
			w = max(h*page.Length(p.Width)/page.Length(p.Height), page.Pt)
		}
		pic := &page.Picture{Name: p.Path, Format: p.Format, Data: p.Data, Width: p.Width, Height: p.Height, Drawing: p.Drawing}
		if fonts != nil {
			pic.Drawing = fonts.Drawn(p.Drawing)
		}
		img, err := raster.Page(&page.Page{Width: w, Height: h, Items: []page.Item{&page.Image{W: w, H: h, Picture: pic}}}, drawnDPI)
		if err != nil {
			return nil, err
		}
		var b bytes.Buffer
		if err := raster.PNG(&b, img); err != nil {
			return nil, err
		}
		return b.Bytes(), nil
	}
}
