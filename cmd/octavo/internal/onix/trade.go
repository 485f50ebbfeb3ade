package onix

import (
	"cmp"

	"octavo/cmd/octavo/internal/config"
)

// tradeDescription writes what a form is: block 1.
func (w *writer) tradeDescription(m *Message, form Form) {
	b, facts := &m.Config.Book, &m.Facts
	w.put("ProductComposition", "00")
	w.form(m.Config, form)
	if form == EPUB {
		w.feature("15", "101F", "") // list 220: EPUB 3.3
		w.feature("12", "00", "")   // list 143: nothing in it flashes, moves or sounds
		w.access(facts.Access)
	}
	w.put("PrimaryContentType", "10") // list 81: text
	if form != EPUB {
		w.measures(m.Config, form)
	}
	w.title(m.Config)
	w.contributors(b, facts.Origin)
	w.edition(b, facts.Language)
	if form == EPUB {
		w.extent("08", facts.ContentPages, "03") // of the printed book
	} else {
		w.extent("00", facts.MainPages, "03")
		w.extent("11", facts.ContentPages, "03")
		w.extent("06", facts.AllPages, "03")
	}
	w.extent("02", facts.Words, "02")
	illustrated := "01" // list 152: no
	if facts.Pictures > 0 {
		illustrated = "02"
	}
	w.put("Illustrated", illustrated)
	if facts.Pictures > 0 {
		w.put("NumberOfIllustrations", itoa(facts.Pictures))
	}
	w.subjects(b)
	w.in("Audience", func() {
		w.put("AudienceCodeType", "01")
		w.put("AudienceCodeValue", audience(m.Config.Trade.Audience))
	})
}

// form writes the form by lists 150 and 175.
func (w *writer) form(c *config.Config, form Form) {
	switch {
	case form == EPUB:
		w.put("ProductForm", "ED")         // downloaded
		w.put("ProductFormDetail", "E101") // EPUB …
		w.put("ProductFormDetail", "E200") // … whose lines are set anew
	case !cased(c, form):
		w.put("ProductForm", "BC")
	default:
		w.put("ProductForm", "BB")
		if c.Cover.Set && c.Cover.Binding == config.Jacket {
			w.put("ProductFormDetail", "B502") // with printed dust jacket
		}
	}
}

// cased reports whether a printed form has boards: a hardcover, or the printed book if it is bound so and there is no hardcover beside it.
func cased(c *config.Config, form Form) bool {
	return form == Hardcover || c.Cover.Set && c.Cover.Binding != config.Paperback && c.Book.ISBN.Hardcover == ""
}

// measures writes the size of the pages in millimetres. A paperback is as large as they are; boards stand over.
func (w *writer) measures(c *config.Config, form Form) {
	height, width := "01", "02" // list 48
	if cased(c, form) {
		height, width = "04", "05" // of the trimmed page
	}
	for _, one := range []struct {
		kind   string
		length config.Length
	}{{height, c.Print.Height}, {width, c.Print.Width}} {
		w.in("Measure", func() {
			w.put("MeasureType", one.kind)
			w.put("Measurement", config.Mm(one.length))
			w.put("MeasureUnitCode", "mm")
		})
	}
}

// audience returns a value of trade.audience in list 28.
func audience(name string) string {
	switch name {
	case "children":
		return "02"
	case "teenage":
		return "03"
	case "education":
		return "04"
	case "higher-education":
		return "05"
	case "professional":
		return "06"
	}
	return "01" // general
}

// tradePublishing writes who publishes it, where and when, and where it may be sold: block 4.
func (w *writer) tradePublishing(c *config.Config, form Form) {
	b, t := &c.Book, &c.Trade
	if clean(t.Imprint) != "" {
		w.in("Imprint", func() { w.put("ImprintName", t.Imprint) })
	}
	w.publisher(b)
	w.put("CityOfPublication", t.City)
	w.put("CountryOfPublication", t.Country)
	if form == EPUB && c.Epub.Contact != "" {
		w.in("ProductContact", func() {
			w.put("ProductContactRole", "01") // list 198: about accessibility
			w.put("ProductContactName", sender(b))
			w.put("EmailAddress", c.Epub.Contact)
		})
	}
	status := "04" // list 64: active
	if t.Status == config.Forthcoming {
		status = "02"
	}
	w.put("PublishingStatus", status)
	w.published(b)
	if len(t.Territory) > 0 {
		w.in("SalesRights", func() {
			w.put("SalesRightsType", "01") // list 46: by exclusive rights
			w.in("Territory", func() { w.territory(t.Territory) })
		})
	}
}

// publisher writes who publishes it, which a record must say: the author of a book that names nobody.
func (w *writer) publisher(b *config.Book) {
	w.in("Publisher", func() {
		w.put("PublishingRole", "01")
		w.put("PublisherName", sender(b))
	})
}

func (w *writer) published(b *config.Book) {
	if b.Dated() {
		w.in("PublishingDate", func() {
			w.put("PublishingDateRole", "01")
			w.put("Date", date(b.Date.UTC()))
		})
	}
}

func (w *writer) territory(where []string) {
	if where[0] == config.World {
		w.put("RegionsIncluded", config.World)
		return
	}
	countries := where[0]
	for _, c := range where[1:] {
		countries += " " + c
	}
	w.put("CountriesIncluded", countries)
}

// supply writes who delivers it and what it costs: block 6; nothing where no price is known.
func (w *writer) supply(c *config.Config, form Form) {
	prices := Prices(&c.Trade, form)
	if len(prices) == 0 {
		return
	}
	role := "01" // list 93: the publisher, to resellers
	if clean(c.Trade.Supplier) != "" {
		role = "06" // the publisher's distributor
	}
	available := "20" // list 65
	if c.Trade.Status == config.Forthcoming {
		available = "10"
	}
	w.in("ProductSupply", func() {
		w.in("SupplyDetail", func() {
			w.in("Supplier", func() {
				w.put("SupplierRole", role)
				w.put("SupplierName", cmp.Or(clean(c.Trade.Supplier), sender(&c.Book)))
			})
			w.put("ProductAvailability", available)
			if c.Trade.Status == config.Forthcoming && c.Book.Dated() {
				w.in("SupplyDate", func() {
					w.put("SupplyDateRole", "08") // list 166: expected, which list 65 asks for with code 10
					w.put("Date", date(c.Book.Date.UTC()))
				})
			}
			for _, p := range prices {
				w.in("Price", func() { w.price(p) })
			}
		})
	})
}

func (w *writer) price(p config.Price) {
	kind := "02" // list 58: recommended retail price with tax …
	if p.Currency == "USD" || p.Currency == "CAD" {
		kind = "01" // … and without it, as where it differs by state
	}
	w.put("PriceType", kind)
	if p.Amount == "0" {
		w.put("UnpricedItemType", "01") // list 57: free of charge
	} else {
		w.put("PriceAmount", p.Amount)
	}
	w.put("CurrencyCode", p.Currency)
}
