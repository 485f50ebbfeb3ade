// Package interior sets the inside of a book: its front matter, chapters, indexes and notes, with running heads and folios.
//
// [Set] returns the pages and the page map. [Drafts] sets the entries that a book leaves out, for review copies, and [Typescript]
// a double-spaced typescript with the configuration of [TypescriptConfig].
//
// Chapters are set side by side, numbered, and set again where their text names a page whose number has changed. A layout
// (layout.go) fills columns with blocks (blocks.go, flow.go), and package typeset divides columns into pages.
package interior

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pagemap"
	"octavo/cmd/octavo/internal/parallel"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
	"octavo/cmd/octavo/internal/xref"
)

// pageBody is one page before it has a number: the content of its text block, measured from the block's upper left corner.
type pageBody struct {
	items   []page.Item
	opener  bool        // no running head; the folio stands at the foot
	head    string      // what its running head says; "": what that of its division says
	bare    bool        // neither running head nor folio
	ground  uint8       // ink behind all of the page, in percent of black
	plate   *page.Image // a picture that fills the page
	tree    *page.Node  // the structure of a page that is set by itself
	entries pageEntries
	before  int           // of an index: how many of its lines begin on pages before it
	start   pagemap.Place // its first word that the author wrote, footnotes left out
}

// division is a sequence of pages that belong together: a chapter, the title page, the contents.
type division struct {
	bodies []pageBody
	title  string // for the running heads
	part   string // the title of the part it is in, for the running heads
	partOf *book.Part
	recto  bool // it starts on a recto
	front  bool // its folios are roman
	bare   bool // its pages have neither running head nor folio
	kind   pagemap.Kind
	id     string // its anchor, "" for none

	side, setFor typeset.Side // of its first page, and as it was set

	chapter *book.Chapter              // nil: not a chapter
	make    func(l *layout) []pageBody // sets text that names folios; nil: bodies is final
	tree    *page.Node                 // the structure of what was set
	used    map[string]string          // the folios its text names, by anchor
	faults  diag.List                  // typographic warnings
}

// interior is the state of setting a book's inside.
type interior struct {
	cfg   *config.Config
	book  *book.Book
	fonts *textstyle.Fonts
	index *xref.Index

	inner     page.Length // margin at the spine
	divisions []*division
	notes     map[*book.Chapter]*notePlan
	folios    map[string]string // of every anchor, as of the last numbering
	places    []pagemap.Page    // the page map, as of the last numbering
	long      []headSource      // running heads that were cut off, likewise

	sided   bool               // divisions are set again for the side of their first page
	folioOf func(n int) string // nil: roman figures in front, arabic ones after
}

// rounds is the largest number of times that pages are numbered. Two are usual; a number that gains a digit and so changes
// the pages may need a third.
const rounds = 6

// sidedRounds is in how many of them a division is set again because its first page has come to the other side of a spread, so
// that its pages end together with those that they face now. One more page in a chapter can turn all those after it.
const sidedRounds = 3

// Set sets the inside of the book. Chapters are set side by side, then numbered; those that name a page are set again until
// every number in the text is right. The page map records what is printed on which page. The list holds the typographic
// warnings, such as a loose line, a ladder or a river, at their places in the manuscript; see [TypographicWarnings].
func Set(cfg *config.Config, bk *book.Book, fonts *textstyle.Fonts) (*page.Document, *pagemap.Map, diag.List) {
	in := &interior{cfg: cfg, book: bk, fonts: fonts, index: index(bk, fonts), inner: page.Length(cfg.Style.Page.Inner)}
	if hopeless := in.measureFault(); hopeless.HasErrors() { // of what would stand on such pages nothing more need be said
		return &page.Document{}, &pagemap.Map{}, hopeless
	}
	var pages []*page.Page
	in.inner = settle(in.inner, in.gutter, func(inner page.Length) int {
		in.inner = inner
		pages = in.paginate()
		return len(pages)
	})
	doc := &page.Document{Title: cfg.Book.Title, Author: strings.Join(cfg.Book.Authors(), ", "), Subject: cfg.Book.Description,
		Keywords: strings.Join(cfg.Book.Subjects, ", "), Lang: cfg.Book.Language, Date: cfg.Book.Date, Pages: pages, Outline: in.outline(), Facing: true,
		Second: textstyle.SecondPlate(cfg.Style),
		Root:   in.tree()}
	in.placeLines(pages)
	faults := append(lackingFeatures(cfg.Style, bk, fonts), in.measureFault()...)
	for _, d := range in.divisions {
		faults = append(faults, d.faults...)
	}
	faults = append(faults, in.longHeads()...)
	faults = append(append(faults, in.missingGlyphs(pages)...), in.offPage(pages)...)
	in.turnRound(doc)
	return doc, &pagemap.Map{Pages: in.places}, faults
}

// missingGlyphs is [page.MissingGlyphs] for the book's own pages.
func (in *interior) missingGlyphs(pages []*page.Page) diag.List {
	tracer := sync.OnceValue(in.book.Tracer)
	return page.MissingGlyphs(pages, nil, func(pg int, t *page.Text, at int) diag.Pos {
		switch {
		case t.Pos.IsValid() && t.Offset != page.Made:
			return tracer().Trace(t.Pos, t.Offset+at)
		case t.Pos.IsValid():
			return t.Pos
		}
		return in.pagePos(pg)
	})
}

// pagePos returns the place of what a page belongs to, for items without a place of their own.
func (in *interior) pagePos(pg int) diag.Pos {
	for _, ch := range in.book.Chapters() {
		if ch.ID == in.places[pg].ID && in.places[pg].Kind == pagemap.Chapter {
			return ch.Pos
		}
	}
	return in.cfg.Where("book")
}

// offPage is [page.OffPage] for the book's own pages. An item without a place in the manuscript is reported at its chapter.
func (in *interior) offPage(pages []*page.Page) diag.List {
	return page.OffPage(pages, nil, in.pagePos)
}

// paginate sets all divisions and numbers their pages until the numbers in the text are right.
func (in *interior) paginate() (pages []*page.Page) {
	in.folios = map[string]string{}
	in.plan()
	for round := range rounds {
		in.sided = round < sidedRounds
		in.set()
		pages = in.number()
		if in.settled() {
			break
		}
	}
	if in.bleeds() {
		for _, p := range pages {
			p.Bleed = bleedWidth
		}
	}
	return pages
}

// plan lists the divisions in the order in which they are bound.
func (in *interior) plan() {
	in.divisions = nil
	in.notes = plansOf(boundOrder(in.book), in.cfg, in.index.Drafts)
	add := func(d *division) { in.divisions = append(in.divisions, d) }
	afterPart := false // the back of a part's title stays blank
	chapter := func(d *division, ch *book.Chapter) {
		d.title, d.chapter = cmp.Or(ch.Short, book.PlainText(ch.Title)), ch
		d.recto = !ch.Opening && (in.cfg.Style.Chapter.Opens == config.Recto || d.front || afterPart)
		d.kind, d.id = pagemap.Chapter, ch.ID
		d.make = func(l *layout) []pageBody { return l.chapterBodies(ch) }
		add(d)
	}
	if !in.cfg.Pages.No.HalfTitle {
		add(&division{kind: pagemap.HalfTitle, bodies: in.halfTitle(), recto: true, front: true})
	}
	for _, ch := range in.book.Front {
		if ch.Opening {
			chapter(&division{front: true, bare: true}, ch)
		}
	}
	add(&division{kind: pagemap.TitlePage, bodies: in.titlePage(), recto: true, front: true})
	add(&division{kind: pagemap.Copyright, bodies: in.copyrightPage(), front: true})
	if in.cfg.Book.Dedication != "" {
		add(&division{kind: pagemap.Dedication, bodies: in.dedication(), recto: true, front: true})
	}
	if in.cfg.Book.Epigraph != "" {
		add(&division{kind: pagemap.Epigraph, bodies: in.epigraph(), recto: true, front: true})
	}
	if !in.cfg.Pages.No.Contents {
		add(&division{kind: pagemap.Contents, id: contentsAnchor, title: in.cfg.Lang.Titles.Contents, recto: true, front: true,
			make: func(l *layout) []pageBody { return l.pageBodies(in.contents(l)) }})
	}
	for _, f := range in.figureLists() {
		add(&division{kind: pagemap.Contents, id: f.anchor, title: f.title, front: true,
			make: func(l *layout) []pageBody { return l.pageBodies(l.fittedContents(f.title, f.anchor, f.entries)) }})
	}
	for _, ch := range in.book.Front {
		if !ch.Opening {
			chapter(&division{front: true}, ch)
		}
	}
	for _, part := range in.book.Parts {
		if part.Title != "" {
			afterPart = true
			add(&division{kind: pagemap.PartTitle, id: part.ID, bodies: in.partOpener(part), title: part.Title, recto: true})
		}
		for _, ch := range part.Chapters {
			chapter(&division{part: cmp.Or(part.Short, part.Title), partOf: part}, ch)
			afterPart = false
		}
	}
	for _, ch := range in.book.Back {
		chapter(&division{}, ch)
	}
	if in.hasEndnotes() {
		add(&division{kind: pagemap.Notes, id: endnotesAnchor, title: in.cfg.Lang.Titles.Notes, recto: in.cfg.Style.Chapter.Opens == config.Recto,
			make: in.endnotes})
	}
	for i, x := range in.indexes() {
		add(&division{kind: pagemap.Index, id: x.anchor, title: x.title, recto: i == 0, make: x.make})
	}
	if !in.cfg.Pages.No.Colophon {
		add(&division{kind: pagemap.Colophon, bodies: in.colophon()})
	}
}

// set sets every division that has not been set, or that names a folio that has changed since.
func (in *interior) set() {
	if in.notes == nil {
		var chapters []*book.Chapter
		for _, d := range in.divisions {
			if d.chapter != nil {
				chapters = append(chapters, d.chapter)
			}
		}
		in.notes = plansOf(chapters, in.cfg, in.index.Drafts)
	}
	var todo []*division
	for _, d := range in.divisions {
		if in.stale(d) {
			todo = append(todo, d)
		}
	}
	// The longest first, so that no worker is left alone with it at the end.
	slices.SortStableFunc(todo, func(a, b *division) int { return b.weight() - a.weight() })
	parallel.Each(len(todo), func(i int) { in.setDivision(todo[i]) })
}

func (d *division) weight() int {
	if d.chapter == nil || d.chapter.Source == nil {
		return 0
	}
	return len(d.chapter.Source.Text)
}

// stale reports whether d must be set, given the current folios and sides.
func (in *interior) stale(d *division) bool {
	if d.bodies == nil || in.sided && d.make != nil && d.side != d.setFor {
		return true
	}
	for id, f := range d.used {
		if in.folios[id] != f {
			return true
		}
	}
	return false
}

func (in *interior) settled() bool {
	for _, d := range in.divisions {
		if in.stale(d) {
			return false
		}
	}
	return true
}

func (in *interior) setDivision(d *division) {
	l := in.layout(d.chapter)
	l.side, d.setFor = d.side, d.side
	l.tree, l.base = &page.Node{Kind: page.NodeSect}, 1
	if d.part != "" { // the part's title stands above it
		l.base = 2
	}
	d.bodies = d.make(l)
	in.findEntries(d.bodies)
	d.tree, d.used, d.faults = l.tree, l.used, l.faults
}

// unknownFolio stands for a folio in the first round. Most folios are as wide.
const unknownFolio = "00"

func (in *interior) layout(ch *book.Chapter) *layout {
	style := in.cfg.Style
	grid := page.Length(style.Text.Leading)
	width := in.measure(in.inner)
	height := page.Length(in.cfg.Print.Height - style.Page.Top - style.Page.Bottom)
	return &layout{fonts: in.fonts, style: style, cfg: in.cfg, book: in.index, chapter: ch, notes: in.notes[ch], links: in.cfg.Print.Links, plates: in.cfg.Print.Plates, textWidth: width, blockWidth: width,
		lang:       in.cfg.Lang,
		textHeight: height / grid * grid,
		folio: func(id string) string {
			if f, ok := in.folios[id]; ok {
				return f
			}
			return unknownFolio
		}}
}

// chapterColumn sets a chapter as one long column.
func (l *layout) chapterColumn(ch *book.Chapter) *column {
	c := l.column(l.textWidth)
	width, paired := l.pairWidth(ch)
	l.textWidth = width
	c.opening(c.style.ChapterNumber(ch.Number, c.lang), ch.Title, ch.ID)
	if paired {
		c = l.pairColumn(c)
	} else {
		c.opener = opener(ch.Blocks)
	}
	c.blocks(ch.Blocks)
	c.endFloat()
	if paired {
		c.titleNotes()
	}
	c.chapterNotes()
	return c
}

// firstPlace returns the place of the first word of the manuscript among the items of a page.
func firstPlace(items []page.Item) pagemap.Place {
	for _, it := range page.Placed(items) {
		switch it := it.(type) {
		case *page.Text:
			if it.Pos.IsValid() && it.Offset != page.Made {
				return pagemap.Place{Pos: it.Pos, Offset: it.Offset}
			}
		case *page.Image:
			if it.Pos.IsValid() {
				return pagemap.Place{Pos: it.Pos}
			}
		}
	}
	return pagemap.Place{}
}

// number arranges the divisions in pages, gives each page its folio, and records the folio of every anchor.
func (in *interior) number() []*page.Page {
	clear(in.folios)
	in.places, in.long = in.places[:0], in.long[:0]
	var pages []*page.Page
	front := true
	offset := 0 // pages before folio 1
	label := func() string {
		n := len(pages) + 1 - offset
		if in.folioOf != nil {
			return in.folioOf(len(pages) + 1)
		}
		if front {
			return config.RomanNumeral(n)
		}
		return strconv.Itoa(n)
	}
	blank := func() {
		in.places = append(in.places, pagemap.Page{Number: len(pages) + 1, Label: label(), Kind: pagemap.Blank})
		pages = append(pages, &page.Page{Width: page.Length(in.cfg.Print.Width), Height: page.Length(in.cfg.Print.Height), Label: label()})
	}
	for _, d := range in.divisions {
		if (d.recto || front && !d.front) && len(pages)%2 == 1 {
			blank()
		}
		d.side = typeset.Side(len(pages) % 2) // the first page is a recto
		if front && !d.front {
			front, offset = false, len(pages)
		}
		for i := range d.bodies {
			body := &d.bodies[i]
			folio := label()
			place := pagemap.Page{Number: len(pages) + 1, Label: folio, Kind: d.kind, ID: d.id, First: i == 0, Start: body.start, Before: body.before}
			place.Anchors = in.fileAnchors(body, folio)
			in.places = append(in.places, place)
			pages = append(pages, in.page(body, d, folio, len(pages)%2 == 0))
		}
	}
	if len(pages)%2 == 1 {
		blank()
	}
	if pr := in.cfg.Printer; pr != nil && pr.Pages.LastBlank && len(pages[len(pages)-1].Items) > 0 {
		blank()
		blank()
	}
	return pages
}

// fileAnchors records the folio of the anchors of a page, and returns those that the author's links can lead to.
func (in *interior) fileAnchors(body *pageBody, folio string) (names []string) {
	for _, it := range page.Placed(body.items) {
		if a, ok := it.(*page.Anchor); ok {
			if in.folios[a.Name] = folio; !forNotes(a.Name) {
				names = append(names, a.Name)
			}
		}
	}
	return names
}

// outline returns the tree of bookmarks: parts, chapters, and their headings and entries.
func (in *interior) outline() []page.Bookmark {
	var out []page.Bookmark
	add := func(title string, level int, anchor string) {
		if _, ok := in.folios[anchor]; ok && title != "" {
			out = append(out, page.Bookmark{Title: title, Level: level, Anchor: anchor})
		}
	}
	chapter := func(ch *book.Chapter, level int) {
		add(book.PlainText(ch.Title), level, ch.ID)
		book.Walk(ch.Blocks, func(b book.Block) {
			switch b := b.(type) {
			case *book.Heading:
				if b.Level == 2 {
					add(book.PlainText(b.Text), level+1, b.ID)
				}
			case *book.Entry:
				title := book.PlainText(b.Maxim)
				if b.Number > 0 {
					title = strconv.Itoa(b.Number) + ". " + title
				}
				add(title, level+1, b.ID)
			}
		})
	}
	add(in.cfg.Lang.Titles.Contents, 0, contentsAnchor)
	for _, f := range in.figureLists() {
		add(f.title, 0, f.anchor)
	}
	for _, ch := range in.book.Front {
		chapter(ch, 0)
	}
	for _, part := range in.book.Parts {
		level := 0
		if part.Title != "" {
			add(part.Title, 0, part.ID)
			level = 1
		}
		for _, ch := range part.Chapters {
			chapter(ch, level)
		}
	}
	for _, ch := range in.book.Back {
		chapter(ch, 0)
	}
	add(in.cfg.Lang.Titles.Notes, 0, endnotesAnchor)
	for _, x := range in.indexes() {
		add(x.title, 0, x.anchor)
	}
	return out
}
