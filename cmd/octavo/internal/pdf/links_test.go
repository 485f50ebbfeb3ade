package pdf

import (
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/page"
)

// TestLongLinkText adds the runs of a link of a megabyte: what is kept of it, once for each of its lines, stays small.
func TestLongLinkText(t *testing.T) {
	n := &page.Node{}
	u := &uses{linkTexts: map[*page.Node]string{}}
	for i := range 100_000 {
		u.addLinkText(&page.Text{Node: n, Text: "wörd wörd", Y: page.Length(i / 10)})
	}
	if s := u.linkTexts[n]; len(s) > 2*maxLinkText || !strings.HasPrefix(s, "wörd wördwörd") || !strings.HasSuffix(s, "…") {
		t.Errorf("%d bytes: %q", len(s), s)
	}
}
