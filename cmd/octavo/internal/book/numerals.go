package book

import (
	"strconv"
	"strings"
)

// Numerals is how the items of an ordered list are numbered.
type Numerals struct {
	Figures Figures
	Signs   NumeralSigns
}

// Figures are the signs that numbers are written in.
type Figures int

// The figures.
const (
	Arabic Figures = iota
	SmallLetters
	CapitalLetters
	SmallRoman
	CapitalRoman
)

// NumeralSigns are what stands beside a number.
type NumeralSigns int

// The signs.
const (
	Stop   NumeralSigns = iota // 1.
	Paren                      // 1)
	Parens                     // (1)
)

// Label returns the number of the nth item as it is printed, with the signs beside it.
func (n Numerals) Label(number int) string {
	text := n.Figures.Write(number)
	switch n.Signs {
	case Paren:
		return text + ")"
	case Parens:
		return "(" + text + ")"
	}
	return text + "."
}

// Write writes a number in figures. What cannot be written in letters or in Roman figures is in Arabic ones.
func (f Figures) Write(number int) string {
	if number < 1 || number > 3999 {
		return strconv.Itoa(number)
	}
	switch f {
	case SmallLetters:
		return letterNumber(number, 'a')
	case CapitalLetters:
		return letterNumber(number, 'A')
	case SmallRoman:
		return romanNumber(number, "m cm d cd c xc l xl x ix v iv i")
	case CapitalRoman:
		return romanNumber(number, "M CM D CD C XC L XL X IX V IV I")
	}
	return strconv.Itoa(number)
}

// letterNumber writes a number as spreadsheets name their columns: a to z, then aa.
func letterNumber(number int, first byte) (text string) {
	for ; number > 0; number = (number - 1) / 26 {
		text = string(first+byte((number-1)%26)) + text
	}
	return text
}

var romanValues = [...]int{1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1}

func romanNumber(number int, signs string) (text string) {
	figures := strings.Fields(signs)
	for i, value := range romanValues {
		for ; number >= value; number -= value {
			text += figures[i]
		}
	}
	return text
}
