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
	return &sheet{setter: in.setter(nil), leaf: leaf{bare: true}}
}

// put sets lines with the first baseline at y below the top of the text block and returns where the next would stand.
func (s *sheet) put(text string, d dress, y, leading typeset.Length, align typeset.Alignment) typeset.Length {
	if text == "" {
		return y
	}
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

func (in *interior) halfTitle() leaf {
	s := in.sheet()
	d := s.body()
	d.size = d.size * 14 / 11
	s.put(in.cfg.Book.Title, d.smallCaps(), s.textHeight/4, d.size*3/2, typeset.Centered)
	return s.leaf
}

func (in *interior) titlePage() leaf {
	s := in.sheet()
	b := &in.cfg.Book
	d := s.body()
	title := d
	title.size = d.size * 34 / 11
	y := s.put(b.Title, title, s.textHeight/4, title.size*11/10, typeset.Centered)
	sub := d
	sub.size, sub.italic = d.size*15/11, true
	y = s.put(b.Subtitle, sub, y+s.grid()/2, sub.size*14/10, typeset.Centered)
	author := d.smallCaps()
	author.size = d.size * 14 / 11
	author.tracking = author.size / 12
	y += 3 * s.grid()
	for _, name := range b.Authors() {
		y = s.put(name, author, y, author.size*3/2, typeset.Centered)
	}
	if b.Edition != "" {
		edition := d
		edition.italic = true
		s.put(b.Edition, edition, y+s.grid(), s.grid(), typeset.Centered)
	}
	press := d.smallCaps()
	s.put(b.Publisher, press, s.textHeight-s.grid()/2, s.grid(), typeset.Centered)
	return s.leaf
}

func (in *interior) copyrightPage() leaf {
	s := in.sheet()
	b := &in.cfg.Book
	d := s.body()
	d.size = typeset.Length(in.cfg.Style.Note.Size)
	leading := typeset.Length(in.cfg.Style.Note.Leading) + typeset.Pt
	title := b.Title
	if b.Subtitle != "" {
		title += ": " + b.Subtitle
	}
	groups := [][]string{
		{title, strings.Join(b.Authors(), ", ")},
		{b.Rights, b.Publisher, b.Edition},
		{isbn("", b.ISBN.Print), isbn(" (EPUB)", b.ISBN.Epub)},
		{strings.Join(b.Subjects, " · ")},
		{"Set in " + in.fonts.Regular.Family + " and paginated by octavo."},
	}
	block := func(s *sheet, y typeset.Length) typeset.Length {
		for _, g := range groups {
			from := y
			for _, l := range g {
				y = s.put(l, d, y, leading, typeset.RaggedRight)
			}
			if y > from {
				y += leading / 2
			}
		}
		return y - leading/2
	}
	height := block(in.sheet(), 0) // the block ends where the text of other pages ends
	block(s, s.textHeight-height+leading-(s.grid()-baseline(s.grid())))
	return s.leaf
}

func isbn(what, number string) string {
	if number == "" {
		return ""
	}
	return "ISBN " + number + what
}

func (in *interior) dedication() leaf {
	s := in.sheet()
	d := s.body()
	d.italic = true
	d.size = d.size * 13 / 11
	s.put(in.cfg.Book.Dedication, d, s.textHeight/4, d.size*3/2, typeset.Centered)
	return s.leaf
}

func (in *interior) partOpener(part *manuscript.Part) leaf {
	s := in.sheet()
	s.items = append(s.items, &typeset.Anchor{Name: part.ID})
	d := s.body()
	number := d.smallCaps()
	n := 1
	for _, p := range in.book.Parts {
		if p == part {
			break
		}
		if p.Title != "" {
			n++
		}
	}
	y := s.put("part "+roman(n), number, s.textHeight/4, 3*s.grid(), typeset.Centered)
	title := d
	title.size = typeset.Length(in.cfg.Style.Chapter.Size) * 5 / 4
	s.put(part.Title, title, y, title.size*6/5, typeset.Centered)
	return s.leaf
}

// The contents.
const (
	contentsTitle  = "Contents"
	contentsAnchor = "octavo.contents"
)

// contents sets the table of contents: parts, and chapters with their pages.
func (in *interior) contents(s *setter) *column {
	c := s.column(s.textWidth)
	c.opening("", []typeset.Span{s.titleDress().span(contentsTitle, diag.Pos{})}, contentsAnchor)
	chapter := func(ch *manuscript.Chapter) {
		c.contentsLine(ch.Number, s.spans(withoutNotes(ch.Title), s.body()), ch.ID)
	}
	for _, ch := range in.book.Front {
		chapter(ch)
	}
	if len(in.book.Front) > 0 {
		c.skip(c.leading)
	}
	for _, part := range in.book.Parts {
		if part.Title != "" {
			c.skip(c.leading)
			d := s.body().smallCaps()
			d.anchor = part.ID
			c.set([]typeset.Span{d.span(part.Title, part.Pos)}, typeset.Setting{Measure: s.textWidth, Align: typeset.RaggedRight})
			c.keep()
		}
		for _, ch := range part.Chapters {
			chapter(ch)
		}
	}
	c.skip(c.leading)
	for _, ch := range in.book.Back {
		chapter(ch)
	}
	if len(in.listed()) > 0 {
		c.contentsLine(0, []typeset.Span{s.body().span(indexTitle, diag.Pos{})}, indexAnchor)
	}
	return c
}

// contentsLine sets one line of the contents: number, title, and the folio at the right.
func (c *column) contentsLine(number int, title []typeset.Span, anchor string) {
	step := c.dress.size * 2
	for i := range title {
		title[i].Anchor, title[i].URL = anchor, ""
	}
	from := len(c.flow)
	lines := typeset.SetParagraph(title, typeset.Setting{Measure: c.textWidth - 2*step - step, Align: typeset.RaggedRight, Balanced: true})
	c.left = step
	c.together(lines)
	c.left = 0
	if from == len(c.flow) {
		return
	}
	rows := c.flow[from].Ways[0].Rows
	d := c.dress
	d.anchor = anchor
	put := func(text string, measure, x typeset.Length, align typeset.Alignment, row *typeset.Row) {
		for _, l := range typeset.SetParagraph([]typeset.Span{d.span(text, diag.Pos{})}, typeset.Setting{Measure: measure, Align: align}) {
			for _, it := range l.Items {
				typeset.Shift(it, x, baseline(c.leading))
				row.Items = append(row.Items, it)
			}
		}
	}
	if number > 0 {
		put(itoa(number), step*3/4, 0, typeset.RaggedLeft, &rows[0])
	}
	put(c.page(anchor), 2*step, c.textWidth-2*step, typeset.RaggedLeft, &rows[len(rows)-1])
}

// withoutNotes leaves out the marks of footnotes: a title in the contents or a running head has none.
func withoutNotes(ins []manuscript.Inline) []manuscript.Inline {
	var out []manuscript.Inline
	for _, in := range ins {
		switch in := in.(type) {
		case *manuscript.NoteMark:
		case *manuscript.Link: // a link inside the link to the chapter
			out = append(out, withoutNotes(in.Text)...)
		case *manuscript.LineBreak:
			out = append(out, &manuscript.Text{Pos: in.Pos, Value: " "})
		default:
			out = append(out, in)
		}
	}
	return out
}
