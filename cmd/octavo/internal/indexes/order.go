// Package indexes gathers what the indexes at the end of a book list: the maxims under their themes, the maxims by their first
// words, and the subjects. It depends neither on pages nor on files; package interior adds folios, package epub links.
package indexes

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"octavo/cmd/octavo/internal/lang"
)

// mostFirst limits how many characters of a maxim FirstWords returns.
const mostFirst = 64

// FirstWords returns the first words of a maxim, or all of a short one.
func FirstWords(maxim string) string {
	if utf8.RuneCountInString(maxim) <= mostFirst {
		return maxim
	}
	end, n := 0, 0
	for at, r := range maxim {
		if n++; n > mostFirst {
			break
		}
		if unicode.IsSpace(r) {
			end = at
		}
	}
	if end == 0 {
		return maxim // one long word
	}
	return strings.TrimRight(maxim[:end], ",;:.–— ") + "\u00A0…"
}

// Order is the alphabetical order of a language. It must not be used by several goroutines at once.
type Order struct {
	lang     *lang.Language
	collator *collate.Collator
	letters  *collate.Collator // which tells no more apart than the letters of the alphabet are
	buf      collate.Buffer
	articles []string
	heads    []head
}

// head is a letter of the alphabet under which lines are listed.
type head struct {
	letter string
	key    []byte
}

// NewOrder returns the order of a language, or the root order of the Unicode collation algorithm if the language is not known.
func NewOrder(l *lang.Language) *Order {
	tag, err := language.Parse(l.Tag)
	if err != nil {
		tag = language.Und
	}
	switch base, _ := tag.Base(); base.String() {
	case "nb", "nn", "no": // the collator has no Norwegian, whose alphabet is that of Danish
		tag = language.Danish
	}
	o := &Order{lang: l, collator: collate.New(tag, collate.IgnoreCase), letters: collate.New(tag, collate.Loose), articles: l.Rules.Articles}
	for _, letter := range strings.Fields(l.Rules.Letters) {
		o.heads = append(o.heads, head{letter, slices.Clone(o.letters.KeyFromString(&o.buf, letter))})
		o.buf.Reset()
	}
	o.heads = slices.CompactFunc(o.heads, func(a, b head) bool { return slices.Equal(a.key, b.key) }) // Â stands under A where it sorts so
	return o
}

// key returns the part of a line that is sorted by: all but quotation marks and an article at its beginning.
func (o *Order) key(line string) string {
	key := strings.TrimLeftFunc(line, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for _, a := range o.articles {
		n := len(a)
		if len(key) <= n || !strings.EqualFold(key[:n], a) {
			continue
		}
		rest := key[n:]
		if r, _ := utf8.DecodeRuneInString(rest); !unicode.IsSpace(r) && !strings.HasSuffix(a, "’") && !strings.HasSuffix(a, "'") {
			continue
		}
		if rest = strings.TrimLeftFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }); rest != "" {
			return rest
		}
	}
	return key
}

// Letter returns the letter of the alphabet under which a line is listed, without accents where these make no letter of their own,
// or "" for figures and signs. A line in another script stands under its own first letter.
func (o *Order) Letter(line string) string {
	key := o.key(line)
	first, _ := utf8.DecodeRuneInString(key)
	if !unicode.IsLetter(first) {
		return ""
	}
	if bare, _ := utf8.DecodeRuneInString(norm.NFD.String(key)); len(o.heads) > 0 && scriptOf(bare) == scriptOf([]rune(o.heads[0].letter)[0]) {
		sorted := o.letters.KeyFromString(&o.buf, key)
		after, _ := slices.BinarySearchFunc(o.heads, sorted, func(h head, k []byte) int {
			if slices.Compare(h.key, k) <= 0 {
				return -1
			}
			return 1
		})
		o.buf.Reset()
		if after > 0 {
			return o.heads[after-1].letter
		}
	}
	bare, _ := utf8.DecodeRuneInString(norm.NFD.String(key))
	return o.lang.Upper(string(bare))
}

// scriptOf returns the name of the script that a letter is of, among those that an alphabet may be written in.
func scriptOf(r rune) string {
	for _, name := range [...]string{"Latin", "Cyrillic", "Greek", "Hebrew", "Arabic"} {
		if unicode.Is(unicode.Scripts[name], r) {
			return name
		}
	}
	return ""
}

// Sorted returns the items in alphabetical order of their lines. Items with equal lines keep their order.
func Sorted[T any](o *Order, items []T, line func(T) string) []T {
	var buf collate.Buffer
	keys := make([][]byte, len(items))
	by := make([]int, len(items))
	for i := range by {
		by[i], keys[i] = i, o.collator.KeyFromString(&buf, o.key(line(items[i])))
	}
	slices.SortStableFunc(by, func(a, b int) int { return slices.Compare(keys[a], keys[b]) })
	out := make([]T, len(items))
	for i, k := range by {
		out[i] = items[k]
	}
	return out
}
