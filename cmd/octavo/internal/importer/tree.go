package importer

import (
	"archive/zip"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/likename"
	"octavo/cmd/octavo/internal/readfile"
)

// Limits of sources. A book with a thousand pictures needs a tenth of them.
const (
	maxFile  = 64 << 20  // bytes of one file
	maxZip   = 400 << 20 // bytes of a zip file
	maxFiles = 20_000    // of a folder or a zip file
	maxTotal = 512 << 20 // bytes of all files that are read
	maxText  = 32 << 20  // bytes of texts that are unpacked: of a zip file or an EPUB, pictures apart
	maxDepth = 40        // folders inside each other
)

// tree is a folder, a zip file or the folder of a single file, from which nothing leads out.
type tree struct {
	name  string // as messages call it
	root  *os.Root
	zip   map[string]*zip.File
	files []string // slash-separated, in the order of a directory
	*budget

	pictures map[string][]byte // that were read, which may stand at many places
}

// budget is what may still be read of a source, and of the files that are packed inside it.
type budget struct {
	left int64 // bytes
	text int64 // bytes of texts that are unpacked
	over error // the limit that was gone over first; then nothing of the source is imported
}

func newBudget() *budget { return &budget{left: maxTotal, text: maxText} }

// exceed records the limit that is gone over and returns the error.
func (b *budget) exceed(format string, args ...any) error {
	err := fmt.Errorf(format, args...)
	b.over = cmp.Or(b.over, err)
	return err
}

// openSource opens a file or a folder that the user has named. Name is the file in the tree, "" for a folder or a zip file.
func openSource(source string) (t *tree, name string, err error) {
	info, err := os.Stat(source)
	if err != nil {
		return nil, "", fmt.Errorf("cannot import %s: %w%s", source, readfile.Reason(err), likename.Beside(source))
	}
	dir := source
	if !info.IsDir() {
		dir, name = filepath.Dir(source), filepath.Base(source)
		if strings.EqualFold(path.Ext(name), ".zip") {
			t, err := openZip(source)
			return t, "", err
		}
	}
	root, err := readfile.OpenRoot(dir)
	if err != nil {
		return nil, "", fmt.Errorf("cannot import %s: %w", source, readfile.Reason(err))
	}
	t = &tree{name: dir, root: root, budget: newBudget()}
	if name == "" {
		err = t.list()
	}
	if err != nil {
		t.close()
		return nil, "", fmt.Errorf("cannot import %s: %w", source, err)
	}
	return t, name, nil
}

// list finds the files of a folder; what is hidden is none.
func (t *tree) list() error {
	return fs.WalkDir(t.root.FS(), ".", func(name string, d fs.DirEntry, err error) error {
		base := path.Base(name)
		switch {
		case err != nil:
			return readfile.Reason(err)
		case name != "." && hidden(base):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir():
			if strings.Count(name, "/") > maxDepth {
				return errors.New("its folders lie too deep inside each other")
			}
			return nil
		case len(t.files) == maxFiles:
			return fmt.Errorf("it has more than %d files; name the folder with the text in it", maxFiles)
		}
		if d.Type().IsRegular() {
			t.files = append(t.files, name)
		}
		return nil
	})
}

// openZip opens a zip file. A name in it that leads out of a folder is an error.
func openZip(source string) (*tree, error) {
	data, err := readfile.Named(source, maxZip)
	if err != nil {
		return nil, fmt.Errorf("cannot import %s: %w", source, readfile.Reason(err))
	}
	t, err := zipTree(source, data, newBudget())
	if err != nil {
		return nil, fmt.Errorf("cannot import %s: %w", source, err)
	}
	return t, nil
}

// zipTree returns the tree of a zip file's bytes.
func zipTree(name string, data []byte, b *budget) (*tree, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, errors.New("it is broken, perhaps cut short on its way, or no zip file at all")
	}
	if len(z.File) > maxFiles {
		return nil, fmt.Errorf("it has more than %d files", maxFiles)
	}
	t := &tree{name: name, zip: map[string]*zip.File{}, budget: b}
	for _, f := range z.File {
		name := strings.ReplaceAll(f.Name, `\`, "/")
		if strings.HasSuffix(name, "/") {
			continue
		}
		if !filepath.IsLocal(filepath.FromSlash(name)) || path.Clean(name) != name && path.Clean(name) != strings.TrimPrefix(name, "./") {
			return nil, fmt.Errorf("the file %q in it has a name that leads out of the folder", f.Name)
		}
		name = path.Clean(name)
		if hidden(name) || t.zip[name] != nil || !f.Mode().IsRegular() {
			continue
		}
		t.zip[name] = f
		t.files = append(t.files, name)
	}
	slices.Sort(t.files)
	return t, nil
}

// hidden reports whether a part of a path begins with a dot, or holds the packages of a program or what macOS adds to zip files. The
// folder in which GitBook keeps pictures is not hidden.
func hidden(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if strings.HasPrefix(part, ".") && part != ".gitbook" || part == "__MACOSX" || part == "node_modules" {
			return true
		}
	}
	return false
}

func (t *tree) close() {
	if t.root != nil {
		t.root.Close()
	}
}

// shown returns a file's name as messages call it.
func (t *tree) shown(name string) string {
	if t.zip != nil {
		return t.name + ": " + name
	}
	return filepath.Join(t.name, filepath.FromSlash(name))
}

// has reports whether there is a file.
func (t *tree) has(name string) bool {
	if t.zip != nil {
		return t.zip[name] != nil
	}
	if !filepath.IsLocal(filepath.FromSlash(name)) {
		return false
	}
	info, err := t.root.Stat(name)
	return err == nil && info.Mode().IsRegular()
}

// readPicture returns the bytes of a picture, which is read once.
func (t *tree) readPicture(name string) ([]byte, error) {
	if data, ok := t.pictures[name]; ok {
		return data, nil
	}
	data, err := t.read(name)
	if err == nil {
		if t.pictures == nil {
			t.pictures = map[string][]byte{}
		}
		t.pictures[name] = data
	}
	return data, err
}

// isUnpacked reports whether a file inside a zip file holds text, which takes time by its length: all do but pictures, and what is
// itself packed.
func isUnpacked(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	return !isPicture()[ext] && ext != ".docx" && ext != ".docm" && ext != ".dotx" && ext != ".epub"
}

// read returns the bytes of a file.
func (t *tree) read(name string) ([]byte, error) {
	limit := min(int64(maxFile), t.left)
	if t.zip == nil {
		data, err := readfile.In(t.root, name, limit)
		if err != nil {
			return nil, readfile.Reason(err)
		}
		t.left -= int64(len(data))
		return data, nil
	}
	f := t.zip[name]
	if f == nil {
		return nil, fs.ErrNotExist
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%s in it is broken: %w", name, err)
	}
	defer r.Close()
	isText := isUnpacked(name)
	if isText && t.text < limit {
		limit = t.text
	}
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	switch {
	case int64(len(data)) <= limit:
	case isText && limit == t.text:
		return nil, t.exceed("the texts in it unpack to more than 32 MB, as of %s; a book has half of that at most", name)
	case limit < maxFile:
		return nil, t.exceed("the files in it unpack to more than 512 MB, as of %s", name)
	default:
		return nil, t.exceed("%s in it unpacks to more than 64 MB", name)
	}
	if err != nil {
		return nil, fmt.Errorf("%s in it is broken: %w", name, err)
	}
	t.left -= int64(len(data))
	if isText {
		t.text -= int64(len(data))
	}
	return data, nil
}
