package onix

import (
	"strings"

	"octavo/cmd/octavo/internal/config"
)

// The parts of a description, block 1 of the standard, in its order.

// title writes the series and the title, which says that an excerpt is one.
func (w *writer) title(c *config.Config) {
	b := &c.Book
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
			w.put("TitleText", c.CatalogTitle())
			w.put("Subtitle", b.Subtitle)
		})
	})
}

// edition writes what the edition is called, and the language.
func (w *writer) edition(b *config.Book, language string) {
	w.put("EditionStatement", b.Edition)
	if code := languageCode(language); code != "" {
		w.in("Language", func() {
			w.put("LanguageRole", "01")
			w.put("LanguageCode", code)
		})
	}
}

// extent writes how much there is of something, by lists 23 and 24; nothing for 0.
func (w *writer) extent(kind string, value int, unit string) {
	if value <= 0 {
		return
	}
	w.in("Extent", func() {
		w.put("ExtentType", kind)
		w.put("ExtentValue", itoa(value))
		w.put("ExtentUnit", unit)
	})
}

// subjects writes the subjects by all schemes.
func (w *writer) subjects(b *config.Book) {
	w.codes("10", b.BISAC)
	w.codes("93", b.Thema)
	if words := clean(strings.Join(b.Subjects, "; ")); words != "" {
		w.in("Subject", func() {
			w.put("SubjectSchemeIdentifier", "20") // keywords
			w.put("SubjectHeadingText", words)
		})
	}
}

// codes writes the codes of a scheme of list 27; the first is the main one.
func (w *writer) codes(scheme string, codes []string) {
	for i, c := range codes {
		w.in("Subject", func() {
			if i == 0 {
				w.empty("MainSubject")
			}
			w.put("SubjectSchemeIdentifier", scheme)
			w.put("SubjectCode", c)
		})
	}
}

// access writes what is said of accessibility.
func (w *writer) access(features []Feature) {
	for _, f := range features {
		w.feature("09", f.Code, f.Text) // list 79: accessibility
	}
}

func (w *writer) feature(kind, value, text string) {
	w.in("ProductFormFeature", func() {
		w.put("ProductFormFeatureType", kind)
		w.put("ProductFormFeatureValue", value)
		w.put("ProductFormFeatureDescription", text)
	})
}
