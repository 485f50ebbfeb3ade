package check

import (
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

// mostBorrowed is how many words of a book other fonts may set. Each is set in a type of its own, which takes two kilobytes; a book of that
// many words has a font that has its letters.
const mostBorrowed = 250_000

// limit reports where a book has more words than mostBorrowed that other fonts set.
func (b *borrowed) limit(f *facts) {
	set := map[rune]bool{}
	for _, fonts := range b.fonts {
		for _, character := range b.characters[fonts] {
			for _, r := range character {
				set[r] = r >= utf8.RuneSelf
			}
		}
	}
	if len(set) == 0 {
		return
	}
	n := 0
	for _, p := range f.parts {
		for _, list := range [...][]passage{p.texts, p.codes} {
			for _, passage := range list {
				within := false
				for _, r := range passage.Value {
					if r < utf8.RuneSelf || !set[r] {
						within = false
						continue
					}
					if !within {
						n++
					}
					if within = true; n > mostBorrowed {
						f.report(passage.Pos, "the book has %s that %s lacks, and these are beyond them", more(mostBorrowed, "words"), b.fonts[0][0]).
							Note("choose a design whose font has these letters, put one into styles/fonts, or divide the book into volumes")
						return
					}
				}
			}
		}
	}
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
