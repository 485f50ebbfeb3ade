package book

import "octavo/cmd/octavo/internal/diag"

// Contents says which files make the book, in order. Names are slash-separated paths under the manuscript folder, each
// with the place that lists it.
type Contents struct {
	Front []File
	Parts []PartFiles
	Back  []File
	Cover File // the picture of the cover; without a name: none
	All   bool // nothing is listed: every *.md of the folder, sorted, is the body

	Language string // BCP 47, by whose rules apostrophes are told from quotation marks
}

// PartFiles is one part of the body.
type PartFiles struct {
	Title    string
	Pos      diag.Pos
	Chapters []File
}

// File is a file as it is listed.
type File struct {
	Name string
	Pos  diag.Pos
}
