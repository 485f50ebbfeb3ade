package readfile

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"
)

// within fails when f takes longer than a file that can be read does.
func within(t *testing.T, what string, f func()) {
	t.Helper()
	done := make(chan bool)
	go func() { f(); close(done) }()
	select {
	case <-done:
	case <-time.After(5 * time.Second):
		t.Fatalf("%s: no answer in 5 s", what)
	}
}

func TestIn(t *testing.T) {
	top := t.TempDir()
	dir := filepath.Join(top, "book")
	for name, text := range map[string]string{"book/a.md": "abc", "book/sub/b.md": "b", "secret.md": "open sesame", "book/empty": ""} {
		name = filepath.Join(top, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Truncate(filepath.Join(dir, "sub", "b.md"), 5); err != nil {
		t.Fatal(err)
	}
	links := map[string]string{"out": "../secret.md", "deep": "/etc/passwd", "in": "sub/b.md", "away": "..", "dangling": "/nowhere", "sub2": "sub", "loop": "loop"}
	for name, to := range links {
		if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
			t.Skip(err)
		}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	for _, c := range []struct {
		name  string
		limit int64
		text  string
		err   error
	}{
		{"a.md", 3, "abc", nil},
		{"empty", 0, "", nil},
		{"in", 10, "b\x00\x00\x00\x00", nil},
		{"sub2/b.md", 10, "b\x00\x00\x00\x00", nil},
		{"none.md", 10, "", fs.ErrNotExist},
		{"sub", 10, "", ErrFolder},
		{".", 10, "", ErrFolder},
		{"out", 100, "", ErrOutside},
		{"deep", 1 << 20, "", ErrOutside},
		{"dangling", 10, "", ErrOutside},
		{"away/secret.md", 100, "", ErrOutside},
		{"../secret.md", 100, "", ErrOutside},
		{"sub/../../secret.md", 100, "", ErrOutside},
		{"/etc/passwd", 1 << 20, "", ErrOutside},
		{"", 10, "", ErrOutside},
	} {
		data, err := In(root, c.name, c.limit)
		if string(data) != c.text || !errors.Is(err, c.err) {
			t.Errorf("%q: %q, %v; want %q, %v", c.name, data, err, c.text, c.err)
		}
	}
	var large *TooLargeError
	if large = (&TooLargeError{16<<20 + 1, 16 << 20}); large.Megabytes() != 17 {
		t.Errorf("it has %d MB, more than 16", large.Megabytes())
	}
	if _, err := In(root, "a.md", 2); !errors.As(err, &large) || large.Size != 3 || large.Limit != 2 {
		t.Errorf("a file of 3 bytes with a limit of 2: %v", err)
	}
	if _, err := In(root, "loop", 2); err == nil {
		t.Error("a link to itself is read")
	}
	for name, want := range map[string]error{"sub": nil, "sub2": nil, "away": ErrOutside, "a.md": ErrNotFolder, "none": fs.ErrNotExist, "../book": ErrOutside} {
		folder, err := Folder(root, name)
		if !errors.Is(err, want) {
			t.Errorf("the folder %q: %v, want %v", name, err, want)
		}
		if err == nil {
			folder.Close()
		}
	}
	if list, err := List(root, "sub2"); err != nil || len(list) != 1 || list[0].Name() != "b.md" {
		t.Errorf("sub2 lists %v, %v", list, err)
	}
}

func TestNamed(t *testing.T) {
	name := filepath.Join(t.TempDir(), "large")
	if err := os.WriteFile(name, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(name, 1<<40); err != nil {
		t.Skip(err)
	}
	var large *TooLargeError
	if _, err := Named(name, 1<<20); !errors.As(err, &large) {
		t.Errorf("a sparse file of a terabyte: %v", err)
	}
	if _, err := Named(filepath.Dir(name), 1<<20); !errors.Is(err, ErrFolder) {
		t.Errorf("a folder: %v", err)
	}
	if runtime.GOOS == "linux" {
		for _, device := range []string{"/dev/zero", "/dev/null"} {
			if _, err := Named(device, 1<<20); !errors.Is(err, ErrNoFile) {
				t.Errorf("%s: %v", device, err)
			}
		}
		if data, err := Named("/proc/self/status", 1<<20); err != nil || len(data) == 0 { // its size is told as 0
			t.Errorf("/proc/self/status: %d bytes, %v", len(data), err)
		}
		if _, err := Named("/proc/self/status", 16); !errors.As(err, &large) {
			t.Errorf("/proc/self/status with a limit of 16 bytes: %v", err)
		}
	}
}
