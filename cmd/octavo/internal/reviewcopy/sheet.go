// Package reviewcopy puts the pages of a book on the larger sheets of review copies, with numbers beside the lines, ids of
// entries, bars beside what has changed, and pages of its own in front.
//
// [Set] makes the [Sheets] once for all readers. What differs from reader to reader stands in slots of the pages: [Slots] returns
// the content of these for one [Copy].
package reviewcopy

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/impose"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pagemap"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// Content is the input of Set: the pages of the book's interior, and what is printed around them.
type Content struct {
	Inside   *page.Document
	Pages    *pagemap.Map
	Revision string                                // which state of the manuscript it is
	Since    string                                // what it is compared with, "" for nothing
	Changed  func(pos diag.Pos, from, to int) bool // whether words of that inline, byte from to byte to, are new or changed; or nil
	Changes  []Change

	Book       int           // how many pages the book has; of those of another layout than a typescript, drafts follow
	Typescript bool          // the pages are those of interior.Typescript, which have margins enough: they are their own sheets
	Width      config.Length // of the book's page, for the data page
	Height     config.Length
}

// Change is one line of the page that lists what has changed.
type Change struct {
	What   string // "new", "changed", "moved", "removed"
	Title  string
	Detail string        // what changed in it, "" for all of it
	Anchor string        // where it stands, "" for nowhere
	After  pagemap.Place // of something removed: the last word before the place where it stood
}

// Copy is one reader's copy.
type Copy struct {
	ID         string // in the metadata and, invisible, in the text; see package watermark
	Reader     config.Reader
	Number, Of int
}

// The slots of a review copy: what differs between readers.
const (
	slotFront = "front" // whose copy it is
	slotNote  = "note"  // a word to the reader, on the data page
	slotMark  = "mark"  // the reader's name across the page
	slotFoot  = "foot"
	slotCode  = "code" // the copy's id, invisible
)

// Sheets are the sheets of a review copy.
type Sheets struct {
	Doc   *page.Document
	First int // the sheet that the book's first page is on, from 1
	Front int // how many sheets stand before a copy's own pages, of which see Answers

	// Where the book's pages begin: from the left edge of the sheet, on rectos and on versos, and from its upper one.
	Recto, Verso, Top page.Length
}

// reviewSheets are the papers of review copies by name; portrait.
var reviewSheets = map[string]impose.Size{
	"letter": {W: page.In * 17 / 2, H: page.In * 11}, "a4": {W: page.TenthsOfMm(2100), H: page.TenthsOfMm(2970)},
	"tabloid": {W: page.In * 11, H: page.In * 17}, "a3": {W: page.TenthsOfMm(2970), H: page.TenthsOfMm(4200)},
}

// Room that a sheet leaves for notes beside a page, and for the foot under it.
const (
	reviewRoom   = page.In
	reviewFoot   = page.In * 5 / 8
	reviewMargin = page.In // of the pages that are the copy's own
)

// maker makes review copies.
type maker struct {
	cfg   *config.Config
	fonts *textstyle.Fonts
	ask   *Content
	sheet impose.Size
	spine page.Length // white at the spine side of the page on its sheet
	top   page.Length

	removed map[int][]gone // by page, from 0
}

// gone is a removed passage, which was after a line of a page.
type gone struct {
	y     page.Length
	title string
}

// Set returns the document of all review copies of a book: a front, a page of data and a list of changes, then the
// book's own pages on larger sheets, so that page numbers agree with the printed book. What differs from reader to
// reader is in slots; Slots fills them.
func Set(cfg *config.Config, bk *book.Book, fonts *textstyle.Fonts, ask *Content) *Sheets {
	m := newMaker(cfg, fonts, ask)
	root := &page.Node{Kind: page.NodeDocument}
	pages := slices.Concat(m.front(root), m.data(root))
	front := len(pages)
	pages = append(pages, m.changes(root)...)
	if len(pages)%2 == 1 && !ask.Typescript {
		pages = append(pages, m.own("", nil))
	}
	if ask.Inside.Root != nil {
		root.Children = append(root.Children, ask.Inside.Root.Children...)
	}
	out := &Sheets{First: len(pages) + 1, Front: front, Recto: m.left(true), Verso: m.left(false), Top: m.top}
	ids := map[string]bool{}
	for _, e := range bk.Entries() {
		ids[e.ID] = true
	}
	m.removed = m.gone()
	for i, p := range ask.Inside.Pages {
		pages = append(pages, m.page(i, p, ids))
	}
	d := *ask.Inside
	d.Title += " (" + m.cfg.Lang.Within(m.noticeWord()) + ")"
	d.Pages, d.Root = pages, root
	out.Doc = &d
	return out
}

// words returns those of review copies.
func (m *maker) words() *lang.Review { return &m.cfg.Lang.Review }

// noticeWord returns what the copy is, in a word or a few.
func (m *maker) noticeWord() string {
	notice := m.cfg.Review.Notice
	if before, _, ok := strings.Cut(notice, " — "); ok {
		return before
	}
	if notice == "" {
		return m.words().Unnamed
	}
	return notice
}

func newMaker(cfg *config.Config, fonts *textstyle.Fonts, ask *Content) *maker {
	m := &maker{cfg: cfg, fonts: fonts, ask: ask}
	w, h := page.Length(cfg.Print.Width), page.Length(cfg.Print.Height)
	if ask.Typescript {
		m.sheet = impose.Size{W: w, H: h}
		return m
	}
	m.sheet = m.choose(w, h)
	m.spine = max(0, min(page.In/3, (m.sheet.W-w)/4))
	m.top = max(0, (m.sheet.H-h-reviewFoot/2)/2)
	return m
}

// choose returns the paper that the author names, or the smallest on which a page leaves room for notes. Where all are too
// small, a sheet of that size is made up: it can be read at a screen.
func (m *maker) choose(w, h page.Length) impose.Size {
	if s, ok := reviewSheets[m.cfg.Review.Sheet]; ok && s.W >= w && s.H >= h+reviewFoot/2 {
		return s
	}
	names := []string{"a4", "a3"}
	if m.cfg.Lang.LetterPaper() {
		names = []string{"letter", "tabloid"}
	}
	for _, name := range names {
		if s := reviewSheets[name]; s.W >= w+reviewRoom && s.H >= h+reviewFoot {
			return s
		}
	}
	return impose.Size{W: w + 2*reviewRoom, H: h + 2*reviewFoot}
}

// left returns where a page of the book begins on its sheet: the wide margin is at the fore edge.
func (m *maker) left(recto bool) page.Length {
	if recto {
		return m.spine
	}
	return m.sheet.W - m.spine - page.Length(m.cfg.Print.Width)
}

// grey is the ink of marginal notes: light enough to stay behind the text, dark enough to be read.
var grey = page.Color{K: 60}

// page returns a page of the book on its sheet.
func (m *maker) page(i int, p *page.Page, ids map[string]bool) *page.Page {
	recto := i%2 == 0 || m.ask.Typescript
	dx := m.left(recto)
	pg := &page.Page{Width: m.sheet.W, Height: m.sheet.H, Label: p.Label}
	if m.cfg.Review.Mark {
		pg.Items = append(pg.Items, &page.Slot{Name: slotMark, X: dx + p.Width/2, Y: m.top + p.Height/2})
	}
	if i >= m.ask.Book && !m.ask.Typescript && len(p.Items) > 0 {
		d := m.small().SmallCaps()
		d.Size, d.Color = 10*page.Pt, page.Black
		pg.Items = append(pg.Items, m.label(m.words().Drafts, d, dx, m.top-d.Size, p.Width, typeset.Centered)...)
	}
	if m.ask.Typescript {
		pg.Items = append(pg.Items, p.Items...)
	} else {
		pg.Items = append(pg.Items, m.edge(dx, p), &page.Group{X: dx, Y: m.top, Items: p.Items,
			Clip: &page.Box{X: -p.Bleed, Y: -p.Bleed, W: p.Width + 2*p.Bleed, H: p.Height + 2*p.Bleed}})
	}
	place := &m.ask.Pages.Pages[i]
	pg.Items = append(pg.Items, m.numbers(place, dx, recto)...)
	pg.Items = append(pg.Items, m.bars(p, dx, recto)...)
	if !m.ask.Typescript { // it names entries and marks what is unfinished itself
		pg.Items = append(pg.Items, m.flags(i, p, dx, recto, ids)...)
	}
	if place.Kind == pagemap.TitlePage {
		d := m.small().SmallCaps()
		d.Size = page.Pt * 10
		pg.Items = append(pg.Items, m.oneLine(m.cfg.Review.Notice, d, dx, m.top+p.Height-page.In/2, p.Width, typeset.Centered)...)
	}
	return m.foot(pg)
}

// foot adds to a page what every page of a copy has at its foot.
func (m *maker) foot(pg *page.Page) *page.Page {
	y := m.sheet.H - reviewFoot/2
	pg.Items = append(pg.Items, m.oneLine(m.cfg.Review.Notice, m.small(), reviewMargin/2, y, (m.sheet.W-reviewMargin)/2, typeset.RaggedRight)...)
	pg.Items = append(pg.Items, &page.Slot{Name: slotFoot, X: m.sheet.W - reviewMargin/2, Y: y},
		&page.Slot{Name: slotCode, X: m.sheet.W / 2, Y: y})
	return pg
}

// edge shows where the page will be cut.
func (m *maker) edge(x page.Length, p *page.Page) page.Item {
	line := page.Color{K: 20}
	at := func(op page.SegmentOp, x, y page.Length) page.Segment {
		return page.Segment{Op: op, X: x, Y: y}
	}
	return &page.Path{Stroke: &line, Width: page.Pt / 4, Segments: []page.Segment{
		at(page.MoveTo, x, m.top), at(page.LineTo, x+p.Width, m.top), at(page.LineTo, x+p.Width, m.top+p.Height),
		at(page.LineTo, x, m.top+p.Height), {Op: page.Close}}}
}

// small returns the style of what stands in margins.
func (m *maker) small() textstyle.Style {
	return textstyle.Style{Fonts: m.fonts, Size: 7 * page.Pt, Features: font.Lining, Color: grey, Solid: true}
}

// Label is one line of text with its baseline at y, or several where it is too long.
func (m *maker) label(text string, d textstyle.Style, x, y, measure page.Length, align typeset.Alignment) []page.Item {
	if text == "" {
		return nil
	}
	var items []page.Item
	for i, l := range typeset.SetParagraph([]typeset.Inline{d.Span(text, diag.Pos{})}, typeset.Setting{Measure: measure, Align: align}) {
		for _, it := range l.Items {
			page.Shift(it, x, y+d.Size*6/5*page.Length(i))
			items = append(items, it)
		}
	}
	return items
}

// oneLine returns a label in one line, shortened to its measure.
func (m *maker) oneLine(text string, d textstyle.Style, x, y, measure page.Length, align typeset.Alignment) []page.Item {
	if spans := []typeset.Inline{d.Span(strings.ReplaceAll(text, " ", "\u00A0"), diag.Pos{})}; textstyle.Width(spans) > measure {
		text = strings.ReplaceAll(textstyle.Shorten(spans, measure)[0].(*typeset.Span).Text, "\u00A0", " ")
	}
	return m.label(text, d, x, y, measure, align)
}

// textEdge returns the text block's fore edge on the sheet.
func (m *maker) textEdge(dx page.Length, recto bool) page.Length {
	if recto {
		return dx + page.Length(m.cfg.Print.Width-m.cfg.Style.Page.Outer)
	}
	return dx + page.Length(m.cfg.Style.Page.Outer)
}

// beside returns text that begins at a distance from an edge, away from the book's text, in the room that the sheet has there.
func (m *maker) beside(text string, d textstyle.Style, edge, distance, y page.Length, recto bool) []page.Item {
	const least = 24 * page.Pt
	if recto {
		return m.label(text, d, edge+distance, y, max(least, m.sheet.W-edge-distance-reviewMargin/6), typeset.RaggedRight)
	}
	room := max(least, edge-distance-reviewMargin/6)
	return m.label(text, d, edge-distance-room, y, room, typeset.RaggedLeft)
}

// numbers returns the line numbers. They are drawn as outlines: as text they would come between the words in copied or
// searched text.
func (m *maker) numbers(place *pagemap.Page, dx page.Length, recto bool) (items []page.Item) {
	every := m.cfg.Review.Lines
	if every == 0 {
		return nil
	}
	for k := every - 1; k < len(place.Lines); k += every {
		if k > 0 && place.Lines[k].Y == place.Lines[k-1].Y { // a table turned sideways: its lines all begin here
			continue
		}
		p, width := drawn(strconv.Itoa(k+1), m.fonts.Regular, m.small().Size, grey)
		x := m.textEdge(dx, recto) + page.Pt*14
		if !recto {
			x = m.textEdge(dx, recto) - page.Pt*14 - width
		}
		page.Shift(p, x, m.top+page.Length(place.Lines[k].Y))
		items = append(items, p)
	}
	return items
}

// bars returns the bars beside changed lines; neighbouring ones are joined.
func (m *maker) bars(p *page.Page, dx page.Length, recto bool) (items []page.Item) {
	if m.ask.Changed == nil {
		return nil
	}
	type reach struct{ from, to page.Length }
	var all []reach
	for at, it := range page.Placed(p.Items) {
		if t, ok := it.(*page.Text); ok && t.Pos.IsValid() && t.Offset != page.Made &&
			m.ask.Changed(t.Pos, t.Offset, t.Offset+len(strings.TrimSuffix(t.Text, "\u00AD"))) {
			if at == page.Identity {
				all = append(all, reach{t.Y - t.Size, t.Y + t.Size*4/10})
			} else if box, ok := page.Extent(t); ok { // turned sideways
				box = at.Bounds(box)
				all = append(all, reach{box.Y, box.Y + box.H})
			}
		}
	}
	slices.SortFunc(all, func(a, b reach) int { return int(a.from - b.from) })
	x := m.textEdge(dx, recto) + page.Pt*6
	if !recto {
		x -= page.Pt * 13
	}
	for i := 0; i < len(all); {
		r := all[i]
		for i++; i < len(all) && all[i].from <= r.to+page.Pt; i++ {
			r.to = max(r.to, all[i].to)
		}
		items = append(items, &page.Rule{X: x, Y: m.top + r.from, W: page.Pt * 5 / 4, H: r.to - r.from, Color: page.Color{K: 80}})
	}
	return items
}

// gone finds the places where removed things stood: after the line with the last word before them.
func (m *maker) gone() map[int][]gone {
	out := map[int][]gone{}
	for _, c := range m.ask.Changes {
		if c.What != "removed" || !c.After.Pos.IsValid() {
			continue
		}
		if pg, line := m.lineOf(c.After); pg >= 0 {
			out[pg] = append(out[pg], gone{page.Length(line.Y), c.Title})
		}
	}
	return out
}

// lineOf returns the line that has a word, and its page, from 0; -1 when none has it.
func (m *maker) lineOf(word pagemap.Place) (pg int, line pagemap.Line) {
	pg = -1
	for i := range m.ask.Pages.Pages {
		for _, l := range m.ask.Pages.Pages[i].Lines {
			if at := l.Start; at.Pos.Source == word.Pos.Source && !before(word, at) && (pg < 0 || !before(at, line.Start)) {
				pg, line = i, l
			}
		}
	}
	return pg, line
}

// before reports whether one place of a file is before another.
func before(a, b pagemap.Place) bool {
	return cmp.Or(cmp.Compare(a.Pos.Offset, b.Pos.Offset), cmp.Compare(a.Offset, b.Offset)) < 0
}

// flags names the entries in the margin with their changes, and points at TK and at removed passages.
func (m *maker) flags(i int, p *page.Page, dx page.Length, recto bool, ids map[string]bool) (items []page.Item) {
	edge := dx
	if recto {
		edge += p.Width
	}
	leading := page.Length(m.cfg.Style.Text.Leading)
	say := func(text string, y page.Length) {
		d := m.small()
		d.Bold, d.Color = true, page.Black
		items = append(items, m.beside(text, d, edge, page.Pt*6, m.top+y, recto)...)
	}
	below := page.Length(0)
	for k, g := range m.removed[i] {
		if k == 0 || g.y != m.removed[i][k-1].y {
			below = 0
		}
		say(m.words().Removed.Fill("title", diag.Shortened(g.title, 60)), g.y+below)
		below += leading * 3 / 2 // it may take two lines
	}
	what := map[string]string{}
	for _, c := range m.ask.Changes {
		if c.Anchor != "" && ids[c.Anchor] {
			what[c.Anchor] = c.What
		}
	}
	last := page.Length(-1)
	for _, it := range p.Items {
		switch it := it.(type) {
		case *page.Anchor:
			if !ids[it.Name] {
				continue
			}
			if m.cfg.Review.IDs {
				items = append(items, m.beside("#"+it.Name, m.small(), edge, page.Pt*6, m.top+it.Y+leading*8/10, recto)...)
			}
			if what[it.Name] != "" {
				say(m.cfg.Lang.Changes.Kind(what[it.Name]), it.Y+leading*3/2)
			}
		case *page.Text:
			if it.Pos.IsValid() && it.Y != last && book.FindTK(it.Text) >= 0 {
				last = it.Y
				say(m.words().TK, it.Y)
			}
		}
	}
	return items
}

// own returns a page that is the copy's own.
func (m *maker) own(label string, items []page.Item) *page.Page {
	pg := &page.Page{Width: m.sheet.W, Height: m.sheet.H, Label: label}
	if items != nil {
		pg.Items = items
		if m.cfg.Review.Mark {
			pg.Items = slices.Insert(pg.Items, 0, page.Item(&page.Slot{Name: slotMark, X: m.sheet.W / 2, Y: m.sheet.H / 2}))
		}
	}
	return m.foot(pg)
}

// trimSize returns the page's size as the trade writes it.
func (m *maker) trimSize() string {
	return m.cfg.Lang.TrimSize(page.Length(m.ask.Width).Points()/72, page.Length(m.ask.Height).Points()/72)
}
