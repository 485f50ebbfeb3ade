package sheet

import (
	"fmt"
	"slices"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pagemap"
)

// An entry that begins on a page counts as so many lines of text.
const entryLines = 8

// shown returns the index of the first page that is shown: of the spread that the author chose, or of the fullest one, in which most
// entries begin; -1 where there is none.
func shown(cfg *config.Config, bk *book.Book, pages []*page.Page, on *pagemap.Map) (int, error) {
	if folio := cfg.Sheet.Page; folio != "" {
		i := slices.IndexFunc(pages, func(p *page.Page) bool { return p.Label == folio })
		if i < 0 {
			d := &diag.List{}
			d.Errorf("sheet-page", cfg.Where("sheet.page"), "the book has no page %q", folio).Note("write the number of a page as it is printed, as in page = \"12\"")
			return -1, d.Err()
		}
		if len(pages[i].Items) == 0 {
			d := &diag.List{}
			d.Errorf("sheet-page", cfg.Where("sheet.page"), "the page %q is blank", folio).Note("name a page with text, or leave page out: octavo chooses one")
			return -1, d.Err()
		}
		if i%2 == 0 && i > 0 {
			i--
		}
		return i, nil
	}
	entries := map[string]bool{}
	for _, e := range bk.Entries() {
		entries[e.ID] = true
	}
	full := func(i int) int {
		if i >= len(on.Pages) || on.Pages[i].Kind != pagemap.Chapter {
			return 0
		}
		n := len(on.Pages[i].Lines)
		for _, a := range on.Pages[i].Anchors {
			if entries[a] {
				n += entryLines
			}
		}
		return n
	}
	best, most := -1, 0
	for i := 1; i+1 < len(pages); i += 2 {
		a, b := full(i), full(i+1)
		if n := a + b; n > most && (a > 0) == (b > 0) {
			best, most = i, n
		}
	}
	if best < 0 && len(pages) > 0 {
		for i := range pages {
			if full(i) > most {
				best, most = max(i-(i+1)%2, 0), full(i)
			}
		}
	}
	return best, nil
}

// telling reports whether a page of a spread shows how the book looks: it has something on it, and text of the book unless the author
// chose the spread.
func telling(cfg *config.Config, pages []*page.Page, on *pagemap.Map, i int) bool {
	return len(pages[i].Items) > 0 && (cfg.Sheet.Page != "" || i < len(on.Pages) && on.Pages[i].Kind == pagemap.Chapter)
}

// Missing says what [sheet] of book.toml names that the book does not have.
func Missing(cfg *config.Config, bk *book.Book) (found diag.List) {
	if id := cfg.Sheet.Quote; id != "" && quoted(cfg, bk) == nil {
		var ids []string
		for _, e := range bk.Entries() {
			ids = append(ids, e.ID)
		}
		d := found.Errorf("sheet-quote", cfg.Where("sheet.quote"), "unknown entry %q", id)
		if near := diag.Suggest(id, ids); near != "" {
			d.Note("did you mean %s?", near)
		} else {
			d.Note("%s", fmt.Sprintf("write the id of one of the book's %s", diag.Count(len(ids), "entry")))
		}
	}
	return found
}
