// Package feedback takes readers' remarks back into the manuscript. Read takes a file apart, whatever program wrote
// it: an annotated PDF, comments exported as FDF or XFDF, notes out of e-readers, a commented .docx, a table. A
// Remark is what one reader said at one place, with the words around it as the reader saw them. NewIndex and
// Index.Locate find the place where these words stand in the manuscript now; the printers give the result as text,
// JSON, a web page or a checklist.
//
// A remark is never lost: one that has no place any more says what is known of where it was.
package feedback

import (
	"octavo/cmd/octavo/internal/diag"
)

// Kind is what a reader did.
type Kind string

// The kinds.
const (
	Highlight Kind = "highlight"
	Underline Kind = "underline"
	Squiggly  Kind = "squiggle"
	Strike    Kind = "strike-out" // these words are to go
	Insert    Kind = "insertion"  // New is to come in
	Replace   Kind = "replacement"
	Note      Kind = "note" // at a place
	Ink       Kind = "ink"  // a mark drawn by hand
	Stamp     Kind = "stamp"
	Comment   Kind = "comment" // on words
)

// Remark is what one reader said at one place.
type Remark struct {
	Kind    Kind
	Reader  string // whose copy it is, or else who signed it; "" when the file does not say
	Signed  string // who signed it, where that is another name than the Reader's
	Comment string
	New     string  // what is to come in, of an Insert or a Replace
	Replies []Reply // what others said to it, and the reader again
	State   string  // "accepted", "rejected" and the like, "" for none
	Date    string  // as RFC 3339 as far as it is known, or as the file has it

	Seen Seen   // where the reader saw it
	File string // the file that the remark came in, as it was named
	Nth  int    // its place among the remarks of that file, from 1

	Place Place // where it stands in the manuscript; see Index.Locate
}

// who is the reader for people: "Ann Lee", "Ann Lee as Bob", "a reader".
func (r *Remark) who() string {
	switch {
	case r.Reader == "":
		return "a reader"
	case r.Signed != "":
		return r.Reader + " as " + r.Signed
	}
	return r.Reader
}

// Reply is a remark on a remark.
type Reply struct {
	Reader  string
	Comment string
	Date    string
}

// Seen is a place as the reader saw it. Everything may be missing.
type Seen struct {
	Copy    string // id of the copy
	Folio   string // of the page, "iv" or "42"
	Sheet   int    // of the page in the reader's file, from 1
	Line    int    // of the page, from 1
	Before  string // the text before the words
	Words   string // the words that are marked; "" for a point
	After   string // the text after the words
	Whole   bool   // Words are the line that the remark is about; no word of it is marked
	Heading string // title of the chapter or section
	File    string // of the manuscript, where the reader's file says so
	Row     int    // line of File, from 1, 0: none
	Offset  int    // byte in File of what the remark is about or comes after; -1: none

	printed string // the whole printed line that it begins on, as the PDF has it; "" where that is not known
}

// Status is what became of the words that a reader marked.
type Status string

// The statuses.
const (
	AsMarked Status = "as marked" // they stand as the reader saw them
	Changed  Status = "changed"   // other words stand in their place
	Gone     Status = "gone"      // they do not stand there any more; the place is the nearest
	Lost     Status = "lost"      // no place could be found
)

// Place is where a remark stands in the manuscript.
type Place struct {
	Status  Status
	Pos     diag.Pos // of the first word, no place when Lost
	End     int      // offset behind the last word, in Pos.Source; Pos.Offset for a point
	Entry   string   // id of the entry that it is in, or ""
	Section string   // heading of the section or the maxim, or ""
	Chapter string   // title of the chapter, or ""
	Now     string   // what stands there now, of Changed
	Before  string   // the text of the same paragraph before the place
	After   string   // and after it
	Others  int      // other places where the same words stand, when nothing says which is meant
}
