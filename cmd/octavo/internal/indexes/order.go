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
	collator *collate.Collator
	articles []string
}

// NewOrder returns the order of a language, or the root order of the Unicode collation algorithm if the language is not known.
func NewOrder(l *lang.Language) *Order {
	tag, err := language.Parse(l.Tag)
	if err != nil {
		tag = language.Und
	}
	return &Order{collate.New(tag, collate.IgnoreCase), l.Rules.Articles}
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

// Letter returns the letter under which a line is listed, without accents, or "" for figures and signs.
func (o *Order) Letter(line string) string {
	r, _ := utf8.DecodeRuneInString(norm.NFD.String(o.key(line)))
	if !unicode.IsLetter(r) {
		return ""
	}
	return string(unicode.ToUpper(r))
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
