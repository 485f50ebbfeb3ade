package feedback

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"octavo/cmd/octavo/internal/locate"
)

// Applied reports whether the manuscript now says what a remark asks for at its place: the new words of an insertion or a
// replacement stand between the words that stood around the mark, or the words of a strike-out do not stand there any more.
// It is false where the words around the mark are too few or too different to tell.
func (r *Remark) Applied() bool {
	switch r.Kind {
	case Insert, Replace:
		if len(atoms(r.New)) == 0 {
			return false
		}
	case Strike:
		if r.New != "" || len(atoms(r.Seen.Words)) == 0 {
			return false
		}
	default:
		return false
	}
	p := &r.Place
	if p.Status == locate.Lost || !p.Pos.IsValid() {
		return false
	}
	here := atoms(p.Before + p.Here + p.After)
	for _, around := range []struct{ before, after int }{{3, 3}, {2, 2}, {1, 3}, {3, 1}} {
		before, after := lastAtoms(r.Seen.Before, around.before), firstAtoms(r.Seen.After, around.after)
		if len(atoms(before)) < around.before || len(atoms(after)) < around.after {
			continue
		}
		if contains(here, before+r.Seen.Words+after) {
			return false
		}
		// Readers write new words without the spaces that they need.
		if contains(here, before+r.New+after) || contains(here, before+" "+r.New+" "+after) {
			return true
		}
		// With a sentence goes the mark behind it, or the one before it.
		if r.Kind == Strike && (contains(here, before+strings.TrimLeftFunc(after, unicode.IsPunct)) ||
			contains(here, strings.TrimRightFunc(before, isSpaceOrPunct)+after)) {
			return true
		}
	}
	return false
}

func contains(all []string, text string) bool {
	part := atoms(text)
	for i := 0; i+len(part) <= len(all); i++ {
		if slices.Equal(all[i:i+len(part)], part) {
			return true
		}
	}
	return false
}

// atoms takes text apart into words and marks. White space, soft hyphens and the form of quotation marks do not count.
func atoms(text string) []string {
	var out []string
	for _, a := range atomsOf(plainMarks(text)) {
		out = append(out, a.text)
	}
	return out
}

// plainMarks writes quotation marks, dashes and dots as most keyboards have them, so that a reader's are the book's.
func plainMarks(text string) string {
	text = norm.NFKC.String(strings.Map(func(r rune) rune {
		switch r {
		case '“', '”', '„', '‟', '«', '»':
			return '"'
		case '‘', '’', '‚', '‛', '‹', '›', 'ʼ':
			return '\''
		}
		if unicode.In(r, unicode.Cf, unicode.Co) {
			return -1
		}
		return r
	}, text))
	return strings.NewReplacer("---", "—", "--", "–").Replace(text)
}

// atom is a word, or a mark.
type atom struct {
	text string
	at   int // its first byte
}

func atomsOf(text string) (out []atom) {
	inWord := false
	for i, r := range text {
		switch {
		case unicode.IsSpace(r):
			inWord = false
		case unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.M, r):
			if !inWord {
				out = append(out, atom{at: i})
			}
			out[len(out)-1].text += string(r)
			inWord = true
		default:
			out = append(out, atom{string(r), i})
			inWord = false
		}
	}
	return out
}

// lastAtoms returns the end of a text that has so many atoms, with what white space follows them.
func lastAtoms(text string, n int) string {
	text = plainMarks(text)
	if list := atomsOf(text); len(list) > n {
		return text[list[len(list)-n].at:]
	}
	return text
}

// firstAtoms returns the beginning of a text that has so many atoms, with what white space stands before them.
func firstAtoms(text string, n int) string {
	text = plainMarks(text)
	if list := atomsOf(text); len(list) > n {
		return strings.TrimRightFunc(text[:list[n].at], unicode.IsSpace)
	}
	return text
}

func isSpaceOrPunct(r rune) bool { return unicode.IsSpace(r) || unicode.IsPunct(r) }
