package lang

import "strings"

// mexicanSpanish returns Spanish as it is printed in Mexico.
func mexicanSpanish() *Language {
	l := spanish()
	l.respell(strings.NewReplacer("«", "“", "»", "”", "ficha", "tarjeta", "plastific", "enmic",
		"Plastific", "Enmic", "papel)", "impreso)", "plastifíquelas", "enmíquelas"))
	l.Quotes = Quotes{Outer: Marks{"“", "”"}, Inner: Marks{"‘", "’"}, Others: []QuoteChoice{
		{Name: "guillemets", Outer: Marks{"«", "»"}, Inner: Marks{"“", "”"}}}}
	l.Numbers.Thousands, l.Numbers.Decimal = ",", "."
	l.Titles.Copyright = "Página legal"
	l.Review.InPrint, l.Review.InPaper, l.Review.AsHardcover = "impreso", "pasta blanda", "pasta dura"
	l.Review.Notice = "Galeras sin corregir. Prohibida su venta"
	return l
}
