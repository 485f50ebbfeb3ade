package main

import (
	"cmp"
	"regexp"
	"slices"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"octavo/cmd/octavo/internal/cards"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/production"
	"octavo/cmd/octavo/internal/project"
)

func calibrateCommand() *cobra.Command {
	var o deckOptions
	var out string
	var n calibrationNumbers
	cmd := &cobra.Command{
		Use:   "calibrate",
		Short: "Align the backs of cards with their fronts on your printer",
		Long: `Make a test sheet, build/my-book-calibration.pdf, and store what it shows.

Print the sheet on both sides and hold it against the light. Its four scales show
how far off the back is, to a quarter of a millimetre. Pass the four numbers, with a
name for the printer:

  octavo cards calibrate --printer office --top 0.5 --bottom 0.5 --left -1 --right -1.75

This stores the correction in styles/calibration.toml. To use it, pass --printer
office to octavo cards, or write printer = "office" under [deck] in book.toml.

To verify it, print the sheet again with --printer office. All four scales should
now read 0. If they do not, pass what they read, with --add.

If you measured the offset yourself, pass --x, --y and --rotate. A number that you
leave out stays as it is.`,
		Example: `  octavo cards calibrate                    make the test sheet
  octavo cards calibrate --printer office   make it with the stored correction
  octavo cards calibrate --printer office --top 0.5 --bottom 0.5 --left -1 --right -1.75
  octavo cards calibrate --printer office --x 0.5 --y -1 --rotate 0.2`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			f := cmd.Flags()
			if !anyChanged(f, "add") && !anyChanged(f, calibrationMoves...) && !anyChanged(f, calibrationReadings...) {
				return printCalibration(cmd, &o, out)
			}
			if err := n.check(cmd, *o.keys["deck.printer"]); err != nil {
				return err
			}
			c, err := n.correction(cmd, &o)
			if err != nil {
				return err
			}
			return storeCalibration(cmd, *o.keys["deck.printer"], c)
		},
	}
	f := cmd.Flags()
	o.key(f, "deck.printer", "printer", "a `name` of your choice for the printer")
	o.sheet(cmd)
	for i, side := range calibrationReadings {
		f.Float64Var(&n.reading[i], side, 0, "the `number` where the lines meet on the scale at the "+side)
	}
	f.BoolVar(&n.add, "add", false, "add to the stored correction, with which the sheet was printed")
	f.Float64Var(&n.x, "x", 0, "move backs to the right by so many `millimetres`")
	f.Float64Var(&n.y, "y", 0, "move backs down by so many `millimetres`")
	f.Float64Var(&n.rotate, "rotate", 0, "turn backs clockwise by so many `degrees`")
	f.StringVarP(&out, "output", "o", "", "the PDF `file` to write (default build/<slug>-calibration.pdf)")
	completePrinters(cmd)
	return cmd
}

// The flags that take numbers: what the sheet shows, and by how much backs have to move.
var (
	calibrationReadings = []string{"top", "bottom", "left", "right"}
	calibrationMoves    = []string{"x", "y", "rotate"}
)

// calibrationNumbers are what an author types: what the sheet shows, or by how much backs have to move.
type calibrationNumbers struct {
	reading      [4]float64 // in the order of calibrationReadings
	x, y, rotate float64
	add          bool
}

// check returns a usage error for numbers that do not belong together, or that no printer needs.
func (n *calibrationNumbers) check(cmd *cobra.Command, printer string) error {
	f := cmd.Flags()
	moves, reads := anyChanged(f, calibrationMoves...), anyChanged(f, calibrationReadings...)
	switch {
	case f.Changed("output"):
		return usagef(cmd, "--output names the sheet to print, but with numbers none is made")
	case !moves && !reads:
		return usagef(cmd, "--add is for numbers that the sheet shows: --top, --bottom, --left and --right")
	case moves && reads:
		return usagef(cmd, "give what the sheet shows, --top, --bottom, --left and --right, or how far to move: --x, --y and --rotate")
	case reads && slices.ContainsFunc(calibrationReadings, func(side string) bool { return !f.Changed(side) }):
		return usagef(cmd, "give all four numbers that the sheet shows: --top, --bottom, --left and --right")
	case !f.Changed("printer"):
		return usagef(cmd, "say with --printer whose numbers these are, in a word of your own: --printer office")
	case !printerName.MatchString(printer):
		return usagef(cmd, "--printer takes a word of small letters, digits and hyphens, not %q", printer)
	}
	within := func(flag string, value, most float64, unit string) error {
		if value >= -most && value <= most { // which NaN is not
			return nil
		}
		return usagef(cmd, "--%s takes -%g to %g %s, not %g", flag, most, most, unit, value)
	}
	for i, side := range calibrationReadings {
		if err := within(side, n.reading[i], 10, "millimetres"); err != nil {
			return err
		}
	}
	return cmp.Or(within("x", n.x, 10, "millimetres"), within("y", n.y, 10, "millimetres"), within("rotate", n.rotate, 5, "degrees"))
}

// correction is by how much backs have to move. What a sheet shows is for a sheet of the deck's paper.
func (n *calibrationNumbers) correction(cmd *cobra.Command, o *deckOptions) (c project.Correction, err error) {
	f := cmd.Flags()
	c.Add = n.add
	if !anyChanged(f, calibrationReadings...) {
		for i, to := range []struct {
			given **float64
			value *float64
		}{{&c.X, &n.x}, {&c.Y, &n.y}, {&c.Rotate, &n.rotate}} {
			if f.Changed(calibrationMoves[i]) {
				*to.given = to.value
			}
		}
		return c, nil
	}
	p, err := o.openPlain(cmd, nil)
	if err != nil {
		return c, err
	}
	defer p.Close()
	x, y, rotate, found := cards.Correction(p.Cfg, n.reading)
	if p.Settle(found); found.HasErrors() {
		return c, refuseFound(cmd, p.Found)
	}
	c.X, c.Y, c.Rotate = &x, &y, &rotate
	return c, nil
}

// openPlain opens the book as if its deck named no printer.
func (o *deckOptions) openPlain(cmd *cobra.Command, bar *progress) (*project.Project, error) {
	plain := deckOptions{keys: map[string]*string{"deck.sheet": o.keys["deck.sheet"]}, whole: o.whole}
	return plain.open(cmd, bar, config.Setting{Key: "deck.printer", Flag: "--printer", Value: ""})
}

func anyChanged(f *pflag.FlagSet, names ...string) bool { return slices.ContainsFunc(names, f.Changed) }

var printerName = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)

// printCalibration makes the sheet.
func printCalibration(cmd *cobra.Command, o *deckOptions, out string) error {
	start := time.Now()
	bar := newProgress(cmd.ErrOrStderr(), 3)
	defer bar.done()
	open := o.openPlain // the sheet shows the printer as it is
	if cmd.Flags().Changed("printer") {
		open = func(cmd *cobra.Command, bar *progress) (*project.Project, error) { return o.open(cmd, bar) }
	}
	p, err := open(cmd, bar)
	if err != nil {
		return err
	}
	defer p.Close()
	options := ""
	if p.Cfg.Deck.Shift != (config.Calibration{}) {
		options = " --add"
	}
	if cmd.Flags().Changed("sheet") {
		options += " --sheet " + *o.keys["deck.sheet"]
	}
	doc, found := cards.Calibration(p.Cfg, p.Cards, options)
	if p.Settle(found); doc == nil {
		bar.done()
		return refuse(cmd.ErrOrStderr(), p, allMessages(cmd))
	}
	p.Found = nil // what there is to say of the deck is no matter of this sheet
	return deliver(p, cmd, bar, diag.Deck, out, p.Cfg.Book.Slug+"-calibration.pdf", func(d *outdir.Dir, name string) ([]production.Output, error) {
		return production.Document(d, name, start, doc)
	})
}

// storeCalibration stores by how much a printer's backs have to move, and says what is stored now.
func storeCalibration(cmd *cobra.Command, printer string, c project.Correction) error {
	file, now, err := project.StoreCorrection(cmd.Context(), bookDir(cmd), printer, c)
	if err != nil {
		return err
	}
	diag.Fprintf(cmd.OutOrStdout(), "%s  printer %s: backs go %g mm to the right, %g mm down and turn by %g degrees\n",
		file, printer, *now.X, *now.Y, *now.Rotate)
	diag.Fprintf(cmd.OutOrStdout(), "to see whether it is right: octavo cards calibrate --printer %s\n", printer)
	return nil
}
