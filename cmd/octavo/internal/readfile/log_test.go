package readfile

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// A log has what was read, listed and looked for, in folders that were opened inside the root, too, and nothing of what was done after it
// had ended or in other roots.
func TestLog(t *testing.T) {
	dir := t.TempDir()
	put := func(name, text string) {
		t.Helper()
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"a.md", ".git/config", "build/out.pdf", "text/b.md", "text/.hidden", "text/part/c.md", "other/d.md"} {
		put(name, name)
	}
	root, err := OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	log := Keep(root)
	says := func(files, folders, absent string, whole bool) {
		t.Helper()
		var names []string
		for _, f := range log.Files() {
			names = append(names, fmt.Sprint(f.File, " ", f.Bytes, " ", len(f.SHA256)))
		}
		if got := fmt.Sprint(names); got != files {
			t.Errorf("read were %s, want %s", got, files)
		}
		if got := fmt.Sprint(log.Folders()); got != folders {
			t.Errorf("listed were %s, want %s", got, folders)
		}
		if got := fmt.Sprint(log.Absent()); got != absent || log.Whole() != whole {
			t.Errorf("absent were %s, want %s; whole is %v, want %v", got, absent, log.Whole(), whole)
		}
	}
	says("[]", "[]", "[]", true)
	In(root, "a.md", 100)
	In(root, "none.md", 100)
	In(root, "../a.md", 100) // leads out, whatever lies there
	text, err := Folder(root, "text")
	if err != nil {
		t.Fatal(err)
	}
	In(text, "part/c.md", 100)
	In(text, "part/c.md", 100)
	List(root, ".")
	List(text, "none")
	Folder(root, "nothing")
	err = Walk(text, func(name string, d fs.DirEntry, err error) error {
		if d.Name() == "part" {
			return fs.SkipDir
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	text.Close()
	other, err := OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	In(other, "other/d.md", 100)
	const files, folders, absent = "[a.md 4 64 text/part/c.md 14 64]", "[{. [a.md other/ text/]} {text [b.md part/]}]", "[none.md nothing text/none]"
	says(files, folders, absent, true)
	log.End()
	In(root, "other/d.md", 100)
	says(files, folders, absent, true)

	for what, do := range map[string]func(){
		"a file that is another when it is read again": func() { In(root, "a.md", 100); put("a.md", "b.md"); In(root, "a.md", 100) },
		"a file that goes": func() {
			In(root, "a.md", 100)
			os.Remove(filepath.Join(dir, "a.md"))
			In(root, "a.md", 100)
		},
		"a file that comes":             func() { In(root, "new.md", 100); put("new.md", "new"); In(root, "new.md", 100) },
		"a folder that changes":         func() { List(root, "text"); put("text/new.md", "new"); List(root, "text") },
		"a file that is not read again": func() { new(Files).In(root, "a.md", 100) },
		"a text in place of a file":     func() { new(Files).Given(root, "a.md", nil) },
		"a file that is too large":      func() { In(root, "text/b.md", 1) },
		"a folder in a file's place":    func() { In(root, "text", 100) },
		"a file in a folder's place":    func() { List(root, "text/b.md") },
	} {
		put("a.md", "a.md")
		log := Keep(root)
		do()
		if log.Whole() {
			t.Errorf("%s is nothing", what)
		}
		log.End()
	}
	if got := Names("text", nil); got == nil || !slices.Equal(got, []string{}) {
		t.Errorf("an empty folder has the names %v", got)
	}
}
