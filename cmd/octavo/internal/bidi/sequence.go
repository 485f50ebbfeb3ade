package bidi

import "golang.org/x/text/unicode/bidi"

// sequence is an isolating run sequence (BD13): the runs of one level that isolates between them part, as one.
type sequence struct {
	*paragraph
	at       []int // the places of its characters in the paragraph
	level    Level
	sos, eos bidi.Class // L or R: what stands before and after it (X10)
}

// sequences divides the characters that X9 leaves into isolating run sequences.
func (p *paragraph) sequences() []*sequence {
	var runs [][]int
	of := make([]int, len(p.runes)) // the run of a character
	before := -1
	for i, c := range p.written {
		if removed(c) {
			continue
		}
		if before < 0 || p.levels[before] != p.levels[i] {
			runs = append(runs, nil)
		}
		n := len(runs) - 1
		runs[n] = append(runs[n], i)
		of[i], before = n, i
	}
	var out []*sequence
	for n, run := range runs {
		if p.written[run[0]] == bidi.PDI && p.match[run[0]] >= 0 {
			continue // it goes on a sequence
		}
		at, last := append([]int(nil), run...), n
		for {
			end := at[len(at)-1]
			if !isInitiator(p.written[end]) || p.match[end] < 0 {
				break
			}
			last = of[p.match[end]]
			at = append(at, runs[last]...)
		}
		s := &sequence{paragraph: p, at: at, level: p.levels[run[0]]}
		outside := func(run int) Level {
			if run < 0 || run >= len(runs) {
				return p.base
			}
			return p.levels[runs[run][0]]
		}
		after := outside(last + 1)
		if isInitiator(p.written[at[len(at)-1]]) {
			after = p.base
		}
		s.sos, s.eos = classAt(max(s.level, outside(n-1))), classAt(max(s.level, after))
		out = append(out, s)
	}
	return out
}

// classAt is the class of text of a level.
func classAt(l Level) bidi.Class {
	if l.IsRight() {
		return bidi.R
	}
	return bidi.L
}

// weak resolves combining marks, numbers and what belongs to them (W1 to W7).
func (s *sequence) weak() {
	before, strong := s.sos, s.sos
	for _, i := range s.at {
		switch c := s.classes[i]; {
		case c == bidi.NSM:
			s.classes[i] = before // W1
		case c == bidi.EN && strong == bidi.AL:
			s.classes[i] = bidi.AN // W2
		case c == bidi.L || c == bidi.R || c == bidi.AL:
			strong = c
		}
		if c := s.classes[i]; c == bidi.EN && strong == bidi.AL { // a mark on a number
			s.classes[i] = bidi.AN
		}
		if before = s.classes[i]; isInitiator(s.written[i]) || s.written[i] == bidi.PDI {
			before = bidi.ON
		}
	}
	for _, i := range s.at {
		if s.classes[i] == bidi.AL {
			s.classes[i] = bidi.R // W3
		}
	}
	s.numbers()
}

// numbers resolves separators and terminators of numbers, and numbers in text from the left (W4 to W7).
func (s *sequence) numbers() {
	class := func(k int) bidi.Class { return s.classes[s.at[k]] }
	for k := 1; k+1 < len(s.at); k++ { // W4
		c, a, b := class(k), class(k-1), class(k+1)
		if a == b && (c == bidi.ES && a == bidi.EN || c == bidi.CS && (a == bidi.EN || a == bidi.AN)) {
			s.classes[s.at[k]] = a
		}
	}
	for k := 0; k < len(s.at); k++ { // W5
		if class(k) != bidi.ET {
			continue
		}
		end := k
		for end < len(s.at) && class(end) == bidi.ET {
			end++
		}
		if k > 0 && class(k-1) == bidi.EN || end < len(s.at) && class(end) == bidi.EN {
			for j := k; j < end; j++ {
				s.classes[s.at[j]] = bidi.EN
			}
		}
		k = end - 1
	}
	strong := s.sos
	for k, i := range s.at {
		switch class(k) {
		case bidi.ES, bidi.ET, bidi.CS:
			s.classes[i] = bidi.ON // W6
		case bidi.L, bidi.R:
			strong = class(k)
		case bidi.EN:
			if strong == bidi.L {
				s.classes[i] = bidi.L // W7
			}
		}
	}
}

// strongClass returns L or R where a class counts as that for the neutral characters beside it, and ON otherwise.
func strongClass(c bidi.Class) bidi.Class {
	switch c {
	case bidi.L:
		return bidi.L
	case bidi.R, bidi.EN, bidi.AN:
		return bidi.R
	}
	return bidi.ON
}

// neutral resolves runs of neutral characters and isolate formatting characters (N1 and N2).
func (s *sequence) neutral() {
	before := s.sos
	for k := 0; k < len(s.at); k++ {
		if c := strongClass(s.classes[s.at[k]]); c != bidi.ON {
			before = c
			continue
		}
		end := k
		for end < len(s.at) && strongClass(s.classes[s.at[end]]) == bidi.ON {
			end++
		}
		after := s.eos
		if end < len(s.at) {
			after = strongClass(s.classes[s.at[end]])
		}
		c := classAt(s.level)
		if before == after {
			c = before
		}
		for ; k < end; k++ {
			s.classes[s.at[k]] = c
		}
		k--
	}
}

// implicit sets the levels by the classes (I1 and I2).
func (s *sequence) implicit() {
	for _, i := range s.at {
		switch c := s.classes[i]; {
		case s.level.IsRight() && c != bidi.R:
			s.levels[i]++
		case !s.level.IsRight() && c == bidi.R:
			s.levels[i]++
		case !s.level.IsRight() && c != bidi.L:
			s.levels[i] += 2
		}
	}
}
