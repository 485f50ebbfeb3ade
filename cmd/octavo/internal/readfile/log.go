package readfile

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

// Log is what was looked at inside an [os.Root] and the folders that were opened in it: the files that were read, the folders that were
// listed, and what was not there. What is made of a folder's files stays the same for as long as all of that does.
type Log struct {
	mu      sync.Mutex
	roots   []*os.Root
	files   map[string]Seen
	folders map[string][]string
	absent  map[string]bool
	unsure  bool
}

// Seen is a file that was read.
type Seen struct {
	File   string `json:"file"` // slash-separated, from the root
	SHA256 string `json:"sha256"`
	Bytes  int64  `json:"bytes"`
}

// Listed is a folder that was listed. Names of folders in it end in a slash; hidden ones are left out.
type Listed struct {
	Folder string   `json:"folder"`
	Names  []string `json:"names"`
}

// logged is a root whose log is kept.
type logged struct {
	log  *Log
	path string // of the root in that of the log
}

// logs has the *logged of each root, so that whatever is read through it, in whichever package, is in the log.
var logs sync.Map

// Keep keeps a log of root from now on, until [Log.End] is called.
func Keep(root *os.Root) *Log {
	l := &Log{files: map[string]Seen{}, folders: map[string][]string{}, absent: map[string]bool{}}
	l.enter(root, ".")
	return l
}

// enter makes a root one of the log's.
func (l *Log) enter(root *os.Root, at string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.roots = append(l.roots, root)
	logs.Store(root, &logged{l, at})
}

// End ends the log. It can still be asked.
func (l *Log) End() {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, root := range l.roots {
		logs.Delete(root)
	}
	l.roots = nil
}

// Files returns the files that were read, sorted by name.
func (l *Log) Files() (out []Seen) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, name := range slices.Sorted(maps.Keys(l.files)) {
		out = append(out, l.files[name])
	}
	return out
}

// Folders returns the folders that were listed, sorted by name.
func (l *Log) Folders() (out []Listed) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, name := range slices.Sorted(maps.Keys(l.folders)) {
		out = append(out, Listed{name, l.folders[name]})
	}
	return out
}

// Absent returns the names of the files and folders that were looked for and were not there, sorted.
func (l *Log) Absent() []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return slices.Sorted(maps.Keys(l.absent))
}

// Whole reports whether the log says everything: nothing changed while it was read, and nothing that is there could not be read.
func (l *Log) Whole() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return !l.unsure
}

// logOf returns the log of a root, and the path of a file in it; nil if there is none, or the name leads out of the root, whatever lies
// there.
func logOf(root *os.Root, name string) (*Log, string) {
	found, ok := logs.Load(root)
	if !ok || !filepath.IsLocal(filepath.FromSlash(name)) {
		return nil, ""
	}
	of := found.(*logged)
	return of.log, path.Join(of.path, name)
}

// doubt says that the log of a root, if there is one, does not have everything.
func doubt(root *os.Root) {
	if l, _ := logOf(root, "."); l != nil {
		l.mu.Lock()
		defer l.mu.Unlock()
		l.unsure = true
	}
}

// logFile logs that a file was read.
func logFile(root *os.Root, name string, data []byte, err error) {
	l, at := logOf(root, name)
	if l == nil {
		return
	}
	var seen Seen
	if err == nil {
		sum := sha256.Sum256(data)
		seen = Seen{at, hex.EncodeToString(sum[:]), int64(len(data))}
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	before, twice := l.files[at]
	if l.missed(at, err, twice) {
		return
	}
	l.unsure = l.unsure || l.absent[at] || twice && before != seen
	l.files[at] = seen
}

// logFolder logs that a folder was listed.
func logFolder(root *os.Root, name string, entries []fs.DirEntry, err error) {
	l, at := logOf(root, name)
	if l == nil {
		return
	}
	names := Names(at, entries)
	l.mu.Lock()
	defer l.mu.Unlock()
	before, twice := l.folders[at]
	if l.missed(at, err, twice) {
		return
	}
	l.unsure = l.unsure || l.absent[at] || twice && !slices.Equal(before, names)
	l.folders[at] = names
}

// missed logs an error, if there is one; known says that what failed now was there before. The caller holds the mutex.
func (l *Log) missed(at string, err error, known bool) bool {
	if errors.Is(err, fs.ErrNotExist) {
		l.absent[at] = true
		l.unsure = l.unsure || known
	} else if err != nil {
		l.unsure = true
	}
	return err != nil
}

// Names returns the names of the entries of a folder as a log has them. The folder is named from the log's root.
func Names(folder string, entries []fs.DirEntry) []string {
	names := make([]string, 0, len(entries))
	for _, e := range entries {
		name := e.Name()
		if strings.HasPrefix(name, ".") || folder == "." && name == outputs {
			continue
		}
		if e.IsDir() {
			name += "/"
		}
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// outputs is the folder in a book's folder that builds make. That it is there makes no difference to a build.
const outputs = "build"
