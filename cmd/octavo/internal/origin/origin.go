// Package origin sums up whose work a book's words and pictures are: people's, people's with the help of AI, or an AI's. Shops ask for
// it when a book is published.
package origin

import (
	"slices"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
)

// Amount is how many words or pictures there are of each origin.
type Amount struct {
	Human    int `json:"human"`
	Assisted int `json:"ai-assisted"`
	AI       int `json:"ai"`
}

// All returns how many there are together.
func (a *Amount) All() int { return a.Human + a.Assisted + a.AI }

func (a *Amount) add(o book.Origin, n int) {
	switch o {
	case book.Assisted:
		a.Assisted += n
	case book.AI:
		a.AI += n
	default:
		a.Human += n
	}
}

// Report is whose work a book is.
type Report struct {
	Words       Amount
	Pictures    Amount      // each counted once, however often it is shown; the cover is none of them
	Cover       book.Origin // of the author's pictures on the covers; "": there are none
	Translation book.Origin // "": nothing is said of a translation
	Places      []Place     // what is not a person's work alone, in the order of the book
}

// Place is something whose origin the author has said.
type Place struct {
	Pos    diag.Pos
	What   string // "book", "translation", "file", "entry", "picture" or "cover"
	Name   string // an id or a path; "" for the book
	Origin book.Origin
	Words  int // 0: a picture, or not counted apart
}

// Of returns whose work a book is, nil where nothing is said of it anywhere. What has no origin of its own has that of what it stands
// in: a picture that of its entry, an entry that of its file, a file that of the book. Drafts are not in the book, and do not count.
func Of(c *config.Config, b *book.Book) *Report {
	if !said(c, b) {
		return nil
	}
	s := sum{cfg: c, report: &Report{Translation: book.Origin(c.Origin.Translation)}, table: map[string]book.Origin{}, seen: map[string]book.Origin{}}
	for _, o := range c.Origin.Pictures {
		s.table[o.Picture] = book.Origin(o.Origin)
	}
	whole := book.Origin(c.Origin.Book).Or(book.Human)
	s.place("book", "book.origin", whole)
	s.place("translation", "book.translation", s.report.Translation)
	s.cover("epub.cover", b.EPUBCover, whole)
	if b.Cover != nil {
		s.cover("cover.art", b.Cover.Art, whole)
		s.cover("cover.photo", b.Cover.Photo, whole)
	}
	for _, ch := range b.Chapters() {
		s.chapter(ch, whole)
	}
	s.device(b.Device, whole)
	for _, o := range s.seen {
		s.report.Pictures.add(o, 1)
	}
	return s.report
}

// said reports whether the author says anything of origins. It counts nothing: most books say nothing, and large ones are built, too.
func said(c *config.Config, b *book.Book) (found bool) {
	if c.Origin.Book != "" || c.Origin.Translation != "" || len(c.Origin.Pictures) > 0 {
		return true
	}
	for _, ch := range b.Chapters() {
		found = found || ch.Origin != "" || slices.ContainsFunc(ch.Entries(), func(e *book.Entry) bool { return e.Origin != "" })
		if len(b.Pictures) > 0 && !found {
			ch.Walk(nil, func(in book.Inline) {
				img, ok := in.(*book.Image)
				found = found || ok && img.Origin != ""
			})
		}
	}
	return found
}

// sum gathers a Report.
type sum struct {
	cfg    *config.Config
	report *Report
	table  map[string]book.Origin
	seen   map[string]book.Origin // pictures, by their paths
}

// add lists what is not a person's work alone.
func (s *sum) add(p Place) {
	if p.Origin == book.Assisted || p.Origin == book.AI {
		s.report.Places = append(s.report.Places, p)
	}
}

// place lists what a key of book.toml says.
func (s *sum) place(what, key string, o book.Origin) {
	s.add(Place{Pos: s.cfg.Where(key), What: what, Origin: o})
}

// cover looks at a picture on a cover, which a key of book.toml names. Of several the most mechanical counts.
func (s *sum) cover(key string, p *book.Picture, whole book.Origin) {
	if p == nil {
		return
	}
	own := s.table[p.Path]
	o := own.Or(whole)
	if s.report.Cover == "" || rank(o) > rank(s.report.Cover) {
		s.report.Cover = o
	}
	if own != "" {
		s.add(Place{Pos: s.cfg.Where(key), What: "cover", Name: p.Path, Origin: own})
	}
}

// chapter counts a chapter: all of it as the file's, then each entry of another origin from there to its own.
func (s *sum) chapter(ch *book.Chapter, whole book.Origin) {
	file := ch.Origin.Or(whole)
	words := ch.Words()
	s.report.Words.add(file, words)
	if ch.Origin != "" {
		s.add(Place{Pos: ch.Pos, What: "file", Name: ch.File, Origin: file, Words: words})
	}
	of := map[*book.Image]book.Origin{}
	images := func(in book.Inline) {
		if img, ok := in.(*book.Image); ok {
			of[img] = file
		}
	}
	ch.Walk(nil, images)
	s.entries(ch.Blocks, file, of)
	ch.Walk(nil, func(in book.Inline) {
		if img, ok := in.(*book.Image); ok {
			s.picture(img, of)
		}
	})
}

// entries counts the entries among blocks, and those in them.
func (s *sum) entries(blocks []book.Block, outer book.Origin, of map[*book.Image]book.Origin) {
	inner := map[book.Block]bool{} // what was counted with the entry around it
	book.Walk(blocks, func(b book.Block) {
		e, ok := b.(*book.Entry)
		if !ok || inner[e] {
			return
		}
		book.Walk(e.Gloss, func(b book.Block) { inner[b] = true })
		maxim, gloss := e.Words()
		if e.Status == book.Draft {
			s.report.Words.add(outer, -maxim-gloss)
			forEachImage(e, func(img *book.Image) { delete(of, img) })
			return
		}
		own := e.Origin.Or(outer)
		if e.Origin != "" {
			s.report.Words.add(outer, -maxim-gloss)
			s.report.Words.add(own, maxim+gloss)
			s.add(Place{Pos: e.Pos, What: "entry", Name: e.ID, Origin: own, Words: maxim + gloss})
			forEachImage(e, func(img *book.Image) { of[img] = own })
		}
		s.entries(e.Gloss, own, of)
	})
}

// forEachImage calls f for the pictures of an entry.
func forEachImage(e *book.Entry, f func(*book.Image)) {
	run := func(text []book.Inline) {
		book.WalkInlines(text, func(in book.Inline) {
			if img, ok := in.(*book.Image); ok {
				f(img)
			}
		})
	}
	run(e.Maxim)
	book.Walk(e.Gloss, func(b book.Block) { book.Runs(b, run) })
}

// picture counts a picture. One that is shown twice with different origins is the machine's as far as one of them says.
func (s *sum) picture(img *book.Image, of map[*book.Image]book.Origin) {
	around, printed := of[img]
	if !printed || img.File == nil {
		return
	}
	said := img.Origin.Or(s.table[img.File.Path])
	o := said.Or(around)
	before, again := s.seen[img.File.Path]
	if !again || rank(o) > rank(before) {
		s.seen[img.File.Path] = o
		if said != "" {
			s.add(Place{Pos: img.Pos, What: "picture", Name: img.File.Path, Origin: o})
		}
	}
}

func rank(o book.Origin) int { return slices.Index(book.Origins, string(o)) }

// device counts the publisher's device, which no text shows.
func (s *sum) device(p *book.Picture, whole book.Origin) {
	if p == nil {
		return
	}
	if _, shown := s.seen[p.Path]; shown {
		return
	}
	s.seen[p.Path] = s.table[p.Path].Or(whole)
	if s.table[p.Path] != "" {
		s.add(Place{Pos: s.cfg.Where("book.device"), What: "picture", Name: p.Path, Origin: s.seen[p.Path]})
	}
}
