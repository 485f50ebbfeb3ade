package manuscript

import (
	"bytes"
	"strings"
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"golang.org/x/net/html"

	"octavo/cmd/octavo/internal/diag"
)

// Blocks of HTML are taken apart before the chapter is converted. What is closed where it is opened becomes a fragmentNode, which
// package htmlbook reads. An element that begins in one block and ends in another, with Markdown between them, becomes an enclosure
// around that: <details>, a blank line, Markdown, a blank line, </details>. Comments vanish.

// fragmentNode is HTML without Markdown in it.
type fragmentNode struct {
	ast.BaseBlock
	pieces []text.Segment // of the source; a blank line stood between two that do not touch
}

// enclosureNode is an element of HTML around Markdown; its contents are its children.
type enclosureNode struct {
	ast.BaseBlock
	tag *htmlTag
}

var kindFragment, kindEnclosure = ast.NewNodeKind("OctavoFragment"), ast.NewNodeKind("OctavoEnclosure")

func (n *fragmentNode) Kind() ast.NodeKind             { return kindFragment }
func (n *fragmentNode) IsRaw() bool                    { return true }
func (n *fragmentNode) Dump(source []byte, level int)  { ast.DumpHelper(n, source, level, nil, nil) }
func (n *enclosureNode) Kind() ast.NodeKind            { return kindEnclosure }
func (n *enclosureNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// htmlTransformer makes elements of tags, in blocks and in running text.
type htmlTransformer struct{}

func (htmlTransformer) Transform(doc *ast.Document, reader text.Reader, pc parser.Context) {
	source := reader.Source()
	if bytes.IndexByte(source, '<') < 0 {
		return
	}
	h := &htmlReader{source: source, f: found(pc)}
	h.inside(doc)
}

// htmlReader reads the HTML of a text.
type htmlReader struct {
	source []byte
	f      *findings
}

// pos returns the place of a byte of the text, which may be a part of the file.
func (h *htmlReader) pos(at int) diag.Pos {
	return diag.Pos{Source: h.f.src, Offset: min(h.f.within+at, len(h.f.src.Text))}
}

// inside reads the HTML inside a node.
func (h *htmlReader) inside(n ast.Node) {
	inline, blocks := false, false
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c.Kind() {
		case ast.KindRawHTML:
			inline = true
		case ast.KindHTMLBlock:
			blocks = true
		}
		if c.FirstChild() != nil && c.Kind() != ast.KindCodeSpan {
			h.inside(c)
		}
	}
	switch {
	case inline:
		h.inlineTags(n)
	case blocks:
		h.blocks(n)
	}
}

// part is a part of a container's contents: a block of Markdown, a tag whose element goes on in another block, or HTML that is
// whole.
type part struct {
	block ast.Node
	tag   *htmlTag
	html  text.Segment
	pair  int // of an opening tag: the part that closes it; -1: none
}

// blocks takes the blocks of HTML among the children of parent apart.
func (h *htmlReader) blocks(parent ast.Node) {
	var parts []part
	for c := parent.FirstChild(); c != nil; {
		next := c.NextSibling()
		if block, ok := c.(*ast.HTMLBlock); ok && !h.isPageBreak(block) {
			if block.HTMLBlockType == ast.HTMLBlockType2 && !h.endsComment(block) {
				h.f.unclosedComment(h.pos(block.Pos()))
			}
			parts = h.split(parts, block)
		} else {
			parts = append(parts, part{block: c, pair: -1})
		}
		parent.RemoveChild(parent, c)
		c = next
	}
	h.pairs(parts)
	l := &layer{parts: parts, blocks: make([]int, len(parts)+1), heads: make([]int, len(parts)+1)}
	for i, p := range parts {
		l.blocks[i+1], l.heads[i+1] = l.blocks[i], l.heads[i]
		if p.block != nil {
			l.blocks[i+1]++
			if p.block.Kind() == ast.KindHeading || p.block.Kind() == kindTOML {
				l.heads[i+1]++
			}
		}
	}
	h.put(parent, l, 0, len(parts), 0)
}

// layer is the parts of a container's contents, with how many blocks of Markdown, and how many headings and blocks of entries, are
// before each.
type layer struct {
	parts         []part
	blocks, heads []int
}

// mostEnclosures is how deep elements around Markdown may stand in each other. The tags of deeper ones are left out.
const mostEnclosures = 12

// endsComment reports whether a block that begins with a comment has the end of one.
func (h *htmlReader) endsComment(block *ast.HTMLBlock) bool {
	for _, s := range stretches(block) {
		if bytes.Contains(s.Value(h.source), []byte("-->")) {
			return true
		}
	}
	return false
}

// isPageBreak reports whether a block of HTML asks for a new page.
func (h *htmlReader) isPageBreak(block *ast.HTMLBlock) bool {
	all := stretches(block)
	return len(all) == 1 && pageBreakHTML().Match(bytes.TrimSpace(all[0].Value(h.source)))
}

// stretches returns the source of a block of HTML, its lines as far as they follow each other.
func stretches(block *ast.HTMLBlock) (out []text.Segment) {
	add := func(seg text.Segment) {
		if last := len(out) - 1; last >= 0 && out[last].Stop == seg.Start {
			out[last] = out[last].WithStop(seg.Stop)
			return
		}
		out = append(out, text.NewSegment(seg.Start, seg.Stop))
	}
	for i := range block.Lines().Len() {
		add(block.Lines().At(i))
	}
	if block.HasClosure() {
		add(block.ClosureLine)
	}
	return out
}

// separate are elements that are always taken apart, because they set off or align what is in them.
var separate = sync.OnceValue(func() map[string]bool {
	return namesOf("details center div section article main header footer aside address")
})

// split adds the parts of a block of HTML.
func (h *htmlReader) split(parts []part, block *ast.HTMLBlock) []part {
	for _, s := range stretches(block) {
		tags := h.tagsIn(s)
		closed := closedWithin(tags)
		from, depth := s.Start, 0
		for i, t := range tags {
			whole := closed[i]
			alone := !whole || depth == 0 && separate()[t.name] || depth == 0 && t.name == "p" && t.attr("align") != ""
			if t.closes && whole && depth > 0 {
				depth--
				continue
			}
			if whole && !alone && !t.closes {
				if !t.isVoid() {
					depth++
				}
				continue
			}
			if t.closes && whole && !separate()[t.name] && t.name != "p" || t.isVoid() {
				continue
			}
			parts = h.whole(parts, from, t.start)
			parts = append(parts, part{tag: t, pair: -1})
			from = t.end
		}
		parts = h.whole(parts, from, s.Stop)
	}
	return parts
}

// whole adds HTML that is whole, if it is more than white.
func (h *htmlReader) whole(parts []part, from, to int) []part {
	if len(bytes.TrimSpace(h.source[from:to])) == 0 {
		return parts
	}
	return append(parts, part{html: text.NewSegment(from, to), pair: -1})
}

// tagsIn returns the tags of a stretch of the source, and records those without a form. What is inside scripts and comments is none.
func (h *htmlReader) tagsIn(s text.Segment) (out []*htmlTag) {
	z := html.NewTokenizer(bytes.NewReader(s.Value(h.source)))
	at := s.Start
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			if rest := h.source[at:s.Stop]; len(bytes.TrimSpace(rest)) > 0 {
				h.f.unfinished(h.pos(at), at+len(rest))
			}
			return out
		}
		end := at + len(z.Raw())
		if t := nextTag(z, kind, at, end); t != nil {
			if hasForm(t.name) {
				out = append(out, t)
			} else {
				h.f.formless(t, h.pos(at), end)
			}
		}
		at = end
	}
}

// closedWithin reports for each tag whether its partner is among the tags too. Elements whose end tag may be left out end with those
// around them.
func closedWithin(tags []*htmlTag) []bool {
	closed := make([]bool, len(tags))
	var open []int
	waiting := map[string]int{}
	for i, t := range tags {
		switch {
		case t.isVoid():
			closed[i] = true
		case !t.closes:
			open = append(open, i)
			waiting[t.name]++
		case waiting[t.name] > 0:
			for {
				last := open[len(open)-1]
				open = open[:len(open)-1]
				waiting[tags[last].name]--
				if tags[last].name == t.name {
					closed[last], closed[i] = true, true
					break
				}
				closed[last] = optionalTags()[tags[last].name]
			}
		}
	}
	return closed
}

// pairs finds the partners of tags that stand in different blocks, and reports those that have none.
func (h *htmlReader) pairs(parts []part) {
	var open []int
	waiting := map[string]int{}
	drop := func(i int) {
		t := parts[i].tag
		waiting[t.name]--
		if !optionalTags()[t.name] && !(t.name == "a" && t.attr("href") == "") {
			h.f.unmatched(t, h.pos(t.start), t.end)
		}
	}
	for i := range parts {
		t := parts[i].tag
		switch {
		case t == nil:
		case !t.closes:
			open = append(open, i)
			waiting[t.name]++
		case waiting[t.name] > 0:
			for parts[open[len(open)-1]].tag.name != t.name {
				drop(open[len(open)-1])
				open = open[:len(open)-1]
			}
			last := open[len(open)-1]
			open = open[:len(open)-1]
			waiting[t.name]--
			parts[last].pair = i
		case !optionalTags()[t.name]:
			h.f.unmatched(t, h.pos(t.start), t.end)
		}
	}
	for _, i := range open {
		drop(i)
	}
}

// put adds parts to a node. What has no Markdown in it is one fragment again, unless it sets off or aligns.
func (h *htmlReader) put(parent ast.Node, l *layer, from, to, depth int) {
	parts := l.parts
	var whole *fragmentNode
	add := func(seg text.Segment) {
		if whole == nil {
			whole = &fragmentNode{}
			whole.SetPos(seg.Start)
			parent.AppendChild(parent, whole)
		}
		whole.pieces = append(whole.pieces, seg)
	}
	for i := from; i < to; i++ {
		p := &parts[i]
		switch {
		case p.block != nil:
			whole = nil
			parent.AppendChild(parent, p.block)
		case p.tag == nil:
			add(p.html)
		case p.pair < 0: // reported, or an end tag
		case l.isPlain(i):
			add(text.NewSegment(p.tag.start, parts[p.pair].tag.end))
			i = p.pair
		case parent.Kind() == ast.KindDocument && l.heads[p.pair] > l.heads[i] || depth == mostEnclosures:
			whole = nil // the chapter goes on inside it: its parts follow here
		default:
			whole = nil
			n := &enclosureNode{tag: p.tag}
			n.SetPos(p.tag.start)
			parent.AppendChild(parent, n)
			h.put(n, l, i+1, p.pair, depth+1)
			i = p.pair
		}
	}
}

// isPlain reports whether an element has no Markdown in it, and sets nothing off.
func (l *layer) isPlain(i int) bool {
	p := l.parts[i]
	return !separate()[p.tag.name] && p.tag.name != "p" && l.blocks[p.pair] == l.blocks[i]
}

// unclosedComment reports a comment that goes on to the end of the file.
func (f *findings) unclosedComment(pos diag.Pos) {
	f.diags.Errorf("comment-unclosed", pos, "unclosed comment").To(pos.Offset + len("<!--")).
		Note("write --> where it ends; to print the sign, write \\<!--")
}

// htmlOf returns the text of a fragment, and the place in the source of each byte of it.
func (n *fragmentNode) htmlOf(source []byte) (raw []byte, at func(int) int) {
	type stretch struct{ from, at int }
	var starts []stretch
	for i, p := range n.pieces {
		if i > 0 {
			raw = append(raw, "\n\n"...)
		}
		starts = append(starts, stretch{len(raw), p.Start})
		raw = append(raw, p.Value(source)...)
	}
	return raw, func(offset int) int {
		found := starts[0]
		for _, s := range starts {
			if s.from <= offset {
				found = s
			}
		}
		return found.at + offset - found.from
	}
}

// isWhite reports whether a fragment shows nothing: comments and white.
func isWhite(raw []byte) bool {
	z := html.NewTokenizer(bytes.NewReader(raw))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return true
		case html.CommentToken, html.DoctypeToken:
		case html.TextToken:
			if strings.TrimSpace(string(z.Text())) != "" {
				return false
			}
		default:
			return false
		}
	}
}
