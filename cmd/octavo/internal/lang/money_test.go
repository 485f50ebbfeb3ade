package lang

import "testing"

func TestMoney(t *testing.T) {
	for _, c := range []struct{ tag, amount, currency, want string }{
		{"en-US", "14.95", "USD", "$14.95"}, {"en-US", "12.99", "GBP", "£12.99"}, {"en-US", "20", "CHF", "CHF\u00A020"},
		{"en-CA", "24", "CAD", "$24"}, {"en-CA", "18", "USD", "US$18"}, {"en-US", "24", "CAD", "CA$24"}, {"en-GB", "9.99", "GBP", "£9.99"},
		{"de", "18.00", "EUR", "18,00\u00A0€"}, {"de-AT", "18.50", "EUR", "€\u00A018,50"}, {"de-CH", "25.00", "CHF", "CHF\u00A025.00"},
		{"fr", "18.50", "EUR", "18,50\u00A0€"}, {"nl", "12.50", "EUR", "€\u00A012,50"}, {"pt-BR", "49.90", "BRL", "R$\u00A049,90"},
		{"pt-PT", "15.00", "EUR", "15,00\u00A0€"}, {"tr", "120", "TRY", "₺120"}, {"sv", "149", "SEK", "149\u00A0SEK"}, {"pl", "39.90", "PLN", "39,90\u00A0zł"},
	} {
		l, ok := Find(c.tag)
		if !ok {
			t.Fatalf("no language %s", c.tag)
		}
		if got := l.Money(c.amount, c.currency); got != c.want {
			t.Errorf("%s: %s %s is %q, want %q", c.tag, c.amount, c.currency, got, c.want)
		}
	}
}

func TestDollar(t *testing.T) {
	for _, c := range [][3]string{{"en-US", "", "USD"}, {"en-CA", "", "CAD"}, {"en-AU", "US", "USD"}, {"de", "", "USD"}, {"en-US", "CA", "CAD"}, {"en", "DE", "USD"}} {
		l, _ := Find(c[0])
		if got := l.Dollar(c[1]); got != c[2] {
			t.Errorf("in %s and %q, $ is %s, want %s", c[0], c[1], got, c[2])
		}
	}
}
