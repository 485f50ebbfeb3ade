package config

// FormISBN is the ISBN of a form of the book, and what tells it from the others in the book's language: "print", "hardcover", "EPUB".
type FormISBN struct {
	Number string
	Form   string
	Key    string // in book.toml
}

// ISBNs returns the numbers that a book has: that of the printed book, which is a paperback if it has a hardcover beside it, that of the
// hardcover, and that of the EPUB.
func (c *Config) ISBNs() (out []FormISBN) {
	isbn, w, print := &c.Book.ISBN, &c.Lang.Review, c.PrintWord()
	for _, one := range []FormISBN{{isbn.Print, print, "book.isbn.print"}, {isbn.Hardcover, w.AsHardcover, "book.isbn.hardcover"}, {isbn.Epub, w.AsEPUB, "book.isbn.epub"}} {
		if one.Number != "" {
			out = append(out, one)
		}
	}
	return out
}

// PrintWord returns what tells the printed book from its other forms: that it is printed, or, beside a hardcover, that it is a paperback.
func (c *Config) PrintWord() string {
	if c.Book.ISBN.Hardcover != "" || len(c.Trade.Price.Hardcover) > 0 {
		return c.Lang.Review.InPaper
	}
	return c.Lang.Review.InPrint
}

// String returns the number with the form in brackets.
func (i FormISBN) String() string { return i.Number + " (" + i.Form + ")" }
