// Package config reads book.toml, the style that it names, and the tables of printers and cards, into typed structs. [Load] reads
// a book's folder; [LoadRoot] reads one that is already open.
//
// Every key is declared in a table of rows (keys.go, deckkeys.go, review.go, style.go): an unknown key, a wrong type or a value out of
// its range is a diagnostic at the key's place.
package config

import (
	"strings"
	"time"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/tomltext"
)

// Length is a length on paper in 1/65536 of a PostScript point (1/72 in), the same unit as page.Length. In TOML it is
// a string with a unit: "0.75in", "19mm", "1.9cm", "54pt", or a bare number of points.
type Length int64

// Config is the contents of book.toml, with the style and the tables that it refers to.
type Config struct {
	Source *diag.Source
	Dir    string // the book's folder
	Broken bool   // book.toml is not valid TOML: all other fields have defaults

	Book      Book
	Contents  Contents
	Themes    []Name // in the order declared
	Audiences []Name
	Kinds     []Kind // of entries
	Index     Index
	Check     Check
	Pages     Pages
	Entries   Entries
	Numbering Numbering
	Print     Print
	Notes     Notes
	Text      Typesetting
	Epub      Epub
	Cover     Cover
	Deck      Deck
	Review    Review
	Sheet     TradeSheet
	Trade     Trade
	Origin    Origin

	Lang    *lang.Language // of the book; never nil
	Style   *Style         // the style that Print.Style names
	Printer *Printer       // the printer that Print.Printer names; nil: none

	CardStyle *Style // the style that Deck.Style names; Style itself when that is the same
	Cards     *Cards // the table of cards, sheets, stocks, pouches and services; never nil

	places map[string]tomltext.Place // "book.title", "contents.part.0.title", "contents.body.3" …
	flags  map[string]*diag.Source   // keys set by a flag of the command line
	names  deckNames
	kinds  map[string]*Kind // Kinds by their ids

	tradePriced bool // the price on the cover or on the data page is one of [trade.price]
}

// Where returns the place of a key's value, given the key's path ("contents.body.3"), or of its nearest parent that is in the
// file, or the file's start.
func (c *Config) Where(path string) diag.Pos {
	pos, _ := c.Value(path)
	return pos
}

// Value returns where a key's value begins and ends, found as Where finds it.
func (c *Config) Value(path string) (pos diag.Pos, end int) {
	if src := c.flags[path]; src != nil {
		return diag.Pos{Source: src}, len(src.Text)
	}
	p := nearest(c.places, path)
	return diag.Pos{Source: c.Source, Offset: p.At}, p.End
}

// Key returns where a key's name begins and ends, found as Where finds it.
func (c *Config) Key(path string) (pos diag.Pos, end int) {
	p := nearest(c.places, path)
	return diag.Pos{Source: c.Source, Offset: p.Key}, p.KeyEnd
}

func nearest(places map[string]tomltext.Place, path string) tomltext.Place {
	for p := path; p != ""; p = parent(p) {
		if at, ok := places[p]; ok {
			return at
		}
	}
	return tomltext.Place{}
}

func parent(path string) string {
	for i := len(path) - 1; i >= 0; i-- {
		if path[i] == '.' {
			return path[:i]
		}
	}
	return ""
}

// Name is a declared id with its display name.
type Name struct{ ID, Name string }

// Book describes the book: [book] in book.toml.
type Book struct {
	Title, Subtitle string
	ShortTitle      string // the title where there is no room for all of it; "": none
	Slug            string // default: slug of the title
	Contributors    []Contributor
	Language        string // BCP 47, default "en-US"
	Edition         string
	Date            time.Time // UTC; SOURCE_DATE_EPOCH overrides the file; default 1 January 1980
	Publisher       string
	Rights          string
	Description     string
	Subjects        []string
	BISAC           []string // codes of the Book Industry Study Group, the main subject first
	Thema           []string // codes of EDItEUR's Thema, likewise
	Series          Series
	Dedication      string
	Device          string // a picture for the title page, by its path under manuscript/
	Epigraph        string // on a page of its own before the body
	EpigraphBy      string // source of the epigraph
	Colophon        string // replaces the one that compose writes
	LCCN            string
	Classification  []string
	CIP             []string // lines that replace the ones made from the book's keys
	Identifier      string   // default: urn:uuid (version 5) of title and authors
	ISBN            struct{ Print, Hardcover, Epub string }

	ExcerptOf *Book // what the book is an excerpt of; nil: it is whole. No key says so
}

// CatalogTitle returns the title under which catalogues and libraries list the book, which says that an excerpt is one.
func (c *Config) CatalogTitle() string {
	if c.Book.ExcerptOf != nil {
		return c.Lang.Trade.ExcerptOf.Fill("title", c.Book.Title)
	}
	return c.Book.Title
}

// IDs returns the ids of a list of names.
func IDs(list []Name) []string {
	out := make([]string, len(list))
	for i, n := range list {
		out[i] = n.ID
	}
	return out
}

// Theme returns the id of the theme that a name means, an id or what the reader sees in any capitals, and whether it is declared.
func (c *Config) Theme(name string) (id string, declared bool) {
	for _, t := range c.Themes {
		if strings.EqualFold(t.ID, name) || sameName(t.Name, name) || t.ID == slug(name) {
			return t.ID, true
		}
	}
	return "", false
}

// Series is the series that the book belongs to; the zero Series means none.
type Series struct {
	Name   string
	Number int // 1 to 9999; 0: none
}

// Contributor is a person or an organization that contributed to the book.
type Contributor struct {
	Name   string
	Role   string // MARC relator code, "aut" by default
	FileAs string // default: "Family, Given" for a name of two or more words
}

// Dated reports whether the book has a date of its own; 1980 is the default.
func (b *Book) Dated() bool { return b.Date.Year() > 1980 }

// Authors returns the names of the contributors whose role is "aut".
func (b *Book) Authors() []string {
	var out []string
	for _, c := range b.Contributors {
		if c.Role == "aut" {
			out = append(out, c.Name)
		}
	}
	return out
}

// Contents lists the files under manuscript/, in order. If book.toml lists none, package order finds an order: Parts is
// nil then, and Front and Back are empty.
type Contents struct {
	Opening []string // before the title page
	Front   []string
	Parts   []Part // a plain body is one Part without a title
	Back    []string
}

// Part is one part of the body.
type Part struct {
	Title    string
	Short    string // the title in running heads; "": the title
	Chapters []string
}

// Index holds the lines of the index of subjects that do not come from entries.
type Index struct{ See []See }

// See is one line of [index.see]: a heading that refers to others.
type See struct {
	Heading string
	Path    string // for Config.Key and Config.Where
	To      []string
}

// Check holds the limits of the rules and the levels of the warnings.
type Check struct {
	MaximWords int               // a maxim with more words is a warning; 1 to 1000, default 40
	Alike      float64           // share of common shingles from which two maxims are nearly the same; 0 to 1, default 0.7
	MinDPI     int               // a picture below it is a warning; 0 to 2400, default 300
	Levels     map[string]string // from the code of a warning to "off", "warning" or "error"; key [check.levels]
}

// Numbering is how figures and tables with captions are numbered: InBook, InChapter or None; "": through the book where the author gave
// one an id.
type Numbering struct {
	Figures, Tables         string
	ListFigures, ListTables bool // lists of them follow the contents: keys figures and tables of [contents]
}

// Values of a Numbering.
const (
	InBook    = "book"
	InChapter = "chapter"
)

// Print holds the settings of the interior.
type Print struct {
	Style         string   // default "classic"
	Printer       string   // an id in the table of printers, default "none"
	Profiles      []string // kinds of PDF to make: "screen", "kdp", "ingram", "x4"; each once; default "screen"
	Plates        []string // pictures that fill a page of their own and bleed off it, by path under manuscript/
	Links         string   // what becomes of a web address: None (default), Inline or AsNotes
	Ink           string   // InkProcess, InkSpot or InkBlack: how presses print the style's second ink; "": as is usual with each
	Width, Height Length   // trim: key trim = "5.5x8.5in" or "129x198mm"; default: the style's; 3in to 17in
}

// Epub holds the settings of the EPUB.
type Epub struct {
	CertifiedBy string // who certifies its accessibility; "": the publisher, if there is one
	Summary     string // of its accessibility; "": made from the book's contents
	Contact     string // whom to ask about its accessibility, an email address; "": nobody
	Statement   bool   // a page of it says how it can be read
	EmbedFonts  bool   // default true
	Cover       string // a picture, by its path under manuscript/; "": the style makes one
}

// Measure returns the width of the text block, which is the trim width without the margins.
func (c *Config) Measure() Length { return c.Print.Width - c.Style.Page.Inner - c.Style.Page.Outer }
