package lang

import (
	"strconv"
	"strings"
)

// inflected is the ordinal numbers of a language whose adjectives have endings.
type inflected struct {
	first  string                           // the stems of 1 to 19, a space between them
	tens   string                           // those of 20, 30 … 90
	before string                           // what stands for the tens before a smaller number; "": the ordinal itself, with its ending
	after  string                           // the stems of 1 to 9 after tens, where they differ
	join   string                           // between tens and ones
	ending func(stem, ending string) string // nil: the ending is added
	turned bool                             // the ones stand before the tens: Slovenian "enaindvajseti"
}

// word returns an ordinal number from 1 to 99 in small letters with an ending, "" for any other.
func (o *inflected) word(n int, ending string) string {
	if n < 1 || n > 99 {
		return ""
	}
	with := o.ending
	if with == nil {
		with = func(stem, ending string) string { return stem + ending }
	}
	first, tens := strings.Fields(o.first), strings.Fields(o.tens)
	switch {
	case n < 20:
		return with(first[n-1], ending)
	case n%10 == 0:
		return with(tens[n/10-2], ending)
	}
	ones := first
	if o.after != "" {
		ones = strings.Fields(o.after)
	}
	if o.turned {
		return ones[n%10-1] + o.join + with(tens[n/10-2], ending)
	}
	ten := with(tens[n/10-2], ending)
	if o.before != "" {
		ten = strings.Fields(o.before)[n/10-2]
	}
	return ten + o.join + with(ones[n%10-1], ending)
}

// orFigure returns an ordinal number in words up to the twelfth, and after that a figure with a full stop.
func (o *inflected) orFigure(n int, ending string) string {
	if n > 0 && n <= 12 {
		return o.word(n, ending)
	}
	return strconv.Itoa(n) + "."
}

// forms returns an ordinal number with each of some endings.
func (o *inflected) forms(endings ...string) func(n int) []string {
	return func(n int) (words []string) {
		for _, ending := range endings {
			if w := o.word(n, ending); w != "" {
				words = append(words, w)
			}
		}
		return words
	}
}

// phrase returns a number in words with words around it and a capital, "" for no number.
func phrase(before, word, after string) string {
	if word == "" {
		return ""
	}
	return Capital(before + word + after)
}
