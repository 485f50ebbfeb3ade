package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

var testTime = time.Date(2026, 11, 27, 6, 54, 18, 0, time.UTC)

// TestArchive makes the archive of this system twice, of two copies of the source in different folders and time zones: the bytes are the
// same. Unpacked where there is nothing else, the program makes the book, and no Go is needed for that.
func TestArchive(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles octavo")
	}
	var archives [2][]byte
	var name string
	for i := range archives {
		source := copyOfSource(t)
		r := testRelease(t, source)
		t.Setenv("TZ", []string{"UTC", "Asia/Tokyo"}[i])
		if err := r.archives(t.Context(), works{}); err != nil {
			t.Fatal(err)
		}
		name = r.archiveName(host())
		data, err := os.ReadFile(filepath.Join(r.out, name))
		if err != nil {
			t.Fatal(err)
		}
		archives[i] = data
	}
	if !bytes.Equal(archives[0], archives[1]) {
		t.Error("two builds of the same source differ")
	}
	if !strings.HasSuffix(name, ".tar.gz") {
		t.Skip("a zip file")
	}
	dir := unpack(t, archives[0])
	makeTheBook(t, dir)
	for _, want := range []string{"README.md", "LICENSE", "LICENCES.txt", "man/man1/octavo.1", "man/man1/octavo-build.1",
		"completions/octavo.bash", "completions/_octavo", "completions/octavo.fish", "completions/octavo.ps1"} {
		if info, err := os.Stat(filepath.Join(dir, want)); err != nil || info.Size() == 0 || !info.ModTime().Equal(testTime) {
			t.Errorf("%s: %v, %v", want, info, err)
		}
	}
}

// copyOfSource copies what git has of the repository, as it is in the folder now, to a folder of its own.
func copyOfSource(t *testing.T) string {
	t.Helper()
	list, err := exec.Command("git", "-C", repository, "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard").Output()
	if err != nil {
		t.Skipf("git cannot list the source: %v", err)
	}
	dir := t.TempDir()
	for name := range strings.SplitSeq(strings.TrimSuffix(string(list), "\x00"), "\x00") {
		if strings.HasSuffix(name, "_test.go") || strings.Contains(name, "/testdata/") || strings.Contains(name, "/pictures/") {
			continue
		}
		data, err := os.ReadFile(filepath.Join(repository, name))
		if os.IsNotExist(err) {
			continue
		} else if err != nil {
			t.Fatal(err)
		}
		write(t, dir, name, string(data))
	}
	return dir
}

// unpack unpacks an archive, and returns its folder.
func unpack(t *testing.T, data []byte) string {
	t.Helper()
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if z.Name != "" || !z.ModTime.IsZero() {
		t.Errorf("the header of gzip says %q, %v", z.Name, z.ModTime)
	}
	dir, folder := t.TempDir(), ""
	for r := tar.NewReader(z); ; {
		h, err := r.Next()
		if err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		if h.Uid != 0 || h.Gid != 0 || h.Uname != "" || h.Gname != "" {
			t.Errorf("%s belongs to %d %q, %d %q", h.Name, h.Uid, h.Uname, h.Gid, h.Gname)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		write(t, dir, h.Name, string(text))
		file := filepath.Join(dir, h.Name)
		os.Chmod(file, h.FileInfo().Mode())
		os.Chtimes(file, h.ModTime, h.ModTime)
		folder, _, _ = strings.Cut(h.Name, "/")
	}
	return filepath.Join(dir, folder)
}

// makeTheBook makes the book of this repository with the program of an unpacked archive, where nothing else is in PATH.
func makeTheBook(t *testing.T, unpacked string) {
	t.Helper()
	book := t.TempDir()
	if err := os.CopyFS(filepath.Join(book, "manuscript"), os.DirFS(filepath.Join(repository, "manuscript"))); err != nil {
		t.Fatal(err)
	}
	toml, err := os.ReadFile(filepath.Join(repository, "book.toml"))
	if err != nil {
		t.Fatal(err)
	}
	write(t, book, "book.toml", string(toml))
	for _, args := range [][]string{{"--version"}, {"build", "-C", book}} {
		cmd := exec.Command(filepath.Join(unpacked, host().program()), args...)
		cmd.Env = []string{"PATH=" + unpacked, "HOME=" + book}
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("octavo %q: %v\n%s", args, err, out)
		}
		if args[0] == "--version" && !strings.HasPrefix(string(out), "octavo 1.2.3 (0123456789ab, 2026-11-27) go") {
			t.Errorf("the version is %s", out)
		}
	}
	for _, name := range []string{"write-this-down.pdf", "write-this-down.epub", "write-this-down-cards.pdf"} {
		if _, err := os.Stat(filepath.Join(book, "build", name)); err != nil {
			t.Error(err)
		}
	}
}
