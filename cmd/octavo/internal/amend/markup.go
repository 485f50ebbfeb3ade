package amend

import (
	"bytes"
	"slices"
	"strings"
	"sync"

	"octavo/cmd/octavo/internal/diag"
)

// highest returns the outermost element of one character that another is not in; nil for none.
func highest(u *unit, i, other int) (out *element) {
	for e := u.cells[i].in; e != nil; e = e.outer {
		if other >= e.first && other <= e.last {
			break
		}
		out = e
	}
	return out
}

// covered returns the outermost element that begins with a character and lies between two others, nil for none.
func covered(u *unit, i, from, to int) (out *element) {
	for e := u.cells[i].in; e != nil && e.first >= from && e.last < to; e = e.outer {
		if e.first == i && !slices.ContainsFunc(u.cells[e.first:e.last+1], func(c cell) bool { return c.r == object }) {
			out = e
		}
	}
	return out
}

// elementEnd returns the offset behind the markup of an element, -1 where it cannot be told.
func (f *file) elementEnd(u *unit, e *element) int {
	src := f.src.Text
	at := u.cells[e.last].to
	if last := &u.cells[e.last]; last.r == object {
		at = f.objectEnd(last)
	}
	inner := u.cells[e.first].from
	// Elements that begin and end with this one have their markup between.
	for x := u.cells[e.last].in; x != nil && x != e; x = x.outer {
		if x.outer == e && x.last == e.last {
			at = f.elementEnd(u, x)
		}
	}
	for x := u.cells[e.first].in; x != nil && x != e; x = x.outer {
		if x.outer == e && x.first == e.first {
			inner = x.start
		}
	}
	if inner == e.start { // its markup is that of the element inside it
		return at
	}
	if at < 0 || e.start >= len(src) || inner <= e.start || at >= len(src) {
		return -1
	}
	switch open := src[e.start:inner]; {
	case open[0] == '[':
		return bracketEnd(src, at)
	case open[0] == '<':
		if n := bytes.IndexByte(src[at:min(len(src), at+100)], '>'); n >= 0 {
			return at + n + 1
		}
		return -1
	case bytes.Count(open, open[:1]) == len(bytes.TrimRight(open, " ")):
		n := len(bytes.TrimRight(open, " "))
		if rest := bytes.TrimLeft(src[at:], " "); open[0] == '`' && len(rest) < len(src)-at {
			at = len(src) - len(rest)
		}
		if bytes.HasPrefix(src[at:], bytes.Repeat(open[:1], n)) {
			return at + n
		}
	}
	return -1
}

// bracketEnd returns the offset behind "](…)", "][…]" or "]", and behind attributes.
func bracketEnd(src []byte, at int) int {
	if at >= len(src) || src[at] != ']' {
		return -1
	}
	at++
	for at < len(src) && (src[at] == '(' || src[at] == '[' || src[at] == '{') {
		closes := map[byte]byte{'(': ')', '[': ']', '{': '}'}[src[at]]
		depth, end := 0, -1
		for i := at; i < min(len(src), at+2000); i++ {
			switch src[i] {
			case '\\':
				i++
			case src[at]:
				depth++
			case closes:
				depth--
			}
			if depth == 0 {
				end = i + 1
				break
			}
		}
		if end < 0 {
			return -1
		}
		at = end
	}
	return at
}

// objectEnd returns the offset behind the mark of a note or a picture, -1 where it cannot be told.
func (f *file) objectEnd(c *cell) int {
	src := f.src.Text
	if c.from < 0 || c.from >= len(src) {
		return -1
	}
	at := c.from
	if src[at] == '!' {
		at++
	}
	if at < len(src) && src[at] == '[' {
		if n := bytes.IndexByte(src[at:min(len(src), at+2000)], ']'); n > 0 {
			return bracketEnd(src, at+n)
		}
	}
	return -1
}

// marks are the signs of formats.
var marks = sync.OnceValue(func() map[string]string { return map[string]string{"italic": "*", "bold": "**", "struck out": "~~"} })

// formatted returns the edits that set words in a format, or in one no more.
func (f *file) formatted(u *unit, o *op, side int) ([]diag.Edit, bool) {
	name, off := strings.CutPrefix(o.format, "not ")
	sign := marks()[name]
	if side > 0 || sign == "" || o.a >= o.b {
		return nil, false
	}
	a, b := o.a, o.b-1
	for a < b && isWhite(u.cells[a].r) {
		a++
	}
	for b > a && isWhite(u.cells[b].r) {
		b--
	}
	if off {
		for e := u.cells[a].in; e != nil; e = e.outer {
			if e.say != name || e.first < a || e.last > b {
				continue
			}
			end := f.elementEnd(u, e)
			if end < 0 || end-len(sign) < e.start+len(sign) {
				return nil, false
			}
			return []diag.Edit{{At: e.start, End: e.start + len(sign)}, {At: end - len(sign), End: end}}, true
		}
		return nil, false
	}
	from, to := u.cells[a].from, u.cells[b].to
	if e := highest(u, a, b); e != nil || u.cells[a].in != u.cells[b].in {
		return nil, false
	}
	return []diag.Edit{{At: from, End: from, Text: sign}, {At: to, End: to, Text: sign}}, true
}
