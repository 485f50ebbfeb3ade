package cards

import (
	"fmt"
	"strconv"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/impose"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// lamination is the pages for whoever cuts and laminates: what to do in which order and, where several cards share a pouch,
// a jig to lay them on. Sheets is the number of pages to print before.
func (d *Deck) lamination(sheets int) []*page.Page {
	k := &d.cfg.Deck
	var jig *page.Page
	if k.Laminate == config.LaminateCards && k.Pouch.Holds(d.cardSize(), k.Seal) > 1 {
		// Two seals and a cut between them are what film between two cards needs: 6 mm. Where the sheet is too small for one
		// card, the steps do without the jig.
		jig, _ = impose.JigSheet(impose.Jig{Sheet: sizeOf(k.Sheet), Pouch: sizeOf(k.Pouch.Size), Card: sizeOf(d.cardSize()), Seal: page.Length(k.Seal),
			Gap: max(page.TenthsOfMm(60), 2*page.Length(k.Seal)), Corner: page.Length(k.Corner), Letter: d.letter})
	}
	var out []*page.Page
	if k.Instructions {
		out = append(out, d.instructions(sheets, jig != nil))
	}
	if jig != nil {
		out = append(out, jig)
	}
	return out
}

func (d *Deck) cardSize() config.Size { return d.cfg.Deck.Card }

// steps are the instructions, in order.
func (d *Deck) steps(sheets int, jig bool) []string {
	k := &d.cfg.Deck
	mm := func(l config.Length) string { return config.Mm(l) }
	size := func(s config.Size) string { return sizeOf(s).String() }
	print := fmt.Sprintf("Print pages 1 to %d on both sides, in true size (100 %%), the printer set to flip on the %s edge. Hold a sheet "+
		"against the light: each back must lie behind its front. If it does not, octavo cards calibrate shows by how much.", sheets, k.Flip)
	cut := fmt.Sprintf("Cut in the order of the numbers below, always through the whole sheet, and keep the pieces in their order. "+
		"A card is %s when it is cut.", size(k.Card))
	switch {
	case k.Stock != nil:
		cut = fmt.Sprintf("Break stock %s apart along its perforation. A card is %s.", k.Stock.ID, size(k.Card))
	case k.Sides == config.FoldOver:
		cut = "Cut in the order of the numbers below, then fold each piece along the dashed line, printed sides out, and press the fold flat."
	}
	switch k.Sides {
	case config.OneSided:
		print = fmt.Sprintf("Print pages 1 to %d on one side, in true size (100 %%).", sheets)
	case config.FoldOver:
		print = fmt.Sprintf("Print pages 1 to %d on one side, in true size (100 %%).", sheets)
	}
	warm := "Let the laminator get as hot as the film asks for, and feed the pouch sealed edge first. Let it lie flat until it is cold."
	if k.Laminate == config.LaminateSheet {
		return []string{print,
			fmt.Sprintf("Lay each sheet into a pouch of %s, pushed into its sealed edge, with the film standing out evenly at the other sides.",
				size(k.Pouch.Size)),
			warm,
			cut,
			"The edges of these cards are open: paper shows there, and takes up water. Keep them dry, or cut the cards first the " +
				"next time and laminate them after (laminate = \"cards\").",
		}
	}
	steps := []string{print, cut}
	if k.Corner > 0 {
		steps = append(steps, fmt.Sprintf("Round the corners with a punch of about %s mm, before the film comes on.", mm(k.Corner)))
	}
	if jig {
		return append(steps,
			fmt.Sprintf("Lay the open pouch of %s on the jig, which is the next page, and a card on each of its frames. Frames are %s mm apart, "+
				"so that film meets film all round each card.", size(k.Pouch.Size), mm(max(k.Seal*2, config.Length(page.TenthsOfMm(60))))),
			"Close the pouch without moving the cards, and slide the jig out.",
			warm,
			fmt.Sprintf("Cut along the dashes, %s mm outside each card and never into its paper: a card stays sealed only while film stands "+
				"out all round.", mm(k.Seal)))
	}
	return append(steps,
		fmt.Sprintf("Lay each card into a pouch of %s (%s) so that film stands out evenly all round: %s mm at the narrower sides.",
			size(k.Pouch.Size), k.Pouch.Name, mm(k.Pouch.Leaves(k.Card))),
		warm,
		"Do not cut into the film: a card stays sealed only while film stands out all round. Round its corners if they are sharp.")
}

// instructions is the page with the steps, and with the order of the cuts drawn below them.
func (d *Deck) instructions(sheets int, jig bool) *page.Page {
	sheet := sizeOf(d.cfg.Deck.Sheet)
	if sheet.W > sheet.H {
		sheet.W, sheet.H = sheet.H, sheet.W
	}
	p := &page.Page{Width: sheet.W, Height: sheet.H, Label: "how to laminate"}
	size := min(12*page.Pt, sheet.W/45)
	margin := max(sheet.W/9, page.TenthsOfMm(130))
	measure := sheet.W - 2*margin - 2*size
	text := textstyle.Style{Fonts: d.fonts, Size: size, Color: page.Black, Features: font.Lining, Solid: true}
	title := text
	title.Size = size * 3 / 2
	y := margin
	set := func(ds textstyle.Style, words string, x, measure, leading page.Length) {
		s := ds.Span(words, diag.Pos{})
		s.Offset = page.Made
		lines := typeset.SetParagraph([]typeset.Inline{s}, typeset.Setting{Measure: measure, Align: typeset.RaggedRight})
		p.Items, y = textstyle.Stack(p.Items, lines, x, y, leading)
	}
	set(title, "How to cut and laminate the cards", margin, measure+2*size, title.Size*5/4)
	y += size
	for i, step := range d.steps(sheets, jig) {
		at := y
		set(text, strconv.Itoa(i+1), margin, 2*size, size*7/5)
		y = at
		set(text, step, margin+2*size, measure, size*7/5)
		y += size / 2
	}
	y += size
	if d.cfg.Deck.Stock == nil {
		if room := sheet.H - margin - y; room > page.TenthsOfMm(400) {
			box := page.Box{X: margin, Y: y, W: sheet.W - 2*margin, H: room}
			p.Items = append(p.Items, impose.CutDiagram(d.Grid, box, d.letter)...)
		}
	}
	return p
}
