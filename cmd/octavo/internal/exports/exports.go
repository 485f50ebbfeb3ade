// Package exports reads what e-readers and reading programs export of the marks in a book: a Kindle's clippings, notebooks, tables,
// web annotations, plain lists of passages and notes. [Read] knows a file by its content. Nearly all of these programs write in
// the language that they are set to, so that the readers here look for the structure of a file first, then ask which of its
// texts stand in the manuscript, and only then look for words.
package exports

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/locate"
)

// Kind is what a reader did.
type Kind string

// The kinds.
const (
	Highlight Kind = "highlight"
	Underline Kind = "underline"
	Strike    Kind = "strike-out"  // delete these words
	Insert    Kind = "insertion"   // New is to be inserted
	Replace   Kind = "replacement" // New is to stand for these words
	Note      Kind = "note"        // at a place
	Comment   Kind = "comment"     // on words
)

// Mark is what a reader did at one place.
type Mark struct {
	Kind    Kind
	Reader  string // who signed it, "" if nobody did
	Comment string
	New     string // the text of an Insert or a Replace
	State   string // "done", "" for none
	Date    string // as RFC 3339 if the file has it so, otherwise as in the file
	Replies []Reply
	Seen    locate.Seen // where the reader saw it
	At      []Position  // where its words stand in the EPUB, of a mark that does not say them

	book string   // the title of the book that the file says it is on, "" if it does not
	said []string // the notes after the first, which settled adds to the Comment
}

// Reply is an answer to a mark.
type Reply struct{ Reader, Comment, Date string }

// Position is a place in an EPUB: a CFI, or characters of a document.
type Position struct {
	CFI      string
	Document string  // the document's address, where there is no CFI
	From, To float64 // characters of the document
}

// Export is what was read.
type Export struct {
	Form  string   // the name of the form, as the table of forms has it
	Other string   // the title of the other book that all of its marks are on; then there are no Marks
	Count int      // of the marks on the other book
	Marks []Mark   // in the order of the file
	Notes []string // what was left out, and why
	Lost  []string // what could not be read, so that marks may be missing
}

// Book is the book that the marks should be on. Every field may be zero.
type Book struct {
	Title    string
	Language string     // BCP 47: a word that means something else in another language is read as one of this
	Text     Manuscript // what stands in it
	Sure     bool       // the file is about this book, whatever its title and its words say
}

// Manuscript answers what stands in a book. It is implemented by [locate.Index].
type Manuscript interface {
	// Holds reports whether the words of a text stand in the book, most of them in this order. Enough is false where the text is
	// too short to say: then held reports nothing.
	Holds(text string) (held, enough bool)
	// Heads reports whether a text is a heading of the book: a chapter's title, a section's, or a maxim.
	Heads(text string) bool
	// Follows reports whether a text stands in the book shortly behind another.
	Follows(text, next string) bool
}

// MaxMarks limits the marks read from a file, to a hundred times what a reader makes.
const MaxMarks = 50_000

// mostTextLines limits the lines of an export, each of which is held against many forms.
const mostTextLines = 2_000_000

// ErrUnknown reports that a file has none of the known forms.
var ErrUnknown = errors.New("there are no marks or notes in it")

// Read reads an export as text, which [readfile.Text] makes of a file's bytes.
func Read(text string, on Book) (*Export, error) {
	r := &reader{on: on}
	if err := r.text(text); err != nil {
		return nil, err
	}
	return r.settled()
}

// ReadNotes reads passages and notes in the text of a document. It returns [ErrUnknown] if that is no list of them.
func ReadNotes(text string, on Book) (*Export, error) {
	r := &reader{on: on}
	r.Form = "notes"
	if err := r.notes(text); err != nil {
		return nil, err
	}
	return r.settled()
}

// reader is a file being read.
type reader struct {
	Export
	on    Book
	full  bool              // the limit of marks has been reached
	title string            // of the book that the marks that are added now are on, "" if unknown
	left  int               // marks that came without their words
	names map[string]string // of a table's columns; see columns
}

// text reads a text of any form.
func (r *reader) text(text string) error {
	if strings.TrimSpace(text) == "" {
		return errors.New("it is empty")
	}
	if strings.Count(text, "\n") > mostTextLines {
		return errors.New("it has more than 2,000,000 lines, which no export has; send it in parts")
	}
	for _, f := range Forms() {
		if f.is != nil && f.is(r, text) {
			r.Form = f.Program
			return f.read(r, text)
		}
	}
	return ErrUnknown
}

// room reports whether another mark may be added.
func (r *reader) room() bool {
	r.full = r.full || len(r.Marks) >= MaxMarks
	return !r.full
}

// add adds a mark on the current book and returns it, nil if there is no room. What it says with nothing marked is a note.
func (r *reader) add(m Mark) *Mark {
	if !r.room() {
		return nil
	}
	m.book = r.title
	if m.Seen.File == "" {
		m.Seen.Offset = -1
	}
	if m.Kind == "" {
		m.Kind = kindOf(&m)
	}
	r.Marks = append(r.Marks, m)
	return &r.Marks[len(r.Marks)-1]
}

// kindOf returns the kind of a mark by what it has.
func kindOf(m *Mark) Kind {
	switch {
	case m.New != "" && m.Seen.Words != "":
		return Replace
	case m.New != "":
		return Insert
	case m.Comment == "":
		return Highlight
	case m.Seen.Words == "" && len(m.At) == 0:
		return Note
	}
	return Comment
}

// last returns the mark added last, nil if there is none.
func (r *reader) last() *Mark {
	if len(r.Marks) == 0 {
		return nil
	}
	return &r.Marks[len(r.Marks)-1]
}

// say adds a note to a mark.
func (m *Mark) say(note string) {
	if note = tidy(note); note == "" {
		return
	}
	if m.Comment == "" {
		m.Comment = note
	} else {
		m.said = append(m.said, note)
	}
	if m.Kind == Highlight {
		m.Kind = Comment
	}
}

// held reports whether a text stands in the manuscript, as far as that is known.
func (r *reader) held(text string) bool {
	if r.on.Text == nil {
		return false
	}
	held, enough := r.on.Text.Holds(text)
	return held && enough
}

// foreign reports whether a text certainly does not stand in the manuscript.
func (r *reader) foreign(text string) bool {
	if r.on.Text == nil {
		return false
	}
	held, enough := r.on.Text.Holds(text)
	return enough && !held
}

// heads reports whether a text is a heading of the manuscript.
func (r *reader) heads(text string) bool { return r.on.Text != nil && r.on.Text.Heads(text) }

// settled leaves out the marks on other books, and returns what remains.
func (r *reader) settled() (*Export, error) {
	if r.full {
		r.Lost = append(r.Lost, fmt.Sprintf("it has more than %d remarks, of which the others are left out; send it in parts", MaxMarks))
	}
	switch {
	case r.left == 1:
		r.Notes = append(r.Notes, "a highlight in it came without its words: a Kindle exports only a part of a book")
	case r.left > 1:
		r.Notes = append(r.Notes, fmt.Sprintf("%d highlights in it came without their words: a Kindle exports only a part of a book", r.left))
	}
	titles := map[string][]int{}
	var order []string
	for i := range r.Marks {
		if m := &r.Marks[i]; len(m.said) > 0 {
			m.Comment, m.said = strings.Join(append([]string{m.Comment}, m.said...), "\n"), nil
		}
		t := r.Marks[i].book
		if titles[t] == nil {
			order = append(order, t)
		}
		titles[t] = append(titles[t], i)
	}
	other := map[string]bool{}
	others := 0
	for _, t := range order {
		if t != "" && !r.ours(t, titles[t]) {
			other[t] = true
			others += len(titles[t])
		}
	}
	switch {
	case others == 0:
	case others == len(r.Marks) && len(other) == 1:
		r.Other, r.Count, r.Marks = order[0], others, nil
	default:
		r.Marks = slices.DeleteFunc(r.Marks, func(m Mark) bool { return other[m.book] })
		r.leftOut(others)
	}
	if len(r.Marks) == 0 && others == 0 && len(r.Notes) == 0 {
		return nil, ErrUnknown
	}
	return &r.Export, nil
}

// ours reports whether marks on a book of some title are on this one. Files are renamed and titles translated or cut short, so
// that the words count more than the title.
func (r *reader) ours(title string, marks []int) bool {
	if r.on.Sure || r.on.Title == "" && r.on.Text == nil {
		return true
	}
	tested, held := 0, 0
	for _, i := range marks {
		if words := r.Marks[i].Seen.Words; words != "" && r.on.Text != nil {
			if yes, enough := r.on.Text.Holds(words); enough {
				tested++
				if yes {
					held++
				}
			}
		}
	}
	const few = 3 // so many passages may have been rewritten, all of them
	switch {
	case sameTitle(title, r.on.Title), held > 0 && 5*held >= tested:
		return true
	case tested >= few:
		return false
	}
	return sameBook(title, r.on.Title)
}

func (r *reader) leftOut(others int) {
	switch {
	case others == 1:
		r.Notes = append(r.Notes, "a note on another book was left out")
	case others > 1:
		r.Notes = append(r.Notes, fmt.Sprintf("%d notes on other books were left out", others))
	}
}

// sameTitle reports whether two titles have the same words.
func sameTitle(a, b string) bool {
	x, y := locate.Words(locate.Tokens(a)), locate.Words(locate.Tokens(b))
	return len(x) > 0 && slices.Equal(x, y)
}

// sameBook reports whether a title may be the book's: subtitles may be missing.
func sameBook(a, b string) bool {
	x, y := locate.Words(locate.Tokens(a)), locate.Words(locate.Tokens(b))
	if len(x) > len(y) {
		x, y = y, x
	}
	return len(x) > 0 && slices.Equal(x, y[:len(x)])
}

// tidy trims the white space of a text, and normalises its line ends.
func tidy(s string) string {
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	return strings.TrimSpace(strings.ToValidUTF8(strings.ReplaceAll(s, "\x00", ""), "\uFFFD"))
}

// oneLine returns a text with each run of white space as one space.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
