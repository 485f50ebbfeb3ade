package amend

import (
	"slices"
	"strings"
	"unicode"
)

// ops returns the replacements that a change comes to, from one spot to another.
func (f *file) ops(begin, end spot, words []rune, c *Change) []op {
	old := []rune(c.Old)
	if f.units[begin.unit].kind == stanza { // its lines are paragraphs in a word processor
		words = []rune(strings.ReplaceAll(string(words), string(Break), "\n"))
		begin, end = f.overLineEnds(begin, end, old)
	} else {
		begin, end = f.overBreaks(begin, end, old)
	}
	words = trimBreaks(words)
	parts := slices.Contains(words, Break)
	if !c.Exact && begin.unit != end.unit && !parts {
		return f.apart(begin, end, words)
	}
	if begin.unit != end.unit && len(words) == 0 && f.joins(begin, end) {
		words = []rune{' '}
	}
	o := op{first: begin.unit, last: end.unit, a: begin.cell, b: end.cell, words: words}
	if parts || o.first != o.last {
		return []op{o}
	}
	cells := f.units[o.first].cells
	o.space(cells, c)
	return o.differences(cells)
}

// overBreaks moves the ends of a change over the ends of paragraphs that are struck out with its words.
func (f *file) overBreaks(begin, end spot, old []rune) (spot, spot) {
	n := len(old)
	if n == 0 {
		return begin, end
	}
	only := strings.TrimFunc(string(old), isWhite) == "" && slices.Contains(old, Break)
	if only {
		if begin.cell == 0 {
			if p := f.beside(begin.unit, -1); p >= 0 {
				return spot{p, len(f.units[p].cells)}, end
			}
		} else if p := f.beside(end.unit, 1); p >= 0 && end.cell == len(f.units[end.unit].cells) {
			return begin, spot{p, 0}
		}
		return begin, end
	}
	if old[0] == Break && begin.cell == 0 {
		if p := f.beside(begin.unit, -1); p >= 0 {
			begin = spot{p, len(f.units[p].cells)}
		}
	}
	if old[n-1] == Break && end.cell == len(f.units[end.unit].cells) {
		if p := f.beside(end.unit, 1); p >= 0 {
			end = spot{p, 0}
		}
	}
	return begin, end
}

// overLineEnds moves the ends of a change in verse over the ends of lines that are struck out with its words.
func (f *file) overLineEnds(begin, end spot, old []rune) (spot, spot) {
	cells := f.units[begin.unit].cells
	n := len(old)
	if n == 0 || end.unit != begin.unit {
		return begin, end
	}
	if (old[0] == Break || old[0] == '\n') && begin.cell > 0 && cells[begin.cell-1].r == '\n' {
		begin.cell--
	} else if (old[n-1] == Break || old[n-1] == '\n') && end.cell < len(cells) && cells[end.cell].r == '\n' {
		end.cell++
	}
	return begin, end
}

// beside returns the next unit with characters before or after one, -1 for none.
func (f *file) beside(i, by int) int {
	for i += by; i >= 0 && i < len(f.units); i += by {
		if len(f.units[i].cells) > 0 {
			return i
		}
	}
	return -1
}

// trimBreaks removes white beside the ends of paragraphs.
func trimBreaks(words []rune) []rune {
	var out []rune
	for i, r := range words {
		if r == ' ' && (i+1 < len(words) && words[i+1] == Break || len(out) > 0 && out[len(out)-1] == Break) {
			continue
		}
		if r == Break && len(out) > 0 && out[len(out)-1] == Break {
			continue
		}
		out = append(out, r)
	}
	return out
}

// joins reports whether two paragraphs become one between two spots, so that a space has to part their words.
func (f *file) joins(begin, end spot) bool {
	left, right := f.units[begin.unit].cells[:begin.cell], f.units[end.unit].cells[end.cell:]
	return len(left) > 0 && len(right) > 0 && !isWhite(left[len(left)-1].r) && !isWhite(right[0].r)
}

// apart divides a change of words in several paragraphs, which stay as many: the new words go where the old ones begin.
func (f *file) apart(begin, end spot, words []rune) (out []op) {
	for i := begin.unit; i >= 0 && i <= end.unit; i = f.beside(i, 1) {
		u := f.units[i]
		o := op{first: i, last: i, a: 0, b: len(u.cells)}
		if i == begin.unit {
			o.a, o.words = begin.cell, words
		}
		if i == end.unit {
			o.b = end.cell
		}
		if o.a == o.b && len(o.words) == 0 {
			continue
		}
		o.space(u.cells, &Change{Old: "x"})
		out = append(out, o)
	}
	return out
}

// Signs that touch the word before or behind them.
func isOpening(r rune) bool {
	return strings.ContainsRune("([{“‘«„‚¿¡/", r) || isDash(r) && r != '–'
}

func isClosing(r rune) bool {
	return strings.ContainsRune(")]}”’»,.;:!?…%/", r) || isDash(r) && r != '–'
}

func isWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r)
}

// isUnspaced reports whether a character is of a script that does not part its words.
func isUnspaced(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer)
}

// space gives the words of a replacement the white that they need beside what stands around them, and takes away what is too much.
func (o *op) space(cells []cell, c *Change) {
	left, right := func() rune { return beside(cells, o.a-1) }, func() rune { return beside(cells, o.b) }
	if !c.Exact && strings.TrimSpace(c.Old) == "" && len(o.words) > 0 {
		o.spaceInsertion(cells)
	}
	for len(o.words) > 0 && o.words[0] == ' ' && (left() == 0 || isWhite(left())) {
		o.words = o.words[1:]
	}
	for n := len(o.words); n > 0 && o.words[n-1] == ' ' && (right() == 0 || isWhite(right())); n = len(o.words) {
		o.words = o.words[:n-1]
	}
	if o.a == o.b || len(o.words) > 0 {
		return
	}
	deeper := o.a > 0 && whiteFirst(cells, o.b, o.a-1)
	switch l, r := left(), right(); {
	case l == ' ' && (deeper || r == ' ' && cells[o.a-1].line && !cells[o.b].line): // lines stay as they are
		o.b++
	case l == ' ' && (r == 0 || isWhite(r) || isClosing(r) && !isDash(r) && cells[o.b].from > 0):
		o.a--
	case l == 0 && r != 0 && isWhite(r):
		o.b++
	}
}

// whiteFirst reports whether the ith character is white in markup that another character before it is not in: nothing may begin with
// white there.
func whiteFirst(cells []cell, i, other int) bool {
	return i < len(cells) && cells[i].r == ' ' && highest(&unit{cells: cells}, i, other) != nil
}

// beside returns the ith character, 0 for none.
func beside(cells []cell, i int) rune {
	if i < 0 || i >= len(cells) {
		return 0
	}
	return cells[i].r
}

// spaceInsertion parts words that a reader has written beside a point from those around it.
func (o *op) spaceInsertion(cells []cell) {
	words := []rune(strings.Trim(string(o.words), " "))
	if len(words) == 0 {
		return
	}
	first, last := words[0], words[len(words)-1]
	if isClosing(first) && !isDash(first) && beside(cells, o.a-1) == ' ' && first != '/' { // it belongs to the word before
		o.a--
		o.b = o.a
	}
	l, r := beside(cells, o.a-1), beside(cells, o.b)
	inside := isWord(l) && isWord(r) || isUnspaced(l) || isUnspaced(r) || isUnspaced(first)
	suffix := len(words) == 1 && unicode.IsLower(first) && !strings.ContainsRune("aeiouyàéèíóúæøåäöü", first) || quoteClass(first) == '\'' && len(words) < 4
	if !inside && !suffix && l != 0 && !isWhite(l) && !isOpening(l) && !isClosing(first) {
		words = append([]rune{' '}, words...)
	}
	if !inside && r != 0 && !isWhite(r) && !isClosing(r) && !isOpening(last) && !(suffix && isWord(l)) {
		words = append(words, ' ')
	}
	o.words = words
}

// maxDiff limits the words that are compared with each other, on either side.
const maxDiff = 600

// differences divides a replacement into those of the words that differ, so that markup around the others stays.
func (o *op) differences(cells []cell) []op {
	if len(o.words) == 0 || o.a == o.b {
		return []op{*o}
	}
	old := make([]rune, 0, o.b-o.a)
	for _, c := range cells[o.a:o.b] {
		old = append(old, c.r)
	}
	x, y := pieces(old), pieces(o.words)
	if len(x) > maxDiff || len(y) > maxDiff {
		return []op{*o}
	}
	var out []op
	for _, d := range compare(x, y) {
		n := op{first: o.first, last: o.last, a: o.a + d.from, b: o.a + d.to, words: o.words[d.newFrom:d.newTo]}
		if len(n.words) > 0 && whiteFirst(cells, n.b, n.a) {
			n.b, n.words = n.b+1, append(slices.Clip(n.words), ' ')
		}
		if slices.ContainsFunc(cells[n.a:n.b], func(c cell) bool { return !isUnseen(c.r) }) || len(n.words) > 0 {
			out = append(out, n)
		}
	}
	return out
}

// piece is a word, or one other character.
type piece struct {
	from, to int
	text     string // folded
}

func pieces(text []rune) (out []piece) {
	for i := 0; i < len(text); {
		k := i + 1
		if isWord(text[i]) && !isUnspaced(text[i]) {
			for k < len(text) && (isWord(text[k]) && !isUnspaced(text[k]) || isUnseen(text[k])) {
				k++
			}
		}
		out = append(out, piece{i, k, string(foldString(string(text[i:k])))})
		i = k
	}
	return out
}

// difference is what differs between two texts: characters from one to another in each.
type difference struct{ from, to, newFrom, newTo int }

// compare returns the differences of two rows of pieces, by the longest common subsequence.
func compare(x, y []piece) (out []difference) {
	width := len(y) + 1
	table := make([]int32, (len(x)+1)*width)
	weight := func(i, j int) int32 {
		if x[i].text != y[j].text {
			return 0
		}
		if r := []rune(x[i].text); len(r) == 1 && !isWord(r[0]) {
			return 1
		}
		return 4
	}
	for i := len(x) - 1; i >= 0; i-- {
		for j := len(y) - 1; j >= 0; j-- {
			best := max(table[(i+1)*width+j], table[i*width+j+1])
			if w := weight(i, j); w > 0 {
				best = max(best, table[(i+1)*width+j+1]+w)
			}
			table[i*width+j] = best
		}
	}
	at := func(p []piece, i int) int {
		if i < len(p) {
			return p[i].from
		}
		if len(p) == 0 {
			return 0
		}
		return p[len(p)-1].to
	}
	i, j := 0, 0
	for i < len(x) || j < len(y) {
		if i < len(x) && j < len(y) && weight(i, j) > 0 && table[i*width+j] == table[(i+1)*width+j+1]+weight(i, j) {
			i, j = i+1, j+1
			continue
		}
		d := difference{from: at(x, i), newFrom: at(y, j)}
		for i < len(x) || j < len(y) {
			if i < len(x) && j < len(y) && weight(i, j) > 0 && table[i*width+j] == table[(i+1)*width+j+1]+weight(i, j) {
				break
			}
			if j == len(y) || i < len(x) && table[(i+1)*width+j] >= table[i*width+j+1] {
				i++
			} else {
				j++
			}
		}
		d.to, d.newTo = at(x, i), at(y, j)
		out = append(out, d)
	}
	return out
}
