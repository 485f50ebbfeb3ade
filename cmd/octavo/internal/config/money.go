package config

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/currency"
)

// amounts finds the numbers of a price as people print it.
var amounts = regexp.MustCompile(`[0-9]+(?:[.,'’\x{A0}\x{202F} ][0-9]{1,3})*`)

// currencyNames are the signs and abbreviations of currencies, in capitals and without spaces. "$" and "kr" are for the country to say.
var currencyNames = map[string]string{
	"£": "GBP", "UK£": "GBP", "€": "EUR", "EURO": "EUR", "EUROS": "EUR", "US$": "USD", "US": "USD", "USA": "USD", "USD$": "USD",
	"C$": "CAD", "CA$": "CAD", "CAN$": "CAD", "CDN$": "CAD", "CAN": "CAD", "CDN": "CAD", "A$": "AUD", "AU$": "AUD", "AUS$": "AUD", "AUS": "AUD", "NZ$": "NZD", "NZ": "NZD",
	"¥": "JPY", "円": "JPY", "₹": "INR", "₪": "ILS", "₩": "KRW", "₺": "TRY", "TL": "TRY", "₴": "UAH", "ГРН": "UAH", "₽": "RUB", "РУБ": "RUB",
	"R$": "BRL", "ZŁ": "PLN", "KČ": "CZK", "FT": "HUF", "SFR": "CHF", "FR": "CHF",
}

// crowns are the currencies that are called kr, by the country and by the language of the book.
var crowns = map[string]string{"SE": "SEK", "NO": "NOK", "DK": "DKK", "IS": "ISK", "sv": "SEK", "nb": "NOK", "nn": "NOK", "da": "DKK", "is": "ISK"}

// readPrices returns the prices in a text such as "$18.00 / CAN $24.00" or "18,00 € (D)", one in a currency: the first. What has no
// currency that is known is left out.
func (c *Config) readPrices(text string) (out []Price) {
	at := amounts.FindAllStringIndex(text, -1)
	from := 0 // where what belongs to an amount begins
	for i, a := range at {
		before, after := text[from:a[0]], text[a[1]:]
		unit, known := c.currencyOf(before)
		if from = len(text); i+1 < len(at) {
			after = text[a[1]:at[i+1][0]]
			from = a[1] + len(after)
			if sep := strings.IndexAny(after, "/;|,·–—\n"); sep >= 0 {
				from, after = a[1]+sep, after[:sep]
			} else if known { // "$18.00 CAN $24.00": it is the next amount's
				from, after = a[1], ""
			}
		}
		if behind, ok := c.currencyOf(after); ok && (!known || strings.TrimSpace(before) == "$") {
			unit, known = behind, true
		}
		amount, ok := plainAmount(text[a[0]:a[1]])
		if known && ok && !slices.ContainsFunc(out, func(p Price) bool { return p.Currency == unit }) {
			out = append(out, Price{amount, unit})
		}
	}
	return out
}

// currencyOf returns the currency that a sign, an abbreviation or a code of ISO 4217 stands for.
func (c *Config) currencyOf(name string) (unit string, ok bool) {
	if i := strings.IndexAny(name, "([{"); i >= 0 { // 18,00 € (D)
		name = name[:i]
	}
	name = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '.' || r == ':' || unicode.Is(unicode.Cf, r) || strings.ContainsRune("/;|,·–—-", r) {
			return -1
		}
		return unicode.ToUpper(r)
	}, name)
	switch {
	case name == "":
		return "", false
	case name == "$":
		return c.Lang.Dollar(c.Trade.Country), true
	case name == "KR":
		base, _, _ := strings.Cut(c.Lang.Tag, "-")
		if unit = crowns[c.Trade.Country]; unit == "" {
			unit = crowns[base]
		}
		return unit, unit != ""
	}
	if unit, ok = currencyNames[name]; ok {
		return unit, true
	}
	if iso, err := currency.ParseISO(strings.TrimSuffix(name, "$")); err == nil {
		return iso.String(), true
	}
	return "", false
}

// plainAmount returns a printed amount with a decimal point and no other sign: "1.234,50" is 1234.50. The last point or comma is the
// decimal one if one or two digits follow it.
func plainAmount(s string) (string, bool) {
	whole, part := s, ""
	if i := strings.LastIndexAny(s, ".,"); i >= 0 && len(s)-i-1 < 3 {
		whole, part = s[:i], s[i:]
		part = "." + part[1:]
	}
	groups := strings.FieldsFunc(whole, func(r rune) bool { return !unicode.IsDigit(r) })
	for i, g := range groups {
		if i > 0 && len(g) != 3 {
			return "", false
		}
	}
	amount := strings.TrimLeft(strings.Join(groups, ""), "0") + part
	if strings.Trim(amount, "0.") == "" {
		return "0", true
	}
	if amount[0] == '.' {
		amount = "0" + amount
	}
	return amount, len(amount) <= len("1234567.00")
}

// sameAmount reports whether two amounts are one: 18 and 18.00.
func sameAmount(a, b string) bool {
	trim := func(s string) string {
		if strings.Contains(s, ".") {
			s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
		}
		return s
	}
	return trim(a) == trim(b)
}
