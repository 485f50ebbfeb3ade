package lsp

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/timing"
)

// A chapter with many headings and links, whose addresses stand at its end, is indexed in time that grows with it.
func TestIndexOfLongChapter(t *testing.T) {
	const size = 250
	read := map[int]*project.Project{size: manyDoors(t, size), 8 * size: manyDoors(t, 8*size)} // before the time is taken
	timing.Linear(t, size, func(n int) {
		x := (&state{project: read[n], units: utf16Units}).index()
		if want := 2 * n; len(x.references) != want {
			t.Fatalf("%d references, want %d", len(x.references), want)
		}
		for _, r := range x.references {
			if r.address.src == nil || r.form != inLink {
				t.Fatalf("a link has no address: %+v", r)
			}
		}
	})
}

// manyDoors returns a book of one chapter with as many headings, and twice as many links.
func manyDoors(t *testing.T, n int) *project.Project {
	t.Helper()
	var b strings.Builder
	b.WriteString("# Doors\n")
	for i := range n {
		fmt.Fprintf(&b, "\n## Door %d {#d%d}\n\nSee [one][r%d] and [another](#d%d), %s.\n", i, i, i, i, strings.Repeat("and so on ", 20))
	}
	for i := range n {
		fmt.Fprintf(&b, "\n[r%d]: #d%d\n", i, n-i-1)
	}
	p, err := project.Open(context.Background(), folderOf(t, map[string]string{"book.toml": smallConfig, "manuscript/01.md": b.String()}), project.Silent)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.Close() })
	return p
}
