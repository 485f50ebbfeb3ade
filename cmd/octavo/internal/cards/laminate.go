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

// Guide is where the document of a deck says how its cards are made.
type Guide struct {
	First, Last int    // pages, from 1; 0: it does not
	What        string // what they say, in words for a terminal
}

// guide returns the page of instructions and, if several cards share a pouch, a jig to lay them on, with what they are about. From
// and to are the pages of the sheets in the document.
func (d *Deck) guide(from, to int) (pages []*page.Page, what string) {
	k := &d.cfg.Deck
	var jig *page.Page
	if k.Pouch != nil && k.Laminate == config.LaminateCards && k.Pouch.Holds(d.cardSize(), k.Seal) > 1 {
		// Where the sheet is too small for one card, the steps do without the jig.
		jig, _ = impose.JigSheet(impose.Jig{Sheet: sizeOf(k.Sheet), Pouch: sizeOf(k.Pouch.Size), Card: sizeOf(d.cardSize()), Seal: page.Length(k.Seal),
			Gap: page.Length(jigGap(k)), Corner: page.Length(k.Corner), Letter: d.letter, Words: d.cfg.Lang.Sheets})
	}
	if k.Instructions != config.None {
		pages = append(pages, d.instructions(d.steps(from, to, jig != nil)))
		switch {
		case k.Pouch != nil:
			what = "how to cut and laminate"
		case k.Stock != nil:
			what = "how to print on stock " + k.Stock.ID
		case k.Sides == config.FoldOver:
			what = "how to print, cut and fold"
		default:
			what = "how to print and cut"
		}
	}
	if jig != nil {
		pages = append(pages, jig)
		if what != "" {
			what += ", and "
		}
		what += "the jig to lay cards on"
	}
	return pages, what
}

// jigGap returns how far apart cards lie on a jig: two seals with a cut between them, and never less than 6 mm.
func jigGap(d *config.Deck) config.Length { return max(2*d.Seal, config.Length(page.TenthsOfMm(60))) }

func (d *Deck) cardSize() config.Size { return d.cfg.Deck.Card }

// steps returns the instructions, in order.
func (d *Deck) steps(from, to int, jig bool) []string {
	k, l := &d.cfg.Deck, &d.cfg.Lang.Laminating
	size := func(s config.Size) string { return sizeOf(s).String() }
	steps := d.printing(from, to)
	if k.Pouch == nil {
		return append(steps, d.cutting()...)
	}
	if k.Laminate == config.LaminateSheet {
		steps = append(steps, l.LaySheet.Fill("pouch", size(k.Pouch.Size)), l.Warm)
		return append(append(steps, d.cutting()...), l.OpenEdges)
	}
	steps = append(steps, d.cutting()...)
	if jig {
		return append(steps, l.LayOnJig.Fill("pouch", size(k.Pouch.Size), "mm", config.Mm(jigGap(k))), l.CloseOnJig, l.Warm,
			l.CutDashes.Fill("mm", config.Mm(k.Seal)))
	}
	lay := l.LayCard
	if k.Pouch.Name == "" {
		lay = lang.Pattern(strings.Replace(string(lay), " ({name})", "", 1)) // book.toml gives its size alone
	}
	return append(steps,
		lay.Fill("pouch", size(k.Pouch.Size), "name", k.Pouch.Name, "mm", config.Mm(k.Pouch.Leaves(k.Card))), l.Warm, l.KeepFilm)
}

// printing returns the steps that print the sheets.
func (d *Deck) printing(from, to int) []string {
	k, l := &d.cfg.Deck, &d.cfg.Lang.Laminating
	first, n := strconv.Itoa(from), strconv.Itoa(to)
	if k.Cutter != nil && k.Cutter.DPI > 0 {
		return d.printingElsewhere(first)
	}
	step := l.PrintOneSide.Fill("first", first, "n", n)
	if k.Sides == config.TwoSided {
		edge := l.LongEdge
		if k.Flip == config.ShortEdge {
			edge = l.ShortEdge
		}
		step = l.PrintBothSides.Fill("first", first, "n", n, "edge", edge)
	}
	if k.Stock != nil {
		return []string{l.TestStock.Fill("first", first, "stock", k.Stock.ID), step, l.FeedStock}
	}
	return []string{step}
}

// cutting returns the steps that make cards of the sheets.
func (d *Deck) cutting() []string {
	k, l := &d.cfg.Deck, &d.cfg.Lang.Laminating
	size := sizeOf(k.Card).String()
	var steps []string
	switch {
	case k.Cutter != nil:
		steps = d.cuttingByMachine()
	case k.Stock != nil:
		return []string{l.Break.Fill("stock", k.Stock.ID, "size", size)}
	case k.Sides == config.FoldOver:
		steps = []string{l.Fold}
	default:
		steps = []string{l.Cut.Fill("size", size)}
	}
	if k.Sides == config.FoldOver && k.Pouch == nil {
		steps = append(steps, l.Glue)
	}
	switch {
	case k.Corner == 0 || k.Cutter != nil || k.Pouch != nil && k.Laminate == config.LaminateSheet:
	case k.Pouch != nil:
		steps = append(steps, l.RoundCorners.Fill("mm", config.Mm(k.Corner)))
	default:
		steps = append(steps, l.PunchCorners.Fill("mm", config.Mm(k.Corner)))
	}
	return steps
}

// instructions returns the page with the steps, and with the order of the cuts drawn below them.
func (d *Deck) instructions(steps []string) *page.Page {
	k, l := &d.cfg.Deck, &d.cfg.Lang.Laminating
	label, heading := l.Label, l.Title
	if k.Pouch == nil {
		label, heading = l.PlainLabel, l.PlainTitle
	}
	sheet := sizeOf(k.Sheet)
	if sheet.W > sheet.H {
		sheet.W, sheet.H = sheet.H, sheet.W
	}
	p := &page.Page{Width: sheet.W, Height: sheet.H, Label: label}
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
	set(title, heading, margin, measure+2*size, title.Size*5/4)
	y += size
	for i, step := range steps {
		at := y
		set(text, strconv.Itoa(i+1), margin, 2*size, size*7/5)
		y = at
		set(text, step, margin+2*size, measure, size*7/5)
		y += size / 2
	}
	if d.cfg.Lang.RightToLeft() {
		page.Mirror(p) // before the cuts, which are those of the sheet in any language
	}
	y += size
	if k.Stock == nil && k.Cutter == nil {
		if room := sheet.H - margin - y; room > page.TenthsOfMm(400) {
			box := page.Box{X: margin, Y: y, W: sheet.W - 2*margin, H: room}
			p.Items = append(p.Items, impose.CutDiagram(d.Grid, box, d.letter)...)
		}
	}
	return p
}
