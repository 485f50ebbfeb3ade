// Package importer makes a book of what an author brings from elsewhere: Word files, pages and posts in HTML, EPUBs, plain text and
// folders of Markdown. [Read] reads the sources, [Manuscript.Write] lays the book out in a folder, with an account of everything that
// is not as it was.
package importer

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/htmlbook"
)

// Manuscript is what the sources hold.
type Manuscript struct {
	Title, Subtitle string
	Authors         []string
	Language        string // BCP 47, "" if nothing says it
	Date            string // YYYY-MM-DD, "" if nothing says it
	Publisher       string
	Rights          string
	Description     string
	Subjects        []string
	ISBN            string
	Cover           string // the file of the cover's picture, "" if there is none
	Chapters        []*Chapter
	Pictures        []File
	lists           []File // of other programs, which order the chapters
	Maxims          int    // entries made
	math            bool   // formulas stand between dollar signs
	remarks         []remark
	comments        []comment
	from            []string // the names of the sources
	places          *anchors
	ordered         bool                        // the files keep the order that their folder gives them
	kept            map[keptPicture]string      // the names of Pictures
	sums            map[*byte][sha256.Size]byte // of the pictures that were read, by where they are in memory
	pictureNames    usedNames
	size            int // bytes of the chapters' files, once they are written
	room            int // elements and texts that the pages of all sources may still have
}

// Chapter is a file of the manuscript to be written.
type Chapter struct {
	Title    []book.Inline
	ID       string // anchor of the title, where a link leads to it under another name than its own
	Blocks   []book.Block
	Role     book.Role
	Opening  bool   // it stands before the title page
	Part     string // the title of the part that begins with it
	Plain    bool   // it has no number
	Subtitle string
	Source   string // where it was published: an address
	Date     string // when, YYYY-MM-DD

	Name  string // its file under manuscript/; given when all chapters are known
	Text  []byte // the file as it is to be written, in place of Title and Blocks
	links map[string]target
	page  string // the document that it comes from
}

// File is a file of the manuscript that is copied.
type File struct {
	Name string // under manuscript/
	Data []byte
}

// target is where an anchor of the source leads.
type target struct {
	chapter *Chapter
	heading *book.Heading // nil: the chapter itself
}

// Maxims says whether short sentences with what is said about them become entries.
type Maxims int

const (
	KeepSections Maxims = iota
	MakeEntries
)

// mostChapters is how many chapters a book can have: check refuses one with more.
const mostChapters = 10_000

// Read reads files and folders, in the order in which they are named.
func Read(ctx context.Context, sources []string, m Maxims) (*Manuscript, error) {
	ms := &Manuscript{room: htmlbook.MaxNodes}
	for _, s := range sources {
		ms.from = append(ms.from, filepath.Base(filepath.Clean(s)))
		if err := ms.read(s); err != nil {
			return nil, err
		}
		if len(ms.Chapters) > mostChapters {
			return nil, &sourceError{s, fmt.Errorf("it has more than 10,000 chapters, and a book has no more; import it in parts")}
		}
		if err := context.Cause(ctx); err != nil {
			return nil, err
		}
	}
	if len(ms.Chapters) == 0 {
		return nil, fmt.Errorf("%s holds no text that can be read; octavo reads %s", strings.Join(ms.from, ", "), readable)
	}
	ms.uncounted()
	ms.name()
	ms.link()
	for _, c := range ms.Chapters {
		ms.describe(c, c.page)
	}
	ms.clearIDs()
	if m == MakeEntries {
		ms.makeEntries()
	}
	return ms, nil
}

// Sources returns the names of the sources, for messages.
func (ms *Manuscript) Sources() string { return strings.Join(ms.from, ", ") }

// readable lists what can be read, for messages.
const readable = "Word files (.docx), HTML, EPUB, plain text (.txt), Markdown (.md), folders of these, and .zip files of them"

// formats are the kinds of file by their extensions.
var formats = map[string]func(*Manuscript, *tree, string) error{
	".docx": (*Manuscript).readWord, ".dotx": (*Manuscript).readWord, ".docm": (*Manuscript).readWord,
	".html": (*Manuscript).readPage, ".htm": (*Manuscript).readPage, ".xhtml": (*Manuscript).readPage,
	".epub": (*Manuscript).readEPUB,
	".txt":  (*Manuscript).readText, ".text": (*Manuscript).readText,
	".md": (*Manuscript).readMarkdown, ".markdown": (*Manuscript).readMarkdown, ".mdown": (*Manuscript).readMarkdown, ".mkd": (*Manuscript).readMarkdown, ".mdx": (*Manuscript).readMarkdown, ".qmd": (*Manuscript).readMarkdown, ".rmd": (*Manuscript).readMarkdown,
	".xml": (*Manuscript).readWordPress, ".json": (*Manuscript).readGhost,
}

// foreign are files of other programs, with what to do.
var foreign = sync.OnceValue(func() map[string]string {
	return map[string]string{
		".odt": "an OpenDocument file; open it and save it as .docx", ".fodt": "an OpenDocument file; open it and save it as .docx",
		".rtf": "Rich Text; open it in a word processor and save it as .docx", ".doc": "an old Word file; open it and save it as .docx",
		".pages": "a file of Pages; export it as Word (.docx)", ".pdf": "a PDF, which has pages and no text in order; go back to the file that it was made of, and save that as .docx",
		".tex": "LaTeX; convert it, for example with pandoc, to .docx or Markdown", ".mobi": "a Kindle file; convert it to EPUB",
		".azw3": "a Kindle file; convert it to EPUB", ".azw": "a Kindle file; convert it to EPUB", ".scrivx": "a file of Scrivener; compile the project to Markdown or .docx",
		".wpd": "a WordPerfect file; open it and save it as .docx", ".indd": "a file of InDesign; export it as EPUB", ".org": "an Org file; export it as Markdown or HTML",
		".rst": "reStructuredText; convert it, for example with pandoc, to Markdown", ".adoc": "AsciiDoc; convert it, for example with pandoc, to Markdown",
		".opml": "an outline; export it as Markdown", ".ulyz": "a file of Ulysses; export it as Markdown", ".gdoc": "a link to a document of Google; download it as Word (.docx)",
	}
})

// read reads one source.
func (ms *Manuscript) read(source string) error {
	t, name, err := openSource(source)
	if err != nil {
		return err
	}
	defer t.close()
	if name == "" {
		err = ms.readFolder(t)
	} else {
		err = ms.readFile(t, name)
	}
	if t.over != nil { // whatever was taken for missing
		return &sourceError{source, t.over}
	}
	return err
}

// readFile reads a file of a tree by its extension.
func (ms *Manuscript) readFile(t *tree, name string) error {
	ext := strings.ToLower(path.Ext(name))
	read := formats[ext]
	if read == nil {
		if what := foreign()[ext]; what != "" {
			return fmt.Errorf("cannot import %s: it is %s", t.shown(name), what)
		}
		return fmt.Errorf("cannot import %s: octavo reads %s", t.shown(name), readable)
	}
	if err := read(ms, t, name); err != nil {
		var own *sourceError
		if errors.As(err, &own) {
			return err
		}
		return &sourceError{t.shown(name), err}
	}
	return nil
}

// sourceError is an error with the file in which it is.
type sourceError struct {
	name string
	err  error
}

func (e *sourceError) Error() string { return fmt.Sprintf("cannot import %s: %v", e.name, e.err) }
func (e *sourceError) Unwrap() error { return e.err }

// clearIDs removes the ids that headings have from their sources, but for those that links lead to.
func (ms *Manuscript) clearIDs() {
	wanted := map[*book.Heading]bool{}
	for _, c := range ms.Chapters {
		for _, t := range c.links {
			wanted[t.heading] = true
		}
	}
	for _, c := range ms.Chapters {
		book.Walk(c.Blocks, func(b book.Block) {
			if h, ok := b.(*book.Heading); ok && !wanted[h] {
				h.ID = ""
			}
		})
	}
}

// adopt sets what the book says about itself, unless an earlier source has.
func (ms *Manuscript) adopt(title string, authors []string, language, date string) {
	if ms.Title == "" {
		ms.Title = strings.TrimSpace(title)
	}
	if len(ms.Authors) == 0 {
		ms.Authors = slices.DeleteFunc(slices.Clone(authors), func(s string) bool { return strings.TrimSpace(s) == "" })
	}
	if ms.Language == "" {
		ms.Language = strings.TrimSpace(language)
	}
	if ms.Date == "" {
		ms.Date = date
	}
}
