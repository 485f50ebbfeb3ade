package lang

import (
	"sync"

	"golang.org/x/text/language"
)

// letterRegions are the regions whose paper is US Letter, as CLDR has them (supplemental data, measurementData); that
// of all others is A4.
var letterRegions = sync.OnceValue(func() map[string]bool { return set("BZ CA CL CO CR GT MX NI PA PH PR SV US VE") })

// LetterPaper reports whether paper is US Letter where the language is written: in the region of its tag, or in the one where
// most of its readers are.
func (l *Language) LetterPaper() bool {
	tag, err := language.Parse(l.Tag)
	if err != nil {
		return false
	}
	region, _ := tag.Region()
	return letterRegions()[region.String()]
}
