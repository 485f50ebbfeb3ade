package main

import (
	"bytes"
	"crypto/sha256"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var record = flag.String("record", "", "write the SHA-256 of every output of the recorded books to this `file`; see TestRecord")

// TestRecord writes one line an output, its SHA-256 and its name, for a change that must leave outputs as they are:
//
//	go test ./cmd/octavo -run TestRecord -record /tmp/before
//	go test ./cmd/octavo -run TestRecord -record /tmp/after
//	diff /tmp/before /tmp/after
//
// The books are this repository's in each house style, the one that octavo new writes, and the book of all constructs
// (internal/booktest/testdata/kitchen); of each the PDF by every profile, the EPUB, the deck, its exports, the page map, and
// review copies of every format and layout.
func TestRecord(t *testing.T) {
	if *record == "" {
		t.Skip("no file is named by -record")
	}
	sums := map[string]string{}
	for _, style := range []string{"classic", "modern", "large", "aldine"} {
		dir := copyOfTheBook(t)
		setStyle(t, dir, style)
		recordBook(t, sums, "book-"+style, dir)
	}
	kitchen := t.TempDir()
	if err := os.CopyFS(kitchen, os.DirFS("internal/booktest/testdata/kitchen")); err != nil {
		t.Fatal(err)
	}
	if err := withoutHTML(filepath.Join(kitchen, "manuscript", "two.md")); err != nil {
		t.Fatal(err)
	}
	recordBook(t, sums, "kitchen", kitchen)
	fresh := filepath.Join(t.TempDir(), "fresh")
	if out, errs, err := octavo(t, nil, "new", fresh, "--title", "On Bells", "--author", "Ada Quill"); err != nil {
		t.Fatalf("octavo new: %v\n%s%s", err, out, errs)
	}
	recordBook(t, sums, "new", fresh)

	var out bytes.Buffer
	for _, name := range slices.Sorted(maps.Keys(sums)) {
		fmt.Fprintf(&out, "%s  %s\n", sums[name], name)
	}
	if err := os.WriteFile(*record, out.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
}

// withoutHTML takes the lines with HTML out of a file: check refuses them.
func withoutHTML(name string) error {
	text, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	return os.WriteFile(name, regexp.MustCompile(`(?m)^.*<(div|b)>.*$`).ReplaceAll(text, nil), 0o666)
}

// setStyle makes book.toml name a house style.
func setStyle(t *testing.T, dir, style string) {
	name := filepath.Join(dir, "book.toml")
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(text, []byte("[print]")) {
		t.Fatal("book.toml has a [print] table: name the style in it")
	}
	text = append(text, "\n[print]\nstyle = \""+style+"\"\n"...)
	if err := os.WriteFile(name, text, 0o666); err != nil {
		t.Fatal(err)
	}
}

var reviewReaders = regexp.MustCompile(`(?m)^\[review\]`)

// recordBook makes everything that can be made of a book and adds its sums under a name.
func recordBook(t *testing.T, sums map[string]string, name, dir string) {
	toml := filepath.Join(dir, "book.toml")
	text, err := os.ReadFile(toml)
	if err != nil {
		t.Fatal(err)
	}
	readers := "\n[[review.reader]]\nname = \"Dana Whitfield\"\nformats = [\"pdf\", \"epub\", \"docx\"]\nnote = \"Have a look.\"\n"
	if !reviewReaders.Match(text) {
		readers = "\n[review]\nprice = \"$18.00\"\n" + readers
	}
	if !bytes.Contains(text, []byte("[[review.reader]]")) {
		if err := os.WriteFile(toml, append(text, readers...), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	run := func(what string, args ...string) {
		if out, errs, err := octavo(t, []string{"HOME=" + t.TempDir(), "GIT_CEILING_DIRECTORIES=" + filepath.Dir(dir)},
			append(args, "-C", dir)...); err != nil {
			t.Errorf("%s: octavo %s: %v\n%s%s", name, strings.Join(args, " "), err, out, errs)
		}
		sum(t, sums, name+"/"+what, filepath.Join(dir, "build"))
	}
	run("build", "build", "--profile", "screen,kdp,ingram,x4")
	run("review", "review", "--format", "pdf,epub,docx")
	services := []string{"drivethru"}
	if name == "new" || name == "kitchen" { // pictures take long, and these decks are small
		services = []string{"makeplayingcards", "gamecrafter", "drivethru", "generic"}
	}
	for _, service := range services {
		run("export-"+service, "cards", "export", "--for", service)
	}
	if text, err = os.ReadFile(toml); err != nil {
		t.Fatal(err)
	}
	typescript := reviewReaders.ReplaceAll(text, []byte("[review]\nlayout = \"manuscript\""))
	if err := os.WriteFile(toml, typescript, 0o666); err != nil {
		t.Fatal(err)
	}
	run("typescript", "review", "--format", "pdf")
}

// sum adds the hashes of all files under a folder and empties it.
func sum(t *testing.T, sums map[string]string, name, dir string) {
	err := fs.WalkDir(os.DirFS(dir), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasPrefix(d.Name(), ".octavo") {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, path))
		sums[name+"/"+path] = fmt.Sprintf("%x", sha256.Sum256(data))
		return err
	})
	if err != nil {
		t.Error(err)
	}
	if err := os.RemoveAll(dir); err != nil {
		t.Error(err)
	}
}
