package config

import (
	"slices"
	"strings"
)

// printedForm returns the field and the key of [trade.price] for the form of the book whose price the cover and the data page give: the
// hardcover if the cover is that of one that has an ISBN of its own, the EPUB of a book that is nothing else, and otherwise the printed
// book.
func (c *Config) printedForm() (*[]Price, string) {
	isbn, price := &c.Book.ISBN, &c.Trade.Price
	switch {
	case c.CoverForm() == "hardcover":
		return &price.Hardcover, "trade.price.hardcover"
	case !c.Cover.Set && isbn.Epub != "" && isbn.Print == "" && isbn.Hardcover == "" && len(price.Print) == 0:
		return &price.Epub, "trade.price.epub"
	}
	return &price.Print, "trade.price.print"
}

// CoverForm returns the form of the book that the cover is for, as [book.isbn] and [trade.price] call it: "hardcover" if the binding has
// boards and the hardcover has an ISBN of its own, otherwise "print".
func (c *Config) CoverForm() string {
	if c.Cover.Set && c.Cover.Binding != Paperback && c.Book.ISBN.Hardcover != "" {
		return "hardcover"
	}
	return "print"
}

// CoverISBN returns the ISBN of the book that the cover is for, and its key in book.toml.
func (c *Config) CoverISBN() (isbn, key string) {
	if c.CoverForm() == "hardcover" {
		return c.Book.ISBN.Hardcover, "book.isbn.hardcover"
	}
	return c.Book.ISBN.Print, "book.isbn.print"
}

// completePrices makes one price of [trade.price], [cover] price and [review] price: each that is not there has that of the others, and
// those that contradict each other are reported. A key that is there with "" has none.
func (dec *decoder) completePrices(c *Config) {
	form, key := c.printedForm()
	has := func(path string) bool { _, ok := c.places[path]; return ok || c.flags[path] != nil }
	cover, review := c.readPrices(c.Cover.Price), c.readPrices(c.Review.Price)

	dec.differing(c, "cover.price", cover, key, *form)
	switch printed := slices.Concat(*form, c.Trade.Price.Print, c.Trade.Price.Hardcover); {
	case len(printed) > 0:
		dec.differing(c, "review.price", review, key, printed)
	default:
		dec.differing(c, "review.price", review, "cover.price", cover)
	}

	if !has(key) && len(*form) == 0 {
		if *form = cover; len(cover) == 0 {
			*form = review
		}
	}
	text := ""
	if len(*form) > 0 {
		text = c.Lang.Money((*form)[0].Amount, (*form)[0].Currency)
	}
	given := c.Cover.Price
	if !has("cover.price") {
		switch {
		case c.Review.Price != "":
			c.Cover.Price = c.Review.Price
		case len(*form) > 0 && (*form)[0].Amount != "0":
			c.Cover.Price, c.tradePriced = text, true
		}
	}
	if !has("review.price") {
		if c.Review.Price = given; given == "" {
			c.Review.Price, c.tradePriced = text, text != ""
		}
	}
}

// PricedByTrade reports whether the price on the cover or on the data page is one of [trade.price], because the author wrote no other.
func (c *Config) PricedByTrade() bool { return c.tradePriced }

// differing reports prices at a key that are others than those at another key, in the same currency.
func (dec *decoder) differing(c *Config, path string, prices []Price, other string, others []Price) {
	for _, p := range prices {
		var same []string
		for _, q := range others {
			if q.Currency == p.Currency {
				if sameAmount(p.Amount, q.Amount) {
					same = nil
					break
				}
				same = append(same, q.Amount+" "+q.Currency)
			}
		}
		if len(same) == 0 {
			continue
		}
		pos, end := c.Value(path)
		dec.list.Warnf("price-differs", pos, "%s is %s %s, and %s is %s", path, p.Amount, p.Currency, other, strings.Join(slices.Compact(same), " or ")).To(end).
			Note("correct one of the two, or delete %s: without it, it is what %s says", path, other)
	}
}

// ContactLines returns whom to ask about the book, line by line: [review] contact, or else the publisher and the address of [trade] contact.
func (c *Config) ContactLines() []string {
	if len(c.Review.Contact) > 0 {
		return c.Review.Contact
	}
	if _, none := c.places["review.contact"]; none || c.Trade.Contact == "" {
		return nil
	}
	return notEmpty(c.Book.Publisher, c.Trade.Contact)
}

// OrderLines returns where the book is to be had, line by line: [sheet] order, or else the supplier of [trade] and whom to ask.
func (c *Config) OrderLines() []string {
	if len(c.Sheet.Order) > 0 {
		return c.Sheet.Order
	}
	return append(notEmpty(c.Trade.Supplier), c.ContactLines()...)
}

func notEmpty(lines ...string) []string {
	return slices.DeleteFunc(lines, func(s string) bool { return s == "" })
}

// DataContact returns the email address of whom to ask about the book's data: [trade] contact, or else the first address among the lines of
// [review] contact and of [sheet] order, or that of [epub]; "" if there is none.
func (c *Config) DataContact() string {
	if _, ok := c.places["trade.contact"]; ok || c.Trade.Contact != "" {
		return c.Trade.Contact
	}
	for _, line := range slices.Concat(c.Review.Contact, c.Sheet.Order) {
		for word := range strings.FieldsSeq(line) {
			if word = strings.Trim(word, "<>()[],;:."); word != "" && emailForm.Admits(word) {
				return word
			}
		}
	}
	return c.Epub.Contact
}
