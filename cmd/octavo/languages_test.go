package main

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"octavo/cmd/octavo/internal/golden"
	"octavo/cmd/octavo/internal/interior"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/project"
)

// TestLanguages sets a small book of each language, with the traps of that language, and holds its lines against page.golden in
// the folder of the book: quotation marks and apostrophes, spaces, divided words, and the words that octavo prints.
func TestLanguages(t *testing.T) {
	dirs, err := filepath.Glob("testdata/languages/*")
	if err != nil || len(dirs) == 0 {
		t.Fatal(err, dirs)
	}
	for _, dir := range dirs {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			p, err := project.Open(context.Background(), dir, project.Silent)
			if err != nil {
				t.Fatal(err)
			}
			defer p.Close()
			if len(p.Found) > 0 {
				t.Fatal(p.Found)
			}
			if p.Cfg.Lang.Tag != filepath.Base(dir) {
				t.Errorf("the book is in %s", p.Cfg.Lang.Tag)
			}
			doc, _, _ := interior.Set(p.Cfg, p.Book, p.Fonts)
			var dump strings.Builder
			for _, pg := range doc.Pages {
				fmt.Fprintf(&dump, "== %s\n", pg.Label)
				for _, line := range linesOn(pg) {
					fmt.Fprintf(&dump, "%s\n", line)
				}
			}
			golden.Equal(t, filepath.Join(dir, "page.golden"), []byte(dump.String()))
			everyWordArrives(t, filepath.Join(dir, "manuscript", "01.md"), dump.String())
			if words := regexp.MustCompile(`(?i)(^|\s)(the|and|with|which|this)\s`).FindAllString(dump.String(), -1); words != nil &&
				!strings.HasPrefix(p.Cfg.Lang.Words, "en") {
				t.Errorf("English words: %q", words)
			}
		})
	}
}

// linesOn returns the lines of a page from its head to its foot, words apart that stand apart.
func linesOn(pg *page.Page) (lines []string) {
	var texts []*page.Text
	for _, it := range page.Placed(pg.Items) {
		if text, ok := it.(*page.Text); ok {
			texts = append(texts, text)
		}
	}
	slices.SortStableFunc(texts, func(a, b *page.Text) int { return cmp.Or(cmp.Compare(a.Y, b.Y), cmp.Compare(a.X, b.X)) })
	for i, text := range texts {
		if i == 0 || text.Y != texts[i-1].Y {
			lines = append(lines, text.Text)
			continue
		}
		lines[len(lines)-1] += "|" + text.Text
	}
	return lines
}

// everyWordArrives looks for each word of a chapter in the lines of its book.
func everyWordArrives(t *testing.T, file, dump string) {
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	plain := regexp.MustCompile(`(?s)\n\+\+\+\n.*?\n\+\+\+\n`).ReplaceAllString("\n"+string(text), "\n")
	plain = regexp.MustCompile(`\]\([^)]*\)|\{[^}]*\}|\[\^[^\]]*\]`).ReplaceAllString(plain, " ")
	notLetter := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) }
	all := strings.Map(func(r rune) rune {
		if notLetter(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, dump)
	for _, word := range strings.FieldsFunc(plain, notLetter) {
		if !strings.Contains(all, strings.ToLower(word)) {
			t.Errorf("%q is on no page", word)
		}
	}
}
