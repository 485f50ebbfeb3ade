package hyphen

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// respelling is what a language does beyond its patterns.
type respelling struct {
	dots   bool                                                 // l·l joins two parts of a word: Catalan
	commas bool                                                 // s and t with cedillas stand for those with commas: Romanian
	change func(w word, i int, odd []bool, d *Division) verdict // of the place before letter i; nil: no place is special
}

// verdict is what a rule says of a place in a word.
type verdict uint8

const (
	asPatterns verdict = iota // the patterns decide
	divided                   // a word is divided there, as the rule has set the Division
	whole                     // no word is divided there
)

// respellings are the rules of languages, by their primary tags.
var respellings = map[string]respelling{
	"ca": {dots: true, change: catalan},
	"hu": {change: hungarian},
	"nl": {change: dutch},
	"ro": {commas: true},
	"sv": {change: swedish.change},
	"nb": {change: norwegian.change},
	"nn": {change: norwegian.change},
	"no": {change: norwegian.change},
}

// apply reports whether a word is divided before letter i, and fills in d where the spelling changes.
func (r *respelling) apply(w word, i int, odd []bool, d *Division) bool {
	if r.change != nil {
		switch r.change(w, i, odd, d) {
		case divided:
			return true
		case whole:
			return false
		}
	}
	return odd[i]
}

// is reports whether the letters of a word from i on are those of s.
func (w word) is(i int, s string) bool {
	for _, r := range s {
		if i < 0 || i >= len(w.letters) || w.letters[i].r != r {
			return false
		}
		i++
	}
	return true
}

// end returns where letter i of a word ends in its text.
func (w word) end(i int) int {
	if i+1 < len(w.letters) {
		return w.letters[i+1].at
	}
	return len(w.text)
}

// any reports whether letter i of a word is among some.
func (w word) any(i int, letters string) bool {
	return i >= 0 && i < len(w.letters) && strings.ContainsRune(letters, w.letters[i].r)
}

const middleDot = '·'

// catalan: the dot of l·l, which keeps its letters from being an ll, goes where a hyphen does that: col-lecció (Institut d'Estudis
// Catalans, Ortografia catalana, 2017, 4.3).
func catalan(w word, i int, _ []bool, d *Division) verdict {
	switch {
	case w.is(i-1, "l·l"):
		d.To = w.letters[i+1].at
		return divided
	case w.is(i-1, "ŀl"):
		d.At, d.Before = w.letters[i-1].at, "l"
		return divided
	case w.any(i-1, "·") || w.any(i, "·"):
		return whole
	}
	return asPatterns
}

// hungarian: a doubled digraph is written short, ssz for szsz, and whole again where it is divided: asz-szony (A magyar helyesírás
// szabályai, 2015, 226 f). Where the patterns divide the letters, the word is a compound whose parts meet there: más-szor. A
// digraph that a compound's parts make by chance stands beside such a division, or beside a consonant.
func hungarian(w word, i int, odd []bool, d *Division) verdict {
	for _, digraph := range []string{"dzs", "cs", "dz", "gy", "ly", "ny", "sz", "ty", "zs"} {
		n := utf8.RuneCountInString(digraph)
		if !w.is(i, digraph) || !w.any(i-1, digraph[:1]) {
			continue
		}
		if odd[i] {
			return asPatterns
		}
		if odd[i-1] || odd[i+1] || !w.any(i-2, hungarianVowels) || !w.any(i+n, hungarianVowels) {
			return whole
		}
		d.Before = digraph[1:]
		return divided
	}
	return asPatterns
}

const hungarianVowels = "aáeéiíoóöőuúüű"

// dutch: a diaeresis shows that a vowel begins a syllable, which at the beginning of a line needs no sign: zee-en, re-unie, and the
// second of two vowels goes before the ending of a diminutive, menu-tje (Woordenlijst Nederlandse Taal, Leidraad 15 f). Of -eetje,
// one does not know whether it stands for é or ee.
func dutch(w word, i int, odd []bool, d *Division) verdict {
	switch {
	case !odd[i]:
	case w.any(i, "ëïöü") && w.any(i-1, "aeiou"):
		d.To = w.end(i)
		plain, _ := utf8.DecodeRuneInString(norm.NFD.String(w.text[d.At:d.To]))
		d.After = string(plain)
		return divided
	case w.is(i, "tje") && i >= 2 && w.letters[i-1].r == w.letters[i-2].r:
		if !w.any(i-1, "aou") {
			return whole
		}
		d.At = w.letters[i-1].at
		return divided
	}
	return asPatterns
}

// mergers are the beginnings of compounds in which two of three equal consonants are written: "til/låt" is that of tillåta, which is
// till and låta. Divided, the word has all three.
type mergers []string

var (
	// Svenska skrivregler, 2017, 4.2.
	swedish = mergers{"til/låt", "til/lägg", "tug/gummi", "top/pris", "brän/nässl", "nat/tåg"}
	// Språkrådet, Skriveregler, Orddeling ved linjeskift.
	norwegian = mergers{"bus/stop", "bus/sjåfør", "nat/tog", "top/plan", "top/pris", "trafik/kork"}
)

func (m mergers) change(w word, i int, _ []bool, d *Division) verdict {
	for _, parts := range m {
		first, second, _ := strings.Cut(parts, "/")
		n := utf8.RuneCountInString(first)
		if (i == n || i == n+1) && w.is(0, first) && w.is(n, second) {
			if i == n+1 {
				return whole
			}
			_, size := utf8.DecodeLastRuneInString(first)
			d.Before = first[len(first)-size:]
			return divided
		}
	}
	return asPatterns
}
