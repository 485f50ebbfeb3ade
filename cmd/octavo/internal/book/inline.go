package book

import (
	"bytes"

	"octavo/cmd/octavo/internal/diag"
)

// Inline is one of *Text, *Emph, *Strong, *Strike, *CodeSpan, *Link, *Image, *NoteMark, *LineBreak, *RawHTML,
// *Span, *Math.
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

// Link leads to another place of the book (Target) or to the world (URL). One of the two is set, or neither when only its words
// are to be set: the author wrote an empty link, or one that leads to nothing in the book.
type Link struct {
	Pos       diag.Pos
	Target    string // an id of the book, without '#'
	URL       string
	Elsewhere string // the address of a link that leads neither into the book nor to the world, as it was written
	Title     string
	Text      []Inline // empty with a Target: print the target's own words

	To     *Numbered // the figure or table to which a link without words leads, if that has a number: print it
	Opens  bool      // such a link begins a sentence
	Within bool      // such a link stands in parentheses
}

// maxAddress limits how many bytes of a link are searched for its address.
const maxAddress = 2000

// Address returns the place of the link's address in its file, from the given text on, and the offset of its end. That is the
// link's own place, and 0, where the address is written in some other way or elsewhere.
func (l *Link) Address(text string) (pos diag.Pos, end int) {
	src := l.Pos.Source.Text[min(l.Pos.Offset, len(l.Pos.Source.Text)):]
	if n := bytes.Index(src[:min(len(src), maxAddress)], []byte(text)); n >= 0 {
		at := l.Pos.Offset + n
		return diag.Pos{Source: l.Pos.Source, Offset: at}, at + len(text)
	}
	return l.Pos, 0
}

// Image is a picture in running text or in a Figure.
type Image struct {
	Pos           diag.Pos
	Path          string // as the author wrote it
	Alt           string
	Lang          string // of Alt, BCP 47; "": that of the words around it
	Title         string
	Width, Height Extent   // the printed size that the author asks for, of which Width counts if it is given; zero: none
	Decoration    bool     // it shows nothing that a reader who cannot see it would miss
	Origin        Origin   // whose work it is; "": that of what it stands in
	File          *Picture // nil when it could not be read
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
