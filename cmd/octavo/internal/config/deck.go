package config

import (
	"io/fs"
	"net/url"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/tomltext"
)

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
	Theme   string
	R, G, B uint8
	Path    string // for Config.Key and Config.Where
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

// The sides of cards, sheets and pouches. A smaller card cannot be set.
const (
	cardLeast, cardMost   = inch * 3 / 4, 11 * inch
	sheetLeast, sheetMost = 2 * inch, 50 * inch
	pouchLeast, pouchMost = inch, 40 * inch
)

// unset marks a length that will be derived from another key.
const unset Length = -1

var deckRows = []row[Config]{
	{Key{Path: "deck", Type: Table, Doc: "how the cards are made"}, nil},
	{Key{Path: "deck.style", Type: Text, Default: "that of the book", Doc: "the house style of the cards, styles/<name>.toml"},
		func(dec *decoder, c *Config, it item) { dec.styleName(&c.Deck.Style, it) }},
	deckName("deck.card", `"poker"`, `the card, one of styles/`+CardsFile+` ("poker", "bridge", "ID-1" …) or a size, "63.5x88.9mm", each side `+paperBounds(cardLeast, cardMost),
		func(d *deckNames) *item { return &d.card }),
	deckName("deck.sheet", `"letter"`, `the sheet the cards are printed on, one of styles/`+CardsFile+` ("letter", "a4" …) or a size, each side `+paperBounds(sheetLeast, sheetMost),
		func(d *deckNames) *item { return &d.sheet }),
	choice("deck.orientation", "how the sheet is fed, auto is what takes most cards",
		func(c *Config) *string { return &c.Deck.Orientation }, Auto, Portrait, Landscape),
	deckName("deck.stock", "", `a perforated stock of styles/`+CardsFile+` by its number, "5371"; it sets sheet, card and grid`,
		func(d *deckNames) *item { return &d.stock }),
	whole("deck.start", "1", "the cell of the first sheet that the first card takes, for a sheet that is used in part; 1 to 1000",
		1, 1000, func(c *Config) *int { return &c.Deck.Start }),
	choice("deck.sides", "what is printed: both sides, the fronts alone, or front and back beside each other to be folded",
		func(c *Config) *string { return &c.Deck.Sides }, TwoSided, OneSided, FoldOver),
	choice("deck.flip", "the edge on which the printer turns the sheet", func(c *Config) *string { return &c.Deck.Flip }, LongEdge, ShortEdge),
	distance("deck.gap", "twice the bleed; 3mm for scissors, 1.25mm for machines", "white between cards", 0, 2*inch, func(c *Config) *Length { return &c.Deck.Gap }),
	distance("deck.bleed", `"0mm"; 1.5mm where the style tints cards`, "how far grounds go over the edge", 0, inch/2, func(c *Config) *Length { return &c.Deck.Bleed }),
	distance("deck.corner", "the card's", "radius of the corners", 0, inch, func(c *Config) *Length { return &c.Deck.Corner }),
	distance("deck.margin", `"6.35mm"`, "the edge of the sheet that the printer cannot reach", 0, 2*inch,
		func(c *Config) *Length { return &c.Deck.Margin }),
	choice("deck.marks", "what to cut along: marks for a hand, or for a machine that reads its own, with a file of the lines that it cuts",
		func(c *Config) *string { return &c.Deck.Marks }, CropMarks, GuillotineMark, ScissorsMark, Silhouette, Cricut, None),
	deckName("deck.pouch", "", `the laminating pouch, one of styles/`+CardsFile+` ("ID-1", "A7" …) or its size outside, "75x105mm", each side `+paperBounds(pouchLeast, pouchMost),
		func(d *deckNames) *item { return &d.pouch }),
	distance("deck.seal", `"3mm"`, "film to seal that the pouch leaves all round a card; 3 mm are advised and 2 mm the least", sealLeast, inch, func(c *Config) *Length { return &c.Deck.Seal }),
	choice("deck.laminate", "what goes into the laminator: the cards once they are cut, or the whole sheet before",
		func(c *Config) *string { return &c.Deck.Laminate }, LaminateCards, LaminateSheet),
	{Key{Path: "deck.instructions", Type: TextOrSwitch, Default: `"last"`,
		Doc: `where the page stands that says how the cards are printed, cut and laminated: "first" or "last"; false or "none" is without it, true is "last"`},
		func(dec *decoder, c *Config, it item) {
			switch it.value {
			case true:
				c.Deck.Instructions = Last
			case false:
				c.Deck.Instructions = None
			default:
				dec.oneOf(&c.Deck.Instructions, it, First, Last, None)
			}
		}},
	choice("deck.back", "what backs say: as much of the gloss as fits, its first paragraph, or only what an entry says with back; common is one design on all",
		func(c *Config) *string { return &c.Deck.Back }, BackGloss, BackParagraph, BackWords, BackCommon),
	{Key{Path: "deck.qr", Type: Text, Doc: `a code on the back that leads to this address, in which {id} is the entry's id`},
		func(dec *decoder, c *Config, it item) { dec.address(&c.Deck.QR, it) }},
	truth("deck.folio", "true", "the back names the page of the book", func(c *Config) *bool { return &c.Deck.Folio }),
	truth("deck.title", "true", "a card with the book's title comes first", func(c *Config) *bool { return &c.Deck.Title }),
	truth("deck.index", "true", "a card lists the themes", func(c *Config) *bool { return &c.Deck.Index }),
	truth("deck.blanks", "true", "what is left of the last sheet is cards to write on", func(c *Config) *bool { return &c.Deck.Blanks }),
	whole("deck.copies", "1", "how many of each card, 1 to 100", 1, 100, func(c *Config) *int { return &c.Deck.Copies }),
	choice("deck.sort", "the order of the cards", func(c *Config) *string { return &c.Deck.Sort },
		SortBook, SortTheme, SortKind, SortMaxim, SortShuffle),
	whole("deck.seed", "0", "which of the shuffled orders, a number", 0, 1<<31-1, func(c *Config) *int { return &c.Deck.Seed }),
	deckName("deck.printer", "", "a printer of styles/"+CalibrationFile+", by whose drift the backs are moved",
		func(d *deckNames) *item { return &d.printer }),
	{Key{Path: "deck.colors", Type: Table, Default: "the house's", Doc: "the colours of the themes, or of kinds of entries whose themes are not named here"}, nil},
	{Key{Path: "deck.colors.*", Type: Text, Doc: `a theme's or a kind's id and its colour, "#1f4e79"`},
		func(dec *decoder, c *Config, it item) { dec.themeColor(&c.Deck.Colors, it) }},
	text("deck.front", "", "a picture on the fronts of all cards, by its path under manuscript/: it fills the card, and the words stand on a panel",
		func(c *Config) *string { return &c.Deck.Front }),
	text("deck.back_art", "", `a picture on the backs; with back = "common" it is all of them`,
		func(c *Config) *string { return &c.Deck.BackArt }),
	{Key{Path: "deck.art", Type: Table, Default: "front", Doc: "pictures on the fronts of the cards of a theme, or of a kind of entry"}, nil},
	{Key{Path: "deck.art.*", Type: Text, Doc: "a theme's or a kind's id and its picture, by its path under manuscript/"},
		func(dec *decoder, c *Config, it item) {
			if name, ok := dec.filled(it); ok {
				c.Deck.Art = append(c.Deck.Art, ThemeArt{lastQuoted(it.path), strings.TrimSpace(name), it.path})
			}
		}},
	// The same minimums as for styles.
	points("deck.maxim_min", "the style's", "smallest size of a maxim on its card", 9*pt, 72*pt,
		func(c *Config) *Length { return &c.Deck.MaximMin }),
	points("deck.maxim_max", "the style's", "largest size of a maxim on its card", 9*pt, 72*pt,
		func(c *Config) *Length { return &c.Deck.MaximMax }),
	points("deck.gloss_min", "the style's", "smallest size of the text on a card's back", 8*pt, 24*pt,
		func(c *Config) *Length { return &c.Deck.GlossMin }),
}

// deckNames are the names in [deck] that are looked up once the tables have been loaded.
type deckNames struct{ card, sheet, stock, pouch, printer item }

func deckName(path, def, doc string, field func(*deckNames) *item) row[Config] {
	return row[Config]{Key{Path: path, Type: Text, Default: def, Doc: doc}, func(dec *decoder, c *Config, it item) {
		if s := strings.TrimSpace(it.value.(string)); s != "" {
			it.value = s
			*field(&c.names) = it
		}
	}}
}

func (dec *decoder) address(field *string, it item) {
	s := strings.TrimSpace(it.value.(string))
	if s == "" {
		return
	}
	u, err := url.Parse(strings.ReplaceAll(s, "{id}", "id"))
	switch {
	case err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || strings.ContainsAny(s, " \t\n"):
		dec.wrong(it, "must be an address of the web, not %q", s).Note(`write qr = "https://example.org/maxims/{id}"`)
	case len(s) > 300:
		dec.wrong(it, "has %d characters, more than a code on a card can hold", len(s)).Note("300 are the most, and 40 are good")
	case strings.ContainsAny(strings.ReplaceAll(s, "{id}", ""), "{}"):
		dec.wrong(it, "has braces that are not {id}").Note("{id} stands for the entry's id; nothing else is filled in")
	default:
		*field = s
	}
}

func (dec *decoder) themeColor(list *[]ThemeColor, it item) {
	s := strings.TrimSpace(it.value.(string))
	var n [6]uint8
	hex, ok := strings.CutPrefix(s, "#")
	ok = ok && len(hex) == 6
	for i := range n {
		if !ok {
			break
		}
		at := strings.IndexByte("0123456789abcdef", hex[i]|0x20)
		if hex[i] >= '0' && hex[i] <= '9' {
			at = int(hex[i] - '0')
		}
		if ok = at >= 0; ok {
			n[i] = uint8(at)
		}
	}
	if !ok {
		dec.wrong(it, "must be a colour of six hexadecimal digits, not %q", s).Note(`write "#1f4e79": two digits each for red, green and blue`)
		return
	}
	*list = append(*list, ThemeColor{lastQuoted(it.path), n[0]<<4 | n[1], n[2]<<4 | n[3], n[4]<<4 | n[5], it.path})
}

// completeDeck looks up the names in [deck] in the tables of styles, and checks the keys against each other.
func (dec *decoder) completeDeck(c *Config, styles fs.FS) {
	table, found := LoadCards(styles)
	c.Cards = table
	d, n := &c.Deck, &c.names
	if found.HasErrors() {
		asked := n.card.path != "" || n.sheet.path != "" || n.stock.path != "" || n.pouch.path != ""
		if asked || table.Source.Text != nil {
			dec.list = append(dec.list, found...)
		}
		d.Gap, d.Corner = max(d.Gap, 0), max(d.Corner, 0)
		return
	}
	dec.calibrate(c, styles)
	dec.deckStock(d, n.stock, table)
	dec.deckCard(d, n.card, table)
	dec.deckSheet(d, n.sheet, table)
	dec.deckPouch(d, n.pouch, table)
	dec.deckCutter(d, table)
	dec.deckFolds(d)
	dec.laminate(c, table, n.card.path != "" || n.stock.path != "")
	d.derive(table)
	dec.deckLimits(d)
	dec.deckThemes(c)
}

// limitDeck lets errors in keys of [deck] stop the deck alone. The unknown keys of the table are among them.
func (dec *decoder) limitDeck() {
	var of []tomltext.Place
	for path, p := range dec.places {
		if path == "deck" || strings.HasPrefix(path, "deck.") {
			of = append(of, p)
		}
	}
	for i := range dec.list {
		d := &dec.list[i]
		if d.Pos.Source == dec.src && slices.ContainsFunc(of, func(p tomltext.Place) bool { return p.Key <= d.Pos.Offset && d.Pos.Offset <= p.End }) {
			d.Stops = diag.Deck
		}
	}
}

// deckStock looks up a perforated stock, which sets card and sheet.
func (dec *decoder) deckStock(d *Deck, it item, table *Cards) {
	if it.path == "" {
		return
	}
	id := it.value.(string)
	if d.Stock = table.Stock(id); d.Stock == nil {
		var known []string
		for _, s := range table.Stocks {
			known = append(known, append([]string{s.ID}, s.Same...)...)
		}
		dec.unnamed(it, "perforated stock", id, known)
		return
	}
	d.Card, d.CardName = d.Stock.Card, ""
	for _, card := range table.Cards {
		if card.Size == d.Card || card.Size == d.Card.turned() {
			d.CardName = card.ID
		}
	}
	if sheet := table.Sheet(d.Stock.Sheet); sheet != nil {
		d.Sheet, d.SheetName = sheet.Size, sheet.ID
	}
}

func (s Size) turned() Size { return Size{s.H, s.W} }

func (dec *decoder) deckCard(d *Deck, it item, table *Cards) {
	if it.path == "" {
		return
	}
	name, size, ok := dec.size(it, "card", cardLeast, cardMost, func(id string) (string, Size, bool) {
		if card := table.Card(id); card != nil {
			return card.ID, card.Size, true
		}
		return "", Size{}, false
	}, ids(table.Cards, func(s CardSize) string { return s.ID }))
	switch {
	case !ok:
	case d.Stock == nil:
		d.CardName, d.Card = name, size
	case size != d.Card && size != d.Card.turned():
		dec.wrong(it, "is %s, but the cards of stock %s are %s", size, d.Stock.ID, d.Card).
			Note("delete the line: the stock says how large its cards are")
	}
}

func (dec *decoder) deckSheet(d *Deck, it item, table *Cards) {
	if it.path == "" {
		return
	}
	name, size, ok := dec.size(it, "sheet", sheetLeast, sheetMost, func(id string) (string, Size, bool) {
		if sheet := table.Sheet(id); sheet != nil {
			return sheet.ID, sheet.Size, true
		}
		return "", Size{}, false
	}, ids(table.Sheets, func(s Sheet) string { return s.ID }))
	switch {
	case !ok:
	case d.Stock == nil:
		d.SheetName, d.Sheet = name, size
	case size != d.Sheet:
		dec.wrong(it, "is %s, but stock %s comes on %s", size, d.Stock.ID, d.Sheet).
			Note("delete the line: the stock says how large its sheet is")
	}
}

func (dec *decoder) deckPouch(d *Deck, it item, table *Cards) {
	if it.path == "" {
		return
	}
	var known []string
	for _, p := range table.Pouches {
		known = append(known, append([]string{p.ID}, p.Same...)...)
	}
	_, size, ok := dec.size(it, "pouch", pouchLeast, pouchMost, func(id string) (string, Size, bool) {
		if d.Pouch = table.Pouch(id); d.Pouch != nil {
			return d.Pouch.ID, d.Pouch.Size, true
		}
		return "", Size{}, false
	}, known)
	if ok && d.Pouch == nil {
		d.Pouch = &Pouch{Size: size}
	}
}

// deckFolds checks that cards to be folded can be folded.
func (dec *decoder) deckFolds(d *Deck) {
	if d.Sides != FoldOver {
		return
	}
	if d.Stock != nil {
		dec.at("toml-value", "deck.sides", "a perforated stock cannot be folded").
			Note(`write sides = "two", or leave the stock out`)
		d.Sides = TwoSided
		return
	}
	if d.Laminate == LaminateSheet && d.Pouch != nil {
		dec.at("toml-value", "deck.laminate", "a sheet of cards to be folded cannot be laminated whole: film does not fold").
			Note(`write laminate = "cards", and each is laminated when it is cut and folded`)
		d.Laminate = LaminateCards
	}
}

// derive sets the lengths that are derived from other keys.
func (d *Deck) derive(table *Cards) {
	if d.Gap == unset {
		if d.Gap = 2 * d.Bleed; d.Marks == ScissorsMark {
			d.Gap = max(d.Gap, tenths(30))
		}
		if d.Cutter != nil {
			d.Gap = max(d.Gap, bladeGap)
		}
	}
	if d.Corner == unset {
		d.Corner = 0
		if card := table.Card(d.CardName); card != nil && d.Stock == nil {
			d.Corner = card.Corner
		}
	}
}

// groundBleed is how far tinted grounds go over the edge where book.toml does not say it: a little more than the drift that guillotines
// and hands allow themselves, so that no white shows at an edge.
var groundBleed = tenths(15)

// bleedGrounds lets the grounds of a style that tints cards bleed, where book.toml says nothing else and the sheet has room for it.
func (c *Config) bleedGrounds() {
	d := &c.Deck
	_, named := c.places["deck.bleed"]
	if named || c.flags["deck.bleed"] != nil || d.Stock != nil || c.CardStyle == nil || c.CardStyle.Card.Ground == 0 {
		return
	}
	edge := 2 * (d.Margin + groundBleed)
	if fits := func(card Size) bool { return card.W+edge <= d.Sheet.W && card.H+edge <= d.Sheet.H }; !fits(d.Card) && !fits(d.Card.turned()) {
		return
	}
	d.Bleed, d.GroundBleed = groundBleed, true
	if _, named := c.places["deck.gap"]; !named && c.flags["deck.gap"] == nil {
		d.Gap = max(d.Gap, 2*groundBleed)
	}
}

// bladeGap is the least white between cards that a machine cuts: as silhouette-card-maker has it. Without it the outlines of neighbours
// are one to a program that looks for edges.
const bladeGap = (inch*125 + 1270) / 2540

// deckLimits checks lengths that limit each other.
func (dec *decoder) deckLimits(d *Deck) {
	if d.Cutter != nil && d.Cutter.DPI > 0 && d.Bleed == 0 && d.Gap < bladeGap {
		dec.at("toml-value", "deck.gap", "cards that %s cuts along their edges must be %s apart at least", d.Cutter.Name, Length(bladeGap).in("mm", down)).
			Note("leave gap out of [deck], or let the cards bleed")
		d.Gap = bladeGap
	}
	if most := min(d.Card.W, d.Card.H) / 2; d.Corner > most {
		dec.at("toml-value", "deck.corner", "deck.corner is %s mm, more than half of the card's shorter side", Mm(d.Corner)).
			Note("a playing card has about 3 mm")
		d.Corner = most
	}
	if d.MaximMin > d.MaximMax && d.MaximMax > 0 {
		dec.at("toml-value", "deck.maxim_min", "deck.maxim_min is %s, more than maxim_max, which is %s", d.MaximMin, d.MaximMax).
			Note("write a smaller maxim_min or a larger maxim_max")
		d.MaximMin = d.MaximMax
	}
}

// deckThemes checks that every colour and every picture is for a theme of the book, or for a kind.
func (dec *decoder) deckThemes(c *Config) {
	known := slices.Concat(IDs(c.Themes), c.KindIDs())
	check := func(theme, path, what string) {
		if slices.Contains(known, theme) {
			return
		}
		p := nearest(dec.places, path)
		note := dec.list.Errorf("toml-value", diag.Pos{Source: dec.src, Offset: p.Key}, "unknown theme %q", theme).To(p.KeyEnd)
		if near := diag.Suggest(theme, known); near != "" {
			note.Note("did you mean %s?", near)
		}
		note.Note("declare it under [themes], or correct its name; a kind of entry can have %s too", what)
	}
	for _, color := range c.Deck.Colors {
		check(color.Theme, color.Path, "a colour")
	}
	for _, art := range c.Deck.Art {
		check(art.Theme, art.Path, "a picture")
	}
}

// size decodes a size: a name in the table, or a width and a height.
func (dec *decoder) size(it item, noun string, least, most Length, find func(string) (string, Size, bool), known []string) (string, Size, bool) {
	s := it.value.(string)
	if name, size, ok := find(s); ok {
		return name, size, true
	}
	w, h, ok := parseTrim(s)
	switch {
	case !ok:
		example := map[string]string{"card": "70x105mm", "sheet": "320x450mm", "pouch": "75x105mm"}[noun]
		dec.unnamed(it, noun, s, known).Note("a size of your own is written width x height: %s = %q", noun, example)
		return "", Size{}, false
	case w < least || w > most || h < least || h > most:
		dec.wrong(it, "must be %s on each side, not %s", sideBounds(least, most, it), s).Note("write the unit after the numbers: mm or in")
		return "", Size{}, false
	}
	return "", Size{w, h}, true
}

func (dec *decoder) unnamed(it item, noun, id string, known []string) *diag.Diagnostic {
	d := dec.wrong(it, "names no %s of styles/%s: %q", noun, CardsFile, id)
	if near := diag.Suggest(id, known); near != "" {
		d.Note("did you mean %q?", near)
	}
	return d.Note("there are %s", strings.Join(known, ", "))
}

func ids[T any](list []T, id func(T) string) []string {
	out := make([]string, len(list))
	for i, t := range list {
		out[i] = id(t)
	}
	return out
}
