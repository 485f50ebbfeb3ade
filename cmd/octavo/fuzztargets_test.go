package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// decoders are the functions and types that take bytes apart, by the import path of their package, as regular expressions. A package that
// uses one reads what somebody else has written.
var decoders = map[string]string{
	"encoding/json":                           `^(Unmarshal|NewDecoder)$`,
	"encoding/csv":                            `^NewReader$`,
	"encoding/xml":                            `^(Unmarshal|NewDecoder)$`,
	"encoding/binary":                         `^(Read|Uvarint|Varint)$|Endian\.Uint`,
	"encoding/base64":                         `^NewDecoder$|Encoding\.Decode`,
	"encoding/ascii85":                        `.`,
	"archive/zip":                             `^(NewReader|OpenReader)$`,
	"archive/tar":                             `^NewReader$`,
	"compress/flate":                          `^NewReader`,
	"compress/gzip":                           `^NewReader$`,
	"compress/zlib":                           `^NewReader`,
	"image":                                   `^Decode`,
	"image/png":                               `^Decode`,
	"image/jpeg":                              `^Decode`,
	"image/gif":                               `^Decode`,
	"mime/multipart":                          `.`,
	"golang.org/x/image/bmp":                  `^Decode`,
	"golang.org/x/image/webp":                 `^Decode`,
	"golang.org/x/image/tiff":                 `^Decode`,
	"golang.org/x/image/tiff/lzw":             `.`,
	"golang.org/x/image/ccitt":                `.`,
	"golang.org/x/net/html":                   `^(Parse|NewTokenizer)`,
	"golang.org/x/text/encoding/charmap":      `.`,
	"golang.org/x/text/encoding/unicode":      `.`,
	"github.com/yuin/goldmark/parser":         `.`,
	"github.com/BurntSushi/toml":              `^(Decode|NewDecoder|Unmarshal|Parse)`,
	"go.yaml.in/yaml/v3":                      `^(Unmarshal|NewDecoder)$`,
	"github.com/go-text/typesetting/font":     `^(Parse|New)`,
	"github.com/go-text/typesetting/harfbuzz": `.`,
}

// fuzzedBy names the targets, as package.Target, of packages that have none of their own for what they decode; "-" and a reason where
// what is decoded is octavo's own.
var fuzzedBy = map[string]string{
	"fallback":   "- the fonts are embedded",
	"font":       "main.FuzzFont",
	"production": "main.FuzzManifest",
	"project":    "main.FuzzBook",
	"raster":     "- pixels that it has painted itself",
	"release":    "- archives and licences of its own making",
	"ledger":     "ledger.FuzzLedger",
}

// editing names the targets of what changes an author's files: each asserts that all but what was to be changed stays as it is.
var editing = map[string]string{
	"amend.FuzzApply":          "readers' changes written into Markdown",
	"mend.FuzzApply":           "octavo check --fix",
	"mend.FuzzUndo":            "octavo check --undo",
	"revise.FuzzReadDecisions": "octavo feedback --apply with decisions of a file",
	"lsp.FuzzChange":           "the text that an editor holds",
	"lsp.FuzzMessage":          "renaming and fixes in an editor",
	"studio.FuzzReadText":      "what the studio saves",
	"studio.FuzzRequest":       "all requests to the studio",
	"outdir.FuzzJournal":       "files taken into place",
	"importer.FuzzRead":        "octavo import",
	"markdown.FuzzRoundTrip":   "Markdown that is written for an author",
	"feedback.FuzzChecklist":   "the list of remarks with an author's marks",
	"ledger.FuzzAnswers":       "what became of remarks",
}

// TestFuzzTargets names the packages that read what somebody else has written, or change what an author has, without a fuzz target.
// make fuzz runs it first.
func TestFuzzTargets(t *testing.T) {
	targets, decoding := map[string]bool{}, map[string]string{}
	declared := regexp.MustCompile(`^Fuzz[A-Z]`)
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && d.Name() == "testdata":
			return filepath.SkipDir
		case d.IsDir() || filepath.Ext(name) != ".go":
			return nil
		}
		pkg := "main"
		if dir := filepath.ToSlash(filepath.Dir(name)); dir != "." {
			pkg = path.Base(dir)
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		if !strings.HasSuffix(name, "_test.go") {
			if found := decodes(file); found != "" {
				decoding[pkg] = found
			}
			return nil
		}
		for _, decl := range file.Decls {
			if f, ok := decl.(*ast.FuncDecl); ok && declared.MatchString(f.Name.Name) {
				targets[pkg+"."+f.Name.Name] = true
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	has := func(pkg string) bool {
		for target := range targets {
			if strings.HasPrefix(target, pkg+".") {
				return true
			}
		}
		return false
	}
	for _, pkg := range slices.Sorted(maps.Keys(decoding)) {
		by := fuzzedBy[pkg]
		if by == "" && !has(pkg) {
			t.Errorf("package %s uses %s and has no fuzz target: write one, or name in fuzzedBy the one that reaches it", pkg, decoding[pkg])
		}
	}
	for pkg, by := range fuzzedBy {
		if decoding[pkg] == "" {
			t.Errorf("fuzzedBy has package %s, which decodes nothing", pkg)
		}
		if !strings.HasPrefix(by, "- ") && !targets[by] {
			t.Errorf("package %s is said to be fuzzed by %s, which is not there", pkg, by)
		}
	}
	for target, what := range editing {
		if !targets[target] {
			t.Errorf("the target %s is missing: %s", target, what)
		}
	}
}

// decodes returns the first decoder that a file uses, or "".
func decodes(file *ast.File) (found string) {
	names := map[string]string{} // import paths by the names that the file has for them
	for _, spec := range file.Imports {
		at, _ := strconv.Unquote(spec.Path.Value)
		name := path.Base(at)
		if name == "v3" {
			name = "yaml"
		}
		if spec.Name != nil {
			name = spec.Name.Name
		}
		names[name] = at
	}
	ast.Inspect(file, func(n ast.Node) bool {
		s, ok := n.(*ast.SelectorExpr)
		if !ok || found != "" {
			return true
		}
		of, what := s.X, s.Sel.Name
		if inner, ok := of.(*ast.SelectorExpr); ok { // a method of what the package has: binary.BigEndian.Uint16
			of, what = inner.X, inner.Sel.Name+"."+what
		}
		if x, ok := of.(*ast.Ident); ok {
			if pattern, ok := decoders[names[x.Name]]; ok && regexp.MustCompile(pattern).MatchString(what) {
				found = names[x.Name] + "." + what
			}
		}
		return true
	})
	return found
}
