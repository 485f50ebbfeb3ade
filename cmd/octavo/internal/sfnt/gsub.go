package sfnt

// substitutes adds every glyph that substitutions can make of the glyphs that stay, until nothing is added. A lookup
// that is applied by a contextual one counts as if it applied everywhere: an extra glyph does no harm.
func (f *font) substitutes(l *layout) {
	for grown := true; grown; {
		grown = false
		add := func(g int) {
			if g < f.glyphs && !f.keep[g] {
				f.keep[g], grown = true, true
			}
		}
		for _, i := range l.lookups {
			l.eachSubtable(i, func(k kind, t table) { f.makes(k, t, add) })
		}
	}
}

// makes calls add with the glyphs that a subtable puts in the place of those that stay.
func (f *font) makes(k kind, t table, add func(g int)) {
	switch k {
	case single, multiple, alternate, ligature:
	case reverse:
		before := t.u16(4)
		ahead := t.u16(6 + 2*before)
		at := 8 + 2*before + 2*ahead
		for i, g := range f.covered(t.sub(2)) {
			if f.has(g) && i < t.u16(at) {
				add(t.u16(at + 2 + 2*i))
			}
		}
		return
	default:
		return
	}
	for i, g := range f.covered(t.sub(2)) {
		if !f.has(g) {
			continue
		}
		switch k {
		case single:
			if t.u16(0) == 1 {
				add((g + t.u16(4)) & 0xFFFF)
			} else if i < t.u16(4) {
				add(t.u16(6 + 2*i))
			}
		case multiple, alternate:
			set := t.sub(6 + 2*i)
			f.spend(set.count(0))
			for j := range set.count(0) {
				add(set.u16(2 + 2*j))
			}
		case ligature:
			set := t.sub(6 + 2*i)
			for j := range set.count(0) {
				if one := set.sub(2 + 2*j); f.hasParts(one) {
					add(one.u16(0))
				}
			}
		}
	}
}

// hasParts reports whether the components of a ligature after the first, which is in the coverage table, all stay.
func (f *font) hasParts(t table) bool {
	f.spend(1)
	for i := 1; i < t.u16(2); i++ {
		if !f.has(t.u16(2 + 2*i)) {
			return false
		}
	}
	return len(t) > 0
}

// substitution returns a GSUB subtable reduced to the glyphs that stay, nil if it becomes empty.
func (f *font) substitution(k kind, t table, order map[int]int) *object {
	switch k {
	case single:
		return f.singles(t)
	case multiple, alternate:
		return f.sets(t, func(set table) *object {
			f.spend(set.count(0))
			o := (&object{}).put(set.u16(0))
			for i := range set.count(0) {
				o.put(f.newID(set.u16(2 + 2*i)))
			}
			return o
		})
	case ligature:
		return f.sets(t, func(set table) *object {
			var ligatures []*object
			for i := range set.count(0) {
				one := set.sub(2 + 2*i)
				if !f.hasParts(one) {
					continue
				}
				o := (&object{}).put(f.newID(one.u16(0)), one.u16(2))
				for j := 1; j < one.u16(2); j++ {
					o.put(f.newID(one.u16(2 + 2*j)))
				}
				ligatures = append(ligatures, o)
			}
			if len(ligatures) == 0 {
				return nil
			}
			o := (&object{}).put(len(ligatures))
			for _, l := range ligatures {
				o.link(l)
			}
			return o
		})
	case context, chained:
		return f.contextual(t, k == chained, order)
	case reverse:
		return f.reversed(t)
	}
	return nil
}

// newID returns a glyph's new id, or that of .notdef if the font does not have the glyph.
func (f *font) newID(g int) int {
	if !f.has(g) {
		return 0
	}
	return int(f.id[g])
}

func (f *font) singles(t table) *object {
	places, glyphs := f.kept(t.sub(2))
	old := f.covered(t.sub(2))
	var from []uint16
	var to []int
	for n, i := range places {
		other := (old[i] + t.u16(4)) & 0xFFFF
		if t.u16(0) != 1 {
			other = t.u16(6 + 2*i)
		}
		if f.has(other) {
			from, to = append(from, glyphs[n]), append(to, int(f.id[other]))
		}
	}
	if len(from) == 0 {
		return nil
	}
	return (&object{}).put(2).link(coverage(from)).put(len(to)).put(to...)
}

// sets returns a subtable with one table for each covered glyph; cut makes that table, nil for none.
func (f *font) sets(t table, cut func(set table) *object) *object {
	places, glyphs := f.kept(t.sub(2))
	var from []uint16
	var to []*object
	for n, i := range places {
		if set := t.sub(6 + 2*i); set != nil {
			if o := cut(set); o != nil {
				from, to = append(from, glyphs[n]), append(to, o)
			}
		}
	}
	if len(from) == 0 {
		return nil
	}
	o := (&object{}).put(1).link(coverage(from)).put(len(to))
	for _, s := range to {
		o.link(s)
	}
	return o
}

func (f *font) reversed(t table) *object {
	places, glyphs := f.kept(t.sub(2))
	before := t.u16(4)
	ahead := t.u16(6 + 2*before)
	at := 8 + 2*before + 2*ahead
	if len(glyphs) == 0 || at > len(t) {
		return nil
	}
	o := (&object{}).put(1).link(coverage(glyphs))
	for _, run := range [][2]int{{4, before}, {6 + 2*before, ahead}} {
		o.put(run[1])
		for i := range run[1] {
			_, glyphs := f.kept(t.sub(run[0] + 2 + 2*i))
			if len(glyphs) == 0 {
				return nil
			}
			o.link(coverage(glyphs))
		}
	}
	o.put(len(places))
	for _, i := range places {
		o.put(f.newID(t.u16(at + 2 + 2*i)))
	}
	return o
}
