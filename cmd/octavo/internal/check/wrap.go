package check

import (
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
)

// What a back cover has room for: a blurb of 200 words fills a page of 5 by 8 inches in type that can be read.
const (
	blurbWords  = 200
	bioWords    = 80
	mostOneLine = 60 // characters
)

// coverWords reports texts of the cover that nobody will read there.
func coverWords(f *facts) {
	if f.book.Cover == nil {
		return
	}
	for _, t := range []struct {
		key    string
		blocks []book.Block
		most   int
	}{{"cover.blurb", f.book.Cover.Blurb, blurbWords}, {"cover.bio", f.book.Cover.Bio, bioWords}} {
		n := 0
		book.ReadingOrder(t.blocks, nil, func(text []book.Inline) { n += len(strings.Fields(book.PlainText(text))) })
		if n > t.most {
			f.report(f.cfg.Where(t.key), "%s has %d words, more than %d", t.key, n, t.most).
				Note("who turns a book over reads for half a minute: say what it is, for whom, and stop")
		}
	}
	if n := len([]rune(f.cfg.Cover.Category)); n > mostOneLine {
		f.report(f.cfg.Where("cover.category"), "cover.category has %d characters, more than %d", n, mostOneLine).
			Note("write one or two words as bookshops have them on their shelves")
	}
}

// coverNumber reports a barcode or a price that lacks its number.
func coverNumber(f *facts) {
	c := &f.cfg.Cover
	isbn, _ := f.cfg.CoverISBN()
	switch {
	case !c.Set:
	case c.Price != "" && !strings.ContainsAny(c.Price, "0123456789"):
		f.report(f.cfg.Where("cover.price"), "the price has no number: %q", c.Price).Note(`write it as it is printed, "$18.00" or "£12.99"`)
	case isbn != "":
	case c.Barcode == config.BarcodePrinted:
		f.report(f.cfg.Where("cover.barcode"), "there is no ISBN to print as a barcode; its place is left free").
			Note(`write print = "978-…" under [book.isbn], or barcode = "left-free" where the printer gives the book its number`)
	}
}
