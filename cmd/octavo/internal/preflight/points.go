package preflight

import (
	"fmt"
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/config"
)

// subject is a document tested against a profile.
type subject struct {
	*Document
	profile Profile
	printer *config.Printer // never nil; empty for a profile without a printer
	wrap    *Wrap           // of a cover; nil: it is the inside of a book
}

// verdict is the outcome of a point; the zero verdict means that the point does not apply to the file.
type verdict struct {
	result Result
	found  string
	pages  []int
	do     []string
}

func passed(format string, args ...any) verdict {
	return verdict{result: Pass, found: fmt.Sprintf(format, args...)}
}

func failed(w where, found string, do ...string) verdict {
	return verdict{Fail, found, w.pages, do}
}

func advised(w where, found string, do ...string) verdict {
	return verdict{Note, found, w.pages, do}
}

// limited returns a failure against a printer's limit, or a note if the limit is only known at second hand.
func (s *subject) limited(fact config.Fact, w where, found string, do ...string) verdict {
	v := verdict{Fail, found, w.pages, do}
	from := fmt.Sprintf("%s, read %s", fact.Source, fact.Seen.Format("2006-01-02"))
	if fact.Secondary {
		v.result = Note
		from += ", at second hand: look it up at the printer's"
	}
	v.do = append(v.do, "source: "+from)
	return v
}

// profiles is a set of profiles.
type profiles []Profile

func (ps profiles) has(p Profile) bool {
	for _, q := range ps {
		if q == p {
			return true
		}
	}
	return false
}

var (
	every    = profiles{Screen, KDP, Ingram, X4, Cards}
	printed  = profiles{KDP, Ingram, X4, Cards}
	bound    = profiles{KDP, Ingram, X4}   // a book
	pressed  = profiles{Ingram, X4, Cards} // a PDF/X profile
	onScreen = profiles{Screen}
)

// rule is one point of the table.
type rule struct {
	code    string
	name    string
	against profiles
	closed  bool // can be tested on an encrypted file
	test    func(*subject) verdict
}

// rules lists all points, in the order of the report.
var rules = []rule{
	{"encryption", "encryption", every, true, testEncryption},
	{"sound", "objects", every, false, testSound},
	{"file-size", "file size", printed, true, testFileSize},
	{"version", "version", every, false, testVersion},
	{"compression", "compression", profiles{Ingram}, false, testCompression},

	{"page-count", "page count", bound, false, testPageCount},
	{"last-page", "last page", bound, false, testLastPage},
	{"page-size", "page size", bound, false, testPageSize},
	{"boxes", "page boxes", printed, false, testBoxes},
	{"marks", "printer's marks", printed, false, testMarks},
	{"bleed", "bleed", printed, false, testBleed},
	{"gutter", "inside margin", bound, false, testGutter},
	{"margins", "other margins", bound, false, testMargins},
	{"edges", "pictures near the edge", bound, false, testEdges},

	{"fonts-embedded", "fonts embedded", every, false, testEmbedded},
	{"fonts-subset", "fonts subset", every, false, testSubset},
	{"glyphs", "missing glyphs", every, false, testGlyphs},
	{"type3", "Type 3 fonts", every, false, testType3},
	{"fonts-unicode", "text to read out", onScreen, false, testUnicode},
	{"type-size", "smallest type", printed, false, testTypeSize},
	{"line-width", "thinnest line", printed, false, testLineWidth},

	{"text-black", "colour of the text", profiles{Ingram}, false, testTextBlack},
	{"colour", "colours", pressed, false, testColour},
	{"picture-colour", "colours of pictures", pressed, false, testPictureColour},
	{"ink", "total ink", printed, false, testInk},
	{"resolution", "resolution", printed, false, testResolution},
	{"transparency", "transparency", printed, false, testTransparency},

	{"annotations", "annotations", printed, false, testAnnotations},
	{"bookmarks", "bookmarks", every, false, testBookmarks},
	{"actions", "scripts and actions", every, false, testActions},
	{"attachments", "attached files", every, false, testAttachments},
	{"layers", "layers", every, false, testLayers},
	{"postscript", "PostScript", printed, false, testPostScript},

	{"standard", "standard", pressed, false, testStandard},
	{"output-intent", "output intent", pressed, false, testOutputIntent},
	{"trapped", "trapping", pressed, false, testTrapped},
	{"info", "title and dates", pressed, false, testInfo},
	{"file-id", "identifier", pressed, false, testFileID},
	{"xmp", "Info and XMP", every, false, testXMP},

	{"tagged", "structure", onScreen, false, testTagged},
	{"content-tagged", "content in structure", onScreen, false, testContentTagged},
	{"links-tagged", "links in structure", onScreen, false, testLinksTagged},
	{"language", "language", onScreen, false, testLanguage},
	{"title", "title of the window", onScreen, false, testTitle},
	{"page-labels", "page labels", onScreen, false, testPageLabels},
	{"alt-text", "words for pictures", onScreen, false, testAltText},
}

// on formats page numbers: "page 3", "pages 3, 5 and 7–9", "every page".
func (d *Document) on(w where) string {
	if len(w.pages) == len(d.pages) && len(d.pages) > 1 {
		return "every page"
	}
	return pageList(w)
}

func pageList(w where) string {
	if len(w.pages) == 1 && w.more == 0 {
		return "page " + strconv.Itoa(w.pages[0])
	}
	const most = 8
	var runs []string
	rest := w.more
	for i := 0; i < len(w.pages); {
		j := i
		for j+1 < len(w.pages) && w.pages[j+1] == w.pages[j]+1 {
			j++
		}
		switch {
		case len(runs) == most:
			rest += j - i + 1
		case j == i:
			runs = append(runs, strconv.Itoa(w.pages[i]))
		default:
			runs = append(runs, fmt.Sprintf("%d–%d", w.pages[i], w.pages[j]))
		}
		i = j + 1
	}
	if rest > 0 {
		runs = append(runs, strconv.Itoa(rest)+" more")
	}
	return "pages " + listed(runs)
}

// listed returns "a, b and c".
func listed(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}

// inches formats a length given in points in inches.
func inches(points float64) string {
	s := strconv.FormatFloat(points/72, 'f', 3, 64)
	return strings.TrimRight(strings.TrimRight(s, "0"), ".") + " in"
}

// points formats a length in points.
func points(p float64) string {
	s := strconv.FormatFloat(p, 'f', 2, 64)
	return strings.TrimRight(strings.TrimRight(s, "0"), ".") + " pt"
}

func inPoints(l config.Length) float64 { return float64(l) / 65536 }
