package sfnt

import (
	"math/bits"
	"slices"
)

// plainValues are the fields of a value record that are kept: placement and advance. Device and variation offsets are
// dropped.
const plainValues = 0x000F

func valueSize(format int) int { return 2 * bits.OnesCount16(uint16(format&0xFF)) }

// values returns the kept fields of a value record.
func values(t table, at, format int) []int {
	var out []int
	for i := range bits.OnesCount16(uint16(format & plainValues)) {
		out = append(out, t.u16(at+2*i))
	}
	return out
}

// position returns a GPOS subtable reduced to the glyphs that stay, nil if it becomes empty.
func (f *font) position(k kind, t table, order map[int]int) *object {
	switch k {
	case adjust:
		return f.adjusted(t)
	case pair:
		if t.u16(0) == 2 {
			return f.classPairs(t)
		}
		return f.pairs(t)
	case cursive:
		return f.joined(t)
	case markToBase, markToMark, markToLigature:
		return f.marks(t, k)
	case context, chained:
		return f.contextual(t, k == chained, order)
	}
	return nil
}

func (f *font) adjusted(t table) *object {
	places, glyphs := f.kept(t.sub(2))
	format := t.u16(4)
	if len(glyphs) == 0 {
		return nil
	}
	o := (&object{}).put(t.u16(0)).link(coverage(glyphs)).put(format & plainValues)
	if t.u16(0) == 1 {
		return o.put(values(t, 6, format)...)
	}
	o.put(len(places))
	for _, i := range places {
		o.put(values(t, 8+i*valueSize(format), format)...)
	}
	return o
}

// pairs returns a table of pairs by glyph.
func (f *font) pairs(t table) *object {
	places, glyphs := f.kept(t.sub(2))
	first, second := t.u16(4), t.u16(6)
	size := 2 + valueSize(first) + valueSize(second)
	var from []uint16
	var to []*object
	for n, i := range places {
		set := t.sub(10 + 2*i)
		o, count := (&object{}).put(0), 0
		f.spend(min(set.u16(0), len(set)/size))
		for j := range min(set.u16(0), len(set)/size) {
			at := 2 + j*size
			if g := set.u16(at); f.has(g) {
				o.put(int(f.id[g]))
				o.put(values(set, at+2, first)...)
				o.put(values(set, at+2+valueSize(first), second)...)
				count++
			}
		}
		if count > 0 {
			o.data[0], o.data[1] = byte(count>>8), byte(count)
			from, to = append(from, glyphs[n]), append(to, o)
		}
	}
	if len(from) == 0 {
		return nil
	}
	o := (&object{}).put(1).link(coverage(from)).put(first&plainValues, second&plainValues, len(to))
	for _, s := range to {
		o.link(s)
	}
	return o
}

// classPairs returns a table of pairs by class, without the classes that have become empty.
func (f *font) classPairs(t table) *object {
	_, glyphs := f.kept(t.sub(2))
	if len(glyphs) == 0 {
		return nil
	}
	first, second := t.u16(4), t.u16(6)
	classes1, classes2 := f.classes(t.sub(8)), f.classes(t.sub(10))
	ranks := func(used []uint16) (order []uint16, rank map[uint16]int) {
		slices.Sort(used)
		order, rank = slices.Compact(used), map[uint16]int{}
		for i, c := range order {
			rank[c] = i
		}
		return order, rank
	}
	var used1 []uint16
	inFirst := make([]bool, f.glyphs)
	for _, g := range glyphs {
		used1 = append(used1, classes1[f.old[g]])
		inFirst[f.old[g]] = true
	}
	used2 := []uint16{0} // class 0: glyphs not listed
	for _, g := range f.old {
		used2 = append(used2, classes2[g])
	}
	order1, rank1 := ranks(used1)
	order2, rank2 := ranks(used2)
	none := (&object{}).put(2, 0)
	table1 := f.classTable(func(g int) int {
		if !inFirst[g] {
			return 0
		}
		return rank1[classes1[g]]
	})
	table2 := f.classTable(func(g int) int { return rank2[classes2[g]] })
	if table1 == nil {
		table1 = none
	}
	if table2 == nil {
		table2 = none
	}
	o := (&object{}).put(2).link(coverage(glyphs)).put(first&plainValues, second&plainValues).link(table1).link(table2)
	o.put(len(order1), len(order2))
	size, row := valueSize(first)+valueSize(second), t.u16(14)
	f.spend(len(order1) * len(order2))
	for _, a := range order1 {
		for _, b := range order2 {
			at := 16 + (int(a)*row+int(b))*size
			if int(a) >= t.u16(12) || int(b) >= row {
				at = len(t) // nothing
			}
			o.put(values(t, at, first)...)
			o.put(values(t, at+valueSize(first), second)...)
		}
	}
	return o
}

// anchor returns an anchor table in format 1.
func anchor(t table) *object {
	if t == nil {
		return nil
	}
	return (&object{}).put(1, t.u16(2), t.u16(4))
}

// joined returns a cursive attachment subtable.
func (f *font) joined(t table) *object {
	places, glyphs := f.kept(t.sub(2))
	if len(glyphs) == 0 {
		return nil
	}
	o := (&object{}).put(1).link(coverage(glyphs)).put(len(places))
	for _, i := range places {
		o.link(anchor(t.sub(6 + 4*i))).link(anchor(t.sub(8 + 4*i)))
	}
	return o
}

// marks returns a mark attachment subtable: to bases, to other marks, or to ligature components.
func (f *font) marks(t table, k kind) *object {
	markPlaces, marks := f.kept(t.sub(2))
	basePlaces, bases := f.kept(t.sub(4))
	if len(marks) == 0 || len(bases) == 0 {
		return nil
	}
	classes := t.u16(6)
	old := t.sub(8)
	markArray := (&object{}).put(len(marks))
	for _, i := range markPlaces {
		markArray.put(old.u16(2 + 4*i)).link(anchor(old.sub(4 + 4*i)))
	}
	matrix := func(o *object, t table, row int) {
		f.spend(classes)
		for c := range classes {
			o.link(anchor(t.sub(2 + 2*(row*classes+c))))
		}
	}
	old = t.sub(10)
	baseArray := (&object{}).put(len(bases))
	for _, i := range basePlaces {
		if k != markToLigature {
			matrix(baseArray, old, i)
			continue
		}
		parts := old.sub(2 + 2*i)
		one := (&object{}).put(parts.u16(0))
		for row := range parts.count(0) {
			matrix(one, parts, row)
		}
		baseArray.link(one)
	}
	return (&object{}).put(1).link(coverage(marks)).link(coverage(bases)).put(classes).link(markArray).link(baseArray)
}

// definitions returns the GDEF table of glyph classes (base, ligature, mark); nil for none.
func (f *font) definitions() ([]byte, error) {
	t := f.tables["GDEF"]
	if len(t) < 12 {
		return nil, nil
	}
	class := func(at int) *object {
		if t.sub(at) == nil {
			return nil
		}
		classes := f.classes(t.sub(at))
		return f.classTable(func(g int) int { return int(classes[g]) })
	}
	glyphs, attach := class(4), class(10)
	o := (&object{}).put(1, 0).link(glyphs).link(nil).link(nil).link(attach)
	if sets := t.sub(12); t.u16(2) >= 2 && sets.u16(2) > 0 {
		// Sets of marks, that lookups name by their place: the empty ones stay too. Their offsets have 32 bits.
		return f.markSets(o, sets)
	}
	if glyphs == nil && attach == nil {
		return nil, nil
	}
	return pack(o)
}

// markSets returns the table of definitions with sets of marks at its end.
func (f *font) markSets(o *object, sets table) ([]byte, error) {
	o.data[3] = 2 // version 1.2
	o.put(0)
	out, err := pack(o)
	if err != nil || len(out) > 0xFFFF {
		return nil, errTooFar
	}
	from := len(out)
	out[12], out[13] = byte(from>>8), byte(from)
	n := min(sets.u16(2), len(sets)/4)
	head := (&object{}).put(1, n)
	var body []byte
	for i := range n {
		_, glyphs := f.kept(sets.from(sets.u32(4 + 4*i)))
		offset := 4 + 4*n + len(body)
		head.put(offset>>16, offset&0xFFFF)
		body = append(body, coverage(glyphs).data...)
	}
	return append(append(out, head.data...), body...), nil
}
