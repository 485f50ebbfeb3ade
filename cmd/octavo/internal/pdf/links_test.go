package pdf

import (
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/typeset"
)

// TestLongLinkText adds the runs of a link of a megabyte: what is kept of it, once for each of its lines, stays small.
func TestLongLinkText(t *testing.T) {
	n := &typeset.Node{}
	u := &uses{linkTexts: map[*typeset.Node]string{}}
	for i := range 100_000 {
		u.addLinkText(&typeset.Text{Node: n, Text: "wörd wörd", Y: typeset.Length(i / 10)})
	}
	if s := u.linkTexts[n]; len(s) > 2*maxLinkText || !strings.HasPrefix(s, "wörd wördwörd") || !strings.HasSuffix(s, "…") {
		t.Errorf("%d bytes: %q", len(s), s)
	}
}
