package booktest

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// ProseFolder has sentences in a few languages, one a line and a file a language, seen from the folder of a package beside this one.
const ProseFolder = "../booktest/testdata/prose"

// proseWords is about how many words a book of prose has.
const proseWords = 30_000

// Prose writes a book of 30,000 words into a folder, of the sentences of a language in ProseFolder: paragraphs of two to seven
// sentences in an order that is always the same and never repeats a paragraph.
func Prose(t testing.TB, dir, tag string) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(ProseFolder, tag+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	sentences := strings.FieldsFunc(string(text), func(r rune) bool { return r == '\n' })
	if err := os.MkdirAll(filepath.Join(dir, "manuscript"), 0o777); err != nil {
		t.Fatal(err)
	}
	state := uint32(1)
	next := func(n int) int { // the generator of Numerical Recipes
		state = state*1664525 + 1013904223
		return int(state>>8) % n
	}
	words := 0
	for chapter := 1; words < proseWords; chapter++ {
		var b strings.Builder
		fmt.Fprintf(&b, "# %d\n", chapter)
		for limit := words + proseWords/10; words < limit; {
			b.WriteString("\n")
			for range 2 + next(6) {
				s := sentences[next(len(sentences))]
				words += len(strings.Fields(s))
				if strings.HasPrefix(s, "—") { // speech begins a paragraph
					b.WriteString("\n\n" + s + "\n\n")
				} else {
					b.WriteString(s + "\n")
				}
			}
		}
		if err := os.WriteFile(filepath.Join(dir, "manuscript", fmt.Sprintf("%02d.md", chapter)), []byte(b.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	settings := fmt.Sprintf("[book]\ntitle = \"%s\"\nauthors = [\"A. Tester\"]\nlanguage = %q\ndate = 2026-01-01\n[check.levels]\ndoubled-word = \"off\"\n", tag, tag)
	if err := os.WriteFile(filepath.Join(dir, "book.toml"), []byte(settings), 0o666); err != nil {
		t.Fatal(err)
	}
}
