package lang

import (
	"strconv"
	"strings"
)

// pluralBy returns a Plural for languages that put adjectives in the plural too: one makes the plural of a word, and a phrase has it up to
// a word that joins another noun: "règle d’or", "regla de oro". The joining words are in small letters.
func pluralBy(one func(word string) string, joining string) func(string) string {
	joins := set(joining)
	return func(noun string) string {
		words := strings.Split(noun, " ")
		for i, w := range words {
			elided, _, _ := strings.Cut(strings.ReplaceAll(w, "'", "’"), "’")
			if joins[w] || elided != w && joins[elided+"’"] {
				break
			}
			if w != "" {
				words[i] = one(w)
			}
		}
		return strings.Join(words, " ")
	}
}

// ordinalBy returns an Ordinal in words up to the tenth, which word makes, and in figures with an ending above.
func ordinalBy(word func(n int) string, ending string) func(int) string {
	return func(n int) string {
		if n > 0 && n <= 10 {
			return strings.ToLower(word(n))
		}
		return strconv.Itoa(n) + ending
	}
}

// ordinalWords returns a function for ordinal numbers from 1 to 99 in words, with a capital. Ones are those from 1 on, tens those up to
// 90, from 20 on if there are eight; between stands between ten and one.
func ordinalWords(ones, tens, between string) func(int) string {
	o := &ordinals{first: ones, tens: tens, join: between}
	return func(n int) string { return Capital(o.plain(n)) }
}

// bothGenders returns the forms that an ordinal of the feminine in -a has in a title: "primera" and "primero", in small letters.
func bothGenders(word func(n int) string) func(int) []string {
	return func(n int) []string {
		feminine := strings.ToLower(word(n))
		if feminine == "" {
			return nil
		}
		return []string{feminine, strings.TrimSuffix(feminine, "a") + "o"}
	}
}
