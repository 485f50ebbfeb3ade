package book

import "strings"

// Chapters are the book's chapters in reading order: front, body, back.
func (b *Book) Chapters() []*Chapter {
	out := append([]*Chapter(nil), b.Front...)
	for _, p := range b.Parts {
		out = append(out, p.Chapters...)
	}
	return append(out, b.Back...)
}

// Entries are the book's entries in reading order; an entry in another's gloss comes after it.
func (b *Book) Entries() []*Entry {
	var out []*Entry
	for _, c := range b.Chapters() {
		out = append(out, c.Entries()...)
	}
	return out
}

// Entries are the chapter's entries in reading order; an entry in another's gloss comes after it.
func (c *Chapter) Entries() []*Entry {
	var out []*Entry
	Walk(c.Blocks, func(b Block) {
		if e, ok := b.(*Entry); ok {
			out = append(out, e)
		}
	})
	return out
}

// Walk calls f for every block, a block before the blocks inside it: glosses, items, quotations, definitions. It does
// not follow footnote marks; a chapter's notes are in Chapter.Notes.
func Walk(blocks []Block, f func(Block)) {
	for _, b := range blocks {
		f(b)
		switch b := b.(type) {
		case *Entry:
			Walk(b.Gloss, f)
		case *List:
			for _, item := range b.Items {
				Walk(item.Blocks, f)
			}
		case *Quote:
			Walk(b.Blocks, f)
		case *Aside:
			Walk(b.Blocks, f)
		case *Aligned:
			Walk(b.Blocks, f)
		case *Definitions:
			for _, d := range b.Items {
				for _, def := range d.Defs {
					Walk(def, f)
				}
			}
		}
	}
}

// Runs calls f for every run of text that is a block's own: a paragraph's, each line of verse, a heading's, a maxim, each cell, each term,
// a caption, an aside's title, an attribution. The text of blocks inside the block is theirs: Walk reaches them.
func Runs(b Block, f func([]Inline)) {
	switch b := b.(type) {
	case *Paragraph:
		f(b.Text)
	case *Verse:
		for _, s := range b.Stanzas {
			for _, l := range s.Lines {
				f(l.Text)
			}
		}
	case *Heading:
		f(b.Text)
	case *Entry:
		f(b.Maxim)
	case *Quote:
		if b.Attribution != nil {
			f(b.Attribution)
		}
	case *Aside:
		if b.Title != nil {
			f(b.Title)
		}
	case *Table:
		if b.Caption != nil {
			f(b.Caption)
		}
		for _, cell := range b.Head {
			f(cell)
		}
		for _, row := range b.Rows {
			for _, cell := range row {
				f(cell)
			}
		}
	case *Definitions:
		for _, d := range b.Items {
			for _, term := range d.Terms {
				f(term)
			}
		}
	case *Figure:
		f([]Inline{b.Image})
		if b.Caption != nil {
			f(b.Caption)
		}
	}
}

// Rewrite replaces every run of text that is a block's own, as [Runs] has them, by what f makes of it. A picture that is a figure
// stays.
func Rewrite(b Block, f func([]Inline) []Inline) {
	some := func(text []Inline) []Inline {
		if len(text) == 0 {
			return text
		}
		return f(text)
	}
	switch b := b.(type) {
	case *Paragraph:
		b.Text = some(b.Text)
	case *Verse:
		for i := range b.Stanzas {
			for j := range b.Stanzas[i].Lines {
				b.Stanzas[i].Lines[j].Text = some(b.Stanzas[i].Lines[j].Text)
			}
		}
	case *Heading:
		b.Text = some(b.Text)
	case *Entry:
		b.Maxim = some(b.Maxim)
	case *Quote:
		b.Attribution = some(b.Attribution)
	case *Aside:
		b.Title = some(b.Title)
	case *Table:
		b.Caption = some(b.Caption)
		for i := range b.Head {
			b.Head[i] = some(b.Head[i])
		}
		for _, row := range b.Rows {
			for i := range row {
				row[i] = some(row[i])
			}
		}
	case *Definitions:
		for _, d := range b.Items {
			for i := range d.Terms {
				d.Terms[i] = some(d.Terms[i])
			}
		}
	case *Figure:
		b.Caption = some(b.Caption)
	}
}

// ReadingOrder calls f for every run of text of blocks and of the blocks inside them, in the order in which they are read: an
// attribution after its quotation, each term before its definitions. It does not go into blocks for which skip, if not nil,
// returns true.
func ReadingOrder(blocks []Block, skip func(Block) bool, f func([]Inline)) {
	for _, b := range blocks {
		if skip != nil && skip(b) {
			continue
		}
		switch b := b.(type) {
		case *Entry:
			f(b.Maxim)
			ReadingOrder(b.Gloss, skip, f)
		case *List:
			for _, item := range b.Items {
				ReadingOrder(item.Blocks, skip, f)
			}
		case *Quote:
			ReadingOrder(b.Blocks, skip, f)
			f(b.Attribution)
		case *Aside:
			f(b.Title)
			ReadingOrder(b.Blocks, skip, f)
		case *Aligned:
			ReadingOrder(b.Blocks, skip, f)
		case *Definitions:
			for _, d := range b.Items {
				for _, term := range d.Terms {
					f(term)
				}
				for _, def := range d.Defs {
					ReadingOrder(def, skip, f)
				}
			}
		default:
			Runs(b, f)
		}
	}
}

// Inside returns the inlines inside an inline: those of emphasis, of a link and so on. A footnote's are not inside its mark.
func Inside(i Inline) []Inline {
	switch i := i.(type) {
	case *Emph:
		return i.Text
	case *Strong:
		return i.Text
	case *Strike:
		return i.Text
	case *Link:
		return i.Text
	case *Span:
		return i.Text
	}
	return nil
}

// WalkInlines calls f for every inline, an inline before those inside it. It does not follow footnote marks.
func WalkInlines(text []Inline, f func(Inline)) {
	for _, i := range text {
		f(i)
		WalkInlines(Inside(i), f)
	}
}

// Walk calls block for every block of the chapter and its notes, and inline for every inline of its title, blocks and
// notes, in reading order, the notes last. Either function may be nil.
func (c *Chapter) Walk(block func(Block), inline func(Inline)) {
	run := func(text []Inline) { WalkInlines(text, inline) }
	if inline != nil {
		run(c.Title)
		for _, l := range c.BelowTitle {
			run(l.Text)
		}
	}
	visit := func(b Block) {
		if block != nil {
			block(b)
		}
		if inline != nil {
			Runs(b, run)
		}
	}
	Walk(c.Blocks, visit)
	for _, n := range c.Notes {
		Walk(n.Blocks, visit)
	}
}

// PlainText is text without its markup: a picture counts as its description, a line break as a space, a footnote mark
// as nothing, raw HTML as its source. Superscripts and subscripts are such characters where Unicode has them.
func PlainText(text []Inline) string {
	if len(text) == 1 {
		if t, ok := text[0].(*Text); ok {
			return t.Value
		}
	}
	var b strings.Builder
	appendPlain(&b, text)
	return b.String()
}

func appendPlain(b *strings.Builder, text []Inline) {
	for _, i := range text {
		switch i := i.(type) {
		case *Text:
			b.WriteString(i.Value)
		case *CodeSpan:
			b.WriteString(i.Value)
		case *Image:
			b.WriteString(i.Alt)
		case *Math:
			b.WriteString(i.Plain())
		case *LineBreak:
			b.WriteByte(' ')
		case *RawHTML:
			b.WriteString(i.Text)
		case *Span:
			if i.Style == Superscript || i.Style == Subscript {
				b.WriteString(positioned(PlainText(i.Text), i.Style))
				continue
			}
			appendPlain(b, i.Text)
		default:
			appendPlain(b, Inside(i))
		}
	}
}
