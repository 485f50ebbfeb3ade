// Package feedback takes readers' remarks back into the manuscript. Read takes a file apart, whatever program wrote
// it: an annotated PDF, comments exported as FDF or XFDF, notes out of e-readers, a commented .docx, a table. A
// Remark is what one reader said at one place, with the words around it as the reader saw them. NewIndex and
// Index.Locate find the place where these words stand in the manuscript now; the printers give the result as text,
// JSON, a web page or a checklist.
//
// A remark is never lost: one that has no place any more says what is known of where it was.
package feedback

import "octavo/cmd/octavo/internal/locate"

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

	Seen locate.Seen // where the reader saw it
	File string      // the file that the remark came in, as it was named
	Nth  int         // its place among the remarks of that file, from 1

	Place locate.Place // where it stands in the manuscript; see Index.Locate
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
