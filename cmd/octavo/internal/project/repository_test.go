package project

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A .git that leads elsewhere is followed only to a repository that knows the folder, and no program that one names runs.
func TestRepositoryElsewhere(t *testing.T) {
	secret := repository(t)                      // a book of somebody else in books/mine
	theirs := filepath.Dir(filepath.Dir(secret)) // its repository
	write := func(t *testing.T, name, text string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	link := func(t *testing.T, to, name string) {
		t.Helper()
		if err := os.Symlink(to, name); err != nil {
			t.Skip(err)
		}
	}
	for _, c := range []struct {
		name string
		set  func(t *testing.T, top string) // gives the folder top, in which books/mine is a book, a .git
		want string                         // of the error; "" if the revision "first" is read
	}{
		{"a file", func(t *testing.T, top string) {
			write(t, filepath.Join(top, ".git"), "gitdir: "+filepath.Join(theirs, ".git")+"\n")
		}, "does not know that folder"},
		{"a file in the book's own folder", func(t *testing.T, top string) {
			write(t, filepath.Join(top, "books", "mine", ".git"), "gitdir: "+filepath.Join(theirs, ".git")+"\n")
		}, "does not know that folder"},
		{"behind a folder that is no repository", func(t *testing.T, top string) {
			write(t, filepath.Join(top, ".git"), "gitdir: "+filepath.Join(theirs, ".git"))
			write(t, filepath.Join(top, "books", "mine", ".git", "HEAD"), "nothing\n")
			write(t, filepath.Join(top, "books", "mine", ".git", "refs", "x"), "")
			write(t, filepath.Join(top, "books", "mine", ".git", "objects", "x"), "")
		}, "does not know that folder"},
		{"a link", func(t *testing.T, top string) {
			link(t, filepath.Join(theirs, ".git"), filepath.Join(top, ".git"))
		}, "does not know that folder"},
		{"a link in a repository", func(t *testing.T, top string) {
			gitIn(t, top, "init", "-q")
			for _, name := range []string{"refs", "objects"} {
				os.RemoveAll(filepath.Join(top, ".git", name))
				link(t, filepath.Join(theirs, ".git", name), filepath.Join(top, ".git", name))
			}
		}, "does not know that folder"},
		{"a link deep in a repository", func(t *testing.T, top string) {
			gitIn(t, top, "init", "-q")
			os.RemoveAll(filepath.Join(top, ".git", "objects", "pack"))
			link(t, filepath.Join(theirs, ".git", "objects"), filepath.Join(top, ".git", "objects", "pack"))
		}, "does not know that folder"},
		{"a link over a link", func(t *testing.T, top string) {
			gitIn(t, top, "init", "-q")
			write(t, filepath.Join(top, "store", "x"), "")
			link(t, filepath.Join(theirs, ".git", "objects"), filepath.Join(top, "store", "pack"))
			os.RemoveAll(filepath.Join(top, ".git", "objects"))
			link(t, filepath.Join(top, "store"), filepath.Join(top, ".git", "objects"))
		}, "a link to a folder"},
		{"a link of a tag", func(t *testing.T, top string) {
			gitIn(t, top, "init", "-q")
			link(t, filepath.Join(theirs, ".git", "refs", "tags", "first"), filepath.Join(top, ".git", "refs", "tags", "first"))
		}, "does not know that folder"},
		{"objects of another", func(t *testing.T, top string) {
			gitIn(t, top, "init", "-q")
			write(t, filepath.Join(top, ".git", "objects", "info", "alternates"), "# those of\n"+filepath.Join(theirs, ".git", "objects")+"\n")
		}, "shares objects with"},
		{"objects of another in quotes", func(t *testing.T, top string) {
			gitIn(t, top, "init", "-q")
			write(t, filepath.Join(top, ".git", "objects", "info", "alternates"), `"`+filepath.Join(theirs, ".git", "objects")+`"`)
		}, "shares objects with"},
		{"objects of itself, many times", func(t *testing.T, top string) {
			gitIn(t, top, "init", "-q")
			write(t, filepath.Join(top, ".git", "objects", "info", "alternates"), strings.Repeat(".\n../objects\n", 4000)+filepath.Join(theirs, ".git", "objects"))
		}, "shares objects with"},
		{"objects of another of another", func(t *testing.T, top string) {
			gitIn(t, top, "init", "-q")
			write(t, filepath.Join(top, ".git", "objects", "info", "alternates"), "../../more\n")
			write(t, filepath.Join(top, "more", "info", "alternates"), filepath.Join(theirs, ".git", "objects"))
		}, "shares objects with"},
		{"a common folder", func(t *testing.T, top string) {
			gitIn(t, top, "init", "-q")
			write(t, filepath.Join(top, ".git", "commondir"), filepath.Join(theirs, ".git")+"\n")
			write(t, filepath.Join(top, ".git", "gitdir"), filepath.Join(top, ".git")+"\n")
		}, "does not know that folder"},
		{"a work tree that it makes up", func(t *testing.T, top string) {
			made := filepath.Join(top, "made", "worktrees", "x")
			write(t, filepath.Join(top, ".git"), "gitdir: "+made+"\n")
			write(t, filepath.Join(made, "commondir"), filepath.Join(theirs, ".git")+"\n")
			write(t, filepath.Join(made, "gitdir"), filepath.Join(top, ".git")+"\n")
			write(t, filepath.Join(made, "HEAD"), "ref: refs/heads/main\n")
		}, "does not know that folder"},
		{"its own folder, elsewhere, that does not know it", func(t *testing.T, top string) {
			gitIn(t, top, "init", "-q", "--separate-git-dir="+filepath.Join(t.TempDir(), "its.git"))
		}, "run git config core.worktree"},
		{"nowhere", func(t *testing.T, top string) {
			write(t, filepath.Join(top, ".git"), "gitdir: "+filepath.Join(top, "nowhere")+"\n")
		}, "no git repository"},
		{"no path", func(t *testing.T, top string) { write(t, filepath.Join(top, ".git"), strings.Repeat("x", 1<<20)) }, "invalid gitfile"},
		{"a work tree", func(t *testing.T, top string) {
			os.RemoveAll(top)
			gitIn(t, theirs, "worktree", "add", "-q", "--detach", top)
		}, ""},
		{"its own folder, elsewhere", func(t *testing.T, top string) {
			gitIn(t, top, "init", "-q", "--separate-git-dir="+filepath.Join(t.TempDir(), "its.git"))
			gitIn(t, top, "config", "core.worktree", top)
			gitIn(t, top, "add", ".")
			gitIn(t, top, "commit", "-q", "-m", "first")
			gitIn(t, top, "tag", "first")
		}, ""},
		{"its own folder, inside", func(t *testing.T, top string) {
			gitIn(t, top, "init", "-q")
			gitIn(t, top, "add", ".")
			gitIn(t, top, "commit", "-q", "-m", "first")
			gitIn(t, top, "tag", "first")
			if err := os.Rename(filepath.Join(top, ".git"), filepath.Join(top, "dot-git")); err != nil {
				t.Fatal(err)
			}
			write(t, filepath.Join(top, ".git"), "gitdir: dot-git\n")
		}, ""},
		{"objects of another inside", func(t *testing.T, top string) {
			gitIn(t, top, "init", "-q")
			gitIn(t, top, "add", ".")
			gitIn(t, top, "commit", "-q", "-m", "first")
			gitIn(t, top, "tag", "first")
			if err := os.Rename(filepath.Join(top, ".git", "objects"), filepath.Join(top, ".git", "more")); err != nil {
				t.Fatal(err)
			}
			write(t, filepath.Join(top, ".git", "objects", "info", "alternates"), "../more\n")
		}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			top := filepath.Join(t.TempDir(), "top")
			dir := filepath.Join(top, "books", "mine")
			write(t, filepath.Join(dir, "book.toml"), "[book]\ntitle = \"Mine\"\nauthors = [\"A\"]\n")
			write(t, filepath.Join(dir, "manuscript", "one.md"), "# One\n\nIt was.\n")
			c.set(t, top)
			tools := t.TempDir()
			marker := filepath.Join(tools, "marker")
			program := filepath.Join(tools, "program")
			if err := os.WriteFile(program, []byte("#!/bin/sh\ntouch '"+marker+"'\n"), 0o700); err != nil {
				t.Fatal(err)
			}
			for _, key := range []string{"core.fsmonitor", "filter.x.smudge", "filter.x.process", "diff.external", "core.pager", "alias.rev-parse", "core.sshCommand"} {
				if c.want == "" && c.name != "a work tree" { // whose configuration others read at the same time
					gitIn(t, top, "config", key, program)
				}
			}
			bk, err := StateAt(t.Context(), dir, "first")
			switch {
			case c.want == "" && (err != nil || len(bk.Chapters()) != 1):
				t.Error(err)
			case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
				t.Errorf("%v, want %q", err, c.want)
			}
			p, err := Open(t.Context(), dir, Silent)
			if err != nil {
				t.Fatal(err)
			}
			defer p.Close()
			if name := p.RevisionName(t.Context()); (name != "") != (c.want == "") {
				t.Errorf("the revision is %q", name)
			}
			if _, err := os.Stat(marker); err == nil {
				t.Error("a program of the repository has run")
			}
		})
	}
}

// A submodule's repository lies in that of the folder around it, and knows it.
func TestSubmodule(t *testing.T) {
	theirs := filepath.Dir(filepath.Dir(repository(t)))
	top := t.TempDir()
	gitIn(t, top, "init", "-q")
	gitIn(t, top, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", theirs, "sub")
	if bk, err := StateAt(t.Context(), filepath.Join(top, "sub", "books", "mine"), "first"); err != nil || len(bk.Chapters()) != 1 {
		t.Error(err)
	}
}
