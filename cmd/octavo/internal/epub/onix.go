package epub

import (
	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/onix"
	"octavo/cmd/octavo/internal/origin"
	"octavo/cmd/octavo/internal/pagemap"
)

// onixFile is the book's ONIX record, relative to the package document, which links to it. It is metadata and not part
// of the publication, so it is not in the manifest (EPUB 3.3, section 5.5.6).
const onixFile = "onix.xml"

// onix returns the record that the package carries.
func (p *plan) onix() []byte {
	facts := onix.Facts{Language: p.lang, Access: p.onixFeatures(), Origin: origin.Of(p.cfg, p.book)}
	if p.assets.Pages != nil {
		for i := range p.assets.Pages.Pages {
			if p.assets.Pages.Pages[i].Kind != pagemap.Blank {
				facts.ContentPages++
			}
		}
	}
	return onix.Embedded(p.cfg, facts, p.date())
}

// Accessibility returns what the EPUB of a book claims of its accessibility, for a record that goes to the trade. It takes what [Write]
// takes.
func Accessibility(cfg *config.Config, bk *book.Book, assets Assets) ([]onix.Feature, error) {
	p, err := newPlan(cfg, bk, assets)
	if err != nil {
		return nil, err
	}
	out := p.onixFeatures()
	add := func(code, text string) { out = append(out, onix.Feature{Code: code, Text: text}) }
	add("32", "") // landmarks
	if p.has.math {
		add("17", "") // formulas in MathML
	}
	if len(p.breaks) > 0 {
		add("41", "") // a list of the printed pages
	}
	if p.conforms() {
		add("90", p.certifier())
	}
	return out, nil
}

// onixFeatures returns in list 196 what accessibility.go says in schema.org's words.
func (p *plan) onixFeatures() []onix.Feature {
	out := []onix.Feature{{Code: "00", Text: p.summary()}}
	add := func(codes ...string) {
		for _, code := range codes {
			out = append(out, onix.Feature{Code: code})
		}
	}
	if p.conforms() {
		add("04", "82", "85") // EPUB Accessibility 1.1, WCAG 2.2, level AA
	}
	if p.has.undescribed == 0 {
		add("52") // all of it can be read without sight
	}
	for _, f := range p.features() {
		switch f {
		case tableOfContents:
			add("11")
		case readingOrder:
			add("13")
		case structuralNavigation:
			add("29")
		case displayTransformable:
			add("36") // the look of all text can be changed
		case aria:
			add("30")
		case alternativeText:
			add("14")
		case indexed:
			add("12")
		case pageNavigation:
			add("19")
		}
	}
	if p.lang != "und" {
		add("22") // languages are marked
	}
	if contact := clean(p.cfg.Epub.Contact); contact != "" {
		out = append(out, onix.Feature{Code: "99", Text: contact})
	}
	return out
}
