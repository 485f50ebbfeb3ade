package exports

import (
	"strings"
	"testing"
)

// TestManyLines refuses a text with more lines than a list of notes has, at once.
func TestManyLines(t *testing.T) {
	for name, text := range map[string]string{
		"text": strings.Repeat("a lamp\n", maxLines+1),
		"html": "<html><body>" + strings.Repeat("<p>a lamp", maxLines+1),
	} {
		if _, err := Read(text, Book{}); err == nil || !strings.Contains(err.Error(), "more than 300,000 lines") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := Read("words\n"+strings.Repeat("“", longestLine/3+1), Book{}); err == nil || !strings.Contains(err.Error(), "more than 1,000,000 bytes") {
		t.Errorf("a long line: %v", err)
	}
	if _, err := Read(strings.Repeat("a\n", mostTextLines+1), Book{}); err == nil || !strings.Contains(err.Error(), "more than 2,000,000 lines") {
		t.Errorf("text of any form: %v", err)
	}
}

// TestLongMarks reads passages and notes of very many lines: a note keeps them all, and a passage goes on as another mark.
func TestLongMarks(t *testing.T) {
	const lines = 100_000
	on := lamp(t)
	e, err := Read("“the job was light”\n\nNote: one\n"+strings.Repeat("and then more\n", lines), on)
	if err != nil {
		t.Fatal(err)
	}
	said := 0
	for _, m := range e.Marks {
		said += strings.Count(m.Comment, "and then more")
	}
	if said != lines {
		t.Errorf("%d of %d lines are in the notes of %d marks", said, lines, len(e.Marks))
	}
	e, err = Read("The Lamp - Roe (Highlight: 2; Note: 1)\n◆ One\n▪ the job was light\n"+strings.Repeat("and then more\n", lines), on)
	if err != nil {
		t.Fatal(err)
	}
	read, longest := 0, 0
	for _, m := range e.Marks {
		read += strings.Count(m.Seen.Words, "and then more")
		longest = max(longest, len(m.Seen.Words))
	}
	if read != lines || longest > 2*longestMark {
		t.Errorf("%d of %d lines are in %d passages, the longest of %d bytes", read, lines, len(e.Marks), longest)
	}
}
