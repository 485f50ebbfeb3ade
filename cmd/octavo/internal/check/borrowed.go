package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/diag"
)

// borrowed is the characters that fonts of the house set because the book's lack them.
type borrowed struct {
	fonts      [][2]string // which lacks and which sets, in the order of their first characters
	characters map[[2]string][]string
}

// watch returns has, which notes the characters that a font of the house sets. It is asked once for each.
func (b *borrowed) watch(has func(character string) bool, instead func(character string, code bool) (lacking, in string), code bool) func(string) bool {
	if instead == nil {
		return has
	}
	return func(character string) bool {
		if !has(character) {
			return false
		}
		if lacking, in := instead(character, code); in != "" {
			fonts := [2]string{lacking, in}
			if b.characters == nil {
				b.characters = map[[2]string][]string{}
			}
			if b.characters[fonts] == nil {
				b.fonts = append(b.fonts, fonts)
			}
			b.characters[fonts] = append(b.characters[fonts], character)
		}
		return true
	}
}

// mostBorrowed is how many words of a book may have characters that other fonts set. Each such word takes two kilobytes while pages are made.
const mostBorrowed = 250_000

// limit reports where a book has more than mostBorrowed words with characters that other fonts set.
func (b *borrowed) limit(f *facts) {
	set := map[rune]bool{}
	for _, fonts := range b.fonts {
		for _, character := range b.characters[fonts] {
			for _, r := range character {
				set[r] = true
			}
		}
	}
	if len(set) == 0 {
		return
	}
	n := 0
	for _, p := range f.parts {
		for _, passage := range slices.Concat(p.texts, p.codes) {
			if n += runsIn(passage.Value, set); n > mostBorrowed {
				f.report(passage.Pos, "the book has %s with characters that %s lacks, and this passage is beyond them", more(mostBorrowed, "words"), b.fonts[0][0]).
					Note("choose a design whose font has them, put one into styles/fonts, or divide the book into volumes")
				return
			}
		}
	}
}

// runsIn returns how many runs of characters of a set a text has. Every font has those of ASCII.
func runsIn(text string, set map[rune]bool) (n int) {
	within := false
	for _, r := range text {
		is := r >= utf8.RuneSelf && set[r]
		if is && !within {
			n++
		}
		within = is
	}
	return n
}

// shownBorrowed is how many characters of a font a note shows.
const shownBorrowed = 3

// note tells once for each font which characters it sets.
func (b *borrowed) note(f *facts) {
	for _, fonts := range b.fonts {
		all := b.characters[fonts]
		shown := all[:min(len(all), shownBorrowed)]
		text := "“" + strings.Join(shown, "”, “") + "”"
		verb, pronoun := "is", "it"
		if len(all) > 1 {
			verb, pronoun = "are", "them"
		}
		if more := len(all) - len(shown); more > 0 {
			text += " and " + diag.Count(more, "more character")
		}
		f.list = append(f.list, diag.Diagnostic{Severity: diag.Note, Code: "font-fallback",
			Message: text + " " + verb + " set in " + fonts[1] + "; " + fonts[0] + " lacks " + pronoun})
	}
}
