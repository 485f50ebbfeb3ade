package config

// TradeSheet holds what who sells the book must know beyond the data of [book] and [review].
type TradeSheet struct {
	Order []string // where the book is to be had, line by line; none: the contact of [review]
}

func sheetRows() []row[Config] {
	return []row[Config]{
		{Key{Path: "sheet", Type: Table, Doc: "what who sells the book must know; its price, its date and its contact are those of [review]"}, nil},
		{Key{Path: "sheet.order", Type: Texts, Default: "the contact of [review]",
			Doc: "where the book is to be had, line by line, for the last page of a sampler; addresses of the web and of mail become links", Form: filledForm},
			func(dec *decoder, c *Config, it item) { c.Sheet.Order = dec.lines(it) }},
	}
}
