package epub

import (
	"cmp"
	"strings"

	"golang.org/x/text/language"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/lang"
)

// onixFile is the book's ONIX record, relative to the package document, which links to it. It is metadata and not part
// of the publication, so it is not in the manifest (EPUB 3.3, section 5.5.6).
const onixFile = "onix.xml"

// onix returns the record in ONIX for Books 3.0, reference names (EDItEUR). Numbers of lists are those of its code lists.
func (p *plan) onix() []byte {
	b := &p.cfg.Book
	w := &onixWriter{}
	w.raw(xmlHead + `<ONIXMessage release="3.0" xmlns="http://ns.editeur.org/onix/3.0/reference">` + "\n")
	w.in("Header", func() {
		w.in("Sender", func() { w.put("SenderName", cmp.Or(clean(b.Publisher), authorOf(b), clean(b.Title))) })
		w.put("SentDateTime", p.date().Format("20060102"))
	})
	w.in("Product", func() {
		w.put("RecordReference", b.Identifier)
		w.put("NotificationType", "03") // confirmed on publication
		w.identifiers(b, p.cfg.Lang)
		w.in("DescriptiveDetail", func() { w.descriptive(p) })
		if clean(b.Description) != "" {
			w.in("CollateralDetail", func() {
				w.in("TextContent", func() {
					w.put("TextType", "03") // list 153: description
					w.put("ContentAudience", "00")
					w.put("Text", b.Description)
				})
			})
		}
		if clean(b.Publisher) != "" || p.dated() {
			w.in("PublishingDetail", func() { w.publishing(p) })
		}
		if isbn, code := isbnOf(b.ISBN.Print); isbn != "" {
			w.in("RelatedMaterial", func() {
				w.in("RelatedProduct", func() {
					w.put("ProductRelationCode", "13") // list 51: the printed book that this is made from
					w.identifier(code, isbn)
				})
			})
		}
	})
	w.raw("</ONIXMessage>\n")
	return w.buf
}

// onixWriter writes elements; one without content is left out.
type onixWriter struct{ buf []byte }

func (w *onixWriter) raw(s string) { w.buf = append(w.buf, s...) }

func (w *onixWriter) put(name, value string) {
	if value = clean(value); value == "" {
		return
	}
	w.raw("<" + name + ">")
	w.buf = appendText(w.buf, value)
	w.raw("</" + name + ">\n")
}

func (w *onixWriter) in(name string, content func()) {
	w.raw("<" + name + ">\n")
	content()
	w.raw("</" + name + ">\n")
}

func (w *onixWriter) identifiers(b *config.Book, l *lang.Language) {
	isbn, code := isbnOf(b.ISBN.Epub)
	if isbn != "" {
		w.identifier(code, isbn)
	}
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

func (w *onixWriter) identifier(kind, value string) {
	w.in("ProductIdentifier", func() {
		w.put("ProductIDType", kind)
		w.put("IDValue", value)
	})
}

func (w *onixWriter) descriptive(p *plan) {
	b := &p.cfg.Book
	w.put("ProductComposition", "00")
	w.put("ProductForm", "EA")         // list 150: digital, delivered electronically
	w.put("ProductFormDetail", "E101") // list 175: EPUB …
	w.put("ProductFormDetail", "E200") // … whose lines are set anew
	for _, code := range p.onixFeatures() {
		w.in("ProductFormFeature", func() {
			w.put("ProductFormFeatureType", "09") // list 79: accessibility
			w.put("ProductFormFeatureValue", code)
			if code == "00" {
				w.put("ProductFormFeatureDescription", p.summary())
			}
		})
	}
	w.put("PrimaryContentType", "10") // list 81: text
	if clean(b.Series.Name) != "" {
		w.in("Collection", func() {
			w.put("CollectionType", "10") // list 148: the publisher's
			w.in("TitleDetail", func() {
				w.put("TitleType", "01")
				w.in("TitleElement", func() {
					w.put("TitleElementLevel", "02") // the collection's
					w.put("TitleText", b.Series.Name)
				})
				if b.Series.Number > 0 {
					w.in("TitleElement", func() {
						w.put("TitleElementLevel", "01")
						w.put("PartNumber", itoa(b.Series.Number))
					})
				}
			})
		})
	}
	w.in("TitleDetail", func() {
		w.put("TitleType", "01")
		w.in("TitleElement", func() {
			w.put("TitleElementLevel", "01")
			w.put("TitleText", b.Title)
			w.put("Subtitle", b.Subtitle)
		})
	})
	n := 0
	for _, c := range b.Contributors {
		if clean(c.Name) == "" {
			continue
		}
		n++
		w.in("Contributor", func() {
			w.put("SequenceNumber", itoa(n))
			w.put("ContributorRole", onixRole(c.Role))
			w.put("PersonName", c.Name)
			w.put("PersonNameInverted", c.FileAs)
		})
	}
	w.put("EditionStatement", b.Edition)
	if code := onixLanguage(p.lang); code != "" {
		w.in("Language", func() {
			w.put("LanguageRole", "01")
			w.put("LanguageCode", code)
		})
	}
	if p.assets.Pages != nil && len(p.assets.Pages.Pages) > 0 {
		w.in("Extent", func() {
			w.put("ExtentType", "08") // list 23: pages of the printed book
			w.put("ExtentValue", itoa(len(p.assets.Pages.Pages)))
			w.put("ExtentUnit", "03")
		})
	}
	w.subjects("10", b.BISAC)
	w.subjects("93", b.Thema)
	if words := clean(strings.Join(b.Subjects, "; ")); words != "" {
		w.in("Subject", func() {
			w.put("SubjectSchemeIdentifier", "20") // keywords
			w.put("SubjectHeadingText", words)
		})
	}
}

// subjects writes the codes of a scheme of list 27; the first is the main one.
func (w *onixWriter) subjects(scheme string, codes []string) {
	for i, c := range codes {
		w.in("Subject", func() {
			if i == 0 {
				w.raw("<MainSubject/>\n")
			}
			w.put("SubjectSchemeIdentifier", scheme)
			w.put("SubjectCode", c)
		})
	}
}

func (w *onixWriter) publishing(p *plan) {
	if name := p.cfg.Book.Publisher; clean(name) != "" {
		w.in("Publisher", func() {
			w.put("PublishingRole", "01")
			w.put("PublisherName", name)
		})
	}
	if p.dated() {
		w.in("PublishingDate", func() {
			w.put("PublishingDateRole", "01")
			w.put("Date", p.date().Format("20060102"))
		})
	}
}

// onixFeatures returns the codes of list 196 for what accessibility.go says in schema.org's words.
func (p *plan) onixFeatures() []string {
	out := []string{"00"} // a summary
	if p.conforms() {
		out = append(out, "04", "82", "85") // EPUB Accessibility 1.1, WCAG 2.2, level AA
	}
	if p.has.undescribed == 0 {
		out = append(out, "52") // all of it can be read without sight
	}
	for _, f := range p.features() {
		switch f {
		case tableOfContents:
			out = append(out, "11")
		case readingOrder:
			out = append(out, "13")
		case structuralNavigation:
			out = append(out, "29")
		case displayTransformable:
			out = append(out, "36") // the look of all text can be changed
		case aria:
			out = append(out, "30")
		case alternativeText:
			out = append(out, "14")
		case indexed:
			out = append(out, "12")
		case pageNavigation:
			out = append(out, "19")
		}
	}
	if p.lang != "und" {
		out = append(out, "22") // languages are marked
	}
	return out
}

// onixRole returns a MARC relator code in list 17.
func onixRole(marc string) string {
	code, ok := map[string]string{
		"": "A01", "aut": "A01", "edt": "B01", "ill": "A12", "trl": "B06", "aui": "A24", "win": "A24", "wpr": "A15",
		"aft": "A19", "pht": "A13", "art": "A07", "bkd": "A11", "dsr": "A11", "cov": "A36", "com": "C01", "nrt": "E07",
	}[marc]
	if !ok {
		return "Z99" // other
	}
	return code
}

// onixLanguage returns a language in list 74, which is ISO 639-2/B; "" for one that is not known.
func onixLanguage(lang string) string {
	tag, err := language.Parse(lang)
	if err != nil {
		return ""
	}
	base, _, _ := tag.Raw()
	code := base.ISO3()
	if code == "und" {
		return ""
	}
	if b, ok := bibliographic[code]; ok {
		return b
	}
	return code
}

// bibliographic are the codes of ISO 639-2/B where they differ from those of ISO 639-3.
var bibliographic = map[string]string{
	"sqi": "alb", "hye": "arm", "eus": "baq", "mya": "bur", "zho": "chi", "ces": "cze", "nld": "dut", "fra": "fre",
	"kat": "geo", "deu": "ger", "ell": "gre", "isl": "ice", "mkd": "mac", "mri": "mao", "msa": "may", "fas": "per",
	"ron": "rum", "slk": "slo", "bod": "tib", "cym": "wel",
}

// authorOf returns the first contributor.
func authorOf(b *config.Book) string {
	for _, c := range b.Contributors {
		if name := clean(c.Name); name != "" {
			return name
		}
	}
	return ""
}
