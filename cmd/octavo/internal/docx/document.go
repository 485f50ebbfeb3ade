package docx

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/bidi"
	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/picture"
)

// document is a Word file being written.
type document struct {
	cfg   *config.Config
	book  *book.Book
	paper Paper
	base  bidi.Level // of the book

	*part // the part being written: the text, or the notes
	text  *part
	notes *part

	files    map[*diag.Source]int
	ids      map[string]string // bookmark of each anchor of the book
	titles   map[string]string // its words
	taken    map[string]bool   // names of bookmarks
	marks    int               // bookmarks so far
	numbers  []numberedList    // the ordered lists
	pictures []*media
	drawings int
	draw     func(*book.Picture) ([]byte, error)
	failed   error              // the first error
	counted  int                // footnotes so far
	footnote map[*book.Note]int // by note; -1 for a nested note
	inNote   []*book.Note       // nested notes to write at the end of the current note
	noting   bool

	fromRight bool // some text is written from the right to the left
}

// media is a picture as the file holds it.
type media struct {
	picture *book.Picture
	data    []byte
	format  string
}

// media returns the number of a picture of the file, which is its place in pictures.
func (d *document) media(p *book.Picture) (int, error) {
	n := slices.IndexFunc(d.pictures, func(m *media) bool { return m.picture == p })
	if n >= 0 {
		return n, nil
	}
	var data []byte
	var err error
	format := "png"
	if p.Drawing != nil {
		data, err = d.draw(p)
	} else {
		data, format, err = picture.Screen(p.Data)
	}
	if err != nil {
		return 0, &picture.NamedError{Name: p.Path, Err: err}
	}
	d.pictures = append(d.pictures, &media{p, data, format})
	return len(d.pictures) - 1, nil
}

// part is a part of the file with text.
type part struct {
	bytes.Buffer
	relations []relation
	lastPPr   int     // where the properties of the last paragraph end
	pieces    []piece // runs of the open paragraph
}

type relation struct {
	kind, target string
	external     bool
}

// relate returns the id of a relation of the part.
func (p *part) relate(r relation) string {
	i := slices.Index(p.relations, r)
	if i < 0 {
		i = len(p.relations)
		p.relations = append(p.relations, r)
	}
	return "rIdX" + strconv.Itoa(i+1)
}

func newDocument(cfg *config.Config, bk *book.Book, paper Paper) *document {
	d := &document{cfg: cfg, paper: paper, base: bidi.OfLanguage(cfg.Lang.Tag), book: bk, text: &part{}, notes: &part{},
		files: map[*diag.Source]int{}, ids: map[string]string{}, titles: map[string]string{}, taken: map[string]bool{}, footnote: map[*book.Note]int{}}
	d.part = d.text
	for i, s := range bk.Sources {
		d.files[s] = i
	}
	leads := func(id, title string) {
		if _, twice := d.ids[id]; id == "" || twice {
			return
		}
		name := "id_" + strings.ReplaceAll(id, "-", "_")
		name = strings.Map(func(r rune) rune {
			if r == '_' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' {
				return r
			}
			return '_'
		}, name)
		name = name[:min(len(name), 34)] // a name has at most 40 characters
		base := name
		for n := 2; d.taken[name]; n++ {
			name = base + "_" + strconv.Itoa(n)
		}
		d.taken[name] = true
		d.ids[id], d.titles[id] = name, title
	}
	for _, p := range bk.Parts {
		leads(p.ID, p.Title)
	}
	for _, ch := range bk.Chapters() {
		leads(ch.ID, book.PlainText(ch.Title))
		book.Walk(ch.Blocks, func(b book.Block) {
			switch b := b.(type) {
			case *book.Heading:
				leads(b.ID, book.PlainText(b.Text))
			case *book.Entry:
				leads(b.ID, book.PlainText(b.Maxim))
			case *book.Figure:
				leads(b.ID, book.PlainText(b.Caption))
			case *book.Table:
				leads(b.ID, book.PlainText(b.Caption))
			case *book.Aside:
				leads(b.ID, book.PlainText(b.Title))
			}
		})
		ch.Walk(nil, func(i book.Inline) {
			if s, ok := i.(*book.Span); ok {
				leads(s.ID, book.PlainText(s.Text))
			}
		})
	}
	return d
}

// paragraph is the formatting and origin of a paragraph. Lengths are in twips.
type paragraph struct {
	style       string
	pos         diag.Pos // the place in the manuscript; may be none
	id          string   // an anchor of the book at this paragraph
	left, right int
	hanging     int
	list, level int // numbering; list 0: none
	before      int // space above, overriding the style's
	keep        bool
	breaks      bool // starts a page
	align       string
	outline     int // level among the headings, from 1; 0: the style's
	tab         int // where the second word of a line ends; 0: nowhere
}

// paragraph writes a paragraph. Its properties are in the order of the schema.
func (d *document) paragraph(p paragraph, text func()) {
	d.pieces = d.pieces[:0]
	d.WriteString("<w:p><w:pPr>")
	d.put(`<w:pStyle w:val="`, p.style, `"/>`)
	if p.keep {
		d.WriteString("<w:keepNext/>")
	}
	if p.breaks {
		d.WriteString("<w:pageBreakBefore/>")
	}
	if p.list > 0 {
		fmt.Fprintf(d, `<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>`, p.level, p.list)
	}
	if p.tab > 0 {
		fmt.Fprintf(d, `<w:tabs><w:tab w:val="right" w:pos="%d"/></w:tabs>`, p.tab)
	}
	direction := d.Len()
	if p.before > 0 {
		fmt.Fprintf(d, `<w:spacing w:before="%d"/>`, p.before)
	}
	if p.left > 0 || p.right > 0 {
		fmt.Fprintf(d, `<w:ind w:left="%d" w:right="%d"`, p.left, p.right)
		if p.hanging > 0 {
			fmt.Fprintf(d, ` w:hanging="%d"/>`, p.hanging)
		} else {
			d.WriteString(` w:firstLine="0"/>`)
		}
	}
	if p.align != "" {
		d.put(`<w:jc w:val="`, p.align, `"/>`)
	}
	if p.outline > 0 {
		fmt.Fprintf(d, `<w:outlineLvl w:val="%d"/>`, p.outline-1)
	}
	d.lastPPr = d.Len()
	d.WriteString("</w:pPr>")
	names := []string{}
	if p.pos.IsValid() {
		if n, ok := d.files[p.pos.Source]; ok {
			name := bookmarkPrefix + strconv.Itoa(n) + "_" + strconv.Itoa(p.pos.Offset)
			if !d.taken[name] {
				d.taken[name] = true
				names = append(names, name)
			}
		}
	}
	if name := d.ids[p.id]; name != "" {
		names = append(names, name)
	}
	first := d.marks
	for i, name := range names {
		fmt.Fprintf(d, `<w:bookmarkStart w:id="%d" w:name="%s"/>`, first+i, name)
	}
	d.marks += len(names)
	text()
	d.order(p.style, direction)
	for i := range names {
		fmt.Fprintf(d, `<w:bookmarkEnd w:id="%d"/>`, first+i)
	}
	d.WriteString("</w:p>\n")
}

func (d *document) put(parts ...string) {
	for _, s := range parts {
		d.WriteString(s)
	}
}

// line writes a paragraph of plain text.
func (d *document) line(p paragraph, text string) {
	d.paragraph(p, func() { d.run(text, runStyle{}) })
}

// endTitle ends the title page's section: it has no header, and pages are numbered from the next one on.
func (d *document) endTitle() {
	s := titleSection(d.paper, d.base)
	tail := bytes.Clone(d.Bytes()[d.lastPPr:])
	d.Truncate(d.lastPPr)
	d.WriteString(s)
	d.Write(tail)
}

// titleSection returns the properties of the title page's section.
func titleSection(paper Paper, base bidi.Level) string { return sectionProperties(paper, base, "", "") }

// textSection returns the properties of the text's section. Notes are numbered through the book: restarting with each chapter,
// as the book does, would need a section for each, and LibreOffice 7 then numbers all of them 0.
func textSection(paper Paper, base bidi.Level) string {
	return sectionProperties(paper, base, `<w:headerReference w:type="default" r:id="rIdHead"/>`, `<w:pgNumType w:start="1"/>`)
}

func sectionProperties(paper Paper, base bidi.Level, header, numbers string) string {
	var b strings.Builder
	b.WriteString("<w:sectPr>" + header)
	width, height := paper.size()
	fmt.Fprintf(&b, `<w:footerReference w:type="default" r:id="rIdFoot"/><w:type w:val="nextPage"/><w:pgSz w:w="%d" w:h="%d"/>`+
		`<w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="720" w:footer="720" w:gutter="0"/>`,
		width, height, margin, margin, margin, margin)
	b.WriteString(numbers)
	if base == bidi.RightToLeft {
		b.WriteString("<w:bidi/>")
	}
	b.WriteString("</w:sectPr>")
	return b.String()
}

// titlePage writes the first page: author, length, title.
func (d *document) titlePage(cfg *config.Config, opt Options, words int) {
	bk := &cfg.Book
	width, _ := d.paper.size()
	contact := append(slices.Clone(bk.Authors()), opt.Contact...)
	if len(contact) == 0 {
		contact = []string{""}
	}
	for i, l := range contact {
		d.paragraph(paragraph{style: "Contact", tab: width - 2*margin}, func() {
			d.run(l, runStyle{})
			if i == 0 {
				d.WriteString("<w:r><w:tab/></w:r>")
				d.run(cfg.Lang.AboutWords(words), runStyle{})
			}
		})
	}
	_, height := d.paper.size()
	d.line(paragraph{style: "Title", before: max(inch, height/2-margin-276*len(contact)-3*276)}, bk.Title)
	if bk.Subtitle != "" {
		d.line(paragraph{style: "Subtitle"}, bk.Subtitle)
	}
	if a := bk.Authors(); len(a) > 0 {
		d.line(paragraph{style: "Subtitle"}, cfg.Lang.Makers.By.Fill("names", cfg.Lang.Names(a)))
	}
	for i, l := range opt.Notice {
		p := paragraph{style: "Notice"}
		if i == 0 {
			p.before = inch / 2
		}
		d.line(p, l)
	}
	d.answers(opt.Answers)
	if bk.Dedication != "" {
		d.line(paragraph{style: "Notice", breaks: true, before: height/3 - margin}, bk.Dedication)
	}
	if bk.Epigraph != "" {
		d.line(paragraph{style: "Quote", breaks: true, before: height/3 - margin}, bk.Epigraph)
		if bk.EpigraphBy != "" {
			d.line(paragraph{style: "Attribution"}, "—"+bk.EpigraphBy)
		}
	}
}

// sink returns the space above a chapter's title: it is placed a third down the page.
func (d *document) sink() int {
	_, height := d.paper.size()
	return height/3 - margin
}

// partTitle writes a part's title on a page of its own.
func (d *document) partTitle(p *book.Part) {
	d.line(paragraph{style: "Part", pos: p.Pos, id: p.ID, breaks: d.Len() > 0, before: d.sink()}, p.Title)
}

func (d *document) chapter(ch *book.Chapter) {
	title := paragraph{style: "Heading1", pos: ch.Pos, id: ch.ID, keep: true}
	first := &title
	var number paragraph
	if ch.Number > 0 {
		first = &number
	}
	first.breaks, first.before = d.Len() > 0, d.sink()
	if ch.Number > 0 {
		number.style, number.keep = "ChapterNumber", true
		d.line(number, d.cfg.Lang.Typescript.Chapter.Fill("n", strconv.Itoa(ch.Number)))
	}
	d.paragraph(title, func() { d.inlines(ch.Title, runStyle{}) })
	for _, l := range ch.BelowTitle {
		d.paragraph(paragraph{style: "Subtitle", pos: l.Text[0].Start(), keep: true}, func() { d.inlines(l.Text, runStyle{italic: l.Kind == book.Subtitle}) })
	}
	d.blocks(ch.Blocks, context{})
}

// head writes the header of every page: surname, title, page number.
func (d *document) head() string {
	title := d.cfg.Lang.Upper(cmp.Or(d.cfg.Book.ShortTitle, shortened(d.cfg.Book.Title)))
	if names := d.cfg.Book.Surnames(d.cfg.Lang); names != "" {
		return names + " / " + title
	}
	return title
}

// shortened returns a title of at most about forty letters, cut between words.
func shortened(title string) string {
	const most = 40
	words := strings.Fields(title)
	out := ""
	for i, w := range words {
		if i > 0 && len(out)+1+len(w) > most {
			return strings.TrimRight(out, ",;:—–-") + " …"
		}
		if i > 0 {
			out += " "
		}
		out += w
	}
	return out
}
