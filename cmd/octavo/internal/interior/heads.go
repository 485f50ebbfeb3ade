package interior

import (
	"cmp"
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// pageEntries are the entries of a page that its running head may name; any may be nil.
type pageEntries struct {
	open        *book.Entry // in which the page begins
	first, last *book.Entry // that begin on it
}

// findEntries finds the entries of pages that follow each other.
func (a *asker) findEntries(bodies []pageBody) {
	var open []*book.Entry
	for i := range bodies {
		found := &bodies[i].entries
		*found = pageEntries{}
		if len(open) > 0 {
			found.open = open[len(open)-1]
		}
		for _, it := range bodies[i].items {
			at, ok := it.(*page.Anchor)
			if !ok {
				continue
			}
			if n := len(open); strings.Contains(at.Name, ".") { // no entry's
				if n > 0 && at.Name == endAnchor(open[n-1]) {
					open = open[:n-1]
				}
			} else if e := a.entry(at.Name); e != nil {
				open = append(open, e)
				found.first, found.last = cmp.Or(found.first, e), e
			}
		}
	}
}

// headline is what a running head says.
type headline struct {
	words [2]string // the second is "" but for the last of two guide words
	of    [2]headSource
	guide headKind
}

// headKind is how a running head looks.
type headKind uint8

const (
	plainHead  headKind = iota // as the style has it
	guideWords                 // as the headwords of a dictionary
)

// headSource is where the words of a running head were written, and how to shorten them; without a place there is nothing to
// shorten.
type headSource struct {
	pos   diag.Pos
	words string
	hint  string
}

// What to do about a running head that is too long.
const (
	shortenBook  = `write short_title = "…" with fewer words under title in [book]`
	shortenTitle = `write short = "…" with fewer words into a block of +++ at the head of the file`
	shortenPart  = `write short = "…" with fewer words under title in its [[contents.part]]`
	shortenEntry = `write short = "…" with fewer words into the entry's block`
)

// headline returns what the running head of a page says. A page without entries says what its chapter is where others name
// theirs.
func (in *interior) headline(body *pageBody, d *division, recto bool) headline {
	says := in.cfg.Style.Head.Verso
	if recto {
		says = in.cfg.Style.Head.Recto
	}
	if body.head != "" && says != config.None {
		return headline{words: [2]string{body.head}}
	}
	switch says {
	case config.None:
		return headline{}
	case config.ByTitle:
		return headline{words: [2]string{cmp.Or(in.cfg.Book.ShortTitle, in.cfg.Book.Title)},
			of: [2]headSource{{in.cfg.Where("book.title"), in.cfg.Book.Title, shortenBook}}}
	case config.ByAuthor:
		return headline{words: [2]string{strings.Join(in.cfg.Book.Authors(), ", ")}}
	case config.ByPart:
		if d.partOf != nil && d.part != "" {
			return headline{words: [2]string{d.part}, of: [2]headSource{{d.partOf.Pos, d.part, shortenPart}}}
		}
	}
	if h, ok := in.entryHead(&body.entries, says, recto); ok {
		return h
	}
	h := headline{words: [2]string{d.title}}
	if d.chapter != nil {
		h.of[0] = headSource{d.chapter.Pos, d.title, shortenTitle}
	}
	return h
}

// entryHead returns a running head that names entries of its page, and whether it does.
func (in *interior) entryHead(on *pageEntries, says string, recto bool) (h headline, ok bool) {
	var one, two *book.Entry
	switch says {
	case config.ByEntry:
		if one = cmp.Or(on.open, on.first); recto {
			one = cmp.Or(on.last, on.open)
		}
	case config.ByFirst:
		one = cmp.Or(on.first, on.open)
	case config.ByLast:
		one = cmp.Or(on.last, on.open)
	case config.ByGuide:
		if one, two = cmp.Or(on.first, on.open), on.last; one == two {
			two = nil
		}
	}
	if one == nil {
		return h, false
	}
	for i, e := range []*book.Entry{one, two} {
		if e != nil {
			h.words[i] = headwords(e, says)
			h.of[i] = headSource{e.Pos, h.words[i], shortenEntry}
		}
	}
	if says != config.ByEntry && in.cfg.Style.Entry.Layout == config.RunIn {
		h.guide = guideWords
	}
	return h, true
}

// headwords returns the words for an entry in a running head: its number, where it has one and the head guides to entries, or its short
// form, or the maxim.
func headwords(e *book.Entry, says string) string {
	if says != config.ByEntry && e.Number > 0 {
		return strconv.Itoa(e.Number)
	}
	return cmp.Or(e.Short, strings.TrimRight(book.PlainText(e.Maxim), "."))
}

// between stands between two guide words.
const between = "\u2009–\u2009"

// headText returns the words of a running head in one line. Of two guide words that have no room together the longer is shortened,
// or both are to half of it.
func (f *furniture) headText(h headline, folio string) string {
	if h.words[1] == "" {
		return h.words[0]
	}
	word := func(i int) *typeset.Span { return f.headSpans(h.words[i], h.guide)[0].(*typeset.Span) }
	one, two := word(0), word(1)
	room := f.textWidth - 2*(textstyle.Width(f.folioSpans(folio))+page.Length(f.style.Head.Size)) - typeset.Width(between, one)
	wide := [2]page.Length{typeset.Width(one.Text, one), typeset.Width(two.Text, two)}
	if wide[0]+wide[1] <= room {
		return h.words[0] + between + h.words[1]
	}
	for i, s := range []*typeset.Span{one, two} {
		most := max(room/2, room-wide[1-i])
		short := textstyle.Shorten([]typeset.Inline{s}, most)[0].(*typeset.Span)
		if h.words[i] = short.Text; short != s {
			f.long = append(f.long, h.of[i])
		}
	}
	return h.words[0] + between + h.words[1]
}

// longHeads returns a warning for each running head that has been cut off, once for each place that it comes from.
func (in *interior) longHeads() (list diag.List) {
	said := map[diag.Pos]bool{}
	for _, p := range in.made {
		for _, of := range p.long {
			if !of.pos.IsValid() || said[of.pos] {
				continue
			}
			said[of.pos] = true
			list.Warnf("head-long", of.pos, "%q has no room in the running heads, which cut it off", diag.Shortened(of.words, 60)).Note("%s", of.hint)
		}
	}
	return list
}
