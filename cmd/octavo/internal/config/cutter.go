package config

import (
	"slices"
	"strings"
)

// Cutter is a cutting machine that finds its place on a printed sheet by marks, with the program that drives it.
type Cutter struct {
	ID, Name string // the name is that of the program

	// The registration marks, where they are printed with the sheet: a black square at the upper left and angles at the upper right
	// and lower left. All are 0 where the program prints marks of its own.
	Inset     Length // from the edges of the sheet to the marks
	Square    Length // a side of the square
	Arm       Length // of an angle, at most; it is shorter where cards are near
	Thickness Length // of an angle's lines
	Clear     Length // white between a mark and the cards

	DPI   int    // of the pictures that a program takes which prints the sheets itself; 0: it does not
	Areas []Area // what such a program prints on
	Fact
}

// Area is what a program can print and cut of a sheet, in its middle.
type Area struct {
	Sheet string // id of a sheet
	Size
	Corner Length // squares of this side stay white in the corners, for the marks
	Fact
}

// Cutter returns the cutting machine of an id, or nil if there is none.
func (c *Cards) Cutter(id string) *Cutter {
	if i := slices.IndexFunc(c.Cutters, func(m Cutter) bool { return m.ID == id }); i >= 0 {
		return &c.Cutters[i]
	}
	return nil
}

// Area returns what the machine's program prints on a sheet, or nil if it does not take the sheet.
func (m *Cutter) Area(sheet string) *Area {
	if i := slices.IndexFunc(m.Areas, func(a Area) bool { return a.Sheet == sheet }); i >= 0 {
		return &m.Areas[i]
	}
	return nil
}

// deckCutter looks up the machine that [deck] marks names.
func (dec *decoder) deckCutter(d *Deck, table *Cards) {
	if d.Marks != Silhouette && d.Marks != Cricut {
		return
	}
	m := table.Cutter(d.Marks)
	switch {
	case m == nil:
		dec.at("toml-value", "deck.marks", "the machine %q is not in styles/%s", d.Marks, CardsFile).
			Note("add a table [cutter.%s], or delete the book's own styles/%s to use the one inside octavo", d.Marks, CardsFile)
	case d.Stock != nil:
		dec.at("toml-value", "deck.marks", "a perforated stock is not cut by a machine").
			Note("delete the line marks, or leave the stock out")
	case m.DPI > 0 && m.Area(d.SheetName) == nil:
		var known []string
		for _, a := range m.Areas {
			known = append(known, a.Sheet)
		}
		dec.at("toml-value", "deck.marks", "%s does not print on sheets of %s", m.Name, d.Sheet).
			Note("write sheet = %q; it takes %s", known[0], strings.Join(known, ", "))
	default:
		d.Cutter = m
	}
}

func cutterRows() []row[Cards] {
	return slices.Concat([]row[Cards]{
		{Key{Path: "cutter", Type: Table, Doc: "cutting machines, each in a table of its own"}, nil},
		{Key{Path: "cutter.*", Type: Table, Doc: "a machine's id: silhouette or cricut"},
			func(_ *decoder, c *Cards, it item) { c.Cutters = append(c.Cutters, Cutter{ID: lastQuoted(it.path)}) }},
		text("cutter.*.name", "", "the program that drives it", func(c *Cards) *string { return &last(c.Cutters).Name }),
		distance("cutter.*.inset", "none", "from the edges of the sheet to its marks", 0, 4*inch, func(c *Cards) *Length { return &last(c.Cutters).Inset }),
		distance("cutter.*.square", "none", "a side of the black square at the upper left; 0 where the program prints marks of its own", 0, inch,
			func(c *Cards) *Length { return &last(c.Cutters).Square }),
		distance("cutter.*.arm", "none", "the longest arms of the angles at the upper right and lower left", 0, 4*inch,
			func(c *Cards) *Length { return &last(c.Cutters).Arm }),
		distance("cutter.*.thickness", "none", "the thickness of their lines", 0, inch/4, func(c *Cards) *Length { return &last(c.Cutters).Thickness }),
		distance("cutter.*.clear", "none", "white between a mark and the cards", 0, inch, func(c *Cards) *Length { return &last(c.Cutters).Clear }),
		whole("cutter.*.dpi", "none", "pixels to the inch of pictures, for a program that prints the sheets itself", 72, 1200,
			func(c *Cards) *int { return &last(c.Cutters).DPI }),
	}, facts("cutter.*", func(c *Cards) *Fact { return &last(c.Cutters).Fact }), []row[Cards]{
		{Key{Path: "cutter.*.area", Type: Tables, Default: "none", Doc: "what such a program prints on"},
			func(_ *decoder, c *Cards, it item) { last(c.Cutters).Areas = append(last(c.Cutters).Areas, Area{}) }},
		text("cutter.*.area[].sheet", "", "the sheet", func(c *Cards) *string { return &last(last(c.Cutters).Areas).Sheet }).need(),
		distance("cutter.*.area[].width", "", "what it prints and cuts of the sheet's width", tenths(10), 100*inch,
			func(c *Cards) *Length { return &last(last(c.Cutters).Areas).W }).need(),
		distance("cutter.*.area[].height", "", "likewise of its height", tenths(10), 100*inch,
			func(c *Cards) *Length { return &last(last(c.Cutters).Areas).H }).need(),
		distance("cutter.*.area[].corner", `"0mm"`, "squares in the corners of that which stay white", 0, 4*inch,
			func(c *Cards) *Length { return &last(last(c.Cutters).Areas).Corner }),
	}, facts("cutter.*.area[]", func(c *Cards) *Fact { return &last(last(c.Cutters).Areas).Fact }))
}
