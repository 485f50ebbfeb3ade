package readfile

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"sync"
	"sync/atomic"

	"octavo/cmd/octavo/internal/parallel"
)

// Links says whether a file may lie where a symbolic link leads to.
type Links bool

const (
	Followed Links = true  // as an author's files are
	Plain    Links = false // as outputs never do
)

// Unchanged reports whether files inside root still have the bytes that they had. It looks at the sizes of all before it reads any, and
// holds none of them in memory.
func Unchanged(root *os.Root, files []Seen, links Links) bool {
	doubt(root) // its log does not have what is looked at here
	inner := folders{root: root, open: map[string]*os.Root{}}
	defer inner.close()
	files = slices.SortedStableFunc(slices.Values(files), func(a, b Seen) int { return cmp.Compare(b.Bytes, a.Bytes) }) // the last that is read is short
	opens := make([]opener, len(files))
	for i, f := range files {
		var ok bool
		if opens[i], ok = inner.opener(f, links); !ok {
			return false
		}
	}
	var changed atomic.Bool
	parallel.Each(len(files), func(i int) {
		if !changed.Load() && !files[i].is(opens[i]) {
			changed.Store(true)
		}
	})
	return !changed.Load()
}

// folders are the folders of files in a root, each of which is opened once: the root opens every folder on the way to a file, and does so
// each time that it is asked of one.
type folders struct {
	root *os.Root
	open map[string]*os.Root
}

func (d *folders) close() {
	for _, r := range d.open {
		r.Close()
	}
}

// opener returns what opens a file, if a regular file of its size lies there.
func (d *folders) opener(f Seen, links Links) (opener, bool) {
	if !filepath.IsLocal(filepath.FromSlash(f.File)) {
		return nil, false
	}
	at, name := d.root, path.Base(f.File)
	if dir := path.Dir(f.File); dir != "." {
		if at = d.open[dir]; at == nil {
			var err error
			if at, err = folder(d.root, dir); err != nil {
				return nil, false
			}
			d.open[dir] = at
		}
	}
	info, err := at.Lstat(name)
	if err == nil && info.Mode().Type() == fs.ModeSymlink && links == Followed { // perhaps to another folder of the root
		at, name = d.root, f.File
		info, err = stat(at, name)
	}
	if err != nil || readable(info, f.Bytes) != nil || info.Size() != f.Bytes {
		return nil, false
	}
	return openerIn(at, name), true
}

// buffers are for files on their way through a hash.
var buffers = sync.Pool{New: func() any { return new([128 << 10]byte) }}

// is reports whether a file has the bytes that were seen.
func (s Seen) is(open opener) bool {
	f, err := open()
	if err != nil {
		return false
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil || readable(info, s.Bytes) != nil { // it may be another file by now
		return false
	}
	buffer := buffers.Get().(*[128 << 10]byte)
	defer buffers.Put(buffer)
	sum := sha256.New()
	n, err := io.CopyBuffer(sum, io.LimitReader(f, s.Bytes+1), buffer[:])
	return err == nil && n == s.Bytes && hex.EncodeToString(sum.Sum(nil)) == s.SHA256
}
