package docx

import (
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/opc"
)

// Edited is the content of a returned Word file: its text with the comments and the tracked changes.
type Edited struct {
	Copy       string // the copy's id, "" if the file has none
	Paragraphs []Paragraph
	Comments   []Comment // in the order of the text
	Edits      []Edit    // tracked changes, in the order of the text
}

// Paragraph is one paragraph, of the text or a footnote.
type Paragraph struct {
	File    string // of the manuscript, as diag.Source names it; "" if unknown
	Offset  int    // of the block in File, in bytes; -1 if unknown
	Own     bool   // File and Offset are its own; otherwise they are those of the nearest earlier paragraph that has any
	Heading string // its heading, or its own text if it is one
	Was     string // its text before the tracked changes, as it was sent
	Now     string // its text after them
}

// Comment is one reader's comment, with the replies.
type Comment struct {
	Author    string
	Date      string // as in the file: RFC 3339, often without a zone
	Text      string
	Paragraph int    // in which it begins
	Before    string // the text of that paragraph before the words, as it was sent
	Words     string // the marked words, as they were sent; "" for a point; a line end separates paragraphs
	After     string // the text of the last paragraph after them
	New       string // the marked words after the changes, if they differ
	Done      bool   // it is marked as resolved
	Replies   []Reply
}

// Reply is a reply to a comment.
type Reply struct{ Author, Date, Text string }

// Edit is one tracked change in one place of a paragraph: Old was deleted and New inserted.
type Edit struct {
	Author    string
	Date      string
	Paragraph int
	Before    string // the paragraph's text before the place, as it was sent
	Old, New  string // "¶" is the end of the paragraph: in New the paragraph was split, in Old joined with the next
	After     string // the text after Old
	Moved     bool   // the words were moved from or to another place
	Format    string // "italic", "not bold" …: Old was kept, but reformatted
}

// Read reads a .docx file of Word, LibreOffice or any other program. The error tells the user what is wrong with the
// file.
func Read(r io.ReaderAt, size int64) (*Edited, error) {
	c, err := opc.Open(r, size)
	if err != nil {
		return nil, err
	}
	main := "word/document.xml"
	root, err := c.Related("")
	if err != nil {
		return nil, err
	}
	if t := root["officeDocument"]; t != "" {
		main = t
	}
	if !c.Has(main) {
		return nil, fmt.Errorf("it is no Word file: it has no part %s", main)
	}
	parts, err := c.Related(main)
	if err != nil {
		return nil, err
	}
	p := &reading{out: &Edited{}, comments: map[string]*commentEntry{}, open: map[string]*mark{}}
	if err := p.properties(c, root["custom-properties"]); err != nil {
		return nil, err
	}
	if err := p.readComments(c, parts); err != nil {
		return nil, err
	}
	for _, name := range []string{main, parts["footnotes"], parts["endnotes"]} {
		if name == "" || !c.Has(name) {
			continue
		}
		p.part = textState{}
		p.file, p.offset, p.heading = "", -1, ""
		if err := c.Elements(name, p.start, p.end, p.text); err != nil {
			return nil, err
		}
		p.closeParagraphs()
	}
	p.finish()
	return p.out, nil
}

// reading is a file being read.
type reading struct {
	out      *Edited
	files    []string // of the manuscript, by the number in bookmarks
	comments map[string]*commentEntry
	order    []string // ids of comments in the order of the text
	open     map[string]*mark
	part     textState

	file    string // of the last bookmark
	offset  int
	heading string
}

// commentEntry is an entry of comments.xml.
type commentEntry struct {
	Comment
	id, para, parent string
	placed           bool
	mark             mark
}

// mark is the range of a comment, which may span several paragraphs.
type mark struct {
	paragraph, last  int
	was, now         int // where it begins, in Was and Now of the first
	wasEnd, nowEnd   int // where it ends, in those of the last
	began, ended, on bool
}

// properties reads what Write recorded about the copy.
func (p *reading) properties(c *opc.Container, name string) error {
	if name == "" || !c.Has(name) {
		return nil
	}
	key := ""
	var text strings.Builder
	return c.Elements(name, func(e *xml.StartElement) bool {
		if e.Name.Local == "property" {
			key = opc.Attr(e, "name")
			text.Reset()
		}
		return true
	}, func(local string) {
		if local != "property" {
			return
		}
		value := strings.TrimSpace(text.String())
		if key == copyProperty {
			p.out.Copy = value
		}
		if n, ok := strings.CutPrefix(key, fileProperty); ok {
			if i, err := strconv.Atoi(n); err == nil && i >= 0 && i < opc.MaxEntries {
				for len(p.files) <= i {
					p.files = append(p.files, "")
				}
				p.files[i] = value
			}
		}
		key = ""
	}, func(b []byte) { text.Write(b) })
}

// readComments reads the comments, and which ones are replies.
func (p *reading) readComments(c *opc.Container, parts map[string]string) error {
	name := parts["comments"]
	if name == "" || !c.Has(name) {
		return nil
	}
	var at *commentEntry
	var text strings.Builder
	byPara := map[string]*commentEntry{}
	letters := false
	err := c.Elements(name, func(e *xml.StartElement) bool {
		switch e.Name.Local {
		case "comment":
			at = &commentEntry{id: opc.Attr(e, "id"), Comment: Comment{Author: opc.Attr(e, "author"), Date: opc.Attr(e, "date")}}
			text.Reset()
		case "p":
			if at == nil {
				return false
			}
			if text.Len() > 0 {
				text.WriteByte('\n')
			}
			if id := opc.Attr(e, "paraId"); id != "" {
				at.para = id
				byPara[strings.ToUpper(id)] = at
			}
		case "t":
			letters = true
		case "tab":
			text.WriteByte(' ')
		case "br", "cr":
			text.WriteByte('\n')
		case "annotationRef", "del", "rPrChange", "pPrChange", "Fallback":
			return false
		}
		return true
	}, func(local string) {
		switch local {
		case "t":
			letters = false
		case "comment":
			if at != nil {
				at.Text = strings.TrimSpace(text.String())
				if _, twice := p.comments[at.id]; !twice {
					p.comments[at.id] = at
					p.order = append(p.order, at.id)
				}
			}
			at = nil
		}
	}, func(b []byte) {
		if letters {
			text.Write(b)
		}
	})
	if err != nil {
		return err
	}
	name = parts["commentsExtended"]
	if name == "" || !c.Has(name) {
		return nil
	}
	return c.Elements(name, func(e *xml.StartElement) bool {
		if s := byPara[strings.ToUpper(opc.Attr(e, "paraId"))]; e.Name.Local == "commentEx" && s != nil {
			s.Done = opc.Attr(e, "done") == "1" || opc.Attr(e, "done") == "true"
			if parent := byPara[strings.ToUpper(opc.Attr(e, "paraIdParent"))]; parent != nil && parent != s {
				s.parent = parent.id
			}
		}
		return true
	}, nil, nil)
}
