// Package runs nests flat text. Word processors, and pages made by programs, say of each run of characters which formats it has; a
// book nests emphasis in links and links in emphasis. [Nest] turns the one into the other, [Paragraphs] at empty lines too.
package runs

import (
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
)

// Format is the set of formats of a run.
type Format struct {
	Italic, Bold, Strike, Underline, SmallCaps bool
	Super, Sub, Mark, Small, Keyboard, Code    bool
	Lang                                       string // BCP 47; "": that of the text around
	Link                                       *Link
}

// Link is the address that runs lead to. Runs with the same Link are one link.
type Link struct{ URL string }

// Run is characters, or one object, with their formats.
type Run struct {
	Format
	Pos    diag.Pos
	Text   string
	Object book.Inline // a picture, a note's mark or a line break, in place of characters
}

// isSpace reports whether a run is white space that can be anywhere, or a line break.
func (r *Run) isSpace() bool {
	if r.Object != nil {
		return r.isBreak()
	}
	return strings.Trim(r.Text, " ") == ""
}

func (r *Run) isBreak() bool {
	_, ok := r.Object.(*book.LineBreak)
	return ok
}

// isBlank reports whether a run prints nothing.
func (r *Run) isBlank() bool {
	return r.Object == nil && strings.Trim(r.Text, " \u00A0\u2007\u200B\u202F\uFEFF") == "" || r.isBreak()
}

// Line is white space reduced to single spaces; it may have been begun by others.
type Line struct {
	Runs  []Run
	space bool // the last character is a space
}

// Add appends characters in a format. White space is reduced to one space, and dropped at the beginning; a no-break space is kept.
func (l *Line) Add(text string, f Format, pos diag.Pos) {
	var b strings.Builder
	space := l.space || len(l.Runs) == 0
	for _, r := range text {
		switch r {
		case ' ', '\t', '\n', '\r', '\f':
			if !space {
				b.WriteByte(' ')
			}
			space = true
		default:
			b.WriteRune(r)
			space = false
		}
	}
	if b.Len() == 0 {
		return
	}
	l.space = space
	l.Runs = append(l.Runs, Run{Format: f, Pos: pos, Text: b.String()})
}

// AddObject appends an object.
func (l *Line) AddObject(o book.Inline, f Format) {
	r := Run{Format: f, Pos: o.Start(), Object: o}
	l.space = r.isBreak()
	if l.space && len(l.Runs) > 0 { // no space before a line break
		if last := &l.Runs[len(l.Runs)-1]; last.Object == nil {
			last.Text = strings.TrimRight(last.Text, " ")
		}
	}
	l.Runs = append(l.Runs, r)
}

// Paragraphs divides runs where two line breaks or more follow one another, and drops what prints nothing at the beginning and the
// end of each paragraph.
func Paragraphs(rs []Run) [][]Run {
	var out [][]Run
	start, breaks := 0, 0
	cut := func(end int) {
		if p := trim(rs[start:end]); len(p) > 0 {
			out = append(out, p)
		}
	}
	for i := range rs {
		switch {
		case rs[i].isBreak():
			breaks++
		case rs[i].isBlank() && breaks > 0:
		default:
			if breaks > 1 {
				cut(i)
				start = i
			}
			breaks = 0
		}
	}
	cut(len(rs))
	return out
}

// trim drops what prints nothing at both ends.
func trim(rs []Run) []Run {
	for len(rs) > 0 && rs[0].isBlank() {
		rs = rs[1:]
	}
	for len(rs) > 0 && rs[len(rs)-1].isBlank() {
		rs = rs[:len(rs)-1]
	}
	if len(rs) == 0 {
		return nil
	}
	rs = append([]Run(nil), rs...)
	if f := &rs[0]; f.Object == nil {
		f.Text = strings.TrimLeft(f.Text, " \u00A0\u200B\uFEFF")
	}
	if f := &rs[len(rs)-1]; f.Object == nil {
		f.Text = strings.TrimRight(f.Text, " \u00A0\u200B\uFEFF")
	}
	return rs
}

// Nest returns runs as inlines. White space, line breaks and marks of notes have the formats that both their neighbours have, so
// that emphasis ends with its last word.
func Nest(rs []Run) []book.Inline {
	rs = split(rs)
	settle(rs)
	return nest(nil, rs, 0)
}

// split makes the white space at both ends of each run a run of its own.
func split(rs []Run) []Run {
	out := make([]Run, 0, len(rs))
	for _, r := range rs {
		if r.Object != nil || r.Code {
			out = append(out, r)
			continue
		}
		inner := strings.TrimLeft(r.Text, " ")
		if n := len(r.Text) - len(inner); n > 0 {
			lead := r
			lead.Text = r.Text[:n]
			out = append(out, lead)
		}
		word := strings.TrimRight(inner, " ")
		if word != "" {
			body := r
			body.Text = word
			out = append(out, body)
		}
		if n := len(inner) - len(word); n > 0 {
			tail := r
			tail.Text = inner[len(word):]
			out = append(out, tail)
		}
	}
	return out
}

// settle gives white space and marks of notes the formats that they share with both neighbours.
func settle(rs []Run) {
	neutral := func(r *Run) bool {
		_, mark := r.Object.(*book.NoteMark)
		return mark || !r.Code && r.isSpace()
	}
	for i := 0; i < len(rs); {
		if !neutral(&rs[i]) {
			i++
			continue
		}
		end := i
		for end < len(rs) && neutral(&rs[end]) {
			end++
		}
		var f Format
		if i > 0 && end < len(rs) {
			f = common(rs[i-1].Format, rs[end].Format)
		}
		for ; i < end; i++ {
			rs[i].Format = f
		}
	}
}

// common returns the formats that both have.
func common(a, b Format) Format {
	f := Format{
		Italic: a.Italic && b.Italic, Bold: a.Bold && b.Bold, Strike: a.Strike && b.Strike, Underline: a.Underline && b.Underline,
		SmallCaps: a.SmallCaps && b.SmallCaps, Super: a.Super && b.Super, Sub: a.Sub && b.Sub, Mark: a.Mark && b.Mark,
		Small: a.Small && b.Small, Keyboard: a.Keyboard && b.Keyboard, Code: a.Code && b.Code,
	}
	if a.Lang == b.Lang {
		f.Lang = a.Lang
	}
	if a.Link == b.Link {
		f.Link = a.Link
	}
	return f
}

// level is one format in the order in which formats are nested when they cover the same runs, the outermost first.
type level struct {
	same func(a, b *Format) bool // b has what a has
	has  func(f *Format) bool
	wrap func(r *Run, inside []book.Inline) book.Inline
}

func flag(get func(f *Format) bool, wrap func(diag.Pos, []book.Inline) book.Inline) level {
	return level{
		func(_, b *Format) bool { return get(b) }, get,
		func(r *Run, inside []book.Inline) book.Inline { return wrap(r.Pos, inside) },
	}
}

func styled(get func(f *Format) bool, style book.SpanStyle) level {
	return flag(get, func(at diag.Pos, in []book.Inline) book.Inline { return &book.Span{Pos: at, Style: style, Text: in} })
}

var levels = []level{
	{
		func(a, b *Format) bool { return a.Link == b.Link }, func(f *Format) bool { return f.Link != nil },
		func(r *Run, inside []book.Inline) book.Inline {
			return &book.Link{Pos: r.Pos, URL: r.Link.URL, Text: inside}
		},
	},
	{
		func(a, b *Format) bool { return a.Lang == b.Lang }, func(f *Format) bool { return f.Lang != "" },
		func(r *Run, inside []book.Inline) book.Inline {
			return &book.Span{Pos: r.Pos, Lang: r.Lang, Text: inside}
		},
	},
	flag(func(f *Format) bool { return f.Bold }, func(at diag.Pos, in []book.Inline) book.Inline { return &book.Strong{Pos: at, Text: in} }),
	flag(func(f *Format) bool { return f.Italic }, func(at diag.Pos, in []book.Inline) book.Inline { return &book.Emph{Pos: at, Text: in} }),
	styled(func(f *Format) bool { return f.SmallCaps }, book.SmallCaps),
	styled(func(f *Format) bool { return f.Underline }, book.Underline),
	flag(func(f *Format) bool { return f.Strike }, func(at diag.Pos, in []book.Inline) book.Inline { return &book.Strike{Pos: at, Text: in} }),
	styled(func(f *Format) bool { return f.Mark }, book.Mark),
	styled(func(f *Format) bool { return f.Small }, book.Small),
	styled(func(f *Format) bool { return f.Keyboard }, book.Keyboard),
	styled(func(f *Format) bool { return f.Super }, book.Superscript),
	styled(func(f *Format) bool { return f.Sub }, book.Subscript),
}

// nest wraps runs in the formats from a level on: at each run the format that reaches furthest.
func nest(out []book.Inline, rs []Run, done uint) []book.Inline {
	for i := 0; i < len(rs); {
		best, reach := -1, i
		for l := range levels {
			if done&(1<<l) != 0 || !levels[l].has(&rs[i].Format) {
				continue
			}
			j := i + 1
			for j < len(rs) && levels[l].same(&rs[i].Format, &rs[j].Format) {
				j++
			}
			if j > reach {
				best, reach = l, j
			}
		}
		if best >= 0 && !rs[i].Code && rs[i].isSpace() { // what begins or ends with white space cannot be written as emphasis
			rs[i].Format, best = Format{}, -1
		}
		if best < 0 {
			i = leaves(&out, rs, i, done)
			continue
		}
		for reach > i+1 && !rs[reach-1].Code && rs[reach-1].isSpace() {
			reach--
		}
		out = append(out, levels[best].wrap(&rs[i], nest(nil, rs[i:reach], done|1<<best)))
		i = reach
	}
	return out
}

// bare reports whether a run has no formats, code excepted, but those of what it stands in.
func bare(r *Run, done uint) bool {
	for l := range levels {
		if done&(1<<l) == 0 && levels[l].has(&r.Format) {
			return false
		}
	}
	return true
}

// leaves appends a bare object, or the text of the bare runs from i on, and returns the index of the next run.
func leaves(out *[]book.Inline, rs []Run, i int, done uint) (next int) {
	first := &rs[i]
	if first.Object != nil {
		*out = append(*out, first.Object)
		return i + 1
	}
	var text strings.Builder
	for next = i; next < len(rs) && rs[next].Object == nil && rs[next].Code == first.Code && bare(&rs[next], done); next++ {
		text.WriteString(rs[next].Text)
	}
	if first.Code {
		*out = append(*out, &book.CodeSpan{Pos: first.Pos, Value: text.String()})
	} else {
		*out = append(*out, &book.Text{Pos: first.Pos, Value: text.String()})
	}
	return next
}
