package lang

// austrian returns German as it is written in Austria.
func austrian() *Language {
	l := german()
	l.Numbers.Thousands = "\u202F"
	l.Numbers.Months[0] = "Jänner"
	return l
}
