package epub

import (
	"bytes"
	"math"
	"slices"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/indexes"
	"octavo/cmd/octavo/internal/pagemap"
)

// pageBreak is where a page of the printed book begins. EPUB Accessibility 1.1, section 3.3, asks that each be in the
// page list, and that the list say of which edition the pages are.
type pageBreak struct {
	label string
	page  *page // of the package
	at    int   // a chapter's: the offset in its source of the inline or block that the page begins with; an index's: its line
	word  int   // the byte of that inline's text
}

// Places in a chapter or an index that are not offsets.
const (
	before = -1          // before all of it
	after  = math.MaxInt // after all of it
)

// id returns the break's name on its page. No id of the model has a dot.
func (b *pageBreak) id() string { return "page." + b.label }

// paginate finds the place of every printed page. Blank pages, the half title, and pages without a counterpart in the
// package have none.
func (p *plan) paginate() {
	if p.assets.Pages == nil {
		return
	}
	sole := map[pagemap.Kind]*page{}
	chapters, parts, others := map[string]*page{}, map[string]*page{}, map[string]*page{}
	for _, pg := range p.pages {
		switch pg.kind {
		case titlePage:
			sole[pagemap.TitlePage] = pg
		case copyrightPage:
			sole[pagemap.Copyright] = pg
		case dedicationPage:
			sole[pagemap.Dedication] = pg
		case mottoPage:
			sole[pagemap.Epigraph] = pg
		case navPage:
			sole[pagemap.Contents] = pg
		case notesPage:
			sole[pagemap.Notes] = pg
		case colophonPage:
			sole[pagemap.Colophon] = pg
		case partPage:
			parts[pg.part.ID] = pg
		case chapterPage:
			chapters[pg.chapter.ID] = pg
		case themesPage:
			others[indexes.ThemeAnchor] = pg
		case firstWordsPage:
			others[pg.words.Anchor] = pg
		case subjectsPage:
			others[indexes.SubjectAnchor] = pg
		case coverPage:
		}
	}
	p.folios = map[string]string{}
	seen := map[string]bool{}
	for i := range p.assets.Pages.Pages {
		printed := &p.assets.Pages.Pages[i]
		for _, a := range printed.Anchors {
			p.folios[a] = printed.Label
		}
		var pg *page
		switch printed.Kind {
		case pagemap.Chapter:
			pg = chapters[printed.ID]
		case pagemap.PartTitle:
			pg = parts[printed.ID]
		case pagemap.Index:
			pg = others[printed.ID]
		default:
			pg = sole[printed.Kind]
		}
		if pg == nil || !validLabel(printed.Label) || seen[printed.Label] {
			continue
		}
		seen[printed.Label] = true
		b := pageBreak{label: printed.Label, page: pg, at: after}
		switch start := printed.Start; {
		case printed.First:
			b.at = before
		case pg.isIndex(), pg.kind == notesPage:
			b.at = printed.Before
		case pg.chapter == nil:
			b.at = before
		case start.IsValid() && start.Pos.Source == pg.chapter.Source:
			b.at, b.word = start.Pos.Offset, start.Offset
		}
		pg.breaks = append(pg.breaks, b)
	}
	for _, pg := range p.pages {
		if len(pg.breaks) > 0 && pg.chapter != nil {
			settle(pg.chapter, pg.breaks)
		}
	}
	for _, pg := range p.pages {
		p.breaks = append(p.breaks, pg.breaks...)
	}
	p.turns = make(map[string]*pageBreak, len(p.breaks))
	for i := range p.breaks {
		p.turns[p.breaks[i].label] = &p.breaks[i]
	}
}

// validLabel reports whether a folio may be part of an id: letters and digits, nothing else.
func validLabel(s string) bool {
	for _, c := range []byte(s) {
		if (c|0x20 < 'a' || c|0x20 > 'z') && (c < '0' || c > '9') {
			return false
		}
	}
	return s != ""
}

// settle makes the places of a chapter's breaks ascending. The interior records an attribution under its quotation, and
// generated text under its chapter. A page without words of its own, such as one with the rest of a footnote, begins
// with the next one.
func settle(c *book.Chapter, breaks []pageBreak) {
	said := map[int]int{} // where a quotation's attribution begins, by where the quotation does
	book.Walk(c.Blocks, func(b book.Block) {
		if q, ok := b.(*book.Quote); ok && len(q.Attribution) > 0 {
			said[q.Pos.Offset] = q.Attribution[0].Start().Offset
		}
	})
	for i := range breaks {
		b := &breaks[i]
		if at, ok := said[b.at]; ok {
			b.at, b.word = at, 0
		}
		if b.at == c.Pos.Offset && b.at != before {
			b.at, b.word = after, 0
		}
	}
	next := pageBreak{at: after}
	for i := len(breaks) - 1; i >= 0; i-- {
		b := &breaks[i]
		if b.at > next.at || b.at == next.at && b.word > next.word {
			b.at, b.word = next.at, next.word
		}
		next = *b
	}
}

// due reports whether the next page begins before byte end of the inline or block at an offset of the chapter's source.
func (w *writer) due(at, end int) bool {
	if len(w.breaks) == 0 || w.quiet {
		return false
	}
	b := &w.breaks[0]
	return b.at < at || b.at == at && b.word < end
}

// reach writes the breaks of all pages that begin before a place of the chapter, or with what stands there.
func (w *writer) reach(at int) {
	for w.due(at, 1) {
		w.turn()
	}
}

// run writes text that the author wrote, with the breaks of the pages that begin in it.
func (w *writer) run(pos diag.Pos, s string) {
	from := 0
	for w.due(pos.Offset, len(s)) {
		at := from
		if b := &w.breaks[0]; b.at == pos.Offset {
			at = max(from, b.word)
		}
		for at > from && !utf8.RuneStart(s[at]) {
			at--
		}
		w.text(s[from:at])
		w.turn()
		from = at
	}
	w.text(s[from:])
}

// turn writes the next page's break: before the heading or the link that is being written, else before the word.
func (w *writer) turn() {
	at := len(w.buf)
	if w.hold > 0 {
		at = w.hold
	}
	at = wordStart(w.buf, at)
	mark := w.breaks[0].mark("span")
	w.breaks = w.breaks[1:]
	w.buf = slices.Insert(w.buf, at, mark...)
	if w.hold > 0 {
		w.hold += len(mark)
	}
}

// reachLine writes the breaks of the pages that begin with a line of an index or before it.
func (w *writer) reachLine(i int) {
	for len(w.breaks) > 0 && w.breaks[0].at <= i {
		w.buf = append(w.buf, w.breaks[0].mark("span")...)
		w.breaks = w.breaks[1:]
	}
}

// turnAll writes the breaks that are left, between blocks.
func (w *writer) turnAll() {
	for _, b := range w.breaks {
		w.buf = append(append(w.buf, b.mark("div")...), '\n')
	}
	w.breaks = nil
}

// mark returns the break as an empty element: its label is not part of the text.
func (b *pageBreak) mark(element string) []byte {
	return []byte("<" + element + ` class="pagebreak" epub:type="pagebreak" role="doc-pagebreak" id="` + b.id() + `" aria-label="` +
		b.label + `"></` + element + ">")
}

// held keeps page breaks out of what f writes and puts them in front of it.
func (w *writer) held(f func()) {
	if outer := w.hold; outer == 0 {
		w.hold = len(w.buf)
		defer func() { w.hold = 0 }()
	}
	f()
}

// wordStart returns the last place up to at that does not divide a word: the beginning of the block's text, or after a
// blank or a dash. It ignores inline tags.
func wordStart(buf []byte, at int) int {
	for i := at; i > 0; {
		switch c := buf[i-1]; c {
		case ' ', '\n', '\t':
			return i
		case '>':
			open := bytes.LastIndexByte(buf[:i], '<')
			tag := buf[open+1 : i-1]
			if bytes.HasSuffix(buf[:i], []byte("></span>")) || bytes.HasPrefix(tag, []byte(`span class="line`)) || !flows(bytes.TrimPrefix(tag, []byte("/"))) {
				return i // after another page break, or at the beginning of the block, or of a line of verse or code
			}
			i = open
		default:
			if i == at && dashed(buf[:i]) {
				return i
			}
			i--
		}
	}
	return at
}

// dashed reports whether text ends in a dash after which a line may be broken. A hyphen does not count, since it is
// part of a word.
func dashed(buf []byte) bool {
	r, _ := utf8.DecodeLastRune(buf)
	return r == '–' || r == '—' || r == '…'
}

// flows reports whether a tag is an inline one.
func flows(tag []byte) bool {
	name, _, _ := bytes.Cut(bytes.TrimSuffix(tag, []byte("/")), []byte(" "))
	switch string(name) {
	case "a", "em", "strong", "s", "code", "span", "sup", "img":
		return true
	}
	return false
}

// pageList writes the page list of the printed book, which is hidden and meant for reading systems.
func (w *writer) pageList() {
	if len(w.plan.breaks) == 0 {
		return
	}
	w.raw("<nav class=\"pages\" epub:type=\"page-list\" role=\"doc-pagelist\" aria-labelledby=\"pages-title\" hidden=\"hidden\">\n")
	w.raw("<h2 id=\"pages-title\">")
	w.text(w.plan.cfg.Lang.Ebook.PrintedPages)
	w.raw("</h2>\n<ol>\n")
	for i := range w.plan.breaks {
		b := &w.plan.breaks[i]
		w.raw("<li><a")
		w.attr("href", b.page.href()+"#"+b.id())
		w.raw(">")
		w.text(b.label)
		w.raw("</a></li>\n")
	}
	w.raw("</ol>\n</nav>\n")
}

// pageTargets writes the page list in the form of EPUB 2. Its play order continues that of the table of contents.
func (w *writer) pageTargets(played int) {
	if len(w.plan.breaks) == 0 {
		return
	}
	w.raw("<pageList>\n<navLabel><text>")
	w.text(w.plan.cfg.Lang.Ebook.Pages)
	w.raw("</text></navLabel>\n")
	for i := range w.plan.breaks {
		b := &w.plan.breaks[i]
		w.raw("<pageTarget")
		w.attr("id", "p"+itoa(i+1))
		kind, value := b.number()
		w.attr("type", kind)
		w.attr("value", itoa(value))
		w.attr("playOrder", itoa(played+i+1))
		w.raw("><navLabel><text>" + b.label + "</text></navLabel><content")
		w.attr("src", b.page.href()+"#"+b.id())
		w.raw("/></pageTarget>\n")
	}
	w.raw("</pageList>\n")
}

// number returns the type and value of a page label: "front" for roman numbers.
func (b *pageBreak) number() (kind string, value int) {
	kind = "normal"
	for _, c := range []byte(b.label) {
		if c >= '0' && c <= '9' {
			value = value*10 + int(c-'0')
			continue
		}
		kind = "front"
	}
	if kind == "normal" {
		return kind, value
	}
	value = 0
	worth := map[byte]int{'i': 1, 'v': 5, 'x': 10, 'l': 50, 'c': 100, 'd': 500, 'm': 1000}
	for i := range len(b.label) {
		n := worth[b.label[i]|0x20]
		if i+1 < len(b.label) && n < worth[b.label[i+1]|0x20] {
			n = -n
		}
		value += n
	}
	return kind, value
}

// lastPage returns the highest arabic page number, 0 without any.
func (p *plan) lastPage() int {
	last := 0
	for i := range p.breaks {
		if kind, n := p.breaks[i].number(); kind == "normal" {
			last = max(last, n)
		}
	}
	return last
}
