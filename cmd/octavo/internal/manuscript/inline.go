package manuscript

import (
	"bytes"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
)

// maxInline is the limit to the nesting of emphasis and links. The text of anything deeper is put at this depth.
const maxInline = 32

// run is the text of one paragraph, heading, table cell and so on while it is converted. All its characters are collected in
// one buffer, so that quotation marks are resolved across emphasis and links; the inlines get their parts of it at the end.
type run struct {
	buf     []byte
	quotes  []int // offsets of undecided quotes in buf
	spans   []span
	fixed   []fixed  // what of buf is code or an address
	changes []change // of language
	space   bool     // buf ends in a space of running text: the next one is dropped
}

// span is the part of the buffer that becomes the value of an inline.
type span struct {
	value      *string
	start, end int
}

func (r *run) reset() {
	r.buf, r.quotes, r.spans, r.fixed, r.changes, r.space = r.buf[:0], r.quotes[:0], r.spans[:0], r.fixed[:0], r.changes[:0], true
}

// finish sets the signs of the text by the rules of its language, and gives the inlines their parts of it.
func (r *run) finish(p *punctuation) {
	text, edits := punctuate(r.buf, r.quotes, r.fixed, &languages{book: p, changes: r.changes})
	s := string(text)
	if len(edits) > 0 { // the text may be shorter than its parts were
		r.move(s, edits)
		return
	}
	for _, sp := range r.spans {
		*sp.value = s[sp.start:sp.end]
	}
}

// move gives the inlines their parts of a text that has been edited.
func (r *run) move(s string, edits []edit) {
	moved := 0
	place := func(at int) int {
		for len(edits) > 0 && edits[0].from < at {
			moved += len(edits[0].with) - (edits[0].to - edits[0].from)
			edits = edits[1:]
		}
		return at + moved
	}
	for _, sp := range r.spans {
		start := place(sp.start)
		*sp.value = s[start:place(sp.end)]
	}
}

// text converts the children of a leaf block.
func (b *builder) text(n ast.Node) []book.Inline {
	b.run.reset()
	out := b.inlines(nil, n.FirstChild(), nil, 0)
	out = b.trim(out)
	b.run.finish(b.punctuation)
	return out
}

// trim removes a space or a line break at the end of a run's top level.
func (b *builder) trim(out []book.Inline) []book.Inline {
	for len(out) > 0 {
		switch last := out[len(out)-1].(type) {
		case *book.LineBreak:
		case *book.Text:
			sp := &b.run.spans[len(b.run.spans)-1]
			if sp.value != &last.Value || sp.end == sp.start || b.run.buf[sp.end-1] != ' ' || sp.end != len(b.run.buf) {
				return out
			}
			if sp.end--; sp.end > sp.start {
				return out
			}
		default:
			return out
		}
		out = out[:len(out)-1]
	}
	return out
}

// inlines converts the siblings from first up to end and appends them to out.
func (b *builder) inlines(out []book.Inline, first, end ast.Node, depth int) []book.Inline {
	if out == nil && first != nil {
		out = make([]book.Inline, 0, min(first.Parent().ChildCount(), 8))
	}
	for n := first; n != nil && n != end; n = n.NextSibling() {
		out = b.inline(out, n, depth)
	}
	return out
}

func (b *builder) inline(out []book.Inline, n ast.Node, depth int) []book.Inline {
	if depth > maxInline && n.FirstChild() != nil && !isLeaf(n) {
		return b.flatten(out, n)
	}
	switch n := n.(type) {
	case *ast.Text:
		return b.leafText(out, n)
	case *ast.String:
		return b.characters(out, n.Value, -1)
	case *ast.Emphasis:
		inside := b.inlines(nil, n.FirstChild(), nil, depth+1)
		if n.Level == 2 {
			return append(out, &book.Strong{Pos: b.pos(n.Pos()), Text: inside})
		}
		return append(out, &book.Emph{Pos: b.pos(n.Pos()), Text: inside})
	case *extast.Strikethrough:
		return append(out, &book.Strike{Pos: b.pos(n.Pos()), Text: b.inlines(nil, n.FirstChild(), nil, depth+1)})
	case *ast.CodeSpan:
		return append(out, b.codeSpan(n))
	case *mathNode:
		b.object()
		return append(out, b.math(n.Pos(), n.source(b.source), n.parts, n.layout))
	case *ast.Link:
		l := &book.Link{Pos: b.pos(n.Pos()), URL: unescape(n.Destination), Title: unescape(n.Title)}
		l.Text = b.inlines(nil, n.FirstChild(), nil, depth+1)
		b.links = append(b.links, l)
		if len(l.Text) == 0 {
			b.object()
		}
		return append(out, l)
	case *ast.AutoLink:
		l := &book.Link{Pos: b.pos(n.Pos()), URL: string(n.URL(b.source))}
		if n.AutoLinkType == ast.AutoLinkEmail && !bytes.HasPrefix(bytes.ToLower([]byte(l.URL)), []byte("mailto:")) {
			l.URL = "mailto:" + l.URL
		}
		t := b.newText(n.Pos() + 1)
		b.verbatim(&t.Value, n.Label(b.source))
		l.Text = []book.Inline{t}
		return append(out, l)
	case *ast.Image:
		b.object()
		img, attrs := b.picture(n)
		if attrs.id == "" {
			return append(out, img)
		}
		span := &book.Span{Pos: img.Pos, Text: []book.Inline{img}}
		b.anchor(&span.ID, attrs)
		return append(out, span)
	case *ast.RawHTML:
		var raw []byte
		for i := range n.Segments.Len() {
			seg := n.Segments.At(i)
			raw = append(raw, seg.Value(b.source)...)
		}
		b.run.space = false
		return append(out, &book.RawHTML{Pos: b.pos(n.Pos()), Text: string(raw)})
	case *wikiNode:
		return b.wiki(out, n)
	case *htmlNode:
		return b.element(out, n, depth)
	case *crossRefNode:
		return b.crossReference(out, n)
	case *markNode:
		if b.inAlt {
			b.noteInDescription(b.pos(n.Pos()), "[^"+n.note.label+"]")
			return b.characters(out, []byte("[^"+n.note.label+"]"), n.Pos())
		}
		b.run.space = false
		return append(out, b.mark(n))
	case *spanNode:
		if n.note {
			return b.noteInPlace(out, n)
		}
		return b.span(out, n, depth)
	case *extast.TaskCheckBox: // the list item records it
		return out
	}
	return b.inlines(out, n.FirstChild(), nil, depth)
}

// object appends a placeholder for an inline that is not text, so that spaces and quotes beside it are next to a character.
func (b *builder) object() {
	b.run.buf, b.run.space = append(b.run.buf, "\uFFFC"...), false
}

func isLeaf(n ast.Node) bool {
	switch n.(type) {
	case *ast.CodeSpan, *ast.Image:
		return true
	}
	return false
}

// flatten converts the contents of n as plain text, without recursion.
func (b *builder) flatten(out []book.Inline, n ast.Node) []book.Inline {
	for c := n.FirstChild(); c != nil; {
		if c.FirstChild() != nil && !isLeaf(c) {
			if span, ok := c.(*spanNode); ok {
				b.read(span.attrs, spanTakes) // called for its diagnostics
				if span.note {
					b.noteWithoutPlace(span)
				}
			}
			c = c.FirstChild()
			continue
		}
		out = b.inline(out, c, maxInline)
		for c != n && c.NextSibling() == nil {
			c = c.Parent()
		}
		if c == n {
			break
		}
		c = c.NextSibling()
	}
	return out
}

// leafText converts text with the line break after it.
func (b *builder) leafText(out []book.Inline, n *ast.Text) []book.Inline {
	value, at := n.Segment.Value(b.source), n.Segment.Start
	if b.skip.node == n {
		value, at = value[b.skip.bytes:], at+b.skip.bytes
	}
	b.said(n.Segment)
	out = b.characters(out, value, at)
	switch {
	case n.HardLineBreak():
		b.run.buf = append(b.run.buf, '\n')
		b.run.space = true
		return append(out, &book.LineBreak{Pos: b.pos(n.Segment.Stop)})
	case n.SoftLineBreak() && n.NextSibling() != nil:
		return b.characters(out, oneSpace, n.Segment.Stop)
	}
	return out
}

var oneSpace = []byte(" ")

// special are the bytes of running text that need conversion.
var special = [256]bool{
	'\\': true, '&': true, '\'': true, '"': true, '-': true, '.': true, '[': true, '{': true, '<': true,
	' ': true, '\t': true, '\r': true, '\n': true,
}

// characters converts running text at the given offset of the source: it resolves escapes and character references, makes
// punctuation typographic, and reduces white space to one space.
func (b *builder) characters(out []book.Inline, s []byte, at int) []book.Inline {
	r := &b.run
	start, first := len(r.buf), -1
	for i := 0; i < len(s); {
		from, before := i, len(r.buf)
		c := s[i]
		if !special[c] {
			j := i + 1
			for j < len(s) && !special[s[j]] {
				j++
			}
			r.buf, r.space = append(r.buf, s[i:j]...), false
			i = j
		} else {
			i += b.character(s, i, at)
		}
		if first < 0 && len(r.buf) > before {
			first = from
		}
	}
	if first < 0 {
		return out
	}
	if len(out) > 0 {
		if _, ok := out[len(out)-1].(*book.Text); ok {
			r.spans[len(r.spans)-1].end = len(r.buf)
			return out
		}
	}
	t := b.newText(at + first)
	r.spans = append(r.spans, span{&t.Value, start, len(r.buf)})
	return append(out, t)
}

// newText returns a new Text. Texts are the most numerous inlines of a book, so many are allocated at a time.
func (b *builder) newText(at int) *book.Text {
	if len(b.texts) == 0 {
		b.texts = make([]book.Text, 64)
	}
	t := &b.texts[0]
	b.texts = b.texts[1:]
	t.Pos = b.pos(at)
	return t
}

// character converts the sequence that starts with the special byte s[i] and returns its length.
func (b *builder) character(s []byte, i, at int) int {
	r := &b.run
	c := s[i]
	switch c {
	case ' ', '\t', '\r', '\n':
		if !r.space {
			r.buf, r.space = append(r.buf, ' '), true
		}
		return 1
	case '\'', '"':
		quote := byte(undecidedDouble)
		if c == '\'' {
			quote = undecidedSingle
		}
		r.quotes = append(r.quotes, len(r.buf))
		r.buf, r.space = append(append(r.buf, quoteLead...), quote), false
		return 1
	case '.':
		r.space = false
		if i+2 < len(s) && s[i+1] == '.' && s[i+2] == '.' {
			r.buf = append(r.buf, "…"...)
			return 3
		}
	case '-':
		r.space = false
		n := 1
		for i+n < len(s) && s[i+n] == '-' {
			n++
		}
		if n > 1 {
			r.buf = appendDashes(r.buf, n, b.punctuation.Language)
			return n
		}
	case '\\':
		r.space = false
		switch {
		case i+1 < len(s) && util.IsPunct(s[i+1]):
			r.buf = append(r.buf, s[i+1])
			return 2
		case i+1 < len(s) && s[i+1] == ' ' && b.inScript: // as Pandoc has a space in a superscript
			r.buf = append(r.buf, "\u00A0"...)
			return 2
		}
	case '&':
		r.space = false
		if value, n := entity(s[i:]); n > 0 {
			ch, _ := utf8.DecodeRune(value)
			switch {
			case ch == '\n' || ch == '\t' || ch == '\r':
				value = oneSpace
			case isControl(ch):
				b.f.diags.Errorf("text-control", b.pos(at+i), "control character U+%04X", ch).To(b.pos(at + i + n).Offset).
					Note("delete it; it has no form in print")
				value = []byte("\uFFFD")
			}
			r.buf = append(r.buf, value...)
			return n
		}
	case '<':
		r.space = false
		if at >= 0 && bytes.HasPrefix(b.source[min(at+i, len(b.source)):], []byte("<!--")) {
			b.f.unclosedComment(b.pos(at + i))
		}
	case '{':
		r.space = false
		if at >= 0 {
			b.strayAttributes(at + i)
		}
	case '[':
		r.space = false
		// Look in the source, not in s: goldmark may have split the text after a bracket.
		label, n := noteLabel(b.source[min(max(at+i, 0), len(b.source)):])
		if n > 0 && b.f.notes[util.ToLinkReference(label)] == nil {
			b.f.diags.Errorf("footnote-undefined", b.pos(at+i), "footnote [^%s] not found", label).
				To(b.pos(at+i+n).Offset).
				Note("write it, on a line of its own: [^%s]: the note's text", label)
		}
	}
	r.buf = append(r.buf, c)
	return 1
}

// verbatim appends text to the run unchanged.
func (b *builder) verbatim(value *string, s []byte) {
	r := &b.run
	r.spans = append(r.spans, span{value, len(r.buf), len(r.buf) + len(s)})
	r.fixed = append(r.fixed, fixed{len(r.buf), len(r.buf) + len(s)})
	r.buf, r.space = append(r.buf, s...), false
}

func (b *builder) codeSpan(n *ast.CodeSpan) *book.CodeSpan {
	c := &book.CodeSpan{Pos: b.pos(n.Pos())}
	r := &b.run
	start := len(r.buf)
	for t := n.FirstChild(); t != nil; t = t.NextSibling() {
		seg, ok := t.(*ast.Text)
		if !ok {
			continue
		}
		value := seg.Segment.Value(b.source)
		if line := bytes.TrimRight(value, "\r\n"); len(line) < len(value) {
			r.buf = append(append(r.buf, line...), ' ')
		} else {
			r.buf = append(r.buf, value...)
		}
	}
	r.spans, r.space = append(r.spans, span{&c.Value, start, len(r.buf)}), false
	r.fixed = append(r.fixed, fixed{start, len(r.buf)})
	b.codeWords(n, string(r.buf[start:]))
	return c
}

// picture converts an image with its attributes.
func (b *builder) picture(n *ast.Image) (*book.Image, given) {
	img, attrs := b.image(n), b.read(attributesOf(n), takesID|takesSize|takesLang)
	img.Lang, img.Origin = attrs.lang, attrs.origin
	img.Width, img.Height, img.Decoration = attrs.width, attrs.height, attrs.decoration && img.Alt == ""
	if attrs.alt != "" {
		img.Alt = attrs.alt
	}
	return img, attrs
}

func (b *builder) image(n *ast.Image) *book.Image {
	img := &book.Image{Pos: b.pos(n.Pos()), Path: unescape(n.Destination), Title: unescape(n.Title)}
	if n.FirstChild() != nil {
		outer, was := b.run, b.inAlt
		b.run, b.inAlt = run{}, true
		b.run.reset()
		alt := b.flatten(nil, n)
		alt = b.trim(alt)
		b.run.finish(b.punctuation)
		img.Alt = book.PlainText(alt)
		b.run, b.inAlt = outer, was
	}
	b.images = append(b.images, img)
	if _, byName := n.AttributeString(embeddedName); byName {
		b.embedded = append(b.embedded, img)
	}
	return img
}

// caption parses a picture's title as running text.
func (b *builder) caption(n *ast.Image) []book.Inline { return b.apart(n.Title, n.Pos()) }

// apart parses text that does not stand in the file as a block. It is part of the source, or else written at an offset of it in
// another way.
func (b *builder) apart(words []byte, at int) []book.Inline {
	if len(bytes.TrimSpace(words)) == 0 {
		return nil
	}
	pc := parser.NewContext()
	pc.Set(findingsKey, b.f)
	within := b.f.within
	b.f.within = at
	doc := captionGrammar().Parse(text.NewReader(words), parser.WithContext(pc))
	b.f.within = within

	outer := *b
	b.source, b.base, b.fixed, b.run = words, at, true, run{}
	if at := cap(outer.source) - cap(words); at >= 0 && at < len(outer.source) && &outer.source[at] == &words[0] {
		b.base, b.fixed = at, false // it is in the source verbatim, so offsets in it are exact
	} else {
		b.foreignApart(words, b.pos(0).Offset)
	}
	b.run.reset()
	var out []book.Inline
	for p := doc.FirstChild(); p != nil; p = p.NextSibling() {
		if out != nil {
			out = b.characters(out, oneSpace, 0)
		}
		out = b.inlines(out, p.FirstChild(), nil, 0)
	}
	out = b.trim(out)
	b.run.finish(b.punctuation)
	b.source, b.base, b.fixed, b.run = outer.source, outer.base, outer.fixed, outer.run
	return out
}

// mark returns the mark of a footnote, and creates the note if this is its first mark. The note's blocks are converted after
// the block with the mark.
func (b *builder) mark(n *markNode) *book.NoteMark {
	m := &book.NoteMark{Pos: b.pos(n.Pos()), Note: n.note.note}
	if m.Note == nil {
		m.First = true
		m.Note = &book.Note{
			Pos: diag.Pos{Source: b.src, Offset: n.note.Pos()}, Label: n.note.label, Number: len(b.ch.Notes) + 1,
		}
		n.note.note, n.note.from, n.note.marked = m.Note, b.inside, true
		b.ch.Notes = append(b.ch.Notes, m.Note)
		b.marked = append(b.marked, n.note)
	} else if b.inside.leadsFrom(n.note) {
		b.f.diags.Errorf("footnote-loop", m.Pos, "footnote [^%s] leads back to itself", n.note.label).
			Note("delete this mark, or name the other note in words")
	}
	return m
}

// mostAncestors is the largest number of notes that leadsFrom follows back.
const mostAncestors = 1000

// leadsFrom reports whether n, which may be nil, is the note start or is reached from it through first marks inside notes.
func (n *noteNode) leadsFrom(start *noteNode) bool {
	for range mostAncestors {
		if n == nil || n == start {
			return n != nil
		}
		n = n.from
	}
	return false
}
