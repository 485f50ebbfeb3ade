// Package book is the first waist of the pipeline: what an author wrote, as [Book], [Chapter], [Block], [Inline] and [Entry],
// with walks over them. Nothing in it knows of Markdown, paper or screens; package manuscript makes a Book.
package book

import (
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/drawing"
)

// Book is what the author wrote: the first of the two waists of the pipeline. Nothing in it knows of paper or screens.
type Book struct {
	Front []*Chapter // preface and the like, numbered in roman on paper
	Parts []*Part    // the body; a book without parts has one Part without a title
	Back  []*Chapter

	Sources   []*diag.Source      // every file read, in reading order
	EPUBCover *Picture            // the author's own; nil: none
	Cover     *Cover              // of the printed book; nil: none
	Device    *Picture            // for the title page, one of Pictures too; nil: none
	Art       []Art               // pictures for cards
	Pictures  map[string]*Picture // by the path that images name, cleaned, relative to the manuscript folder
	Unlisted  []string            // chapters in the manuscript folder that the contents do not list
}

// Art is a picture that book.toml gives cards. What is wrong with one is wrong with the deck alone.
type Art struct {
	File    File
	Picture *Picture  // nil: it cannot be read
	Found   diag.List // why it cannot
}

// Part is a run of chapters under a title of its own.
type Part struct {
	Title    string // "" in a book without parts
	Short    string // the title in running heads; "": the title itself
	ID       string // anchor, unique in the book
	Number   int    // as it is printed; 0: none, or the title says it
	Pos      diag.Pos
	Chapters []*Chapter
}

// Role is where a chapter stands in the book.
type Role int

// The roles.
const (
	Body Role = iota
	Front
	Back
)

// Chapter is a file of the manuscript, or what one of several titles in a file heads.
type Chapter struct {
	File   string // path under the manuscript folder
	Source *diag.Source
	Role   Role
	Number int      // 1, 2 … through the body, as it is printed; 0: none, or the title says it
	ID     string   // anchor, unique in the book
	Title  []Inline // nil where the file could not be read
	Short  string   // the title in running heads; "": the title itself
	Pos    diag.Pos
	Blocks []Block
	Notes  []*Note // in order of their first mark

	BelowTitle []TitleLine // what stands under the title
	Aliases    []string    // other names that links know it by

	Counted  Choice // whether the file wants a number
	Unlisted bool   // the contents leave it out
	Named    bool   // its title is the name of its file, for want of another
	Opening  bool   // it stands before the title page
	Origin   Origin // whose work the file is; "": that of the book

	Given map[string]diag.Pos // ids that the author wrote in the file: in braces, at the number sign; in HTML, at the tag
}

// TitleLine is a line under a chapter's title.
type TitleLine struct {
	Kind TitleLineKind
	Text []Inline
}

// TitleLineKind is what a line under a title says.
type TitleLineKind int

// The kinds, in the order in which they stand.
const (
	Subtitle TitleLineKind = iota
	Byline                 // whose the chapter is, where it is not by the authors of the book
	Dateline               // when it was written
)

// Choice is what an author chose where the default depends on other things.
type Choice int

// The choices.
const (
	Default Choice = iota
	Yes
	No
)

// Picture is a picture's file, read once.
type Picture struct {
	Path          string           // cleaned, relative to the manuscript folder
	Format        string           // "png" or "jpeg"; "tiff" when it is in CMYK; "svg" when it is a drawing
	Data          []byte           // the file's; made anew when it is of another format, or says that the picture lies on its side or the like
	Width, Height int              // pixels
	DPI           float64          // as recorded in the file, 0 when it says nothing
	Part          string           // what of the file is left out, as a clause; "": nothing
	Drawing       *drawing.Drawing // the shapes of an SVG; nil: the picture is made of pixels
}
