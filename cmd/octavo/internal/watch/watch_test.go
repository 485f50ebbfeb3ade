package watch

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
)

// Tests look at files, where nothing tells of changes, more often; after lull they have been told of all of them.
const (
	often = 20 * time.Millisecond
	lull  = patience + 4*often
)

// bookFolder returns the folder of a book.
func bookFolder(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "book")
	write(t, dir, "book.toml", "[book]\n")
	write(t, dir, "manuscript/01.md", "# One\n")
	write(t, dir, "manuscript/part/02.md", "# Two\n")
	write(t, dir, "styles/mine.toml", "")
	write(t, dir, "build/book.pdf", "%PDF")
	write(t, dir, "cmd/main.go", "")
	return dir
}

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	file := filepath.Join(dir, filepath.FromSlash(name))
	must(t, os.MkdirAll(filepath.Dir(file), 0o777))
	must(t, os.WriteFile(file, []byte(text), 0o666))
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// wait fails unless a change is told of.
func wait(t *testing.T, changes <-chan struct{}, what string) {
	t.Helper()
	select {
	case <-changes:
	case <-time.After(10 * time.Second):
		t.Fatalf("%s: nothing is told", what)
	}
}

// still fails if a change is told of.
func still(t *testing.T, changes <-chan struct{}, what string) {
	t.Helper()
	select {
	case <-changes:
		t.Fatalf("%s: a change is told of", what)
	case <-time.After(lull):
	}
}

// drain takes what is told of changes that were made before.
func drain(changes <-chan struct{}) {
	for {
		select {
		case <-changes:
		case <-time.After(lull):
			return
		}
	}
}

// full is an addFunc of a system that watches no more folders.
func full(*fsnotify.Watcher, string) error { return syscall.ENOSPC }

// each runs a test with a system that tells of changes and with one that does not.
func each(t *testing.T, run func(t *testing.T, dir string, changes <-chan struct{})) {
	for name, add := range map[string]addFunc{"told": (*fsnotify.Watcher).Add, "polled": full} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := bookFolder(t)
			ctx, cancel := context.WithCancel(t.Context())
			changes := watch(ctx, dir, func(string) {}, add, often)
			run(t, dir, changes)
			cancel()
			for range changes { // it is closed
			}
		})
	}
}

// Changes of all kinds are told of, in a folder that is there from the beginning and in one that is not.
func TestChanges(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, dir string, changes <-chan struct{}) {
		in := func(name string) string { return filepath.Join(dir, filepath.FromSlash(name)) }
		still(t, changes, "at the beginning")
		for _, c := range []struct {
			what string
			do   func()
		}{
			{"a file is written", func() { write(t, dir, "manuscript/01.md", "# One, again\n") }},
			{"a file is put in the place of another", func() {
				write(t, dir, "manuscript/.01.md.new", "# One, renamed\n")
				must(t, os.Rename(in("manuscript/.01.md.new"), in("manuscript/01.md")))
			}},
			{"a file comes", func() { write(t, dir, "manuscript/03.md", "# Three\n") }},
			{"a file is renamed", func() { must(t, os.Rename(in("manuscript/03.md"), in("manuscript/04.md"))) }},
			{"a file goes", func() { must(t, os.Remove(in("manuscript/04.md"))) }},
			{"the settings change", func() { write(t, dir, "book.toml", "[book]\ntitle = \"A\"\n") }},
			{"a file deep down changes", func() { write(t, dir, "manuscript/part/02.md", "# Two, again\n") }},
			{"folders come, with files", func() { write(t, dir, "manuscript/a/b/c.md", "# C\n") }},
			{"a file in a new folder changes", func() { write(t, dir, "manuscript/a/b/c.md", "# C, again\n") }},
			{"a folder is renamed", func() { must(t, os.Rename(in("manuscript/a"), in("manuscript/d"))) }},
			{"a file in it changes", func() { write(t, dir, "manuscript/d/b/c.md", "# C, once more\n") }},
			{"the manuscript goes", func() { must(t, os.Rename(in("manuscript"), in("elsewhere"))) }},
			{"it comes back", func() { must(t, os.Rename(in("elsewhere"), in("manuscript"))) }},
			{"a file in it changes again", func() { write(t, dir, "manuscript/d/b/c.md", "# C, and again\n") }},
			{"a folder of pictures comes", func() { write(t, dir, "images/p.png", "p") }},
			{"the book goes", func() { must(t, os.RemoveAll(dir)) }},
			{"another book is in its place", func() { write(t, dir, "manuscript/01.md", "# New\n") }},
			{"a file of that changes", func() { write(t, dir, "manuscript/01.md", "# Newer\n") }},
			{"the book is replaced at once", func() {
				write(t, dir+".new", "manuscript/01.md", "# Newest\n")
				must(t, os.Rename(dir, dir+".old"))
				must(t, os.Rename(dir+".new", dir))
			}},
			{"a file of the third book changes", func() { write(t, dir, "manuscript/01.md", "# Newest of all\n") }},
		} {
			drain(changes)
			c.do()
			wait(t, changes, c.what)
		}
	})
}

// What a build writes, what an editor keeps for itself, and what is in other folders, is no change of the book.
func TestNoChange(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, dir string, changes <-chan struct{}) {
		for _, name := range []string{"build/book.pdf", "build/new/x.pdf", "manuscript/.01.md.swp", "manuscript/01.md~", ".git/index", "cmd/main.go", "docs/new.md"} {
			write(t, dir, name, "changed")
		}
		if _, err := os.ReadFile(filepath.Join(dir, "book.toml")); err != nil {
			t.Fatal(err)
		}
		still(t, changes, "nothing of the book")
		must(t, os.Rename(filepath.Join(dir, "cmd"), filepath.Join(dir, "cmds")))
		still(t, changes, "another folder")
	})
}

// A burst of changes is told of few times, and what is read after the last time is all of it.
func TestBurst(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, dir string, changes <-chan struct{}) {
		const files = 200
		for i := range files {
			write(t, dir, fmt.Sprintf("manuscript/x%d/%d.md", i%7, i), "# A chapter\n")
		}
		begun := time.Now()
		told, seen := 0, 0
		for seen < files {
			wait(t, changes, "a checkout")
			told++
			found, err := filepath.Glob(filepath.Join(dir, "manuscript", "x*", "*.md"))
			must(t, err)
			seen = len(found)
		}
		drain(changes)
		if most := 3 + int(time.Since(begun)/quiet)/4; told > most {
			t.Errorf("%d files are told of %d times", files, told)
		}
	})
}

// An editor that empties a file before it writes it shows no empty chapter.
func TestEmptied(t *testing.T) {
	t.Parallel()
	dir := bookFolder(t)
	changes := Watch(t.Context(), dir, func(m string) { t.Log(m) })
	file := filepath.Join(dir, "manuscript", "01.md")
	empty := 0
	for i := range 5 {
		drain(changes)
		must(t, os.Truncate(file, 0))
		time.Sleep(2 * quiet)
		must(t, os.WriteFile(file, fmt.Appendf(nil, "# One %d\n", i), 0o666))
		wait(t, changes, "it is written")
		if text, err := os.ReadFile(file); err != nil || len(text) == 0 {
			empty++
		}
	}
	if empty > 0 {
		t.Errorf("it is empty %d times", empty)
	}
}

// A change is told of soon: what an author sees depends on it.
func TestSoon(t *testing.T) {
	dir := bookFolder(t)
	said := ""
	changes := Watch(t.Context(), dir, func(m string) { said = m })
	if said != "" {
		t.Skip(said)
	}
	best := time.Hour
	for i := range 10 {
		time.Sleep(2 * quiet)
		begun := time.Now()
		write(t, dir, "manuscript/01.md", strings.Repeat("word ", i+1))
		wait(t, changes, "a chapter is written")
		best = min(best, time.Since(begun))
	}
	if best > 4*quiet {
		t.Errorf("at best, a change is told of after %v", best)
	}
}

// A system that cannot watch another folder is said so, with what to do.
func TestTooManyFolders(t *testing.T) {
	t.Parallel()
	dir := bookFolder(t)
	var said []string
	left := 2
	changes := watch(t.Context(), dir, func(m string) { said = append(said, m) }, func(s *fsnotify.Watcher, folder string) error {
		if left--; left < 0 {
			return syscall.ENOSPC
		}
		return s.Add(folder)
	}, often)
	if len(said) != 1 || !strings.Contains(said[0], "max_user_watches") || !strings.Contains(said[0], dir) {
		t.Errorf("it says %q", said)
	}
	write(t, dir, "manuscript/part/02.md", "# Two, longer\n")
	wait(t, changes, "a change where nothing is told")
}

// Links inside the book are followed, those that lead in a circle only so far, and those out of it not.
func TestLinks(t *testing.T) {
	t.Parallel()
	dir := bookFolder(t)
	outside := t.TempDir()
	write(t, outside, "secret.md", "s")
	must(t, os.Rename(filepath.Join(dir, "manuscript"), filepath.Join(dir, "text")))
	for name, to := range map[string]string{"manuscript": "text", "text/round": "..", "text/away": outside} {
		if err := os.Symlink(to, filepath.Join(dir, filepath.FromSlash(name))); err != nil {
			t.Skip(err)
		}
	}
	changes := Watch(t.Context(), dir, func(m string) { t.Log(m) })
	write(t, dir, "text/01.md", "# One, through a link\n")
	wait(t, changes, "a linked manuscript")
	drain(changes)
	write(t, outside, "secret.md", "another")
	still(t, changes, "what a link out of the book leads to")
}
