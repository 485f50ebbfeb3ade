package outdir

import (
	"context"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
)

// Settle finishes the commit of a process that was killed, so that the outputs in a folder of a book are of one set and can
// be read, and removes the temporary files that it left. It does nothing if there is no such folder, or nothing of that in it; nor
// if there are only temporary files and they cannot be removed.
func Settle(ctx context.Context, book *os.Root, name string) error {
	for at := name; at != "."; at = path.Dir(at) {
		if info, err := book.Lstat(at); err != nil || !info.IsDir() {
			return nil
		}
	}
	_, err := book.Lstat(path.Join(name, journalName))
	unfinished := err == nil
	if !unfinished && !slices.ContainsFunc(entries(book, name), func(e fs.DirEntry) bool { return Temporary(e.Name()) }) {
		return nil
	}
	d, err := OpenIn(ctx, book, name)
	if err != nil {
		if !unfinished && ctx.Err() == nil {
			return nil
		}
		return err
	}
	d.Discard()
	return nil
}

// SettleNamed is Settle of a folder that the user named.
func SettleNamed(ctx context.Context, dir string) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil // whoever uses it will see
	}
	defer root.Close()
	return Settle(ctx, root, ".")
}

// SettleAll is Settle of a folder and of the folders in it, one level deep and without the hidden ones.
func SettleAll(ctx context.Context, book *os.Root, name string) error {
	if err := Settle(ctx, book, name); err != nil {
		return err
	}
	for _, e := range entries(book, name) {
		if e.IsDir() && !strings.HasPrefix(e.Name(), ".") {
			if err := Settle(ctx, book, path.Join(name, e.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}

// entries lists a folder of a book, if it is a real one. What is in the folders of outputs is nothing that outputs are made of, so
// this is not entered where readfile keeps what was read.
func entries(book *os.Root, name string) []fs.DirEntry {
	if info, err := book.Lstat(name); err != nil || !info.IsDir() {
		return nil
	}
	inner, err := book.OpenRoot(name)
	if err != nil {
		return nil
	}
	defer inner.Close()
	list, _ := fs.ReadDir(inner.FS(), ".")
	return list
}
