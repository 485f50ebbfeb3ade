package outdir

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"octavo/cmd/octavo/internal/readfile"
)

// tempVariable names the system's folder for temporary files.
var tempVariable = map[bool]string{true: "TMP", false: "TMPDIR"}[os.PathSeparator == '\\']

// Scratch makes a folder for files that are needed while a command runs, and that nobody else may read. It lies in the folder of a book
// by its slash-separated name, where the next process that opens that removes it if this one is killed, and which is there even where
// there is no folder for temporary files. Where nothing can be written in the book's folder, and where book is nil, it lies in the
// system's folder for temporary files. It is removed by the returned function, and when ctx ends.
func Scratch(ctx context.Context, book *os.Root, name string) (root *os.Root, remove func(), err error) {
	var inBook error
	if book != nil {
		if root, remove, inBook = scratchIn(ctx, book, name); inBook == nil || ctx.Err() != nil {
			return root, remove, inBook
		}
	}
	dir, err := os.MkdirTemp("", "octavo-scratch-")
	if err != nil {
		err = fmt.Errorf("cannot make a folder in the system's one for temporary files: %w; name another by the variable %s", err, tempVariable)
		return nil, nil, errors.Join(inBook, err)
	}
	stop := context.AfterFunc(ctx, func() { os.RemoveAll(dir) })
	if root, err = os.OpenRoot(dir); err != nil {
		stop()
		os.RemoveAll(dir)
		return nil, nil, err
	}
	return root, func() { root.Close(); stop(); os.RemoveAll(dir) }, nil
}

// scratchIn makes the folder in a book's.
func scratchIn(ctx context.Context, book *os.Root, name string) (*os.Root, func(), error) {
	_, err := book.Lstat(name)
	made := errors.Is(err, fs.ErrNotExist)
	own, err := book.OpenRoot(".") // the caller may close its root before
	if err != nil {
		return nil, nil, err
	}
	d, err := OpenIn(ctx, own, name)
	if err != nil {
		own.Close()
		return nil, nil, err
	}
	remove := func() {
		d.Discard()
		if made {
			own.Remove(name) // fails unless it is empty
		}
		own.Close()
	}
	root, err := d.scratch()
	if err != nil {
		remove()
		return nil, nil, err
	}
	return root, func() { root.Close(); remove() }, nil
}

// scratch makes the folder of temporary files and opens it.
func (d *Dir) scratch() (*os.Root, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.closed {
		return nil, d.why
	}
	if err := d.makeTemp(0o700); err != nil {
		return nil, fmt.Errorf("cannot write in %s: %w", d.name, readfile.Reason(err))
	}
	return os.OpenRoot(d.path(d.temp)) // its name is to be one that can be opened again
}
