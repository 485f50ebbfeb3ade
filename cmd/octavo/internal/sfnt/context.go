package sfnt

// rule is a rule of a contextual lookup: what it matches (glyphs, classes, or the offsets of coverage tables, by
// format) and the lookups that it applies.
type rule struct {
	back, input, ahead []int
	calls              [][2]int // place in the input, lookup
}

// ruleForm is how a rule is stored.
type ruleForm struct {
	chained bool // with glyphs before and after the input
	covered bool // the input's first glyph is in the subtable's coverage table and not in the rule
}

// readRule reads a rule.
func (f *font) readRule(t table, form ruleForm) (r rule) {
	at := 0
	next := func() int { at += 2; return t.u16(at - 2) }
	take := func(n int) []int {
		n = min(max(n, 0), max(0, len(t)-at)/2)
		out := make([]int, n)
		for i := range out {
			out[i] = next()
		}
		return out
	}
	less := 0
	if form.covered {
		less = 1
	}
	called := 0
	if form.chained {
		r.back = take(next())
		r.input = take(next() - less)
		r.ahead = take(next())
		called = next()
	} else {
		n := next()
		called = next()
		r.input = take(n - less)
	}
	for range min(called, len(t)/4) {
		r.calls = append(r.calls, [2]int{next(), next()})
	}
	f.spend(at / 2)
	return r
}

// write adds a rule to an object. Put adds one part of it.
func (r rule) write(o *object, form ruleForm, order map[int]int, put func(int)) {
	var called []int
	for _, c := range r.calls {
		if n, ok := order[c[1]]; ok {
			called = append(called, c[0], n)
		}
	}
	n := len(r.input)
	if form.covered {
		n++
	}
	each := func(parts []int) {
		for _, p := range parts {
			put(p)
		}
	}
	if form.chained {
		o.put(len(r.back))
		each(r.back)
		o.put(n)
		each(r.input)
		o.put(len(r.ahead))
		each(r.ahead)
		o.put(len(called) / 2)
	} else {
		o.put(n, len(called)/2)
		each(r.input)
	}
	o.put(called...)
}

// every reports whether a test holds for all parts of a rule.
func (r rule) every(test func(int) bool) bool {
	for _, parts := range [][]int{r.back, r.input, r.ahead} {
		for _, p := range parts {
			if !test(p) {
				return false
			}
		}
	}
	return true
}

// ruleSets returns where the sets of rules of a format 1 or 2 begin: their number, then their offsets.
func ruleSets(format int, isChained bool) int {
	switch {
	case format == 1:
		return 4
	case isChained:
		return 10 // three tables of classes
	}
	return 6
}

// calls returns the lookups that a contextual subtable calls.
func (f *font) calls(t table, isChained bool) []int {
	var out []int
	note := func(r rule) {
		for _, c := range r.calls {
			out = append(out, c[1])
		}
	}
	switch format := t.u16(0); format {
	case 1, 2:
		at := ruleSets(format, isChained)
		for i := range t.count(at) {
			set := t.sub(at + 2 + 2*i)
			for j := range set.count(0) {
				note(f.readRule(set.sub(2+2*j), ruleForm{chained: isChained, covered: true}))
			}
		}
	case 3:
		note(f.readRule(t.from(2), ruleForm{chained: isChained}))
	}
	return out
}

// contextual returns a contextual subtable with the rules that can still apply. Order maps lookups to their new
// indexes.
func (f *font) contextual(t table, isChained bool, order map[int]int) *object {
	format := t.u16(0)
	o := (&object{}).put(format)
	if format == 3 {
		r := f.readRule(t.from(2), ruleForm{chained: isChained})
		if !r.every(func(offset int) bool { return f.anyKept(t.from(offset)) }) {
			return nil
		}
		r.write(o, ruleForm{chained: isChained}, order, func(offset int) {
			_, glyphs := f.kept(t.from(offset))
			o.link(coverage(glyphs))
		})
		return o
	}
	if format != 1 && format != 2 {
		return nil
	}
	places, glyphs := f.kept(t.sub(2))
	if len(glyphs) == 0 {
		return nil
	}
	at := ruleSets(format, isChained)
	o.link(coverage(glyphs))
	if format == 2 { // classes keep their numbers, and with them the sets their places
		for where := 4; where < at; where += 2 {
			o.link(f.restricted(t.sub(where)))
		}
		places = indices(t.u16(at))
	}
	o.put(len(places))
	some := false
	for _, i := range places {
		set := t.sub(at + 2 + 2*i)
		var rules []*object
		for j := range set.count(0) {
			r := f.readRule(set.sub(2+2*j), ruleForm{chained: isChained, covered: true})
			if format == 1 && !r.every(f.has) {
				continue
			}
			one := &object{}
			r.write(one, ruleForm{chained: isChained, covered: true}, order, func(part int) {
				if format == 1 {
					part = int(f.id[part])
				}
				one.put(part)
			})
			rules = append(rules, one)
		}
		if len(rules) == 0 {
			o.link(nil)
			continue
		}
		some = true
		group := (&object{}).put(len(rules))
		for _, r := range rules {
			group.link(r)
		}
		o.link(group)
	}
	if !some {
		return nil
	}
	return o
}
