package sheet

import (
	"strings"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/hyphen"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/trade"
	"octavo/cmd/octavo/internal/typeset"
)

// Fit is how a sheet is set so that it is one page: the size of its text and of the front in percent, and what it leaves out.
type Fit struct {
	size, front      page.Length
	bio, quote, look bool        // without them
	blurb            int         // at most so many passages of it; 0: all
	spread           page.Length // how wide the pages of the book are, in percent of the column, as it came out
}

// WithoutBio, WithoutQuote and WithoutLook report whether that is left out.
func (f Fit) WithoutBio() bool   { return f.bio }
func (f Fit) WithoutQuote() bool { return f.quote }
func (f Fit) WithoutLook() bool  { return f.look }

// cuts are what a sheet leaves out, tried in order until all is on one page; each in sizes from the largest to the least.
var cuts = []struct {
	least   page.Length // the least size of its text
	without Fit
}{{88, Fit{}}, {84, Fit{look: true}}, {84, Fit{look: true, quote: true}}, {84, Fit{look: true, bio: true}},
	{80, Fit{look: true, quote: true, bio: true}}, {80, Fit{look: true, quote: true, bio: true, blurb: 2}}, {80, Fit{look: true, quote: true, bio: true, blurb: 1}}}

var sizes = []page.Length{100, 94, 88, 84, 80}

// fronts are how high the front is at most, in percent of the column. Data that has no room under the largest has it under a smaller one.
var fronts = []page.Length{45, 32, 22}

// maker sets a sheet.
type maker struct {
	cfg      *config.Config
	fonts    *textstyle.Fonts
	content  *Content
	fit      Fit
	w, h     page.Length // of the paper
	root     *page.Node
	items    []page.Item
	over     bool // something in the words has no room
	overSide bool // something in the data has none
}

// Measures of the sheet.
const (
	margin = 48 * page.Pt
	gap    = 26 * page.Pt // between its columns
)

// Set returns the sheet as a page, how it is set, and what it had to leave out so that it is one.
func Set(cfg *config.Config, fonts *textstyle.Fonts, content *Content) (*page.Document, Fit, diag.List) {
	m := fitted(cfg, fonts, content)
	pg := &page.Page{Width: m.w, Height: m.h, Label: "1", Items: m.items}
	if cfg.Lang.RightToLeft() {
		page.Mirror(pg)
	}
	doc := &page.Document{Title: Title(cfg), Author: strings.Join(cfg.Book.Authors(), ", "), Subject: cfg.Book.Description,
		Keywords: strings.Join(cfg.Book.Subjects, ", "), Lang: cfg.Book.Language, Date: cfg.Book.Date, Pages: []*page.Page{pg}, Root: m.root,
		Second: textstyle.SecondPlate(cfg.Style), RightToLeft: cfg.Lang.RightToLeft()}
	return doc, m.fit, m.left()
}

// Letter reports whether the sheet is as large as letter paper, and not A4.
func Letter(cfg *config.Config) bool {
	return cfg.Sheet.Paper == "letter" || cfg.Sheet.Paper == config.Auto && cfg.Lang.LetterPaper()
}

// fitted returns the sheet in the first fit in which all has room. Where the data has none in any, the words do not give way to it.
func fitted(cfg *config.Config, fonts *textstyle.Fonts, content *Content) (m *maker) {
	for _, side := range []bool{true, false} { // the data must fit
		for _, cut := range cuts {
			for _, size := range sizes {
				if size < cut.least || !side && size > cut.least {
					continue
				}
				for _, front := range fronts {
					f := cut.without
					f.size, f.front = size, front
					if m = setIn(cfg, fonts, content, f); m.over || !m.overSide {
						break
					}
				}
				if !m.over && !(side && m.overSide) {
					return m
				}
			}
		}
	}
	return m
}

// setIn sets the sheet in a fit.
func setIn(cfg *config.Config, fonts *textstyle.Fonts, content *Content, f Fit) *maker {
	m := &maker{cfg: cfg, fonts: fonts, content: content, fit: f, w: page.TenthsOfMm(2100), h: page.TenthsOfMm(2970), root: &page.Node{Kind: page.NodeDocument}}
	if Letter(cfg) {
		m.w, m.h = page.In*17/2, 11*page.In
	}
	m.set()
	return m
}

// Title returns the title of the document.
func Title(cfg *config.Config) string { return cfg.Book.Title + ": " + cfg.Lang.Trade.Sheet }

// left says what the sheet leaves out.
func (m *maker) left() (found diag.List) {
	cut := func(where, what string) {
		found.Warnf("sheet-cut", m.cfg.Where(where), "the sheet has no room for %s", what).
			Note("shorten the words for the cover, the description or the data, until all is on one page")
	}
	f, c := m.fit, m.content
	if f.look && len(c.Spread) > 0 {
		cut("sheet", "pages of the book")
	}
	if f.quote && c.Quote != "" {
		cut("sheet.quote", "a maxim")
	}
	if f.bio && len(c.Bio) > 0 {
		cut("cover.bio", "who wrote it")
	}
	if f.blurb > 0 && len(c.Blurb) > f.blurb {
		cut("cover.blurb", "all that is said of the book")
	}
	if m.over {
		cut("sheet", "all that it says")
	} else if m.overSide {
		cut("sheet", "all its data")
	}
	return found
}

// hyphenator returns what divides words; nil where the style divides none.
func (m *maker) hyphenator() *hyphen.Hyphenator {
	if !m.cfg.Style.Text.Hyphenate {
		return nil
	}
	return m.fonts.Hyphenator
}

// body returns the style of the sheet's text.
func (m *maker) body() textstyle.Style {
	return textstyle.Style{Fonts: m.fonts, Size: 21 * page.Pt / 2 * m.fit.size / 100, Features: textstyle.Figures(m.cfg.Style), Color: page.Black}
}

// accent returns the colour of labels and rules: the second ink of the style, or black.
func (m *maker) accent() page.Color {
	if m.cfg.Style.Ink.Has() {
		return textstyle.SecondInk(m.cfg.Style)
	}
	return page.Black
}

func (m *maker) leading(d textstyle.Style) page.Length { return d.Size * 138 / 100 }

// column is lines under one another.
type column struct {
	*maker
	x, y, w page.Length
	foot    page.Length // nothing stands below it
	node    *page.Node
	side    bool // it has the data
}

// lines sets spans and moves on; lines below the foot are left out.
func (c *column) lines(spans []typeset.Inline, leading page.Length, s typeset.Setting) {
	if s.Measure == 0 {
		s.Measure = c.w
	}
	for _, l := range typeset.SetParagraph(spans, s) {
		if c.y+leading > c.foot+page.Pt {
			if c.side {
				c.overSide = true
			} else {
				c.over = true
			}
			return
		}
		c.items, c.y = textstyle.Stack(c.items, []typeset.Line{l}, c.x, c.y, leading)
	}
}

// text sets a text as a node of its own.
func (c *column) text(text string, d textstyle.Style, kind page.NodeKind, leading page.Length) {
	if text != "" {
		c.lines([]typeset.Inline{d.In(c.node.Add(kind)).Span(text, diag.Pos{})}, leading, typeset.Setting{Align: typeset.RaggedRight, Balanced: true})
	}
}

// head sets the title of a section, under a thin rule.
func (c *column) head(text string) {
	d := c.body()
	d.Size = d.Size * 95 / 100
	d = d.Label()
	d.Color = c.accent()
	c.text(text, d, page.NodeH2, c.leading(d))
	c.y += d.Size / 4
}

// passages sets passages with half a line between them.
func (c *column) passages(all []Passage, d textstyle.Style) {
	leading := c.leading(d)
	for i, p := range all {
		if i > 0 {
			c.y += leading * 2 / 5
		}
		node := c.node
		s := typeset.Setting{Align: typeset.RaggedRight, Hyphenator: c.hyphenator()}
		x, w := c.x, c.w
		if p.Quote {
			node = node.Add(page.NodeQuote)
			c.x, c.w = c.x+d.Size, c.w-d.Size
		}
		c.lines(spans(p.Runs, d.In(node.Add(page.NodeParagraph))), leading, s)
		if p.By != "" {
			by := d.Label()
			c.lines([]typeset.Inline{by.In(node.Add(page.NodeParagraph)).Span(p.By, diag.Pos{})}, leading, s)
		}
		c.x, c.w = x, w
	}
}

// spans dresses runs.
func spans(runs []Run, d textstyle.Style) (out []typeset.Inline) {
	for _, r := range runs {
		own := d
		if r.Italic {
			own = own.Stressed()
		}
		own.Bold = own.Bold || r.Bold
		if r.URL != "" {
			own = own.To("")
			own.URL = r.URL
		}
		out = textstyle.AppendText(out, r.Text, diag.Pos{}, own)
	}
	return out
}

// rule draws a thin rule over the width of the column.
func (c *column) rule() {
	c.items = append(c.items, &page.Rule{X: c.x, Y: c.y, W: c.w, H: page.Pt / 2, Color: c.accent()})
}

// set sets the sheet: a head over all of it, the front and the data on the left, words on the right, and where the book is to be had at the
// foot.
func (m *maker) set() {
	head := &column{maker: m, x: margin, y: margin, w: m.w - 2*margin, foot: m.h, node: m.root.Add(page.NodeSect)}
	m.heading(head)
	top := head.y + 20*page.Pt
	foot := m.order()
	side := (m.w - 2*margin) * 34 / 100
	left := &column{maker: m, x: margin, y: top, w: side, foot: foot, node: m.root.Add(page.NodeSect), side: true}
	m.front(left)
	m.facts(left)
	right := &column{maker: m, x: margin + side + gap, y: top, w: m.w - 2*margin - side - gap, foot: foot, node: m.root.Add(page.NodeSect)}
	m.words(right)
	m.look(right)
}

// heading sets what the sheet is, the title, the subtitle and the authors.
func (m *maker) heading(c *column) {
	d := m.body()
	d.Solid = true
	label := d.Sized(9 * page.Pt).Label()
	label.Color = m.accent()
	what := m.cfg.Lang.Trade.Sheet
	c.items, _ = textstyle.Stack(c.items, typeset.SetParagraph([]typeset.Inline{label.In(c.node.Add(page.NodeParagraph)).Span(what, diag.Pos{})},
		typeset.Setting{Measure: c.w, Align: typeset.RaggedRight}), c.x, c.y, 12*page.Pt)
	if p := m.cfg.Book.Publisher; p != "" && textstyle.Width([]typeset.Inline{label.Span(p+what, diag.Pos{})}) < c.w-gap {
		c.items, _ = textstyle.Stack(c.items, typeset.SetParagraph([]typeset.Inline{label.In(c.node.Add(page.NodeParagraph)).Span(p, diag.Pos{})},
			typeset.Setting{Measure: c.w, Align: typeset.RaggedLeft}), c.x, c.y, 12*page.Pt)
	}
	c.y += 16 * page.Pt
	c.rule()
	c.y += 14 * page.Pt
	b := &m.cfg.Book
	title := d.Faced(m.cfg.Style.Chapter.Face)
	for title.Size = 34 * page.Pt; title.Size > 17*page.Pt; title.Size -= 2 * page.Pt {
		if title.Tracking > 0 {
			title.Tracking = title.Size / 16
		}
		if len(typeset.SetParagraph([]typeset.Inline{title.Span(b.Title, diag.Pos{})}, typeset.Setting{Measure: c.w, Align: typeset.RaggedRight})) <= 1 {
			break
		}
	}
	title.Display = true
	c.text(b.Title, title, page.NodeH1, title.Size*112/100)
	sub := d.Sized(14 * page.Pt).Aside()
	c.text(b.Subtitle, sub, page.NodeParagraph, 18*page.Pt)
	c.y += 4 * page.Pt
	author := d.Sized(12 * page.Pt).Label()
	c.text(m.cfg.Lang.List(b.Authors()), author, page.NodeParagraph, 17*page.Pt)
}

// order sets where the book is to be had at the foot of the sheet, and returns where what is above it ends.
func (m *maker) order() page.Length {
	all := m.content.Order
	if len(all) == 0 {
		return m.h - margin
	}
	d := m.body()
	d.Solid = true
	leading := m.leading(d)
	label := d.Label()
	label.Color = m.accent()
	sect := &page.Node{Kind: page.NodeSect}
	trial := &column{maker: &maker{cfg: m.cfg, fonts: m.fonts, fit: m.fit}, x: margin, w: m.w - 2*margin, foot: m.h, node: sect}
	fill := func(c *column) {
		c.rule()
		c.y += 9 * page.Pt
		text := []typeset.Inline{}
		heading := c.node.Add(page.NodeH2)
		text = append(text, label.In(heading).Span(m.cfg.Lang.Trade.Order, diag.Pos{}))
		p := c.node.Add(page.NodeParagraph)
		for i, line := range all {
			between := "\u2003"
			if i > 0 {
				between = "\u2002·\u2002"
			}
			text = append(text, d.In(p).Span(between, diag.Pos{}))
			own := d.In(p)
			if url := trade.Address(line); url != "" {
				own = own.To("")
				own.URL = url
			}
			text = append(text, own.Span(line, diag.Pos{}))
		}
		c.lines(text, leading, typeset.Setting{Align: typeset.RaggedRight})
	}
	fill(trial)
	c := &column{maker: m, x: margin, y: m.h - margin - trial.y + 6*page.Pt, w: trial.w, foot: m.h - margin + 8*page.Pt, node: &page.Node{Kind: page.NodeSect}}
	at := c.y
	fill(c)
	m.root.Children = append(m.root.Children, c.node)
	return at - 16*page.Pt
}

// front draws the front of the book.
func (m *maker) front(c *column) {
	p := m.content.Front
	if p.Width <= 0 || p.Height <= 0 {
		return
	}
	w, h := c.w, c.w*page.Length(p.Height)/page.Length(p.Width)
	if most := (c.foot - c.y) * m.fit.front / 100; h > most {
		w, h = w*most/h, most
	}
	figure := c.node.Add(page.NodeFigure)
	figure.Alt = m.cfg.Lang.Ebook.CoverOf.Fill("title", m.cfg.Book.Title)
	c.items = append(c.items, &page.Image{X: c.x, Y: c.y, W: w, H: h, Alt: figure.Alt, Node: figure,
		Picture: &page.Picture{Name: "front", Format: p.Format, Data: p.Data, Width: p.Width, Height: p.Height}})
	m.edge(c.x, c.y, w, h)
	c.y += h + 18*page.Pt
}

// edge draws a hairline around a picture of paper, which may be as white as the sheet.
func (m *maker) edge(x, y, w, h page.Length) {
	grey := page.Color{K: 35}
	at := func(op page.SegmentOp, x, y page.Length) page.Segment { return page.Segment{Op: op, X: x, Y: y} }
	m.items = append(m.items, &page.Path{Stroke: &grey, Width: page.Pt / 4, Segments: []page.Segment{at(page.MoveTo, x, y), at(page.LineTo, x+w, y),
		at(page.LineTo, x+w, y+h), at(page.LineTo, x, y+h), {Op: page.Close}}})
}

// facts sets the data of the book as a table.
func (m *maker) facts(c *column) {
	d := m.body()
	d.Size = d.Size * 88 / 100
	d.Features = d.Features&^font.OldStyle | font.Lining
	leading := d.Size * 130 / 100
	label := d.Label()
	label.Color = m.accent()
	table := c.node.Add(page.NodeTable)
	for _, f := range m.content.Facts {
		row := table.Add(page.NodeRow)
		head := row.Add(page.NodeHeaderCell)
		head.Scope = "Row"
		set := typeset.Setting{Align: typeset.RaggedRight, Hyphenator: c.hyphenator()}
		c.lines([]typeset.Inline{label.In(head).Span(f.Label, diag.Pos{})}, leading, set)
		cell := row.Add(page.NodeCell)
		for _, v := range f.Values {
			c.lines([]typeset.Inline{d.In(cell.Add(page.NodeParagraph)).Span(v, diag.Pos{})}, leading, set)
		}
		c.y += leading * 2 / 5
	}
}

// words sets what is said of the book and its authors, and the maxim between them.
func (m *maker) words(c *column) {
	w, d := &m.cfg.Lang.Trade, m.body()
	blurb := m.content.Blurb
	if n := m.fit.blurb; n > 0 {
		blurb = blurb[:min(n, len(blurb))]
	}
	if len(blurb) > 0 {
		c.head(w.About)
		c.passages(blurb, d)
		c.y += m.leading(d)
	}
	if m.content.Quote != "" && !m.fit.quote {
		q := d.Sized(d.Size * 155 / 100).Aside()
		quote := c.node.Add(page.NodeQuote)
		inner := *c
		bar := c.y
		inner.x, inner.w, inner.node = c.x+d.Size*3/2, c.w-d.Size*3/2, quote
		inner.text(m.content.Quote, q, page.NodeParagraph, q.Size*128/100)
		c.y = inner.y
		c.items = append(c.items, &page.Rule{X: c.x, Y: bar + q.Size/4, W: 3 * page.Pt / 2, H: c.y - bar - q.Size/4, Color: c.accent()})
		c.y += m.leading(d)
	}
	if len(m.content.Bio) > 0 && !m.fit.bio {
		about := w.AboutAuthor
		if len(m.cfg.Book.Authors()) > 1 {
			about = w.AboutAuthors
		}
		c.head(about)
		c.passages(m.content.Bio, d)
		c.y += m.leading(d)
	}
}

// leastLook is the least height at which a page of the book shows how it looks.
const leastLook = 130 * page.Pt

// look draws pages of the book in the room that is left.
func (m *maker) look(c *column) {
	pages := m.content.Spread
	if len(pages) == 0 || m.fit.look {
		return
	}
	c.head(m.cfg.Lang.Trade.Inside)
	var wide, high page.Length
	for _, p := range pages {
		wide, high = wide+p.Width, max(high, p.Height)
	}
	room := c.foot - c.y
	scale := min(c.w*1000/wide, room*1000/high, 700)
	if high*scale/1000 < leastLook {
		c.over = true
		return
	}
	m.fit.spread = wide * scale / 10 / c.w
	x := c.x
	for _, p := range pages {
		m.items = append(m.items, &page.Group{X: x, Y: c.y, Scale: int(scale), Clip: &page.Box{W: p.Width, H: p.Height}, Items: drawn(p.Items)})
		w, h := p.Width*scale/1000, p.Height*scale/1000
		m.edge(x, c.y, w, h)
		x += w
	}
}

// drawn returns the items of a page as a drawing: what belongs to a structure, leads anywhere or can be led to does not.
func drawn(items []page.Item) (out []page.Item) {
	for _, it := range items {
		switch it := it.(type) {
		case *page.Text:
			own := *it
			own.Node = nil
			out = append(out, &own)
		case *page.Image:
			own := *it
			own.Node = nil
			out = append(out, &own)
		case *page.Group:
			own := *it
			own.Items = drawn(it.Items)
			out = append(out, &own)
		case *page.Link, *page.Anchor, *page.Slot:
		default:
			out = append(out, it)
		}
	}
	return out
}
