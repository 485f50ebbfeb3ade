// Package manuscript parses Markdown into a [book.Book]. [ReadRoot] reads the chapters of a book's folder and their pictures,
// [ParseChapter] one chapter without them.
//
// It is the only importer of goldmark. Entry blocks, attributes in braces and front matter are extensions of its grammar
// (grammar.go); smart punctuation is applied when inlines are built (smart.go). Text that cannot be printed is a diagnostic at
// its place.
package manuscript

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/order"
	"octavo/cmd/octavo/internal/parallel"
	"octavo/cmd/octavo/internal/readfile"
)

// MaxFile is the largest chapter that is read, in bytes: some two and a half million words.
const MaxFile = 16 << 20

// listed is a file to be read.
type listed struct {
	book.File
	role    book.Role
	part    int  // index in Contents.Parts
	opening bool // before the title page
	heads   bool // its title is that of its part
}

// Read returns [ReadRoot] of the folder dir.
func Read(dir string, contents book.Contents) (*book.Book, diag.List) {
	root, err := readfile.OpenRoot(dir)
	if err != nil {
		return noFolder(nil, filepath.Base(dir), contents, err)
	}
	defer root.Close()
	return ReadRoot(root, ".", contents)
}

// ReadRoot reads the manuscript in a folder inside root, which is the book's folder. The list holds every problem found; the
// Book holds everything that could be read, and is never nil. The manuscript's folder and the files and pictures in it are
// accessed only through root: no name, ".." or symbolic link leads out of it. Names of pictures may lead out of the
// manuscript's folder, and no symbolic link in it does.
func ReadRoot(root *os.Root, folder string, contents book.Contents) (*book.Book, diag.List) {
	return (*Kept)(nil).Read(root, folder, contents, nil)
}

// noFolder returns an empty book and a diagnostic for a manuscript whose folder cannot be opened.
func noFolder(root *os.Root, folder string, contents book.Contents, err error) (*book.Book, diag.List) {
	var diags diag.List
	at := placeOf(filesOf(contents))
	switch {
	case errors.Is(err, readfile.ErrOutside):
		diags.Errorf("file-outside", at, "the folder of the manuscript is a link out of the book's folder").
			Note("put the folder itself there: a book is made of what lies in its own folder")
	case errors.Is(err, fs.ErrNotExist):
		d := diags.Errorf("file-missing", at, "cannot open the folder of the manuscript: %v", cause(err))
		if where, n := elsewhere(root); n == 0 {
			d.Note("make a folder named %q beside book.toml and put the chapters there", folder)
		} else if where == "." {
			d.Note("make a folder named %q and move the chapters there that lie beside book.toml (%s)", folder, diag.Count(n, "file"))
		} else {
			d.Note("rename the folder %q, which has %s of text, to %q", where, diag.Count(n, "file"), folder)
		}
	default:
		diags.Errorf("file-missing", at, "cannot open the folder of the manuscript: %v", cause(err))
	}
	return &book.Book{Pictures: map[string]*book.Picture{}, Parts: []*book.Part{{}}}, diags
}

// elsewhere returns the folder in which the chapters of a book without a manuscript's folder lie: the book's own, or that in it which
// has the most files of text. It returns how many they are.
func elsewhere(root *os.Root) (where string, n int) {
	if root == nil {
		return "", 0
	}
	count := func(folder string) (n int) {
		files, _ := readfile.List(root, folder)
		for _, f := range files {
			if !f.IsDir() && order.Taken(f.Name()) && !strings.EqualFold(f.Name(), "readme.md") {
				n++
			}
		}
		return n
	}
	where, n = ".", count(".")
	folders, _ := readfile.List(root, ".")
	for _, f := range folders {
		if f.IsDir() && !strings.HasPrefix(f.Name(), ".") {
			if in := count(f.Name()); in > n {
				where, n = f.Name(), in
			}
		}
	}
	return where, n
}

// read reads the manuscript in a folder.
func read(folders *pictureFolders, contents book.Contents) (*book.Book, diag.List) {
	root := folders.manuscript
	bk := &book.Book{Pictures: map[string]*book.Picture{}}
	lying, diags := filesIn(root)
	taken := slices.DeleteFunc(slices.Clone(lying), func(name string) bool { return !order.Taken(name) })
	list := ""
	if contents.All {
		found, src, faults := folders.kept.order(order.Find(root, folders.book, lying, folders.texts))
		diags = append(diags, faults...)
		contents.Front, contents.Parts, contents.Back = found.Front, found.Parts, found.Back
		if src != nil {
			contents.All, list = false, path.Base(src.Name)
			bk.Sources = append(bk.Sources, src)
		} else {
			contents.Parts = []book.PartFiles{{Chapters: filesNamed(taken)}}
		}
	}
	files := distinct(filesOf(contents), &diags)

	l, _ := lang.Find(contents.Language)
	l.Quotes, _ = l.Quotes.Choose(contents.Quotes)
	how := reading{lang: l, quotes: contents.Quotes, bookTitle: contents.Title, authors: contents.Authors, dates: contents.Dates, theme: contents.Theme,
		alone: len(files) == 1, math: contents.Math}
	texts := readAll(folders, files, how)
	if contents.All {
		ordered := order.Natural(taken, l, func(name string) (float64, bool) {
			t := texts[name]
			return t.weight, t.weighs
		})
		contents.Front, contents.Parts, contents.Back = ordered.Front, ordered.Parts, ordered.Back
		files = filesOf(contents)
	}
	if len(contents.Parts) == 0 {
		contents.Parts = []book.PartFiles{{}}
	}
	for _, p := range contents.Parts {
		bk.Parts = append(bk.Parts, &book.Part{Title: p.Title, Short: p.Short, Pos: p.Pos})
	}
	chapters := make([]*parsed, 0, len(files))
	inOrder := make([]*parsedFile, 0, len(files))
	for _, f := range files {
		t := texts[f.Name]
		diags = append(diags, t.diags...)
		if t.src == nil {
			continue
		}
		bk.Sources, inOrder = append(bk.Sources, t.src), append(inOrder, t)
		for _, p := range t.chapters {
			if place(bk, p.chapter, f) {
				chapters = append(chapters, p)
			}
		}
	}
	diags = append(diags, ignoredKeys(inOrder)...)
	diags = append(diags, identify(bk, chapters)...)
	bk.Count(contents.Counting)
	bk.Classify(contents.Kinds)
	diags = append(diags, placeEmbedded(folders.manuscript, chapters)...)
	diags = append(diags, readPictures(folders, bk, chapters)...)
	diags = append(diags, readAlonePictures(folders, bk, contents)...)
	cover, faults := readCover(folders, contents.Printed, how)
	bk.Cover, diags = cover, append(diags, faults...)
	if !contents.All {
		diags = append(diags, unlisted(bk, taken, files, list)...)
	}
	var nothing diag.List
	if contents.All || list != "" || slices.ContainsFunc(files, func(f listed) bool { return f.role == book.Body }) { // else book.toml has it wrong
		nothing = empty(bk, lying, len(taken), diags)
	}
	if diags = append(diags, nothing...); nothing == nil || len(taken) > 0 { // of a book without chapters that is told
		diags = append(diags, untaken(bk, lying, chapters, contents)...)
	}
	folders.kept.giveOut(bk, inOrder)
	return bk, diags
}

// readAll reads and parses files. One that cannot be read has diagnostics and no source.
func readAll(folders *pictureFolders, files []listed, how reading) map[string]*parsedFile {
	texts := make([]*parsedFile, len(files))
	parallel.Each(len(files), func(i int) {
		file, problem := load(folders, files[i])
		if problem != nil {
			texts[i] = &parsedFile{diags: problem}
			return
		}
		how := how
		how.title = files[i].Title
		texts[i] = folders.kept.parse(files[i].Name, file, how)
	})
	out := make(map[string]*parsedFile, len(files))
	for i, f := range files {
		out[f.Name] = texts[i]
	}
	return out
}

func filesNamed(names []string) (out []book.File) {
	for _, n := range names {
		out = append(out, book.File{Name: n})
	}
	return out
}

// place puts a chapter where its file is listed, and reports whether it is one: a file may have nothing but the title of a part.
func place(bk *book.Book, c *book.Chapter, f listed) bool {
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
		if f.heads && len(part.Chapters) == 0 {
			if !c.Named {
				part.Title = book.PlainText(c.Title)
			}
			if len(c.Blocks) == 0 {
				return false
			}
		}
		part.Chapters = append(part.Chapters, c)
	}
	return true
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
		for k, f := range p.Chapters {
			out = append(out, listed{File: f, role: book.Body, part: i, heads: p.Headed && k == 0})
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

// filesIn returns all files in the folder and its subfolders, sorted, without hidden ones.
func filesIn(root *os.Root) (out []string, diags diag.List) {
	_ = readfile.Walk(root, func(name string, d fs.DirEntry, err error) error {
		hidden := name != "." && strings.HasPrefix(path.Base(name), ".")
		switch {
		case err != nil:
			diags.Errorf("file-unreadable", diag.Pos{Source: &diag.Source{Name: path.Join("manuscript", name)}},
				"cannot look into the folder: %v", cause(err)).Note("give yourself the right to read it, or move it away")
			return fs.SkipDir
		case hidden && d.IsDir():
			return fs.SkipDir
		case hidden || d.IsDir():
			return nil
		}
		out = append(out, name)
		return nil
	})
	slices.Sort(out)
	return out, diags
}

// unlisted reports the files that the list leaves out: that of book.toml, or of another program.
func unlisted(b *book.Book, taken []string, files []listed, list string) (diags diag.List) {
	known := map[string]bool{}
	for _, f := range files {
		known[f.Name] = true
	}
	for _, name := range taken {
		if known[name] {
			continue
		}
		b.Unlisted = append(b.Unlisted, name)
		pos := diag.Pos{Source: &diag.Source{Name: "manuscript/" + name}}
		if list != "" {
			diags.Warnf("file-unlisted", pos, "file %q not listed in %s", name, list).Note("list it there, or move it out of the folder")
		} else {
			diags.Warnf("file-unlisted", pos, "file %q not listed under [contents]", name).
				Note("list it under [contents] in book.toml, or move it out of the folder")
		}
	}
	return diags
}

// maxUntaken is how many names a message has at most.
const maxUntaken = 20

// untaken reports, in one message, the files that are neither chapters nor pictures of the book.
func untaken(b *book.Book, lying []string, chapters []*parsed, contents book.Contents) (diags diag.List) {
	used := map[string]bool{contents.EPUBCover.Name: true, contents.Device.Name: true,
		contents.Printed.Photo.Name: true, contents.Printed.Art.Name: true}
	for name := range b.Pictures {
		used[name] = true
	}
	for _, art := range b.Art {
		if used[path.Clean(art.File.Name)] = true; art.Picture != nil {
			used[art.Picture.Path] = true
		}
	}
	for _, p := range chapters { // those that cannot be read have been reported
		for _, img := range p.images {
			used[path.Join(path.Dir(p.chapter.File), unescaped(img.Path))] = true
		}
	}
	var names []string
	for _, name := range lying {
		if !used[name] && !order.Taken(name) && !order.IsList(name) && !leftover[strings.ToLower(path.Base(name))] {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return nil
	}
	some := strings.Join(names[:min(len(names), maxUntaken)], ", ")
	if n := len(names) - maxUntaken; n > 0 {
		some += fmt.Sprintf(" and %d more", n)
	}
	diags.Warnf("file-untaken", diag.Pos{Source: &diag.Source{Name: "manuscript/" + names[0]}}, "not in the book: %s", some).
		Note("chapters are files with %s; pictures count where a chapter shows them", strings.Join(order.Extensions, ", ")).
		Note("move the others out of the manuscript's folder")
	return diags
}

// leftover are files that systems leave in folders, in small letters.
var leftover = map[string]bool{"thumbs.db": true, "desktop.ini": true, "icon\r": true}

// load reads a chapter's bytes.
func load(folders *pictureFolders, f listed) (*readfile.File, diag.List) {
	var diags diag.List
	if text, given := folders.texts["manuscript/"+f.Name]; given {
		return folders.kept.files().Given(folders.manuscript, f.Name, text), nil
	}
	raw, err := folders.kept.files().In(folders.manuscript, f.Name, MaxFile)
	var big *readfile.TooLargeError
	switch {
	case err == nil:
		return raw, nil
	case errors.Is(err, readfile.ErrOutside):
		diags.Errorf("file-outside", f.where(), "%q leads out of the manuscript's folder", f.Name).
			Note("move the file into the folder and list it by its name there")
	case errors.Is(err, fs.ErrNotExist):
		d := diags.Errorf("file-missing", f.where(), "file %q not found in the manuscript", f.Name)
		folders.noteLikeChapter(d, f.Name)
		d.Note("write the file, or delete its name from the list; names start from the manuscript's folder")
	case errors.As(err, &big):
		diags.Errorf("file-too-large", f.where(), "%q has %d MB, more than %d", f.Name, big.Megabytes(), MaxFile>>20).
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
