package interior

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// opener returns the paragraph that begins a chapter: its first block, or the one after its epigraph. It returns nil for a
// chapter that begins with another kind of block.
func opener(blocks []book.Block) *book.Paragraph {
	for _, b := range blocks {
		switch b := b.(type) {
		case *book.Paragraph:
			return b
		case *book.Quote:
			if b.Epigraph {
				continue
			}
		}
		return nil
	}
	return nil
}

// initial is the large letter that begins a chapter.
type initial struct {
	letter page.Text
	prefix string      // the text that the letter replaces: with a space when the letter is a word
	inset  page.Length // of the lines beside it
	lines  int         // of the text that it is high
	drop   bool        // it descends beside the lines under the first; otherwise it rises above the first
}

// initial removes the first letter from a paragraph's spans and sets it large, as the style has it. It returns nil and the
// unchanged spans where the style has no initials or the paragraph does not begin with a letter.
func (c *column) initial(spans []typeset.Inline) (*initial, []typeset.Inline) {
	st := c.style.Chapter
	if st.Initial == config.None || len(spans) == 0 {
		return nil, spans
	}
	first, ok := spans[0].(*typeset.Span)
	if !ok {
		return nil, spans
	}
	r, n := utf8.DecodeRuneInString(first.Text)
	if !unicode.IsLetter(r) || first.Font != c.fonts.Regular || first.Rise != 0 || !first.Font.Has(unicode.ToUpper(r)) {
		return nil, spans
	}
	rest := strings.TrimLeft(first.Text[n:], " ")
	if rest == "" {
		return nil, spans
	}
	prefix := first.Text[:len(first.Text)-len(rest)]

	f := first.Font
	glyph := f.Glyph(unicode.ToUpper(r))
	upem := page.Length(f.Upem)
	rise := c.leading * page.Length(st.Lines-1)
	height := rise + c.textStyle.Size*page.Length(f.CapHeight)/upem
	size := height * upem / page.Length(max(f.CapHeight, 1))
	left, right := inkOf(f.Font, glyph)
	i := &initial{prefix: prefix, lines: st.Lines, drop: st.Initial == config.Drop}
	i.letter = page.Text{X: -left * size / upem, Font: f.Font, Size: size, Color: first.Color, Pos: first.Pos, Node: first.Node,
		Glyphs: []page.Glyph{{ID: glyph, Advance: int32(page.Length(f.Advance(glyph)) * size / upem)}}}
	i.inset = (right-left)*size/upem + c.textStyle.Size/6
	if strings.HasSuffix(prefix, " ") {
		i.inset += c.textStyle.Size / 10
	}
	after := *first
	after.Text, after.Offset = rest, first.Offset+len(prefix)
	return i, append([]typeset.Inline{&after}, spans[1:]...)
}

// firstParagraph sets the paragraph that begins a chapter.
func (c *column) firstParagraph(spans []typeset.Inline, set typeset.Setting) {
	from := len(c.flow)
	i, rest := c.initial(spans)
	if i == nil {
		c.galley.paragraph(typeset.NewParagraph(c.lead(spans), set), c.noteRows)
		return
	}
	set.Inset, set.InsetLines = i.inset, 1
	if i.drop {
		set.InsetLines = i.lines
	}
	asked := c.galley
	c.galley.paragraph(typeset.NewParagraph(c.lead(rest), set), c.noteRows)
	if len(c.flow) > from && !i.into(c.flow[from], c.left, c.leading) {
		set.Inset, set.InsetLines = 0, 0
		c.galley = asked
		c.galley.paragraph(typeset.NewParagraph(c.lead(spans), set), c.noteRows)
	}
}

// inkOf returns the left and right edges of a glyph's ink, in font units.
func inkOf(f *font.Font, glyph uint16) (left, right page.Length) {
	left, right = 1<<30, -1<<30
	for _, s := range page.Outline(f, glyph) {
		if s.Op != page.Close {
			left, right = min(left, s.X), max(right, s.X)
		}
	}
	if left > right {
		return 0, page.Length(f.Advance(glyph))
	}
	return left / font.OutlineUnit, right / font.OutlineUnit
}

// into adds the initial to the block of the paragraph that was set beside it. It returns false, and changes nothing, when
// the paragraph has fewer lines than the initial is high.
func (i *initial) into(b *block, left, leading page.Length) bool {
	for w := range b.Ways {
		if i.drop && len(b.Ways[w].Rows) < i.lines {
			return false
		}
	}
	y := textstyle.Baseline(leading)
	up := leading * page.Length(i.lines-1)
	if i.drop {
		y += up
		up = 0
	}
	set := b.set
	b.set = func(w int) {
		row := &b.Ways[w].Rows[0]
		before := len(row.Items)
		set(w)
		letter := i.letter
		letter.X, letter.Y = letter.X+left, y+up
		letter.Glyphs = append([]page.Glyph(nil), letter.Glyphs...)
		text := false
		for _, it := range row.Items[before:] {
			page.Shift(it, 0, up)
			if t, ok := it.(*page.Text); ok && !text { // the letter's text goes to its word, so that the word stays one
				text = true
				t.Text, t.Offset = i.prefix+t.Text, max(0, t.Offset-len(i.prefix))
				for k := range t.Glyphs {
					if t.Glyphs[k].At > 0 {
						t.Glyphs[k].At += int32(len(i.prefix))
					}
				}
			}
		}
		row.Items = append(row.Items, nil)
		copy(row.Items[before+1:], row.Items[before:])
		row.Items[before] = &letter
	}
	for w := range b.Ways {
		rows := b.Ways[w].Rows
		rows[0].Height += up
		for k := 1; i.drop && k < i.lines; k++ {
			rows[k].Penalty = typeset.Forbidden
		}
	}
	return true
}

// leadLetters is the least number of letters that the small capitals at the start of a chapter take in.
const leadLetters = 10

// lead sets the first words of a chapter in small capitals, up to the next stop.
func (c *column) lead(spans []typeset.Inline) []typeset.Inline {
	if c.style.Chapter.Lead != config.SmallCaps || len(spans) == 0 || !c.fonts.Regular.Supports(font.SmallCaps) {
		return spans
	}
	first, ok := spans[0].(*typeset.Span)
	if !ok || first.Font != c.fonts.Regular || first.Rise != 0 {
		return spans
	}
	letters, end := 0, 0
	for at, r := range first.Text {
		end = at + utf8.RuneLen(r)
		if unicode.IsLetter(r) {
			letters++
		}
		next, _ := utf8.DecodeRuneInString(first.Text[end:])
		if unicode.IsSpace(next) && (letters >= leadLetters || unicode.IsPunct(r)) {
			break
		}
	}
	words, rest := *first, *first
	words.Text, rest.Text = first.Text[:end], first.Text[end:]
	rest.Offset += end
	words.Features = words.Features | font.SmallCaps | font.NoLigatures
	words.Tracking, words.Solid = first.Size/20, true
	out := []typeset.Inline{&words}
	if rest.Text != "" {
		out = append(out, &rest)
	}
	return append(out, spans[1:]...)
}
