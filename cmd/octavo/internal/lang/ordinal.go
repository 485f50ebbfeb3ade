package lang

import "strings"

// ordinalTable is the words of the ordinal numbers of a language that says the tens before the ones: "двадцать первая".
type ordinalTable struct {
	ones  string // the first to the nineteenth, a space between them
	round string // the tenth, the twentieth, … the ninetieth
	tens  string // ten, twenty, … ninety, as they stand before the ones of an ordinal
	join  string // between them
}

// word returns an ordinal number from 1 to 99 in small letters, or "".
func (t *ordinalTable) word(n int) string {
	ones, round, tens := strings.Fields(t.ones), strings.Fields(t.round), strings.Fields(t.tens)
	switch {
	case n < 1 || n > 99:
		return ""
	case n <= len(ones):
		return ones[n-1]
	case n%10 == 0:
		return round[n/10-1]
	}
	return tens[n/10-1] + t.join + ones[n%10-1]
}

// filled returns a word after another, "" if it is empty itself.
func filled(before, word string) string {
	if word == "" {
		return ""
	}
	return before + word
}

// filledAfter returns a word before another, "" if it is empty itself.
func filledAfter(word, after string) string {
	if word == "" {
		return ""
	}
	return word + after
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
