package project

import (
	"crypto/sha256"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/bookdiff"
)

// repository makes a repository whose folder "books/mine" holds a book, committed and tagged "first", and changed
// since.
func repository(t *testing.T) (dir string) {
	t.Helper()
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
	gitIn(t, top, "init", "-q")
	put("book.toml", "[book]\ntitle = \"Mine\"\nauthors = [\"A\"]\n")
	put("manuscript/one ü.md", "# One\n\nIt was a bright cold day.\n")
	put("notes.txt", "not of the book")
	if err := os.Symlink("/etc/passwd", filepath.Join(dir, "manuscript", "evil.md")); err != nil {
		t.Fatal(err)
	}
	gitIn(t, top, "add", ".")
	gitIn(t, top, "commit", "-q", "-m", "first")
	gitIn(t, top, "tag", "first")
	put("manuscript/one ü.md", "# One\n\nIt was a bright\nwarm day.\n")
	return dir
}

// gitIn runs git for a test, as nobody in particular, and returns what it printed.
func gitIn(t *testing.T, dir string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("git is missing, and under CI=true nothing may be skipped")
		}
		t.Skip("git is missing")
	}
	cmd := exec.Command("git", append([]string{"-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false",
		"-c", "core.autocrlf=false", "-c", "init.defaultBranch=main"}, args...)...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("git %v: %v\n%s", args, err, out)
	}
	return strings.TrimSpace(string(out))
}

func TestRevision(t *testing.T) {
	if testing.Short() {
		t.Skip("takes more than a second")
	}
	t.Parallel()
	dir := repository(t)
	r, err := checkOut(t.Context(), dir, "first")
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
	then, err := StateAt(t.Context(), dir, "first")
	if err != nil {
		t.Fatal(err)
	}
	p, err := Open(t.Context(), dir, Silent)
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
		r, err := checkOut(t.Context(), c.dir, c.rev)
		if err == nil {
			r.Close()
		}
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v, want %q", c.rev, err, c.want)
		}
	}
	p, err := Open(t.Context(), t.TempDir(), Silent)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	if _, err := readState(p.Root); err == nil {
		t.Error("an empty folder is a book")
	}
	if name := p.RevisionName(t.Context()); name != "" {
		t.Errorf("a folder without a repository is at %q", name)
	}
}

func TestPointerOfLFS(t *testing.T) {
	data := []byte("# Two\n\nIt will.\n")
	pointer := "version https://git-lfs.github.com/spec/v1\noid sha256:" + fmt.Sprintf("%x", sha256.Sum256(data)) + "\nsize 16\n"
	for _, digits := range []int{40, 64} {
		if !hasBlobID(data, blobID([]byte(pointer), digits)) {
			t.Error("a file that git keeps as a pointer of LFS counts as changed")
		}
		if hasBlobID([]byte("# Three\n"), blobID([]byte(pointer), digits)) {
			t.Error("another file counts as that of the pointer")
		}
	}
}

// A repository that would unpack to more files than any book has is refused soon.
func TestTreeBomb(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes most of a second")
	}
	dir := repository(t)
	blob := gitIn(t, dir, "rev-parse", "first:./book.toml")
	mktree := func(list string) string {
		t.Helper()
		cmd := exec.Command("git", "mktree")
		cmd.Dir, cmd.Stdin = dir, strings.NewReader(list)
		out, err := cmd.Output()
		if err != nil {
			t.Fatal(err)
		}
		return strings.TrimSpace(string(out))
	}
	tree, kind := blob, "100644 blob"
	for range 9 {
		var list strings.Builder
		for _, name := range strings.Split("abcdefghij", "") {
			list.WriteString(kind + " " + tree + "\t" + name + "\n")
		}
		tree, kind = mktree(list.String()), "040000 tree"
	}
	for _, name := range []string{"manuscript", "mine", "books"} {
		tree = mktree("040000 tree " + tree + "\t" + name + "\n")
	}
	gitIn(t, dir, "tag", "bomb", gitIn(t, dir, "commit-tree", "-m", "x", tree))
	if _, err := checkOut(t.Context(), dir, "bomb"); err == nil || !strings.Contains(err.Error(), "more than 100000 files") {
		t.Errorf("a tree of a thousand million files: %v", err)
	}
}
