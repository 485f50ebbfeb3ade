package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
)

// embeddedWork is a work among the files of the repository that are embedded in octavo.
type embeddedWork struct {
	files    string // an expression for their names
	name     string // "" for octavo's own
	spdx     string
	licences []string // files of the repository
	listed   bool     // whether the first licence must name each of the files
}

// embeddedWorks says whose each embedded file is. The first row that is true of a file counts.
var embeddedWorks = []embeddedWork{
	{files: `^styles/[^/]*\.(toml|css)$`},
	{files: `^styles/.*/((.*-)?(OFL|LICENSE|NOTICE|LGPL-2\.1)|coverage|ISOcoated_v2_300_bas|sRGB2014)\.txt$`}, // licences, and lists of ours
	{files: `^cmd/octavo/internal/(newbook/(book|tools)/|feedback/page\.html|studio/web/)`},
	ofFont("EB Garamond", "EBGaramond"),
	ofFont("Source Serif 4", "SourceSerif4"),
	ofFont("Atkinson Hyperlegible Next", "AtkinsonHyperlegibleNext"),
	ofFont("Courier Prime", "CourierPrime"),
	{`^styles/fonts/OCRB-Figures\.ttf$`, "OCR B", "LicenseRef-OCR-B", []string{"styles/fonts/OCRB-LICENSE.txt"}, false},
	{`^styles/fonts/fallback/DejaVu.*\.ttf\.gz$`, "DejaVu Sans and DejaVu Sans Mono", "Bitstream-Vera",
		[]string{"styles/fonts/fallback/DejaVu-LICENSE.txt"}, false},
	{`^styles/fonts/fallback/(Noto|Amiri).*\.ttf\.gz$`, "Noto and Amiri", "OFL-1.1",
		[]string{"styles/fonts/fallback/NOTICE.txt", "styles/fonts/fallback/OFL.txt"}, true},
	{`^styles/hyphenation/.*\.txt(\.gz)?$`, "Hyphenation patterns", hyphenationLicences,
		[]string{"styles/hyphenation/NOTICE.txt", "styles/hyphenation/LGPL-2.1.txt"}, true},
	{`^styles/icc/ISOcoated_v2_300_bas\.icc$`, "ISO Coated v2 300 % (basICColor)", "Zlib", []string{"styles/icc/ISOcoated_v2_300_bas.txt"}, false},
	{`^cmd/octavo/internal/barcode/ranges\.txt$`, "Ranges of ISBNs (the npm package isbn3)", "MIT",
		[]string{"cmd/octavo/internal/barcode/ranges.txt"}, false},
	{`^styles/icc/sRGB2014\.icc$`, "sRGB (International Color Consortium)", "LicenseRef-ICC", []string{"styles/icc/sRGB2014.txt"}, false},
}

// hyphenationLicences are those in the notice of the patterns; the last ones are free to copy as it says.
const hyphenationLicences = "MIT AND LPPL-1.3c AND BSD-3-Clause AND MPL-1.1 AND LGPL-2.1-or-later AND LicenseRef-hyphenation"

// ofFont is the row of a font whose files and licence begin with a name.
func ofFont(name, prefix string) embeddedWork {
	return embeddedWork{`^styles/fonts/` + prefix + `-[^/]*\.ttf$`, name, "OFL-1.1", []string{"styles/fonts/" + prefix + "-OFL.txt"}, false}
}

// embeddedLicences returns the works of others among the embedded files, and in the studio's page.
func (r *release) embeddedLicences(files []string) (works, error) {
	used := map[int]bool{}
	var errs []error
	for _, file := range files {
		row := rowOf(file)
		if row < 0 {
			errs = append(errs, fmt.Errorf("%s is in octavo, and embedded.go does not say whose it is and under which licence", file))
			continue
		}
		used[row] = true
		if embeddedWorks[row].listed {
			errs = append(errs, r.mustBeListed(embeddedWorks[row].licences[0], file))
		}
	}
	var all works
	for i, e := range embeddedWorks {
		if e.name == "" || !used[i] {
			continue
		}
		w := work{name: e.name, kind: "data", spdx: e.spdx}
		if strings.HasPrefix(path.Dir(e.licences[0]), "styles/fonts") {
			w.kind = "font"
		}
		for _, name := range e.licences {
			data, err := os.ReadFile(filepath.Join(r.source, filepath.FromSlash(name)))
			errs = append(errs, err)
			if rowOf(name) == i { // the work itself, which says at its head whose it is
				data = comments(data)
			}
			w.texts = append(w.texts, text{path.Base(name), data})
		}
		all = append(all, w)
	}
	page, err := r.bundled()
	return append(all, page...), errors.Join(append(errs, err)...)
}

// comments returns the lines that begin with # at the head of a file.
func comments(data []byte) []byte {
	var head []byte
	for line := range bytes.Lines(data) {
		if !bytes.HasPrefix(line, []byte("#")) {
			break
		}
		head = append(head, line...)
	}
	return head
}

// rowOf returns the row of embeddedWorks for a file, or -1.
func rowOf(file string) int {
	for i, e := range embeddedWorks {
		if regexp.MustCompile(e.files).MatchString(file) {
			return i
		}
	}
	return -1
}

// mustBeListed looks for a file in a notice: by its name without .gz, or as one of those that the notice has with a star, such as
// NotoSans-*.
func (r *release) mustBeListed(notice, file string) error {
	data, err := os.ReadFile(filepath.Join(r.source, filepath.FromSlash(notice)))
	if err != nil {
		return err
	}
	name := strings.TrimSuffix(path.Base(file), ".gz")
	for word := range strings.FieldsFuncSeq(string(data), func(c rune) bool { return strings.ContainsRune(" ,:;()\n\r\t", c) }) {
		if ok, _ := path.Match(word, name); ok && word != "*" {
			return nil
		}
	}
	return fmt.Errorf("%s is in octavo, and %s does not name it", file, notice)
}
