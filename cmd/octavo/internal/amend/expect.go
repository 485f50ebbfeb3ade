package amend

import (
	"cmp"
	"slices"
	"strings"
)

// wanted is a unit as it should be after some changes.
type wanted struct {
	*unit        // it is like this one
	cells []want // nil where it is the same: then of that unit
	same  bool   // nothing in it changes
	from  int    // the unit of the old text that a difference in it is blamed on
}

// want is a character as it should be.
type want struct {
	cell
	fresh bool     // it is new: its markup is that of what stands beside it
	paths []string // what that may be
}

// expect returns the units of a file after replacements, which do not overlap.
func (f *file) expect(hunks []*Hunk) []wanted {
	out := make([]wanted, len(f.units))
	gone := make([]bool, len(f.units))
	for i, u := range f.units {
		out[i] = wanted{unit: u, same: true, from: i}
	}
	var ops []*op
	for _, h := range hunks {
		for i := range h.ops {
			ops = append(ops, &h.ops[i])
		}
	}
	slices.SortStableFunc(ops, func(a, b *op) int { // from the end, so that places stay true
		return cmp.Or(cmp.Compare(b.first, a.first), cmp.Compare(b.a, a.a), cmp.Compare(b.b, a.b))
	})
	after := map[int][]wanted{} // units that follow one
	for _, o := range ops {
		f.apply(o, out, gone, after)
	}
	var all []wanted
	for i := range out {
		if !gone[i] {
			all = append(all, out[i])
		}
		all = append(all, after[i]...)
	}
	return all
}

// open returns the characters of a unit that is to change.
func (w *wanted) open() []want {
	if w.same {
		w.same = false
		w.cells = make([]want, len(w.unit.cells))
		for i, c := range w.unit.cells {
			w.cells[i] = want{cell: c}
		}
	}
	return w.cells
}

// apply applies one replacement.
func (f *file) apply(o *op, out []wanted, gone []bool, after map[int][]wanted) {
	first, last := &out[o.first], &out[o.last]
	left, right := first.open()[:o.a], slices.Clone(last.open()[o.b:])
	if o.format != "" {
		for i := o.a; i < o.b; i++ {
			first.cells[i].fresh = true // its markup is looked at by formattedAs
		}
		return
	}
	kept := first.kept(o)
	paths := pathsAround(left, right, first.cells, o)
	fresh := func(words []rune) (cells []want) {
		for _, r := range words {
			cells = append(cells, want{cell: cell{r: r}, fresh: true, paths: paths})
		}
		return cells
	}
	parts := split(o.words)
	n := len(parts) - 1
	if n == 0 {
		first.cells = slices.Concat(left, fresh(o.words), kept, right)
		remove(o.first+1, o.last, gone)
		if !visible(first.cells) && o.a == 0 && first.kind == paragraph {
			f.delete(o.first, out, gone)
		}
		if o.first != o.last && o.a == 0 && len(o.words) == 0 { // what is left is the last one
			first.unit = &unit{kind: last.kind, say: last.say, id: last.id, index: o.first}
			first.from = o.first
		}
		return
	}
	var rest []wanted
	first.cells = slices.Concat(left, fresh(parts[0]), kept)
	for i := 1; i <= n; i++ {
		w := wanted{unit: &unit{kind: paragraph}, cells: fresh(parts[i]), from: o.first}
		if i == n {
			w.cells = append(w.cells, right...)
		}
		if !visible(w.cells) {
			continue
		}
		if u := f.units[o.first]; u.list != nil && u.lone && u.kind == paragraph && (len(rest) > 0 || visible(first.cells)) {
			rest = append(rest, wanted{unit: &unit{kind: sign, say: "item 0"}, same: true, from: o.first})
		}
		rest = append(rest, w)
	}
	after[o.first] = append(f.behind(o.first, rest, after), after[o.first]...)
	remove(o.first+1, o.last, gone)
	if !visible(first.cells) && first.kind == paragraph {
		gone[o.first] = true
	}
}

// behind puts units behind a heading: behind the sign of its entry, and the keys of that.
func (f *file) behind(i int, rest []wanted, after map[int][]wanted) []wanted {
	if f.units[i].kind != maxim {
		return rest
	}
	k := i + 1
	for k+1 < len(f.units) && f.units[k+1].kind == value {
		k++
	}
	after[k] = append(rest, after[k]...)
	return nil
}

// kept returns the objects among the characters that a replacement takes away: they stay.
func (w *wanted) kept(o *op) (out []want) {
	if o.first != o.last {
		return nil
	}
	for _, c := range w.cells[o.a:o.b] {
		if c.r == object {
			out = append(out, c)
		}
	}
	return out
}

// remove takes away the units from one to another.
func remove(from, to int, gone []bool) {
	for i := from; i <= to; i++ {
		gone[i] = true
	}
}

// delete takes away a unit, and the signs of an item and a list that have nothing else.
func (f *file) delete(i int, out []wanted, gone []bool) {
	gone[i] = true
	u := f.units[i]
	if u.list != nil && u.lone {
		gone[i-1] = true // the sign of the item
	}
	live := func(k, by int) int {
		for k += by; k >= 0 && k < len(gone) && (gone[k] || f.units[k].kind != sign && len(f.units[k].cells) == 0); k += by {
		}
		return k
	}
	for head, tail := live(i, -1), live(i, 1); head >= 0 && tail < len(f.units); head, tail = live(head, -1), live(tail, 1) {
		what, ends := strings.CutPrefix(f.units[tail].say, "end of ")
		if !ends || what == "entry" || f.units[head].kind != sign || !strings.HasPrefix(f.units[head].say, what) {
			return
		}
		gone[head], gone[tail] = true, true
	}
}

// visible reports whether characters have anything to be seen.
func visible(cells []want) bool {
	return slices.ContainsFunc(cells, func(c want) bool { return c.r == object || !isUnseen(c.r) && !isWhite(c.r) })
}

// pathsAround returns the markup that new words may have: that of the old ones, and of what stands beside them.
func pathsAround(left, right, all []want, o *op) (out []string) {
	add := func(p string) {
		if !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	if n := len(left); n > 0 {
		add(left[n-1].in.path())
		for e := left[n-1].in; e != nil; e = e.outer {
			add(e.outer.path())
		}
	}
	if len(right) > 0 {
		add(right[0].in.path())
		for e := right[0].in; e != nil; e = e.outer {
			add(e.outer.path())
		}
	}
	if o.first == o.last {
		for _, c := range all[o.a:o.b] {
			add(c.in.path())
		}
	}
	if len(left) == 0 && len(right) == 0 {
		add("")
	}
	return out
}
