package book

import (
	"runtime"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/diag"
)

// TestTracerReadsAFileOnce traces a word of each paragraph of a long file. A copy of the rest of the file for each would be 500 times the file.
func TestTracerReadsAFileOnce(t *testing.T) {
	src := &diag.Source{Name: "long.md"}
	ch := &Chapter{}
	const paragraph = "There is no royal road to a long book.\n\n"
	for range 1000 {
		ch.Blocks = append(ch.Blocks, &Paragraph{Text: []Inline{&Text{Pos: diag.Pos{Source: src, Offset: len(src.Text)}, Value: strings.TrimSpace(paragraph)}}})
		src.Text = append(src.Text, paragraph...)
	}
	tracer := NewTracer(ch)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for i := range 1000 {
		at := len(paragraph)*i + len("There is no ")
		if got := tracer.Trace(diag.Pos{Source: src, Offset: len(paragraph) * i}, len("There is no ")); got.Offset != at {
			t.Fatalf("the word of paragraph %d is at %d, want %d", i, got.Offset, at)
		}
	}
	runtime.ReadMemStats(&after)
	if used := after.TotalAlloc - before.TotalAlloc; used > 10*uint64(len(src.Text)) {
		t.Errorf("%d bytes allocated for a file of %d", used, len(src.Text))
	}
}

// TestStretchesAtTheEnd traces words of which the file has only the line end before them.
func TestStretchesAtTheEnd(t *testing.T) {
	src := &diag.Source{Name: "end.md", Text: []byte("a\n")}
	for _, text := range []string{"ab", "a b", "a&", "a’"} {
		for _, s := range Stretches(diag.Pos{Source: src}, text) {
			if s.From > len(src.Text) || s.To > len(src.Text) {
				t.Errorf("%q: %+v in a file of %d bytes", text, s, len(src.Text))
			}
		}
	}
}
