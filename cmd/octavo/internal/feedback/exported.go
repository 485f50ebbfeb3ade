package feedback

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/exports"
	"octavo/cmd/octavo/internal/locate"
)

// archive reads a file that is a ZIP: a Word file, or what [exports.ReadArchive] reads.
func (r *reading) archive(data []byte) error {
	if z, err := zip.NewReader(bytes.NewReader(data), int64(len(data))); err == nil &&
		!slices.ContainsFunc(z.File, func(f *zip.File) bool { return strings.HasPrefix(f.Name, "word/") }) {
		return r.take(exports.ReadArchive(z, r.book.export()))
	}
	r.Form = "Word"
	return r.docx(data)
}

// take takes over what an export has.
func (r *reading) take(e *exports.Export, err error) error {
	switch {
	case errors.Is(err, exports.ErrUnknown):
		return ErrUnknown
	case err != nil:
		return err
	}
	r.Form = e.Form
	r.Notes, r.Lost = append(r.Notes, e.Notes...), append(r.Lost, e.Lost...)
	if e.Other != "" {
		r.Foreign = fmt.Sprintf("is about another book: %q; %s", e.Other, noWords(e.Count))
	}
	var at positions
	for i := range e.Marks {
		m := &e.Marks[i]
		remark := Remark{Kind: Kind(m.Kind), Reader: m.Reader, Comment: m.Comment, New: m.New, State: m.State, Date: m.Date, Seen: m.Seen}
		for _, a := range m.Replies {
			remark.Replies = append(remark.Replies, Reply(a))
		}
		for _, p := range m.At {
			if remark.Seen.Words == "" && remark.Seen.Before == "" && remark.Seen.After == "" {
				at.find(r, &remark.Seen, p)
			}
		}
		r.Remarks = append(r.Remarks, remark)
	}
	if at.epub != nil && at.epub.err != nil {
		r.Lost = append(r.Lost, fmt.Sprintf("not all words that it marks can be found in the EPUB: %v", at.epub.err))
	}
	return nil
}

// noWords says that none of some remarks is on the book.
func noWords(n int) string {
	if n == 1 {
		return "its one remark has no words of this one"
	}
	return fmt.Sprintf("none of its %d remarks has words of this one", n)
}

// positions finds places in the EPUB that a file is about, which is opened at the first of them.
type positions struct {
	epub  *epubFile
	tried bool
}

// find records the words at a place.
func (p *positions) find(r *reading, s *locate.Seen, at exports.Position) {
	if !p.tried {
		p.tried = true
		p.epub = r.openEPUB()
	}
	switch {
	case p.epub == nil:
	case at.CFI != "":
		p.epub.cfi(s, at.CFI)
	default:
		p.epub.position(s, at.Document, at.From, at.To)
	}
}

// openEPUB opens the EPUB of the copy that the file is about, nil when there is none.
func (r *reading) openEPUB() *epubFile {
	if r.Copy == nil {
		r.Copy = r.copies(r.CopyID, "")
	}
	if r.Copy == nil || r.Copy.EPUB == nil {
		return nil
	}
	data, err := r.Copy.EPUB()
	if err == nil {
		var e *epubFile
		if e, err = openBook(data); err == nil {
			return e
		}
	}
	r.Notes = append(r.Notes, fmt.Sprintf("the copy's EPUB cannot be read: %v", err))
	return nil
}

// tellForeign leaves out all remarks where none has words of the book, and says so. A file that names one of the book's copies is
// about the book, whatever has become of the words.
func (r *reading) tellForeign() {
	known := r.CopyID != "" || r.Owner != "" || r.Copy != nil && r.Copy.ID != ""
	if r.book.Text == nil || r.book.Sure || known || r.Foreign != "" {
		return
	}
	tested, words := 0, 0
	for i := range r.Remarks {
		s := &r.Remarks[i].Seen
		if s.File != "" {
			return
		}
		if s.Words == "" && s.Before == "" && s.After == "" {
			continue
		}
		text := s.Before + s.Words + s.After
		held, enough := r.book.Text.Holds(text)
		if held {
			return
		}
		if enough {
			tested++
			words += len(strings.Fields(text))
		}
	}
	const fewest, least = 3, 24 // passages, or words of them, may have been rewritten since
	if tested == 0 || tested < fewest && words < least {
		return
	}
	why := noWords(len(r.Remarks))
	if r.title != "" && r.title != r.book.Title {
		why = fmt.Sprintf("%q; %s", r.title, why)
	}
	r.Foreign, r.Unlike = "is about another book: "+why, true
	r.Remarks = nil
}
