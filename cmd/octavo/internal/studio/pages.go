package studio

import (
	"encoding/json"
	"hash/fnv"
	"net/http"
	"strconv"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pagemap"
)

func (s *Studio) pageRoutes(mux *http.ServeMux) {
	mux.HandleFunc("GET /api/pages", s.servePages)
	mux.HandleFunc("GET /api/page/{n}", s.servePage)
	mux.HandleFunc("GET /api/glyphs/{font}", s.serveGlyphs)
	mux.HandleFunc("GET /api/picture/{key}", s.servePicture)
	mux.HandleFunc("GET /api/drawing/{key}", s.serveDrawing)
	mux.HandleFunc("GET /api/at", s.serveAt)
	mux.HandleFunc("GET /api/source", s.serveSource)
	mux.HandleFunc("GET /api/where", s.serveWhere)
	mux.HandleFunc("GET /api/find", s.serveFind)
	mux.HandleFunc("GET /api/looks", s.serveLooks)
	mux.HandleFunc("POST /api/keep", s.serveKeep)
	mux.HandleFunc("POST /api/show", s.serveShow)
	mux.HandleFunc("GET /api/editors", s.serveEditors)
	mux.HandleFunc("POST /api/edit", s.serveEdit)
}

// pageEntry is one page in the list of pages.
type pageEntry struct {
	Label string       `json:"label"`
	Kind  pagemap.Kind `json:"kind"`
	First bool         `json:"first,omitempty"` // of a chapter, a part or an index
}

// heading is a line of the book's contents.
type heading struct {
	Title string `json:"title"`
	Level int    `json:"level"` // 0 is the outermost
	Page  int    `json:"page"`  // from 1
}

// pageList is what the view of pages begins with. What does not change from edit to edit is left out for who has it already.
type pageList struct {
	State   int       `json:"state"`
	Version string    `json:"version"` // of what follows
	Old     bool      `json:"old,omitempty"`
	Edited  *pageLine `json:"edited,omitempty"` // the first place that has changed since the pages were set before
	Layout  *bookPlan `json:"layout,omitempty"` // nil: it is that of the version that was asked with
}

// bookPlan is how the pages of a book are bound, and what is on them.
type bookPlan struct {
	Facing      bool        `json:"facing"`
	RightToLeft bool        `json:"rightToLeft,omitempty"`
	Width       float64     `json:"width"` // of a page, in points
	Height      float64     `json:"height"`
	Frame       frame       `json:"frame"`
	Pages       []pageEntry `json:"pages"`
	Contents    []heading   `json:"contents"`
}

// servePages answers which pages there are. ?known= is the version that the page in the browser has.
func (s *Studio) servePages(w http.ResponseWriter, r *http.Request) {
	st := s.book.state(r.Context(), lookOf(r))
	out := pageList{State: st.n, Old: st.old}
	plan := st.plan()
	_, version, err := versioned(plan)
	if err != nil {
		refuse(w, http.StatusInternalServerError, problem{Message: err.Error()})
		return
	}
	if out.Version = version; version != r.FormValue("known") {
		out.Layout = plan
	}
	out.Edited = st.edited()
	answer(w, out)
}

// versioned returns a value as JSON, with a hash of it.
func versioned(value any) (data []byte, version string, err error) {
	data, err = json.Marshal(value)
	h := fnv.New64a()
	_, _ = h.Write(data)
	return data, strconv.FormatUint(h.Sum64(), 36), err
}

// plan returns how the pages are bound.
func (st *state) plan() *bookPlan {
	out := &bookPlan{Facing: st.facing, RightToLeft: st.rightToLeft, Pages: []pageEntry{}, Contents: []heading{}}
	if st.set == nil || st.places == nil || len(st.pages) == 0 {
		return out
	}
	out.Width, out.Height, out.Frame = points(st.pages[0].Width), points(st.pages[0].Height), st.frame()
	for _, p := range st.places.Pages {
		out.Pages = append(out.Pages, pageEntry{Label: p.Label, Kind: p.Kind, First: p.First})
	}
	for _, b := range st.outline {
		if i, ok := st.pageOf(b.Anchor); ok {
			out.Contents = append(out.Contents, heading{b.Title, b.Level, i + 1})
		}
	}
	return out
}

// edited returns where the first change of this state is printed.
func (st *state) edited() *pageLine {
	if st.old || len(st.edits) == 0 {
		return nil
	}
	e := st.edits[0]
	if pg, line, ok := st.where(e.source, e.from, e.to); ok {
		return st.lineAt(pg, line)
	}
	return nil
}

// label returns the folio of the page i, from 0.
func (st *state) label(i int) string {
	if st.places != nil && i < len(st.places.Pages) {
		return st.places.Pages[i].Label
	}
	return strconv.Itoa(i + 1)
}

// pageAnswer is one page with its ink, its lines, and what is said of them.
type pageAnswer struct {
	sheet
	Label string     `json:"label"`
	Lines []line     `json:"lines"`
	Marks []lineMark `json:"marks,omitempty"`
}

// line is a line of a page: its words, and its box from the corner where it begins, in points.
type line struct {
	Text   string  `json:"t"`
	X      float64 `json:"x"`
	Y      float64 `json:"y"`
	Width  float64 `json:"w"`
	Height float64 `json:"h"`
	Turn   float64 `json:"r,omitempty"` // degrees, clockwise about the corner
	Edited bool    `json:"e,omitempty"` // it has changed since the pages were set before
}

// lineMark is something that is said of a line, at its margin.
type lineMark struct {
	Line    int    `json:"line"`
	Kind    string `json:"kind"` // "error", "warning", or "comment"
	Message string `json:"message"`
	Help    string `json:"help,omitempty"`
}

// servePage answers a page by its number in the file, from 1. ?known= is the hash of the answer that the page in the browser has: then
// an answer without content says that it still holds.
func (s *Studio) servePage(w http.ResponseWriter, r *http.Request) {
	st := s.book.state(r.Context(), lookOf(r))
	n, err := strconv.Atoi(r.PathValue("n"))
	if err != nil || n < 1 || n > len(st.pages) {
		refuse(w, http.StatusNotFound, problem{Message: "There is no such page"})
		return
	}
	out := pageAnswer{sheet: s.glyphs.sheet(st.pages[n-1]), Label: st.label(n - 1), Lines: st.linesOf(n - 1), Marks: st.marksOn(n - 1)}
	data, version, err := versioned(out)
	if err != nil {
		refuse(w, http.StatusInternalServerError, problem{Message: err.Error()})
		return
	}
	w.Header().Set("Octavo-Version", version)
	if r.FormValue("known") == version {
		w.WriteHeader(http.StatusNoContent)
		return
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	_, _ = w.Write(data)
}

// linesOf returns the lines of the page i, from 0.
func (st *state) linesOf(i int) []line {
	p := st.setPage(i)
	out := make([]line, len(p.lines))
	for k := range p.lines {
		l := &p.lines[k]
		x, y := l.at.Point(l.box.X, l.box.Y)
		out[k] = line{Text: l.text, X: points(x), Y: points(y), Width: points(l.box.W), Height: points(l.box.H), Turn: l.turn()}
		for _, e := range st.edits {
			out[k].Edited = out[k].Edited || !st.old && p.spans[k].holds(e.source, e.from, e.to)
		}
	}
	return out
}

// mostMarks is how many marks a page has at most: more say nothing.
const mostMarks = 50

// marksOn returns what is said of the lines of the page i, from 0.
func (st *state) marksOn(i int) (out []lineMark) {
	if st.old {
		return nil
	}
	p := st.setPage(i)
	for _, d := range st.found {
		if k := p.lineOf(d.Pos, d.End); k >= 0 && len(out) < mostMarks {
			m := lineMark{Line: k, Kind: d.Severity.String(), Message: sentence(d.Message)}
			if len(d.Notes) > 0 {
				m.Help = sentence(d.Notes[0])
			}
			out = append(out, m)
		}
	}
	return out
}

// lineOf returns the first line of the page that was set from a place, -1 for none.
func (p *setPage) lineOf(pos diag.Pos, end int) int {
	if !pos.IsValid() {
		return -1
	}
	for k, s := range p.spans {
		if s.holds(pos.Source, pos.Offset, end) {
			return k
		}
	}
	return -1
}

// frame is where the text of a page stands, in points, and what the printer wants. Inner and outer are the margins at the spine and
// at the fore edge.
type frame struct {
	Inner  float64 `json:"inner"`
	Outer  float64 `json:"outer"`
	Top    float64 `json:"top"`
	Bottom float64 `json:"bottom"`
	First  float64 `json:"first"`            // a baseline of the grid, from the page's top
	Grid   float64 `json:"grid"`             // the distance of baselines
	Gutter float64 `json:"gutter,omitempty"` // the least margin at the spine that the printer takes
	Safe   float64 `json:"safe,omitempty"`   // the least of the other margins
	Bleed  float64 `json:"bleed"`            // what a printer cuts off where something bleeds
}

// frame returns that of the book's pages.
func (st *state) frame() frame {
	cfg := st.set.Cfg
	m := cfg.Style.Page
	inner, bleed := m.Inner, st.pages[0].Bleed
	out := frame{Outer: points(page.Length(m.Outer)), Top: points(page.Length(m.Top)), Grid: points(page.Length(cfg.Style.Text.Leading))}
	if p := cfg.Printer; p != nil {
		gutter := p.Gutter(len(st.pages))
		inner = max(inner, gutter)
		out.Gutter, out.Safe = points(page.Length(gutter)), points(page.Length(p.Outside.Least))
		if bleed > 0 {
			out.Safe = points(page.Length(p.OutsideBleed.Least))
		}
	}
	height := (cfg.Print.Height - m.Top - m.Bottom) / cfg.Style.Text.Leading * cfg.Style.Text.Leading
	out.Inner, out.Bottom = points(page.Length(inner)), points(page.Length(cfg.Print.Height-m.Top-height))
	out.First, out.Bleed = points(st.firstBaseline(page.Length(cfg.Style.Text.Leading))), points(bleed)
	return out
}

// firstBaseline returns the place of a baseline of the grid: where most lines of the first chapters' pages stand.
func (st *state) firstBaseline(grid page.Length) page.Length {
	const enough = 40 // pages
	counts := map[page.Length]int{}
	looked := 0
	for _, p := range st.places.Pages {
		if p.Kind != pagemap.Chapter || looked == enough {
			continue
		}
		looked++
		for _, l := range p.Lines {
			counts[page.Length(l.Y)%grid]++
		}
	}
	best := page.Length(0)
	for at, n := range counts {
		if n > counts[best] || n == counts[best] && at < best {
			best = at
		}
	}
	return best
}
