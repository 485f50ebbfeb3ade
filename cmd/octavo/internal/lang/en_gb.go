package lang

// british returns English as it is written and published in Britain, and wherever CLDR has no other form of it. Words and rules
// that it does not change are those of [English]. Its publishers print both ‘…’ and “…” first: straight quotes keep the form in which an
// author typed them, and a book that has single ones first for double ones says so with the choice "single".
func british() *Language {
	l := *English()
	l.Lists.Names = " and "
	l.Review.Notice = "Uncorrected Proof Copy – Not for Resale or Quotation"
	l.Review.AsHardcover = "hardback"
	l.Rules.Hyphenation = Hyphenation{Patterns: "hyphenation/en-gb.txt", Before: 2, After: 3}
	l.Rules.BeforeName = set("dr dr. mr mr. mrs mrs. ms ms. prof prof. st st. rev rev. sr jr")
	return &l
}
