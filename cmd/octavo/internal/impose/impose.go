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

// Card is one card: two faces of the same size, which its trim is. Where its ground goes off the edges the faces have
// page.Page.Bleed, and items stand out by that much.
type Card struct {
	ID    string     // unique in the deck, as file names and tests call it
	Front *page.Page // its Label is the card's number
	Back  *page.Page // nil: nothing is printed there
}

// Size is the size of a card or of a sheet.
type Size struct{ W, H page.Length }

// String is the size as an author would say it, "63.5 × 88.9 mm".
func (s Size) String() string { return fmt.Sprintf("%s × %s mm", inMm(s.W), inMm(s.H)) }

func (s Size) turned() Size { return Size{s.H, s.W} }

// inMm is a length in millimetres, to a tenth.
func inMm(l page.Length) string {
	tenths := (l*254*2 + page.In) / (page.In * 2)
	return strconv.FormatFloat(float64(tenths)/10, 'f', -1, 64)
}

// mm is a length of so many tenths of a millimetre, exactly.
func mm(tenths int) page.Length { return page.Length(tenths) * page.In / 254 }

// slack is what lengths that come from millimetres and inches may differ by and still be the same.
const slack = page.Pt / 36

// A Letterer sets one line of text with its baseline at y; align says what of the line stands at x.
type Letterer func(text string, size, x, y page.Length, align Align) []page.Item

// Align is what of a line stands at its x.
type Align uint8

// The alignments.
const (
	Left Align = iota
	Middle
	Right
)
