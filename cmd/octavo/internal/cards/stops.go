package cards

import (
	"unicode"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/typeset"
)

// stop is a place to end at: a byte of what one of the paragraphs says.
type stop struct{ para, end int }

// broken is a paragraph and where its lines end.
type broken struct {
	placed
	way typeset.Breaks
}

// cut sets all that there is, or else as much as fits a height and ends with a stop of a kind and the sign.
func (o *opening) cut(height, leading page.Length, kind stopKind) ([]typeset.Line, stopKind) {
	x := excerpt{leading: leading}
	fits := func(paras []broken) bool {
		var over bool
		x.lines, over = linesOf(paras)
		return !over && x.height() <= height
	}
	if !o.full && len(o.paras) > 0 && fits(o.whole(len(o.paras))) {
		return x.lines, wholeStop
	}
	stops := o.stops(kind)
	for i := len(stops) - 1; i >= 0; i-- {
		s := stops[i]
		n := o.reaches(s, int(height/leading))
		// A paragraph of which there is only a short beginning is better left out.
		if n == 0 || kind == sentenceStop && s.para > 0 && s.end < len(o.paras[s.para].text) && n < 3 {
			continue
		}
		if fits(o.until(s)) {
			return x.lines, kind
		}
	}
	return nil, noStop
}

// stops returns the places to end at, in their order.
func (o *opening) stops(kind stopKind) (out []stop) {
	for i := range o.paras {
		p := &o.paras[i]
		ends := p.ends
		switch kind {
		case clauseStop:
			ends = clauseEnds(p.text)
		case wordStop:
			ends = wordEnds(p.text, o.f.cfg.Lang)
		}
		for _, end := range ends {
			out = append(out, stop{i, end})
		}
	}
	return out
}

// reaches returns how many lines the last paragraph of those up to a stop has without the sign, or 0 where they fill more than room.
func (o *opening) reaches(s stop, room int) int {
	p := &o.paras[s.para]
	room -= p.gap
	for _, before := range o.whole(s.para) {
		room -= len(before.way.Ends) + before.gap
	}
	if room < 1 {
		return 0
	}
	if r, _ := utf8.DecodeRuneInString(p.text[s.end:]); unicode.IsLetter(r) || unicode.IsDigit(r) {
		return 1 // it ends inside a word: let it be tried
	}
	i, at := 0, s.end
	for i < len(p.spans)-1 && at > len(textOf(p.spans[i])) {
		at -= len(textOf(p.spans[i]))
		i++
	}
	point, _ := p.Reach(i, at)
	if point < 0 {
		return 1 // it ends before a formula: let it be tried
	}
	prefix := p.Prefix(point)
	if n := len(prefix.Best().Ends); n <= room {
		return n
	}
	return 0
}

// whole returns the first n paragraphs, each whole.
func (o *opening) whole(n int) []broken {
	for i := len(o.wholes); i < n; i++ {
		o.wholes = append(o.wholes, broken{o.paras[i], o.paras[i].Best()})
	}
	return o.wholes[:n:n]
}

// until returns the paragraphs up to a stop, with the sign that there is more: after the last word, or on a line of its own.
func (o *opening) until(s stop) []broken {
	last := o.paras[s.para]
	d := o.style
	d.Solid = true
	sign := d.Span(o.sign, diag.Pos{})
	sign.Offset = page.Made
	if last.kind.alone() && s.end == len(last.text) {
		own := placed{set: typeset.Setting{Measure: o.width, Align: typeset.RaggedRight}, spans: []typeset.Inline{sign}}
		own.Paragraph = typeset.NewParagraph(own.spans, own.set)
		out := o.whole(s.para + 1)
		return append(out, broken{own, own.Best()})
	}
	sign.Text = " " + sign.Text
	last.Paragraph = typeset.NewParagraph(append(until(last.spans, s.end), sign), last.set)
	return append(o.whole(s.para), broken{last, last.Best()})
}

// linesOf sets paragraphs; over says that a line is wider than the measure.
func linesOf(paras []broken) (lines []typeset.Line, over bool) {
	for _, p := range paras {
		lines = append(lines, make([]typeset.Line, p.gap)...)
		for i, l := range p.Lines(p.way) {
			over = over || l.Over > 0
			for _, it := range l.Items {
				page.Shift(it, p.x, 0)
			}
			if i == 0 && p.mark != nil {
				l.Items = append([]page.Item{page.Clone(p.mark)}, l.Items...)
			}
			lines = append(lines, l)
		}
	}
	return lines, over
}
