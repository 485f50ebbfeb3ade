package page

import "time"

// Document is everything a page writer needs: the pages and what stands beside them.
type Document struct {
	Title, Author, Subject, Keywords string
	Lang                             string // BCP 47
	Date                             time.Time
	Pages                            []*Page
	Outline                          []Bookmark
	Root                             *Node // the structure that items belong to; nil: the document is not tagged
	Second                           *Ink  // the second ink; nil: there is none
	Facing                           bool  // pages are seen in pairs, the first alone on the right, as in a bound book
	RightToLeft                      bool  // it is bound at the right: of a pair the first page stands on the right, and the first alone on the left
	Printing                         Printing
}

// Printing is what a document tells the program that prints it. All but AsUsual ask for true size, and for paper of the size of the pages.
type Printing uint8

// The ways to print a document.
const (
	AsUsual       Printing = iota // whatever the program has set
	OneSide                       // on one side of the paper
	FlipLongEdge                  // on both sides, the paper turned over its long edge
	FlipShortEdge                 // on both sides, the paper turned over its short edge
)

// Bookmark is one line of a document's outline.
type Bookmark struct {
	Title  string
	Level  int    // 0 is the outermost
	Anchor string // name of an Anchor on some page
}

// Ink is a second ink beside black. Items in it have a Color that is Second, whose parts are those for a screen.
type Ink struct {
	Name    string // of its plate
	Process Color  // what a press mixes it from
}
