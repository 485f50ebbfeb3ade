package interior

import (
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// small is the dress and the leading of the copyright page and the colophon.
func (s *sheet) small() (d textstyle.Style, leading page.Length) {
	d = s.body()
	d.Size = page.Length(s.style.Note.Size)
	return d, page.Length(s.style.Note.Leading) + page.Pt
}

// copyrightPage says whose the book is, and what a library needs to know of it. It ends where other pages end; what no
// page holds continues overleaf.
func (in *interior) copyrightPage() []pageBody {
	b := &in.cfg.Book
	title := b.Title
	if b.Subtitle != "" {
		title += ": " + b.Subtitle
	}
	type line struct{ text, key string }
	groups := [][]line{
		{{title, "title"}, {strings.Join(b.Authors(), ", "), "authors"}},
		{{b.Rights, "rights"}, {b.Publisher, "publisher"}, {b.Edition, "edition"}},
		{{isbn(b.ISBN.Print, ""), "isbn.print"}, {isbn(b.ISBN.Epub, " (EPUB)"), "isbn.epub"}},
		nil,
	}
	for _, l := range in.catalogData() {
		groups[3] = append(groups[3], line{l, "cip"})
	}
	block := func(s *sheet, y page.Length) page.Length {
		d, leading := s.small()
		for _, g := range groups {
			said := false
			for _, l := range g {
				s.pos = in.cfg.Where("book." + l.key)
				y = s.hanging(l.text, d, y, leading)
				said = said || l.text != ""
			}
			if said {
				y += leading / 2
			}
		}
		return y - leading/2
	}
	measured := in.sheet()
	_, leading := measured.small()
	end := block(measured, measured.first())
	if len(measured.full) > 0 {
		return measured.leaves()
	}
	s := in.sheet()
	block(s, s.first()+s.last()+leading-end)
	return s.leaves()
}

// hanging sets a line whose turnovers are moved in.
func (s *sheet) hanging(text string, d textstyle.Style, y, leading page.Length) page.Length {
	if text == "" {
		return y
	}
	d.Solid, d.Node = true, s.pageBody.tree.Add(page.NodeParagraph)
	hang := d.Size * 3 / 2
	return s.lines(typeset.SetParagraph([]typeset.Inline{s.written(text, d)},
		typeset.Setting{Measure: s.textWidth - hang, Indent: -hang, Align: typeset.RaggedRight}), hang, y, leading)
}

func isbn(number, what string) string {
	if number == "" {
		return ""
	}
	return "ISBN " + number + what
}

// catalogData are the lines by which a library finds a book, in the form that the Library of Congress gives its own
// (Cataloging in Publication, as printed since 2015): the author's where book.toml has them, else what it says about the
// book.
func (in *interior) catalogData() []string {
	b := &in.cfg.Book
	if len(b.CIP) > 0 {
		return b.CIP
	}
	var names []string
	for _, c := range b.Contributors {
		names = append(names, c.FileAs+", "+role(c.Role)+".")
	}
	title := b.Title
	if b.Subtitle != "" {
		title += " : " + b.Subtitle
	}
	title += " / " + strings.Join(b.Authors(), ", ") + "."
	imprint := b.Publisher
	if year := b.Date.Year(); year > 1980 { // 1980 stands for no date
		imprint = strings.TrimPrefix(imprint+", "+strconv.Itoa(year), ", ")
	}
	var ids []string
	for _, id := range []string{b.LCCN, b.ISBN.Print, b.ISBN.Epub} {
		switch {
		case id == "":
		case id == b.LCCN:
			ids = append(ids, "LCCN "+id)
		case id == b.ISBN.Print:
			ids = append(ids, "ISBN "+id+" (print)")
		default:
			ids = append(ids, "ISBN "+id+" (EPUB)")
		}
	}
	var subjects []string
	for _, s := range b.Subjects {
		subjects = append(subjects, strings.TrimRight(s, ".")+".")
	}
	out := []string{}
	add := func(label string, parts ...string) {
		if text := joined(parts, " | "); text != "" {
			out = append(out, label+": "+text)
		}
	}
	add("Names", names...)
	add("Title", title)
	if b.Edition != "" || b.Publisher != "" { // the year alone describes nothing
		add("Description", sentence(b.Edition), sentence(imprint))
	}
	add("Identifiers", ids...)
	add("Subjects", subjects...)
	add("Classification", b.Classification...)
	return out
}

// joined are the parts that say something, with a sign between them.
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

// role is a MARC relator code in words.
func role(code string) string {
	switch code {
	case "aut":
		return "author"
	case "edt":
		return "editor"
	case "ill":
		return "illustrator"
	case "trl":
		return "translator"
	case "aui":
		return "author of introduction"
	case "pht":
		return "photographer"
	case "bkd":
		return "book designer"
	case "nrt":
		return "narrator"
	}
	return "contributor"
}

// colophon says what the book was made with: the type, who drew it, and the tool.
func (in *interior) colophon() []pageBody {
	text := in.cfg.Book.Colophon
	if text == "" {
		text = "Set in " + in.fonts.Regular.Family
		if by := in.fonts.Regular.Designer(); by != "" {
			text += ", designed by " + by
		}
		text += ". Lines, pages and indexes made by octavo from the author’s manuscript."
	}
	return in.sunk(func(s *sheet, y page.Length) page.Length {
		d, leading := s.small()
		y = s.ornament(s.breakMark(), s.body(), y, 2*s.grid(), s.matter())
		narrow := s.textWidth * 3 / 4
		left := page.Length(0)
		if s.matter() == typeset.Centered {
			left = (s.textWidth - narrow) / 2
		}
		s.pos = in.cfg.Where("book.colophon")
		d.Solid, d.Node = true, s.pageBody.tree.Add(page.NodeParagraph)
		return s.lines(typeset.SetParagraph([]typeset.Inline{s.written(text, d)},
			typeset.Setting{Measure: narrow, Align: s.matter(), Balanced: true}), left, y, leading)
	})
}
