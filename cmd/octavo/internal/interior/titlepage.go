package interior

import (
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/ornament"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// titlePage sets the title page in the layout of the style.
func (in *interior) titlePage() []pageBody {
	if in.cfg.Style.Title.Layout == config.OldStyle {
		for _, scale := range textstyle.TitleScales {
			if m := in.matterPages(); m.oldTitle(in, scale) {
				return m.pages()
			}
		}
	}
	return in.scaled(func(m *matterPages, scale, y page.Length) page.Length { return m.plainTitle(in, scale, y) })
}

// plainTitle sets the title page from y down, the publisher at the foot with the device above, and returns the baseline after it.
func (m *matterPages) plainTitle(in *interior, scale, y page.Length) page.Length {
	b := &in.cfg.Book
	d := m.body()
	title := m.titleInk(d.Faced(m.style.Chapter.Face), config.InTitle)
	title.Size = page.Length(m.style.Chapter.Size) * 34 / 22 * scale / 100
	m.pos = in.cfg.Where("book.title")
	y = m.put(b.Title, title, y, title.Size*11/10, m.titleAlign())
	sub := m.titleInk(d.Aside(), config.InSubtitle)
	sub.Size = d.Size * 15 / 11 * max(scale, 80) / 100
	m.pos = in.cfg.Where("book.subtitle")
	y = m.put(b.Subtitle, sub, y+m.grid()/2, sub.Size*14/10, m.titleAlign())
	author := d
	author.Size = d.Size * 14 / 11 * max(scale, 80) / 100
	author = m.titleInk(author.Label(), config.InAuthor)
	y += 3 * m.grid() * scale / 100
	m.pos = in.cfg.Where("book.authors")
	for _, name := range b.Authors() {
		y = m.put(name, author, y, author.Size*3/2, m.titleAlign())
	}
	m.pos = in.cfg.Where("book.edition")
	y = m.put(b.Edition, d.Aside(), y+m.grid(), m.grid(), m.titleAlign())
	foot := m.textHeight + m.grid()/2
	var lines []typeset.Line
	if b.Publisher != "" {
		m.pos = in.cfg.Where("book.publisher")
		publisher := m.titleInk(d.Label(), config.InPublisher)
		publisher.Node = m.pageBody.tree.Add(page.NodeParagraph)
		lines = m.breakLines(b.Publisher, publisher, m.titleAlign())
		foot -= page.Length(len(lines)) * m.grid()
	}
	m.device(in.book.Device, y, foot-2*m.grid())
	return m.lines(lines, 0, max(y, foot), m.grid())
}

// titleInk returns d in the second ink where the style has a line of the title page in it.
func (m *matterPages) titleInk(d textstyle.Style, line string) textstyle.Style {
	if m.style.Ink.Has() && slices.Contains(m.style.Title.Ink, line) {
		d.Color = textstyle.SecondInk(m.style)
	}
	return d
}

// The device stands between what is above it and what is below with at least a line of white to each; it is at most so high, in
// lines, and a picture of it a third as wide as the text.
const (
	deviceLines   = 6
	signLines     = 3
	deviceSurface = 3
)

// device draws the device, the author's own picture or the style's sign, so that its foot is at bottom, where it has room under top. It
// reports whether there is one.
func (m *matterPages) device(pic *book.Picture, top, bottom page.Length) bool {
	items, w, h := m.drawDevice(pic)
	if len(items) == 0 || bottom-h < top {
		return false
	}
	x := page.Length(0)
	if m.titleAlign() == typeset.Centered {
		x = (m.textWidth - w) / 2
	}
	for _, it := range items {
		page.Shift(it, x, bottom-h)
		m.items = append(m.items, it)
	}
	return true
}

// drawDevice draws the device at the origin.
func (m *matterPages) drawDevice(pic *book.Picture) (items []page.Item, w, h page.Length) {
	if pic != nil && pic.Width > 0 && pic.Height > 0 {
		w, h = natural(pic)
		if most := m.textWidth / deviceSurface; w > most {
			w, h = most, h*most/w
		}
		if most := deviceLines * m.grid(); h > most {
			w, h = w*most/h, most
		}
		return []page.Item{&page.Image{W: max(w, 1), H: max(h, 1), Picture: m.book.picture(pic.Path)}}, w, h
	}
	signs := m.signs()
	if m.style.Title.Device != config.Sign || len(signs) == 0 {
		return nil, 0, 0
	}
	h = signLines * m.grid()
	w = signs[0].Width(h)
	if w > h {
		w, h = h, signs[0].High(h)
	}
	ink := m.titleInk(textstyle.Style{Color: page.Black}, config.InDevice).Color
	return []page.Item{signs[0].Path(w/2, h/2, max(w, h), ornament.Upright, ink)}, w, h
}

// oldTitle sets the title page as printers did from Aldus to the fine presses: lines in letterspaced capitals, each of a size that
// goes with its weight and shorter than the one above it, over the whole height of the page, with the device between the author and
// the imprint. It reports whether the page holds it.
func (m *matterPages) oldTitle(in *interior, scale page.Length) bool {
	b := &in.cfg.Book
	d := m.body()
	m.pos = in.cfg.Where("book.title")
	y := m.capitals(b.Title, m.titleInk(d, config.InTitle), page.Length(m.style.Chapter.Size)*2*scale/100, m.first()+m.grid())
	m.pos = in.cfg.Where("book.subtitle")
	if b.Subtitle != "" {
		sub := m.titleInk(d.Aside(), config.InSubtitle)
		sub.Size = d.Size * 14 / 10 * max(scale, 80) / 100
		y = m.tapered(b.Subtitle, sub, y+m.grid()/2, sub.Size*13/10)
	}
	y = m.shortRule(y + m.grid()/2)
	m.pos = in.cfg.Where("book.authors")
	author := d
	author.Size = d.Size * 13 / 10 * max(scale, 80) / 100
	for _, name := range b.Authors() {
		y = m.put(name, m.titleInk(author.Label(), config.InAuthor), y, author.Size*3/2, typeset.Centered)
	}
	m.pos = in.cfg.Where("book.edition")
	y = m.put(b.Edition, d.Aside(), y+m.grid()/2, m.grid(), typeset.Centered)

	foot := m.last() + m.grid() // the baseline after the imprint
	year := ""
	if b.Dated() {
		year = strings.ToUpper(config.RomanNumeral(b.Date.Year()))
		foot -= m.grid()
	}
	m.pos = in.cfg.Where("book.publisher")
	var lines []typeset.Line
	if b.Publisher != "" {
		publisher := m.titleInk(d.Label(), config.InPublisher)
		publisher.Node = m.pageBody.tree.Add(page.NodeParagraph)
		lines = m.breakLines(b.Publisher, publisher, typeset.Centered)
		foot -= page.Length(len(lines)) * m.grid()
	}
	if len(m.full) > 0 || y > foot {
		return false
	}
	m.deviceBetween(in.book.Device, y, foot-m.grid())
	y = m.lines(lines, 0, foot, m.grid())
	m.pos = in.cfg.Where("book.date")
	m.put(year, m.titleInk(d.SmallCaps(), config.InYear), y, m.grid(), typeset.Centered)
	return len(m.full) == 0
}

// deviceBetween draws the device in the white from one baseline to the next but one, above the middle by the golden section, as the
// eye has it.
func (m *matterPages) deviceBetween(pic *book.Picture, above, below page.Length) {
	_, _, h := m.drawDevice(pic)
	if free := below - above - h; free >= 0 {
		m.device(pic, above, above+free*618/1618+h)
	}
}

// shortRule draws a thin rule of a fifth of the measure and returns the baseline for what follows.
func (m *matterPages) shortRule(y page.Length) page.Length {
	w := m.textWidth / 5
	m.items = append(m.items, &page.Rule{X: (m.textWidth - w) / 2, Y: y - m.grid()/2, W: w, H: page.Pt * 3 / 4, Color: page.Black})
	return y + m.grid()
}

// capitals sets a title in letterspaced capitals, the first line as large as most or as fills the measure, each after it four fifths
// as large as the one above. They are small capitals, so that a reader of the file finds the title as it was written.
func (m *matterPages) capitals(text string, d textstyle.Style, most, y page.Length) page.Length {
	d.Node = m.pageBody.tree.Add(page.NodeParagraph)
	lines := strings.Split(text, "\n")
	at := func(size page.Length) textstyle.Style {
		s := d.Sized(size).SmallCaps()
		s.Tracking = size / 10
		return s
	}
	if len(lines) == 1 {
		lines = m.titleLines(text, func(words string) page.Length { return typeset.Width(words, at(most).Span("", m.pos)) })
	}
	size := most
	for i, line := range lines {
		if i > 0 {
			size = size * 4 / 5
		}
		if w := typeset.Width(line, at(size).Span("", m.pos)); w > m.textWidth {
			size = size * m.textWidth / w
		}
		if i > 0 {
			y += size * 11 / 10
		} else {
			y = max(y, size*7/10)
		}
		span := m.span(line, at(size))
		span.Solid = true
		set := typeset.SetParagraph([]typeset.Inline{span}, typeset.Setting{Measure: m.textWidth * 11 / 10, Align: typeset.Centered})
		for _, it := range set[0].Items {
			page.Shift(it, -m.textWidth/20+at(size).Tracking/2, y)
			m.items = append(m.items, it)
		}
	}
	return y + m.grid()*3/2
}

// titleLines divides a title into the lines of a shape that narrows downwards: one line where that fits at half the size.
func (m *matterPages) titleLines(text string, width func(words string) page.Length) []string {
	words := strings.Fields(text)
	if len(words) == 0 || width(text) <= 2*m.textWidth {
		return []string{strings.Join(words, " ")}
	}
	return taper(words, width, width("a a")-2*width("a"), m.textWidth)
}

// taper divides words into lines that grow shorter; see [typeset.Taper].
func taper(words []string, width func(word string) page.Length, space, measure page.Length) (lines []string) {
	widths := make([]page.Length, len(words))
	for i, w := range words {
		widths[i] = width(w)
	}
	from := 0
	for _, to := range typeset.Taper(widths, space, measure) {
		lines = append(lines, strings.Join(words[from:to], " "))
		from = to
	}
	return lines
}

// tapered sets a text centred in lines that grow shorter, and returns the baseline after it.
func (m *matterPages) tapered(text string, d textstyle.Style, y, leading page.Length) page.Length {
	width := func(words string) page.Length { return typeset.Width(words, d.Span("", m.pos)) }
	lines := taper(strings.Fields(text), width, width(" "), m.textWidth*2/3)
	return m.put(strings.Join(lines, "\n"), d, y, leading, typeset.Centered)
}
