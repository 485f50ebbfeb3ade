package stats

import (
	"cmp"
	"slices"
)

// Sentences are how long the sentences of prose are: paragraphs, lists, quotations, notes and maxims; not titles, tables and verse.
type Sentences struct {
	Count   int        `json:"count"`
	Mean    float64    `json:"mean"`   // words
	Median  int        `json:"median"` // words
	Lengths []Length   `json:"lengths"`
	Longest []Sentence `json:"longest"` // up to three, the longest first
}

// Length is how many sentences have from From to To words; To is 0 for no limit.
type Length struct {
	From  int `json:"from"`
	To    int `json:"to"`
	Count int `json:"count"`
}

// Sentence is how long a sentence is.
type Sentence struct {
	Words int   `json:"words"`
	Place Place `json:"place"`
}

// longestShown is how many of the longest and the shortest of something are named.
const longestShown = 3

// sentences measures sentences.
func (m *measurer) sentences(list []sentence) Sentences {
	out := Sentences{Count: len(list), Longest: []Sentence{}}
	for _, from := range []int{1, 6, 11, 16, 21, 26, 31, 41} {
		out.Lengths = append(out.Lengths, Length{From: from})
	}
	for i := range out.Lengths[:len(out.Lengths)-1] {
		out.Lengths[i].To = out.Lengths[i+1].From - 1
	}
	if len(list) == 0 {
		return out
	}
	sorted := slices.Clone(list)
	slices.SortStableFunc(sorted, func(a, b sentence) int { return cmp.Compare(b.len(), a.len()) })
	sum := 0
	for _, s := range sorted {
		sum += s.len()
		for i := len(out.Lengths) - 1; i >= 0; i-- {
			if s.len() >= out.Lengths[i].From {
				out.Lengths[i].Count++
				break
			}
		}
	}
	out.Mean = rounded(float64(sum) / float64(len(sorted)))
	out.Median = sorted[len(sorted)/2].len()
	for _, s := range sorted[:min(longestShown, len(sorted))] {
		out.Longest = append(out.Longest, Sentence{s.len(), m.place(m.chapters[s.chapter].tokens[s.from])})
	}
	return out
}

// len returns how many words a sentence has.
func (s sentence) len() int { return int(s.to - s.from) }
