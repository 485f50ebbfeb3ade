package lang

import "strings"

// british returns English as it is written and published in Britain, and wherever CLDR has no other form of it. Words and rules
// that it does not change are those of [English].
func british() *Language {
	l := English
	l.Quotes = Quotes{
		Outer:  Marks{"‘", "’"},
		Inner:  Marks{"“", "”"},
		Others: []QuoteChoice{{Name: "double", Outer: Marks{"“", "”"}, Inner: Marks{"‘", "’"}}},
	}
	l.Lists.Names = " and "
	l.Review.Notice = "Uncorrected Proof Copy – Not for Resale or Quotation"
	single := strings.NewReplacer("“", "‘", "”", "’")
	l.Review.NumberedLines = Pattern(single.Replace(string(l.Review.NumberedLines)))
	l.Changes.From = Pattern(single.Replace(string(l.Changes.From)))
	l.Rules.Hyphenation = Hyphenation{Patterns: "hyphenation/en-gb.txt", Before: 2, After: 3}
	l.Rules.BeforeName = set("dr dr. mr mr. mrs mrs. ms ms. prof prof. st st. rev rev. sr jr")
	return &l
}

// australian returns English as it is written and published in Australia.
func australian() *Language { return british() }
