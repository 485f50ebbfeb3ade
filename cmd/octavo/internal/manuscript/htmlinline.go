package manuscript

import (
	"slices"
	"strings"
	"sync"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/net/html"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/htmlbook"
)

// htmlNode is an element of HTML in running text; its contents are its children.
type htmlNode struct {
	ast.BaseInline
	tag *htmlTag
}

var kindHTML = ast.NewNodeKind("OctavoHTML")

func (n *htmlNode) Kind() ast.NodeKind            { return kindHTML }
func (n *htmlNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// openTag is a tag whose element is open: the node that it was.
type openTag struct {
	tag  *htmlTag
	node ast.Node
}

// inlineTags makes elements of the tags among the children of parent, and takes comments out, in one pass.
func (h *htmlReader) inlineTags(parent ast.Node) {
	var open []openTag
	waiting := map[string]int{} // how many of each name are open
	drop := func(o openTag) {
		waiting[o.tag.name]--
		if o.tag.name == "a" && o.tag.attr("href") == "" { // a place, as it used to be written
			parent.ReplaceChild(parent, o.node, newHTMLNode(o.tag))
			return
		}
		parent.RemoveChild(parent, o.node)
		if !optionalTags()[o.tag.name] {
			h.f.unmatched(o.tag, h.pos(o.tag.start), o.tag.end)
		}
	}
	for n := parent.FirstChild(); n != nil; {
		next := n.NextSibling()
		raw, ok := n.(*ast.RawHTML)
		if !ok {
			n = next
			continue
		}
		t := h.tagOf(raw)
		switch {
		case t == nil: // a comment
			parent.RemoveChild(parent, n)
		case !hasForm(t.name):
			h.f.formless(t, h.pos(t.start), t.end)
		case !t.closes && t.isVoid():
			parent.ReplaceChild(parent, n, newHTMLNode(t))
		case !t.closes:
			open = append(open, openTag{t, n})
			waiting[t.name]++
		case waiting[t.name] == 0:
			if !optionalTags()[t.name] && t.name != "br" {
				h.f.unmatched(t, h.pos(t.start), t.end)
			}
			parent.RemoveChild(parent, n)
		default:
			for open[len(open)-1].tag.name != t.name {
				drop(open[len(open)-1])
				open = open[:len(open)-1]
			}
			o := open[len(open)-1]
			open = open[:len(open)-1]
			waiting[t.name]--
			h.enclose(parent, o, n)
		}
		n = next
	}
	for i := len(open) - 1; i >= 0; i-- {
		drop(open[i])
	}
}

// newHTMLNode returns the node of an element.
func newHTMLNode(t *htmlTag) *htmlNode {
	n := &htmlNode{tag: t}
	n.SetPos(t.start)
	return n
}

// enclose moves what stands between two tags into an element.
func (h *htmlReader) enclose(parent ast.Node, o openTag, end ast.Node) {
	n := newHTMLNode(o.tag)
	parent.ReplaceChild(parent, o.node, n)
	for c := n.NextSibling(); c != end; {
		next := c.NextSibling()
		parent.RemoveChild(parent, c)
		n.AppendChild(n, c)
		c = next
	}
	parent.RemoveChild(parent, end)
}

// tagOf returns the tag that raw HTML is, nil for a comment and the like.
func (h *htmlReader) tagOf(raw *ast.RawHTML) *htmlTag {
	var text []byte
	for i := range raw.Segments.Len() {
		seg := raw.Segments.At(i)
		text = append(text, seg.Value(h.source)...)
	}
	first, last := raw.Segments.At(0), raw.Segments.At(raw.Segments.Len()-1)
	t := oneTag(text, first.Start)
	if t != nil {
		t.end = last.Stop
	}
	return t
}

// htmlStyles are the styles of elements.
var htmlStyles = sync.OnceValue(func() map[string]book.SpanStyle {
	return map[string]book.SpanStyle{
		"sup": book.Superscript, "sub": book.Subscript, "u": book.Underline, "ins": book.Underline, "mark": book.Mark, "small": book.Small, "kbd": book.Keyboard,
	}
})

// element converts an element of HTML in running text.
func (b *builder) element(out []book.Inline, n *htmlNode, depth int) []book.Inline {
	t, pos := n.tag, b.pos(n.tag.start)
	inside := func() []book.Inline { return b.inlines(nil, n.FirstChild(), nil, depth+1) }
	var made book.Inline
	if t.isHidden() {
		b.left(htmlbook.Left{Kind: htmlbook.Hidden, Pos: pos})
		return out
	}
	if tagged := t.attr("lang"); tagged != "" && isLanguage(tagged) {
		defer b.speak(tagged)()
	}
	switch t.name {
	case "br":
		b.run.buf, b.run.space = append(b.run.buf, '\n'), true
		return append(out, &book.LineBreak{Pos: pos})
	case "wbr":
		return b.characters(out, []byte("\u200B"), -1)
	case "hr":
		b.f.formless(t, pos, b.pos(t.end).Offset)
		return out
	case "input":
		return b.checkbox(out, t)
	case "img":
		return b.htmlImage(out, t)
	case "em", "i", "cite", "dfn", "var":
		made = &book.Emph{Pos: pos, Text: inside()}
	case "strong", "b":
		made = &book.Strong{Pos: pos, Text: inside()}
	case "s", "strike", "del":
		made = &book.Strike{Pos: pos, Text: inside()}
	case "code", "tt", "samp":
		c := &book.CodeSpan{Pos: pos}
		b.verbatim(&c.Value, []byte(rawWords(n, b.source)))
		made = c
	case "q":
		return b.quotation(out, n, depth)
	case "rp":
		return out
	case "rt":
		out = b.characters(out, []byte("("), -1)
		out = b.inlines(out, n.FirstChild(), nil, depth+1)
		return b.characters(out, []byte(")"), -1)
	case "a":
		made = b.htmlLink(t, inside)
	default:
		return b.htmlSpan(out, n, depth)
	}
	return append(out, b.withAttributes(t, made))
}

// quotation converts a q element: its words between quotation marks.
func (b *builder) quotation(out []book.Inline, n *htmlNode, depth int) []book.Inline {
	sign := []byte{'"'}
	for p := n.Parent(); p != nil; p = p.Parent() {
		if outer, ok := p.(*htmlNode); ok && outer.tag.name == "q" {
			sign[0] = '"' + '\'' - sign[0]
		}
	}
	out = b.characters(out, sign, -1)
	out = b.inlines(out, n.FirstChild(), nil, depth+1)
	return b.characters(out, sign, -1)
}

// checkbox converts a box that can be ticked.
func (b *builder) checkbox(out []book.Inline, t *htmlTag) []book.Inline {
	if t.attr("type") != "checkbox" {
		b.f.formless(t, b.pos(t.start), b.pos(t.end).Offset)
		return out
	}
	box := "☐"
	for _, a := range t.attrs {
		if a.Key == "checked" {
			box = "☑"
		}
	}
	return b.characters(out, []byte(box), -1)
}

// htmlImage converts an img element.
func (b *builder) htmlImage(out []book.Inline, t *htmlTag) []book.Inline {
	img := &book.Image{Pos: b.pos(t.start), Path: t.attr("src"), Alt: strings.Join(strings.Fields(t.attr("alt")), " "), Title: t.attr("title")}
	img.Decoration = img.Alt == "" && slices.ContainsFunc(t.attrs, func(a html.Attribute) bool { return a.Key == "alt" })
	img.Width, img.Height = b.sizeOf(t, "width"), b.sizeOf(t, "height")
	b.object()
	b.images = append(b.images, img)
	return append(out, b.withAttributes(t, img))
}

// sizeOf returns the width or the height that a tag asks for, in its attribute or its style.
func (b *builder) sizeOf(t *htmlTag, property string) book.Extent {
	for _, value := range []string{t.attr(property), declared(t.attr("style"), property)} {
		if e, ok := book.ParseExtent(value); ok {
			return e
		}
	}
	return book.Extent{}
}

// declared returns the value of a property in the attribute style.
func declared(style, property string) string {
	for _, d := range strings.Split(style, ";") {
		key, value, ok := strings.Cut(d, ":")
		if ok && strings.EqualFold(strings.TrimSpace(key), property) {
			return strings.ToLower(strings.TrimSpace(value))
		}
	}
	return ""
}

// htmlLink converts an element a: a link, or a place.
func (b *builder) htmlLink(t *htmlTag, inside func() []book.Inline) book.Inline {
	href := t.attr("href")
	if href == "" || strings.HasPrefix(strings.ToLower(href), "javascript:") {
		return &book.Span{Pos: b.pos(t.start), Text: inside()}
	}
	l := &book.Link{Pos: b.pos(t.start), URL: href}
	if l.Text = inside(); len(l.Text) == 0 {
		b.object()
	}
	b.links = append(b.links, l)
	return l
}

// withAttributes gives an inline the id and the language of its tag.
func (b *builder) withAttributes(t *htmlTag, in book.Inline) book.Inline {
	g := given{id: t.attr("id"), at: b.pos(t.start)}
	if g.id == "" && t.name == "a" {
		g.id = t.attr("name")
	}
	if tagged := t.attr("lang"); tagged != "" && isLanguage(tagged) {
		g.lang = tagged
	}
	span, own := in.(*book.Span)
	if g.id == "" && g.lang == "" {
		return in
	}
	if !own {
		span = &book.Span{Pos: b.pos(t.start), Text: []book.Inline{in}}
	}
	span.Lang = g.lang
	b.anchor(&span.ID, g)
	return span
}

// htmlSpan converts an element without a form of its own, by its name, its classes and its style.
func (b *builder) htmlSpan(out []book.Inline, n *htmlNode, depth int) []book.Inline {
	t := n.tag
	var styles []book.SpanStyle
	if style := htmlStyles()[t.name]; style != book.PlainSpan {
		styles = append(styles, style)
	}
	full := ""
	if t.name == "abbr" || t.name == "acronym" {
		if full = t.attr("title"); full != "" {
			styles = append(styles, book.Abbreviation)
		}
	}
	for _, class := range strings.Fields(t.attr("class")) {
		if style := styleClasses()[class]; style != book.PlainSpan {
			styles = append(styles, style)
		} else if t.name == "span" {
			b.meaningless(&attribute{key: ".", value: class, start: t.start, end: t.end})
		}
	}
	styles = append(styles, stylesOf(t.attr("style"))...)
	if len(styles) == 0 {
		if t.attr("id") == "" && t.attr("lang") == "" {
			return b.inlines(out, n.FirstChild(), nil, depth+1)
		}
		styles = []book.SpanStyle{book.PlainSpan}
	}
	outer := b.inScript
	b.inScript = b.inScript || styles[0] == book.Superscript || styles[0] == book.Subscript
	text := b.inlines(nil, n.FirstChild(), nil, depth+1)
	b.inScript = outer
	var span *book.Span
	for i := len(styles) - 1; i >= 0; i-- {
		span = &book.Span{Pos: b.pos(t.start), Style: styles[i], Text: text}
		text = []book.Inline{span}
	}
	if span.Style == book.Abbreviation {
		span.Full = full
	}
	return append(out, b.withAttributes(t, span))
}

// stylesOf returns the styles that the declarations of an attribute style come to.
func stylesOf(style string) (out []book.SpanStyle) {
	if strings.Contains(declared(style, "font-variant")+declared(style, "font-variant-caps"), "small-caps") {
		out = append(out, book.SmallCaps)
	}
	if strings.Contains(declared(style, "text-decoration"), "underline") {
		out = append(out, book.Underline)
	}
	switch declared(style, "vertical-align") {
	case "super":
		out = append(out, book.Superscript)
	case "sub":
		out = append(out, book.Subscript)
	}
	return out
}
