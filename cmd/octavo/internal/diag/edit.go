package diag

import (
	"bytes"
	"strings"
)

// Edit is a change of the source that a diagnostic is about: its bytes from At to End become Text. A line end in the text is the
// source's own kind of line end.
type Edit struct {
	At, End int
	Text    string
}

// Mend adds a change that belongs to the one way to mend the fault.
func (d *Diagnostic) Mend(at, end int, text string) *Diagnostic {
	d.Edits = append(d.Edits, Edit{at, end, text})
	return d
}

// Apply returns a text with edits, which are sorted. One that overlaps the one before it, or is not within the text, is left out; all
// reports whether none was.
func Apply(text []byte, edits []Edit) (out []byte, all bool) {
	ends := "\n"
	if n := bytes.IndexByte(text, '\n'); n > 0 && text[n-1] == '\r' {
		ends = "\r\n"
	}
	out, all = make([]byte, 0, len(text)+256), true
	at := 0
	for _, e := range edits {
		if e.At < at || e.End < e.At || e.End > len(text) {
			all = false
			continue
		}
		out = append(out, text[at:e.At]...)
		out = append(out, strings.ReplaceAll(e.Text, "\n", ends)...)
		at = e.End
	}
	return append(out, text[at:]...), all
}
