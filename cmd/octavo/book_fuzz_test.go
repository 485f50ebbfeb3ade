package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/metrics"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"octavo/cmd/octavo/internal/parallel"
	"octavo/cmd/octavo/internal/production"
	"octavo/cmd/octavo/internal/timing"
)

const (
	maxFuzzedBook   = 64 << 10 // bytes: what is larger takes its time by right
	fuzzedBookTime  = 5 * time.Second
	fuzzedBookSpace = 1 << 30 // bytes of the heap
)

// FuzzBook builds small books as octavo build does and holds it to its promises whatever the author wrote: there is no
// panic, it comes to an end in seconds and without much memory, and it either makes all outputs or prints errors and makes
// none.
func FuzzBook(f *testing.F) {
	for i, s := range hostileBooks() {
		if testing.Short() && i%4 != 0 {
			continue
		}
		f.Add(s.settings, s.first, s.second)
	}
	f.Fuzz(func(t *testing.T, settings, first, second string) {
		if len(settings)+len(first)+len(second) > maxFuzzedBook {
			t.Skip("it is too large for the limits of time and memory")
		}
		dir := t.TempDir()
		writeFiles(t, dir, map[string]string{
			"book.toml":        "[book]\ntitle = \"T\"\nauthors = [\"A\"]\n" + settings,
			"manuscript/01.md": first, "manuscript/02.md": second,
		})
		var stdout, stderr bytes.Buffer
		err := buildWithin(t, max(fuzzedBookTime, 10*plainBookTime()), dir, &stdout, &stderr)
		left, _ := os.ReadDir(filepath.Join(dir, "build"))
		var names []string
		for _, e := range left {
			names = append(names, e.Name())
			if strings.HasPrefix(e.Name(), ".") {
				t.Errorf("a temporary file is left: %s", e.Name())
			}
		}
		made := func(end string) bool {
			return slices.ContainsFunc(names, func(n string) bool { return strings.HasSuffix(n, end) })
		}
		var bug *parallel.Panic
		switch {
		case errors.As(err, &bug):
			t.Errorf("panic: %v\n%s", bug, bug.Stack)
		case errors.Is(err, errFound):
			if !strings.Contains(stderr.String(), "error") || made(".pdf") || made(".epub") || made(production.ManifestName) {
				t.Errorf("a book with errors makes %v and says\n%s", names, &stderr)
			}
		case err != nil:
			t.Errorf("neither outputs nor errors: %v\n%s", err, &stderr)
		case !made(".pdf") || !made(".epub") || !made(production.ManifestName):
			t.Errorf("a book without errors makes only %v", names)
		}
	})
}

// buildWithin builds a book in this process, and ends the process when that takes too much work or memory: what computes
// cannot be stopped.
func buildWithin(t testing.TB, limit time.Duration, dir string, stdout, stderr *bytes.Buffer) error {
	t.Helper()
	finished := make(chan error, 1)
	go func() {
		finished <- parallel.Guard(func() error {
			return build(context.Background(), dir, buildOptions{kinds: outputKinds, quiet: true}, stdout, stderr)
		})
	}()
	look := time.NewTicker(5 * time.Millisecond)
	defer look.Stop()
	start, before := timing.Worked(), heapInUse()
	for {
		select {
		case err := <-finished:
			return err
		case <-look.C:
			if timing.Worked() > start+limit {
				panic(fmt.Sprintf("%s: the book takes more than %v", t.Name(), limit))
			}
			if used := heapInUse(); used > before+fuzzedBookSpace {
				panic(fmt.Sprintf("%s: the book takes more than %d MB", t.Name(), fuzzedBookSpace>>20))
			}
		}
	}
}

func heapInUse() uint64 {
	s := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(s)
	return s[0].Value.Uint64()
}

// plainBookTime is how long this machine works for a book of a few words.
var plainBookTime = sync.OnceValue(func() time.Duration {
	dir, err := os.MkdirTemp("", "octavo-plain-")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	for name, text := range map[string]string{"book.toml": "[book]\ntitle = \"T\"\nauthors = [\"A\"]\n", "manuscript/01.md": "# One\n\nSo.\n"} {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o777), os.WriteFile(name, []byte(text), 0o666)); err != nil {
			panic(err)
		}
	}
	start := timing.Worked()
	var out bytes.Buffer
	if err := build(context.Background(), dir, buildOptions{kinds: outputKinds, quiet: true}, &out, &out); err != nil {
		panic(err)
	}
	return timing.Worked() - start
})

// fuzzedBook is what an author could write: what follows the title and the author in book.toml, and two chapters.
type fuzzedBook struct{ settings, first, second string }

// hostileBooks are attacks of small size, beside a few ordinary books.
func hostileBooks() []fuzzedBook {
	n := strings.Repeat
	chapter := "# Two\n\nIt will.\n"
	entry := "# One\n\nIt was.\n\n## Say less.\n+++\nkind = \"meme\"\nid = \"say-less\"\nthemes = [\"all\"]\n+++\n\nThe *gloss*[^1].\n\n[^1]: A note.\n"
	return []fuzzedBook{
		{"\n[themes]\nall = \"All\"\n", entry, chapter},
		{"date = 2026-01-01\n\n[print]\nstyle = \"modern\"\nprinter = \"kdp\"\nprofile = [\"screen\", \"kdp\"]\n", entry, chapter},
		{"\n[contents]\nbody = [\"02.md\", \"01.md\"]\n", "# One\n\n| a | b |\n|---|---|\n| c | d |\n\n> e\n\n- f\n  1. g\n\n```\nh\n```\n", chapter},
		// Lines that are hard to break.
		{"", "# One\n\n" + n("\"", 200) + "\n", chapter},
		{"", "# One\n\na" + n("\u0301", 400) + "\n", chapter},
		{"", "# One\n\n" + n("\\", 300) + "\n", chapter},
		{"", "# One\n\n" + n("word ", 150) + n("_", 90) + "\n", chapter},
		{"", "# One\n\n" + n("x", 5000) + "\n", chapter},
		// More than fits on a page.
		{"dedication = \"" + n("so many words ", 100) + "\"\nrights = \"" + n("all rights reserved ", 200) + "\"\n", "# One\n\nSo.\n", chapter},
		{"", "# One\n\n## " + n("a long heading ", 100) + "\n\nSo.\n", chapter},
		{"", "# One\n\n| " + n("a | ", 36) + "\n|" + n("---|", 36) + "\n| " + n("b | ", 36) + "\n", chapter},
		// Deep and wide trees.
		{n("a.", 500) + "b = 1\n", "# One\n", chapter},
		{"x = " + n("{a=", 500) + "1" + n("}", 500) + "\n", "# One\n", chapter},
		{"x = " + n("[", 500) + n("]", 500) + "\n", "# One\n", chapter},
		{"", "# One\n\n" + n("> ", 500) + "deep\n", chapter},
		{"", "# One\n\n" + n("- ", 500) + "deep\n", chapter},
		{"", "# One\n\n" + n("[", 2000) + n("](x)", 500) + "\n", chapter},
		{"", "# One\n\n" + n("*a **b ", 500) + "\n", chapter},
		{"", "# One\n\n" + n("a|", 300) + "\n" + n("-|", 300) + "\n" + n("b|\n", 100), chapter},
		{"", "# One\n\n1[^1]\n\n[^1]: a[^2]\n\n[^2]: b[^3]\n\n[^3]: c[^4]\n\n[^4]: d[^5]\n\n[^5]: e[^6]\n\n[^6]: f\n", chapter},
		{"", "# One\n\na[^1]\n\n[^1]: b[^1]\n", chapter},
		// Many mistakes.
		{"", "# One\n\n" + n("TK ", 500) + "\n", chapter},
		{"", "# One\n\n" + n("![x](nothing.png) ", 300) + "\n", chapter},
		{"", "# One\n\n" + n("[x](#nothing) ", 300) + "\n", chapter},
		{"", n("## E.\n+++\nkind = \"meme\"\nid = \"e\"\n+++\n\n", 100), chapter},
		// No text, or none that anybody can read.
		{"", "", ""},
		{"", "\xff\xfe\x00", "\x00\x1b[2J\u202e\u2028"},
		{"", "# \u200b\n\n\u00ad\u00ad\n", "\ufeff# Two\r\rIt will.\r"},
		{"", "# 👩‍👩‍👧‍👦\n\n" + n("אב ", 100) + n("漢", 300) + n("ქ", 200) + "\n", chapter},
		// Names that lead elsewhere.
		{"cover = \"../../etc/passwd\"\nslug = \"../x\"\n", "# One\n\n![x](../../../etc/passwd) ![y](/dev/zero) ![z](https://127.0.0.1:9/x.png)\n", chapter},
		{"\n[print]\nstyle = \"../../x\"\n\n[contents]\nbody = [\"/dev/zero\", \"../book.toml\", \"01.md\"]\n", "# One\n", chapter},
	}
}
