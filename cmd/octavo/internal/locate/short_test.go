package locate

import (
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/pagemap"
)

// strange has words that any book has, and is of another book.
const strange = `On the quay they kept a crane that could not be seen by the people of the town, and it was said that all of them
were out looking for it. First one went, then another, and the second of them took a list of things that were lost. Who could have
climbed it? The answer was not in the book, but in the water, where a child had put it, and had been told to.`

// TestShort marks every word of the small chapter, alone and with the words around it: a short word alone lands only where it
// stands once, and with its neighbours on itself.
func TestShort(t *testing.T) {
	x := NewIndex(booktest.OfChapter(t, booktest.Lamp))
	short := 0
	for i, w := range x.words {
		if x.isMade(i) || letters(w) > shortLetters {
			continue
		}
		short++
		s := x.spots[i]
		text := x.runs[s.run].text
		alone := x.Locate(&Seen{Words: text[s.from:s.to], Offset: -1}, nil)
		switch n := len(x.standings([]string{w})); {
		case n == 1 && alone.Status != AsMarked:
			t.Errorf("%q stands once, and is %s", w, alone.Status)
		case n > 1 && (alone.Status != Lost || alone.Others != n):
			t.Errorf("%q stands in %d places, and is %s, others %d", w, n, alone.Status, alone.Others)
		}
		if len(Tokens(text)) < 4 {
			continue
		}
		with := x.Locate(&Seen{Before: text[:s.from], Words: text[s.from:s.to], After: text[s.to:], Offset: -1}, nil)
		at, _ := x.pieceAtStart(i)
		if with.Status != AsMarked || with.Pos.Offset != x.startOf(i, 0).Offset {
			t.Errorf("%q in %q: %s at %v, not in the piece at %v", w, text, with.Status, with.Pos, at.pos)
		}
	}
	if short < 60 {
		t.Errorf("%d short words", short)
	}
}

// TestShortElsewhere marks every short word of another book, with the words around it: nothing lands.
func TestShortElsewhere(t *testing.T) {
	x := NewIndex(booktest.OfChapter(t, booktest.Lamp))
	for _, w := range Tokens(strange) {
		if letters(w.Word) > shortLetters {
			continue
		}
		place := x.Locate(&Seen{Before: strange[:w.From], Words: strange[w.From:w.To], After: strange[w.To:], Offset: -1}, nil)
		if place.Status != Lost {
			t.Errorf("%q is %s at %v", strange[max(0, w.From-20):min(len(strange), w.To+20)], place.Status, place.Pos)
		}
	}
}

// TestShortOnPage places a short word by its page, its heading, or its place in a file.
func TestShortOnPage(t *testing.T) {
	x := NewIndex(booktest.OfChapter(t, booktest.Lamp))
	page := func(folio string, line int, text string) pagemap.RecordPage {
		return pagemap.RecordPage{Folio: folio, Lines: []pagemap.RecordLine{{File: "manuscript/lamp.md", Line: line, Column: 1, Text: text}}}
	}
	name := x.words[0]
	src := x.startOf(0, 0).Source.Name
	pages := &pagemap.Record{Pages: []pagemap.RecordPage{page("1", 1, name), page("2", 12, "All of it")}}
	for i := range pages.Pages {
		pages.Pages[i].Lines[0].File = src
	}
	line := func(p Place) int {
		if !p.Pos.IsValid() {
			return 0
		}
		n, _ := p.Pos.Source.LineColumn(p.Pos.Offset)
		return n
	}
	for _, c := range []struct {
		name   string
		seen   Seen
		line   int
		others int
	}{
		{"the first page", Seen{Words: "was", Folio: "1"}, 3, 2},
		{"the second page", Seen{Words: "was", Folio: "2"}, 12, 0},
		{"under a heading", Seen{Words: "was", Heading: "Rachel climbed the stairs."}, 12, 0},
		{"under no heading of the book", Seen{Words: "was", Heading: "Elsewhere"}, 0, 4},
		{"a row of a file", Seen{Words: "was", File: src, Row: 12}, 12, 0},
		{"no page of the book", Seen{Words: "was", Folio: "99"}, 0, 4},
	} {
		if c.seen.File == "" {
			c.seen.Offset = -1
		}
		place := x.Locate(&c.seen, pages)
		if line(place) != c.line {
			t.Errorf("%s: line %d, %s, others %d", c.name, line(place), place.Status, place.Others)
		}
	}
}

// TestHolds tells the book's words from others.
func TestHolds(t *testing.T) {
	x := NewIndex(booktest.OfChapter(t, booktest.Lamp))
	for text, want := range map[string][2]bool{
		"picked the Wolcotts out of a crowd":      {true, true},
		"PICKED the “Wolcotts” out of – a crowd!": {true, true},
		"selected the Wolcotts out of a crowd":    {true, true},
		"the sea was a field of slate":            {false, true},
		"on":                                      {}, "out of a": {}, "the job was": {}, "": {},
		strings.Repeat("the job was light ", 300): {true, true},
	} {
		if held, enough := x.Holds(text); held != want[0] || enough != want[1] {
			t.Errorf("%.40q: %v, %v", text, held, enough)
		}
	}
	if !x.Heads("the lamp") || !x.Heads("Rachel climbed the stairs") || x.Heads("The job was light") || x.Heads("") {
		t.Error("headings are not told from text")
	}
	if !x.Follows("the job was light.", "The job was wicks") || x.Follows("The job was wicks", "as a child I") {
		t.Error("what follows is not told")
	}
}
