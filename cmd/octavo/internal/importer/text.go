package importer

import (
	"bytes"
	"cmp"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/lazyregexp"
	"octavo/cmd/octavo/internal/readfile"
	"octavo/cmd/octavo/internal/runs"
)

// hasHeading matches a heading of Markdown, which makes a file with another extension Markdown too.
var hasHeading = lazyregexp.New(`(?m)^#{1,6} +\S`)

// readText reads plain text: paragraphs with empty lines between them, or a line each.
func (ms *Manuscript) readText(t *tree, name string) error {
	data, err := t.read(name)
	if err != nil {
		return err
	}
	if hasHeading().Match(data) {
		return ms.readMarkdown(t, name)
	}
	r := &textReader{src: &diag.Source{Name: name, Text: utf8Text(data)}, ms: ms}
	blocks := r.blocks()
	ms.adopt(r.title, authorsOf(r.author), r.language, "")
	base := path.Base(name)
	cs := ms.chapters(blocks, cmp.Or(r.title, titleOfName(base)), base)
	for _, c := range cs {
		c.page = name
	}
	ms.Chapters = append(ms.Chapters, cs...)
	return nil
}

// utf8Text returns text in UTF-8, with line feeds and without other control characters but tabs and form feeds.
func utf8Text(data []byte) []byte {
	return bytes.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' && r != '\f' || r == 0x7F {
			return -1
		}
		return r
	}, readfile.Text(data))
}

// textReader reads plain text.
type textReader struct {
	src                     *diag.Source
	ms                      *Manuscript
	title, author, language string // of a header like Project Gutenberg's
	wrapped                 bool   // paragraphs have many lines
}

// chunk is lines without an empty one between them.
type chunk struct {
	lines  []string
	at     int // offset of the first
	before int // empty lines before it
}

var (
	gutenbergStart = lazyregexp.New(`(?m)^\*\*\* ?START OF (?:THE|THIS) PROJECT GUTENBERG.*$`)
	gutenbergEnd   = lazyregexp.New(`(?m)^\*\*\* ?END OF (?:THE|THIS) PROJECT GUTENBERG.*$`)
	headerLine     = lazyregexp.New(`(?m)^(Title|Author|Language): *(.+)$`)
	romanAlone     = lazyregexp.New(`^(?:[IVXLC]+|\d{1,3})\.?$`)
	underlined     = lazyregexp.New(`^(?:=+|-+|~+|\*+)$`)
)

// blocks reads the text.
func (r *textReader) blocks() []book.Block {
	text, base := string(r.src.Text), 0
	if start := gutenbergStart().FindStringIndex(text); start != nil {
		for _, m := range headerLine().FindAllStringSubmatch(text[:start[0]], -1) {
			switch m[1] {
			case "Title":
				r.title = strings.TrimSpace(m[2])
			case "Author":
				r.author = strings.TrimSpace(m[2])
			case "Language":
				r.language = map[string]string{"English": "en", "German": "de", "French": "fr", "Spanish": "es", "Italian": "it", "Dutch": "nl"}[strings.TrimSpace(m[2])]
			}
		}
		end := len(text)
		if m := gutenbergEnd().FindStringIndex(text); m != nil && m[0] > start[1] {
			end = m[0]
		}
		r.ms.remark(leftOut, nil, r.src.Name, "the header and the licence of Project Gutenberg", words(text[:start[0]], 20))
		text, base = text[start[1]:end], start[1]
	}
	chunks := chunksOf(text, base)
	lines, long, deep := 0, 0, 0
	for _, c := range chunks {
		lines += len(c.lines)
		if len(c.lines) > 2 {
			deep++
		}
		for _, l := range c.lines {
			if utf8.RuneCountInString(l) > 85 {
				long++
			}
		}
	}
	r.wrapped = deep > 0 && 4*long < lines
	if !r.wrapped && len(chunks) > 0 && lines > 4*len(chunks) { // a paragraph a line, without empty lines
		chunks = separate(chunks)
	}
	var out []book.Block
	for i, c := range chunks {
		out = append(out, r.block(c, i+1 < len(chunks))...)
	}
	return out
}

// chunksOf divides a text at its empty lines.
func chunksOf(text string, base int) []chunk {
	var out []chunk
	var c chunk
	empty, at := 0, base
	flush := func() {
		if len(c.lines) > 0 {
			out = append(out, c)
			empty = 0
		}
		c = chunk{}
	}
	for line := range strings.Lines(text) {
		trimmed := strings.TrimRight(line, " \t\n\f")
		if strings.TrimSpace(trimmed) == "" {
			flush()
			empty++
		} else {
			if len(c.lines) == 0 {
				c.at, c.before = at, empty
			}
			c.lines = append(c.lines, trimmed)
		}
		at += len(line)
	}
	flush()
	return out
}

// separate makes every line a chunk.
func separate(chunks []chunk) []chunk {
	var out []chunk
	for _, c := range chunks {
		at := c.at
		for i, l := range c.lines {
			one := chunk{lines: []string{l}, at: at}
			if i == 0 {
				one.before = c.before
			}
			out = append(out, one)
			at += len(l) + 1
		}
	}
	return out
}

// block returns a chunk as a heading, a break, verse or a paragraph.
func (r *textReader) block(c chunk, more bool) []book.Block {
	pos := diag.Pos{Source: r.src, Offset: c.at}
	joined := oneLine(strings.Join(c.lines, " "))
	switch {
	case len(c.lines) == 1 && runs.SceneBreak(joined):
		return []book.Block{&book.Break{Pos: pos}}
	case len(c.lines) == 2 && underlined().MatchString(strings.TrimSpace(c.lines[1])) && utf8.RuneCountInString(c.lines[0]) < 100:
		return []book.Block{&book.Heading{Pos: pos, Level: 2, Text: r.inlines(strings.TrimSpace(c.lines[0]), pos)}}
	case more && isTextHeading(c, joined):
		level := 2
		if partName().MatchString(joined) && !chapterName().MatchString(joined) {
			level = 1
		}
		title := joined
		if len(c.lines) > 1 && onlyNumber().MatchString(strings.TrimSpace(c.lines[0])) { // CHAPTER I, and its title below
			title = strings.TrimRight(strings.TrimSpace(c.lines[0]), ".: ") + ": " + oneLine(strings.Join(c.lines[1:], " "))
		}
		return []book.Block{&book.Heading{Pos: pos, Level: level, Text: r.inlines(title, pos)}}
	}
	if r.wrapped && isVerse(c) {
		return []book.Block{r.verse(c, pos)}
	}
	if !r.wrapped && len(c.lines) > 1 {
		text := r.inlines(strings.Join(c.lines, "\n"), pos)
		return []book.Block{&book.Paragraph{Pos: pos, Text: text}}
	}
	return []book.Block{&book.Paragraph{Pos: pos, Text: r.inlines(unhyphenated(c.lines), pos)}}
}

// unhyphenated joins the lines of a paragraph.
func unhyphenated(lines []string) string {
	return oneLine(strings.Join(lines, " "))
}

// isTextHeading reports whether a chunk is a heading: a chapter's title, or a line in capitals or with a number alone, with white around it.
func isTextHeading(c chunk, joined string) bool {
	if len(c.lines) > 3 || utf8.RuneCountInString(joined) > 100 {
		return false
	}
	if chapterName().MatchString(joined) || partName().MatchString(joined) && len(strings.Fields(joined)) < 12 {
		return true
	}
	if len(c.lines) > 1 && chapterName().MatchString(strings.TrimSpace(c.lines[0])) {
		return true
	}
	if len(c.lines) > 1 || c.before < 2 && !(c.before == 1 && allCapitals(joined)) {
		return false
	}
	return romanAlone().MatchString(joined) || allCapitals(joined)
}

// allCapitals reports whether a line has letters, and only capitals among them.
func allCapitals(s string) bool {
	letters := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters > 3 && !strings.ContainsAny(s[len(s)-1:], "!?,\"")
}

// isVerse reports whether the lines of a chunk are verse: several, indented, and short.
func isVerse(c chunk) bool {
	if len(c.lines) < 2 {
		return false
	}
	for _, l := range c.lines {
		if !strings.HasPrefix(l, "  ") && !strings.HasPrefix(l, "\t") || utf8.RuneCountInString(strings.TrimSpace(l)) > 60 {
			return false
		}
	}
	return true
}

// verse returns a chunk as a stanza.
func (r *textReader) verse(c chunk, pos diag.Pos) book.Block {
	least := 1000
	for _, l := range c.lines {
		least = min(least, len(l)-len(strings.TrimLeft(l, " \t")))
	}
	s := &book.Stanza{Pos: pos}
	for _, l := range c.lines {
		text := strings.TrimLeft(l, " \t")
		s.Lines = append(s.Lines, &book.VerseLine{Pos: pos, Indent: 50 * min(len(l)-len(text)-least, 20), Text: r.inlines(text, pos)})
	}
	return &book.Quote{Pos: pos, Blocks: []book.Block{&book.Verse{Pos: pos, Quoted: true, Stanzas: []*book.Stanza{s}}}}
}

// emphasised matches words between underscores, which stand for italics, or between asterisks.
var emphasised = lazyregexp.New(`(^|[\s(\[“"'‘—–-])(_|\*)([^\s_*](?:[^_*\n]{0,300}?[^\s_*])?)(_|\*)($|[\s)\].,;:!?”"'’—–-])`)

// inlines returns running text with its emphasis.
func (r *textReader) inlines(s string, pos diag.Pos) []book.Inline {
	var line runs.Line
	plain := func(s string, f runs.Format) {
		for i, one := range strings.Split(s, "\n") {
			if i > 0 {
				line.AddObject(&book.LineBreak{Pos: pos}, f)
			}
			line.Add(one, f, pos)
		}
	}
	for s != "" {
		m := emphasised().FindStringSubmatchIndex(s)
		if m == nil || s[m[4]:m[5]] != s[m[8]:m[9]] {
			if m == nil {
				break
			}
			plain(s[:m[5]], runs.Format{})
			s = s[m[5]:]
			continue
		}
		plain(s[:m[4]], runs.Format{})
		plain(s[m[6]:m[7]], runs.Format{Italic: s[m[4]:m[5]] == "_", Bold: s[m[4]:m[5]] == "*"})
		s = s[m[9]:]
	}
	plain(s, runs.Format{})
	p := runs.Paragraphs(line.Runs)
	if len(p) == 0 {
		return nil
	}
	var all []runs.Run
	for i, one := range p {
		if i > 0 {
			all = append(all, runs.Run{Text: " ", Pos: pos})
		}
		all = append(all, one...)
	}
	return runs.Nest(all)
}
