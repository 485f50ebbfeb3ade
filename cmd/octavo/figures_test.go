package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/cards"
	"octavo/cmd/octavo/internal/docx"
	"octavo/cmd/octavo/internal/interior"
	"octavo/cmd/octavo/internal/project"
)

// figuresBook is the book of testdata/figures with its picture.
func figuresBook(t *testing.T) string {
	t.Helper()
	dir := copyOf(t, "testdata/figures")
	picture, err := os.ReadFile("../../manuscript/pictures/lighthouse.png")
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, "manuscript", "door.png"), picture, 0o666)
	}
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// TestFigures makes the outputs of a book with numbered figures and tables, and looks for captions, references and lists.
func TestFigures(t *testing.T) {
	p, err := project.Open(t.Context(), figuresBook(t), project.Silent)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	if p.Found.HasErrors() {
		t.Fatal(p.Found)
	}
	says := func(what string, texts []string, want ...string) {
		t.Helper()
		all := strings.Join(strings.Fields(strings.Join(texts, " ")), " ")
		for _, s := range want {
			if !strings.Contains(all, s) {
				t.Errorf("%s: no %q in %s", what, s, all)
			}
		}
	}
	captions := []string{"Figure 1.1. The ferry house", "Figure 2.1. A latch, later.", "Figure 2.2. The knob.", "Table 1. Doors by habit."}
	doc, pages, _ := interior.Set(p.Cfg, p.Book, p.Fonts)
	says("interior", documentTexts(doc), append(captions, "Figure 1.1 (page 1) has not", "table 1 (page 1) lists those", "compare figure 2.2 , page 4 )", "The knob (page 4)",
		"Figures The ferry house 1.1 1 A latch, later 2.1 3 The knob 2.2 4", "Tables Doors by habit 1 1", "As figure 1.1 (page 1) does")...)
	manuscript := interior.TypescriptConfig(p.Cfg)
	typescript, _, _ := interior.Typescript(manuscript, p.Book, booktest.Fonts(t, manuscript.Style, p.Cfg.Book.Language))
	says("typescript", documentTexts(typescript), append(captions, "Figure 1.1 (page")...)
	says("EPUB", zipTexts(t, writeEPUB(t, p)), append(captions, "Figure 1.1 has not", "table 1 lists those that have (compare figure 2.2 ).", "Figures Figure 1.1. The ferry house.",
		"Tables Table 1. Doors by habit.")...)
	deck, found := cards.NewDeck(p.Cfg, p.Book, p.Cards, pages, p.Book.Entries())
	if deck == nil {
		t.Fatal(found)
	}
	says("cards", documentTexts(deck.Singles()), "As figure 1.1 does not show.")
	word := filepath.Join(t.TempDir(), "book.docx")
	master, err := docx.Prepare(p.Cfg, p.Book, docx.Options{})
	if err != nil {
		t.Fatal(err)
	}
	file, err := os.Create(word)
	if err == nil {
		err = errors.Join(master.Write(file, docx.Options{Copy: "x-1"}), file.Close())
	}
	if err != nil {
		t.Fatal(err)
	}
	says("Word", zipTexts(t, word), append(captions, "Figure 1.1 has not")...)
}
