package bidi

import "golang.org/x/text/unicode/bidi"

// maxDepth is the highest explicit level (BD2).
const maxDepth = 125

// paragraph is the state of the algorithm over one paragraph, by its characters.
type paragraph struct {
	base    Level
	runes   []rune
	written []bidi.Class // as Unicode has them
	classes []bidi.Class // as the rules have changed them
	levels  []Level
	match   []int // of an isolate initiator its PDI, of a PDI its initiator; -1: there is none
}

// Levels returns the level of each of the characters of paragraphs whose own level is base, before rule L1. A character that
// rule X9 removes has the level of the one before it.
func Levels(text []rune, base Level) []Level {
	out := make([]Level, 0, len(text))
	for from := 0; from < len(text); {
		to := from
		for to < len(text) && classOf(text[to]) != bidi.B {
			to++
		}
		out = append(out, newParagraph(text[from:to], base).resolve()...)
		if from = to + 1; to < len(text) {
			out = append(out, base)
		}
	}
	return out
}

func classOf(r rune) bidi.Class {
	p, _ := bidi.LookupRune(r)
	return p.Class()
}

func newParagraph(text []rune, base Level) *paragraph {
	p := &paragraph{base: base, runes: text, written: make([]bidi.Class, len(text)), classes: make([]bidi.Class, len(text)),
		levels: make([]Level, len(text)), match: make([]int, len(text))}
	for i, r := range text {
		p.written[i] = classOf(r)
	}
	copy(p.classes, p.written)
	p.matchIsolates()
	return p
}

func (p *paragraph) resolve() []Level {
	p.explicit()
	for _, seq := range p.sequences() {
		seq.weak()
		seq.brackets()
		seq.neutral()
		seq.implicit()
	}
	before := p.base
	for i, c := range p.written {
		if removed(c) {
			p.levels[i] = before
		}
		before = p.levels[i]
	}
	return p.levels
}

// removed reports whether rule X9 removes characters of a class.
func removed(c bidi.Class) bool {
	switch c {
	case bidi.RLE, bidi.LRE, bidi.RLO, bidi.LRO, bidi.PDF, bidi.BN:
		return true
	}
	return false
}

func isInitiator(c bidi.Class) bool { return c == bidi.LRI || c == bidi.RLI || c == bidi.FSI }

// matchIsolates finds the pairs of isolate initiators and PDIs (BD9).
func (p *paragraph) matchIsolates() {
	var open []int
	for i, c := range p.written {
		p.match[i] = -1
		switch {
		case isInitiator(c):
			open = append(open, i)
		case c == bidi.PDI && len(open) > 0:
			n := len(open) - 1
			p.match[i], p.match[open[n]] = open[n], i
			open = open[:n]
		}
	}
}

// firstStrong returns the level of the first strong character from one place to before another, isolates left out (P2, P3).
func (p *paragraph) firstStrong(from, to int) Level {
	for i := from; i < to; i++ {
		switch c := p.written[i]; {
		case c == bidi.L:
			return LeftToRight
		case c == bidi.R || c == bidi.AL:
			return RightToLeft
		case isInitiator(c):
			if p.match[i] < 0 {
				return LeftToRight
			}
			i = p.match[i]
		}
	}
	return LeftToRight
}

// status is an entry of the directional status stack (X1).
type status struct {
	level    Level
	override bidi.Class // L or R; ON: neutral
	isolate  bool
}

// steering is the state of rules X1 to X8.
type steering struct {
	stack                                      []status
	overflowIsolates, overflowEmbeds, isolates int
}

func (s *steering) top() status { return s.stack[len(s.stack)-1] }

// push enters an embedding, an override or an isolate of the next level of a direction, unless that is too deep (X2 to X5c).
func (s *steering) push(right bool, override bidi.Class, isolate bool) {
	next := (s.top().level + 1) | 1
	if !right {
		next = (s.top().level + 2) &^ 1
	}
	switch {
	case next <= maxDepth && s.overflowIsolates == 0 && s.overflowEmbeds == 0:
		s.stack = append(s.stack, status{next, override, isolate})
		if isolate {
			s.isolates++
		}
	case isolate:
		s.overflowIsolates++
	case s.overflowIsolates == 0:
		s.overflowEmbeds++
	}
}

// popIsolate leaves the isolate that a PDI ends (X6a).
func (s *steering) popIsolate() {
	switch {
	case s.overflowIsolates > 0:
		s.overflowIsolates--
	case s.isolates > 0:
		s.overflowEmbeds = 0
		for !s.top().isolate {
			s.stack = s.stack[:len(s.stack)-1]
		}
		s.stack = s.stack[:len(s.stack)-1]
		s.isolates--
	}
}

// popEmbedding leaves the embedding that a PDF ends (X7).
func (s *steering) popEmbedding() {
	switch {
	case s.overflowIsolates > 0:
	case s.overflowEmbeds > 0:
		s.overflowEmbeds--
	case !s.top().isolate && len(s.stack) >= 2:
		s.stack = s.stack[:len(s.stack)-1]
	}
}

// explicit sets the levels that characters have by embeddings, overrides and isolates (X1 to X8).
func (p *paragraph) explicit() {
	s := steering{stack: []status{{level: p.base, override: bidi.ON}}}
	place := func(i int) {
		p.levels[i] = s.top().level
		if o := s.top().override; o != bidi.ON {
			p.classes[i] = o
		}
	}
	for i, c := range p.written {
		switch c {
		case bidi.RLE, bidi.LRE:
			s.push(c == bidi.RLE, bidi.ON, false)
		case bidi.RLO:
			s.push(true, bidi.R, false)
		case bidi.LRO:
			s.push(false, bidi.L, false)
		case bidi.RLI, bidi.LRI, bidi.FSI:
			place(i)
			right := c == bidi.RLI
			if c == bidi.FSI {
				to := p.match[i]
				if to < 0 {
					to = len(p.written)
				}
				right = p.firstStrong(i+1, to) == RightToLeft
			}
			s.push(right, bidi.ON, true)
		case bidi.PDI:
			s.popIsolate()
			place(i)
		case bidi.PDF:
			s.popEmbedding()
		case bidi.BN:
		default:
			place(i)
		}
	}
}
