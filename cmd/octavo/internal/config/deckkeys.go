package config

import (
	"net/url"
	"strings"

	"octavo/cmd/octavo/internal/contrast"
)

// The sides of cards, sheets and pouches. A smaller card cannot be set.
const (
	cardLeast, cardMost   = inch * 3 / 4, 11 * inch
	sheetLeast, sheetMost = 2 * inch, 50 * inch
	pouchLeast, pouchMost = inch, 40 * inch
)

// unset marks a length that will be derived from another key.
const unset Length = -1

func deckRows() []row[Config] {
	return []row[Config]{
		{Key{Path: "deck", Type: Table, Doc: "how the cards are made"}, nil},
		{Key{Path: "deck.style", Type: Text, Default: "that of the book", Doc: "the house style of the cards, styles/NAME.toml", Form: styleForm},
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
			Doc: `where the page stands that says how the cards are printed, cut and laminated: "first" or "last"; false or "none" is without it, true is "last"`, Values: []string{First, Last, None}},
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
		{Key{Path: "deck.qr", Type: Text, Doc: `a code on the back that leads to this address, in which {id} is the entry's id`, Form: urlForm},
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
		{Key{Path: "deck.colors.*", Type: Text, Doc: `a theme's or a kind's id and its colour, "#1f4e79"`, Form: &colorForm},
			func(dec *decoder, c *Config, it item) { dec.themeColor(&c.Deck.Colors, it) }},
		text("deck.front", "", "a picture on the fronts of all cards, by its path under manuscript/: it fills the card, and the words stand on a panel",
			func(c *Config) *string { return &c.Deck.Front }),
		text("deck.back_art", "", `a picture on the backs; with back = "common" it is all of them`,
			func(c *Config) *string { return &c.Deck.BackArt }),
		{Key{Path: "deck.art", Type: Table, Default: "front", Doc: "pictures on the fronts of the cards of a theme, or of a kind of entry"}, nil},
		{Key{Path: "deck.art.*", Type: Text, Doc: "a theme's or a kind's id and its picture, by its path under manuscript/", Form: filledForm},
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
	case !urlForm.Admits(s):
		dec.wrong(it, "has braces that are not {id}").Note("{id} stands for the entry's id; nothing else is filled in")
	default:
		*field = s
	}
}

func (dec *decoder) themeColor(list *[]ThemeColor, it item) {
	s := strings.TrimSpace(it.value.(string))
	color, ok := contrast.Parse(s)
	if !ok {
		dec.wrong(it, "must be a colour of six hexadecimal digits, not %q", s).Note(`write "#1f4e79": two digits each for red, green and blue`)
		return
	}
	*list = append(*list, ThemeColor{lastQuoted(it.path), color, it.path})
}
