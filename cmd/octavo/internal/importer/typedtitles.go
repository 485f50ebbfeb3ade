package importer

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/book"
)

// typedTitlePage takes a first heading that is the book's own title out of the text, with the few words under it: the author, a date.
func (ms *Manuscript) typedTitlePage(blocks []book.Block, top int, title, from string) []book.Block {
	h, ok := blocks[0].(*book.Heading)
	if !ok || h.Level != top || !strings.EqualFold(book.PlainText(h.Text), cmp.Or(ms.Title, title)) {
		return blocks
	}
	n := 0
	for i, b := range blocks[1:] {
		if next, ok := b.(*book.Heading); ok && next.Level == top {
			ms.Title = cmp.Or(ms.Title, book.PlainText(h.Text))
			for _, b := range blocks[1 : i+1] {
				if words := plainBlock(b); !slices.Contains(ms.Authors, words) {
					ms.remark(leftOut, nil, from, "the title page: octavo makes its own", words)
				}
			}
			return blocks[i+1:]
		}
		p, ok := b.(*book.Paragraph)
		if !ok {
			return blocks
		}
		if n += len(strings.Fields(book.PlainText(p.Text))); n > longestTitlePage {
			return blocks
		}
	}
	return blocks
}

// typedTitles makes headings of lines that look like the titles of chapters, in a text without headings.
func (ms *Manuscript) typedTitles(blocks []book.Block, from string) []book.Block {
	found := 0
	blocks = uncentred(blocks)
	for _, b := range blocks {
		if p, ok := b.(*book.Paragraph); ok && isTypedTitle(p) {
			found++
		}
	}
	if found == 0 {
		return blocks
	}
	var out []book.Block
	for i := 0; i < len(blocks); i++ {
		p, ok := blocks[i].(*book.Paragraph)
		if !ok || !isTypedTitle(p) {
			out = append(out, blocks[i])
			continue
		}
		h := &book.Heading{Pos: p.Pos, Level: 2, Text: spaced(unemphasised(p.Text))}
		if partName().MatchString(book.PlainText(h.Text)) && !chapterName().MatchString(book.PlainText(h.Text)) {
			h.Level = 1
		}
		if onlyNumber().MatchString(book.PlainText(h.Text)) && h.Level == 2 && i+1 < len(blocks) {
			if next, ok := blocks[i+1].(*book.Paragraph); ok && looksLikeTitle(next) && !isTypedTitle(next) {
				h.Text = append(trimColon(h.Text), append([]book.Inline{&book.Text{Value: ": "}}, spaced(unemphasised(next.Text))...)...)
				i++
			}
		}
		out = append(out, h)
	}
	ms.remark(look, nil, from, "lines that look like titles were made the chapters' headings", "")
	return out
}

// uncentred takes lines out of the middle of the measure that are titles, with those after them.
func uncentred(blocks []book.Block) []book.Block {
	var out []book.Block
	for _, b := range blocks {
		a, ok := b.(*book.Aligned)
		if !ok {
			out = append(out, b)
			continue
		}
		at := slices.IndexFunc(a.Blocks, func(b book.Block) bool {
			p, ok := b.(*book.Paragraph)
			return ok && isTypedTitle(p)
		})
		if at < 0 {
			out = append(out, b)
			continue
		}
		if at > 0 {
			out = append(out, &book.Aligned{Pos: a.Pos, Align: a.Align, Blocks: a.Blocks[:at]})
		}
		out = append(out, a.Blocks[at:]...)
	}
	return out
}

// numbered joins a heading that is only a number with the next one, if nothing stands between: Chapter One: The Door.
func numbered(blocks []book.Block) []book.Block {
	var out []book.Block
	for i := 0; i < len(blocks); i++ {
		h, ok := blocks[i].(*book.Heading)
		if ok && i+1 < len(blocks) && onlyNumber().MatchString(strings.TrimSpace(book.PlainText(h.Text))) {
			next, ok := blocks[i+1].(*book.Heading)
			if ok && next.Level >= h.Level && next.Level <= h.Level+1 && !onlyNumber().MatchString(book.PlainText(next.Text)) &&
				!chapterName().MatchString(book.PlainText(next.Text)) && !partName().MatchString(book.PlainText(h.Text)) {
				h.Text = append(trimColon(h.Text), append([]book.Inline{&book.Text{Value: ": "}}, next.Text...)...)
				i++
			}
		}
		out = append(out, blocks[i])
		if ok {
			out[len(out)-1] = h
		}
	}
	return out
}

// isTypedTitle reports whether a paragraph is the title of a chapter or a part.
func isTypedTitle(p *book.Paragraph) bool {
	words := strings.TrimSpace(book.PlainText(p.Text))
	if utf8.RuneCountInString(words) > 100 {
		return false
	}
	return chapterName().MatchString(words) || partName().MatchString(words) && len(strings.Fields(words)) < 10
}

// looksLikeTitle reports whether a paragraph after "Chapter One" is the rest of its title: short, bold or in capitals, without a full stop.
func looksLikeTitle(p *book.Paragraph) bool {
	words := strings.TrimSpace(book.PlainText(p.Text))
	if utf8.RuneCountInString(words) > 70 || strings.ContainsAny(words[max(0, len(words)-1):], ".,;:?!\"”") {
		return false
	}
	if len(p.Text) == 1 {
		if _, bold := p.Text[0].(*book.Strong); bold {
			return true
		}
	}
	letters, capitals := 0, 0
	for _, w := range strings.Fields(words) {
		r, _ := utf8.DecodeRuneInString(w)
		if utf8.RuneCountInString(w) > 3 {
			letters++
			if unicode.IsUpper(r) {
				capitals++
			}
		}
	}
	return letters > 0 && capitals == letters
}

// trimColon drops a full stop or a colon at the end of a title's number.
func trimColon(text []book.Inline) []book.Inline {
	if t, ok := text[len(text)-1].(*book.Text); ok {
		t.Value = strings.TrimRight(t.Value, ".: ")
	}
	return text
}

// spaced returns a text with spaces in place of its line breaks.
func spaced(text []book.Inline) []book.Inline {
	out := make([]book.Inline, len(text))
	for i, in := range text {
		if _, ok := in.(*book.LineBreak); ok {
			in = &book.Text{Pos: in.Start(), Value: " "}
		}
		out[i] = in
	}
	return out
}
