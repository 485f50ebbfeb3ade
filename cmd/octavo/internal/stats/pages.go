package stats

import "octavo/cmd/octavo/internal/pagemap"

// pagesOf counts the pages of a book; nil where they are not known.
func pagesOf(m *pagemap.Map) *Pages {
	if m == nil || len(m.Pages) == 0 {
		return nil
	}
	p := &Pages{Total: len(m.Pages), First: m.Pages[0].Label, Last: m.Pages[len(m.Pages)-1].Label}
	for i := range m.Pages {
		if m.Pages[i].Kind == pagemap.Blank {
			p.Blank++
		}
		if m.Pages[i].Label == "1" {
			p.Front = i
		}
	}
	return p
}

// chapterPage is the pages of a chapter.
type chapterPage struct {
	count int
	first string // the folio of the first one
}

// chapterPages returns the pages of each chapter by its anchor.
func chapterPages(m *pagemap.Map) map[string]chapterPage {
	out := map[string]chapterPage{}
	if m == nil {
		return out
	}
	for i := range m.Pages {
		pg := &m.Pages[i]
		if pg.Kind != pagemap.Chapter {
			continue
		}
		c := out[pg.ID]
		if c.count == 0 {
			c.first = pg.Label
		}
		c.count++
		out[pg.ID] = c
	}
	return out
}
