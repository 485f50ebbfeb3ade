package main

import (
	"embed"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"octavo/cmd/octavo/internal/cards"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/impose"
	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/production"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/readfile"
)

func calibrateCommand() *cobra.Command {
	var o deckOptions
	var out string
	var n calibrationNumbers
	cmd := &cobra.Command{
		Use:   "calibrate",
		Short: "Measure how far your printer puts backs from where they belong, and mend it",
		Long: `calibrate makes a sheet to print on both sides and hold against the light:
build/my-book-calibration.pdf. Its scales show by how much the back is off, to a
quarter of a millimetre. Type the numbers at its four sides:

  octavo cards calibrate --printer office --top 0.5 --bottom 0.5 --left -1 --right -1.75

stores by how much backs have to move, under the printer's name in
styles/calibration.toml. From then on, --printer office, or printer = "office" under
[deck] of book.toml, moves the backs and their marks by as much. To see whether it is
right, print the sheet again with --printer office and no numbers: now its scales must
meet at 0. Where they do not, type what they show with --add.

Who has measured in another way gives --x, --y and --rotate. What is not given stays
as it was.`,
		Example: `  octavo cards calibrate
  octavo cards calibrate --printer office --top 0.5 --bottom 0.5 --left -1 --right -1.75
  octavo cards calibrate --printer office
  octavo cards calibrate --printer office --x 0.5 --y -1 --rotate 0.2`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			f := cmd.Flags()
			moves, reads := anyChanged(f, "x", "y", "rotate"), anyChanged(f, "top", "bottom", "left", "right")
			if !moves && !reads && !f.Changed("add") {
				return printCalibration(cmd, &o, out)
			}
			printer := *o.keys["deck.printer"]
			switch {
			case f.Changed("output"):
				return usagef(cmd, "--output names the sheet to print, but with numbers none is made")
			case !moves && !reads:
				return usagef(cmd, "--add is for numbers that the sheet shows: --top, --bottom, --left and --right")
			case moves && reads:
				return usagef(cmd, "give what the sheet shows, --top, --bottom, --left and --right, or how far to move: --x, --y and --rotate")
			case reads && !(f.Changed("top") && f.Changed("bottom") && f.Changed("left") && f.Changed("right")):
				return usagef(cmd, "give all four numbers that the sheet shows: --top, --bottom, --left and --right")
			case !f.Changed("printer"):
				return usagef(cmd, "say with --printer whose numbers these are, in a word of your own: --printer office")
			case !printerName.MatchString(printer):
				return usagef(cmd, "--printer takes a word of small letters, digits and hyphens, not %q", printer)
			}
			for _, n := range []struct {
				flag        string
				value, most float64
				unit        string
			}{{"x", n.x, 10, "millimetres"}, {"y", n.y, 10, "millimetres"}, {"rotate", n.rotate, 5, "degrees"},
				{"top", n.top, 10, "millimetres"}, {"bottom", n.bottom, 10, "millimetres"},
				{"left", n.left, 10, "millimetres"}, {"right", n.right, 10, "millimetres"}} {
				if !(n.value >= -n.most && n.value <= n.most) { // the negation also refuses NaN
					return usagef(cmd, "--%s takes -%g to %g %s, not %g", n.flag, n.most, n.most, n.unit, n.value)
				}
			}
			if reads {
				if err := n.work(cmd, &o); err != nil {
					return err
				}
			}
			return storeCalibration(cmd, printer, n)
		},
	}
	f := cmd.Flags()
	o.key(f, "deck.printer", "printer", "the `printer`, by a word of your own")
	o.sheet(cmd)
	for _, side := range []struct {
		name  string
		value *float64
	}{{"top", &n.top}, {"bottom", &n.bottom}, {"left", &n.left}, {"right", &n.right}} {
		f.Float64Var(side.value, side.name, 0, "the `number` where lines meet on the scale at the "+side.name)
	}
	f.BoolVar(&n.add, "add", false, "the sheet was printed with this printer's numbers: add to them")
	f.Float64Var(&n.x, "x", 0, "`millimetres` by which backs have to go to the right")
	f.Float64Var(&n.y, "y", 0, "`millimetres` by which backs have to go down")
	f.Float64Var(&n.rotate, "rotate", 0, "`degrees` by which backs have to turn clockwise")
	f.StringVarP(&out, "output", "o", "", "the PDF `file` to make (default build/<slug>-calibration.pdf)")
	completePrinters(cmd)
	return cmd
}

// calibrationNumbers are what an author types: what the sheet shows, or by how much backs have to move.
type calibrationNumbers struct {
	top, bottom, left, right float64
	x, y, rotate             float64
	add                      bool
}

// work works out how backs have to move from what a sheet of the deck's paper shows.
func (n *calibrationNumbers) work(cmd *cobra.Command, o *deckOptions) error {
	p, err := o.openPlain(cmd, nil)
	if err != nil {
		return err
	}
	defer p.Close()
	grid, found := cards.Lay(p.Cfg)
	if p.Settle(found); found.HasErrors() {
		return refuse(cmd.ErrOrStderr(), p)
	}
	mm := func(v float64) page.Length { return page.Length(math.Round(v * float64(page.In) / 25.4)) }
	s := impose.Readings{Top: mm(n.top), Bottom: mm(n.bottom), Left: mm(n.left), Right: mm(n.right)}.Shift(grid.Sheet)
	n.x, n.y, n.rotate = s.X.Points()*25.4/72, s.Y.Points()*25.4/72, float64(s.Rotate)/1000
	return nil
}

// openPlain opens the book as if its deck named no printer.
func (o *deckOptions) openPlain(cmd *cobra.Command, bar *progress) (*project.Project, error) {
	plain := deckOptions{keys: map[string]*string{"deck.sheet": o.keys["deck.sheet"]}, whole: o.whole}
	return plain.open(cmd, bar, config.Setting{Key: "deck.printer", Flag: "--printer", Value: ""})
}

func anyChanged(f *pflag.FlagSet, names ...string) bool { return slices.ContainsFunc(names, f.Changed) }

var printerName = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)

func thousandth(v float64) float64 { return math.Round(v*1000)/1000 + 0 } // without a minus before 0

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
		return refuse(cmd.ErrOrStderr(), p)
	}
	p.Found = nil // what there is to say of the deck is no matter of this sheet
	return deliver(p, cmd, bar, out, p.Cfg.Book.Slug+"-calibration.pdf", func(d *outdir.Dir, name string) ([]production.Output, error) {
		var m production.Output
		err := m.Document(d, name, start, doc)
		return []production.Output{m}, err
	})
}

// storeCalibration writes what was measured into the book's own styles/calibration.toml. Of what is given by how far to move,
// the rest stays as it is.
func storeCalibration(cmd *cobra.Command, printer string, n calibrationNumbers) error {
	dir := bookDir(cmd)
	if _, err := os.Stat(filepath.Join(dir, config.File)); err != nil {
		return fmt.Errorf("there is no book in %s: %w; say with -C where it is", dir, readfile.Reason(err))
	}
	root, err := project.OpenBook(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	all, found := config.LoadCalibrations(project.OpenStyles(root, embed.FS{}))
	if err := found.Err(); err != nil {
		return fmt.Errorf("the printer was not stored: %w; mend the file, and say it again", err)
	}
	x, y, rotate := n.x, n.y, n.rotate
	if i := slices.IndexFunc(all.Printers, func(p config.CalibratedPrinter) bool { return p.ID == printer }); i >= 0 {
		was := all.Printers[i]
		for _, v := range []struct {
			flag  string
			value *float64
			was   float64
		}{{"x", &x, page.Length(was.X).Points() * 25.4 / 72}, {"y", &y, page.Length(was.Y).Points() * 25.4 / 72},
			{"rotate", &rotate, float64(was.Rotate) / 1000}} {
			if n.add {
				*v.value += v.was
			} else if anyChanged(cmd.Flags(), "x", "y", "rotate") && !cmd.Flags().Changed(v.flag) {
				*v.value = v.was
			}
		}
	}
	x, y, rotate = thousandth(x), thousandth(y), thousandth(rotate)
	if max(x, y) > 10 || min(x, y) < -10 || max(rotate, -rotate) > 5 {
		return fmt.Errorf("the printer was not stored: backs would go %g mm to the right, %g mm down and turn by %g degrees; "+
			"10 mm and 5 degrees are the most", x, y, rotate)
	}
	text, err := all.With(printer, x, y, rotate)
	if err != nil {
		return fmt.Errorf("the printer was not stored: %w", err)
	}
	d, err := outdir.OpenIn(cmd.Context(), root, "styles")
	if err != nil {
		return err
	}
	defer d.Discard()
	if err := d.WriteFile(cmd.Context(), config.CalibrationFile, text); err != nil {
		return err
	}
	diag.Fprintf(cmd.OutOrStdout(), "%s  printer %s: backs go %g mm to the right, %g mm down and turn by %g degrees\n",
		filepath.Join(d.Name(), config.CalibrationFile), printer, x, y, rotate)
	diag.Fprintf(cmd.OutOrStdout(), "to see whether it is right: octavo cards calibrate --printer %s\n", printer)
	return nil
}
