package amend

import (
	"cmp"
	"slices"

	"octavo/cmd/octavo/internal/diag"
)

// maxRounds is how often the book is read again to find how changes are written; each round mends what the one before has shown.
const maxRounds = 40

// cannot is why a change is refused that comes out otherwise in every way of writing it.
const cannot = "it cannot be written there without changing something else; change it by hand"

// Settle decides how hunks are written, which are not to overlap: the book is read again with all of them in it, and must differ from
// what it was in what they ask for alone. Those for which there is no such way are refused.
func (t *Text) Settle(hunks []*Hunk, parse Parse) error {
	styles := map[*file]*style{}
	for _, h := range hunks {
		if h.Can() && styles[h.file] == nil {
			styles[h.file] = t.styleFor(h.file)
		}
	}
	if err := t.together(hunks, styles, parse); err != nil {
		return err
	}
	// One that could not be written may have hidden what was wrong with another near it.
	tried := 0
	for _, h := range hunks {
		if h.Refused != cannot || tried == maxAlone {
			continue
		}
		tried++
		h.Refused, h.tries = "", 0
		if err := t.together([]*Hunk{h}, styles, parse); err != nil {
			return err
		}
	}
	if tried == 0 {
		return nil
	}
	return t.together(hunks, styles, parse)
}

// maxAlone is how many changes that cannot be written with the others are tried alone.
const maxAlone = 40

// together settles hunks that are written at once.
func (t *Text) together(hunks []*Hunk, styles map[*file]*style, parse Parse) error {
	live := map[*file][]*Hunk{}
	for _, h := range hunks {
		if h.Can() && t.write(h, styles[h.file]) {
			live[h.file] = append(live[h.file], h)
		}
	}
	for round := 0; len(live) > 0; round++ {
		texts := map[string][]byte{}
		for f, list := range live {
			texts[f.src.Name], _ = diag.Apply(f.src.Text, EditsOf(list)) // one that is left out is found to be missing
		}
		bk, err := parse(texts)
		if err != nil {
			return err
		}
		now := NewText(bk)
		good := true
		for f, list := range live {
			for h := range t.faults(f, now, list) {
				good = false
				if round >= maxRounds || !t.next(h, styles[f]) {
					h.Refused, h.Edits = cannot, nil
				}
			}
			if live[f] = slices.DeleteFunc(list, func(h *Hunk) bool { return !h.Can() }); len(live[f]) == 0 {
				delete(live, f)
			}
		}
		if good {
			return nil
		}
	}
	return nil
}

// styleFor returns the style of a file, which is that of the book in what the file has none of.
func (t *Text) styleFor(f *file) *style {
	own := styleOf(f)
	if own.known() {
		return own
	}
	all := make([]*file, 0, len(t.files))
	for src := range t.files {
		all = append(all, t.of(src))
	}
	slices.SortFunc(all, func(a, b *file) int { return cmp.Compare(a.src.Name, b.src.Name) })
	book := styleOf(all...)
	for r, text := range own.written {
		book.written[r] = text
	}
	if own.quoted {
		book.curly, book.open, book.close = own.curly, own.open, own.close
	}
	return book
}

// write gives a hunk its edits by the way that is at hand, or the next one that there is.
func (t *Text) write(h *Hunk, s *style) bool {
	const sides = 4
	for ; h.tries < int(lastWay)*sides; h.tries++ {
		// The places of markup first, each with escapes and without.
		side, w := h.tries/2%sides, way(h.tries%2)
		if h.tries >= 2*sides {
			side, w = h.tries-2*sides, printed
		}
		var edits []diag.Edit
		fits := true
		for i := range h.ops {
			o := h.ops[i]
			o.words = s.dashes(o.words)
			list, ok := h.file.edits(&o, s, w, side)
			if !ok && side > 0 && len(h.ops) > 1 { // only some of its words stand beside markup
				list, ok = h.file.edits(&o, s, w, 0)
			}
			fits = fits && ok
			edits = append(edits, list...)
		}
		if h.keepsID {
			e, ok := h.file.keepID(h.file.units[h.ops[0].first])
			fits = fits && ok
			edits = append(edits, e)
		}
		if slices.SortStableFunc(edits, byPlace); fits && sound(edits) {
			h.Edits = edits
			return true
		}
	}
	h.Refused, h.Edits = cannot, nil
	return false
}

// next takes the next way of writing a hunk.
func (t *Text) next(h *Hunk, s *style) bool {
	h.tries++
	return t.write(h, s)
}

func byPlace(a, b diag.Edit) int { return cmp.Or(cmp.Compare(a.At, b.At), cmp.Compare(a.End, b.End)) }

// sound reports whether edits are in order and do not overlap.
func sound(edits []diag.Edit) bool {
	for i := 1; i < len(edits); i++ {
		if edits[i].At < edits[i-1].End {
			return false
		}
	}
	return true
}

// faults returns the hunks of a file to which differences are due that nobody has asked for.
func (t *Text) faults(f *file, now *Text, hunks []*Hunk) map[*Hunk]bool {
	bad := map[*Hunk]bool{}
	at := func(unit int) (found bool) {
		for _, h := range hunks {
			for i := range h.ops {
				if h.ops[i].first <= unit && unit <= h.ops[i].last {
					bad[h], found = true, true
				}
			}
		}
		return found
	}
	blame := func(unit int) {
		if at(unit) {
			return
		}
		for i := unit; i < min(unit+3, len(f.units)) && f.units[i].kind == sign; i++ { // what the sign stands before
			if at(i + 1) {
				return
			}
		}
		near := hunks[0]
		for _, h := range hunks {
			if first := h.ops[0].first; first <= unit && (near.ops[0].first > unit || first > near.ops[0].first) {
				near = h
			}
		}
		bad[near] = true
	}
	g := now.named(f.src.Name)
	if g == nil {
		for _, h := range hunks {
			bad[h] = true
		}
		return bad
	}
	want := f.expect(hunks)
	if t.ids(want, g, hunks, bad); len(bad) > 0 {
		return bad
	}
	for i := range want {
		switch {
		case i >= len(g.units):
			blame(want[i].from)
			return bad
		case want[i].kind != g.units[i].kind || want[i].say != g.units[i].say: // from here on all is out of step
			blame(want[i].from)
			return bad
		case !want[i].is(g.units[i]):
			blame(want[i].from)
		}
	}
	if len(g.units) > len(want) {
		blame(len(f.units))
	}
	return bad
}

// ids finds the hunks that take from a heading the id that links lead to, and has them keep it.
func (t *Text) ids(want []wanted, g *file, hunks []*Hunk, bad map[*Hunk]bool) {
	if len(want) != len(g.units) {
		return
	}
	for i := range want {
		w := &want[i]
		if w.same || w.id == "" || w.id == g.units[i].id || !t.linked[w.id] {
			continue
		}
		for _, h := range hunks {
			if h.ops[0].first != w.from || h.keepsID {
				continue
			}
			h.keepsID = true
			h.tries-- // the same way once more
			bad[h] = true
		}
	}
}

// EditsOf returns the edits of hunks of one file, in order.
func EditsOf(hunks []*Hunk) (out []diag.Edit) {
	for _, h := range hunks {
		out = append(out, h.Edits...)
	}
	slices.SortStableFunc(out, byPlace)
	return out
}
