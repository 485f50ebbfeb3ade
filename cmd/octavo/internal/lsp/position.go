package lsp

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// encoding is the unit in which the characters of positions are counted.
type encoding string

// The encodings. A client that names none counts in UTF-16.
const (
	utf16Units encoding = "utf-16"
	utf8Units  encoding = "utf-8"
)

// text is the text of a document with the offsets of its lines. Lines end with \n, \r\n or \r.
type text struct {
	s     string
	lines []int // offset of each line's first byte
}

func newText(s string) *text {
	t := &text{s: s, lines: []int{0}}
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\r':
			if i+1 < len(s) && s[i+1] == '\n' {
				i++
			}
			t.lines = append(t.lines, i+1)
		case '\n':
			t.lines = append(t.lines, i+1)
		}
	}
	return t
}

// byteOrderMark stands at the start of some files; editors do not count it.
const byteOrderMark = "\uFEFF"

// line returns where a line begins and where it ends, before its line end. A line after the last is empty, at the end of the text.
func (t *text) line(n int) (start, end int) {
	if n >= len(t.lines) {
		return len(t.s), len(t.s)
	}
	start, end = t.lines[max(n, 0)], len(t.s)
	if n+1 < len(t.lines) {
		end = t.lines[n+1]
		for end > start && (t.s[end-1] == '\n' || t.s[end-1] == '\r') {
			end--
		}
	}
	if n == 0 && strings.HasPrefix(t.s, byteOrderMark) {
		start = len(byteOrderMark)
	}
	return start, max(start, end)
}

// offset returns the byte offset of a position. One that is behind its line's end, or within a character, is moved back to the end or
// the character's start.
func (t *text) offset(p Position, units encoding) int {
	if p.Line < 0 {
		return 0
	}
	at, end := t.line(p.Line)
	for left := p.Character; at < end && left > 0; {
		r, size := utf8.DecodeRuneInString(t.s[at:end])
		if left -= width(r, size, units); left < 0 {
			break
		}
		at += size
	}
	return at
}

// position returns the position of a byte offset.
func (t *text) position(offset int, units encoding) Position {
	offset = min(max(offset, 0), len(t.s))
	n := sort.Search(len(t.lines), func(i int) bool { return t.lines[i] > offset }) - 1
	start, end := t.line(n)
	stop := min(offset, end)
	if units == utf8Units {
		return Position{n, max(0, stop-start)}
	}
	count := 0
	for at := start; at < stop; {
		r, size := utf8.DecodeRuneInString(t.s[at:])
		if at+size > stop {
			break
		}
		count += width(r, size, units)
		at += size
	}
	return Position{n, count}
}

// span returns the range between two offsets.
func (t *text) span(from, to int, units encoding) Range {
	return Range{t.position(from, units), t.position(max(from, to), units)}
}

// width returns how many units a character has.
func width(r rune, size int, units encoding) int {
	switch {
	case units == utf8Units:
		return size
	case r >= 0x10000:
		return 2
	}
	return 1
}

// apply returns the text with a change. A change without a range is the whole text, in place of any or none.
func (t *text) apply(c change, units encoding) *text {
	if c.Range == nil {
		return newText(c.Text)
	}
	from, to := t.offset(c.Range.Start, units), t.offset(c.Range.End, units)
	if to < from {
		from, to = to, from
	}
	return newText(t.s[:from] + c.Text + t.s[to:])
}
