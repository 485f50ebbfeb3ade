package onix

import (
	"time"

	"octavo/cmd/octavo/internal/config"
)

// Embedded returns the record that an EPUB carries, in ONIX 3.0, which every reading system knows that knows any: what the file is, and
// nothing of how it is sold. Dated is the only date in the package.
func Embedded(c *config.Config, facts Facts, dated time.Time) []byte {
	b := &c.Book
	w := &writer{}
	w.raw(xmlHead + `<ONIXMessage release="3.0" xmlns="http://ns.editeur.org/onix/3.0/reference">` + "\n")
	w.in("Header", func() {
		w.in("Sender", func() { w.put("SenderName", sender(b)) })
		w.put("SentDateTime", date(dated))
	})
	w.in("Product", func() {
		w.put("RecordReference", b.Identifier)
		w.put("NotificationType", "03") // list 1: confirmed on publication
		w.identifiers(b, c.Lang)
		w.in("DescriptiveDetail", func() {
			w.put("ProductComposition", "00")
			w.put("ProductForm", "EA")         // list 150: digital, delivered electronically
			w.put("ProductFormDetail", "E101") // list 175: EPUB …
			w.put("ProductFormDetail", "E200") // … whose lines are set anew
			w.access(facts.Access)
			w.put("PrimaryContentType", "10") // list 81: text
			w.title(c)
			w.contributors(b, facts.Origin)
			w.edition(b, facts.Language)
			w.extent("08", facts.ContentPages, "03") // of the printed book
			w.subjects(b)
		})
		w.collateral(b, &Facts{})
		w.in("PublishingDetail", func() {
			w.publisher(b)
			w.published(b)
		})
		if isbn := thirteen(b.ISBN.Print); isbn != "" {
			w.in("RelatedMaterial", func() {
				w.in("RelatedProduct", func() {
					w.put("ProductRelationCode", "13") // list 51: the printed book that this is made from
					w.identifier("15", isbn)
				})
			})
		}
		if b.ExcerptOf != nil {
			w.in("RelatedMaterial", func() {
				w.in("RelatedProduct", func() {
					w.put("ProductRelationCode", "02") // list 51: this is part of it
					w.identifiers(b.ExcerptOf, c.Lang)
				})
			})
		}
	})
	w.raw("</ONIXMessage>\n")
	return w.buf
}
