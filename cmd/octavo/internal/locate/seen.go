package locate

import "octavo/cmd/octavo/internal/diag"

// Seen is a place as the reader saw it. Every field may be missing.
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

	Printed string // the whole printed line that it begins on, as the PDF has it; "" where that is not known
}

// Status says whether the words that a reader marked are still in the manuscript.
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
	Here    string   // the words from Pos to End, as they are printed
	Now     string   // the same, of Changed only
	Before  string   // the text of the same paragraph before the place
	After   string   // and after it
	Others  int      // other places where the same words stand, when nothing says which is meant; of Lost: all of them
}
