package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/bookdiff"
	"octavo/cmd/octavo/internal/project"
)

// repository makes a repository whose folder "books/mine" holds a book, committed and tagged "first", and changed
// since.
func repository(t *testing.T) (dir string) {
	t.Helper()
	need(t, "git")
	top := t.TempDir()
	dir = filepath.Join(top, "books", "mine")
	put := func(name, text string) {
		t.Helper()
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	run := func(args ...string) {
		t.Helper()
		cmd := exec.Command("git", append([]string{"-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false",
			"-c", "core.autocrlf=false", "-c", "init.defaultBranch=main"}, args...)...)
		cmd.Dir = top
		cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_NOSYSTEM=1")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
	}
	run("init", "-q")
	put("book.toml", "[book]\ntitle = \"Mine\"\nauthors = [\"A\"]\n")
	put("manuscript/one ü.md", "# One\n\nIt was a bright cold day.\n")
	put("notes.txt", "not of the book")
	if err := os.Symlink("/etc/passwd", filepath.Join(dir, "manuscript", "evil.md")); err != nil {
		t.Fatal(err)
	}
	run("add", ".")
	run("commit", "-q", "-m", "first")
	run("tag", "first")
	put("manuscript/one ü.md", "# One\n\nIt was a bright\nwarm day.\n")
	return dir
}

func TestRevision(t *testing.T) {
	slow(t)
	t.Parallel()
	dir := repository(t)
	r, err := project.CheckOut(t.Context(), dir, "first")
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if len(r.Commit) < 40 {
		t.Errorf("the commit is %q", r.Commit)
	}
	for _, name := range []string{"notes.txt", "manuscript/evil.md"} {
		if _, err := os.Lstat(filepath.Join(r.Dir, name)); err == nil {
			t.Errorf("%s is there", name)
		}
	}
	then, err := project.StateAt(t.Context(), dir, "first")
	if err != nil {
		t.Fatal(err)
	}
	p, err := project.Open(t.Context(), dir, project.Silent)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	now := p.Book
	list := bookdiff.Compare(then, now).List()
	if len(list) != 1 || len(list[0].Edits) != 1 || list[0].Edits[0].Old != "cold" || list[0].Edits[0].New != "warm" {
		t.Errorf("what changed is %+v", list)
	}
	if name := p.RevisionName(t.Context()); name != "first+" {
		t.Errorf("the revision's name is %q", name)
	}
	r.Close()
	if _, err := os.Stat(r.Dir); err == nil {
		t.Error("the folder is still there")
	}
}

func TestNoRevision(t *testing.T) {
	dir := repository(t)
	for _, c := range []struct{ dir, rev, want string }{
		{dir, "second", `knows no revision "second"`},
		{dir, "", "no revision"},
		{dir, "--output=x", "knows no revision"},
		{dir, "first^{tree}", "knows no revision"},
		{filepath.Dir(dir), "first", "no book in this folder"},
		{t.TempDir(), "first", "in no git repository"},
	} {
		r, err := project.CheckOut(t.Context(), c.dir, c.rev)
		if err == nil {
			r.Close()
		}
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v, want %q", c.rev, err, c.want)
		}
	}
	p, err := project.Open(t.Context(), t.TempDir(), project.Silent)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	if _, err := project.ReadState(p.Root); err == nil {
		t.Error("an empty folder is a book")
	}
	if name := p.RevisionName(t.Context()); name != "" {
		t.Errorf("a folder without a repository is at %q", name)
	}
}
