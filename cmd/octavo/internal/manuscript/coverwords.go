package manuscript

import (
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/tomltext"
)

// readCover reads what book.toml has for the cover of the printed book. It returns nil if that has nothing.
func readCover(folders *pictureFolders, files book.CoverFiles, how reading) (*book.Cover, diag.List) {
	if files == (book.CoverFiles{}) {
		return nil, nil
	}
	c := &book.Cover{}
	var diags, found diag.List
	c.Blurb, found = coverWords(files.Blurb, how)
	diags = append(diags, found...)
	c.Bio, found = coverWords(files.Bio, how)
	diags = append(diags, found...)
	c.Photo, found = readAlone(folders, files.Photo)
	diags = append(diags, found...)
	diags.Limited(diag.Cover)
	c.Art, found = readAlone(folders, files.Art) // the EPUB's cover shows it, too
	return c, append(diags, found...)
}

// coverWords reads Markdown in a string of book.toml. All places in what it returns are in book.toml.
func coverWords(p book.Passage, how reading) ([]book.Block, diag.List) {
	src := p.Pos.Source
	if src == nil || p.End > len(src.Text) || p.Pos.Offset >= p.End {
		return nil, nil
	}
	words, places := tomltext.Characters(string(src.Text[p.Pos.Offset:p.End]))
	if strings.TrimSpace(words) == "" {
		return nil, nil
	}
	how.alone, how.title = false, ""
	from := &diag.Source{Name: src.Name, Text: []byte(words)}
	file := parseText("", from, nil, how)
	part := &book.Part{}
	for _, c := range file.chapters {
		part.Chapters = append(part.Chapters, c.chapter)
	}
	w := coverReader{diags: append(file.diags, identify(&book.Book{Parts: []*book.Part{part}}, file.chapters)...)}
	for _, c := range part.Chapters {
		if !c.Named {
			w.refuse(c.Pos, "a title")
		}
		w.blocks = append(w.blocks, w.taken(c.Blocks, nil)...)
	}
	m := moved{from: from, to: p.Pos, places: places}
	m.diagnostics(w.diags)
	m.blocks(w.blocks)
	return w.blocks, w.diags
}

// coverReader takes of a text what a cover has room for, and reports the rest.
type coverReader struct {
	blocks []book.Block
	diags  diag.List
}

func (w *coverReader) refuse(at diag.Pos, what string) {
	w.diags.Errorf("cover-block", at, "%s on the cover", what).
		Note("the blurb and the bio take paragraphs, emphasis, small lists, and quotations with their sources")
}

// taken returns the blocks that a cover takes, inside a list or a quotation if that is not nil.
func (w *coverReader) taken(blocks []book.Block, inside book.Block) (out []book.Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *book.Paragraph:
			b.Text = w.words(b.Text)
			out = append(out, b)
			continue
		case *book.Verse:
			for _, s := range b.Stanzas {
				out = append(out, &book.Paragraph{Pos: s.Pos, Text: w.words(s.Text())})
			}
			continue
		case *book.Quote:
			if inside == nil {
				b.Blocks, b.Epigraph = w.taken(b.Blocks, b), false
				b.Attribution = w.words(b.Attribution)
				out = append(out, b)
				continue
			}
		case *book.List:
			if inside == nil {
				for _, item := range b.Items {
					item.Blocks = w.taken(item.Blocks, b)
				}
				out = append(out, b)
				continue
			}
		}
		w.refuse(b.Start(), blockName(b, inside))
	}
	return out
}

// blockName says in a message what a block is that a cover does not take.
func blockName(b, inside book.Block) string {
	switch b.(type) {
	case *book.Heading:
		return "a heading"
	case *book.Entry:
		return "an entry"
	case *book.Figure:
		return "a picture in the text"
	case *book.Table:
		return "a table"
	case *book.Code:
		return "a block of code"
	case *book.Quote, *book.List:
		if _, ok := inside.(*book.Quote); ok {
			return "a list or a quotation inside a quotation"
		}
		return "a list or a quotation inside a list"
	case *book.HTML:
		return "HTML"
	}
	return "a block of this kind"
}

// words returns the inlines that a cover takes; a link is its words.
func (w *coverReader) words(text []book.Inline) (out []book.Inline) {
	for _, in := range text {
		switch in := in.(type) {
		case *book.Link:
			out = append(out, w.words(in.Text)...)
			continue
		case *book.Emph:
			in.Text = w.words(in.Text)
		case *book.Strong:
			in.Text = w.words(in.Text)
		case *book.Strike:
			in.Text = w.words(in.Text)
		case *book.Span:
			in.Text = w.words(in.Text)
		case *book.Image:
			w.refuse(in.Pos, "a picture in the text")
			continue
		case *book.NoteMark:
			w.refuse(in.Pos, "a footnote")
			continue
		case *book.RawHTML:
			w.refuse(in.Pos, "HTML")
			continue
		case *book.Math:
			w.refuse(in.Start(), "a formula")
			continue
		}
		out = append(out, in)
	}
	return out
}
