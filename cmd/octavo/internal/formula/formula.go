// Package formula reads simple mathematics in TeX's notation: letters, scripts, fractions, roots, sums, delimiters, accents.
//
// [Parse] returns a [Row], or says at which byte something stands that is beyond it. [Text] writes a row as a line of characters,
// for alternative texts and search, and [MathML] as an element of MathML. Package textstyle sets it.
package formula

// Node is one of Row, *Symbol, *Words, Space, *Scripts, *Fraction, *Root, *Fenced, *Accented.
type Node interface{ node() }

// Row is nodes side by side.
type Row []Node

// Symbol is a letter, a number, a sign or the name of a function. Its text is never empty.
type Symbol struct {
	Text  string
	Class Class
	Face  Face
}

// Words is text in a formula, as \text has it.
type Words struct{ Text string }

// Space is white, in eighteenths of an em; it may be less than 0.
type Space int

// Scripts is what has something at its upper right, its lower right, or above and below it.
type Scripts struct {
	Base     Node // an empty Row where nothing stands before the scripts
	Sub, Sup Row  // nil: none
	Limits   bool // in a display they stand below and above the base: those of a sum
}

// Fraction is one row over another.
type Fraction struct {
	Over, Under Row
	Bare        bool // without a rule: a binomial coefficient in its parentheses
}

// Root is a square root, or that of Index.
type Root struct {
	Index Row // nil: 2
	Of    Row
}

// Fenced is a row between delimiters as high as it is. An empty delimiter is not seen.
type Fenced struct {
	Open, Close string
	Inside      Row
}

// Accented is a row with a mark over all of it, or a line under it.
type Accented struct {
	Mark  Mark
	Under bool // the mark stands below
	Over  Row
}

// Mark is what stands over an Accented row.
type Mark struct {
	Text string // a spacing character: "ˆ"
	Wide bool   // it is a line as wide as the row
}

// Class is what a symbol is to its neighbours, which decides on the white beside it (D. E. Knuth, The TeXbook, chapters 17 and 18).
type Class uint8

// The classes.
const (
	Ordinary    Class = iota
	Operator          // a sum, or the name of a function
	Binary            // +
	Relation          // =
	Opening           // (
	Closing           // )
	Punctuation       // ,
)

// Face is how a symbol's letters are set.
type Face uint8

// The faces.
const (
	Italic Face = iota // of single Latin and small Greek letters
	Roman
	Bold
)

func (Row) node()       {}
func (*Symbol) node()   {}
func (*Words) node()    {}
func (Space) node()     {}
func (*Scripts) node()  {}
func (*Fraction) node() {}
func (*Root) node()     {}
func (*Fenced) node()   {}
func (*Accented) node() {}

// ClassOf returns the class of a node.
func ClassOf(n Node) Class {
	switch n := n.(type) {
	case *Symbol:
		return n.Class
	case *Scripts:
		return ClassOf(n.Base)
	}
	return Ordinary // a group too, whatever is in it: the comma of 3{,}5
}

// Between returns the white between two nodes of a row, in eighteenths of an em, by the table of The TeXbook (page 170) with the
// thin, medium and thick spaces of plain TeX; in scripts medium and thick spaces are none.
func Between(before, after Class, script bool) int {
	const thin, medium, thick = 3, 4, 5
	switch w := spacing[before][after]; {
	case w == 1:
		return thin
	case script || w == 0:
		return 0
	case w == 2:
		return thin
	case w == 3:
		return medium
	}
	return thick
}

// spacing is the table of The TeXbook, page 170, without the rows and columns of what cannot stand there: 1 is a thin space, 2 one
// that scripts do not have, 3 a medium space, 4 a thick one.
var spacing = [...][7]uint8{
	Ordinary:    {0, 1, 3, 4, 0, 0, 0},
	Operator:    {1, 1, 0, 4, 0, 0, 0},
	Binary:      {3, 3, 0, 0, 3, 0, 0},
	Relation:    {4, 4, 0, 0, 4, 0, 0},
	Opening:     {0, 0, 0, 0, 0, 0, 0},
	Closing:     {0, 1, 3, 4, 0, 0, 0},
	Punctuation: {2, 2, 0, 2, 2, 2, 2},
}
