package config

import (
	"io/fs"
	"slices"
	"strconv"
	"sync"
	"time"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/tomltext"
)

// PrintersFile is the name of the table of printers among the styles. It is not a style.
const PrintersFile = "printers.toml"

// Printers is the table of print services whose requirements are known.
type Printers struct {
	Source *diag.Source
	All    []Printer // in the order of the file
}

// Printer holds the requirements of a print service for the interior of a book and for its cover.
type Printer struct {
	ID   string // "kdp", "ingram"
	Name string

	Pages struct {
		Range[int]
		Even      bool // the number of pages must be even
		LastBlank bool // the last page must be blank
	}
	Gutters      []GutterRow   // by number of pages, without gaps, and with margins that never decrease
	Outside      Range[Length] // the other three margins of a page without bleed
	OutsideBleed Range[Length] // the same for a page with bleed
	Bleed        Range[Length] // at head, foot and fore edge
	Width        Range[Length] // of the trimmed page
	Height       Range[Length]
	Type         Range[Length] // size of type
	Rule         Range[Length] // thickness of a line
	Resolution   Range[int]    // of a picture as placed, in pixels per inch
	Bitonal      Range[int]    // the same for a picture in pure black and white
	Ink          Range[int]    // of all colours together, in percent: 100 is one colour in full
	Megabytes    Range[int]    // of the file, in units of 1,000,000 bytes

	Covers []CoverSpec // by binding
}

// Fact is the source of a number.
type Fact struct {
	Source    string
	Seen      time.Time
	Secondary bool // found at second hand only
}

// Range is the range of values that a printer accepts, including both ends. The zero Range means that it is not known.
type Range[T Length | int] struct {
	Least, Most T // 0: no bound
	Fact
}

// Known reports whether the range has a bound.
func (r Range[T]) Known() bool { return r.Least != 0 || r.Most != 0 }

// Admits reports whether a value is within the range. An unknown range admits every value.
func (r Range[T]) Admits(v T) bool { return v >= r.Least && (r.Most == 0 || v <= r.Most) }

// GutterRow is the smallest inside margin of a book with From to To pages.
type GutterRow struct {
	From, To int // To is 0 if there is no upper bound
	Margin   Length
	Fact
}

// Gutter returns the smallest inside margin that the printer accepts for a book with the given number of pages. It never
// decreases with more pages: outside the table the nearest row applies. It is 0 if nothing is known.
func (p *Printer) Gutter(pages int) Length {
	if row := p.GutterRow(pages); row != nil {
		return row.Margin
	}
	return 0
}

// GutterRow returns the row of the table with the margin that Gutter returns, or nil if the table is empty.
func (p *Printer) GutterRow(pages int) *GutterRow {
	for i := range p.Gutters {
		if row := &p.Gutters[i]; pages <= row.To || row.To == 0 || i == len(p.Gutters)-1 {
			return row
		}
	}
	return nil
}

// Printer returns the printer with the given id, or nil if there is none.
func (p *Printers) Printer(id string) *Printer {
	for i := range p.All {
		if p.All[i].ID == id {
			return &p.All[i]
		}
	}
	return nil
}

// PrinterKeys returns the keys of the table of printers, styles/printers.toml.
func PrinterKeys() []Key { return documented(printerRows()) }

// LoadPrinters reads the table of printers, PrintersFile in styles: octavo's, or the book's own if styles has one. It reports
// every problem it finds. The Printers are never nil, and are as complete as possible.
func LoadPrinters(styles fs.FS) (*Printers, diag.List) {
	p := &Printers{}
	src, list := printerTable().load(styles, p)
	p.Source = src
	return p, list
}

func printerTable() dataTable[Printers] {
	return dataTable[Printers]{
		file: PrintersFile,
		name: "the table of printers",
		help: houseTable(PrintersFile),
		rows: printerRows(), check: (*decoder).ranges,
	}
}

// ranges checks keys against each other.
func (dec *decoder) ranges(p *Printers) {
	for i := range p.All {
		pr := &p.All[i]
		path := "printer." + pr.ID
		ordered(dec, path+".pages", pr.Pages.Range)
		ordered(dec, path+".outside", pr.Outside)
		ordered(dec, path+".outside_bleed", pr.OutsideBleed)
		ordered(dec, path+".bleed", pr.Bleed)
		ordered(dec, path+".width", pr.Width)
		ordered(dec, path+".height", pr.Height)
		ordered(dec, path+".type", pr.Type)
		ordered(dec, path+".rule", pr.Rule)
		ordered(dec, path+".resolution", pr.Resolution)
		ordered(dec, path+".bitonal", pr.Bitonal)
		ordered(dec, path+".ink", pr.Ink)
		ordered(dec, path+".megabytes", pr.Megabytes)
		dec.coverRanges(path, pr.Covers)
		for k := 1; k < len(pr.Gutters); k++ {
			before, row := pr.Gutters[k-1], pr.Gutters[k]
			at := tomltext.Join(path+".gutter", strconv.Itoa(k))
			switch {
			case row.From != before.To+1:
				dec.at("toml-value", tomltext.Join(at, "from"), "the row begins at %d pages, but the one before it ends at %d",
					row.From, before.To).
					Note("write from = %d: the table must have no gaps and no overlaps", before.To+1)
			case row.Margin < before.Margin:
				dec.at("toml-value", tomltext.Join(at, "margin"), "the margin of more pages is narrower: %s after %s",
					row.Margin, before.Margin).
					Note("a thicker book needs more room at the spine, not less")
			}
		}
	}
}

func ordered[T Length | int](dec *decoder, path string, r Range[T]) {
	if r.Most != 0 && r.Most < r.Least {
		dec.at("toml-value", tomltext.Join(path, "most"), "%s.most is less than least", path).Note("swap the two")
	}
}

var printerRows = sync.OnceValue(func() []row[Printers] {
	return slices.Concat(
		[]row[Printers]{
			{Key{Path: "printer", Type: Table, Required: true, Doc: "the printers, each in a table of its own"}, nil},
			{Key{Path: "printer.*", Type: Table, Doc: "a printer's id"},
				func(_ *decoder, p *Printers, it item) { p.All = append(p.All, Printer{ID: lastQuoted(it.path)}) }},
			text("printer.*.name", "the id", "the printer's name", func(p *Printers) *string { return &last(p.All).Name }),
		},
		numbers("pages", "the number of pages", 1, 10000, func(p *Printer) *Range[int] { return &p.Pages.Range }),
		[]row[Printers]{
			truth("printer.*.pages.even", "false", "the number of pages must be even",
				func(p *Printers) *bool { return &last(p.All).Pages.Even }),
			truth("printer.*.pages.last_blank", "false", "the last page must be blank",
				func(p *Printers) *bool { return &last(p.All).Pages.LastBlank }),
			{Key{Path: "printer.*.gutter", Type: Tables, Doc: "the smallest inside margin by the number of pages"},
				func(_ *decoder, p *Printers, it item) {
					last(p.All).Gutters = append(last(p.All).Gutters, GutterRow{})
				}},
			whole("printer.*.gutter[].from", "", "the first number of pages", 1, 10000,
				func(p *Printers) *int { return &last(last(p.All).Gutters).From }).need(),
			whole("printer.*.gutter[].to", "no end", "the last number of pages", 1, 10000,
				func(p *Printers) *int { return &last(last(p.All).Gutters).To }),
			distance("printer.*.gutter[].margin", "", "the margin", 0, 4*inch,
				func(p *Printers) *Length { return &last(last(p.All).Gutters).Margin }).need(),
		},
		facts("printer.*.gutter[]", func(p *Printers) *Fact { return &last(last(p.All).Gutters).Fact }),
		lengths("outside", "the other margins", 0, 4*inch, distance, func(p *Printer) *Range[Length] { return &p.Outside }),
		lengths("outside_bleed", "the other margins of pages with bleed", 0, 4*inch, distance,
			func(p *Printer) *Range[Length] { return &p.OutsideBleed }),
		lengths("bleed", "what is cut off at head, foot and fore edge", 0, inch, distance,
			func(p *Printer) *Range[Length] { return &p.Bleed }),
		lengths("width", "the trimmed page's width", inch, 40*inch, distance, func(p *Printer) *Range[Length] { return &p.Width }),
		lengths("height", "the trimmed page's height", inch, 40*inch, distance, func(p *Printer) *Range[Length] { return &p.Height }),
		lengths("type", "the size of type", pt, 72*pt, points, func(p *Printer) *Range[Length] { return &p.Type }),
		lengths("rule", "the thickness of lines", 0, 72*pt, points, func(p *Printer) *Range[Length] { return &p.Rule }),
		numbers("resolution", "pixels to the inch of pictures", 1, 10000,
			func(p *Printer) *Range[int] { return &p.Resolution }),
		numbers("bitonal", "pixels to the inch of pictures in black and white alone", 1, 10000,
			func(p *Printer) *Range[int] { return &p.Bitonal }),
		numbers("ink", "all colours together, in percent", 1, 400, func(p *Printer) *Range[int] { return &p.Ink }),
		numbers("megabytes", "the size of the file", 1, 100000, func(p *Printer) *Range[int] { return &p.Megabytes }),
		printerCoverRows(),
	)
})

// lengths returns the rows for a range of lengths, with its source.
func lengths(name, doc string, least, most Length,
	key func(path, def, doc string, least, most Length, field func(*Printers) *Length) row[Printers], field func(*Printer) *Range[Length]) []row[Printers] {
	path := "printer.*." + name
	return slices.Concat(
		[]row[Printers]{
			{Key{Path: path, Type: Table, Doc: doc}, nil},
			key(path+".least", "no bound", "the least", least, most,
				func(p *Printers) *Length { return &field(last(p.All)).Least }),
			key(path+".most", "no bound", "the most", least, most,
				func(p *Printers) *Length { return &field(last(p.All)).Most }),
		},
		facts(path, func(p *Printers) *Fact { return &field(last(p.All)).Fact }))
}

// numbers returns the rows for a range of whole numbers, with its source.
func numbers(name, doc string, least, most int64, field func(*Printer) *Range[int]) []row[Printers] {
	path := "printer.*." + name
	return slices.Concat(
		[]row[Printers]{
			{Key{Path: path, Type: Table, Doc: doc}, nil},
			whole(path+".least", "no bound", "the least", least, most,
				func(p *Printers) *int { return &field(last(p.All)).Least }),
			whole(path+".most", "no bound", "the most", least, most,
				func(p *Printers) *int { return &field(last(p.All)).Most }),
		},
		facts(path, func(p *Printers) *Fact { return &field(last(p.All)).Fact }))
}
