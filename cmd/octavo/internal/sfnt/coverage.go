package sfnt

// covered returns the glyphs of a coverage table in order; other tables are indexed by the position in it.
func (f *font) covered(t table) []int {
	var out []int
	defer func() { f.spend(len(out)) }()
	switch n := t.u16(2); t.u16(0) {
	case 1:
		for i := range n {
			out = append(out, t.u16(4+2*i))
		}
	case 2:
		for i := range n {
			from, to := t.u16(4+6*i), t.u16(6+6*i)
			for g := from; g <= to && len(out) <= 0xFFFF; g++ {
				out = append(out, g)
			}
		}
	}
	return out
}

// kept returns the coverage indexes of the glyphs that stay, and their new glyph ids, both ascending.
func (f *font) kept(t table) (places []int, glyphs []uint16) {
	for i, g := range f.covered(t) {
		if f.has(g) && (len(glyphs) == 0 || f.id[g] > glyphs[len(glyphs)-1]) {
			places, glyphs = append(places, i), append(glyphs, f.id[g])
		}
	}
	return places, glyphs
}

// anyKept reports whether a glyph of a coverage table stays.
func (f *font) anyKept(t table) bool {
	for _, g := range f.covered(t) {
		if f.has(g) {
			return true
		}
	}
	return false
}

// coverage returns the table of ascending glyphs.
func coverage(glyphs []uint16) *object {
	type span struct{ from, to, at int }
	var spans []span
	for i, g := range glyphs {
		if n := len(spans); n > 0 && spans[n-1].to+1 == int(g) {
			spans[n-1].to++
		} else {
			spans = append(spans, span{int(g), int(g), i})
		}
	}
	o := &object{}
	if 6*len(spans) < 2*len(glyphs) {
		o.put(2, len(spans))
		for _, s := range spans {
			o.put(s.from, s.to, s.at)
		}
		return o
	}
	o.put(1, len(glyphs))
	for _, g := range glyphs {
		o.put(int(g))
	}
	return o
}

// classes returns the classes of all glyphs by old id; a glyph that is in none has class 0.
func (f *font) classes(t table) []uint16 {
	f.spend(f.glyphs)
	out := make([]uint16, f.glyphs)
	set := func(g, class int) {
		if g < len(out) {
			out[g] = uint16(class)
		}
	}
	switch t.u16(0) {
	case 1:
		for i := range t.count(4) {
			set(t.u16(2)+i, t.u16(6+2*i))
		}
	case 2:
		for i := range t.count(2) {
			f.spend(t.u16(6+6*i) - t.u16(4+6*i))
			for g := t.u16(4 + 6*i); g <= min(t.u16(6+6*i), len(out)-1); g++ {
				set(g, t.u16(8+6*i))
			}
		}
	}
	return out
}

// classTable returns the table of the classes that the glyphs that stay have; nil when all have none.
func (f *font) classTable(class func(old int) int) *object {
	type span struct{ from, to, class int }
	var spans []span
	for i, g := range f.old {
		c := class(int(g))
		if c == 0 {
			continue
		}
		if n := len(spans); n > 0 && spans[n-1].to+1 == i && spans[n-1].class == c {
			spans[n-1].to = i
		} else {
			spans = append(spans, span{i, i, c})
		}
	}
	if len(spans) == 0 {
		return nil
	}
	o := (&object{}).put(2, len(spans))
	for _, s := range spans {
		o.put(s.from, s.to, s.class)
	}
	return o
}

// restricted returns a class table with only the glyphs that stay, never nil.
func (f *font) restricted(t table) *object {
	classes := f.classes(t)
	if o := f.classTable(func(g int) int { return int(classes[g]) }); o != nil {
		return o
	}
	return (&object{}).put(2, 0)
}
