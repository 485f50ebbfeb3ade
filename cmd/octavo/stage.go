package main

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

// stage is where the outputs of a build wait: each is written to a temporary file beside its place, and only when all
// are whole do they take their places. Whatever happens before that, the files of the last build stay as they are. A
// stage may be used by many goroutines.
type stage struct {
	dir string

	mu     sync.Mutex
	closed bool
	files  []*stagedFile
}

// stagedFile is one output being written.
type stagedFile struct {
	name string // its place in the stage's folder
	temp string // path of the temporary file
	file *os.File
	buf  *bufio.Writer
	sum  hash.Hash
	size int64
}

// openStage makes the folder where it does not exist and sweeps up what killed builds left in it.
func openStage(dir string) (*stage, error) {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, fmt.Errorf("cannot make the folder for the outputs: %w", err)
	}
	sweep(dir)
	return &stage{dir: dir}, nil
}

// sweep takes away what killed builds and exports left in a folder.
func sweep(dir string) {
	left, err := filepath.Glob(filepath.Join(dir, ".*"+tempSuffix))
	if err != nil {
		return
	}
	for _, path := range left {
		// A younger one may belong to a build that is running.
		if info, err := os.Lstat(path); err == nil && time.Since(info.ModTime()) > time.Hour {
			os.RemoveAll(path)
		}
	}
}

const tempSuffix = ".octavo-tmp"

var errStageClosed = errors.New("the build was stopped")

// create begins an output. The name is a file's name without a folder.
func (s *stage) create(name string) (*stagedFile, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return nil, errStageClosed
	}
	if name != filepath.Base(name) || strings.HasPrefix(name, ".") {
		return nil, fmt.Errorf("cannot write an output named %q: give the book a plain slug", name)
	}
	temp := filepath.Join(s.dir, fmt.Sprintf(".%s.%d%s", name, os.Getpid(), tempSuffix))
	file, err := os.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if errors.Is(err, fs.ErrExist) { // left by a killed build whose process number has come round again
		os.Remove(temp)
		file, err = os.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	}
	if err != nil {
		return nil, fmt.Errorf("cannot write in %s: %w", s.dir, reason(err))
	}
	f := &stagedFile{name: name, temp: temp, file: file, sum: sha256.New()}
	f.buf = bufio.NewWriterSize(file, 1<<16)
	s.files = append(s.files, f)
	return f, nil
}

// Write adds to the output.
func (f *stagedFile) Write(p []byte) (int, error) {
	f.sum.Write(p)
	f.size += int64(len(p))
	n, err := f.buf.Write(p)
	if err != nil {
		err = fmt.Errorf("cannot write %s: %w", f.name, reason(err))
	}
	return n, err
}

// finish says that the output is whole.
func (f *stagedFile) finish() error {
	if err := errors.Join(f.buf.Flush(), f.file.Close()); err != nil {
		return fmt.Errorf("cannot write %s: %w", f.name, reason(err))
	}
	return nil
}

// hash is the SHA-256 of what was written.
func (f *stagedFile) hash() string { return hex.EncodeToString(f.sum.Sum(nil)) }

// commit puts every output in its place. All of them have been finished.
func (s *stage) commit() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return errStageClosed
	}
	for _, f := range s.files { // look before the first leap
		if info, err := os.Lstat(filepath.Join(s.dir, f.name)); err == nil && info.IsDir() {
			return fmt.Errorf("cannot replace %s: it is a folder; move it away", filepath.Join(s.dir, f.name))
		}
	}
	for _, f := range s.files {
		if err := os.Rename(f.temp, filepath.Join(s.dir, f.name)); err != nil {
			return fmt.Errorf("cannot put %s in its place: %w", f.name, reason(err))
		}
	}
	s.files, s.closed = nil, true
	return nil
}

// discard removes whatever is not in its place yet. After it nothing more can be written; after commit it does nothing.
func (s *stage) discard() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closed = true
	for _, f := range s.files {
		f.file.Close()
		os.Remove(f.temp)
	}
	s.files = nil
}

// reason is what the system said, without the name of the temporary file, which means nothing to the author.
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
