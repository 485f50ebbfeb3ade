package interior

import (
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// sheet is text set piece by piece, which continues overleaf where a page is full: title pages and the like.
type sheet struct {
	*layout
	pageBody            // the page being set
	full     []pageBody // those before it
	pos      diag.Pos   // where what is set next was written
}

func (in *interior) sheet() *sheet {
	s := &sheet{layout: in.layout(nil), pageBody: pageBody{bare: true, tree: &page.Node{Kind: page.NodeSect}}}
	s.layout.tree = s.pageBody.tree
	return s
}

// leaves are the pages that have been set.
func (s *sheet) leaves() []pageBody { return append(s.full, s.pageBody) }

// first and last are the baselines of the first and the last line of a full page.
func (s *sheet) first() page.Length { return textstyle.Baseline(s.grid()) }
func (s *sheet) last() page.Length  { return s.textHeight - s.grid() + s.first() }

// turn goes on to the next page, which looks like this one.
func (s *sheet) turn() {
	s.full = append(s.full, s.pageBody)
	s.pageBody = pageBody{bare: s.bare, ground: s.ground, tree: s.pageBody.tree}
}

// put sets lines with the first baseline at y below the top of the text block and returns where the next would stand.
func (s *sheet) put(text string, d textstyle.Style, y, leading page.Length, align typeset.Alignment) page.Length {
	if text == "" {
		return y
	}
	if d.Node == nil {
		d.Node = s.pageBody.tree.Add(page.NodeParagraph)
	}
	return s.ornament(text, d, y, leading, align)
}

// ornament sets lines as put does, as content of nothing unless the dress says of what.
func (s *sheet) ornament(text string, d textstyle.Style, y, leading page.Length, align typeset.Alignment) page.Length {
	return s.lines(s.broken(text, d, align), 0, y, leading)
}

// broken is a text in lines of the page's measure.
func (s *sheet) broken(text string, d textstyle.Style, align typeset.Alignment) []typeset.Line {
	d.Solid = true
	return typeset.SetParagraph([]typeset.Inline{s.written(text, d)}, typeset.Setting{Measure: s.textWidth, Align: align, Balanced: true})
}

// written dresses a text of book.toml.
func (s *sheet) written(text string, d textstyle.Style) *typeset.Span {
	span := d.Span(text, s.pos)
	span.Offset = page.Made
	return span
}

// lines puts lines at x with the first baseline at y, as many as there is room for, and the others overleaf. It returns
// where the next would stand, on the last page.
func (s *sheet) lines(lines []typeset.Line, x, y, leading page.Length) page.Length {
	for len(lines) > 0 {
		top := max(s.first(), textstyle.Baseline(leading))
		n := s.room(len(lines), y, leading)
		if y <= top {
			n = max(n, 1)
		}
		for _, l := range lines[:n] {
			for _, it := range l.Items {
				page.Shift(it, x, y)
				s.items = append(s.items, it)
			}
			y += leading
		}
		if lines = lines[n:]; len(lines) > 0 {
			s.turn()
			y = top
		}
	}
	return y
}

// room is how many of n lines stand on the page from y down. Of those that do not all fit, none stands alone at the foot
// of the page or at the head of the next.
func (s *sheet) room(n int, y, leading page.Length) int {
	if y > s.last() {
		return 0
	}
	fit := int((s.last()-y)/leading) + 1
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

// high is where the text of a page that has little of it begins.
func (s *sheet) high() page.Length { return s.textHeight / 4 }

// matter is how titles are aligned.
func (s *sheet) matter() typeset.Alignment { return aligned(s.style.Chapter.Align) }

// sunk sets text that begins high on its page, nearer to the head if it fits on one page only so. Set puts it at y, and
// returns where the next line would stand. What no page holds continues overleaf.
func (in *interior) sunk(set func(s *sheet, y page.Length) page.Length) []pageBody {
	s := in.sheet()
	if set(s, s.high()); len(s.full) == 0 {
		return s.leaves()
	}
	top := in.sheet()
	end := set(top, top.first())
	if len(top.full) > 0 {
		return s.leaves()
	}
	third := in.sheet()
	set(third, third.first()+max(0, third.last()+third.grid()-end)/3)
	return third.leaves()
}

// scaled sets a page with a title on it as sunk does, in the largest of the scales in which one page holds it.
func (in *interior) scaled(set func(s *sheet, scale, y page.Length) page.Length) (leaves []pageBody) {
	for _, scale := range textstyle.TitleScales {
		leaves = in.sunk(func(s *sheet, y page.Length) page.Length { return set(s, scale, y) })
		if len(leaves) == 1 {
			break
		}
	}
	return leaves
}

func (in *interior) halfTitle() []pageBody {
	return in.sunk(func(s *sheet, y page.Length) page.Length {
		s.pos = in.cfg.Where("book.title")
		d := s.body()
		d.Size = d.Size * 14 / 11
		return s.put(in.cfg.Book.Title, d.Label(), y, d.Size*3/2, s.matter())
	})
}

func (in *interior) titlePage() []pageBody {
	b := &in.cfg.Book
	return in.scaled(func(s *sheet, scale, y page.Length) page.Length {
		d := s.body()
		title := d.Faced(s.style.Chapter.Face)
		title.Size = page.Length(s.style.Chapter.Size) * 34 / 22 * scale / 100
		s.pos = in.cfg.Where("book.title")
		y = s.put(b.Title, title, y, title.Size*11/10, s.matter())
		sub := d.Aside()
		sub.Size = d.Size * 15 / 11 * max(scale, 80) / 100
		s.pos = in.cfg.Where("book.subtitle")
		y = s.put(b.Subtitle, sub, y+s.grid()/2, sub.Size*14/10, s.matter())
		author := d
		author.Size = d.Size * 14 / 11 * max(scale, 80) / 100
		author = author.Label()
		y += 3 * s.grid() * scale / 100
		s.pos = in.cfg.Where("book.authors")
		for _, name := range b.Authors() {
			y = s.put(name, author, y, author.Size*3/2, s.matter())
		}
		s.pos = in.cfg.Where("book.edition")
		if y = s.put(b.Edition, d.Aside(), y+s.grid(), s.grid(), s.matter()); b.Publisher == "" {
			return y
		}
		s.pos = in.cfg.Where("book.publisher")
		publisher := d.Label()
		publisher.Node = s.pageBody.tree.Add(page.NodeParagraph)
		lines := s.broken(b.Publisher, publisher, s.matter())
		foot := s.textHeight - s.grid()/2 - page.Length(len(lines)-1)*s.grid()
		return s.lines(lines, 0, max(y, foot), s.grid())
	})
}

func (in *interior) dedication() []pageBody {
	return in.sunk(func(s *sheet, y page.Length) page.Length {
		s.pos = in.cfg.Where("book.dedication")
		d := s.body().Aside()
		d.Size = d.Size * 13 / 11
		return s.put(in.cfg.Book.Dedication, d, y, d.Size*3/2, s.matter())
	})
}

// epigraph is the motto of the whole book.
func (in *interior) epigraph() []pageBody {
	return in.sunk(func(s *sheet, y page.Length) page.Length {
		s.pos = in.cfg.Where("book.epigraph")
		y = s.put(in.cfg.Book.Epigraph, s.body().Aside(), y, s.grid(), s.matter())
		by := in.cfg.Book.EpigraphBy
		if by == "" {
			return y
		}
		s.pos = in.cfg.Where("book.epigraph_by")
		return s.put("—\u2060"+strings.TrimLeft(by, "—–- "), s.body(), y+s.grid()/2, s.grid(), s.matter())
	})
}

func (in *interior) partOpener(part *book.Part) []pageBody {
	n := 1
	for _, p := range in.book.Parts {
		if p == part {
			break
		}
		if p.Title != "" {
			n++
		}
	}
	return in.scaled(func(s *sheet, scale, y page.Length) page.Length {
		s.pageBody.ground, s.pos = uint8(in.cfg.Style.Part.Ground), part.Pos
		s.items = append(s.items, &page.Anchor{Name: part.ID})
		y = s.put(in.cfg.Style.PartNumber(n, in.cfg.Book.Language), s.body().Label(), y, 3*s.grid(), s.matter())
		s.pageBody.tree.Kind = page.NodePart
		title := s.titleDress().In(s.pageBody.tree.Add(page.NodeH1))
		title.Size = title.Size * 5 / 4 * scale / 100
		return s.put(part.Title, title, y, title.Size*6/5, s.matter())
	})
}
