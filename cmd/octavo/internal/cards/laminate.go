package cards

import (
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/impose"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// lamination returns the instructions for cutting and laminating and, if several cards share a pouch, a jig to lay them
// on. Sheets is the number of pages before them.
func (d *Deck) lamination(sheets int) []*page.Page {
	k := &d.cfg.Deck
	var jig *page.Page
	if k.Laminate == config.LaminateCards && k.Pouch.Holds(d.cardSize(), k.Seal) > 1 {
		// Two seals and a cut between them are what film between two cards needs: 6 mm. Where the sheet is too small for one
		// card, the steps do without the jig.
		jig, _ = impose.JigSheet(impose.Jig{Sheet: sizeOf(k.Sheet), Pouch: sizeOf(k.Pouch.Size), Card: sizeOf(d.cardSize()), Seal: page.Length(k.Seal),
			Gap: max(page.TenthsOfMm(60), 2*page.Length(k.Seal)), Corner: page.Length(k.Corner), Letter: d.letter, Words: d.cfg.Lang.Sheets})
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

// steps returns the instructions, in order.
func (d *Deck) steps(sheets int, jig bool) []string {
	k, l := &d.cfg.Deck, &d.cfg.Lang.Laminating
	size := func(s config.Size) string { return sizeOf(s).String() }
	steps := []string{d.printing(sheets)}
	if k.Laminate == config.LaminateSheet {
		return append(steps, l.LaySheet.Fill("pouch", size(k.Pouch.Size)), l.Warm, d.cutting(), l.OpenEdges)
	}
	steps = append(steps, d.cutting())
	if k.Corner > 0 {
		steps = append(steps, l.RoundCorners.Fill("mm", config.Mm(k.Corner)))
	}
	if jig {
		apart := max(k.Seal*2, config.Length(page.TenthsOfMm(60)))
		return append(steps, l.LayOnJig.Fill("pouch", size(k.Pouch.Size), "mm", config.Mm(apart)), l.CloseOnJig, l.Warm,
			l.CutDashes.Fill("mm", config.Mm(k.Seal)))
	}
	lay := l.LayCard
	if k.Pouch.Name == "" {
		lay = lang.Pattern(strings.Replace(string(lay), " ({name})", "", 1)) // book.toml gives its size alone
	}
	return append(steps,
		lay.Fill("pouch", size(k.Pouch.Size), "name", k.Pouch.Name, "mm", config.Mm(k.Pouch.Leaves(k.Card))), l.Warm, l.KeepFilm)
}

// printing returns the step that prints the sheets.
func (d *Deck) printing(sheets int) string {
	k, l := &d.cfg.Deck, &d.cfg.Lang.Laminating
	n := strconv.Itoa(sheets)
	if k.Sides == config.OneSided || k.Sides == config.FoldOver {
		return l.PrintOneSide.Fill("n", n)
	}
	edge := l.LongEdge
	if k.Flip == config.ShortEdge {
		edge = l.ShortEdge
	}
	return l.PrintBothSides.Fill("n", n, "edge", edge)
}

// cutting returns the step that makes cards of the sheets.
func (d *Deck) cutting() string {
	k, l := &d.cfg.Deck, &d.cfg.Lang.Laminating
	size := sizeOf(k.Card).String()
	switch {
	case k.Stock != nil:
		return l.Break.Fill("stock", k.Stock.ID, "size", size)
	case k.Sides == config.FoldOver:
		return l.Fold
	}
	return l.Cut.Fill("size", size)
}

// instructions returns the page with the steps, and with the order of the cuts drawn below them.
func (d *Deck) instructions(sheets int, jig bool) *page.Page {
	sheet := sizeOf(d.cfg.Deck.Sheet)
	if sheet.W > sheet.H {
		sheet.W, sheet.H = sheet.H, sheet.W
	}
	p := &page.Page{Width: sheet.W, Height: sheet.H, Label: d.cfg.Lang.Laminating.Label}
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
	set(title, d.cfg.Lang.Laminating.Title, margin, measure+2*size, title.Size*5/4)
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
