package config

// TradeSheet holds what the sheet for booksellers and reviewers has beyond the data of [book] and [review].
type TradeSheet struct {
	Paper string   // Auto, "letter" or "a4"
	Order []string // where the book is to be had, line by line; none: the contact of [review]
	Quote string   // the id of the entry that is quoted; "": octavo chooses one
	Page  string   // the folio of a page that the sheet shows; "": octavo chooses one
}

func sheetRows() []row[Config] {
	return []row[Config]{
		{Key{Path: "sheet", Type: Table, Doc: "what the sheet for booksellers and reviewers says; its price, its date and its contact are those of [review]"}, nil},
		{Key{Path: "sheet.order", Type: Texts, Form: filledForm, Default: "the supplier of [trade] and the contact of [review]",
			Doc: "where the book is to be had, line by line, as the last page of a sampler says it, too; addresses of the web and of mail become links"},
			func(dec *decoder, c *Config, it item) { c.Sheet.Order = dec.lines(it) }},
		text("sheet.quote", "a short one", "the id of the entry that is quoted", func(c *Config) *string { return &c.Sheet.Quote }),
		text("sheet.page", "one with many entries", "the folio of a page that is shown, with the page that it faces", func(c *Config) *string { return &c.Sheet.Page }),
		choice("sheet.paper", "the paper, auto is that of the book's language", func(c *Config) *string { return &c.Sheet.Paper }, Auto, "letter", "a4"),
	}
}
