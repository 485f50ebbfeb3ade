//go:build unix

package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// A pipe in the place of any file that octavo reads holds nothing up, and a file of three gigabytes is not read.
func TestPipesAndEndlessFiles(t *testing.T) {
	slow(t)
	for _, c := range []struct {
		place string
		args  []string
		fails bool // else the file does not matter to the command
	}{
		{"book.toml", []string{"check"}, true},
		{"manuscript", []string{"check"}, true},
		{"manuscript/01.md", []string{"check"}, true},
		{"manuscript/p.png", []string{"check"}, true},
		{"styles", []string{"check"}, true},
		{"styles/fonts", []string{"build"}, true},
		{"styles/epub.css", []string{"build"}, true},
		{"styles/classic.toml", []string{"check"}, true},
		{"styles/printers.toml", []string{"preflight", "x.pdf"}, true},
		{"styles/cards.toml", []string{"cards", "export", "--for", "generic"}, true},
		{"styles/calibration.toml", []string{"cards", "calibrate", "--printer", "a", "--x", "1", "--y", "1", "--rotate", "0"}, true},
		{"styles/hyphenation/en-us.txt", []string{"check"}, true},
		{"build/manifest.json", []string{"build"}, false},
		{"build/mine.pagemap.json", []string{"where", "1"}, true},
		{"build/review/ledger.json", []string{"review"}, true},
		{"build/review/ledger.json", []string{"review", "identify", "notes.csv"}, true},
		{"TODO.md", []string{"feedback", "--todo", "TODO.md", "notes.csv"}, true},
		{"other.csv", []string{"feedback", "other.csv"}, true},
		{"other.pdf", []string{"preflight", "other.pdf"}, true},
		{"other.pdf", []string{"review", "identify", "other.pdf"}, true},
		{"other.pdf", []string{"feedback", "--copy", "other.pdf", "notes.csv"}, true},
	} {
		for _, kind := range []string{"pipe", "large"} {
			t.Run(kind+" "+c.place+" "+c.args[0], func(t *testing.T) {
				t.Parallel()
				dir := t.TempDir()
				writeFiles(t, dir, map[string]string{
					"book.toml":        "[book]\ntitle = \"Mine\"\nauthors = [\"A\"]\n\n[[review.reader]]\nname = \"Ada\"\n",
					"manuscript/01.md": "# One\n\nIt was.\n\n![p](p.png)\n\n## Say less.\n+++\nkind = \"meme\"\n+++\n\nSo.\n", "notes.csv": "page,comment\n1,hm\n",
				})
				if c.place != "manuscript/p.png" {
					writeFiles(t, dir, map[string]string{"manuscript/01.md": "# One\n\nIt was.\n\n## Say less.\n+++\nkind = \"meme\"\n+++\n\nSo.\n"})
				}
				place := filepath.Join(dir, filepath.FromSlash(c.place))
				if err := os.RemoveAll(place); err != nil {
					t.Fatal(err)
				}
				if err := os.MkdirAll(filepath.Dir(place), 0o777); err != nil {
					t.Fatal(err)
				}
				if kind == "pipe" {
					if err := syscall.Mkfifo(place, 0o666); err != nil {
						t.Skip(err)
					}
				} else if err := errors.Join(os.WriteFile(place, nil, 0o666), os.Truncate(place, 3<<30)); err != nil {
					t.Skip(err)
				}
				ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
				defer cancel()
				cmd := limited(ctx, 500<<20, append(c.args, "-C", ".")...)
				cmd.Dir = dir
				out, err := cmd.CombinedOutput()
				if ctx.Err() != nil {
					t.Fatal("it hangs")
				}
				if (err != nil) != c.fails || strings.Contains(string(out), "internal error") {
					t.Errorf("%v\n%s", err, out)
				}
			})
		}
	}
}
