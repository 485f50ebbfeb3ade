package htmlbook

import (
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/runs"
)

// flow appends the blocks inside a node: text between blocks is a paragraph.
func (c *converter) flow(out []book.Block, n *node, s scope) []book.Block {
	var line runs.Line
	flush := func() {
		out = c.paragraphs(out, line.Runs, s)
		line = runs.Line{}
	}
	for _, child := range n.children {
		switch {
		case child.gone:
		case isBlock()[child.tag]:
			flush()
			out = c.block(out, child, s)
		case child.hasBlock && child.tag != "":
			if c.dropped(child) {
				continue
			}
			c.anchor(child)
			if inner, ok := c.format(child, s); ok {
				flush()
				out = c.flow(out, child, inner)
			}
		default:
			c.text(&line, child, s)
		}
	}
	flush()
	return out
}

// paragraphs appends running text: as paragraphs, as figures where pictures stand alone, or as a break between scenes.
func (c *converter) paragraphs(out []book.Block, rs []runs.Run, s scope) []book.Block {
	for _, p := range runs.Paragraphs(unbracket(rs)) {
		c.arrive(nil)
		if figures := runs.Figures(p); figures != nil {
			out = append(out, figures...)
			continue
		}
		words := runs.Nest(p)
		if len(words) == 0 {
			continue
		}
		if plain := book.PlainText(words); runs.SceneBreak(plain) && !hasObject(p) {
			out = append(out, &book.Break{Pos: p[0].Pos})
			continue
		}
		if v := verse(words); v != nil && s.quoted {
			out = append(out, v)
			continue
		}
		out = append(out, &book.Paragraph{Pos: p[0].Pos, Text: words})
	}
	return out
}

func hasObject(rs []runs.Run) bool {
	return slices.ContainsFunc(rs, func(r runs.Run) bool {
		_, br := r.Object.(*book.LineBreak)
		return r.Object != nil && !br
	})
}

// block appends a block element.
func (c *converter) block(out []book.Block, n *node, s scope) []book.Block {
	if c.dropped(n) {
		return out
	}
	switch n.tag {
	case "h1", "h2", "h3", "h4", "h5", "h6":
		return c.heading(out, n, s)
	}
	c.anchor(n)
	s, ok := c.format(n, s)
	if !ok {
		return out
	}
	if isPoem(n) {
		if q := c.poem(n, s); q != nil {
			return append(out, q)
		}
	}
	switch n.tag {
	case "hr":
		return append(out, &book.Break{Pos: c.doc.pos(n.at)})
	case "ul", "ol", "menu", "dir":
		return c.list(out, n, s)
	case "blockquote":
		return append(out, c.quote(n, s))
	case "pre":
		return append(out, c.code(n))
	case "table":
		return c.table(out, n, s)
	case "dl":
		return c.definitions(out, n, s)
	case "figure":
		return c.figure(out, n, s)
	case "details":
		return c.details(out, n, s)
	}
	from := len(out)
	look := c.doc.sheet.of(n)
	if look.pageBreak == on && len(out) > 0 {
		out = append(out, &book.PageBreak{Pos: c.doc.pos(n.at)})
		from++
	}
	if n.tag == "aside" {
		if blocks := c.flow(nil, n, s); len(blocks) > 0 {
			out = append(out, &book.Aside{Pos: c.doc.pos(n.at), Blocks: blocks})
		}
	} else {
		out = c.flow(out, n, s)
	}
	if look.centered == on && onlyLines(out[from:]) {
		out = append(out[:from:from], &book.Aligned{Pos: c.doc.pos(n.at), Align: book.AlignCenter, Blocks: slices.Clone(out[from:])})
	}
	if look.breakAfter == on {
		out = append(out, &book.PageBreak{Pos: c.doc.pos(n.at)})
	}
	return out
}

// mostCentred is the number of paragraphs up to which they may be centred together: a page that is centred as a whole is not.
const mostCentred = 12

// onlyLines reports whether blocks are a few paragraphs, which can stand in the middle of the measure.
func onlyLines(blocks []book.Block) bool {
	for _, b := range blocks {
		if _, ok := b.(*book.Paragraph); !ok {
			return false
		}
	}
	return len(blocks) > 0 && len(blocks) <= mostCentred
}

// heading appends a heading. One without words, or whose only content is a picture, is none.
func (c *converter) heading(out []book.Block, n *node, s scope) []book.Block {
	inner, ok := c.format(n, scope{lang: s.lang, quoted: s.quoted})
	if !ok {
		return out
	}
	inner.Bold, inner.Italic = false, false
	h := &book.Heading{Pos: c.doc.pos(n.at), Level: int(n.tag[1] - '0'), ID: n.attr("id")}
	before := c.doc.under
	c.doc.under = h
	c.anchor(n)
	if n.hasBlock {
		flat(n)
	}
	var line runs.Line
	for _, child := range n.children {
		c.text(&line, child, inner)
	}
	rs := runs.Paragraphs(unbracket(line.Runs))
	if len(rs) == 0 {
		c.doc.under = before
		return out
	}
	var joined []runs.Run
	for i, p := range rs {
		if i > 0 {
			joined = append(joined, runs.Run{Text: " "})
		}
		joined = append(joined, p...)
	}
	if figures := runs.Figures(joined); figures != nil {
		c.doc.under = before
		return append(out, figures...)
	}
	for i := range joined {
		if _, ok := joined[i].Object.(*book.LineBreak); ok {
			joined[i] = runs.Run{Text: " ", Pos: joined[i].Pos}
		}
	}
	h.Text = runs.Nest(unbold(joined))
	c.arrive(h)
	return append(out, h)
}

// unbold takes bold off a heading that is bold as a whole: a heading is set as its style has it.
func unbold(rs []runs.Run) []runs.Run {
	for _, r := range rs {
		if !r.Bold && r.Object == nil && strings.TrimSpace(r.Text) != "" {
			return rs
		}
	}
	for i := range rs {
		rs[i].Bold = false
	}
	return rs
}

// flat puts spaces between the blocks inside a node, so that its text can be read as one line.
func flat(n *node) {
	n.walk(func(c *node) bool {
		if c.hasBlock {
			var children []*node
			for _, child := range c.children {
				if isBlock()[child.tag] {
					children = append(children, &node{text: " ", at: child.at, parent: c})
				}
				children = append(children, child)
			}
			c.children = children
		}
		return true
	})
}

func lastBlock(blocks []book.Block) book.Block {
	if len(blocks) == 0 {
		return nil
	}
	return blocks[len(blocks)-1]
}

const dashes = "—–―-"

// code returns a pre element as code.
func (c *converter) code(n *node) *book.Code {
	c.arrive(nil)
	code := &book.Code{Pos: c.doc.pos(n.at)}
	var b strings.Builder
	n.walk(func(t *node) bool {
		b.WriteString(t.text)
		if t.tag == "br" || t.tag == "div" && b.Len() > 0 {
			b.WriteByte('\n')
		}
		for _, class := range t.classes() {
			for _, lead := range []string{"language-", "lang-", "highlight-source-", "brush:"} {
				if name, ok := strings.CutPrefix(class, lead); ok && name != "" {
					code.Language = name
				}
			}
		}
		return true
	})
	text := strings.ReplaceAll(b.String(), "\r\n", "\n")
	text = strings.TrimRight(strings.TrimPrefix(text, "\n"), " \t\n")
	code.Lines = strings.Split(text, "\n")
	return code
}

// figure appends a figure element: its pictures, the last of them with the caption, or whatever else it holds.
func (c *converter) figure(out []book.Block, n *node, s scope) []book.Block {
	var caption []book.Inline
	var label *node
	n.walk(func(f *node) bool {
		if f.tag == "figcaption" && label == nil {
			label = f
		}
		return label == nil && (f == n || f.tag != "figure")
	})
	if label != nil && !label.gone {
		label.gone = true
		flat(label)
		var line runs.Line
		for _, child := range label.children {
			c.text(&line, child, scope{lang: s.lang})
		}
		if p := runs.Paragraphs(line.Runs); len(p) > 0 {
			var all []runs.Run
			for i, one := range p {
				if i > 0 {
					all = append(all, runs.Run{Text: " "})
				}
				all = append(all, one...)
			}
			caption = runs.Nest(all)
		}
	}
	from := len(out)
	out = c.flow(out, n, s)
	if caption == nil {
		return out
	}
	if len(out) > from {
		switch last := out[len(out)-1].(type) {
		case *book.Figure:
			last.Caption = caption
			return out
		case *book.Table:
			if last.Caption == nil {
				last.Caption = caption
				return out
			}
		case *book.Quote:
			if last.Attribution == nil {
				last.Attribution = undashed(caption)
				return out
			}
		}
	}
	return append(out, &book.Paragraph{Pos: caption[0].Start(), Text: caption})
}

// details appends a details element: an aside, whose title is the summary.
func (c *converter) details(out []book.Block, n *node, s scope) []book.Block {
	a := &book.Aside{Pos: c.doc.pos(n.at)}
	for _, child := range n.children {
		if child.tag == "summary" && !child.gone {
			flat(child)
			var line runs.Line
			c.text(&line, child, s)
			if p := runs.Paragraphs(line.Runs); len(p) > 0 && a.Title == nil {
				a.Title = runs.Nest(unbold(p[0]))
				child.gone = true
			}
		}
	}
	a.Blocks = c.flow(nil, n, s)
	if len(a.Blocks) == 0 && a.Title == nil {
		return out
	}
	return append(out, a)
}
