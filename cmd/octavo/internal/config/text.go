package config

import (
	"fmt"
	"strings"
)

// Typesetting says how the text of the book is set, whatever its style.
type Typesetting struct {
	Math   bool   // dollar signs stand around formulas
	Quotes string // the name of one of the quotation marks that the language has; "": those that it has first
}

// textRows are the rows of [text].
func textRows() []row[Config] {
	return []row[Config]{
		{Key{Path: "text", Type: Table, Doc: "how the text is set, whatever the style"}, nil},
		truth("text.math", "false", "dollar signs stand around formulas in TeX's notation: $a^2$, and $$…$$ for one in lines of its own",
			func(c *Config) *bool { return &c.Text.Math }),
		text("text.quotes", "those that the language has first",
			`the quotation marks that straight ones become: the name of one of those that publishers of the book's language use, such as "guillemets", or "single" in English, where double ones become single and single ones within them double`,
			func(c *Config) *string { return &c.Text.Quotes }),
	}
}

// completeText gives the language of the book the quotation marks that book.toml names.
func (dec *decoder) completeText(c *Config) {
	if c.Text.Quotes == "" {
		return
	}
	if quotes, ok := c.Lang.Quotes.Choose(c.Text.Quotes); ok {
		c.Lang.Quotes = quotes
		return
	}
	var known []string
	for _, o := range c.Lang.Quotes.Others {
		known = append(known, fmt.Sprintf("%q (%s%s and %s%s)", o.Name, o.Outer.Open, o.Outer.Close, o.Inner.Open, o.Inner.Close))
	}
	d := dec.wrong(item{path: "text.quotes"}, "names no quotation marks of the language %q: %q", c.Book.Language, c.Text.Quotes)
	if len(known) == 0 {
		d.Note("delete it: the language has %s%s and %s%s alone", c.Lang.Quotes.Outer.Open, c.Lang.Quotes.Outer.Close,
			c.Lang.Quotes.Inner.Open, c.Lang.Quotes.Inner.Close)
		return
	}
	d.Note("the language has %s; without this key, %s%s and %s%s", strings.Join(known, ", "), c.Lang.Quotes.Outer.Open, c.Lang.Quotes.Outer.Close,
		c.Lang.Quotes.Inner.Open, c.Lang.Quotes.Inner.Close)
	c.Text.Quotes = ""
}
