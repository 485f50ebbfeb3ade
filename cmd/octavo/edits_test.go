package main

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/production"
	"octavo/cmd/octavo/internal/project"
)

// TestEditSequences edits a book at random, as an author who never stops would, in one workspace: after each sequence of edits its
// pages, what is found in it, and its outputs are those of a book that is opened for the first time.
func TestEditSequences(t *testing.T) {
	t.Parallel()
	sequences, built := 500, 0
	switch {
	case testing.Short():
		sequences = 15
	case !long():
		sequences = 80
	}
	random := rand.New(rand.NewPCG(15, 2026))
	a := newAuthor(t, random)
	w := project.NewWorkspace(a.dir)
	defer w.Close()
	for n := range sequences {
		var done []string
		for range 1 + random.IntN(4) {
			done = append(done, a.edit())
			if random.IntN(2) == 0 { // also states that nobody compares leave something behind
				if _, err := w.Open(t.Context(), nil); err != nil {
					t.Fatal(err)
				}
			}
		}
		kept, err := w.Open(t.Context(), nil)
		if err != nil {
			t.Fatal(err)
		}
		cold, err := project.Open(t.Context(), a.dir, project.Silent)
		if err != nil {
			t.Fatal(err)
		}
		got, want := stateOf(t, kept), stateOf(t, cold)
		if got == want && n%10 == 0 && cold.Usable(diag.Everything) {
			built++
			compareOutputs(t, kept, cold)
		}
		cold.Close()
		if got != want {
			t.Fatalf("sequence %d (%s): the workspace has something else than a book that is opened anew:\n%s", n, strings.Join(done, "; "), firstDifference(got, want))
		}
	}
	if built == 0 {
		t.Error("no book could be built")
	}
}

// stateOf returns everything that a project says of its book, as text.
func stateOf(t *testing.T, p *project.Project) string {
	t.Helper()
	var b bytes.Buffer
	if p.Usable(diag.Everything) {
		in := p.Interior()
		p.Settle(in.Found)
		if err := page.Dump(&b, in.Doc.Pages); err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "%+v\n", in.Doc.Outline)
		if err := p.Record(in.Pages).Write(&b); err != nil {
			t.Fatal(err)
		}
	}
	if err := diag.TextAll(&b, p.Found, false); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// compareOutputs makes the outputs of two projects and compares their bytes.
func compareOutputs(t *testing.T, kept, cold *project.Project) {
	t.Helper()
	got, want := made(t, kept), made(t, cold)
	for _, name := range slices.Sorted(maps.Keys(want)) {
		if !bytes.Equal(got[name], want[name]) {
			t.Errorf("%s is another file when the book is opened in a workspace", name)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d outputs, want %d", len(got), len(want))
	}
}

// made returns the outputs of a project by their names.
func made(t *testing.T, p *project.Project) map[string][]byte {
	t.Helper()
	folder := t.TempDir()
	d, err := outdir.Open(context.Background(), folder)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Discard()
	outputs, err := production.Make(p, d, outputKinds, []string{"screen", "kdp"}, project.Silent)
	if err != nil {
		t.Fatal(err)
	}
	if err := production.Publish(context.Background(), p, d, outputs); err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		if files[e.Name()], err = os.ReadFile(filepath.Join(folder, e.Name())); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// firstDifference returns the lines around the first that differs.
func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			from := max(0, i-3)
			return fmt.Sprintf("line %d\ngot:\n%s\nwant:\n%s", i, strings.Join(g[from:min(len(g), i+4)], "\n"), strings.Join(w[from:min(len(w), i+4)], "\n"))
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(g), len(w))
}

// author edits a copy of the book with every construct.
type author struct {
	t        *testing.T
	random   *rand.Rand
	dir      string
	original map[string]string // the files as they were, by their names
	added    int
}

func newAuthor(t *testing.T, random *rand.Rand) *author {
	a := &author{t: t, random: random, dir: t.TempDir(), original: map[string]string{}}
	if err := os.CopyFS(a.dir, os.DirFS(filepath.Join("internal", "booktest", "testdata", "kitchen"))); err != nil {
		t.Fatal(err)
	}
	for _, name := range a.files() {
		a.original[name] = a.read(name)
	}
	return a
}

// files returns the names of the chapters and of book.toml.
func (a *author) files() []string {
	out := []string{config.File}
	chapters, err := fs.Glob(os.DirFS(a.dir), "manuscript/*.md")
	if err != nil {
		a.t.Fatal(err)
	}
	return append(out, chapters...)
}

func (a *author) read(name string) string {
	text, err := os.ReadFile(filepath.Join(a.dir, name))
	if err != nil {
		return ""
	}
	return string(text)
}

func (a *author) write(name, text string) {
	if err := os.WriteFile(filepath.Join(a.dir, name), []byte(text), 0o600); err != nil {
		a.t.Fatal(err)
	}
}

func oneOf[T any](r *rand.Rand, of []T) T { return of[r.IntN(len(of))] }

// passages are what an author adds, between two paragraphs.
var passages = []string{
	"A short paragraph, to be set anew.",
	strings.Repeat("A long paragraph says the same again and again, so that pages move and all numbers after it with them. ", 12),
	strings.Repeat("Two pages more.\n\n", 60),
	"## A heading {#added-%d}",
	"## Added maxim number %d says little.\n+++\nid = \"added-maxim-%d\"\nkind = \"meme\"\nthemes = [\"trial\"]\naudience = [\"all\"]\n+++\n\nIts gloss.",
	"Words with a note.[^n%d]\n\n[^n%d]: The note.",
	"See [there](#added-%d).",
	"- one\n- two\n    - three",
	"> A quotation of %d words.",
	"| a | b |\n|---|---|\n| %d | 2 |",
	"![A tile](tile.png)",
	"A broken link to [nowhere](#nowhere-%d).",
	"+++\nnever = \"closed\"",
	"A word in `code` and TK.",
}

// keys are lines that an author writes under a table of book.toml.
var keys = [][2]string{
	{"[book]", "subtitle = \"Edited %d\""}, {"[book]", "title = \"Title %d\""}, {"[text]", "notes = \"book\""}, {"[book]", "language = \"de\""},
	{"[print]", "style = \"modern\""}, {"[print]", "style = \"large\""}, {"[print]", "printer = \"kdp\""}, {"[print]", "trim = \"5x8in\""},
	{"[book]", "nonsense = %d"}, {"[deck]", "folio = false"},
}

// edit changes something, and says what.
func (a *author) edit() string {
	a.added++
	name := oneOf(a.random, a.files())
	text := a.read(name)
	paragraphs := strings.Split(text, "\n\n")
	at := a.random.IntN(len(paragraphs))
	switch kind := a.random.IntN(12); {
	case name == config.File || kind == 0:
		return a.editConfig()
	case kind <= 2:
		passage := oneOf(a.random, passages)
		if n := strings.Count(passage, "%d"); n > 0 {
			passage = strings.ReplaceAll(passage, "%d", fmt.Sprint(a.added-a.random.IntN(3)))
		}
		a.write(name, strings.Join(slices.Insert(paragraphs, at, passage), "\n\n"))
		return fmt.Sprintf("added %.20q to %s", passage, name)
	case kind == 3:
		a.write(name, strings.Join(slices.Delete(paragraphs, at, at+1), "\n\n"))
		return "deleted a paragraph of " + name
	case kind <= 6:
		i := a.random.IntN(len(text) + 1)
		a.write(name, text[:i]+" word "+text[i:])
		return fmt.Sprintf("wrote a word into %s at %d", name, i)
	case kind == 7:
		i := a.random.IntN(len(text) + 1)
		a.write(name, text[:i]+text[min(len(text), i+a.random.IntN(30)):])
		return fmt.Sprintf("cut %s at %d", name, i)
	case kind == 8:
		return a.moveFile(name)
	case kind == 9:
		other := oneOf(a.random, a.files())
		a.write(name, text+"\n\n"+a.read(other))
		return "appended " + other + " to " + name
	}
	if len(a.files()) < len(a.original) || a.random.IntN(2) == 0 { // or soon nothing would be left that can be set
		for file, text := range a.original {
			a.write(file, text)
		}
		for _, file := range a.files() {
			if _, ok := a.original[file]; !ok {
				a.remove(file)
			}
		}
		return "everything as it was"
	}
	a.write(name, a.original[name])
	return name + " as it was"
}

// editConfig writes a key into book.toml, or takes all of them back.
func (a *author) editConfig() string {
	if a.random.IntN(3) == 0 {
		a.write(config.File, a.original[config.File])
		return "book.toml as it was"
	}
	key := oneOf(a.random, keys)
	line := strings.ReplaceAll(key[1], "%d", fmt.Sprint(a.added))
	name, _, _ := strings.Cut(line, " ")
	text := a.read(config.File)
	var kept []string
	for l := range strings.Lines(text) {
		if !strings.HasPrefix(l, name+" ") {
			kept = append(kept, l)
		}
	}
	text = strings.Join(kept, "")
	if !strings.Contains(text, key[0]+"\n") {
		text += "\n" + key[0] + "\n"
	}
	a.write(config.File, strings.Replace(text, key[0]+"\n", key[0]+"\n"+line+"\n", 1))
	return "wrote " + line
}

// moveFile renames, deletes or adds a chapter, or changes the picture.
func (a *author) moveFile(name string) string {
	switch a.random.IntN(4) {
	case 0:
		a.write(fmt.Sprintf("manuscript/added-%d.md", a.added), "# Added\n\nA chapter that nobody lists.\n")
		return "added a chapter"
	case 1:
		a.remove(name)
		return "deleted " + name
	case 2:
		picture := filepath.Join("manuscript", "tile.png")
		data := a.read(picture)
		a.write(picture, data+" ")
		return "changed the picture"
	}
	to := fmt.Sprintf("manuscript/renamed-%d.md", a.added)
	if err := os.Rename(filepath.Join(a.dir, name), filepath.Join(a.dir, to)); err != nil {
		a.t.Fatal(err)
	}
	return name + " is now " + to
}

func (a *author) remove(name string) {
	if err := os.Remove(filepath.Join(a.dir, name)); err != nil {
		a.t.Fatal(err)
	}
}
