package compose

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/manuscript"
	"octavo/cmd/octavo/internal/typeset"
)

// maxim is what a card's front says: the entry's own text for it, or its maxim with its emphasis.
func (f *facer) maxim(e *manuscript.Entry, size typeset.Length) []typeset.Span {
	d := f.dress(size).faced(f.style.Card.Face)
	if e.Card != "" {
		pos := e.Pos
		if p, ok := e.Places["card"]; ok {
			pos = p
		}
		spans := appendText(nil, e.Card, pos, d)
		for i := range spans {
			spans[i].Offset = typeset.Made // it is written in TOML, with escapes
		}
		return spans
	}
	return f.inlines(nil, e.Maxim, d)
}

// inlines dresses what an author wrote for a card: links lead nowhere and footnotes are left out, for there is nothing to
// press and no foot.
func (f *facer) inlines(out []typeset.Span, ins []manuscript.Inline, d dress) []typeset.Span {
	for _, in := range ins {
		switch in := in.(type) {
		case *manuscript.Text:
			out = appendText(out, in.Value, in.Pos, d)
		case *manuscript.Emph:
			out = f.inlines(out, in.Text, f.words.stressed(d))
		case *manuscript.Strong:
			e := d
			e.bold = true
			out = f.inlines(out, in.Text, e)
		case *manuscript.Strike:
			e := d
			e.strike = true
			out = f.inlines(out, in.Text, e)
		case *manuscript.Span:
			out = f.inlines(out, in.Text, d.spoken(in.Lang))
		case *manuscript.CodeSpan:
			out = append(out, d.code().span(in.Value, in.Pos))
		case *manuscript.RawHTML:
			out = append(out, d.code().span(in.Text, in.Pos))
		case *manuscript.Link:
			if len(in.Text) == 0 && in.Target != "" {
				title, _ := f.index.leads(in.Target)
				s := f.words.stressed(d).span(strings.TrimRight(title, "."), in.Pos)
				s.Offset = typeset.Made
				out = append(out, s)
			} else {
				out = f.inlines(out, in.Text, d)
			}
		case *manuscript.Image:
			if in.Alt != "" {
				out = append(out, d.span("["+in.Alt+"]", in.Pos))
			}
		case *manuscript.NoteMark: // there is no foot on a card
		case *manuscript.LineBreak:
			out = append(out, typeset.Span{Break: true})
		}
	}
	return out
}

// sentenceEnd is where a sentence of a gloss ends: so many bytes into the spans of its paragraph.
type sentenceEnd struct{ para, end int }

// gloss is the running text of an entry up to the first block that is none, and the ends of its sentences.
func (f *facer) gloss(e *manuscript.Entry, d dress) (paras [][]typeset.Span, ends []sentenceEnd) {
	d.solid = false
	for _, b := range e.Gloss {
		p, ok := b.(*manuscript.Paragraph)
		if !ok {
			if _, figure := b.(*manuscript.Figure); figure {
				continue
			}
			break
		}
		spans := f.inlines(nil, p.Text, d)
		var text strings.Builder
		for i := range spans {
			if spans[i].Break {
				spans[i] = d.span(" ", p.Pos)
				spans[i].Offset = typeset.Made
			}
			text.WriteString(spans[i].Text)
		}
		for _, end := range sentenceEnds(text.String()) {
			ends = append(ends, sentenceEnd{len(paras), end})
		}
		paras = append(paras, spans)
	}
	return paras, ends
}

// until is the spans of a paragraph up to a byte.
func until(spans []typeset.Span, end int) []typeset.Span {
	var out []typeset.Span
	for _, s := range spans {
		if end <= 0 {
			break
		}
		if len(s.Text) > end {
			s.Text = s.Text[:end]
		}
		end -= len(s.Text)
		out = append(out, s)
	}
	return out
}

// excerpt is as many sentences of a gloss as a box holds, whole ones from the first on, as lines with their leading. It is
// set in the style's size, or where not even one sentence fits in that, in the least that the style allows.
func (f *facer) excerpt(e *manuscript.Entry, width, height typeset.Length) ([]typeset.Line, typeset.Length) {
	most, least := f.glossSizes()
	for _, size := range []typeset.Length{most, least} {
		leading := size * 122 / 100
		room := int(height / leading)
		if room < 1 || width < 8*size {
			continue
		}
		paras, ends := f.gloss(e, f.dress(size))
		set := func(s sentenceEnd) (lines []typeset.Line) {
			for i := 0; i <= s.para; i++ {
				spans := paras[i]
				if i == s.para {
					spans = until(spans, s.end)
				}
				setting := typeset.Setting{Measure: width, Align: typeset.RaggedRight}
				if i > 0 {
					setting.Indent = size
				}
				lines = append(lines, typeset.SetParagraph(spans, setting)...)
				if len(lines) > room {
					break
				}
			}
			return lines
		}
		// What the sentences up to each would fill at the least tells how many have a chance.
		n, before := 0, 0 // lines of the paragraphs before
		for n < len(ends) {
			s := ends[n]
			need := before + int((widthOf(paras[s.para], s.end)+width-1)/width)
			if need > room {
				break
			}
			if n++; n < len(ends) && ends[n].para != s.para {
				before = need
			}
		}
		for ; n > 0; n-- {
			lines := set(ends[n-1])
			if len(lines) > room || slices.ContainsFunc(lines, func(l typeset.Line) bool { return l.Over > 0 }) {
				continue
			}
			// A paragraph of which there is no more than its beginning is better left out.
			s := ends[n-1]
			if first := slices.IndexFunc(ends, func(e sentenceEnd) bool { return e.para == s.para }); s.para > 0 && n < len(ends) && ends[n].para == s.para {
				if whole := set(ends[first-1]); len(lines)-len(whole) < 3 {
					lines = whole
				}
			}
			return lines, leading
		}
	}
	return nil, 0
}

// widthOf is how wide the beginning of spans would be on one line, less a little: words of a cut span are measured whole.
func widthOf(spans []typeset.Span, end int) (w typeset.Length) {
	for _, s := range until(spans, end) {
		for _, word := range strings.Fields(s.Text) {
			w += typeset.Width(word, s) + s.Font.SpaceAt(s.Size)
		}
	}
	return w
}

// glossSizes are the size of the text on the back and the least it may have.
func (f *facer) glossSizes() (most, least typeset.Length) {
	least = typeset.Length(f.style.Card.GlossMin)
	if g := f.cfg.Deck.GlossMin; g > 0 {
		least = typeset.Length(g)
	}
	return max(least, typeset.Length(f.style.Card.Gloss)), least
}

// sentenceEnds are the places in prose, in bytes, at which sentences end: after stops that a space and a capital, a figure or
// a quotation follow; not after an initial or a short title.
func sentenceEnds(text string) []int {
	var out []int
	for at := 0; at < len(text); {
		space := strings.IndexByte(text[at:], ' ')
		if space < 0 {
			break
		}
		from, to := at, at+space
		next := to
		for next < len(text) && text[next] == ' ' {
			next++
		}
		at = next
		if w := strings.TrimLeft(text[from:to], "“‘("); endsSentence(w) && next < len(text) {
			r, _ := utf8.DecodeRuneInString(strings.TrimLeft(text[next:], "“‘("))
			if !unicode.IsLower(r) && r != '—' && r != '–' {
				out = append(out, to)
			}
		}
	}
	if end := len(strings.TrimRight(text, " ")); end > 0 {
		out = append(out, end)
	}
	return out
}

// endsSentence says whether a word that a space and a capital follow ends its sentence.
func endsSentence(word string) bool {
	bare := strings.TrimRight(word, "”’)")
	switch {
	case strings.HasSuffix(bare, "?"), strings.HasSuffix(bare, "!"), strings.HasSuffix(bare, "…"):
		return true
	case !strings.HasSuffix(bare, "."):
		return false
	}
	switch bare {
	case "Mr.", "Mrs.", "Ms.", "Dr.", "St.", "Prof.", "Rev.", "Sr.", "Jr.", "vs.", "No.", "Gen.", "Col.", "Capt.", "Lt.", "e.g.", "i.e.":
		return false
	}
	first, n := utf8.DecodeRuneInString(bare)
	return !(unicode.IsUpper(first) && len(bare) == n+1) // an initial
}

// pageOf is "p. 42", or nothing where the book has no page for an entry.
func (f *facer) pageOf(e *manuscript.Entry) string {
	if !f.cfg.Deck.Folio {
		return ""
	}
	if folio := f.pages.Folio(e.ID); folio != "" {
		return "p.\u00A0" + folio
	}
	return ""
}

// likeness is what a metaphor likens to what, in words.
func likeness(e *manuscript.Entry) string {
	if e.Kind != manuscript.Metaphor || e.Tenor == "" || e.Vehicle == "" {
		return ""
	}
	return e.Tenor + " as " + e.Vehicle
}
