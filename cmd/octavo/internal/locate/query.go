package locate

import (
	"maps"
	"strings"

	"octavo/cmd/octavo/internal/pagemap"
)

// query holds the words to look for.
type query struct {
	words    []string
	from, to int // the marked ones
	// A mark that begins or ends within a word: letters of the first word before it, and of the last one after it.
	skip, rest int
	steps      *int // of work so far: words that were compared
}

func newQuery(s *Seen) query {
	text := s.Before + s.Words + s.After
	list := Tokens(text)
	begin, end := len(s.Before), len(s.Before)+len(s.Words)
	q := query{steps: new(int)}
	*q.steps = len(list)
	q.from, q.to = len(list), len(list)
	for i, t := range list {
		switch {
		case s.Words == "":
			// A point stands before the first word that begins behind it, or within one.
			if t.To > begin && i < q.from {
				q.from, q.to = i, i
			}
		case t.To > begin && t.From < end:
			if i < q.from {
				q.from = i
				q.skip = letters(text[t.From:max(t.From, begin)])
			}
			q.to = i + 1
			q.rest = letters(text[min(t.To, end):t.To])
		}
	}
	if s.Words != "" && q.from == len(list) { // nothing but punctuation is marked: a point
		for i, t := range list {
			if t.From >= begin {
				q.from, q.to = i, i
				break
			}
		}
	}
	first, last := max(0, q.from-maxContext), min(len(list), q.to+maxContext)
	q.words = Words(list[first:last])
	q.from, q.to = q.from-first, q.to-first
	return q
}

// hint returns the word at which a remark should stand by what is known of its page or file, -1 when nothing is; exact
// says that the place is a line's, not just a page's.
func (x *Index) hint(s *Seen, pages *pagemap.Record) (word int, exact bool) {
	if s.File != "" {
		if src := x.source(s.File); src != nil {
			if s.Offset >= 0 && s.Row == 0 {
				return x.near(src, s.Offset), true
			}
			return x.near(src, src.Offset(max(1, s.Row), 1)), s.Row > 0
		}
	}
	if pages == nil {
		return -1, false
	}
	pg := s.page(pages)
	if pg == nil || len(pg.Lines) == 0 {
		return -1, false
	}
	line := pg.Lines[0]
	if s.Line > 0 && s.Line <= len(pg.Lines) {
		line, exact = pg.Lines[s.Line-1], true
	}
	if src := x.source(line.File); src != nil {
		return x.near(src, src.Offset(line.Line, line.Column)), exact
	}
	return -1, false
}

// page returns the page of a map that the reader saw, nil if it is unknown.
func (s *Seen) page(pages *pagemap.Record) *pagemap.RecordPage {
	if s.Folio == "" {
		return nil
	}
	for i := range pages.Pages {
		if strings.EqualFold(pages.Pages[i].Folio, s.Folio) {
			return &pages.Pages[i]
		}
	}
	return nil
}

// fromMap takes the words of a line from the map, where a page and a line are all that is known.
func (s *Seen) fromMap(pages *pagemap.Record) {
	if pages == nil || s.Line <= 0 {
		return
	}
	pg := s.page(pages)
	if pg == nil || s.Line > len(pg.Lines) {
		return
	}
	say := func(from, to int) string {
		var b strings.Builder
		for _, l := range pg.Lines[max(0, from):min(max(from, to), len(pg.Lines))] {
			b.WriteString(strings.TrimSuffix(l.Text, "\u00AD"))
			if !strings.HasSuffix(l.Text, "\u00AD") {
				b.WriteByte(' ')
			}
		}
		return b.String()
	}
	s.Before, s.Words, s.After, s.Whole = say(s.Line-3, s.Line-1), say(s.Line-1, s.Line), say(s.Line, s.Line+2), true
}

// countLines gives a line the number that it has in the page map. What the PDF has more, a running head, a folio,
// line numbers and notes in the margin, is not counted there.
func (s *Seen) countLines(pages *pagemap.Record) {
	if s.Printed == "" || pages == nil {
		return
	}
	pg := s.page(pages)
	if pg == nil {
		return
	}
	seen := map[string]int{}
	for _, t := range Tokens(s.Printed) {
		seen[t.Word]++
	}
	best, most := 0, 0
	for i, l := range pg.Lines {
		list := Words(Tokens(strings.TrimRight(l.Text, "\u00AD")))
		n := 0
		left := maps.Clone(seen)
		for _, w := range list {
			if left[w] > 0 {
				left[w]--
				n++
			}
		}
		if 4*n >= 3*len(list) && n > most {
			best, most = i+1, n
		}
	}
	s.Line, s.Printed = best, ""
}
