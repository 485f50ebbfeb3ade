package cards

import (
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/kinds"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// excerpt returns as many sentences of a gloss as a box holds, whole ones from the first on, as lines with their leading. It is
// set in the style's size, or where that would leave half of the box empty for want of another sentence, in the least that
// the style allows. What a gloss says is its prose; pictures in it are passed over.
func (f *faceSetter) excerpt(e *book.Entry, width, height page.Length) ([]typeset.Line, page.Length) {
	most, least := f.glossSizes()
	set := func(size page.Length) (lines []typeset.Line, leading page.Length, full bool) {
		leading = size * 122 / 100
		room := int(height / leading)
		if room > 0 && width >= 8*size {
			lines, full = f.sentences(e, size, width, room)
		}
		return lines, leading, full || 2*len(lines) > room
	}
	lines, leading, full := set(most)
	if !full && least < most {
		if more, tight, _ := set(least); len(more) > len(lines) {
			return more, tight
		}
	}
	return lines, leading
}

// said returns what the back of an entry's card says: the author's words for it, or else the gloss, as far as the deck wants it.
func (f *faceSetter) said(e *book.Entry) (out []book.Block) {
	switch choice := f.cfg.Deck.Back; {
	case choice == config.BackCommon || e.NoBack:
	case e.Back != "":
		pos := e.Pos
		if p, ok := e.Places["back"]; ok {
			pos = p
		}
		for _, words := range strings.Split(e.Back, "\n\n") {
			if words = strings.Join(strings.Fields(words), " "); words != "" {
				out = append(out, &book.Paragraph{Pos: pos, Text: []book.Inline{&book.Text{Pos: pos, Value: words}}})
			}
		}
	case choice == config.BackParagraph:
		for _, b := range e.Gloss {
			if _, ok := b.(*book.Figure); !ok {
				return []book.Block{b}
			}
		}
	case choice != config.BackWords:
		return e.Gloss
	}
	return out
}

// passage is a paragraph of a gloss, or a line of verse in it.
type passage struct {
	pos  diag.Pos
	text []book.Inline
	line *book.VerseLine // nil: a paragraph
	poem *book.Verse     // that the line is in, or that the paragraph names the author of
	gap  bool            // a line of white stands above it
	ends bool            // a line that ends its stanza
}

// prose returns the running text that a gloss begins with: its paragraphs and verse and those of quotations, up to a list, a
// table or code.
func prose(gloss []book.Block) (out []passage) {
	for _, b := range gloss {
		switch b := b.(type) {
		case *book.Figure:
		case *book.Paragraph:
			p := passage{pos: b.Pos, text: b.Text}
			p.gap = len(out) > 0 && out[len(out)-1].line != nil
			out = append(out, p)
		case *book.Verse:
			out = append(out, lines(b, len(out) > 0)...)
		case *book.Quote:
			inner := prose(b.Blocks)
			if len(inner) > 0 && len(out) > 0 && (inner[0].line != nil || out[len(out)-1].poem != nil) {
				inner[0].gap = true
			}
			out = append(out, inner...)
			if !allProse(b.Blocks) {
				return out
			}
			if len(b.Attribution) > 0 {
				said := []book.Inline{&book.Text{Pos: b.Pos, Value: "— "}}
				by := passage{pos: b.Pos, text: append(said, b.Attribution...)}
				if len(inner) > 0 {
					by.poem = inner[len(inner)-1].poem
				}
				out = append(out, by)
			}
		case *book.Aside:
			out = append(out, prose(b.Blocks)...)
			if !allProse(b.Blocks) {
				return out
			}
		case *book.Aligned:
			out = append(out, prose(b.Blocks)...)
			if !allProse(b.Blocks) {
				return out
			}
		case *book.PageBreak:
		default:
			return out
		}
	}
	return out
}

// allProse reports whether blocks are nothing but what prose takes.
func allProse(blocks []book.Block) bool {
	for _, b := range blocks {
		switch b := b.(type) {
		case *book.Figure, *book.Paragraph, *book.Verse, *book.PageBreak:
		case *book.Aside:
			if !allProse(b.Blocks) {
				return false
			}
		case *book.Aligned:
			if !allProse(b.Blocks) {
				return false
			}
		case *book.Quote:
			if !allProse(b.Blocks) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// lines returns the lines of verse; after other text there is white above the first.
func lines(v *book.Verse, after bool) (out []passage) {
	for i, s := range v.Stanzas {
		for k, l := range s.Lines {
			out = append(out, passage{pos: l.Pos, text: l.Text, line: l, poem: v, gap: k == 0 && (i > 0 || after), ends: k == len(s.Lines)-1})
		}
	}
	return out
}

// sentences sets the first sentences of a gloss that fill at most so many lines; nil when not even one does. Whole says that
// they are all there are.
func (f *faceSetter) sentences(e *book.Entry, size, width page.Length, room int) (lines []typeset.Line, whole bool) {
	o := f.opening(e, size, width, room)
	for n := len(o.stops); n > 0; n-- {
		s := o.stops[n-1]
		paras := o.fit(s, room)
		if paras == nil {
			continue
		}
		// A paragraph of which there is only a short beginning is better left out.
		if s.para > 0 && n < len(o.stops) && o.stops[n].para == s.para && len(paras[s.para].way.Ends) < 3 {
			paras = paras[:s.para]
		}
		if lines, over := linesOf(paras); !over {
			return lines, !o.full && n == len(o.stops) && len(paras) == len(o.paras)
		}
	}
	return nil, len(o.stops) == 0 && !o.full
}

// opening is as much of a gloss as may fit a box.
type opening struct {
	paras  []placed
	stops  []stop
	left   page.Length // of the lines of the box, were they one
	full   bool        // the gloss has more
	wholes []broken    // the first of paras, as far as they were asked for
}

// placed is a paragraph or a line of verse, and where it stands.
type placed struct {
	*typeset.Paragraph
	x   page.Length
	gap int // lines of white above it
}

// stop is the end of a sentence: a point of one of the paragraphs.
type stop struct{ para, point int }

// broken is a paragraph and where its lines end.
type broken struct {
	placed
	way typeset.Breaks
}

// height returns how many lines it takes.
func (b *broken) height() int { return len(b.way.Ends) + b.gap }

func (f *faceSetter) opening(e *book.Entry, size, width page.Length, room int) *opening {
	o := &opening{left: page.Length(room) * width} // what fits is no longer than that on one line
	d := f.textStyle(size)
	d.Solid = false
	places := map[*book.Verse]textstyle.VersePlace{}
	for _, block := range prose(f.said(e)) {
		if o.full {
			break
		}
		if block.poem != nil {
			place, ok := places[block.poem]
			if !ok {
				place = f.place(block.poem, d, width)
				places[block.poem] = place
			}
			o.addVerse(f, &block, place, d, width)
			continue
		}
		setting := typeset.Setting{Measure: width, Align: typeset.RaggedRight}
		if len(o.paras) > 0 && !block.gap {
			setting.Indent = size
		}
		spans, text := f.running(&block, d)
		ends := sentenceEnds(text, f.cfg.Lang)
		// What cannot fit, were its letters as narrow as can be read, need not be measured.
		for n, end := range ends {
			if n+1 < len(ends) && page.Length(end)*size*28/100 > o.left {
				ends, spans, o.full = ends[:n+1], until(spans, end), true
				break
			}
		}
		p := typeset.NewParagraph(spans, setting)
		o.addStops(p, spans, text, ends, width)
		o.add(p, 0, block.gap)
	}
	return o
}

// add adds a paragraph at x, below a line of white if there is a gap.
func (o *opening) add(p *typeset.Paragraph, x page.Length, gap bool) {
	white := 0
	if gap {
		white = 1
	}
	o.paras = append(o.paras, placed{p, x, white})
}

// place finds where the lines of a poem stand in a box.
func (f *faceSetter) place(v *book.Verse, d textstyle.Style, width page.Length) textstyle.VersePlace {
	var ends []page.Length
	deepest := page.Length(0)
	for _, s := range v.Stanzas {
		for _, l := range s.Lines {
			indent := textstyle.VerseIndent(l.Indent, width, d.Size)
			ends = append(ends, indent+textstyle.Width(f.inlines(nil, l.Text, d)))
			deepest = max(deepest, indent)
		}
	}
	return textstyle.PlaceVerse(ends, deepest, width, d.Size)
}

// addVerse adds a line of verse, or who wrote it. An excerpt ends with a line that ends a sentence or a stanza.
func (o *opening) addVerse(f *faceSetter, block *passage, place textstyle.VersePlace, d textstyle.Style, width page.Length) {
	d.Solid = true
	spans, text := f.running(block, d)
	set := typeset.Setting{Measure: min(max(place.Right, textstyle.Width(spans)), width), Align: typeset.RaggedLeft}
	x := page.Length(0)
	ends := true
	if block.line != nil {
		x = place.Left + place.Turn
		set = typeset.Setting{Measure: width - x, Align: typeset.RaggedRight,
			Indent: textstyle.VerseIndent(block.line.Indent, width, d.Size) - place.Turn}
		last := text[strings.LastIndexByte(text, ' ')+1:]
		ends = block.ends || endsSentence(last, f.cfg.Lang)
	}
	p := typeset.NewParagraph(spans, set)
	if len(spans) > 0 {
		point, _ := p.Reach(len(spans)-1, len(textOf(spans[len(spans)-1])))
		if ends && point >= 0 {
			o.stops = append(o.stops, stop{len(o.paras), point})
		}
	}
	if o.left -= width; o.left < 0 {
		o.full = true
	}
	o.add(p, x, block.gap)
}

// addStops adds the ends of the sentences of the next paragraph, up to the first that cannot fit.
func (o *opening) addStops(p *typeset.Paragraph, spans []typeset.Inline, text string, ends []int, width page.Length) {
	i, start := 0, 0
	for _, end := range ends {
		for i < len(spans)-1 && end > start+len(textOf(spans[i])) {
			start += len(textOf(spans[i]))
			i++
		}
		point, w := p.Reach(i, end-start)
		if point < 0 {
			continue
		}
		if w > o.left {
			o.full = true
			return
		}
		// What a colon announces has to follow.
		if end < len(text) || !strings.HasSuffix(strings.TrimRight(text, " "), ":") {
			o.stops = append(o.stops, stop{len(o.paras), point})
		}
		if end == len(text) {
			o.left -= (w + width - 1) / width * width
		}
	}
}

// fit breaks the paragraphs up to a stop, those before the last one whole; nil when they fill more than room lines.
func (o *opening) fit(s stop, room int) []broken {
	for i := len(o.wholes); i < s.para; i++ {
		o.wholes = append(o.wholes, broken{o.paras[i], o.paras[i].Best()})
	}
	for i := range o.wholes[:s.para] {
		room -= o.wholes[i].height()
	}
	if room < 1 {
		return nil
	}
	last := broken{placed: o.paras[s.para]}
	last.Paragraph = last.Prefix(s.point)
	last.way = last.Best()
	if last.height() > room {
		return nil
	}
	return append(o.wholes[:s.para:s.para], last)
}

// linesOf sets paragraphs; over says that a line is wider than the measure.
func linesOf(paras []broken) (lines []typeset.Line, over bool) {
	for _, p := range paras {
		lines = append(lines, make([]typeset.Line, p.gap)...)
		for _, l := range p.Lines(p.way) {
			over = over || l.Over > 0
			for _, it := range l.Items {
				page.Shift(it, p.x, 0)
			}
			lines = append(lines, l)
		}
	}
	return lines, over
}

// running returns a paragraph's spans and what they say.
func (f *faceSetter) running(p *passage, d textstyle.Style) ([]typeset.Inline, string) {
	spans := f.inlines(nil, p.text, d)
	for i := range spans {
		if spans[i] == (typeset.Break{}) {
			space := d.Span(" ", p.pos)
			space.Offset = page.Made
			spans[i] = space
		}
	}
	if len(spans) == 1 {
		return spans, textOf(spans[0])
	}
	var text strings.Builder
	for _, in := range spans {
		text.WriteString(textOf(in))
	}
	return spans, text.String()
}

// textOf returns the text of a span.
func textOf(in typeset.Inline) string { return in.(*typeset.Span).Text }

// until returns spans up to a byte of what they say.
func until(spans []typeset.Inline, end int) []typeset.Inline {
	for i := range spans {
		s := spans[i].(*typeset.Span)
		if n := len(s.Text); n < end {
			end -= n
			continue
		}
		s.Text = s.Text[:end]
		return spans[:i+1]
	}
	return spans
}

// glossSizes returns the size of the text on the back and the least it may have.
func (f *faceSetter) glossSizes() (most, least page.Length) {
	least = page.Length(f.style.Card.GlossMin)
	if g := f.cfg.Deck.GlossMin; g > 0 {
		least = page.Length(g)
	}
	return max(least, page.Length(f.style.Card.Gloss)), least
}

// pageOf returns "p. 42", or nothing where the book has no page for an entry.
func (f *faceSetter) pageOf(e *book.Entry) string {
	if !f.cfg.Deck.Folio {
		return ""
	}
	if folio := f.folios[e.ID]; folio != "" {
		return f.cfg.Lang.References.PageAbbreviated.Fill("n", folio)
	}
	return ""
}

// numberOf returns the number on a card's front: that of a numbered entry, or the card's own in the deck.
func (f *faceSetter) numberOf(c *card) string {
	if f.style.Card.Number && c.entry.Number > 0 {
		return strconv.Itoa(c.entry.Number)
	}
	return strconv.Itoa(c.number)
}

// line returns the line of an entry's kind.
func (f *faceSetter) line(e *book.Entry) string { return kinds.Line(f.cfg, e) }
