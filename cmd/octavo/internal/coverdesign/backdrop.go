package coverdesign

import (
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/page"
)

// Backdrop returns what lies under all of a cover, which with its bleed is a box. The front's place in it says where patterns begin.
// A pattern keeps out of the boxes of quiet.
func (d *Design) Backdrop(over page.Box, front page.Box, quiet ...page.Box) []page.Item {
	switch d.Name {
	case config.Halftone:
		split := d.SplitAt(front)
		return []page.Item{Fill(over, d.Paper), Fill(page.Box{X: over.X, Y: split, W: over.W, H: over.Y + over.H - split}, d.Ground)}
	case config.Poster:
		return []page.Item{Fill(over, d.Ground)}
	}
	unit := min(front.W/400, front.H/600)
	return []page.Item{Fill(over, d.Ground), d.pattern(over, front.X+front.W/2, front.Y, unit, quiet)}
}

// OverArt returns what of a design lies over a picture that covers all of a cover.
func (d *Design) OverArt(over, front page.Box) []page.Item {
	if d.Name != config.Halftone {
		return nil
	}
	return []page.Item{Fill(page.Box{X: over.X, Y: over.Y, W: over.W, H: d.SplitAt(front) - over.Y}, d.Paper)}
}
