package typeset

import (
	"bufio"
	"bytes"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/speedata/hyphenation"
)

// Hyphenator finds where words may be divided, by Liang's method (F. M. Liang, Word Hy-phen-a-tion by Com-put-er, 1983)
// with TeX's patterns and exceptions. It may be used by many goroutines.
type Hyphenator struct {
	lang       *hyphenation.Lang
	exceptions map[string][]int
	cache      sync.Map // string to []int
}

// The least letters before and after a division, as TeX has them for English.
const (
	leftMin  = 2
	rightMin = 3
)

// lastRightMin is the least that may follow a division where nothing else will do.
const lastRightMin = 2

// NewHyphenator reads patterns (one or more a line, as in TeX's hyph-en-us) and exceptions (one a line, divided with
// hyphens).
func NewHyphenator(patterns, exceptions []byte) (*Hyphenator, error) {
	lang, err := hyphenation.New(bytes.NewReader(patterns))
	if err != nil {
		return nil, err
	}
	lang.Leftmin = leftMin - 1 // the library's Leftmin is one less than TeX's
	lang.Rightmin = lastRightMin
	h := &Hyphenator{lang: lang, exceptions: map[string][]int{}}
	sc := bufio.NewScanner(bytes.NewReader(exceptions))
	for sc.Scan() {
		at := []int{}
		var word strings.Builder
		for _, part := range strings.Split(strings.TrimSpace(sc.Text()), "-") {
			if word.Len() > 0 {
				at = append(at, word.Len())
			}
			word.WriteString(part)
		}
		h.exceptions[word.String()] = at
	}
	return h, sc.Err()
}

// Points returns the byte offsets at which word may be divided. The word must consist of letters only, and the caller must
// not modify the result.
func (h *Hyphenator) Points(word string) []int {
	if len(word) < leftMin+rightMin {
		return nil
	}
	if at, ok := h.cache.Load(word); ok {
		return at.([]int)
	}
	at := h.points(word, rightMin)
	h.cache.Store(word, at)
	return at
}

// LastPoints is Points with the places that leave two letters for the next line.
func (h *Hyphenator) LastPoints(word string) []int {
	if len(word) < leftMin+rightMin {
		return nil
	}
	return h.points(word, lastRightMin)
}

// The library tries every part of a word against its patterns, in time that grows with the cube of the length. A longer
// word is given to it window by window: a division depends on no letter that is further away than a pattern is long.
const (
	hyphenWindow = 80 // letters
	hyphenReach  = 20 // no pattern of TeX's is longer
)

// divisions returns the places at which the patterns divide a lower-case word, counted in letters, in ascending order.
func (h *Hyphenator) divisions(word []rune) []int {
	if len(word) <= hyphenWindow {
		return h.lang.Hyphenate(string(word))
	}
	var out []int
	for from, done := 0, 0; done < len(word); from += hyphenWindow - 2*hyphenReach {
		to, sure := from+hyphenWindow, from+hyphenWindow-hyphenReach
		if to >= len(word) {
			to, sure = len(word), len(word)
		}
		for _, i := range h.lang.Hyphenate(string(word[from:to])) {
			if i += from; i >= done && i < sure {
				out = append(out, i)
			}
		}
		done = sure
	}
	return out
}

func (h *Hyphenator) points(word string, least int) []int {
	lower := strings.ToLower(word)
	if at, ok := h.exceptions[lower]; ok {
		return at
	}
	if len(lower) != len(word) { // offsets would not fit the word
		return nil
	}
	runes := h.divisions([]rune(lower))
	if len(runes) == 0 {
		return nil
	}
	n := utf8.RuneCountInString(word)
	if n == len(word) {
		out := runes[:0]
		for _, r := range runes {
			if r >= leftMin && r <= n-least {
				out = append(out, r)
			}
		}
		return out
	}
	var out []int
	k, i := 0, 0
	for b := range word {
		for k < len(runes) && runes[k] < i {
			k++
		}
		if k < len(runes) && runes[k] == i && i >= leftMin && i <= n-least {
			out = append(out, b)
		}
		i++
	}
	return out
}
