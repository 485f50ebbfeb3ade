package amend

import "slices"

// mark is a character as it is compared.
type mark struct {
	r     rune
	say   string
	fresh bool
	paths []string
	path  string
}

// marksOf returns what of a row of characters is compared: single spaces without markup, straight quotation marks, no unseen
// characters; pictures and the like as they are.
func marksOf(n int, at func(int) want) []mark {
	out := make([]mark, 0, n)
	prev := rune(0)
	for i := range n {
		c := at(i)
		before := prev
		prev = c.r
		if isWhite(c.r) && c.r != '\n' && (!c.fresh && c.from >= 0 && c.from == c.to || c.fresh && before == '«') {
			continue // white that the setting makes
		}
		if c.r == '»' && c.fresh && len(out) > 0 && out[len(out)-1].r == ' ' {
			out = out[:len(out)-1]
		}
		m := mark{r: c.r, say: c.say, fresh: c.fresh, paths: c.paths, path: c.in.path()}
		switch q := quoteClass(c.r); {
		case c.r == object:
		case isUnseen(c.r):
			continue
		case isWhite(c.r) && c.r != '\n':
			if len(out) == 0 || out[len(out)-1].r == ' ' || out[len(out)-1].r == '\n' {
				continue
			}
			m = mark{r: ' '}
		case c.r == '\n':
			if len(out) > 0 && out[len(out)-1].r == ' ' {
				out = out[:len(out)-1]
			}
			m = mark{r: '\n'}
		case q != 0:
			m.r = q
		}
		out = append(out, m)
	}
	for len(out) > 0 && out[len(out)-1].r == ' ' {
		out = out[:len(out)-1]
	}
	return out
}

// is reports whether a unit of the book read again is as it is wanted.
func (w *wanted) is(u *unit) bool {
	if w.kind != u.kind || w.say != u.say {
		return false
	}
	if w.same {
		return w.unit.equal(u)
	}
	x := marksOf(len(w.cells), func(i int) want { return w.cells[i] })
	y := marksOf(len(u.cells), func(i int) want { return want{cell: u.cells[i]} })
	if len(x) != len(y) {
		return false
	}
	for i := range x {
		if x[i].r != y[i].r || x[i].say != y[i].say && x[i].r == object {
			return false
		}
		if !x[i].fresh && x[i].path != y[i].path || x[i].fresh && x[i].paths != nil && !slices.Contains(x[i].paths, y[i].path) {
			return false
		}
	}
	return true
}

// equal reports whether two units say the same in the same markup.
func (u *unit) equal(v *unit) bool {
	if u.kind != v.kind || u.say != v.say || len(u.cells) != len(v.cells) {
		return false
	}
	var x, y *element
	alike := true
	for i := range u.cells {
		a, b := &u.cells[i], &v.cells[i]
		if a.r != b.r || a.say != b.say {
			return false
		}
		if i == 0 || a.in != x || b.in != y {
			x, y = a.in, b.in
			alike = x.path() == y.path()
		}
		if !alike {
			return false
		}
	}
	return true
}
