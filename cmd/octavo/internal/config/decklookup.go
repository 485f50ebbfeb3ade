package config

import (
	"io/fs"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/tomltext"
)

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

// limit lets errors in the keys of a table stop no more than what the table is about, but for those of some keys. The unknown keys of
// the table are among them.
func (dec *decoder) limit(table string, s diag.Scope, but ...string) {
	var of []tomltext.Place
	for path, p := range dec.places {
		if path == table || strings.HasPrefix(path, table+".") && !slices.Contains(but, path) {
			of = append(of, p)
		}
	}
	for i := range dec.list {
		d := &dec.list[i]
		if d.Pos.Source == dec.src && slices.ContainsFunc(of, func(p tomltext.Place) bool { return p.Key <= d.Pos.Offset && d.Pos.Offset <= p.End }) {
			d.Stops = s
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
