package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The package table: what each package may import of ours. The command's own folder may import everything.
var mayImport = map[string][]string{
	"selection":   {"diag", "config", "book"},
	"filediff":    {"content", "cos", "diag", "pdftext"},
	"trade":       {"diag", "config", "book", "page"},
	"sheet":       {"diag", "config", "book", "font", "hyphen", "page", "typeset", "textstyle", "pagemap", "trade"},
	"excerpt":     {"lang", "config", "book", "captions", "xref", "selection", "trade"},
	"diag":        {},
	"parallel":    {},
	"signals":     {},
	"firstpages":  {},
	"hugepages":   {},
	"readfile":    {"recent", "parallel"},
	"recent":      {},
	"deeptext":    {},
	"tomltext":    {},
	"yamltext":    {"lazyregexp"},
	"lazyregexp":  {},
	"lang":        {"bidi"},
	"bidi":        {},
	"picture":     {},
	"barcode":     {"font", "page"},
	"contrast":    {},
	"drawing":     {"lazyregexp"},
	"config":      {"diag", "lang", "contrast", "readfile", "tomltext", "lazyregexp", "likename"},
	"book":        {"diag", "lang", "drawing", "formula"},
	"dialect":     {"formula", "lazyregexp"},
	"formula":     {},
	"manuscript":  {"diag", "lang", "parallel", "book", "drawing", "picture", "readfile", "recent", "tomltext", "yamltext", "dialect", "order", "htmlbook", "formula", "lazyregexp", "likename"},
	"runs":        {"diag", "book"},
	"htmlbook":    {"diag", "book", "runs", "lazyregexp"},
	"markdown":    {"book", "tomltext", "formula", "lazyregexp"},
	"captions":    {"lang", "book"},
	"kinds":       {"diag", "lang", "config", "book"},
	"check":       {"diag", "lang", "parallel", "recent", "config", "book", "kinds"},
	"order":       {"diag", "lang", "book", "readfile", "yamltext", "lazyregexp", "likename"},
	"font":        {},
	"fallback":    {"font"},
	"page":        {"diag", "drawing", "font"},
	"ornament":    {"font", "page"},
	"hyphen":      {"lang"},
	"typeset":     {"diag", "lang", "hyphen", "parallel", "bidi", "font", "page"},
	"textstyle":   {"diag", "drawing", "lang", "hyphen", "parallel", "config", "font", "fallback", "page", "typeset", "formula", "lazyregexp"},
	"xref":        {"book", "page"},
	"pagemap":     {"diag"},
	"indexes":     {"lang", "config", "book"},
	"interior":    {"bidi", "diag", "lang", "hyphen", "parallel", "config", "book", "captions", "kinds", "font", "page", "typeset", "textstyle", "xref", "pagemap", "indexes", "ornament"},
	"cards":       {"diag", "contrast", "lang", "parallel", "config", "book", "captions", "kinds", "font", "page", "typeset", "textstyle", "xref", "pagemap", "indexes", "impose", "cutfile", "coverdesign", "ornament", "selection"},
	"reviewcopy":  {"diag", "lang", "config", "book", "font", "page", "typeset", "textstyle", "pagemap", "impose", "watermark"},
	"coverdesign": {"diag", "config", "contrast", "font", "page", "ornament", "typeset", "textstyle"},
	"cover":       {"diag", "lang", "config", "book", "barcode", "font", "page", "ornament", "typeset", "textstyle", "coverdesign", "wrap"},
	"likename":    {"diag", "readfile"},
	"stats":       {"diag", "lang", "config", "book", "pagemap"},
	"chart":       {"diag", "contrast", "config", "page", "typeset", "textstyle", "stats"},
	"wrap":        {"diag", "config", "page"},
	"impose":      {"lang", "page"},
	"cutfile":     {"page"},
	"watermark":   {},
	"sfnt":        {},
	"pdf":         {"drawing", "font", "page", "picture"},
	"raster":      {"drawing", "font", "page", "picture"},
	"svg":         {"font", "page"},
	"epub":        {"xmltext", "onix", "origin", "diag", "lang", "bidi", "parallel", "config", "book", "captions", "kinds", "picture", "pagemap", "indexes", "sfnt", "watermark", "formula"},
	"docx":        {"diag", "lang", "bidi", "config", "book", "captions", "kinds", "picture", "opc", "formula"},
	"opc":         {},
	"wordbook":    {"diag", "book", "opc", "runs", "lazyregexp"},
	"importer":    {"diag", "lang", "book", "config", "dialect", "docx", "htmlbook", "manuscript", "markdown", "newbook", "order", "outdir", "readfile", "runs", "schema", "tomltext", "wordbook", "yamltext", "lazyregexp", "likename"},
	"cos":         {},
	"content":     {"cos"},
	"pdftext":     {"bidi", "content", "cos"},
	"preflight":   {"diag", "config", "content", "cos", "picture", "sfnt"},
	"bookdiff":    {"diag", "book"},
	"errata":      {"diag", "lang", "config", "book", "page", "typeset", "textstyle", "pagemap", "bookdiff", "locate", "tabletext"},
	"locate":      {"diag", "lang", "book", "pagemap", "lazyregexp"},
	"exports":     {"lang", "lazyregexp", "locate", "readfile"},
	"feedback":    {"diag", "lang", "pagemap", "docx", "cos", "pdftext", "exports", "locate", "readfile", "lazyregexp"},
	"outdir":      {"readfile", "lazyregexp"},
	"watch":       {"readfile"},
	"schema":      {"config", "lang", "outdir", "readfile", "tomltext"},
	"newbook":     {"diag", "lang", "readfile", "tomltext", "outdir", "lazyregexp", "schema"},
	"project":     {"diag", "parallel", "readfile", "recent", "picture", "config", "book", "manuscript", "cardlist", "order", "check", "fallback", "page", "textstyle", "pagemap", "interior", "cards", "sfnt", "pdf", "epub", "locate", "outdir", "selection", "excerpt"},
	"mend":        {"diag", "config", "order", "outdir", "project", "readfile"},
	"amend":       {"diag", "book", "lazyregexp"},
	"revise":      {"diag", "readfile", "tomltext", "book", "manuscript", "check", "locate", "feedback", "project", "mend", "amend"},
	"ledger":      {"diag", "parallel", "readfile", "config", "pagemap", "watermark", "cos", "pdftext", "locate", "feedback", "outdir", "project", "mend", "likename"},
	"production":  {"diag", "lang", "parallel", "readfile", "config", "contrast", "ornament", "book", "page", "textstyle", "pagemap", "interior", "cards", "reviewcopy", "barcode", "wrap", "cover", "pdf", "raster", "svg", "epub", "docx", "preflight", "bookdiff", "errata", "outdir", "project", "locate", "feedback", "ledger", "tabletop", "selection", "cos", "excerpt", "filediff", "onix", "origin", "sheet", "trade"},
	"studio":      {"bidi", "book", "cards", "check", "config", "diag", "drawing", "epub", "feedback", "font", "importer", "lang", "ledger", "locate", "lsp", "markdown", "mend", "newbook", "order", "outdir", "page", "pagemap", "parallel", "picture", "production", "project", "raster", "readfile", "revise", "textstyle", "tomltext", "typeset", "watch", "selection", "tabletext"},
	"tabletop":    {"diag"},
	"tabletext":   {},
	"cardlist":    {"diag", "config", "book", "manuscript", "readfile"},
	"lsp":         {"diag", "lang", "lazyregexp", "parallel", "readfile", "tomltext", "config", "book", "manuscript", "order", "check", "cards", "pagemap", "project", "mend"},
	"golden":      {},
	"manpage":     {},
	"release":     {},
	"timing":      {},
	"booktest":    {"config", "book", "check", "golden", "manuscript", "page", "textstyle"},
	"xmltext":     {},
	"origin":      {"diag", "config", "book"},
	"onix":        {"lang", "config", "book", "origin", "xmltext"},
}

// onlyImporter names the packages that may know a dependency; what it stands behind can be replaced there alone.
var onlyImporter = map[string][]string{
	"github.com/yuin/goldmark":                 {"manuscript"},
	"github.com/BurntSushi/toml":               {"tomltext"},
	"go.yaml.in/yaml/v3":                       {"yamltext"},
	"codeberg.org/go-pdf/fpdf":                 {"pdf"},
	"golang.org/x/net/html":                    {"exports", "htmlbook", "manuscript"},
	"github.com/bmaupin/go-epub":               {"epub"},
	"github.com/go-text/typesetting":           {"font", "typeset"},
	"github.com/go-text/typesetting/harfbuzz":  {"typeset"},
	"github.com/go-text/typesetting/segmenter": {"typeset"},
	"github.com/spf13/cobra":                   {"main"},
	"github.com/schollz/progressbar/v3":        {"main"},
	"github.com/boombuler/barcode":             {"barcode", "cards"},
	"github.com/fsnotify/fsnotify":             {"watch"},
}

// nobodyImports are packages that would open a way to what a build must not do: reach a network.
var nobodyImports = []string{"net", "net/http", "net/rpc", "net/smtp", "crypto/tls"}

// exempt lists imports that the rules above would forbid, with the reason.
var exempt = map[string]string{
	"epub net/http":   "go-epub's client is replaced by one that refuses",
	"studio net":      "it listens on the loopback address",
	"studio net/http": "it listens on the loopback address",
}

func TestImports(t *testing.T) {
	const ours = "octavo/cmd/octavo/internal/"
	seen := map[string]bool{}
	used := map[string]bool{}
	check := func(pkg, file string, test bool) {
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		for _, spec := range f.Imports {
			path, _ := strconv.Unquote(spec.Path.Value)
			key := pkg + " " + path
			if _, ok := exempt[key]; ok {
				used[key] = true
				continue
			}
			if name, ok := strings.CutPrefix(path, ours); ok && pkg != "main" && !test {
				if !slices.Contains(mayImport[pkg], name) {
					t.Errorf("%s: package %s may not import %s; see the table in README.md", file, pkg, name)
				}
			}
			if path == "octavo/styles" && pkg != "main" && pkg != "booktest" && pkg != "project" && !test {
				t.Errorf("%s: only project may import the styles, the others are handed what they need", file)
			}
			for dependency, owners := range onlyImporter {
				if (path == dependency || strings.HasPrefix(path, dependency+"/")) && !slices.Contains(owners, pkg) && !test {
					t.Errorf("%s: only %v may import %s", file, owners, dependency)
				}
			}
			if slices.Contains(nobodyImports, path) && !test {
				t.Errorf("%s: nothing here may import %s: a build reaches no network", file, path)
			}
		}
	}
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && d.Name() == "testdata" {
			return filepath.SkipDir
		}
		if d.IsDir() || filepath.Ext(path) != ".go" {
			return nil
		}
		pkg := "main"
		if dir := filepath.ToSlash(filepath.Dir(path)); dir != "." {
			pkg = strings.TrimPrefix(dir, "internal/")
			if _, ok := mayImport[pkg]; !ok {
				t.Errorf("%s: package %s is not in the table", path, pkg)
			}
		}
		seen[pkg] = true
		check(pkg, path, strings.HasSuffix(path, "_test.go"))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for pkg := range mayImport {
		if !seen[pkg] {
			t.Errorf("package %s of the table does not exist", pkg)
		}
	}
	for key, why := range exempt {
		if !used[key] {
			t.Errorf("the exemption of %q (%s) is not needed any more", key, why)
		}
	}
	// The styles are data: they import nothing of ours.
	files, err := filepath.Glob("../../styles/*.go")
	if err != nil || len(files) == 0 {
		t.Fatalf("no styles: %v", err)
	}
	for _, file := range files {
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		for _, spec := range f.Imports {
			if strings.HasPrefix(spec.Path.Value, `"octavo/`) {
				t.Errorf("%s: the styles may import nothing of ours, but import %s", file, spec.Path.Value)
			}
		}
	}
}

// TestDependencies holds the two waists: what writes pages knows no shaper, and what reads a Book no parser, not even through
// others.
func TestDependencies(t *testing.T) {
	const ours = "octavo/cmd/octavo/internal/"
	const shaper, hyphens, parser = "github.com/go-text/typesetting/harfbuzz", ours + "hyphen", "github.com/yuin/goldmark"
	const browser = "github.com/chromedp/chromedp" // of tests: go build neither downloads it nor has it in the command
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}}{{range .Deps}} {{.}}{{end}}`, "./internal/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	deps := map[string][]string{}
	for line := range strings.Lines(string(out)) {
		f := strings.Fields(line)
		deps[strings.TrimPrefix(f[0], ours)] = f[1:]
	}
	for pkg, forbidden := range map[string][]string{
		"page": {shaper, hyphens, parser}, "font": {shaper, hyphens, parser}, "pdf": {shaper, hyphens, parser},
		"raster": {shaper, hyphens, parser}, "svg": {shaper, hyphens, parser}, "impose": {shaper, hyphens, parser}, "cutfile": {shaper, hyphens, parser},
		"book": {parser}, "check": {parser, shaper}, "epub": {parser, shaper}, "docx": {parser, shaper}, "bookdiff": {parser},
		"studio": {browser},
	} {
		if len(deps[pkg]) == 0 {
			t.Errorf("no package %s", pkg)
		}
		for _, path := range deps[pkg] {
			if slices.Contains(forbidden, path) {
				t.Errorf("package %s depends on %s", pkg, path)
			}
		}
	}
}

// forTests reports whether a file belongs to a package that only tests import.
func forTests(path string) bool {
	path = filepath.ToSlash(path)
	return strings.HasPrefix(path, "internal/golden/") || strings.HasPrefix(path, "internal/timing/") || strings.HasPrefix(path, "internal/booktest/")
}

// noPartOfOctavo reports whether a file is in no octavo that an author runs: it is for tests, or makes releases.
func noPartOfOctavo(path string) bool {
	return forTests(path) || strings.HasPrefix(filepath.ToSlash(path), "release/")
}

// TestWrites: files are written by outdir alone, which follows no link out of the book's folder.
func TestWrites(t *testing.T) {
	exempt := map[string]string{filepath.Join("internal", "project", "revision.go"): "it lays a revision out in a temporary folder of the system",
		filepath.Join("internal", "readfile", "readfile.go"): "it opens files to read them"}
	writes := regexp.MustCompile(`\bos\.(Create|CreateTemp|OpenFile|WriteFile|Rename|Remove|RemoveAll|Mkdir|MkdirAll|MkdirTemp|Symlink|Link|Truncate)\(`)
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") ||
			strings.HasPrefix(filepath.ToSlash(path), "internal/outdir/") || noPartOfOctavo(path) || exempt[path] != "" {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for _, call := range writes.FindAllString(string(text), -1) {
			t.Errorf("%s calls %s): files are written through outdir", path, call)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestTableOfPackages holds the table in README.md against the one here.
func TestTableOfPackages(t *testing.T) {
	text, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	told := map[string][]string{}
	for _, row := range regexp.MustCompile("(?m)^\\| `(\\w+)` \\|.*\\| ([^|]+) \\|$").FindAllStringSubmatch(string(text), -1) {
		if row[1] != "main" {
			told[row[1]] = strings.Split(strings.TrimPrefix(row[2], "nothing"), ", ")
		}
	}
	for pkg, may := range mayImport {
		got, ok := told[pkg]
		if want := strings.Join(slices.Sorted(slices.Values(may)), ", "); !ok || strings.Join(slices.Sorted(slices.Values(got)), ", ") != want {
			t.Errorf("README.md says that %s may import %v, and it may import %s", pkg, got, want)
		}
		delete(told, pkg)
	}
	for pkg := range told {
		t.Errorf("README.md has a package %s that does not exist", pkg)
	}
}
