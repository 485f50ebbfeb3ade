package wordbook

import (
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/lazyregexp"
	"octavo/cmd/octavo/internal/runs"
)

// Levels of headings that are none of the text's.
const (
	TitleLevel    = 0
	SubtitleLevel = -1
	AuthorLevel   = -2
)

// survey learns from the whole text what its formats mean: a text in a typewriter's font is no code, and where every paragraph is
// followed by an empty one, these part no scenes.
func (f *reader) survey(body *node) {
	letters, mono, texts, empty := 0, 0, 0, 0
	body.walk(func(n *node) bool {
		switch n.name {
		case "p":
			if strings.TrimSpace(n.plain()) == "" {
				empty++
				return false
			}
			texts++
			st := f.styles.of(n.child("pPr"))
			for _, r := range n.children {
				if r.name == "r" {
					_, c := f.characterFormat(r.child("rPr"), base(&st))
					k := len(r.plain())
					letters += k
					if yes(c.mono) {
						mono += k
					}
				}
			}
			return false
		case "sectPr":
			if size, margin := n.child("pgSz"), n.child("pgMar"); size != nil && margin != nil {
				const emu = 635 // in a twentieth of a point
				f.textWidth = emu * (number(size.attr("w")) - number(margin.attr("left")) - number(margin.attr("right")))
			}
		}
		return true
	})
	f.typescript = 2*mono > letters
	f.spaced = 5*empty > texts
}

// unit is a paragraph or the blocks of a table.
type unit struct {
	p      *para
	blocks []book.Block
	n      int // of the paragraph
	near   string
}

// blocks returns the blocks inside an element: the body, a note, a cell, a text box.
func (f *reader) blocks(n *node) []book.Block {
	var units []unit
	f.units(&units, n)
	return f.assemble(units)
}

// units reads paragraphs and tables.
func (f *reader) units(out *[]unit, n *node) {
	for _, c := range n.children {
		switch c.name {
		case "p":
			var before *para
			if last := len(*out) - 1; last >= 0 && (*out)[last].p != nil && (*out)[last].p.joined {
				before = (*out)[last].p
			}
			p := f.paragraphOf(c, before)
			if before == nil {
				*out = append(*out, unit{p: p, n: f.paragraph, near: f.near})
			}
		case "tbl":
			*out = append(*out, unit{blocks: f.table(c), n: f.paragraph, near: f.near})
		case "sdt":
			f.control(c, func(content *node) { f.units(out, content) })
		case "bookmarkStart":
			f.pending = append(f.pending, c.attr("name"))
		case "altChunk":
			f.remark(Embedded, c.attr("id"))
		case "ins", "moveTo", "customXml", "smartTag", "sdtContent":
			f.units(out, c)
		case "AlternateContent":
			if choice := c.child("Choice"); choice != nil {
				f.units(out, choice)
			}
		}
	}
}

// assembly makes blocks of units.
type assembly struct {
	f        *reader
	out      []book.Block
	captions map[book.Block]bool
	list     []listItem
	quote    *book.Quote
	code     *book.Code
	poem     *book.Verse
	blank    bool // an empty paragraph came before
	broken   bool // a page break came before
}

func (f *reader) assemble(units []unit) []book.Block {
	a := &assembly{f: f, captions: map[book.Block]bool{}}
	for i := range units {
		u := &units[i]
		if u.p == nil {
			a.end()
			a.out = append(a.out, u.blocks...)
			a.blank = false
			continue
		}
		f.paragraph, f.near = u.n, u.near
		a.paragraph(u.p)
	}
	a.end()
	return a.captioned()
}

// end ends the list, the quotation, the code and the poem that are open.
func (a *assembly) end() {
	if len(a.list) > 0 {
		a.out = append(a.out, a.f.lists(a.list)...)
	}
	if a.quote != nil {
		a.out = append(a.out, a.quote)
	}
	if a.code != nil {
		a.out = append(a.out, a.code)
	}
	if a.poem != nil {
		if last := a.poem.Stanzas[len(a.poem.Stanzas)-1]; len(last.Lines) == 0 {
			a.poem.Stanzas = a.poem.Stanzas[:len(a.poem.Stanzas)-1]
		}
		a.out = append(a.out, &book.Quote{Blocks: []book.Block{a.poem}})
	}
	a.list, a.quote, a.code, a.poem = nil, nil, nil, nil
}

// keep ends what is open but the kinds of block that are named.
func (a *assembly) keep(list, quote, code, poem bool) {
	if !list && len(a.list) > 0 || !quote && a.quote != nil || !code && a.code != nil || !poem && a.poem != nil {
		a.end()
	}
}

// paragraph adds a paragraph to what it belongs to.
func (a *assembly) paragraph(p *para) {
	f := a.f
	defer func() {
		if len(p.after) > 0 {
			a.end()
			a.out = append(a.out, p.after...)
		}
		a.broken = a.broken || p.pageBreak
	}()
	if p.st.kind == contentsRole && !blankText(p) {
		f.remarkOnce(Contents, f.near)
		return
	}
	if p.dropped && blankText(p) {
		return
	}
	paragraphs := runs.Paragraphs(p.line.Runs)
	if len(paragraphs) == 0 {
		a.empty(p)
		f.bookmark(p, nil)
		return
	}
	if p.st.outline >= 0 || p.st.kind == titleRole || p.st.kind == subtitleRole || p.st.kind == authorRole {
		a.heading(p, paragraphs)
		return
	}
	f.bookmark(p, nil)
	if a.broken || p.st.break_ {
		a.pageBreak()
	}
	isCode := p.st.kind == codeRole || p.letters > 0 && p.mono == p.letters && !f.typescript && p.st.num == "" && codeLike(p.raw.String())
	switch num, level := f.listOf(p); {
	case num != "":
		a.item(p, num, level, paragraphs)
	case isCode:
		a.codeLines(p)
	case p.st.kind == verseRole:
		a.verseLines(p, paragraphs)
	case len(a.list) > 0 && p.st.kind == listRole && !a.blank:
		last := &a.list[len(a.list)-1]
		last.blocks = append(last.blocks, f.plainBlocks(paragraphs, false)...)
	case p.st.kind == quoteRole || p.st.kind == bodyText && !p.st.center && p.st.indents[0] >= 360 && p.st.indents[1] >= 360:
		a.keep(false, true, false, false)
		if a.quote == nil {
			a.quote = &book.Quote{}
		}
		a.quoted(paragraphs)
	case p.st.kind == sourceRole && a.quote != nil:
		a.quote.Attribution = runs.Nest(paragraphs[0])
		a.end()
	default:
		a.plain(p, paragraphs)
	}
	a.blank = false
}

// blankText reports whether a paragraph prints nothing.
func blankText(p *para) bool { return len(runs.Paragraphs(p.line.Runs)) == 0 && len(p.after) == 0 }

// codeLike reports whether a line in a typewriter's font looks like code, not like a letter or a telegram in a novel.
func codeLike(s string) bool {
	if strings.HasPrefix(s, "  ") || strings.HasPrefix(s, "\t") {
		return true
	}
	return strings.ContainsAny(s, "{};=<>|\\$#_") || strings.Contains(s, "()") || strings.HasPrefix(s, "//") || len(strings.Fields(s)) < 4
}

// empty adds an empty paragraph, which may be a horizontal line, or part scenes or stanzas.
func (a *assembly) empty(p *para) {
	switch {
	case p.rule || p.st.kind == breakRole:
		a.end()
		a.out = append(a.out, &book.Break{})
		a.blank = false
		return
	case a.poem != nil:
		if last := a.poem.Stanzas[len(a.poem.Stanzas)-1]; len(last.Lines) > 0 {
			a.poem.Stanzas = append(a.poem.Stanzas, &book.Stanza{})
		}
	case a.code != nil:
		a.code.Lines = append(a.code.Lines, "")
	}
	a.blank = true
}

// heading adds a heading.
func (a *assembly) heading(p *para, paragraphs [][]runs.Run) {
	a.end()
	var all []runs.Run
	for i, one := range paragraphs {
		if i > 0 {
			all = append(all, runs.Run{Text: " "})
		}
		all = append(all, one...)
	}
	for i := range all {
		if _, ok := all[i].Object.(*book.LineBreak); ok {
			all[i] = runs.Run{Text: " "}
		}
		all[i].Bold = false
		if a.f.allItalic(paragraphs) {
			all[i].Italic = false
		}
	}
	h := &book.Heading{Level: p.st.outline + 1, Text: runs.Nest(all)}
	switch p.st.kind {
	case titleRole:
		h.Level = TitleLevel
	case subtitleRole:
		h.Level = SubtitleLevel
	case authorRole:
		h.Level = AuthorLevel
	}
	if figures := runs.Figures(all); figures != nil {
		a.out = append(a.out, figures...)
		return
	}
	a.f.under = h
	a.f.headings = append(a.f.headings, headingAt{a.f.paragraph, h})
	a.f.bookmark(p, h)
	a.out = append(a.out, h)
	a.blank, a.broken = false, false
}

// allItalic reports whether all words of a heading are in italics.
func (f *reader) allItalic(paragraphs [][]runs.Run) bool {
	for _, p := range paragraphs {
		for _, r := range p {
			if r.Object == nil && !r.Italic && strings.TrimSpace(r.Text) != "" {
				return false
			}
		}
	}
	return true
}

// bookmark records where the bookmarks of a paragraph lead.
func (f *reader) bookmark(p *para, h *book.Heading) {
	for _, name := range p.bookmarks {
		if _, twice := f.out.Anchors[name]; name != "" && !twice {
			f.out.Anchors[name] = f.under
			if h != nil {
				f.out.Anchors[name] = h
			}
		}
	}
}

// pageBreak adds a page break that stands before text and not before a heading.
func (a *assembly) pageBreak() {
	a.broken = false
	if len(a.out) > 0 || len(a.list) > 0 || a.quote != nil {
		a.end()
		a.out = append(a.out, &book.PageBreak{})
	}
}

// plain adds an ordinary paragraph, a caption or a break between scenes.
func (a *assembly) plain(p *para, paragraphs [][]runs.Run) {
	f := a.f
	if bullet, rest := typedBullet(paragraphs[0]); bullet && (p.st.kind == bodyText || p.st.kind == listRole) {
		a.keep(true, false, false, false)
		if len(a.list) == 0 {
			f.remark(TypedList, f.near)
		}
		paragraphs[0] = rest
		a.list = append(a.list, listItem{blocks: f.plainBlocks(paragraphs, false)})
		return
	}
	was := a.blank && len(a.list) == 0 && a.quote == nil && a.poem == nil && a.code == nil
	before := len(a.out)
	a.end()
	blocks := f.plainBlocks(paragraphs, p.st.kind == breakRole)
	if was && before > 0 && !f.spaced {
		_, text := a.out[before-1].(*book.Paragraph)
		if _, next := blocks[0].(*book.Paragraph); text && next && p.st.kind == bodyText {
			f.remark(EmptyLine, "")
		}
	}
	if align := p.st.align(); align != book.AlignDefault && p.st.kind == bodyText && onlyParagraphs(blocks) {
		if last, ok := lastOf(a.out).(*book.Aligned); ok && last.Align == align {
			last.Blocks = append(last.Blocks, blocks...)
			return
		}
		a.out = append(a.out, &book.Aligned{Align: align, Blocks: blocks})
		return
	}
	if p.st.kind == captionRole {
		for _, b := range blocks {
			a.captions[b] = true
		}
	}
	a.out = append(a.out, blocks...)
}

// onlyParagraphs reports whether blocks are nothing but paragraphs.
func onlyParagraphs(blocks []book.Block) bool {
	for _, b := range blocks {
		if _, ok := b.(*book.Paragraph); !ok {
			return false
		}
	}
	return true
}

var bullet = lazyregexp.New(`^[•●▪◦‣·∙] *`)

// typedBullet reports whether a paragraph begins with a typed bullet, and returns what follows it.
func typedBullet(rs []runs.Run) (bool, []runs.Run) {
	if rs[0].Object != nil {
		return false, rs
	}
	m := bullet().FindString(rs[0].Text)
	if m == "" || len(rs) == 1 && (len(m) == len(rs[0].Text) || runs.SceneBreak(rs[0].Text)) {
		return false, rs
	}
	rest := append([]runs.Run(nil), rs...)
	if rest[0].Text = rs[0].Text[len(m):]; rest[0].Text == "" {
		rest = rest[1:]
	}
	if rest[0].Object == nil {
		rest[0].Text = strings.TrimLeft(rest[0].Text, " ")
	}
	return len(rest) > 0, rest
}

// plainBlocks returns running text as paragraphs, figures or breaks.
func (f *reader) plainBlocks(paragraphs [][]runs.Run, ornament bool) []book.Block {
	var out []book.Block
	for _, one := range paragraphs {
		if figures := runs.Figures(one); figures != nil {
			out = append(out, figures...)
			continue
		}
		words := runs.Nest(one)
		if plain := book.PlainText(words); ornament || runs.SceneBreak(plain) {
			out = append(out, &book.Break{})
			continue
		}
		out = append(out, &book.Paragraph{Text: words})
	}
	return out
}

// quoted adds paragraphs to the open quotation. One with line breaks is verse, one that begins with a dash its source.
func (a *assembly) quoted(paragraphs [][]runs.Run) {
	for _, one := range paragraphs {
		words := runs.Nest(one)
		t, _ := words[0].(*book.Text)
		switch {
		case t != nil && len(a.quote.Blocks) > 0 && strings.HasPrefix(strings.TrimLeft(t.Value, "—–―"), " ") && !strings.HasPrefix(t.Value, " "),
			t != nil && len(a.quote.Blocks) > 0 && (strings.HasPrefix(t.Value, "—") || strings.HasPrefix(t.Value, "--")) && len(words) < 4 && len(t.Value) < 80:
			t.Value = strings.TrimLeft(t.Value, "—–―- \u00A0")
			if t.Value == "" {
				words = words[1:]
			}
			a.quote.Attribution = words
			a.end()
			return
		default:
			if s := stanza(one); len(s.Lines) > 1 {
				v, ok := lastOf(a.quote.Blocks).(*book.Verse)
				if !ok {
					v = &book.Verse{Quoted: true}
					a.quote.Blocks = append(a.quote.Blocks, v)
				}
				v.Stanzas = append(v.Stanzas, s)
				continue
			}
			a.quote.Blocks = append(a.quote.Blocks, &book.Paragraph{Text: words})
		}
	}
}

func lastOf(blocks []book.Block) book.Block {
	if len(blocks) == 0 {
		return nil
	}
	return blocks[len(blocks)-1]
}

// stanza returns the lines of a paragraph.
func stanza(rs []runs.Run) *book.Stanza {
	s := &book.Stanza{}
	start := 0
	for i := 0; i <= len(rs); i++ {
		if i < len(rs) {
			if _, br := rs[i].Object.(*book.LineBreak); !br {
				continue
			}
		}
		if p := runs.Paragraphs(rs[start:i]); len(p) > 0 {
			s.Lines = append(s.Lines, &book.VerseLine{Text: runs.Nest(p[0])})
		}
		start = i + 1
	}
	return s
}

// verseLines adds the lines of a paragraph in a style for verse.
func (a *assembly) verseLines(p *para, paragraphs [][]runs.Run) {
	a.keep(false, false, false, true)
	if a.poem == nil {
		a.poem = &book.Verse{Quoted: true, Stanzas: []*book.Stanza{{}}}
	}
	for i, one := range paragraphs {
		s := stanza(one)
		last := a.poem.Stanzas[len(a.poem.Stanzas)-1]
		if len(last.Lines) > 0 && (len(s.Lines) > 1 || i > 0) {
			last = &book.Stanza{}
			a.poem.Stanzas = append(a.poem.Stanzas, last)
		}
		last.Lines = append(last.Lines, s.Lines...)
	}
}

// codeLines adds a paragraph of code.
func (a *assembly) codeLines(p *para) {
	a.keep(false, false, true, false)
	if a.code == nil {
		a.code = &book.Code{}
	}
	a.code.Lines = append(a.code.Lines, strings.Split(p.raw.String(), "\n")...)
}

// captioned gives captions to the figures and tables beside them.
func (a *assembly) captioned() []book.Block {
	take := func(b book.Block, caption *book.Paragraph, table bool) bool {
		switch b := b.(type) {
		case *book.Figure:
			if b.Caption == nil {
				b.Caption = caption.Text
				return true
			}
		case *book.Table:
			if b.Caption == nil && table {
				b.Caption = caption.Text
				return true
			}
		}
		return false
	}
	var out []book.Block
	for i, b := range a.out {
		c, ok := b.(*book.Paragraph)
		if !ok || !a.captions[b] {
			out = append(out, b)
			continue
		}
		if take(lastOf(out), c, false) || i+1 < len(a.out) && take(a.out[i+1], c, true) || take(lastOf(out), c, true) {
			continue
		}
		out = append(out, b)
	}
	return out
}
