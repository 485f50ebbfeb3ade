package onix

import (
	"strings"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/lang"
)

// identifiers writes the numbers of an EPUB.
func (w *writer) identifiers(b *config.Book, l *lang.Language) {
	if isbn := thirteen(b.ISBN.Epub); isbn != "" {
		w.identifier("15", isbn)
	}
	w.own(b, l, bare(b.ISBN.Epub))
}

// own writes the identifier that a book has apart from its ISBN.
func (w *writer) own(b *config.Book, l *lang.Language, isbn string) {
	switch id := clean(b.Identifier); {
	case id == "" || id == "urn:isbn:"+isbn:
	case strings.HasPrefix(id, "urn:"):
		w.identifier("22", id) // list 5: a URN
	default:
		w.in("ProductIdentifier", func() {
			w.put("ProductIDType", "01") // proprietary
			w.put("IDTypeName", l.Ebook.Identifier)
			w.put("IDValue", id)
		})
	}
}

func (w *writer) identifier(kind, value string) {
	w.in("ProductIdentifier", func() {
		w.put("ProductIDType", kind)
		w.put("IDValue", value)
	})
}

// CodeISBN returns an ISBN without hyphens, and its code in list 5.
func CodeISBN(s string) (isbn, code string) {
	isbn = bare(s)
	switch len(isbn) {
	case 13:
		return isbn, "15"
	case 10:
		return isbn, "02"
	}
	return "", ""
}

// thirteen returns an ISBN in 13 digits, which is the only form that the trade takes.
func thirteen(s string) string {
	s = bare(s)
	if len(s) != 10 {
		return s
	}
	s = "978" + s[:9]
	sum := 0
	for i, c := range s {
		sum += (1 + i%2*2) * int(c-'0')
	}
	return s + itoa((10-sum%10)%10)
}

// tradeIdentifiers writes the numbers of a form. One without an ISBN has the identifier of the book, by which it is at least known.
func (w *writer) tradeIdentifiers(c *config.Config, form Form) {
	if isbn := thirteen(ISBN(&c.Book, form)); isbn != "" {
		w.isbn(isbn)
		if form == EPUB {
			w.own(&c.Book, c.Lang, isbn)
		}
		return
	}
	if form == EPUB {
		w.own(&c.Book, c.Lang, "")
		return
	}
	w.in("ProductIdentifier", func() {
		w.put("ProductIDType", "01")
		w.put("IDTypeName", c.Lang.Ebook.Identifier)
		w.put("IDValue", reference(&c.Book, form))
	})
}

// isbn writes an ISBN of 13 digits, which is a GTIN too.
func (w *writer) isbn(isbn string) {
	w.identifier("03", isbn)
	w.identifier("15", isbn)
}

// related writes the other forms of the book, and the edition that it replaces.
func (w *writer) related(c *config.Config, form Form) {
	type relation struct{ code, isbn string }
	var list []relation
	for _, name := range Forms {
		other := Form(name)
		isbn := thirteen(ISBN(&c.Book, other))
		if isbn == "" || other == form {
			continue
		}
		switch {
		case form == EPUB && other == Print:
			list = append(list, relation{"13", isbn}) // list 51: it has the page numbers of that
		case other == EPUB:
			list = append(list, relation{"27", isbn}) // electronic version
		}
		list = append(list, relation{"06", isbn}) // alternative format
	}
	if isbn := thirteen(c.Trade.Replaces); isbn != "" {
		list = append(list, relation{"03", isbn})
	}
	if list == nil {
		return
	}
	w.in("RelatedMaterial", func() {
		for _, r := range list {
			w.in("RelatedProduct", func() {
				w.put("ProductRelationCode", r.code)
				w.isbn(r.isbn)
			})
		}
	})
}
