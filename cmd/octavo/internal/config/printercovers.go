package config

import (
	"slices"
	"strconv"

	"octavo/cmd/octavo/internal/tomltext"
)

// CoverSpec is what a print service asks of the cover of a book in one binding.
type CoverSpec struct {
	Binding string // one of Bindings

	Papers []Paper    // of the inside
	Any    bool       // any paper is taken: [cover] paper may say how thick it is
	Spines []SpineRow // the spine by the number of pages, whatever the paper; none: the papers say it
	Pages  Range[int] // of the inside; papers may narrow it
	Trims  Trims
	Width  Range[Length] // of the trimmed page
	Height Range[Length]

	Bleed  Measure // what goes over the edges on all sides and is cut off, or turned in around the boards
	Wider  Measure // how much wider than the page the front and the back are
	Taller Measure // how much higher than the page the cover is
	Hinge  Measure // how much of the front and the back beside the spine bends when the book is opened
	Flap   Measure // the width of each flap of a jacket

	Safe      Measure    // how far words stay from the edges
	Clear     Measure    // how far words on the spine stay from its folds
	ThinClear ThinClear  // the same where the spine is thin
	SpineText Range[int] // pages of a book that has words on its spine

	Barcode    BarcodeBox
	Resolution Range[int] // of pictures as placed, in pixels to the inch
	Ink        Range[int] // of all colours together, in percent
}

// Paper is a paper for the inside of a book.
type Paper struct {
	ID      string
	Name    string
	PerPage Length     // thickness of a page, which is half of a leaf's; 0: Spines says the spine's width
	Added   Length     // to the spine's width, for the cover
	Pages   Range[int] // of a book on it
	Fact

	Other Other // what another source says
}

// Other is a number that another source has, where it differs.
type Other struct {
	PerPage, Added Length
	Source         string // "": none
}

// SpineRow is the width of the spine of a book with From to To pages.
type SpineRow struct {
	From, To int
	Width    Length
	Fact
}

// Trims are the sizes of pages that a printer binds; none: any within the bounds of width and height.
type Trims struct {
	Sizes []Size
	Fact
}

// Measure is one length that a printer asks for.
type Measure struct {
	Size Length
	Fact
}

// ThinClear is how far words stay from the folds of a spine that is narrower than Below.
type ThinClear struct {
	Below, Size Length
	Fact
}

// BarcodeBox is where the barcode is on the back: at the foot, near the spine.
type BarcodeBox struct {
	Width, Height Length // of the white box
	Edge          Length // how far it is from the foot and from the spine
	By            string // who prints it where book.toml does not say: BarcodePrinted or BarcodeFree
	Fact
}

// Cover returns what the printer asks of covers in a binding, or nil if it does not bind so.
func (p *Printer) Cover(binding string) *CoverSpec {
	for i := range p.Covers {
		if p.Covers[i].Binding == binding {
			return &p.Covers[i]
		}
	}
	return nil
}

// Paper returns the paper with an id, or nil if the printer has none.
func (s *CoverSpec) Paper(id string) *Paper {
	for i := range s.Papers {
		if s.Papers[i].ID == id {
			return &s.Papers[i]
		}
	}
	return nil
}

// coverRanges checks what a printer asks of covers.
func (dec *decoder) coverRanges(path string, covers []CoverSpec) {
	for i := range covers {
		s := &covers[i]
		path := tomltext.Join(tomltext.Join(path, "cover"), s.Binding)
		if !slices.Contains(Bindings, s.Binding) {
			dec.at("toml-value", path, "there is no binding %q", s.Binding).Note("the bindings are %s", quoted(Bindings))
		}
		ordered(dec, path+".pages", s.Pages)
		ordered(dec, path+".width", s.Width)
		ordered(dec, path+".height", s.Height)
		for k := range s.Papers {
			ordered(dec, tomltext.Join(path+".paper", s.Papers[k].ID)+".pages", s.Papers[k].Pages)
		}
		for k := 1; k < len(s.Spines); k++ {
			before, row := s.Spines[k-1], s.Spines[k]
			at := tomltext.Join(path+".spine", strconv.Itoa(k))
			switch {
			case row.From != before.To+1:
				dec.at("toml-value", at+".from", "the row begins at %d pages, but the one before it ends at %d", row.From, before.To).
					Note("write from = %d: the table must have no gaps and no overlaps", before.To+1)
			case row.Width < before.Width:
				dec.at("toml-value", at+".width", "the spine of more pages is narrower: %s after %s", row.Width, before.Width).
					Note("more pages are thicker")
			}
		}
	}
}

// coverSpec returns the binding whose rows are being read.
func coverSpec(p *Printers) *CoverSpec { return last(last(p.All).Covers) }

const coverPath = "printer.*.cover.*"

func printerCoverRows() []row[Printers] {
	box := func(p *Printers) *BarcodeBox { return &coverSpec(p).Barcode }
	thin := func(p *Printers) *ThinClear { return &coverSpec(p).ThinClear }
	return slices.Concat(
		[]row[Printers]{
			{Key{Path: "printer.*.cover", Type: Table, Doc: "what the printer asks of covers"}, nil},
			{Key{Path: coverPath, Type: Table, Doc: "a binding: " + quoted(Bindings)},
				func(_ *decoder, p *Printers, it item) {
					last(p.All).Covers = append(last(p.All).Covers, CoverSpec{Binding: lastQuoted(it.path)})
				}},
		},
		paperRows(), spineRows(),
		[]row[Printers]{truth(coverPath+".any_paper", "false", `any paper is taken: [cover] paper may say how thick it is, as in "108um" or "90g x 1.2"`,
			func(p *Printers) *bool { return &coverSpec(p).Any })},
		coverNumbers("pages", "the number of pages of the inside", 1, 10000, func(s *CoverSpec) *Range[int] { return &s.Pages }),
		[]row[Printers]{
			{Key{Path: coverPath + ".trims", Type: Table, Doc: "the sizes of pages, where only some are bound"}, nil},
			{Key{Path: coverPath + ".trims.sizes", Type: Texts, Required: true, Doc: `width x height of each, as in "6x9in"`, Form: boundSizes}, setTrims},
		},
		facts(coverPath+".trims", func(p *Printers) *Fact { return &coverSpec(p).Trims.Fact }),
		coverLengths("width", "the trimmed page's width", func(s *CoverSpec) *Range[Length] { return &s.Width }),
		coverLengths("height", "the trimmed page's height", func(s *CoverSpec) *Range[Length] { return &s.Height }),
		measure("bleed", "what goes over the edges on all sides and is cut off, or turned in around the boards", func(s *CoverSpec) *Measure { return &s.Bleed }),
		measure("wider", "how much wider than the page the front and the back are", func(s *CoverSpec) *Measure { return &s.Wider }),
		measure("taller", "how much higher than the page the cover is", func(s *CoverSpec) *Measure { return &s.Taller }),
		measure("hinge", "how much of the front and the back beside the spine bends", func(s *CoverSpec) *Measure { return &s.Hinge }),
		measure("flap", "the width of each flap of a jacket", func(s *CoverSpec) *Measure { return &s.Flap }),
		measure("safe", "how far words stay from the edges", func(s *CoverSpec) *Measure { return &s.Safe }),
		measure("clear", "how far words on the spine stay from its folds", func(s *CoverSpec) *Measure { return &s.Clear }),
		[]row[Printers]{
			{Key{Path: coverPath + ".thin_clear", Type: Table, Doc: "the same where the spine is thin"}, nil},
			distance(coverPath+".thin_clear.below", "", "the width below which a spine is thin", 0, spineMost, func(p *Printers) *Length { return &thin(p).Below }).need(),
			distance(coverPath+".thin_clear.size", "", "how far", 0, inch, func(p *Printers) *Length { return &thin(p).Size }).need(),
		},
		facts(coverPath+".thin_clear", func(p *Printers) *Fact { return &thin(p).Fact }),
		coverNumbers("spine_text", "the pages of a book that has words on its spine", 1, 10000, func(s *CoverSpec) *Range[int] { return &s.SpineText }),
		[]row[Printers]{
			{Key{Path: coverPath + ".barcode", Type: Table, Doc: "the white box of the barcode, on the back at the foot, near the spine"}, nil},
			distance(coverPath+".barcode.width", "", "its width", 0, 4*inch, func(p *Printers) *Length { return &box(p).Width }).need(),
			distance(coverPath+".barcode.height", "", "its height", 0, 4*inch, func(p *Printers) *Length { return &box(p).Height }).need(),
			distance(coverPath+".barcode.edge", "", "how far it is from the foot and from the spine", 0, 2*inch, func(p *Printers) *Length { return &box(p).Edge }).need(),
			choice(coverPath+".barcode.by", "what becomes of it where book.toml does not say", func(p *Printers) *string { return &box(p).By }, BarcodePrinted, BarcodeFree),
		},
		facts(coverPath+".barcode", func(p *Printers) *Fact { return &box(p).Fact }),
		coverNumbers("resolution", "pixels to the inch of pictures", 1, 10000, func(s *CoverSpec) *Range[int] { return &s.Resolution }),
		coverNumbers("ink", "all colours together, in percent", 1, 400, func(s *CoverSpec) *Range[int] { return &s.Ink }),
	)
}

// boundSizes are the sizes of pages that printers bind.
var boundSizes = SizeForm{inch, 40 * inch}

// setTrims stores the sizes of pages that a printer binds.
func setTrims(dec *decoder, p *Printers, it item) {
	for _, one := range it.value.([]item) {
		w, h, ok := parseTrim(one.value.(string))
		switch {
		case !ok:
			dec.wrong(one, "must be a width and a height with a unit, not %q", one.value).Note(`write "6x9in"`)
			continue
		case !boundSizes.Admits(w, h):
			dec.wrong(one, "must be %s on each side, not %s", sideBounds(boundSizes.Least, boundSizes.Most, one), one.value).Note(`write "6x9in"`)
			continue
		}
		coverSpec(p).Trims.Sizes = append(coverSpec(p).Trims.Sizes, Size{w, h})
	}
}

func paperRows() []row[Printers] {
	const path = coverPath + ".paper.*"
	paper := func(p *Printers) *Paper { return last(coverSpec(p).Papers) }
	return slices.Concat(
		[]row[Printers]{
			{Key{Path: coverPath + ".paper", Type: Table, Doc: "papers of the inside"}, nil},
			{Key{Path: path, Type: Table, Doc: "a paper's id, as [cover] paper names it"},
				func(_ *decoder, p *Printers, it item) {
					id := lastQuoted(it.path)
					coverSpec(p).Papers = append(coverSpec(p).Papers, Paper{ID: id, Name: id})
				}},
			text(path+".name", "the id", "the paper's name", func(p *Printers) *string { return &paper(p).Name }),
			distance(path+".per_page", "from the table of spines", "the thickness of a page, half of a leaf's", 0, inch/10, func(p *Printers) *Length { return &paper(p).PerPage }),
			distance(path+".added", "0", "what the cover adds to the spine", 0, inch, func(p *Printers) *Length { return &paper(p).Added }),
			{Key{Path: path + ".pages", Type: Table, Doc: "the number of pages of a book on it"}, nil},
			whole(path+".pages.least", "no bound", "the least", 1, 10000, func(p *Printers) *int { return &paper(p).Pages.Least }),
			whole(path+".pages.most", "no bound", "the most", 1, 10000, func(p *Printers) *int { return &paper(p).Pages.Most }),
		},
		facts(path+".pages", func(p *Printers) *Fact { return &paper(p).Pages.Fact }),
		facts(path, func(p *Printers) *Fact { return &paper(p).Fact }),
		[]row[Printers]{
			{Key{Path: path + ".other", Type: Table, Doc: "what another source says"}, nil},
			distance(path+".other.per_page", "0", "the thickness of a page", 0, inch/10, func(p *Printers) *Length { return &paper(p).Other.PerPage }).need(),
			distance(path+".other.added", "0", "what the cover adds", 0, inch, func(p *Printers) *Length { return &paper(p).Other.Added }),
			text(path+".other.source", "", "where the numbers come from", func(p *Printers) *string { return &paper(p).Other.Source }).need(),
		})
}

func spineRows() []row[Printers] {
	const path = coverPath + ".spine[]"
	spine := func(p *Printers) *SpineRow { return last(coverSpec(p).Spines) }
	return slices.Concat(
		[]row[Printers]{
			{Key{Path: coverPath + ".spine", Type: Tables, Doc: "the spine's width by the number of pages, where the printer has a table of it"},
				func(_ *decoder, p *Printers, _ item) { coverSpec(p).Spines = append(coverSpec(p).Spines, SpineRow{}) }},
			whole(path+".from", "", "the first number of pages", 1, 10000, func(p *Printers) *int { return &spine(p).From }).need(),
			whole(path+".to", "", "the last number of pages", 1, 10000, func(p *Printers) *int { return &spine(p).To }).need(),
			distance(path+".width", "", "the spine's width", 0, spineMost, func(p *Printers) *Length { return &spine(p).Width }).need(),
		},
		facts(path, func(p *Printers) *Fact { return &spine(p).Fact }))
}

// measure returns the rows for one length of a cover, with its source.
func measure(name, doc string, field func(*CoverSpec) *Measure) []row[Printers] {
	path := coverPath + "." + name
	return slices.Concat(
		[]row[Printers]{
			{Key{Path: path, Type: Table, Doc: doc}, nil},
			distance(path+".size", "", "the length", 0, 10*inch, func(p *Printers) *Length { return &field(coverSpec(p)).Size }).need(),
		},
		facts(path, func(p *Printers) *Fact { return &field(coverSpec(p)).Fact }))
}

// coverLengths returns the rows for a range of lengths of a cover, with its source.
func coverLengths(name, doc string, field func(*CoverSpec) *Range[Length]) []row[Printers] {
	path := coverPath + "." + name
	return slices.Concat(
		[]row[Printers]{
			{Key{Path: path, Type: Table, Doc: doc}, nil},
			distance(path+".least", "no bound", "the least", 0, 40*inch, func(p *Printers) *Length { return &field(coverSpec(p)).Least }),
			distance(path+".most", "no bound", "the most", 0, 40*inch, func(p *Printers) *Length { return &field(coverSpec(p)).Most }),
		},
		facts(path, func(p *Printers) *Fact { return &field(coverSpec(p)).Fact }))
}

// coverNumbers returns the rows for a range of whole numbers of a cover, with its source.
func coverNumbers(name, doc string, least, most int64, field func(*CoverSpec) *Range[int]) []row[Printers] {
	path := coverPath + "." + name
	return slices.Concat(
		[]row[Printers]{
			{Key{Path: path, Type: Table, Doc: doc}, nil},
			whole(path+".least", "no bound", "the least", least, most, func(p *Printers) *int { return &field(coverSpec(p)).Least }),
			whole(path+".most", "no bound", "the most", least, most, func(p *Printers) *int { return &field(coverSpec(p)).Most }),
		},
		facts(path, func(p *Printers) *Fact { return &field(coverSpec(p)).Fact }))
}
