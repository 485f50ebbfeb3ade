package interior

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
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
	items  []page.Item   // the letter and the marks before it, from the left of the measure and the letter's baseline
	prefix string        // the text that they replace: with a space when the letter is a word
	insets []page.Length // of the lines beside it
	lines  int           // of the text that it is high
	drop   bool          // it descends beside the lines under the first; otherwise it rises above the first
}

// initial removes the first letter from a paragraph's spans, and the quotation marks before it, and sets it as high as lines,
// as the style has it. It returns nil and the unchanged spans where the style has no initials or the paragraph does not begin
// with a letter.
func (c *column) initial(spans []typeset.Inline, lines int) (*initial, []typeset.Inline) {
	st := c.style.Chapter
	if st.Initial == config.None || c.lang.RightToLeft() || len(spans) == 0 {
		return nil, spans
	}
	first, ok := spans[0].(*typeset.Span)
	if !ok || first.Font != c.fonts.Regular || first.Rise != 0 {
		return nil, spans
	}
	text := first.Text // and what was written on with it, in other letters: a word in capitals
	second := &typeset.Span{}
	if len(spans) > 1 {
		if s, ok := spans[1].(*typeset.Span); ok && s.Font == first.Font && s.Pos == first.Pos && s.Offset == first.Offset+len(first.Text) {
			text, second = text+s.Text, s
		}
	}
	marks := openingMarks(text)
	letter, rest := c.cfg.Lang.Initial(text[marks:])
	if rest = strings.TrimLeft(rest, " "); letter == "" || rest == "" || strings.ContainsFunc(letter, func(r rune) bool { return unicode.IsMark(r) || !first.Font.Has(r) }) {
		return nil, spans
	}
	cut := len(text) - len(rest)
	i := &initial{prefix: text[:cut], lines: lines, drop: st.Initial == config.Drop}
	c.draw(i, first, letter, strings.TrimRight(text[:marks], " \u00A0\u202F"))
	after, others := *first, spans[1:]
	if cut >= len(first.Text) {
		cut -= len(first.Text)
		after, others = *second, spans[2:]
	}
	after.Text, after.Offset = after.Text[cut:], after.Offset+cut
	return i, append([]typeset.Inline{&after}, others...)
}

// openingMarks returns how many bytes of text are the quotation marks that it begins with, or an apostrophe, and the spaces
// after them. Of “’s Morgens” it is all that stands before the capital.
func openingMarks(text string) int {
	for at, r := range text {
		if !unicode.In(r, unicode.Pi, unicode.Pf) && !strings.ContainsRune("„‚\"'¡¿", r) && (at == 0 || !unicode.IsSpace(r)) {
			return at + clitic(text[:at], text[at:])
		}
	}
	return len(text)
}

// clitic returns how many bytes of text are a letter with an apostrophe before it and its space, where a capital follows.
func clitic(before, text string) int {
	r, n := utf8.DecodeRuneInString(text)
	if !strings.HasSuffix(before, "’") || !unicode.IsLower(r) || !strings.HasPrefix(text[n:], " ") {
		return 0
	}
	if next, _ := utf8.DecodeRuneInString(text[n+1:]); !unicode.IsUpper(next) {
		return 0
	}
	return n + 1
}

// draw makes the items of an initial and measures how far the lines beside it are moved in. Its ink begins at the left edge;
// marks before it are as large as the text and hang in the margin beside its head (R. Bringhurst, The Elements of Typographic
// Style, 2.1.8 and 4.1.3).
func (c *column) draw(i *initial, first *typeset.Span, letter, marks string) {
	f, glyphs := c.initialGlyphs(letter, first.Font)
	upem, capital := page.Length(f.Upem), page.Length(max(f.CapHeight, 1))
	rise := c.leading * page.Length(i.lines-1)
	size := (rise + c.textStyle.Size*page.Length(first.Font.CapHeight)/page.Length(first.Font.Upem)) * upem / capital
	run := page.Text{Font: f.Font, Size: size, Color: textstyle.Ink(c.style, config.OnInitial), Pos: first.Pos, Node: first.Node}
	var shape contour
	x := page.Length(0)
	for _, glyph := range glyphs {
		for _, e := range contourOf(f.Font, glyph, size) {
			e.from.x, e.to.x = e.from.x+x, e.to.x+x
			shape = append(shape, e)
		}
		advance := page.Length(f.Advance(glyph)) * size / upem
		run.Glyphs = append(run.Glyphs, page.Glyph{ID: glyph, Advance: int32(advance)})
		x += advance
	}
	left, _ := shape.sides()
	run.X = -left
	if marks != "" {
		hung := run
		hung.X, hung.Y, hung.Size, hung.Glyphs = 0, -rise, first.Size, nil
		hung.Font = first.Font.Font
		for _, g := range first.Font.Shape(marks, first.Features).Glyphs {
			advance := page.Length(g.Advance) * first.Size / page.Length(first.Font.Upem)
			hung.X -= advance
			hung.Glyphs = append(hung.Glyphs, page.Glyph{ID: g.ID, Advance: int32(advance)})
		}
		i.items = append(i.items, &hung)
	}
	i.items = append(i.items, &run)
	beside := besideInitial{shape: shape, leading: c.leading, above: linesAbove(i), clear: c.textStyle.Size / 5}
	beside.ascent, beside.descent = reach(first.Font.Font, c.textStyle.Size)
	i.insets = beside.insets()
	for k := range i.insets {
		i.insets[k] -= left
	}
	if strings.HasSuffix(i.prefix, " ") {
		i.insets[0] += page.SpaceAt(first.Font.Font, c.textStyle.Size)
	}
}

// initialGlyphs returns the glyphs of an initial, which may be two letters, in the face that the style gives to initials, or in the text's where that face
// does not have the letter.
func (c *column) initialGlyphs(letter string, text *typeset.Face) (f *typeset.Face, glyphs []uint16) {
	d := textstyle.Style{Fonts: c.fonts}.Faced(c.style.Chapter.InitialFace).Span(letter, diag.Pos{})
	if f = d.Font; strings.ContainsFunc(letter, func(r rune) bool { return !f.Has(r) }) {
		f, d.Features = text, 0
	}
	for _, g := range f.Shape(letter, d.Features).Glyphs {
		glyphs = append(glyphs, g.ID)
	}
	return f, glyphs
}

// linesAbove returns how many lines stand beside an initial above the one on its baseline.
func linesAbove(i *initial) int {
	if i.drop {
		return i.lines - 1
	}
	return 0
}

// leastInitial is how many lines an initial is high at least.
const leastInitial = 2

// firstParagraph sets the paragraph that begins a chapter. Where it has fewer lines than stand beside the initial, or where the
// initial leaves them less than half of the measure, the initial is smaller. Where a smaller one would make a line loose, or where
// none will do, there is none.
func (c *column) firstParagraph(spans []typeset.Inline, set typeset.Setting) {
	from, asked := len(c.flow), c.galley
	for lines := c.style.Chapter.Lines; lines >= leastInitial; lines-- {
		i, rest := c.initial(spans, lines)
		if i == nil {
			break
		}
		if slices.Max(i.insets) > c.width()/2 {
			continue
		}
		set.Insets = i.insets
		p := c.newParagraph(c.lead(rest), set)
		if lines < c.style.Chapter.Lines && loosened(p) {
			continue
		}
		c.galley.paragraph(p, c.noteRows)
		if len(c.flow) > from && i.into(c.flow[from], c.left, c.leading) {
			return
		}
		c.galley = asked
	}
	set.Insets = nil
	c.galley.paragraph(c.newParagraph(c.lead(spans), set), c.noteRows)
}

// loosened reports whether the best way to break a paragraph has a line whose spaces are wider than they should be: of the few
// lines beside a small initial, a loose one is a third of the text.
func loosened(p *typeset.Paragraph) bool {
	return slices.ContainsFunc(p.Lines(p.Best()), func(l typeset.Line) bool { return l.Ratio > 1 })
}

// into adds the initial to the block of the paragraph that was set beside it. It returns false, and changes nothing, when
// the paragraph has fewer lines than stand beside the initial.
func (i *initial) into(b *block, left, leading page.Length) bool {
	for w := range b.Ways {
		if len(b.Ways[w].Rows) < len(i.insets) {
			return false
		}
	}
	y := textstyle.Baseline(leading) + leading*page.Length(i.lines-1)
	up := page.Length(0) // of the first line, below an initial that rises above it
	if !i.drop {
		up = leading * page.Length(i.lines-1)
	}
	set := b.set
	b.set = func(w int) {
		row := &b.Ways[w].Rows[0]
		before := len(row.Items)
		set(w)
		text := false
		for _, it := range row.Items[before:] {
			page.Shift(it, 0, up)
			if t, ok := it.(*page.Text); ok && !text { // the letter's text goes to its word, so that the word stays one
				text = true
				i.readWith(t)
			}
		}
		for _, it := range i.items {
			page.Shift(it, left, y)
		}
		row.Items = slices.Insert(row.Items, before, i.items...)
	}
	for w := range b.Ways {
		rows := b.Ways[w].Rows
		rows[0].Height += up
		for k := 1; k < len(i.insets); k++ {
			rows[k].Penalty = typeset.Forbidden
		}
	}
	return true
}

// readWith puts the text of the initial before that of the run that follows it.
func (i *initial) readWith(t *page.Text) {
	t.Text, t.Offset = i.prefix+t.Text, max(0, t.Offset-len(i.prefix))
	for k := range t.Glyphs {
		if t.Glyphs[k].At > 0 {
			t.Glyphs[k].At += int32(len(i.prefix))
		}
	}
}

// leadLetters is the least number of letters that the small capitals at the start of a chapter take in.
const leadLetters = 10

// lead sets the first words of a chapter in small capitals, up to the next stop. Words that are written in capitals are full ones
// among them.
func (c *column) lead(spans []typeset.Inline) []typeset.Inline {
	if c.style.Chapter.Lead != config.SmallCaps || !c.fonts.Regular.Supports(font.SmallCaps) {
		return spans
	}
	var out []typeset.Inline
	letters := 0
	for i, in := range spans {
		s, ok := in.(*typeset.Span)
		if !ok || s.Font != c.fonts.Regular || s.Rise != 0 || s.Pos != spans[0].(*typeset.Span).Pos {
			return append(out, spans[i:]...)
		}
		var end int
		end, letters = leadEnd(s.Text, textAt(spans, i+1), letters)
		words, rest := *s, *s
		words.Text, rest.Text = s.Text[:end], s.Text[end:]
		rest.Offset += end
		words.Features = words.Features&^font.AllSmallCaps | font.SmallCaps | font.NoLigatures
		words.Tracking, words.Solid = s.Size/20, true
		out = append(out, &words)
		if letters < 0 {
			if rest.Text != "" {
				out = append(out, &rest)
			}
			return append(out, spans[i+1:]...)
		}
	}
	return out
}

// leadEnd returns where in text the first words of a chapter end, with so many letters of them before it: at a space, after enough
// letters or a stop. Letters counts on, and is -1 at the end. After is the text that follows.
func leadEnd(text, after string, letters int) (end, counted int) {
	for at, r := range text {
		end = at + utf8.RuneLen(r)
		if unicode.IsLetter(r) {
			letters++
		}
		next, _ := utf8.DecodeRuneInString(text[end:])
		if end == len(text) {
			next, _ = utf8.DecodeRuneInString(after)
		}
		if unicode.IsSpace(next) && (letters >= leadLetters || unicode.IsPunct(r)) {
			return end, -1
		}
	}
	return end, letters
}

// textAt returns the text of an inline; "" where there is none.
func textAt(spans []typeset.Inline, i int) string {
	if i < len(spans) {
		if s, ok := spans[i].(*typeset.Span); ok {
			return s.Text
		}
	}
	return ""
}
