package importer

import (
	"cmp"
	"path"
	"slices"
	"strings"
	"sync"
	"time"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/htmlbook"
	"octavo/cmd/octavo/internal/lazyregexp"
)

// readPage reads one page: a book with a chapter for each heading of the highest level, or a single text.
func (ms *Manuscript) readPage(t *tree, name string) error {
	p, err := ms.page(t, name)
	if err != nil {
		return err
	}
	ms.adopt("", authorsOf(cmp.Or(p.Meta["author"], p.Meta["article:author"], p.Meta["dc.creator"])), p.Lang, dateOf(p, name))
	ms.Description = cmp.Or(ms.Description, p.Meta["description"])
	title := cmp.Or(p.Title, titleOfName(path.Base(name)))
	cs := ms.chapters(p.Blocks, title, name)
	if ms.Title == "" {
		ms.Title = title
	}
	for _, c := range cs {
		c.page = name
		ms.fetched(t, name, c)
	}
	ms.Chapters = append(ms.Chapters, cs...)
	ms.pageRemarks(p, cs)
	return nil
}

// page reads a document.
func (ms *Manuscript) page(t *tree, name string) (*htmlbook.Page, error) {
	data, err := t.read(name)
	if err != nil {
		return nil, err
	}
	return ms.parsePage(name, htmlbook.Decode(data))
}

// parsePage reads a document from its text.
func (ms *Manuscript) parsePage(name string, text []byte) (*htmlbook.Page, error) {
	p, err := htmlbook.ReadWithin(pageSource(name, text), htmlbook.WholePage, &ms.room)
	if err != nil {
		return nil, err
	}
	ms.anchored(name, p.Anchors, p.Blocks)
	return p, nil
}

// pageSource returns a document with the places in it.
func pageSource(name string, text []byte) htmlbook.Source {
	src := &diag.Source{Name: name, Text: text}
	return htmlbook.Source{Name: name, Text: text, At: func(at int) diag.Pos { return diag.Pos{Source: src, Offset: at} }}
}

// leftSayings say what became of what a page holds and a book has no form for.
var leftSayings = sync.OnceValue(func() map[htmlbook.LeftKind]struct {
	section section
	what    string
} {
	return map[htmlbook.LeftKind]struct {
		section section
		what    string
	}{
		htmlbook.Unknown: {changed, "elements that octavo does not know are set as their words"},
		htmlbook.Chrome:  {leftOut, "parts of the site that are no part of the text: navigation, subscription and share buttons"},
		htmlbook.Hidden:  {leftOut, "text that the page hides"},
		htmlbook.Media:   {leftOut, "films, sounds, frames and forms"},
		htmlbook.Merged:  {look, "a table with merged cells has one cell and empty ones in their place"},
		htmlbook.Layout:  {changed, "a table that held more than text is set as what it held, one cell after another"},
		htmlbook.Drawing: {leftOut, "drawings inside the page; save them as pictures and put them back"},
		htmlbook.Formula: {look, "a formula is set as plain characters"},
		htmlbook.Deep:    {changed, "elements that lie too deep inside each other are set as their words"},
		htmlbook.Wide:    {look, "of an element with more than 64 attributes the first 64 are read"},
		htmlbook.Rules:   {look, "of style sheets for more than 20,000 classes and elements the first 20,000 are read: see whether words that were italic or bold still are"},
	}
})

// pageRemarks records what a page holds and a book has no form for.
func (ms *Manuscript) pageRemarks(p *htmlbook.Page, cs []*Chapter) {
	var c *Chapter
	if len(cs) == 1 {
		c = cs[0]
	}
	for _, l := range p.Left {
		s := leftSayings()[l.Kind]
		words := l.Words
		if l.Kind == htmlbook.Unknown || words == "" {
			words = "<" + l.Tag + ">"
		}
		ms.remark(s.section, c, l.Pos.String(), s.what, words)
	}
}

// dateInName matches the date at the beginning of a post's file.
var dateInName = lazyregexp.New(`^(\d{4})-(\d{2})-(\d{2})`)

// dateOf returns the day on which a page was published, "" if it does not say.
func dateOf(p *htmlbook.Page, name string) string {
	for _, key := range []string{"article:published_time", "date", "dc.date", "dcterms.date", "datepublished", "pubdate", "created"} {
		if d := day(p.Meta[key]); d != "" {
			return d
		}
	}
	return day(dateInName().FindString(path.Base(name)))
}

// day returns the day of a date, in the forms that exports have, as YYYY-MM-DD; "" for anything else.
func day(s string) string {
	s = strings.TrimSpace(s)
	if len(s) >= 10 {
		if _, err := time.Parse(time.DateOnly, s[:10]); err == nil {
			return s[:10]
		}
	}
	for _, form := range []string{time.RFC1123Z, time.RFC1123, time.RFC822Z, "January 2, 2006", "Jan 2, 2006", "2 January 2006"} {
		if t, err := time.Parse(form, s); err == nil {
			return t.Format(time.DateOnly)
		}
	}
	return ""
}

// post is one text of a site's export.
type post struct {
	page            *htmlbook.Page
	name            string // of its file
	slug            string // the last part of its address
	title, subtitle string
	date, source    string
}

// addPosts adds posts in the order of their dates, a chapter each.
func (ms *Manuscript) addPosts(t *tree, posts []post) {
	slices.SortStableFunc(posts, func(a, b post) int { return strings.Compare(a.date, b.date) })
	for _, p := range posts {
		c := ms.postChapter(p)
		c.Source, c.Date, c.page = p.source, p.date, p.name
		ms.fetched(t, p.name, c)
		ms.Chapters = append(ms.Chapters, c)
		ms.pageRemarks(p.page, []*Chapter{c})
		if p.slug != "" {
			ms.anchorsOf().posts[p.slug] = c
		}
	}
}

// postChapter returns a post as a chapter. Its title is that of the export, else the first heading of its text.
func (ms *Manuscript) postChapter(p post) *Chapter {
	blocks := p.page.Blocks
	c := &Chapter{links: map[string]target{}}
	same := func(h *book.Heading) bool {
		return strings.EqualFold(strings.Join(strings.Fields(book.PlainText(h.Text)), " "), strings.Join(strings.Fields(p.title), " "))
	}
	if len(blocks) > 0 {
		if h, ok := blocks[0].(*book.Heading); ok && (p.title == "" || same(h)) {
			c.Title, blocks = h.Text, blocks[1:]
			ms.anchorOf(h, c)
		}
	}
	if c.Title == nil {
		c.Title = plainTitle(cmp.Or(p.title, p.page.Title, titleOfName(path.Base(p.name))))
	}
	if p.subtitle != "" && (len(blocks) == 0 || !strings.EqualFold(strings.TrimSpace(plainBlock(blocks[0])), strings.TrimSpace(p.subtitle))) {
		c.Subtitle = oneLine(p.subtitle)
	}
	top := topLevel(blocks)
	for _, b := range blocks {
		if h, ok := b.(*book.Heading); ok {
			h.Level = min(max(h.Level-top+2, 2), 6)
		}
	}
	c.Blocks = blocks
	closeLevels([]*Chapter{c})
	return c
}

// plainBlock returns the words of a paragraph or a heading.
func plainBlock(b book.Block) string {
	switch b := b.(type) {
	case *book.Paragraph:
		return book.PlainText(b.Text)
	case *book.Heading:
		return book.PlainText(b.Text)
	}
	return ""
}

// readPosts reads the pages of a folder, a chapter each: by their dates if all have one, else by their names.
func (ms *Manuscript) readPosts(t *tree, names []string) error {
	var posts []post
	dated := true
	slices.SortFunc(names, func(a, b string) int {
		if x, y := path.Base(a) == "index.html", path.Base(b) == "index.html"; x != y && path.Dir(a) == path.Dir(b) {
			if x {
				return -1
			}
			return 1
		}
		return natural(a, b)
	})
	for _, name := range names {
		p, err := ms.page(t, name)
		if err != nil {
			return &sourceError{t.shown(name), err}
		}
		ms.adopt("", authorsOf(cmp.Or(p.Meta["author"], p.Meta["article:author"])), p.Lang, "")
		if len(p.Blocks) == 0 {
			ms.remark(leftOut, nil, name, "pages without text", p.Title)
			continue
		}
		one := post{page: p, name: name, date: dateOf(p, name), source: cmp.Or(p.Meta["og:url"], p.Meta["canonical"])}
		dated = dated && one.date != ""
		posts = append(posts, one)
	}
	if !dated {
		for i := range posts {
			p := posts[i]
			cs := []*Chapter{ms.postChapter(p)}
			if n := countTops(p.page.Blocks); n > 1 {
				cs = ms.chapters(p.page.Blocks, cmp.Or(p.page.Title, titleOfName(path.Base(p.name))), p.name)
			}
			for _, c := range cs {
				c.Source, c.Date, c.page = p.source, p.date, p.name
				ms.fetched(t, p.name, c)
			}
			ms.Chapters = append(ms.Chapters, cs...)
			ms.pageRemarks(p.page, cs)
		}
		return nil
	}
	ms.addPosts(t, posts)
	return nil
}

// countTops returns the number of level-1 headings.
func countTops(blocks []book.Block) int {
	n := 0
	for _, b := range blocks {
		if h, ok := b.(*book.Heading); ok && h.Level == 1 {
			n++
		}
	}
	return n
}
