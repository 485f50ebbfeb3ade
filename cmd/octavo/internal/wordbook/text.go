package wordbook

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/runs"
)

// para is a paragraph being read.
type para struct {
	st        style
	line      runs.Line
	raw       strings.Builder // its characters with all spaces and tabs, for code
	after     []book.Block    // what is anchored to it: pictures, the text of boxes
	hidden    strings.Builder
	rule      bool // a horizontal line, or a border without text
	pageBreak bool
	joined    bool // its end was deleted: the next paragraph goes on in it
	dropped   bool // it is a part of a table of contents
	letters   int  // characters, and those of them in a font for code
	mono      int
	bookmarks []string
	link      *runs.Link
}

// field is a field of Word that has begun and not ended.
type field struct {
	instruction strings.Builder
	result      bool // its instruction has ended
	drop        bool // its result is left out
	link        *runs.Link
}

// paragraphOf reads a paragraph. Before is the one that goes on in it, or nil.
func (f *reader) paragraphOf(n *node, before *para) *para {
	f.paragraph++
	pPr := n.child("pPr")
	p := before
	if p == nil {
		p = &para{st: f.styles.of(pPr)}
		f.near = near(n)
	}
	p.bookmarks, f.pending = append(p.bookmarks, f.pending...), nil
	p.joined = pPr.child("rPr").child("del") != nil
	if border := pPr.child("pBdr"); border != nil && (border.child("bottom") != nil || border.child("top") != nil) {
		p.rule = true
	}
	if pPr.child("sectPr") != nil && pPr.child("sectPr").val("type") != "continuous" {
		defer func() { p.pageBreak = true }()
	}
	f.inlines(p, n)
	if p.hidden.Len() > 0 {
		f.remark(HiddenText, strings.Join(strings.Fields(p.hidden.String()), " "))
		p.hidden.Reset()
	}
	return p
}

// near returns the first words of a paragraph.
func near(n *node) string {
	words := strings.Fields(n.plain())
	s := strings.Join(words[:min(len(words), 8)], " ")
	if len(words) > 8 {
		s += " …"
	}
	if len(s) > 120 {
		s = strings.ToValidUTF8(s[:120], "") + " …"
	}
	return s
}

// inlines reads what stands in a paragraph, a link, a field or another container of runs.
func (f *reader) inlines(p *para, n *node) {
	for _, c := range n.children {
		switch c.name {
		case "r":
			f.run(p, c)
		case "ins", "moveTo":
			if c.find("r") != nil {
				f.inserted++
			}
			f.inlines(p, c)
		case "del", "moveFrom":
			f.deleted++
		case "hyperlink":
			f.hyperlink(p, c)
		case "fldSimple":
			fl := &field{}
			fl.instruction.WriteString(c.attr("instr"))
			f.fields = append(f.fields, fl)
			f.separate(p, fl)
			f.inlines(p, c)
			f.endField(p)
		case "sdt":
			f.control(c, func(content *node) { f.inlines(p, content) })
		case "bookmarkStart":
			p.bookmarks = append(p.bookmarks, c.attr("name"))
		case "m:oMath", "m:oMathPara":
			s := strings.TrimSpace(equation(c))
			f.remark(Equation, s)
			f.add(p, s, runs.Format{Link: p.link})
		case "pPr", "commentRangeStart", "commentRangeEnd", "bookmarkEnd", "":
		default: // smartTag, customXml, dir, bdo and whatever else holds runs
			f.inlines(p, c)
		}
	}
}

// control calls f for what a content control holds. One that shows its prompt holds nothing.
func (f *reader) control(n *node, content func(*node)) {
	if n.child("sdtPr").child("showingPlcHdr") != nil {
		return
	}
	if kind := n.child("sdtPr").child("docPartObj"); kind != nil && strings.Contains(strings.ToLower(kind.val("docPartGallery")), "table of contents") {
		f.remarkOnce(Contents, near(n))
		return
	}
	if c := n.child("sdtContent"); c != nil {
		content(c)
	}
}

// hyperlink reads a link.
func (f *reader) hyperlink(p *para, n *node) {
	outer := p.link
	if r, ok := f.part.relations[n.attr("id")]; ok && r.Target != "" {
		p.link = &runs.Link{URL: r.Target}
		if anchor := n.attr("anchor"); anchor != "" && !strings.Contains(r.Target, "#") {
			p.link.URL += "#" + anchor
		}
	} else if anchor := n.attr("anchor"); anchor != "" {
		p.link = &runs.Link{URL: "#" + anchor}
	}
	f.inlines(p, n)
	p.link = outer
}

// add appends characters to a paragraph.
func (f *reader) add(p *para, s string, format runs.Format) {
	p.raw.WriteString(s)
	p.line.Add(s, format, diag.Pos{})
}

// inResult reports whether text belongs to what is printed, not to a field's instruction or to a result that is left out.
func (f *reader) inResult() bool {
	for _, fl := range f.fields {
		if !fl.result || fl.drop {
			return false
		}
	}
	return true
}

// run reads a run.
func (f *reader) run(p *para, n *node) {
	rPr := n.child("rPr")
	format, c := f.characterFormat(rPr, base(&p.st))
	format.Link = p.link
	for i := len(f.fields) - 1; i >= 0 && format.Link == nil; i-- {
		format.Link = f.fields[i].link
	}
	if yes(c.caps) && n.find("t") != nil {
		f.remarkOnce(Capitals, near(n))
	}
	mono := yes(c.mono)
	if mono && !f.typescript && p.st.kind != codeRole {
		format.Code = true
	}
	for _, x := range n.children {
		switch x.name {
		case "fldChar":
			f.fieldChar(p, x)
			continue
		case "instrText":
			if len(f.fields) > 0 {
				for _, t := range x.children {
					f.fields[len(f.fields)-1].instruction.WriteString(t.text)
				}
			}
			continue
		}
		if !f.inResult() {
			if x.name == "t" {
				p.dropped = true
			}
			continue
		}
		if yes(c.hidden) {
			p.hidden.WriteString(x.plain())
			continue
		}
		if f.piece(p, x, format, mono) {
			return
		}
	}
}

// base returns the formats of a paragraph's style that its words have in a book: a heading, a quotation or code looks as the
// book's style has it.
func base(st *style) change {
	c := change{hidden: st.format.hidden, caps: st.format.caps, mono: st.format.mono}
	if st.kind == bodyText && st.outline < 0 {
		c.italic, c.smallCaps = st.format.italic, st.format.smallCaps
	}
	return c
}

// piece reads an element of a run. It reports whether the rest of the run is to be left out: the sign of a note's mark.
func (f *reader) piece(p *para, x *node, format runs.Format, mono bool) (end bool) {
	switch x.name {
	case "t":
		s := textOf(x)
		n := utf8.RuneCountInString(strings.TrimSpace(s))
		p.letters += n
		if mono {
			p.mono += n
		}
		f.add(p, s, format)
	case "tab", "ptab":
		p.raw.WriteByte('\t')
		p.line.Add(" ", format, diag.Pos{})
	case "cr":
		f.lineBreak(p, format)
	case "br":
		switch x.attr("type") {
		case "page", "column":
			if x.attr("type") == "page" {
				p.pageBreak = true
			}
		default:
			f.lineBreak(p, format)
		}
	case "noBreakHyphen":
		f.add(p, "\u2011", format)
	case "softHyphen":
		f.add(p, "\u00AD", format)
	case "sym":
		f.symbol(p, x, format)
	case "footnoteReference", "endnoteReference":
		f.mark(p, strings.TrimSuffix(x.name, "Reference")+"s/"+x.attr("id"))
		on := x.attr("customMarkFollows")
		return on == "1" || on == "true" || on == "on"
	case "drawing", "pict", "object":
		f.drawing(p, x, format)
	case "AlternateContent":
		for _, choice := range x.children {
			if choice.name == "Choice" || choice.name == "Fallback" {
				for _, c := range choice.children {
					end = f.piece(p, c, format, mono) || end
				}
				return end // the first is the one that new programs show
			}
		}
	case "ruby":
		f.ruby(p, x)
	case "r":
		f.run(p, x)
	case "sdt":
		f.control(x, func(content *node) { f.inlines(p, content) })
	}
	return false
}

// textOf returns the characters directly inside an element.
func textOf(n *node) string {
	if len(n.children) == 1 {
		return n.children[0].text
	}
	var b strings.Builder
	for _, c := range n.children {
		b.WriteString(c.text)
	}
	return b.String()
}

func (f *reader) lineBreak(p *para, format runs.Format) {
	p.raw.WriteByte('\n')
	p.line.AddObject(&book.LineBreak{}, format)
}

// ruby reads an East Asian word with its reading, which follows in parentheses.
func (f *reader) ruby(p *para, n *node) {
	for _, part := range []string{"rubyBase", "rt"} {
		c := n.child(part)
		if c == nil {
			continue
		}
		if part == "rt" {
			f.add(p, "(", runs.Format{})
			f.inlines(p, c)
			f.add(p, ")", runs.Format{})
			continue
		}
		f.inlines(p, c)
	}
}

// fieldChar reads the sign with which a field begins, its result begins, or it ends.
func (f *reader) fieldChar(p *para, n *node) {
	switch n.attr("fldCharType") {
	case "begin":
		if len(f.fields) < 100 {
			f.fields = append(f.fields, &field{})
		}
	case "separate":
		if len(f.fields) > 0 {
			f.separate(p, f.fields[len(f.fields)-1])
		}
	case "end":
		f.endField(p)
	}
}

// separate begins a field's result.
func (f *reader) separate(p *para, fl *field) {
	fl.result = true
	words := strings.Fields(fl.instruction.String())
	if len(words) == 0 {
		return
	}
	switch strings.ToUpper(words[0]) {
	case "TOC", "INDEX", "TOA":
		fl.drop, p.dropped = true, true
		f.remarkOnce(Contents, words[0])
	case "HYPERLINK":
		fl.link = hyperlinkOf(words[1:])
	case "REF", "NOTEREF":
		if len(words) > 1 && !strings.HasPrefix(words[1], `\`) {
			fl.link = &runs.Link{URL: "#" + words[1]}
		}
	case "PAGEREF":
		f.remark(PageReference, strings.Join(words[1:], " "))
	}
}

// hyperlinkOf returns the link of a HYPERLINK field.
func hyperlinkOf(words []string) *runs.Link {
	url, anchor := "", ""
	for i := 0; i < len(words); i++ {
		w := strings.Trim(words[i], `"`)
		switch {
		case words[i] == `\l` && i+1 < len(words):
			i++
			anchor = strings.Trim(words[i], `"`)
		case strings.HasPrefix(words[i], `\`):
			if words[i] == `\o` || words[i] == `\t` {
				i++
			}
		case url == "":
			url = w
		}
	}
	switch {
	case anchor != "":
		return &runs.Link{URL: url + "#" + anchor}
	case url != "":
		return &runs.Link{URL: url}
	}
	return nil
}

// endField ends the innermost field. What has an instruction and no result may still hold words: a mark for the index, a formula.
func (f *reader) endField(p *para) {
	if len(f.fields) == 0 {
		return
	}
	fl := f.fields[len(f.fields)-1]
	f.fields = f.fields[:len(f.fields)-1]
	words := strings.Fields(fl.instruction.String())
	if fl.drop {
		p.dropped = true
	}
	if fl.result || len(words) < 2 {
		return
	}
	switch strings.ToUpper(words[0]) {
	case "XE", "TC":
		f.remark(IndexEntry, strings.Trim(strings.Join(words[1:], " "), `"`))
	case "EQ":
		f.remark(Equation, strings.Join(words[1:], " "))
	}
}

// equation returns a formula as a line of characters.
func equation(n *node) string {
	var b strings.Builder
	part := func(name string) string {
		if c := n.child(name); c != nil {
			return equation(c)
		}
		return ""
	}
	switch n.name {
	case "m:f":
		return grouped(part("m:num")) + "/" + grouped(part("m:den"))
	case "m:sSup":
		return part("m:e") + "^" + grouped(part("m:sup"))
	case "m:sSub":
		return part("m:e") + "_" + grouped(part("m:sub"))
	case "m:sSubSup":
		return part("m:e") + "_" + grouped(part("m:sub")) + "^" + grouped(part("m:sup"))
	case "m:rad":
		return "√" + grouped(part("m:e"))
	case "m:d":
		return "(" + part("m:e") + ")"
	case "m:t":
		return textOf(n)
	}
	for _, c := range n.children {
		b.WriteString(equation(c))
	}
	return b.String()
}

// grouped puts parentheses around more than one sign.
func grouped(s string) string {
	if utf8.RuneCountInString(s) > 1 && strings.Trim(s, "0123456789") != "" {
		return "(" + s + ")"
	}
	return s
}

// mark adds the mark of a note.
func (f *reader) mark(p *para, key string) {
	if f.notes[key] == nil {
		return
	}
	m := &book.NoteMark{Note: f.made[key]}
	if m.Note == nil {
		n := len(f.made) + 1
		m.First, m.Note = true, &book.Note{Label: strconv.Itoa(n), Number: n}
		f.made[key] = m.Note
		f.queue = append(f.queue, key)
	}
	p.line.AddObject(m, runs.Format{})
}

// readNotes reads footnotes.xml or endnotes.xml.
func (f *reader) readNotes(kind, name string) error {
	if name == "" || !f.c.Has(name) {
		return nil
	}
	p, err := f.open(name)
	if err != nil {
		return err
	}
	if f.noteParts == nil {
		f.noteParts = map[string]*part{}
	}
	f.noteParts[kind] = p
	top := p.root.child(kind)
	if top == nil {
		return nil
	}
	for _, n := range top.children {
		if t := n.attr("type"); n.name != "" && (t == "" || t == "normal") {
			f.notes[kind+"/"+n.attr("id")] = n
		}
	}
	return nil
}

// convertNotes reads the texts of the notes that are marked.
func (f *reader) convertNotes() error {
	main := f.part
	for len(f.queue) > 0 {
		key := f.queue[0]
		f.queue = f.queue[1:]
		kind, _, _ := strings.Cut(key, "/")
		f.part, f.fields = f.noteParts[kind], nil
		f.made[key].Blocks = f.blocks(f.notes[key])
	}
	f.part = main
	return nil
}
