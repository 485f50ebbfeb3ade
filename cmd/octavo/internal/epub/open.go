package epub

import (
	"cmp"
	"sync"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
)

// Opened is an EPUB that is shown while its book is being written. It has the pages, the style sheet, the fonts and the pictures of the
// one that [Write] writes, and each is made when it is asked for. Text says where it is written: an element has the attribute
// data-at, "file:line:column". Several goroutines may use it.
type Opened struct {
	plan     *plan
	pages    map[string]*page
	pictures map[string]func() (*packedPicture, error)
	fonts    map[string]*font
}

// Open opens the EPUB of a book. It takes what [Write] takes; a book needs no title and no identifier to be looked at.
func Open(cfg *config.Config, bk *book.Book, assets Assets) (*Opened, error) {
	p, err := newPlan(cfg, bk, assets)
	if err != nil {
		return nil, err
	}
	p.places = true
	o := &Opened{plan: p, pages: map[string]*page{}, pictures: map[string]func() (*packedPicture, error){}, fonts: map[string]*font{}}
	for _, pg := range p.pages {
		o.pages[pg.href()] = pg
	}
	for _, f := range p.fonts {
		o.fonts["fonts/"+f.name] = f
	}
	for _, pic := range p.pictures {
		o.pictures["images/"+pic.name] = sync.OnceValues(func() (*packedPicture, error) {
			if pic.err == nil && pic.remake {
				pic.err = pic.convert()
			}
			return pic, pic.err
		})
	}
	return o, nil
}

// File returns a file of the EPUB and its media type, by its name in the folder of the package document. Without an error, a media type
// of "" says that there is no such file.
func (o *Opened) File(name string) (data []byte, media string, err error) {
	switch {
	case o.pages[name] != nil:
		return o.plan.render(o.pages[name], nil), "application/xhtml+xml", nil
	case o.fonts[name] != nil:
		return o.fonts[name].data, o.fonts[name].media, nil
	case o.pictures[name] != nil:
		pic, err := o.pictures[name]()
		if err != nil {
			return nil, "", err
		}
		return pic.data, pic.media, nil
	case name == stylesheet:
		return o.plan.css(), "text/css", nil
	case name == headPiece && o.plan.hasBranch():
		return o.plan.assets.Head, "image/svg+xml", nil
	}
	return nil, "", nil
}

// Section is one page of an EPUB's spine, in the sense of the web: a chapter, the cover, an index.
type Section struct {
	File    string // its name, for [Opened.File]
	Title   string
	Chapter *book.Chapter // that it is; nil for other sections
}

// Spine returns the sections in the order in which they are read.
func (o *Opened) Spine() []Section {
	out := make([]Section, len(o.plan.pages))
	for i, pg := range o.plan.pages {
		out[i] = Section{File: pg.href(), Title: pg.title, Chapter: pg.chapter}
	}
	return out
}

// Line is a line of an EPUB's contents.
type Line struct {
	Title string
	Href  string // the name of a file, and # with the place in it
	Lines []Line // under it
}

// Contents returns the table of contents, as reading systems show it.
func (o *Opened) Contents() []Line { return contentLines(o.plan.toc) }

func contentLines(items []*tocItem) (out []Line) {
	for _, i := range items {
		title := i.text
		if i.count > 0 {
			title = itoa(i.count) + " " + title
		}
		out = append(out, Line{Title: cmp.Or(title, i.href), Href: i.href, Lines: contentLines(i.items)})
	}
	return out
}

// place writes where a text is written, in an EPUB that is shown while its book is being written.
func (w *writer) place(text []book.Inline) {
	if !w.plan.places || len(text) == 0 {
		return
	}
	if at := text[0].Start(); at.IsValid() {
		w.attr("data-at", at.String())
	}
}
