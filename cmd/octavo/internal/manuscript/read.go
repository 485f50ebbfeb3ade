// Package manuscript parses Markdown into a [book.Book]. [ReadRoot] reads the chapters of a book's folder and their pictures,
// [ParseChapter] one chapter without them.
//
// It is the only importer of goldmark. Entry blocks, attributes in braces and front matter are extensions of its grammar
// (grammar.go); smart punctuation is applied when inlines are built (smart.go). Text that cannot be printed is a diagnostic at
// its place.
package manuscript

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/parallel"
	"octavo/cmd/octavo/internal/readfile"
)

// maxFile is the largest chapter that is read, in bytes: some two and a half million words.
const maxFile = 16 << 20

// listed is a file to be read.
type listed struct {
	book.File
	role    book.Role
	part    int  // index in Contents.Parts
	opening bool // before the title page
}

// Read returns [ReadRoot] of the folder dir.
func Read(dir string, contents book.Contents) (*book.Book, diag.List) {
	root, err := readfile.OpenRoot(dir)
	if err != nil {
		return noFolder(filepath.Base(dir), contents, err)
	}
	defer root.Close()
	return ReadRoot(root, ".", contents)
}

// ReadRoot reads the manuscript in a folder inside root, which is the book's folder. The list holds every problem found; the
// Book holds everything that could be read, and is never nil. The manuscript's folder and the files and pictures in it are
// accessed only through root: no name, ".." or symbolic link leads out of it. Names of pictures may lead out of the
// manuscript's folder, and no symbolic link in it does.
func ReadRoot(root *os.Root, folder string, contents book.Contents) (*book.Book, diag.List) {
	inner, err := readfile.Folder(root, folder)
	if err != nil {
		return noFolder(folder, contents, err)
	}
	defer inner.Close()
	return read(&pictureFolders{book: root, manuscript: inner, name: folder}, contents)
}

// noFolder returns an empty book and a diagnostic for a manuscript whose folder cannot be opened.
func noFolder(folder string, contents book.Contents, err error) (*book.Book, diag.List) {
	var diags diag.List
	at := placeOf(filesOf(contents))
	switch {
	case errors.Is(err, readfile.ErrOutside):
		diags.Errorf("file-outside", at, "the folder of the manuscript is a link out of the book's folder").
			Note("put the folder itself there: a book is made of what lies in its own folder")
	case errors.Is(err, fs.ErrNotExist):
		diags.Errorf("file-missing", at, "cannot open the folder of the manuscript: %v", cause(err)).
			Note("make a folder named %q beside book.toml and put the chapters there", folder)
	default:
		diags.Errorf("file-missing", at, "cannot open the folder of the manuscript: %v", cause(err))
	}
	return &book.Book{Pictures: map[string]*book.Picture{}, Parts: []*book.Part{{}}}, diags
}

// read reads the manuscript in a folder.
func read(folders *pictureFolders, contents book.Contents) (*book.Book, diag.List) {
	root := folders.manuscript
	bk := &book.Book{Pictures: map[string]*book.Picture{}}
	var diags diag.List
	files := filesOf(contents)
	lying, walkErrors := markdownFiles(root)
	diags = append(diags, walkErrors...)
	if contents.All {
		for _, name := range lying {
			files = append(files, listed{File: book.File{Name: name}})
		}
		contents.Parts = []book.PartFiles{{}}
	}
	files = distinct(files, &diags)

	l, _ := lang.Find(contents.Language)
	how := reading{lang: l, bookTitle: contents.Title, authors: contents.Authors, dates: contents.Dates, theme: contents.Theme,
		alone: len(files) == 1}
	texts := make([]*parsedFile, len(files))
	problems := make([]diag.List, len(files))
	parallel.Each(len(files), func(i int) {
		f := files[i]
		raw, problem := load(root, f)
		if problem != nil {
			problems[i] = problem
			return
		}
		texts[i] = parse(f.Name, raw, how)
	})

	if len(contents.Parts) == 0 {
		contents.Parts = []book.PartFiles{{}}
	}
	for _, p := range contents.Parts {
		bk.Parts = append(bk.Parts, &book.Part{Title: p.Title, Short: p.Short, Pos: p.Pos})
	}
	chapters := make([]*parsed, 0, len(files))
	for i, f := range files {
		diags = append(diags, problems[i]...)
		if texts[i] == nil {
			continue
		}
		bk.Sources = append(bk.Sources, texts[i].src)
		diags = append(diags, texts[i].diags...)
		for _, p := range texts[i].chapters {
			place(bk, p.chapter, f)
			chapters = append(chapters, p)
		}
	}
	diags = append(diags, ignoredKeys(texts)...)
	diags = append(diags, identify(bk, chapters)...)
	bk.Count(contents.Counting)
	bk.Classify(contents.Kinds)
	diags = append(diags, placeEmbedded(folders.manuscript, chapters)...)
	diags = append(diags, readPictures(folders, bk, chapters)...)
	cover, faults := readAlone(folders, contents.Cover)
	bk.Cover, diags = cover, append(diags, faults...)
	device, faults := readAlone(folders, contents.Device)
	if diags = append(diags, faults...); device != nil {
		if p := bk.Pictures[device.Path]; p != nil {
			device = p
		}
		bk.Device, bk.Pictures[device.Path] = device, device
	}
	diags = append(diags, unlisted(bk, lying, files, contents.All)...)
	return bk, diags
}

// place puts a chapter where its file is listed.
func place(bk *book.Book, c *book.Chapter, f listed) {
	c.Role = f.role
	switch f.role {
	case book.Front:
		c.Opening = f.opening
		c.Unlisted = c.Unlisted || f.opening
		bk.Front = append(bk.Front, c)
	case book.Back:
		bk.Back = append(bk.Back, c)
	default:
		part := bk.Parts[f.part]
		part.Chapters = append(part.Chapters, c)
	}
}

// filesOf returns the listed files in reading order.
func filesOf(c book.Contents) []listed {
	var out []listed
	for _, f := range c.Opening {
		out = append(out, listed{File: f, role: book.Front, opening: true})
	}
	for _, f := range c.Front {
		out = append(out, listed{File: f, role: book.Front})
	}
	for i, p := range c.Parts {
		for _, f := range p.Chapters {
			out = append(out, listed{File: f, role: book.Body, part: i})
		}
	}
	for _, f := range c.Back {
		out = append(out, listed{File: f, role: book.Back})
	}
	return out
}

func placeOf(files []listed) diag.Pos {
	if len(files) == 0 {
		return diag.Pos{}
	}
	return files[0].where()
}

// where returns the place where the file is listed, or the start of the file itself if it is not listed.
func (f listed) where() diag.Pos {
	if f.Pos.IsValid() {
		return f.Pos
	}
	return diag.Pos{Source: &diag.Source{Name: "manuscript/" + f.Name}}
}

// distinct cleans the names and drops files that are listed more than once.
func distinct(files []listed, diags *diag.List) []listed {
	first := map[string]diag.Pos{}
	out := make([]listed, 0, len(files))
	for _, f := range files {
		f.Name = path.Clean(f.Name)
		if at, twice := first[f.Name]; twice {
			diags.Errorf("file-twice", f.where(), "duplicate file %q", f.Name).
				Note("the other is at %s; list a chapter once", at)
			continue
		}
		first[f.Name] = f.where()
		out = append(out, f)
	}
	return out
}

// markdownFiles returns all *.md files in the folder and its subfolders, sorted, without hidden ones.
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

func unlisted(b *book.Book, lying []string, files []listed, all bool) diag.List {
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
				"file %q not listed under [contents]", name).
				Note("list it under [contents] in book.toml, or move it out of the folder")
		}
	}
	return diags
}

// load reads a chapter's bytes.
func load(root *os.Root, f listed) ([]byte, diag.List) {
	var diags diag.List
	raw, err := readfile.In(root, f.Name, maxFile)
	var big *readfile.TooLargeError
	switch {
	case err == nil:
		return raw, nil
	case errors.Is(err, readfile.ErrOutside):
		diags.Errorf("file-outside", f.where(), "%q leads out of the manuscript's folder", f.Name).
			Note("move the file into the folder and list it by its name there")
	case errors.Is(err, fs.ErrNotExist):
		diags.Errorf("file-missing", f.where(), "file %q not found in the manuscript", f.Name).
			Note("write the file, or delete its name from the list; names start from the manuscript's folder")
	case errors.As(err, &big):
		diags.Errorf("file-too-large", f.where(), "%q has %d MB, more than %d", f.Name, big.Size>>20, maxFile>>20).
			Note("divide it into chapters")
	default:
		diags.Errorf("file-unreadable", f.where(), "cannot read %q: %v", f.Name, cause(err)).
			Note("it must be a plain file that you have the right to read")
	}
	return nil, diags
}

// cause returns an error without the operation and the path that package os adds to it.
func cause(err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	return err
}
