package compose

import (
	"strings"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/manuscript"
	"octavo/cmd/octavo/internal/typeset"
)

// sheet is a page set piece by piece: title pages and the like.
type sheet struct {
	*setter
	leaf
}

func (in *interior) sheet() *sheet {
	s := &sheet{setter: in.setter(nil), leaf: leaf{bare: true, tree: &typeset.Node{Kind: typeset.NodeSect}}}
	s.setter.tree = s.leaf.tree
	return s
}

// put sets lines with the first baseline at y below the top of the text block and returns where the next would stand.
func (s *sheet) put(text string, d dress, y, leading typeset.Length, align typeset.Alignment) typeset.Length {
	if text == "" {
		return y
	}
	if d.node == nil {
		d.node = s.leaf.tree.Add(typeset.NodeParagraph)
	}
	return s.ornament(text, d, y, leading, align)
}

// ornament sets lines as put does, as content of nothing unless the dress says of what.
func (s *sheet) ornament(text string, d dress, y, leading typeset.Length, align typeset.Alignment) typeset.Length {
	d.solid = true
	for _, l := range typeset.SetParagraph([]typeset.Span{d.span(text, diag.Pos{})},
		typeset.Setting{Measure: s.textWidth, Align: align, Balanced: true}) {
		for _, it := range l.Items {
			typeset.Shift(it, 0, y)
			s.items = append(s.items, it)
		}
		y += leading
	}
	return y
}

// high is where the text of a page that has little of it begins.
func (s *sheet) high() typeset.Length { return s.textHeight / 4 }

// matter is how titles are aligned.
func (s *sheet) matter() typeset.Alignment { return aligned(s.style.Chapter.Align) }

func (in *interior) halfTitle() leaf {
	s := in.sheet()
	d := s.body()
	d.size = d.size * 14 / 11
	s.put(in.cfg.Book.Title, d.label(), s.high(), d.size*3/2, s.matter())
	return s.leaf
}

func (in *interior) titlePage() leaf {
	s := in.sheet()
	b := &in.cfg.Book
	d := s.body()
	title := d.faced(s.style.Chapter.Face)
	title.size = typeset.Length(s.style.Chapter.Size) * 34 / 22
	y := s.put(b.Title, title, s.high(), title.size*11/10, s.matter())
	sub := d.aside()
	sub.size = d.size * 15 / 11
	y = s.put(b.Subtitle, sub, y+s.grid()/2, sub.size*14/10, s.matter())
	author := d
	author.size = d.size * 14 / 11
	author = author.label()
	y += 3 * s.grid()
	for _, name := range b.Authors() {
		y = s.put(name, author, y, author.size*3/2, s.matter())
	}
	s.put(b.Edition, d.aside(), y+s.grid(), s.grid(), s.matter())
	s.put(b.Publisher, d.label(), s.textHeight-s.grid()/2, s.grid(), s.matter())
	return s.leaf
}

func (in *interior) dedication() leaf {
	s := in.sheet()
	d := s.body().aside()
	d.size = d.size * 13 / 11
	s.put(in.cfg.Book.Dedication, d, s.high(), d.size*3/2, s.matter())
	return s.leaf
}

// epigraph is the motto of the whole book.
func (in *interior) epigraph() leaf {
	s := in.sheet()
	d := s.body().aside()
	y := s.put(in.cfg.Book.Epigraph, d, s.high(), s.grid(), s.matter())
	if by := in.cfg.Book.EpigraphBy; by != "" {
		s.put("—\u2060"+strings.TrimLeft(by, "—–- "), s.body(), y+s.grid()/2, s.grid(), s.matter())
	}
	return s.leaf
}

func (in *interior) partOpener(part *manuscript.Part) leaf {
	s := in.sheet()
	s.items = append(s.items, &typeset.Anchor{Name: part.ID})
	d := s.body()
	n := 1
	for _, p := range in.book.Parts {
		if p == part {
			break
		}
		if p.Title != "" {
			n++
		}
	}
	y := s.put(in.cfg.Style.PartNumber(n, in.cfg.Book.Language), d.label(), s.high(), 3*s.grid(), s.matter())
	s.leaf.tree.Kind = typeset.NodePart
	title := s.titleDress().in(s.leaf.tree.Add(typeset.NodeH1))
	title.size = title.size * 5 / 4
	s.put(part.Title, title, y, title.size*6/5, s.matter())
	s.leaf.ground = uint8(in.cfg.Style.Part.Ground)
	return s.leaf
}
