package config

import (
	"reflect"
	"strings"
	"testing"
)

// What one table says of the price is what the others say; [cover] alone, [review] alone and [trade.price] alone are enough.
func TestPrices(t *testing.T) {
	for _, c := range []struct {
		name, lang, text    string
		cover, review       string
		print, boards, epub string
		warning             string
	}{
		{name: "cover", text: "[cover]\nprice = \"$18.00\"", cover: "$18.00", review: "$18.00", print: "18.00 USD"},
		{name: "review", text: "[review]\nprice = \"£ 9.99\"", cover: "£ 9.99", review: "£ 9.99", print: "9.99 GBP"},
		{name: "trade", text: "[trade.price]\nprint = [\"14.95 USD\", \"12.99 EUR\"]", cover: "$14.95", review: "$14.95", print: "14.95 USD, 12.99 EUR"},
		{name: "German", lang: "de", text: "[trade.price]\nprint = \"18,00 EUR\"", cover: "18,00\u00A0€", review: "18,00\u00A0€", print: "18.00 EUR"},
		{name: "Austria", lang: "de", text: "[cover]\nprice = \"18,00 € (D) / 18,50 € (A) / CHF 25.00\"", cover: "18,00 € (D) / 18,50 € (A) / CHF 25.00",
			review: "18,00 € (D) / 18,50 € (A) / CHF 25.00", print: "18.00 EUR, 25.00 CHF"},
		{name: "no price on the cover", text: "[cover]\nprice = \"\"\n[trade.price]\nprint = \"9 USD\"", review: "$9", print: "9 USD"},
		{name: "two dollars", text: "[cover]\nprice = \"$18.00 CAN $24.00\"", cover: "$18.00 CAN $24.00", review: "$18.00 CAN $24.00", print: "18.00 USD, 24.00 CAD"},
		{name: "a Canadian publisher", text: "[trade]\ncountry = \"CA\"\n[cover]\nprice = \"$24\"", cover: "$24", review: "$24", print: "24 CAD"},
		{name: "thousands", lang: "de", text: "[cover]\nprice = \"EUR 1.250,00\"", cover: "EUR 1.250,00", review: "EUR 1.250,00", print: "1250.00 EUR"},
		{name: "crowns", lang: "sv", text: "[cover]\nprice = \"149 kr\"", cover: "149 kr", review: "149 kr", print: "149 SEK"},
		{name: "no currency", text: "[cover]\nprice = \"18\"", cover: "18", review: "18"},
		{name: "hardcover", text: "[book.isbn]\nprint = \"0-306-40615-2\"\nhardcover = \"978-3-16-148410-0\"\n[cover]\nbinding = \"jacket\"\nprice = \"$30\"",
			cover: "$30", review: "$30", boards: "30 USD"},
		{name: "EPUB alone", text: "[book.isbn]\nepub = \"0-306-40615-2\"\n[review]\nprice = \"$5\"", cover: "$5", review: "$5", epub: "5 USD"},
		{name: "free", text: "[trade.price]\nprint = \"0 USD\"", review: "$0", print: "0 USD"},
		{name: "the same", text: "[cover]\nprice = \"$18\"\n[review]\nprice = \"US$ 18.00\"\n[trade.price]\nprint = \"18.00 USD\"", cover: "$18", review: "US$ 18.00", print: "18.00 USD"},
		{name: "another currency", text: "[cover]\nprice = \"$18\"\n[trade.price]\nprint = \"12 GBP\"", cover: "$18", review: "$18", print: "12 GBP"},
		{name: "contradicting trade", text: "[cover]\nprice = \"$18\"\n[trade.price]\nprint = \"16 USD\"", cover: "$18", review: "$18", print: "16 USD",
			warning: "book.toml:6:9 price-differs: cover.price is 18 USD, and trade.price.print is 16 USD"},
		{name: "contradicting cover", text: "[cover]\nprice = \"$18\"\n[review]\nprice = \"$20.00\"", cover: "$18", review: "$20.00", print: "18 USD",
			warning: "book.toml:8:9 price-differs: review.price is 20.00 USD, and cover.price is 18 USD"},
	} {
		if c.lang == "" {
			c.lang = "en-US"
		}
		cfg, l := load(t, "[book]\ntitle = \"T\"\nauthors = [\"A\"]\nlanguage = \""+c.lang+"\"\n"+c.text+"\n")
		if got := strings.Join(lines(l), "\n"); got != c.warning {
			t.Errorf("%s: warning %q, want %q", c.name, got, c.warning)
		}
		p := &cfg.Trade.Price
		got := []string{cfg.Cover.Price, cfg.Review.Price, priceList(p.Print), priceList(p.Hardcover), priceList(p.Epub)}
		if want := []string{c.cover, c.review, c.print, c.boards, c.epub}; !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %q, want %q", c.name, got, want)
		}
	}
}

func priceList(prices []Price) string {
	var out []string
	for _, p := range prices {
		out = append(out, p.Amount+" "+p.Currency)
	}
	return strings.Join(out, ", ")
}

// An address is written once.
func TestContacts(t *testing.T) {
	for _, c := range []struct{ text, contact, order, data string }{
		{"", "", "", ""},
		{"[review]\ncontact = [\"The Press\", \"Wharf 1\", \"Mail: <ask@example.org>\"]", "The Press|Wharf 1|Mail: <ask@example.org>", "The Press|Wharf 1|Mail: <ask@example.org>", "ask@example.org"},
		{"[trade]\nsupplier = \"Big Books\"\ncontact = \"data@example.org\"", "P|data@example.org", "Big Books|P|data@example.org", "data@example.org"},
		{"[sheet]\norder = [\"The Wharf\", \"orders@example.org\"]", "", "The Wharf|orders@example.org", "orders@example.org"},
		{"[epub]\na11y_contact = \"access@example.org\"", "", "", "access@example.org"},
		{"[trade]\ncontact = \"\"\n[epub]\na11y_contact = \"access@example.org\"", "", "", ""},
	} {
		cfg, l := load(t, "[book]\ntitle = \"T\"\nauthors = [\"A\"]\npublisher = \"P\"\n"+c.text+"\n")
		if len(l) > 0 {
			t.Fatal(lines(l))
		}
		got := []string{strings.Join(cfg.ContactLines(), "|"), strings.Join(cfg.OrderLines(), "|"), cfg.DataContact()}
		if want := []string{c.contact, c.order, c.data}; !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %q, want %q", c.text, got, want)
		}
	}
}

// The cover has the number of the book that it is around.
func TestCoverISBN(t *testing.T) {
	const both = "[book.isbn]\nprint = \"0-306-40615-2\"\nhardcover = \"978-3-16-148410-0\"\n"
	for text, want := range map[string]string{
		both + "[cover]\n":                        "0-306-40615-2",
		both + "[cover]\nbinding = \"hardcover\"": "978-3-16-148410-0",
		"[book.isbn]\nprint = \"0-306-40615-2\"\n[cover]\nbinding = \"jacket\"": "0-306-40615-2",
	} {
		cfg, _ := load(t, "[book]\ntitle = \"T\"\nauthors = [\"A\"]\n"+text+"\n")
		if got, _ := cfg.CoverISBN(); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}
