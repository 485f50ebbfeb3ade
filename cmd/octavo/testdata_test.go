package main

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// byPattern is the files under testdata that are read by a pattern or by a composed name, and what reads them.
var byPattern = map[string]string{
	"testdata/collections/*":                          "TestCollections",
	"testdata/script/*.txtar":                         "TestScripts",
	"internal/check/testdata/*.txt":                   "TestFixtures, which holds the names against the codes",
	"internal/picture/testdata/*.*g":                  "the tests of pictures that are sound",
	"internal/booktest/testdata/kitchen/*":            "booktest.Kitchen",
	"internal/lang/testdata/hyphens/*.txt":            "the test of lists in package hyphen",
	"internal/booktest/testdata/kitchen/manuscript/*": "booktest.Kitchen",
	"internal/booktest/testdata/prose/*.txt":          "booktest.Prose",
	"testdata/kinds/manuscript/*.md":                  "project.Open, in TestKindsOfOnesOwn",
	"testdata/figures/manuscript/*.md":                "project.Open, in TestFigures",
	"internal/cards/testdata/kitchen-cards-*.golden":  "booktest.PagesEqual, for each style",
	"internal/htmlbook/testdata/*.html":               "TestGolden",
	"internal/htmlbook/testdata/*.golden":             "TestGolden",
	"internal/lsp/testdata/*.txtar":                   "TestFixtures",
	"internal/interior/testdata/kitchen-*.golden":     "booktest.PagesEqual, for each style",
}

// TestTestdata looks for files under a testdata that nothing reads: a file is read by a pattern of the table, or a test or
// tool of its package names it. A golden file that carries a style's name needs that style.
func TestTestdata(t *testing.T) {
	texts := map[string]string{} // of a package's tests and tools, by its folder
	var files []string
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name = filepath.ToSlash(name)
		dir, in, _ := strings.Cut("/"+name, "/testdata/")
		if in != "" && !strings.Contains(in, "/fuzz/") && !strings.HasPrefix(in, "fuzz/") {
			files = append(files, name)
		}
		if ext := path.Ext(name); strings.HasSuffix(name, "_test.go") || ext == ".sh" || ext == ".py" {
			text, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			if in == "" {
				dir = path.Dir("/" + name)
			}
			texts[strings.TrimSuffix(dir, "/")] += string(text)
		}
		return nil
	})
	if err != nil || len(files) < 50 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	matched := map[string]bool{}
	for _, name := range files {
		if readByPattern(name, matched) {
			if style := goldenStyle.FindStringSubmatch(name); style != nil {
				if _, err := os.Stat(filepath.Join("..", "..", "styles", style[1]+".toml")); err != nil {
					t.Errorf("%s is of a style that does not exist", name)
				}
			}
			continue
		}
		dir, _, _ := strings.Cut("/"+name, "/testdata/")
		if path.Base(name) != "README" && !strings.Contains(texts[dir], path.Base(name)) {
			t.Errorf("no test and no tool of its package names %s", name)
		}
	}
	for pattern, reader := range byPattern {
		if !matched[pattern] {
			t.Errorf("no file is like %s, which %s reads", pattern, reader)
		}
	}
}

var goldenStyle = regexp.MustCompile(`-(\w+)\.golden$`)

// readByPattern reports whether a pattern of the table has a file, and marks the pattern.
func readByPattern(name string, matched map[string]bool) bool {
	for pattern := range byPattern {
		if ok, _ := path.Match(pattern, name); ok {
			matched[pattern] = true
			return true
		}
	}
	return false
}

// TestOneUpdateFlag: golden files are written anew by the flag of package golden alone.
func TestOneUpdateFlag(t *testing.T) {
	defined := regexp.MustCompile(`flag\.\w+\((?:&\w+, )?"update"`)
	var places []string
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(name) != ".go" {
			return err
		}
		text, err := os.ReadFile(name)
		if defined.Match(text) {
			places = append(places, filepath.ToSlash(name))
		}
		return err
	})
	if err != nil || len(places) != 1 || places[0] != "internal/golden/golden.go" {
		t.Errorf("-update is defined in %q, %v", places, err)
	}
}
