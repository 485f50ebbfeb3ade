package interior

import (
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// matterPages are pages of front or back matter being set, such as a title page. Text that does not fit on one continues on
// the next.
type matterPages struct {
	*layout
	pageBody            // the page being set
	full     []pageBody // those before it
	pos      diag.Pos   // where what is set next was written
}

func (in *interior) matterPages() *matterPages {
	s := &matterPages{layout: in.layout(nil), pageBody: pageBody{bare: true, tree: &page.Node{Kind: page.NodeSect}}}
	s.layout.tree = s.pageBody.tree
	return s
}

// pages returns the pages that have been set.
func (m *matterPages) pages() []pageBody { return append(m.full, m.pageBody) }

// first and last are the baselines of the first and the last line of a full page.
func (m *matterPages) first() page.Length { return textstyle.Baseline(m.grid()) }
func (m *matterPages) last() page.Length  { return m.textHeight - m.grid() + m.first() }

// newPage goes on to a new page with the same properties.
func (m *matterPages) newPage() {
	m.full = append(m.full, m.pageBody)
	m.pageBody = pageBody{bare: m.bare, ground: m.ground, tree: m.pageBody.tree}
}

// put sets lines with the first baseline at y below the top of the text block and returns the baseline after the last.
func (m *matterPages) put(text string, d textstyle.Style, y, leading page.Length, align typeset.Alignment) page.Length {
	if text == "" {
		return y
	}
	if d.Node == nil {
		d.Node = m.pageBody.tree.Add(page.NodeParagraph)
	}
	return m.setText(text, d, y, leading, align)
}

// setText sets lines as put does, but adds no structure node of its own: without one in the style, the text is an artifact.
func (m *matterPages) setText(text string, d textstyle.Style, y, leading page.Length, align typeset.Alignment) page.Length {
	return m.lines(m.breakLines(text, d, align), 0, y, leading)
}

// breakLines breaks text into lines of the page's measure, and where the author broke it.
func (m *matterPages) breakLines(text string, d textstyle.Style, align typeset.Alignment) []typeset.Line {
	d.Solid = true
	var spans []typeset.Inline
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			spans = append(spans, typeset.Break{})
		}
		spans = append(spans, m.span(line, d))
	}
	return m.setParagraph(spans, typeset.Setting{Measure: m.textWidth, Align: align, Balanced: true})
}

// span returns a span of a text from book.toml.
func (m *matterPages) span(text string, d textstyle.Style) *typeset.Span {
	span := d.Span(text, m.pos)
	span.Offset = page.Made
	return span
}

// lines places lines at x with the first baseline at y, as many as fit, and the others on the next pages. It returns the
// baseline after the last line, on the last page.
func (m *matterPages) lines(lines []typeset.Line, x, y, leading page.Length) page.Length {
	for len(lines) > 0 {
		top := max(m.first(), textstyle.Baseline(leading))
		n := m.room(len(lines), y, leading)
		if y <= top {
			n = max(n, 1)
		}
		for _, l := range lines[:n] {
			for _, it := range l.Items {
				page.Shift(it, x, y)
				m.items = append(m.items, it)
			}
			y += leading
		}
		if lines = lines[n:]; len(lines) > 0 {
			m.newPage()
			y = top
		}
	}
	return y
}

// room returns how many of n lines fit on the page from y down. When not all of them fit, none is left alone at the foot of
// the page or at the head of the next.
func (m *matterPages) room(n int, y, leading page.Length) int {
	if y > m.last() {
		return 0
	}
	fit := int((m.last()-y)/leading) + 1
	if fit >= n {
		return n
	}
	if n-fit == 1 {
		fit--
	}
	if fit == 1 {
		return 0
	}
	return fit
}

// sinkage returns where the text of a page with little text begins.
func (m *matterPages) sinkage() page.Length { return m.textHeight / 4 }

// titleAlign returns the alignment of titles.
func (m *matterPages) titleAlign() typeset.Alignment { return aligned(m.style.Chapter.Align) }

// sunk sets text that begins at the sinkage of its page, or higher if it fits on one page only that way. Set places it at y
// and returns the baseline after it. Text that does not fit on one page continues on the next.
func (in *interior) sunk(set func(m *matterPages, y page.Length) page.Length) []pageBody {
	m := in.matterPages()
	if set(m, m.sinkage()); len(m.full) == 0 {
		return m.pages()
	}
	top := in.matterPages()
	end := set(top, top.first())
	if len(top.full) > 0 {
		return m.pages()
	}
	third := in.matterPages()
	set(third, third.first()+max(0, third.last()+third.grid()-end)/3)
	return third.pages()
}

// scaled sets a page with a title as sunk does, at the largest of the scales at which it fits on one page.
func (in *interior) scaled(set func(m *matterPages, scale, y page.Length) page.Length) (bodies []pageBody) {
	for _, scale := range textstyle.TitleScales {
		bodies = in.sunk(func(m *matterPages, y page.Length) page.Length { return set(m, scale, y) })
		if len(bodies) == 1 {
			break
		}
	}
	return bodies
}

func (in *interior) halfTitle() []pageBody {
	return in.sunk(func(m *matterPages, y page.Length) page.Length {
		m.pos = in.cfg.Where("book.title")
		d := m.body()
		d.Size = d.Size * 14 / 11
		return m.put(in.cfg.Book.Title, d.Label(), y, d.Size*3/2, m.titleAlign())
	})
}

func (in *interior) dedication() []pageBody {
	return in.sunk(func(m *matterPages, y page.Length) page.Length {
		m.pos = in.cfg.Where("book.dedication")
		d := m.body().Aside()
		d.Size = d.Size * 13 / 11
		return m.put(in.cfg.Book.Dedication, d, y, d.Size*3/2, m.titleAlign())
	})
}

// epigraph is the motto of the whole book.
func (in *interior) epigraph() []pageBody {
	return in.sunk(func(m *matterPages, y page.Length) page.Length {
		m.pos = in.cfg.Where("book.epigraph")
		y = m.put(in.cfg.Book.Epigraph, m.body().Aside(), y, m.grid(), m.titleAlign())
		by := in.cfg.Book.EpigraphBy
		if by == "" {
			return y
		}
		m.pos = in.cfg.Where("book.epigraph_by")
		return m.put("—\u2060"+strings.TrimLeft(by, "—–- "), m.body(), y+m.grid()/2, m.grid(), m.titleAlign())
	})
}

func (in *interior) partOpener(part *book.Part) []pageBody {
	return in.scaled(func(m *matterPages, scale, y page.Length) page.Length {
		m.pageBody.ground, m.pos = uint8(in.cfg.Style.Part.Ground), part.Pos
		m.items = append(m.items, &page.Anchor{Name: part.ID})
		y = m.put(in.cfg.Style.PartNumber(part.Number, in.cfg.Lang), m.body().Label().Inked(m.style, config.OnNumber), y, 3*m.grid(), m.titleAlign())
		m.pageBody.tree.Kind = page.NodePart
		title := m.titleStyle().In(m.pageBody.tree.Add(page.NodeH1))
		title.Size = title.Size * 5 / 4 * scale / 100
		return m.put(part.Title, title, y, title.Size*6/5, m.titleAlign())
	})
}
