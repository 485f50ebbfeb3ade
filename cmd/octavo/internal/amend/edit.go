package amend

import (
	"bytes"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"octavo/cmd/octavo/internal/diag"
)

// edits returns how a replacement is written, in a way and at one of several places, and whether there is such a place.
func (f *file) edits(o *op, s *style, w way, side int) ([]diag.Edit, bool) {
	u := f.units[o.first]
	switch {
	case o.format != "":
		return f.formatted(u, o, side)
	case o.first != o.last || slices.Contains(o.words, Break):
		return f.paragraphs(o, s, w, side)
	case o.a == o.b:
		places := f.places(u, o.a, o.words)
		if side >= len(places) {
			return nil, false
		}
		at := places[side]
		text := s.write(o.words, w, f.placeAt(u, o.a, o.b, at))
		return []diag.Edit{{At: at, End: at, Text: f.lines(u, at, text)}}, true
	case side > 0:
		return nil, false
	case o.a == 0 && o.b == len(u.cells) && len(o.words) == 0 && u.kind == paragraph:
		return f.without(u), true
	}
	return f.replaced(u, o, s, w), true
}

// placeAt describes what is at an offset where words take the place of the characters of a unit from the ith to the kth.
func (f *file) placeAt(u *unit, i, k, at int) place {
	p := place{kind: u.kind, before: beside(u.cells, i-1), after: beside(u.cells, k)}
	line := f.lineStart(at)
	p.start = strings.Trim(string(f.src.Text[line:at]), " \t>") == "" && u.kind != codeLine
	near := i
	if near >= len(u.cells) || near > 0 && u.cells[near-1].to == at {
		near--
	}
	for e := u.cells[near].in; e != nil; e = e.outer {
		inside := at > e.start && at <= u.cells[e.last].to || at >= u.cells[e.first].from && at <= u.cells[e.last].to
		p.inCode = p.inCode || e.say == "code" && inside
		p.link = p.link || strings.HasPrefix(e.say, "link") && inside
	}
	if start := u.outerStart(); u.kind == caption && start > 0 && strings.IndexByte(`"'`, f.src.Text[start-1]) >= 0 {
		p.quote = f.src.Text[start-1]
	}
	if u.kind == value || u.kind == frontMatter {
		head := f.src.Text[line:at]
		if k := bytes.IndexAny(head, "=:"); k >= 0 {
			if rest := bytes.TrimLeft(head[k+1:], " \t["); len(rest) > 0 && (rest[0] == '"' || rest[0] == '\'') {
				p.quote = rest[0]
			}
		}
	}
	return p
}

func (f *file) lineStart(at int) int { return bytes.LastIndexByte(f.src.Text[:at], '\n') + 1 }

// lineEnd returns the end of the line at an offset, before its line end.
func (f *file) lineEnd(at int) int {
	if n := bytes.IndexByte(f.src.Text[at:], '\n'); n >= 0 {
		at += n
	} else {
		at = len(f.src.Text)
	}
	for at > 0 && f.src.Text[at-1] == '\r' {
		at--
	}
	return at
}

// lines gives the line ends of new words their form: a hard break in prose, and the next line of verse with what its lines begin with.
func (f *file) lines(u *unit, at int, text string) string {
	if !strings.Contains(text, "\n") {
		return text
	}
	if u.kind == codeLine || u.kind != stanza && u.kind != paragraph {
		return strings.ReplaceAll(text, "\n", " ")
	}
	start := f.lineStart(at)
	lead := string(f.src.Text[start:at])
	lead = lead[:len(lead)-len(strings.TrimLeft(lead, " \t>|"))]
	if u.kind == paragraph {
		return strings.ReplaceAll(text, "\n", "\\\n"+hang(lead))
	}
	end := f.src.Text[:f.lineEnd(at)]
	hard := ""
	switch { // the line ends as its neighbours do
	case bytes.HasSuffix(end, []byte(`\`)):
		hard = `\`
	case bytes.HasSuffix(end, []byte("  ")):
		hard = "  "
	}
	return strings.ReplaceAll(text, "\n", hard+"\n"+lead)
}

// places returns the offsets at which words may be inserted before the ith character of a unit, the best first. There is more than one
// where markup begins or ends.
func (f *file) places(u *unit, i int, words []rune) []int {
	var inner, outer []int
	l, r := i-1, i
	if l >= 0 {
		if u.cells[l].r != object {
			inner = append(inner, u.cells[l].to)
		}
		if e := highest(u, l, r); e != nil {
			if end := f.elementEnd(u, e); end >= 0 {
				outer = append(outer, end)
			}
		} else if u.cells[l].r == object {
			if end := f.objectEnd(&u.cells[l]); end >= 0 {
				outer = append(outer, end)
			}
		}
	}
	if r < len(u.cells) {
		inner = append(inner, u.cells[r].from)
		if e := highest(u, r, l); e != nil {
			outer = append(outer, e.start)
		}
	}
	all := append(outer, inner...)
	switch {
	case len(words) > 0 && l >= 0 && isWord(u.cells[l].r) && isWord(words[0]), len(words) > 0 && r < len(u.cells) && isWord(u.cells[r].r) && isWord(words[len(words)-1]):
		all = append(inner, outer...) // a part of a word
		if l < 0 || !isWord(u.cells[l].r) || !isWord(words[0]) {
			slices.Reverse(all[:len(inner)])
		}
	case len(outer) == 0 || l >= 0 && r < len(u.cells) && u.cells[l].in == u.cells[r].in:
		all = append(inner, outer...)
	}
	var out []int
	for _, at := range all {
		if at >= 0 && !slices.Contains(out, at) {
			out = append(out, at)
		}
	}
	return out
}

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

// replaced returns the edits of a replacement within one unit. Markup whose words all go goes with them; the new words stand in the
// markup of the first ones.
func (f *file) replaced(u *unit, o *op, s *style, w way) (out []diag.Edit) {
	written := len(o.words) == 0
	for i := o.a; i < o.b; {
		if u.cells[i].r == object {
			i++
			continue
		}
		k := i + 1
		for k < o.b && u.cells[k].r != object && u.cells[k].in == u.cells[i].in {
			k++
		}
		e := diag.Edit{At: u.cells[i].from, End: u.cells[k-1].to}
		if isWhite(u.cells[k-1].r) && k < len(u.cells) && u.cells[k].in == u.cells[i].in && u.cells[k].from > e.End &&
			len(bytes.TrimSpace(f.src.Text[e.End:u.cells[k].from])) == 0 {
			e.End = u.cells[k].from // white that counts as one space
		}
		if !written {
			written = true
			e.Text = f.lines(u, e.At, s.write(o.words, w, f.placeAt(u, i, o.b, e.At)))
		} else if whole := covered(u, i, o.a, o.b); whole != nil {
			if end := f.elementEnd(u, whole); end >= 0 {
				e.At, e.End = whole.start, end
				k = whole.last + 1
			}
		}
		out = append(out, e)
		i = k
	}
	if !written { // nothing but objects
		at := u.cells[o.a].from
		out = append(out, diag.Edit{At: at, End: at, Text: s.write(o.words, w, f.placeAt(u, o.a, o.b, at))})
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
var marks = map[string]string{"italic": "*", "bold": "**", "struck out": "~~"}

// formatted returns the edits that set words in a format, or in one no more.
func (f *file) formatted(u *unit, o *op, side int) ([]diag.Edit, bool) {
	name, off := strings.CutPrefix(o.format, "not ")
	sign := marks[name]
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

var itemSign = regexp.MustCompile(`^(.*?)([-*+]|\(?[0-9]+[.)])([ \t]+)(\[[ xX]\] )?$`)

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
	if m := itemSign.FindStringSubmatch(lead); m != nil && u.list != nil && u.lone {
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
