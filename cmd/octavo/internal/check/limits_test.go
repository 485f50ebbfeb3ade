package check

import (
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/manuscript"
	"octavo/styles"
)

// TestLimits holds words and books that are too long to be set against the errors that say so, and those that are not quite against none.
func TestLimits(t *testing.T) {
	lines := func(n int) string { return strings.Repeat("a\n\n", n-chapterLines-1) }
	for _, c := range []struct{ name, text, code string }{
		{"a word of the most letters", strings.Repeat("a", mostWord), ""},
		{"a word of one letter more", "So: *" + strings.Repeat("a", mostWord+1) + "*", "text-endless"},
		{"signs", strings.Repeat(`\(`, mostWord+1), "text-endless"},
		{"letters with marks", "a" + strings.Repeat("\u0301\u0302", mostWord), "text-endless"},
		{"code", "    " + strings.Repeat("a", mostWord+1), "text-endless"},
		{"words in many lines", strings.Repeat("aaaa\naaaa ", mostWord), ""},
		{"a language without spaces", strings.Repeat("日本語", mostWord), ""},
		{"a heading of too many letters", "## " + strings.Repeat("word ", mostHeading/5+1), "text-endless"},
		{"a heading of many letters", "## " + strings.Repeat("word ", mostHeading/6), ""},
		{"a paragraph of too many letters", strings.Repeat("intelligence ", mostRun*lineRunes/13+1), "text-endless"},
		{"a paragraph of too many words", strings.Repeat("a ", mostRun*lineWords+2), "text-endless"},
		{"a paragraph of the most words", strings.Repeat("to be ", mostRun*lineWords/2-10), ""},
		{"the most lines", lines(mostLines), ""},
		{"a line more", lines(mostLines + 1), "book-long"},
		{"many chapters", strings.Repeat("# A\n\na\n\n", mostLines/(chapterLines+2)+1), "book-long"},
		{"many sections", strings.Repeat("## A\n\na\n\n", mostLines/(headingLines+2)), "book-long"},
		{"many entries", strings.Repeat("## A\n+++\n+++\n\na\n\n", mostLines/(entryLines+2)), "book-long"},
		{"many cells", "|a|b|c|\n|-|-|-|\n" + strings.Repeat("|a|b|c|\n", mostLines/3), "book-long"},
		{"many marks", strings.Repeat("*a* b\n\n", 250_001), "text-tangled"},
		{"many lines", strings.Repeat("a\n", 500_000), "text-tangled"},
		{"words in capitals", strings.Repeat(strings.Repeat("NATO ", 100)+"\n\n", mostLines/30), "book-long"},
		{"long words", strings.Repeat(strings.Repeat("a", mostWord)+"\n\n", 2*mostLines/mostWord+1), "book-long"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			dir := write(t, []txtar.File{{Name: "book.toml", Data: []byte("[book]\ntitle = \"A\"\nauthors = [\"B\"]\nlanguage = \"en\"\n")},
				{Name: "manuscript/a.md", Data: []byte("# T\n\n" + c.text + "\n")}})
			said := ""
			for _, d := range everything(t, dir) {
				if d.Code == "text-endless" || d.Code == "book-long" || d.Code == "text-tangled" {
					said = d.Code
				}
			}
			if said != c.code {
				t.Errorf("%q, want %q", said, c.code)
			}
		})
	}
}

// TestLongConfig refuses texts of book.toml that are longer than a heading can be.
func TestLongConfig(t *testing.T) {
	for _, key := range []string{"title", "subtitle", "rights", "dedication"} {
		for n, want := range map[int]bool{mostHeading: false, mostHeading + 1: true} {
			text := "[book]\nauthors = [\"B\"]\nlanguage = \"en\"\n" + key + " = \"" + strings.Repeat("é", n) + "\"\n"
			if key != "title" {
				text += "title = \"A\"\n"
			}
			dir := write(t, []txtar.File{{Name: "book.toml", Data: []byte(text)}, {Name: "manuscript/a.md", Data: []byte("# T\n\nProse.\n")}})
			found := false
			for _, d := range everything(t, dir) {
				found = found || d.Code == "toml-long"
			}
			if found != want {
				t.Errorf("%s of %d letters: %v", key, n, found)
			}
		}
	}
}

// TestManyBorrowed has a book whose font lacks the letters of most of its words.
func TestManyBorrowed(t *testing.T) {
	fonts := covering(func(rune) bool { return true })
	fonts.Instead = func(character string, _ bool) (lacking, in string) {
		if character == "字" {
			return "Garamond", "Song"
		}
		return "", ""
	}
	for words, want := range map[int]int{mostBorrowed: 0, mostBorrowed + 200: 1} {
		dir := write(t, []txtar.File{{Name: "book.toml", Data: []byte("[book]\ntitle = 'T'\nauthors = ['A']\n")},
			{Name: "manuscript/a.md", Data: []byte("# T\n\n" + strings.Repeat(strings.Repeat("字 字x ", 100)+"\n\n", words/200))}})
		cfg, _ := config.Load(dir, styles.FS)
		bk, _ := manuscript.Read(filepath.Join(dir, "manuscript"), Contents(cfg))
		found := Run(cfg, bk, fonts).With("glyph-missing")
		if len(found) != want || want > 0 && (!strings.Contains(found[0].Message, "characters that Garamond lacks") || !found.HasErrors()) {
			t.Errorf("%d words: %v", words, found)
		}
	}
}
