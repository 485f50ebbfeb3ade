package readfile

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Files are unchanged for as long as each of them has its bytes, wherever links of the author lead inside the folder.
func TestUnchanged(t *testing.T) {
	dir := t.TempDir()
	in := func(name string) string { return filepath.Join(dir, filepath.FromSlash(name)) }
	put := func(name, text string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(in(name)), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(in(name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	long := strings.Repeat("long ", 1<<17)
	put("a.md", "a")
	put("text/b.md", "b")
	put("text/deep/c.md", long)
	put("empty.md", "")
	for name, to := range map[string]string{"text/link.md": "../a.md", "folder": "text/deep"} {
		if err := os.Symlink(filepath.FromSlash(to), in(name)); err != nil {
			t.Skip(err)
		}
	}
	root, err := OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	log := Keep(root)
	for _, name := range []string{"a.md", "text/b.md", "text/deep/c.md", "empty.md", "text/link.md", "folder/c.md"} {
		if _, err := In(root, name, 1<<20); err != nil {
			t.Fatal(err)
		}
	}
	log.End()
	files := log.Files()
	is := func(want bool, what string) {
		t.Helper()
		if got := Unchanged(root, files, Followed); got != want {
			t.Errorf("%s: unchanged is %v, want %v", what, got, want)
		}
	}
	is(true, "at once")
	if Unchanged(root, files, Plain) {
		t.Error("a link counts as the file that it leads to")
	}
	if without := slices.DeleteFunc(slices.Clone(files), func(f Seen) bool { return f.File == "text/link.md" }); !Unchanged(root, without, Plain) {
		t.Error("plain files count as changed")
	}
	for name, text := range map[string]string{"a.md": "A", "text/b.md": "bb", "text/deep/c.md": long[1:] + "g", "empty.md": "e"} {
		before, err := os.ReadFile(in(name))
		if err != nil {
			t.Fatal(err)
		}
		put(name, text)
		is(false, name+" with other bytes")
		if err := os.Remove(in(name)); err != nil {
			t.Fatal(err)
		}
		is(false, name+" gone")
		if err := os.Mkdir(in(name), 0o777); err != nil {
			t.Fatal(err)
		}
		is(false, name+" a folder")
		if err := os.Remove(in(name)); err != nil {
			t.Fatal(err)
		}
		put(name, string(before))
		is(true, name+" as it was")
	}
	for _, name := range []string{"../a.md", "none/a.md", "/a.md", "text/../a.md/"} {
		if Unchanged(root, []Seen{{File: name, Bytes: 1, SHA256: files[0].SHA256}}, Followed) {
			t.Errorf("%s counts as unchanged", name)
		}
	}
}
