package outdir

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"octavo/cmd/octavo/internal/readfile"
)

// Names in a folder of outputs that are reserved for octavo.
const (
	// ListName is the file that lists the outputs of the last set for which Replace was called.
	ListName    = ".octavo-export.json"
	journalName = ".octavo-journal"
	tempSuffix  = ".octavo-tmp" // of folders with temporary files, whose names begin with a dot
)

// usable reports whether an output may have this name: a local path that is not reserved for octavo.
func usable(name string) bool {
	if name == "" || name == "." || path.Clean(name) != name || !filepath.IsLocal(filepath.FromSlash(name)) {
		return false
	}
	for part := range strings.SplitSeq(name, "/") {
		part = strings.ToLower(part) // some file systems ignore case
		if part == ListName || part == journalName || strings.HasSuffix(part, tempSuffix) {
			return false
		}
	}
	return true
}

// plain reports whether a name read from a journal or a list is usable and has no hidden part: a journal that comes with
// somebody else's book must not reach into .git.
func plain(name string) bool {
	return usable(name) && !strings.HasPrefix(name, ".") && !strings.Contains(name, "/.")
}

// temporary reports whether name is the name of a folder of temporary files.
func temporary(name string) bool {
	return strings.HasPrefix(name, ".") && strings.HasSuffix(name, tempSuffix) && !strings.ContainsAny(name, `/\`)
}

// openFolder opens a folder inside root by its slash-separated name, and creates the folders that do not exist. No part of
// the name may be a symbolic link.
func openFolder(root *os.Root, name string) (*os.Root, error) {
	at := root
	for part := range strings.SplitSeq(name, "/") {
		// Check that it is a folder before opening it: opening a named pipe could block forever.
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

// makeFolder creates a folder if it does not exist, and returns an error if it is not a real folder. Messages call it shown.
func makeFolder(root *os.Root, name, shown string) error {
	info, err := root.Lstat(name)
	if errors.Is(err, fs.ErrNotExist) {
		if err = root.Mkdir(name, 0o777); err == nil || errors.Is(err, fs.ErrExist) { // another process may have created it
			info, err = root.Lstat(name)
		}
	}
	if err != nil {
		return fmt.Errorf("cannot make the folder for the outputs: %s: %w", shown, readfile.Reason(err))
	}
	return notFolder(shown, info)
}

// notFolder returns an error if info does not describe a real folder.
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

// checkPlace creates the parent folders of an output, and returns an error if the output cannot be put there.
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

// checkFree returns an error if there is a folder in the place of an output.
func (d *Dir) checkFree(name string) error {
	if info, err := d.root.Lstat(name); err == nil && info.IsDir() {
		return fmt.Errorf("cannot replace %s: it is a folder; move it away", d.path(name))
	}
	return nil
}

// throughLink reports whether a parent folder of name is missing or is not a real folder.
func (d *Dir) throughLink(name string) bool {
	for at := path.Dir(name); at != "."; at = path.Dir(at) {
		if info, err := d.root.Lstat(at); err != nil || !info.IsDir() {
			return true
		}
	}
	return false
}
