package manuscript

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
)

// longBook writes a book of 40 chapters and some 100,000 words into a folder.
func longBook(tb testing.TB) string {
	tb.Helper()
	dir := tb.TempDir()
	sentence := `The *customer* said "it isn't the price --- it's the date," and [we listened](#maxim-1-%d), ` +
		`as one should in the '90s and now. `
	for c := range 40 {
		var b strings.Builder
		fmt.Fprintf(&b, "+++\nthemes = [\"service\"]\n+++\n\n# Chapter %d\n\n", c)
		for s := range 20 {
			fmt.Fprintf(&b, "## Maxim %d of the chapter %d is plain.\n+++\nkind = \"metaphor\"\nid = \"maxim-%d-%d\"\n"+
				"tenor = \"maxim\"\nvehicle = \"plain\"\nsee = [\"maxim-1-1\"]\n+++\n\n", s, c, c, s)
			for p := range 2 {
				for range 2 + p {
					fmt.Fprintf(&b, sentence, s)
				}
				b.WriteString("A note[^n" + fmt.Sprint(s*2+p) + "] follows.\n\n")
				fmt.Fprintf(&b, "[^n%d]: The note's text.\n\n", s*2+p)
			}
			b.WriteString("- an item\n- another item of the list\n\n")
		}
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%02d.md", c)), []byte(b.String()), 0o666); err != nil {
			tb.Fatal(err)
		}
	}
	return dir
}

func BenchmarkRead(b *testing.B) {
	dir := longBook(b)
	count := 0
	bk, diags := Read(dir, book.Contents{All: true})
	for _, d := range diags {
		b.Fatalf("%s: %s", d.Pos, d.Message)
	}
	for _, c := range bk.Chapters() {
		count += len(chapterWords(c))
	}
	b.ReportAllocs()
	for b.Loop() {
		Read(dir, book.Contents{All: true})
	}
	b.ReportMetric(float64(count), "words")
}
