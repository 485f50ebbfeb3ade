package textstyle

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/lazyregexp"
	"octavo/cmd/octavo/internal/typeset"
)

// appendWords appends the spans of text, which begins offset bytes after pos, with its words in capitals as the style has them.
// Display text, which is larger than running text or marked as such, keeps its capitals.
func (d Style) appendWords(out []typeset.Inline, text string, pos diag.Pos, offset int) []typeset.Inline {
	if d.Fonts.capitals == config.AsWritten || d.Display || d.Size > d.Fonts.text || d.Mono || d.Capitals || d.Tracking != 0 ||
		d.Features&(font.SmallCaps|font.AllSmallCaps) != 0 {
		return d.appendSpan(out, text, pos, offset)
	}
	at := 0
	for _, w := range Capitals(text) {
		out = d.appendSpan(out, text[at:w.From], pos, offset+at)
		out = d.spacedCapitals().appendSpan(out, text[w.From:w.To], pos, offset+w.From)
		at = w.To
	}
	return d.appendSpan(out, text[at:], pos, offset+at)
}

// spacedCapitals is d for a word in capitals: in small ones where the style asks for them and the face has them, else in
// its own; spaced by three hundredths of an em in either case (R. Bringhurst, The Elements of Typographic Style, 2.1.6 and 3.2.2).
func (d Style) spacedCapitals() Style {
	if d.Fonts.capitals == config.SmallCaps && d.font().Supports(font.AllSmallCaps) {
		d.Features |= font.AllSmallCaps
	}
	d.Features |= font.NoLigatures
	d.Tracking = d.Size / 33
	d.Solid = true
	return d
}

// Range is a part of a text, in bytes.
type Range struct{ From, To int }

// Capitals finds the words in text that are written in capitals: acronyms, names such as LORD, and what is shouted (The Chicago
// Manual of Style, 7.52 and 10.8). A word has two letters or more. Left as written are single letters; numbers in Roman figures,
// which are as high as the names of the kings that they follow; words with figures or stops in them, such as MP3 and U.S.A.; units
// after a number; codes and addresses. Where words are shouted, the single letters and the Roman figures among them are too. An
// end in small letters is no part of a word: NASA's, CEOs, NATO-led.
func Capitals(text string) (out []Range) {
	if !capitalsMeet(text) {
		return nil
	}
	var run []capitalWord // those that follow each other
	number := false       // the word before is one
	for at := 0; at < len(text); {
		end := at
		for end < len(text) {
			r, n := rune(text[end]), 1
			if r >= utf8.RuneSelf {
				r, n = utf8.DecodeRuneInString(text[end:])
			}
			if separates(r) {
				break
			}
			end += n
		}
		if end == at {
			_, n := utf8.DecodeRuneInString(text[at:])
			at += n
			continue
		}
		word := strings.TrimRight(text[at:end], endings)
		from := at + len(word) - len(strings.TrimLeft(word, beginnings))
		word = text[from : at+len(word)]
		var found []capitalWord
		if !number || !units()[word] {
			found = inCapitals(word)
		}
		if len(found) == 0 || found[0].From > 0 {
			out, run = append(out, shouted(run)...), nil
		}
		for _, w := range found {
			w.From, w.To = w.From+from, w.To+from
			run = append(run, w)
		}
		if n := len(found); n > 0 && found[n-1].To < len(word) {
			out, run = append(out, shouted(run)...), nil
		}
		number = word != "" && digit(word[len(word)-1])
		at = end
	}
	return append(out, shouted(run)...)
}

// What parts words, and the signs that stand before and after them.
const (
	beginnings = "'’*¡¿"
	endings    = beginnings + ".,;:!?"
)

func separates(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return r == ' ' || r == '\n' || r == '\t' || r == '"' || r == '(' || r == ')' || r == '[' || r == ']'
	case r == '—' || r == '–' || r == '…':
		return true
	}
	return r != '’' && unicode.In(r, unicode.Z, unicode.Pi, unicode.Pf, unicode.Ps, unicode.Pe)
}

// capitalsMeet reports whether text may have a word in capitals; most has none. It has where two capitals stand together, or
// one beside a sign that joins it with another.
func capitalsMeet(text string) bool {
	capital, joined := false, false // the character before, and the one before a sign that joins it
	for _, r := range text {
		before := capital || joined
		joined = capital && (r == '&' || r == '\'' || r == '’')
		if capital = mayBeCapital(r); capital && before {
			return true
		}
	}
	return false
}

// mayBeCapital reports whether a character is a capital or a mark on one; it may err on the side of yes.
func mayBeCapital(r rune) bool {
	const punctuation, after = 0x2000, 0x2070 // General Punctuation
	if r < utf8.RuneSelf {
		return r >= 'A' && r <= 'Z'
	}
	return (r < punctuation || r >= after) && !unicode.IsLower(r)
}

// capitalWord is a word in capitals.
type capitalWord struct {
	Range
	long    bool // it is one by itself; otherwise only among others
	pronoun bool // it is I
}

// shouted returns which of a run of words in capitals are set as such: the long ones; all of them if two are long; and an I that
// begins a run with one long word.
func shouted(run []capitalWord) (out []Range) {
	long := 0
	for _, w := range run {
		if w.long {
			long++
		}
	}
	for i, w := range run {
		if w.long || long > 1 || long == 1 && i == 0 && w.pronoun {
			out = append(out, w.Range)
		}
	}
	return out
}

// inCapitals finds what is in capitals in a word without spaces: parts between hyphens, slashes and apostrophes, as one where they
// follow each other.
func inCapitals(word string) (out []capitalWord) {
	if strings.ContainsAny(word, "@_\\=#$%<>{}+|~^.") || strings.Contains(word, "//") || word == "" || word[0] == '/' {
		return nil
	}
	open := false // the last of out goes on
	for from := 0; from <= len(word); {
		to, joint := len(word), 1
		if n := strings.IndexAny(word[from:], "-‑/'’:"); n >= 0 {
			to = from + n
			_, joint = utf8.DecodeRuneInString(word[to:])
		}
		part := word[from:to]
		n, letters := capitalPart(part)
		switch {
		case n == 0:
		case open:
			w := &out[len(out)-1]
			w.To, w.pronoun = from+n, false
			w.long = w.long || long(part[:n], letters) || word[from-1] == '\'' || strings.HasSuffix(word[:from], "’")
		default:
			out = append(out, capitalWord{Range{from, from + n}, long(part[:n], letters), part == "I"})
		}
		open = n > 0 && n == len(part)
		from = to + joint
	}
	return out
}

// capitalPart returns how many bytes of a part of a word are capitals, all of it but the s of a plural, and how many letters
// they are; 0 where it is not in capitals.
func capitalPart(part string) (n, letters int) {
	if plural := strings.TrimSuffix(part, "s"); len(plural) > 1 {
		part = plural
	}
	joins := true // so that it begins with a letter
	for _, r := range part {
		switch {
		case unicode.IsUpper(r):
			letters++
			joins = false
		case r == '&' && !joins:
			joins = true
		case unicode.Is(unicode.Mn, r) && !joins:
		default:
			return 0, 0
		}
	}
	if joins {
		return 0, 0
	}
	return len(part), letters
}

// long reports whether a part is a word in capitals by itself.
func long(part string, letters int) bool { return letters > 1 && !romanNumber(part) }

// romanNumeral is a number in Roman figures.
var romanNumeral = lazyregexp.New("^M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$")

// romanNumber reports whether a word is a number in Roman figures. Two letters of which one stands for fifty or more are an acronym
// rather: CD, DC.
func romanNumber(word string) bool {
	if strings.Trim(word, "IVXLCDM") != "" {
		return false
	}
	return (len(word) > 2 || strings.Trim(word, "IVX") == "") && romanNumeral().MatchString(word)
}

// units are the symbols of units that are all in capitals.
var units = sync.OnceValue(func() map[string]bool {
	return map[string]bool{
		"KB": true, "MB": true, "GB": true, "TB": true, "PB": true, "KV": true, "MV": true, "GV": true, "KW": true, "MW": true, "GW": true,
		"TW": true, "MJ": true, "GJ": true, "TJ": true, "MN": true, "VA": true, "MVA": true, "MA": true, "MPA": true, "GHZ": true, "MHZ": true,
	}
})
