package typeset

import "strings"

// LeansInEnglish says of an English word whether it leans on the next one, so that a line of display text should not end
// after it: an article, a preposition, a conjunction, a possessive, the pronoun I. A word with a sign after it leans on
// nothing.
func LeansInEnglish(word string) bool {
	if word == "" || len(word) > 8 {
		return false
	}
	return word == "I" || leaning[strings.ToLower(word)]
}

var leaning = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`a an the
		about above across after against along among around as at before behind below beneath beside between beyond by down
		during except for from in inside into like near of off on onto out over past since than through to toward towards
		under until upon with within without
		and because but if nor or so that though unless when where while who whose yet
		every her his its my no our their your very`) {
		m[w] = true
	}
	return m
}()
