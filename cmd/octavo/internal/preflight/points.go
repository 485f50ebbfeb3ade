package preflight

import (
	"fmt"
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/config"
)

// subject is a document before a profile.
type subject struct {
	*Document
	profile Profile
	printer *config.Printer // never nil; a profile without a printer has an empty one
}

// verdict is how a point came out; the zero verdict says that it does not concern the file.
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

// limited is a failure against a printer's number, or a note where that is known at second hand only.
func (s *subject) limited(fact config.Fact, w where, found string, do ...string) verdict {
	v := verdict{Fail, found, w.pages, do}
	from := fmt.Sprintf("%s, read %s", fact.Source, fact.Seen.Format("2006-01-02"))
	if fact.Secondary {
		v.result = Note
		from += ", at second hand: look it up at the printer's"
	}
	v.do = append(v.do, "the number is from "+from)
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
	every    = profiles{Screen, KDP, Ingram, X4}
	printed  = profiles{KDP, Ingram, X4}
	pressed  = profiles{Ingram, X4} // a flavour of PDF/X
	onScreen = profiles{Screen}
)

// rule is one point of the table.
type rule struct {
	code   string
	name   string
	for_   profiles
	closed bool // can be tested on an encrypted file
	test   func(*subject) verdict
}

// rules are all points, in the order of the report.
var rules = []rule{
	{"encryption", "the file is not encrypted", every, true, testEncryption},
	{"sound", "the file is whole", every, false, testSound},
	{"file-size", "the file is not too large", printed, true, testFileSize},
	{"version", "the version of PDF is one that is taken", every, false, testVersion},
	{"compression", "the compression is of that version", profiles{Ingram}, false, testCompression},

	{"page-count", "the number of pages is one that is bound", printed, false, testPageCount},
	{"last-page", "the last page is blank", printed, false, testLastPage},
	{"page-size", "all pages have one size that is made", printed, false, testPageSize},
	{"boxes", "every page says where it is trimmed", printed, false, testBoxes},
	{"marks", "nothing stands outside the bleed", printed, false, testMarks},
	{"bleed", "what runs to the edge runs over it", printed, false, testBleed},
	{"gutter", "the text keeps clear of the spine", printed, false, testGutter},
	{"margins", "the text keeps clear of the other edges", printed, false, testMargins},
	{"edges", "pictures and lines keep clear of the edges", printed, false, testEdges},

	{"fonts-embedded", "all fonts are embedded", every, false, testEmbedded},
	{"fonts-subset", "fonts hold only the letters in use", every, false, testSubset},
	{"type3", "no font is made of drawings", every, false, testType3},
	{"fonts-unicode", "the text can be read out and searched", onScreen, false, testUnicode},
	{"type-size", "type is large enough to print", printed, false, testTypeSize},
	{"line-width", "lines are thick enough to print", printed, false, testLineWidth},

	{"text-black", "text is in full black alone", profiles{Ingram}, false, testTextBlack},
	{"colour", "colours are those of the press", pressed, false, testColour},
	{"picture-colour", "pictures are in colours of the press", pressed, false, testPictureColour},
	{"ink", "there is not too much ink", printed, false, testInk},
	{"resolution", "pictures are sharp enough where they stand", printed, false, testResolution},
	{"transparency", "nothing is transparent", printed, false, testTransparency},

	{"annotations", "nothing is laid over the pages", printed, false, testAnnotations},
	{"bookmarks", "bookmarks", every, false, testBookmarks},
	{"actions", "the file does nothing by itself", every, false, testActions},
	{"attachments", "no file is attached", every, false, testAttachments},
	{"layers", "there are no layers", every, false, testLayers},
	{"postscript", "there is no PostScript inside", printed, false, testPostScript},

	{"standard", "the file says which standard it keeps", pressed, false, testStandard},
	{"output-intent", "the file says for which press it is", pressed, false, testOutputIntent},
	{"trapped", "the file says whether it is trapped", pressed, false, testTrapped},
	{"info", "the file has a title and dates", pressed, false, testInfo},
	{"file-id", "the file has an identifier", pressed, false, testFileID},
	{"xmp", "both places of the metadata say the same", every, false, testXMP},

	{"tagged", "the file is tagged", onScreen, false, testTagged},
	{"content-tagged", "all content has a place in the structure", onScreen, false, testContentTagged},
	{"links-tagged", "all links have a place in the structure", onScreen, false, testLinksTagged},
	{"language", "the file names its language", onScreen, false, testLanguage},
	{"title", "the window shows the title", onScreen, false, testTitle},
	{"page-labels", "pages are labelled with their folios", onScreen, false, testPageLabels},
	{"alt-text", "every picture has words in its place", onScreen, false, testAltText},
}

// on names pages: "page 3", "pages 3, 5 and 7–9", "every page".
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

// listed is "a, b and c".
func listed(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}

// inches is a length of so many points in inches.
func inches(points float64) string {
	s := strconv.FormatFloat(points/72, 'f', 3, 64)
	return strings.TrimRight(strings.TrimRight(s, "0"), ".") + " in"
}

// points is a length in points.
func points(p float64) string {
	s := strconv.FormatFloat(p, 'f', 2, 64)
	return strings.TrimRight(strings.TrimRight(s, "0"), ".") + " pt"
}

func inPoints(l config.Length) float64 { return float64(l) / 65536 }
