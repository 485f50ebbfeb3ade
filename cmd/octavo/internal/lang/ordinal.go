package lang

import (
	"strconv"
	"strings"
)

// ordinals is the words of the ordinal numbers of a language up to 99, of which the last may have endings.
type ordinals struct {
	first  string                           // the stems of 1 to 19, or of as many as are not made of others, a space between them
	tens   string                           // those of 20, 30 … 90, or from 10 on
	before string                           // what stands for the tens before a smaller number; "": the ordinal itself, with its ending
	after  string                           // the stems of 1 to 9 after tens, where they differ
	join   string                           // between tens and ones
	ending func(stem, ending string) string // nil: the ending is added
	turned bool                             // the ones stand before the tens: Slovenian "enaindvajseti"
}

// word returns an ordinal number from 1 to 99 in small letters with an ending, "" for any other.
func (o *ordinals) word(n int, ending string) string {
	if n < 1 || n > 99 {
		return ""
	}
	with := o.ending
	if with == nil {
		with = func(stem, ending string) string { return stem + ending }
	}
	ten := func(words string) string { // the word for the tens of n, of those up to 90
		list := strings.Fields(words)
		return list[len(list)-10+n/10]
	}
	first := strings.Fields(o.first)
	switch {
	case n <= len(first):
		return with(first[n-1], ending)
	case n%10 == 0:
		return with(ten(o.tens), ending)
	}
	ones := first
	if o.after != "" {
		ones = strings.Fields(o.after)
	}
	if o.turned {
		return ones[n%10-1] + o.join + with(ten(o.tens), ending)
	}
	if o.before != "" {
		return ten(o.before) + o.join + with(ones[n%10-1], ending)
	}
	return with(ten(o.tens), ending) + o.join + with(ones[n%10-1], ending)
}

// plain returns an ordinal number whose words have their endings.
func (o *ordinals) plain(n int) string { return o.word(n, "") }

// orFigure returns an ordinal number in words up to the twelfth, and after that a figure with a full stop.
func (o *ordinals) orFigure(n int, ending string) string {
	if n > 0 && n <= 12 {
		return o.word(n, ending)
	}
	return strconv.Itoa(n) + "."
}

// forms returns an ordinal number with each of some endings.
func (o *ordinals) forms(endings ...string) func(n int) []string {
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

// ordinalForms returns the forms of an ordinal number: of the words of the least ones, and those from 21 on that join a ten to one of
// them, "tjugoförsta"; tens may be nil. Also are other forms of the first, the second and so on, "" for none.
func ordinalForms(words, tens []string, n int, also ...string) (forms []string) {
	if word := nth(words, n); word != "" {
		forms = append(forms, word)
	} else if ten := nth(tens, n/10); ten != "" && n > 20 && n%10 > 0 {
		forms = append(forms, ten+words[n%10])
	}
	if n >= 1 && n <= len(also) && also[n-1] != "" {
		forms = append(forms, also[n-1])
	}
	return forms
}
