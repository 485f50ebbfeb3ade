package watch

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"octavo/cmd/octavo/internal/readfile"
)

// folders are those of a book that count, beside its own: of its text, its styles, and those in which pictures are looked for.
var folders = []string{"manuscript", "styles", "static", "assets", "images", "public"}

// files are the files and folders of a book that count, by their paths in its folder.
type files map[string]file

// file is what the system says of a file. Of a folder it is only that it is there: what is in it has entries of its own.
type file struct {
	folder  bool
	size    int64
	written time.Time
	mode    fs.FileMode
}

// scan returns what counts in a book's folder, or nil if that is not there. It calls enter with each folder before it looks into it:
// whatever comes later into a folder that a system was told of there, the system tells of.
func scan(dir string, enter func(folder string)) files {
	enter(dir)
	root, err := readfile.OpenRoot(dir)
	if err != nil {
		return nil
	}
	defer root.Close()
	s := &scanner{dir: dir, root: root, enter: enter, files: files{}}
	entries, _ := readfile.List(root, ".") // in one that cannot be read there is nothing
	for _, e := range entries {
		s.add(e.Name(), true)
	}
	return s.files
}

// scanner is one scan.
type scanner struct {
	dir   string
	root  *os.Root
	enter func(string)
	files files
}

// add adds a file or a folder, with all in it, by its slash-separated path. Links to folders are followed only if they are asked for,
// once, since they may lead in circles.
func (s *scanner) add(name string, links bool) {
	at := filepath.FromSlash(name)
	if !counts(at) {
		return
	}
	f, ok := stat(s.dir, at)
	if !ok || f.folder && !enters(at) {
		return
	}
	s.files[at] = f
	if !f.folder {
		return
	}
	if info, err := s.root.Lstat(name); err != nil || info.Mode()&fs.ModeSymlink != 0 {
		if !links {
			return
		}
		links = false
	}
	inner, err := readfile.Folder(s.root, name)
	if err != nil { // a link out of the book, in which nothing is read
		return
	}
	inner.Close()
	s.enter(filepath.Join(s.dir, at))
	entries, _ := readfile.List(s.root, name)
	for _, e := range entries {
		s.add(path.Join(name, e.Name()), links)
	}
}

// counts reports whether a file or folder may count, by its path in the book's folder.
func counts(name string) bool {
	if name == "." { // the folder itself, when it goes
		return true
	}
	parts := strings.Split(name, string(filepath.Separator))
	for _, part := range parts {
		if strings.HasPrefix(part, ".") || strings.HasSuffix(part, "~") {
			return false
		}
	}
	return len(parts) == 1 && parts[0] != "build" || slices.Contains(folders, parts[0])
}

// enters reports whether the files in a folder that may count do.
func enters(name string) bool {
	first, _, _ := strings.Cut(name, string(filepath.Separator))
	return slices.Contains(folders, first)
}

// stat returns what the system says of a file in the book's folder.
func stat(dir, name string) (file, bool) {
	info, err := os.Stat(filepath.Join(dir, name))
	if err != nil {
		return file{}, false
	}
	if info.IsDir() {
		return file{folder: true, mode: info.Mode()}, true
	}
	return file{size: info.Size(), written: info.ModTime(), mode: info.Mode()}, true
}
