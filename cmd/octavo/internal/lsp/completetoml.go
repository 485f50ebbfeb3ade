package lsp

import (
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/check"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/lang"
)

// inSettings completes in book.toml, or another file of TOML that has these keys.
func (c *completer) inSettings(keys []config.Key) {
	p := tomlAt(c.t.s, c.at)
	switch p.part {
	case inHeader:
		c.headers(keys, p)
	case inKey:
		c.settingKeys(keys, p)
	case inValue:
		k, ok := keyAt(keys, p.path())
		if !ok {
			return
		}
		c.addValues(p, 0, k.Type == config.Texts || k.Type == config.TextOrTexts && p.depth > 0, c.settingValues(p.path(), k))
	}
}

// headers completes the name of a table.
func (c *completer) headers(keys []config.Key, p tomlPlace) {
	for _, k := range keys {
		array := k.Type == config.Tables
		if !array && k.Type != config.Table && k.Type != config.TableOrSwitch || strings.ContainsAny(k.Path, "*[") || !array && p.depth == 2 {
			continue
		}
		if !array && c.has("["+k.Path+"]") {
			continue
		}
		inserted := k.Path
		if array && p.depth == 1 {
			inserted = "[" + inserted + "]"
		}
		if !p.closed {
			inserted += strings.Repeat("]", p.depth)
		}
		c.add(k.Path, inserted, p.from, p.to, offer{kind: itemProperty, detail: string(k.Type), doc: sentence(k.Doc)})
	}
}

// has reports whether a line of the document is as given.
func (c *completer) has(line string) bool {
	for l := range strings.SplitSeq(c.t.s, "\n") {
		if strings.TrimSpace(l) == line {
			return true
		}
	}
	return false
}

// settingKeys completes the keys of the table of a place.
func (c *completer) settingKeys(keys []config.Key, p tomlPlace) {
	start := strings.LastIndex(c.t.s[:p.from], "\n[")
	body := c.t.s[max(start, 0):]
	if start >= 0 {
		_, body, _ = strings.Cut(body[1:], "\n")
	}
	set := keysSet(body)
	var offers []offer
	for _, k := range keys {
		parent, name := cutLast(k.Path)
		if !samePath(strings.Split(parent, "."), strings.Split(p.table, ".")) {
			continue
		}
		switch {
		case name == "*":
			offers = append(offers, c.freeNames(p.table)...)
		case k.Type == config.Table || k.Type == config.Tables:
			if p.table == "" && !c.has(header(k)) {
				c.add(header(k), header(k), p.from, p.to, offer{kind: itemProperty, doc: sentence(k.Doc)})
			}
		default:
			offers = append(offers, offer{value: name, detail: string(k.Type), doc: documented(k).Value})
		}
	}
	c.addKeys(p, 0, set, offers)
}

// header returns the header of a table.
func header(k config.Key) string {
	if k.Type == config.Tables {
		return "[[" + k.Path + "]]"
	}
	return "[" + k.Path + "]"
}

func cutLast(path string) (parent, name string) {
	n := strings.LastIndexByte(path, '.')
	if n < 0 {
		return "", path
	}
	return path[:n], path[n+1:]
}

// freeNames offers the names of keys that the table does not fix.
func (c *completer) freeNames(table string) (out []offer) {
	cfg := c.project.Cfg
	switch table {
	case "check.levels":
		for _, r := range check.Rules {
			if r.Severity == diag.Warning {
				out = append(out, offer{value: r.Code, doc: sentence(r.Doc)})
			}
		}
	case "deck.colors", "deck.art":
		out = append(nameOffers(cfg.Themes), c.kindOffers()...)
	case "kinds":
		out = words(itemEnum, config.BuiltInKindIDs()...)
	}
	return out
}

// settingValues offers the values of a key.
func (c *completer) settingValues(path string, k config.Key) []offer {
	cfg := c.project.Cfg
	switch path {
	case "print.style", "deck.style":
		return words(itemEnum, config.StyleNames(c.project.Root, c.project.Styles)...)
	case "print.trim":
		return trims
	case "print.printer":
		out := []offer{{value: "none", kind: itemEnum}}
		printers, _ := config.LoadPrinters(c.project.Styles)
		for _, p := range printers.All {
			out = append(out, offer{value: p.ID, detail: p.Name, kind: itemEnum})
		}
		return out
	case "book.language":
		return languages()
	case "text.quotes":
		var out []offer
		for _, o := range cfg.Lang.Quotes.Others {
			out = append(out, offer{value: o.Name, detail: o.Outer.Open + " " + o.Outer.Close, kind: itemEnum})
		}
		return out
	case "deck.card":
		return words(itemEnum, cfg.Cards.CardIDs()...)
	case "deck.sheet":
		return words(itemEnum, cfg.Cards.SheetIDs()...)
	case "deck.stock":
		return words(itemEnum, cfg.Cards.StockIDs()...)
	case "deck.pouch":
		var out []offer
		for _, p := range cfg.Cards.Pouches {
			out = append(out, offer{value: p.ID, kind: itemEnum})
		}
		return out
	case "deck.printer":
		all, _ := config.LoadCalibrations(c.project.Styles)
		return words(itemEnum, all.IDs()...)
	case "contents.opening", "contents.front", "contents.body", "contents.back", "contents.part[].chapters":
		return c.chapterFiles()
	case "book.device", "epub.cover", "deck.front", "deck.back_art", "print.plates":
		return c.pictures(".")
	}
	switch {
	case strings.HasPrefix(path, "deck.art."):
		return c.pictures(".")
	case k.Type == config.Boolean:
		return truths()
	}
	out := words(itemEnum, k.Values...)
	if k.Type == config.TextOrSwitch || k.Type == config.TableOrSwitch {
		out = append(out, truths()...)
	}
	return out
}

// trims are the sizes of pages that printers of books on demand have.
var trims = []offer{
	{value: "5x8in", kind: itemEnum}, {value: "5.25x8in", kind: itemEnum}, {value: "5.5x8.5in", detail: "digest", kind: itemEnum},
	{value: "6x9in", detail: "US trade", kind: itemEnum}, {value: "8.5x11in", detail: "US letter", kind: itemEnum},
	{value: "111x178mm", detail: "A format", kind: itemEnum}, {value: "129x198mm", detail: "B format", kind: itemEnum},
	{value: "135x216mm", detail: "demy", kind: itemEnum}, {value: "148x210mm", detail: "A5", kind: itemEnum},
	{value: "156x234mm", detail: "royal", kind: itemEnum},
}

// languages offers the languages of books.
func languages() (out []offer) {
	for _, tag := range lang.Tags() {
		name, own := lang.Names(tag)
		out = append(out, offer{value: tag, detail: name, kind: itemEnum, filter: strings.Join([]string{tag, name, own}, " ")})
	}
	return out
}

// chapterFiles offers the files of text in the manuscript, those first that no list has.
func (c *completer) chapterFiles() (out []offer) {
	bk := c.project.Book
	for _, name := range bk.Unlisted {
		out = append(out, offer{value: name, detail: "not in the book yet", kind: itemFile})
	}
	for _, ch := range bk.Chapters() {
		if !slices.ContainsFunc(out, func(o offer) bool { return o.value == ch.File }) {
			out = append(out, offer{value: ch.File, detail: shortened(c.titleOf(ch)), kind: itemFile})
		}
	}
	return out
}
