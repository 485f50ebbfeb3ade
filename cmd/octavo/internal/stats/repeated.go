package stats

import (
	"cmp"
	"math"
	"slices"
)

// Beside is a word that a chapter has much more often than the rest of the book.
type Beside struct {
	Word  string  `json:"word"`
	Count int     `json:"count"` // in the chapter
	Times float64 `json:"times"` // how many times as often as elsewhere, for as many words; 0: it stands nowhere else
}

// Close is a word that is repeated within few words.
type Close struct {
	Word  string `json:"word"`
	Count int    `json:"count"`
	Span  int    `json:"words"` // from its first place to its last one
	Place Place  `json:"place"` // its first
}

// The rules of repetitions.
const (
	leastRepeated = 3     // a word is repeated when it stands so often
	besideShown   = 5     // of a chapter
	besideTimes   = 3     // how many times as often as elsewhere a word is to be
	besideSure    = 10.83 // by a log-likelihood that chance exceeds once in a thousand
	closeGap      = 30    // how many words lie between a word and its repetition, at most
	closeRare     = 4     // how many times as often as by chance
	closeKept     = 50
)

// beside returns the words by which the nth chapter differs from the rest of the book, the most certain first (T. Dunning, Accurate
// Methods for the Statistics of Surprise and Coincidence, Computational Linguistics 19, 1993).
func (m *measurer) beside(n int) []Beside {
	out := []Beside{}
	if len(m.chapters) < 2 {
		return out
	}
	c := &m.chapters[n]
	inside, all := float64(len(c.tokens)), 0.0
	for i := range m.chapters {
		all += float64(len(m.chapters[i].tokens))
	}
	outside := all - inside
	type scored struct {
		Beside
		score float64
	}
	var found []scored
	for word, count := range c.counts {
		f := &m.forms[word]
		a, b := float64(count), float64(f.count-count)
		if count < leastRepeated || outside == 0 || a/inside < besideTimes*b/outside {
			continue
		}
		score := a * math.Log(a/(inside*(a+b)/all))
		times := 0.0
		if b > 0 {
			score += b * math.Log(b/(outside*(a+b)/all))
			times = rounded(a / inside / (b / outside))
		}
		if 2*score >= besideSure {
			found = append(found, scored{Beside{f.shown, count, times}, score})
		}
	}
	slices.SortFunc(found, func(a, b scored) int { return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.Word, b.Word)) })
	for _, s := range found[:min(besideShown, len(found))] {
		out = append(out, s.Beside)
	}
	return out
}

// row is a word and its repetitions so far.
type row struct {
	first, last, count int // first and last are indexes of tokens
}

// close returns the words that stand three times or more with few words between, though the book does not have them that often, and
// how many less striking ones it leaves out. The most striking are those that stand most often in the fewest words.
func (m *measurer) close() (kept []Close, left int) {
	type scored struct {
		row
		chapter int
		score   float64
	}
	total := 0
	for i := range m.chapters {
		total += len(m.chapters[i].tokens)
	}
	var found []scored
	for i := range m.chapters {
		tokens := m.chapters[i].tokens
		rows := map[int32]row{}
		end := func(r row) {
			span := float64(r.last - r.first + 1)
			chance := span * float64(m.forms[tokens[r.first].word].count) / float64(total)
			if n := float64(r.count); r.count >= leastRepeated && n >= closeRare*chance {
				found = append(found, scored{r, i, (n - chance) * (n - chance) / span})
			}
		}
		for at, t := range tokens {
			if !m.forms[t.word].plain {
				continue
			}
			r, ok := rows[t.word]
			if ok && at-r.last-1 > closeGap {
				end(r)
				ok = false
			}
			if !ok {
				r = row{first: at}
			}
			r.last, r.count = at, r.count+1
			rows[t.word] = r
		}
		for _, r := range rows {
			end(r)
		}
	}
	slices.SortFunc(found, func(a, b scored) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.chapter, b.chapter), cmp.Compare(a.first, b.first))
	})
	kept = []Close{}
	for _, s := range found[:min(closeKept, len(found))] {
		t := m.chapters[s.chapter].tokens[s.first]
		kept = append(kept, Close{m.forms[t.word].shown, s.count, s.last - s.first + 1, m.place(t)})
	}
	return kept, len(found) - len(kept)
}
