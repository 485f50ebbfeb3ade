package config

import (
	"slices"
	"strings"

	"golang.org/x/text/currency"
	"golang.org/x/text/language"
)

// Trade is what distributors and shops ask of a book beside what it is: [trade] in book.toml.
type Trade struct {
	Imprint   string
	City      string // of publication
	Country   string // of publication, ISO 3166-1; "": not said
	Audience  string // one of Audiences
	Status    string // Active or Forthcoming
	Supplier  string // who delivers it to shops; "": the publisher
	Contact   string // whom to ask about the data, an email address
	Replaces  string // ISBN of the edition that this one takes the place of
	Territory []string
	Price     struct{ Print, Hardcover, Epub []Price }
}

// Price is what a reader pays, in one currency. "0" is free of charge.
type Price struct{ Amount, Currency string }

// Values of [Trade].Status.
const (
	Active      = "active"
	Forthcoming = "forthcoming"
)

// World is the territory of a book that is sold everywhere.
const World = "WORLD"

// tradeAudiences are the values of trade.audience.
var tradeAudiences = []string{"general", "children", "teenage", "education", "higher-education", "professional"}

func tradeRows() []row[Config] {
	return []row[Config]{
		{Key{Path: "trade", Type: Table, Doc: "what distributors and shops ask for, which octavo onix writes for them"}, nil},
		text("trade.imprint", "", "the name under which the publisher publishes it", func(c *Config) *string { return &c.Trade.Imprint }),
		text("trade.city", "", "where it is published", func(c *Config) *string { return &c.Trade.City }),
		{Key{Path: "trade.country", Type: Text, Doc: `the country where it is published, by its two letters, as in "US"`, Form: countryForm},
			func(dec *decoder, c *Config, it item) {
				if s := strings.TrimSpace(it.value.(string)); s == "" || isCountry(s) {
					c.Trade.Country = s
				} else {
					dec.notCountry(it)
				}
			}},
		choice("trade.audience", "for whom it is", func(c *Config) *string { return &c.Trade.Audience }, tradeAudiences...),
		choice("trade.status", "it can be bought, or it comes out on the date of the book",
			func(c *Config) *string { return &c.Trade.Status }, Active, Forthcoming),
		text("trade.supplier", "the publisher", "who delivers it to shops", func(c *Config) *string { return &c.Trade.Supplier }),
		email("trade.contact", "whom to ask about the data, an email address; without it, the first one of [review] contact, of [sheet] order or of [epub]", func(c *Config) *string { return &c.Trade.Contact }),
		{Key{Path: "trade.replaces", Type: Text, Doc: "ISBN of the edition that this one takes the place of", Form: isbnForm},
			func(dec *decoder, c *Config, it item) { dec.isbn(&c.Trade.Replaces, it) }},
		{Key{Path: "trade.territory", Type: Texts, Default: "not said",
			Doc: `where it may be sold, countries by their two letters or ["WORLD"], because the publisher alone has the rights there`, Form: &territoryForm},
			func(dec *decoder, c *Config, it item) { c.Trade.Territory = dec.territory(it) }},
		{Key{Path: "trade.price", Type: Table, Doc: "what readers pay, for each form of the book; write it here or under [cover], once: what the other tables do not say is taken from here, and what contradicts it is a warning"}, nil},
		prices("trade.price.print", "of the printed book", "that of [cover] or of [review]", func(c *Config) *[]Price { return &c.Trade.Price.Print }),
		prices("trade.price.hardcover", "of the hardcover", "that of [cover], where the cover is the hardcover's", func(c *Config) *[]Price { return &c.Trade.Price.Hardcover }),
		prices("trade.price.epub", "of the EPUB", "that of [review], where there is no printed book", func(c *Config) *[]Price { return &c.Trade.Price.Epub }),
	}
}

// prices returns a key for prices in one or several currencies.
func prices(path, of, def string, field func(*Config) *[]Price) row[Config] {
	return row[Config]{Key{Path: path, Type: TextOrTexts, Default: def, Doc: of + `, each with its currency: ["14.95 USD", "12.99 EUR"]; "0 USD" is free of charge`, Form: &priceForm},
		func(dec *decoder, c *Config, it item) {
			var out []Price
			for _, one := range it.value.([]item) {
				p, ok := dec.price(one)
				if !ok {
					continue
				}
				if slices.ContainsFunc(out, func(other Price) bool { return other.Currency == p.Currency }) {
					dec.wrong(one, "is a second price in %s", p.Currency).Note("keep one of the two")
					continue
				}
				out = append(out, p)
			}
			*field(c) = out
		}}
}

// The forms of strings about the trade. Which currencies and countries there are is for the tables of these.
var (
	priceForm     = shaped(amountExpr + `[ \t]+[A-Za-z]{3}|[A-Za-z]{3}[ \t]+` + amountExpr)
	countryForm   = shaped(`[A-Z]{2}`).optional()
	territoryForm = shaped(World + `|[A-Z]{2}`)

	// An address as people have them: RFC 5322, section 3.4.1, without comments and quoted parts.
	emailForm = shaped(`[^\x00-\x20\x7f-\x9f@<>,;:"()[\]\\]{1,64}@[^\x00-\x20\x7f-\x9f@<>,;:"()[\]\\.]+(?:\.[^\x00-\x20\x7f-\x9f@<>,;:"()[\]\\.]+)+`).optional()
)

const amountExpr = `[0-9]{1,7}(?:[.,][0-9]{1,3})?`

// price reads an amount with its currency, on either side of it.
func (dec *decoder) price(it item) (Price, bool) {
	words := strings.Fields(it.value.(string))
	if !priceForm.Admits(it.value.(string)) {
		dec.wrong(it, "must be an amount and a currency, not %q", it.value).Note(`write "14.95 USD"`)
		return Price{}, false
	}
	if words[0][0] > '9' {
		words[0], words[1] = words[1], words[0]
	}
	unit, err := currency.ParseISO(words[1])
	if err != nil {
		dec.wrong(it, "has no currency %q", words[1]).Note(`write its three letters, as in "14.95 USD" or "12.99 EUR"`)
		return Price{}, false
	}
	amount := strings.ReplaceAll(words[0], ",", ".")
	if strings.Trim(amount, "0.") == "" {
		amount = "0"
	}
	return Price{amount, unit.String()}, true
}

// isCountry reports whether a text is the code of a country in capital letters.
func isCountry(s string) bool {
	r, err := language.ParseRegion(s)
	return err == nil && r.IsCountry() && r.Canonicalize().String() == s
}

func (dec *decoder) notCountry(it item) {
	s := it.value.(string)
	d := dec.wrong(it, "must be the two letters of a country, not %q", s)
	if upper := strings.ToUpper(strings.TrimSpace(s)); isCountry(upper) {
		d.Note("write %q", upper)
	} else if upper == "UK" {
		d.Note(`the United Kingdom is "GB"`)
	} else {
		d.Note(`the United States are "US", Germany is "DE": the codes are those of ISO 3166`)
	}
}

// territory returns countries, or the world.
func (dec *decoder) territory(it item) (out []string) {
	for _, one := range it.value.([]item) {
		switch s, ok := dec.filled(one); {
		case !ok || slices.Contains(out, s):
		case s == World || isCountry(s):
			out = append(out, s)
		case strings.EqualFold(s, World):
			dec.wrong(one, "must be in capitals").Note("write %q", World)
		default:
			dec.notCountry(one)
		}
	}
	if slices.Contains(out, World) && len(out) > 1 {
		dec.wrong(it, "names countries beside the whole world").Note("write one or the other")
		return nil
	}
	return out
}

// email returns a key for an address that people write to.
func email(path, doc string, field func(*Config) *string) row[Config] {
	return row[Config]{Key{Path: path, Type: Text, Doc: doc, Form: emailForm}, func(dec *decoder, c *Config, it item) {
		if s := strings.TrimSpace(it.value.(string)); emailForm.Admits(s) {
			*field(c) = s
		} else {
			dec.wrong(it, "must be an email address, not %q", it.value).Note(`write it alone, as in "access@example.com"`)
		}
	}}
}
