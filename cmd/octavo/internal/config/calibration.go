package config

import (
	"fmt"
	"io/fs"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/tomltext"
)

// CalibrationFile is the name of the table of calibrated printers, which is in a book's own styles folder but is not a style.
const CalibrationFile = "calibration.toml"

// Calibration is the correction that aligns the backs of cards with their fronts.
type Calibration struct {
	X, Y   Length // to the right and down, as the back is seen; -10 to 10 mm
	Rotate int    // clockwise, in thousandths of a degree; -5000 to 5000
}

// Calibrations is the table of calibrated printers.
type Calibrations struct {
	Source   *diag.Source
	Printers []CalibratedPrinter // in the order of the file
}

// CalibratedPrinter is a printer with its calibration.
type CalibratedPrinter struct {
	ID string
	Calibration
}

// CalibrationKeys returns the keys of the table of calibrated printers, styles/calibration.toml.
func CalibrationKeys() []Key { return documented(calibrationRows()) }

// LoadCalibrations reads CalibrationFile in styles. If the file does not exist, the table is empty.
func LoadCalibrations(styles fs.FS) (*Calibrations, diag.List) {
	c := &Calibrations{}
	src, list := calibrationTable().load(styles, c)
	c.Source = src
	return c, list
}

func calibrationTable() dataTable[Calibrations] {
	return dataTable[Calibrations]{
		file:     CalibrationFile,
		name:     "the printers' calibration",
		help:     "check the file's rights",
		optional: true,
		rows:     calibrationRows(),
	}
}

var calibrationRows = sync.OnceValue(func() []row[Calibrations] {
	return []row[Calibrations]{
		{Key{Path: "printer", Type: Table, Doc: "the printers, each in a table of its own"}, nil},
		{Key{Path: "printer.*", Type: Table, Doc: "a printer's name"},
			func(_ *decoder, c *Calibrations, it item) {
				c.Printers = append(c.Printers, CalibratedPrinter{ID: lastQuoted(it.path)})
			}},
		drift("printer.*.x", "millimetres by which backs go to the right, -10 to 10", 10,
			func(c *Calibrations, v float64) { last(c.Printers).X = millimetre(v) }),
		drift("printer.*.y", "millimetres by which backs go down, -10 to 10", 10,
			func(c *Calibrations, v float64) { last(c.Printers).Y = millimetre(v) }),
		drift("printer.*.rotate", "degrees by which backs turn clockwise, -5 to 5", 5,
			func(c *Calibrations, v float64) { last(c.Printers).Rotate = round(v * 1000) }),
	}
})

func drift(path, doc string, most float64, set func(*Calibrations, float64)) row[Calibrations] {
	form := NumberForm{Least: -most, Most: most}
	return row[Calibrations]{Key{Path: path, Type: Number, Default: "0", Doc: doc, Form: form}, func(dec *decoder, c *Calibrations, it item) {
		if v := it.value.(float64); !form.Admits(v) {
			dec.wrong(it, "must be %g to %g, not %g", -most, most, v)
		} else {
			set(c, v)
		}
	}}
}

// millimetre converts millimetres, rounded to a thousandth, to a Length.
func millimetre(v float64) Length { return Length(round(v*1000)) * inch / 25400 }

func round(v float64) int {
	if v < 0 {
		return -int(-v + 0.5)
	}
	return int(v + 0.5)
}

// calibrate looks up the profile that [deck] printer names.
func (dec *decoder) calibrate(c *Config, styles fs.FS) {
	it := c.names.printer
	if it.path == "" {
		return
	}
	c.Deck.Printer = it.value.(string)
	all, list := LoadCalibrations(styles)
	i := slices.IndexFunc(all.Printers, func(p CalibratedPrinter) bool { return p.ID == c.Deck.Printer })
	dec.list = append(dec.list, list...)
	if i >= 0 {
		c.Deck.Shift = all.Printers[i].Calibration
	}
	if i >= 0 || list.HasErrors() {
		return
	}
	d := dec.wrong(it, "names no printer of styles/%s: %q", CalibrationFile, c.Deck.Printer)
	if near := diag.Suggest(c.Deck.Printer, ids(all.Printers, func(p CalibratedPrinter) string { return p.ID })); near != "" {
		d.Note("did you mean %q?", near)
	}
	d.Note("print a page to measure with octavo cards calibrate; store what it shows with --printer %s --x … --y …", c.Deck.Printer)
}

// With returns the text of the table with a printer's profile, in millimetres and degrees, changed or added at the end.
// Everything else is kept, including comments. It returns an error if the existing profile is written in a form that cannot be
// changed automatically.
func (c *Calibrations) With(id string, x, y, rotate float64) ([]byte, error) {
	text := string(c.Source.Text)
	keys := []string{"x", "y", "rotate"}
	values := map[string]string{"x": decimal(x), "y": decimal(y), "rotate": decimal(rotate)}
	known := slices.ContainsFunc(c.Printers, func(p CalibratedPrinter) bool { return p.ID == id })
	if !known {
		if text != "" && !strings.HasSuffix(text, "\n") {
			text += "\n"
		}
		if text == "" {
			text = "# How far the backs of cards go to come to lie behind their fronts: millimetres to the right and down, degrees clockwise.\n"
		}
		text += "\n[printer." + id + "]\n"
		for _, k := range keys {
			text += k + " = " + values[k] + "\n"
		}
	} else {
		places := tomltext.Places(string(c.Source.Text))
		type edit struct {
			from, to int
			text     string
		}
		var edits []edit
		var missing string
		for _, k := range keys {
			if p, ok := places["printer."+id+"."+k]; ok {
				edits = append(edits, edit{p.At, p.End, values[k]})
			} else {
				missing += k + " = " + values[k] + "\n"
			}
		}
		if missing != "" { // directly under the table's header
			at := places["printer."+id].Key
			for at < len(text) && text[at] != '\n' {
				at++
			}
			if at == len(text) {
				missing = "\n" + missing
			} else {
				at++
			}
			edits = append(edits, edit{at, at, missing})
		}
		slices.SortFunc(edits, func(a, b edit) int { return b.from - a.from })
		for _, e := range edits {
			text = text[:e.from] + e.text + text[e.to:]
		}
	}
	again := &Calibrations{}
	dec := newDecoder(&diag.Source{Name: c.Source.Name, Text: []byte(text)})
	want := Calibration{millimetre(x), millimetre(y), round(rotate * 1000)}
	if tree, ok := dec.parse(); ok {
		decode(dec, calibrationRows(), again, tree)
		for _, p := range again.Printers {
			if p.ID == id && p.Calibration == want && len(dec.list) == 0 {
				return []byte(text), nil
			}
		}
	}
	return nil, fmt.Errorf("the printer %s stands in %s in a way that octavo cannot change; write x = %s, y = %s and rotate = %s there",
		id, c.Source.Name, values["x"], values["y"], values["rotate"])
}

// decimal formats a number, rounded to a thousandth.
func decimal(v float64) string { return strconv.FormatFloat(math.Round(v*1000)/1000+0, 'f', -1, 64) }
