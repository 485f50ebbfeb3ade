package config

import "octavo/cmd/octavo/internal/contrast"

// Deck holds the settings of the cards. The strings are among the values that the documentation of their keys lists.
type Deck struct {
	Style       string  // house style of the cards; default: print.style
	CardName    string  // id of the card in the table of cards; "": a custom size
	Card        Size    // trim; default poker, 63.5 by 88.9 mm
	SheetName   string  // id of the sheet; "": a custom size
	Sheet       Size    // default letter
	Orientation string  // Auto (the one that fits the most cards), Portrait or Landscape
	Stock       *Stock  // perforated stock, which sets sheet, card and grid; nil: none
	Start       int     // number of the first sheet's cell in which the first card is printed, from 1
	Sides       string  // TwoSided, OneSided or FoldOver
	Flip        string  // "long" or "short": the edge on which the duplex printer flips the sheet
	Gap         Length  // between cards, 0 to 2in; default: as the bleed or scissors need
	Bleed       Length  // of the cards' backgrounds, 0 to 0.5in; default: 1.5mm where the style tints them, and the stock is not perforated
	GroundBleed bool    // Bleed is that default
	Corner      Length  // radius of the corners; default: the card's
	Margin      Length  // unprintable edge of the sheet; default 6.35mm
	Marks       string  // "crop", "guillotine", "scissors", a machine's (Silhouette, Cricut) or None
	Cutter      *Cutter // the machine of Marks; nil: none

	Pouch        *Pouch // for laminating the cards; nil: none
	Seal         Length // width of the pouch's seal on all sides; default 3mm
	Laminate     string // "cards": cut, then laminated; "sheet": laminated, then cut
	Instructions string // "first" or "last": the page that says how the cards are made, before the sheets or after them; or None

	Back   string // what the backs say: BackGloss, BackParagraph, BackWords or BackCommon
	QR     string // contents of the QR code on the back, {id} is the entry's id; "": no code
	Folio  bool   // the back has the entry's page number in the book
	Title  bool   // the first card has the book's title
	Index  bool   // one card lists the themes
	Blanks bool   // the rest of the last sheet is filled with blank cards to write on

	Copies int    // of each card, 1 to 100
	Sort   string // "book", "theme", "kind", "maxim" or "shuffle"
	Seed   int    // for "shuffle"

	Printer string      // a profile of styles/calibration.toml; "": none
	Shift   Calibration // correction in that profile

	Colors []ThemeColor // in the order of the file

	Front   string     // picture on the fronts, by its path under manuscript/; "": none
	BackArt string     // picture on the backs
	Art     []ThemeArt // pictures on the fronts of some cards, in the order of the file

	MaximMin, MaximMax Length // limits of the maxim's size; 0: the style's
	GlossMin           Length // smallest text size on the back; 0: the style's
}

// ThemeColor is the colour of the cards of a theme, or of a kind of entry.
type ThemeColor struct {
	Theme string
	Color contrast.RGB
	Path  string // for Config.Key and Config.Where
}

// ThemeArt is the picture on the fronts of the cards of a theme, or of a kind of entry.
type ThemeArt struct {
	Theme string
	Name  string // path under manuscript/
	Path  string // for Config.Key and Config.Where
}

// Values of a Deck's strings.
const (
	Auto      = "auto"
	Portrait  = "portrait"
	Landscape = "landscape"

	TwoSided = "two"
	OneSided = "one"
	FoldOver = "fold"

	LongEdge  = "long"
	ShortEdge = "short"

	CropMarks      = "crop"
	GuillotineMark = "guillotine"
	ScissorsMark   = "scissors"
	Silhouette     = "silhouette"
	Cricut         = "cricut"

	BackGloss     = "gloss"     // as much of the gloss as fits
	BackParagraph = "paragraph" // its first paragraph
	BackWords     = "words"     // what entries say with the key back; the others have the common design
	BackCommon    = "common"    // the common design on all of them

	First = "first"
	Last  = "last"

	LaminateCards = "cards"
	LaminateSheet = "sheet"

	SortBook    = "book"
	SortTheme   = "theme"
	SortKind    = "kind"
	SortMaxim   = "maxim"
	SortShuffle = "shuffle"
)

// tenths converts tenths of a millimetre to a Length, rounded as by parseLength.
func tenths(n Length) Length { return (inch*n + 127) / 254 }

// plainDeck returns the settings of a book without [deck].
func plainDeck() Deck {
	return Deck{CardName: "poker", Card: Size{tenths(635), tenths(889)}, SheetName: "letter", Sheet: Size{17 * inch / 2, 11 * inch},
		Orientation: Auto, Start: 1, Sides: TwoSided, Flip: LongEdge, Margin: inch / 4, Marks: CropMarks,
		Seal: tenths(30), Laminate: LaminateCards, Instructions: Last, Folio: true, Title: true, Index: true, Blanks: true,
		Back: BackGloss, Copies: 1, Sort: SortBook, Corner: unset, Gap: unset}
}
