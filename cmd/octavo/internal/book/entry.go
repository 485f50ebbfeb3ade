package book

import (
	"slices"
	"strings"
	"time"

	"octavo/cmd/octavo/internal/diag"
)

// Status says whether an entry is finished.
type Status string

// The statuses.
const (
	Ready Status = "ready"
	Draft Status = "draft"
)

// Entry is one maxim with what belongs to it.
type Entry struct {
	Pos      diag.Pos // of the heading
	Level    int      // of the heading, 2 to 6
	Number   int      // 1, 2 … where entries are numbered, otherwise 0; a draft has none
	Short    string   // the maxim in running heads; "": the maxim itself
	ID       string   // unique in the book, [a-z][a-z0-9-]*; default: slug of the maxim
	Maxim    []Inline
	Kind     string   // one of the kinds that book.toml declares or that octavo has of itself
	Count    int      // 1, 2 … among the entries of its kind, where these are counted, otherwise 0
	Values   []Value  // of the keys of its kind, in the order of the file
	Themes   []string // the entry's own, or the file's defaults
	Audience []string
	See      []string
	Card     string     // the card's text in Markdown, "" when the maxim is to be used
	CardText []Inline   // and what it says
	NoCard   bool       // card = false
	Back     string     // what the back of its card says, in Markdown; an empty line parts paragraphs; "": its gloss
	BackText [][]Inline // and its paragraphs
	NoBack   bool       // back = false: the back of its card says nothing of the entry
	Status   Status
	Origin   Origin   // whose work its words are; "": that of what it stands in
	Source   string   // where the maxim first appeared
	Index    []string // its subjects in the index, "closing" or "closing, soft"; see Subject
	Gloss    []Block  // up to the next heading of the same or a higher level

	Places map[string]diag.Pos // where each key's value stands ("see" too; its items are "see.0" …); missing: not set
}

// Theme returns the id of the entry's first theme, which gives its card a colour and a sign, or "" if it has none.
func (e *Entry) Theme() string {
	if len(e.Themes) == 0 {
		return ""
	}
	return e.Themes[0]
}

// Front returns what the front of the entry's card says: the card's own text, or the maxim.
func (e *Entry) Front() []Inline {
	switch {
	case len(e.CardText) > 0:
		return e.CardText
	case e.Card != "":
		return []Inline{&Text{Pos: e.Pos, Value: e.Card}}
	}
	return e.Maxim
}

// EntryKeys are the keys of an entry's block that entries of all kinds may have.
var EntryKeys = []string{"kind", "id", "themes", "audience", "see", "card", "back", "status", SourceKey, "index", "short", "origin"}

// Type is the type of a value.
type Type int

// The types.
const (
	OtherType Type = iota // a table or an array of other things than strings, which no kind takes
	String
	Strings
	Bool
	Number
	Date
)

// Value is what an entry says under a key of its kind.
type Value struct {
	Key   string
	At    diag.Pos // of the key; Entry.Places has the value's
	Type  Type
	Text  string   // a string; a number in figures, with a point before its decimals
	Items []string // strings
	True  bool
	Date  time.Time // a day, in UTC
}

// Value returns what the entry says under a key of its kind, or nil for a key that it does not have. Its source is one of them.
func (e *Entry) Value(key string) *Value {
	for i := range e.Values {
		if e.Values[i].Key == key {
			return &e.Values[i]
		}
	}
	if key == SourceKey && e.Source != "" {
		return &Value{Key: key, At: e.Places[key], Type: String, Text: e.Source}
	}
	return nil
}

// SourceKey is a key that entries of every kind have, and that a kind may have printed.
const SourceKey = "source"

// Equal reports whether two values are the same, wherever they stand.
func (v *Value) Equal(w *Value) bool {
	if v == nil || w == nil {
		return v == w
	}
	return v.Key == w.Key && v.Type == w.Type && v.Text == w.Text && slices.Equal(v.Items, w.Items) && v.True == w.True && v.Date.Equal(w.Date)
}

// Subject takes a line of Entry.Index apart: what stands before the first comma is the heading, what follows it the
// subheading, which may be empty.
func Subject(line string) (heading, sub string) {
	heading, sub, _ = strings.Cut(line, ",")
	return strings.TrimSpace(heading), strings.TrimSpace(sub)
}
