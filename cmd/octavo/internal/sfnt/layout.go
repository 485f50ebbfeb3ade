package sfnt

import (
	"encoding/binary"
	"slices"
)

// always lists the features that a shaper applies by default: to Latin, Greek and Cyrillic, and to joining scripts.
var always = []string{"calt", "ccmp", "clig", "curs", "fina", "init", "isol", "kern", "liga", "locl", "mark", "medi", "mkmk",
	"rclt", "rlig"}

// kind is the type of a lookup, independent of its number in GSUB or GPOS.
type kind int

const (
	unknown kind = iota
	single
	multiple
	alternate
	ligature
	reverse
	adjust // of single glyphs
	pair
	cursive
	markToBase
	markToLigature
	markToMark
	context
	chained
	extension
)

var (
	substituting = []kind{unknown, single, multiple, alternate, ligature, context, chained, extension, reverse}
	positioning  = []kind{unknown, adjust, pair, cursive, markToBase, markToLigature, markToMark, context, chained, extension}
)

// layout is a GSUB or GPOS table reduced to what stays.
type layout struct {
	font     *font
	table    table
	kinds    []kind // by the number of a lookup's type
	features []int  // indexes of the features that stay, ascending
	lookups  []int  // indexes of the lookups that those need, ascending
}

// openLayout finds the features that stay and the lookups that they need.
func (f *font) openLayout(t table, kinds []kind, features []string) *layout {
	l := &layout{font: f, table: t, kinds: kinds}
	list := t.sub(6)
	for i := range list.count(0) {
		at := 2 + 6*i
		if at+6 > len(list) {
			break
		}
		tag := string(list[at : at+4])
		if !slices.Contains(always, tag) && !slices.Contains(features, tag) {
			continue
		}
		l.features = append(l.features, i)
		feature := list.sub(at + 4)
		for j := range feature.count(2) {
			l.need(feature.u16(4 + 2*j))
		}
	}
	slices.Sort(l.lookups)
	return l
}

// need marks a lookup, and those that it applies, to be kept.
func (l *layout) need(i int) {
	l.font.spend(len(l.lookups))
	if l.lookup(i) == nil || slices.Contains(l.lookups, i) {
		return
	}
	l.lookups = append(l.lookups, i)
	l.eachSubtable(i, func(k kind, t table) {
		if k == context || k == chained {
			for _, other := range l.font.calls(t, k == chained) {
				l.need(other)
			}
		}
	})
}

func (l *layout) lookup(i int) table {
	list := l.table.sub(8)
	if i >= list.u16(0) {
		return nil
	}
	return list.sub(2 + 2*i)
}

// eachSubtable calls fn with the subtables of a lookup; an extension is what it leads to.
func (l *layout) eachSubtable(i int, fn func(k kind, t table)) {
	lookup := l.lookup(i)
	kindOf := func(n int) kind {
		if n < len(l.kinds) {
			return l.kinds[n]
		}
		return unknown
	}
	for j := range lookup.count(4) {
		l.font.spend(1)
		k, t := kindOf(lookup.u16(0)), lookup.sub(6+2*j)
		if k == extension {
			k, t = kindOf(t.u16(2)), t.from(t.u32(4))
		}
		if t != nil && k != extension && k != unknown {
			fn(k, t)
		}
	}
}

// layout returns what stays of a table: its features, the lookups that they need, and of these the subtables that concern
// glyphs that stay; nil when there is nothing. Cut makes a subtable's new form, nil for an empty one.
func (f *font) layout(l *layout, cut func(k kind, t table, order map[int]int) *object) ([]byte, error) {
	// A lookup without subtables goes; then the others count anew. Which are empty does not depend on that.
	order := map[int]int{}
	for _, i := range l.lookups {
		left := false
		l.eachSubtable(i, func(k kind, t table) { left = left || cut(k, t, nil) != nil })
		if left {
			order[i] = len(order)
		}
	}
	if len(order) == 0 {
		return nil, nil
	}
	features, scripts := l.featureList(order)
	head := (&object{}).put(1, 0).link(scripts).link(features).put(0)
	front, err := pack(head)
	if err != nil {
		return nil, err
	}
	lookups, err := l.lookupList(order, func(k kind, t table) *object { return cut(k, t, order) })
	if err != nil {
		return nil, err
	}
	if len(front) > 0xFFFF {
		return nil, errTooFar
	}
	binary.BigEndian.PutUint16(front[8:], uint16(len(front)))
	return append(front, lookups...), nil
}

// lookupList writes the lookups in their new order, all as extensions, whose 32-bit offsets have no practical limit.
func (l *layout) lookupList(order map[int]int, cut func(k kind, t table) *object) ([]byte, error) {
	type part struct {
		kind int
		data []byte
	}
	number := func(k kind) int { return slices.Index(l.kinds, k) }
	list := (&object{}).put(len(order))
	var parts []part
	var places []int // where the parts' extensions stand, from the beginning of the list
	at := 2 + 2*len(order)
	var body []byte
	for _, i := range l.lookups {
		if _, ok := order[i]; !ok {
			continue
		}
		var own []part
		var failed error
		l.eachSubtable(i, func(k kind, t table) {
			if o := cut(k, t); o != nil {
				data, err := pack(o)
				if err != nil {
					failed = err
				}
				own = append(own, part{number(k), data})
			}
		})
		if failed != nil {
			return nil, failed
		}
		old := l.lookup(i)
		flags := old.u16(2)
		head := (&object{}).put(number(extension), flags, len(own))
		size := 6 + 2*len(own)
		if flags&0x10 != 0 { // it names a set of marks
			size += 2
		}
		for j := range own {
			head.put(size + 8*j)
		}
		if flags&0x10 != 0 {
			head.put(old.u16(6 + 2*old.u16(4)))
		}
		list.put(at)
		for j, p := range own {
			places = append(places, at+size+8*j)
			head.put(1, p.kind, 0, 0)
		}
		parts = append(parts, own...)
		body = append(body, head.data...)
		at += len(head.data)
		if at > 0xFFFF {
			return nil, errTooFar
		}
	}
	out := append(list.data, body...)
	for i, p := range parts {
		binary.BigEndian.PutUint32(out[places[i]+4:], uint32(len(out)-places[i]))
		out = append(out, p.data...)
	}
	return out, nil
}

// featureList writes the features that stay and the scripts that name them.
func (l *layout) featureList(order map[int]int) (features, scripts *object) {
	old := l.table.sub(6)
	place := map[int]int{}
	features = (&object{}).put(len(l.features))
	for n, i := range l.features {
		place[i] = n
		at := 2 + 6*i
		features.data = append(features.data, old[at:at+4]...)
		feature := old.sub(at + 4)
		var lookups []int
		l.font.spend(feature.count(2))
		for j := range feature.count(2) {
			if n, ok := order[feature.u16(4+2*j)]; ok {
				lookups = append(lookups, n)
			}
		}
		slices.Sort(lookups)
		features.link((&object{}).put(0, len(lookups)).put(lookups...))
	}

	system := func(t table) *object {
		if t == nil {
			return nil
		}
		required := 0xFFFF
		if n, ok := place[t.u16(2)]; ok {
			required = n
		}
		var named []int
		l.font.spend(t.count(4))
		for i := range t.count(4) {
			if n, ok := place[t.u16(6+2*i)]; ok {
				named = append(named, n)
			}
		}
		return (&object{}).put(0, required, len(named)).put(named...)
	}
	list := l.table.sub(4)
	n := min(list.u16(0), len(list)/6)
	scripts = (&object{}).put(n)
	for i := range n {
		at := 2 + 6*i
		if at+6 > len(list) {
			scripts.put(0, 0, 0)
			continue
		}
		scripts.data = append(scripts.data, list[at:at+4]...)
		script := list.sub(at + 4)
		languages := min(script.u16(2), len(script)/6)
		o := (&object{}).link(system(script.sub(0))).put(languages)
		for j := range languages {
			at := 4 + 6*j
			if at+6 > len(script) {
				o.put(0, 0, 0)
				continue
			}
			o.data = append(o.data, script[at:at+4]...)
			o.link(system(script.sub(at + 4)))
		}
		scripts.link(o)
	}
	return features, scripts
}
