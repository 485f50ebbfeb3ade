package book

import "octavo/cmd/octavo/internal/diag"

// Verse is lines that end where their author ended them, all of them but the last of each stanza with a hard break: a poem
// in a quotation, or lines outside one, such as an address.
type Verse struct {
	Pos     diag.Pos
	Quoted  bool // a poem: it is set apart and placed by its lines; other lines stand where a paragraph would
	Stanzas []*Stanza
}

// Stanza is lines without white between them.
type Stanza struct {
	Pos   diag.Pos
	Lines []*VerseLine // at least one
}

// VerseLine is one line as its author meant it; on a narrow page it may have to be turned.
type VerseLine struct {
	Pos    diag.Pos
	Indent int // its indent, in hundredths of an em
	Text   []Inline
}

// Text returns the stanza as running text, its lines parted by line breaks and without their indents.
func (s *Stanza) Text() []Inline {
	var out []Inline
	for i, l := range s.Lines {
		if i > 0 {
			out = append(out, &LineBreak{Pos: l.Pos})
		}
		out = append(out, l.Text...)
	}
	return out
}
