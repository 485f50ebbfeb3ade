package studio

import (
	"bytes"
	"context"
	_ "embed"
	"net/http"
	"strconv"
	"sync"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/epub"
	"octavo/cmd/octavo/internal/parallel"
	"octavo/cmd/octavo/internal/production"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/textstyle"
)

func (s *Studio) ebookRoutes(mux *http.ServeMux) {
	mux.HandleFunc("GET /api/ebook", s.serveEbook)
	mux.HandleFunc("GET /ebook/reader.css", serveReader)
	mux.HandleFunc("GET /ebook/{n}/{file...}", s.serveEbookFile)
}

// openBook is the e-book of a state.
type openBook struct {
	n     int // of the state
	epub  *epub.Opened
	old   bool // it is that of an earlier state, because this one has errors
	fault error
}

// ebooks holds the e-books that were last asked for. Nothing else of the studio waits for one to be opened.
type ebooks struct {
	opening sync.Mutex
	last    []*openBook // the latest first

	cover   []byte // as it was last made
	coverOf coverKey
}

// coverKey is what a cover is made of: the same things are the same pointers as long as their files are unchanged.
type coverKey struct {
	cfg   *config.Config
	fonts *textstyle.Fonts
	own   *book.Picture
	art   *book.Picture
}

// keptEbooks is how many states of the e-book a page in the browser may still ask files of.
const keptEbooks = 3

// ebook returns the e-book of the book as it is now.
func (s *Studio) ebook(ctx context.Context) *openBook {
	st := s.book.state(ctx, look{})
	e := &s.ebooks
	e.opening.Lock()
	defer e.opening.Unlock()
	if len(e.last) > 0 && e.last[0].n == st.n {
		return e.last[0]
	}
	made := &openBook{n: st.n}
	made.fault = parallel.Guard(func() (err error) {
		made.epub, err = e.open(st)
		return err
	})
	if made.epub == nil && len(e.last) > 0 {
		made.epub, made.old = e.last[0].epub, e.last[0].epub != nil
	}
	e.last = append([]*openBook{made}, e.last[:min(len(e.last), keptEbooks-1)]...)
	return made
}

// open opens the e-book of a state; nil where the book has errors.
func (e *ebooks) open(st *state) (*epub.Opened, error) {
	p := st.project
	if st.fault != nil {
		return nil, st.fault
	}
	if p == nil || !p.Showable() {
		return nil, nil
	}
	cover, err := e.coverFor(p)
	if err != nil {
		return nil, err
	}
	assets, err := production.EPUBAssets(p, cover)
	if err != nil {
		return nil, err
	}
	if !st.old {
		assets.Pages = st.places
	}
	return epub.Open(p.Cfg, p.Book, assets)
}

// coverFor returns the cover of a book. It is drawn again only when what it is made of has changed: that takes longer than all the rest.
func (e *ebooks) coverFor(p *project.Project) ([]byte, error) {
	key := coverKey{cfg: p.Cfg, fonts: p.Fonts, own: p.Book.EPUBCover}
	if p.Book.Cover != nil {
		key.art = p.Book.Cover.Art
	}
	if e.cover != nil && e.coverOf == key {
		return e.cover, nil
	}
	cover, err := production.EPUBCover(p)
	if err == nil {
		e.cover, e.coverOf = cover, key
	}
	return cover, err
}

// keptEbook returns the e-book of a state that a page in the browser shows; nil when it is not kept any more.
func (s *Studio) keptEbook(n int) *epub.Opened {
	s.ebooks.opening.Lock()
	defer s.ebooks.opening.Unlock()
	for _, e := range s.ebooks.last {
		if e.n == n {
			return e.epub
		}
	}
	return nil
}

// ebookAnswer is what the view of the e-book begins with.
type ebookAnswer struct {
	State    int            `json:"state"`
	Old      bool           `json:"old,omitempty"`
	Fault    string         `json:"fault,omitempty"`
	Leftward bool           `json:"leftward,omitempty"` // it is read from the right to the left
	Sections []ebookSection `json:"sections"`
	Contents []ebookLine    `json:"contents"`
}

// ebookSection is a file of text of the e-book.
type ebookSection struct {
	File   string `json:"file"`
	Title  string `json:"title"`
	Source string `json:"source,omitempty"` // the file of the manuscript
}

// ebookLine is a line of its contents.
type ebookLine struct {
	Title string      `json:"title"`
	Href  string      `json:"href"`
	Lines []ebookLine `json:"lines,omitempty"`
}

// serveEbook answers what the e-book has.
func (s *Studio) serveEbook(w http.ResponseWriter, r *http.Request) {
	e := s.ebook(r.Context())
	out := ebookAnswer{State: e.n, Old: e.old, Sections: []ebookSection{}, Contents: []ebookLine{}}
	if e.fault != nil {
		out.Fault = sentence(e.fault.Error())
	}
	if e.epub != nil {
		for _, sec := range e.epub.Spine() {
			entry := ebookSection{File: sec.File, Title: sec.Title}
			if sec.Chapter != nil && sec.Chapter.Source != nil {
				entry.Source = sec.Chapter.Source.Name
			}
			out.Sections = append(out.Sections, entry)
		}
		out.Contents = ebookLines(e.epub.Contents())
		if st := s.book.state(r.Context(), look{}); st.project != nil && st.project.Cfg != nil {
			out.Leftward = st.project.Cfg.Lang.RightToLeft()
		}
	}
	answer(w, out)
}

func ebookLines(lines []epub.Line) []ebookLine {
	out := make([]ebookLine, len(lines))
	for i, l := range lines {
		out[i] = ebookLine{l.Title, l.Href, ebookLines(l.Lines)}
	}
	return out
}

// ebookPolicy is the Content-Security-Policy of the e-book's files: nothing runs, nothing is sent, and nothing but the e-book's own
// style sheet, pictures and fonts is loaded, whatever a manuscript has in it.
const ebookPolicy = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; " +
	"frame-ancestors 'self'; sandbox allow-same-origin"

// headEnd is where a section's head ends.
var headEnd = []byte("</head>")

// readerLink loads what the view adds to a section, as a reading system does: sizes, colours, pages.
const readerLink = `<link rel="stylesheet" type="text/css" href="/ebook/reader.css"/>`

// serveEbookFile answers a file of the e-book.
func (s *Studio) serveEbookFile(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Security-Policy", ebookPolicy)
	h.Set("X-Frame-Options", "SAMEORIGIN")
	n, _ := strconv.Atoi(r.PathValue("n"))
	e := s.keptEbook(n)
	if e == nil {
		http.Error(w, "this state of the e-book is gone", http.StatusNotFound)
		return
	}
	var data []byte
	var media string
	err := parallel.Guard(func() (err error) {
		data, media, err = e.File(r.PathValue("file"))
		return err
	})
	switch {
	case err != nil:
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	case media == "":
		http.Error(w, "the e-book has no such file", http.StatusNotFound)
		return
	case media == "application/xhtml+xml":
		data = bytes.Replace(data, headEnd, append([]byte(readerLink), headEnd...), 1)
	}
	h.Set("Content-Type", media)
	_, _ = w.Write(data) // who has gone is not told
}

// readerCSS is what the view adds to the sections of the e-book.
//
//go:embed web/ebook/reader.css
var readerCSS []byte

func serveReader(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/css; charset=utf-8")
	_, _ = w.Write(readerCSS)
}
