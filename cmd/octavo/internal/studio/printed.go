package studio

import (
	"cmp"
	"net/http"
	slash "path"
	"slices"
	"strconv"
	"sync"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pagemap"
)

// printed finds the printed line of a place in the manuscript. It is made of the pages that were asked for last, a file at a time.
type printed struct {
	mu    sync.Mutex
	of    *pagemap.Map
	lines map[string][]printedLine // by file, in its order
}

// printedLine is a line of a page, by where it begins in its file.
type printedLine struct {
	offset int // of its first word
	page   int // in the file of pages, from 1
	nth    int // on its page, from 1
	y      float64
	label  string
}

// at returns the line that a place is printed on: the first of its file for what comes before its words, such as the mark of a heading.
// It returns false where nothing of the file is printed.
func (p *printed) at(st *state, pos diag.Pos) (printedLine, bool) {
	if st.places == nil || st.set == nil || !pos.IsValid() {
		return printedLine{}, false
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.of != st.places {
		p.of, p.lines = st.places, map[string][]printedLine{}
	}
	list, known := p.lines[pos.Source.Name]
	if !known {
		list = linesOf(st, pos.Source.Name)
		p.lines[pos.Source.Name] = list
	}
	i, found := slices.BinarySearchFunc(list, pos.Offset, func(l printedLine, offset int) int { return l.offset - offset })
	if !found {
		i--
	}
	if len(list) == 0 {
		return printedLine{}, false
	}
	return list[max(0, i)], true
}

// linesOf returns the printed lines of a file. Only the pages of its chapters and of notes are looked at.
func linesOf(st *state, name string) (out []printedLine) {
	var chapters []*book.Chapter
	ids := map[string]bool{}
	for _, ch := range st.set.Book.Chapters() {
		if slash.Join(chaptersFolder, ch.File) == name {
			chapters, ids[ch.ID] = append(chapters, ch), true
		}
	}
	tracer := book.NewTracer(chapters...)
	for _, pg := range st.places.Pages {
		if pg.Kind != pagemap.Notes && !ids[pg.ID] {
			continue
		}
		for k, l := range pg.Lines {
			if l.Start.IsValid() && l.Start.Pos.Source.Name == name {
				at := tracer.Trace(l.Start.Pos, l.Start.Offset)
				out = append(out, printedLine{at.Offset, pg.Number, k + 1, page.Length(l.Y).Points(), pg.Label})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b printedLine) int { return cmp.Compare(a.offset, b.offset) })
	return out
}

// onPage is where something is printed, for the page in the browser.
type onPage struct {
	Page  int     `json:"page"` // in the file of pages, from 1
	Label string  `json:"label"`
	Line  int     `json:"line"`
	Y     float64 `json:"y"` // of the baseline, in points
}

// onPage returns where a place of a state is printed, nil where it is not.
func (s *Studio) onPage(st *state, pos diag.Pos) *onPage {
	l, ok := s.printed.at(st, pos)
	if !ok {
		return nil
	}
	return &onPage{l.page, l.label, l.nth, l.y}
}

// servePrinted answers where a place of the manuscript is printed, or null when it is on no page.
func (s *Studio) servePrinted(w http.ResponseWriter, r *http.Request) {
	row, _ := strconv.Atoi(r.FormValue("line"))
	column, _ := strconv.Atoi(r.FormValue("column"))
	st := s.book.state(r.Context(), lookOf(r))
	answer(w, s.onPage(st, st.place(r.FormValue("file"), row, column)))
}

// place returns the place at a line and a column, in characters, both from 1, of a file that pages are set of; no place for other
// files.
func (st *state) place(file string, row, column int) diag.Pos {
	if st.set == nil {
		return diag.Pos{}
	}
	for _, src := range st.set.Book.Sources {
		if src.Name == file {
			return diag.Pos{Source: src, Offset: offsetOf(src, row, column)}
		}
	}
	return diag.Pos{}
}

// offsetOf returns the offset of a line and a column, in characters, both from 1.
func offsetOf(src *diag.Source, row, column int) int {
	at := 0
	for n := 1; n < row && at < len(src.Text); at++ {
		if src.Text[at] == '\n' {
			n++
		}
	}
	for n := 1; n < column && at < len(src.Text) && src.Text[at] != '\n'; n++ {
		_, size := utf8.DecodeRune(src.Text[at:])
		at += size
	}
	return at
}
