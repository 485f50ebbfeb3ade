package manuscript

import (
	"io/fs"
	"path"
	"strings"
	"sync"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/likename"
	"octavo/cmd/octavo/internal/readfile"
)

// lyingIn returns a function that lists the files of the book's folder by their paths from the manuscript's, once: it is asked only where
// a file is missing. Hidden files and what octavo has made are left out.
func (f *pictureFolders) lyingIn() func() []string {
	return sync.OnceValue(func() (out []string) {
		_ = readfile.Walk(f.book, func(name string, d fs.DirEntry, err error) error {
			switch {
			case err != nil || name != "." && d.IsDir() && (strings.HasPrefix(path.Base(name), ".") || name == "build"):
				return fs.SkipDir
			case d.IsDir() || strings.HasPrefix(path.Base(name), "."):
			case f.name == ".":
				out = append(out, name)
			default:
				if in, ok := strings.CutPrefix(name, f.name+"/"); ok {
					out = append(out, in)
				} else {
					out = append(out, "../"+name)
				}
			}
			return nil
		})
		return out
	})
}

// noteLikeChapter notes on a missing chapter which file may have been meant.
func (f *pictureFolders) noteLikeChapter(d *diag.Diagnostic, name string) {
	like := likename.Find(name, f.lying())
	switch rest, outside := strings.CutPrefix(like.Name, "../"); {
	case outside:
		d.Note("%s lies outside of the manuscript's folder: move it there", rest)
	case like.Difference != likename.None:
		d.Note("%s", like.Note(like.Name))
	}
}

// missingPicture is an error of a picture that is not there; like is a file that may have been meant, as the author would name it.
type missingPicture struct {
	err  error
	note string
}

func (e *missingPicture) Error() string { return e.err.Error() }
func (e *missingPicture) Unwrap() error { return e.err }

// missing adds to an error of a picture that is not there which file may have been meant by the address in a file.
func (f *pictureFolders) missing(file, address string, err error) error {
	for _, name := range f.candidates(file, address) {
		if like := likename.Find(name, f.lying()); like.Difference != likename.None {
			return &missingPicture{err, like.Note(fromFolder(path.Dir(file), like.Name))}
		}
	}
	return err
}

// fromFolder returns the path of a file as it is named from a folder; both are paths from the manuscript's folder. Where it lies neither in
// that folder nor in the one above, it is named from the manuscript's, where it is found, too.
func fromFolder(folder, file string) string {
	if folder == "." || folder == "" {
		return file
	}
	if rest, ok := strings.CutPrefix(file, folder+"/"); ok {
		return rest
	}
	up := path.Dir(folder)
	if up == "." {
		return "../" + file
	}
	if rest, ok := strings.CutPrefix(file, up+"/"); ok {
		return "../" + rest
	}
	return file
}
