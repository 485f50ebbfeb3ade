package locate

import (
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/pagemap"
)

// A word such as "on" stands everywhere, so that it alone says nothing of its place. These are the most marked words, the most
// letters of each, and the fewest words around them by which longer ones are found too.
const (
	shortWords   = 2
	shortLetters = 6
	shortContext = 3
)

// short reports whether a query's mark is so short that it lands only with its neighbours: a word or two, of few letters or alone.
func (q query) short() bool {
	marked := q.words[q.from:q.to]
	return len(marked) > 0 && len(marked) <= shortWords && (q.around() < shortContext || q.common())
}

// common reports whether the marked words all have few letters.
func (q query) common() bool {
	return !slices.ContainsFunc(q.words[q.from:q.to], func(w string) bool { return letters(w) > shortLetters })
}

// around returns the number of words around the mark.
func (q query) around() int { return len(q.words) - (q.to - q.from) }

// findShort looks for a short mark: with the words around it, or where it stands only once in the book, on its page, beside its place in
// a file, or under its heading.
func (x *Index) findShort(q query, s *Seen, pages *pagemap.Record, hint int) finding {
	around := q.around()
	if around >= shortContext {
		if f := x.find(q, hint); f.status != "" && (f.run >= q.to-q.from+shortContext || 2*f.around >= around) {
			return f
		}
		// What stands farther around the words may stand elsewhere in the manuscript: in an index, or where a page ends.
		const few = 6
		if f := x.findNear(q.narrow(few), hint); f.status != "" && f.run > q.to-q.from+shortContext {
			return f
		}
		if hint < 0 {
			return finding{}
		}
	}
	all := x.standings(q.words[q.from:q.to])
	switch {
	case len(all) == 0 && !q.common(): // misspelt, or changed since
		return x.find(q, hint)
	case len(all) == 0:
		return finding{}
	case len(all) == 1 && around < shortContext:
		return q.standing(all[0], 0)
	}
	if s.File != "" && hint >= 0 {
		const far = 60 // words
		nearest := slices.MinFunc(all, func(a, b int) int { return max(a-hint, hint-a) - max(b-hint, hint-b) })
		if max(nearest-hint, hint-nearest) <= far {
			return q.standing(nearest, 0)
		}
	}
	for _, within := range []func(int) bool{x.onPage(s, pages), x.under(s)} {
		if within == nil {
			continue
		}
		if some := slices.DeleteFunc(slices.Clone(all), func(at int) bool { return !within(at) }); len(some) > 0 {
			return q.standing(some[0], len(some)-1)
		}
	}
	return finding{others: len(all)}
}

// standing returns the finding of the marked words at a word of the book.
func (q query) standing(at, others int) finding {
	return finding{status: AsMarked, from: at, to: at + q.to - q.from, others: others, whole: true}
}

// standings returns the words of the book at which some words stand, but not those that links print.
func (x *Index) standings(words []string) []int {
	var out []int
	for _, at := range x.times[words[0]] {
		from, to := int(at), int(at)+len(words)
		if to <= len(x.words) && slices.Equal(x.words[from:to], words) && !x.isMade(from) {
			out = append(out, from)
		}
	}
	return out
}

// onPage returns a function that reports whether a word stands on the page that the reader saw, nil if that is unknown.
func (x *Index) onPage(s *Seen, pages *pagemap.Record) func(int) bool {
	if pages == nil {
		return nil
	}
	first, next := -1, -1
	for i := range pages.Pages {
		pg := &pages.Pages[i]
		if len(pg.Lines) == 0 {
			continue
		}
		here := s.Folio != "" && strings.EqualFold(pg.Folio, s.Folio)
		if !here && first < 0 {
			continue
		}
		src := x.source(pg.Lines[0].File)
		if src == nil {
			return nil
		}
		at := x.near(src, src.Offset(pg.Lines[0].Line, pg.Lines[0].Column))
		if first >= 0 {
			next = at
			break
		}
		first = at
	}
	if first < 0 {
		return nil
	}
	if next < first {
		next = len(x.words)
	}
	const moved = 10 // words by which the page's ends may have moved since
	return func(at int) bool { return at >= first-moved && at < next+moved }
}

// under returns a function that reports whether a word stands under the heading that the reader saw, nil if that is unknown or the
// book has no such heading.
func (x *Index) under(s *Seen) func(int) bool {
	key := headingKey(s.Heading)
	if key == "" || !x.headings[key] {
		return nil
	}
	return func(at int) bool {
		o := x.owners[x.spots[at].owner]
		return headingKey(o.section) == key || headingKey(o.chapter) == key
	}
}
