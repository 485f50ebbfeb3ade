package manuscript

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/dialect"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/order"
)

// ParseChapter reads the first chapter of a file from its text; see [ParseFile].
func ParseChapter(name string, text []byte) (*book.Chapter, diag.List) {
	chapters, diags := ParseFile(name, text)
	return chapters[0], diags
}

// ParseFile reads the chapters of a file from its text, one at least, as if it were a book of its own, in English: their numbers begin
// with 1, links to other files lead nowhere, and pictures are not read. The name is the file's path under the manuscript folder.
func ParseFile(name string, text []byte) ([]*book.Chapter, diag.List) {
	f := parse(name, text, reading{lang: lang.English(), alone: true})
	part := &book.Part{}
	for i, p := range f.chapters {
		p.chapter.Number = i + 1
		part.Chapters = append(part.Chapters, p.chapter)
	}
	identify(&book.Book{Parts: []*book.Part{part}}, f.chapters)
	if len(part.Chapters) == 0 {
		part.Chapters = []*book.Chapter{{File: name, Source: f.src, ID: book.Slug(order.FileTitle(name)), Pos: diag.Pos{Source: f.src}, Number: 1}}
	}
	return part.Chapters, f.diags
}

// reading is what a file is read with.
type reading struct {
	lang      *lang.Language // of the book
	quotes    string         // the name of its quotation marks; "": the first
	bookTitle string
	authors   []string // of the book
	dates     book.Dates
	theme     func(name string) (id string, declared bool) // nil: none is declared
	title     string                                       // that the list of the files gives it; "": none
	alone     bool                                         // it is the only file of the book
	math      bool                                         // it has formulas between dollar signs
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
	kept     []*keptChapter    // the same chapters; nil where nothing is kept
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
	*parsed      // the chapter at hand
	ch           *book.Chapter
	file         *parsedFile
	how          reading
	outlined     outline
	punctuation  *punctuation            // of the chapter
	foreignSigns map[string]*punctuation // of words in other languages, by their tags
	src          *diag.Source
	source       []byte // the text that goldmark parses: the file's, or a caption's
	base         int    // offset of source in the file
	fixed        bool   // source is not a part of the file: every offset is base
	f            *findings
	run          run
	words        []text.Segment // of the file that are set as words
	texts        []book.Text    // allocated ahead, see newText
	inAlt        bool
	inScript     bool                // in a superscript or a subscript
	pending      []book.Inline       // places that are to stand before the next words
	inPlace      int                 // notes in place around what is converted
	marked       []*noteNode         // notes whose blocks are still to be converted
	inside       *noteNode           // the note that is being converted
	named        map[string]diag.Pos // ids in braces, each with its place
	captions     map[ast.Node]bool   // paragraphs that are the captions of tables before them
	skip         struct {            // the dash before an attribution
		node  ast.Node
		bytes int
	}
	themes, audience defaults

	front    frontMatter
	counted  book.Choice // what the head of the file says of its chapters
	unlisted bool

	fileOrigin book.Origin // whose work the file is
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

// parse reads one file.
func parse(name string, raw []byte, how reading) *parsedFile {
	src, diags := clean("manuscript/"+name, raw)
	return parseText(name, src, diags, how)
}

// parseText reads one file that clean has made a source of. It turns a panic into a diagnostic, because an author can do nothing with a
// stack trace.
func parseText(name string, src *diag.Source, diags diag.List, how reading) (file *parsedFile) {
	f := &findings{notes: map[string]*noteNode{}, src: src, diags: diag.CollectorOf(src), math: how.math}
	f.diags.Add(diags)
	file = &parsedFile{src: src}
	b := &builder{file: file, how: how, punctuation: newPunctuation(how.lang), src: src, source: src.Text, f: f}
	b.begin(name)
	defer func() {
		if r := recover(); r != nil {
			f.diags.Errorf("file-unparsable", diag.Pos{Source: src}, "internal error in the parser of Markdown: %v", r).
				Note("report it with the file: this is a fault of octavo")
		}
		file.diags, file.foreign = f.diags.List(), f.foreign
		for _, p := range file.chapters {
			p.chapter.Given = b.named
			if p.chapter.ID == "" {
				p.chapter.ID = book.Slug(order.FileTitle(name))
			}
		}
	}()
	if t := overfull(src.Text); t != nil {
		f.diags.Errorf("text-tangled", diag.Pos{Source: src, Offset: t.at}, "%s", t.what).Note("%s", t.advice)
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
	b.ch = &book.Chapter{File: name, Source: b.src, Pos: diag.Pos{Source: b.src}, Counted: b.counted, Unlisted: b.unlisted, Origin: b.fileOrigin}
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
	case b.outlined.title == byFront, b.outlined.ownLead && b.front.title.text != "":
		b.titleByFront()
	case b.outlined.title == byName, b.outlined.ownLead:
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
