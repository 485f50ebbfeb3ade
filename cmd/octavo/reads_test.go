package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

// mayRead lists the files that call what opens or reads files without readfile, with the reason.
var mayRead = map[string]string{
	"internal/readfile/readfile.go":  "it is what all others call",
	"internal/project/revision.go":   "it opens the folder that it has just made",
	"internal/project/repository.go": "it looks for links among names, and opens no file",
	"internal/newbook/newbook.go":    "it looks whether a folder is empty, and reads what is embedded",
	"internal/project/styles.go":     "it lists and reads what is embedded, where the book has no file of its own",
	"internal/config/load.go":        "it lists and reads styles through the overlay",
	"internal/config/datatable.go":   "it reads styles through the overlay",

	"internal/hugepages/hugepages_linux.go": "it reads a line of the kernel",
}

// Every file of the author's and of readers' is read by readfile, which no pipe, device or endless file can hold up, and
// which no link leads out of the book's folder.
func TestFilesAreReadInOnePlace(t *testing.T) {
	reads := map[string]bool{"os.Open": true, "os.ReadFile": true, "os.OpenRoot": true, "os.ReadDir": true, "os.DirFS": true,
		"fs.ReadFile": true, "fs.ReadDir": true, "fs.Glob": true, "filepath.WalkDir": true}
	used := map[string]bool{}
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			return err
		}
		name = filepath.ToSlash(name)
		if strings.HasPrefix(name, "internal/outdir/") || noPartOfOctavo(name) { // outdir reads back what it wrote
			return nil
		}
		files := token.NewFileSet()
		f, err := parser.ParseFile(files, name, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(f, func(n ast.Node) bool {
			s, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if pkg, ok := s.X.(*ast.Ident); ok && reads[pkg.Name+"."+s.Sel.Name] {
				used[name] = true
				if mayRead[name] == "" {
					t.Errorf("%s: %s.%s reads without limits; call readfile", files.Position(s.Pos()), pkg.Name, s.Sel.Name)
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for name, why := range mayRead {
		if !used[name] {
			t.Errorf("the exemption of %s (%s) is not needed any more", name, why)
		}
	}
}
