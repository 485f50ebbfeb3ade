// Package feedback brings readers' remarks back to the manuscript. Read reads a file of any supported program: an
// annotated PDF, comments exported as FDF or XFDF, notes from e-readers, a commented .docx, a table. A Remark is what
// one reader said at one place, with the words around it as the reader saw them. [locate.Index] finds the
// place of these words in the current manuscript; the printers write the result as text, JSON, a web page or a
// checklist.
//
// A remark is never lost: one without a place any more is reported with what is known of where it was.
package feedback

import "octavo/cmd/octavo/internal/locate"

// Kind is what a reader did.
type Kind string

// The kinds.
const (
	Highlight Kind = "highlight"
	Underline Kind = "underline"
	Squiggly  Kind = "squiggle"
	Strike    Kind = "strike-out" // delete these words
	Insert    Kind = "insertion"  // New is to be inserted
	Replace   Kind = "replacement"
	Note      Kind = "note" // at a place
	Ink       Kind = "ink"  // a mark drawn by hand
	Stamp     Kind = "stamp"
	Comment   Kind = "comment" // on words
)

// Remark is what one reader said at one place.
type Remark struct {
	Kind    Kind
	Reader  string // the owner of the copy, or else who signed the remark; "" if unknown
	Signed  string // who signed it, if that is not the Reader
	Comment string
	New     string  // the text to insert, for an Insert or a Replace
	Replies []Reply // replies of others, or of the reader
	State   string  // "accepted", "rejected" and the like, "" for none
	Date    string  // as RFC 3339 if it could be parsed, otherwise as in the file

	Edit *Edit // exactly what is to change, as a word processor has recorded it; nil: only what the other fields say is known

	Seen locate.Seen // where the reader saw it
	File string      // name of the remark's file
	Nth  int         // its position among the remarks of that file, from 1

	Place locate.Place // its place in the manuscript; see [locate.Index.Locate]

	said string // what names the remark, whoever made it, taken before its place is looked for; see Remark.saying
}

// who returns the reader for display: "Ann Lee", "Ann Lee as Bob", "a reader".
func (r *Remark) who() string {
	switch {
	case r.Reader == "":
		return "a reader"
	case r.Signed != "":
		return r.Reader + " as " + r.Signed
	}
	return r.Reader
}

// Edit is a tracked change. In all texts U+2029 is the end of a paragraph.
type Edit struct {
	Before, Old, After string // the text as it was sent
	New                string
	Format             string // "italic", "not bold" …: Old is kept, but set so
	Moved              bool   // the words went to another place, or came from one
}

// Reply is a remark on a remark.
type Reply struct {
	Reader  string
	Comment string
	Date    string
}
