package studio

import (
	"cmp"
	"slices"
	"sync"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pagemap"
)

// printed finds the printed line of a place in the manuscript. It is made of the pages that were asked for last, when they are asked
// for.
type printed struct {
	mu    sync.Mutex
	of    *pagemap.Map
	lines map[string][]printedLine // by file, in its order
}

// printedLine is a line of a page, by where it begins in its file.
type printedLine struct {
	offset int // of its first word, or a little before: where the file says more than is printed
	page   int // in the file of pages, from 1
	nth    int // on its page, from 1
	y      float64
	label  string
}

// at returns the line that a place is printed on, false where it is on none.
func (p *printed) at(pages *pagemap.Map, pos diag.Pos) (printedLine, bool) {
	if pages == nil || !pos.IsValid() {
		return printedLine{}, false
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.of != pages {
		p.read(pages)
	}
	list := p.lines[pos.Source.Name]
	i, found := slices.BinarySearchFunc(list, pos.Offset, func(l printedLine, offset int) int { return l.offset - offset })
	if !found {
		i--
	}
	if i < 0 {
		return printedLine{}, false
	}
	return list[i], true
}

func (p *printed) read(pages *pagemap.Map) {
	p.of, p.lines = pages, map[string][]printedLine{}
	for _, pg := range pages.Pages {
		for k, l := range pg.Lines {
			if at := l.Start.Pos; at.IsValid() {
				p.lines[at.Source.Name] = append(p.lines[at.Source.Name],
					printedLine{at.Offset + l.Start.Offset, pg.Number, k + 1, page.Length(l.Y).Points(), pg.Label})
			}
		}
	}
	for _, list := range p.lines {
		slices.SortStableFunc(list, func(a, b printedLine) int { return cmp.Compare(a.offset, b.offset) })
	}
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
	l, ok := s.printed.at(st.places, pos)
	if !ok {
		return nil
	}
	return &onPage{l.page, l.label, l.nth, l.y}
}
