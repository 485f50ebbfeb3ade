package trade

import (
	"slices"
	"strings"
	"testing"
	"time"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/lang"
)

// german returns the configuration of a book in German, of which all is said.
func german(t *testing.T) *config.Config {
	t.Helper()
	l, ok := lang.Find("de")
	if !ok {
		t.Fatal("no German")
	}
	c := &config.Config{Lang: l}
	c.Book = config.Book{Title: "Licht", Publisher: "Verlag", Description: "Sprüche.", Date: time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC), Edition: "2. Auflage",
		Contributors: []config.Contributor{{Name: "Ada", Role: "aut"}, {Name: "Bo", Role: "trl"}}, Subjects: []string{"Licht", "See"}, BISAC: []string{"BUS058000"},
		Thema: []string{"KJS", "VS"}, Series: config.Series{Name: "Hefte", Number: 3}, Rights: "© 2026 Ada"}
	c.Book.ISBN.Print, c.Book.ISBN.Hardcover, c.Book.ISBN.Epub = "111", "222", "333"
	c.Print.Width, c.Print.Height = config.Length(148*65536*72*10/254), config.Length(210*65536*72*10/254)
	c.Trade.Price.Print = []config.Price{{Amount: "14.95", Currency: "EUR"}, {Amount: "16", Currency: "CHF"}}
	c.Trade.Price.Epub = []config.Price{{Amount: "0", Currency: "EUR"}}
	return c
}

func text(facts []Fact) string {
	var out []string
	for _, f := range facts {
		out = append(out, f.Label+": "+strings.Join(f.Values, " | "))
	}
	return strings.Join(out, "\n")
}

func TestFacts(t *testing.T) {
	c := german(t)
	const buying = "Verlag: Verlag\nErscheint: 1.\u00A0März 2026\nPreis: 14,95\u00A0€ / 16\u00A0CHF (broschiert) | 0\u00A0€ (EPUB)\nISBN: 111 (broschiert) | 222 (gebunden) | 333 (EPUB)"
	if got := text(Buying(c)); got != buying {
		t.Errorf("buying:\n%s\nwant\n%s", got, buying)
	}
	const rest = "\nSeiten: 124\nFormat: 148 × 210 mm (5,83 × 8,27 Zoll)\nAuflage: 2. Auflage\nReihe: Hefte 3\nThemen: Licht; See | BISAC: BUS058000 | Thema: KJS, VS\nRechte: © 2026 Ada"
	if got, want := text(Facts(c, 124)), "Übersetzer: Bo\n"+buying+rest; got != want {
		t.Errorf("facts:\n%s\nwant\n%s", got, want)
	}
	c.Review.Price, c.Review.Publication = "18 €", "März 2027"
	if got := text(Buying(c)); !strings.Contains(got, "Preis: 18 €\n") || !strings.Contains(got, "Erscheint: März 2027\n") {
		t.Errorf("what is written for reviewers is not said: %s", got)
	}
	c.Cover.Price = "19 €"
	if got := text(Buying(c)); !strings.Contains(got, "Preis: 19 €\n") {
		t.Errorf("the price on the cover is not said: %s", got)
	}
	bare := &config.Config{Lang: c.Lang}
	if got, want := text(Buying(bare)), "Erscheint: wird noch bekannt gegeben\nPreis: wird noch bekannt gegeben"; got != want {
		t.Errorf("a bare book: %s, want %s", got, want)
	}
}

// TestMissing: each warning goes when what it asks for is there.
func TestMissing(t *testing.T) {
	c := german(t)
	if found := Missing(c); len(found) != 1 || !strings.Contains(found[0].Message, "where to order") {
		t.Errorf("found %v", found)
	}
	c.Review.Contact = []string{"Verlag"}
	if found := Missing(c); len(found) > 0 {
		t.Errorf("found %v", found)
	}
	if found := Missing(&config.Config{Lang: c.Lang}); len(found) != 7 {
		t.Errorf("a bare book lacks %v", found)
	}
	for price, has := range map[*[]config.Price][]config.Price{&c.Trade.Price.Print: c.Trade.Price.Print, &c.Trade.Price.Epub: c.Trade.Price.Epub} {
		c.Trade.Price.Print, c.Trade.Price.Epub = nil, nil
		*price = has
		if found := Missing(c); len(found) > 0 {
			t.Errorf("with %v it lacks %v", has, found)
		}
	}
}

func TestAddress(t *testing.T) {
	for line, want := range map[string]string{
		"": "", "Wharf, 1 Quay": "", "orders@example.org": "mailto:orders@example.org", "https://example.org/a?b=c": "https://example.org/a?b=c",
		"www.example.org": "https://www.example.org", "a@b": "", "@example.org": "", "a@b@c.d": "", "Ada <a@example.org>": "", "javascript:alert(1)": "", "+1 555 0100": "",
	} {
		if got := Address(line); got != want {
			t.Errorf("%q leads to %q, want %q", line, got, want)
		}
	}
}

func TestOrder(t *testing.T) {
	c := german(t)
	c.Review.Contact = []string{"Verlag"}
	if got := Order(c); !slices.Equal(got, c.Review.Contact) {
		t.Errorf("order at %v", got)
	}
	if c.Sheet.Order = []string{"Laden"}; !slices.Equal(Order(c), c.Sheet.Order) {
		t.Errorf("order at %v", Order(c))
	}
}

// TestWords: what is said of the book and of its authors is on its cover, or elsewhere in the book.
func TestWords(t *testing.T) {
	c := german(t)
	paragraph := func(s string) book.Block { return &book.Paragraph{Text: []book.Inline{&book.Text{Value: s}}} }
	words := func(blocks []book.Block) string {
		if len(blocks) == 0 {
			return ""
		}
		return book.PlainText(blocks[0].(*book.Paragraph).Text)
	}
	bk := &book.Book{Back: []*book.Chapter{{Title: []book.Inline{&book.Text{Value: "Dank"}}, Blocks: []book.Block{paragraph("Danke.")}},
		{Title: []book.Inline{&book.Text{Value: c.Lang.Trade.AboutAuthor}}, Blocks: []book.Block{paragraph("Ada schreibt."), paragraph("Viel.")}}}}
	if blurb, bio := words(Blurb(c, bk)), words(Biography(c, bk)); blurb != "Sprüche." || bio != "Ada schreibt." {
		t.Errorf("without a cover: %q, %q", blurb, bio)
	}
	bk.Cover = &book.Cover{Blurb: []book.Block{paragraph("Lies.")}, Bio: []book.Block{paragraph("Ada.")}}
	if blurb, bio := words(Blurb(c, bk)), words(Biography(c, bk)); blurb != "Lies." || bio != "Ada." {
		t.Errorf("with a cover: %q, %q", blurb, bio)
	}
	if c.Book.Description = ""; Blurb(c, &book.Book{}) != nil || Biography(c, &book.Book{}) != nil {
		t.Error("a bare book has a blurb or a biography")
	}
}
