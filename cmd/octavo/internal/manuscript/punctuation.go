package manuscript

import (
	"slices"
	"strings"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/lang"
)

// punctuation is the rules by which the signs of a text in one language are set.
type punctuation struct {
	*lang.Language
	plain bool // straight quotes become “ ” ‘ ’, and nothing else changes

	opening, closing map[rune]string // the guillemets of the language and the white that belongs inside each
	outer            [2]rune         // the signs of its outer quotation marks
	abbreviations    map[rune][]abbreviation
	watched          [256]bool // bytes that begin what may change
}

// abbreviation is the parts of an abbreviation of several words: "z.", "B.".
type abbreviation []string

// thin is the white within abbreviations.
const thin = "\u202F"

// guillemets are the quotation marks inside which authors type white.
const guillemets = "«»‹›"

// newPunctuation returns the rules of a language.
func newPunctuation(l *lang.Language) *punctuation {
	p := &punctuation{Language: l}
	s, q := &l.Spacing, &l.Quotes
	p.plain = q.Outer == lang.English().Quotes.Outer && q.Inner == lang.English().Quotes.Inner && len(s.Before) == 0 && !s.Dialog &&
		s.Number == "" && len(l.Rules.Abbreviations) == 0
	if p.plain {
		return p
	}
	p.outer[0], _ = utf8.DecodeRuneInString(strings.TrimSpace(q.Outer.Open))
	p.outer[1], _ = utf8.DecodeRuneInString(strings.TrimSpace(q.Outer.Close))
	p.guillemets()
	p.abbreviations = map[rune][]abbreviation{}
	for _, a := range l.Rules.Abbreviations {
		p.abbreviate(a)
	}
	for _, list := range p.abbreviations {
		slices.SortFunc(list, func(a, b abbreviation) int { return len(b) - len(a) })
	}
	for r := range s.Before {
		p.watched[string(r)[0]] = true
	}
	for _, c := range "\n ;:!?" {
		p.watched[c] = true
	}
	p.watched["\u00A0"[0]], p.watched[thin[0]] = true, true // guillemets and other marks too
	return p
}

// guillemets gathers the guillemets that the language has. One that opens with some publishers and closes with others is left as
// it is typed, unless it is the book's own.
func (p *punctuation) guillemets() {
	p.opening, p.closing = map[rune]string{}, map[rune]string{}
	add := func(marks lang.Marks) {
		open, white := utf8.DecodeRuneInString(marks.Open)
		last, n := utf8.DecodeLastRuneInString(marks.Close)
		_, closes := p.closing[open]
		_, opens := p.opening[last]
		if closes || opens || !strings.ContainsRune(guillemets, open) || !strings.ContainsRune(guillemets, last) || open == last {
			return
		}
		if _, known := p.opening[open]; !known {
			p.opening[open] = marks.Open[white:]
		}
		if _, known := p.closing[last]; !known {
			p.closing[last] = marks.Close[:len(marks.Close)-n]
		}
	}
	add(p.Quotes.Outer)
	add(p.Quotes.Inner)
	for _, o := range p.Quotes.Others {
		add(o.Outer)
		add(o.Inner)
	}
}

// abbreviate adds an abbreviation, as it is at the beginning of a sentence too.
func (p *punctuation) abbreviate(words string) {
	var parts abbreviation
	for rest := words; rest != ""; {
		n := strings.IndexByte(rest, '.') + 1
		if n == 0 {
			n = len(rest)
		}
		parts, rest = append(parts, strings.TrimSpace(rest[:n])), strings.TrimSpace(rest[n:])
	}
	if len(parts) < 2 {
		return
	}
	add := func(parts abbreviation) {
		r, _ := utf8.DecodeRuneInString(parts[0])
		p.abbreviations[r] = append(p.abbreviations[r], parts)
		p.watched[parts[0][0]] = true
	}
	add(parts)
	if upper := p.Capital(parts[0]); upper != parts[0] {
		add(append(abbreviation{upper}, parts[1:]...))
	}
}

// marks returns those of a straight quote, which a code stands for.
func (p *punctuation) marks(code byte) lang.Marks {
	if code == leftDouble || code == rightDouble {
		return p.Quotes.Outer
	}
	return p.Quotes.Inner
}

// languages are those of a text: that of the book, or of the chapter, and of words in other languages. They are asked for from the
// beginning of the text to its end.
type languages struct {
	book    *punctuation
	changes []change // in their order
	next    int      // the change that is still to come
	now     *punctuation
}

// change is the offset in a text at which another language begins.
type change struct {
	at int
	to *punctuation
}

// at returns the language at an offset.
func (l *languages) at(offset int) *punctuation {
	if l.now == nil || l.next > 0 && l.changes[l.next-1].at > offset {
		l.now, l.next = l.book, 0
	}
	for l.next < len(l.changes) && l.changes[l.next].at <= offset {
		l.now = l.changes[l.next].to
		l.next++
	}
	return l.now
}

// plain reports whether nothing in the text differs from typewritten English but its quotes.
func (l *languages) plain() bool {
	for _, c := range l.changes {
		if !c.to.plain {
			return false
		}
	}
	return l.book.plain
}
