package project

import (
	"context"
	"embed"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/readfile"
)

// Correction is the amount by which a printer's card backs must be moved to align with the fronts. A nil field is not given.
type Correction struct {
	X, Y   *float64 // millimetres to the right and down
	Rotate *float64 // degrees clockwise
	Add    bool     // to what is stored already
}

// StoreCorrection writes a printer's correction into the book's own styles/calibration.toml. What is not given stays as it is
// stored. It returns the path of the file, for messages, and what is stored now.
func StoreCorrection(ctx context.Context, dir, printer string, c Correction) (file string, now Correction, err error) {
	if _, err := os.Stat(filepath.Join(dir, config.File)); err != nil {
		return "", c, fmt.Errorf("there is no book in %s: %w; say with -C where it is", dir, readfile.Reason(err))
	}
	root, err := OpenBook(dir)
	if err != nil {
		return "", c, err
	}
	defer root.Close()
	all, found := config.LoadCalibrations(OpenStyles(root, embed.FS{}))
	if err := found.Err(); err != nil {
		return "", c, fmt.Errorf("the printer was not stored: %w; mend the file, and say it again", err)
	}
	var was config.Calibration
	if i := slices.IndexFunc(all.Printers, func(p config.CalibratedPrinter) bool { return p.ID == printer }); i >= 0 {
		was = all.Printers[i].Calibration
	}
	x := c.of(c.X, page.Length(was.X).Points()*25.4/72)
	y := c.of(c.Y, page.Length(was.Y).Points()*25.4/72)
	rotate := c.of(c.Rotate, float64(was.Rotate)/1000)
	if max(x, y) > 10 || min(x, y) < -10 || max(rotate, -rotate) > 5 {
		return "", c, fmt.Errorf("the printer was not stored: backs would go %g mm to the right, %g mm down and turn by %g degrees; "+
			"10 mm and 5 degrees are the most", x, y, rotate)
	}
	text, err := all.With(printer, x, y, rotate)
	if err != nil {
		return "", c, fmt.Errorf("the printer was not stored: %w", err)
	}
	d, err := outdir.OpenIn(ctx, root, "styles")
	if err != nil {
		return "", c, err
	}
	defer d.Discard()
	if err := d.WriteFile(ctx, config.CalibrationFile, text); err != nil {
		return "", c, err
	}
	return filepath.Join(d.Name(), config.CalibrationFile), Correction{X: &x, Y: &y, Rotate: &rotate}, nil
}

// of returns a number that is given, or what is stored, to a thousandth.
func (c *Correction) of(given *float64, was float64) float64 {
	v := was
	switch {
	case given != nil && c.Add:
		v += *given
	case given != nil:
		v = *given
	}
	return math.Round(v*1000)/1000 + 0 // without a minus before 0
}
