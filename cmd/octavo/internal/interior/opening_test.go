package interior

import (
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/booktest"
)

// TestBelowTitle holds what stands under a chapter's title, in every style and in a typescript: the subtitle, the author, the date,
// in this order and above the text.
func TestBelowTitle(t *testing.T) {
	const chapter = "---\ntitle: The ferry\nsubtitle: How forty people *waited*\nauthor: [Ada Quill, Ben Roe]\ndate: 2021-10-04\n---\n\nIt was autumn.\n"
	for _, style := range []string{"classic", "modern", "aldine", "large"} {
		cfg, bk, fonts := booktest.Open(t, written(t, "[pages]\nchapter_dates = true\n[print]\nstyle = \""+style+"\"\n", chapter))
		doc, pages, found := Set(cfg, bk, fonts)
		if len(found) > 0 {
			t.Errorf("%s: %v", style, found)
		}
		rows := strings.ToLower(strings.Join(chapterRows(doc, pages), "|"))
		at := 0
		for _, want := range []string{"the ferry", "how forty people waited", "ada quill and ben roe", "4 october 2021", "t was autumn."} {
			n := strings.Index(rows[at:], want)
			if n < 0 {
				t.Fatalf("%s: no %q behind %d in %q", style, want, at, rows)
			}
			at += n
		}
	}
}
