package readfile

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	"octavo/cmd/octavo/internal/recent"
)

// Files reads files of folders that are read again and again, and keeps what it read: a file that has not changed is not read
// another time. It may be used by several goroutines. A nil *Files reads every file and keeps none.
type Files struct {
	kept  recent.Map[string, *keptFile] // by their paths
	given recent.Map[string, *File]     // texts that stood for files, likewise
	reads atomic.Int64
}

// File is the bytes of a file. Of one [Files] there is one *File for a file for as long as its bytes stay the same.
type File struct{ Data []byte }

// keptFile is a file as it was when it was read.
type keptFile struct {
	*File
	info fs.FileInfo
	read time.Time // just before it was opened
}

// settled is how long a file must have been left alone before it was read so that its times can show a later change: systems count
// them in steps, of up to two seconds (Git has the same rule, and calls such a file racily clean).
const settled = 2 * time.Second

// Next begins another reading of the folders; see [recent.Map].
func (f *Files) Next() {
	f.kept.Next()
	f.given.Next()
}

// Reads returns how many files have been read.
func (f *Files) Reads() int64 { return f.reads.Load() }

// In returns the contents of a file as the function [In] does.
func (f *Files) In(root *os.Root, name string, limit int64) (*File, error) {
	if f == nil {
		data, err := In(root, name, limit)
		if err != nil {
			return nil, err
		}
		return &File{data}, nil
	}
	doubt(root) // its log would not have what is not read again
	info, err := stat(root, name)
	if err != nil {
		return nil, err
	}
	if err := readable(info, limit); err != nil {
		return nil, err
	}
	at := pathOf(root, name)
	before, ok := f.kept.Get(at)
	if ok && before.same(info) {
		return before.File, nil
	}
	now := keptFile{read: time.Now()}
	data, info, err := read(info, limit, openerIn(root, name))
	if err != nil {
		return nil, err
	}
	f.reads.Add(1)
	now.info = info
	if now.File = f.known(at, data); now.File == nil {
		now.File = &File{data}
	}
	f.kept.Put(at, &now)
	return now.File, nil
}

// Given returns a text that stands for the contents of a file, as a file that has it.
func (f *Files) Given(root *os.Root, name string, text []byte) *File {
	if f == nil {
		return &File{text}
	}
	doubt(root)
	at := pathOf(root, name)
	file := f.known(at, text)
	if file == nil {
		file = &File{bytes.Clone(text)}
	}
	f.given.Put(at, file)
	return file
}

// known returns what was read of a file, or given for it, if that had the same bytes: an author saves what he has in his editor.
func (f *Files) known(at string, data []byte) *File {
	if before, ok := f.kept.Get(at); ok && bytes.Equal(before.Data, data) {
		return before.File
	}
	if before, ok := f.given.Get(at); ok && bytes.Equal(before.Data, data) {
		return before
	}
	return nil
}

func pathOf(root *os.Root, name string) string {
	return filepath.Join(root.Name(), filepath.FromSlash(name))
}

// same reports whether the file is certainly still as it was read, by what the system says of it.
func (k *keptFile) same(info fs.FileInfo) bool {
	changed := changeTime(info)
	return os.SameFile(k.info, info) && k.info.Size() == info.Size() && k.info.ModTime().Equal(info.ModTime()) &&
		changeTime(k.info).Equal(changed) && info.ModTime().Add(settled).Before(k.read) && changed.Add(settled).Before(k.read)
}
