package manuscript

import (
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path"
	"strings"

	"golang.org/x/text/unicode/norm"

	"octavo/cmd/octavo/internal/readfile"
)

// pictureFolders are where the files of pictures lie: under the manuscript's folder, or elsewhere in the book's folder.
type pictureFolders struct {
	book, manuscript *os.Root
	name             string            // of the manuscript's folder in the book's
	texts            map[string][]byte // that are read in place of files, by their names as [diag.Source] has them
	kept             *Kept
	lying            func() []string // see lyingIn
}

// siteFolders are the folders of the book that the generators of web sites serve as the root of their addresses.
var siteFolders = []string{"static", "assets", "images", "public"}

// wrongCaseError reports a file whose name differs in capital and small letters only. Some file systems take one for the
// other; a book that is built on those would not be built elsewhere.
type wrongCaseError struct{ is string }

func (e *wrongCaseError) Error() string { return "its name has other capital and small letters" }

// find reads the picture that a file of the manuscript names by an address, and returns its path from the manuscript's
// folder. The address is a path from the file's own folder; if nothing lies there, it is taken as web sites and other tools
// take it: without %20 and what follows a question mark, and from the root of the manuscript, of the book or of a site.
func (f *pictureFolders) find(file, address string) (name string, raw *readfile.File, err error) {
	var first error
	for _, name := range f.candidates(file, address) {
		raw, err := f.read(name)
		if err == nil {
			return name, raw, nil
		}
		if !errors.Is(err, fs.ErrNotExist) && !(errors.Is(err, readfile.ErrOutside) && first != nil) {
			return name, nil, err
		}
		if first == nil {
			first = err
		}
	}
	for _, name := range f.candidates(file, address) {
		if is, same := f.nearly(name); is != "" {
			if raw, err := f.read(is); same && err == nil {
				return is, raw, nil
			}
			return name, nil, &wrongCaseError{is}
		}
	}
	if errors.Is(first, fs.ErrNotExist) {
		first = f.missing(file, address, first)
	}
	return "", nil, first
}

// candidates returns the paths from the manuscript's folder that an address may mean, the likeliest first.
func (f *pictureFolders) candidates(file, address string) (names []string) {
	var forms []string
	add := func(form string) {
		if form != "" && (len(forms) == 0 || forms[len(forms)-1] != form) {
			forms = append(forms, form)
		}
	}
	plain, _, _ := strings.Cut(address, "?")
	plain, _, _ = strings.Cut(plain, "#")
	for _, form := range []string{address, plain} {
		if s, err := url.PathUnescape(form); err == nil {
			add(s)
		}
		add(form) // browsers save files with %20 in their names
	}
	if s := strings.ReplaceAll(address, `\`, "/"); s != address {
		add(s)
	}
	up := "."
	for range strings.Count(path.Clean(f.name), "/") + 1 {
		up = path.Join(up, "..")
	}
	if path.Clean(f.name) == "." { // the book has no folder but the manuscript's
		up = "."
	}
	for _, form := range forms {
		if !strings.HasPrefix(form, "/") {
			names = append(names, path.Join(path.Dir(file), form))
		}
	}
	for _, form := range forms {
		if strings.HasPrefix(path.Clean(form), "..") {
			continue
		}
		names = append(names, path.Join(".", form), path.Join(up, form))
		for _, site := range siteFolders {
			names = append(names, path.Join(up, site, form))
		}
	}
	return names
}

// read reads a picture by its path from the manuscript's folder.
func (f *pictureFolders) read(name string) (*readfile.File, error) {
	if strings.IndexByte(name, 0) >= 0 {
		return nil, readfile.ErrOutside
	}
	if outer := path.Join(f.name, name); strings.HasPrefix(name, "../") {
		if strings.HasPrefix(outer, "..") {
			return nil, readfile.ErrOutside
		}
		return f.kept.files().In(f.book, outer, maxPicture)
	}
	return f.kept.files().In(f.manuscript, name, maxPicture)
}

// nearly looks for a file whose path differs from name in capital and small letters, or in how accented letters are made
// up. It returns the path, "" if there is none, and whether the letters are the same.
func (f *pictureFolders) nearly(name string) (is string, same bool) {
	root, outer := f.manuscript, name
	if strings.HasPrefix(name, "../") {
		if root, outer = f.book, path.Join(f.name, name); strings.HasPrefix(outer, "..") {
			return "", false
		}
	}
	found, same := ".", true
	for _, part := range strings.Split(outer, "/") {
		entries, err := readfile.List(root, found)
		if err != nil {
			return "", false
		}
		next := ""
		for _, e := range entries {
			if e.Name() == part || norm.NFC.String(e.Name()) == norm.NFC.String(part) {
				next = e.Name()
				break
			}
			if next == "" && strings.EqualFold(norm.NFC.String(e.Name()), norm.NFC.String(part)) {
				next = e.Name()
			}
		}
		if next == "" {
			return "", false
		}
		same = same && norm.NFC.String(next) == norm.NFC.String(part)
		found = path.Join(found, next)
	}
	return path.Join(strings.TrimSuffix(name, outer), found), same
}
