package interior

import (
	"slices"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pagemap"
	"octavo/cmd/octavo/internal/parallel"
	"octavo/cmd/octavo/internal/typeset"
)

// division is a sequence of pages that belong together: a chapter, the title page, the contents.
type division struct {
	name   any    // what it is, of all divisions and all states of the book: a *book.Chapter for a chapter
	from   []any  // what it is set from beside that, the configuration and what it asks; values that can be compared
	title  string // for the running heads
	part   string // the title of the part it is in, for the running heads
	partOf *book.Part
	recto  bool // it starts on a recto
	front  bool // its folios are roman
	bare   bool // its pages have neither running head nor folio
	kind   pagemap.Kind
	id     string // its anchor, "" for none

	chapter *book.Chapter              // nil: not a chapter
	alone   bool                       // it is set without a layout: it names no folio, and its side makes no difference
	make    func(l *layout) []pageBody // sets it; l is nil where it is alone

	side    typeset.Side // of its first page, as of the last numbering
	version *version     // as it was set last
}

// version is a division as it was set once. It is a function of what a division is set from, the margin at the spine, the side of
// its first page, and the answers to what was asked: where all of these are the same it need not be set again. It is not modified
// once it is set, but for what it keeps.
type version struct {
	from    []any
	inner   page.Length
	side    typeset.Side
	folios  map[string]string // that its text names, by anchor
	answers map[question]any  // to what else was asked

	anchors [][]string // of each of its pages
	bodies  []pageBody // its pages; nil: they have not been kept
	tree    *page.Node // the structure of what was set
	faults  diag.List  // typographic warnings

	asked, printed int // the last settings of the book that needed it, and that printed its pages; see memo
}

// set sets every division that has not been set, or that names a folio that has changed since.
func (in *interior) set() {
	if in.notes == nil {
		var chapters []*book.Chapter
		for _, d := range in.divisions {
			if d.chapter != nil {
				chapters = append(chapters, d.chapter)
			}
		}
		in.notes = in.plansOf(chapters)
	}
	var todo []*division
	for _, d := range in.divisions {
		if !in.stale(d) {
			continue
		}
		if d.version = in.memo.version(in, d); d.version == nil {
			todo = append(todo, d)
		}
	}
	in.setAll(todo, func(d *division) {
		d.version = &version{from: d.from, inner: in.inner, side: d.side}
		in.setVersion(d, d.version)
	})
	for _, d := range todo {
		in.memo.add(d)
	}
}

// restore sets the divisions again whose pages have not been kept.
func (in *interior) restore() {
	var todo []*division
	for _, d := range in.divisions {
		if d.version.bodies == nil {
			todo = append(todo, d)
		}
	}
	in.setAll(todo, func(d *division) { in.setVersion(d, d.version) })
}

// setAll calls set for divisions, side by side: the longest first, so that no worker is left alone with it at the end.
func (in *interior) setAll(todo []*division, set func(d *division)) {
	slices.SortStableFunc(todo, func(a, b *division) int { return b.weight() - a.weight() })
	parallel.Each(len(todo), func(i int) { set(todo[i]) })
}

func (d *division) weight() int {
	if d.chapter == nil || d.chapter.Source == nil {
		return 0
	}
	return len(d.chapter.Source.Text)
}

// stale reports whether d must be set, given the current folios and sides.
func (in *interior) stale(d *division) bool {
	if d.version == nil || in.sided && !d.alone && d.side != d.version.side {
		return true
	}
	for id, f := range d.version.folios {
		if in.folios[id] != f {
			return true
		}
	}
	return false
}

func (in *interior) settled() bool { return !slices.ContainsFunc(in.divisions, in.stale) }

// setVersion sets a version of a division. One that has been set before comes out as it was.
func (in *interior) setVersion(d *division, v *version) {
	asks := &asker{in: in, folios: v.folios, answers: v.answers}
	if d.alone {
		if v.bodies = d.make(nil); len(v.bodies) > 0 {
			v.tree = v.bodies[0].tree
		}
	} else {
		l := in.layout(d.chapter)
		if l.book, l.side = asks, v.side; d.chapter == nil || in.memo.now > 1 { // what is built once need not be kept
			l.paragraphs = in.memo.paragraphs
		}
		l.tree, l.base = &page.Node{Kind: page.NodeSect}, 1
		if d.part != "" { // the part's title stands above it
			l.base = 2
		}
		v.bodies = d.make(l)
		asks.findEntries(v.bodies)
		v.tree, v.faults = l.tree, l.faults
	}
	v.folios, v.answers, v.anchors = asks.folios, asks.answers, make([][]string, len(v.bodies))
	for i := range v.bodies {
		v.anchors[i] = anchorsOf(v.bodies[i].items)
	}
}

// anchorsOf returns the names of the anchors among the items of a page.
func anchorsOf(items []page.Item) (names []string) {
	for _, it := range page.Placed(items) {
		if a, ok := it.(*page.Anchor); ok {
			names = append(names, a.Name)
		}
	}
	return names
}
