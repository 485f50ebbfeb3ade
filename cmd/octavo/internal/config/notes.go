package config

import (
	"cmp"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/tomltext"
)

// Notes says where the printed book has its notes and how they are marked. An empty string leaves it to the style.
type Notes struct {
	Place   string // Foot, AtChapter or AtBook
	Marks   string // Numbers or Symbols
	Restart string // RestartPage, RestartChapter or RestartBook
}

// Where notes stand, what marks them, and where their numbers begin again.
const (
	Foot      = "foot"
	AtChapter = "chapter" // at the end of their chapter
	AtBook    = "book"    // at the end of the book

	Numbers = "numbers"
	Symbols = "symbols" // * † ‡ § ‖ ¶, then the same doubled

	RestartPage    = "page"
	RestartChapter = "chapter"
	RestartBook    = "book" // they go on through the book
)

// What becomes of a link's address on paper, beside None.
const (
	Inline  = "inline" // it is printed in parentheses after the link's words
	AsNotes = "notes"  // it is a note
)

// The values of the keys for notes. The first is the default, but for restart, whose default is RestartPage where the marks are
// symbols.
var (
	notePlaces   = []string{Foot, AtChapter, AtBook}
	noteMarks    = []string{Numbers, Symbols}
	noteRestarts = []string{RestartChapter, RestartPage, RestartBook}
)

const (
	placeDoc = "where notes stand: at the foot of the page, at the end of their chapter, or at the end of the book, under the titles of their chapters"
	marksDoc = "what marks a note: a number, or a symbol, * † ‡ § ‖ ¶ and then the same doubled; symbols are for notes at the foot, and begin again on each page"
	startDoc = "where the numbers of notes begin again; those by page are for notes at the foot"
)

// noteRows are the rows of [notes].
func noteRows() []row[Config] {
	return []row[Config]{
		{Key{Path: "notes", Type: Table, Doc: "the notes of the printed book; an EPUB shows a note where its mark is touched"}, nil},
		styled("notes.place", placeDoc, func(n *Notes) *string { return &n.Place }, notePlaces),
		styled("notes.marks", marksDoc, func(n *Notes) *string { return &n.Marks }, noteMarks),
		styled("notes.restart", startDoc, func(n *Notes) *string { return &n.Restart }, noteRestarts),
	}
}

// styled returns a key of [notes] whose default is what the style says.
func styled(path, doc string, field func(*Notes) *string, values []string) row[Config] {
	return row[Config]{Key{Path: path, Type: Text, Default: "the style's", Doc: doc + ": " + quoted(values), Values: values},
		func(dec *decoder, c *Config, it item) { dec.oneOf(field(&c.Notes), it, values...) }}
}

// noteKeys is what one file says of notes, with the places of its keys.
type noteKeys struct {
	Notes
	value func(key string) (diag.Pos, int)
}

// settleNotes puts what book.toml says of notes into the book's style, and checks that its parts agree. What a style says gives
// way where book.toml says something that does not go with it.
func (c *Config) settleNotes(own *Style) (list diag.List) {
	n := &own.Note
	inStyle := noteKeys{Notes{n.Place, n.Marks, n.Restart}, func(key string) (diag.Pos, int) { return own.Value("note." + key) }}
	if _, set := tomltext.Places(string(own.Source.Text))["note.restart"]; !set && (n.Marks == Symbols || n.Place != Foot) {
		inStyle.Restart = "" // classic's is of other notes
	}
	if list = inStyle.check(inStyle.Notes); list.HasErrors() {
		return list
	}
	asked := noteKeys{c.Notes, func(key string) (diag.Pos, int) { return c.Value("notes." + key) }}
	all := inStyle.Notes
	all.Place, all.Marks = cmp.Or(asked.Place, all.Place), cmp.Or(asked.Marks, all.Marks)
	if asked.Marks == "" && (all.Place != Foot || asked.Restart != "" && asked.Restart != RestartPage) {
		all.Marks = Numbers
	}
	if asked.Restart != "" || all.Marks == Symbols || all.Place != Foot && all.Restart == RestartPage || inStyle.Marks == Symbols {
		all.Restart = asked.Restart
	}
	if list = asked.check(all); list.HasErrors() {
		return list
	}
	n.Place, n.Marks, n.Restart = all.Place, all.Marks, all.Restart
	if n.Restart == "" {
		n.Restart = RestartChapter
		if n.Marks == Symbols {
			n.Restart = RestartPage
		}
	}
	return nil
}

// check reports what of all does not go together, where the file that k is of says it.
func (k *noteKeys) check(all Notes) (list diag.List) {
	at := func(key, format string) *diag.Diagnostic {
		pos, end := k.value(key)
		return list.Errorf("toml-value", pos, format).To(end)
	}
	switch {
	case all.Place != Foot && all.Marks == Symbols:
		at("marks", "symbols mark notes at the foot of a page only").Note(`write marks = "numbers", or place = "foot"`)
	case all.Place != Foot && all.Restart == RestartPage:
		at("restart", "only notes at the foot of a page can be numbered by the page").Note(`write restart = "chapter", or place = "foot"`)
	case all.Marks == Symbols && all.Restart != "" && all.Restart != RestartPage:
		at("restart", "symbols begin again on each page").Note(`delete the line, or write marks = "numbers"`)
	}
	return list
}
