//go:build unix

package readfile

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// A pipe that nobody writes to is refused at once, as a file and as a folder, also where it takes a file's place between
// the look and the opening.
func TestPipe(t *testing.T) {
	dir := t.TempDir()
	pipe := filepath.Join(dir, "pipe")
	if err := syscall.Mkfifo(pipe, 0o666); err != nil {
		t.Skip(err)
	}
	plain := filepath.Join(dir, "plain")
	if err := os.WriteFile(plain, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	for what, f := range map[string]func() error{
		"Named": func() error { _, err := Named(pipe, 10); return err },
		"In":    func() error { _, err := In(root, "pipe", 10); return err },
		"a pipe in the place of a file": func() error {
			info, err := os.Stat(plain)
			if err != nil {
				return err
			}
			_, _, err = read(info, 10, openerIn(root, "pipe"))
			return err
		},
	} {
		within(t, what, func() {
			if err := f(); !errors.Is(err, ErrNoFile) {
				t.Errorf("%s: %v", what, err)
			}
		})
	}
	for what, f := range map[string]func() error{
		"OpenRoot": func() error { _, err := OpenRoot(pipe); return err },
		"Folder":   func() error { _, err := Folder(root, "pipe"); return err },
		"List":     func() error { _, err := List(root, "pipe"); return err },
	} {
		within(t, what, func() {
			if err := f(); !errors.Is(err, ErrNotFolder) {
				t.Errorf("%s: %v", what, err)
			}
		})
	}
}
