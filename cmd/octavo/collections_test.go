package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"image"
	"image/png"
	"io"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"octavo/cmd/octavo/internal/golden"
)

// collections are folders as authors bring them from other tools, each in the manner of one, written for this test. Words
// that begin with zz are private or of no reader: no output may have them.
const collections = "testdata/collections"

// TestCollections brings each collection in twice: as it is, in the folder manuscript of a book, and by octavo import, whose book
// must build. A golden file has what octavo check says of the folder, IMPORT.md, and the words that the imported book does not print
// anywhere; whoever approves it reads these words. That words keep their order is held by the tests of the readers.
func TestCollections(t *testing.T) {
	slow(t)
	files, err := filepath.Glob(collections + "/*.txtar")
	if err != nil || len(files) < 8 {
		t.Fatalf("%d collections, %v", len(files), err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".txtar")
		t.Run(name, func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			dir := t.TempDir()
			source := filepath.Join(dir, name)
			unpackCollection(t, archive, source)

			asIs := filepath.Join(dir, "as-is")
			if err := os.CopyFS(filepath.Join(asIs, "manuscript"), os.DirFS(source)); err != nil {
				t.Fatal(err)
			}
			config := fmt.Sprintf("[book]\ntitle = \"Of the %s kind\"\nauthors = [\"Ada Quill\"]\n", name)
			if err := os.WriteFile(filepath.Join(asIs, "book.toml"), []byte(config), 0o666); err != nil {
				t.Fatal(err)
			}
			said, _, _ := octavo(t, nil, "check", "--all", "-C", asIs)

			imported := filepath.Join(dir, "book")
			if out, errs, err := octavo(t, nil, "import", source, "-o", imported); err != nil {
				t.Fatalf("octavo import: %v\n%s%s", err, out, errs)
			}
			if out, errs, err := octavo(t, nil, "build", "--only", "epub", "-C", imported); err != nil {
				t.Fatalf("the imported book is not built: %v\n%s%s", err, out, errs)
			}
			printed := epubWords(t, imported)
			if i := slices.IndexFunc(printed, func(w string) bool { return strings.HasPrefix(w, "zz") }); i >= 0 {
				t.Errorf("the book prints %q, which is private", printed[i])
			}
			left := unprintedWords(archive, printed)
			report, err := os.ReadFile(filepath.Join(imported, "IMPORT.md"))
			if err != nil {
				t.Fatal(err)
			}
			golden.Equal(t, filepath.Join(collections, name+".golden"), []byte(
				"As it is:\n\n"+said+"\nImported:\n\n"+string(report)+"\nNot printed: "+strings.Join(left, " ")+"\n"))
		})
	}
}

var pictureLine = regexp.MustCompile(`^PNG (\d+) (\d+)\n$`)

// unpackCollection writes the files of an archive into a folder. A file that is a line like "PNG 300 200" becomes a picture of this size.
func unpackCollection(t *testing.T, archive *txtar.Archive, dir string) {
	t.Helper()
	for _, f := range archive.Files {
		data := f.Data
		if m := pictureLine.FindSubmatch(data); m != nil {
			var w, h int
			fmt.Sscan(string(m[1])+" "+string(m[2]), &w, &h)
			var b bytes.Buffer
			if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, w, h))); err != nil {
				t.Fatal(err)
			}
			data = b.Bytes()
		}
		name := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

var (
	anyTag  = regexp.MustCompile(`(?s)<(?:head>.*?</head|[^>]*)>`)
	anyWord = regexp.MustCompile(`\pL{3,}`)
)

// epubWords returns the words of three letters and more of a built book's EPUB, in small letters, in the order of its files' names
// in the package.
func epubWords(t *testing.T, dir string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "build", "*.epub"))
	if err != nil || len(files) != 1 {
		t.Fatalf("%d EPUBs, %v", len(files), err)
	}
	z, err := zip.OpenReader(files[0])
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	texts := map[string]string{}
	for _, f := range z.File {
		if path.Ext(f.Name) != ".xhtml" {
			continue
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		texts[f.Name] = string(text)
	}
	var words []string
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		words = append(words, longWords(anyTag.ReplaceAllString(texts[name], " "))...)
	}
	return words
}

// longWords returns the words of three letters and more, in small letters.
func longWords(text string) []string {
	return anyWord.FindAllString(strings.ToLower(text), -1)
}

// unprintedWords returns the words of a collection's texts that are not printed, each once, in their order, without those
// that are private.
func unprintedWords(archive *txtar.Archive, printed []string) []string {
	found := map[string]bool{}
	for _, w := range printed {
		found[w] = true
	}
	var out []string
	for _, f := range archive.Files {
		switch path.Ext(f.Name) {
		case ".md", ".txt", ".qmd":
		default:
			continue
		}
		for _, w := range longWords(string(f.Data)) {
			if !found[w] && !strings.HasPrefix(w, "zz") {
				found[w] = true
				out = append(out, w)
			}
		}
	}
	return out
}
