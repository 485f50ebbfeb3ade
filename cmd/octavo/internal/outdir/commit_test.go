package outdir

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The sets that the tests of Commit put in one another's place. The second makes a file that the first has not, and removes
// one that it has.
var (
	oldSet = `.octavo-export.json=["a","b","sub/c","x/gone"] a=old a b=old b mine=mine sub/c=old c x/gone=old`
	newSet = `.octavo-export.json=["a","b","new","sub/c"] a=new a b=new b mine=mine new=new sub/c=new c`
)

func layOldSet(t testing.TB) string {
	dir := filepath.Join(t.TempDir(), "build")
	write(t, dir, "mine", "mine", "a", "old a", "b", "old b", "sub/c", "old c", "x/gone", "old", ListName, `["a","b","sub/c","x/gone"]`)
	return dir
}

func newer(t testing.TB, dir string) *Dir {
	d := open(t, dir)
	d.Replace()
	add(t, d, "a", "new a", "b", "new b", "sub/c", "new c", "new", "new")
	return d
}

// killed is what a step panics with in place of the end of the process.
type killed struct{}

// dies runs f until it is killed, and lets go of what the system would: the locks, and nothing else.
func dies(d *Dir, f func()) (died bool) {
	defer func() {
		if p := recover(); p != nil {
			if _, ok := p.(killed); !ok {
				panic(p)
			}
			died = true
		}
		for _, lock := range []io.Closer{d.lock, d.tempLock} {
			if lock != nil {
				lock.Close()
			}
		}
		d.root.Close()
		d.closed = true
	}()
	f()
	return false
}

// A process that is killed at any step of Commit leaves what the next Open makes one set of, also when that is killed at
// any step of its own.
func TestKilledAtEveryStep(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	steps := 0
	for k := 0; ; k++ {
		for again := 0; ; again++ {
			dir := layOldSet(t)
			d := newer(t, dir)
			n := 0
			var op string
			d.step = func(o, name string) error {
				if n++; n > k {
					op = o + " " + name
					panic(killed{})
				}
				return nil
			}
			var err error
			if !dies(d, func() { err = d.Commit(ctx) }) {
				if err != nil {
					t.Fatal(err)
				}
				if k < 15 {
					t.Errorf("Commit has %d steps only", k)
				}
				t.Logf("%d steps, %d kills", k, steps)
				return
			}
			steps++

			root, err := os.OpenRoot(dir)
			if err != nil {
				t.Fatal(err)
			}
			second := &Dir{name: dir, root: root}
			n = 0
			second.step = func(string, string) error {
				if n++; n > again {
					panic(killed{})
				}
				return nil
			}
			hadJournal := strings.Contains(tree(t, dir), journalName)
			diedAgain := dies(second, func() {
				if err := second.settle(ctx); err != nil {
					t.Errorf("killed at %s: %v", op, err)
				}
			})
			open(t, dir).Discard()
			got := tree(t, dir)
			if got != oldSet && got != newSet {
				t.Fatalf("killed at %s and at step %d of the recovery there is\n  %s", op, again, got)
			}
			if hadJournal != (got == newSet) && !strings.HasPrefix(op, "remove "+journalName) {
				t.Errorf("killed at %s: journal %v, and then\n  %s", op, hadJournal, got)
			}
			if !diedAgain {
				break
			}
		}
	}
}

// An error at any step of Commit leaves one whole set at once, and no temporary file; Commit says which.
func TestErrorAtEveryStep(t *testing.T) {
	for k := 0; ; k++ {
		dir := layOldSet(t)
		d := newer(t, dir)
		n, op := 0, ""
		d.step = func(o, name string) error {
			if n++; n == k+1 {
				op = o + " " + name
				return errStep
			}
			return nil
		}
		err := d.Commit(ctx)
		d.Discard()
		if op == "" {
			if err != nil {
				t.Fatal(err)
			}
			return
		}
		got := tree(t, dir)
		switch {
		case err == nil:
			t.Errorf("an error at %s is not told", op)
		case strings.Contains(err.Error(), "untouched") || strings.Contains(err.Error(), "back in their places"):
			if got != oldSet {
				t.Errorf("an error at %s: %v; and there is\n  %s", op, err, got)
			}
		case strings.Contains(err.Error(), "finishes this one"): // everything is in its place, only the rest is not done
			open(t, dir).Discard()
			if got := tree(t, dir); got != newSet {
				t.Errorf("an error at %s: %v; and then\n  %s", op, err, got)
			}
		default:
			t.Errorf("an error at %s: %v", op, err)
		}
	}
}

// Where one step fails, and then another one of those that bring the old outputs back, there is the old file or the new one in every place
// that had one, and the next Open makes one set.
func TestErrorsAtTwoSteps(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	for k := 0; ; k++ {
		for again := k + 1; ; again++ {
			dir := layOldSet(t)
			d := newer(t, dir)
			n := 0
			var ops []string
			d.step = func(o, name string) error {
				if n++; n == k+1 || n == again+1 {
					ops = append(ops, o+" "+name)
					return errStep
				}
				return nil
			}
			err := d.Commit(ctx)
			d.Discard()
			if err == nil {
				return
			}
			for name, text := range map[string]string{"a": "a", "b": "b", "sub/c": "c"} {
				if got, err := os.ReadFile(filepath.Join(dir, name)); err != nil || string(got) != "old "+text && string(got) != "new "+text {
					t.Errorf("errors at %v: there is %s with %q, %v", ops, name, got, err)
				}
			}
			open(t, dir).Discard()
			if got := tree(t, dir); got != oldSet && got != newSet {
				t.Fatalf("errors at %v: then there is\n  %s", ops, got)
			}
			if len(ops) < 2 {
				break
			}
		}
	}
}

// On a disk that takes nothing any more from some step on, and where old files can or cannot be kept, the next Open finds
// enough to make one set.
func TestDiskDiesAtEveryStep(t *testing.T) {
	for _, links := range []bool{true, false} {
		for k := 0; ; k++ {
			dir := layOldSet(t)
			d := newer(t, dir)
			n, op := 0, ""
			d.step = func(o, name string) error {
				if o == "link" && !links {
					return fs.ErrPermission
				}
				if n++; n > k {
					if op == "" {
						op = o + " " + name
					}
					return errStep
				}
				return nil
			}
			err := d.Commit(ctx)
			d.Discard()
			if op == "" {
				break
			}
			if err == nil {
				t.Fatalf("an error at %s is not told", op)
			}
			open(t, dir).Discard()
			if got := tree(t, dir); got != oldSet && got != newSet {
				t.Errorf("links %v, dead from %s on (%v): there is\n  %s", links, op, err, got)
			}
		}
	}
}

// A journal whose files somebody has removed is dropped; when some of it has been done, that is told once.
func TestJournalWithoutItsFiles(t *testing.T) {
	for _, done := range []int{0, 1} {
		dir := layOldSet(t)
		d := newer(t, dir)
		renames := 0
		d.step = func(op, name string) error {
			if op == "rename" && name != journalName {
				if renames++; renames > done {
					panic(killed{})
				}
			}
			return nil
		}
		dies(d, func() { d.Commit(ctx) })
		if err := os.RemoveAll(filepath.Join(dir, d.temp)); err != nil {
			t.Fatal(err)
		}
		second, err := Open(ctx, dir)
		if (err != nil) != (done > 0) || err != nil && !strings.Contains(err.Error(), "are of two builds") {
			t.Errorf("%d moves done: %v", done, err)
		}
		if err == nil {
			second.Discard()
			want(t, dir, oldSet)
		}
		open(t, dir).Discard()
	}
}

// Settle finishes for readers what was begun, and makes nothing where nothing is.
func TestSettle(t *testing.T) {
	dir := layOldSet(t)
	book, err := os.OpenRoot(filepath.Dir(dir))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	d := newer(t, dir)
	d.step = func(op, name string) error {
		if op == "rename" && name == "b" {
			panic(killed{})
		}
		return nil
	}
	dies(d, func() { d.Commit(ctx) })
	if err := Settle(ctx, book, "build"); err != nil {
		t.Error(err)
	}
	want(t, dir, newSet)
	if err := Settle(ctx, book, "none/review"); err != nil {
		t.Error(err)
	}
	if _, err := book.Lstat("none"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a folder is made: %v", err)
	}
}

func ExampleDir_Commit() {
	dir, _ := os.MkdirTemp("", "example")
	defer os.RemoveAll(dir)
	d, err := Open(ctx, dir)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer d.Discard()
	f, _ := d.Create("book.pdf")
	fmt.Fprint(f, "%PDF-1.7")
	f.Close()
	d.Add("book.epub", []byte("PK"))
	fmt.Println(d.Commit(ctx))
	names, _ := filepath.Glob(dir + "/*")
	fmt.Println(len(names))
	// Output:
	// <nil>
	// 2
}
