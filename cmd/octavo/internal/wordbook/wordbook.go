// Package wordbook reads a Word file (.docx) as blocks of a book, whichever program wrote it. [Read] is what to call first.
//
// Tracked changes are read as accepted. What has no form in a book is in [File.Remarks], with the words near it.
package wordbook

import (
	"fmt"
	"io"
	"path"
	"sort"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/opc"
)

// File is what a Word file holds.
type File struct {
	Title, Subtitle string // of paragraphs in the styles of that name, else of the file's properties
	Authors         []string
	Language        string       // BCP 47, "" if it says none
	Created         string       // YYYY-MM-DD, "" if it says none
	Blocks          []book.Block // headings have the levels of the source, 1 to 9, and the names of their bookmarks as ids
	Pictures        []Picture
	Anchors         map[string]*book.Heading // the heading above each bookmark, nil before the first one
	Remarks         []Remark
	Commented       bool // it has comments, which the package docx reads
}

// Picture is a picture's file inside a Word file. Images name it by Name.
type Picture struct {
	Name string // "image1.png"
	Data []byte
}

// Remark is something that is not in the blocks as it is in the file.
type Remark struct {
	Kind      Kind
	Paragraph int           // 1, 2 … through the text; 0: of the file as a whole
	Near      string        // the first words of that paragraph
	Words     string        // the words in question, or a name
	Under     *book.Heading // the heading above, nil before the first one
}

// Kind says what a Remark is about.
type Kind int

const (
	Header        Kind = iota // a header or footer, left out
	Contents                  // a table of contents or an index, left out: octavo makes its own
	HiddenText                // left out
	TrackedChange             // accepted; Words says how many of which
	TextBox                   // its text stands after the paragraph to which it is anchored
	MergedCells               // a table with merged cells
	NestedTable               // a table whose cells hold more than text, set as what they hold
	Equation                  // its text is kept as plain characters
	Symbol                    // a sign of a symbol font that has no equal, left out
	Drawing                   // a chart, a diagram or a shape, left out
	LinkedPicture             // a picture outside the file
	PictureFormat             // a picture in a format of Windows that is not a picture's file for print
	Letters                   // a list of letters or roman numerals that does not begin with the first, or has one item: it has figures
	IndexEntry                // a mark for an index, left out
	Embedded                  // another document inside the file, left out
	Capitals                  // text shown in capitals by its format: its letters are as they were typed
	TypedList                 // paragraphs with typed bullets, made a list
	PageReference             // a page number that Word has counted, kept as it was
	EmptyLine                 // an empty paragraph between two others, which may part scenes
)

// Read reads a file. The error says what is wrong with it, and, for files of other programs, what to do.
func Read(r io.ReaderAt, size int64) (*File, error) {
	c, err := opc.Open(r, size)
	if err != nil {
		return nil, err
	}
	root, err := c.Related("")
	if err != nil {
		return nil, err
	}
	main := "word/document.xml"
	if t := root["officeDocument"]; t != "" {
		main = t
	}
	if !c.Has(main) {
		return nil, fmt.Errorf("it is no Word file: it has no part %s", main)
	}
	f := &reader{c: c, out: &File{Anchors: map[string]*book.Heading{}}, notes: map[string]*node{}, made: map[string]*book.Note{}, media: map[string]string{}}
	if err := f.properties(root["core-properties"]); err != nil {
		return nil, err
	}
	parts, err := c.Related(main)
	if err != nil {
		return nil, err
	}
	if err := f.readStyles(parts["styles"]); err != nil {
		return nil, err
	}
	if err := f.readNumbering(parts["numbering"]); err != nil {
		return nil, err
	}
	for _, kind := range []string{"footnotes", "endnotes"} {
		if err := f.readNotes(kind, parts[kind]); err != nil {
			return nil, err
		}
	}
	if f.part, err = f.open(main); err != nil {
		return nil, err
	}
	body := f.part.root.find("body")
	if body == nil {
		return nil, fmt.Errorf("it has no text: part %s has no body", main)
	}
	f.out.Commented = parts["comments"] != ""
	f.survey(body)
	f.out.Blocks = f.blocks(body)
	if err := f.convertNotes(); err != nil {
		return nil, err
	}
	f.placeRemarks()
	f.countChanges()
	return f.out, f.headers(main)
}

// part is a part of the file with what it refers to.
type part struct {
	name      string
	root      *node
	relations map[string]opc.Relation
}

// reader is a file being read.
type reader struct {
	c          *opc.Container
	out        *File
	part       *part // being read
	styles     styles
	numbering  numbering
	notes      map[string]*node // by "footnotes/1"
	noteParts  map[string]*part
	made       map[string]*book.Note
	queue      []string // keys of notes that were marked and are still to be converted
	media      map[string]string
	paragraph  int // the number of the paragraph being read
	near       string
	under      *book.Heading
	pending    []string    // bookmarks before the next paragraph
	headings   []headingAt // in the order of the text
	inserted   int
	deleted    int
	told       map[Kind]bool // of those that are remarked once
	textWidth  int           // of the page, in EMU
	fields     []*field      // open, the outermost first
	typescript bool          // its text is in a typewriter's font
	spaced     bool          // empty paragraphs stand between many paragraphs
}

// open reads a part as a tree.
func (f *reader) open(name string) (*part, error) {
	root, err := parse(f.c, name)
	if err != nil {
		return nil, err
	}
	relations, err := f.c.Relations(name)
	return &part{name, root, relations}, err
}

// properties reads the title, the author, the language and the date.
func (f *reader) properties(name string) error {
	if name == "" || !f.c.Has(name) {
		return nil
	}
	p, err := f.open(name)
	if err != nil {
		return err
	}
	p.root.walk(func(n *node) bool {
		value := strings.TrimSpace(textOf(n))
		switch n.name {
		case "title":
			f.out.Title = value
		case "creator":
			for one := range strings.FieldsFuncSeq(value, func(r rune) bool { return r == ';' }) {
				f.out.Authors = append(f.out.Authors, strings.TrimSpace(one))
			}
		case "language":
			f.out.Language = value
		case "created":
			if len(value) >= 10 {
				f.out.Created = value[:10]
			}
		}
		return true
	})
	return nil
}

// remark records something that is not in the blocks as it is in the file.
func (f *reader) remark(k Kind, words string) {
	f.out.Remarks = append(f.out.Remarks, Remark{Kind: k, Paragraph: f.paragraph, Near: f.near, Words: words})
}

// headingAt is a heading with the number of its paragraph.
type headingAt struct {
	paragraph int
	heading   *book.Heading
}

// placeRemarks finds the heading above each remark. Remarks are made when paragraphs are read, and headings when these become blocks.
func (f *reader) placeRemarks() {
	for i := range f.out.Remarks {
		r := &f.out.Remarks[i]
		at := sort.Search(len(f.headings), func(k int) bool { return f.headings[k].paragraph > r.Paragraph })
		if r.Paragraph > 0 && at > 0 {
			r.Under = f.headings[at-1].heading
		}
	}
}

// remarkOnce records it the first time.
func (f *reader) remarkOnce(k Kind, words string) {
	if f.told == nil {
		f.told = map[Kind]bool{}
	}
	if !f.told[k] {
		f.told[k] = true
		f.remark(k, words)
	}
}

// headers records the words of headers and footers.
func (f *reader) headers(main string) error {
	relations, err := f.c.Relations(main)
	if err != nil {
		return err
	}
	f.paragraph, f.near = 0, ""
	told := map[string]bool{}
	for _, id := range sortedKeys(relations) {
		r := relations[id]
		if r.Kind != "header" && r.Kind != "footer" || !f.c.Has(r.Target) {
			continue
		}
		p, err := f.open(r.Target)
		if err != nil {
			return err
		}
		if words := strings.Join(strings.Fields(p.root.plain()), " "); words != "" && !told[words] {
			told[words] = true
			f.remark(Header, words)
		}
	}
	return nil
}

// countChanges records the tracked changes.
func (f *reader) countChanges() {
	f.paragraph, f.near = 0, ""
	if f.inserted+f.deleted > 0 {
		f.remark(TrackedChange, fmt.Sprintf("%d insertions, %d deletions", f.inserted, f.deleted))
	}
}

// picture returns the name of a picture's file, and keeps its data.
func (f *reader) picture(target string) (string, error) {
	if name, ok := f.media[target]; ok {
		return name, nil
	}
	name := path.Base(target)
	for _, p := range f.out.Pictures {
		if p.Name == name {
			name = fmt.Sprintf("%d-%s", len(f.out.Pictures)+1, name)
		}
	}
	data, err := f.c.Read(target)
	if err != nil {
		return "", err
	}
	f.media[target] = name
	f.out.Pictures = append(f.out.Pictures, Picture{name, data})
	return name, nil
}
