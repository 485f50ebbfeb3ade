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

// In a quotation, a paragraph of at least two lines that all end with a hard break, except the last, is a stanza. Consecutive
// stanzas form one poem, to which a single line beside them belongs too (see joinStanzas). Outside quotations, where such a
// paragraph is more often an address, its lines are kept if most of them are short; otherwise it is prose with line breaks.

// verse returns a paragraph as verse of one stanza, or nil if its lines do not end with hard breaks. Lines are its lines in
// the source; words are its converted text.
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

// mostShort reports whether more than half of the lines are no longer than longestVerse.
func mostShort(lines [][]book.Inline) bool {
	short := 0
	for _, l := range lines {
		if utf8.RuneCountInString(book.PlainText(l)) <= longestVerse {
			short++
		}
	}
	return 2*short > len(lines)
}

// sourceLines returns the first n lines of a paragraph, or all of them if n is negative.
func sourceLines(p ast.Node, n int) []text.Segment {
	if n < 0 {
		n = p.Lines().Len()
	}
	return p.Lines().Sliced(0, n)
}

// splitLines divides running text at its line breaks, including those inside emphasis and links.
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

// wrapped returns the contents of an inline, and a function that returns a copy of the inline with other contents. Both are
// nil for an inline without contents.
func wrapped(in book.Inline) (inside []book.Inline, around func(part []book.Inline) book.Inline) {
	switch in := in.(type) {
	case *book.Emph:
		return in.Text, func(part []book.Inline) book.Inline { return &book.Emph{Pos: in.Pos, Text: part} }
	case *book.Strong:
		return in.Text, func(part []book.Inline) book.Inline { return &book.Strong{Pos: in.Pos, Text: part} }
	case *book.Strike:
		return in.Text, func(part []book.Inline) book.Inline { return &book.Strike{Pos: in.Pos, Text: part} }
	case *book.Span:
		id := in.ID
		return in.Text, func(part []book.Inline) book.Inline {
			span := *in
			span.ID, span.Text = id, part
			id = "" // it stands at the first part
			return &span
		}
	}
	return nil, nil
}

// columnIndent is the indent of a line for each column of indentation in the source, in hundredths of an em. It is about the
// width of a letter, so that a line that the author aligned with the end of the line above is about there in print too.
const columnIndent = 50

// typedIndent returns the indentation in columns of the line whose text begins at an offset of the source, not counting the
// ">" of a quotation and the space after it. It returns 0 for a line of a quotation without ">".
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

// stripIndent removes fixed spaces from the beginning of a line and returns their width, in hundredths of an em.
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

// spaceWidth returns the width of a space that authors use to indent lines, in hundredths of an em, or 0 for any other rune.
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

// joinStanzas merges consecutive verse in a quotation into one poem. A paragraph of a single line beside a stanza becomes a
// stanza too, unless it is longer than all their lines or ends with a colon. The smallest indent of a poem
// is reduced to 0. Single holds the paragraphs of a single line, as verse.
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

// flushLeft subtracts the smallest indent of a poem from that of every line.
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

// oneLine returns a paragraph as verse if it is one line in the source, or else nil.
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

// longestVerse is the largest number of characters in a line that looks like verse.
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
