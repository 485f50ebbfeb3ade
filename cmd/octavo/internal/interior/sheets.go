package interior

import (
	"slices"
	"strconv"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pagemap"
	"octavo/cmd/octavo/internal/parallel"
	"octavo/cmd/octavo/internal/typeset"
)

// sheet is a page that has its place in the book and is not made yet.
type sheet struct {
	division *division // nil: it is blank
	body     int       // which of the division's pages it is
	folio    string
	recto    bool
}

// sheetKey is what a page depends on beside its body, the configuration and its division's kind.
type sheetKey struct {
	folio string
	recto bool
	bare  bool
	inner page.Length
	bleed page.Length
	head  headline
}

// printed is a page as it is printed.
type printed struct {
	key   sheetKey
	page  *page.Page
	lines []pagemap.Line // where it is a page of a chapter or of its notes
	long  []headSource   // what has lost words in its running head
	plain *page.Page     // the page as it was before it was mirrored, where something is wrong with it; otherwise nil
	asked int            // the last setting of the book that needed it; see memo
}

// number arranges the divisions in pages, gives each page its folio, and records the folio of every anchor.
func (in *interior) number() {
	clear(in.folios)
	in.sheets = in.sheets[:0]
	front := true
	offset := 0 // pages before folio 1
	add := func(d *division, body int) {
		n := len(in.sheets) + 1 - offset
		s := sheet{division: d, body: body, recto: len(in.sheets)%2 == 0}
		switch {
		case in.folioOf != nil:
			s.folio = in.folioOf(len(in.sheets) + 1)
		case front:
			s.folio = config.RomanNumeral(n)
		default:
			s.folio = strconv.Itoa(n)
		}
		in.sheets = append(in.sheets, s)
	}
	for _, d := range in.divisions {
		if (d.recto || front && !d.front) && len(in.sheets)%2 == 1 {
			add(nil, 0)
		}
		d.side = typeset.Side(len(in.sheets) % 2) // the first page is a recto
		if front && !d.front {
			front, offset = false, len(in.sheets)
		}
		for i, names := range d.version.anchors {
			add(d, i)
			for _, name := range names {
				in.folios[name] = in.sheets[len(in.sheets)-1].folio
			}
		}
	}
	if len(in.sheets)%2 == 1 {
		add(nil, 0)
	}
	if pr := in.cfg.Printer; pr != nil && pr.Pages.LastBlank && in.sheets[len(in.sheets)-1].division != nil {
		add(nil, 0)
		add(nil, 0)
	}
}

// print makes the pages of the sheets, but for those that have been made before, and the page map.
func (in *interior) print() []*page.Page {
	in.restore()
	bleed := page.Length(0)
	if in.bleeds() {
		bleed = bleedWidth
	}
	in.made = make([]*printed, len(in.sheets))
	for i, s := range in.sheets {
		if s.division == nil {
			in.made[i] = in.memo.blank(sheetKey{folio: s.folio, bleed: bleed}, in.blank)
		}
	}
	parallel.Each(len(in.sheets), func(i int) {
		if in.made[i] == nil {
			in.made[i] = in.sheetPage(&in.sheets[i], bleed)
		}
	})
	pages := make([]*page.Page, len(in.sheets))
	for i, p := range in.made {
		pages[i] = p.page
	}
	in.mapPages()
	return pages
}

// blank returns a blank page.
func (in *interior) blank(key sheetKey) *printed {
	return &printed{key: key, page: &page.Page{Width: page.Length(in.cfg.Print.Width), Height: page.Length(in.cfg.Print.Height),
		Label: key.folio, Bleed: key.bleed}}
}

// sheetPage returns the page of a sheet that is not blank.
func (in *interior) sheetPage(s *sheet, bleed page.Length) *printed {
	d := s.division
	body := &d.version.bodies[s.body]
	key := sheetKey{folio: s.folio, recto: s.recto, bare: body.bare || d.bare, inner: in.inner, bleed: bleed}
	if !key.bare {
		key.head = in.headline(body, d, s.recto)
	}
	for _, p := range body.printed {
		if p.key == key {
			p.asked = in.memo.now
			return p
		}
	}
	p := &printed{key: key, asked: in.memo.now}
	p.page, p.long = in.page(body, key)
	if d.kind == pagemap.Chapter || d.kind == pagemap.Notes {
		p.lines = linesOf(p.page)
	}
	one := []*page.Page{p.page}
	if len(page.MissingGlyphs(one, nil, noPlace)) > 0 || len(page.OffPage(one, nil, func(int) diag.Pos { return diag.Pos{} })) > 0 {
		p.plain = p.page
	}
	if in.mirrored {
		turned := *p.page
		turned.Items = slices.Clone(turned.Items)
		page.Mirror(&turned)
		p.page = &turned
	}
	body.printed = append(body.printed, p)
	return p
}

// noPlace returns no place for the text of a page.
func noPlace(int, *page.Text, int) diag.Pos { return diag.Pos{} }

// mapPages makes the page map.
func (in *interior) mapPages() {
	in.places = make([]pagemap.Page, len(in.sheets))
	for i := range in.sheets {
		s, p := &in.sheets[i], &in.places[i]
		*p = pagemap.Page{Number: i + 1, Label: s.folio, Kind: pagemap.Blank}
		d := s.division
		if d == nil {
			continue
		}
		body := &d.version.bodies[s.body]
		p.Kind, p.ID, p.First, p.Start, p.Before, p.Lines = d.kind, d.id, s.body == 0, body.start, body.before, in.made[i].lines
		p.Anchors = authors(d.version.anchors[s.body])
	}
}

// authors returns the anchors that the author's links can lead to.
func authors(anchors []string) []string {
	return slices.DeleteFunc(slices.Clone(anchors), forNotes)
}

// faulty returns the pages with which something is wrong, as they were before they were mirrored, and their numbers from 0.
func (in *interior) faulty() (pages []*page.Page, numbers []int) {
	for i, p := range in.made {
		if p.plain != nil {
			pages, numbers = append(pages, p.plain), append(numbers, i)
		}
	}
	return pages, numbers
}
