package readfile

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// A file that was left alone is read once; a change is noticed whatever it leaves as it was, and the same bytes stay the same File.
func TestFiles(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "a.md")
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	var f Files
	write := func(text string, age time.Duration) {
		t.Helper()
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		if at := time.Now().Add(-age); age > 0 {
			if err := os.Chtimes(name, at, at); err != nil {
				t.Fatal(err)
			}
		}
	}
	in := func(want string) *File {
		t.Helper()
		got, err := f.In(root, "a.md", 100)
		if err != nil || string(got.Data) != want {
			t.Fatalf("got %v, %v, want %q", got, err, want)
		}
		return got
	}
	write("one", 0)
	first := in("one")
	write("two", 0) // at once, of the same length
	second := in("two")
	write("one", time.Hour)
	if third := in("one"); third == first || third == second {
		t.Error("other bytes are the same File")
	}
	given := f.Given(root, "a.md", []byte("four"))
	write("four", 0)
	if in("four") != given {
		t.Error("a text that is saved is another File")
	}
	write("four", time.Minute)
	if in("four") != given {
		t.Error("the same bytes are another File")
	}
	if f.Given(root, "a.md", []byte("four")) != given || f.Given(root, "a.md", []byte("five")) == given {
		t.Error("a given text is not the File that has its bytes")
	}
	if _, err := f.In(root, "a.md", 3); err == nil {
		t.Error("a file above the limit is taken from memory")
	}
	if err := os.Remove(name); err != nil {
		t.Fatal(err)
	}
	if _, err := f.In(root, "a.md", 100); !os.IsNotExist(err) {
		t.Errorf("a file that is gone: %v", err)
	}
}

// A file that nobody has written to for a while is not read again, by times only that nobody can set.
func TestFilesUnread(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.md"), []byte("text"), 0o666); err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	var f Files
	for range 3 {
		if _, err := f.In(root, "a.md", 100); err != nil {
			t.Fatal(err)
		}
	}
	if f.Reads() != 3 {
		t.Errorf("a file that was written a moment ago was read %d times, want 3", f.Reads())
	}
	k, _ := f.kept.Get(filepath.Join(dir, "a.md"))
	k.read = k.read.Add(time.Minute) // as if it had been read later
	for range 3 {
		if _, err := f.In(root, "a.md", 100); err != nil {
			t.Fatal(err)
		}
	}
	if f.Reads() != 3 {
		t.Errorf("a file that was left alone was read again: %d times", f.Reads()-3)
	}
}
