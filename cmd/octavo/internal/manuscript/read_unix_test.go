//go:build unix

package manuscript

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"octavo/cmd/octavo/internal/book"
)

func TestReadFileDiagnostics(t *testing.T) {
	dir := folder(t, map[string]string{"a.md": "a", "folder.md/x.txt": "x", "../outside.md": "x", "big.md": ""})
	for link, to := range map[string]string{
		"inside.md": "a.md", "leak.md": "../outside.md", "abs.md": filepath.Join(filepath.Dir(dir), "outside.md"),
		"dangling.md": "nothing.md", "gone.md": "../nothing.md", "up": "..", "loop.md": "loop.md",
	} {
		if err := os.Symlink(to, filepath.Join(dir, link)); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Truncate(filepath.Join(dir, "big.md"), MaxFile+1); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mkfifo(filepath.Join(dir, "pipe.md"), 0o666); err != nil {
		t.Fatal(err)
	}
	bk, diags := Read(dir, book.Contents{Parts: []book.PartFiles{{Chapters: listing(1,
		"a.md", "missing.md", "./a.md", "../outside.md", "leak.md", "abs.md", "up/outside.md", "folder.md", "inside.md", "dangling.md", "gone.md", "big.md", "pipe.md",
		"/etc/passwd", "loop.md")}}})
	compare(t, "diagnostics", located(diags), `
book.toml:3:1 file-twice
book.toml:2:1 file-missing
book.toml:4:1 file-outside
book.toml:5:1 file-outside
book.toml:6:1 file-outside
book.toml:7:1 file-outside
book.toml:8:1 file-unreadable
book.toml:10:1 file-missing
book.toml:11:1 file-outside
book.toml:12:1 file-too-large
book.toml:13:1 file-unreadable
book.toml:14:1 file-outside
book.toml:15:1 file-unreadable
manuscript/folder.md/x.txt:1:1 file-unlisted
manuscript/up:1:1 file-untaken`)
	if n := len(bk.Chapters()); n != 2 {
		t.Errorf("%d chapters, want a.md and inside.md", n)
	}
}
