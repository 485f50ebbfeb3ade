package hyphen

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

var from = flag.String("from", "", "write the patterns anew out of a folder of TeX's files, hyph-*.tex and hyph-*.pat.txt")

// folder is where the patterns are.
const folder = "../../../../styles/hyphenation"

// sources are the files of TeX's that patterns are made of. Those of English are TeX's as they are, those of Romanian are our own.
var sources = map[string][]string{
	"de": {"de-1996"}, "en-gb": {"en-gb"}, "fr": {"fr"}, "es": {"es"}, "pt": {"pt"}, "it": {"it"},
	"nl": {"nl"}, "sv": {"sv"}, "da": {"da"}, "nb": {"no", "nb"}, "fi": {"fi"}, "is": {"is"}, "pl": {"pl"}, "cs": {"cs-sojka"},
	"sk": {"sk"}, "hu": {"hu"}, "hr": {"hr"}, "sl": {"sl"}, "et": {"et"}, "lv": {"lv"}, "lt": {"lt"}, "ca": {"ca"}, "tr": {"tr"},
	"el": {"el-polyton"}, "ru": {"ru"}, "uk": {"uk"}, "bg": {"bg"}, "la": {"la"}, "eo": {"eo"},
}

// TestGenerate writes the files of patterns, by hand: go test ./cmd/octavo/internal/hyphen -run Generate -from DIR.
func TestGenerate(t *testing.T) {
	if *from == "" {
		t.Skip("it is run by hand, with -from")
	}
	for name, files := range sources {
		var patterns []string
		for _, f := range files {
			patterns = append(patterns, texPatterns(t, f)...)
		}
		write(t, name, patterns)
	}
	write(t, "ro", romanian())
}

// plainSize is the size of a file of patterns from which on it is compressed, in bytes.
const plainSize = 16 << 10

func write(t *testing.T, name string, patterns []string) {
	data := []byte(strings.Join(sorted(patterns), "\n") + "\n")
	name = filepath.Join(folder, name+".txt")
	if len(data) >= plainSize {
		var z bytes.Buffer
		w, _ := gzip.NewWriterLevel(&z, gzip.BestCompression)
		if _, err := w.Write(data); err != nil || w.Close() != nil {
			t.Fatal(err)
		}
		name, data = name+".gz", z.Bytes()
	}
	if err := os.WriteFile(name, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// sorted returns patterns in the order of their letters, which [ReadPatterns] reads fastest, each once and in composed characters.
func sorted(patterns []string) []string {
	levels := map[string][]byte{}
	for _, p := range patterns {
		var letters strings.Builder
		at := []byte{0}
		for _, r := range norm.NFC.String(p) {
			if r >= '0' && r <= '9' {
				at[len(at)-1] = byte(r)
				continue
			}
			if r == '\'' || r == '᾽' || r == '᾿' {
				r = apostrophe
			}
			letters.WriteRune(r)
			at = append(at, 0)
		}
		if strings.Contains(letters.String(), "-") { // words are divided at their hyphens already
			continue
		}
		if was, ok := levels[letters.String()]; ok {
			for i := range at {
				at[i] = max(at[i], was[i])
			}
		}
		levels[letters.String()] = at
	}
	out := []string{}
	for letters, at := range levels {
		var b strings.Builder
		i := 0
		for _, r := range letters {
			if at[i] > '0' {
				b.WriteByte(at[i])
			}
			b.WriteRune(r)
			i++
		}
		if at[i] > '0' {
			b.WriteByte(at[i])
		}
		out = append(out, b.String())
	}
	lettersOf := func(p string) string { return digits.ReplaceAllString(p, "") }
	slices.SortFunc(out, func(a, b string) int { return cmp.Compare(lettersOf(a), lettersOf(b)) })
	return out
}

var (
	digits  = regexp.MustCompile(`[0-9]`)
	comment = regexp.MustCompile(`(?m)%.*$`)
)

// texPatterns reads a file of TeX's patterns and exceptions. An exception becomes a pattern for the whole word, which beats all others.
func texPatterns(t *testing.T, name string) (out []string) {
	if data, err := os.ReadFile(filepath.Join(*from, "hyph-"+name+".pat.txt")); err == nil {
		return strings.Fields(string(data))
	}
	data, err := os.ReadFile(filepath.Join(*from, "hyph-"+name+".tex"))
	if err != nil {
		t.Fatal(err)
	}
	text := comment.ReplaceAllString(string(data), "")
	for _, m := range regexp.MustCompile(`\\patterns\s*\{([^}]*)\}`).FindAllStringSubmatch(text, -1) {
		for _, p := range strings.Fields(m[1]) {
			if strings.ContainsFunc(p, func(r rune) bool {
				return !unicode.In(r, unicode.L, unicode.Nd, unicode.M) && !strings.ContainsRune(".'’᾽᾿-", r)
			}) {
				t.Fatalf("%s: %q is no pattern", name, p)
			}
			out = append(out, p)
		}
	}
	for _, m := range regexp.MustCompile(`\\hyphenation\s*\{([^}]*)\}`).FindAllStringSubmatch(text, -1) {
		for _, word := range strings.Fields(m[1]) {
			out = append(out, exception(word))
		}
	}
	return out
}

// exception returns the pattern of a word that is divided at its hyphens alone.
func exception(word string) string {
	var b strings.Builder
	level := ""
	b.WriteString(".")
	for _, r := range word {
		if r == '-' {
			level = "9"
			continue
		}
		b.WriteString(level)
		b.WriteRune(r)
		level = "8"
	}
	return b.String() + "."
}

// romanian returns patterns for Romanian, by the rules of the Academy's Dicționarul ortografic, ortoepic și morfologic al limbii
// române, 2nd edition, 2005, "Despărțirea în silabe": those that hang on letters alone. Vowels that may be one syllable or two stay
// together.
func romanian() (out []string) {
	const consonants = "bcdfghjklmnpqrsștțvwxyz"
	const vowels = "aăâeiîouáéíóú"
	add := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	for _, c := range consonants {
		for _, v := range vowels {
			add("1%c%c", c, v)
		}
		add("2%ci.", c) // the i of the plural is no syllable
	}
	for _, c := range "bcdfghptv" { // a stop or an f before a liquid begins a syllable with it
		for _, liquid := range "lr" {
			for _, v := range vowels {
				add("1%c2%c%c", c, liquid, v)
			}
			add("1%c2%ci.", c, liquid)
		}
	}
	for _, v := range "ei" { // ch and gh are one sound
		add("1c2h%c", v)
		add("1g2h%c", v)
	}
	add("2chi.")
	add("2ghi.")
	for _, first := range consonants { // of three consonants, two begin a syllable: con-stant
		for _, third := range "cfklmnpqtțv" {
			add("%c1s2%c", first, third)
			for _, liquid := range "lr" {
				add("%c1s2%c2%c", first, third, liquid)
			}
		}
		for _, cluster := range []string{"stn", "stm", "sct", "spț"} {
			add("%c2%s", first, cluster)
		}
	}
	for _, group := range []string{"l1p2t", "m1p2t", "m1p2ț", "n1c2t", "n1c2ț", "n1c2s", "n1d2v", "r1c2t", "r1t2f", "s1t2m"} { // but these part after the second
		add("%s", strings.NewReplacer("1", "4", "2", "5").Replace(group))
	}
	for _, a := range vowels { // an i or a u between vowels begins a syllable
		for _, b := range "aăâeîo" {
			add("%c1i2%c", a, b)
			add("%c1u2%c", a, b)
		}
	}
	out = append(out, "a1e", "a1o", "a1a", "e1e", "o1e", "o1o", "i1i", "u1u", "e1î", "a1î", "o1î", "ți1o", "ți1u") // these are never one sound
	return append(out, "2i2i.", "a2e.", "g2e2o", "2i.")
}
