package typeset

import (
	"slices"
	"strings"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/bidi"
	"octavo/cmd/octavo/internal/page"
)

// Text that is written from the right to the left is measured and broken in the order in which it is read, like any other. Spans
// are divided at the borders of bidi's runs before that, and each line is put into the order in which it stands on the page when
// it is set; see lineBuilder.arrange.
//
// The pages of a book that is written from the right are made as if it were written from the left, and mirrored when they are
// whole; see page.Mirror. So lengths and sides here are those of the book's direction: left is where its lines begin. A
// paragraph that runs against its book is mirrored in its measure.

// levels divides the inlines of the paragraph by their embedding levels, where its text or its book is not all written from the left
// to the right. It returns the inlines, and where each comes from; nil: they are the caller's own.
func (p *Paragraph) levels(inlines []Inline) ([]Inline, []piece) {
	book, needed := bidi.LeftToRight, false
	for _, in := range inlines {
		s, ok := in.(*Span)
		if !ok {
			continue
		}
		if s.Font.foreign == nil && s.Font.Lang.RightToLeft() { // the language of a few words does not turn the book
			book, needed = bidi.RightToLeft, true
		}
		needed = needed || bidi.Has(s.Text)
	}
	if !needed {
		return inlines, nil
	}
	text, at := steered(inlines)
	p.book, p.base = book, bidi.Of(text, book)
	switch {
	case p.set.OfBook:
		p.base = book
	case isCode(inlines):
		p.base = bidi.LeftToRight
	}
	runs := bidi.Runs(text, p.base)
	var out []Inline
	var from []piece
	for i, in := range inlines {
		s, ok := in.(*Span)
		if !ok || s.Text == "" {
			out, from = append(out, leveled(in, levelAt(&runs, at[i]))), append(from, piece{i, 0})
			continue
		}
		for begin := 0; begin < len(s.Text); {
			level := levelAt(&runs, at[i]+begin)
			end := min(len(s.Text), runs[0].To-at[i])
			out, from = append(out, s.part(begin, end, level)), append(from, piece{i, begin})
			begin = end
		}
	}
	join(out)
	return out, from
}

// isCode reports whether inlines are a line of code, which is written from the left whatever is quoted in it.
func isCode(inlines []Inline) bool {
	return !slices.ContainsFunc(inlines, func(in Inline) bool {
		s, ok := in.(*Span)
		return !ok || !s.Verbatim
	})
}

// Characters that steer bidi between spans; see steered.
const (
	isolateLeft  = "\u2066"
	isolateFirst = "\u2068"
	endIsolate   = "\u2069"
	anObject     = "\uFFFC"
	newParagraph = "\u2029"
)

// steered returns the text of inlines as bidi takes it, and where each of them begins in it: what is a word in itself, such as the
// mark of a note, code or an address, is isolated.
func steered(inlines []Inline) (string, []int) {
	var b strings.Builder
	at := make([]int, len(inlines))
	white := strings.NewReplacer("\n", " ", "\r", " ", "\t", " ")
	open := ""
	for i, in := range inlines {
		s, ok := in.(*Span)
		isolate := ""
		if ok {
			isolate = s.isolate()
		} else if _, box := in.(*Box); box {
			isolate = isolateLeft
		}
		if open != "" && (isolate != open || ok && s.Note > 0) {
			b.WriteString(endIsolate)
			open = ""
		}
		if isolate != "" && open == "" {
			b.WriteString(isolate)
			open = isolate
		}
		at[i] = b.Len()
		switch in.(type) {
		case *Span:
			b.WriteString(white.Replace(s.Text))
		case *InlinePicture, *Box:
			b.WriteString(anObject)
		case Break:
			b.WriteString(newParagraph)
		}
	}
	return b.String(), at
}

// isolate returns what a span is isolated with, "" for none.
func (s *Span) isolate() string {
	switch {
	case s.Note > 0:
		return isolateFirst
	case s.Verbatim || s.URL != "" && s.URL == s.Text || s.Font.monospaced() && !bidi.Has(s.Text):
		return isolateLeft
	}
	return ""
}

// levelAt returns the level at a byte, and drops the runs that end before it.
func levelAt(runs *[]bidi.Run, at int) bidi.Level {
	for len(*runs) > 1 && (*runs)[0].To <= at {
		*runs = (*runs)[1:]
	}
	if len(*runs) == 0 {
		return bidi.LeftToRight
	}
	return (*runs)[0].Level
}

// leveled returns an inline with a level.
func leveled(in Inline, level bidi.Level) Inline {
	switch in := in.(type) {
	case *Span:
		one := *in
		one.level = level
		return &one
	case *InlinePicture:
		one := *in
		one.level = level
		return &one
	case *Box:
		one := *in
		one.level = level
		return &one
	}
	return in
}

// part returns a part of a span's text as a span of one level. Letters that are written from the right are not parted: in Arabic they
// hold together, and in Hebrew the points stand on them.
func (s *Span) part(from, to int, level bidi.Level) *Span {
	one := *s
	one.Text, one.level = s.Text[from:to], level
	if s.Offset != page.Made {
		one.Offset = s.Offset + from
	}
	if from > 0 {
		one.Note, one.Name = 0, ""
	}
	if level.IsRight() {
		one.Tracking = 0
	}
	return &one
}

// joinReach is how many bytes of a neighbouring span tell which form a letter has: a letter and the marks on it.
const joinReach = 12

// join tells the spans that part a word which letters stand before and after them.
func join(inlines []Inline) {
	for i := 1; i < len(inlines); i++ {
		a, ok := inlines[i-1].(*Span)
		b, also := inlines[i].(*Span)
		if !ok || !also || !a.level.IsRight() || !b.level.IsRight() {
			continue
		}
		from, to := max(0, len(a.Text)-joinReach), min(len(b.Text), joinReach)
		for from < len(a.Text) && !utf8.RuneStart(a.Text[from]) {
			from++
		}
		for to < len(b.Text) && !utf8.RuneStart(b.Text[to]) {
			to--
		}
		a.joins.after, b.joins.before = b.Text[:to], a.Text[from:]
	}
}

// traced returns where inlines come from that were divided twice.
func traced(first, second []piece) []piece {
	if first == nil || second == nil {
		return slices.Concat(first, second)
	}
	out := make([]piece, len(second))
	for i, s := range second {
		f := first[s.inline]
		out[i] = piece{f.inline, f.from + s.from}
	}
	return out
}

// edged reports whether an atom at an edge of a line stands there: not where it belongs to a run against its paragraph.
func (p *Paragraph) edged(a atom) bool { return p.span(a).level == p.base }

// logical returns shaped glyphs in the order of their text.
func (s *Span) logical(shaped *Shaped) *Shaped {
	if !s.level.IsRight() {
		return shaped
	}
	out := &Shaped{Glyphs: slices.Clone(shaped.Glyphs), Width: shaped.Width}
	slices.Reverse(out.Glyphs)
	return out
}

// inOrder returns the parts of a line in the order in which they stand from where its lines begin.
func (b *lineBuilder) inOrder() []part {
	p := b.p
	plain := !slices.ContainsFunc(b.parts, func(pt part) bool { return pt.level != p.base })
	if plain {
		return b.parts
	}
	levels := make([]bidi.Level, len(b.parts))
	for i, pt := range b.parts {
		levels[i] = pt.level
	}
	out := make([]part, len(levels))
	for i, k := range bidi.Order(levels) {
		out[i] = b.parts[k]
	}
	if p.base.IsRight() {
		slices.Reverse(out)
	}
	return out
}

// mirror mirrors a line in its measure.
func (l *Line) mirror(measure page.Length) {
	for _, it := range l.Items {
		page.MirrorItem(it, measure)
	}
}
