package cover

import (
	"octavo/cmd/octavo/internal/barcode"
	"octavo/cmd/octavo/internal/coverdesign"
	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
	"octavo/cmd/octavo/internal/wrap"
)

// symbol is the barcode of a cover, in its size in percent.
type symbol struct {
	*barcode.Symbol // nil: octavo prints none
	percent         int
}

// readSymbol makes the barcode that fits its box: of the ISBN with the price, or without that where there is no room for it.
func (w *wrapper) readSymbol() {
	box := w.sheet.Barcode
	isbn, key := w.cfg.CoverISBN()
	if w.sheet.BarcodeBy != wrap.Octavo || isbn == "" || box.W <= 0 {
		return
	}
	addons := []string{""}
	if addon, ok := barcode.Price(w.cfg.Cover.Price); ok {
		addons = []string{addon, ""}
	}
	pos, end := w.cfg.Value(key)
	for _, addon := range addons {
		s, err := barcode.EAN13(isbn, addon)
		if err != nil {
			w.found.Errorf("cover-barcode", pos, "the ISBN has no barcode: %v", err).To(end)
			return
		}
		if fitted, percent, ok := s.Fit(box.W, box.H, w.cfg.Cover.BarcodeSize); ok {
			w.symbol = symbol{fitted, percent}
			return
		}
	}
	w.found.Errorf("cover-barcode", pos, "the barcode has no room in a box of %s × %s", millimetres(box.W), millimetres(box.H)).To(end).
		Note("write barcode = %q under [cover], and let the printer place it", "none")
}

// priced reports whether the barcode says the price.
func (w *wrapper) priced() bool {
	return w.symbol.Symbol != nil && w.symbol.PriceBox(w.symbol.percent).W > 0
}

// barcode draws the barcode in the middle of its box, or leaves that white for the printer. It is the last thing drawn and never
// mirrored, since a barcode is read from the left.
func (w *wrapper) barcode(node *page.Node) {
	b := w.sheet.Barcode
	if b.W <= 0 || w.sheet.BarcodeBy == wrap.Nobody {
		return
	}
	w.add(coverdesign.Fill(b, page.Color{}))
	if w.symbol.Symbol == nil {
		return
	}
	figures, err := w.fonts.Other(barcode.FontFile)
	if err != nil {
		w.found.Errorf("cover-barcode", w.cfg.Where("book.isbn.print"), "the figures of the barcode cannot be set: %v", err)
		return
	}
	wide, high := w.symbol.Size(w.symbol.percent)
	x, y := b.X+(b.W-wide)/2, b.Y+(b.H-high)/2
	w.add(w.symbol.Items(x, y, w.symbol.percent, figures)...)
	if w.priced() {
		room := w.symbol.PriceBox(w.symbol.percent)
		w.priceOver(page.Box{X: x + room.X, Y: y + room.Y, W: room.W, H: room.H}, node)
	}
}

// priceOver sets the price over the add-on that says it, its baseline on the lower edge of a box.
func (w *wrapper) priceOver(b page.Box, node *page.Node) {
	d := textstyle.Style{Fonts: w.fonts, Size: b.H * 13 / 10, Features: textstyle.Figures(w.cfg.Style), Color: page.Black, Solid: true}
	d.Features = d.Features&^font.OldStyle | font.Lining
	d.Node = node.Add(page.NodeParagraph)
	lines := typeset.SetParagraph([]typeset.Inline{d.Span(w.cfg.Cover.Price, w.cfg.Where("cover.price"))}, typeset.Setting{Measure: b.W, Align: typeset.Centered})
	if len(lines) != 1 || lines[0].Width > b.W {
		return
	}
	for _, it := range lines[0].Items {
		if w.cfg.Lang.RightToLeft() {
			page.MirrorItem(it, b.W)
		}
		page.Shift(it, b.X, b.Y+b.H)
		w.add(it)
	}
}
