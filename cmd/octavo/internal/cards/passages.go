package cards

import (
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
)

// passage is a piece of what a back says that is set as one: a paragraph, an item of a list, a line of verse or of code, a row of
// a table.
type passage struct {
	kind  passageKind
	pos   diag.Pos
	text  []book.Inline
	code  string          // a line of code
	mark  string          // before the first line of a list's item
	task  book.Task       // a box instead of the mark
	marks []string        // of all items of the list
	depth int             // how many lists it is in
	quote bool            // prose of a quotation
	line  *book.VerseLine // nil: no line of verse
	poem  *book.Verse     // that the line is in, or that the paragraph names the author of
	gap   bool            // a line of white stands above it
	ends  bool            // a line that ends its stanza
}

// passageKind says how a passage is set.
type passageKind int

const (
	prosePassage passageKind = iota
	versePassage
	itemPassage // of a list
	rowPassage  // of a table
	codePassage
)

// alone reports whether each passage of a kind is a line of its own, to which nothing can be added.
func (k passageKind) alone() bool { return k == versePassage || k == rowPassage || k == codePassage }

// said is what the back of a card says.
type said struct {
	passages []passage
	table    bool // a table was left out
	picture  bool // and so was a picture
}

// said returns what the back of an entry's card says: the author's words for it, or else the gloss, as far as the deck wants it. It is
// empty where the deck or the author wants no words there, and where there are none.
func (f *faceSetter) said(e *book.Entry) (s said) {
	switch choice := f.cfg.Deck.Back; {
	case choice == config.BackCommon || e.NoBack:
	case e.Back != "":
		s.words(e)
	case choice == config.BackWords: // and it has none
	case choice == config.BackParagraph:
		for _, b := range e.Gloss {
			one := said{}
			if one.blocks([]book.Block{b}, 0); len(one.passages) > 0 {
				return one
			}
		}
		s.captions(e.Gloss)
	default:
		if s.blocks(e.Gloss, 0); len(s.passages) == 0 {
			s.captions(e.Gloss)
		}
	}
	return s
}

// words adds the author's words for the back.
func (s *said) words(e *book.Entry) {
	for _, words := range e.BackText {
		s.passages = append(s.passages, passage{pos: e.Places["back"], text: words})
	}
}

// blocks adds what blocks say, inside so many lists. Pictures and tables that no card holds are left out.
func (s *said) blocks(blocks []book.Block, depth int) {
	for _, b := range blocks {
		after := len(s.passages)
		switch b := b.(type) {
		case *book.Paragraph:
			s.add(passage{pos: b.Pos, text: b.Text, depth: depth}, after > 0 && s.passages[after-1].kind != prosePassage)
		case *book.Heading:
			s.add(passage{pos: b.Pos, text: []book.Inline{&book.Strong{Text: b.Text}}, depth: depth}, after > 0)
		case *book.Verse:
			s.verse(b)
		case *book.List:
			s.list(b, depth)
		case *book.Definitions:
			s.definitions(b, depth)
		case *book.Table:
			s.rows(b)
		case *book.Code:
			s.code(b)
		case *book.Quote:
			s.blocks(b.Blocks, depth)
			s.begin(after)
			s.by(b, after)
			for i := range s.passages[after:] {
				s.passages[after+i].quote = true
			}
		case *book.Aside:
			if len(b.Title) > 0 {
				s.add(passage{pos: b.Pos, text: []book.Inline{&book.Strong{Text: b.Title}}, depth: depth}, after > 0)
			}
			s.blocks(b.Blocks, depth)
		case *book.Aligned:
			s.blocks(b.Blocks, depth)
		case *book.Figure:
			s.picture = true
		case *book.Entry: // it has a card of its own
			return
		}
	}
}

// add adds a passage, below a line of white if there is a gap.
func (s *said) add(p passage, gap bool) {
	p.gap = gap
	s.passages = append(s.passages, p)
}

// begin puts white above the passages of a quotation where it begins or follows verse.
func (s *said) begin(at int) {
	if at > 0 && at < len(s.passages) && (s.passages[at].line != nil || s.passages[at-1].poem != nil) {
		s.passages[at].gap = true
	}
}

// by adds who said a quotation.
func (s *said) by(q *book.Quote, from int) {
	if len(q.Attribution) == 0 {
		return
	}
	p := passage{pos: q.Pos, text: append([]book.Inline{&book.Text{Pos: q.Pos, Value: "— "}}, q.Attribution...)}
	if len(s.passages) > from {
		p.poem = s.passages[len(s.passages)-1].poem
	}
	if p.poem != nil {
		p.kind = versePassage
	}
	s.add(p, false)
}

// verse adds the lines of verse; after other text there is white above the first.
func (s *said) verse(v *book.Verse) {
	after := len(s.passages) > 0
	for i, stanza := range v.Stanzas {
		for k, l := range stanza.Lines {
			s.add(passage{kind: versePassage, pos: l.Pos, text: l.Text, line: l, poem: v, ends: k == len(stanza.Lines)-1}, k == 0 && (i > 0 || after))
		}
	}
}

// list adds the items of a list, each with its mark.
func (s *said) list(l *book.List, depth int) {
	marks := make([]string, len(l.Items))
	for i, item := range l.Items {
		if marks[i] = bullet; l.Ordered {
			marks[i] = l.Label(l.First + i)
		}
		if item.Task != book.NoTask {
			marks[i] = ""
		}
	}
	for i, item := range l.Items {
		from := len(s.passages)
		s.blocks(item.Blocks, depth+1)
		if from == len(s.passages) {
			continue
		}
		for k := range s.passages[from:] {
			p := &s.passages[from+k]
			if p.kind == prosePassage {
				p.kind, p.gap = itemPassage, false
			}
			if p.depth == depth+1 && p.marks == nil {
				p.marks = marks
			}
		}
		if first := &s.passages[from]; first.depth == depth+1 {
			first.mark, first.task = marks[i], item.Task
		}
	}
}

// bullet stands for the style's own sign of a list's items.
const bullet = "•"

// definitions adds terms with what they mean.
func (s *said) definitions(d *book.Definitions, depth int) {
	for _, item := range d.Items {
		var term []book.Inline
		for i, t := range item.Terms {
			if i > 0 {
				term = append(term, &book.Text{Pos: item.Pos, Value: ", "})
			}
			term = append(term, &book.Strong{Text: t})
		}
		from := len(s.passages)
		for _, def := range item.Defs {
			s.blocks(def, depth)
		}
		if from < len(s.passages) && s.passages[from].kind == prosePassage {
			s.passages[from].text = append(append(term, &book.Text{Pos: item.Pos, Value: " "}), s.passages[from].text...)
			continue
		}
		s.passages = append(s.passages[:from:from], append([]passage{{pos: item.Pos, text: term, depth: depth}}, s.passages[from:]...)...)
	}
}

// Tables of no more columns and rows than these are set on cards, a row after the other.
const (
	mostColumns = 4
	mostRows    = 12
)

// rows adds the rows of a small table, their cells with dashes between. Of a large one it adds the caption, and says that it was left
// out.
func (s *said) rows(t *book.Table) {
	all := t.Rows
	if len(t.Head) > 0 {
		all = append([][]book.Cell{t.Head}, t.Rows...)
	}
	if len(t.Head) > mostColumns || len(all) > mostRows || len(t.Rows) > 0 && len(t.Rows[0]) > mostColumns {
		s.table = true
		return
	}
	for i, row := range all {
		var text []book.Inline
		for _, cell := range row {
			if book.PlainText(cell) == "" {
				continue
			}
			if len(text) > 0 {
				text = append(text, &book.Text{Pos: t.Pos, Value: " — "})
			}
			text = append(text, cell...)
		}
		if len(text) == 0 {
			continue
		}
		if i == 0 && len(t.Head) > 0 {
			text = []book.Inline{&book.Strong{Text: text}}
		}
		s.add(passage{kind: rowPassage, pos: t.Pos, text: text}, i == 0 && len(s.passages) > 0)
	}
}

// code adds the lines of code.
func (s *said) code(c *book.Code) {
	gap := len(s.passages) > 0
	for _, l := range c.Lines {
		if strings.TrimSpace(l) == "" {
			gap = len(s.passages) > 0
			continue
		}
		s.add(passage{kind: codePassage, pos: c.Pos, code: strings.ReplaceAll(l, "\t", "    ")}, gap)
		gap = false
	}
}

// captions adds what a gloss says that is nothing but pictures and large tables: their captions.
func (s *said) captions(blocks []book.Block) {
	for _, b := range blocks {
		var caption []book.Inline
		switch b := b.(type) {
		case *book.Figure:
			caption = b.Caption
		case *book.Table:
			caption = b.Caption
		case *book.Aligned:
			s.captions(b.Blocks)
		}
		if len(caption) > 0 {
			s.add(passage{pos: b.Start(), text: []book.Inline{&book.Emph{Text: caption}}}, false)
		}
	}
}
