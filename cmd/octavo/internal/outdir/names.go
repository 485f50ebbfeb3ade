package outdir

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"octavo/cmd/octavo/internal/readfile"
)

// Names in a folder of outputs that are reserved for octavo.
const (
	// ListName is the file that lists the outputs of the last set for which Replace was called.
	ListName    = ".octavo-export.json"
	journalName = ".octavo-journal"
	tempSuffix  = ".octavo-tmp" // of folders with temporary files, whose names begin with a dot
)

// repositories are the folders in which systems of version control keep what is theirs, settings that name programs among it.
var repositories = []string{".git", ".hg", ".svn", ".bzr", ".jj"}

// Usable reports whether an output may have this name: a local path that is not reserved for octavo and does not lead into a repository.
func Usable(name string) bool {
	if name == "" || name == "." || path.Clean(name) != name || !filepath.IsLocal(filepath.FromSlash(name)) {
		return false
	}
	for part := range strings.SplitSeq(name, "/") {
		part = strings.ToLower(part) // some file systems ignore case
		if part == ListName || part == journalName || strings.HasSuffix(part, tempSuffix) {
			return false
		}
		// Systems that leave out characters, or know folders by short names too, find a repository by more names than its own.
		letters := strings.Map(func(r rune) rune {
			if r <= ' ' || r > '~' {
				return -1
			}
			return r
		}, part)
		letters, _, _ = strings.Cut(letters, ":")
		if slices.Contains(repositories, strings.TrimRight(letters, ".")) || strings.HasPrefix(letters, "git~") {
			return false
		}
	}
	return true
}

// folded returns what all names have in common that [strings.EqualFold] takes for one another: some file systems ignore case.
func folded(name string) string {
	return strings.Map(func(r rune) rune {
		least := r
		for next := unicode.SimpleFold(r); next != r; next = unicode.SimpleFold(next) {
			least = min(least, next)
		}
		return least
	}, name)
}

// plain reports whether a name read from a list is usable and has no hidden part.
func plain(name string) bool {
	return Usable(name) && !strings.HasPrefix(name, ".") && !strings.Contains(name, "/.")
}

// Temporary reports whether name is the name of a folder of temporary files.
func Temporary(name string) bool {
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

// checkPlace returns an error if an output cannot be put into its place.
func (d *Dir) checkPlace(name string) error {
	for _, folder := range parents(name) {
		info, err := d.root.Lstat(folder)
		if errors.Is(err, fs.ErrNotExist) {
			break
		}
		if err != nil {
			return fmt.Errorf("cannot make the folder for the outputs: %s: %w", d.path(folder), readfile.Reason(err))
		}
		if err := notFolder(d.path(folder), info); err != nil {
			return err
		}
	}
	return d.checkFree(name)
}

// makeParents creates the parent folders of an output that do not exist, and returns those.
func (d *Dir) makeParents(name string) (made []string, err error) {
	for _, folder := range parents(name) {
		_, err := d.root.Lstat(folder)
		missing := errors.Is(err, fs.ErrNotExist)
		err = d.change("folder", folder, func() error { return makeFolder(d.root, folder, d.path(folder)) })
		if err != nil {
			return made, err
		}
		if missing {
			made = append(made, folder)
		}
	}
	return made, nil
}

// parents returns the folders on the path of an output, from the outermost.
func parents(name string) (out []string) {
	for i, c := range name {
		if c == '/' {
			out = append(out, name[:i])
		}
	}
	return out
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
