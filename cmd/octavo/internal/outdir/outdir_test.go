package outdir

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

var ctx = context.Background()

func open(t testing.TB, dir string) *Dir {
	t.Helper()
	d, err := Open(ctx, dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(d.Discard)
	return d
}

func add(t testing.TB, d *Dir, files ...string) {
	t.Helper()
	for i := 0; i < len(files); i += 2 {
		if err := d.Add(files[i], []byte(files[i+1])); err != nil {
			t.Fatal(err)
		}
	}
}

func commit(t testing.TB, dir string, files ...string) {
	t.Helper()
	d := open(t, dir)
	add(t, d, files...)
	if err := d.Commit(ctx); err != nil {
		t.Fatal(err)
	}
}

// tree returns all that lies in a folder, as "name=text", with links as "name->target".
func tree(t testing.TB, dir string) string {
	t.Helper()
	var out []string
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || path == dir {
			return err
		}
		name, _ := filepath.Rel(dir, path)
		name = filepath.ToSlash(name)
		switch {
		case e.Type()&fs.ModeSymlink != 0:
			to, _ := os.Readlink(path)
			out = append(out, name+"->"+filepath.Base(to))
		case !e.IsDir():
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			out = append(out, name+"="+strings.TrimSpace(string(data)))
		case Temporary(e.Name()):
			out = append(out, name+"/")
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(out, " ")
}

func want(t testing.TB, dir, tree_ string) {
	t.Helper()
	if got := tree(t, dir); got != tree_ {
		t.Errorf("there is\n  %s\nwant\n  %s", got, tree_)
	}
}

func write(t testing.TB, dir string, files ...string) {
	t.Helper()
	for i := 0; i < len(files); i += 2 {
		path := filepath.Join(dir, files[i])
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(files[i+1]), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

func link(t testing.TB, to, name string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(to, name); err != nil {
		t.Skip(err)
	}
}

// Nothing of a set shows before Commit, and nothing at all after Discard.
func TestCommitAndDiscard(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "build")
	write(t, dir, "a.pdf", "old a", "b.pdf", "old b")
	d := open(t, dir)
	f, err := d.Create("a.pdf")
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprint(f, "new a")
	if err := d.Commit(ctx); err == nil {
		t.Error("a set with an open file is committed")
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if sum := fmt.Sprintf("%x", sha256.Sum256([]byte("new a"))); f.Size() != 5 || f.SHA256() != sum || f.Name() != "a.pdf" {
		t.Errorf("size %d, hash %s, name %s", f.Size(), f.SHA256(), f.Name())
	}
	if data, err := f.ReadBack(); string(data) != "new a" {
		t.Errorf("it reads back %q, %v", data, err)
	}
	for _, name := range []string{"../out.pdf", "/out.pdf", "", ".", "a/../b", "a//b", "a/", ".octavo-journal", ".Octavo-Export.json",
		"x.octavo-tmp/a", "a.pdf", "A.PDF"} {
		if _, err := d.Create(name); err == nil {
			t.Errorf("an output named %q is taken", name)
		}
	}
	d.Discard()
	want(t, dir, "a.pdf=old a b.pdf=old b")
	if _, err := d.Create("c.pdf"); !errors.Is(err, ErrStopped) {
		t.Errorf("a discarded set takes a file: %v", err)
	}
	if err := d.Commit(ctx); !errors.Is(err, ErrStopped) {
		t.Errorf("a discarded set is committed: %v", err)
	}

	d = open(t, dir)
	add(t, d, "a.pdf", "new a", "sub/b.pdf", "new b", ".hidden", "new c")
	f, _ = d.Create("gone.pdf")
	f.Drop()
	if err := d.Commit(ctx); err != nil {
		t.Fatal(err)
	}
	d.Discard()
	want(t, dir, ".hidden=new c a.pdf=new a b.pdf=old b sub/b.pdf=new b")
}

// A goroutine that still writes when the set is discarded gets an error.
func TestWriteAfterDiscard(t *testing.T) {
	d := open(t, t.TempDir())
	f, err := d.Create("a.pdf")
	if err != nil {
		t.Fatal(err)
	}
	d.Discard()
	if _, err := f.Write(make([]byte, 1<<20)); !errors.Is(err, ErrStopped) {
		t.Errorf("Write: %v", err)
	}
	if err := f.Close(); err == nil {
		t.Error("Close: no error")
	}
	want(t, d.Name(), "")
}

// The end of the context removes the temporary files without the help of the goroutine that made them, which then gets the
// cause from all that it tries. It takes nothing back that has been committed.
func TestContextEnds(t *testing.T) {
	dir := t.TempDir()
	cause := errors.New("ctrl-c")
	stopped, stop := context.WithCancelCause(ctx)
	d, err := Open(stopped, dir)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Discard()
	f, err := d.Create("a.pdf")
	if err != nil {
		t.Fatal(err)
	}
	stop(cause)
	empty := func() bool { // tree would stumble over what goes while it looks
		left, err := os.ReadDir(dir)
		return err == nil && len(left) == 0
	}
	for deadline := time.Now().Add(10 * time.Second); !empty(); time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("left are %s", tree(t, dir))
		}
	}
	_, written := f.Write(make([]byte, 1<<20))
	_, created := d.Create("b.pdf")
	for what, err := range map[string]error{"Write": written, "Close": f.Close(), "Create": created, "Lock": d.Lock(ctx, 0), "Commit": d.Commit(ctx)} {
		if !errors.Is(err, cause) {
			t.Errorf("%s: %v", what, err)
		}
	}
	d.Discard()
	want(t, dir, "")

	stopped, stop = context.WithCancelCause(ctx)
	if d, err = Open(stopped, dir); err != nil {
		t.Fatal(err)
	}
	add(t, d, "a.pdf", "new")
	if err := d.Commit(stopped); err != nil {
		t.Fatal(err)
	}
	stop(cause)
	d.Discard()
	if err := d.Commit(ctx); !errors.Is(err, ErrStopped) {
		t.Errorf("a second Commit: %v", err)
	}
	want(t, dir, "a.pdf=new")
}

// While Commit, Discard and the end of the context come at the same time, the folder has the whole set or nothing of it.
func TestAllEndsAtOnce(t *testing.T) {
	for range 50 {
		dir := t.TempDir()
		stopped, stop := context.WithCancel(ctx)
		d, err := Open(stopped, dir)
		if err != nil {
			t.Fatal(err)
		}
		add(t, d, "a.pdf", "new a", "b.pdf", "new b")
		var group sync.WaitGroup
		group.Go(stop)
		group.Go(d.Discard)
		var failed error
		group.Go(func() { failed = d.Commit(stopped) })
		group.Wait()
		d.Discard()
		if failed == nil {
			want(t, dir, "a.pdf=new a b.pdf=new b")
		} else {
			want(t, dir, "")
		}
	}
}

// ReadFile reads what a set has put there, and nothing that lies in its place.
func TestReadFile(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a", "four", "sub/b", "four", "c/d", "four")
	d := open(t, dir)
	for name, err := range map[string]error{"a": nil, "sub/b": nil, "none": fs.ErrNotExist, "c": ErrForeign} {
		if data, got := d.ReadFile(name, 4); !errors.Is(got, err) || err == nil && string(data) != "four" {
			t.Errorf("%s: %q, %v, want %v", name, data, got, err)
		}
	}
	if _, err := d.ReadFile("a", 3); !errors.Is(err, ErrForeign) {
		t.Errorf("a file over its limit: %v", err)
	}
	link(t, "a", filepath.Join(dir, "l"))
	link(t, "sub", filepath.Join(dir, "m"))
	for _, name := range []string{"l", "m/b"} {
		if _, err := d.ReadFile(name, 4); !errors.Is(err, ErrForeign) {
			t.Errorf("%s, a link: %v", name, err)
		}
	}
}

// A place that is taken by a folder stops the whole set.
func TestPlaceIsAFolder(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a.pdf", "old a", "b.pdf/x", "mine")
	d := open(t, dir)
	add(t, d, "a.pdf", "new a", "c.pdf", "new c")
	const says = ".pdf: it is a folder; move it away"
	if _, err := d.Create("b.pdf"); err == nil || !strings.Contains(err.Error(), "b"+says) {
		t.Errorf("%v", err)
	}
	if err := os.Mkdir(filepath.Join(dir, "c.pdf"), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := d.Commit(ctx); err == nil || !strings.Contains(err.Error(), "c"+says) {
		t.Errorf("%v", err)
	}
	d.Discard()
	want(t, dir, "a.pdf=old a b.pdf/x=mine")
}

// A set that replaces the last one removes what that put there and it does not make again, and nothing else.
func TestReplace(t *testing.T) {
	dir := t.TempDir()
	set := func(files ...string) {
		d := open(t, dir)
		d.Replace()
		add(t, d, files...)
		if err := d.Commit(ctx); err != nil {
			t.Fatal(err)
		}
	}
	set("fronts/1.png", "a", "backs/1.png", "b", "list.pdf", "c")
	write(t, dir, "mine.txt", "mine", "backs/mine.txt", "mine")
	set("list.pdf", "d")
	want(t, dir, `.octavo-export.json=["list.pdf"] backs/mine.txt=mine list.pdf=d mine.txt=mine`)
	if _, err := os.Stat(filepath.Join(dir, "fronts")); err == nil {
		t.Error("an empty folder is left")
	}
}

// Symbolic links that lie in wait lead to nothing outside of the folder.
func TestLinksLeadNowhere(t *testing.T) {
	const safe = "precious=precious"
	for _, attack := range []struct {
		name string
		lay  func(book, out string)
		do   func(d *Dir) error
		says string
		left string
	}{
		{"the folder is a link", func(book, out string) { link(t, out, book+"/build") }, nil,
			"build: it is a symbolic link, and outputs go into real folders only; remove the link", "build->out"},
		{"a folder above is a link", func(book, out string) { link(t, out, book+"/build") }, nil, "symbolic link", "build->out"},
		{"the folder is a link inside of the book", func(book, out string) {
			write(t, book, "manuscript/a.md", "a")
			link(t, "manuscript", book+"/build")
		}, nil, "symbolic link", "build->manuscript manuscript/a.md=a"},
		{"the place is a link", func(book, out string) { link(t, out+"/precious", book+"/build/a.pdf") },
			func(d *Dir) error { return d.WriteFile(ctx, "a.pdf", []byte("new")) }, "", "build/a.pdf=new"},
		{"a folder of the place is a link", func(book, out string) { link(t, out, book+"/build/fronts") },
			func(d *Dir) error { return d.WriteFile(ctx, "fronts/precious", []byte("new")) }, "fronts: it is a symbolic link", "build/fronts->out"},
		{"the list names a file behind a link", func(book, out string) {
			link(t, out, book+"/build/l")
			write(t, book, "build/.octavo-export.json", `["l/precious", "../../out/precious", ".git/config"]`, "build/.git/config", "mine")
		}, func(d *Dir) error { d.Replace(); return d.WriteFile(ctx, "a.pdf", []byte("new")) }, "",
			`build/.git/config=mine build/.octavo-export.json=["a.pdf"] build/a.pdf=new build/l->out`},
		{"the list is a link", func(book, out string) {
			write(t, out, "list", `["b.pdf"]`)
			write(t, book, "build/b.pdf", "mine")
			link(t, out+"/list", book+"/build/.octavo-export.json")
		}, func(d *Dir) error { d.Replace(); return d.WriteFile(ctx, "a.pdf", []byte("new")) }, "",
			`build/.octavo-export.json=["a.pdf"] build/a.pdf=new build/b.pdf=mine`},
		{"temporary files are links", func(book, out string) {
			link(t, out+"/precious", book+"/build/.a.1.octavo-tmp")
			link(t, out, book+"/build/.b.octavo-tmp")
		}, func(d *Dir) error { return d.WriteFile(ctx, "a.pdf", []byte("new")) }, "",
			"build/.a.1.octavo-tmp->precious build/.b.octavo-tmp->out build/a.pdf=new"},
		{"the journal is a link", func(book, out string) { link(t, out+"/precious", book+"/build/.octavo-journal") },
			func(d *Dir) error { add(t, d, "b.pdf", "b"); return d.WriteFile(ctx, "a.pdf", []byte("new")) }, "",
			"build/a.pdf=new build/b.pdf=b"},
	} {
		t.Run(attack.name, func(t *testing.T) {
			book, out := t.TempDir(), filepath.Join(t.TempDir(), "out")
			write(t, out, "precious", "precious")
			attack.lay(book, out)
			root, err := os.OpenRoot(book)
			if err != nil {
				t.Fatal(err)
			}
			defer root.Close()
			folder := "build"
			if attack.name == "a folder above is a link" {
				folder = "build/review/snapshots"
			}
			d, err := OpenIn(ctx, root, folder)
			if err == nil {
				defer d.Discard()
				if attack.do != nil {
					err = attack.do(d)
				}
				d.Discard()
			}
			if (err == nil) != (attack.says == "") || err != nil && !strings.Contains(err.Error(), attack.says) {
				t.Errorf("it says %v, want %q", err, attack.says)
			}
			want(t, book, attack.left)
			os.Remove(out + "/list")
			want(t, out, safe)
		})
	}
}

// What others left is swept up whatever the folder's name is, what somebody still writes is not.
func TestSweep(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "x[1]")
	other := open(t, dir)
	add(t, other, "b.pdf", "other")
	write(t, dir, ".a.1.octavo-tmp", "young", ".b.1.octavo-tmp", "old", ".c.1.octavo-tmp", "future", ".d.octavo-tmp/0", "killed", ".other", "mine")
	for name, date := range map[string]time.Time{".b.1.octavo-tmp": time.Now().Add(-2 * time.Hour), ".c.1.octavo-tmp": time.Now().AddDate(80, 0, 0)} {
		if err := os.Chtimes(filepath.Join(dir, name), date, date); err != nil {
			t.Fatal(err)
		}
	}
	commit(t, dir, "a.pdf", "new")
	if got := strings.ReplaceAll(tree(t, dir), other.temp+"/ "+other.temp+"/0=other ", ""); got != ".a.1.octavo-tmp=young .other=mine a.pdf=new" ||
		!strings.Contains(tree(t, dir), other.temp) {
		t.Errorf("left are %s", tree(t, dir))
	}
	if err := other.Commit(ctx); err != nil {
		t.Fatal(err)
	}
	want(t, dir, ".a.1.octavo-tmp=young .other=mine a.pdf=new b.pdf=other")
}

// One process waits for another; it can be stopped while it waits, and gives up after a time.
func TestLock(t *testing.T) {
	dir := t.TempDir()
	first, second := open(t, dir), open(t, dir)
	if err := first.Lock(ctx, 0); err != nil {
		t.Fatal(err)
	}
	if !first.locked || first.lock == nil {
		t.Skip("no locks here")
	}
	if err := second.Lock(ctx, 20*time.Millisecond); err == nil || !strings.Contains(err.Error(), "another octavo has held "+dir) {
		t.Errorf("a held folder: %v", err)
	}
	stopped, stop := context.WithCancelCause(ctx)
	stop(errors.New("ctrl-c"))
	if err := second.Lock(stopped, time.Hour); err == nil || err.Error() != "ctrl-c" {
		t.Errorf("stopped: %v", err)
	}
	first.Discard()
	if err := second.Lock(ctx, 0); err != nil {
		t.Errorf("a free folder: %v", err)
	}
}
