package cards

import (
	"errors"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/impose"
	"octavo/cmd/octavo/internal/page"
)

// Lay finds where cards stand on a sheet, and says what is wrong with that.
func Lay(cfg *config.Config) (impose.Grid, diag.List) {
	find := packed
	if cfg.Deck.Stock != nil {
		find = ofStock
	}
	grid, found := find(cfg)
	if !found.HasErrors() {
		found = append(found, unfit(cfg, &grid)...)
	}
	return grid, found
}

// ofStock returns the grid of the deck's perforated stock.
func ofStock(cfg *config.Config) (grid impose.Grid, found diag.List) {
	d := &cfg.Deck
	s := d.Stock
	grid = impose.Grid{Sheet: sizeOf(d.Sheet), Card: sizeOf(s.Card), Cols: s.Cols, Rows: s.Rows, X0: page.Length(s.Left),
		Y0: page.Length(s.Top), PitchX: page.Length(s.PitchX), PitchY: page.Length(s.PitchY)}
	if err := grid.Check(); err != nil {
		pos, end := cfg.Value("deck.stock")
		found.Errorf("deck-sheet", pos, "stock %s cannot be: %v", s.ID, err).To(end).Note("mend its table in styles/%s", config.CardsFile)
		return grid, found
	}
	if nearest := min(grid.X0, grid.Y0); page.Length(d.Margin) > nearest {
		pos, end := cfg.Value("deck.margin")
		found.Warnf("deck-margin", pos, "the cards of stock %s stand %s mm from the edge of the sheet, and the printer leaves %s mm white",
			s.ID, millimetres(nearest), config.Mm(d.Margin)).To(end).Note("what is that near to the edge will be missing: look at a first sheet on plain paper")
	}
	return grid, found
}

// packed returns the grid that has the most cards on the deck's sheet.
func packed(cfg *config.Config) (grid impose.Grid, found diag.List) {
	d := &cfg.Deck
	ask := impose.Ask{Sheet: sizeOf(d.Sheet), Card: sizeOf(d.Card), Margin: page.Length(d.Margin), Gap: page.Length(d.Gap),
		Bleed: page.Length(d.Bleed), Rotate: true}
	switch d.Orientation {
	case config.Portrait:
		ask.Orientation = impose.Portrait
	case config.Landscape:
		ask.Orientation = impose.Landscape
	}
	if d.Sides == config.FoldOver {
		ask.Fold = impose.AnyFold
	}
	if d.Cutter != nil {
		forCutter(d, &ask)
	}
	grid, err := impose.Pack(ask)
	if err == nil {
		ofSheet(&grid, d.Sheet)
		return grid, nil
	}
	pos, end := cfg.Value("deck.card")
	problem := found.Errorf("deck-sheet", pos, "%v", err).To(end)
	var miss *impose.FitError
	if errors.As(err, &miss) && ask.Sheet == sizeOf(d.Sheet) {
		for _, sheet := range cfg.Cards.Sheets {
			if miss.Would(sizeOf(sheet.Size)) {
				problem.Note("sheet = %q, %s, would do", sheet.ID, sheet.Size)
				break
			}
		}
	}
	problem.Note("choose a smaller card or a larger sheet under [deck]")
	return grid, found
}

// unfit reports what of [deck] does not go with a grid.
func unfit(cfg *config.Config, grid *impose.Grid) (found diag.List) {
	d := &cfg.Deck
	bleed := page.Length(d.Bleed)
	// What lies at the edges of the sheet is no nearer to them than the first card and the last.
	cell := grid.Cell()
	least := min(grid.X0, grid.Y0, grid.Sheet.W-grid.X0-grid.PitchX*page.Length(grid.Cols-1)-cell.W,
		grid.Sheet.H-grid.Y0-grid.PitchY*page.Length(grid.Rows-1)-cell.H)
	if usual := page.TenthsOfMm(30); d.Stock == nil && least < usual {
		pos, end := cfg.Value("deck.margin")
		found.Warnf("deck-margin", pos, "cards stand %s mm from the edge of the sheet, and few printers print nearer than %s mm", millimetres(least),
			millimetres(usual)).To(end).Note("write the margin that yours leaves white, or take it out of [deck]: then it is 6.35 mm")
	}
	if n := grid.Cells(); d.Start > n {
		pos, end := cfg.Value("deck.start")
		found.Errorf("deck-start", pos, "the first card cannot take cell %d: a sheet has %d", d.Start, n).To(end).
			Note("cells are counted from the upper left, row by row, as the front is read")
	}
	if gapX, gapY := grid.Gaps(); bleed > 0 && !d.GroundBleed && min(gapX, gapY) < 2*bleed-page.Pt/36 {
		pos, end := cfg.Value("deck.bleed")
		found.Warnf("deck-bleed", pos, "cards are %s mm apart, and a bleed of %s mm needs twice as much: where a cut strays, the neighbour shows",
			millimetres(max(0, min(gapX, gapY))), millimetres(bleed)).To(end).Note("take gap out of [deck], and it is made wide enough")
	}
	// A corner of radius r cuts off what stands nearer to the point than r (1 - 1/√2) along both sides.
	if corner := page.Length(d.Corner); corner*29289/100000 > cardSafe {
		pos, end := cfg.Value("deck.corner")
		found.Warnf("deck-corner", pos, "corners of %s mm cut into where words may stand", millimetres(corner)).To(end).
			Note("%s mm are the most for cards with %s mm of safe area; 3 mm are usual", millimetres(cardSafe*100000/29289), millimetres(cardSafe))
	}
	return found
}

// millimetres returns a length as messages say it, without its unit.
func millimetres(l page.Length) string { return config.Mm(config.Length(l)) }

func sizeOf(s config.Size) impose.Size {
	return impose.Size{W: page.Length(s.W), H: page.Length(s.H)}
}
