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
	"strconv"
	"strings"
	"sync"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pagemap"
	"octavo/cmd/octavo/internal/textstyle"
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
	printed []*printed    // the pages that it has been placed on
}

// interior is the state of setting a book's inside.
type interior struct {
	cfg   *config.Config
	book  *book.Book
	fonts *textstyle.Fonts
	index *xref.Index

	memo  *memo           // what has been kept of settings before
	words *printedEntries // the entries that are printed

	inner     page.Length // margin at the spine
	divisions []*division
	notes     map[*book.Chapter]*notePlan
	folios    map[string]string // of every anchor, as of the last numbering
	sheets    []sheet           // the pages in order, likewise
	made      []*printed        // of each sheet
	places    []pagemap.Page    // the page map

	drafts   bool               // drafts are set like other entries
	sided    bool               // divisions are set again for the side of their first page
	mirrored bool               // pages are mirrored once they are laid out
	folioOf  func(n int) string // nil: roman figures in front, arabic ones after
}

// newInterior returns the inside of a book before anything is set.
func newInterior(cfg *config.Config, bk *book.Book, fonts *textstyle.Fonts, m *memo) *interior {
	m.now++
	return &interior{cfg: cfg, book: bk, fonts: fonts, memo: m, index: m.index(bk), words: m.entries(cfg, bk),
		inner: page.Length(cfg.Style.Page.Inner), folios: map[string]string{}}
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
	return new(Kept).Set(cfg, bk, fonts)
}

// Set is [Set] for a book that has been set before: what is the same is taken from there. Pages of which nothing has changed are the
// same pointers, and so are the structures of chapters. Whoever gets them must not modify them.
func (k *Kept) Set(cfg *config.Config, bk *book.Book, fonts *textstyle.Fonts) (*page.Document, *pagemap.Map, diag.List) {
	m := k.memo(cfg, fonts)
	m.mu.Lock()
	defer m.mu.Unlock()
	defer m.sweep()
	in := newInterior(cfg, bk, fonts, m)
	in.mirrored = cfg.Lang.RightToLeft()
	if hopeless := in.measureFault(); hopeless.HasErrors() { // of what would stand on such pages nothing more need be said
		return &page.Document{}, &pagemap.Map{}, hopeless
	}
	in.inner = settle(in.inner, in.gutter, func(inner page.Length) int {
		in.inner = inner
		in.paginate()
		return len(in.sheets)
	})
	doc := &page.Document{Title: cfg.CatalogTitle(), Author: strings.Join(cfg.Book.Authors(), ", "), Subject: cfg.Book.Description,
		Keywords: strings.Join(cfg.Book.Subjects, ", "), Lang: cfg.Book.Language, Date: cfg.Book.Date, Pages: in.print(), Outline: in.outline(), Facing: true,
		Second: textstyle.SecondPlate(cfg.Style), RightToLeft: in.mirrored,
		Root: in.tree()}
	faults := append(lackingFeatures(cfg.Style, bk, fonts), in.measureFault()...)
	for _, d := range in.divisions {
		d.version.printed = m.now
		faults = append(faults, d.version.faults...)
	}
	faults = append(faults, in.longHeads()...)
	pages, numbers := in.faulty()
	faults = append(append(faults, in.missingGlyphs(pages, numbers)...), in.offPage(pages, numbers)...)
	return doc, &pagemap.Map{Pages: in.places}, faults
}

// missingGlyphs is [page.MissingGlyphs] for some of the book's own pages, given with their numbers from 0.
func (in *interior) missingGlyphs(pages []*page.Page, numbers []int) diag.List {
	tracer := sync.OnceValue(in.book.Tracer)
	return page.MissingGlyphs(pages, nil, func(pg int, t *page.Text, at int) diag.Pos {
		switch {
		case t.Pos.IsValid() && t.Offset != page.Made:
			return tracer().Trace(t.Pos, t.Offset+at)
		case t.Pos.IsValid():
			return t.Pos
		}
		return in.pagePos(numbers[pg])
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

// offPage is [page.OffPage] for some of the book's own pages. An item without a place in the manuscript is reported at its chapter.
func (in *interior) offPage(pages []*page.Page, numbers []int) diag.List {
	return page.OffPage(pages, nil, func(pg int) diag.Pos { return in.pagePos(numbers[pg]) })
}

// paginate sets all divisions and numbers their pages until the numbers in the text are right.
func (in *interior) paginate() {
	clear(in.folios)
	in.plan()
	for round := range rounds {
		in.sided = round < sidedRounds
		in.set()
		in.number()
		if in.settled() {
			break
		}
	}
}

// plan lists the divisions in the order in which they are bound.
func (in *interior) plan() {
	in.divisions = nil
	in.notes = in.plansOf(boundOrder(in.book))
	in.planFront()
	afterPart := false // the back of a part's title stays blank
	for _, part := range in.book.Parts {
		if part.Title != "" {
			afterPart = true
			in.add(&division{kind: pagemap.PartTitle, id: part.ID, title: part.Title, recto: true, alone: true,
				from: []any{part.Title, part.Number, part.Pos}, make: func(*layout) []pageBody { return in.partOpener(part) }})
		}
		for _, ch := range part.Chapters {
			in.addChapter(&division{part: cmp.Or(part.Short, part.Title), partOf: part, recto: afterPart}, ch)
			afterPart = false
		}
	}
	for _, ch := range in.book.Back {
		in.addChapter(&division{recto: afterPart}, ch)
	}
	if in.hasEndnotes() {
		in.add(&division{kind: pagemap.Notes, id: endnotesAnchor, title: in.cfg.Lang.Titles.Notes, recto: in.cfg.Style.Chapter.Opens == config.Recto,
			from: in.endnotesFrom(), make: in.endnotes})
	}
	for i, x := range in.indexes() {
		in.add(&division{kind: pagemap.Index, id: x.anchor, title: x.title, recto: i == 0, from: []any{in.words}, make: x.make})
	}
	if !in.cfg.Pages.No.Colophon {
		in.addAlone(&division{kind: pagemap.Colophon, from: in.deviceFrom()}, in.colophon)
	}
}

// planFront lists the divisions of the front matter.
func (in *interior) planFront() {
	if !in.cfg.Pages.No.HalfTitle {
		in.addAlone(&division{kind: pagemap.HalfTitle, recto: true, front: true}, in.halfTitle)
	}
	for _, ch := range in.book.Front {
		if ch.Opening {
			in.addChapter(&division{front: true, bare: true}, ch)
		}
	}
	in.addAlone(&division{kind: pagemap.TitlePage, from: in.deviceFrom(), recto: true, front: true}, in.titlePage)
	in.addAlone(&division{kind: pagemap.Copyright, front: true}, in.copyrightPage)
	if in.cfg.Book.Dedication != "" {
		in.addAlone(&division{kind: pagemap.Dedication, recto: true, front: true}, in.dedication)
	}
	if in.cfg.Book.Epigraph != "" {
		in.addAlone(&division{kind: pagemap.Epigraph, recto: true, front: true}, in.epigraph)
	}
	if !in.cfg.Pages.No.Contents {
		entries := in.contentsEntries()
		in.add(&division{kind: pagemap.Contents, id: contentsAnchor, title: in.cfg.Lang.Titles.Contents, recto: true, front: true,
			from: contentsFrom(entries), make: func(l *layout) []pageBody {
				return l.pageBodies(l.fittedContents(in.cfg.Lang.Titles.Contents, contentsAnchor, entries))
			}})
	}
	for _, f := range in.figureLists() {
		in.add(&division{kind: pagemap.Contents, id: f.anchor, title: f.title, front: true, from: contentsFrom(f.entries),
			make: func(l *layout) []pageBody { return l.pageBodies(l.fittedContents(f.title, f.anchor, f.entries)) }})
	}
	for _, ch := range in.book.Front {
		if !ch.Opening {
			in.addChapter(&division{front: true}, ch)
		}
	}
}

// divisionName is the name of a division that is no chapter.
type divisionName struct {
	kind pagemap.Kind
	id   string
}

// add adds a division that is no chapter.
func (in *interior) add(d *division) {
	d.name = divisionName{d.kind, d.id}
	in.divisions = append(in.divisions, d)
}

// addAlone adds a division that is set without a layout.
func (in *interior) addAlone(d *division, bodies func() []pageBody) {
	d.alone, d.make = true, func(*layout) []pageBody { return bodies() }
	in.add(d)
}

// addChapter adds the division of a chapter.
func (in *interior) addChapter(d *division, ch *book.Chapter) {
	d.title, d.chapter = cmp.Or(ch.Short, book.PlainText(ch.Title)), ch
	d.recto = !ch.Opening && (in.cfg.Style.Chapter.Opens == config.Recto || d.front || d.recto)
	d.kind, d.id = pagemap.Chapter, ch.ID
	d.name, d.from = ch, []any{d.part != "", in.notes[ch].before}
	d.make = func(l *layout) []pageBody { return l.chapterBodies(ch) }
	in.divisions = append(in.divisions, d)
}

// deviceFrom returns what a page with the device is set from.
func (in *interior) deviceFrom() []any {
	if in.book.Device == nil {
		return nil
	}
	return []any{in.book.Device, in.index.Pictures[in.book.Device.Path]}
}

func (in *interior) layout(ch *book.Chapter) *layout {
	style := in.cfg.Style
	grid := page.Length(style.Text.Leading)
	width := in.measure(in.inner)
	height := page.Length(in.cfg.Print.Height - style.Page.Top - style.Page.Bottom)
	return &layout{fonts: in.fonts, style: style, cfg: in.cfg, book: &asker{in: in}, chapter: ch, notes: in.notes[ch], drafts: in.drafts,
		links: in.cfg.Print.Links, plates: in.cfg.Print.Plates, textWidth: width, blockWidth: width,
		lang:       in.cfg.Lang,
		textHeight: height / grid * grid}
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

// outline returns the tree of bookmarks: parts, chapters, and their headings and entries.
func (in *interior) outline() []page.Bookmark {
	var out []page.Bookmark
	add := func(title string, level int, anchor string) {
		if _, ok := in.folios[anchor]; ok && title != "" {
			out = append(out, page.Bookmark{Title: title, Level: level, Anchor: anchor})
		}
	}
	chapter := func(ch *book.Chapter, level int) {
		for _, b := range in.memo.outline(ch) {
			add(b.Title, level+b.Level, b.Anchor)
		}
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

// chapterOutline returns the bookmarks of a chapter, its own at level 0.
func chapterOutline(ch *book.Chapter) []page.Bookmark {
	out := []page.Bookmark{{Title: book.PlainText(ch.Title), Anchor: ch.ID}}
	book.Walk(ch.Blocks, func(b book.Block) {
		switch b := b.(type) {
		case *book.Heading:
			if b.Level == 2 {
				out = append(out, page.Bookmark{Title: book.PlainText(b.Text), Level: 1, Anchor: b.ID})
			}
		case *book.Entry:
			title := book.PlainText(b.Maxim)
			if b.Number > 0 {
				title = strconv.Itoa(b.Number) + ". " + title
			}
			out = append(out, page.Bookmark{Title: title, Level: 1, Anchor: b.ID})
		}
	})
	return out
}
