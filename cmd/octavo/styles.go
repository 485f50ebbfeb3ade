package main

import (
	"cmp"
	"errors"
	"io/fs"
	"maps"
	"os"
	"slices"
	"sync"
)

// overlay is the house styles with the files of a book's own styles folder over them. It remembers what it read, for a
// style is one of the inputs of a build. It may be used by many goroutines.
type overlay struct {
	own, house fs.FS

	mu   sync.Mutex
	read map[string][]byte
}

// openStyles is the styles that a book sees. The book's folder is opened as an os.Root: a symbolic link that leads out
// of it opens nothing.
func openStyles(root *os.Root, house fs.FS) *overlay {
	own, err := fs.Sub(root.FS(), "styles")
	if err != nil { // only for a name that is no path
		panic(err)
	}
	return &overlay{own: own, house: house, read: map[string][]byte{}}
}

// Open opens the book's own file, or the house's where the book has none.
func (o *overlay) Open(name string) (fs.File, error) {
	f, err := o.own.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return o.house.Open(name)
	}
	return f, err
}

// ReadFile is what fs.ReadFile calls.
func (o *overlay) ReadFile(name string) ([]byte, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if data, ok := o.read[name]; ok {
		return data, nil
	}
	data, err := fs.ReadFile(o.own, name)
	if errors.Is(err, fs.ErrNotExist) {
		data, err = fs.ReadFile(o.house, name)
	}
	if err == nil {
		o.read[name] = data
	}
	return data, err
}

// ReadDir lists the files of both.
func (o *overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	house, err := fs.ReadDir(o.house, name)
	own, ownErr := fs.ReadDir(o.own, name)
	if err != nil && ownErr != nil {
		return nil, err
	}
	all := slices.Concat(own, house)
	slices.SortStableFunc(all, func(a, b fs.DirEntry) int { return cmp.Compare(a.Name(), b.Name()) })
	return slices.CompactFunc(all, func(a, b fs.DirEntry) bool { return a.Name() == b.Name() }), nil
}

// files is every file read so far.
func (o *overlay) files() map[string][]byte {
	o.mu.Lock()
	defer o.mu.Unlock()
	return maps.Clone(o.read)
}
