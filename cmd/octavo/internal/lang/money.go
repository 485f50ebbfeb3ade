package lang

import (
	"strings"

	"golang.org/x/text/language"
)

// currencySigns are the signs of currencies where a price is printed with one; all other currencies are printed by their code of ISO 4217.
var currencySigns = map[string]string{
	"USD": "$", "GBP": "£", "EUR": "€", "JPY": "¥", "INR": "₹", "ILS": "₪", "KRW": "₩", "TRY": "₺", "UAH": "₴", "RUB": "₽", "BRL": "R$",
	"CAD": "CA$", "AUD": "A$", "NZD": "NZ$", "PLN": "zł", "CZK": "Kč", "HUF": "Ft",
}

// dollars are the currencies that are called $ where they are the country's own.
var dollars = map[string]string{"US": "USD", "CA": "CAD", "AU": "AUD", "NZ": "NZD", "MX": "MXN"}

// signFirst are the languages that print the sign before the amount, and what stands between the two (CLDR 48, standard currency format).
// All others print it behind the amount, after a space.
var signFirst = map[string]string{
	"en": "", "tr": "", "fa": "", "es-MX": "", "nl": "\u00A0", "pt": "\u00A0", "de-AT": "\u00A0", "de-CH": "\u00A0", "it-CH": "\u00A0",
}

// Money returns a price as the language prints it. The amount has a decimal point and the currency is a code of ISO 4217: 14.95 USD is
// "$14.95" in English and "14,95 $" in German.
func (l *Language) Money(amount, currency string) string {
	tag, err := language.Parse(l.Tag)
	base, region := "", ""
	if err == nil {
		b, _ := tag.Base()
		r, _ := tag.Region()
		base, region = b.String(), r.String()
	}
	sign := currencySigns[currency]
	switch {
	case dollars[region] == currency:
		sign = "$"
	case currency == "USD" && dollars[region] != "":
		sign = "US$"
	case sign == "":
		sign = currency
	}
	amount = strings.Replace(amount, ".", l.Numbers.Decimal, 1)
	between, first := signFirst[base+"-"+region]
	if !first && base+"-"+region != "pt-PT" {
		between, first = signFirst[base]
	}
	switch {
	case !first:
		return amount + "\u00A0" + sign
	case sign == currency: // letters need a space
		between = "\u00A0"
	}
	return sign + between + amount
}

// Dollar returns the currency that "$" alone stands for in a country, by its two letters, or, where that is "", in the language's: USD
// where neither has dollars of its own.
func (l *Language) Dollar(country string) string {
	if country == "" {
		if tag, err := language.Parse(l.Tag); err == nil {
			if r, sure := tag.Region(); sure == language.Exact {
				country = r.String()
			}
		}
	}
	if c := dollars[country]; c != "" {
		return c
	}
	return "USD"
}
