package config

import (
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/tomltext"
)

// CardsFile is the name of the table of cards, sheets, perforated stocks, pouches and print services among the styles.
// It is not a style.
const CardsFile = "cards.toml"

// Cards is the table of the sizes and services that a deck can be made for.
type Cards struct {
	Source   *diag.Source
	Cards    []CardSize // in the order of the file, as all of these
	Sheets   []Sheet
	Stocks   []Stock
	Pouches  []Pouch
	Cutters  []Cutter
	Services []Service
}

// Size is the size of a card, a sheet or a pouch.
type Size struct{ W, H Length }

// String returns the size in millimetres, "63.5 x 88.9 mm".
func (s Size) String() string { return Mm(s.W) + " x " + Mm(s.H) + " mm" }

// Mm returns a length in millimetres to a hundredth, without its unit: "63.5", "0.25".
func Mm(l Length) string {
	hundredths := (int64(l)*2540 + sign64(int64(l))*int64(inch)/2) / int64(inch)
	return strconv.FormatFloat(float64(hundredths)/100, 'f', -1, 64)
}

func sign64(n int64) int64 {
	if n < 0 {
		return -1
	}
	return 1
}

// CardSize is a card's trim.
type CardSize struct {
	ID, Name string
	Size
	Corner Length // usual radius of its corners; 0: square
	Fact
}

// Sheet is a paper size in portrait orientation.
type Sheet struct {
	ID, Name string
	Size
	Fact
}

// Stock is a perforated sheet.
type Stock struct {
	ID, Name       string
	Same           []string // product numbers of stocks with the same grid
	Sheet          string   // id of its sheet
	Card           Size
	Cols, Rows     int
	Left, Top      Length // upper left corner of the first card
	PitchX, PitchY Length // from one card to the next
	Fact
}

// Pouch is a laminating pouch; its size is the outer size.
type Pouch struct {
	ID, Name string   // "" where book.toml gives a size alone
	Same     []string // other names
	Size
	Fact
}

// Service is a print service for cards.
type Service struct {
	ID, Name string
	Files    string   // "png", "pdf" or GridFiles
	DPI      int      // resolution of its pictures in pixels per inch; 0 for a PDF
	Bleed    Length   // beyond the trim, on all sides
	Safe     Length   // inside the trim: nothing important may be nearer to the edge
	Front    string   // file name of a card's front: {n} is its place in the deck, from 1, {id} its id
	Back     string   // file name of its back
	Ink      int      // limit of the total ink of all colours, in percent; 0: unknown
	Grid     Grid     // where Files is GridFiles
	Canvases []Canvas // the cards that it accepts; none: any
	Fact
}

// GridFiles are the files of virtual tabletops: PNG pictures of many cards in columns and rows, and a description of the deck.
const GridFiles = "grid"

// Grid is how a virtual tabletop takes cards.
type Grid struct {
	Cols, Rows int    // the most cards side by side and one under the other
	Side       int    // the most pixels on each side of a picture
	Deck       string // what describes the deck: SavedObject or Listing
}

// Values of Grid.Deck.
const (
	SavedObject = "saved-object" // of Tabletop Simulator
	Listing     = "listing"      // for any program
)

// deckFiles are the values of Grid.Deck, the default first.
var deckFiles = []string{Listing, SavedObject}

// Formats returns the formats in which a service can be given cards, the one that it takes first.
func (s *Service) Formats() []string {
	if s.Files == GridFiles {
		return []string{"png"}
	}
	return []string{s.Files, "svg"}
}

// Press returns the known limits of a service's press as a Printer.
func (s *Service) Press() *Printer {
	p := &Printer{ID: s.ID, Name: s.Name}
	p.Bleed = Range[Length]{Least: s.Bleed, Fact: s.Fact}
	if s.Ink > 0 {
		p.Ink = Range[int]{Most: s.Ink, Fact: s.Fact}
	}
	return p
}

// Canvas is the size in which a service wants one of its cards.
type Canvas struct {
	Card string // id of a card
	W, H int    // pixels at Service.DPI, bleed included; 0 for a PDF
	Fact
}

// Card returns the card with the given id or size, or nil if there is none.
func (c *Cards) Card(id string) *CardSize {
	i := slices.IndexFunc(c.Cards, func(s CardSize) bool { return strings.EqualFold(s.ID, id) })
	if i < 0 {
		return nil
	}
	return &c.Cards[i]
}

// Sheet returns the sheet with the given id, or nil if there is none.
func (c *Cards) Sheet(id string) *Sheet {
	i := slices.IndexFunc(c.Sheets, func(s Sheet) bool { return strings.EqualFold(s.ID, id) })
	if i < 0 {
		return nil
	}
	return &c.Sheets[i]
}

// Stock returns the stock with the given number, or nil if there is none.
func (c *Cards) Stock(id string) *Stock {
	for i := range c.Stocks {
		if s := &c.Stocks[i]; named(id, s.ID, s.Same) {
			return s
		}
	}
	return nil
}

// Pouch returns the pouch with the given name, or nil if there is none.
func (c *Cards) Pouch(id string) *Pouch {
	for i := range c.Pouches {
		if p := &c.Pouches[i]; named(id, p.ID, p.Same) {
			return p
		}
	}
	return nil
}

// Service returns the service with the given id, or nil if there is none.
func (c *Cards) Service(id string) *Service {
	i := slices.IndexFunc(c.Services, func(s Service) bool { return s.ID == id })
	if i < 0 {
		return nil
	}
	return &c.Services[i]
}

// Canvas returns the service's canvas for a card of the given size, or nil if the service does not accept it.
func (s *Service) Canvas(cards *Cards, card Size) *Canvas {
	for i := range s.Canvases {
		if size := cards.Card(s.Canvases[i].Card); size != nil && (size.Size == card || size.Size == Size{card.H, card.W}) {
			return &s.Canvases[i]
		}
	}
	return nil
}

func named(id, own string, same []string) bool {
	return strings.EqualFold(id, own) || slices.ContainsFunc(same, func(s string) bool { return strings.EqualFold(s, id) })
}

// CardKeys returns the keys of the table of cards, styles/cards.toml, as those of the other tables do.
func CardKeys() []Key { return documented(cardRows()) }

// LoadCards reads the table of cards, CardsFile in styles: octavo's, or the book's own if styles has one. It reports every
// problem it finds. The Cards are never nil, and are as complete as possible.
func LoadCards(styles fs.FS) (*Cards, diag.List) {
	c := &Cards{}
	src, list := cardTable().load(styles, c)
	c.Source = src
	return c, list
}

func cardTable() dataTable[Cards] {
	return dataTable[Cards]{
		file: CardsFile,
		name: "the table of cards",
		help: houseTable(CardsFile),
		rows: cardRows(), check: (*decoder).grids,
	}
}

// grids checks keys against each other: it reports names that do not exist, and stocks whose cards overlap or do not fit on
// the sheet.
func (dec *decoder) grids(c *Cards) {
	for i := range c.Stocks {
		s := &c.Stocks[i]
		path := tomltext.Join("stock", s.ID)
		sheet := c.Sheet(s.Sheet)
		if sheet == nil {
			dec.at("toml-value", tomltext.Join(path, "sheet"), "sheet %q not found in this table", s.Sheet).
				Note("add a table [sheet.%s] with its width and height", s.Sheet)
			continue
		}
		right := s.Left + Length(s.Cols-1)*s.PitchX + s.Card.W
		bottom := s.Top + Length(s.Rows-1)*s.PitchY + s.Card.H
		switch {
		case s.Cols > 1 && s.PitchX < s.Card.W || s.Rows > 1 && s.PitchY < s.Card.H:
			dec.at("toml-value", path, "the cards of stock %s overlap: their pitch is less than their size", s.ID).
				Note("pitch_x and pitch_y go from the edge of a card to the same edge of the next")
		case right > sheet.W || bottom > sheet.H:
			dec.at("toml-value", path, "the cards of stock %s stand out over its sheet, %s", s.ID, sheet.Size).
				Note("left and top are those of the first card on the sheet")
		}
	}
	for i := range c.Cutters {
		for k, area := range c.Cutters[i].Areas {
			if sheet := c.Sheet(area.Sheet); sheet == nil || area.W > sheet.W || area.H > sheet.H {
				at := fmt.Sprintf("%s.%d.sheet", tomltext.Join(tomltext.Join("cutter", c.Cutters[i].ID), "area"), k)
				dec.at("toml-value", at, "no sheet %q in this table has room for this area", area.Sheet).
					Note("add a table [sheet.%s], or write a smaller width and height", area.Sheet)
			}
		}
	}
	for i := range c.Services {
		s := &c.Services[i]
		for k, canvas := range s.Canvases {
			if c.Card(canvas.Card) == nil {
				at := fmt.Sprintf("%s.%d.card", tomltext.Join(tomltext.Join("service", s.ID), "canvas"), k)
				dec.at("toml-value", at, "card %q not found in this table", canvas.Card).
					Note("add a table [card.%s] with its width and height", canvas.Card)
			}
		}
	}
}

var cardRows = sync.OnceValue(func() []row[Cards] {
	return slices.Concat(
		[]row[Cards]{
			{Key{Path: "card", Type: Table, Required: true, Doc: "the sizes of cards, each in a table of its own"}, nil},
			{Key{Path: "card.*", Type: Table, Doc: "a card's id"},
				func(_ *decoder, c *Cards, it item) { c.Cards = append(c.Cards, CardSize{ID: lastQuoted(it.path)}) }},
			text("card.*.name", "", "what it is called", func(c *Cards) *string { return &last(c.Cards).Name }),
		},
		sized("card.*", 10*inch, func(c *Cards) *Size { return &last(c.Cards).Size }),
		[]row[Cards]{distance("card.*.corner", `"0mm"`, "radius of its corners", 0, inch,
			func(c *Cards) *Length { return &last(c.Cards).Corner })},
		facts("card.*", func(c *Cards) *Fact { return &last(c.Cards).Fact }),

		[]row[Cards]{
			{Key{Path: "sheet", Type: Table, Required: true, Doc: "the sheets, each in a table of its own"}, nil},
			{Key{Path: "sheet.*", Type: Table, Doc: "a sheet's id"},
				func(_ *decoder, c *Cards, it item) { c.Sheets = append(c.Sheets, Sheet{ID: lastQuoted(it.path)}) }},
			text("sheet.*.name", "", "what it is called", func(c *Cards) *string { return &last(c.Sheets).Name }),
		},
		sized("sheet.*", 100*inch, func(c *Cards) *Size { return &last(c.Sheets).Size }),
		facts("sheet.*", func(c *Cards) *Fact { return &last(c.Sheets).Fact }),

		[]row[Cards]{
			{Key{Path: "stock", Type: Table, Doc: "perforated sheets by number, each in a table of its own"}, nil},
			{Key{Path: "stock.*", Type: Table, Doc: "a stock's number"},
				func(_ *decoder, c *Cards, it item) { c.Stocks = append(c.Stocks, Stock{ID: lastQuoted(it.path)}) }},
			text("stock.*.name", "", "what it is called", func(c *Cards) *string { return &last(c.Stocks).Name }),
			also("stock.*.same", "numbers under which the same grid is sold", func(c *Cards) *[]string { return &last(c.Stocks).Same }),
			text("stock.*.sheet", "", "the sheet that it is a grid of", func(c *Cards) *string { return &last(c.Stocks).Sheet }).need(),
		},
		sized("stock.*", 10*inch, func(c *Cards) *Size { return &last(c.Stocks).Card }),
		[]row[Cards]{
			whole("stock.*.columns", "", "cards side by side", 1, 50, func(c *Cards) *int { return &last(c.Stocks).Cols }).need(),
			whole("stock.*.rows", "", "cards one under the other", 1, 50, func(c *Cards) *int { return &last(c.Stocks).Rows }).need(),
			distance("stock.*.left", "", "from the sheet's left edge to the first card", 0, 40*inch,
				func(c *Cards) *Length { return &last(c.Stocks).Left }).need(),
			distance("stock.*.top", "", "from the sheet's upper edge to the first card", 0, 40*inch,
				func(c *Cards) *Length { return &last(c.Stocks).Top }).need(),
			distance("stock.*.pitch_x", "", "from one card to the next at its side", 0, 40*inch,
				func(c *Cards) *Length { return &last(c.Stocks).PitchX }).need(),
			distance("stock.*.pitch_y", "", "from one card to the next below", 0, 40*inch,
				func(c *Cards) *Length { return &last(c.Stocks).PitchY }).need(),
		},
		facts("stock.*", func(c *Cards) *Fact { return &last(c.Stocks).Fact }),

		[]row[Cards]{
			{Key{Path: "pouch", Type: Table, Doc: "laminating pouches, each in a table of its own"}, nil},
			{Key{Path: "pouch.*", Type: Table, Doc: "a pouch's id"},
				func(_ *decoder, c *Cards, it item) { c.Pouches = append(c.Pouches, Pouch{ID: lastQuoted(it.path)}) }},
			text("pouch.*.name", "", "what it is called", func(c *Cards) *string { return &last(c.Pouches).Name }),
			also("pouch.*.same", "other names for it", func(c *Cards) *[]string { return &last(c.Pouches).Same }),
		},
		sized("pouch.*", 40*inch, func(c *Cards) *Size { return &last(c.Pouches).Size }),
		facts("pouch.*", func(c *Cards) *Fact { return &last(c.Pouches).Fact }),
		cutterRows(),

		[]row[Cards]{
			{Key{Path: "service", Type: Table, Doc: "print services, each in a table of its own"}, nil},
			{Key{Path: "service.*", Type: Table, Doc: "a service's id"},
				func(_ *decoder, c *Cards, it item) {
					c.Services = append(c.Services, Service{ID: lastQuoted(it.path), Files: "png", Front: "{n}-{id}-front", Back: "{n}-{id}-back",
						Grid: Grid{Cols: 10, Rows: 7, Side: 4096, Deck: Listing}})
				}},
			text("service.*.name", "", "what it is called", func(c *Cards) *string { return &last(c.Services).Name }),
			choice("service.*.files", "what it takes", func(c *Cards) *string { return &last(c.Services).Files }, "png", "pdf", GridFiles),
			whole("service.*.dpi", "", "pixels to the inch of its pictures", 72, 2400,
				func(c *Cards) *int { return &last(c.Services).DPI }),
			distance("service.*.bleed", "", "what is cut off on all sides", 0, inch,
				func(c *Cards) *Length { return &last(c.Services).Bleed }).need(),
			distance("service.*.safe", "", "how far inside the trim everything that matters must stand", 0, inch,
				func(c *Cards) *Length { return &last(c.Services).Safe }).need(),
			text("service.*.front", `"{n}-{id}-front"`, "name of a front, with {n} for its place in the deck and {id} for the entry",
				func(c *Cards) *string { return &last(c.Services).Front }),
			text("service.*.back", `"{n}-{id}-back"`, "name of a back", func(c *Cards) *string { return &last(c.Services).Back }),
			whole("service.*.ink", "not said", "most ink of all colours together, in percent", 1, 400,
				func(c *Cards) *int { return &last(c.Services).Ink }),
			whole("service.*.columns", "10", "of a grid: most cards side by side", 2, 50,
				func(c *Cards) *int { return &last(c.Services).Grid.Cols }),
			whole("service.*.rows", "7", "of a grid: most cards one under the other", 2, 50,
				func(c *Cards) *int { return &last(c.Services).Grid.Rows }),
			whole("service.*.side", "4096", "of a grid: most pixels on each side of a picture", 256, 16384,
				func(c *Cards) *int { return &last(c.Services).Grid.Side }),
			{Key{Path: "service.*.deck", Type: Text, Default: strconv.Quote(Listing),
				Doc: "of a grid: what describes the deck, a listing for any program or a saved object of Tabletop Simulator: " + quoted(deckFiles), Values: deckFiles},
				func(dec *decoder, c *Cards, it item) {
					dec.oneOf(&last(c.Services).Grid.Deck, it, deckFiles...)
				}},
		},
		facts("service.*", func(c *Cards) *Fact { return &last(c.Services).Fact }),
		[]row[Cards]{
			{Key{Path: "service.*.canvas", Type: Tables, Default: "any card", Doc: "the cards that it takes"},
				func(_ *decoder, c *Cards, it item) {
					last(c.Services).Canvases = append(last(c.Services).Canvases, Canvas{})
				}},
			text("service.*.canvas[].card", "", "the card", func(c *Cards) *string { return &last(last(c.Services).Canvases).Card }).need(),
			whole("service.*.canvas[].width", "", "pixels, bleed included", 1, 20000,
				func(c *Cards) *int { return &last(last(c.Services).Canvases).W }),
			whole("service.*.canvas[].height", "", "pixels, bleed included", 1, 20000,
				func(c *Cards) *int { return &last(last(c.Services).Canvases).H }),
		},
		facts("service.*.canvas[]", func(c *Cards) *Fact { return &last(last(c.Services).Canvases).Fact }),
	)
})

// sized returns the rows for a width and a height.
func sized(table string, most Length, field func(*Cards) *Size) []row[Cards] {
	return []row[Cards]{
		distance(table+".width", "", "width", tenths(10), most, func(c *Cards) *Length { return &field(c).W }).need(),
		distance(table+".height", "", "height", tenths(10), most, func(c *Cards) *Length { return &field(c).H }).need(),
	}
}

func also(path, doc string, field func(*Cards) *[]string) row[Cards] {
	return row[Cards]{Key{Path: path, Type: Texts, Doc: doc, Form: filledForm},
		func(dec *decoder, c *Cards, it item) { *field(c) = dec.lines(it) }}
}

// facts returns the rows for the source of the numbers in a table.
func facts[T any](table string, field func(*T) *Fact) []row[T] {
	return []row[T]{
		{Key{Path: table + ".source", Type: Text, Required: true, Doc: "where the numbers come from", Form: filledForm},
			func(dec *decoder, t *T, it item) {
				if s, ok := dec.filled(it); ok {
					field(t).Source = strings.TrimSpace(s)
				}
			}},
		{Key{Path: table + ".seen", Type: Date, Required: true, Doc: "when that was read"},
			func(_ *decoder, t *T, it item) { field(t).Seen = utc(it.value.(time.Time)) }},
		truth(table+".secondary", "false", "the numbers were found at second hand only",
			func(t *T) *bool { return &field(t).Secondary }),
	}
}
