package check

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/diag"
)

// missingRun is a run of characters that no font has.
type missingRun struct {
	text       string
	characters []rune // each once
	pos        diag.Pos
	end        int
	more       int // of its characters that stand further on in the file
}

// runOf returns where a run of characters that the fonts lack ends, which begins at a byte of text: they and the spaces between them.
func runOf(text string, from int, lacks func(r rune) bool) int {
	end := from
	for at := from; at < len(text); {
		r, n := utf8.DecodeRuneInString(text[at:])
		at += n
		switch {
		case lacks(r):
			end = at
		case r != ' ' && !unicode.IsMark(r) && !invisible(r):
			return end
		}
	}
	return end
}

// Of a longer run so much is shown.
const (
	shownCharacters = 24
	namedCharacters = 3
)

// names returns what a message calls the run: its first characters by name.
func (m *missingRun) names() string {
	if len(m.characters) == 1 && m.text == string(m.characters) {
		return diag.Character(m.characters[0])
	}
	text := []rune(m.text)
	shown := string(text[:min(len(text), shownCharacters)])
	if len(text) > shownCharacters {
		shown += "…"
	}
	var names []string
	for _, r := range m.characters[:min(len(m.characters), namedCharacters)] {
		names = append(names, diag.Character(r))
	}
	if more := len(m.characters) - namedCharacters; more > 0 {
		names = append(names, fmt.Sprintf("%d more", more))
	}
	return fmt.Sprintf("the characters of %q: %s", shown, strings.Join(names, ", "))
}

// help says what to do: which font would have the characters.
func (m *missingRun) help() string {
	if name := fontFor(m.characters[0]); name != "" {
		return fmt.Sprintf("put a font that has it, such as %s, into styles/fonts, or write it in another way", name)
	}
	return "write it in another way, or choose a style whose fonts have it"
}

// withSerifs are the scripts for which Noto has a font with serifs.
var withSerifs = []string{"Khmer", "Myanmar", "Tibetan", "Tangut", "Balinese", "Ahom", "Dogra", "Grantha", "Yezidi"}

// fontFor returns the file of the font of the Noto family that has the script of a character, "" where no script is known.
func fontFor(r rune) string {
	switch {
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Bopomofo):
		return "NotoSerifTC-Regular.ttf, NotoSerifSC-Regular.ttf or NotoSerifJP-Regular.ttf"
	case unicode.Is(unicode.Hangul, r):
		return "NotoSerifKR-Regular.ttf"
	}
	for _, name := range slices.Sorted(maps.Keys(unicode.Scripts)) {
		if !unicode.Is(unicode.Scripts[name], r) {
			continue
		}
		family := "NotoSans"
		switch name {
		case "Common", "Inherited":
			return ""
		case "Latin", "Greek", "Cyrillic":
			return "NotoSerif-Regular.ttf"
		}
		if slices.Contains(withSerifs, name) {
			family = "NotoSerif"
		}
		return family + strings.ReplaceAll(name, "_", "") + "-Regular.ttf"
	}
	return ""
}
