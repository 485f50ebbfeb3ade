package amend

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// Limits of what is compared.
const (
	most   = 200 // folded characters around the words
	enough = 6   // as many that are the same show the place
	beyond = 3   // units after that of the place in which words may end
)

// Find finds the place of a change.
func (t *Text) Find(c Change) *Hunk {
	h := &Hunk{Change: c, Pos: c.At, End: c.At.Offset}
	if !c.At.IsValid() {
		h.Refused = "nothing says where in the manuscript it belongs"
		return h
	}
	h.file = t.of(c.At.Source)
	if h.file == nil || len(h.file.sorted) == 0 {
		h.Refused = fmt.Sprintf("the words stand in %s, which is no chapter; change them there by hand", c.At.Source.Name)
		return h
	}
	u := h.file.at(c.At.Offset)
	s := &scope{file: h.file, at: c.At.Offset}
	s.gather(h.file.beside(u.index, -1), u.index+beyond)
	m, ok := s.match(c.Before, c.Old, c.After, c.Sure)
	switch stands := s.stands(c); {
	case ok && !stands:
		h.take(s, m)
		return h
	case stands:
		h.Stands = true
		return h
	}
	switch {
	case c.At.Offset > h.file.outerEnd(u):
		h.Refused = "octavo prints these words itself, from what stands here: change it by hand, or the title that they repeat"
	case strings.TrimSpace(c.Old) == "":
		h.Refused = "the words around the place have changed since"
	default:
		h.Refused = "the words have changed since"
	}
	return h
}

// scope is some units of a file as one row of folded characters.
type scope struct {
	file  *file
	at    int // offset in the file near which a place is preferred
	runes []rune
	spots []spot
}

// spot is the place of a folded character: a unit and a character of it. At the end of a unit it is the one behind its last.
type spot struct{ unit, cell int }

// gather lists the characters of the units from one to another that have any. A space stands between units.
func (s *scope) gather(from, to int) {
	units := s.file.units
	for i := max(0, from); i < len(units) && i <= to; i++ {
		u := units[i]
		if len(u.cells) == 0 {
			to++ // a sign of structure
			if to > from+64 {
				return
			}
			continue
		}
		if n := len(s.runes); n > 0 {
			last := units[s.spots[n-1].unit]
			if s.runes[n-1] == ' ' {
				s.runes, s.spots = s.runes[:n-1], s.spots[:n-1]
			}
			s.runes, s.spots = append(s.runes, ' '), append(s.spots, spot{last.index, len(last.cells)})
		}
		f := foldAll(len(u.cells), func(i int) rune { return u.cells[i].r })
		for k, r := range f.runes {
			s.runes, s.spots = append(s.runes, r), append(s.spots, spot{i, f.where[k]})
		}
	}
}

// matched is where words stand in a scope.
type matched struct{ from, to, score int }

// stands reports whether the scope says already what a change wants.
func (s *scope) stands(c Change) bool {
	if c.Format != "" {
		return false
	}
	if len(foldString(strings.TrimSpace(c.New))) == 0 && len(foldString(strings.TrimSpace(c.Old))) == 0 {
		return false
	}
	m, ok := s.match(c.Before, c.New, c.After, false)
	left, right := s.around(m, c)
	if !ok || left < min(2*enough, len(foldString(c.Before))) || right < min(2*enough, len(foldString(c.After))) {
		return false
	}
	_, old := s.match(c.Before, c.Old, c.After, false)
	return !old || strings.TrimSpace(c.Old) == ""
}

func (s *scope) around(m matched, c Change) (left, right int) {
	return sameEnd(s.runes[:m.from], foldString(c.Before)), sameStart(s.runes[m.to:], foldString(c.After))
}

// match finds words where what stands around them is most alike. Where the place itself is sure, nothing else has to be.
func (s *scope) match(before, words, after string, sure bool) (best matched, ok bool) {
	w := foldString(words)
	b, a := foldString(before), foldString(after)
	b, a = b[max(0, len(b)-most):], a[:min(len(a), most)]
	// White at the ends of the words belongs to what is around them: it may be the end of a unit there.
	for len(w) > 0 && w[0] == ' ' {
		w, b = w[1:], append(b[:len(b):len(b)], ' ')
	}
	for len(w) > 0 && w[len(w)-1] == ' ' {
		w, a = w[:len(w)-1], append([]rune{' '}, a...)
	}
	b, a = single(b), single(a)
	if len(w) == 0 && len(b) > 0 && len(a) > 0 && b[len(b)-1] == ' ' && a[0] == ' ' {
		a = a[1:]
	}
	best.score = -1
	distance := 0
	for i := 0; i+len(w) <= len(s.runes); i++ {
		if !slices.Equal(s.runes[i:i+len(w)], w) {
			continue
		}
		m := matched{i, i + len(w), 0}
		left, right := sameEnd(s.runes[:i], b), sameStart(s.runes[m.to:], a)
		if len(w) == 0 && !s.point(i, left, right, b, a) {
			continue
		}
		far := s.far(i)
		switch m.score = left + right; {
		case sure && far == 0:
			m.score += most
		case m.score < min(enough, len(b)+len(a)):
			continue
		}
		if m.score > best.score || m.score == best.score && far < distance {
			best, distance = m, far
		}
	}
	return best, best.score >= 0
}

// single makes white at the ends of a context one space.
func single(r []rune) []rune {
	for len(r) > 1 && r[0] == ' ' && r[1] == ' ' {
		r = r[1:]
	}
	for n := len(r); n > 1 && r[n-1] == ' ' && r[n-2] == ' '; n = len(r) {
		r = r[:n-1]
	}
	return r
}

// point reports whether a point may be meant: what stands on both sides of it is the same, as far as the next word or the end of the
// paragraph. Beyond that, printed words may follow that stand elsewhere.
func (s *scope) point(i, left, right int, before, after []rune) bool {
	const word = 3
	need := func(context, by, at int) int {
		n := 0
		for n < min(word, context) && !s.edge(at+n*by) {
			n++
		}
		return n
	}
	return left >= need(len(before), -1, i-1) && right >= need(len(after), 1, i)
}

// far returns how far a folded character stands from the place that is preferred, in bytes of the file.
func (s *scope) far(i int) int {
	if i >= len(s.spots) {
		i = len(s.spots) - 1
	}
	u := s.file.units[s.spots[i].unit]
	from := u.cells[min(s.spots[i].cell, len(u.cells)-1)].from
	return max(from-s.at, s.at-from)
}

// sameStart returns how many characters two texts have in common at their beginnings.
func sameStart(a, b []rune) (n int) {
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n
}

// sameEnd returns how many characters two texts have in common at their ends.
func sameEnd(a, b []rune) (n int) {
	for n < min(len(a), len(b)) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	return n
}

// take gives the hunk its replacements.
func (h *Hunk) take(s *scope, m matched) {
	units := s.file.units
	begin, end := s.begin(m), s.end(m)
	c := &h.Change
	words := tidyNew(c.New)
	lead, tail := ends(c.Old)
	if lead && !s.edge(m.from-1) && c.Exact { // white that was struck out with the words
		begin = s.widen(begin, -1)
	}
	if tail && !s.edge(m.to) && c.Exact {
		end = s.widen(end, 1)
	}
	switch first, last := units[begin.unit], units[end.unit]; {
	case first.broad || last.broad:
		h.Refused = "the words are written in a way that octavo cannot follow; change them by hand"
		return
	case c.Format != "":
		h.ops = []op{{first: begin.unit, last: end.unit, a: begin.cell, b: end.cell, format: c.Format}}
		if first != last {
			h.Refused = "it goes over several paragraphs; change it by hand"
		}
	default:
		h.ops = s.file.ops(begin, end, words, c)
		h.Stands = len(h.ops) == 0
	}
	h.settlePlace()
}

// edge reports whether a folded character is none, or the space between two units.
func (s *scope) edge(i int) bool {
	return i < 0 || i >= len(s.spots) || s.spots[i].cell >= len(s.file.units[s.spots[i].unit].cells)
}

// widen moves a spot over white, back or on.
func (s *scope) widen(at spot, by int) spot {
	cells := s.file.units[at.unit].cells
	for {
		i := at.cell
		if by < 0 {
			i--
		}
		if i < 0 || i >= len(cells) || !isWhite(cells[i].r) {
			return at
		}
		at.cell += by
	}
}

// begin returns the spot of the first character of a match.
func (s *scope) begin(m matched) spot {
	if m.from < len(s.spots) {
		at := s.spots[m.from]
		if m.from == m.to && m.from > 0 && s.spots[m.from-1].unit == at.unit { // a point: right behind what stands before it
			if k := s.spots[m.from-1].cell + 1; k < at.cell {
				at.cell = k
			}
		}
		return at
	}
	last := s.spots[len(s.spots)-1]
	return spot{last.unit, len(s.file.units[last.unit].cells)}
}

// end returns the spot behind the last character of a match.
func (s *scope) end(m matched) spot {
	if m.from == m.to {
		return s.begin(m)
	}
	at := s.spots[m.to-1]
	return spot{at.unit, min(at.cell+1, len(s.file.units[at.unit].cells))}
}

// ends reports whether a text begins and ends with white, the end of a paragraph not counted.
func ends(s string) (lead, tail bool) {
	r := []rune(s)
	if len(r) == 0 || strings.TrimSpace(s) == "" {
		return false, false
	}
	return isWhite(r[0]) && r[0] != Break, isWhite(r[len(r)-1]) && r[len(r)-1] != Break
}

// tidyNew returns a reader's new words without what has no form of its own.
func tidyNew(s string) []rune {
	var out []rune
	for _, r := range s {
		switch {
		case isUnseen(r):
		case r == '\r' || r == '\v' || r == '\f':
			out = append(out, '\n')
		case r != '\n' && r != Break && (isWhite(r) || unicode.IsControl(r)):
			out = append(out, ' ')
		default:
			out = append(out, r)
		}
	}
	return out
}

// settlePlace sets the place that messages name: that of the first character that changes.
func (h *Hunk) settlePlace() {
	if len(h.ops) == 0 {
		return
	}
	first, last := &h.ops[0], &h.ops[len(h.ops)-1]
	u, v := h.file.units[first.first], h.file.units[last.last]
	h.Pos.Offset = u.place(first.a)
	h.End = max(h.Pos.Offset, v.placeBehind(last.b))
	if first == last && first.first == first.last && first.a == first.b {
		h.End = h.Pos.Offset
	}
}

// place returns the offset of the unit's ith character, or of the end of the unit.
func (u *unit) place(i int) int {
	if i >= len(u.cells) {
		return u.cells[len(u.cells)-1].to
	}
	return u.cells[i].from
}

// placeBehind returns the offset behind the character before the ith.
func (u *unit) placeBehind(i int) int {
	if i == 0 {
		return u.cells[0].from
	}
	return u.cells[i-1].to
}
