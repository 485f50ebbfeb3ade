package locate

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
)

// Index is the words of a book, to find remarks' places among them. It may be used by many goroutines.
type Index struct {
	book    *book.Book
	runs    []run
	words   []string
	spots   []spot
	owners  []owner
	times   map[string][]int32 // word: where it stands
	triples map[[3]string][]int32
	bySpot  map[*diag.Source][]located // sorted by offset

	headings map[string]bool // by their words
}

// run is a paragraph's text, a heading's, a cell's.
type run struct {
	text   string
	pieces []piece
}

// piece is the part of a run that comes from one inline.
type piece struct {
	from  int // in the run's text
	pos   diag.Pos
	value string
	made  bool // printed there, but not written there: the words of what a link leads to
}

// spot is where a word stands.
type spot struct {
	run, owner int32
	from, to   int32 // in the run's text
}

// located is a word by its place in a file, nearly.
type located struct{ offset, word int32 }

// owner is what a word belongs to.
type owner struct{ entry, section, chapter string }

// Text is words of the book that stand in no chapter, such as its title in book.toml.
type Text struct {
	Pos   diag.Pos
	Value string
	What  string // what a reader would call it, "title page"
}

// NewIndex lists the words of a book. More are texts that are printed beside the chapters.
func NewIndex(bk *book.Book, more ...Text) *Index {
	x := &Index{book: bk, times: map[string][]int32{}, triples: map[[3]string][]int32{},
		bySpot: map[*diag.Source][]located{}, headings: map[string]bool{}}
	b := builder{Index: x, titles: map[string]string{}}
	for _, t := range more {
		b.owner(owner{chapter: t.What})
		b.text(t.Value, t.Pos)
	}
	b.chapters()
	for i, w := range x.words {
		x.times[w] = append(x.times[w], int32(i))
		if i+2 < len(x.words) {
			key := [3]string(x.words[i : i+3])
			x.triples[key] = append(x.triples[key], int32(i))
		}
		p, offset := x.pieceAtStart(i)
		x.bySpot[p.pos.Source] = append(x.bySpot[p.pos.Source], located{int32(p.pos.Offset + offset), int32(i)})
	}
	for _, list := range x.bySpot {
		slices.SortStableFunc(list, func(a, b located) int { return cmp.Compare(a.offset, b.offset) })
	}
	return x
}

// builder walks through a book.
type builder struct {
	*Index
	titles map[string]string // what links print, by id
	notes  map[*book.Note]int
}

func (b *builder) owner(o owner) { b.owners = append(b.owners, o) }

func (b *builder) chapters() {
	title := func(id string, text []book.Inline) {
		b.titles[id] = book.PlainText(text)
		b.headings[headingKey(b.titles[id])] = true
	}
	for _, ch := range b.book.Chapters() {
		title(ch.ID, ch.Title)
		book.Walk(ch.Blocks, func(block book.Block) {
			switch block := block.(type) {
			case *book.Entry:
				title(block.ID, block.Maxim)
			case *book.Heading:
				title(block.ID, block.Text)
			}
		})
	}
	for _, ch := range b.book.Front {
		b.chapter(ch)
	}
	for _, p := range b.book.Parts {
		if p.Title != "" {
			b.headings[headingKey(p.Title)] = true
			b.owner(owner{chapter: p.Title})
			b.text(p.Title, p.Pos)
		}
		for _, ch := range p.Chapters {
			b.chapter(ch)
		}
	}
	for _, ch := range b.book.Back {
		b.chapter(ch)
	}
}

func (b *builder) chapter(ch *book.Chapter) {
	b.notes = map[*book.Note]int{}
	title := book.PlainText(ch.Title)
	b.owner(owner{chapter: title})
	first := len(b.owners) - 1
	b.inlines(ch.Title)
	for _, l := range ch.BelowTitle {
		b.inlines(l.Text)
	}
	b.blocks(ch.Blocks, title)
	for _, n := range ch.Notes {
		o := b.owners[first]
		if i, ok := b.notes[n]; ok {
			o = b.owners[i]
		}
		b.owner(o)
		b.made(strconv.Itoa(n.Number), n.Pos)
		b.blocks(n.Blocks, title)
	}
}

// blocks lists blocks in the order in which they are printed.
func (b *builder) blocks(list []book.Block, chapter string) {
	outer := b.owners[len(b.owners)-1]
	for _, block := range list {
		switch block := block.(type) {
		case *book.Heading:
			entry := b.owners[len(b.owners)-1].entry
			b.owner(owner{entry: entry, section: book.PlainText(block.Text), chapter: chapter})
			b.inlines(block.Text)
		case *book.Entry:
			b.owner(owner{entry: block.ID, section: book.PlainText(block.Maxim), chapter: chapter})
			b.keys(block)
			b.inlines(block.Maxim)
			b.blocks(block.Gloss, chapter)
			for i, id := range block.See {
				b.made(b.titles[id], block.Places["see."+strconv.Itoa(i)])
			}
			b.owner(outer)
		case *book.Paragraph:
			b.inlines(block.Text)
		case *book.Verse:
			for _, s := range block.Stanzas {
				b.inlines(s.Text())
			}
		case *book.List:
			for i, item := range block.Items {
				if block.Ordered {
					b.made(block.Figures.Write(block.First+i), item.Pos)
				}
				b.blocks(item.Blocks, chapter)
			}
		case *book.Quote:
			b.blocks(block.Blocks, chapter)
			b.inlines(block.Attribution)
		case *book.Aside:
			b.inlines(block.Title)
			b.blocks(block.Blocks, chapter)
		case *book.Aligned:
			b.blocks(block.Blocks, chapter)
		case *book.Table:
			b.inlines(block.Caption)
			for _, cell := range block.Head {
				b.inlines(cell)
			}
			for _, row := range block.Rows {
				for _, cell := range row {
					b.inlines(cell)
				}
			}
		case *book.Definitions:
			for _, d := range block.Items {
				for _, term := range d.Terms {
					b.inlines(term)
				}
				for _, def := range d.Defs {
					b.blocks(def, chapter)
				}
			}
		case *book.Figure:
			b.inlines(block.Caption)
		case *book.Code:
			b.code(block)
		case *book.HTML:
			b.text(block.Text, block.Pos)
		}
	}
}

// keys lists what of an entry's block is printed.
func (b *builder) keys(e *book.Entry) {
	var r run
	say := func(key, words string) {
		if at := e.Places[key]; at.IsValid() && words != "" {
			r.pieces = append(r.pieces, piece{len(r.text), at, words, true})
			r.text += words
		}
	}
	say("kind", e.Kind)
	for _, v := range e.Values {
		for _, words := range append([]string{v.Text}, v.Items...) {
			say(v.Key, " "+words)
		}
	}
	b.add(r)
}

// code lists the lines of a block of code where they stand in the file.
func (b *builder) code(c *book.Code) {
	if !c.Pos.IsValid() {
		return
	}
	at := min(c.Pos.Offset, len(c.Pos.Source.Text))
	for _, line := range c.Lines {
		text := strings.TrimSpace(line)
		i := strings.Index(string(c.Pos.Source.Text[at:min(len(c.Pos.Source.Text), at+4096)]), text)
		if i < 0 {
			i, text = 0, line
		}
		b.text(text, diag.Pos{Source: c.Pos.Source, Offset: at + i})
		at += i + len(text)
	}
}

func (b *builder) text(value string, pos diag.Pos) {
	b.add(run{text: value, pieces: []piece{{pos: pos, value: value}}})
}

func (b *builder) made(value string, pos diag.Pos) {
	b.add(run{text: value, pieces: []piece{{pos: pos, value: value, made: true}}})
}

// inlines lists a run of text.
func (b *builder) inlines(text []book.Inline) {
	var r run
	var s strings.Builder
	put := func(p piece) {
		p.from = s.Len()
		r.pieces = append(r.pieces, p)
		s.WriteString(p.value)
	}
	book.WalkInlines(text, func(i book.Inline) {
		switch i := i.(type) {
		case *book.Text:
			put(piece{pos: i.Pos, value: i.Value})
		case *book.CodeSpan:
			put(piece{pos: i.Pos, value: i.Value})
		case *book.Math:
			put(piece{pos: i.Pos, value: i.Plain(), made: true})
		case *book.RawHTML:
			put(piece{pos: i.Pos, value: i.Text})
		case *book.LineBreak:
			put(piece{pos: i.Pos, value: " ", made: true})
		case *book.Link:
			if len(i.Text) == 0 {
				put(piece{pos: i.Pos, value: b.titles[i.Target], made: true})
			}
		case *book.NoteMark:
			put(piece{pos: i.Pos, value: " " + strconv.Itoa(i.Note.Number) + " ", made: true})
			if _, ok := b.notes[i.Note]; !ok && b.notes != nil {
				b.notes[i.Note] = len(b.owners) - 1
			}
		}
	})
	r.text = s.String()
	b.add(r)
}

func (b *builder) add(r run) {
	if len(r.pieces) == 0 || !r.pieces[0].pos.IsValid() {
		return
	}
	n := int32(len(b.runs))
	b.runs = append(b.runs, r)
	for _, t := range Tokens(r.text) {
		b.words = append(b.words, t.Word)
		b.spots = append(b.spots, spot{n, int32(len(b.owners) - 1), int32(t.From), int32(t.To)})
	}
}

// pieceAtStart returns the piece in which a word begins, and the offset of its first byte in it.
func (x *Index) pieceAtStart(word int) (piece, int) {
	s := x.spots[word]
	return x.runs[s.run].pieceAt(int(s.from))
}

// pieceAtEnd returns the piece in which a word ends, and the offset of its last byte in it.
func (x *Index) pieceAtEnd(word int) (piece, int) {
	s := x.spots[word]
	return x.runs[s.run].pieceAt(int(s.to) - 1)
}

// pieceAt returns the piece of a byte of the run, and the offset in it.
func (r run) pieceAt(at int) (piece, int) {
	i, found := slices.BinarySearchFunc(r.pieces, at, func(p piece, at int) int { return cmp.Compare(p.from, at) })
	if !found {
		i--
	}
	for i > 0 && r.pieces[i].value == "" {
		i--
	}
	return r.pieces[i], at - r.pieces[i].from
}

// source returns the file of a name among those that the book has words in.
func (x *Index) source(name string) *diag.Source {
	for s := range x.bySpot { // names are unique, so their order does not matter
		if s != nil && s.Name == name {
			return s
		}
	}
	return nil
}

// near returns the word that stands nearest to a place in a file, -1 for none.
func (x *Index) near(src *diag.Source, offset int) int {
	list := x.bySpot[src]
	if len(list) == 0 {
		return -1
	}
	i, _ := slices.BinarySearchFunc(list, int32(offset),
		func(l located, o int32) int { return cmp.Compare(l.offset, o) })
	if i == len(list) || i > 0 && int(list[i].offset)-offset > offset-int(list[i-1].offset) {
		i--
	}
	return int(list[i].word)
}
