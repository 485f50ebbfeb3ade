// Package likename finds the file that was meant by a name that no file has. [Find] compares the name with those that lie there and
// tells how they differ; [Match.Note] says so.
package likename

import (
	"fmt"
	"path"
	"strings"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"octavo/cmd/octavo/internal/diag"
)

// Difference is how a name differs from that of the file that was meant.
type Difference int

// The differences, the surest first.
const (
	None      Difference = iota // there is no such file
	Accents                     // the same letters in another form of Unicode
	Letters                     // capital and small letters
	Ending                      // the ending after the last dot, one that is lacking, or one too many
	Elsewhere                   // another folder
	Slip                        // a letter or two
)

// Match is a file that may have been meant.
type Match struct {
	Name       string // as it lies there
	Difference Difference
}

// Find returns the file that was most likely meant by a slash-separated name that none of some files has.
func Find(name string, lying []string) Match {
	name = path.Clean(name)
	folder, base := path.Split(name)
	best := Match{}
	better := func(file string, d Difference) {
		if best.Difference == None || d < best.Difference {
			best = Match{file, d}
		}
	}
	var beside []string
	for _, file := range lying {
		in, its := path.Split(file)
		same := fold(in) == fold(folder)
		switch {
		case file == name:
			continue
		case norm.NFC.String(file) == norm.NFC.String(name):
			better(file, Accents)
		case fold(file) == fold(name):
			better(file, Letters)
		case same && stemsMeet(its, base):
			better(file, Ending)
		case fold(its) == fold(base):
			better(file, Elsewhere)
		}
		if same {
			beside = append(beside, its)
		}
	}
	if best.Difference == None {
		if near := suggest(base, beside); near != "" {
			for _, file := range lying { // in the letters of its folder
				if in, its := path.Split(file); its == near && fold(in) == fold(folder) {
					return Match{file, Slip}
				}
			}
		}
	}
	return best
}

// suggest returns the name that differs from base by a slip. Their endings differ by none, so that a.png is not meant by b.png.
func suggest(base string, known []string) string {
	ext := path.Ext(base)
	stem := strings.TrimSuffix(base, ext)
	var stems []string
	of := map[string]string{}
	for _, k := range known {
		if s := strings.TrimSuffix(k, path.Ext(k)); strings.EqualFold(path.Ext(k), ext) && !onlyNumbersDiffer(s, stem) {
			stems = append(stems, s)
			of[s] = k
		}
	}
	if near := diag.Suggest(stem, stems); near != "" {
		return of[near]
	}
	if near := diag.Suggest(base, known); near != "" && path.Ext(near) != ext && strings.TrimSuffix(near, path.Ext(near)) == stem { // a.pgn
		return near
	}
	return ""
}

// onlyNumbersDiffer reports whether two names are alike but for their figures: 02 is not meant by 03.
func onlyNumbersDiffer(a, b string) bool {
	bare := func(s string) string {
		return strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' {
				return -1
			}
			return r
		}, fold(s))
	}
	return bare(a) == bare(b)
}

// fold returns a name as file systems compare it that tell neither capitals nor forms of Unicode apart.
func fold(name string) string { return cases.Fold().String(norm.NFC.String(name)) }

// stemsMeet reports whether two names of a folder differ in their endings: door and door.png, door.jpg and door.png, 01.md and 01.md.txt.
func stemsMeet(a, b string) bool {
	a, b = fold(a), fold(b)
	bare := func(s string) string { return strings.TrimSuffix(s, path.Ext(s)) }
	return bare(a) == b || a == bare(b) || bare(a) == bare(b) && bare(a) != ""
}

// Note returns what to do where the name of a match was meant; as is how the file is named from where the author writes its name.
func (m Match) Note(as string) string {
	switch m.Difference {
	case None:
		return ""
	case Accents:
		return fmt.Sprintf("did you mean %q? its accents are stored in another form of Unicode; copy the name from the file", as)
	case Letters:
		return fmt.Sprintf("did you mean %q? capital and small letters differ", as)
	case Ending:
		return fmt.Sprintf("did you mean %q? that is what it is called", as)
	case Elsewhere:
		return fmt.Sprintf("did you mean %q? it lies in another folder", as)
	default:
		return fmt.Sprintf("did you mean %q?", as)
	}
}
