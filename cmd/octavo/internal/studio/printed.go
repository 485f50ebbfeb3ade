package studio

import (
	"cmp"
	"net/http"
	"slices"
	"strconv"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/page"
)

// part is a piece of a file's running text that is printed: where it begins, and a page, from 0, that shows some of it. A long
// paragraph is a part on each of its pages.
type part struct{ offset, page int }

// partsOf returns what of a file is printed. The pages are walked through once for all files; nothing is traced.
func (st *state) partsOf(src *diag.Source) []part {
	if st.printing.parts == nil {
		st.printing.parts = map[*diag.Source][]part{}
		for i, p := range st.pages {
			for _, it := range page.Placed(p.Items) {
				t, ok := it.(*page.Text)
				if !ok || !t.Pos.IsValid() {
					continue
				}
				all, is := st.printing.parts[t.Pos.Source], part{t.Pos.Offset, i}
				if n := len(all); n == 0 || all[n-1] != is {
					st.printing.parts[t.Pos.Source] = append(all, is)
				}
			}
		}
		for src, all := range st.printing.parts {
			slices.SortFunc(all, func(a, b part) int { return cmp.Or(cmp.Compare(a.offset, b.offset), cmp.Compare(a.page, b.page)) })
			st.printing.parts[src] = slices.Compact(all)
		}
	}
	return st.printing.parts[src]
}

// where returns the page, from 0, and its line on which a part of a file is printed, from offset to end, or begins; one that is not
// printed is where the text before it ends, or where the first of the file is. Of book.toml, little of which is printed, that is not so.
// It reports false when there is none. The lines of a few pages alone are traced: of those that show the text that begins last before the
// place, and of what begins in it.
func (st *state) where(src *diag.Source, offset, end int) (pg, line int, ok bool) {
	st.printing.mu.Lock()
	defer st.printing.mu.Unlock()
	parts := st.partsOf(src)
	if len(parts) == 0 {
		return 0, 0, false
	}
	before := func(offset int) int { // how many parts begin before an offset
		n, _ := slices.BinarySearchFunc(parts, offset, func(p part, at int) int { return cmp.Compare(p.offset, at) })
		return n
	}
	last := before(offset + 1)
	from := before(parts[max(last-1, 0)].offset)
	to := max(last, from+1)
	if last < len(parts) && parts[last].offset < end {
		to = before(parts[last].offset + 1)
	}
	pg, line, exact, ok := st.lineIn(parts[from:to], src, offset, end)
	if exact {
		return pg, line, true
	}
	wide := parts[before(offset-nearby):max(last, 1)] // a caption is printed that is written behind where its picture begins
	if p, l, exact, _ := st.lineIn(wide, src, offset, end); exact {
		return p, l, true
	}
	return pg, line, ok && src != st.set.Cfg.Source
}

// lineIn returns the line of some parts that holds a place, and reports whether that is exact: otherwise it is the nearest one.
func (st *state) lineIn(parts []part, src *diag.Source, offset, end int) (pg, line int, exact, ok bool) {
	var pages []int
	for _, p := range parts {
		pages = append(pages, p.page)
	}
	slices.Sort(pages)
	var near, first span
	for _, i := range slices.Backward(slices.Compact(pages)) {
		for k, s := range st.setLocked(i).spans {
			switch {
			case s.holds(src, offset, end):
				if !exact || s.from < first.from {
					first, pg, line, exact, ok = s, i, k, true, true
				}
				if s.from <= offset {
					return pg, line, true, true
				}
			case !exact && s.source == src && (!ok || s.nearer(near, offset)):
				near, pg, line, ok = s, i, k, true
			}
		}
	}
	return pg, line, exact, ok
}

// nearer reports whether a place that no span holds belongs to s rather than to t: to the last before it, else to the first.
func (s span) nearer(t span, offset int) bool {
	switch {
	case s.from <= offset && t.from <= offset:
		return s.from > t.from
	case s.from > offset && t.from > offset:
		return s.from < t.from
	}
	return s.from <= offset
}

// pageLine is a line of a page.
type pageLine struct {
	Page  int     `json:"page"` // from 1
	Line  int     `json:"line"` // from 0, as the lines of a page are answered
	Label string  `json:"label"`
	Y     float64 `json:"y"` // of the baseline, in points from the top of the page
}

func (st *state) lineAt(pg, line int) *pageLine {
	l := &st.setPage(pg).lines[line]
	_, y := l.at.Point(l.runs[0].X, l.runs[0].Y)
	return &pageLine{Page: pg + 1, Line: line, Label: st.label(pg), Y: points(y)}
}

// printed returns where a place of the manuscript is printed, nil where it is not. The place may be of another state: that of the
// same name and offset is meant.
func (st *state) printed(pos diag.Pos) *pageLine {
	if !pos.IsValid() {
		return nil
	}
	src := st.source(pos.Source.Name)
	if src == nil {
		return nil
	}
	if pg, k, ok := st.where(src, pos.Offset, pos.Offset); ok {
		return st.lineAt(pg, k)
	}
	return nil
}

// printedAt returns where a line of a file is printed, nil if it is not; without a column, its first words.
func (st *state) printedAt(file string, line, column int) *pageLine {
	src := st.source(file)
	if src == nil {
		return nil
	}
	return st.printed(diag.Pos{Source: src, Offset: wordOf(src, line, column)})
}

// serveWhere answers where a line of a file is printed, or null when it is on no page: ?file=manuscript/01.md&line=12&column=3.
func (s *Studio) serveWhere(w http.ResponseWriter, r *http.Request) {
	line, _ := strconv.Atoi(r.FormValue("line"))
	column, _ := strconv.Atoi(r.FormValue("column"))
	answer(w, s.book.state(r.Context(), lookOf(r)).printedAt(r.FormValue("file"), line, column))
}
