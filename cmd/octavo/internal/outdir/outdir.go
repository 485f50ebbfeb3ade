// Package outdir writes outputs into a folder as one atomic set. [Open] or [OpenIn] opens the folder, [Dir.Create] begins
// an output, [Dir.Commit] moves all of them to their places, and [Dir.Discard] cleans up and is always to be called:
//
//	d, err := outdir.OpenIn(ctx, book, "build")
//	if err != nil {
//		return err
//	}
//	defer d.Discard()
//	f, err := d.Create("book.pdf")
//	… write to f, and close it
//	return d.Commit(ctx)
//
// Until Commit the folder holds the outputs of the previous set, afterwards those of this one. If the context of Open or
// OpenIn is cancelled before Commit, the Dir is discarded at once, even while other goroutines use it. If the process ends
// in the middle of Commit, a journal in the folder lists the remaining moves, and the next Open finishes them.
//
// The contents of the folder are not trusted: all access goes through an [os.Root], nothing is written or removed through a
// symbolic link, a journal that somebody else has put there can only move files with temporary names to places in the folder that are in
// no repository of a system of version control, and a journal or a list can only remove files inside the folder that are not hidden.
package outdir

import (
	"bufio"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"sync"
	"time"

	"octavo/cmd/octavo/internal/readfile"
)

// ErrStopped is the error of a Dir that has been committed or discarded. A Dir whose context was cancelled returns the cause
// of the cancellation instead.
var ErrStopped = errors.New("the build was stopped")

// ErrForeign is returned for a file that octavo cannot have written.
var ErrForeign = errors.New("it is no file that octavo has written")

// Patience is how long a process waits for another one that writes into the same folder.
const Patience = 10 * time.Second

// Dir is a folder and the set of outputs being written for it. Several goroutines may use it.
type Dir struct {
	name string // the folder, as messages call it
	root *os.Root
	step stepFunc

	mu         sync.Mutex
	closed     bool
	why        error       // the error of later calls, once closed
	forget     func() bool // stops watching the context
	locked     bool
	lock       io.Closer // nil if not locked, or if locks are not supported
	temp       string    // folder of the temporary files; "" before the first output
	tempLock   io.Closer
	files      []*File
	names      map[string]bool // of files, as folded returns them
	replace    bool
	unfinished bool // the journal and the temporary files stay for the next Open
}

// stepFunc is called before every change that Commit makes to the folder. It is nil except in tests, where it makes the
// change fail or ends the process.
type stepFunc func(op, name string) error

// Open opens a folder that the user named, and creates it if it does not exist. The name is trusted: symbolic links in
// it are followed. The caller must discard the Dir; it is also discarded when ctx is cancelled.
func Open(ctx context.Context, dir string) (*Dir, error) {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, fmt.Errorf("cannot make the folder for the outputs: %s: %w", dir, readfile.Reason(err))
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("cannot open the folder for the outputs: %s: %w", dir, readfile.Reason(err))
	}
	return opened(ctx, dir, root)
}

// OpenIn opens a folder of a book by its slash-separated name, and creates it if it does not exist. No part of the name may
// be a symbolic link. The caller must discard the Dir; it is also discarded when ctx is cancelled. The book's root stays
// open.
func OpenIn(ctx context.Context, book *os.Root, name string) (*Dir, error) {
	root, err := openFolder(book, name)
	if err != nil {
		return nil, err
	}
	return opened(ctx, filepath.Join(book.Name(), filepath.FromSlash(name)), root)
}

// opened finishes the commit of a process that was killed, and removes the temporary files that others left. From then on
// the Dir is discarded when the context is cancelled: the goroutine that opened it may be where it does not notice the
// cancellation, and the process does not wait for it for long.
func opened(ctx context.Context, name string, root *os.Root) (*Dir, error) {
	d := &Dir{name: name, root: root}
	if err := d.settle(ctx); err != nil {
		d.Discard()
		return nil, err
	}
	d.sweep()
	d.mu.Lock()
	defer d.mu.Unlock()
	d.forget = context.AfterFunc(ctx, func() {
		d.mu.Lock()
		defer d.mu.Unlock()
		d.close(context.Cause(ctx))
	})
	return d, nil
}

// WriteFile atomically writes a file that the user named.
func WriteFile(ctx context.Context, name string, data []byte) error {
	d, err := Open(ctx, filepath.Dir(name))
	if err != nil {
		return err
	}
	defer d.Discard()
	return d.WriteFile(ctx, filepath.Base(name), data)
}

// WriteFile adds an output with the given data and commits the set.
func (d *Dir) WriteFile(ctx context.Context, name string, data []byte) error {
	if err := d.Add(name, data); err != nil {
		return err
	}
	return d.Commit(ctx)
}

// Add creates an output with the given data.
func (d *Dir) Add(name string, data []byte) error {
	f, err := d.Create(name)
	if err != nil {
		return err
	}
	if _, err := f.Write(data); err != nil {
		return err
	}
	return f.Close()
}

// Rewrite creates an output in the place of a file that nobody but its owner may be allowed to read: it keeps the permissions.
func (d *Dir) Rewrite(name string, data []byte) error {
	info, err := d.root.Lstat(name)
	if err != nil {
		return fmt.Errorf("cannot change %s: %w", d.path(name), readfile.Reason(err))
	}
	if !info.Mode().IsRegular() || d.throughLink(name) {
		return fmt.Errorf("cannot change %s: it is not a regular file in a real folder", d.path(name))
	}
	f, err := d.Create(name)
	if err != nil {
		return err
	}
	if err := f.file.Chmod(info.Mode().Perm()); err != nil {
		return f.cannotWrite(err)
	}
	if _, err := f.Write(data); err != nil {
		return err
	}
	return f.Close()
}

// Name returns the folder's name as messages show it.
func (d *Dir) Name() string { return d.name }

// path returns the path of a file in the folder as messages show it.
func (d *Dir) path(name string) string { return filepath.Join(d.name, filepath.FromSlash(name)) }

// Lstat returns a description of a file in the folder, given its slash-separated name.
func (d *Dir) Lstat(name string) (fs.FileInfo, error) { return d.root.Lstat(name) }

// ReadFile reads a regular file of at most limit bytes in the folder, given its slash-separated name. It returns
// [ErrForeign] for anything that octavo cannot have put there: a symbolic link, a file that is not regular, or a larger one.
func (d *Dir) ReadFile(name string, limit int64) ([]byte, error) {
	info, err := d.root.Lstat(name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() || d.throughLink(name) {
		return nil, ErrForeign
	}
	data, err := readfile.In(d.root, name, limit)
	var large *readfile.TooLargeError
	if errors.As(err, &large) || errors.Is(err, readfile.ErrNoFile) || errors.Is(err, readfile.ErrFolder) || errors.Is(err, readfile.ErrOutside) {
		return nil, ErrForeign // the errors other than large occur only if the file has just been replaced
	}
	return data, err
}

// Replace makes the set replace the previous one for which it was called: Commit also removes the outputs of that set that
// this one does not have. A file in the folder, [ListName], lists them.
func (d *Dir) Replace() { d.replace = true }

// Create begins an output. Its name is a slash-separated path relative to the folder. The caller must close the file before
// Commit.
func (d *Dir) Create(name string) (*File, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.closed {
		return nil, d.why
	}
	if !Usable(name) {
		return nil, fmt.Errorf("cannot write an output named %q: give it a plain name", name)
	}
	if d.names[folded(name)] {
		return nil, fmt.Errorf("two outputs are to be named %s", d.path(name))
	}
	if err := d.checkFree(name); err != nil { // Commit checks again, but it is better to fail before the output is made
		return nil, err
	}
	if d.temp == "" {
		if err := d.makeTemp(0o777); err != nil {
			return nil, fmt.Errorf("cannot write in %s: %w", d.name, readfile.Reason(err))
		}
	}
	f := &File{dir: d, name: name, temp: path.Join(d.temp, strconv.Itoa(len(d.files))), sum: sha256.New()}
	var err error
	if f.file, err = d.root.OpenFile(f.temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666); err != nil {
		return nil, fmt.Errorf("cannot write in %s: %w", d.name, readfile.Reason(err))
	}
	f.buf = bufio.NewWriterSize(f.file, 1<<16)
	d.files = append(d.files, f)
	if d.names == nil {
		d.names = map[string]bool{}
	}
	d.names[folded(name)] = true
	return f, nil
}

// Discard removes the temporary files and closes the folder, after which nothing can be written. After Commit it does
// nothing. It may be called while other goroutines still write; their calls then return errors.
func (d *Dir) Discard() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.close(ErrStopped)
}

// close closes the Dir, unless it is closed already; why is the error that later calls return.
func (d *Dir) close(why error) {
	if d.closed {
		return
	}
	d.closed, d.why = true, why
	if d.forget != nil {
		d.forget()
	}
	for _, f := range d.files {
		f.file.Close()
	}
	if d.temp != "" && !d.unfinished {
		d.root.RemoveAll(d.temp)
	}
	for _, lock := range []io.Closer{d.tempLock, d.lock} {
		if lock != nil {
			lock.Close()
		}
	}
	d.root.Close()
}

// File is one output of a set. One goroutine at a time may use it.
type File struct {
	dir     *Dir
	name    string // path of the output in the folder
	temp    string // path of its temporary file
	file    *os.File
	buf     *bufio.Writer
	sum     hash.Hash
	size    int64
	whole   bool
	dropped bool
}

// Name returns the output's name in the folder.
func (f *File) Name() string { return f.name }

// Size returns the number of bytes written.
func (f *File) Size() int64 { return f.size }

// SHA256 returns the hash of the bytes written, in hexadecimal digits.
func (f *File) SHA256() string { return hex.EncodeToString(f.sum.Sum(nil)) }

// Write appends p to the output.
func (f *File) Write(p []byte) (int, error) {
	f.sum.Write(p)
	f.size += int64(len(p))
	n, err := f.buf.Write(p)
	if err != nil {
		err = f.cannotWrite(err)
	}
	return n, err
}

// Close marks the output as complete and syncs it to the disk.
func (f *File) Close() error {
	err := f.buf.Flush()
	if err == nil {
		err = f.file.Sync()
	}
	if err := errors.Join(err, f.file.Close()); err != nil {
		return f.cannotWrite(err)
	}
	f.whole = true
	return nil
}

func (f *File) cannotWrite(err error) error {
	if errors.Is(err, os.ErrClosed) {
		f.dir.mu.Lock()
		defer f.dir.mu.Unlock()
		return cmp.Or(f.dir.why, ErrStopped) // why is nil if only this file was closed, by Drop
	}
	return fmt.Errorf("cannot write %s: %w", f.name, readfile.Reason(err))
}

// ReadBack returns the bytes written. The output must have been closed.
func (f *File) ReadBack() ([]byte, error) {
	data, err := f.dir.root.ReadFile(f.temp)
	if err != nil {
		return nil, fmt.Errorf("cannot read %s back: %w", f.name, readfile.Reason(err))
	}
	return data, nil
}

// Drop removes the output from the set.
func (f *File) Drop() {
	f.dir.mu.Lock()
	defer f.dir.mu.Unlock()
	f.dropped = true
	f.file.Close()
}
