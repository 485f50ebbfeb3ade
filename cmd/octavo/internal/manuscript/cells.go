package manuscript

import (
	"bytes"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/lang"
)

// Cells reads cells of a table that is a file of its own, as the words of cards: inline Markdown, by the rules of a book's language.
type Cells struct{ b *builder }

// NewCells returns a reader of cells of a file. Of contents, the language, its marks and whether there are formulas count.
func NewCells(src *diag.Source, contents book.Contents) *Cells {
	l, _ := lang.Find(contents.Language)
	l.Quotes, _ = l.Quotes.Choose(contents.Quotes)
	f := &findings{notes: map[string]*noteNode{}, src: src, diags: diag.CollectorOf(src), math: contents.Math}
	b := &builder{file: &parsedFile{src: src}, how: reading{lang: l, math: contents.Math}, punctuation: newPunctuation(l), src: src,
		source: src.Text, f: f}
	b.begin(src.Name)
	return &Cells{b}
}

// Words returns the inlines of a cell's words. The words are a part of the file's text, and then every inline knows its place in it; or
// they stand at that offset of the file in another way, and all inlines are there. A line end in them is one on the card.
func (c *Cells) Words(words []byte, at int) (out []book.Inline) {
	if t := overfull(words); t != nil {
		c.b.f.diags.Errorf("text-tangled", c.b.pos(at+t.at), "%s", t.what).Note("take out the marks that are no markup")
		return nil
	}
	defer func() {
		if r := recover(); r != nil {
			c.b.f.diags.Errorf("file-unparsable", diag.Pos{Source: c.b.src, Offset: at}, "internal error in the parser of Markdown: %v", r).
				Note("report it with the file: this is a fault of octavo")
			out = nil
		}
	}()
	if bytes.IndexByte(words, '\n') >= 0 {
		words = bytes.ReplaceAll(words, []byte("\n"), []byte("\\\n")) // a hard line break
	} else if text := c.b.src.Text; len(words) > 0 && at < len(text) && &text[at] == &words[0] {
		c.b.foreignApart(words, at) // which it does of other words itself
	}
	return c.b.apart(words, at)
}

// Found returns what is wrong with the words that were read.
func (c *Cells) Found() diag.List {
	c.b.f.reportMeaningless()
	c.b.f.reportTags()
	return c.b.f.diags.List()
}
