package mend

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestUndo takes changes back, the last ones first, and none where a file has been changed since.
func TestUndo(t *testing.T) {
	dir := lie(t, map[string]string{"book.toml": toml, "manuscript/01.md": "one", "manuscript/02.md": "two"})
	ctx := context.Background()
	write := func(what string, changes ...Change) {
		t.Helper()
		if err := (&Result{Changes: changes}).WriteKept(ctx, dir, what); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := Undo(ctx, dir); err == nil || !strings.Contains(err.Error(), "nothing to undo") {
		t.Error(err)
	}
	write("1 change", Change{"manuscript/01.md", []byte("one"), []byte("first")})
	write("2 changes", Change{"manuscript/01.md", []byte("first"), []byte("1")}, Change{"manuscript/02.md", []byte("two"), []byte("2")})
	if u, err := Undo(ctx, dir); err != nil || u.What != "2 changes" || len(u.Files) != 2 {
		t.Errorf("%v %v", u, err)
	}
	if read(t, dir, "manuscript/01.md") != "first" || read(t, dir, "manuscript/02.md") != "two" {
		t.Error("not taken back")
	}
	name := filepath.Join(dir, "manuscript", "01.md")
	if err := os.WriteFile(name, []byte("otherwise"), 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := Undo(ctx, dir); err == nil || !strings.Contains(err.Error(), "01.md has been changed since") {
		t.Error(err)
	}
	if err := os.WriteFile(name, []byte("first"), 0o666); err != nil {
		t.Fatal(err)
	}
	if u, err := Undo(ctx, dir); err != nil || u.What != "1 change" || read(t, dir, "manuscript/01.md") != "one" {
		t.Errorf("%v %v", u, err)
	}
	before := []byte("one")
	for n := range 2 * maxSteps {
		after := bytes.Repeat([]byte("x"), n+1)
		write("n", Change{"manuscript/01.md", before, after})
		before = after
	}
	for range maxSteps {
		if _, err := Undo(ctx, dir); err != nil {
			t.Fatal(err)
		}
	}
	if got := read(t, dir, "manuscript/01.md"); len(got) != maxSteps {
		t.Errorf("%d steps are kept", 2*maxSteps-len(got))
	}
	if err := (&Result{Changes: []Change{{"manuscript/01.md", []byte("other"), nil}}}).WriteKept(ctx, dir, "x"); err == nil {
		t.Error("a file that has changed was written")
	}
}

// FuzzUndo reads files of what can be undone, which may hold anything.
func FuzzUndo(f *testing.F) {
	f.Add([]byte(`{"octavo_undo":1,"steps":[{"what":"x","files":[{"name":"manuscript/01.md","before":"b25l","after":"00"}]}]}`))
	f.Add([]byte(`{"octavo_undo":1,"steps":[{"what":"x","files":[{"name":"../x","before":"b25l","after":"00"}]}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		dir := lie(t, map[string]string{"book.toml": toml, "manuscript/01.md": "one", "build/undo.json": string(data)})
		_, _ = Undo(context.Background(), dir)
		if read(t, dir, "manuscript/01.md") != "one" || read(t, dir, "book.toml") != toml {
			t.Error("the book has changed")
		}
	})
}
