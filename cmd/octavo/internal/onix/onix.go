// Package onix writes records of a book in ONIX for Books, the format in which publishers tell distributors, libraries and shops what
// they publish (EDItEUR). [Message] is what goes to the trade, with a record for each form of the book; [Embedded] is the record that an
// EPUB carries. Both use reference names. Numbers of lists in comments are those of EDItEUR's code lists, issue 73.
package onix

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/origin"
)

// Release is a version of ONIX for Books.
type Release string

// Releases are the versions that [Message.XML] writes, the one to send first: some receivers take no 3.1 yet.
var Releases = []string{"3.1", "3.0"}

// Form is a form in which a book is sold.
type Form string

// The forms.
const (
	Print     Form = "print" // bound as [cover] says
	Hardcover Form = "hardcover"
	EPUB      Form = "epub"
)

// Forms are the forms in their order in a message.
var Forms = []string{string(Print), string(Hardcover), string(EPUB)}

// Message is a file for the trade.
type Message struct {
	Release Release
	Sent    time.Time
	Config  *config.Config
	Forms   []Form
	Facts   Facts
}

// Facts are what the making of the book tells of it.
type Facts struct {
	MainPages    int // the highest number of a page
	ContentPages int // of the printed book, without the blank ones
	AllPages     int
	Words        int
	Pictures     int            // in the text
	Copy, Bio    string         // what the cover says of the book and of its author
	Language     string         // BCP 47
	Access       []Feature      // of the EPUB
	Origin       *origin.Report // nil: nobody has said anything
}

// Feature is a statement about the accessibility of an EPUB.
type Feature struct {
	Code string // of list 196
	Text string // what belongs to it: a name, an address, a summary; "": nothing
}

// XML returns the message.
func (m *Message) XML() []byte {
	b := &m.Config.Book
	w := &writer{indent: true, depth: 1}
	w.raw(xmlHead + `<ONIXMessage release="` + string(m.Release) + `" xmlns="http://ns.editeur.org/onix/` + string(m.Release) + `/reference">` + "\n")
	w.in("Header", func() {
		w.in("Sender", func() {
			w.put("SenderName", sender(b))
			w.put("EmailAddress", m.Config.DataContact())
		})
		w.put("SentDateTime", date(m.Sent))
	})
	for _, form := range m.Forms {
		w.product(m, form)
	}
	w.raw("</ONIXMessage>\n")
	return w.buf
}

// sender returns who sends a record.
func sender(b *config.Book) string { return cmp.Or(clean(b.Publisher), author(b), clean(b.Title)) }

func date(t time.Time) string { return t.Format("20060102") }

// product writes the record of a form: blocks 1, 2, 4, 5 and 6 of the standard.
func (w *writer) product(m *Message, form Form) {
	b, trade := &m.Config.Book, &m.Config.Trade
	w.in("Product", func() {
		w.put("RecordReference", reference(b, form))
		notification := "03" // list 1: confirmed on publication
		if trade.Status == config.Forthcoming {
			notification = "02" // in advance
		}
		w.put("NotificationType", notification)
		w.tradeIdentifiers(m.Config, form)
		w.in("DescriptiveDetail", func() { w.tradeDescription(m, form) })
		w.collateral(b, &m.Facts)
		w.in("PublishingDetail", func() { w.tradePublishing(m.Config, form) })
		w.related(m.Config, form)
		w.supply(m.Config, form)
	})
}

// reference returns the name of the record of a form, which stays the same as long as the book has its identifier.
func reference(b *config.Book, form Form) string {
	if form == EPUB {
		return b.Identifier
	}
	return b.Identifier + ":" + string(form)
}

// collateral writes what shops print about a book, by list 153.
func (w *writer) collateral(b *config.Book, facts *Facts) {
	texts := [][2]string{{"03", b.Description}, {"05", facts.Copy}, {"12", facts.Bio}} // description, words of the cover, about the author
	texts = slices.DeleteFunc(texts, func(t [2]string) bool { return clean(t[1]) == "" })
	if len(texts) == 0 {
		return
	}
	w.in("CollateralDetail", func() {
		for _, t := range texts {
			w.in("TextContent", func() {
				w.put("TextType", t[0])
				w.put("ContentAudience", "00")
				w.put("Text", t[1])
			})
		}
	})
}

// ISBN returns the ISBN of a form, "" for one that has none.
func ISBN(b *config.Book, form Form) string {
	switch form {
	case Print:
		return b.ISBN.Print
	case Hardcover:
		return b.ISBN.Hardcover
	}
	return b.ISBN.Epub
}

// Prices returns the prices of a form.
func Prices(t *config.Trade, form Form) []config.Price {
	switch form {
	case Print:
		return t.Price.Print
	case Hardcover:
		return t.Price.Hardcover
	}
	return t.Price.Epub
}

// Sold returns the forms in which a book is sold: those that have an ISBN or a price, or, for want of any, its EPUB.
func Sold(c *config.Config) (out []Form) {
	for _, name := range Forms {
		if form := Form(name); ISBN(&c.Book, form) != "" || len(Prices(&c.Trade, form)) > 0 {
			out = append(out, form)
		}
	}
	if out == nil {
		return []Form{EPUB}
	}
	return out
}

// Lacking returns what a shop would miss in the record of a form, each with the key of book.toml that gives it.
func Lacking(c *config.Config, form Form) (out []Lack) {
	b := &c.Book
	isbn, price := string(form), Prices(&c.Trade, form)
	for _, l := range []struct {
		there bool
		Lack
	}{
		{ISBN(b, form) != "", Lack{"no ISBN", "write " + isbn + ` = "978…" under [book.isbn]`}},
		{len(price) > 0, Lack{"no price", "write " + isbn + ` = "14.95 USD" under [trade.price]`}},
		{b.Dated(), Lack{"no date of publication", "write date = 2026-10-01 under [book]"}},
		{clean(b.Publisher) != "", Lack{"no publisher", "write publisher under [book]"}},
		{clean(b.Description) != "", Lack{"no description", "write description under [book]"}},
		{len(b.BISAC)+len(b.Thema) > 0, Lack{"no subject codes", `write bisac = ["BUS058000"] or thema = ["KJS"] under [book]`}},
		{len(c.Trade.Territory) > 0, Lack{"no territory", `write territory = ["WORLD"] under [trade], or the countries where it may be sold`}},
	} {
		if !l.there {
			out = append(out, l.Lack)
		}
	}
	return out
}

// Name returns what a form is called in a message.
func (f Form) Name() string {
	switch f {
	case Print:
		return "printed book"
	case EPUB:
		return "EPUB"
	}
	return string(f)
}

// Lack is something that a record does not have, and what gives it to it.
type Lack struct{ What, Advice string }

// author returns the first contributor.
func author(b *config.Book) string {
	for _, c := range b.Contributors {
		if name := clean(c.Name); name != "" {
			return name
		}
	}
	return ""
}

// bare returns an ISBN without hyphens.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '0' && r <= '9', r == 'X':
			return r
		case r == 'x':
			return 'X'
		}
		return -1
	}, s)
}
