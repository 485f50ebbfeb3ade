package typeset

import (
	"encoding/binary"
	"maps"
	"slices"
	"sync"
)

// Memo keeps what has been measured of paragraphs and how they were broken, for paragraphs that are set again: see [Setting]. A
// paragraph of the same text in the same faces and with the same setting need not be measured again, wherever its author wrote it,
// whatever it leads to, and in whatever structure it stands. Several goroutines may use one Memo.
type Memo struct {
	mu       sync.Mutex
	now      int // how many times Sweep was called
	measured map[string]*measured
	ids      map[any]int64 // of faces and hyphenators
}

// measured is what is kept of a paragraph.
type measured struct {
	paragraph Paragraph        // without its inlines
	ways      map[int][]Breaks // by their spread; the paragraphs that they are of are without inlines, too
	asked     int              // when it was asked for last
}

// NewMemo returns an empty Memo.
func NewMemo() *Memo { return &Memo{measured: map[string]*measured{}, ids: map[any]int64{}} }

// Sweep drops what has not been asked for between the last few calls.
func (m *Memo) Sweep() {
	const keep = 3
	m.mu.Lock()
	defer m.mu.Unlock()
	maps.DeleteFunc(m.measured, func(_ string, k *measured) bool { return k.asked <= m.now-keep })
	m.now++
}

// measureOnce measures a paragraph whose inlines are there, or takes from the memo of its setting what was measured before.
func (p *Paragraph) measureOnce() {
	m := p.set.Memo
	key, ok := "", false
	if m != nil {
		m.mu.Lock()
		key, ok = m.key(p)
		if k := m.measured[key]; ok && k != nil {
			k.asked = m.now
			p.take(&k.paragraph)
			p.kept = k
		}
		m.mu.Unlock()
	}
	if p.kept != nil {
		return
	}
	p.cut()
	p.measure()
	if !ok {
		return
	}
	k := &measured{ways: map[int][]Breaks{}}
	k.paragraph.take(p)
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.measured[key] == nil { // otherwise another goroutine was faster
		m.measured[key] = k
	}
	p.kept = m.measured[key]
	p.kept.asked = m.now
}

// take takes over what was measured of a paragraph. Nothing of that is modified any more.
func (p *Paragraph) take(q *Paragraph) {
	p.atoms, p.points, p.positions, p.sum = q.atoms, q.points, q.positions, q.sum
	p.trouble, p.narrow, p.book, p.base = q.trouble, q.narrow, q.book, q.base
}

// waysOnce is ways, or what that returned before.
func (p *Paragraph) waysOnce(spread int) []Breaks {
	if p.kept == nil {
		return p.ways(spread)
	}
	m := p.set.Memo
	m.mu.Lock()
	out, ok := p.kept.ways[spread]
	m.mu.Unlock()
	if ok {
		return p.rebound(out)
	}
	out = p.ways(spread)
	m.mu.Lock()
	p.kept.ways[spread] = (&Paragraph{}).rebound(out)
	m.mu.Unlock()
	return out
}

// rebound returns ways as those of a paragraph with the inlines and the setting of p.
func (p *Paragraph) rebound(ways []Breaks) []Breaks {
	out := slices.Clone(ways)
	var of, own *Paragraph
	for i := range out {
		if out[i].of == nil {
			continue
		}
		if out[i].of != of {
			of = out[i].of
			own = &Paragraph{inlines: p.inlines, set: p.set}
			own.take(of)
		}
		out[i].of = own
	}
	return out
}

// key returns what tells a paragraph from all that are measured or broken otherwise. It reports false for one with pictures or
// formulas, which is not kept.
func (m *Memo) key(p *Paragraph) (string, bool) {
	set := &p.set
	var b []byte
	number := func(n int64) { b = binary.AppendVarint(b, n) }
	text := func(s string) {
		number(int64(len(s)))
		b = append(b, s...)
	}
	flags := func(all ...bool) {
		for _, f := range all {
			if b = append(b, 0); f {
				b[len(b)-1] = 1
			}
		}
	}
	number(int64(set.Measure))
	number(int64(set.Indent))
	number(int64(len(set.Insets)))
	for _, in := range set.Insets {
		number(int64(in))
	}
	number(int64(set.Align))
	flags(set.Balanced, set.OfBook, set.Hyphenator != nil)
	if set.Hyphenator != nil {
		number(m.id(set.Hyphenator))
	}
	number(int64(set.Letterfit))
	number(int64(p.book))
	number(int64(p.base))
	for _, in := range p.inlines {
		s, ok := in.(*Span)
		if flags(ok); !ok {
			if _, ok := in.(Break); !ok {
				return "", false
			}
			continue
		}
		number(m.id(s.Font))
		number(int64(s.Size))
		number(int64(s.Features))
		number(int64(s.Rise))
		number(int64(s.Tracking))
		number(int64(s.level))
		flags(s.Solid, s.Verbatim, s.made)
		text(s.joins.before)
		text(s.joins.after)
		text(s.URL)
		text(s.Text)
	}
	return string(b), true
}

// id returns a number for a face or a hyphenator.
func (m *Memo) id(of any) int64 {
	n, ok := m.ids[of]
	if !ok {
		n = int64(len(m.ids))
		m.ids[of] = n
	}
	return n
}
