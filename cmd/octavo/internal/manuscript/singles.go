package manuscript

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/lang"
)

// A single quote typed straight is one of four signs, and what stands beside it leaves the choice open: 'round may open
// a quotation or have lost its beginning, dogs' may close one or be a possessive. Only the paragraph tells: of the ways to
// read all its single quotes, the cheapest is taken, found by dynamic programming over the quotations that are open (A.
// J. Viterbi, "Error bounds for convolutional codes", IEEE Transactions on Information Theory 13, 1967). It takes time
// in proportion to the number of quotes.
//
// Each reading of a quote has a cost that grows with how odd the reading is (evidence.costs): an apostrophe costs nothing
// before a word that is always elided ('tis), little before one that may be ('cause), much before any other; one after a
// plural costs less than closing a quotation there, unless the next word follows no possessive ("the dogs' and"). To open
// what nothing closes, or to close what nothing opened, costs much, except at the beginning of a paragraph, where a
// quotation of several paragraphs begins anew. Quotations nest: what opens inside double quotes closes inside them.

// role is a way to read a single quote.
type role uint8

const (
	apostrophe role = iota
	openMatched
	openUnmatched // nothing closes it in this paragraph
	closing
	feet // or minutes
	roles
)

// never is the cost of a reading that is none.
const never = 1 << 20

// The costs of a reading by how odd it is.
const (
	slight    = 1
	doubtful  = 2
	unlikely  = 3
	odd       = 4
	strange   = 6
	mistaken  = 8
	unmatched = 6 // for a quote that closes what nothing opened
)

// nest says which quotations are open, the outermost first: single and double ones take turns.
type nest uint8

const (
	none nest = iota
	inSingle
	inDouble
	singleDouble
	doubleSingle
	singleDoubleSingle
	doubleSingleDouble
	nests
)

// The moves from nest to nest; a nest that stays itself is one in which the move does nothing.
var (
	withSingle = [nests]nest{inSingle, inSingle, doubleSingle, singleDoubleSingle, doubleSingle, singleDoubleSingle, doubleSingleDouble}
	withDouble = [nests]nest{inDouble, singleDouble, inDouble, singleDouble, doubleSingleDouble, singleDoubleSingle, doubleSingleDouble}
	lessSingle = [nests]nest{none, none, inDouble, none, inDouble, singleDouble, inDouble} // with what is open inside it
	lessDouble = [nests]nest{none, inSingle, none, inSingle, doubleSingle, singleDoubleSingle, doubleSingle}
)

// endsInSingle reports whether the innermost quotation is a single one.
func (n nest) endsInSingle() bool {
	return n == inSingle || n == doubleSingle || n == singleDoubleSingle
}

// step is how the cheapest way to a nest comes from the quote before.
type step struct {
	from nest
	role role
}

// educateSingles resolves the single quotes, after the double ones.
func educateSingles(text []byte, quotes []int, in *languages) {
	steps := make([][nests]step, len(quotes))
	var cost [nests]int
	for n := range cost {
		cost[n] = never
	}
	cost[none] = 0
	for k, at := range quotes {
		next := [nests]int{never, never, never, never, never, never, never}
		reach := func(from, to nest, r role, c int) {
			if c += cost[from]; c < next[to] {
				next[to], steps[k][to] = c, step{from, r}
			}
		}
		if text[at+2] == undecidedSingle {
			e := witness(text, at)
			costs := e.costs(&in.at(at).Rules)
			for n := nests; n > 0; n-- { // of two ways that cost the same, the one that opened a quotation earlier
				readings(n-1, &costs, reach)
			}
		} else {
			for n := range nests {
				passDouble(n, text[at+2], reach)
			}
		}
		cost = next
	}
	last := none // no single quotation that something closes is open at the end
	if cost[inDouble] < cost[none] {
		last = inDouble
	}
	for k := len(quotes) - 1; k >= 0; k-- {
		s := steps[k][last]
		if at := quotes[k]; text[at+2] == undecidedSingle {
			text[at+2] = s.role.sign()
		}
		last = s.from
	}
}

// readings tries each reading of a single quote in the nest n.
func readings(n nest, costs *[roles]int, reach func(from, to nest, r role, c int)) {
	reach(n, n, apostrophe, costs[apostrophe])
	reach(n, n, feet, costs[feet])
	nested := 0
	if n.endsInSingle() {
		nested = odd // a single quotation right inside another one
	}
	reach(n, n, openUnmatched, costs[openUnmatched]+nested)
	if to := withSingle[n]; to != n {
		reach(n, to, openMatched, costs[openMatched])
	} else {
		reach(n, n, openMatched, costs[openMatched]+nested)
	}
	switch {
	case n.endsInSingle():
		reach(n, lessSingle[n], closing, costs[closing])
	case lessSingle[n] != n: // over a double one that is open inside
		reach(n, lessSingle[n], closing, costs[closing]+unlikely)
		reach(n, n, closing, costs[closing]+unmatched)
	default:
		reach(n, n, closing, costs[closing]+unmatched)
	}
}

// passDouble takes the nest n past a double quote. A single quotation that is open where the double one around it closes
// is no way to read the paragraph.
func passDouble(n nest, sign byte, reach func(from, to nest, r role, c int)) {
	switch {
	case sign == leftDouble:
		reach(n, withDouble[n], apostrophe, 0)
	case sign == rightDouble && (n == doubleSingle || n == singleDoubleSingle):
	case sign == rightDouble:
		reach(n, lessDouble[n], apostrophe, 0)
	default:
		reach(n, n, apostrophe, 0)
	}
}

func (r role) sign() byte {
	switch r {
	case openMatched, openUnmatched:
		return leftSingle
	case feet:
		return prime
	case closing:
		return endSingle
	}
	return rightSingle
}

// evidence is what stands beside a single quote. Quotes right next to it are seen through, except double ones before it,
// which are decided.
type evidence struct {
	before, after rune   // spaces at the ends of the text
	lead          rune   // the last character before the spaces before the quote, 0 at the beginning of the text
	word          []byte // the letters and figures right before the quote
	quoted        bool   // a single quote stands right before the word, and no other word before that
	rest          []byte // the text after the quote
	spaced        bool   // a space follows, and then a word
	next          []byte // the word that follows a space
}

// widest is how many bytes beside a quote are looked at, so that no text takes time out of proportion to its size.
const widest = 48

func witness(text []byte, at int) evidence {
	head := text[max(0, at-widest):at]
	e := evidence{before: ' ', after: ' ', rest: text[at+3 : min(at+3+widest, len(text))]}
	for len(head) >= 3 && isSingle(head[len(head)-3:]) {
		head = head[:len(head)-3]
	}
	if len(head) > 0 {
		e.before, _ = utf8.DecodeLastRune(head)
	}
	if e.before == '‘' {
		e.before = ' '
	}
	if trimmed := bytes.TrimRight(head, " \n"); len(trimmed) > 0 {
		e.lead, _ = utf8.DecodeLastRune(trimmed)
	}
	from := bytes.LastIndexFunc(head, func(r rune) bool { return !isWord(r) })
	if from >= 0 {
		_, n := utf8.DecodeRune(head[from:])
		from += n
	} else {
		from = 0
	}
	e.word = head[from:]
	if from >= 3 && isSingle(head[from-3:from]) {
		r, _ := utf8.DecodeLastRune(head[:from-3])
		e.quoted = !isWord(r)
	}
	tail := e.rest
	for len(tail) >= 3 && string(tail[:2]) == quoteLead && tail[2] >= leftSingle && tail[2] <= rightDouble {
		tail = tail[3:]
	}
	if len(tail) > 0 {
		e.after, _ = utf8.DecodeRune(tail)
	}
	if e.after == ' ' && len(tail) > 1 {
		e.next = leading(tail[1:])
		e.spaced = len(e.next) > 0
	}
	return e
}

// isSingle reports whether s is a single quote, decided or not.
func isSingle(s []byte) bool {
	return string(s[:2]) == quoteLead && (s[2] == leftSingle || s[2] == rightSingle || s[2] == prime)
}

// leading returns the letters that s begins with.
func leading(s []byte) []byte {
	n := bytes.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
	if n < 0 {
		n = len(s)
	}
	return s[:n]
}

// costs returns what each reading of the quote costs.
func (e *evidence) costs(rules *lang.Rules) [roles]int {
	left := unicode.IsSpace(e.before) || opens(e.before)
	switch {
	case isWord(e.before) && len(e.rest) > 0 && isWord(e.after) && !isQuote(e.rest): // don't, 5'10, 2'x4
		c := [roles]int{apostrophe: 0, openMatched: never, openUnmatched: never, closing: never, feet: never}
		if unicode.IsDigit(e.before) && multiplies(e.rest) {
			c[apostrophe], c[feet] = never, 0
		}
		return c
	case left && unicode.IsSpace(e.after) && !isQuote(e.rest): // alone between spaces
		return [roles]int{apostrophe: 0, openMatched: never, openUnmatched: never, closing: never, feet: never}
	case left:
		return e.leftCosts(rules)
	case !isWord(e.before) && isWord(e.after): // after a dash or another sign, before a word
		c := e.leftCosts(rules)
		c[closing] = doubtful
		if !isDash(e.before) {
			c[closing] = 0
			c[openMatched] += unlikely
			c[openUnmatched] += unlikely
		}
		return c
	}
	return e.rightCosts(rules)
}

func isQuote(s []byte) bool {
	return len(s) >= 3 && string(s[:2]) == quoteLead && s[2] >= leftSingle && s[2] <= rightDouble
}

// multiplies reports whether what follows a number and a quote goes on with a number: 10, x4, ×4. Three figures are the thousands of
// one number: Swiss 12'500.
func multiplies(rest []byte) bool {
	var figures []byte
	if rest[0] == 'x' {
		figures = rest[1:]
	} else {
		figures = bytes.TrimPrefix(rest, []byte("×"))
	}
	n := 0
	for n < len(figures) && isASCIIDigit(figures[n]) {
		n++
	}
	return n > 0 && (n != 3 || len(figures) < len(rest))
}

// leftCosts is for a quote with a space or an opening sign before it.
func (e *evidence) leftCosts(rules *lang.Rules) [roles]int {
	c := [roles]int{apostrophe: strange, closing: never, feet: never}
	word := leading(e.rest)
	lower := string(bytes.ToLower(word))
	first, _ := utf8.DecodeRune(e.rest)
	switch number := year(e.rest); {
	case number == 's':
		c[apostrophe], c[openMatched] = 0, odd
	case number != 0:
		c[apostrophe], c[openMatched] = 0, doubtful
	case rules.Elided[lower]:
		c[apostrophe], c[openMatched] = 0, unlikely
	case unicode.IsUpper(first) && rules.NotOwned[lower]: // "'Is it so?" begins a sentence
	case rules.MayBeElided[lower]:
		c[apostrophe], c[openMatched] = slight, slight
	case !isWord(first):
		c[apostrophe] = mistaken
	}
	c[openUnmatched] = c[openMatched] + mistaken
	switch {
	case e.lead == 0:
		c[openUnmatched] = c[openMatched] + doubtful
	case !isWord(e.lead):
		c[openUnmatched] = c[openMatched] + odd
	}
	return c
}

// year tells what a text begins with: 'y' a year or the like of two figures, 's' a decade, 0 neither.
func year(s []byte) byte {
	if len(s) < 2 || !isASCIIDigit(s[0]) || !isASCIIDigit(s[1]) {
		return 0
	}
	kind := byte('y')
	if s = s[2:]; len(s) > 0 && s[0] == 's' {
		kind, s = 's', s[1:]
	}
	if r, _ := utf8.DecodeRune(s); len(s) > 0 && isWord(r) {
		return 0
	}
	return kind
}

// rightCosts is for a quote with a word or a sign right before it and no word right after it.
func (e *evidence) rightCosts(rules *lang.Rules) [roles]int {
	c := [roles]int{apostrophe: mistaken, openMatched: never, openUnmatched: never, feet: never}
	if !isWord(e.before) {
		return c
	}
	c[apostrophe] = strange
	if isHebrew(e.before) { // a geresh
		c[apostrophe] = doubtful
	}
	lower := bytes.ToLower(e.word)
	function := rules.NotOwned[string(bytes.ToLower(e.next))]
	plural := rules.Possessive.After != "" && strings.ContainsRune(rules.Possessive.After, unicode.ToLower(e.before))
	if first, _ := utf8.DecodeRune(e.word); rules.Possessive.Names && !unicode.IsUpper(first) {
		plural = false
	}
	dropped := rules.DropsG && dropped(lower, e.word)
	switch {
	case e.leadsIn(): // l'"eau", l'«eau»
		c[apostrophe] = 0
	case unicode.IsDigit(e.before):
		if c[feet] = slight; e.quoted {
			c[feet] = mistaken
		}
	case e.quoted && rules.Elided[string(lower)] && len(lower) == 1: // rock 'n' roll
		c[apostrophe] = 0
	case plural && e.spaced && !function, rules.Clipped[string(lower)] && e.spaced, dropped && e.spaced && !function:
		c[apostrophe], c[closing] = slight, doubtful
	case plural && function:
		c[apostrophe] = odd
	case plural, rules.Clipped[string(lower)], dropped:
		c[apostrophe], c[closing] = unlikely, slight
	}
	return c
}

// leadsIn reports whether a quotation or brackets begin right after the quote.
func (e *evidence) leadsIn() bool {
	r, _ := utf8.DecodeRune(e.rest)
	return r == '“' && isWord(e.after) || strings.ContainsRune("«„‹([", r)
}

// dropped reports whether a word in small letters has lost a g: runnin', nothin'. Names and short words have not.
func dropped(lower, word []byte) bool {
	return len(lower) > 4 && bytes.HasSuffix(lower, []byte("in")) && !unicode.IsUpper(rune(word[0]))
}
