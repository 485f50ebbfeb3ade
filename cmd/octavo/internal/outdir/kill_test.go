//go:build unix || windows

package outdir

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// committer is the variable of the environment that makes this program one that commits a set after another into a folder,
// until it is killed.
const committer = "OUTDIR_COMMITTER"

func TestMain(m *testing.M) {
	if dir := os.Getenv(committer); dir != "" {
		commitForever(dir)
	}
	os.Exit(m.Run())
}

var setNames = []string{"book.pdf", "book.epub", "cards/1.png", "cards/2.png", "manifest.json"}

func commitForever(dir string) {
	fail := func(err error) {
		if err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
	}
	for i := os.Getpid() * 10_000; ; i++ {
		d, err := Open(ctx, dir)
		fail(err)
		for _, name := range setNames {
			fail(d.Add(name, fmt.Append(nil, i)))
		}
		fail(d.Commit(ctx))
		fmt.Println("set")
	}
}

// A process that is killed at any moment leaves the files of one set to the next one that opens the folder.
func TestSIGKILL(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	dir := t.TempDir()
	mixed := 0
	for round := range 40 {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), committer+"="+dir)
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(out)
		for range 1 + rand.IntN(3) {
			if !lines.Scan() || lines.Text() != "set" {
				t.Fatalf("round %d: it ends with %q", round, lines.Text())
			}
		}
		time.Sleep(time.Duration(rand.IntN(30)) * time.Millisecond)
		cmd.Process.Kill()
		cmd.Wait()
		if !oneSet(dir) {
			mixed++
		}
		open(t, dir).Discard()
		if !oneSet(dir) {
			t.Fatalf("round %d: the folder holds files of two sets:\n%s", round, tree(t, dir))
		}
		if names, _ := filepath.Glob(dir + "/.*"); len(names) > 0 {
			t.Fatalf("round %d: left are %v", round, names)
		}
	}
	t.Logf("%d of 40 kills left files of two sets until the next Open", mixed)
}

// oneSet reports whether all files of a set are of the same one.
func oneSet(dir string) bool {
	first, err := os.ReadFile(filepath.Join(dir, setNames[0]))
	for _, name := range setNames[1:] {
		data, rerr := os.ReadFile(filepath.Join(dir, name))
		if err != nil || rerr != nil || string(data) != string(first) {
			return false
		}
	}
	return true
}
