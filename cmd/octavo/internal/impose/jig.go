package impose

import (
	"strconv"

	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/page"
)

// Jig describes a sheet on which cut cards are laid before they go into a pouch.
type Jig struct {
	Sheet  Size        // the paper it is printed on
	Pouch  Size        // outside dimensions, in either orientation
	Card   Size        // trimmed
	Seal   page.Length // film around each card
	Gap    page.Length // between cards; at least two seals wide
	Corner page.Length // radius of the cards' corners
	Letter Letterer
	Words  lang.Sheets
}

// JigSheet draws in true size where each card lies under the pouch, surrounded by its seal, with dashed lines to cut
// along afterwards. A pouch that is larger than the sheet is centred on it. The error is a *FitError if no card fits.
func JigSheet(j Jig) (*page.Page, error) {
	sheet, pouch := upright(j.Sheet), upright(j.Pouch)
	gap := max(j.Gap, 2*j.Seal)
	// Cards lie within the sealing area of the pouch, and lines within the printable area of the paper.
	paper := page.In / 4
	room := Size{min(pouch.W-2*j.Seal, sheet.W-2*paper), min(pouch.H-2*j.Seal, sheet.H-2*paper)}
	g, err := Pack(Ask{Sheet: room, Card: j.Card, Gap: gap, Rotate: true, Orientation: Portrait})
	if room.W > room.H {
		g, err = Pack(Ask{Sheet: room, Card: j.Card, Gap: gap, Rotate: true, Orientation: Landscape})
	}
	if err != nil {
		return nil, err
	}
	p := &page.Page{Width: sheet.W, Height: sheet.H, Label: j.Words.Jig}
	d := &drawing{sheet: sheet, letter: j.Letter}
	left, top := (sheet.W-room.W)/2, (sheet.H-room.H)/2
	if pouch.W < sheet.W && pouch.H < sheet.H {
		d.line(Outline(page.Box{X: (sheet.W - pouch.W) / 2, Y: (sheet.H - pouch.H) / 2, W: pouch.W, H: pouch.H}, mm(30)))
	}
	cell := g.Cell()
	for i := range g.Cells() {
		x, y := g.corner(i)
		b := page.Box{X: left + x, Y: top + y, W: cell.W, H: cell.H}
		d.line(Outline(b, j.Corner))
		cut := j.Corner
		if cut > 0 {
			cut += j.Seal
		}
		d.dashed(Outline(around(b, j.Seal), cut), dash)
		middle := b.X + b.W/2
		d.sized(strconv.Itoa(i+1), 24*page.Pt, middle, b.Y+b.H/2, Middle)
		d.sized(j.Words.JigCard.Fill("size", j.Card.String()), 7*page.Pt, middle, b.Y+b.H/2+14*page.Pt, Middle)
		d.sized(j.Words.JigCut.Fill("mm", inMm(j.Seal)), 7*page.Pt, middle, b.Y+b.H/2+24*page.Pt, Middle)
	}
	p.Items = d.items
	return p, nil
}

func upright(s Size) Size {
	if s.W > s.H {
		return s.turned()
	}
	return s
}

// CutDiagram returns a full sheet drawn small, in a box: the cards, and the number of each cut at one end of its line,
// as Guillotine has them. Folds are dashed and have no number. Lines of upper and left edges are numbered above and to
// the left, the others below and to the right, so that the numbers at narrow gaps do not collide.
func CutDiagram(g Grid, box page.Box, letter Letterer) []page.Item {
	const numbers = 12 * page.Pt // room for them on each side
	d := &drawing{letter: letter}
	// The scale is num/den, the largest at which the sheet fits into the box.
	num, den := box.W-2*numbers, g.Sheet.W
	if (box.H-2*numbers)*g.Sheet.W < num*g.Sheet.H {
		num, den = box.H-2*numbers, g.Sheet.H
	}
	if num <= 0 || den <= 0 || g.Cells() == 0 {
		return nil
	}
	small := func(l page.Length) page.Length { return l * num / den }
	x0, y0 := box.X+(box.W-small(g.Sheet.W))/2, box.Y+(box.H-small(g.Sheet.H))/2
	x1, y1 := x0+small(g.Sheet.W), y0+small(g.Sheet.H)
	cell := g.Cell()
	pale := page.Color{K: 8}
	for i := range g.Cells() {
		x, y := g.corner(i)
		d.items = append(d.items, &page.Rule{X: x0 + small(x), Y: y0 + small(y), W: small(cell.W), H: small(cell.H),
			Color: pale})
	}
	d.line(Outline(page.Box{X: x0, Y: y0, W: x1 - x0, H: y1 - y0}, 0))
	const size = 7 * page.Pt
	const beyond = 3 * page.Pt
	number := 0
	for _, l := range numbered(g.lines(0, g.Cells()), g.Sheet) {
		at := y0 + small(l.at)
		line := straight(x0, at, x1, at)
		if l.upright {
			at = x0 + small(l.at)
			line = straight(at, y0, at, y1)
		}
		if l.fold {
			d.dashed(line, foldDash)
			continue
		}
		d.line(line)
		number++
		text := strconv.Itoa(number)
		switch {
		case l.upright && l.before:
			d.sized(text, size, at, y1+beyond+size*2/3, Middle)
		case l.upright:
			d.sized(text, size, at, y0-beyond, Middle)
		case l.before:
			d.sized(text, size, x1+beyond, at+size/3, Left)
		default:
			d.sized(text, size, x0-beyond, at+size/3, Right)
		}
	}
	return d.items
}
