package interior

import (
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// small returns the style and the leading of the copyright page and the colophon.
func (m *matterPages) small() (d textstyle.Style, leading page.Length) {
	d = m.body()
	d.Size = page.Length(m.style.Note.Size)
	return d, min(page.Length(m.style.Note.Leading), m.grid()*4/5)
}

// copyrightPage sets the copyright notice and the catalog data, aligned to the foot of the text block. Text that does not
// fit continues on the next page.
func (in *interior) copyrightPage() []pageBody {
	b, l := &in.cfg.Book, &in.cfg.Lang.Imprint
	title := b.Title
	if b.Subtitle != "" {
		title += ": " + b.Subtitle
	}
	type line struct{ text, key string }
	groups := [][]line{
		{{title, "title"}, {strings.Join(b.Authors(), ", "), "authors"}},
		{{b.Rights, "rights"}, {b.Publisher, "publisher"}, {b.Edition, "edition"}},
		nil,
		nil,
	}
	for _, n := range in.cfg.ISBNs() {
		text := l.ISBN.Fill("isbn", n.String())
		if n.Number == b.ISBN.Print && b.ISBN.Hardcover == "" { // the one that the reader holds
			text = l.ISBN.Fill("isbn", n.Number)
		}
		groups[2] = append(groups[2], line{text, strings.TrimPrefix(n.Key, "book.")})
	}
	for _, l := range in.catalogData() {
		groups[3] = append(groups[3], line{l, "cip"})
	}
	block := func(m *matterPages, y page.Length) page.Length {
		d, leading := m.small()
		for _, g := range groups {
			said := false
			for _, l := range g {
				m.pos = in.cfg.Where("book." + l.key)
				y = m.hanging(l.text, d, y, leading)
				said = said || l.text != ""
			}
			if said {
				y += leading / 2
			}
		}
		return y - leading/2
	}
	measured := in.matterPages()
	_, leading := measured.small()
	end := block(measured, measured.first())
	if len(measured.full) > 0 {
		return measured.pages()
	}
	m := in.matterPages()
	block(m, m.first()+m.last()+leading-end)
	return m.pages()
}

// hanging sets a line whose turnovers are indented.
func (m *matterPages) hanging(text string, d textstyle.Style, y, leading page.Length) page.Length {
	if text == "" {
		return y
	}
	d.Solid, d.Node = true, m.pageBody.tree.Add(page.NodeParagraph)
	hang := d.Size * 3 / 2
	return m.lines(typeset.SetParagraph([]typeset.Inline{m.span(text, d)},
		typeset.Setting{Measure: m.textWidth - hang, Indent: -hang, Align: typeset.RaggedRight}), hang, y, leading)
}

// catalogData returns the lines of the catalog record in the form that the Library of Congress uses (Cataloging in
// Publication, as printed since 2015): the author's own lines where book.toml has them, otherwise lines made from the
// book's data.
func (in *interior) catalogData() []string {
	b, l := &in.cfg.Book, &in.cfg.Lang.Imprint
	if in.cfg.Pages.No.Catalog {
		return nil
	}
	if len(b.CIP) > 0 {
		return b.CIP
	}
	var names []string
	for _, c := range b.Contributors {
		names = append(names, c.FileAs+", "+in.cfg.Lang.Makers.Role(c.Role)+".")
	}
	title := b.Title
	if b.Subtitle != "" {
		title += " : " + b.Subtitle
	}
	title += " / " + strings.Join(b.Authors(), ", ") + "."
	imprint := b.Publisher
	if b.Dated() {
		imprint = strings.TrimPrefix(imprint+", "+strconv.Itoa(b.Date.Year()), ", ")
	}
	var ids []string
	if b.LCCN != "" {
		ids = append(ids, l.LCCN.Fill("lccn", b.LCCN))
	}
	for _, n := range in.cfg.ISBNs() {
		ids = append(ids, l.ISBN.Fill("isbn", n.String()))
	}
	var subjects []string
	for _, s := range b.Subjects {
		subjects = append(subjects, strings.TrimRight(s, ".")+".")
	}
	out := []string{}
	add := func(line lang.Pattern, parts ...string) {
		if text := joined(parts, " | "); text != "" {
			out = append(out, line.Fill("text", text))
		}
	}
	add(l.Names, names...)
	add(l.Title, title)
	if b.Edition != "" || b.Publisher != "" { // the year alone describes nothing
		add(l.Description, sentence(b.Edition), sentence(imprint))
	}
	add(l.Identifiers, ids...)
	add(l.Subjects, subjects...)
	add(l.Classification, b.Classification...)
	return out
}

// joined joins the parts that are not empty.
func joined(parts []string, between string) string {
	var some []string
	for _, p := range parts {
		if p != "" {
			some = append(some, p)
		}
	}
	return strings.Join(some, between)
}

func sentence(s string) string {
	if s == "" {
		return ""
	}
	return strings.TrimRight(s, ".") + "."
}

// colophon sets the notes on production: the typeface, its designer, and the tool.
func (in *interior) colophon() []pageBody {
	text := in.cfg.Book.Colophon
	if text == "" {
		l := &in.cfg.Lang.Imprint
		text = l.SetIn.Fill("font", in.fonts.Regular.Family)
		if by := in.fonts.Regular.Designer(); by != "" {
			names := strings.Split(by, " and ") // a font's own table of names is in English
			text += l.DesignedBy.Fill("designer", in.cfg.Lang.List(names))
		}
		text += l.MadeBy
	}
	return in.sunk(func(m *matterPages, y page.Length) page.Length {
		d, leading := m.small()
		if _, _, h := m.drawDevice(in.book.Device); h > 0 && m.device(in.book.Device, 0, y) {
			y += 2 * m.grid()
		} else {
			y = m.setText(m.breakMark(), m.body().Inked(m.style, config.OnOrnament), y, 2*m.grid(), m.titleAlign())
		}
		narrow := m.textWidth * 3 / 4
		left := page.Length(0)
		if m.titleAlign() == typeset.Centered {
			left = (m.textWidth - narrow) / 2
		}
		m.pos = in.cfg.Where("book.colophon")
		d.Solid, d.Node = true, m.pageBody.tree.Add(page.NodeParagraph)
		return m.lines(typeset.SetParagraph([]typeset.Inline{m.span(text, d)},
			typeset.Setting{Measure: narrow, Align: m.titleAlign(), Balanced: true}), left, y, leading)
	})
}
