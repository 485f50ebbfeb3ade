package studio

import (
	"net/http"
	"strconv"

	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pagemap"
)

func (s *Studio) pageRoutes(mux *http.ServeMux) {
	mux.HandleFunc("GET /api/pages", s.servePages)
	mux.HandleFunc("GET /api/page/{n}", s.servePage)
	mux.HandleFunc("GET /api/glyphs/{font}", s.serveGlyphs)
}

// pageEntry is one page in the list of pages.
type pageEntry struct {
	Label string       `json:"label"`
	Kind  pagemap.Kind `json:"kind"`
	ID    string       `json:"id,omitempty"`
	First bool         `json:"first,omitempty"`
}

// pageList is what the view of pages begins with.
type pageList struct {
	State  int         `json:"state"`
	Facing bool        `json:"facing"`
	Pages  []pageEntry `json:"pages"`
}

// servePages answers which pages there are.
func (s *Studio) servePages(w http.ResponseWriter, r *http.Request) {
	st := s.book.state(r.Context(), lookOf(r))
	out := pageList{State: st.n, Facing: st.facing, Pages: []pageEntry{}}
	if st.places != nil {
		for _, p := range st.places.Pages {
			out.Pages = append(out.Pages, pageEntry{Label: p.Label, Kind: p.Kind, ID: p.ID, First: p.First})
		}
	}
	answer(w, out)
}

// pageAnswer is one page with its ink and its lines.
type pageAnswer struct {
	sheet
	Lines []line `json:"lines"`
}

// line is a line of a page, and where it is written.
type line struct {
	Y      float64 `json:"y"` // of the baseline, in points
	Text   string  `json:"text"`
	File   string  `json:"file"`
	Line   int     `json:"line"`
	Column int     `json:"column"`
}

// servePage answers a page by its number in the file, from 1.
func (s *Studio) servePage(w http.ResponseWriter, r *http.Request) {
	st := s.book.state(r.Context(), lookOf(r))
	n, err := strconv.Atoi(r.PathValue("n"))
	if err != nil || n < 1 || n > len(st.pages) {
		refuse(w, http.StatusNotFound, problem{Message: "there is no such page"})
		return
	}
	out := pageAnswer{sheet: s.glyphs.sheet(st.pages[n-1]), Lines: []line{}}
	{
		tracer := st.set.Book.Tracer()
		for _, l := range st.places.Pages[n-1].Lines {
			at := tracer.Trace(l.Start.Pos, l.Start.Offset)
			row, column := at.Source.LineColumn(at.Offset)
			out.Lines = append(out.Lines, line{Y: page.Length(l.Y).Points(), Text: l.Text, File: at.Source.Name, Line: row, Column: column})
		}
	}
	answer(w, out)
}
