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
)

// TestKindsAreDeclaredOnce holds that no code asks for a kind of entry by its name, or for a key of one: what meme and metaphor are
// stands in their declaration, as it does for an author's kinds, and their words in package lang.
func TestKindsAreDeclaredOnce(t *testing.T) {
	declared := map[string]bool{filepath.Join("internal", "config", "kinds.go"): true, filepath.Join("internal", "lang", "en.go"): true}
	name := regexp.MustCompile(`(?i)meme|metaphor|tenor|vehicle`)
	exact := regexp.MustCompile(`^\W*(meme|metaphor|tenor|vehicle)s?\W*$`)
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || declared[path] {
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
