package manuscript

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/deeptext"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/readfile"
)

// wholeBook returns all that a book holds, and what was found in it, as text.
func wholeBook(bk *book.Book, found diag.List) string {
	return deeptext.Of(struct {
		*book.Book
		diag.List
	}{bk, found}, func(pointer any) (string, bool) {
		switch p := pointer.(type) {
		case *diag.Source:
			return fmt.Sprintf("source %s %x", p.Name, sha256.Sum256(p.Text)), true
		case *book.Picture:
			return fmt.Sprintf("picture %s %x", p.Path, sha256.Sum256(p.Data)), true
		}
		return "", false
	})
}

// sameText fails the test at the first line in which two texts differ.
func sameText(t *testing.T, what, got, want string) {
	t.Helper()
	if got == want {
		return
	}
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			t.Fatalf("%s:\n got %s\nwant %s", what, g[i], w[i])
		}
	}
	t.Fatalf("%s: %d lines, want %d", what, len(g), len(w))
}

// kitchen copies the manuscript of the book of all constructs, in which every kind of slot occurs.
func kitchen(t *testing.T) (root *os.Root, contents book.Contents) {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("../booktest/testdata/kitchen/manuscript")); err != nil {
		t.Fatal(err)
	}
	extra := "# Extra {#extra}\n\n## A maxim.\n+++\nkind = \"meme\"\ncard = \"See [the picture](#tile-here) and ![t](tile.png).\"\n+++\n\n" +
		"Words[^n] with [a place]{#spot}, [[two]], @fig-tile, [](#tile-here) and ![[tile.png]].\n\n" +
		"![A tile](tile.png \"The tile.\"){#tile-here}\n\n![Another](tile.png \"Another.\"){#fig-tile}\n\n" +
		"> [!NOTE] Title\n> With [a link](two.md).\n\n[^n]: A note with [a link](#spot)[^m].\n[^m]: Another, [](#extra).\n"
	if err := os.WriteFile(filepath.Join(dir, "zextra.md"), []byte(extra), 0o666); err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return root, book.Contents{All: true, Math: true, Language: "en-US", Counting: book.Counting{Entries: book.ThroughBook,
		Figures: book.FiguresOfBook, Tables: book.FiguresOfBook, ListFigures: true, ListTables: true},
		Kinds: book.Kinds{Default: "meme", Counted: map[string]bool{"meme": true}, NoCards: map[string]bool{"metaphor": true}}}
}

// A reading writes into no chapter that another one returned: whatever is in the slots, the copies stay as they are.
func TestCopyIsOwn(t *testing.T) {
	root, contents := kitchen(t)
	k := Kept{Files: &readfile.Files{}}
	bk, found := k.Read(root, ".", contents, nil)
	before := wholeBook(bk, found)
	n := map[string]int{}
	for _, name := range []string{"back.md", "forms.md", "formulas.md", "one.md", "preface.md", "two.md", "zextra.md"} {
		file, err := k.Files.In(root, name, MaxFile)
		if err != nil {
			t.Fatal(err)
		}
		l, _ := lang.Find(contents.Language)
		how := reading{lang: l, math: true}
		for _, c := range k.parse(name, file, how).kept {
			f := c.get()
			f.number, f.role, f.unlisted, f.opening = 99, book.Back, true, true
			for i := range f.ids {
				f.ids[i] = "spoiled"
			}
			for i := range f.numbers {
				f.numbers[i] = "spoiled"
			}
			for i := range f.links {
				f.links[i] = linkFacts{target: "spoiled", url: "spoiled", elsewhere: "spoiled", wordless: true, numbered: true, opens: true, within: true}
			}
			for i := range f.entries {
				f.entries[i] = entryFacts{99, 99, "spoiled", true}
			}
			for i := range f.pictures {
				f.pictures[i] = pictureFacts{"spoiled", nil}
			}
			c.set(&f)
			n["ids"] += len(f.ids)
			n["numbers"] += len(f.numbers)
			n["links"] += len(f.links)
			n["entries"] += len(f.entries)
			n["pictures"] += len(f.pictures)
		}
	}
	for _, what := range []string{"ids", "numbers", "links", "entries", "pictures"} {
		if n[what] < 3 {
			t.Errorf("only %d %s in the book of all constructs", n[what], what)
		}
	}
	if n := k.Parsed(); n != 7 {
		t.Fatalf("%d files were parsed, want 7: what was spoiled is not what readings write into", n)
	}
	sameText(t, "a book that was given out", wholeBook(bk, found), before)
	again, found := k.Read(root, ".", contents, nil)
	sameText(t, "the next reading", wholeBook(again, found), before)
	for i, c := range again.Chapters() {
		if c != bk.Chapters()[i] {
			t.Errorf("%s: an unchanged chapter is another", c.File)
		}
	}
}

// What is kept makes the book that a reading of all files makes, and copies lose nothing.
func TestKeptAsRead(t *testing.T) {
	root, contents := kitchen(t)
	k := Kept{Files: &readfile.Files{}}
	for range 2 {
		cold, coldFound := ReadRoot(root, ".", contents)
		bk, found := k.Read(root, ".", contents, nil)
		sameText(t, "the book", wholeBook(bk, found), wholeBook(cold, coldFound))
	}
	if n := k.Parsed(); n != 7 {
		t.Errorf("%d files were parsed, want 7", n)
	}
	// A theme that is declared anew changes what a file's tags mean, and nothing else is parsed again.
	if err := root.WriteFile("tagged.md", []byte("---\ntags: [patience]\n---\n\n# T\n\n## M\n+++\nkind = \"meme\"\n+++\n\nx\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	themes := map[string]bool{}
	contents.Theme = func(name string) (string, bool) { return name, themes[name] }
	k.Read(root, ".", contents, nil)
	before := k.Parsed()
	themes["patience"] = true
	bk, found := k.Read(root, ".", contents, nil)
	cold, coldFound := ReadRoot(root, ".", contents)
	sameText(t, "the book with a theme", wholeBook(bk, found), wholeBook(cold, coldFound))
	if n := k.Parsed() - before; n != 1 {
		t.Errorf("%d files were parsed for a theme, want 1", n)
	}
}
