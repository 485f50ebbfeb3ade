package lang

import "strings"

// canadianFrench returns French as it is printed in Canada: of the signs that have white before them elsewhere, only the colon has it.
func canadianFrench() *Language {
	l := french()
	l.respell(strings.NewReplacer("«\u202F", "«\u00A0", "\u202F»", "\u00A0»", "\u202F:", "\u00A0:", "\u202F%", "\u00A0%", "\u202F", ""))
	l.Quotes.Outer = Marks{"«\u00A0", "\u00A0»"}
	l.Quotes.Others[0] = QuoteChoice{Name: "guillemets", Outer: l.Quotes.Outer, Inner: Marks{"‹\u00A0", "\u00A0›"}}
	l.Spacing.Before = map[rune]string{';': "", ':': "\u00A0", '!': "", '?': "", '%': "\u00A0", '‰': "\u00A0", '$': "\u00A0", '€': "\u00A0"}
	l.Spacing.Number, l.Numbers.Thousands = "\u00A0", "\u00A0"
	l.Titles.Copyright = "Page de droits"
	l.Review.InPrint = "imprimé"
	return l
}
