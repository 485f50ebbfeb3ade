package production

import (
	"context"
	"fmt"

	"octavo/cmd/octavo/internal/barcode"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pdf"
	"octavo/cmd/octavo/internal/preflight"
	"octavo/cmd/octavo/internal/wrap"
)

// anyPress is the id of the press that has no name, whose covers are those of profiles that name no printer.
const anyPress = "press"

// CoverPrinter returns whose requirements a cover in a profile keeps: the printer of the profile, or that of book.toml if it prints covers, or any
// press.
func CoverPrinter(printers *config.Printers, cfg *config.Config, profile string) *config.Printer {
	for _, id := range []string{preflight.Profile(profile).Printer(), cfg.Print.Printer} {
		if p := printers.Printer(id); p != nil && len(p.Covers) > 0 {
			return p
		}
	}
	return printers.Printer(anyPress)
}

// CoverSheet returns the sheet of a book's cover for a printer, by the number of pages of the inside.
func CoverSheet(cfg *config.Config, printer *config.Printer, pages int) (*wrap.Sheet, diag.List) {
	return wrap.New(cfg, printer, inside(cfg, pages), coverSymbol(cfg))
}

func inside(cfg *config.Config, pages int) wrap.Inside {
	return wrap.Inside{Pages: pages, Width: page.Length(cfg.Print.Width), Height: page.Length(cfg.Print.Height), RightToLeft: cfg.Lang != nil && cfg.Lang.RightToLeft()}
}

// noteElsewhere adds to the first error of a cover that a printer does not bind who binds it, and how to ask for that.
func noteElsewhere(found diag.List, cfg *config.Config, printers *config.Printers, printer *config.Printer, pages int) {
	if len(found) == 0 {
		return
	}
	for _, p := range wrap.Elsewhere(cfg, printers, printer, inside(cfg, pages)) {
		if own := preflight.Profile(p.ID); own.Printer() != "" {
			found[0].Note("%s binds it so: profile = %q under [print]", p.Name, own)
		} else {
			found[0].Note("%s binds it so: profile = \"x4\" and printer = %q under [print]", p.Name, p.ID)
		}
	}
}

// coverSymbol returns the size of the barcode that octavo prints for a book, the zero Symbol for one without an ISBN.
func coverSymbol(cfg *config.Config) wrap.Symbol {
	addon := ""
	if cfg.Cover.Price != "" {
		addon, _ = barcode.Price(cfg.Cover.Price)
	}
	isbn, _ := cfg.CoverISBN()
	s, err := barcode.EAN13(isbn, addon)
	if err != nil { // there is no ISBN
		return wrap.Symbol{}
	}
	w, h := s.Size(cfg.Cover.BarcodeSize)
	return wrap.Symbol{Width: w, Height: h}
}

// coverNumbers returns what a sheet asks of a cover, in points.
func coverNumbers(cfg *config.Config, printer *config.Printer, s *wrap.Sheet) preflight.Wrap {
	box := func(b page.Box) preflight.Box {
		return preflight.Box{X: b.X.Points(), Y: b.Y.Points(), W: b.W.Points(), H: b.H.Points()}
	}
	isbn, _ := cfg.CoverISBN()
	w := preflight.Wrap{Printer: s.Name, Binding: s.Binding, Paper: s.Paper, Pages: s.Pages, Width: s.Width.Points(), Height: s.Height.Points(),
		Bleed: s.Bleed.Points(), Spine: box(s.Spine), Safe: s.Safe.Points(), SpineClear: s.SpineClear.Points(), SpineText: s.SpineText,
		ISBN: isbn}
	for _, h := range s.Hinges {
		w.Hinges = append(w.Hinges, box(h))
	}
	for _, x := range s.Folds {
		w.Folds = append(w.Folds, x.Points())
	}
	if s.BarcodeBy != wrap.Nobody {
		w.Barcode, w.PrinterBarcode = box(s.Barcode), s.BarcodeBy == wrap.Printer
	}
	if spec := printer.Cover(s.Binding); spec != nil {
		w.Resolution, w.Ink = spec.Resolution, spec.Ink
	}
	return w
}

// TestCover tests a cover's file against a profile and the sheet that it must have.
func TestCover(ctx context.Context, cfg *config.Config, printer *config.Printer, s *wrap.Sheet, data []byte, profile string) (*preflight.Report, error) {
	doc, err := preflight.Read(ctx, data)
	if err != nil {
		return nil, err
	}
	return doc.TestCover(preflight.Profile(profile), printer, coverNumbers(cfg, printer, s))
}

// preflightCover holds a cover that was just made against its profile. A fault is an error, and the build keeps the file of the last one.
func preflightCover(ctx context.Context, cfg *config.Config, printer *config.Printer, s *wrap.Sheet, name string, data []byte, profile string) (found diag.List, err error) {
	report, err := TestCover(ctx, cfg, printer, s, data, profile)
	if err != nil {
		return nil, fmt.Errorf("cannot test %s: %w", name, err)
	}
	for _, point := range report.Points {
		if point.Result != preflight.Fail {
			continue
		}
		var d *diag.Diagnostic
		if point.Code == "resolution" { // the author may have no better picture
			d = found.Warnf("preflight-book", diag.Pos{}, "%s: %s: %s", name, point.Name, point.Found)
		} else {
			d = found.Errorf("preflight-fault", diag.Pos{}, "%s: %s: %s", name, point.Name, point.Found)
		}
		for _, do := range point.Do {
			d.Note("%s", do)
		}
	}
	return found, nil
}

// artNotes says in which pictures of a cover a profile changed the colours, and how.
func artNotes(changes []pdf.Change, name string, limit int) []string {
	var out []string
	for _, c := range changes {
		switch c.Colours {
		case pdf.Converted:
			out = append(out, fmt.Sprintf("%s: %s converted from sRGB to CMYK by the formula of ISO 32000 with full black generation: grey in black ink alone, no more than 200 %% of ink", name, c.Picture))
		case pdf.Reduced:
			out = append(out, fmt.Sprintf("%s: %s reduced to less than %d %% of ink: grey in cyan, magenta and yellow printed in black, then these three lessened", name, c.Picture, limit))
		}
	}
	return out
}
