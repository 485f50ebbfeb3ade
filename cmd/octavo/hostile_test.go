package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestHarmlessLines gives names that would change how a terminal shows what follows to the commands that print them.
func TestHarmlessLines(t *testing.T) {
	evil := "x\x1b[31m\u202Ey\x9b"
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "build", "review"), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, evil+".pdf"), []byte("no PDF"), 0o666); err != nil {
		t.Skip(err) // a file system that has no such names
	}
	for _, args := range [][]string{
		{"build", "-C", filepath.Join(dir, evil)},
		{"check", "-C", filepath.Join(dir, evil)},
		{"review", "identify", "-C", dir, filepath.Join(dir, evil+".pdf")},
		{"preflight", filepath.Join(dir, evil+".pdf")},
		{"preflight", filepath.Join(dir, evil)},
		{"feedback", "-C", dir, filepath.Join(dir, evil+".pdf")},
		{"where", "-C", filepath.Join(dir, evil), "1"},
		{"new", filepath.Join(dir, evil+"-book")},
	} {
		var out bytes.Buffer
		run(args, &out, &out)
		if out.Len() == 0 || strings.ContainsAny(out.String(), "\x1b\u202E\u009b") {
			t.Errorf("%q prints %q", args, out.String())
		}
	}
}
