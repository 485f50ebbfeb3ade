package reviewcopy

import (
	"cmp"
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// ownPage is a page of the copy's own while it is set: lines one under another, which continue overleaf where it is full.
type ownPage struct {
	m       *maker
	label   string
	counted bool // the first page has a number behind its label, too
	node    *page.Node
	items   []page.Item
	y       page.Length
	full    []*page.Page // those before it
}

func (m *maker) begin(root *page.Node, label string, y page.Length) *ownPage {
	return &ownPage{m: m, label: label, node: root.Add(page.NodeSect), y: y}
}

// bottom returns where the lines of a copy's own pages end.
func (m *maker) bottom() page.Length { return m.sheet.H - reviewFoot }

// room turns the page where it does not have so much of it left.
func (p *ownPage) room(height page.Length) {
	if p.y+height > p.m.bottom() && len(p.items) > 0 {
		p.turn()
	}
}

func (p *ownPage) turn() {
	p.full = p.pages()
	p.items, p.y = nil, reviewMargin+page.In/2
}

// pages returns what has been set.
func (p *ownPage) pages() []*page.Page {
	label := p.label
	if len(p.full) > 0 || p.counted {
		label += " " + strconv.Itoa(len(p.full)+1)
	}
	return append(p.full, p.m.own(label, p.items))
}

// body is the style of the text of a copy's own pages.
func (m *maker) ownBody() textstyle.Style {
	return textstyle.Style{Fonts: m.fonts, Size: 11 * page.Pt, Features: font.OldStyle | font.Proportional, Color: page.Black, Solid: true}
}

// put sets a paragraph, moved in by an indent, and moves on.
func (p *ownPage) put(spans []typeset.Inline, kind page.NodeKind, indent, leading page.Length, align typeset.Alignment) {
	p.putBetween(spans, kind, indent, 0, leading, align)
}

// putBetween sets a paragraph between an indent on the left and one on the right.
func (p *ownPage) putBetween(spans []typeset.Inline, kind page.NodeKind, indent, right, leading page.Length, align typeset.Alignment) {
	node := p.node.Add(kind)
	for _, in := range spans {
		span := in.(*typeset.Span)
		if span.Node = node; span.Link != (typeset.Link{}) {
			span.Node = node.Add(page.NodeLink)
		}
	}
	for _, l := range typeset.SetParagraph(spans, typeset.Setting{Measure: p.m.sheet.W - 2*reviewMargin - indent - right, Align: align}) {
		p.room(leading)
		p.items, p.y = textstyle.Stack(p.items, []typeset.Line{l}, reviewMargin+indent, p.y, leading)
	}
}

func (p *ownPage) text(text string, d textstyle.Style, kind page.NodeKind, leading page.Length, align typeset.Alignment) {
	if text != "" {
		p.put([]typeset.Inline{d.Span(text, diag.Pos{})}, kind, 0, leading, align)
	}
}

// front returns the first page of a copy: what it is, of what, for whom. A long title is set smaller, so that all has room.
func (m *maker) front(root *page.Node) []*page.Page {
	var pages []*page.Page
	for _, scale := range textstyle.TitleScales {
		trial := &page.Node{}
		pages = m.frontScaled(trial, scale)
		if len(pages) == 1 || scale == textstyle.TitleScales[len(textstyle.TitleScales)-1] {
			root.Children = append(root.Children, trial.Children...)
			break
		}
	}
	return pages
}

func (m *maker) frontScaled(root *page.Node, scale page.Length) []*page.Page {
	b := &m.cfg.Book
	p := m.begin(root, m.words().Front, m.sheet.H/6)
	d := m.ownBody()
	notice := d.Label()
	notice.Size = 13 * page.Pt
	p.text(m.cfg.Review.Notice, notice, page.NodeParagraph, notice.Size*3/2, typeset.Centered)
	p.y += m.sheet.H / 10 * scale / 100
	title := d.Faced(m.cfg.Style.Chapter.Face)
	title.Size = 34 * page.Pt * scale / 100
	p.text(b.Title, title, page.NodeH1, title.Size*11/10, typeset.Centered)
	p.y += d.Size
	sub := d
	sub.Size, sub.Italic = 15*page.Pt, true
	p.text(b.Subtitle, sub, page.NodeParagraph, sub.Size*13/10, typeset.Centered)
	p.y += 2 * d.Size
	author := d.Label()
	author.Size = 14 * page.Pt
	p.text(strings.Join(b.Authors(), ", "), author, page.NodeParagraph, author.Size*3/2, typeset.Centered)
	p.y = max(p.y+2*d.Size, m.sheet.H*62/100)
	p.room(5 * d.Size)
	p.items = append(p.items, &page.Slot{Name: slotFront, X: m.sheet.W / 2, Y: p.y})
	p.y += 5 * d.Size
	p.text(b.Edition, d, page.NodeParagraph, d.Size*3/2, typeset.Centered)
	p.text(m.words().State.Fill("revision", m.ask.Revision, "date", m.cfg.Lang.Date(b.Date)), d, page.NodeParagraph, d.Size*3/2, typeset.Centered)
	p.text(b.Publisher, d.Label(), page.NodeParagraph, d.Size*3/2, typeset.Centered)
	if foot := m.sheet.H - 2*reviewMargin; p.y <= foot {
		p.y = foot
	} else {
		p.y += d.Size
	}
	p.text(m.cfg.Review.Quotations, sub.Sized(10*page.Pt), page.NodeParagraph, 13*page.Pt, typeset.Centered)
	return p.pages()
}

// data returns the page that tells a reviewer what the trade wants to know.
func (m *maker) data(root *page.Node) []*page.Page {
	b, r := &m.cfg.Book, &m.cfg.Review
	w := m.words()
	p := m.begin(root, w.Data, reviewMargin+page.In/2)
	d := m.ownBody()
	head := d.Label().Sized(13 * page.Pt)
	p.text(m.cfg.Lang.Titles.AboutThisCopy, head, page.NodeH1, 24*page.Pt, typeset.RaggedRight)
	const leading, indent = 15 * page.Pt, page.In * 3 / 2
	row := func(label string, values ...string) {
		values = nonEmpty(values)
		if len(values) == 0 {
			return
		}
		p.room(leading)
		y := p.y
		p.text(label, d.Label(), page.NodeParagraph, leading, typeset.RaggedRight)
		p.y = y
		for _, v := range values {
			p.put([]typeset.Inline{d.Span(v, diag.Pos{})}, page.NodeParagraph, indent, leading, typeset.RaggedRight)
		}
		p.y += leading / 3
	}
	title := b.Title
	if b.Subtitle != "" {
		title += ": " + b.Subtitle
	}
	row(w.Title, title)
	row(w.Author, strings.Join(b.Authors(), ", "))
	row(w.Publisher, b.Publisher)
	row(w.ISBN, numbers(m.cfg)...)
	row(w.Trim, m.trimSize())
	row(w.Pages, strconv.Itoa(m.ask.Book))
	row(w.Price, cmp.Or(r.Price, w.ToCome))
	row(w.Publication, cmp.Or(r.Publication, w.ToCome))
	row(w.Edition, b.Edition)
	row(w.Manuscript, m.ask.Revision+", "+m.cfg.Lang.Date(b.Date))
	row(w.Subjects, strings.Join(b.Subjects, "; "))
	row(w.Contact, m.cfg.ContactLines()...)
	row(w.Comments, r.Comments)
	p.y += leading
	if m.cfg.Review.Lines > 0 {
		pages := w.BookPages
		if m.ask.Typescript {
			pages = w.TypescriptPages
		}
		nth := w.EveryLine
		if m.cfg.Review.Lines > 1 {
			nth = m.cfg.Lang.Numbers.Ordinal(m.cfg.Review.Lines)
		}
		p.text(pages+w.NumberedLines.Fill("nth", nth), d, page.NodeParagraph, leading, typeset.RaggedRight)
	}
	p.y += leading / 2
	p.text(r.Quotations, d, page.NodeParagraph, leading, typeset.RaggedRight)
	p.y += leading
	note := m.noteHeight()
	description := []typeset.Inline{d.Sized(10*page.Pt).Span(b.Description, diag.Pos{})}
	lines := len(typeset.SetParagraph(description, typeset.Setting{Measure: m.sheet.W - 2*reviewMargin, Align: typeset.RaggedRight}))
	foot := min(m.sheet.H-page.In*9/4, m.bottom()-page.Length(lines)*13*page.Pt)
	atFoot := p.y+note <= foot // else it stands before the reader's note
	if b.Description != "" && !atFoot {
		p.put(description, page.NodeParagraph, 0, 13*page.Pt, typeset.RaggedRight)
		p.y += leading
	}
	p.room(note)
	p.items = append(p.items, &page.Slot{Name: slotNote, X: reviewMargin, Y: p.y})
	if b.Description != "" && atFoot {
		q := m.begin(root, w.Data, foot)
		q.put(description, page.NodeParagraph, 0, 13*page.Pt, typeset.RaggedRight)
		p.items = append(p.items, q.items...)
	}
	return p.pages()
}

// noteHeight returns how much room the longest of the words to readers takes.
func (m *maker) noteHeight() (most page.Length) {
	for _, r := range m.cfg.Review.Readers {
		if note, _ := printable(r.Note, m.fonts); note != "" {
			d := m.ownBody()
			d.Italic = true
			lines := m.label(note, d, 0, 0, m.sheet.W-2*reviewMargin, typeset.RaggedRight)
			for _, it := range lines {
				if t, ok := it.(*page.Text); ok {
					most = max(most, t.Y+d.Size*6/5)
				}
			}
		}
	}
	return most
}

func nonEmpty(values []string) (out []string) {
	for _, v := range values {
		if v != "" {
			out = append(out, v)
		}
	}
	return out
}

// numbers returns the ISBNs of a book, each with its form.
func numbers(cfg *config.Config) (out []string) {
	for _, n := range cfg.ISBNs() {
		out = append(out, n.String())
	}
	return out
}

// changes lists what has changed, on as many pages as it takes.
func (m *maker) changes(root *page.Node) []*page.Page {
	if m.ask.Since == "" {
		return nil
	}
	d := m.ownBody()
	const leading = 14 * page.Pt
	bottom := m.sheet.H - reviewMargin - reviewFoot
	p := m.begin(root, m.words().Changes, reviewMargin+page.In/2)
	p.counted = true
	p.text(m.cfg.Lang.Changes.Since.Fill("state", m.ask.Since), d.Label().Sized(13*page.Pt), page.NodeH1, 24*page.Pt, typeset.RaggedRight)
	if len(m.ask.Changes) == 0 {
		p.text(m.cfg.Lang.Changes.None, d, page.NodeParagraph, leading, typeset.RaggedRight)
	}
	for _, c := range m.ask.Changes {
		if p.y > bottom-2*leading {
			p.turn()
		}
		folio := m.ask.Pages.Folio(c.Anchor)
		if c.After.IsValid() {
			if i, _ := m.lineOf(c.After); i >= 0 {
				folio = m.ask.Pages.Pages[i].Label
			}
		}
		what := d.Label().Span(m.cfg.Lang.Changes.Kind(c.What), diag.Pos{})
		y := p.y
		p.put([]typeset.Inline{what}, page.NodeParagraph, 0, leading, typeset.RaggedRight)
		p.y = y
		title := d
		title.Italic = true
		if folio != "" && c.Anchor != "" {
			title.Anchor = c.Anchor
		}
		words := c.Title
		if folio != "" || c.Detail != "" {
			words = strings.TrimRight(words, ".")
		}
		spans := []typeset.Inline{title.Span(words, diag.Pos{})}
		if folio != "" {
			spans = append(spans, d.Span(", "+m.cfg.Lang.References.Page.Fill("n", folio), diag.Pos{}))
		}
		if c.Detail != "" {
			spans = append(spans, d.Span(": "+c.Detail, diag.Pos{}))
		}
		p.put(spans, page.NodeParagraph, page.In*9/10, leading, typeset.RaggedRight)
		p.y += leading / 4
	}
	return p.pages()
}

// mostName is how many bytes of a reader's name a copy prints at most, in the foot of its pages; the ledger has all of it.
const mostName = 80

// Slots returns what is specific to one reader's copy: the name on its front, in the foot of every page, and in a light
// grey across it; a note to the reader; and the copy's id, invisible. Characters of the name that the fonts lack are
// left out; missing lists them.
func Slots(cfg *config.Config, fonts *textstyle.Fonts, ask *Content, c Copy) (slots map[string][]page.Item, missing []rune) {
	m := newMaker(cfg, fonts, ask)
	name, missing := printable(c.Reader.Name, fonts)
	if name == "" {
		name = c.Reader.ID
	}
	d := m.ownBody()
	slots = map[string][]page.Item{}
	const width = 6 * page.In
	name = diag.Shortened(name, mostName)
	number := m.words().Number.Fill("n", strconv.Itoa(c.Number), "of", strconv.Itoa(c.Of))
	slots[slotFront] = m.label(m.words().For, d.Sized(12*page.Pt), -width/2, 0, width, typeset.Centered)
	big := d.Sized(20 * page.Pt)
	slots[slotFront] = append(slots[slotFront], m.oneLine(name, big, -width/2, 24*page.Pt, width, typeset.Centered)...)
	slots[slotFront] = append(slots[slotFront], m.label(number, d.Label(), -width/2, 44*page.Pt, width, typeset.Centered)...)
	slots[slotFoot] = m.label(m.words().NumberFor.Fill("copy", number, "name", name)+"\u2003"+c.ID, m.small(), -width, 0, width, typeset.RaggedLeft)
	if note, _ := printable(c.Reader.Note, fonts); note != "" {
		it := d
		it.Italic = true
		slots[slotNote] = m.label(note, it, 0, 0, m.sheet.W-2*reviewMargin, typeset.RaggedRight)
	}
	slots[slotMark] = across(name, fonts, m.sheet)
	slots[slotCode] = []page.Item{hidden(c.ID, fonts)}
	return slots, missing
}

// printable returns text without the characters that the fonts lack.
func printable(text string, fonts *textstyle.Fonts) (string, []rune) {
	var missing []rune
	out := strings.Map(func(r rune) rune {
		if !fonts.Has(string(r)) {
			missing = append(missing, r)
			return -1
		}
		return r
	}, text)
	return strings.Join(strings.Fields(out), " "), missing
}
