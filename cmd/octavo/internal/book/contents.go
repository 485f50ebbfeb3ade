package book

import "octavo/cmd/octavo/internal/diag"

// Contents says which files make the book, in order. Names are slash-separated paths under the manuscript folder, each
// with the place that lists it.
type Contents struct {
	Opening   []File // before the title page
	Front     []File
	Parts     []PartFiles
	Back      []File
	EPUBCover File       // the picture of the cover of the EPUB; without a name: none
	Device    File       // the picture of the device on the title page; without a name: none
	Art       []File     // pictures for cards
	Printed   CoverFiles // of the printed book's cover
	All       bool       // nothing is listed: see package order

	Counting Counting
	Kinds    Kinds

	Language string // BCP 47, by whose rules quotation marks and white are set
	Quotes   string // the name of quotation marks of the language; "": its first
	Math     bool   // dollar signs stand around formulas

	// What front matter is compared with.
	Title   string                                       // the book's
	Authors []string                                     // likewise
	Dates   Dates                                        // whether the dates of chapters are printed
	Theme   func(name string) (id string, declared bool) // the theme that a tag means; nil: none is declared
}

// Dates is whether a chapter's date is printed under its title.
type Dates int

// The ways to treat dates.
const (
	NoDates Dates = iota
	DatesBelowTitle
)

// Kinds is what the kinds of entries do to the entries, by their ids.
type Kinds struct {
	Default string          // that of entries which name none; "": none
	Counted map[string]bool // their entries are counted
	Restart bool            // in each chapter from 1
	NoCards map[string]bool // their entries make no cards
}

// Counting is how parts, chapters and entries are counted.
type Counting struct {
	Chapter func(title string, n int, place Place) Count // of the nth chapter of the body that is counted; nil: all are counted
	Part    func(title string, n int, place Place) Count // likewise
	Entries EntryNumbers

	Figures, Tables         FigureNumbers
	ListFigures, ListTables bool            // there is a list of them, which leads to each
	NoSentenceEnd           map[string]bool // abbreviations whose full stop ends no sentence: "Dr."
}

// EntryNumbers is how entries are numbered.
type EntryNumbers int

// The ways to number entries.
const (
	NoNumbers EntryNumbers = iota
	ThroughBook
	ThroughChapter // in each chapter from 1
)

// Place is where a chapter stands among those of the body, or a part among the parts.
type Place int

// The places.
const (
	AtEnd   Place = iota // the first or the last
	Between              // others stand before it and after it
)

// Count is whether a chapter or a part is counted.
type Count int

// The counts.
const (
	Counted      Count = iota
	CountsItself       // its title says its number, which is not printed beside it
	Uncounted          // it has no number, and the next one has the number that it would have
)

// PartFiles is one part of the body.
type PartFiles struct {
	Title    string
	Short    string // see Part
	Pos      diag.Pos
	Chapters []File
	Headed   bool // the first file is about the part: its title is the part's
}

// File is a file as it is listed.
type File struct {
	Name  string
	Title string // what the list calls it, for a file that has no title of its own; "": nothing
	Pos   diag.Pos
}

// CoverFiles is what the printed book's cover is made of. Texts without a place and files without a name are not there.
type CoverFiles struct {
	Blurb, Bio Passage
	Photo, Art File
}

// Passage is Markdown in a string of book.toml.
type Passage struct {
	Pos diag.Pos // of the string's opening quotation mark
	End int      // offset of the end of the closing one
}
