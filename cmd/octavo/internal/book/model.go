// Package book is the first waist of the pipeline: what an author wrote, parsed. No parser, no paper and no screen is behind it.
//
// A [Book] has [Chapter]s, a chapter has [Block]s, among them entries ([Entry]), and a block has [Inline]s. Every part keeps its
// byte offset in its file ([diag.Pos]). [Walk] and [WalkInlines] visit the parts; [PlainText] returns text without markup;
// [Trace] returns the place of a character in the file that it comes from. Package manuscript makes a Book out of Markdown.
package book

import (
	"strings"

	"octavo/cmd/octavo/internal/diag"
)

// Book is what the author wrote: the first of the two waists of the pipeline. Nothing in it knows of paper or screens.
type Book struct {
	Front []*Chapter // preface and the like, numbered in roman on paper
	Parts []*Part    // the body; a book without parts has one Part without a title
	Back  []*Chapter

	Sources  []*diag.Source      // every file read, in reading order
	Cover    *Picture            // the author's own; nil: none
	Pictures map[string]*Picture // by the path that images name, cleaned, relative to the manuscript folder
	Unlisted []string            // *.md files of the manuscript folder that the contents do not list
}

// Part is a run of chapters under a title of its own.
type Part struct {
	Title    string // "" in a book without parts
	ID       string // anchor, unique in the book
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

// Chapter is one file of the manuscript.
type Chapter struct {
	File   string // path under the manuscript folder
	Source *diag.Source
	Role   Role
	Number int      // 1, 2 … through the body; 0 in front and back matter
	ID     string   // anchor, unique in the book
	Title  []Inline // the level-1 heading
	Pos    diag.Pos
	Blocks []Block
	Notes  []*Note // in order of their first mark

	Titles []diag.Pos // every level-1 heading, for the rule that there be one
}

// Block is one of *Paragraph, *Heading, *Entry, *List, *Quote, *Code, *Table, *Definitions, *Figure, *Break, *HTML.
type Block interface {
	Start() diag.Pos
	block()
}

// Paragraph is running text.
type Paragraph struct {
	Pos  diag.Pos
	Text []Inline
}

// Heading is an ordinary section's heading; the chapter's own title and the entries' maxims are not Headings.
type Heading struct {
	Pos   diag.Pos
	Level int    // 2 to 6
	ID    string // anchor, unique in the book
	Text  []Inline
}

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

// List is a bulleted or a numbered list.
type List struct {
	Pos     diag.Pos
	Ordered bool
	First   int // the first number of an ordered list
	Tight   bool
	Items   []*Item
}

// Item is one item of a list.
type Item struct {
	Pos    diag.Pos
	Blocks []Block
	Task   Task
}

// Task is the box of a task list's item.
type Task int

// The boxes.
const (
	NoTask Task = iota
	Open
	Done
)

// Quote is a block quotation.
type Quote struct {
	Pos         diag.Pos
	Blocks      []Block
	Attribution []Inline // from a last line that starts with a dash; the dash is taken off
	Epigraph    bool     // it opens its chapter
}

// Code is a block of code, fenced or indented.
type Code struct {
	Pos      diag.Pos
	Language string
	Lines    []string // without line ends
}

// Align is the alignment of a table's column.
type Align int

// The alignments.
const (
	AlignDefault Align = iota
	AlignLeft
	AlignCenter
	AlignRight
)

// Table is a table with one head row.
type Table struct {
	Pos   diag.Pos
	Align []Align
	Head  []Cell
	Rows  [][]Cell
}

// Cell is one cell of a table.
type Cell []Inline

// Definitions is a definition list.
type Definitions struct {
	Pos   diag.Pos
	Items []*Definition
}

// Definition is one or more terms with one or more definitions.
type Definition struct {
	Terms [][]Inline
	Pos   diag.Pos
	Defs  [][]Block
}

// Figure is a picture alone in its paragraph; its title is the caption.
type Figure struct {
	Pos     diag.Pos
	Image   *Image
	Caption []Inline
}

// Break is a thematic break.
type Break struct{ Pos diag.Pos }

// HTML is a raw HTML block. It has no form on paper: check reports it, and whoever sets it anyway sets its source.
type HTML struct {
	Pos  diag.Pos
	Text string
}

func (b *Paragraph) Start() diag.Pos   { return b.Pos }
func (b *Heading) Start() diag.Pos     { return b.Pos }
func (b *Entry) Start() diag.Pos       { return b.Pos }
func (b *List) Start() diag.Pos        { return b.Pos }
func (b *Quote) Start() diag.Pos       { return b.Pos }
func (b *Code) Start() diag.Pos        { return b.Pos }
func (b *Table) Start() diag.Pos       { return b.Pos }
func (b *Definitions) Start() diag.Pos { return b.Pos }
func (b *Figure) Start() diag.Pos      { return b.Pos }
func (b *Break) Start() diag.Pos       { return b.Pos }
func (b *HTML) Start() diag.Pos        { return b.Pos }

func (*Paragraph) block()   {}
func (*Heading) block()     {}
func (*Entry) block()       {}
func (*List) block()        {}
func (*Quote) block()       {}
func (*Code) block()        {}
func (*Table) block()       {}
func (*Definitions) block() {}
func (*Figure) block()      {}
func (*Break) block()       {}
func (*HTML) block()        {}

// Inline is one of *Text, *Emph, *Strong, *Strike, *CodeSpan, *Link, *Image, *NoteMark, *LineBreak, *RawHTML,
// *Span.
type Inline interface {
	Start() diag.Pos
	inline()
}

// Text is characters, after smart punctuation and entities; a soft line break is a space in it.
type Text struct {
	Pos   diag.Pos
	Value string
}

// Emph is emphasis.
type Emph struct {
	Pos  diag.Pos
	Text []Inline
}

// Strong is strong emphasis.
type Strong struct {
	Pos  diag.Pos
	Text []Inline
}

// Strike is struck-out text.
type Strike struct {
	Pos  diag.Pos
	Text []Inline
}

// CodeSpan is code in running text.
type CodeSpan struct {
	Pos   diag.Pos
	Value string
}

// Link leads to another place of the book (Target) or to the world (URL); one of the two is set, or neither when the
// author wrote an empty link.
type Link struct {
	Pos    diag.Pos
	Target string // an id of the book, without '#'
	URL    string
	Title  string
	Text   []Inline // empty with a Target: print the target's own words
}

// Image is a picture in running text or in a Figure.
type Image struct {
	Pos   diag.Pos
	Path  string // as the author wrote it
	Alt   string
	Title string
	File  *Picture // nil when it could not be read
}

// Note is a footnote.
type Note struct {
	Pos    diag.Pos
	Label  string
	Number int // 1, 2 … through its chapter, in order of first mark
	Blocks []Block
}

// NoteMark is the mark of a footnote in the text. A note may be marked more than once; First is its first mark.
type NoteMark struct {
	Pos   diag.Pos
	Note  *Note
	First bool
}

// LineBreak is a hard line break.
type LineBreak struct{ Pos diag.Pos }

// RawHTML is raw HTML in running text; see HTML.
type RawHTML struct {
	Pos  diag.Pos
	Text string
}

func (i *Text) Start() diag.Pos      { return i.Pos }
func (i *Emph) Start() diag.Pos      { return i.Pos }
func (i *Strong) Start() diag.Pos    { return i.Pos }
func (i *Strike) Start() diag.Pos    { return i.Pos }
func (i *CodeSpan) Start() diag.Pos  { return i.Pos }
func (i *Link) Start() diag.Pos      { return i.Pos }
func (i *Image) Start() diag.Pos     { return i.Pos }
func (i *NoteMark) Start() diag.Pos  { return i.Pos }
func (i *LineBreak) Start() diag.Pos { return i.Pos }
func (i *RawHTML) Start() diag.Pos   { return i.Pos }
func (i *Span) Start() diag.Pos      { return i.Pos }

func (*Text) inline()      {}
func (*Emph) inline()      {}
func (*Strong) inline()    {}
func (*Strike) inline()    {}
func (*CodeSpan) inline()  {}
func (*Link) inline()      {}
func (*Image) inline()     {}
func (*NoteMark) inline()  {}
func (*LineBreak) inline() {}
func (*RawHTML) inline()   {}
func (*Span) inline()      {}

// Span is words in another language than what they stand in.
type Span struct {
	Pos  diag.Pos
	Lang string // BCP 47
	Text []Inline
}

// Picture is a picture's file, read once.
type Picture struct {
	Path          string  // cleaned, relative to the manuscript folder
	Format        string  // "png", "jpeg" or "gif"
	Data          []byte  // the file's; made anew, upright, when the file says that the picture lies on its side or the like
	Width, Height int     // pixels
	DPI           float64 // as recorded in the file, 0 when it says nothing
}
