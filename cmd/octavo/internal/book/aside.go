package book

import "octavo/cmd/octavo/internal/diag"

// Aside is a passage that is set off from the text: a callout, an admonition, a note in a fence, what a reader of a web page would
// open.
type Aside struct {
	Pos    diag.Pos
	ID     string // anchor, unique in the book; "": the author gave none
	Kind   AsideKind
	Title  []Inline // instead of the kind's label; nil: the author gave none
	Blocks []Block
}

// AsideKind is what an Aside is, and so what its label says.
type AsideKind int

// The kinds.
const (
	PlainAside AsideKind = iota // without a label
	NoteAside
	TipAside
	ImportantAside
	WarningAside
	CautionAside
	ExampleAside
	ExerciseAside
	QuestionAside
	DiscussionAside
	SummaryAside
)

// Grave reports whether an aside of this kind says what must not be missed.
func (k AsideKind) Grave() bool { return k == ImportantAside || k == WarningAside || k == CautionAside }

// Aligned is blocks whose lines stand in the middle of the measure, or at a side of it.
type Aligned struct {
	Pos    diag.Pos
	Align  Align
	Blocks []Block
}

// PageBreak is where the author wants a new page. A screen has no pages, but may leave white.
type PageBreak struct{ Pos diag.Pos }

func (b *Aside) Start() diag.Pos     { return b.Pos }
func (b *Aligned) Start() diag.Pos   { return b.Pos }
func (b *PageBreak) Start() diag.Pos { return b.Pos }

func (*Aside) block()     {}
func (*Aligned) block()   {}
func (*PageBreak) block() {}
