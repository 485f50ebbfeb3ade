package amend

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/lazyregexp"
)

// without returns the edit that deletes a paragraph with its lines, and the item of a list that has nothing else.
func (f *file) without(u *unit) []diag.Edit {
	src := f.src.Text
	from, to := f.lineStart(u.outerStart()), f.lineEnd(f.outerEnd(u))
	if u.list == nil || !u.lone { // what the line begins with belongs to more than the paragraph
		lead := string(src[from:u.outerStart()])
		if strings.Trim(lead, " \t>") != "" {
			return []diag.Edit{{At: u.outerStart(), End: f.outerEnd(u)}}
		}
	}
	next := to
	for next < len(src) && (src[next] == '\r' || src[next] == '\n') {
		if next++; src[next-1] == '\n' && u.list != nil && u.list.Tight {
			break // what follows the list stays apart from it
		}
	}
	if next >= len(src) { // the last of the file: the line end of the one before ends it
		for next = to; from > 0 && (src[from-1] == '\n' || src[from-1] == '\r'); {
			from--
		}
	}
	return []diag.Edit{{At: from, End: next}}
}

// outerStart returns where the unit begins in the file, with the markup of its first character.
func (u *unit) outerStart() int {
	at := u.cells[0].from
	for e := u.cells[0].in; e != nil; e = e.outer {
		at = min(at, e.start)
	}
	return at
}

// outerEnd returns where the unit ends in the file, with the markup of its last character.
func (f *file) outerEnd(u *unit) int {
	last := &u.cells[len(u.cells)-1]
	at := last.to
	if last.r == object {
		at = max(last.from, f.objectEnd(last))
	}
	for e := last.in; e != nil; e = e.outer {
		at = max(at, f.elementEnd(u, e))
	}
	return at
}

var itemSign = lazyregexp.New(`^(.*?)([-*+]|\(?[0-9]+[.)])([ \t]+)(\[[ xX]\] )?$`)

// hang returns what a line begins with that goes on with a block whose first line begins with a text: quotation signs stay, the signs of
// lists and notes are white.
func hang(lead string) string {
	if strings.HasPrefix(strings.TrimSpace(lead), "[^") {
		return "    "
	}
	return strings.Map(func(r rune) rune {
		if r == '>' || r == '\t' {
			return r
		}
		return ' '
	}, lead)
}

// between returns what stands between two paragraphs of which the first is like a unit.
func (f *file) between(u *unit) string {
	at := u.outerStart()
	lead := string(f.src.Text[f.lineStart(at):at])
	if u.kind != paragraph {
		return "\n\n"
	}
	if m := itemSign().FindStringSubmatch(lead); m != nil && u.list != nil && u.lone {
		number := m[2]
		if n, err := strconv.Atoi(strings.Trim(number, "(.)")); err == nil {
			number = strings.Replace(number, strconv.Itoa(n), strconv.Itoa(n+1), 1)
		}
		gap := "\n"
		if !u.list.Tight {
			gap = "\n" + strings.TrimRight(hang(m[1]), " \t") + "\n"
		}
		return gap + hang(m[1]) + number + m[3]
	}
	lead = hang(lead)
	return "\n" + strings.TrimRight(lead, " \t") + "\n" + lead
}

// paragraphs returns the edit of a change that parts, joins, adds or deletes paragraphs.
func (f *file) paragraphs(o *op, s *style, w way, side int) ([]diag.Edit, bool) {
	if side > 0 {
		return nil, false
	}
	u, v := f.units[o.first], f.units[o.last]
	a, b := o.a, o.b
	for a > 0 && isWhite(u.cells[a-1].r) {
		a--
	}
	for b < len(v.cells) && isWhite(v.cells[b].r) && len(o.words) > 0 && o.words[len(o.words)-1] == Break {
		b++
	}
	if !slices.Contains(o.words, Break) {
		a = o.a
	}
	parts := split(o.words)
	from, to := u.outerStart(), f.outerEnd(v)
	if a > 0 {
		from = u.cells[a-1].to
		if e := highest(u, a-1, a); e != nil {
			from = f.elementEnd(u, e)
		}
	}
	if b < len(v.cells) {
		to = v.cells[b].from
		if e := highest(v, b, b-1); e != nil {
			to = e.start
		}
	}
	if a == len(u.cells) && a > 0 {
		from = f.outerEnd(u)
	}
	if a == 0 && len(parts[0]) == 0 && len(parts) > 1 {
		parts = parts[1:]
	}
	if n := len(parts) - 1; b == len(v.cells) && len(parts[n]) == 0 && n > 0 {
		parts = parts[:n]
	}
	gap := f.between(u)
	if u.kind == heading || u.kind == maxim || u.kind == title {
		if o.first != o.last || a != len(u.cells) {
			return nil, false
		}
		from = f.headEnd(u)
		to = from
	}
	if from < 0 || to < from {
		return nil, false
	}
	var text strings.Builder
	for i, p := range parts {
		if i > 0 {
			text.WriteString(gap)
		}
		at := place{kind: u.kind, start: i > 0 || a == 0}
		text.WriteString(f.lines(u, from, s.write(p, w, at)))
	}
	return []diag.Edit{{At: from, End: to, Text: text.String()}}, true
}

// headEnd returns the end of a heading's line, or of the block of an entry under it.
func (f *file) headEnd(u *unit) int {
	at := f.lineEnd(u.cells[len(u.cells)-1].to)
	src := f.src.Text
	rest := bytes.TrimLeft(src[at:], " \t\r\n")
	if !bytes.HasPrefix(rest, []byte("+++")) {
		return at
	}
	start := len(src) - len(rest) + len("+++")
	if n := bytes.Index(src[start:], []byte("\n+++")); n >= 0 {
		return f.lineEnd(start + n + 1)
	}
	return at
}

func split(words []rune) (out [][]rune) {
	for {
		i := slices.Index(words, Break)
		if i < 0 {
			return append(out, words)
		}
		out, words = append(out, words[:i]), words[i+1:]
	}
}

// keepID returns the edit that gives a heading or an entry its id, so that links lead there as before.
func (f *file) keepID(u *unit) (diag.Edit, bool) {
	at := f.lineEnd(u.cells[len(u.cells)-1].to)
	if u.kind == maxim {
		end := f.headEnd(u)
		if end == at {
			return diag.Edit{}, false
		}
		n := bytes.Index(f.src.Text[at:], []byte("+++"))
		line := f.lineEnd(at + n)
		return diag.Edit{At: line, End: line, Text: "\nid = \"" + u.id + "\""}, true
	}
	line := bytes.TrimRightFunc(f.src.Text[f.lineStart(at):at], unicode.IsSpace)
	if bytes.HasSuffix(line, []byte("}")) || u.kind != heading && u.kind != title {
		return diag.Edit{}, false
	}
	end := f.lineStart(at) + len(line)
	return diag.Edit{At: end, End: end, Text: " {#" + u.id + "}"}, true
}
