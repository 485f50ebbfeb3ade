package barcode

import (
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/page"
	"octavo/styles"
)

func figures(t testing.TB) *font.Font {
	t.Helper()
	data, err := styles.FS.ReadFile(FontFile)
	if err != nil {
		t.Fatal(err)
	}
	f, err := font.New("OCRB-Figures", data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// Every figure of the font is as high as figureHeight says, and the line and the figures have all their signs.
func TestFont(t *testing.T) {
	f := figures(t)
	for _, r := range "0123456789>-ISBN " {
		if !f.Has(r) {
			t.Errorf("the font lacks %q", r)
		}
	}
	for _, r := range "0123456789" {
		if _, low, _, high := f.Bounds(f.Glyph(r)); high < figureHeight-20 || high > figureHeight || low < -20 {
			t.Errorf("%c is %d to %d high", r, low, high)
		}
	}
}

func TestHyphenate(t *testing.T) {
	for isbn, want := range map[string]string{
		"9781861978769": "978-1-86197-876-9", "9780306406157": "978-0-306-40615-7", "9783161484100": "978-3-16-148410-0",
		"9782070360024": "978-2-07-036002-4", "9788804668237": "978-88-04-66823-7", "9791034304356": "979-10-343-0435-6",
		"9798886451740": "979-8-88645-174-0", "9789992158104": "978-99921-58-10-4", "9785389062566": "978-5-389-06256-6",
		"9786500000016": "978-65-00-00001-6", "9789999999991": "9789999999991", "978186197876": "978186197876", "978186197876X": "978186197876X",
	} {
		if got := Hyphenate(isbn); got != want {
			t.Errorf("%s: %s, want %s", isbn, got, want)
		}
	}
}

// Every range has two numbers of one length in their order, and the ranges of a group do not meet.
func TestRanges(t *testing.T) {
	groups := 0
	for line := range strings.SplitSeq(strings.TrimSpace(ranges), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		groups++
		fields := strings.Fields(line)
		before := ""
		for _, r := range fields[1:] {
			first, last, _ := strings.Cut(r, "-")
			if len(first) != len(last) || first > last || before != "" && pad(first, '0') <= before {
				t.Errorf("group %s: range %s after %s", fields[0], r, before)
			}
			before = pad(last, '9')
		}
	}
	if groups < 250 {
		t.Errorf("%d groups", groups)
	}
}

func pad(s string, with byte) string { return s + strings.Repeat(string(with), 7-len(s)) }

func TestEAN13(t *testing.T) {
	for _, c := range []struct{ isbn, addon, shown, fault string }{
		{"978-1-86197-876-9", "51800", "978-1-86197-876-9", ""},
		{"9781861978769", "", "978-1-86197-876-9", ""},
		{"0-8044-2957-X", "", "978-0-8044-2957-3", ""},
		{"978-99999-9-999-1", "", "978-99999-9-999-1", ""},
		{"978-1-86197-876-8", "", "", "check digit"},
		{"0-8044-2957-1", "", "", "check digit"},
		{"9771861978769", "", "", "978 or 979"},
		{"", "", "", "10 or 13 digits"},
		{"９781861978769", "", "", "10 or 13 digits"},
		{"978-1-86197-876-9", "5180", "", "five digits"},
		{"978-1-86197-876-9", "5180x", "", "five digits"},
	} {
		s, err := EAN13(c.isbn, c.addon)
		switch {
		case c.fault == "" && err != nil, c.fault != "" && (err == nil || !strings.Contains(err.Error(), c.fault)):
			t.Errorf("%s %s: %v", c.isbn, c.addon, err)
		case err == nil && s.ISBN != c.shown:
			t.Errorf("%s: shown as %s", c.isbn, s.ISBN)
		}
	}
}

func TestPrice(t *testing.T) {
	for price, want := range map[string]string{
		"$18.00": "51800", "US $18.00": "51800", "USD 18": "51800", "$18": "51800", "18.00 USD": "51800", "$18.00 US": "51800",
		"$ 9.99 / CAN $12.99": "50999", "$18.00 CAN $24.00": "51800", "$99.98": "59998", "$99.99": "59999", "$100.00": "59999", "$1,250.00": "59999",
		"£12.99": "01299", "GBP 12.99": "01299", "12.99 GBP": "01299", "CAD 24.99": "62499", "C$24.99": "62499", "$24.99 CAN": "62499",
		"AUD 29.99": "32999", "A$ 29,99": "32999", "NZ$30": "43000", "usd 7.50": "50750", "$0.99": "50099", "$18.": "51800",
		"€ 18,00": "", "18,00 €": "", "£100": "", "HK$ 20": "", "¥1800": "", "": "", "free": "", "18.00": "", "$1,25,00": "", "$": "",
		"$18.00 £12": "", "$99999999999999999999": "", "$18.123.4": "",
	} {
		got, ok := Price(price)
		if want == "" && (ok || got != NoPrice) || want != "" && (!ok || got != want) {
			t.Errorf("%q: %s %t, want %s", price, got, ok, want)
		}
	}
}

// The measures of GS1 at 100 %, to a thousandth of a millimetre.
func TestSize(t *testing.T) {
	mm := func(l page.Length) float64 { return l.Points() * 25.4 / 72 }
	near := func(what string, got, want float64) {
		t.Helper()
		if d := got - want; d > 0.002 || d < -0.002 {
			t.Errorf("%s: %.4f mm, want %.4f", what, got, want)
		}
	}
	s, _ := EAN13("978-1-86197-876-9", "")
	w, h := s.Size(100)
	near("width", mm(w), 37.29)
	near("height of the bars", mm(hundredthsOf(s.high, 100)), 22.85)
	near("height of figures", mm(hundredthsOf(figure, 100)), 2.75)
	if h := mm(h); h < 29 || h > 30.4 { // KDP's box is 1.2 in high
		t.Errorf("height %.2f mm", h)
	}
	s, _ = EAN13("978-1-86197-876-9", "90000")
	w, _ = s.Size(80)
	near("width with add-on at 80 %", mm(w), 169*0.33*0.8)
	f, percent, ok := s.Fit(2*page.In, 12*page.In/10, 100)
	if !ok || percent != 91 || f.Cut() != 0 {
		t.Errorf("in KDP's box: %d %% %t, cut by %d %%", percent, ok, f.Cut())
	}
	if f, percent, ok = s.Fit(2*page.In, page.In, 100); !ok || percent != 84 || f.Cut() != 0 { // smaller rather than cut
		t.Errorf("in a box of an inch: %d %% %t, cut by %d %%", percent, ok, f.Cut())
	}
	f, percent, ok = s.Fit(2*page.In, 9*page.In/10, 100)
	if !ok || percent != 90 || f.Cut() < 9 || f.Cut() > 20 {
		t.Errorf("in a low box: %d %% %t, cut by %d %%", percent, ok, f.Cut())
	}
	if _, _, ok = s.Fit(page.In, page.In, 120); ok {
		t.Error("it fits into an inch")
	}
}
