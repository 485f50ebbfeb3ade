package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/cards"
	"octavo/cmd/octavo/internal/interior"
	"octavo/cmd/octavo/internal/project"
)

// TestKindsAreDeclaredOnce holds that no code asks for a kind of entry by its name, or for a key of one: what meme and metaphor are
// stands in their declaration, as it does for an author's kinds, and their words in package lang.
func TestKindsAreDeclaredOnce(t *testing.T) {
	declared := map[string]bool{filepath.Join("internal", "config", "kinds.go"): true}
	name := regexp.MustCompile(`(?i)meme|metaphor|tenor|vehicle`)
	exact := regexp.MustCompile(`^\W*(meme|metaphor|tenor|vehicle)s?\W*$`)
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || declared[path] ||
			filepath.Dir(path) == filepath.Join("internal", "lang") {
			return err
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.Ident:
				if name.MatchString(n.Name) {
					t.Errorf("%s: %s is the name of a kind", set.Position(n.Pos()), n.Name)
				}
			case *ast.BasicLit:
				if s, err := strconv.Unquote(n.Value); n.Kind == token.STRING && err == nil && exact.MatchString(s) {
					t.Errorf("%s: %s names a kind", set.Position(n.Pos()), n.Value)
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestKindsOfOnesOwn makes every output of a book with kinds of its own, and looks for what each says of the entries.
func TestKindsOfOnesOwn(t *testing.T) {
	p, err := project.Open(t.Context(), "testdata/kinds", project.Silent)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	if len(p.Found) > 0 {
		t.Fatal(p.Found)
	}
	same := func(what string, texts []string, present, missing []string) {
		t.Helper()
		all := strings.Join(strings.Fields(strings.Join(texts, " ")), " ")
		for _, s := range present {
			if !strings.Contains(all, s) {
				t.Errorf("%s: no %q in %s", what, s, all)
			}
		}
		for _, s := range missing {
			if strings.Contains(all, s) {
				t.Errorf("%s: %q in %s", what, s, all)
			}
		}
	}
	doc, pages, found := interior.Set(p.Cfg, p.Book, p.Fonts)
	if found.HasErrors() {
		t.Fatal(found)
	}
	head := []string{"Serves 2 · 0.5 hours · Tried 1 February 2025", "Serves 4 · Vegan", "— the neighbour’s wall"}
	unsaid := []string{"Needs", "aside", "rule 3"}
	same("interior", documentTexts(doc), append(head, "rule 1", "rule 2", "Recipe Bread fried", "metaphor · beans as patience", "(rule 1, page 1)", "Entries by Theme", "Entries by First Words",
		"Recipes of the House"), unsaid)
	manuscript := interior.TypescriptConfig(p.Cfg)
	typescript, _, _ := interior.Typescript(manuscript, p.Book, booktest.Fonts(t, manuscript.Style, p.Cfg.Book.Language))
	same("typescript", documentTexts(typescript), append(head, "rule 2"), unsaid)
	same("EPUB", zipTexts(t, writeEPUB(t, p)), append(head, "Rule 1", "Recipes of the House", "Metaphor · beans as patience"), unsaid)
	deck, found := cards.NewDeck(p.Cfg, p.Book, p.Cards, pages, p.Book.Entries())
	if deck == nil {
		t.Fatal(found)
	}
	deck.Grid, _ = cards.Lay(p.Cfg)
	same("cards", documentTexts(deck.Sheets()), []string{"Serves 2 · Needs bread, butter", "Serves 4", "4 cards", "what the pan says", "A word on salt"}, []string{"Tried", "rule 1", "Steam"})
}
