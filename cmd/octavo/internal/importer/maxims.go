package importer

import (
	"strings"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
)

// longestMaxim is the number of words up to which a sentence is short enough for a maxim.
const longestMaxim = 40

// makeEntries makes an entry of each short sentence that is a heading, or a paragraph in bold, with the paragraphs after it; and a
// chapter of entries of each text in which sentences and what is said about them take turns.
func (ms *Manuscript) makeEntries() {
	used := usedNames{}
	for _, c := range ms.Chapters {
		if c.Text != nil {
			ms.entriesInText(c, used)
			continue
		}
		m := &maxims{ms: ms, c: c, used: used}
		m.make(c.Blocks)
		c.Blocks = m.out
	}
}

// maxims makes the entries of a chapter.
type maxims struct {
	ms   *Manuscript
	c    *Chapter
	used usedNames
	out  []book.Block
	open *book.Entry

	begun []beginning
}

// beginning is the block of the source that an entry was made of.
type beginning struct {
	entry *book.Entry
	block book.Block // a heading or a paragraph
}

// make makes the entries of blocks.
func (m *maxims) make(blocks []book.Block) {
	if alternates(blocks) {
		m.pairs(blocks)
	} else {
		m.sections(blocks)
	}
}

// add adds a block to the open entry, or to the chapter before the first one.
func (m *maxims) add(b book.Block) {
	if m.open != nil {
		m.open.Gloss = append(m.open.Gloss, b)
		return
	}
	m.out = append(m.out, b)
}

// begin begins an entry with words, which are those of a block.
func (m *maxims) begin(text []book.Inline, of book.Block) {
	plain := book.PlainText(text)
	e := &book.Entry{Level: 2, Maxim: text, Kind: plainKind(), Status: book.Ready, Source: m.c.Source, ID: m.used.add(book.Slug(plain), "")}
	m.out = append(m.out, e)
	m.open = e
	m.begun = append(m.begun, beginning{e, of})
	m.ms.Maxims++
	m.ms.look(m.c, "", "a sentence became an entry with kind = \""+plainKind()+"\"; see that it is one", plain)
}

// plainKind returns the kind of the entries: the first of those that octavo has of itself, which needs no keys.
func plainKind() string { return config.BuiltInKindIDs()[0] }

// sections makes entries of headings and paragraphs in bold that are short sentences.
func (m *maxims) sections(blocks []book.Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *book.Heading:
			if isMaxim(b.Text, b.Level == 2 || m.open != nil) {
				m.begin(b.Text, b)
				continue
			}
			if b.Level <= 2 {
				m.open = nil
			}
		case *book.Paragraph:
			if bold := allStrong(b.Text); bold != nil && isMaxim(bold, true) {
				m.begin(bold, b)
				continue
			}
		}
		m.add(b)
	}
}

// alternates reports whether a text is a sentence and a paragraph about it, in turns: the first short, the second longer.
func alternates(blocks []book.Block) bool {
	if len(blocks) < 4 || len(blocks)%2 != 0 {
		return false
	}
	for i, b := range blocks {
		p, ok := b.(*book.Paragraph)
		if !ok {
			return false
		}
		n := len(strings.Fields(book.PlainText(p.Text)))
		if i%2 == 0 && (n > longestMaxim || !isMaxim(p.Text, true)) || i%2 == 1 && n <= len(strings.Fields(plainBlock(blocks[i-1]))) {
			return false
		}
	}
	return true
}

// pairs makes an entry of each sentence and the paragraph after it.
func (m *maxims) pairs(blocks []book.Block) {
	for i, b := range blocks {
		p := b.(*book.Paragraph)
		if i%2 == 0 {
			m.begin(unemphasised(p.Text), p)
			continue
		}
		m.add(p)
	}
}

// allStrong returns the words of a paragraph that is bold as a whole, else nil.
func allStrong(text []book.Inline) []book.Inline {
	if len(text) == 1 {
		if s, ok := text[0].(*book.Strong); ok {
			return s.Text
		}
	}
	return nil
}

// isMaxim reports whether words are a short sentence: a few words that end as a sentence does, or would.
func isMaxim(text []book.Inline, can bool) bool {
	plain := strings.TrimSpace(book.PlainText(text))
	n := len(strings.Fields(plain))
	if !can || n < 3 || n > longestMaxim {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(plain, `"”’')»`))
	return strings.ContainsRune(".!?…", last) || n >= 4 && !titleCase(plain)
}

// titleCase reports whether most words of a line begin with capitals, as in a title.
func titleCase(s string) bool {
	capitals, long := 0, 0
	for i, w := range strings.Fields(s) {
		if utf8.RuneCountInString(w) < 4 && i > 0 {
			continue
		}
		long++
		if r, _ := utf8.DecodeRuneInString(w); strings.ToUpper(string(r)) == string(r) {
			capitals++
		}
	}
	return 3*capitals > 2*long
}
