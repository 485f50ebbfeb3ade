package barcode

import (
	"fmt"
	"strings"
	"unicode"
)

// NoPrice is the add-on that names no price.
const NoPrice = "90000"

// Price returns the add-on for a price as it is printed: "$18.00" is 51800. ok is false, and the add-on 90000, which names no price, where
// add-ons do not know the currency or cannot say the price. A price in a second country may stand behind the first.
func Price(price string) (addon string, ok bool) {
	sign, amount, rest := priceParts(price)
	digit, known := currency(sign, rest)
	cents, fits := hundredths(amount)
	switch {
	case !known || !fits:
		return NoPrice, false
	case digit == '5' && cents >= 9999: // $100 and more (BISG)
		return "59999", true
	case cents > 9999:
		return NoPrice, false
	}
	return fmt.Sprintf("%c%04d", digit, cents), true
}

// priceParts divides a price into what stands before its amount, the amount, and the letters and signs behind it.
func priceParts(price string) (sign, amount, rest string) {
	s := strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return unicode.ToUpper(r)
	}, price)
	from := strings.IndexAny(s, "0123456789")
	if from < 0 {
		return s, "", ""
	}
	amount = s[from:]
	to := strings.IndexFunc(amount, func(r rune) bool { return !strings.ContainsRune("0123456789.,", r) })
	if to < 0 {
		return s[:from], amount, ""
	}
	rest = amount[to:]
	if end := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) && r != '£' && r != '$' }); end >= 0 {
		rest = rest[:end]
	}
	return s[:from], amount[:to], rest
}

// currency returns the first digit of the add-on for the signs around an amount (BISG, "Machine-Readable Coding Guidelines for the U.S.
// Book Industry"). A dollar without a country is that of the United States, as in $18.00.
func currency(before, after string) (digit byte, ok bool) {
	known := map[string]byte{"GBP": '0', "£": '0', "UK£": '0', "AUD": '3', "AU$": '3', "A$": '3', "AUS$": '3', "AUS": '3',
		"NZD": '4', "NZ$": '4', "NZ": '4', "USD": '5', "US$": '5', "US": '5', "USA": '5', "CAD": '6', "CAN$": '6', "CA$": '6', "C$": '6', "CAN": '6'}
	switch {
	case before == "":
		digit, ok = known[after]
	case before == "$" && (after == "" || strings.ContainsRune(after, '$')): // "$18.00CAN$24.00": the other price is another country's
		return '5', true
	case before == "$":
		digit, ok = known[after]
		ok = ok && digit != '0'
	default:
		digit, ok = known[before]
		if !ok {
			digit, ok = known[strings.TrimSuffix(before, "$")] // US $18.00, USD $18.00
		}
	}
	return digit, ok
}

// hundredths returns an amount in cents. Its last point or comma with two digits behind it is the decimal one; those with three are of thousands.
func hundredths(s string) (cents int, ok bool) {
	s = strings.TrimRight(s, ".,")
	whole, part := s, ""
	if i := strings.LastIndexAny(s, ".,"); i >= 0 && len(s)-i-1 == 2 {
		whole, part = s[:i], s[i+1:]
	}
	groups := strings.FieldsFunc(whole, func(r rune) bool { return r == '.' || r == ',' })
	for i, g := range groups {
		if i > 0 && len(g) != 3 {
			return 0, false
		}
	}
	n := strings.Join(groups, "") + part
	if len(groups) == 0 || len(n) > 9 {
		return 0, false
	}
	for _, c := range n {
		cents = 10*cents + int(c-'0')
	}
	if part == "" {
		cents *= 100
	}
	return cents, true
}
