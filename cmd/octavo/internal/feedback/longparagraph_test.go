package feedback

import (
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/docx"
)

// TestLongParagraph keeps of a long paragraph with many changes only what is near to each of them.
func TestLongParagraph(t *testing.T) {
	text := strings.Repeat("a lamp and a wick ", 10_000)
	e := &docx.Edited{Paragraphs: []docx.Paragraph{{Was: text, Now: text}},
		Edits: []docx.Edit{{Paragraph: 0, Before: text, Old: "old", After: text}}}
	for _, c := range joinEdits(e) {
		if n := len(c.edit.Before) + len(c.edit.After); n > 2*ownAround+10 {
			t.Errorf("%d bytes are kept around a change", n)
		}
	}
}
