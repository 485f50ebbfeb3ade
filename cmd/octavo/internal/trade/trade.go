// Package trade gathers what shops, libraries and reviewers want to know of a book: [Facts], and [Order], where it is to be had. [Missing]
// says what book.toml leaves out of it.
package trade

import (
	"cmp"
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/page"
)

// Fact is something about a book, with what it is called in the book's language.
type Fact struct {
	Label  string
	Values []string // one at least, each a line
}

// facts are those of a book in a language.
type facts struct {
	cfg *config.Config
	all []Fact
}

// add adds a fact, unless all its values are empty.
func (f *facts) add(label string, values ...string) {
	var some []string
	for _, v := range values {
		if v != "" {
			some = append(some, v)
		}
	}
	if len(some) > 0 {
		f.all = append(f.all, Fact{f.cfg.Lang.Capital(label), some})
	}
}

// Buying returns what who wants to buy the book must know.
func Buying(cfg *config.Config) []Fact {
	f := &facts{cfg: cfg}
	f.buying()
	return f.all
}

func (f *facts) buying() {
	b, r, w := &f.cfg.Book, &f.cfg.Review, &f.cfg.Lang.Review
	f.add(w.Publisher, b.Publisher)
	f.add(w.Publication, cmp.Or(r.Publication, date(f.cfg), w.ToCome))
	f.add(w.Price, prices(f.cfg)...)
	var numbers []string
	for _, n := range f.cfg.ISBNs() {
		numbers = append(numbers, n.String())
	}
	f.add(w.ISBN, numbers...)
}

// Facts returns the data of a book that has so many pages in print.
func Facts(cfg *config.Config, pages int) []Fact {
	f, b, w, l := &facts{cfg: cfg}, &cfg.Book, &cfg.Lang.Review, cfg.Lang
	for _, c := range b.Contributors {
		if c.Role != "aut" {
			f.add(l.Makers.Role(c.Role), c.Name)
		}
	}
	f.buying()
	f.add(w.Pages, strconv.Itoa(pages))
	f.add(w.Trim, trim(cfg))
	f.add(w.Edition, b.Edition)
	if b.Series.Name != "" {
		name := b.Series.Name
		if b.Series.Number > 0 {
			name += " " + l.Figure(b.Series.Number)
		}
		f.add(l.Trade.Series, name)
	}
	f.add(w.Subjects, strings.Join(b.Subjects, "; "), codes("BISAC", b.BISAC), codes("Thema", b.Thema))
	f.add(l.Trade.Rights, b.Rights)
	return f.all
}

// prices returns what readers pay, a line for each form of the book: the price on the cover, or the one for reviewers, or those for shops.
func prices(cfg *config.Config) []string {
	w, p := &cfg.Lang.Review, &cfg.Trade.Price
	if one := cmp.Or(cfg.Cover.Price, cfg.Review.Price); one != "" && !cfg.PricedByTrade() {
		return []string{one}
	}
	var out []string
	for _, form := range []struct {
		prices []config.Price
		name   string
	}{{p.Print, cfg.PrintWord()}, {p.Hardcover, w.AsHardcover}, {p.Epub, w.AsEPUB}} {
		var all []string
		for _, one := range form.prices {
			all = append(all, cfg.Lang.Money(one.Amount, one.Currency))
		}
		if len(all) > 0 {
			out = append(out, strings.Join(all, " / ")+" ("+form.name+")")
		}
	}
	if out == nil {
		return []string{w.ToCome}
	}
	return out
}

// priced reports whether the author says what the book costs.
func priced(cfg *config.Config) bool {
	p := &cfg.Trade.Price
	return cfg.Review.Price != "" || cfg.Cover.Price != "" || len(p.Print)+len(p.Hardcover)+len(p.Epub) > 0
}

// date returns the date of the edition, "" where the author gives none.
func date(cfg *config.Config) string {
	if !cfg.Book.Dated() {
		return ""
	}
	return cfg.Lang.Date(cfg.Book.Date)
}

func codes(scheme string, list []string) string {
	if len(list) == 0 {
		return ""
	}
	return scheme + ": " + strings.Join(list, ", ")
}

// trim returns the size of the book's page as the trade writes it.
func trim(cfg *config.Config) string {
	return cfg.Lang.TrimSize(page.Length(cfg.Print.Width).Points()/72, page.Length(cfg.Print.Height).Points()/72)
}

// Order returns where a book is to be had, line by line.
func Order(cfg *config.Config) []string {
	return cfg.OrderLines()
}

// Address returns what a line that is an address leads to, a mail address or one of the web; "" for any other line.
func Address(line string) string {
	switch at := strings.Index(line, "@"); {
	case line == "" || strings.ContainsAny(line, " \t\u00A0<>\""):
		return ""
	case strings.HasPrefix(line, "https://") || strings.HasPrefix(line, "http://"):
		return line
	case strings.HasPrefix(line, "www."):
		return "https://" + line
	case at > 0 && at == strings.LastIndex(line, "@") && strings.Contains(line[at:], "."):
		return "mailto:" + line
	}
	return ""
}

// Blurb returns what is said of the book to who might buy it: that of its cover, or its description.
func Blurb(cfg *config.Config, bk *book.Book) []book.Block {
	if bk.Cover != nil && len(bk.Cover.Blurb) > 0 {
		return bk.Cover.Blurb
	}
	if cfg.Book.Description == "" {
		return nil
	}
	return []book.Block{&book.Paragraph{Text: []book.Inline{&book.Text{Value: cfg.Book.Description}}}}
}

// Biography returns what is said of who wrote the book: the words on its cover, or the first paragraph of the chapter at its end that is about
// its authors.
func Biography(cfg *config.Config, bk *book.Book) []book.Block {
	if bk.Cover != nil && len(bk.Cover.Bio) > 0 {
		return bk.Cover.Bio
	}
	w := &cfg.Lang.Trade
	for _, ch := range bk.Back {
		title := book.Slug(book.PlainText(ch.Title))
		if !strings.HasPrefix(title, book.Slug(w.AboutAuthor)) && !strings.HasPrefix(title, book.Slug(w.AboutAuthors)) {
			continue
		}
		for _, b := range ch.Blocks {
			if p, ok := b.(*book.Paragraph); ok {
				return []book.Block{p}
			}
		}
	}
	return nil
}

// Missing says what the trade asks for and book.toml does not say.
func Missing(cfg *config.Config) (found diag.List) {
	lack := func(there bool, where, what, do string) {
		if !there {
			found.Warnf("sheet-data", cfg.Where(where), "the sheet lacks %s", what).Note("%s", do)
		}
	}
	b, r := &cfg.Book, &cfg.Review
	lack(priced(cfg), "trade", "the price", `add price = "$18.00" under [cover], or print = "18.00 USD" under [trade.price]`)
	lack(r.Publication != "" || b.Dated(), "review", "the date of publication", `add publication = "March 2027" under [review]`)
	lack(len(Order(cfg)) > 0, "sheet", "where to order the book", `add order = ["…"] under [sheet], or contact = ["…"] under [review], a line for each line of the address`)
	lack(len(cfg.ISBNs()) > 0, "book", "an ISBN", `add print = "…" or epub = "…" under [book.isbn]`)
	lack(b.Publisher != "", "book", "the publisher", `add publisher = "…" under [book]`)
	lack(b.Description != "" || cfg.Cover.Blurb != "", "book", "what the book is about", `add description = "…" under [book]`)
	lack(len(b.Subjects)+len(b.BISAC)+len(b.Thema) > 0, "book", "subjects", `add subjects = ["…"] under [book]`)
	return found
}
