package epub

import (
	"fmt"
	"strings"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/manuscript"
)

// plan is everything about the package that must be known before the first page is written. It does not change while
// the pages are written.
type plan struct {
	cfg    *config.Config
	book   *manuscript.Book
	assets Assets

	lang     string
	pages    []*page // in spine order
	anchors  map[string]*anchor
	renamed  map[manuscript.Block]string // ids of blocks that cannot keep the model's
	pictures []*picture                  // in the order of first use
	byFile   map[*manuscript.Picture]*picture
	themes   []theme
	toc      []*tocItem
	fonts    []*font
	used     characters // what the fonts must have
}

// page is one XHTML file of the package.
type page struct {
	kind    pageKind
	name    string // file name without ".xhtml", also its id in the manifest
	title   string // never empty
	chapter *manuscript.Chapter
	part    *manuscript.Part
}

type pageKind int

const (
	coverPage pageKind = iota
	titlePage
	copyrightPage
	dedicationPage
	navPage
	partPage
	chapterPage
	indexPage
)

// anchor is where an id of the book is found, and the words that stand there.
type anchor struct {
	file  string
	id    string
	words []manuscript.Inline
	draft bool // it is left out: no link may lead there
}

// tocItem is one line of the table of contents.
type tocItem struct {
	page  *page               // the page it leads to, or nil for a place on a page
	words []manuscript.Inline // the heading there
	text  string              // "" until every anchor is known, and for a heading without words
	href  string              // from the package's folder
	items []*tocItem
}

// theme is one heading of the index of maxims.
type theme struct {
	id, name string
	entries  []*manuscript.Entry
}

// newPlan walks the book.
func newPlan(cfg *config.Config, book *manuscript.Book, assets Assets) (*plan, error) {
	p := &plan{
		cfg: cfg, book: book, assets: assets,
		lang:    languageTag(cfg.Book.Language),
		anchors: map[string]*anchor{},
		renamed: map[manuscript.Block]string{},
		byFile:  map[*manuscript.Picture]*picture{},
	}
	if len(assets.Cover) > 0 {
		cover, err := coverPicture(assets.Cover)
		if err != nil {
			return nil, err
		}
		p.pictures = append(p.pictures, cover)
	}
	p.used.add(cfg.Book.Title + cfg.Book.Subtitle + cfg.Book.Publisher + cfg.Book.Rights + cfg.Book.Edition +
		cfg.Book.Dedication)
	for _, c := range cfg.Book.Contributors {
		p.used.add(c.Name)
	}

	p.addPage(coverPage, "cover", "Cover")
	p.addPage(titlePage, "title-page", "Title page")
	p.addPage(copyrightPage, "copyright", "Copyright")
	if clean(cfg.Book.Dedication) != "" {
		p.addPage(dedicationPage, "dedication", "Dedication")
	}
	p.addPage(navPage, "nav", "Contents")
	for i, c := range book.Front {
		p.toc = append(p.toc, p.addChapter(c, fmt.Sprintf("front-%02d", i+1)))
	}
	number := 0
	for i, part := range book.Parts {
		into := &p.toc
		if clean(part.Title) != "" {
			item := p.addPart(part, fmt.Sprintf("part-%02d", i+1))
			p.toc = append(p.toc, item)
			into = &item.items
		}
		for _, c := range part.Chapters {
			number++
			*into = append(*into, p.addChapter(c, fmt.Sprintf("chapter-%02d", number)))
		}
	}
	for i, c := range book.Back {
		p.toc = append(p.toc, p.addChapter(c, fmt.Sprintf("back-%02d", i+1)))
	}
	p.gatherThemes()
	if len(p.themes) > 0 {
		index := p.addPage(indexPage, "index", "Maxims by Theme")
		p.toc = append(p.toc, &tocItem{page: index, href: index.href()})
	}
	if len(p.toc) == 0 { // a table of contents may not be empty
		p.toc = append(p.toc, &tocItem{page: p.pages[1], href: p.pages[1].href()})
	}
	p.resolve()
	return p, p.chooseFonts()
}

func (p *plan) addPage(kind pageKind, name, title string) *page {
	pg := &page{kind: kind, name: name, title: title}
	p.pages = append(p.pages, pg)
	return pg
}

// file is the page's file name; all pages but the navigation lie in one folder.
func (pg *page) file() string { return pg.name + ".xhtml" }

// href is where the page lies, seen from the package document and from the navigation.
func (pg *page) href() string {
	if pg.kind == navPage {
		return pg.file()
	}
	return "xhtml/" + pg.file()
}

func (p *plan) addPart(part *manuscript.Part, name string) *tocItem {
	pg := p.addPage(partPage, name, clean(part.Title))
	pg.part = part
	p.used.add(part.Title)
	if part.ID != "" && p.anchors[part.ID] == nil {
		p.anchors[part.ID] = &anchor{file: pg.file(), words: []manuscript.Inline{&manuscript.Text{Value: part.Title}}}
	}
	return &tocItem{page: pg, href: pg.href()}
}

func (p *plan) addChapter(c *manuscript.Chapter, name string) *tocItem {
	pg := p.addPage(chapterPage, name, "")
	pg.chapter = c
	if c.ID != "" && p.anchors[c.ID] == nil {
		p.anchors[c.ID] = &anchor{file: pg.file(), words: c.Title}
	}
	s := survey{plan: p, page: pg, item: &tocItem{page: pg, href: pg.href()}}
	s.inlines(c.Title)
	s.blocks(c.Blocks, 0)
	return s.item
}

// resolve gives every chapter and every line of the contents its words, which may be those of a place further on.
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
			pg.title = "Untitled"
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

// gatherThemes sorts the entries into themes, in the order that book.toml declares; entries of no declared theme make
// the last group.
func (p *plan) gatherThemes() {
	place := map[string]int{}
	groups := make([]theme, len(p.cfg.Themes), len(p.cfg.Themes)+1)
	for i, t := range p.cfg.Themes {
		place[t.ID] = i
		groups[i] = theme{id: fmt.Sprintf("theme.%d", i+1), name: clean(t.Name)}
		if groups[i].name == "" {
			groups[i].name = t.ID
		}
	}
	rest := theme{id: "theme.rest", name: "Other"}
	for _, e := range p.entries() {
		themed := false
		for _, id := range e.Themes {
			i, ok := place[id]
			if !ok {
				continue
			}
			themed = true
			if n := len(groups[i].entries); n == 0 || groups[i].entries[n-1] != e { // a theme named twice
				groups[i].entries = append(groups[i].entries, e)
			}
		}
		if !themed {
			rest.entries = append(rest.entries, e)
		}
	}
	for _, g := range append(groups, rest) {
		if len(g.entries) > 0 {
			p.themes = append(p.themes, g)
			p.used.add(g.name)
		}
	}
}

// entries are the entries that the book shows and that have words to show, in reading order. An entry in the gloss of a
// draft goes with the draft.
func (p *plan) entries() []*manuscript.Entry {
	var out []*manuscript.Entry
	for _, e := range p.book.Entries() {
		if a := p.anchors[e.ID]; a != nil && !a.draft && p.plainText(e.Maxim) != "" {
			out = append(out, e)
		}
	}
	return out
}

// idOf is the id that a block has on its page.
func (p *plan) idOf(b manuscript.Block, id string) string {
	if other, ok := p.renamed[b]; ok {
		return other
	}
	return id
}

// plainText is text as it stands where no markup can, a link without words of its own being its target's words.
func (p *plan) plainText(text []manuscript.Inline) string {
	var b strings.Builder
	p.plainInto(&b, text, 0)
	return clean(b.String())
}

func (p *plan) plainInto(b *strings.Builder, text []manuscript.Inline, depth int) {
	for _, i := range text {
		switch i := i.(type) {
		case *manuscript.Text:
			b.WriteString(i.Value)
		case *manuscript.Emph:
			p.plainInto(b, i.Text, depth)
		case *manuscript.Strong:
			p.plainInto(b, i.Text, depth)
		case *manuscript.Strike:
			p.plainInto(b, i.Text, depth)
		case *manuscript.CodeSpan:
			b.WriteString(i.Value)
		case *manuscript.Link:
			if len(i.Text) > 0 {
				p.plainInto(b, i.Text, depth)
			} else if a := p.anchors[i.Target]; a != nil && i.Target != "" && depth < maxReference {
				p.plainInto(b, a.words, depth+1)
			}
		case *manuscript.Image:
			b.WriteString(i.Alt)
		case *manuscript.LineBreak:
			b.WriteByte(' ')
		case *manuscript.RawHTML:
			b.WriteString(i.Text)
		case *manuscript.NoteMark: // a mark says nothing outside its page
		}
	}
}

// maxReference is how deep a maxim may print a maxim that prints a maxim: two that print each other must end somewhere.
const maxReference = 3

// languageTag is a BCP 47 tag, or "und" for what is none.
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
