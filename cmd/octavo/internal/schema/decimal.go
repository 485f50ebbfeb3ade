package schema

import (
	"fmt"
	"strconv"
	"strings"
)

// million is one, in the millionths in which the bounds of decimals are given.
const million = 1_000_000

// decimals returns an expression for the decimals from least to most, both in millionths and not negative. What follows the sixth digit
// behind the point is cut off, as config does it.
func decimals(least, most int64) string {
	from, to := least/million, most/million
	low, high := fraction(least), fraction(most)
	var all []string
	add := func(whole, rest string) { all = append(all, whole+rest) }
	one := func(n int64, low, high string) { // the decimals of one whole number
		switch {
		case n == 0 && low == "":
			add("0+", "")
			add(`0*\.`, upTo(high))
		case n == 0:
			add(`0*\.`, between(low, high))
		case low == "":
			add("0*"+strconv.FormatInt(n, 10), `(?:\.`+upTo(high)+")?")
		default:
			add("0*"+strconv.FormatInt(n, 10), `\.`+between(low, high))
		}
	}
	if from == to {
		one(from, low, high)
		return "(?:" + strings.Join(all, "|") + ")"
	}
	first, last := from+1, to-1 // the whole numbers with any fraction
	if low == "" && from > 0 {
		first = from
	} else {
		one(from, low, "999999")
	}
	if high == "999999" {
		last = to
	}
	if first <= last {
		add("0*(?:"+wholes(first, last)+")", `(?:\.[0-9]+)?`)
	}
	if high != "999999" {
		one(to, "", high)
	}
	return "(?:" + strings.Join(all, "|") + ")"
}

// fraction returns the digits of a decimal behind the point, without zeros at the end.
func fraction(millionths int64) string {
	return strings.TrimRight(fmt.Sprintf("%06d", millionths%million), "0")
}

// atLeast returns an expression for the digits behind a point that are no less than some.
func atLeast(digits string) string {
	if digits == "" {
		return "[0-9]*"
	}
	d, rest := digits[0], digits[1:]
	if rest == "" {
		return oneOf(d, '9') + "[0-9]*"
	}
	same := string(d) + atLeast(rest)
	if d == '9' {
		return same
	}
	return "(?:" + same + "|" + oneOf(d+1, '9') + "[0-9]*)"
}

// upTo returns an expression for the digits behind a point, one at least, that are no more than some.
func upTo(digits string) string {
	switch digits {
	case "999999":
		return "[0-9]+"
	case "":
		return "0+"
	}
	d := digits[0]
	same := string(d) + orLess(digits[1:])
	if d == '0' {
		return same
	}
	return "(?:" + same + "|" + oneOf('0', d-1) + "[0-9]*)"
}

// between returns an expression for the digits behind a point from some to others.
func between(low, high string) string {
	switch {
	case low == "":
		return upTo(high)
	case high == "999999":
		return atLeast(low)
	}
	a, b := low[0], high[0]
	if a == b && low[1:] == "" {
		return string(a) + orLess(high[1:])
	}
	if a == b {
		return string(a) + between(low[1:], high[1:])
	}
	all := []string{string(a) + atLeast(low[1:])}
	if b-a > 1 {
		all = append(all, oneOf(a+1, b-1)+"[0-9]*")
	}
	all = append(all, string(b)+orLess(high[1:]))
	return "(?:" + strings.Join(all, "|") + ")"
}

// orLess returns an expression for more digits, if any, that are no more than some.
func orLess(digits string) string {
	if digits == "" {
		return "0*"
	}
	return "(?:" + upTo(digits) + ")?"
}

// oneOf returns an expression for a digit.
func oneOf(from, to byte) string {
	if from == to {
		return string(from)
	}
	return "[" + string(from) + "-" + string(to) + "]"
}

// wholes returns an expression for the whole numbers from one to another, which are not negative.
func wholes(from, to int64) string {
	var all []string
	for from <= to {
		last := int64(9) // the last of as many digits
		for last < from {
			last = last*10 + 9
		}
		last = min(last, to)
		all = append(all, sameDigits(strconv.FormatInt(from, 10), strconv.FormatInt(last, 10)))
		from = last + 1
	}
	return strings.Join(all, "|")
}

// sameDigits returns an expression for the whole numbers from one to another of as many digits.
func sameDigits(from, to string) string {
	if from == "" {
		return ""
	}
	a, b, n := from[0], to[0], len(from)-1
	zeros, nines := strings.Repeat("0", n), strings.Repeat("9", n)
	if a == b {
		return string(a) + sameDigits(from[1:], to[1:])
	}
	var all []string
	if from[1:] != zeros {
		all = append(all, string(a)+sameDigits(from[1:], nines))
		a++
	}
	end := ""
	if to[1:] != nines {
		end = string(b) + sameDigits(zeros, to[1:])
		b--
	}
	if a <= b {
		all = append(all, oneOf(a, b)+strings.Repeat("[0-9]", n))
	}
	if end != "" {
		all = append(all, end)
	}
	if len(all) == 1 {
		return all[0]
	}
	return "(?:" + strings.Join(all, "|") + ")"
}
