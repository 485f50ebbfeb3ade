package lang

import "strings"

// swissFrench returns French as it is printed in Switzerland: no white within quotation marks and before signs.
func swissFrench() *Language {
	l := french()
	l.respell(strings.NewReplacer("\u202F%", "\u202F%", "\u202F", ""))
	l.Quotes = Quotes{Outer: Marks{"«", "»"}, Inner: Marks{"‹", "›"}, Others: []QuoteChoice{
		{Name: "curly", Outer: Marks{"“", "”"}, Inner: Marks{"‘", "’"}}}}
	l.Spacing.Number = "\u202F"
	l.Spacing.Before = map[rune]string{';': "", ':': "", '!': "", '?': ""}
	l.Numbers.Thousands = "’"
	l.Numbers.Word = swissFrenchWord
	l.Numbers.PartWord = func(n int) string { return frenchOrdinalOf(n, swissFrenchWord) }
	return l
}

// swissFrenchWord returns a number from 1 to 99 in words, as it is said in Switzerland.
func swissFrenchWord(n int) string {
	return frenchWordBy(n, [...]string{"vingt", "trente", "quarante", "cinquante", "soixante", "septante", "huitante", "nonante"})
}
