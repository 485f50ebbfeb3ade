// Package check holds the rules of a book. [Run] applies them to what packages config and manuscript have read, [Rules]
// documents every code that octavo reports, and [Level] gives warnings the levels that book.toml asks for.
package check

import (
	"cmp"
	"slices"
	"strconv"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
)

// Coverage reports whether a book's fonts set a character, with the marks that combine with it, in its text and in its code.
// Instead returns which font of the book lacks a character and which of the house's sets it instead; it may be nil.
type Coverage struct {
	Text, Code func(character string) bool
	Instead    func(character string, code bool) (lacking, in string)
	Of         any // what the functions are of, such as a pointer: what is kept of one is not taken for another; see Kept
}

// Run applies every rule to a book. Without a coverage, the rule about missing glyphs is left out. The list is not sorted, and its
// warnings have their own level: see Level.
func Run(cfg *config.Config, bk *book.Book, fonts Coverage) diag.List {
	return (*Kept)(nil).Run(cfg, bk, fonts)
}

// Level returns every warning of a list the level that [check.levels] asks for by its code: one that is off is dropped,
// one that is an error is made one. Errors stay errors. The list given is left alone.
func Level(cfg *config.Config, list diag.List) diag.List {
	out := make(diag.List, 0, len(list))
	for _, d := range list {
		if d.Severity == diag.Warning {
			switch cfg.Check.Levels[levelKey(cfg, d.Code)] {
			case "off":
				continue
			case "error":
				d.Severity = diag.Error
				d.Notes = append(slices.Clip(d.Notes), "this warning is an error by [check.levels] in book.toml")
			}
		}
		out = append(out, d)
	}
	return out
}

// Contents returns the files that book.toml lists, each with its place, in the form that manuscript.Read takes.
func Contents(cfg *config.Config) book.Contents {
	files := func(path string, names []string) (out []book.File) {
		for i, name := range names {
			if name != "" { // config has reported it
				out = append(out, book.File{Name: name, Pos: cfg.Where(path + "." + strconv.Itoa(i))})
			}
		}
		return out
	}
	in := cfg.Contents
	out := book.Contents{
		Opening:   files("contents.opening", in.Opening),
		Counting:  counting(cfg),
		Kinds:     kindsOf(cfg),
		Front:     files("contents.front", in.Front),
		Back:      files("contents.back", in.Back),
		EPUBCover: book.File{Name: cfg.Epub.Cover, Pos: cfg.Where("epub.cover")},
		Device:    book.File{Name: cfg.Book.Device, Pos: cfg.Where("book.device")},
		Art:       deckArt(cfg),
		Printed:   coverFiles(cfg),
		All:       len(in.Opening)+len(in.Front)+len(in.Parts)+len(in.Back) == 0,

		Math:     cfg.Text.Math,
		Language: cfg.Book.Language,
		Quotes:   cfg.Text.Quotes,
		Title:    cfg.Book.Title,
		Authors:  cfg.Book.Authors(),
		Theme:    cfg.Theme,
	}
	if cfg.Pages.ChapterDates {
		out.Dates = book.DatesBelowTitle
	}
	for i, p := range in.Parts {
		if len(in.Parts) == 1 && p.Title == "" {
			out.Parts = append(out.Parts, book.PartFiles{Pos: cfg.Where("contents.body"), Chapters: files("contents.body", p.Chapters)})
			break
		}
		path := "contents.part." + strconv.Itoa(i)
		out.Parts = append(out.Parts, book.PartFiles{Title: p.Title, Short: p.Short, Pos: cfg.Where(path + ".title"),
			Chapters: files(path+".chapters", p.Chapters)})
	}
	return out
}

// coverFiles returns what book.toml gives the cover of the printed book.
func coverFiles(cfg *config.Config) book.CoverFiles {
	file := func(name, key string) (f book.File) {
		if name != "" {
			f = book.File{Name: name, Pos: cfg.Where(key)}
		}
		return f
	}
	words := func(text, key string) (p book.Passage) {
		if text != "" {
			p.Pos, p.End = cfg.Value(key)
		}
		return p
	}
	c := &cfg.Cover
	return book.CoverFiles{Blurb: words(c.Blurb, "cover.blurb"), Bio: words(c.Bio, "cover.bio"),
		Photo: file(c.Photo, "cover.photo"), Art: file(c.Art, "cover.art")}
}

// deckArt returns the pictures that book.toml gives the cards, each file once.
func deckArt(cfg *config.Config) (out []book.File) {
	add := func(name, key string) {
		if name != "" && !slices.ContainsFunc(out, func(f book.File) bool { return f.Name == name }) {
			out = append(out, book.File{Name: name, Pos: cfg.Where(key)})
		}
	}
	d := &cfg.Deck
	add(d.Front, "deck.front")
	add(d.BackArt, "deck.back_art")
	for _, art := range d.Art {
		add(art.Name, art.Path)
	}
	return out
}

// counting returns how the parts, chapters and entries of a book are counted.
func counting(cfg *config.Config) book.Counting {
	c := book.Counting{
		Chapter: func(title string, n int, place book.Place) book.Count {
			switch {
			case place == book.AtEnd && cfg.Lang.MatterOf(title, book.Slug(title)) != "":
				return book.Uncounted
			case cfg.Lang.CountsChapter(title, n):
				return book.CountsItself
			}
			return book.Counted
		},
		Part: func(title string, n int, _ book.Place) book.Count {
			switch {
			case cfg.Pages.No.PartNumbers:
				return book.Uncounted
			case cfg.Lang.CountsPart(title, n):
				return book.CountsItself
			}
			return book.Counted
		},
	}
	c.Figures, c.Tables = figureNumbers(cfg.Numbering.Figures), figureNumbers(cfg.Numbering.Tables)
	c.ListFigures, c.ListTables = cfg.Numbering.ListFigures, cfg.Numbering.ListTables
	c.NoSentenceEnd = cfg.Lang.Rules.NoSentenceEnd
	switch {
	case !numbered(cfg):
	case cfg.Entries.Restart:
		c.Entries = book.ThroughChapter
	default:
		c.Entries = book.ThroughBook
	}
	return c
}

// figureNumbers returns how a value of book.toml has figures or tables numbered.
func figureNumbers(value string) book.FigureNumbers {
	switch value {
	case config.InBook:
		return book.FiguresOfBook
	case config.InChapter:
		return book.FiguresOfChapter
	case config.None:
		return book.NoFigureNumbers
	}
	return book.WhereNamed
}

// kindsOf returns what the kinds of a book do to its entries.
func kindsOf(cfg *config.Config) book.Kinds {
	k := book.Kinds{Default: cfg.DefaultKind(), Restart: cfg.Entries.Restart, Counted: map[string]bool{}, NoCards: map[string]bool{}}
	for _, kind := range cfg.Kinds {
		k.Counted[kind.ID], k.NoCards[kind.ID] = kind.Counted, !kind.Cards
	}
	return k
}

// numbered reports whether a book's entries have numbers.
func numbered(cfg *config.Config) bool {
	return cfg.Style != nil && cfg.Style.Entry.Layout == config.Numbered
}

// dictionary reports whether entries are headwords, set as in a dictionary.
func dictionary(cfg *config.Config) bool {
	return cfg.Style != nil && cfg.Style.Entry.Layout == config.RunIn
}

// Find returns the rule of a code, or of one that it had before.
func Find(code string) (Rule, bool) {
	code = cmp.Or(renamed[code], code)
	i := slices.IndexFunc(Rules, func(r Rule) bool { return r.Code == code })
	if i < 0 {
		return Rule{}, false
	}
	return Rules[i], true
}

// Codes returns the codes of all rules, in the order of Rules.
func Codes() []string {
	out := make([]string, len(Rules))
	for i, r := range Rules {
		out[i] = r.Code
	}
	return out
}

// Described returns the rules as diag.SARIF takes them.
func Described() []diag.Rule {
	out := make([]diag.Rule, len(Rules))
	for i, r := range Rules {
		out[i] = diag.Rule{Code: r.Code, Severity: r.Severity, Short: r.Doc, Help: r.Example}
	}
	return out
}
