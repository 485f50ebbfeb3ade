package cover

import (
	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/coverdesign"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// stack is text under one another in a measure, its items placed from its upper left corner.
type stack struct {
	items  []page.Item
	height page.Length
}

// shifted returns the items of a stack at a place.
func (s stack) shifted(x, y page.Length) []page.Item {
	for _, it := range s.items {
		page.Shift(it, x, y)
	}
	return s.items
}

// setter sets blocks in one size and colour.
type setter struct {
	w       *wrapper
	d       textstyle.Style
	measure page.Length
	leading page.Length
	align   typeset.Alignment // of what is not running text
	node    *page.Node
	display bool // the words are few and large
	stack
}

// leadingOf is the distance of baselines of running text, in hundredths of its size.
const leadingOf = 138

func (w *wrapper) setter(p coverdesign.Panel, size page.Length, node *page.Node) *setter {
	d := textstyle.Style{Fonts: w.fonts, Size: size, Features: textstyle.Figures(w.cfg.Style), Color: p.Ink}
	return &setter{w: w, d: d, measure: p.Text.W, leading: size * leadingOf / 100, align: p.Align, node: node}
}

// lines adds lines, moved from the left.
func (s *setter) lines(lines []typeset.Line, x, leading page.Length) {
	s.items, s.height = textstyle.Stack(s.items, lines, x, s.height, leading)
}

// running returns how running text is set.
func (s *setter) running(measure page.Length) typeset.Setting {
	st := s.w.cfg.Style
	if s.display {
		return typeset.Setting{Measure: measure, Align: s.align, Balanced: true}
	}
	set := typeset.Setting{Measure: measure, Align: typeset.RaggedRight, Balanced: true}
	if st.Text.Align == config.Justified {
		set.Align, set.Balanced, set.Letterfit = typeset.Justified, false, st.Text.Letterfit
	}
	if st.Text.Hyphenate {
		set.Hyphenator = s.w.fonts.Hyphenator
	}
	return set
}

// blocks adds blocks of a book.
func (s *setter) blocks(blocks []book.Block) {
	for i, b := range blocks {
		if i > 0 {
			s.height += s.leading / 2
		}
		switch b := b.(type) {
		case *book.Paragraph:
			s.paragraph(b.Text, s.d, s.node.Add(page.NodeParagraph), 0)
		case *book.Quote:
			s.praise(b)
		case *book.List:
			s.list(b)
		}
	}
}

// paragraph adds running text, indented as a whole.
func (s *setter) paragraph(text []book.Inline, d textstyle.Style, node *page.Node, indent page.Length) {
	s.lines(typeset.SetParagraph(inlines(nil, text, d.In(node)), s.running(s.measure-indent)), indent, s.leading)
}

// praise adds what somebody said of the book, and under it who that is.
func (s *setter) praise(q *book.Quote) {
	node := s.node.Add(page.NodeQuote)
	for i, b := range q.Blocks {
		if i > 0 {
			s.height += s.leading / 3
		}
		if p, ok := b.(*book.Paragraph); ok {
			s.paragraph(p.Text, s.d.Aside(), node.Add(page.NodeParagraph), 0)
		}
	}
	if len(q.Attribution) == 0 {
		return
	}
	d := s.d
	d.Size = max(leastType, d.Size*92/100)
	d = d.Label()
	d.Node = node.Add(page.NodeParagraph)
	align := s.align
	if align == typeset.Centered && !s.display {
		align = typeset.RaggedLeft
	}
	s.height += s.leading / 8
	s.label(inlines(nil, q.Attribution, d), align, s.leading*95/100)
}

// label adds words that name something, of which a long one is divided rather than cut.
func (s *setter) label(words []typeset.Inline, align typeset.Alignment, leading page.Length) {
	for _, in := range words {
		if span, ok := in.(*typeset.Span); ok {
			span.Solid = false
		}
	}
	s.lines(typeset.SetParagraph(words, typeset.Setting{Measure: s.measure, Align: align, Balanced: true, Hyphenator: s.w.fonts.Hyphenator}), 0, leading)
}

// list adds a list, its signs or numbers before its items.
func (s *setter) list(l *book.List) {
	node := s.node.Add(page.NodeList)
	indent := s.d.Size * 3 / 2
	for i, it := range l.Items {
		label := s.w.cfg.Style.Mark.List
		if l.Ordered {
			label = l.Label(l.First + i)
		}
		item := node.Add(page.NodeItem)
		mark := s.d.In(item.Add(page.NodeLabel))
		lines := typeset.SetParagraph([]typeset.Inline{mark.Span(label, it.Pos)}, typeset.Setting{Measure: s.measure, Align: typeset.RaggedRight})
		s.stack.items, _ = textstyle.Stack(s.stack.items, lines, 0, s.height, s.leading)
		body := item.Add(page.NodeItemBody)
		for _, b := range it.Blocks {
			if p, ok := b.(*book.Paragraph); ok {
				s.paragraph(p.Text, s.d, body, indent)
			}
		}
	}
}
