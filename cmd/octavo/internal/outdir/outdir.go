// Package outdir puts outputs into a folder as one set. [Open] or [OpenIn] opens the folder, [Dir.Create] begins an
// output, [Dir.Commit] puts all of them in their places, and [Dir.Discard] ends the matter, whatever happened before:
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
// Until Commit the folder has the outputs of the last set, after it those of this one. When the context of Open or OpenIn
// ends before, the Dir is discarded at once, whatever its user is doing at the time. When the process ends in the
// middle of Commit, a journal in the folder says what was to go where, and the next Open finishes it.
//
// What lies in the folder is not trusted: all access goes through an [os.Root], no symbolic link is followed to where
// something is written or removed, and a journal or a list that somebody else has put there can only move files inside
// of the folder that have temporary names.
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
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"

	"octavo/cmd/octavo/internal/readfile"
)

// ErrStopped is the error of a Dir that has been committed or discarded. Of one whose context has ended it is the cause of
// that.
var ErrStopped = errors.New("the build was stopped")

// ErrForeign is the error of a file that octavo cannot have written.
var ErrForeign = errors.New("it is no file that octavo has written")

// patience is how long one process waits for another to put its files in their places.
const patience = 10 * time.Second

// Dir is a folder and the set of outputs that is being made for it. Several goroutines may use it.
type Dir struct {
	name string   // as messages name the folder
	root *os.Root // the folder
	step stepFunc

	mu         sync.Mutex
	closed     bool
	why        error       // that nothing can be written any more
	forget     func() bool // ends the watch over the context
	locked     bool
	lock       *os.File // nil: not held, or there are no locks here
	temp       string   // name of the folder with the temporary files; "" before the first output
	tempLock   *os.File
	files      []*File
	replace    bool
	unfinished bool // the journal is to stay, for the next Open
}

// stepFunc is called before every change to a folder that Commit makes. It is nil but in tests, where it makes the
// change fail or ends the process.
type stepFunc func(op, name string) error

// Open opens a folder that the user named, and makes it where it does not exist. The name is trusted: a symbolic link in
// it is followed. The Dir is to be discarded; the end of ctx does it too.
func Open(ctx context.Context, dir string) (*Dir, error) {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, fmt.Errorf("cannot make the folder for the outputs: %s: %w", dir, reason(err))
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("cannot open the folder for the outputs: %s: %w", dir, reason(err))
	}
	return opened(ctx, dir, root)
}

// OpenIn opens a folder of a book by its slash-separated name, and makes it where it does not exist. It refuses a symbolic
// link anywhere in the name. The Dir is to be discarded; the end of ctx does it too. The book's root stays open.
func OpenIn(ctx context.Context, book *os.Root, name string) (*Dir, error) {
	root, err := openFolder(book, name)
	if err != nil {
		return nil, err
	}
	return opened(ctx, filepath.Join(book.Name(), filepath.FromSlash(name)), root)
}

// opened finishes what a process that was killed began in the folder, and sweeps up what others left. From then on the end
// of the context discards the Dir: the goroutine that made it may be somewhere where it hears of no context, and the process
// does not wait for it for long.
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

// Settle finishes what a process that was killed began in a folder of a book, so that the outputs there can be read as
// one. It does nothing where there is no such folder, or nothing is begun in it.
func Settle(ctx context.Context, book *os.Root, name string) error {
	for at := name; at != "."; at = path.Dir(at) {
		if info, err := book.Lstat(at); err != nil || !info.IsDir() {
			return nil
		}
	}
	if _, err := book.Lstat(path.Join(name, journalName)); err != nil {
		return nil
	}
	d, err := OpenIn(ctx, book, name)
	if err != nil {
		return err
	}
	d.Discard()
	return nil
}

// WriteFile writes a file that the user named. It is whole afterwards, or as it was before.
func WriteFile(ctx context.Context, name string, data []byte) error {
	d, err := Open(ctx, filepath.Dir(name))
	if err != nil {
		return err
	}
	defer d.Discard()
	return d.WriteFile(ctx, filepath.Base(name), data)
}

// WriteFile makes a set of one file and commits it.
func (d *Dir) WriteFile(ctx context.Context, name string, data []byte) error {
	if err := d.Add(name, data); err != nil {
		return err
	}
	return d.Commit(ctx)
}

// Add makes an output of bytes.
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

// Name returns the folder's name, as the user knows it.
func (d *Dir) Name() string { return d.name }

// path returns the name of a file in the folder, as the user knows it.
func (d *Dir) path(name string) string { return filepath.Join(d.name, filepath.FromSlash(name)) }

// Lstat describes a file of the folder by its slash-separated name.
func (d *Dir) Lstat(name string) (fs.FileInfo, error) { return d.root.Lstat(name) }

// ReadFile reads a regular file of the folder by its slash-separated name, at most limit bytes. It gives [ErrForeign] for
// what octavo cannot have put there: a symbolic link, what is no regular file, or one that is larger.
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
		return nil, ErrForeign // the rest only where it has just become another file
	}
	return data, err
}

// Replace makes the set all that is octavo's in the folder: Commit removes what the last such set put there and this one
// does not. A list in the folder, [ListName], says what that is.
func (d *Dir) Replace() { d.replace = true }

// Create begins an output. Its name is slash-separated and leads to a place in the folder. The file is to be closed
// before Commit.
func (d *Dir) Create(name string) (*File, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.closed {
		return nil, d.why
	}
	if !usable(name) {
		return nil, fmt.Errorf("cannot write an output named %q: give it a plain name", name)
	}
	for _, f := range d.files {
		if strings.EqualFold(f.name, name) {
			return nil, fmt.Errorf("two outputs are to be named %s", d.path(name))
		}
	}
	if err := d.checkFree(name); err != nil { // Commit looks again, but an output that cannot be is better not made
		return nil, err
	}
	if d.temp == "" {
		if err := d.makeTemp(); err != nil {
			return nil, fmt.Errorf("cannot write in %s: %w", d.name, reason(err))
		}
	}
	f := &File{dir: d, name: name, temp: path.Join(d.temp, strconv.Itoa(len(d.files))), sum: sha256.New()}
	var err error
	if f.file, err = d.root.OpenFile(f.temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666); err != nil {
		return nil, fmt.Errorf("cannot write in %s: %w", d.name, reason(err))
	}
	f.buf = bufio.NewWriterSize(f.file, 1<<16)
	d.files = append(d.files, f)
	return f, nil
}

// Discard removes what has not been put in its place, and lets go of the folder. After it nothing more can be written.
// After Commit it does nothing. It may be called while other goroutines still write: they get errors.
func (d *Dir) Discard() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.close(ErrStopped)
}

// close ends the matter once; why is what later attempts to write give.
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
	for _, lock := range []*os.File{d.tempLock, d.lock} {
		if lock != nil {
			lock.Close()
		}
	}
	d.root.Close()
}

// File is one output of a set. One goroutine at a time may use it.
type File struct {
	dir     *Dir
	name    string // its place in the folder
	temp    string // where it is until then
	file    *os.File
	buf     *bufio.Writer
	sum     hash.Hash
	size    int64
	whole   bool
	dropped bool
}

// Name returns the output's name in the folder.
func (f *File) Name() string { return f.name }

// Size returns the number of bytes were written.
func (f *File) Size() int64 { return f.size }

// SHA256 returns the hash of what was written, in hexadecimal digits.
func (f *File) SHA256() string { return hex.EncodeToString(f.sum.Sum(nil)) }

// Write adds to the output.
func (f *File) Write(p []byte) (int, error) {
	f.sum.Write(p)
	f.size += int64(len(p))
	n, err := f.buf.Write(p)
	if err != nil {
		err = f.cannotWrite(err)
	}
	return n, err
}

// Close says that the output is whole, and waits until it is on the disk.
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
		return cmp.Or(f.dir.why, ErrStopped) // a file can be closed by itself, with Drop
	}
	return fmt.Errorf("cannot write %s: %w", f.name, reason(err))
}

// ReadBack reads what was written. The output must have been closed.
func (f *File) ReadBack() ([]byte, error) {
	data, err := f.dir.root.ReadFile(f.temp)
	if err != nil {
		return nil, fmt.Errorf("cannot read %s back: %w", f.name, reason(err))
	}
	return data, nil
}

// Drop takes the output out of the set.
func (f *File) Drop() {
	f.dir.mu.Lock()
	defer f.dir.mu.Unlock()
	f.dropped = true
	f.file.Close()
}

// reason returns what the system said, without the name of the temporary file, which means nothing to the author.
func reason(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	var link *os.LinkError
	if errors.As(err, &link) {
		return link.Err
	}
	return err
}
