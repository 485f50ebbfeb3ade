package manuscript

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"octavo/cmd/octavo/internal/book"
)

// A paragraph of at least two lines, each of which but the last ends with a hard break, is a stanza where it stands in a
// quotation. Stanzas that follow each other are one poem, and so is a single line beside them (see joinStanzas). Outside
// quotations, where such a paragraph is more often an address, its lines are kept too if most of them are short; others
// are prose with a break in it.

// verse returns a paragraph as verse of one stanza, or nil when its lines do not end with hard breaks. Lines are where its
// lines begin in the source; words are what they say.
func (b *builder) verse(n ast.Node, lines []text.Segment, words []book.Inline) *book.Verse {
	parent := n.Parent().Kind()
	if n.Kind() != ast.KindParagraph || parent != ast.KindBlockquote && parent != ast.KindDocument || len(lines) < 2 {
		return nil
	}
	parts := splitLines(words)
	if len(parts) != len(lines) || parent == ast.KindDocument && !mostShort(parts) {
		return nil
	}
	s := &book.Stanza{Pos: b.pos(lines[0].Start)}
	for i, part := range parts {
		l := &book.VerseLine{Pos: b.pos(lines[i].Start), Text: part}
		l.Indent = b.typedIndent(lines[i].Start, parent == ast.KindBlockquote) * columnIndent
		l.Indent += stripIndent(&l.Text)
		if len(l.Text) > 0 {
			l.Pos = l.Text[0].Start()
		}
		s.Lines = append(s.Lines, l)
	}
	return &book.Verse{Pos: s.Pos, Quoted: parent == ast.KindBlockquote, Stanzas: []*book.Stanza{s}}
}

// mostShort reports whether more than half of the lines are no longer than verse usually is.
func mostShort(lines [][]book.Inline) bool {
	short := 0
	for _, l := range lines {
		if utf8.RuneCountInString(book.PlainText(l)) <= longestVerse {
			short++
		}
	}
	return 2*short > len(lines)
}

// sourceLines returns the first n lines of a paragraph; all of them if n is negative.
func sourceLines(p ast.Node, n int) []text.Segment {
	if n < 0 {
		n = p.Lines().Len()
	}
	return p.Lines().Sliced(0, n)
}

// splitLines divides running text at its line breaks, those inside emphasis and links too.
func splitLines(words []book.Inline) [][]book.Inline {
	lines := [][]book.Inline{nil}
	add := func(in book.Inline) { lines[len(lines)-1] = append(lines[len(lines)-1], in) }
	for _, in := range words {
		if _, ok := in.(*book.LineBreak); ok {
			lines = append(lines, nil)
			continue
		}
		inside, around := wrapped(in)
		parts := splitLines(inside)
		if len(parts) == 1 {
			add(in)
			continue
		}
		for i, part := range parts {
			if i > 0 {
				lines = append(lines, nil)
			}
			if len(part) > 0 {
				add(around(part))
			}
		}
	}
	return lines
}

// wrapped returns what stands inside an inline, and a function that puts another text into a copy of the inline.
func wrapped(in book.Inline) (inside []book.Inline, around func(part []book.Inline) book.Inline) {
	switch in := in.(type) {
	case *book.Emph:
		return in.Text, func(part []book.Inline) book.Inline { return &book.Emph{Pos: in.Pos, Text: part} }
	case *book.Strong:
		return in.Text, func(part []book.Inline) book.Inline { return &book.Strong{Pos: in.Pos, Text: part} }
	case *book.Strike:
		return in.Text, func(part []book.Inline) book.Inline { return &book.Strike{Pos: in.Pos, Text: part} }
	case *book.Span:
		return in.Text, func(part []book.Inline) book.Inline { return &book.Span{Pos: in.Pos, Lang: in.Lang, Text: part} }
	}
	return nil, nil
}

// columnIndent is the indent of a line for each column by which its author has typed it further to the right, in hundredths
// of an em: about as wide as a letter, so that two columns are an em and a line that goes on under the end of another
// does so in print.
const columnIndent = 50

// typedIndent returns by how many columns the line of text that begins at an offset of the source is indented, not counting
// the sign of a quotation and the space behind it. Of a line that lacks the sign nothing is known.
func (b *builder) typedIndent(start int, quoted bool) int {
	from := bytes.LastIndexByte(b.source[:start], '\n') + 1
	prefix := string(b.source[from:start])
	sign := strings.LastIndexByte(prefix, '>')
	if sign < 0 && quoted {
		return 0
	}
	columns, at := 0, 0
	for i, r := range prefix {
		n := 1
		if r == '\t' {
			n = tabStop - at%tabStop
		}
		if at += n; i > sign {
			columns += n
		}
	}
	if sign >= 0 && columns > 0 {
		columns--
	}
	return columns
}

// tabStop is the width of Markdown's tabs in columns.
const tabStop = 4

// stripIndent takes fixed spaces off the beginning of a line and returns how wide they are, in hundredths of an em.
func stripIndent(line *[]book.Inline) (width int) {
	for len(*line) > 0 {
		t, ok := (*line)[0].(*book.Text)
		if !ok {
			if inside, around := wrapped((*line)[0]); around != nil {
				part := append([]book.Inline(nil), inside...)
				if width += stripIndent(&part); width > 0 {
					*line = append([]book.Inline{around(part)}, (*line)[1:]...)
				}
			}
			return width
		}
		n := 0
		for i, r := range t.Value {
			w := spaceWidth(r)
			if w == 0 {
				break
			}
			width += w
			n = i + utf8.RuneLen(r)
		}
		if n < len(t.Value) {
			if n > 0 {
				pos := book.Trace(t.Pos, t.Value, n)
				*line = append([]book.Inline{&book.Text{Pos: pos, Value: t.Value[n:]}}, (*line)[1:]...)
			}
			return width
		}
		*line = (*line)[1:]
	}
	return width
}

// spaceWidth returns the width of a space by which authors indent lines, in hundredths of an em; 0 for any other rune.
func spaceWidth(r rune) int {
	switch r {
	case ' ', '\u00A0', '\u2005':
		return 25
	case '\u2000', '\u2002', '\u2007':
		return 50
	case '\u2001', '\u2003', '\u3000':
		return 100
	case '\u2004':
		return 33
	case '\u2006', '\u2008', '\u2009', '\u202F':
		return 17
	}
	return 0
}

// joinStanzas makes one poem of verse that follows verse in a quotation. A paragraph of a single line beside a stanza is a
// stanza too, unless it is longer than all their lines or announces what follows. The least indent of a poem is none.
// Single are the paragraphs of a single line, as verse.
func joinStanzas(blocks []book.Block, single map[book.Block]*book.Verse) []book.Block {
	var out []book.Block
	var last *book.Verse // the poem that out ends with
	for i, block := range blocks {
		v, ok := block.(*book.Verse)
		if !ok && single[block] != nil {
			var next *book.Verse
			if i+1 < len(blocks) {
				next, _ = blocks[i+1].(*book.Verse)
			}
			if besideVerse(single[block], last, next) {
				v, ok = single[block], true
			}
		}
		switch {
		case !ok:
			out, last = append(out, block), nil
		case last != nil:
			last.Stanzas = append(last.Stanzas, v.Stanzas...)
		default:
			out, last = append(out, v), v
		}
	}
	for _, block := range out {
		if v, ok := block.(*book.Verse); ok {
			flushLeft(v)
		}
	}
	return out
}

// flushLeft takes the least indent of a poem off all its lines.
func flushLeft(v *book.Verse) {
	least := v.Stanzas[0].Lines[0].Indent
	for _, s := range v.Stanzas {
		for _, l := range s.Lines {
			least = min(least, l.Indent)
		}
	}
	for _, s := range v.Stanzas {
		for _, l := range s.Lines {
			l.Indent -= least
		}
	}
}

// oneLine returns a paragraph that is one line of the source as verse, or nil.
func (b *builder) oneLine(lines []text.Segment, block book.Block) *book.Verse {
	p, ok := block.(*book.Paragraph)
	if !ok || len(lines) != 1 {
		return nil
	}
	l := &book.VerseLine{Pos: p.Pos, Text: p.Text, Indent: b.typedIndent(lines[0].Start, true) * columnIndent}
	l.Indent += stripIndent(&l.Text)
	return &book.Verse{Pos: p.Pos, Quoted: true, Stanzas: []*book.Stanza{{Pos: p.Pos, Lines: []*book.VerseLine{l}}}}
}

// besideVerse reports whether a single line belongs to the verse before it or after it.
func besideVerse(line, before, after *book.Verse) bool {
	words := book.PlainText(line.Stanzas[0].Lines[0].Text)
	if strings.HasSuffix(words, ":") {
		return false
	}
	for _, v := range []*book.Verse{before, after} {
		if v == nil {
			continue
		}
		for _, s := range v.Stanzas {
			for _, l := range s.Lines {
				if utf8.RuneCountInString(book.PlainText(l.Text)) >= utf8.RuneCountInString(words) {
					return true
				}
			}
		}
	}
	return false
}

// longestVerse is how many characters a line has at most that looks like verse.
const longestVerse = 60

// unmarked warns of a paragraph of a quotation whose lines look like verse but do not end with hard breaks, so that they
// are set as one paragraph.
func (b *builder) unmarked(n ast.Node, lines []text.Segment, words []book.Inline) {
	if n.Kind() != ast.KindParagraph || n.Parent().Kind() != ast.KindBlockquote || len(lines) < 2 {
		return
	}
	at := lines[0].Start
	switch breaks := len(splitLines(words)) - 1; {
	case breaks == 0 && !b.looksLikeVerse(lines):
		return
	case breaks > 0:
		if 2*breaks < len(lines)-1 || breaks >= len(lines)-1 {
			return
		}
		for _, l := range lines {
			if line := bytes.TrimRight(l.Value(b.source), "\r\n"); !bytes.HasSuffix(line, []byte("\\")) && !bytes.HasSuffix(line, []byte("  ")) {
				at = l.Start
				break
			}
		}
	}
	b.f.diags.Warnf("verse-unmarked", b.pos(at), "quotation that looks like verse is set as a paragraph").
		Note("end each line but the last of a stanza with a backslash; if it is prose, write verse-unmarked = \"off\" under [check.levels]")
}

// looksLikeVerse reports whether all lines are short and begin with a capital, and some end without ending a sentence.
func (b *builder) looksLikeVerse(lines []text.Segment) bool {
	sentences := 0
	for _, l := range lines {
		line := strings.TrimSpace(string(l.Value(b.source)))
		first, _ := utf8.DecodeRuneInString(strings.TrimLeft(line, "*_~\"'“‘„«([—–-… "))
		if !unicode.IsUpper(first) || utf8.RuneCountInString(line) > longestVerse {
			return false
		}
		if strings.HasSuffix(strings.TrimRight(line, "*_\"'”’)]"), ".") {
			sentences++
		}
	}
	return sentences < len(lines)
}
