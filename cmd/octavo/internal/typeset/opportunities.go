package typeset

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"

	"octavo/cmd/octavo/internal/hyphen"
)

// opportunity is a place inside a chunk at which a line may end.
type opportunity struct {
	at      int // bytes into the chunk
	kind    opportunityKind
	respelt *hyphen.Division // how the chunk is spelled where a line ends there; its offsets are those of a word; nil: as it stands
}

type opportunityKind uint8

const (
	noBreak          opportunityKind = iota
	freeBreak                        // between ideographs, at a zero-width space
	hyphenBreak                      // after a hyphen that is in the text
	dashBreak                        // after a dash
	addressBreak                     // inside an address or a path
	softHyphenBreak                  // where the author has said that the word may be divided
	divisionBreak                    // where the patterns divide a word
	partBreak                        // between words joined by a slash, inside an identifier
	jointBreak                       // of last resort: between the parts of a name or a number of a machine
	jointHyphenBreak                 // … after a hyphen in it
	runBreak                         // … in a run of one sign
	letterRunBreak                   // … in a run of one letter
	shortBreak                       // … two letters before a word's end, or in a word beside a hyphen
	nameBreak                        // … where the patterns divide a word with a capital
	shortNameBreak                   // … two letters before its end
	anywhereBreak                    // inside a chunk that no line holds
)

// opportunityCost is the penalty of ending a line at each kind of opportunity, as in Breakpoint.Penalty, and whether the
// line ends with a hyphen.
var opportunityCost = [...]struct {
	penalty int32
	hyphen  bool
}{
	freeBreak:       {0, false},
	hyphenBreak:     {30, true},
	dashBreak:       {30, false},
	addressBreak:    {addressPenalty, false},
	softHyphenBreak: {450, true},
	divisionBreak:   {1000, true},
	partBreak:       {1000, false},

	jointBreak:       {1200, false},
	jointHyphenBreak: {1200, true},
	runBreak:         {1500, false},
	letterRunBreak:   {1500, true},
	shortBreak:       {2000, true},
	nameBreak:        {3000, true},
	shortNameBreak:   {4500, true},
	anywhereBreak:    {anywherePenalty, false},
}

// Penalties that other code compares with.
const (
	addressPenalty   = 200
	anywherePenalty  = 5000
	oneLetterPenalty = 150 // of a space after a word of one letter that is better kept with the next: "I", "a"
)

// opportunities appends the places inside a chunk at which a line may end, in order: those of Unicode Standard Annex #14
// with the tailorings below, and the division points of the hyphenator. A nil hyphenator divides no words.
func opportunities(out []opportunity, text string, form chunkForm, h *hyphen.Hyphenator) []opportunity {
	if form != word {
		out = uax14(out, text, form)
		if h == nil {
			out = slices.DeleteFunc(out, func(o opportunity) bool { return o.kind == softHyphenBreak })
		}
	}
	if h == nil || form > prose {
		return out
	}
	found := len(out)
	out = divisions(out, text, h)
	if 0 < found && found < len(out) {
		slices.SortFunc(out, func(a, b opportunity) int { return cmp.Or(a.at-b.at, int(a.kind)-int(b.kind)) })
		out = slices.CompactFunc(out, func(a, b opportunity) bool { return a.at == b.at })
	}
	return out
}

// divisions appends the places at which the words of a chunk are divided. A word with a capital is taken for a name, which is
// divided only where nothing else will do; see lastResorts.
func divisions(out []opportunity, text string, h *hyphen.Hyphenator) []opportunity {
	for from, to := range words(text, h) {
		points := h.Points(text[from:to])
		if len(points) == 0 || besideHyphen(text, from, to) || isName(text[from:to], h) {
			continue
		}
		out = appendDivisions(out, from, divisionBreak, points)
	}
	return out
}

// appendDivisions appends the divisions of the word that begins at a byte of a chunk.
func appendDivisions(out []opportunity, from int, kind opportunityKind, list []hyphen.Division) []opportunity {
	for i := range list {
		o := opportunity{at: from + list[i].At, kind: kind}
		if !list[i].Plain() {
			o.respelt = &list[i]
		}
		out = append(out, o)
	}
	return out
}

// isName reports whether the capitals of a word make it a name: any capital does, but for the first letter in a language whose nouns
// have one.
func isName(word string, h *hyphen.Hyphenator) bool {
	if h.Capitals() {
		_, first := utf8.DecodeRuneInString(word)
		word = word[first:]
	}
	return strings.ContainsFunc(word, unicode.IsUpper)
}

// words iterates over the words of a chunk: where each starts and ends. What joins letters to one word is up to the language.
func words(text string, h *hyphen.Hyphenator) iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		for at := 0; at < len(text); {
			from := at
			for at < len(text) {
				r, n := utf8.DecodeRuneInString(text[at:])
				if !unicode.IsLetter(r) && (at == from || !unicode.IsMark(r) && !(h.Joins(r) && startsWithLetter(text[at+n:]))) {
					break
				}
				at += n
			}
			if at == from {
				_, n := utf8.DecodeRuneInString(text[at:])
				at += n
			} else if !yield(from, at) {
				return
			}
		}
	}
}

// startsWithLetter reports whether the first character of text is a letter.
func startsWithLetter(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLetter(r)
}

// besideHyphen reports whether the word text[from:to] is joined to a hyphen: such a word is divided there or nowhere. A soft
// hyphen is the author's decision on where to divide.
func besideHyphen(text string, from, to int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:from])
	after, _ := utf8.DecodeRuneInString(text[to:])
	return before == '-' || before == '\u00AD' || after == '-' || after == '\u00AD'
}

// uax14 appends the opportunities of Unicode Standard Annex #14, each with the tailorings applied.
func uax14(out []opportunity, text string, form chunkForm) []opportunity {
	var seg segmenter.Segmenter
	seg.Init([]rune(text))
	lines := seg.LineIterator()
	next := 0 // the next opportunity of the annex, in runes
	before, i := rune(0), 0
	for at, r := range text {
		for next < i && lines.Next() {
			l := lines.Line()
			next = l.Offset + len(l.Text)
		}
		if i > 0 {
			p := place{left: text[:at], right: text[at:], before: before, after: r, form: form, standard: next == i}
			if k := p.kind(); k != noBreak {
				out = append(out, opportunity{at: at, kind: k})
			}
		}
		before, i = r, i+1
	}
	return out
}

// place is a place between two runes of a chunk.
type place struct {
	left, right   string // the chunk before it and after it
	before, after rune
	form          chunkForm
	standard      bool // the annex has an opportunity here
}

// kind returns the kind of the first tailoring that applies to the place.
func (p *place) kind() opportunityKind {
	for i := range tailorings {
		if tailorings[i].applies(p) {
			return tailorings[i].kind
		}
	}
	return noBreak
}

// tailorings are the places inside a chunk at which a line of a book may end. The annex serves any text: it also has
// opportunities after "?", "}" and "%", before a long dash and between the figures of a span of years, where a book ends no
// line, and hardly any inside an address.
var tailorings = []struct {
	name    string
	applies func(p *place) bool
	kind    opportunityKind
}{
	{"zero-width space", func(p *place) bool { return p.before == '\u200B' }, freeBreak},
	{"soft hyphen", func(p *place) bool { return p.before == '\u00AD' && p.standard }, softHyphenBreak},
	{"dash before a word", func(p *place) bool {
		return isDash(p.before) && p.standard && unicode.IsLetter(p.after) && !p.first() && !p.opening()
	}, dashBreak},
	{"dash before an opening sign", func(p *place) bool { return p.before == '—' && opens(p.after) && !p.first() && !p.opening() }, dashBreak},
	{"part of an address", func(p *place) bool {
		return p.form == address && strings.ContainsRune("/.?&=_-@", p.before) && (p.before != '/' || p.after != '/')
	}, addressBreak},
	{"folder of a path", func(p *place) bool {
		return p.form == path && (p.before == '/' || p.before == '\\') && p.after != p.before && !p.first()
	}, addressBreak},
	{"hyphen of a word, not of an option", func(p *place) bool {
		return isHyphen(p.before) && p.standard && unicode.IsLetter(p.after) && joins(p.left)
	}, hyphenBreak},
	{"slash between words, not of an abbreviation", func(p *place) bool {
		return p.before == '/' && p.standard && lettersBefore(p.left[:len(p.left)-1]) >= 2 && lettersAfter(p.right) >= 2
	}, partBreak},
	{"identifier", func(p *place) bool {
		return p.before == '_' && (unicode.IsLetter(p.after) || unicode.IsDigit(p.after)) && !p.first()
	}, partBreak},
	{"Korean, set with spaces", func(p *place) bool {
		return unicode.Is(unicode.Hangul, p.before) || unicode.Is(unicode.Hangul, p.after)
	}, noBreak},
	{"ideographs", func(p *place) bool {
		return p.standard && (p.before >= firstIdeograph || p.after >= firstIdeograph)
	}, freeBreak},
}

// first reports whether the place is after the first rune of its chunk.
func (p *place) first() bool { return len(p.left) <= utf8.RuneLen(p.before) }

// opening reports whether an opening sign stands before the last rune before the place: “—, (—.
func (p *place) opening() bool {
	r, _ := utf8.DecodeLastRuneInString(p.left[:len(p.left)-utf8.RuneLen(p.before)])
	return opens(r) || r == '¿' || r == '¡'
}

func isHyphen(r rune) bool { return r == '-' || r == '\u2010' }

func isDash(r rune) bool { return r == '—' || r == '–' }

func opens(r rune) bool { return unicode.In(r, unicode.Ps, unicode.Pi) }

// joins reports whether the hyphens at the end of text join two words: those of an option, "--all", do not.
func joins(text string) bool {
	r, n := utf8.DecodeLastRuneInString(strings.TrimRightFunc(text, isHyphen))
	return n > 0 && !opens(r)
}

// lettersBefore returns the number of letters at the end of text, at most 2.
func lettersBefore(text string) (n int) {
	for n < 2 {
		r, size := utf8.DecodeLastRuneInString(text)
		if !unicode.IsLetter(r) {
			break
		}
		text = text[:len(text)-size]
		n++
	}
	return n
}

// lettersAfter returns the number of letters at the start of text, at most 2.
func lettersAfter(text string) (n int) {
	for _, r := range text {
		if n == 2 || !unicode.IsLetter(r) {
			break
		}
		n++
	}
	return n
}

// chunkForm is the form of a chunk, as far as its characters show it.
type chunkForm uint8

const (
	word    chunkForm = iota // a word or a number
	prose                    // anything else
	address                  // of the web or of a mailbox
	path                     // of a file
)

// formOf recognises words, addresses and paths.
func formOf(text string) chunkForm {
	if isWord(text) {
		return word
	}
	for i := 1; i+2 < len(text); i++ {
		if text[i] == ':' && text[i+1] == '/' && text[i+2] == '/' || text[i] == '@' && text[i+1] != ' ' {
			return address
		}
	}
	if strings.Count(text, "/")+strings.Count(text, `\`) >= 2 && strings.ContainsFunc(text, unicode.IsLetter) {
		return path
	}
	return prose
}

// firstIdeograph is where the scripts begin that are set without spaces, CJK Radicals being the first of them.
const firstIdeograph = '\u2E80'

// isWord reports whether a chunk is a word or a number, as most are. Such a chunk has no character that the tailorings look
// for, so that it can only be divided by the hyphenator.
func isWord(text string) bool {
	for _, r := range text {
		switch {
		case r < utf8.RuneSelf:
			if r == '-' || r == '/' || r == '_' || r == '\\' || r == '@' {
				return false
			}
		case r == '’' || r == '‘' || r == '“' || r == '”':
		case r >= firstIdeograph || !unicode.IsLetter(r):
			return false
		}
	}
	return true
}
