package project

import (
	"cmp"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"sync"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/readfile"
	"octavo/styles"
)

// Styles is the house styles with the files of a book's own styles folder over them. It remembers what it read, for a
// style is one of the inputs of a build. It may be used by many goroutines.
type Styles struct {
	book  *os.Root // the book's folder: no symbolic link leads out of it
	house fs.FS
	files *readfile.Files // that the book's own are read with; nil: each time

	mu    sync.Mutex
	read  map[string][]byte
	fonts []*Styles // by which the fonts were read, if it was by others than this
}

// OpenStyles returns the styles that a book sees.
func OpenStyles(root *os.Root, house fs.FS) *Styles {
	return &Styles{book: root, house: house, read: map[string][]byte{}}
}

// maxStyleFile is the largest of a book's own files under styles that is read: a font, in bytes. Fonts of Chinese have
// some twenty million.
const maxStyleFile = 64 << 20

// maxStyleText is the largest of them that is text.
const maxStyleText = 4 << 20

// styleLimit returns the largest size in bytes of a file under styles.
func styleLimit(name string) int64 {
	switch strings.ToLower(path.Ext(name)) {
	case ".toml":
		return config.MaxBytes
	case ".css", ".txt":
		return maxStyleText
	}
	return maxStyleFile
}

// Open opens a file of the house. A book's own files are read whole, with ReadFile, and listed with ReadDir: to open one may
// wait for ever.
func (o *Styles) Open(name string) (fs.File, error) {
	if _, err := o.own(name); !errors.Is(err, fs.ErrNotExist) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: errors.ErrUnsupported}
	}
	return o.house.Open(name)
}

// own reads a file of the book's own styles folder.
func (o *Styles) own(name string) ([]byte, error) {
	if !fs.ValidPath(name) {
		return nil, fs.ErrInvalid
	}
	file, err := o.files.In(o.book, path.Join("styles", name), styleLimit(name))
	if err != nil {
		return nil, err
	}
	return file.Data, nil
}

// owns reports whether a file is one of the book's own styles folder.
func (o *Styles) owns(name string) bool {
	_, err := o.book.Stat(path.Join("styles", name))
	return err == nil
}

// ReadFile implements [fs.ReadFileFS].
func (o *Styles) ReadFile(name string) ([]byte, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if data, ok := o.read[name]; ok {
		return data, nil
	}
	data, err := o.own(name)
	if errors.Is(err, fs.ErrNotExist) {
		data, err = fs.ReadFile(o.house, name)
	}
	if err == nil {
		o.read[name] = data
	}
	return data, err
}

// fallback reads one of the house's fallback fonts, or their table.
func (o *Styles) fallback(name string) ([]byte, error) { return fs.ReadFile(o.house, name) }

// ReadDir lists the files of both.
func (o *Styles) ReadDir(name string) ([]fs.DirEntry, error) {
	house, err := fs.ReadDir(o.house, name)
	own, ownErr := readfile.List(o.book, path.Join("styles", name))
	if err != nil && ownErr != nil {
		return nil, err
	}
	all := slices.Concat(own, house)
	slices.SortStableFunc(all, func(a, b fs.DirEntry) int { return cmp.Compare(a.Name(), b.Name()) })
	return slices.CompactFunc(all, func(a, b fs.DirEntry) bool { return a.Name() == b.Name() }), nil
}

// inputs returns every file read so far.
func (o *Styles) inputs() map[string][]byte {
	o.mu.Lock()
	defer o.mu.Unlock()
	all := maps.Clone(o.read)
	for _, f := range o.fonts {
		maps.Copy(all, f.inputs())
	}
	return all
}

// readFontsBy remembers that fonts were read by other styles of the same files.
func (o *Styles) readFontsBy(other *Styles) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if !slices.Contains(o.fonts, other) {
		o.fonts = append(o.fonts, other)
	}
}

// The colour profiles of PDF/X-4, in styles/.
const (
	ConditionCMYK = "icc/ISOcoated_v2_300_bas.icc"
	ConditionRGB  = "icc/sRGB2014.icc"
)

// CardTable returns the table of cards that holds for the book in a folder.
func CardTable(dir string) (*config.Cards, error) {
	root, err := OpenBook(dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	table, found := config.LoadCards(OpenStyles(root, styles.FS))
	return table, found.Err()
}
