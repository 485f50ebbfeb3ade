package manuscript

import (
	"maps"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/dialect"
	"octavo/cmd/octavo/internal/htmlbook"
	"octavo/cmd/octavo/internal/lazyregexp"
)

// fragment converts HTML that has no Markdown in it.
func (b *builder) fragment(out []book.Block, n *fragmentNode) []book.Block {
	raw, at := n.htmlOf(b.source)
	if isWhite(raw) {
		return out
	}
	page, err := htmlbook.Read(htmlbook.Source{Text: raw, At: func(offset int) diag.Pos { return b.pos(at(offset)) }}, htmlbook.Fragment)
	if err != nil {
		b.f.diags.Errorf("html-raw", b.pos(n.Pos()), "cannot read the HTML: %v", err).Note("write it in Markdown")
		return out
	}
	for _, l := range page.Left {
		b.left(l)
	}
	own := map[string]bool{}
	page.Blocks = b.titleInHTML(page.Blocks, own)
	book.Walk(page.Blocks, func(block book.Block) { b.adopt(block, own) })
	for _, id := range slices.Sorted(maps.Keys(page.Anchors)) { // of elements that have none in the book
		if !own[id] {
			b.place(given{id: id, at: b.pos(n.Pos())})
		}
	}
	return append(out, page.Blocks...)
}

// titleInHTML gives a chapter that has no other title than its file's name the first heading of level 1 in HTML, and returns the blocks
// without it.
func (b *builder) titleInHTML(blocks []book.Block, own map[string]bool) []book.Block {
	for i, block := range blocks {
		if !b.ch.Named {
			break
		}
		switch block := block.(type) {
		case *book.Aligned:
			block.Blocks = b.titleInHTML(block.Blocks, own)
		case *book.Heading:
			if block.Level > 1 || len(block.Text) == 0 {
				continue
			}
			b.adoptRun(block.Text)
			b.ch.Title, b.ch.Pos, b.ch.Named = block.Text, block.Pos, false
			b.ch.ID = book.Slug(book.PlainText(block.Text))
			if block.ID != "" {
				own[block.ID] = true
				b.anchor(&b.ch.ID, given{id: block.ID, at: block.Pos})
			}
			return slices.Delete(blocks, i, i+1)
		}
	}
	return blocks
}

// adopt makes a block that was read as HTML one of the chapter: its quotation marks are decided, its links, pictures and anchors
// known.
func (b *builder) adopt(block book.Block, own map[string]bool) {
	book.Runs(block, b.adoptRun)
	h, ok := block.(*book.Heading)
	if !ok {
		return
	}
	h.Level = max(h.Level, 2)
	plain := book.PlainText(h.Text)
	if h.ID != "" {
		own[h.ID] = true
		id := h.ID
		h.ID = ""
		b.anchor(&h.ID, given{id: id, at: h.Pos})
	}
	if h.ID == "" {
		h.ID = book.Slug(plain)
		b.anchors = append(b.anchors, anchor{id: &h.ID, of: ofHeading, name: h.ID, words: dialect.Heading{Raw: plain, Smart: plain}})
	}
}

// adoptRun applies smart punctuation to running text, and records its links and pictures.
func (b *builder) adoptRun(text []book.Inline) {
	b.run.reset()
	book.WalkInlines(text, func(in book.Inline) {
		switch in := in.(type) {
		case *book.Text:
			if at := markdownInHTML().FindStringIndex(in.Value); at != nil {
				pos := book.Trace(in.Pos, in.Value, at[0])
				b.f.diags.Errorf("html-markdown", pos, "marks of Markdown inside HTML would be printed: %s", in.Value[at[0]:at[1]]).
					To(pos.Offset + at[1] - at[0]).Note("put a blank line before and after the Markdown, or write tags: <b>, <i>, <a href=…>")
			}
			b.foreignApart([]byte(in.Value), in.Pos.Offset)
			start := len(b.run.buf)
			for i := 0; i < len(in.Value); i++ {
				if c := in.Value[i]; c == '\'' || c == '"' || c == '-' || c == '.' {
					i += b.character([]byte(in.Value), i, -1) - 1
				} else {
					b.run.buf = append(b.run.buf, c)
				}
			}
			b.run.spans = append(b.run.spans, span{&in.Value, start, len(b.run.buf)})
		case *book.Link:
			b.links = append(b.links, in)
		case *book.Image:
			b.object()
			b.images = append(b.images, in)
		case *book.LineBreak:
			b.run.buf = append(b.run.buf, '\n')
		}
	})
	b.run.finish(b.punctuation)
}

// markdownInHTML is what looks like emphasis, code or a link of Markdown.
var markdownInHTML = lazyregexp.New("\\*\\*[^*\\s][^*]*\\*\\*|\\B\\*[^*\\s](?:[^*]*[^*\\s])?\\*\\B|\\b_[^_\\s](?:[^_]*[^_\\s])?_\\b|`[^`]+`|\\[[^\\]\\n]+\\]\\([^)\\s]+\\)|\\[\\[[^\\[\\]\\n]+\\]\\]")

// left reports what HTML holds that has no form in a book.
func (b *builder) left(l htmlbook.Left) {
	what := ""
	switch l.Kind {
	case htmlbook.Hidden:
		what = "hidden words are left out"
	case htmlbook.Merged:
		what = "the merged cells of a table have no form on paper"
	case htmlbook.Drawing:
		what = "a drawing in HTML has no form on paper"
	case htmlbook.Formula:
		what = "a formula in HTML has no form on paper"
	case htmlbook.Deep:
		what = "tags nested too deep"
	case htmlbook.Wide:
		what = "a tag with more than 64 attributes"
	case htmlbook.Layout:
		what = "a table whose cells hold lists or paragraphs has no form on paper"
	default: // tags are reported by their names
		return
	}
	b.f.diags.Errorf("html-raw", l.Pos, "%s", what).Note("write it in Markdown, or delete it")
}

// enclosure converts an element of HTML around Markdown.
func (b *builder) enclosure(out []book.Block, n *enclosureNode) []book.Block {
	t, pos := n.tag, b.pos(n.tag.start)
	switch {
	case t.isHidden():
		b.left(htmlbook.Left{Kind: htmlbook.Hidden, Pos: pos})
		return out
	case t.name == "details":
		return append(out, b.details(n))
	}
	id := given{id: t.attr("id"), at: pos}
	if id.id != "" && t.name != "aside" {
		b.place(id)
	}
	blocks := b.blocks(n)
	switch t.name {
	case "blockquote":
		return append(out, &book.Quote{Pos: pos, Blocks: blocks})
	case "figure":
		blocks = captioned(blocks)
	case "aside":
		a := &book.Aside{Pos: pos, Blocks: blocks}
		b.anchor(&a.ID, id)
		return append(out, a)
	case "table", "tr", "td", "th", "tbody", "thead", "ul", "ol", "li", "dl", "dt", "dd", "pre":
		b.f.diags.Errorf("html-raw", pos, "tag <%s> around Markdown has no form on paper", t.name).To(b.pos(t.end).Offset).
			Note("write the table or the list in Markdown, or all of it in HTML without blank lines")
	}
	if align := alignOf(t); align != book.AlignDefault {
		return append(out, &book.Aligned{Pos: pos, Align: align, Blocks: blocks})
	}
	return append(out, blocks...)
}

// alignOf returns how an element aligns what is in it.
func alignOf(t *htmlTag) book.Align {
	align := strings.ToLower(t.attr("align"))
	if align == "" {
		align = declared(t.attr("style"), "text-align")
	}
	for _, class := range strings.Fields(t.attr("class")) {
		if class == "center" || class == "text-center" || class == "centered" {
			align = "center"
		}
	}
	switch {
	case t.name == "center" || align == "center" || align == "middle":
		return book.AlignCenter
	case align == "right" || align == "end":
		return book.AlignRight
	}
	return book.AlignDefault
}

// details converts what a reader of a web page would open: an aside under its summary.
func (b *builder) details(n *enclosureNode) *book.Aside {
	a := &book.Aside{Pos: b.pos(n.tag.start)}
	b.anchor(&a.ID, given{id: n.tag.attr("id"), at: a.Pos})
	if f, ok := n.FirstChild().(*fragmentNode); ok {
		if from, to := f.summary(b.source); from < to {
			a.Title = b.parsedText(from, to)
		}
	}
	a.Blocks = b.blocks(n)
	return a
}

// summary returns where the words of a summary stand in the source, and takes it out of the fragment.
func (n *fragmentNode) summary(source []byte) (from, to int) {
	piece := n.pieces[0]
	text := piece.Value(source)
	m := summaryElement().FindSubmatchIndex(text)
	if m == nil {
		return 0, 0
	}
	n.pieces[0] = piece.WithStart(piece.Start + m[1])
	return piece.Start + m[2], piece.Start + m[3]
}

// summaryElement is a summary at the beginning of what it sums up.
var summaryElement = lazyregexp.New(`(?is)^\s*<summary\b[^>]*>\s*(.*?)\s*</summary\s*>`)

// captioned gives the only figure or table of blocks the paragraph after it as its caption.
func captioned(blocks []book.Block) []book.Block {
	if len(blocks) != 2 {
		return blocks
	}
	p, ok := blocks[1].(*book.Paragraph)
	if !ok {
		return blocks
	}
	switch first := blocks[0].(type) {
	case *book.Figure:
		if first.Caption == nil {
			first.Caption = p.Text
			return blocks[:1]
		}
	case *book.Table:
		if first.Caption == nil {
			first.Caption = p.Text
			return blocks[:1]
		}
	}
	return blocks
}

// place makes a place that links lead to. It stands at the beginning of the words that follow.
func (b *builder) place(g given) {
	span := &book.Span{Pos: g.at}
	b.anchor(&span.ID, g)
	if span.ID != "" {
		b.pending = append(b.pending, span)
	}
}

// withPlaces returns words after the places that stand before them.
func (b *builder) withPlaces(words []book.Inline) []book.Inline {
	if len(b.pending) > 0 {
		words = append(b.pending, words...)
		b.pending = nil
	}
	return words
}

// onlyPlaces reports whether words are nothing but places; those then stand before the words that follow.
func (b *builder) onlyPlaces(words []book.Inline) bool {
	for _, in := range words {
		if s, ok := in.(*book.Span); !ok || s.ID == "" || len(s.Text) > 0 {
			return false
		}
	}
	b.pending = append(b.pending, words...)
	return true
}
