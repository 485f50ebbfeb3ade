package interior

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pagemap"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// TypescriptConfig returns a copy of a book's configuration with the page of a typescript: standard manuscript format,
// twelve-point Courier, double-spaced, on the paper of the book's language, Letter or A4. Pass it to Typescript with the
// fonts of its style.
func TypescriptConfig(cfg *config.Config) *config.Config {
	m := *cfg
	m.Style = typescriptStyle(cfg.Style)
	m.Print.Plates, m.Printer = nil, nil
	m.Print.Width, m.Print.Height = config.Length(page.TenthsOfMm(2100)), config.Length(page.TenthsOfMm(2970))
	if cfg.Lang.LetterPaper() {
		m.Print.Width, m.Print.Height = config.Length(page.In*17/2), config.Length(page.In*11)
	}
	m.Style.Page.Width, m.Style.Page.Height = m.Print.Width, m.Print.Height
	m.Style.Chapter.Sink = m.Print.Height/3 - m.Style.Page.Top // a third down the page
	return &m
}

// typescriptStyle returns the style of a typescript. Keys that it does not set keep the values of the book's own style.
func typescriptStyle(own *config.Style) *config.Style {
	const (
		pt = config.Length(page.Pt)
		in = config.Length(page.In)
	)
	var s config.Style
	if own != nil {
		s = *own
	}
	s.Name = "Manuscript"
	f := &s.Fonts
	f.Regular, f.Italic = "CourierPrime-Regular.ttf", "CourierPrime-Italic.ttf"
	f.Bold, f.BoldItalic = "CourierPrime-Bold.ttf", "CourierPrime-BoldItalic.ttf"
	f.Mono = f.Regular
	p := &s.Page
	p.Inner, p.Outer, p.Top, p.Bottom, p.Head, p.Foot = in, in, in, in, in/2, in/2
	t := &s.Text
	t.Size, t.Leading, t.Indent, t.Letterfit = 12*pt, 24*pt, in/2, 0
	t.Align, t.Hyphenate, t.Paragraphs = config.Ragged, false, config.Indented
	t.Emphasis, t.Figures, t.Capitals = config.Italic, config.Lining, config.AsWritten
	s.Note.Size, s.Note.Leading = 12*pt, 24*pt
	s.Note.Place, s.Note.Marks, s.Note.Restart, s.Note.Hang = config.Foot, config.Numbers, config.RestartChapter, false
	s.Head.Size, s.Folio.Size = 12*pt, 12*pt
	c := &s.Chapter
	c.Size, c.Align, c.Face = 12*pt, config.Centered, config.Upright
	c.Number, c.Lead, c.Initial = config.None, config.None, config.None
	s.Part.Ground = 0
	s.Section.Size, s.Section.Align, s.Section.Face, s.Section.Minor = 12*pt, config.Left, config.Bold, config.Italic
	s.Entry.Layout, s.Entry.See = config.Display, config.RunOn
	m := &s.Maxim
	m.Size, m.Leading, m.Align, m.Face, m.Label = 12*pt, 24*pt, config.Left, config.Bold, config.Upright
	s.Mark.Break, s.Mark.List = "#", "•"
	s.Ink, s.Ornament, s.Title = config.Ink{}, config.Ornament{}, config.TitlePage{}
	return &s
}

// Typescript sets the book as a typescript for correction by hand: pages in one sequence without blank ones, the author's
// name, the title and the page number at the head of each, the ids of entries in the margin, and drafts among the entries.
// Cfg is the result of TypescriptConfig, and fonts are those of its style. The page map records what is on which page of
// the typescript; the list reports characters that it cannot show and content that does not fit.
func Typescript(cfg *config.Config, bk *book.Book, fonts *textstyle.Fonts) (*page.Document, *pagemap.Map, diag.List) {
	in := newInterior(cfg, bk, fonts, newMemo(cfg, fonts))
	in.drafts, in.index.Drafts = true, true
	in.typescriptDivisions()
	var pages []*page.Page
	for range rounds {
		in.set()
		if pages = in.bind(); in.settled() {
			break
		}
	}
	doc := &page.Document{Title: cfg.Book.Title, Author: strings.Join(cfg.Book.Authors(), ", "),
		Subject: cfg.Book.Description, Keywords: strings.Join(cfg.Book.Subjects, ", "), Lang: cfg.Book.Language,
		Date: cfg.Book.Date, Pages: pages, Outline: in.outline(), Root: in.tree()}
	in.placeLines(pages)
	found := append(unknownToTypewriter(bk, fonts), page.OffPage(pages, nil, in.pagePos)...)
	for _, d := range in.divisions {
		for _, f := range d.version.faults {
			if f.Severity == diag.Error { // typographic warnings do not concern a typescript
				found = append(found, f)
			}
		}
	}
	in.turnRound(doc)
	return doc, &pagemap.Map{Pages: in.places}, found
}

// unknownToTypewriter warns of characters that the typescript's font lacks, each at its first place.
func unknownToTypewriter(bk *book.Book, fonts *textstyle.Fonts) (list diag.List) {
	said := map[rune]bool{}
	for _, ch := range bk.Chapters() {
		ch.Walk(nil, func(in book.Inline) {
			t, ok := in.(*book.Text)
			if !ok {
				return
			}
			for at, r := range t.Value {
				if r >= 0x80 && !said[r] && !fonts.Has(string(r)) {
					said[r] = true
					list.Warnf("style-feature", book.Trace(t.Pos, t.Value, at),
						"no font of the typescript has %s; it is a blank there", diag.Character(r)).
						Note(`send the book's own pages, layout = "page", or a Word file to readers who need to see it`)
				}
			}
		})
	}
	return list
}

// typescriptDivisions lists the divisions of a typescript: fewer than a book has, and none that must start on a recto.
func (in *interior) typescriptDivisions() {
	in.addAlone(&division{kind: pagemap.TitlePage, front: true}, in.typescriptTitle)
	if in.cfg.Book.Dedication != "" {
		in.addAlone(&division{kind: pagemap.Dedication, front: true}, in.dedication)
	}
	if in.cfg.Book.Epigraph != "" {
		in.addAlone(&division{kind: pagemap.Epigraph, front: true}, in.epigraph)
	}
	chapter := func(ch *book.Chapter, part string) {
		in.divisions = append(in.divisions, &division{name: ch, kind: pagemap.Chapter, id: ch.ID, title: book.PlainText(ch.Title), part: part, chapter: ch,
			make: func(l *layout) []pageBody { return l.typescriptBodies(l.typescriptColumn(ch)) }})
	}
	for _, ch := range in.book.Front {
		chapter(ch, "")
	}
	for _, part := range in.book.Parts {
		if part.Title != "" {
			in.addAlone(&division{kind: pagemap.PartTitle, id: part.ID, title: part.Title}, func() []pageBody { return in.typescriptPart(part) })
		}
		for _, ch := range part.Chapters {
			chapter(ch, part.Title)
		}
	}
	for _, ch := range in.book.Back {
		chapter(ch, "")
	}
}

// typescriptColumn sets a chapter under "Chapter 1" and its title.
func (l *layout) typescriptColumn(ch *book.Chapter) *column {
	l.typed = true
	c := l.column(l.textWidth)
	title := ch.Title
	if ch.Number > 0 {
		number := &book.Text{Value: l.lang.Typescript.Chapter.Fill("n", strconv.Itoa(ch.Number))}
		title = slices.Concat([]book.Inline{number, &book.LineBreak{}}, title)
	}
	c.opening("", title, ch.ID)
	c.blocks(ch.Blocks)
	return c
}

// typescriptBodies fills one page after another: pages of a typescript do not face each other.
func (l *layout) typescriptBodies(c *column) (out []pageBody) {
	rules := typeset.PageRules{Height: l.textHeight, Leading: l.grid(), NoteGap: l.grid()}
	c.setFirst()
	blocks := typeset.SplitNotes(c.plain(), rules)
	rows, before := firstWays(blocks), 0
	turned := map[int][]pageBody{} // by the number of rows before them
	for i, b := range c.flow {
		if before += len(blocks[i].Ways[0].Rows); b.turned != nil {
			turned[before] = b.turned
		}
	}
	for at := 0; at < len(rows); {
		n := l.typescriptFit(rows[at:])
		var notes []typeset.Row
		for _, r := range rows[at : at+n] {
			notes = append(notes, r.Notes...)
		}
		body := l.pageBody(rows[at:at+n], notes, l.textHeight)
		body.opener = len(out) == 0
		out = append(out, body)
		for range n {
			at++
			out = append(out, turned[at]...)
		}
	}
	return append(out, l.platePages...)
}

// typescriptFit returns how many rows fit on a page with their notes: at least one, and only up to an allowed break.
func (l *layout) typescriptFit(rows []typeset.Row) int {
	var text, notes page.Length
	n := len(rows)
	for i, r := range rows {
		if i > 0 && r.Penalty == typeset.Forced {
			n = i
			break
		}
		if text += r.Height; i > 0 {
			text += r.Space
		} else if r.Overleaf != nil {
			text += r.Overleaf.Height
		}
		for _, note := range r.Notes {
			if notes += note.Height + note.Space; notes == note.Height+note.Space {
				notes += l.grid() // between text and notes
			}
		}
		if text+notes > l.textHeight {
			n = max(i, 1)
			break
		}
	}
	for k := n; k > 0 && n < len(rows); k-- {
		if rows[k].Penalty < typeset.Forbidden {
			return k
		}
	}
	return n
}

// typescriptTitle sets the first page: the author and the word count in the upper corners, and the title in the middle.
func (in *interior) typescriptTitle() []pageBody {
	m := in.matterPages()
	d := m.body()
	single := page.Length(in.cfg.Style.Text.Leading) / 2
	y := textstyle.Baseline(single)
	m.put(in.cfg.Lang.AboutWords(in.book.Words()), d, y, single, typeset.RaggedLeft)
	for _, who := range []struct {
		key   string
		lines []string
	}{{"book.authors", in.cfg.Book.Authors()}, {"review.contact", in.cfg.Review.Contact}} {
		m.pos = in.cfg.Where(who.key)
		for _, line := range who.lines {
			y = m.put(line, d, y, single, typeset.RaggedRight)
		}
	}
	y = max(y+2*m.grid(), m.textHeight/2-2*m.grid())
	heading := d.In(m.pageBody.tree.Add(page.NodeH1))
	m.pos = in.cfg.Where("book.title")
	y = m.put(in.cfg.Lang.Upper(in.cfg.Book.Title), heading, y, m.grid(), typeset.Centered)
	m.pos = in.cfg.Where("book.subtitle")
	y = m.put(in.cfg.Book.Subtitle, d, y, m.grid(), typeset.Centered)
	m.pos = in.cfg.Where("book.authors")
	if authors := in.cfg.Book.Authors(); len(authors) > 0 {
		y = m.put(in.cfg.Lang.Makers.By.Fill("names", strings.Join(authors, in.cfg.Lang.Lists.Comma)), d, y, m.grid(), typeset.Centered)
	}
	m.pos = in.cfg.Where("book.edition")
	m.put(in.cfg.Book.Edition, d, y+m.grid(), m.grid(), typeset.Centered)
	return m.pages()
}

func (in *interior) typescriptPart(p *book.Part) []pageBody {
	m := in.matterPages()
	m.pageBody.bare, m.pos = false, p.Pos
	m.items = append(m.items, &page.Anchor{Name: p.ID})
	d := m.body().In(m.pageBody.tree.Add(page.NodeH1))
	m.put(in.cfg.Lang.Upper(p.Title), d, page.Length(in.cfg.Style.Chapter.Sink), m.grid(), typeset.Centered)
	return m.pages()
}

// bind numbers the pages of a typescript: those before the text in roman.
func (in *interior) bind() []*page.Page {
	clear(in.folios)
	in.places = in.places[:0]
	var pages []*page.Page
	offset := 0
	head := in.typescriptHead()
	ids := map[string]*book.Entry{}
	for _, e := range in.book.Entries() {
		ids[e.ID] = e
	}
	for _, d := range in.divisions {
		if d.front {
			offset = len(pages) + len(d.version.bodies)
		}
		for i := range d.version.bodies {
			body := &d.version.bodies[i]
			folio := strconv.Itoa(len(pages) + 1 - offset)
			if d.front {
				folio = config.RomanNumeral(len(pages) + 1)
			}
			place := pagemap.Page{Number: len(pages) + 1, Label: folio, Kind: d.kind, ID: d.id, First: i == 0, Start: body.start}
			for _, name := range d.version.anchors[i] {
				in.folios[name] = folio
			}
			place.Anchors = authors(d.version.anchors[i])
			in.places = append(in.places, place)
			pages = append(pages, in.typescriptPage(body, head, folio, ids))
		}
	}
	return pages
}

// typescriptHead returns the text before the number at the head of every page.
func (in *interior) typescriptHead() string {
	title := in.cfg.Lang.Upper(cmp.Or(in.cfg.Book.ShortTitle, in.cfg.Book.Title))
	if names := in.cfg.Book.Surnames(in.cfg.Lang); names != "" {
		return names + " / " + title
	}
	return title
}

// typescriptPage places a page body on a page, with its head above it and the ids of its entries in the margin.
func (in *interior) typescriptPage(body *pageBody, head, folio string, ids map[string]*book.Entry) *page.Page {
	st := in.cfg.Style.Page
	left, top := page.Length(st.Inner), page.Length(st.Top)
	pg := &page.Page{Width: page.Length(in.cfg.Print.Width), Height: page.Length(in.cfg.Print.Height),
		Label: folio}
	l := in.layout(nil)
	d := l.body()
	flagged := page.Length(-1) // the last line with TK
	for _, it := range body.items {
		c := page.Clone(it)
		page.Shift(c, left, top)
		pg.Items = append(pg.Items, c)
		switch c := c.(type) {
		case *page.Anchor:
			e := ids[c.Name]
			if e == nil {
				continue
			}
			y := c.Y + textstyle.Baseline(l.grid())
			if e.Status == book.Draft {
				pg.Items = append(pg.Items, l.marginNote(l.lang.Entry.Draft, l.markStyle(), &y, left)...)
			}
			if in.cfg.Review.IDs {
				pg.Items = append(pg.Items, l.marginNote("#"+e.ID, l.idStyle(), &y, left)...)
			}
		case *page.Text:
			if c.Pos.IsValid() && c.Y != flagged && book.FindTK(c.Text) >= 0 {
				flagged = c.Y
				y := c.Y
				pg.Items = append(pg.Items, l.marginNote(book.TK, l.markStyle(), &y, left)...)
			}
		}
	}
	if !body.bare {
		f := furniture{layout: l, recto: true, left: left}
		number := d.Span(folio, diag.Pos{})
		says := strings.ReplaceAll(head, " ", "\u00A0")
		text := textstyle.Shorten([]typeset.Inline{d.Span(says, diag.Pos{})},
			l.textWidth-typeset.Width(folio, number)-typeset.Width(" / ", number))
		text[0].(*typeset.Span).Text += "\u00A0/\u00A0" + folio
		f.put(top-page.Length(st.Head), text, config.Outer)
		pg.Items = append(pg.Items, f.items...)
	}
	return pg
}

// idStyle returns the style of an entry's id in the margin of a typescript.
func (l *layout) idStyle() textstyle.Style {
	d := l.body()
	d.Size, d.Solid, d.Color = 7*page.Pt, true, page.Color{K: 60}
	return d
}

// markStyle returns the style of a mark in the margin of a typescript that asks for work: a draft, a TK.
func (l *layout) markStyle() textstyle.Style {
	d := l.idStyle()
	d.Bold, d.Color = true, page.Black
	return d
}

// marginNote sets text in the left margin, from baseline y down, in lines broken after hyphens. It advances y to the baseline
// after the last line.
func (l *layout) marginNote(text string, d textstyle.Style, y *page.Length, margin page.Length) (items []page.Item) {
	gap := page.Pt * 10
	room := margin - 2*gap
	put := func(text string) {
		set := typeset.Setting{Measure: room, Align: typeset.RaggedLeft}
		for _, ln := range typeset.SetParagraph([]typeset.Inline{d.Span(text, diag.Pos{})}, set) {
			for _, it := range ln.Items {
				page.Shift(it, gap, *y)
				items = append(items, it)
			}
			*y += d.Size * 6 / 5
		}
	}
	line := ""
	for part := range strings.SplitAfterSeq(text, "-") {
		if line != "" && typeset.Width(line+part, d.Span("", diag.Pos{})) > room {
			put(line)
			line = ""
		}
		line += part
	}
	put(line)
	return items
}
