package feedback

import (
	"strings"

	"octavo/cmd/octavo/internal/docx"
	"octavo/cmd/octavo/internal/locate"
)

// paragraphEnd is the end of a paragraph in the texts of an Edit.
const paragraphEnd = "\u2029"

// tracked is a tracked change over one or more paragraphs of a Word file.
type tracked struct {
	docx.Edit
	edit Edit
	last int // the paragraph in which it ends
	end  int // where it ends there, in bytes of the text as it was sent
}

// joinEdits returns the tracked changes of a file. Changes of one author that touch are one: the text of a paragraph that was added, and
// the end of that paragraph.
func joinEdits(e *docx.Edited) (out []tracked) {
	for _, c := range e.Edits {
		t := tracked{Edit: c, last: c.Paragraph, end: len(c.Before),
			edit: Edit{Before: locate.LastBytes(c.Before, ownAround), Old: ended(c.Old), New: ended(c.New), After: locate.FirstBytes(c.After, ownAround), Format: c.Format}}
		if c.Old != "¶" {
			t.end += len(c.Old)
		}
		if n := len(out) - 1; n >= 0 && out[n].touches(&t) {
			out[n].join(&t)
			continue
		}
		out = append(out, t)
	}
	for i := range out {
		t := &out[i]
		ps := e.Paragraphs
		if t.Paragraph > 0 && t.Paragraph < len(ps) {
			t.edit.Before = locate.LastBytes(ps[t.Paragraph-1].Was, around) + paragraphEnd + t.edit.Before
		}
		if t.last+1 < len(ps) {
			t.edit.After += paragraphEnd + locate.FirstBytes(ps[t.last+1].Was, around)
		}
	}
	return out
}

const (
	around    = 200  // bytes of a neighbouring paragraph that are kept beside a change
	ownAround = 1000 // bytes of its own paragraph: of a long one with many changes, each would keep all
)

// ended returns a text of package docx with the end of a paragraph as an Edit has it.
func ended(s string) string {
	if s == "¶" {
		return paragraphEnd
	}
	return s
}

// touches reports whether nothing stands between a change and the next one.
func (t *tracked) touches(next *tracked) bool {
	if t.Author != next.Author || t.Moved != next.Moved || t.Format != "" || next.Format != "" {
		return false
	}
	if strings.HasSuffix(t.edit.Old, paragraphEnd) || strings.HasSuffix(t.edit.New, paragraphEnd) {
		return t.last+1 == next.Paragraph && next.Before == ""
	}
	return t.last == next.Paragraph && t.end == len(next.Before)
}

func (t *tracked) join(next *tracked) {
	t.edit.Old, t.edit.New, t.edit.After, t.last = t.edit.Old+next.edit.Old, t.edit.New+next.edit.New, next.edit.After, next.last
	t.end = next.end
}

// remark returns the remark of a change; seen is its place.
func (t *tracked) remark(seen locate.Seen) Remark {
	words := strings.TrimSuffix(strings.TrimPrefix(t.edit.Old, paragraphEnd), paragraphEnd)
	seen.Before, seen.Words, seen.After = strings.ReplaceAll(t.edit.Before, paragraphEnd, "\n"), strings.ReplaceAll(words, paragraphEnd, "\n"),
		strings.ReplaceAll(t.edit.After, paragraphEnd, "\n")
	m := Remark{Kind: Replace, Reader: t.Author, New: tidy(strings.ReplaceAll(t.edit.New, paragraphEnd, "\n")), Date: t.Date, Seen: seen, Edit: &t.edit}
	switch old, new := strings.Trim(t.edit.Old, " "+paragraphEnd), strings.Trim(t.edit.New, " "+paragraphEnd); {
	case t.Format != "":
		m.Kind, m.New, m.Comment = Comment, "", "make this "+t.Format
	case old == "" && new == "" && strings.Contains(t.edit.New, paragraphEnd):
		m.Kind, m.New, m.Comment = Note, "", "begin a new paragraph here"
	case old == "" && new == "" && strings.Contains(t.edit.Old, paragraphEnd):
		m.Kind, m.New, m.Comment = Note, "", "join this paragraph with the next"
	case new == "" && strings.TrimSpace(old) != "":
		m.Kind = Strike
	case strings.TrimSpace(old) == "":
		m.Kind = Insert
	}
	if t.Moved {
		switch m.Kind {
		case Strike:
			t.edit.Moved, m.Comment = true, "moved away from here"
		case Insert:
			t.edit.Moved, m.Comment = true, "moved to here"
		}
	}
	return m
}
