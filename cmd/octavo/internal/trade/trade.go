// Package trade gathers what shops and readers want to know of a book: [Buying], and [Order], where it is to be had.
package trade

import (
	"cmp"
	"strings"

	"octavo/cmd/octavo/internal/config"
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
	f.add(w.Price, cmp.Or(f.cfg.Cover.Price, r.Price, w.ToCome))
	f.add(w.ISBN, bracketed(b.ISBN.Print, w.InPrint), bracketed(b.ISBN.Epub, w.AsEPUB))
}

// date returns the date of the edition, "" where the author gives none.
func date(cfg *config.Config) string {
	if !cfg.Book.Dated() {
		return ""
	}
	return cfg.Lang.Date(cfg.Book.Date)
}

func bracketed(s, what string) string {
	if s == "" {
		return ""
	}
	return s + " (" + what + ")"
}

// Order returns where a book is to be had, line by line.
func Order(cfg *config.Config) []string {
	if len(cfg.Sheet.Order) > 0 {
		return cfg.Sheet.Order
	}
	return cfg.Review.Contact
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
