// Package impose lays cards out on sheets: how many fit and where, the marks to cut along, and each back behind its front. It does
// not know what is on a card.
//
// [Pack] computes the [Grid] that holds the most cards; a perforated stock is a Grid by itself. [Sheets] fills it.
// [CalibrationSheet], [JigSheet], [CutDiagram], [ContactSheet] and [Proof] make the pages beside the sheets. Faces are never copied:
// a sheet holds a [page.Group] of their items.
package impose

import (
	"fmt"
	"strconv"

	"octavo/cmd/octavo/internal/page"
)

// Card is one card: two faces of the same size, the trim size. Where the ground bleeds, the faces have page.Page.Bleed,
// and items extend beyond the trim by that much.
type Card struct {
	ID    string     // unique in the deck, used in file names
	Front *page.Page // its Label is the card's number
	Back  *page.Page // nil: the back is blank
}

// Size is the size of a card or of a sheet.
type Size struct{ W, H page.Length }

// String returns the size as "63.5 × 88.9 mm".
func (s Size) String() string { return fmt.Sprintf("%s × %s mm", inMm(s.W), inMm(s.H)) }

func (s Size) turned() Size { return Size{s.H, s.W} }

// inMm returns a length in millimetres, to a tenth.
func inMm(l page.Length) string {
	tenths := (l*254*2 + page.In) / (page.In * 2)
	return strconv.FormatFloat(float64(tenths)/10, 'f', -1, 64)
}

// mm returns a length in tenths of a millimetre, exactly.
func mm(tenths int) page.Length { return page.Length(tenths) * page.In / 254 }

// slack is how far lengths converted from millimetres and from inches may differ and still count as equal.
const slack = page.Pt / 36

// A Letterer sets one line of text with its baseline at y, aligned at x.
type Letterer func(text string, size, x, y page.Length, align Align) []page.Item

// Align is the part of a line that is placed at its x.
type Align uint8

// The alignments.
const (
	Left Align = iota
	Middle
	Right
)
