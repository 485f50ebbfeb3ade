package manuscript

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/crew"
	"octavo/cmd/octavo/internal/diag"
)

// maxFile is the largest chapter that is read, in bytes: some two and a half million words.
const maxFile = 16 << 20

// listed is a file to be read.
type listed struct {
	File
	role Role
	part int // index in Contents.Parts
}

// Read reads the manuscript in a folder. Whatever is wrong is in the list; the Book has all that could be read, and is
// never nil. Files and pictures are reached only through the folder itself: no name, no "..", no symbolic link leads
// out of it.
func Read(dir string, contents Contents) (*Book, diag.List) {
	book := &Book{Pictures: map[string]*Picture{}}
	var diags diag.List
	files := filesOf(contents)
	root, err := os.OpenRoot(dir)
	if err != nil {
		d := diags.Errorf("file-missing", place(files), "cannot open the folder of the manuscript: %v", cause(err))
		if errors.Is(err, fs.ErrNotExist) {
			d.Note("make a folder named %q beside book.toml and put the chapters there", filepath.Base(dir))
		}
		book.Parts = []*Part{{}}
		return book, diags
	}
	defer root.Close()

	lying, walkErrors := markdownFiles(root)
	diags = append(diags, walkErrors...)
	if contents.All {
		for _, name := range lying {
			files = append(files, listed{File: File{Name: name}})
		}
		contents.Parts = []PartFiles{{}}
	}
	files = distinct(files, &diags)

	read := make([]*parsed, len(files))
	problems := make([]diag.List, len(files))
	crew.Each(len(files), func(i int) {
		f := files[i]
		raw, problem := load(root, dir, f)
		if problem != nil {
			problems[i] = problem
			return
		}
		read[i] = parse(f.Name, raw)
	})

	if len(contents.Parts) == 0 {
		contents.Parts = []PartFiles{{}}
	}
	for _, p := range contents.Parts {
		book.Parts = append(book.Parts, &Part{Title: p.Title, Pos: p.Pos})
	}
	chapters := make([]*parsed, 0, len(files))
	number := 0
	for i, f := range files {
		diags = append(diags, problems[i]...)
		if read[i] == nil {
			continue
		}
		c := read[i].chapter
		c.Role = f.role
		switch f.role {
		case Front:
			book.Front = append(book.Front, c)
		case Back:
			book.Back = append(book.Back, c)
		default:
			number++
			c.Number = number
			part := book.Parts[f.part]
			part.Chapters = append(part.Chapters, c)
		}
		book.Sources = append(book.Sources, c.Source)
		diags = append(diags, read[i].diags...)
		chapters = append(chapters, read[i])
	}
	identify(book, chapters)
	diags = append(diags, readPictures(root, dir, book, chapters)...)
	cover, faults := readCover(root, dir, contents.Cover)
	book.Cover, diags = cover, append(diags, faults...)
	diags = append(diags, unlisted(book, lying, files, contents.All)...)
	return book, diags
}

// filesOf are the listed files in reading order.
func filesOf(c Contents) []listed {
	var out []listed
	for _, f := range c.Front {
		out = append(out, listed{File: f, role: Front})
	}
	for i, p := range c.Parts {
		for _, f := range p.Chapters {
			out = append(out, listed{File: f, role: Body, part: i})
		}
	}
	for _, f := range c.Back {
		out = append(out, listed{File: f, role: Back})
	}
	return out
}

func place(files []listed) diag.Pos {
	if len(files) == 0 {
		return diag.Pos{}
	}
	return files[0].where()
}

// where is the place that lists the file, or the start of the file itself when nothing lists it.
func (f listed) where() diag.Pos {
	if f.Pos.IsValid() {
		return f.Pos
	}
	return diag.Pos{Source: &diag.Source{Name: "manuscript/" + f.Name}}
}

// distinct cleans the names and drops a file that is listed a second time.
func distinct(files []listed, diags *diag.List) []listed {
	first := map[string]diag.Pos{}
	out := make([]listed, 0, len(files))
	for _, f := range files {
		f.Name = path.Clean(f.Name)
		if at, twice := first[f.Name]; twice {
			diags.Errorf("file-twice", f.where(), "%q is listed twice", f.Name).
				Note("it is listed at %s too; a chapter stands in one place of the book", at)
			continue
		}
		first[f.Name] = f.where()
		out = append(out, f)
	}
	return out
}

// markdownFiles are all *.md files in the folder and the folders below it, sorted, the hidden ones left out.
func markdownFiles(root *os.Root) ([]string, diag.List) {
	var out []string
	var diags diag.List
	_ = fs.WalkDir(root.FS(), ".", func(name string, d fs.DirEntry, err error) error {
		hidden := name != "." && strings.HasPrefix(path.Base(name), ".")
		switch {
		case err != nil:
			diags.Errorf("file-unreadable", diag.Pos{Source: &diag.Source{Name: path.Join("manuscript", name)}},
				"cannot look into the folder: %v", cause(err)).Note("give yourself the right to read it, or move it away")
			return fs.SkipDir
		case hidden && d.IsDir():
			return fs.SkipDir
		case hidden || d.IsDir() || path.Ext(name) != ".md":
			return nil
		}
		out = append(out, name)
		return nil
	})
	slices.Sort(out)
	return out, diags
}

func unlisted(b *Book, lying []string, files []listed, all bool) diag.List {
	if all {
		return nil
	}
	known := map[string]bool{}
	for _, f := range files {
		known[f.Name] = true
	}
	var diags diag.List
	for _, name := range lying {
		if !known[name] {
			b.Unlisted = append(b.Unlisted, name)
			diags.Warnf("file-unlisted", diag.Pos{Source: &diag.Source{Name: "manuscript/" + name}},
				"%q lies in the manuscript, but the contents do not list it", name).
				Note("list it under [contents] in book.toml, or move it out of the folder")
		}
	}
	return diags
}

// load reads a chapter's bytes.
func load(root *os.Root, dir string, f listed) ([]byte, diag.List) {
	var diags diag.List
	raw, err := readFile(root, dir, f.Name, maxFile)
	var big *tooLargeError
	switch {
	case err == nil:
		return raw, nil
	case errors.Is(err, errOutside):
		diags.Errorf("file-outside", f.where(), "%q leads out of the manuscript's folder", f.Name).
			Note("move the file into the folder and list it by its name there")
	case errors.Is(err, fs.ErrNotExist):
		diags.Errorf("file-missing", f.where(), "there is no file %q in the manuscript", f.Name).
			Note("write it, or take it off the list; a name counts from the manuscript's folder")
	case errors.As(err, &big):
		diags.Errorf("file-too-large", f.where(), "%q has %d MB; a chapter may have %d", f.Name, big.size>>20, maxFile>>20).
			Note("divide it into chapters")
	default:
		diags.Errorf("file-unreadable", f.where(), "cannot read %q: %v", f.Name, cause(err)).
			Note("it must be a plain file that you have the right to read")
	}
	return nil, diags
}

var (
	errOutside = errors.New("leads out of the folder")
	errNoFile  = errors.New("it is no plain file")
)

type tooLargeError struct{ size int64 }

func (e *tooLargeError) Error() string { return "too large" }

// readFile reads a file below root (which is dir). Only plain files are opened: to open a pipe would wait for ever.
func readFile(root *os.Root, dir, name string, limit int64) ([]byte, error) {
	if !filepath.IsLocal(filepath.FromSlash(name)) {
		return nil, errOutside
	}
	info, err := root.Stat(name)
	if err != nil {
		if leadsOut(dir, name) {
			return nil, errOutside
		}
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errNoFile
	}
	if info.Size() > limit {
		return nil, &tooLargeError{info.Size()}
	}
	file, err := root.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	raw := make([]byte, 0, info.Size()+1)
	for {
		n, err := file.Read(raw[len(raw):cap(raw)])
		raw = raw[:len(raw)+n]
		switch {
		case errors.Is(err, io.EOF):
			return raw, nil
		case err != nil:
			return nil, err
		case int64(len(raw)) > limit: // it grew while it was read
			return nil, &tooLargeError{int64(len(raw))}
		case len(raw) == cap(raw):
			raw = slices.Grow(raw, len(raw)+512)
		}
	}
}

// leadsOut says whether a name that root refused is a symbolic link out of the folder. It only words the message: root
// has refused already.
func leadsOut(dir, name string) bool {
	home, err := filepath.EvalSymlinks(dir)
	if err != nil {
		return false
	}
	at := home
	for part := range strings.SplitSeq(name, "/") {
		at = filepath.Join(at, part)
		to, err := filepath.EvalSymlinks(at)
		if err != nil { // a dangling link: where it points to counts
			if to, err = os.Readlink(at); err != nil {
				return false
			}
			if !filepath.IsAbs(to) {
				to = filepath.Join(filepath.Dir(at), to)
			}
		}
		if rel, err := filepath.Rel(home, to); err != nil || !filepath.IsLocal(rel) {
			return true
		}
		at = to
	}
	return false
}

// cause is an error without the operation and the path that package os puts around it.
func cause(err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	return err
}
