// Package readfile reads files of strangers: books, and what readers send back.
//
// [In] and [Folder] read inside an [os.Root], whatever symbolic links lie there; [Named] reads a file that a user names on the
// command line. Only regular files are read, and only up to a limit: a named pipe or a device, which could block or never end, is
// refused, and so is a file larger than its kind can be.
package readfile

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// The reasons for which a file is refused, beside those that package os gives, such as [fs.ErrNotExist].
var (
	ErrOutside   = errors.New("it is a link that leads out of the folder")
	ErrFolder    = errors.New("it is a folder, not a file")
	ErrNoFile    = errors.New("it is not a regular file")
	ErrNotFolder = errors.New("it is not a folder")
)

// TooLargeError reports a file that is larger than its limit.
type TooLargeError struct {
	Size, Limit int64 // bytes; Size is a lower bound for a file that grew while it was read
}

func (e *TooLargeError) Error() string {
	if e.Limit < 1<<20 {
		return fmt.Sprintf("it has %d bytes, and %d are the most that it can need", e.Size, e.Limit)
	}
	return fmt.Sprintf("it has %d MB, and %d MB are the most that it can need", e.Megabytes(), e.Limit>>20)
}

// Megabytes returns the size in megabytes of 1,048,576 bytes, rounded up: more than a limit in whole megabytes.
func (e *TooLargeError) Megabytes() int64 { return (e.Size + 1<<20 - 1) >> 20 }

// Named returns the contents of the regular file that a path names, at most limit bytes. The path may lead anywhere: it is
// for what a user names, and for folders that octavo has chosen itself.
func Named(name string, limit int64) ([]byte, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	data, _, err := read(info, limit, func() (*os.File, error) { return os.OpenFile(name, os.O_RDONLY|nonblock, 0) })
	return data, err
}

// Head returns the first n bytes of the regular file that a path names, or all of a shorter one.
func Head(name string, n int64) ([]byte, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	if err := readable(info, info.Size()); err != nil {
		return nil, err
	}
	f, err := os.OpenFile(name, os.O_RDONLY|nonblock, 0)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if info, err = f.Stat(); err == nil { // it may be another file by now
		err = readable(info, info.Size())
	}
	if err != nil {
		return nil, err
	}
	return io.ReadAll(io.LimitReader(f, n))
}

// In returns the contents of a regular file inside root, at most limit bytes. The name is slash-separated. A name or a link
// that leads out of root gives [ErrOutside].
func In(root *os.Root, name string, limit int64) (data []byte, err error) {
	defer func() { logFile(root, name, data, err) }()
	info, err := stat(root, name)
	if err != nil {
		return nil, err
	}
	data, _, err = read(info, limit, openerIn(root, name))
	return data, err
}

// opener opens a file to read it. It does not wait where a pipe took the file's place a moment ago.
type opener func() (*os.File, error)

// openerIn returns what opens a file inside root.
func openerIn(root *os.Root, name string) opener {
	return func() (*os.File, error) { return root.OpenFile(name, os.O_RDONLY|nonblock, 0) }
}

// read opens a file that is known to be regular and reads it. It returns what the system said of the file before that.
func read(info fs.FileInfo, limit int64, open opener) ([]byte, fs.FileInfo, error) {
	if err := readable(info, limit); err != nil {
		return nil, nil, err
	}
	f, err := open()
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	if info, err = f.Stat(); err != nil { // it may be another file by now
		return nil, nil, err
	}
	if err := readable(info, limit); err != nil {
		return nil, nil, err
	}
	data := make([]byte, 0, info.Size()+1)
	for {
		n, err := f.Read(data[len(data):min(cap(data), int(limit)+1)])
		data = data[:len(data)+n]
		switch {
		case errors.Is(err, io.EOF):
			return data, info, nil
		case err != nil:
			return nil, nil, err
		case int64(len(data)) > limit:
			return nil, nil, &TooLargeError{int64(len(data)), limit}
		case len(data) == cap(data):
			data = slices.Grow(data, len(data)+512)
		}
	}
}

func readable(info fs.FileInfo, limit int64) error {
	switch {
	case info.IsDir():
		return ErrFolder
	case !info.Mode().IsRegular():
		return ErrNoFile
	case info.Size() > limit:
		return &TooLargeError{info.Size(), limit}
	}
	return nil
}

// Open opens a file or folder inside root to look at it. It does not wait for a writer where a pipe took its place a moment ago; whether
// it did, the caller asks the file.
func Open(root *os.Root, name string) (*os.File, error) { return openerIn(root, name)() }

// OpenRoot is [os.OpenRoot] that does not wait for a writer where the path names a pipe: it gives [ErrNotFolder].
func OpenRoot(dir string) (*os.Root, error) {
	info, err := os.Stat(dir)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		return nil, ErrNotFolder
	}
	return os.OpenRoot(dir)
}

// Folder opens a folder inside root as a root of its own. The name is slash-separated. A name or a link that leads out of
// root gives [ErrOutside], and what is no folder [ErrNotFolder].
func Folder(root *os.Root, name string) (*os.Root, error) {
	inner, err := folder(root, name)
	l, at := logOf(root, name)
	switch {
	case l == nil:
	case err == nil:
		l.enter(inner, at)
	default:
		logFolder(root, name, nil, err)
	}
	return inner, err
}

func folder(root *os.Root, name string) (*os.Root, error) {
	info, err := stat(root, name)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		return nil, ErrNotFolder
	}
	return root.OpenRoot(name)
}

// List returns the entries of a folder inside root, sorted by name. Its errors are those of [Folder].
func List(root *os.Root, name string) (entries []fs.DirEntry, err error) {
	defer func() { logFolder(root, name, entries, err) }()
	inner, err := folder(root, name)
	if err != nil {
		return nil, err
	}
	defer inner.Close()
	return fs.ReadDir(inner.FS(), ".")
}

// Walk calls visit with all files and folders inside root as [fs.WalkDir] does, which it may tell to skip some.
func Walk(root *os.Root, visit fs.WalkDirFunc) error {
	return fs.WalkDir(listing{root}, ".", visit)
}

// listing is a root as a file system that can be walked through.
type listing struct{ root *os.Root }

func (l listing) Open(name string) (fs.File, error) { return l.root.FS().Open(name) }

// ReadDir implements [fs.ReadDirFS].
func (l listing) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(l.root.FS(), name)
	logFolder(l.root, name, entries, err)
	return entries, err
}

// stat is root.Stat that tells a way out from other errors.
func stat(root *os.Root, name string) (fs.FileInfo, error) {
	if !filepath.IsLocal(filepath.FromSlash(name)) {
		return nil, ErrOutside
	}
	info, err := root.Stat(name)
	if err != nil && escapes(root, err) {
		return nil, ErrOutside
	}
	return info, err
}

// escapes reports whether err is the one that root gives for every way out. Package os does not export it.
func escapes(root *os.Root, err error) bool {
	_, out := root.Stat("..")
	var refused *fs.PathError
	return errors.As(out, &refused) && errors.Is(err, refused.Err)
}
