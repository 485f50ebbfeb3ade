package bidi

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
)

// maxBrackets is how many brackets may be open before pairs are no longer looked for (BD16).
const maxBrackets = 63

// pair is a pair of brackets, by their indexes in a sequence.
type pair struct{ open, close int }

// pairs returns the pairs of brackets in a sequence, in the order of their opening ones (BD16).
func (s *sequence) pairs() (out []pair) {
	type opened struct {
		closer rune
		at     int
	}
	var stack []opened
	for k, i := range s.at {
		if s.classes[i] != bidi.ON {
			continue
		}
		p, _ := bidi.LookupRune(s.runes[i])
		if !p.IsBracket() {
			continue
		}
		if p.IsOpeningBracket() {
			if len(stack) == maxBrackets {
				return nil
			}
			closer, _ := utf8.DecodeRuneInString(bidi.ReverseString(string(s.runes[i])))
			stack = append(stack, opened{canonical(closer), k})
			continue
		}
		for n := len(stack) - 1; n >= 0; n-- {
			if stack[n].closer == canonical(s.runes[i]) {
				out = append(out, pair{stack[n].at, k})
				stack = stack[:n]
				break
			}
		}
	}
	slices.SortFunc(out, func(a, b pair) int { return cmp.Compare(a.open, b.open) })
	return out
}

// canonical returns the bracket that another is canonically equivalent to.
func canonical(r rune) rune {
	switch r {
	case '\u2329':
		return '\u3008'
	case '\u232A':
		return '\u3009'
	}
	return r
}

// brackets resolves the pairs of brackets (N0).
func (s *sequence) brackets() {
	own := classAt(s.level)
	for _, p := range s.pairs() {
		found := bidi.ON
		for k := p.open + 1; k < p.close && found != own; k++ {
			if c := strongClass(s.classes[s.at[k]]); c != bidi.ON {
				found = c
			}
		}
		if found == bidi.ON {
			continue
		}
		if found != own && s.before(p.open) != found {
			found = own
		}
		s.setBracket(p.open, found)
		s.setBracket(p.close, found)
	}
}

// before returns the class of the strong text before a place in the sequence.
func (s *sequence) before(k int) bidi.Class {
	for k--; k >= 0; k-- {
		if c := strongClass(s.classes[s.at[k]]); c != bidi.ON {
			return c
		}
	}
	return s.sos
}

// setBracket gives a class to a bracket and to the marks on it.
func (s *sequence) setBracket(k int, c bidi.Class) {
	s.classes[s.at[k]] = c
	for k++; k < len(s.at) && s.written[s.at[k]] == bidi.NSM; k++ {
		s.classes[s.at[k]] = c
	}
}
