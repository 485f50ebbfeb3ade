package pdf

import (
	"fmt"

	"octavo/cmd/octavo/internal/page"
)

// frame is the position of a page on its sheet: left and top are the offsets of the page's upper left corner from that
// of the sheet.
type frame struct {
	page          *page.Page
	width, height page.Length // of the sheet
	left, top     page.Length
}

// frames computes the frame of every page. All pages of a file have the same bleed, the largest of any page: printers
// require uniform pages. The first page is a recto.
func frames(doc *page.Document, b bleed) []frame {
	var most page.Length
	if b != noBleed {
		for _, p := range doc.Pages {
			most = max(most, p.Bleed)
		}
	}
	out := make([]frame, len(doc.Pages))
	for i, p := range doc.Pages {
		f := frame{page: p, width: p.Width + 2*most, height: p.Height + 2*most, left: most, top: most}
		if b == outerBleed {
			f.width -= most
			if i%2 == 0 { // the spine is on the left
				f.left = 0
			}
		}
		out[i] = f
	}
	return out
}

// point converts a point of the page to coordinates of the sheet, from its lower left corner.
func (f *frame) point(x, y page.Length) (page.Length, page.Length) {
	if f.page.Turned {
		x, y = f.page.Width-x, f.page.Height-y
	}
	return f.left + x, f.height - f.top - y
}

// appendRect writes a box of the page as left, lower, right and upper edge on the sheet.
func (f *frame) appendRect(b []byte, box page.Box) []byte {
	x1, y1 := f.point(box.X, box.Y)
	x2, y2 := f.point(box.X+box.W, box.Y+box.H)
	for i, v := range [...]page.Length{min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)} {
		if i > 0 {
			b = append(b, ' ')
		}
		b = appendDecimal(b, int64(toMilli(v)), 3)
	}
	return b
}

// boxes returns the page's boxes (ISO 32000-1, 14.11.2). Boxes equal to their default are left out: without a CropBox,
// all of the sheet is shown.
func (f *frame) boxes(p *Profile) string {
	upright := *f
	upright.page = &page.Page{Width: f.page.Width, Height: f.page.Height}
	trim := upright.appendRect(nil, page.Box{W: f.page.Width, H: f.page.Height})
	sheet := upright.appendRect(nil, page.Box{X: -f.left, Y: -f.top, W: f.width, H: f.height})
	s := fmt.Sprintf("/MediaBox[%s]/TrimBox[%s]", sheet, trim)
	if p.bleed != noBleed {
		s += fmt.Sprintf("/BleedBox[%s]", sheet)
	}
	return s
}

// matrix returns the transformation from the page's coordinates, y turned upwards from its lower edge, to those of the
// sheet; "" if they are the same.
func (f *frame) matrix() string {
	x, y := f.point(0, f.page.Height)
	if x == 0 && y == 0 {
		return ""
	}
	b := []byte("1 0 0 1 ")
	if f.page.Turned {
		b = []byte("-1 0 0 -1 ")
	}
	b = append(appendDecimal(b, int64(toMilli(x)), 3), ' ')
	b = appendDecimal(b, int64(toMilli(y)), 3)
	return string(append(b, " cm\n"...))
}
