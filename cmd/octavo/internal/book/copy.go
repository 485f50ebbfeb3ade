package book

// Copy returns a copy of a chapter that nothing changes when a book is made of the chapter another time: [Book.Count], [Book.Classify]
// and package manuscript write into chapters what follows from all of the book, such as numbers, ids and what links lead to. The
// copy has its own of everything that is written into, and shares the rest, which is most of it, with the chapter.
func (c *Chapter) Copy() *Chapter {
	own := *c
	k := copier{make(map[*Note]*Note, len(c.Notes))}
	own.Notes = nil
	for _, n := range c.Notes {
		note := *n
		own.Notes, k.notes[n] = append(own.Notes, &note), &note
	}
	own.Title = k.text(c.Title)
	own.BelowTitle = each(c.BelowTitle, func(l TitleLine) (TitleLine, bool) {
		text := k.text(l.Text)
		return TitleLine{l.Kind, text}, !same(text, l.Text)
	})
	own.Blocks = k.blocks(c.Blocks)
	for _, n := range own.Notes {
		n.Blocks = k.blocks(n.Blocks)
	}
	return &own
}

// copier copies what is written into, and what holds it. Its methods return what they are given where nothing in that is copied.
type copier struct{ notes map[*Note]*Note }

// same reports whether two slices of one length are one.
func same[T any](a, b []T) bool { return len(a) == 0 || &a[0] == &b[0] }

// each returns a slice of what f makes of the elements of another, or that slice where f changes none.
func each[T any](in []T, f func(T) (T, bool)) []T {
	out := in
	for i, one := range in {
		to, changed := f(one)
		if !changed {
			continue
		}
		if same(in, out) {
			out = append([]T(nil), in...)
		}
		out[i] = to
	}
	return out
}

func (k copier) text(text []Inline) []Inline {
	return each(text, func(in Inline) (Inline, bool) {
		to := k.inline(in)
		return to, to != in
	})
}

func (k copier) texts(texts [][]Inline) [][]Inline {
	return each(texts, func(text []Inline) ([]Inline, bool) {
		to := k.text(text)
		return to, !same(to, text)
	})
}

func (k copier) inline(in Inline) Inline {
	switch in := in.(type) {
	case *Link:
		own := *in
		own.Text = k.text(in.Text)
		return &own
	case *Image:
		own := *in
		return &own
	case *NoteMark:
		if note := k.notes[in.Note]; note != nil {
			own := *in
			own.Note = note
			return &own
		}
	case *Span:
		if text := k.text(in.Text); in.ID != "" || !same(text, in.Text) {
			own := *in
			own.Text = text
			return &own
		}
	case *Emph:
		if text := k.text(in.Text); !same(text, in.Text) {
			return &Emph{in.Pos, text}
		}
	case *Strong:
		if text := k.text(in.Text); !same(text, in.Text) {
			return &Strong{in.Pos, text}
		}
	case *Strike:
		if text := k.text(in.Text); !same(text, in.Text) {
			return &Strike{in.Pos, text}
		}
	}
	return in
}

func (k copier) blocks(blocks []Block) []Block {
	return each(blocks, func(b Block) (Block, bool) {
		to := k.block(b)
		return to, to != b
	})
}

func (k copier) block(b Block) Block {
	switch b := b.(type) {
	case *Paragraph:
		if text := k.text(b.Text); !same(text, b.Text) {
			return &Paragraph{b.Pos, text}
		}
	case *Heading:
		own := *b
		own.Text = k.text(b.Text)
		return &own
	case *Entry:
		own := *b
		own.Maxim, own.CardText, own.BackText, own.Gloss = k.text(b.Maxim), k.text(b.CardText), k.texts(b.BackText), k.blocks(b.Gloss)
		return &own
	case *Verse:
		return k.verse(b)
	case *List:
		if items := k.items(b.Items); !same(items, b.Items) {
			own := *b
			own.Items = items
			return &own
		}
	case *Quote:
		if blocks, words := k.blocks(b.Blocks), k.text(b.Attribution); !same(blocks, b.Blocks) || !same(words, b.Attribution) {
			own := *b
			own.Blocks, own.Attribution = blocks, words
			return &own
		}
	case *Aside:
		own := *b
		own.Title, own.Blocks = k.text(b.Title), k.blocks(b.Blocks)
		return &own
	case *Aligned:
		if blocks := k.blocks(b.Blocks); !same(blocks, b.Blocks) {
			return &Aligned{b.Pos, b.Align, blocks}
		}
	case *Definitions:
		return k.definitions(b)
	case *Table:
		own := *b
		own.Caption, own.Head = k.text(b.Caption), k.cells(b.Head)
		own.Rows = each(b.Rows, func(row []Cell) ([]Cell, bool) {
			to := k.cells(row)
			return to, !same(to, row)
		})
		return &own
	case *Figure:
		own := *b
		own.Image, _ = k.inline(b.Image).(*Image)
		own.Caption = k.text(b.Caption)
		return &own
	}
	return b
}

func (k copier) verse(b *Verse) Block {
	stanzas := each(b.Stanzas, func(s *Stanza) (*Stanza, bool) {
		lines := each(s.Lines, func(l *VerseLine) (*VerseLine, bool) {
			text := k.text(l.Text)
			if same(text, l.Text) {
				return l, false
			}
			return &VerseLine{l.Pos, l.Indent, text}, true
		})
		return &Stanza{s.Pos, lines}, !same(lines, s.Lines)
	})
	if same(stanzas, b.Stanzas) {
		return b
	}
	return &Verse{b.Pos, b.Quoted, stanzas}
}

func (k copier) items(items []*Item) []*Item {
	return each(items, func(item *Item) (*Item, bool) {
		blocks := k.blocks(item.Blocks)
		if same(blocks, item.Blocks) {
			return item, false
		}
		return &Item{item.Pos, blocks, item.Task}, true
	})
}

func (k copier) definitions(b *Definitions) Block {
	items := each(b.Items, func(d *Definition) (*Definition, bool) {
		terms := k.texts(d.Terms)
		defs := each(d.Defs, func(blocks []Block) ([]Block, bool) {
			to := k.blocks(blocks)
			return to, !same(to, blocks)
		})
		return &Definition{terms, d.Pos, defs}, !same(terms, d.Terms) || !same(defs, d.Defs)
	})
	if same(items, b.Items) {
		return b
	}
	return &Definitions{b.Pos, items}
}

func (k copier) cells(cells []Cell) []Cell {
	return each(cells, func(cell Cell) (Cell, bool) {
		to := Cell(k.text(cell))
		return to, !same(to, cell)
	})
}
