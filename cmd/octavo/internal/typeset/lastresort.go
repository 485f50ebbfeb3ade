package typeset

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/hyphen"
)

// Chunks and runs shorter than these are parted at no place of last resort.
const (
	leastJoined = 8 // runes of an identifier, a chemical name, a chain of years
	leastMixed  = 12
	leastDigits = 8 // of a number, parted in threes
	leastRun    = 6 // of one sign or letter: "Nooooooo", "........"
	leastEnd    = 2 // runes before and after such a place
)

// lastResorts adds to the opportunities of a chunk those that are for lines which nothing else fills: in a name, two letters
// before the end of a word, between the parts of what a machine reads, in threes of a long number, in a run of one sign.
// A nil hyphenator divides no words.
func lastResorts(out []opportunity, text string, form chunkForm, h *hyphen.Hyphenator) []opportunity {
	if h != nil && form <= prose {
		out = lastDivisions(out, text, h)
	}
	if utf8.RuneCountInString(text) >= leastRun {
		out = joints(out, text, h)
	}
	slices.SortFunc(out, func(a, b opportunity) int {
		return cmp.Or(a.at-b.at, int(opportunityCost[a.kind].penalty)-int(opportunityCost[b.kind].penalty))
	})
	return slices.CompactFunc(out, func(a, b opportunity) bool { return a.at == b.at })
}

// lastDivisions appends all the divisions of a chunk's words but in those that the author has divided.
func lastDivisions(out []opportunity, text string, h *hyphen.Hyphenator) []opportunity {
	for from, to := range words(text, h) {
		if strings.HasSuffix(text[:from], "\u00AD") || strings.HasPrefix(text[to:], "\u00AD") {
			continue
		}
		kind := shortBreak
		if isName(text[from:to], h) {
			kind = shortNameBreak
			out = appendDivisions(out, from, nameBreak, h.Points(text[from:to]))
		}
		out = appendDivisions(out, from, kind, h.LastPoints(text[from:to]))
	}
	return out
}

// joints appends the places between the parts of a chunk that is no plain word.
func joints(out []opportunity, text string, h *hyphen.Hyphenator) []opportunity {
	j := joiner{runes: []rune(text), form: formOf(text)}
	i := 0
	for at := range text {
		j.enter(i)
		if i >= leastEnd && len(j.runes)-i >= leastEnd {
			if kind := j.kind(i); kind == letterRunBreak && h == nil {
				out = append(out, opportunity{at: at, kind: runBreak})
			} else if kind != noBreak {
				out = append(out, opportunity{at: at, kind: kind})
			}
		}
		i++
	}
	return out
}

// joiner walks over the runes of a chunk.
type joiner struct {
	runes            []rune
	form             chunkForm
	run, runEnd      int // the run of one rune
	digits, digitEnd int // the digits
}

// enter moves to rune i.
func (j *joiner) enter(i int) {
	if i >= j.runEnd {
		for j.run, j.runEnd = i, i+1; j.runEnd < len(j.runes) && j.runes[j.runEnd] == j.runes[i]; {
			j.runEnd++
		}
	}
	if i >= j.digitEnd {
		for j.digits, j.digitEnd = i, i; j.digitEnd < len(j.runes) && unicode.IsDigit(j.runes[j.digitEnd]); {
			j.digitEnd++
		}
	}
}

// kind returns the kind of the place before rune i.
func (j *joiner) kind(i int) opportunityKind {
	before, after := j.runes[i-1], j.runes[i]
	switch {
	case before == after:
		switch {
		case i-j.run < leastEnd || j.runEnd-i < leastEnd || j.runEnd-j.run < leastRun:
			return j.number(i)
		case unicode.IsLetter(after):
			return letterRunBreak
		case unicode.IsDigit(after):
			return j.number(i)
		}
		return runBreak
	case unicode.IsDigit(before) && unicode.IsDigit(after):
		return j.number(i)
	case len(j.runes) < leastJoined:
		return noBreak
	case isHyphen(before):
		if isWordRune(after) && isWordRune(j.runes[i-2]) {
			return jointHyphenBreak
		}
	case strings.ContainsRune("_.,:;=&+?!#%~|*/\\@)>]}–—", before):
		if isWordRune(after) || opens(after) || after == '<' || after == '-' && before == '=' {
			return jointBreak
		}
	case len(j.runes) < leastMixed || j.form == prose && !isWordRune(before):
	case unicode.IsLower(before) && unicode.IsUpper(after), unicode.IsLetter(before) && unicode.IsDigit(after),
		unicode.IsDigit(before) && unicode.IsLetter(after):
		return jointBreak
	}
	return noBreak
}

// number returns the kind of the place before digit i of a number: in threes from its end, or from its point.
func (j *joiner) number(i int) opportunityKind {
	threes := j.digitEnd - i
	if j.digits > 0 && j.runes[j.digits-1] == '.' {
		threes = i - j.digits
	}
	if i < j.digitEnd && i > j.digits && j.digitEnd-j.digits >= leastDigits && threes%3 == 0 {
		return jointBreak
	}
	return noBreak
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
