package diag

import (
	"slices"
	"strings"
)

// maxWord is the length in bytes up to which Suggest treats a word as a possible misspelling.
const maxWord = 200

// Suggest is what the author may have meant by a word that is not known: the one of the known words that has the same
// letters in any order, or is at most two slips away (a letter missing, added, wrong, or two swapped; one slip for a
// word of up to three letters), the nearest first. It is "" when there is none.
func Suggest(word string, known []string) string {
	best, least := "", 3
	if len(word) > maxWord {
		return ""
	}
	plain := plainWord(word)
	for _, k := range known {
		if k == word || len(k) > maxWord {
			continue
		}
		other := plainWord(k)
		n := slips(plain, other)
		if len(plain) <= 3 && n > 1 {
			n = least
		}
		if n > 1 && n >= least && len(plain) > 2 && sameLetters(plain, other) {
			n = 2
		}
		if n < least && n < max(len(plain), len(other)) {
			best, least = k, n
		}
	}
	return best
}

var separators = strings.NewReplacer("_", "", "-", "", " ", "", ".", "")

func plainWord(s string) []rune { return []rune(strings.ToLower(separators.Replace(s))) }

func sameLetters(a, b []rune) bool {
	a, b = slices.Clone(a), slices.Clone(b)
	slices.Sort(a)
	slices.Sort(b)
	return slices.Equal(a, b)
}

// slips returns the distance of two words in the optimal string alignment metric, or 3 if it is more than 2.
func slips(a, b []rune) int {
	if d := len(a) - len(b); d > 2 || d < -2 {
		return 3
	}
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			change := 1
			if a[i-1] == b[j-1] {
				change = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return min(last[len(b)], 3)
}
