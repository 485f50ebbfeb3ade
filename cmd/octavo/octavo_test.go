package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain puts this binary into PATH under the name octavo: the scripts and the tests run the whole command, each time
// in a process of its own.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"octavo": main})
}

// slow skips a test in short mode, which is for the edit loop.
func slow(t testing.TB) {
	t.Helper()
	if testing.Short() {
		t.Skip("takes more than a second")
	}
}

// long reports whether tests do all their work: with OCTAVO_LONG unset they leave out repetitions that cost much, of a limit
// that a smaller file reaches too, or of a validator on a book of the same kind.
func long() bool { return os.Getenv("OCTAVO_LONG") != "" }

// shortScripts are the scripts that run in short mode, a second or less each.
var shortScripts = []string{"testdata/script/build.txtar", "testdata/script/explain.txtar"}

// TestScripts runs testdata/script: one file a command and failure.
func TestScripts(t *testing.T) {
	dir, files := "testdata/script", []string(nil)
	if testing.Short() {
		dir, files = "", shortScripts
	}
	testscript.Run(t, testscript.Params{
		Dir:   dir,
		Files: files,
		Setup: func(e *testscript.Env) error {
			e.Setenv("NO_COLOR", "1")
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			// exitcode N command: the command ends with just this code.
			"exitcode": func(ts *testscript.TestScript, neg bool, args []string) {
				if neg || len(args) < 2 {
					ts.Fatalf("usage: exitcode N command [args]")
				}
				code := 0
				var exit *exec.ExitError
				if err := ts.Exec(args[1], args[2:]...); errors.As(err, &exit) {
					code = exit.ExitCode()
				} else if err != nil {
					ts.Fatalf("%v", err)
				}
				if fmt.Sprint(code) != args[0] {
					ts.Fatalf("exit code %d, want %s", code, args[0])
				}
			},
		},
		Condition: func(cond string) (bool, error) {
			if cond == "root" {
				return os.Geteuid() == 0, nil
			}
			return false, fmt.Errorf("unknown condition %q", cond)
		},
	})
}

// octavo runs the command and gives what it printed. Env is added to the environment.
func octavo(t testing.TB, env []string, args ...string) (stdout, stderr string, err error) {
	t.Helper()
	cmd := exec.Command("octavo", args...)
	cmd.Env = append(os.Environ(), env...)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	err = cmd.Run()
	return out.String(), errs.String(), err
}

// mustBuild builds the book in dir.
func mustBuild(t testing.TB, dir string, env ...string) {
	t.Helper()
	if out, errs, err := octavo(t, env, "build", "-C", dir); err != nil {
		t.Fatalf("octavo build -C %s: %v\n%s%s", dir, err, out, errs)
	}
}

// outputs reads every file that lies in a build folder itself.
func outputs(t testing.TB, dir string) map[string][]byte {
	t.Helper()
	entries, err := os.ReadDir(filepath.Join(dir, "build"))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, e := range entries {
		if e.IsDir() { // what a killed build leaves
			continue
		}
		data, err := os.ReadFile(filepath.Join(dir, "build", e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		files[e.Name()] = data
	}
	return files
}

// copyOfTheBook is this repository's book in a folder of its own, to build it without touching what is in build/.
func copyOfTheBook(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	const repository = "../.."
	text, err := os.ReadFile(filepath.Join(repository, "book.toml"))
	if err != nil {
		t.Skip("the repository holds no book yet")
	}
	if err := os.WriteFile(filepath.Join(dir, "book.toml"), text, 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(filepath.Join(dir, "manuscript"), os.DirFS(filepath.Join(repository, "manuscript"))); err != nil {
		t.Fatal(err)
	}
	return dir
}

// writeFiles writes files by their slash-separated names.
func writeFiles(t testing.TB, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// syntheticBook writes a book of so many chapters with so many words each, an entry every 700 words and a footnote every
// 400: the shape of a book, the same bytes every time. The words are of no language that anybody speaks, but have its
// letters and lengths.
func syntheticBook(t testing.TB, dir string, chapters, words int) {
	t.Helper()
	r := rand.New(rand.NewPCG(1, uint64(chapters)))
	lexicon := inventWords(r, 8000)
	files := map[string]string{}
	var listed []string
	entries := 0
	for c := range chapters {
		var b strings.Builder
		notes, n := 0, 0
		fmt.Fprintf(&b, "# %s\n\n", sentence(r, lexicon, 3))
		for n < words {
			var p []string
			for range 4 + r.IntN(5) {
				k := 6 + r.IntN(18)
				p = append(p, sentence(r, lexicon, k)+".")
				n += k
			}
			text := strings.Join(p, " ")
			if n/400 > notes {
				notes++
				text += fmt.Sprintf("[^%d]\n\n[^%d]: %s.", notes, notes, sentence(r, lexicon, 20))
			}
			fmt.Fprintf(&b, "%s\n\n", text)
			if n/700 > entries%1000 && n < words {
				entries++
				fmt.Fprintf(&b, "## %s.\n+++\nkind = \"meme\"\nid = \"e%d-%d\"\nthemes = [\"all\"]\n+++\n\n%s.\n\n",
					sentence(r, lexicon, 9), c+1, n, sentence(r, lexicon, 40))
			}
		}
		entries = 0
		name := fmt.Sprintf("%03d.md", c+1)
		files["manuscript/"+name] = b.String()
		listed = append(listed, fmt.Sprintf("%q", name))
	}
	files["book.toml"] = fmt.Sprintf("[book]\ntitle = \"Synthetic\"\nauthors = [\"A. Nonymous\"]\ndate = 2026-01-01\n\n"+
		"[contents]\nbody = [%s]\n\n[themes]\nall = \"All\"\n", strings.Join(listed, ", "))
	writeFiles(t, dir, files)
}

// inventWords makes n words of 1 to 4 syllables.
func inventWords(r *rand.Rand, n int) []string {
	onsets := strings.Fields("b c d f g h l m n p r s t v w br cl dr fl gr pl pr sc sh sp st str th tr wh qu")
	vowels := strings.Fields("a e i o u a e i o ea ou ai ie oo y")
	codas := strings.Fields("n r s t l d m ng st nt ck ss ffi fl ct - - - - -")
	words := make([]string, n)
	for i := range words {
		var w strings.Builder
		for range 1 + min(r.IntN(3), r.IntN(4)) {
			w.WriteString(onsets[r.IntN(len(onsets))] + vowels[r.IntN(len(vowels))] + strings.Trim(codas[r.IntN(len(codas))], "-"))
		}
		words[i] = w.String()
	}
	return words
}

func sentence(r *rand.Rand, lexicon []string, n int) string {
	words := make([]string, n)
	for i := range words {
		for { // small numbers are common, as common words are; no word twice in a row
			words[i] = lexicon[int(float64(len(lexicon))*r.Float64()*r.Float64()*r.Float64())]
			if i == 0 || words[i] != words[i-1] {
				break
			}
		}
	}
	words[0] = strings.ToUpper(words[0][:1]) + words[0][1:]
	return strings.Join(words, " ")
}

// mustExist fails unless dir holds the file.
func mustExist(t testing.TB, dir, name string) {
	t.Helper()
	if _, err := fs.Stat(os.DirFS(dir), name); err != nil {
		t.Error(err)
	}
}
