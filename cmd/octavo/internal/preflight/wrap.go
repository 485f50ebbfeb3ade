package preflight

import (
	"fmt"
	"math"
	"slices"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/content"
)

// Wrap is what the cover of a book has to be. Lengths are in points; boxes are measured from the upper left corner of the trimmed cover, y downwards.
type Wrap struct {
	Printer, Binding, Paper string // as a message names them
	Pages                   int    // of the inside
	Width, Height           float64
	Bleed                   float64 // on all sides
	Spine                   Box
	Hinges                  []Box
	Folds                   []float64 // their x
	Safe                    float64   // words keep so far from the edges
	SpineClear              float64   // words on the spine keep so far from its folds
	SpineText               bool      // the spine takes words
	Barcode                 Box       // empty: the cover has none
	PrinterBarcode          bool      // the printer prints it
	ISBN                    string    // that the barcode must have, with or without hyphens; "": any
	Resolution, Ink         config.Range[int]
}

// Box is an upright rectangle.
type Box struct{ X, Y, W, H float64 }

// insideOnly are the points that a cover is not tested by: they are about the inside of a book, or a cover has its own.
var insideOnly = []string{"page-count", "last-page", "page-size", "bleed", "gutter", "margins", "edges", "text-black",
	"tagged", "content-tagged", "links-tagged", "page-labels"}

// coverToo are the points of printed books that a cover is tested by whatever its profile.
var coverToo = []string{"boxes", "marks", "type-size", "line-width", "ink", "resolution", "annotations"}

// coverRules lists the points that only covers are tested by, after all others.
var coverRules = []rule{
	{"cover-pages", "one sheet", every, false, testOneSheet},
	{"cover-size", "size of the sheet", every, false, testSheetSize},
	{"cover-bleed", "bleed on all sides", every, false, testSheetBleed},
	{"cover-safe", "words near the edges", every, false, testSheetSafe},
	{"cover-folds", "words on folds", every, false, testFolds},
	{"cover-spine", "words on the spine", every, false, testSpine},
	{"cover-barcode", "barcode", every, false, testBarcode},
	{"cover-text", "small black words", every, false, testSmallText},
}

// rulesOf returns the points that a subject is tested by.
func (s *subject) rulesOf() (out []rule) {
	for _, r := range rules {
		switch {
		case s.wrap == nil && !r.against.has(s.profile):
		case s.wrap != nil && (slices.Contains(insideOnly, r.code) || !r.against.has(s.profile) && !slices.Contains(coverToo, r.code)):
		default:
			out = append(out, r)
		}
	}
	if s.wrap != nil {
		out = append(out, coverRules...)
	}
	return out
}

// TestCover tests the document as the cover of a book. If the printer is nil, the points that depend on its requirements for the inside are not
// tested.
func (d *Document) TestCover(profile Profile, printer *config.Printer, w Wrap) (*Report, error) {
	p := config.Printer{}
	if printer != nil {
		p = *printer
	}
	p.Resolution, p.Ink = w.Resolution, w.Ink
	return d.test(&subject{Document: d, profile: profile, printer: &p, wrap: &w}, p.Name)
}

// sheet returns the trimmed cover in the file's coordinates. Of a file that does not say where it is trimmed, it is what is left without the bleed.
func (s *subject) sheet() content.Rect {
	p := s.pages[0]
	if p.hasTrim {
		return p.trim
	}
	return p.bleed.Grow(-s.wrap.Bleed)
}

// sized reports whether the sheet has the right size; places on another are not those of this cover.
func (s *subject) sized() bool {
	if len(s.pages) == 0 {
		return false
	}
	t, w := s.sheet(), s.wrap
	const slack = 0.72 // 0.01 in
	full := s.pages[0].bleed
	return math.Abs(t.Width()-w.Width) <= slack && math.Abs(t.Height()-w.Height) <= slack &&
		math.Abs(full.Width()-w.Width-2*w.Bleed) <= slack && math.Abs(full.Height()-w.Height-2*w.Bleed) <= slack
}

// place returns a box of the cover in the file's coordinates.
func (s *subject) place(b Box) content.Rect {
	t := s.sheet()
	return content.Corners(t.X0+b.X, t.Y1-b.Y, t.X0+b.X+b.W, t.Y1-b.Y-b.H)
}

// whose names the cover: "a paperback of 120 pages on white paper".
func (w *Wrap) whose() string {
	return fmt.Sprintf("a %s of %d pages on %s paper", w.Binding, w.Pages, w.Paper)
}
