package manuscript

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/dialect"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/order"
)

// ParseChapter reads one chapter from its text, as if it were a book of its own, in English: its number is 1, its links to other
// files lead nowhere, and its pictures are not read. The name is the file's path under the manuscript folder.
func ParseChapter(name string, text []byte) (*book.Chapter, diag.List) {
	f := parse(name, text, reading{lang: &lang.English, alone: true})
	part := &book.Part{}
	for i, p := range f.chapters {
		p.chapter.Number = i + 1
		part.Chapters = append(part.Chapters, p.chapter)
	}
	identify(&book.Book{Parts: []*book.Part{part}}, f.chapters)
	if len(part.Chapters) == 0 {
		part.Chapters = []*book.Chapter{{File: name, Source: f.src, ID: book.Slug(order.FileTitle(name)), Pos: diag.Pos{Source: f.src}, Number: 1}}
	}
	return part.Chapters[0], f.diags
}

// reading is what a file is read with.
type reading struct {
	lang      *lang.Language // of the book
	bookTitle string
	authors   []string // of the book
	dates     book.Dates
	theme     func(name string) (id string, declared bool) // nil: none is declared
	title     string                                       // that the list of the files gives it; "": none
	alone     bool                                         // it is the only file of the book
}

// parsedFile is a file and its chapters.
type parsedFile struct {
	src      *diag.Source
	diags    diag.List
	chapters []*parsed // none where the file is empty or a draft
	ignored  []ignoredKey
	foreign  []dialect.Finding // markup of other programs
	weight   float64           // where the file stands among those of its folder
	weighs   bool              // it has a weight
}

// parsed is a chapter with everything that can be resolved only when the whole book is known.
type parsed struct {
	chapter *book.Chapter
	anchors []anchor     // in the order of the text
	links   []*book.Link // whose URL may lead into the book
	images  []*book.Image

	wikis    []wikiLink    // links between double brackets
	crosses  []crossRef    // references by id
	embedded []*book.Image // those of images that name a file alone, in whatever folder
}

// builder converts goldmark's tree into a Chapter.
type builder struct {
	*parsed  // the chapter at hand
	ch       *book.Chapter
	file     *parsedFile
	how      reading
	outlined outline
	rules    *lang.Rules // of the book's language
	src      *diag.Source
	source   []byte // the text that goldmark parses: the file's, or a caption's
	base     int    // offset of source in the file
	fixed    bool   // source is not a part of the file: every offset is base
	f        *findings
	run      run
	words    []text.Segment // of the file that are set as words
	texts    []book.Text    // allocated ahead, see newText
	inAlt    bool
	inScript bool                // in a superscript or a subscript
	pending  []book.Inline       // places that are to stand before the next words
	inPlace  int                 // notes in place around what is converted
	marked   []*noteNode         // notes whose blocks are still to be converted
	inside   *noteNode           // the note that is being converted
	named    map[string]diag.Pos // ids in braces, each with its place
	captions map[ast.Node]bool   // paragraphs that are the captions of tables before them
	skip     struct {            // the dash before an attribution
		node  ast.Node
		bytes int
	}
	themes, audience defaults

	front    frontMatter
	counted  book.Choice // what the head of the file says of its chapters
	unlisted bool
}

// defaults are the values that a file sets for all its entries.
type defaults struct {
	values []string
	places map[string]diag.Pos
}

func (b *builder) pos(offset int) diag.Pos {
	if b.fixed {
		offset = 0
	}
	return diag.Pos{Source: b.src, Offset: min(max(offset+b.base, 0), len(b.src.Text))}
}

// parse reads one file. It turns a panic into a diagnostic, because an author can do nothing with a stack trace.
func parse(name string, raw []byte, how reading) (file *parsedFile) {
	src, diags := clean("manuscript/"+name, raw)
	f := &findings{notes: map[string]*noteNode{}, src: src, diags: diags}
	file = &parsedFile{src: src}
	b := &builder{file: file, how: how, rules: &how.lang.Rules, src: src, source: src.Text, f: f}
	b.begin(name)
	defer func() {
		if r := recover(); r != nil {
			f.diags.Errorf("file-unparsable", diag.Pos{Source: src}, "internal error in the parser of Markdown: %v", r).
				Note("report it with the file: this is a fault of octavo")
		}
		file.diags, file.foreign = f.diags, f.foreign
		for _, p := range file.chapters {
			if p.chapter.ID == "" {
				p.chapter.ID = book.Slug(order.FileTitle(name))
			}
		}
	}()
	if at, ok := overMarked(src.Text); ok {
		f.diags.Errorf("text-tangled", diag.Pos{Source: src, Offset: at},
			"passage of more than %d marks like * _ [ ] < ` without a blank line between", maxMarks).
			Note("break it with blank lines; the file is not read further")
		return file
	}
	pc := parser.NewContext()
	pc.Set(findingsKey, f)
	doc := grammar().Parse(text.NewReader(src.Text), parser.WithContext(pc))
	b.document(doc)
	b.unprinted(doc)
	b.foreign()
	f.reportMeaningless()
	f.reportTags()
	return file
}

// begin makes a new chapter the one at hand. The notes that the chapter before has marked are notes of that chapter.
func (b *builder) begin(name string) {
	b.ch = &book.Chapter{File: name, Source: b.src, Pos: diag.Pos{Source: b.src}, Counted: b.counted, Unlisted: b.unlisted}
	b.parsed = &parsed{chapter: b.ch}
	b.file.chapters = append(b.file.chapters, b.parsed)
	for _, n := range b.f.order {
		n.note, n.from = nil, nil
	}
}

// document converts the file's blocks, and puts the blocks under an entry into its gloss.
func (b *builder) document(doc ast.Node) {
	if b.head(doc); b.front.draft.IsValid() {
		b.file.chapters = nil
		return
	}
	b.outlined = b.outline(doc)
	var open []*book.Entry // the enclosing entries, outermost first
	add := func(block book.Block) {
		if len(open) > 0 {
			e := open[len(open)-1]
			e.Gloss = append(e.Gloss, block)
		} else {
			b.ch.Blocks = append(b.ch.Blocks, block)
		}
	}
	switch {
	case b.outlined.title == byFront, b.outlined.lead == leadOwn && b.front.title.text != "":
		b.titleByFront()
	case b.outlined.title == byName, b.outlined.lead == leadOwn:
		b.titleByName()
	}
	for n := doc.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Heading:
			level := b.outlined.levels[n]
			if level == 1 {
				open = nil
				b.title(n)
				break
			}
			for len(open) > 0 && open[len(open)-1].Level >= level {
				open = open[:len(open)-1]
			}
			words, attrs := b.text(n), b.read(attributesOf(n), takesID|takesHeading)
			block, _ := n.NextSibling().(*tomlNode)
			if block == nil {
				add(b.heading(n, level, words, attrs))
				break
			}
			e := b.entry(block, n, level, words, attrs)
			add(e)
			open = append(open, e)
		case *tomlNode:
			_, under := n.PreviousSibling().(*ast.Heading)
			if !n.head && !under {
				b.stray(b.pos(n.Pos()))
			}
		default:
			for _, block := range b.block(nil, n) {
				add(block)
			}
		}
		b.notes()
	}
	if words := b.withPlaces(nil); words != nil {
		add(&book.Paragraph{Pos: words[0].Start(), Text: words})
	}
	for _, n := range b.f.order {
		if !n.marked {
			b.f.diags.Warnf("footnote-unused", b.pos(n.Pos()),
				"unused footnote [^%s]: it is not printed", n.label).
				Note("put its mark [^%s] into the text, or delete the note", n.label)
		}
	}
	for _, p := range b.file.chapters {
		if len(p.chapter.Blocks) > 0 {
			if q, ok := p.chapter.Blocks[0].(*book.Quote); ok {
				q.Epigraph = true
			}
		}
	}
	b.applyFront()
	if b.outlined.title == byName && !hasText(doc) && !b.f.diags.HasErrors() {
		b.file.chapters = nil
		b.f.diags.Warnf("file-empty", diag.Pos{Source: b.src}, "empty file: it is left out of the book").
			Note("write the chapter, or delete the file")
	}
}

// hasText reports whether anything of a file is printed, or would be if a mark or a link named it.
func hasText(doc ast.Node) bool {
	for n := doc.FirstChild(); n != nil; n = n.NextSibling() {
		switch n.(type) {
		case *tomlNode, *frontNode:
		default:
			return true
		}
	}
	return false
}

// head reads the blocks at the head of the file.
func (b *builder) head(doc ast.Node) {
	for n := doc.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *frontNode:
			b.readFront(n)
			continue
		case *tomlNode:
			if n.head {
				b.fileDefaults(n)
				continue
			}
		}
		break
	}
	if at := b.front.draft; at.IsValid() {
		b.f.diags.Warnf("file-draft", at, "draft: the file is left out of the book").To(lineEnd(at)).
			Note("delete the line when it is ready")
	}
	b.file.weight, b.file.weighs = b.front.weight, b.front.weighs
}

// title begins a chapter with a heading of level 1, the first of which belongs to the chapter that the file began with.
func (b *builder) title(n *ast.Heading) {
	if b.ch.Title != nil {
		b.begin(b.ch.File)
	}
	pos, words, attrs := b.pos(n.Pos()), b.text(n), b.read(attributesOf(n), takesID|takesHeading)
	if block, ok := n.NextSibling().(*tomlNode); ok {
		b.f.diags.Errorf("entry-title", b.pos(block.Pos()), "the chapter's title cannot be an entry").
			Note("give the maxim a heading of its own with ##, and write defaults for the file above the title")
	}
	b.ch.Title, b.ch.Pos = words, pos
	if words == nil {
		b.ch.Title = []book.Inline{}
	}
	b.titled(n, words, attrs)
}

// titleByFront gives the chapter the title of the front matter.
func (b *builder) titleByFront() {
	b.ch.Title, b.ch.Pos = b.line(b.front.title), b.front.title.pos
	b.ch.ID = book.Slug(book.PlainText(b.ch.Title))
}

// titleByName gives the chapter the title that its file is listed with, or the file's name.
func (b *builder) titleByName() {
	title := b.how.title
	if title == "" {
		title, b.ch.Named = order.ReadableTitle(b.ch.File), true
	}
	b.ch.Title = []book.Inline{&book.Text{Pos: diag.Pos{Source: b.src}, Value: title}}
	b.ch.ID = book.Slug(title)
}

// titled gives the chapter the id and the rest that follow from its title.
func (b *builder) titled(n *ast.Heading, words []book.Inline, attrs given) {
	b.anchor(&b.ch.ID, attrs)
	if b.ch.ID == "" && len(words) > 0 {
		b.ch.ID = book.Slug(book.PlainText(words))
	}
	b.worded(&b.ch.ID, ofChapter, n, words)
	if attrs.unnumbered && b.ch.Counted == book.Default {
		b.ch.Counted = book.No
	}
	b.ch.Unlisted = b.ch.Unlisted || attrs.unlisted
}

// heading returns a section's heading, with the author's own id or one that is made from its words.
func (b *builder) heading(n *ast.Heading, level int, words []book.Inline, attrs given) *book.Heading {
	h := &book.Heading{Pos: b.pos(n.Pos()), Level: max(level, 2), Text: b.withPlaces(words)}
	if b.anchor(&h.ID, attrs); h.ID == "" {
		h.ID = book.Slug(book.PlainText(words))
	}
	b.worded(&h.ID, ofHeading, n, words)
	return h
}

func (b *builder) stray(pos diag.Pos) *diag.Diagnostic {
	return b.f.diags.Errorf("block-stray", pos, "+++ block without a heading").
		Note("put an entry's block right under its heading, and a file's defaults on its first line")
}

// notes converts the notes whose first marks have been converted, and in turn those first marked in these notes. It is a
// loop, not a recursion, so that a long chain of notes cannot overflow the stack.
func (b *builder) notes() {
	if b.inside != nil {
		return
	}
	for i := 0; i < len(b.marked); i++ {
		n := b.marked[i]
		b.inside = n
		n.note.Blocks = b.blocks(n)
		if len(n.note.Blocks) == 0 {
			b.f.diags.Warnf("footnote-empty", n.note.Pos, "footnote [^%s] without text", n.label).
				Note("write its text after the colon")
		}
	}
	b.marked, b.inside = b.marked[:0], nil
}

// blocks converts the blocks inside a container.
func (b *builder) blocks(n ast.Node) []book.Block {
	var out []book.Block
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		out = b.block(out, c)
		b.notes()
	}
	return out
}

// block converts one block and appends it to out.
func (b *builder) block(out []book.Block, n ast.Node) []book.Block {
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		return b.paragraph(out, n)
	case *ast.Heading: // inside a container it is neither a title nor an entry
		return append(out, b.heading(n, n.Level, b.text(n), b.read(attributesOf(n), takesID|takesHeading)))
	case *containerNode:
		return b.container(out, n)
	case *fancyListNode:
		return append(out, b.fancyList(n))
	case *lineBlockNode:
		if block := b.lineBlock(n); block != nil {
			out = append(out, block)
		}
		return out
	case *ast.ThematicBreak:
		if start, end, ok := dialect.DashedTable(b.source, n.Pos()); ok && !b.fixed {
			b.foreignFound(dialect.DrawnTable, b.base+start, b.base+end)
		}
		return append(out, &book.Break{Pos: b.pos(n.Pos())})
	case *ast.Blockquote:
		if a := b.callout(n); a != nil {
			return append(out, a)
		}
		return append(out, b.quote(n))
	case *ast.List:
		l := &book.List{Pos: b.pos(n.Pos()), Ordered: n.IsOrdered(), First: n.Start, Tight: n.IsTight}
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			l.Items = append(l.Items, &book.Item{Pos: b.pos(c.Pos()), Task: task(c), Blocks: b.blocks(c)})
		}
		return append(out, l)
	case *ast.CodeBlock:
		b.codeSettings(n)
		return append(out, &book.Code{Pos: b.pos(firstLine(n)), Lines: b.lines(n)})
	case *ast.FencedCodeBlock:
		b.fenceWords(n)
		b.codeSettings(n)
		c := &book.Code{Pos: b.pos(n.Pos()), Lines: b.lines(n)}
		if lang := n.Language(b.source); lang != nil {
			c.Language = unescape(lang)
		}
		return append(out, c)
	case *fragmentNode:
		return b.fragment(out, n)
	case *enclosureNode:
		return b.enclosure(out, n)
	case *ast.HTMLBlock: // of these, only page breaks are left
		return append(out, &book.PageBreak{Pos: b.pos(n.Pos())})
	case *extast.Table:
		return append(out, b.table(n))
	case *extast.DefinitionList:
		return append(out, b.definitions(n))
	case *noteNode, *ast.LinkReferenceDefinition, *tomlNode, *frontNode:
		return out
	}
	// There are no other blocks in our grammar; should goldmark add one, its text must not be lost.
	if n.FirstChild() != nil && n.FirstChild().Type() == ast.TypeInline {
		return append(out, &book.Paragraph{Pos: b.pos(firstLine(n)), Text: b.text(n)})
	}
	return append(out, b.blocks(n)...)
}

// paragraph converts a paragraph, to Figures if it consists of pictures only.
func (b *builder) paragraph(out []book.Block, n ast.Node) []book.Block {
	if b.captioned(n) {
		return out
	}
	if b.isPageBreak(n) {
		return append(out, &book.PageBreak{Pos: b.pos(firstLine(n))})
	}
	at := firstLine(n)
	if pictures, links := picturesAlone(b.source, n); pictures != nil {
		b.linked(links)
		for i, img := range pictures {
			if i > 0 {
				at = img.Pos()
			}
			out = append(out, b.figure(img, at))
		}
		return out
	}
	words := b.text(n)
	if len(words) == 0 || b.onlyPlaces(words) {
		return out
	}
	b.deepHeading(at)
	return append(out, b.running(n, sourceLines(n, -1), words))
}

// running returns words as a paragraph, or as verse if their lines in the source are verse.
func (b *builder) running(n ast.Node, lines []text.Segment, words []book.Inline) book.Block {
	if v := b.verse(n, lines, words); v != nil {
		return v
	}
	b.unmarked(n, lines, words)
	return &book.Paragraph{Pos: b.pos(firstLine(n)), Text: b.withPlaces(words)}
}

func (b *builder) quote(n *ast.Blockquote) *book.Quote {
	q := &book.Quote{Pos: b.pos(n.Pos())}
	last := n.LastChild()
	for last != nil && (last.Kind() == kindNote || last.Kind() == ast.KindLinkReferenceDefinition) {
		last = last.PreviousSibling()
	}
	single := map[book.Block]*book.Verse{}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		p, ok := c.(*ast.Paragraph)
		from, lines := len(q.Blocks), -1
		if ok && c == last {
			lines = b.attributed(q, p)
		}
		if lines < 0 {
			q.Blocks = b.block(q.Blocks, c)
		}
		if ok && len(q.Blocks) > from {
			single[q.Blocks[from]] = b.oneLine(sourceLines(p, lines), q.Blocks[from])
		}
		b.notes()
	}
	q.Blocks = joinStanzas(q.Blocks, single)
	return q
}

// attributed adds the last paragraph of a quotation if it ends with an attribution, and returns the number of its lines
// before the attribution. It returns -1 if there is no attribution.
func (b *builder) attributed(q *book.Quote, p *ast.Paragraph) (lines int) {
	start, dash, width := attribution(p, b.source)
	if dash == nil || start == p.FirstChild() && len(q.Blocks) == 0 {
		return -1
	}
	b.run.reset()
	words := b.trim(b.inlines(nil, p.FirstChild(), start, 0))
	b.run.buf, b.run.space = append(b.run.buf, '\n'), true
	b.skip.node, b.skip.bytes = dash, width
	q.Attribution = b.trim(b.inlines(nil, start, nil, 0))
	b.skip.node = nil
	b.run.finish(b.rules)
	lines = linesBefore(p, dash)
	if len(words) > 0 {
		q.Blocks = append(q.Blocks, b.running(p, sourceLines(p, lines), words))
	}
	return lines
}

// attribution finds the line of a paragraph that starts with a dash: the last one, or else the first, because a long
// attribution in a paragraph of its own may be wrapped. It returns the node that the line starts with, the text node with
// the dash, and the length of the dash and the space after it in bytes.
func attribution(p *ast.Paragraph, source []byte) (start ast.Node, dash *ast.Text, n int) {
	start = p.FirstChild()
	for c := p.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok && (t.SoftLineBreak() || t.HardLineBreak()) && t.NextSibling() != nil {
			start = t.NextSibling()
		}
	}
	for _, line := range []ast.Node{start, p.FirstChild()} {
		t := line
		for t != nil && t.Kind() != ast.KindText {
			t = t.FirstChild()
		}
		if t, ok := t.(*ast.Text); ok {
			if n := dashLength(t.Segment.Value(source)); n > 0 {
				return line, t, n
			}
		}
	}
	return nil, nil, 0
}

// linesBefore returns the number of lines of a paragraph before the line of one of its inlines.
func linesBefore(p *ast.Paragraph, in *ast.Text) int {
	n := 0
	for n < p.Lines().Len() && p.Lines().At(n).Stop <= in.Segment.Start {
		n++
	}
	return n
}

func dashLength(s []byte) int {
	n := 0
	for _, dash := range []string{"---", "--", "—", "―", "–"} {
		if strings.HasPrefix(string(s[:min(len(s), 4)]), dash) {
			n = len(dash)
			break
		}
	}
	if n == 0 {
		return 0
	}
	for n < len(s) && (s[n] == ' ' || s[n] == '\t') {
		n++
	}
	return n
}

func task(item ast.Node) book.Task {
	if item.FirstChild() == nil {
		return book.NoTask
	}
	box, ok := item.FirstChild().FirstChild().(*extast.TaskCheckBox)
	switch {
	case !ok:
		return book.NoTask
	case box.IsChecked:
		return book.Done
	}
	return book.Open
}

func (b *builder) lines(n ast.Node) []string {
	out := make([]string, 0, n.Lines().Len())
	for i := range n.Lines().Len() {
		seg := n.Lines().At(i)
		out = append(out, strings.TrimRight(string(seg.Value(b.source)), "\r\n"))
	}
	return out
}

func (b *builder) table(n *extast.Table) *book.Table {
	t := &book.Table{Pos: b.pos(n.Pos())}
	b.tableCaption(n, t)
	for _, a := range n.Alignments {
		t.Align = append(t.Align, map[extast.Alignment]book.Align{
			extast.AlignLeft: book.AlignLeft, extast.AlignRight: book.AlignRight, extast.AlignCenter: book.AlignCenter,
		}[a])
	}
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		cells := make([]book.Cell, 0, len(t.Align))
		end := -1
		for c := row.FirstChild(); c != nil; c = c.NextSibling() {
			cells = append(cells, b.text(c))
			end = -1
			if c.Lines().Len() > 0 {
				end = c.Lines().At(0).Stop
			}
		}
		if _, ok := row.(*extast.TableHeader); ok {
			t.Head = cells
			continue
		}
		t.Rows = append(t.Rows, cells)
		if end < 0 {
			continue
		}
		rest, _ := cutLine(b.source[end:])
		if words := bytes.Trim(rest, " \t\r\n|"); len(words) > 0 {
			b.f.diags.Errorf("table-cells", b.pos(end+bytes.Index(rest, words)),
				"row with more cells than the table's head, which has %d", len(t.Align)).
				Note("add a column to the head, or delete the cell; write \\| for a bar inside a cell")
		}
	}
	b.captionRow(n, t)
	return t
}

func (b *builder) definitions(n *extast.DefinitionList) *book.Definitions {
	out := &book.Definitions{Pos: b.pos(n.Pos())}
	var d *book.Definition
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if _, ok := c.(*extast.DefinitionDescription); ok && d != nil {
			d.Defs = append(d.Defs, b.blocks(c))
			continue
		}
		if d == nil || len(d.Defs) > 0 {
			d = &book.Definition{Pos: b.pos(c.Pos())}
			out.Items = append(out.Items, d)
		}
		d.Terms = append(d.Terms, b.text(c))
	}
	return out
}

// firstLine returns the offset of a leaf block's text.
func firstLine(n ast.Node) int {
	if n.Lines().Len() > 0 {
		return n.Lines().At(0).Start
	}
	return n.Pos()
}
