package ledger

import (
	"bytes"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/feedback"
)

// TestStatus has a reader of book.toml without copies, one with two files of a copy, one who is no longer in book.toml, and somebody
// whom nobody knows.
func TestStatus(t *testing.T) {
	l := &Ledger{Copies: []Copy{{ID: "b-1", Reader: "ada-quill", Name: "Ada Quill", Format: "pdf", Date: "2026-01-01", Revision: "abc"},
		{ID: "b-1", Reader: "ada-quill", Name: "Ada Quill", Format: "epub", Date: "2026-01-01", Revision: "abc"},
		{ID: "b-2", Reader: "cy", Name: "Cy\x1b", Format: "pdf", Date: "2026-01-02", Revision: "abd"}}}
	a := &Answers{}
	for key, r := range map[string]Remark{"00000001": {Reader: "ada-quill", Outcome: feedback.Taken, Read: "2026-02-01"},
		"00000002": {Reader: "ada-quill", Outcome: feedback.Open, Read: "2026-03-01"}, "00000003": {Name: "Dee", Outcome: feedback.Declined, Read: "2026-01-09"}} {
		r.Key = key
		a.add(&r)
	}
	list := Status(l, a, []config.Reader{{ID: "ben-roe", Name: "Ben Roe"}, {ID: "ada-quill", Name: "Ada Quill"}})
	var text bytes.Buffer
	if err := WriteStatus(&text, "text", list); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, line := range strings.Split(strings.TrimSpace(text.String()), "\n")[1:] {
		got = append(got, strings.Join(strings.Fields(line), " "))
	}
	const want = "Ben Roe 0 - 0 0 0 0 0 -|Ada Quill 1 2026-01-01 abc 2 1 1 0 0 2026-03-01|Cy 1 2026-01-02 abd 0 0 0 0 0 -|Dee 0 - 1 0 0 0 1 2026-01-09"
	s := strings.Join(got, "|")
	if strings.Contains(s, "\x1b") {
		t.Errorf("a name gets to the terminal as it is: %q", s)
	}
	if i := strings.Index(s, "Cy"); i < 0 || s[:i]+"Cy"+s[i+strings.Index(s[i:], " 1 "):] != want {
		t.Errorf("the readers are\n%s, want\n%s", s, want)
	}
	text.Reset()
	if err := WriteStatus(&text, "text", nil); err != nil || !strings.HasPrefix(text.String(), "no reader") {
		t.Errorf("nobody: %s %v", &text, err)
	}
}
