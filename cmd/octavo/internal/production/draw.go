package production

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/raster"
)

// Drawable are the outputs whose pages can be drawn.
var Drawable = []string{"pdf", "cards", "cover", "wrap"}

// Pages sets the pages of one of [Drawable]. What is wrong with them is added to p.Found; where that has errors there are no
// pages.
func Pages(p *project.Project, what string) ([]*page.Page, error) {
	var all []*page.Page
	var found diag.List
	switch what {
	case "pdf":
		in := p.Interior()
		all, found = in.Doc.Pages, in.Found
	case "cards":
		deck, more, err := p.WholeDeck()
		if err != nil {
			return nil, err
		}
		if found = more; deck != nil {
			all = deck.Sheets().Pages
		} else if !found.HasErrors() {
			return nil, ErrNoDeck
		}
	case "cover":
		all = []*page.Page{frontOf(p)}
	case "wrap":
		if !p.Cfg.Cover.Set {
			return nil, ErrNoCover
		}
		c, more := SetCover(p, p.Cfg.Print.Profiles[0])
		if found = more; c != nil {
			all = c.Doc.Pages
		}
	}
	p.Settle(found) // with the faults of fonts, which show when they are used
	return all, nil
}

// DrawPages draws the chosen of the pages into a folder, and returns the names of their files there. What is one of [Drawable].
func DrawPages(d *outdir.Dir, what string, all []*page.Page, chosen []int, dpi float64) ([]string, error) {
	var names []string
	for _, i := range chosen {
		var b bytes.Buffer
		if err := raster.PagePNG(&b, all[i], dpi); err != nil {
			return nil, fmt.Errorf("cannot draw page %s: %w", all[i].Label, err)
		}
		name := what
		if what != "cover" && what != "wrap" {
			name += "-" + strings.ReplaceAll(all[i].Label, " ", "-")
		}
		if name += ".png"; slices.Contains(names, name) {
			continue // a page that is named twice
		}
		if err := d.Add(name, b.Bytes()); err != nil {
			return nil, err
		}
		names = append(names, name)
	}
	return names, nil
}

// ChoosePages returns the indexes of the pages in a list like "iv,3-5,#1", in its order, or all indexes for "".
func ChoosePages(all []*page.Page, list string) ([]int, error) {
	var out []int
	if list == "" {
		for i := range all {
			out = append(out, i)
		}
		return out, nil
	}
	find := func(name string) (int, error) {
		if rest, ok := strings.CutPrefix(name, "#"); ok {
			n, err := strconv.Atoi(rest)
			if err != nil || n < 1 || n > len(all) {
				return 0, fmt.Errorf("there is no page %s; there are %d, from #1 to #%d", name, len(all), len(all))
			}
			return n - 1, nil
		}
		i := slices.IndexFunc(all, func(p *page.Page) bool { return p.Label == name })
		if i < 0 {
			return 0, fmt.Errorf("there is no page with the folio %q; name it by its number in the file, as in #1", name)
		}
		return i, nil
	}
	for _, part := range strings.Split(list, ",") {
		first, last, isRange := strings.Cut(strings.TrimSpace(part), "-")
		i, err := find(first)
		if err != nil {
			return nil, err
		}
		j := i
		if isRange {
			if j, err = find(last); err != nil {
				return nil, err
			}
		}
		if j < i {
			return nil, fmt.Errorf("the range %s runs backwards", part)
		}
		for ; i <= j; i++ {
			out = append(out, i)
		}
	}
	return out, nil
}
