package manuscript

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"sync/atomic"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/parallel"
	"octavo/cmd/octavo/internal/readfile"
	"octavo/cmd/octavo/internal/recent"
)

// Kept is what is kept of readings of a manuscript, so that the next one reads and parses only what has changed. A nil *Kept keeps
// nothing. One reading is to end before the next begins; the books that were returned are not changed by it.
type Kept struct {
	Files *readfile.Files // may be nil

	sources  recent.Map[textKey, *cleaned]
	parses   recent.Map[manner, *keptFile]
	pictures recent.Map[textKey, *decoded]
	list     list

	parsed atomic.Int64 // files
}

// textKey is a file's name with its contents.
type textKey struct {
	name string
	file *readfile.File
}

// cleaned is what clean makes of a file.
type cleaned struct {
	src   *diag.Source
	diags diag.List
}

// decoded is what decode makes of a file.
type decoded struct {
	picture *book.Picture
	err     error
}

// list is the list of chapters of another program.
type list struct {
	contents book.Contents
	src      *diag.Source
	diags    diag.List
}

// Read is [ReadRoot] with other texts of some files, by their names as [diag.Source] has them. What is as it was in the last readings
// is the same in the book that is returned: sources, pictures, and every chapter of which neither the file nor what the rest of the book
// makes of it (numbers, ids, what its links lead to) has changed.
func (k *Kept) Read(root *os.Root, folder string, contents book.Contents, texts map[string][]byte) (*book.Book, diag.List) {
	inner, err := readfile.Folder(root, folder)
	if err != nil {
		return noFolder(root, folder, contents, err)
	}
	defer inner.Close()
	if k != nil {
		k.sources.Next()
		k.parses.Next()
		k.pictures.Next()
	}
	folders := &pictureFolders{book: root, manuscript: inner, name: folder, texts: texts, kept: k}
	folders.lying = folders.lyingIn()
	return read(folders, contents)
}

// Parsed returns how many files have been parsed.
func (k *Kept) Parsed() int64 { return k.parsed.Load() }

// files returns what reads files.
func (k *Kept) files() *readfile.Files {
	if k == nil {
		return nil
	}
	return k.Files
}

// order returns a list of chapters, or that of the last reading if it is the same.
func (k *Kept) order(contents book.Contents, src *diag.Source, diags diag.List) (book.Contents, *diag.Source, diag.List) {
	if k == nil || src == nil {
		return contents, src, diags
	}
	if l := &k.list; l.src == nil || l.src.Name != src.Name || !bytes.Equal(l.src.Text, src.Text) || !sameFiles(l.contents, contents) {
		k.list = list{contents, src, diags}
	}
	return k.list.contents, k.list.src, slices.Clone(k.list.diags)
}

// sameFiles reports whether two lists have the same files.
func sameFiles(a, b book.Contents) bool {
	return slices.EqualFunc(filesOf(a), filesOf(b), func(a, b listed) bool {
		return a.Name == b.Name && a.Title == b.Title && a.role == b.role && a.part == b.part && a.heads == b.heads
	})
}

// picture returns the picture that a file has, or why it has none.
func (k *Kept) picture(name string, file *readfile.File) (*book.Picture, error) {
	if k == nil {
		return decode(name, file.Data)
	}
	d := k.pictures.GetOrMake(textKey{name, file}, func() *decoded {
		picture, err := decode(name, file.Data)
		return &decoded{picture, err}
	})
	return d.picture, d.err
}

// manner is how a source was parsed: by what, beside the themes, the same text gives another chapter.
type manner struct {
	src                        *diag.Source
	language, quotes           string
	bookTitle, authors, called string
	dates                      book.Dates
	alone, math                bool
}

func mannerOf(src *diag.Source, how *reading) manner {
	return manner{src, how.lang.Tag, how.quotes, how.bookTitle, fmt.Sprintf("%q", how.authors), how.title, how.dates, how.alone, how.math}
}

// keptFile is a file as it was parsed, which every reading writes into. No book that was returned has a part of it that is written into.
type keptFile struct {
	*parsedFile
	themes []themeAnswer
}

// themeAnswer is what the book said of a theme that a file names.
type themeAnswer struct {
	name, id string
	declared bool
}

// keptChapter is a chapter with what readings have written into it, and the copies of it that were given out.
type keptChapter struct {
	*slots
	parsed facts // before anything was written
	copies []keptCopy
}

type keptCopy struct {
	facts
	chapter *book.Chapter
}

// maxCopies is how many copies of a chapter are remembered, of which each is the chapter with other numbers, links and so on.
const maxCopies = 4

// parse returns the chapters of a file as they are parsed.
func (k *Kept) parse(name string, file *readfile.File, how reading) *parsedFile {
	if k == nil {
		return parse(name, file.Data, how)
	}
	text := k.sources.GetOrMake(textKey{name, file}, func() *cleaned {
		src, diags := clean("manuscript/"+name, file.Data)
		return &cleaned{src, diags}
	})
	key := mannerOf(text.src, &how)
	if f, ok := k.parses.Get(key); ok && f.holds(how.theme) {
		for _, c := range f.kept {
			c.set(&c.parsed)
		}
		return f.parsedFile
	}
	f := &keptFile{}
	if theme := how.theme; theme != nil {
		how.theme = func(name string) (string, bool) {
			id, declared := theme(name)
			f.themes = append(f.themes, themeAnswer{name, id, declared})
			return id, declared
		}
	}
	f.parsedFile = parseText(name, text.src, slices.Clone(text.diags), how)
	k.parsed.Add(1)
	for _, p := range f.chapters {
		p.nameChapter()
		s := slotsOf(p)
		f.kept = append(f.kept, &keptChapter{slots: s, parsed: s.get()})
	}
	k.parses.Put(key, f)
	return f.parsedFile
}

// holds reports whether the book says of themes what it said when the file was parsed.
func (f *keptFile) holds(theme func(name string) (id string, declared bool)) bool {
	return !slices.ContainsFunc(f.themes, func(a themeAnswer) bool {
		id, declared := theme(a.name)
		return id != a.id || declared != a.declared
	})
}

// giveOut puts a copy in the place of each chapter of a book: one that was given out before, if it would be the same.
func (k *Kept) giveOut(bk *book.Book, files []*parsedFile) {
	if k == nil {
		return
	}
	kept := map[*book.Chapter]*keptChapter{}
	for _, f := range files {
		for _, c := range f.kept {
			kept[c.of.chapter] = c
		}
	}
	var places []**book.Chapter
	lists := [][]*book.Chapter{bk.Front}
	for _, p := range bk.Parts {
		lists = append(lists, p.Chapters)
	}
	for _, chapters := range append(lists, bk.Back) {
		for i := range chapters {
			places = append(places, &chapters[i])
		}
	}
	parallel.Each(len(places), func(i int) { *places[i] = kept[*places[i]].giveOut() })
}

// giveOut returns a copy of the chapter as it is now.
func (c *keptChapter) giveOut() *book.Chapter {
	now := c.get()
	i := slices.IndexFunc(c.copies, func(k keptCopy) bool { return k.equal(&now) })
	if i < 0 {
		i = min(len(c.copies), maxCopies-1)
		c.copies = append(c.copies[:i], keptCopy{now, c.of.chapter.Copy()})
	}
	found := c.copies[i]
	copy(c.copies[1:i+1], c.copies[:i])
	c.copies[0] = found
	return found.chapter
}
