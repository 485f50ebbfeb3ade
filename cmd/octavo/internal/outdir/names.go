package outdir

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// The names that are octavo's own in a folder of outputs.
const (
	// ListName is the list of what the last set that was to be all of the folder's outputs put there.
	ListName    = ".octavo-export.json"
	journalName = ".octavo-journal"
	tempSuffix  = ".octavo-tmp" // of folders with temporary files, whose names begin with a dot
)

// usable reports whether an output may have a name: one that leads to a place in the folder, and to none of octavo's own.
func usable(name string) bool {
	if name == "" || name == "." || path.Clean(name) != name || !filepath.IsLocal(filepath.FromSlash(name)) {
		return false
	}
	for part := range strings.SplitSeq(name, "/") {
		part = strings.ToLower(part) // some systems take capital letters for small ones
		if part == ListName || part == journalName || strings.HasSuffix(part, tempSuffix) {
			return false
		}
	}
	return true
}

// plain reports whether a name that was read from a file of the folder is one that Create may have been given, and nothing
// in it is hidden: a journal that comes with somebody's book must not reach into .git.
func plain(name string) bool {
	return usable(name) && !strings.HasPrefix(name, ".") && !strings.Contains(name, "/.")
}

// temporary reports whether a name is one of a folder with temporary files.
func temporary(name string) bool {
	return strings.HasPrefix(name, ".") && strings.HasSuffix(name, tempSuffix) && !strings.ContainsAny(name, `/\`)
}

// openFolder opens a folder inside of a root by its slash-separated name. Each part of the name must be a real folder, no
// symbolic link; where there is none it is made.
func openFolder(root *os.Root, name string) (*os.Root, error) {
	at := root
	for part := range strings.SplitSeq(name, "/") {
		// Not opened before it is known to be a folder: to open a pipe may take forever.
		err := makeFolder(at, part, filepath.Join(at.Name(), part))
		var next *os.Root
		if err == nil {
			next, err = at.OpenRoot(part)
		}
		if at != root {
			at.Close()
		}
		if err != nil {
			return nil, err
		}
		at = next
	}
	return at, nil
}

// makeFolder makes a folder where there is none, and makes sure that it is a real one. Messages show it by another name.
func makeFolder(root *os.Root, name, shown string) error {
	info, err := root.Lstat(name)
	if errors.Is(err, fs.ErrNotExist) {
		if err = root.Mkdir(name, 0o777); err == nil || errors.Is(err, fs.ErrExist) { // another process may be faster
			info, err = root.Lstat(name)
		}
	}
	if err != nil {
		return fmt.Errorf("cannot make the folder for the outputs: %s: %w", shown, reason(err))
	}
	return notFolder(shown, info)
}

// notFolder says why nothing can be written into what should be a folder; nil when it is one.
func notFolder(name string, info fs.FileInfo) error {
	switch {
	case info.IsDir():
		return nil
	case info.Mode()&fs.ModeSymlink != 0:
		return fmt.Errorf("cannot write into %s: it is a symbolic link, and outputs go into real folders only; "+
			"remove the link, and octavo makes a folder in its place", name)
	}
	return fmt.Errorf("cannot make the folder for the outputs: %s: not a directory", name)
}

// checkPlace makes the folders that lead to an output's place, and sees whether it can be put there.
func (d *Dir) checkPlace(name string) error {
	for i, c := range name {
		if c != '/' {
			continue
		}
		if err := makeFolder(d.root, name[:i], d.path(name[:i])); err != nil {
			return err
		}
	}
	return d.checkFree(name)
}

// checkFree sees whether a folder lies in the place of an output.
func (d *Dir) checkFree(name string) error {
	if info, err := d.root.Lstat(name); err == nil && info.IsDir() {
		return fmt.Errorf("cannot replace %s: it is a folder; move it away", d.path(name))
	}
	return nil
}

// throughLink reports whether one of the folders that lead to a name is missing or no real folder.
func (d *Dir) throughLink(name string) bool {
	for at := path.Dir(name); at != "."; at = path.Dir(at) {
		if info, err := d.root.Lstat(at); err != nil || !info.IsDir() {
			return true
		}
	}
	return false
}
