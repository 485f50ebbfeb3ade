// Package barcode draws the barcode of a book: its ISBN as an EAN-13, with what stands for its price as a five-digit add-on beside it.
// Call [EAN13], then [Symbol.Items] in the size that [Symbol.Fit] finds.
//
// Measures are those of the GS1 General Specifications, 5.2 (EAN/UPC), and of ISO/IEC 15420. Lengths are in modules, X, of 0.330 mm at 100 %.
package barcode

import (
	"errors"
	"fmt"
	"strings"

	"github.com/boombuler/barcode/ean"
)

// The sizes that a book's barcode is printed in, in percent. GS1 allows up to 200; no printer of books asks for it.
const (
	Least = 80
	Most  = 120
)

// Symbol is a barcode of a book.
type Symbol struct {
	ISBN  string // hyphenated
	code  string // 13 digits
	addon string // 5 digits, or ""
	bars  []bool // of the EAN-13, a module each: true is dark
	price []bool // likewise, of the add-on
	high  int    // hundredths of a module: how high the bars are
}

// EAN13 returns the barcode of an ISBN of 10 or 13 digits, with or without hyphens. addon is the five digits of the add-on, "" for none.
func EAN13(isbn, addon string) (*Symbol, error) {
	code, err := digits(isbn)
	if err != nil {
		return nil, err
	}
	if addon != "" && (len(addon) != 5 || !allDigits(addon)) {
		return nil, fmt.Errorf("the add-on of a barcode has five digits, not %q", addon)
	}
	img, err := ean.Encode(code)
	if err != nil {
		return nil, fmt.Errorf("the ISBN %s cannot be a barcode: %w", isbn, err)
	}
	s := &Symbol{ISBN: Hyphenate(code), code: code, addon: addon, bars: make([]bool, wideEAN), high: fullBars}
	if typed := strings.ReplaceAll(strings.TrimSpace(isbn), " ", "-"); s.ISBN == code && len(typed) == len(code)+4 {
		s.ISBN = typed // of no group that is known: in the five parts that it was typed in
	}
	if img.Bounds().Dx() != wideEAN {
		return nil, errors.New("an EAN-13 has 95 modules")
	}
	for i := range s.bars {
		r, _, _, _ := img.At(img.Bounds().Min.X+i, img.Bounds().Min.Y).RGBA()
		s.bars[i] = r < 0x8000
	}
	if addon != "" {
		s.price = encodeAddon(addon)
	}
	return s, nil
}

// digits returns an ISBN as 13 digits.
func digits(isbn string) (string, error) {
	s := strings.ToUpper(strings.NewReplacer("-", "", " ", "").Replace(isbn))
	switch {
	case len(s) == 13 && allDigits(s) && (strings.HasPrefix(s, "978") || strings.HasPrefix(s, "979")):
		if s[12:] != checkDigit(s[:12]) {
			return "", fmt.Errorf("the check digit of the ISBN %s is wrong", isbn)
		}
		return s, nil
	case len(s) == 10 && allDigits(s[:9]):
		sum := 0
		for i, c := range s[:9] {
			sum += (10 - i) * int(c-'0')
		}
		if s[9:] != string("0123456789X"[(11-sum%11)%11]) {
			return "", fmt.Errorf("the check digit of the ISBN %s is wrong", isbn)
		}
		s = "978" + s[:9]
		return s + checkDigit(s), nil
	}
	return "", fmt.Errorf("an ISBN has 10 or 13 digits, the latter beginning with 978 or 979, not %q", isbn)
}

// checkDigit returns the last digit of an EAN-13 by its first 12.
func checkDigit(s string) string {
	sum := 0
	for i, c := range s {
		sum += (1 + i%2*2) * int(c-'0')
	}
	return string("0123456789"[(10-sum%10)%10])
}

func allDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }

// addonParity says which figures of an add-on are in set B, by its check digit (ISO/IEC 15420, 4.3.4: five-digit add-on symbol).
const addonParity = "BBAAA BABAA BAABA BAAAB ABBAA AABBA AAABB ABABA ABAAB AABAB"

// setA and setB are the figures' modules (ISO/IEC 15420, table 1); B is read as A from right to left, light for dark.
const (
	setA = "0001101 0011001 0010011 0111101 0100011 0110001 0101111 0111011 0110111 0001011"
	setB = "0100111 0110011 0011011 0100001 0011101 0111001 0000101 0010001 0001001 0010111"
)

// encodeAddon returns the modules of a five-digit add-on.
func encodeAddon(s string) (out []bool) {
	add := func(modules string) {
		for _, m := range modules {
			out = append(out, m == '1')
		}
	}
	sum := 0
	for i, c := range s {
		sum += [2]int{3, 9}[i%2] * int(c-'0')
	}
	parity := addonParity[sum%10*6:]
	add("1011")
	for i, c := range s {
		if i > 0 {
			add("01")
		}
		set := setA
		if parity[i] == 'B' {
			set = setB
		}
		at := int(c-'0') * 8
		add(set[at : at+7])
	}
	return out
}
