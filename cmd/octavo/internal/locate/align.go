package locate

import (
	"math"
	"slices"
	"unicode/utf8"
)

// pair is words of the query that stand for words of the text: one for one, or two for one where a word was parted.
type pair struct {
	query, text   int
	nquery, ntext int
	near          bool // they are nearly the same word
}

// What an alignment costs, beside what each word is worth: a wrong word, and one that only one side has. Worths are
// between worthLeast and worthMost.
const (
	wrongWord  = -10
	absentWord = -6
	worthLeast = 8
	worthMost  = 32
)

// align finds where a run of words stands in a text, both of which may have words that the other has not: the local
// alignment of Smith and Waterman (J. Mol. Biol. 147, 1981), with words for letters. Worth is what finding each word
// of the query counts. The pairs are in order; the score is 0 when nothing is alike. Time and room are the product of
// the lengths.
func align(query, text []string, worth []int) (pairs []pair, score int) {
	const (
		stop = iota
		both
		nearly
		wrong
		skipQuery
		skipText
		twoQuery // two words of the query are one of the text
		twoText
	)
	width := len(text) + 1
	table := make([]int32, (len(query)+1)*width)
	steps := make([]uint8, len(table))
	bestI, bestJ := 0, 0
	for i := 1; i <= len(query); i++ {
		q, w := query[i-1], int32(worth[i-1])
		row, above := table[i*width:(i+1)*width], table[(i-1)*width:i*width]
		for j := 1; j <= len(text); j++ {
			t := text[j-1]
			value, step := int32(0), uint8(stop)
			try := func(v int32, s uint8) {
				if v > value {
					value, step = v, s
				}
			}
			switch {
			case q == t:
				try(above[j-1]+w, both)
			case similar(q, t):
				try(above[j-1]+w/2, nearly)
			default:
				try(above[j-1]+wrongWord, wrong)
				if i > 1 && joined(query[i-2], q, t) {
					try(table[(i-2)*width+j-1]+w+int32(worth[i-2]), twoQuery)
				}
				if j > 1 && joined(text[j-2], t, q) {
					try(above[j-2]+w, twoText)
				}
			}
			try(above[j]+absentWord, skipQuery)
			try(row[j-1]+absentWord, skipText)
			row[j], steps[i*width+j] = value, step
			if int(value) > score {
				score, bestI, bestJ = int(value), i, j
			}
		}
	}
	for i, j := bestI, bestJ; i > 0 && j > 0; {
		switch steps[i*width+j] {
		case both:
			i, j = i-1, j-1
			pairs = append(pairs, pair{i, j, 1, 1, false})
		case nearly:
			i, j = i-1, j-1
			pairs = append(pairs, pair{i, j, 1, 1, true})
		case wrong:
			i, j = i-1, j-1
		case skipQuery:
			i--
		case skipText:
			j--
		case twoQuery:
			i, j = i-2, j-1
			pairs = append(pairs, pair{i, j, 2, 1, false})
		case twoText:
			i, j = i-1, j-2
			pairs = append(pairs, pair{i, j, 1, 2, false})
		default:
			i = 0
		}
	}
	slices.Reverse(pairs)
	return pairs, score
}

// joined reports whether two words are one.
func joined(a, b, whole string) bool {
	return len(a)+len(b) == len(whole) && whole[:len(a)] == a && whole[len(a):] == b
}

// similar reports whether two words differ by so little that one may be the other, misspelt or inflected: at most a
// third of the longer one's letters, and not their first and last letters both.
func similar(a, b string) bool {
	if len(a) < 3 || len(b) < 3 || len(a) > 40 || len(b) > 40 || a[0] != b[0] && a[len(a)-1] != b[len(b)-1] {
		return false
	}
	long := max(len(a), len(b))
	if 3*(long-min(len(a), len(b))) > long {
		return false
	}
	return 3*distance(a, b) <= long
}

// distance returns the Levenshtein distance of two words of at most 40 letters.
func distance(a, b string) int {
	var row [41]int
	for j := range len(b) + 1 {
		row[j] = j
	}
	for i := range len(a) {
		corner := row[0]
		row[0] = i + 1
		for j := range len(b) {
			next := min(row[j+1], row[j]) + 1
			if a[i] == b[j] {
				next = corner
			} else {
				next = min(next, corner+1)
			}
			corner, row[j+1] = row[j+1], next
		}
	}
	return row[len(b)]
}

// worthOf returns the weight of a word by its frequency in a text.
func worthOf(times, all int) int {
	if times <= 0 {
		return worthMost
	}
	return int(max(worthLeast, min(worthMost, worthLeast+2*math.Log2(float64(all)/float64(times)))))
}

// letters returns the number of letters in a word.
func letters(s string) int { return utf8.RuneCountInString(s) }
