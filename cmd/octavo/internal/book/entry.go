package book

import (
	"octavo/cmd/octavo/internal/diag"
	"strings"
)

// Kind says what an entry is.
type Kind string

// The kinds. An entry with another kind never gets past check.
const (
	Meme     Kind = "meme"
	Metaphor Kind = "metaphor"
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
	Kind     Kind
	Tenor    string
	Vehicle  string
	Themes   []string // the entry's own, or the file's defaults
	Audience []string
	See      []string
	Card     string // the card's text, "" when the maxim is to be used
	NoCard   bool   // card = false
	Status   Status
	Source   string   // where the maxim first appeared
	Index    []string // its subjects in the index, "closing" or "closing, soft"; see Subject
	Gloss    []Block  // up to the next heading of the same or a higher level

	Places map[string]diag.Pos // where each key's value stands ("see" too; its items are "see.0" …); missing: not set
}

// Subject takes a line of Entry.Index apart: what stands before the first comma is the heading, what follows it the
// subheading, which may be empty.
func Subject(line string) (heading, sub string) {
	heading, sub, _ = strings.Cut(line, ",")
	return strings.TrimSpace(heading), strings.TrimSpace(sub)
}
