package main

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"time"

	"github.com/spf13/cobra"

	"octavo/cmd/octavo/internal/compose"
	"octavo/cmd/octavo/internal/config"
)

func calibrateCommand() *cobra.Command {
	var o deckOptions
	var out string
	var x, y, rotate float64
	cmd := &cobra.Command{
		Use:   "calibrate",
		Short: "Measure how far your printer puts backs from where they belong, and mend it",
		Long: `calibrate makes a sheet to print on both sides and hold against the light:
build/my-book-calibration.pdf. Its scales show by how much the back is off, to a
quarter of a millimetre, and what to type:

  octavo cards calibrate --printer office --x 0.5 --y -1 --rotate 0.2

stores it under the printer's name in styles/calibration.toml. From then on,
--printer office, or printer = "office" under [deck] of book.toml, moves the backs and
their marks by as much. To see whether it is right, print the sheet again with
--printer office and no numbers: now its scales must meet at 0.`,
		Example: `  octavo cards calibrate
  octavo cards calibrate --printer office --x 0.5 --y -1 --rotate 0.2
  octavo cards calibrate --printer office`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			f := cmd.Flags()
			if !f.Changed("x") && !f.Changed("y") && !f.Changed("rotate") {
				return printCalibration(cmd, &o, out)
			}
			printer := *o.keys["deck.printer"]
			switch {
			case f.Changed("output"):
				return usagef(cmd, "--output names the sheet to print, but with --x, --y or --rotate none is made")
			case !f.Changed("printer"):
				return usagef(cmd, "say with --printer whose numbers these are, in a word of your own: --printer office")
			case !printerName.MatchString(printer):
				return usagef(cmd, "--printer takes a word of small letters, digits and hyphens, not %q", printer)
			}
			for _, n := range []struct {
				flag        string
				value, most float64
				unit        string
			}{{"x", x, 10, "millimetres"}, {"y", y, 10, "millimetres"}, {"rotate", rotate, 5, "degrees"}} {
				if !(n.value >= -n.most && n.value <= n.most) { // the negation also refuses NaN
					return usagef(cmd, "--%s takes -%g to %g %s, not %g", n.flag, n.most, n.most, n.unit, n.value)
				}
			}
			return storeCalibration(cmd, printer, x, y, rotate)
		},
	}
	f := cmd.Flags()
	o.key(f, "deck.printer", "printer", "the `printer`, by a word of your own")
	o.sheet(cmd)
	f.Float64Var(&x, "x", 0, "`millimetres` by which backs have to go to the right")
	f.Float64Var(&y, "y", 0, "`millimetres` by which backs have to go down")
	f.Float64Var(&rotate, "rotate", 0, "`degrees` by which backs have to turn clockwise")
	f.StringVarP(&out, "output", "o", "", "the PDF `file` to make (default build/<slug>-calibration.pdf)")
	completePrinters(cmd)
	return cmd
}

var printerName = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)

// printCalibration makes the sheet.
func printCalibration(cmd *cobra.Command, o *deckOptions, out string) error {
	start := time.Now()
	bar := newProgress(cmd.ErrOrStderr(), 3)
	defer bar.done()
	var more []config.Setting
	if !cmd.Flags().Changed("printer") { // the sheet shows the printer as it is
		more = append(more, config.Setting{Key: "deck.printer", Flag: "--printer", Value: ""})
	}
	p, err := o.open(cmd, bar, more...)
	if err != nil {
		return err
	}
	defer p.close()
	doc, found := compose.Calibration(p.cfg, p.cards)
	if p.settle(found); doc == nil {
		bar.done()
		return refuse(cmd.ErrOrStderr(), p)
	}
	p.found = nil // what there is to say of the deck is no matter of this sheet
	return p.deliver(cmd, bar, out, p.cfg.Book.Slug+"-calibration.pdf", func(s *stage, name string) ([]output, error) {
		var m output
		err := m.document(s, name, start, doc)
		return []output{m}, err
	})
}

// storeCalibration writes what was measured into the book's own styles/calibration.toml.
func storeCalibration(cmd *cobra.Command, printer string, x, y, rotate float64) error {
	dir := bookDir(cmd)
	if _, err := os.Stat(filepath.Join(dir, config.File)); err != nil {
		return fmt.Errorf("there is no book in %s: %w; say with -C where it is", dir, reason(err))
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return fmt.Errorf("cannot open the book's folder %s: %w", dir, reason(err))
	}
	defer root.Close()
	own, err := fs.Sub(root.FS(), "styles")
	if err != nil {
		return err
	}
	all, found := config.LoadCalibrations(own)
	if err := found.Err(); err != nil {
		return fmt.Errorf("the printer was not stored: %w; mend the file, and say it again", err)
	}
	text, err := all.With(printer, x, y, rotate)
	if err != nil {
		return fmt.Errorf("the printer was not stored: %w", err)
	}
	name := path.Join("styles", config.CalibrationFile)
	temp := path.Join("styles", fmt.Sprintf(".%s.%d%s", config.CalibrationFile, os.Getpid(), tempSuffix))
	err = root.MkdirAll("styles", 0o777)
	if err == nil {
		err = root.WriteFile(temp, text, 0o666)
	}
	if err == nil {
		err = root.Rename(temp, name)
	}
	if err != nil {
		root.Remove(temp)
		return fmt.Errorf("cannot write %s: %w", filepath.Join(dir, filepath.FromSlash(name)), reason(err))
	}
	fmt.Fprintf(cmd.OutOrStdout(), "%s  printer %s: backs go %g mm to the right, %g mm down and turn by %g degrees\n",
		filepath.Join(dir, filepath.FromSlash(name)), printer, x, y, rotate)
	fmt.Fprintf(cmd.OutOrStdout(), "to see whether it is right: octavo cards calibrate --printer %s\n", printer)
	return nil
}
