package feedback

import (
	"bytes"
	"strings"

	"octavo/cmd/octavo/internal/docx"
	"octavo/cmd/octavo/internal/exports"
	"octavo/cmd/octavo/internal/locate"
)

// docx reads the comments and the tracked changes of a Word file.
func (r *reading) docx(data []byte) error {
	e, err := docx.Read(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return err
	}
	r.CopyID = e.Copy
	if len(e.Comments) == 0 && len(e.Edits) == 0 {
		return r.document(e)
	}
	seen := func(p int, before, words, after string) locate.Seen {
		s := locate.Seen{Before: before, Words: words, After: after, Offset: -1}
		if p < 0 || p >= len(e.Paragraphs) {
			return s
		}
		g := e.Paragraphs[p]
		s.Heading, s.File, s.Offset = g.Heading, g.File, g.Offset
		// If the paragraph is short, its neighbours give more context.
		if p > 0 {
			s.Before = locate.LastBytes(e.Paragraphs[p-1].Was, around) + "\n" + s.Before
		}
		if p+1 < len(e.Paragraphs) {
			s.After += "\n" + locate.FirstBytes(e.Paragraphs[p+1].Was, around)
		}
		return s
	}
	for _, c := range e.Comments {
		if !r.room() {
			break
		}
		m := Remark{Kind: Comment, Reader: c.Author, Comment: tidy(c.Text), Date: c.Date,
			Seen: seen(c.Paragraph, c.Before, c.Words, c.After)}
		for _, a := range c.Replies {
			m.Replies = append(m.Replies, Reply{Reader: a.Author, Comment: tidy(a.Text), Date: a.Date})
		}
		if c.Done {
			m.State = "done"
		}
		if c.New != "" && c.New != c.Words {
			m.New = c.New
		}
		if m.Seen.Words == "" {
			m.Kind = Note
		}
		r.Remarks = append(r.Remarks, m)
	}
	for _, c := range joinEdits(e) {
		if !r.room() {
			break
		}
		r.Remarks = append(r.Remarks, c.remark(seen(c.Paragraph, c.Before, "", "")))
	}
	return nil
}

// document reads the notes in a Word file without comments and changes, as Google Play Books makes it. It may also be the book,
// without a word on it.
func (r *reading) document(e *docx.Edited) error {
	var text strings.Builder
	for _, p := range e.Paragraphs {
		if p.Own {
			r.Notes = append(r.Notes, "it has no comments and no tracked changes")
			return nil
		}
		text.WriteString(p.Now + "\n")
	}
	found, err := exports.ReadNotes(text.String(), r.book.export())
	if err != nil {
		r.Notes = append(r.Notes, "it has no comments and no tracked changes")
		return nil
	}
	form := r.Form
	err = r.take(found, nil)
	r.Form = form
	return err
}
