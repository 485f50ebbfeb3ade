package hyphen

import (
	"bytes"
	"cmp"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/lang"
)

// lists is the folder of words as TeX divides them, a file for each language that has patterns.
const lists = "../lang/testdata/hyphens"

// list is the words of a language, divided, under a line that says what divided them.
type list struct {
	tag           string
	head          string
	before, after int // the least letters, as the head says
	words         []string
}

var leastLetters = regexp.MustCompile(`\\lefthyphenmin=(\d) \\righthyphenmin=(\d)$`)

func readLists(t *testing.T) (all []list) {
	files, err := filepath.Glob(filepath.Join(lists, "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		l := list{tag: strings.TrimSuffix(filepath.Base(file), ".txt")}
		l.head, _, _ = strings.Cut(string(data), "\n")
		l.words = strings.Fields(strings.TrimPrefix(string(data), l.head))
		m := leastLetters.FindStringSubmatch(l.head)
		if m == nil || len(l.words) < 60 {
			t.Fatalf("%s: %d words under %q", file, len(l.words), l.head)
		}
		l.before, l.after = int(m[1][0]-'0'), int(m[2][0]-'0')
		all = append(all, l)
	}
	return all
}

// row returns the language of a list, and the names of its patterns and exceptions. The least letters are those of the list where
// the table of languages has no such row.
func (l *list) row() (row *lang.Language, patterns, exceptions string) {
	row, known := lang.Find(l.tag)
	if !known {
		row.Rules.Hyphenation = lang.Hyphenation{Patterns: "hyphenation/" + l.tag + ".txt", Before: l.before, After: l.after}
	}
	name := func(file string) string { return strings.TrimSuffix(filepath.Base(file), ".txt") }
	rules := row.Rules.Hyphenation
	if rules.Exceptions != "" {
		exceptions = name(rules.Exceptions)
	}
	return row, name(rules.Patterns), exceptions
}

// TestLists holds that words are divided as the lists say, but for those of otherwise.
func TestLists(t *testing.T) {
	listed := map[string]bool{}
	for _, l := range readLists(t) {
		row, patterns, exceptions := l.row()
		listed[row.Rules.Hyphenation.Patterns] = true
		if r := row.Rules.Hyphenation; r.Before != l.before || r.After != l.after {
			t.Errorf("%s: the list leaves %d and %d letters, octavo %d and %d", l.tag, l.before, l.after, r.Before, r.After)
		}
		var words []byte
		if exceptions != "" {
			words = read(t, exceptions)
		}
		h, err := New(row, read(t, patterns), words)
		if err != nil {
			t.Fatal(err)
		}
		for _, tex := range l.words {
			want := tex
			for _, o := range otherwise {
				want = cmp.Or(o.words[l.tag+" "+tex], want)
			}
			if got := shown(h, strings.ReplaceAll(tex, "-", "")); got != want {
				t.Errorf("%s: %s, want %s", l.tag, got, want)
			}
		}
	}
	for _, l := range lang.Languages() {
		if p := l.Rules.Hyphenation.Patterns; p != "" && !listed[p] {
			t.Errorf("%s: there is no list of words", l.Tag)
		}
	}
}

// otherwise are words that octavo divides otherwise than TeX does, by their language and TeX's divisions.
var otherwise = []struct {
	reason string
	words  map[string]string
}{
	{"no line ends or begins with an apostrophe, and it is no letter of the least before a division: of l’amore, a alone would be left", map[string]string{
		"ca d’-hi-vern":     "d’hi-vern",
		"ca l’-ho-me":       "l’ho-me",
		"ca s’a-dorm":       "s’adorm",
		"ca n’-hi":          "n’hi",
		"it al-l’i-ni-zio":  "al-l’ini-zio",
		"it l’a-mo-re":      "l’amo-re",
		"it c’e-ra":         "c’era",
		"uk під’-їзд":       "під’їзд",
		"uk об’-єд-на-н-ня": "об’єд-на-н-ня",
		"uk п’я-тни-ця":     "п’ятни-ця",
		"uk ком-п’ю-тер":    "ком-п’ютер",
		"uk м’я-кий":        "м’який",
		"uk прем’-є-ра":     "прем’єра",
	}},
	{"the dot of l·l becomes a hyphen, which TeX leaves to authors' macros", map[string]string{
		"ca col·lec-ció":       "col-lec-ció",
		"ca pa-ral·lel":        "pa-ral-lel",
		"ca in-tel·li-gèn-cia": "in-tel-li-gèn-cia",
		"ca il·lu-sió":         "il-lu-sió",
	}},
}

// TestGenerateLists writes the lists anew out of their words, by hand: go test ./cmd/octavo/internal/hyphen -run GenerateLists -from
// DIR. It runs luatex with the patterns of that folder. The words of Romanian stand as the Academy's dictionary has them.
func TestGenerateLists(t *testing.T) {
	if *from == "" {
		t.Skip("it is run by hand, with -from")
	}
	for _, l := range readLists(t) {
		_, patterns, _ := l.row()
		source := append(sources[patterns], "en-us")[0]
		switch l.tag {
		case "ro":
			continue
		case "nb", "nn":
			source = l.tag
		}
		words := l.byTeX(t, source)
		head := fmt.Sprintf("# hyph-%s.tex%s, %s, \\lefthyphenmin=%d \\righthyphenmin=%d", source, versionOf(t, source), engine(t), l.before, l.after)
		if err := os.WriteFile(filepath.Join(lists, l.tag+".txt"), []byte(head+"\n"+words), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// byTeX returns a list's words as TeX divides them, one a line. The patterns have the apostrophe of typewriters.
func (l *list) byTeX(t *testing.T, source string) string {
	script, err := filepath.Abs("testdata/showhyphens.lua")
	if err != nil {
		t.Fatal(err)
	}
	folder, err := filepath.Abs(*from)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	tex := fmt.Sprintf(`\lccode"27="27 \newlanguage\words \language\words \input hyph-%s.tex
\lefthyphenmin=%d \righthyphenmin=%d \directlua{dofile("%s")}\end`, source, l.before, l.after, script)
	plain := strings.NewReplacer("-", "", "’", "'").Replace(strings.Join(l.words, "\n")) + "\n"
	for name, text := range map[string]string{"showhyphens.tex": tex, "words.txt": plain} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command("luatex", "--interaction=nonstopmode", "showhyphens.tex")
	cmd.Dir, cmd.Env = dir, append(os.Environ(), "TEXINPUTS="+folder+":")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v: %s", l.tag, err, out)
	}
	words, err := os.ReadFile(filepath.Join(dir, "hyphens.txt"))
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(string(words), "'", "’")
}

// versionOf returns the version of a file of TeX's patterns, in brackets, as far as the file says it.
func versionOf(t *testing.T, source string) string {
	data, err := os.ReadFile(filepath.Join(*from, "hyph-"+source+".tex"))
	if err != nil {
		t.Fatal(err)
	}
	if m := regexp.MustCompile(`(?m)^% version: *(\S.*?)\s*$`).FindSubmatch(data); m != nil {
		return " (" + string(m[1]) + ")"
	}
	return ""
}

// engine returns the name and version of luatex.
func engine(t *testing.T) string {
	out, err := exec.Command("luatex", "--version").Output()
	if err != nil {
		t.Fatal(err)
	}
	line, _, _ := bytes.Cut(out, []byte("\n"))
	return strings.TrimPrefix(string(line), "This is ")
}
