package epub

import (
	"cmp"
	"fmt"
	"strings"

	"octavo/cmd/octavo/internal/bidi"
	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/captions"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/indexes"
	"octavo/cmd/octavo/internal/kinds"
)

// plan is everything about the package that must be known before the first page is written. It does not change while
// the pages are written.
type plan struct {
	cfg    *config.Config
	book   *book.Book
	assets Assets

	lang     string
	pages    []*page // in spine order
	title    *page
	notes    *page // of the book's notes; nil: each chapter has its own
	anchors  map[string]*anchor
	renamed  map[any]string   // ids of blocks and spans that cannot keep the model's
	pictures []*packedPicture // in the order of first use
	byFile   map[*book.Picture]*packedPicture
	toc      []*tocItem

	listed     []*book.Entry     // those that the indexes list, in reading order
	layout     config.EntryStyle // of entries
	several    kinds.Several     // entries are of several kinds
	fields     bool              // keys of entries are printed
	hasParts   bool              // it has parts that have titles
	belowTitle bool              // something stands under the title of a chapter
	themes     []indexes.Theme
	themeIDs   map[string]string // where a theme stands in the index, by its own id
	subjects   []*indexes.Heading
	indexed    bool                // it has an index of any kind
	headings   map[string]string   // where a subject does, by its name
	seenBy     map[string][]string // the entries that name an entry in see, by ids

	breaks []pageBreak           // of all pages, in the order of the printed book
	turns  map[string]*pageBreak // by label
	folios map[string]string     // the printed page that an anchor stands on

	level  bidi.Level // of the language
	has    facts
	places bool // text says where it is written; see [Opened]

	fonts []*font
	used  characters // what the fonts must have
}

// page is one XHTML file of the package.
type page struct {
	kind    pageKind
	name    string // file name without ".xhtml", also its id in the manifest
	title   string // never empty
	count   string // a chapter's or a part's number, as the style writes it; "" for none
	chapter *book.Chapter
	part    *book.Part
	breaks  []pageBreak        // ascending
	words   *indexes.WordIndex // of a page that lists entries by their first words
	notes   chapterNotes
	math    bool // it has formulas
}

// facts are the accessibility-relevant facts about the book's content.
type facts struct {
	tables, notes, code    bool
	verse                  bool
	asides                 bool // and other blocks that the style sheet has rules for
	styles                 bool // spans that the style sheet has rules for
	math                   bool
	described, undescribed int // uses of pictures with a description and without
}

type pageKind int

const (
	coverPage pageKind = iota
	proofPage
	titlePage
	copyrightPage
	dedicationPage
	navPage
	partPage
	chapterPage
	themesPage
	firstWordsPage
	subjectsPage
	mottoPage
	colophonPage
	statementPage
	notesPage
)

func (pg *page) isIndex() bool {
	return pg.kind == themesPage || pg.kind == firstWordsPage || pg.kind == subjectsPage
}

// anchor is the target of an id of the book, with the words printed there.
type anchor struct {
	file   string
	id     string
	words  []book.Inline
	number string // of a numbered entry, as text refers to it: "maxim 3"; else ""
	draft  bool   // a draft that is left out: no link may lead there
}

// tocItem is one line of the table of contents.
type tocItem struct {
	page  *page         // the page it leads to, or nil for a place on a page
	count int           // a chapter's number, where the style writes numbers, else 0
	words []book.Inline // the heading there
	text  string        // "" until every anchor is known, and for a heading without words
	href  string        // from the package's folder
	items []*tocItem
}

// newPlan walks the book.
func newPlan(cfg *config.Config, bk *book.Book, assets Assets) (*plan, error) {
	p := &plan{
		cfg: cfg, book: bk, assets: assets, several: kinds.Several(bk.SeveralKinds()),
		lang:    languageTag(cfg.Book.Language),
		anchors: map[string]*anchor{},
		renamed: map[any]string{},
		byFile:  map[*book.Picture]*packedPicture{},
	}
	if cfg.Style != nil {
		p.layout = cfg.Style.Entry
	}
	p.level = bidi.OfLanguage(p.lang)
	if len(assets.Cover) > 0 {
		cover, err := coverPicture(assets.Cover)
		if err != nil {
			return nil, err
		}
		p.pictures = append(p.pictures, cover)
	}
	p.used.add(cfg.Book.Title + cfg.Book.Subtitle + cfg.Book.Publisher + cfg.Book.Rights + cfg.Book.Edition +
		cfg.Book.Dedication + cfg.Book.Epigraph + cfg.Book.EpigraphBy + cfg.Book.Colophon)
	for _, c := range cfg.Book.Contributors {
		p.used.add(c.Name)
	}

	if bk.Device != nil {
		p.picture(bk.Device)
	}
	p.used.add(p.year())

	p.addPage(coverPage, "cover", cfg.Lang.Titles.Cover)
	if assets.proof != nil {
		p.addPage(proofPage, "proof", cfg.Lang.Titles.AboutThisCopy)
		p.used.add(assets.proof.Notice)
		for _, r := range assets.proof.Rows {
			p.used.add(r[0] + r[1])
		}
	}
	for i, c := range bk.Front {
		if c.Opening {
			p.addChapter(c, fmt.Sprintf("opening-%02d", i+1))
		}
	}
	p.title = p.addPage(titlePage, "title-page", cfg.Lang.Titles.TitlePage)
	p.addPage(copyrightPage, "copyright", cfg.Lang.Titles.Copyright)
	if clean(cfg.Book.Dedication) != "" {
		p.addPage(dedicationPage, "dedication", cfg.Lang.Titles.Dedication)
	}
	if clean(cfg.Book.Epigraph) != "" {
		p.addPage(mottoPage, "epigraph", cfg.Lang.Titles.Epigraph)
	}
	p.addPage(navPage, "nav", cfg.Lang.Titles.Contents)
	list := func(into *[]*tocItem, c *book.Chapter, name string) {
		if item := p.addChapter(c, name); !c.Unlisted {
			*into = append(*into, item)
		}
	}
	for i, c := range bk.Front {
		if !c.Opening {
			list(&p.toc, c, fmt.Sprintf("front-%02d", i+1))
		}
	}
	number := 0
	for i, part := range bk.Parts {
		into := &p.toc
		if clean(part.Title) != "" {
			p.hasParts = true
			item := p.addPart(part, fmt.Sprintf("part-%02d", i+1))
			item.page.count = cfg.Style.PartNumber(part.Number, cfg.Lang)
			p.toc = append(p.toc, item)
			into = &item.items
		}
		for _, c := range part.Chapters {
			number++
			list(into, c, fmt.Sprintf("chapter-%02d", number))
		}
	}
	for i, c := range bk.Back {
		list(&p.toc, c, fmt.Sprintf("back-%02d", i+1))
	}
	p.addEndnotes()
	p.addIndexes()
	if clean(cfg.Book.Colophon) != "" && !cfg.Pages.No.Colophon {
		colophon := p.addPage(colophonPage, "colophon", cfg.Lang.Titles.Colophon)
		p.toc = append(p.toc, &tocItem{page: colophon, href: colophon.href()})
	}
	if cfg.Epub.Statement {
		statement := p.addPage(statementPage, "accessibility", cfg.Lang.Access.Statement.Title)
		p.toc = append(p.toc, &tocItem{page: statement, href: statement.href()})
		p.used.add(p.statementText())
	}
	if len(p.toc) == 0 { // a table of contents may not be empty
		p.toc = append(p.toc, &tocItem{page: p.title, href: p.title.href()})
	}
	p.resolve()
	p.paginate()
	return p, p.chooseFonts()
}

func (p *plan) addPage(kind pageKind, name, title string) *page {
	pg := &page{kind: kind, name: name, title: title}
	p.pages = append(p.pages, pg)
	return pg
}

// file returns the page's file name; all pages but the navigation lie in one folder.
func (pg *page) file() string { return pg.name + ".xhtml" }

// href returns the page's path relative to the package document and the navigation.
func (pg *page) href() string {
	if pg.kind == navPage {
		return pg.file()
	}
	return "xhtml/" + pg.file()
}

func (p *plan) addPart(part *book.Part, name string) *tocItem {
	pg := p.addPage(partPage, name, clean(part.Title))
	pg.part = part
	p.used.add(part.Title)
	if part.ID != "" && p.anchors[part.ID] == nil {
		p.anchors[part.ID] = &anchor{file: pg.file(), words: []book.Inline{&book.Text{Value: part.Title}}}
	}
	return &tocItem{page: pg, href: pg.href()}
}

func (p *plan) addChapter(c *book.Chapter, name string) *tocItem {
	pg := p.addPage(chapterPage, name, "")
	pg.chapter = c
	if c.ID != "" && p.anchors[c.ID] == nil {
		p.anchors[c.ID] = &anchor{file: pg.file(), words: c.Title}
	}
	s := survey{plan: p, page: pg, item: &tocItem{page: pg, href: pg.href()}}
	if c.Role == book.Body {
		if pg.count = p.cfg.Style.ChapterNumber(c.Number, p.cfg.Lang); pg.count != "" {
			s.item.count = c.Number
		}
	}
	s.inlines(c.Title)
	for _, l := range c.BelowTitle {
		p.belowTitle = true
		s.inlines(l.Text)
	}
	s.blocks(c.Blocks, 0)
	return s.item
}

// resolve gives every chapter and every line of the contents its words, which may refer to later places.
func (p *plan) resolve() {
	for _, pg := range p.pages {
		if pg.kind != chapterPage {
			continue
		}
		pg.title = p.plainText(pg.chapter.Title)
		if pg.title == "" {
			pg.title = clean(strings.TrimSuffix(pg.chapter.File, ".md"))
		}
		if pg.title == "" {
			pg.title = p.cfg.Lang.Titles.Untitled
		}
	}
	resolveItems(p, p.toc)
}

func resolveItems(p *plan, items []*tocItem) {
	for _, i := range items {
		if i.page != nil {
			i.text = i.page.title
		} else {
			i.text = p.plainText(i.words)
		}
		resolveItems(p, i.items)
	}
}

// addIndexes lists the maxims in the order of the printed indexes.
func (p *plan) addIndexes() {
	p.listed = p.entries()
	p.themes = indexes.Themes(p.cfg, p.listed)
	p.subjects = indexes.Subjects(p.cfg, p.listed)
	p.themeIDs, p.headings, p.seenBy = map[string]string{}, map[string]string{}, map[string][]string{}
	for i := range p.themes {
		t := &p.themes[i]
		t.Name = cmp.Or(clean(t.Name), t.ID)
		p.themeIDs[t.ID] = "theme." + itoa(i+1)
		p.used.add(t.Name)
	}
	for i, h := range p.subjects {
		p.headings[h.Name] = "subject." + itoa(i+1)
		p.used.add(h.Name)
		for _, s := range h.Subs {
			p.used.add(s.Name)
		}
	}
	for _, a := range p.cfg.Audiences {
		p.used.add(a.Name)
	}
	for _, e := range p.listed {
		for _, id := range e.See {
			p.seenBy[id] = append(p.seenBy[id], e.ID)
		}
	}
	add := func(kind pageKind, name, title string) {
		pg := p.addPage(kind, name, title)
		p.toc = append(p.toc, &tocItem{page: pg, href: pg.href()})
	}
	has := indexes.Of(p.cfg, p.listed)
	p.indexed = has.Any()
	if has.Themes == "" {
		clear(p.themeIDs)
	} else {
		add(themesPage, "index", has.Themes)
	}
	for _, x := range has.FirstWords {
		name := "first-words"
		if x.Kind != "" {
			name = "kind-" + x.Kind
		}
		p.used.add(x.Title)
		add(firstWordsPage, name, x.Title)
		p.pages[len(p.pages)-1].words = x
	}
	if has.Subjects {
		add(subjectsPage, "subjects", p.cfg.Lang.Titles.Subjects)
	}
}

// entries returns the entries that the book shows and that have words, in reading order. An entry in the gloss of a
// draft counts as a draft.
func (p *plan) entries() []*book.Entry {
	var out []*book.Entry
	for _, e := range p.book.Entries() {
		if a := p.anchors[e.ID]; a != nil && !a.draft && p.plainText(e.Maxim) != "" {
			out = append(out, e)
		}
	}
	return out
}

// idOf returns the id that a block or a span has on its page.
func (p *plan) idOf(b any, id string) string {
	if other, ok := p.renamed[b]; ok {
		return other
	}
	return id
}

// plainText returns text without markup; a link without words of its own has its target's words.
func (p *plan) plainText(text []book.Inline) string {
	var b strings.Builder
	p.plainInto(&b, text, 0)
	return clean(b.String())
}

func (p *plan) plainInto(b *strings.Builder, text []book.Inline, depth int) {
	for _, i := range text {
		switch i := i.(type) {
		case *book.Text:
			b.WriteString(i.Value)
		case *book.Emph:
			p.plainInto(b, i.Text, depth)
		case *book.Strong:
			p.plainInto(b, i.Text, depth)
		case *book.Strike:
			p.plainInto(b, i.Text, depth)
		case *book.Span:
			p.plainInto(b, i.Text, depth)
		case *book.CodeSpan:
			b.WriteString(i.Value)
		case *book.Math:
			b.WriteString(i.Plain())
		case *book.Link:
			if words := captions.Reference(p.cfg.Lang, i); words != "" {
				b.WriteString(words)
			} else if len(i.Text) > 0 {
				p.plainInto(b, i.Text, depth)
			} else if a := p.anchors[i.Target]; a != nil && i.Target != "" && depth < maxReference {
				p.plainInto(b, a.words, depth+1)
			}
		case *book.Image:
			b.WriteString(i.Alt)
		case *book.LineBreak:
			b.WriteByte(' ')
		case *book.RawHTML:
			b.WriteString(i.Text)
		case *book.NoteMark: // a mark is meaningless outside its page
		}
	}
}

// maxReference limits how deep maxims may print each other, so that a cycle ends.
const maxReference = 3

// languageTag returns a BCP 47 tag, or "und" if the language is not a valid one.
func languageTag(s string) string {
	s = strings.TrimSpace(s)
	for i, sub := range strings.Split(s, "-") {
		if len(sub) < 1 || len(sub) > 8 || i == 0 && len(sub) < 2 {
			return "und"
		}
		for _, c := range []byte(sub) {
			letter := c|0x20 >= 'a' && c|0x20 <= 'z'
			if !letter && (i == 0 || c < '0' || c > '9') {
				return "und"
			}
		}
	}
	return s
}
