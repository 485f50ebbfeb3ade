package feedback

import (
	"bytes"

	"octavo/cmd/octavo/internal/docx"
	"octavo/cmd/octavo/internal/locate"
)

// docx reads the comments and the tracked changes of a Word file.
func (r *reading) docx(data []byte) error {
	e, err := docx.Read(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return err
	}
	r.CopyID = e.Copy
	seen := func(p int, before, words, after string) locate.Seen {
		s := locate.Seen{Before: before, Words: words, After: after, Offset: -1}
		if p < 0 || p >= len(e.Paragraphs) {
			return s
		}
		g := e.Paragraphs[p]
		s.Heading, s.File, s.Offset = g.Heading, g.File, g.Offset
		// If the paragraph is short, its neighbours give more context.
		if p > 0 {
			s.Before = locate.LastBytes(e.Paragraphs[p-1].Was, 200) + "\n" + s.Before
		}
		if p+1 < len(e.Paragraphs) {
			s.After += "\n" + locate.FirstBytes(e.Paragraphs[p+1].Was, 200)
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
