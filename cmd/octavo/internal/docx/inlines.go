package docx

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/captions"
)

// runStyle is the formatting of a run of text.
type runStyle struct {
	italic, bold, strike, code bool
	small                      bool // a note added by octavo, in grey
	flagged                    bool // highlighted in yellow
	raised, lowered            bool
	smallCaps, under, marked   bool
	reduced                    bool // small print
	linked                     bool
	plain                      bool // TK in it is not highlighted
	fromRight                  bool // written from the right to the left
	lang                       string
}

// properties returns the run properties in the order of the schema.
func (f runStyle) properties() string {
	p := f.letterProperties()
	if !f.fromRight {
		return p
	}
	const end = "</w:rPr>"
	p = forComplexScripts(strings.TrimSuffix(p, end))
	if p == "" {
		p = "<w:rPr>"
	}
	p += "<w:rtl/>"
	if f.lang != "" {
		p += fmt.Sprintf(`<w:lang w:bidi="%s"/>`, escape(f.lang))
	}
	return p + end
}

// letterProperties returns the run properties without those of text that is written from the right.
func (f runStyle) letterProperties() string {
	if f == (runStyle{}) || f == (runStyle{plain: true}) {
		return ""
	}
	var b strings.Builder
	b.WriteString("<w:rPr>")
	if f.linked {
		b.WriteString(`<w:rStyle w:val="Hyperlink"/>`)
	}
	if f.code {
		b.WriteString(`<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>`)
	}
	if f.bold {
		b.WriteString("<w:b/>")
	}
	if f.italic {
		b.WriteString("<w:i/>")
	}
	if f.smallCaps {
		b.WriteString("<w:smallCaps/>")
	}
	if f.strike {
		b.WriteString("<w:strike/>")
	}
	if f.small {
		b.WriteString(`<w:color w:val="595959"/><w:sz w:val="18"/>`)
	}
	if f.reduced && !f.small {
		b.WriteString(`<w:sz w:val="20"/>`)
	}
	switch {
	case f.flagged:
		b.WriteString(`<w:highlight w:val="yellow"/>`)
	case f.marked:
		b.WriteString(`<w:highlight w:val="lightGray"/>`)
	}
	if f.under {
		b.WriteString(`<w:u w:val="single"/>`)
	}
	switch {
	case f.raised:
		b.WriteString(`<w:vertAlign w:val="superscript"/>`)
	case f.lowered:
		b.WriteString(`<w:vertAlign w:val="subscript"/>`)
	}
	if f.lang != "" && !f.fromRight {
		fmt.Fprintf(&b, `<w:lang w:val="%s"/>`, escape(f.lang))
	}
	b.WriteString("</w:rPr>")
	return b.String()
}

// run writes text, with TK highlighted.
func (d *document) run(text string, f runStyle) {
	for text != "" {
		at, n := len(text), 0
		if !f.plain {
			if i := book.FindTK(text); i >= 0 {
				at, n = i, 2
			}
		}
		d.letters(text[:at], f)
		if n > 0 {
			g := f
			g.flagged = true
			d.letters(text[at:at+n], g)
		}
		text = text[at+n:]
	}
}

func (d *document) letters(text string, f runStyle) {
	if text == "" {
		return
	}
	from := d.Len()
	d.letterRun(text, f)
	d.pieces = append(d.pieces, piece{from, d.Len(), text, f})
}

func (d *document) letterRun(text string, f runStyle) {
	d.put("<w:r>", f.properties())
	for i, piece := range strings.Split(text, "\t") {
		if i > 0 {
			d.WriteString("<w:tab/>")
		}
		if piece != "" {
			d.put(`<w:t xml:space="preserve">`, escape(piece), "</w:t>")
		}
	}
	d.WriteString("</w:r>")
}

// escape escapes text for XML. Characters that XML does not allow become U+FFFD, line ends spaces.
func escape(s string) string {
	special := strings.IndexFunc(s, func(r rune) bool {
		return r < ' ' || r == '<' || r == '>' || r == '&' || r == '"' || r == utf8.RuneError || r == 0xFFFE || r == 0xFFFF
	})
	if special < 0 {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '&':
			b.WriteString("&amp;")
		case r == '"':
			b.WriteString("&quot;")
		case r == '\n' || r == '\r' || r == '\t':
			b.WriteByte(' ')
		case r < ' ' || r == 0xFFFE || r == 0xFFFF:
			b.WriteRune(utf8.RuneError)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func (d *document) inlines(text []book.Inline, f runStyle) {
	for _, in := range text {
		switch in := in.(type) {
		case *book.Text:
			d.run(in.Value, f)
		case *book.Emph:
			g := f
			g.italic = !f.italic
			d.inlines(in.Text, g)
		case *book.Strong:
			g := f
			g.bold = true
			d.inlines(in.Text, g)
		case *book.Strike:
			g := f
			g.strike = true
			d.inlines(in.Text, g)
		case *book.Span:
			d.span(in, f)
		case *book.CodeSpan:
			g := f
			g.code, g.plain = true, true
			d.run(in.Value, g)
		case *book.Math:
			d.math(in)
		case *book.RawHTML:
			g := f
			g.code, g.plain = true, true
			d.run(in.Text, g)
		case *book.Link:
			d.linkInline(in, f)
		case *book.Image:
			d.image(in)
		case *book.NoteMark:
			d.noteMark(in)
		case *book.LineBreak:
			d.WriteString("<w:r><w:br/></w:r>")
		}
	}
}

// span writes words that are set apart; one with an id is a bookmark.
func (d *document) span(in *book.Span, f runStyle) {
	if in.Lang != "" {
		f.lang = in.Lang
	}
	switch in.Style {
	case book.Superscript:
		f.raised, f.lowered = true, false
	case book.Subscript:
		f.raised, f.lowered = false, true
	case book.SmallCaps, book.Keyboard:
		f.smallCaps = true
	case book.Underline:
		f.under = true
	case book.Mark:
		f.marked = true
	case book.Small:
		f.reduced = true
	}
	name := d.ids[in.ID]
	if in.ID == "" || name == "" {
		d.inlines(in.Text, f)
		return
	}
	mark := d.marks
	d.marks++
	fmt.Fprintf(d, `<w:bookmarkStart w:id="%d" w:name="%s"/>`, mark, name)
	d.inlines(in.Text, f)
	fmt.Fprintf(d, `<w:bookmarkEnd w:id="%d"/>`, mark)
}

// linkInline writes a link. One without words of its own has those of its target.
func (d *document) linkInline(in *book.Link, f runStyle) {
	switch words := captions.Reference(d.cfg.Lang, in); {
	case words != "":
		d.link(in.Target, func() { d.run(words, f) })
	case in.Target != "" && len(in.Text) == 0:
		f.italic = !f.italic
		d.link(in.Target, func() { d.run(strings.TrimRight(d.title(in.Target), "."), f) })
	case in.Target != "":
		d.link(in.Target, func() { d.inlines(in.Text, f) })
	case in.URL != "":
		f.linked = true
		d.put(`<w:hyperlink r:id="`, d.relate(relation{"hyperlink", in.URL, true}), `">`)
		d.inlines(in.Text, f)
		d.WriteString("</w:hyperlink>")
	default:
		d.inlines(in.Text, f)
	}
}

// link writes a link to an anchor of the book.
func (d *document) link(id string, text func()) {
	name := d.ids[id]
	if name == "" {
		text()
		return
	}
	d.put(`<w:hyperlink w:anchor="`, name, `">`)
	text()
	d.WriteString("</w:hyperlink>")
}

// nestedMark is the mark of a note in a note.
const nestedMark = "*"

// noteMark writes a footnote reference, and at the first one the note. Word has no nested notes: those are written at
// the end of the note that refers to them.
func (d *document) noteMark(in *book.NoteMark) {
	raised := runStyle{raised: true}
	if id, ok := d.footnote[in.Note]; ok && id > 0 { // referred to again
		fmt.Fprintf(d, `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r>`+
			`<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:instrText xml:space="preserve"> NOTEREF note_%d \h </w:instrText></w:r>`+
			`<w:r><w:fldChar w:fldCharType="separate"/></w:r>`, id)
		d.run(strconv.Itoa(id), raised)
		d.WriteString(`<w:r><w:fldChar w:fldCharType="end"/></w:r>`)
		return
	}
	if d.noting {
		d.run(nestedMark, raised)
		if !slices.Contains(d.inNote, in.Note) {
			if _, written := d.footnote[in.Note]; !written {
				d.inNote = append(d.inNote, in.Note)
			}
		}
		return
	}
	if _, inside := d.footnote[in.Note]; inside { // inside another note
		d.run(nestedMark, raised)
		return
	}
	d.counted++
	id := d.counted
	d.footnote[in.Note] = id
	mark := d.marks
	d.marks++
	fmt.Fprintf(d, `<w:bookmarkStart w:id="%d" w:name="note_%d"/><w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>`+
		`<w:footnoteReference w:id="%d"/></w:r><w:bookmarkEnd w:id="%d"/>`, mark, id, id, mark)

	d.part, d.noting = d.notes, true
	fmt.Fprintf(d, `<w:footnote w:id="%d">`, id)
	lead := `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>`
	d.note(in.Note, func() { d.WriteString(lead); d.run(" ", runStyle{}) })
	for len(d.inNote) > 0 {
		n := d.inNote[0]
		d.inNote = d.inNote[1:]
		d.footnote[n] = -1
		d.note(n, func() { d.run(nestedMark, raised); d.run(" ", runStyle{}) })
	}
	d.WriteString("</w:footnote>\n")
	d.part, d.noting = d.text, false
}

// note writes a note's text, its number before it.
func (d *document) note(n *book.Note, number func()) {
	blocks := n.Blocks
	var text []book.Inline
	pos := n.Pos
	if len(blocks) > 0 {
		if p, ok := blocks[0].(*book.Paragraph); ok {
			text, pos, blocks = p.Text, p.Pos, blocks[1:]
		}
	}
	d.paragraph(paragraph{style: "FootnoteText", pos: pos}, func() {
		number()
		d.inlines(text, runStyle{})
	})
	d.blocks(blocks, context{style: "FootnoteText"})
}

// decorative returns the end of the properties of a drawing, with the mark of one that is decoration (MS-ODRAWXML, 2.33).
func decorative(in *book.Image) string {
	if !in.Decoration {
		return "/>"
	}
	return `><a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">` +
		`<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst></wp:docPr>`
}

// Of pictures: their unit, of which an inch has 914,400, and the height of the text on a page, in inches.
const (
	emu        = 914_400
	textHeight = 10
)

// image writes a picture at its printed size; for one that could not be read, its description.
func (d *document) image(in *book.Image) {
	p := in.File
	if p == nil || p.Width <= 0 || p.Height <= 0 || p.Drawing != nil && d.draw == nil {
		what := in.Alt
		if what == "" {
			what = in.Path
		}
		d.run(d.cfg.Lang.Entry.Picture.Fill("alt", what), runStyle{plain: true})
		return
	}
	n, err := d.media(p)
	if err != nil {
		d.failed = cmp.Or(d.failed, err)
		return
	}
	paper, _ := d.paper.size()
	w, h, _ := in.Printed(book.Room{Measure: int64(paper-2*margin) * emu / inch, Height: textHeight * emu, Inch: emu})
	d.drawings++
	id := d.relate(relation{"image", fmt.Sprintf("media/picture%d.%s", n+1, d.pictures[n].format), false})
	alt := escape(in.Alt)
	fmt.Fprintf(d, `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="%d" cy="%d"/>`+
		`<wp:docPr id="%d" name="Picture %d" descr="%s"%s<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">`+
		`<pic:pic><pic:nvPicPr><pic:cNvPr id="%d" name="Picture %d" descr="%s"/><pic:cNvPicPr/></pic:nvPicPr>`+
		`<pic:blipFill><a:blip r:embed="%s"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`+
		`<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%d" cy="%d"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>`+
		`</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`,
		w, h, d.drawings, d.drawings, alt, decorative(in), d.drawings, d.drawings, alt, id, w, h)
}
