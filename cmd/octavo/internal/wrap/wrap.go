// Package wrap says how large the sheet is that is printed as a book's cover, and where on it back, spine and front are. [New] makes a
// [Sheet] of the settings of [cover], a printer's requirements, and the number of pages. It is arithmetic: nothing is drawn here.
package wrap

import (
	"fmt"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/page"
)

// Sheet is the sheet of a cover. Boxes and places are in the trimmed wrap, whose top left corner is the origin.
type Sheet struct {
	Printer, Binding, Paper string // ids; Binding is one of config.Bindings
	Name                    string // the printer's
	Pages                   int    // of the inside, to which an odd number is filled up
	Width, Height           page.Length
	Bleed                   page.Length // cut off, or for a hardcover turned in around the boards, on all sides

	Back, Spine, Front  page.Box      // the panels; a book read from the right to the left has its front at the left
	BackFlap, FrontFlap page.Box      // a jacket's; otherwise empty
	Hinges              []page.Box    // of a hardcover, within the panels beside the spine: nothing important stands there
	Folds               []page.Length // the x of every fold

	Safe       page.Length // words keep so far from the edges
	SpineClear page.Length // words on the spine keep so far from its folds
	SpineText  bool        // the spine is wide enough for words, and the printer takes them

	Barcode   page.Box // on the back: the barcode with its white, or what is left free; empty: nothing
	BarcodeBy Maker

	Resolution int      // of pictures as placed, in pixels to the inch; 0: not known
	Ink        int      // the limit of all colours together, in percent; 0: not known
	Notes      []string // where numbers come from second hand, or sources disagree
}

// Maker is who prints the barcode.
type Maker int

// The makers.
const (
	Nobody Maker = iota
	Octavo
	Printer
)

// Inside is what a cover has to know of the inside of its book.
type Inside struct {
	Pages         int
	Width, Height page.Length // trimmed
	RightToLeft   bool
}

// Symbol is the size of the barcode that octavo would print, with the white around it; the zero Symbol is that of a book without an
// ISBN.
type Symbol struct{ Width, Height page.Length }

// least are the limits of what can be read on a spine: six points of type.
const least = 6 * page.Pt

// New returns the sheet of a cover for a printer, or what keeps the printer from binding the book so, at the keys of cfg that say it.
func New(cfg *config.Config, printer *config.Printer, in Inside, symbol Symbol) (*Sheet, diag.List) {
	a := &asked{cfg: cfg, printer: printer, spec: printer.Cover(cfg.Cover.Binding), in: in}
	if a.spec == nil {
		a.noBinding()
		return nil, a.found
	}
	a.in.Pages += a.in.Pages % 2
	paper := a.paper()
	if paper == nil {
		return nil, a.found
	}
	a.pages(paper)
	a.trim()
	if len(a.found) > 0 {
		return nil, a.found
	}
	s := &Sheet{Printer: printer.ID, Name: printer.Name, Binding: a.spec.Binding, Paper: cfg.Cover.Paper, Pages: a.in.Pages,
		Bleed: page.Length(a.spec.Bleed.Size), Safe: page.Length(a.spec.Safe.Size),
		Resolution: a.spec.Resolution.Least, Ink: a.spec.Ink.Most}
	spine := a.spine(paper, s)
	a.panels(s, spine)
	s.SpineClear = page.Length(a.spec.Clear.Size)
	if t := a.spec.ThinClear; spine < page.Length(t.Below) {
		s.SpineClear = page.Length(t.Size)
	}
	switch s.SpineText = true; {
	case !a.spec.SpineText.Admits(s.Pages):
		s.SpineText = false
		s.Notes = append(s.Notes, fmt.Sprintf("the spine has no words: %s prints them on books of %d pages and more", printer.Name, a.spec.SpineText.Least))
	case spine-2*s.SpineClear < least:
		s.SpineText = false
		s.Notes = append(s.Notes, fmt.Sprintf("the spine has no words: it is %s wide, and they keep %s from its folds", both(spine), both(s.SpineClear)))
	}
	a.barcode(s, symbol)
	return s, nil
}

// panels places the panels from the left to the right, in the order of the book's reading.
func (a *asked) panels(s *Sheet, spine page.Length) {
	wide := a.in.Width + page.Length(a.spec.Wider.Size)
	s.Height = a.in.Height + page.Length(a.spec.Taller.Size)
	flap := page.Length(0)
	if s.Binding == config.Jacket {
		if flap = page.Length(a.spec.Flap.Size); a.cfg.Cover.Flap > 0 {
			flap = page.Length(a.cfg.Cover.Flap)
		}
	}
	row := []struct {
		box   *page.Box
		width page.Length
	}{{&s.BackFlap, flap}, {&s.Back, wide}, {&s.Spine, spine}, {&s.Front, wide}, {&s.FrontFlap, flap}}
	if a.in.RightToLeft {
		for i, j := 0, len(row)-1; i < j; i, j = i+1, j-1 {
			row[i], row[j] = row[j], row[i]
		}
	}
	for _, p := range row {
		if p.width == 0 {
			continue
		}
		if s.Width > 0 {
			s.Folds = append(s.Folds, s.Width)
		}
		*p.box = page.Box{X: s.Width, W: p.width, H: s.Height}
		s.Width += p.width
	}
	if hinge := page.Length(a.spec.Hinge.Size); hinge > 0 {
		s.Hinges = []page.Box{{X: s.Spine.X - hinge, W: hinge, H: s.Height}, {X: s.Spine.X + s.Spine.W, W: hinge, H: s.Height}}
	}
}

// barcode places the box of the barcode: at the foot of the back, near the spine.
func (a *asked) barcode(s *Sheet, symbol Symbol) {
	by := a.spec.Barcode.By
	if a.cfg.Cover.Barcode != "" {
		by = a.cfg.Cover.Barcode
	}
	w, h := page.Length(a.spec.Barcode.Width), page.Length(a.spec.Barcode.Height)
	switch {
	case by == config.None:
		return
	case by == config.BarcodePrinted && symbol != (Symbol{}):
		s.BarcodeBy = Octavo
		w, h = max(w, symbol.Width), max(h, symbol.Height)
	default: // without an ISBN there is nothing to print yet
		s.BarcodeBy = Printer
		if by == config.BarcodePrinted {
			s.Notes = append(s.Notes, `the box of the barcode is left white: book.toml has no ISBN for this binding; a book without one has barcode = "none" under [cover]`)
		}
	}
	edge := page.Length(a.spec.Barcode.Edge)
	x := s.Spine.X - page.Length(a.spec.Hinge.Size) - edge - w
	if a.in.RightToLeft {
		x = s.Spine.X + s.Spine.W + page.Length(a.spec.Hinge.Size) + edge
	}
	s.Barcode = page.Box{X: x, Y: s.Height - edge - h, W: w, H: h}
}
