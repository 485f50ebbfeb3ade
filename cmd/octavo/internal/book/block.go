package book

import (
	"octavo/cmd/octavo/internal/diag"
)

// Block is one of *Paragraph, *Verse, *Heading, *Entry, *List, *Quote, *Aside, *Aligned, *Code, *Table, *Definitions, *Figure, *Break,
// *PageBreak, *HTML.
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
	ID    string // anchor, unique in the book; the author's own or made from the words
	Text  []Inline
}

// List is a bulleted or a numbered list.
type List struct {
	Pos     diag.Pos
	Ordered bool
	First   int // the first number of an ordered list
	Numerals
	Tight bool
	Items []*Item
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
	Pos     diag.Pos
	ID      string   // anchor, unique in the book; "": the author gave none
	Number  string   // as it is printed, "3" or "2.3"; "": none
	Caption []Inline // stands above it, wherever the author wrote it
	Align   []Align
	Head    []Cell
	Rows    [][]Cell
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
	ID      string // anchor, unique in the book; "": the author gave none
	Number  string // as it is printed, "3" or "2.3"; "": none
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
func (b *Verse) Start() diag.Pos       { return b.Pos }
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
func (*Verse) block()       {}
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

// Drawn reports whether lines of code are a drawing: two of them have a sign of box drawing or a block that goes on in the next line.
func Drawn(lines []string) bool {
	n := 0
	for _, l := range lines {
		for _, r := range l {
			if r > '─' && r <= '▟' && r != '━' && r != '═' {
				n++
				break
			}
		}
	}
	return n > 1
}
