package stats

import (
	"cmp"
	"slices"
)

// Beginning is words with which several chapters, maxims, paragraphs or sentences begin.
type Beginning struct {
	Of     string  `json:"of"` // "chapters", "maxims", "paragraphs", or "sentences" that follow each other
	Words  string  `json:"words"`
	Count  int     `json:"count"`
	Places []Place `json:"places"` // the first few
}

// The rules of beginnings.
const (
	beginningsKept = 5 // of each kind
	placesKept     = 5
	openersKept    = 5
)

// beginnings returns what begins alike: chapters, maxims and paragraphs by their first two words, sentences in a row by their first
// word. The most frequent come first.
func (m *measurer) beginnings() []Beginning {
	out := []Beginning{}
	for _, k := range []struct {
		of    string
		role  role
		least int
	}{{"chapters", opensChapter, 2}, {"maxims", isMaxim, leastRepeated}, {"paragraphs", opensParagraph, leastRepeated}} {
		out = append(out, m.alike(k.of, k.role, k.least)...)
	}
	return append(out, m.rows()...)
}

// alike returns the first two words that several sentences of a role have in common.
func (m *measurer) alike(of string, as role, least int) []Beginning {
	groups := map[[2]int32][]sentence{}
	for i := range m.chapters {
		for _, s := range m.chapters[i].sentences {
			if s.role == as && s.len() >= 2 {
				t := m.chapters[i].tokens[s.from:]
				key := [2]int32{t[0].word, t[1].word}
				groups[key] = append(groups[key], s)
			}
		}
	}
	var out []Beginning
	for key, group := range groups {
		if len(group) >= least {
			out = append(out, m.beginning(of, m.forms[key[0]].shown+" "+m.forms[key[1]].shown, group))
		}
	}
	return most(out)
}

// rows returns the sentences that follow each other in a paragraph and begin with the same word.
func (m *measurer) rows() []Beginning {
	var out []Beginning
	for i := range m.chapters {
		c := &m.chapters[i]
		for from := 0; from < len(c.sentences); {
			s := c.sentences[from]
			to := from + 1
			for to < len(c.sentences) && c.sentences[to].run == s.run && c.tokens[c.sentences[to].from].word == c.tokens[s.from].word {
				to++
			}
			if to-from >= leastRepeated {
				b := m.beginning("sentences", m.forms[c.tokens[s.from].word].shown, c.sentences[from:from+1])
				b.Count = to - from
				out = append(out, b)
			}
			from = to
		}
	}
	return most(out)
}

// beginning returns what some sentences have in common.
func (m *measurer) beginning(of, words string, group []sentence) Beginning {
	b := Beginning{Of: of, Words: words, Count: len(group)}
	for _, s := range group[:min(placesKept, len(group))] {
		b.Places = append(b.Places, m.place(m.chapters[s.chapter].tokens[s.from]))
	}
	return b
}

// most returns the beginnings that are most frequent.
func most(list []Beginning) []Beginning {
	slices.SortStableFunc(list, func(a, b Beginning) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Words, b.Words), cmp.Compare(a.Places[0].File, b.Places[0].File),
			cmp.Compare(a.Places[0].Line, b.Places[0].Line))
	})
	return list[:min(beginningsKept, len(list))]
}

// openers returns the words that most sentences begin with.
func (m *measurer) openers() []Count {
	counts := map[int32]int{}
	for i := range m.chapters {
		c := &m.chapters[i]
		for _, s := range c.sentences {
			counts[c.tokens[s.from].word]++
		}
	}
	out := []Count{}
	for word, n := range counts {
		if n >= leastRepeated {
			out = append(out, Count{m.forms[word].key, m.forms[word].shown, n})
		}
	}
	slices.SortFunc(out, func(a, b Count) int { return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.ID, b.ID)) })
	return out[:min(openersKept, len(out))]
}
