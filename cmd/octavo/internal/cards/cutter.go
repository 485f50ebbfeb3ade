package cards

import (
	"fmt"
	"strings"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/cutfile"
	"octavo/cmd/octavo/internal/impose"
	"octavo/cmd/octavo/internal/page"
)

// forCutter changes where cards may stand for a cutting machine: within its marks and clear of them, or within what its program
// prints of the sheet.
func forCutter(d *config.Deck, ask *impose.Ask) {
	m := d.Cutter
	if area := m.Area(d.SheetName); m.DPI > 0 && area != nil {
		ask.Sheet, ask.Margin, ask.Corner = sizeOf(area.Size), 0, page.Length(area.Corner)
		return
	}
	inset := page.Length(m.Inset)
	ask.Margin = max(ask.Margin, inset-ask.Bleed)
	ask.Corner = max(0, inset+page.Length(m.Square+m.Clear)-ask.Margin)
}

// ofSheet puts a grid that was packed into an area into the middle of its sheet.
func ofSheet(g *impose.Grid, sheet config.Size) {
	own := sizeOf(sheet)
	if (own.W > own.H) != (g.Sheet.W > g.Sheet.H) {
		own.W, own.H = own.H, own.W
	}
	g.X0 += (own.W - g.Sheet.W) / 2
	g.Y0 += (own.H - g.Sheet.H) / 2
	g.Sheet = own
}

// registration returns the marks on the sheets; nil where the program of the machine prints its own.
func (d *Deck) registration() *impose.Registration {
	m := d.cfg.Deck.Cutter
	if m == nil || m.Square == 0 {
		return nil
	}
	inset := page.Length(m.Inset)
	return &impose.Registration{Inset: inset, Square: page.Length(m.Square), Thickness: page.Length(m.Thickness),
		Arm: d.Grid.ArmFor(inset, page.Length(d.cfg.Deck.Bleed), page.Length(m.Clear), page.Length(m.Arm))}
}

// Cuts returns the lines along which a machine cuts a whole sheet; nil where there is no machine.
func (d *Deck) Cuts() *cutfile.Sheet {
	if d.cfg.Deck.Cutter == nil {
		return nil
	}
	return &cutfile.Sheet{Title: d.cfg.Book.Title, Width: d.Grid.Sheet.W, Height: d.Grid.Sheet.H, Corner: page.Length(d.cfg.Deck.Corner),
		Boxes: d.Grid.Boxes()}
}

// Pictures returns the fronts of the sheets for a machine whose program prints them itself, each with a mask that is black where it
// shows, and the pixels to the inch that the program takes; none for other machines.
func (d *Deck) Pictures() (fronts, masks []*page.Page, dpi int) {
	k := &d.cfg.Deck
	if k.Cutter == nil || k.Cutter.DPI == 0 {
		return nil, nil, 0
	}
	for _, p := range impose.Pictures(d.printed(), d.job()) {
		fronts = append(fronts, p.Page)
		masks = append(masks, p.Mask(page.Length(k.Corner), page.Length(k.Bleed)))
	}
	return fronts, masks, k.Cutter.DPI
}

// withoutFronts returns the sheets that are printed of a deck whose fronts the program of a machine prints: those of the backs. Where
// nothing else would be left of the document, the fronts stay.
func (d *Deck) withoutFronts(sheets []*page.Page) []*page.Page {
	k := &d.cfg.Deck
	if k.Sides != config.TwoSided {
		if k.Instructions == config.None {
			return sheets
		}
		return nil
	}
	var backs []*page.Page
	for i := 1; i < len(sheets); i += 2 {
		backs = append(backs, sheets[i])
	}
	return backs
}

// CutName returns the name of the file with the lines that a machine cuts, in a format: "svg" or "dxf".
func (d *Deck) CutName(format string) string { return d.File + "-cut." + format }

// PictureName returns the name of a sheet's picture, from 1.
func (d *Deck) PictureName(n int) string { return fmt.Sprintf("%s-sheet-%d.png", d.File, n) }

// printingElsewhere returns the steps that print the sheets from the program of a machine.
func (d *Deck) printingElsewhere(first string) []string {
	k, l := &d.cfg.Deck, &d.cfg.Lang.Laminating
	fronts, _, _ := d.Pictures()
	var sizes []string
	for i, p := range fronts {
		size := bothUnits(impose.Size{W: p.Width, H: p.Height})
		if i == 0 {
			sizes = append(sizes, size)
		} else if p.Width != fronts[0].Width || p.Height != fronts[0].Height {
			sizes = append(sizes, fmt.Sprintf("%s: %s", d.PictureName(i+1), size))
		}
	}
	pictures := d.PictureName(1)
	if n := len(fronts); n > 1 {
		pictures += " … " + d.PictureName(n)
	}
	steps := []string{l.Upload.Fill("program", k.Cutter.Name, "png", pictures, "size", strings.Join(sizes, "; "))}
	if k.Bleed > 0 {
		steps = append(steps, l.AttachLines.Fill("svg", d.CutName("svg")))
	}
	steps = append(steps, l.PrintThere.Fill("sheet", d.sheetName()))
	if k.Sides == config.TwoSided {
		steps = append(steps, l.PrintBacks.Fill("first", first))
	}
	return steps
}

// cuttingByMachine returns the steps that cut printed sheets; the program of some machines has them all.
func (d *Deck) cuttingByMachine() []string {
	k, l := &d.cfg.Deck, &d.cfg.Lang.Laminating
	r := d.registration()
	if r == nil {
		return nil
	}
	block := d.Grid.Block()
	return []string{
		l.OpenLines.Fill("program", k.Cutter.Name, "sheet", d.sheetName(), "svg", d.CutName("svg"), "dxf", d.CutName("dxf"),
			"size", bothUnits(impose.Size{W: block.W, H: block.H})),
		l.TypeMarks.Fill("arm", millimetres(r.Arm), "thickness", millimetres(r.Thickness), "inset", millimetres(r.Inset)),
		l.CutByMachine,
	}
}

// sheetName returns the paper as a program's list of papers has it, with its size as it lies.
func (d *Deck) sheetName() string {
	size := bothUnits(d.Grid.Sheet)
	if s := d.cfg.Cards.Sheet(d.cfg.Deck.SheetName); s != nil && s.Name != "" {
		return s.Name + ", " + size
	}
	return size
}

// CardName returns the card as a service's list of products has it: by its name, if it has one, and its size.
func (d *Deck) CardName() string {
	size := bothUnits(sizeOf(d.cfg.Deck.Card))
	if c := d.cfg.Cards.Card(d.cfg.Deck.CardName); c != nil && c.Name != "" {
		return c.Name + ", " + size
	}
	return size
}

// bothUnits returns a size in millimetres and in inches, "190.5 × 266.7 mm (7.5 × 10.5 in)".
func bothUnits(s impose.Size) string {
	inches := func(l page.Length) string {
		return strings.TrimSuffix(strings.TrimRight(fmt.Sprintf("%.3f", l.Points()/72), "0"), ".")
	}
	return fmt.Sprintf("%s × %s mm (%s × %s in)", millimetres(s.W), millimetres(s.H), inches(s.W), inches(s.H))
}
