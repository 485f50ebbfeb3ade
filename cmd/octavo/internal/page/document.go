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
	Facing                           bool  // pages are seen in pairs, the first alone on the right, as in a bound book
}

// Bookmark is one line of a document's outline.
type Bookmark struct {
	Title  string
	Level  int    // 0 is the outermost
	Anchor string // name of an Anchor on some page
}
