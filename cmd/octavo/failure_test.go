package main

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/crew"
)

// A mistake of octavo itself is told from one of the author, and shows its stack only to who asks.
func TestPanicIsAnInternalError(t *testing.T) {
	for _, debug := range []string{"", "1"} {
		t.Setenv("OCTAVO_DEBUG", debug)
		var stderr bytes.Buffer
		code := report(&stderr, guard(func() error { panic("the compositor fell ill") }))
		if code != exitInternal {
			t.Errorf("exit code %d, want %d", code, exitInternal)
		}
		for _, want := range []string{"internal error: the compositor fell ill", "please report"} {
			if !strings.Contains(stderr.String(), want) {
				t.Errorf("it does not say %q:\n%s", want, &stderr)
			}
		}
		if shown := strings.Contains(stderr.String(), "goroutine"); shown != (debug != "") {
			t.Errorf("OCTAVO_DEBUG=%q: stack shown: %v", debug, shown)
		}
	}
}

// A mistake in a worker of some package ends as any other, with the worker's stack.
func TestPanicOfAWorker(t *testing.T) {
	err := guard(func() error {
		crew.Each(4, func(i int) { panic(fmt.Sprint("worker ", i)) })
		return nil
	})
	var bug *internalError
	if !errors.As(err, &bug) || err.Error() != "worker 0" || !strings.Contains(string(bug.stack), "TestPanicOfAWorker") {
		t.Errorf("%v", err)
	}
}

// What is staged does not show before commit, and not at all after discard.
func TestStage(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "build")
	writeFiles(t, dir, map[string]string{"a.pdf": "old a", "b.pdf": "old b"})
	read := func(name string) string {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	fill := func(s *stage, name, text string) *stagedFile {
		f, err := s.create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
		if err := f.finish(); err != nil {
			t.Fatal(err)
		}
		return f
	}
	s, err := openStage(dir)
	if err != nil {
		t.Fatal(err)
	}
	a := fill(s, "a.pdf", "new a")
	if want := fmt.Sprintf("%x", sha256.Sum256([]byte("new a"))); a.size != 5 || a.hash() != want {
		t.Errorf("size %d, hash %s", a.size, a.hash())
	}
	if read("a.pdf") != "old a" {
		t.Error("an output shows before commit")
	}
	s.discard()
	if _, err := s.create("c.pdf"); !errors.Is(err, errStageClosed) {
		t.Errorf("a discarded stage takes a file: %v", err)
	}
	if err := s.commit(); !errors.Is(err, errStageClosed) {
		t.Errorf("a discarded stage commits: %v", err)
	}
	if left, _ := os.ReadDir(dir); len(left) != 2 || read("a.pdf") != "old a" {
		t.Errorf("after discard there are %v", left)
	}

	if s, err = openStage(dir); err != nil {
		t.Fatal(err)
	}
	fill(s, "a.pdf", "new a")
	fill(s, "b.pdf", "new b")
	for _, name := range []string{"../out.pdf", "sub/out.pdf", ".hidden", ""} {
		if _, err := s.create(name); err == nil {
			t.Errorf("an output named %q is taken", name)
		}
	}
	if err := s.commit(); err != nil {
		t.Fatal(err)
	}
	s.discard()
	if left, _ := os.ReadDir(dir); len(left) != 2 || read("a.pdf") != "new a" || read("b.pdf") != "new b" {
		t.Errorf("after commit there are %v", left)
	}
}
