package impose

import (
	"strconv"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/page"
)

// Contact describes a ContactSheet.
type Contact struct {
	Sheet  Size
	Title  string // above the cards of each sheet
	Across int    // cards beside each other; 0: as many as are still legible
	Fronts bool   // without backs
	Letter Letterer
	Words  lang.Sheets
}

// ContactSheet returns pages with all cards small, each front with its back beside it, and with its number and ID
// below.
func ContactSheet(cards []Card, c Contact) []*page.Page {
	if len(cards) == 0 || c.Sheet.W <= 0 || c.Sheet.H <= 0 {
		return nil
	}
	const (
		caption = 7 * page.Pt
		below   = 10 * page.Pt // below each card
	)
	margin, gap, head := mm(127), mm(50), mm(100)
	card := Size{cards[0].Front.Width, cards[0].Front.Height}
	faces := page.Length(2)
	if c.Fronts {
		faces = 1
	}
	room := Size{c.Sheet.W - 2*margin, c.Sheet.H - 2*margin - head}
	across := c.Across
	if across <= 0 { // thumbnails about an inch wide
		across = max(1, int((room.W+gap)/(faces*mm(250)+gap)))
	}
	n := page.Length(across)
	seam := mm(10) // between the faces of a card
	scale := int(((room.W+gap)/n - gap - (faces-1)*seam) * 1000 / (faces * card.W))
	if most := int((room.H - below - caption) * 1000 / card.H); scale > most {
		scale = most
	}
	scale = max(1, min(scale, 1000))
	thumb := Size{card.W * page.Length(scale) / 1000, card.H * page.Length(scale) / 1000}
	each := Size{faces*thumb.W + (faces-1)*seam, thumb.H + caption + below}
	down := max(1, int((room.H+below)/each.H))
	left := (c.Sheet.W - n*(each.W+gap) + gap) / 2
	var out []*page.Page
	for from := 0; from < len(cards); from += across * down {
		here := cards[from:min(len(cards), from+across*down)]
		p := &page.Page{Width: c.Sheet.W, Height: c.Sheet.H, Label: strconv.Itoa(len(out) + 1)}
		d := &drawing{sheet: c.Sheet, letter: c.Letter}
		if c.Title != "" {
			d.sized(c.Title, 11*page.Pt, left, margin+11*page.Pt, Left)
		}
		pages := (len(cards) + across*down - 1) / (across * down)
		d.sized(c.Words.Of.Fill("n", strconv.Itoa(len(out)+1), "of", strconv.Itoa(pages)), 9*page.Pt, c.Sheet.W-left, margin+11*page.Pt, Right)
		for i, card := range here {
			x := left + page.Length(i%across)*(each.W+gap)
			y := margin + head + page.Length(i/across)*each.H
			d.thumbnail(card.Front, x, y, scale)
			if !c.Fronts {
				d.thumbnail(card.Back, x+thumb.W+seam, y, scale)
			}
			// At half an em per letter, this many fit the width.
			d.sized(cutTo(card.caption(), int(each.W*2/caption)), caption, x, y+thumb.H+caption*5/4, Left)
		}
		p.Items = d.items
		out = append(out, p)
	}
	return out
}

func (c *Card) caption() string {
	if c.Front.Label == "" || c.Front.Label == c.ID {
		return c.ID
	}
	return c.Front.Label + "  " + c.ID
}

// cutTo truncates a text to a number of letters.
func cutTo(s string, most int) string {
	if utf8.RuneCountInString(s) <= most || most < 1 {
		return s
	}
	return string([]rune(s)[:most-1]) + "…"
}

// thumbnail draws a face in a pale frame.
func (d *drawing) thumbnail(face *page.Page, x, y page.Length, scale int) {
	if face == nil {
		return
	}
	group := &page.Group{X: x, Y: y, Scale: scale, Items: face.Items}
	if face.Bleed > 0 {
		group.Clip = &page.Box{W: face.Width, H: face.Height}
	}
	d.items = append(d.items, group)
	pale := page.Color{K: 35}
	d.items = append(d.items, &page.Path{Stroke: &pale, Width: markWeight, Segments: Outline(page.Box{X: x, Y: y,
		W: face.Width * page.Length(scale) / 1000, H: face.Height * page.Length(scale) / 1000}, 0)})
}

// ProofAsk describes a Proof.
type ProofAsk struct {
	Sheet  Size
	Corner page.Length // radius of the card's corners
	Letter Letterer
	Words  lang.Sheets
}

// Proof shows both faces of a card in true size, with all of their bleed and corner marks, above a ruler of 100 mm to
// check the printed scale. The error is a *FitError if the sheet is too small.
func Proof(card Card, a ProofAsk) (*page.Page, error) {
	face := Size{card.Front.Width, card.Front.Height}
	bleed := card.Front.Bleed
	sheet := upright(a.Sheet)
	gap := 2*(bleed+markGap+markLength) + mm(20)
	faces := page.Length(1)
	if card.Back != nil {
		faces, bleed = 2, max(bleed, card.Back.Bleed)
	}
	caption, ruler := mm(80), mm(300) // room above the faces and below
	margin := mm(127)
	beside := Size{faces*face.W + (faces-1)*gap, face.H + caption}
	stacked := Size{face.W, faces*face.H + (faces-1)*(gap+caption) + caption}
	room := Size{sheet.W - 2*margin, sheet.H - 2*margin - ruler}
	fits := func(s Size) bool { return s.W <= room.W && s.H <= room.H }
	if !fits(beside) && !fits(stacked) {
		sheet = sheet.turned()
		room = Size{sheet.W - 2*margin, sheet.H - 2*margin - ruler}
	}
	block := beside
	if !fits(block) {
		block = stacked
	}
	if !fits(block) {
		over := Size{max(0, block.W-room.W), max(0, block.H-room.H)}
		need := Size{sheet.W + over.W, sheet.H + over.H}
		ask := Ask{Sheet: a.Sheet, Card: face, Margin: margin, Bleed: bleed}
		return nil, &FitError{Ask: ask, Over: over, Need: []Size{need}}
	}
	p := &page.Page{Width: sheet.W, Height: sheet.H, Label: card.ID}
	d := &drawing{sheet: sheet, letter: a.Letter}
	left, top := (sheet.W-block.W)/2, margin+(room.H-block.H)*45/100
	d.trueSize(card.Front, left, top+caption, a.Corner)
	d.sized(a.Words.ProofFront.Fill("card", card.caption()), 8*page.Pt, left+face.W/2, top+caption-bleed-mm(45), Middle)
	if card.Back != nil {
		x, y := left+face.W+gap, top+caption
		if block == stacked {
			x, y = left, top+2*caption+face.H+gap
		}
		d.trueSize(card.Back, x, y, a.Corner)
		d.sized(a.Words.ProofBack, 8*page.Pt, x+face.W/2, y-bleed-mm(45), Middle)
	}
	d.ruler(a.Words.Ruler, sheet.W/2, sheet.H-margin-mm(150))
	p.Items = d.items
	return p, nil
}

// trueSize draws a face with its bleed and corner marks.
func (d *drawing) trueSize(face *page.Page, x, y, corner page.Length) {
	d.items = append(d.items, &page.Group{X: x, Y: y, Items: face.Items,
		Clip: &page.Box{X: -face.Bleed, Y: -face.Bleed, W: face.Width + 2*face.Bleed, H: face.Height + 2*face.Bleed}})
	off := face.Bleed + markGap
	for _, x := range []page.Length{x, x + face.Width} {
		d.rule(page.Box{X: x - markWeight/2, Y: y - off - markLength, W: markWeight, H: markLength})
		d.rule(page.Box{X: x - markWeight/2, Y: y + face.Height + off, W: markWeight, H: markLength})
	}
	for _, y := range []page.Length{y, y + face.Height} {
		d.rule(page.Box{X: x - off - markLength, Y: y - markWeight/2, W: markLength, H: markWeight})
		d.rule(page.Box{X: x + face.Width + off, Y: y - markWeight/2, W: markLength, H: markWeight})
	}
	if corner > 0 {
		pale := page.Color{K: 35}
		d.items = append(d.items, &page.Path{Stroke: &pale, Width: markWeight, Dash: foldDash,
			Segments: Outline(page.Box{X: x, Y: y, W: face.Width, H: face.Height}, corner)})
	}
}

// ruler draws a ruler of 100 mm centred at x, shorter by whole centimetres on a narrower sheet.
func (d *drawing) ruler(words lang.Pattern, x, y page.Length) {
	length := 100
	for length > 10 && mm(10*length) > d.sheet.W-2*mm(70) {
		length -= 10
	}
	left := x - mm(10*length)/2
	d.rule(page.Box{X: left, Y: y, W: mm(10 * length), H: markWeight})
	for n := 0; n <= length; n++ {
		tick := mm(20)
		switch {
		case n%10 == 0:
			tick = mm(50)
			d.sized(strconv.Itoa(n), 7*page.Pt, left+mm(10*n), y+mm(80), Middle)
		case n%5 == 0:
			tick = mm(35)
		}
		d.rule(page.Box{X: left + mm(10*n) - markWeight/2, Y: y, W: markWeight, H: tick})
	}
	d.sized(words.Fill("mm", strconv.Itoa(length)), 8*page.Pt, x, y-mm(20), Middle)
}
