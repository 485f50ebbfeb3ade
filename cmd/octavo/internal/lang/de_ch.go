package lang

import "strings"

// swiss returns German as it is written in Switzerland: guillemets that point outwards, no ß, and an apostrophe between thousands.
func swiss() *Language {
	l := german()
	l.Quotes = Quotes{
		Outer:  Marks{"«", "»"},
		Inner:  Marks{"‹", "›"},
		Others: []QuoteChoice{{Name: "german", Outer: Marks{"„", "“"}, Inner: Marks{"‚", "‘"}}},
	}
	l.Numbers.Thousands, l.Numbers.Decimal = "’", "."
	l.Numbers.Word = func(n int) string { return strings.ReplaceAll(germanWord(n), "ß", "ss") }
	l.Numbers.PartWord = func(n int) string { return Capital(strings.ReplaceAll(germanOrdinalWord(n, "er"), "ß", "ss")) }
	l.respell(strings.NewReplacer("ß", "ss"))
	return l
}
