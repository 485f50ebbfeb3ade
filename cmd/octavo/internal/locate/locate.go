// Package locate finds where in the manuscript the words of an output stand. [NewIndex] lists the words of a book as they are
// printed, and [Index.Locate] finds there what a reader saw on a page, even where the text has changed since. [Pages] answers
// the questions of octavo where by a build's page map.
package locate

import (
	"strings"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/pagemap"
)

// Limits of what is compared.
const (
	maxContext = 16  // words on each side of a mark
	maxMarked  = 300 // words of a mark at once; a longer one is found by its beginning and its end
	maxTries   = 8   // places that are looked at closely
)

// Locate returns where what a reader saw stands in the manuscript as it is now, by its words. Pages is the page map of the
// copy that the reader had, nil when there is none: it tells which of several places is meant, and where words stood that
// are gone. What the page map knows of the place is added to s.
func (x *Index) Locate(s *Seen, pages *pagemap.Record) Place {
	p, _ := x.LocateCounted(s, pages)
	return p
}

// LocateCounted is [Index.Locate], and returns how many steps of work that took too: a few thousand for words that stand where they
// stood, a million for a long passage that stands nowhere, of which a processor does some hundred million a second.
func (x *Index) LocateCounted(s *Seen, pages *pagemap.Record) (p Place, steps int) {
	s.countLines(pages)
	hint, exact := x.hint(s, pages)
	if s.Words == "" && s.Before == "" && s.After == "" {
		s.fromMap(pages)
	}
	q := newQuery(s)
	var f finding
	switch {
	case len(q.words) == 0:
	case q.short() && !s.Whole:
		f = x.findShort(q, s, pages, hint)
	default:
		f = x.find(q, hint)
	}
	switch {
	case f.status != "" && f.status != Lost:
	case exact && hint >= 0 && q.to == q.from && s.Words == "":
		f = finding{status: AsMarked, from: hint, to: hint}
	case hint >= 0:
		f = finding{status: Gone, from: hint, to: hint}
	default:
		return Place{Status: Lost, Others: f.others}, *q.steps
	}
	return x.place(f, q), *q.steps
}

// place returns a finding in terms of files.
func (x *Index) place(f finding, q query) Place {
	p := Place{Status: f.status, Others: f.others}
	first := min(f.from, len(x.words)-1)
	if f.after && first > 0 && f.from > 0 { // behind the word before, in the same paragraph as that
		first = f.from - 1
	}
	o := x.owners[x.spots[first].owner]
	p.Entry, p.Section, p.Chapter = o.entry, o.section, o.chapter
	if f.to <= f.from {
		if f.after && f.from > 0 {
			p.Pos = x.endOf(f.from-1, 0)
		} else {
			p.Pos = x.startOf(first, 0)
		}
		p.End = p.Pos.Offset
		if !f.after && f.from == first {
			p.Before, p.After = x.textBefore(first), x.textFrom(first)
		} else {
			p.Before, p.After = x.textTo(first), x.textAfter(first)
		}
		return p
	}
	from, to := f.from, f.to
	for from < to-1 && x.isMade(from) { // the mark of a note, at an end of the words
		from++
	}
	for to > from+1 && x.isMade(to-1) {
		to--
	}
	if x.isMade(from) {
		from, to = f.from, f.to
	}
	skip, rest := 0, 0
	if f.whole { // the words are the same, so their letters are
		skip, rest = q.skip, q.rest
	}
	if from != f.from {
		skip = 0
	}
	if to != f.to {
		rest = 0
	}
	p.Pos = x.startOf(from, skip)
	end := x.endOf(to-1, rest)
	if p.End = p.Pos.Offset; end.Source == p.Pos.Source && end.Offset > p.Pos.Offset {
		p.End = end.Offset
	}
	p.Before, p.After = x.textBefore(from), x.textAfter(to-1)
	if word := []rune(x.say(from, from+1)); skip > 0 && skip < len(word) { // a part of the word is marked
		p.Before += string(word[:skip])
	}
	if word := []rune(x.say(to-1, to)); rest > 0 && rest < len(word) {
		p.After = string(word[len(word)-rest:]) + p.After
	}
	p.Here = x.sayPart(from, to, skip, rest)
	if f.status == Changed {
		p.Now = p.Here
	}
	return p
}

// startOf returns the place in the file of a word's first letter, or of one after it.
func (x *Index) startOf(word, skip int) diag.Pos {
	p, offset := x.pieceAtStart(word)
	if p.made {
		return p.pos
	}
	for ; skip > 0 && offset < len(p.value); skip-- {
		_, n := utf8.DecodeRuneInString(p.value[offset:])
		offset += n
	}
	return book.Trace(p.pos, p.value, offset)
}

// endOf returns the place behind a word's last letter, or behind one before it.
func (x *Index) endOf(word, rest int) diag.Pos {
	p, offset := x.pieceAtEnd(word)
	if p.made {
		return p.pos
	}
	offset++
	for ; rest > 0 && offset > 0; rest-- {
		_, n := utf8.DecodeLastRuneInString(p.value[:offset])
		offset -= n
	}
	_, n := utf8.DecodeLastRuneInString(p.value[:offset])
	at := book.Trace(p.pos, p.value, offset-n)
	// The letter may be written as an entity, or behind a backslash.
	text := at.Source.Text[min(at.Offset, len(at.Source.Text)):]
	_, size := utf8.DecodeRune(text)
	if len(text) > 0 && text[0] == '&' && p.value[offset-n] != '&' {
		if i := strings.IndexByte(string(text[:min(len(text), 40)]), ';'); i > 0 {
			size = i + 1
		}
	}
	at.Offset += size
	return at
}

// The text of a word's paragraph: before the word, from its beginning, up to its end, and after it.
func (x *Index) textBefore(word int) string {
	s := x.spots[word]
	return LastBytes(x.runs[s.run].text[:s.from], reach)
}

func (x *Index) textFrom(word int) string {
	s := x.spots[word]
	return FirstBytes(x.runs[s.run].text[s.from:], reach)
}

func (x *Index) textTo(word int) string {
	s := x.spots[word]
	return LastBytes(x.runs[s.run].text[:s.to], reach)
}

func (x *Index) textAfter(word int) string {
	s := x.spots[word]
	return FirstBytes(x.runs[s.run].text[s.to:], reach)
}

// reach is how much text around a place is given, in bytes.
const reach = 200

// sayPart returns what say does, without so many letters of the first word and of the last.
func (x *Index) sayPart(from, to, skip, rest int) string {
	letters := []rune(x.say(from, to))
	if skip < 0 || rest < 0 || skip+rest > len(letters) {
		return string(letters)
	}
	return string(letters[skip : len(letters)-rest])
}

// say returns the words from one to another as they are printed.
func (x *Index) say(from, to int) string {
	var parts []string
	for i := from; i < to; {
		s := x.spots[i]
		j := i
		for j+1 < to && x.spots[j+1].run == s.run {
			j++
		}
		parts = append(parts, x.runs[s.run].text[s.from:x.spots[j].to])
		i = j + 1
	}
	return strings.Join(parts, " ")
}
