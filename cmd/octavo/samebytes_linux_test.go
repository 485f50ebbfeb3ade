package main

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// bytesBook is a book of which everything is made, by commands whose output counts too.
type bytesBook struct {
	name  string
	files map[string]string
	lines []string // commands; {dir} is the book's folder, {out} one outside of it
}

// bytesBooks are the small book of the faults with all commands, and the book of all constructs.
func bytesBooks(t *testing.T) []bytesBook {
	t.Helper()
	lamp := faultTexts(true)
	lamp["book.toml"] += "\n[deck]\nmarks = \"silhouette\"\n"
	lamp["book.toml"] = strings.Replace(lamp["book.toml"], "language =", "origin = \"human\"\nlanguage =", 1)
	lamp["remarks.csv"] = "reader,words,new,comment\nAnn,lamp one was wicks,lamp one was oil,\nAnn,stairs of lamp two,,nice\n"
	for name, text := range faultTexts(false) {
		lamp["old/"+name] = text
	}
	kitchen := map[string]string{}
	from := os.DirFS("internal/booktest/testdata/kitchen")
	err := fs.WalkDir(from, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := fs.ReadFile(from, name)
		kitchen[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	kitchen["book.toml"] += "\n[review]\nlayout = \"manuscript\"\n\n[[review.reader]]\nname = \"Ann\"\nformats = [\"pdf\", \"epub\", \"docx\"]\n"
	return []bytesBook{{"lamp", lamp, []string{
		"check --format json", "build --only pdf --profile kdp,ingram", "build --profile screen,x4", "check --format sarif", "verify build/lamp.pdf build/lamp.epub",
		"cards --sides fold --sheet a4", "cards contact", "cards proof rachel-one", "cards calibrate",
		"cards export --for makeplayingcards", "cards export --for gamecrafter",
		"cards export --for generic --format png,svg --dpi 200", "cards export --for tabletop", "cards export --for tabletop-simulator",
		"share --format png,svg --size square,story", "cover --profile x4", "sheet", "sampler --chapter one", "onix", "onix --release 3.0",
		"review", "review --layout manuscript --reader Ben", "show --dpi 30", "show --dpi 30 --what wrap -o build/wrap", "stats --format json --svg build/stats.svg", "stats",
		"origin --format json", "origin", "where 5", "feedback remarks.csv --format json", "feedback remarks.csv --format html -o build/remarks.html",
		"feedback remarks.csv --todo build/todo.md", "feedback --status", "errata {dir}/old -o {out}/errata.csv", "errata {dir}/old -o {out}/errata.pdf",
		"feedback --apply --accept-all remarks.csv", "preflight build/lamp.pdf", "import build/lamp.epub -o {out}/imported",
		"new {out}/new --title Bells --author Ada", "schema",
	}}, {"kitchen", kitchen, []string{
		"build --profile screen,x4", "review", "sampler --chapter one", "stats --format json", "cards --sheet letter",
	}}}
}

// workplace is where and how a book is made, as no two authors have it.
type workplace struct {
	dir, out, cwd, named string // named is the book's folder as -C has it
	umask                string
	env                  []string
}

// elsewhere writes a book's files in a random order, with random dates, into a folder of a random name.
func elsewhere(t *testing.T, r *rand.Rand, files map[string]string) *workplace {
	t.Helper()
	pick := func(of ...string) string { return of[r.IntN(len(of))] }
	top := t.TempDir()
	p := &workplace{dir: filepath.Join(top, pick("b", "ein Buch", "本/x", "a/b/c/d")), out: filepath.Join(top, "out"), umask: pick("000", "022", "077", "027")}
	names := []string{}
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	r.Shuffle(len(names), func(i, k int) { names[i], names[k] = names[k], names[i] })
	for _, name := range names {
		writeFiles(t, p.dir, map[string]string{name: files[name]})
		at := time.Unix(r.Int64N(4_000_000_000), r.Int64N(1_000_000_000))
		if err := os.Chtimes(filepath.Join(p.dir, name), at, at); err != nil {
			t.Fatal(err)
		}
	}
	temp := filepath.Join(top, pick("t", "temporary files"))
	if err := os.MkdirAll(temp, 0o777); err != nil {
		t.Fatal(err)
	}
	p.cwd, p.named = p.dir, "."
	if r.IntN(2) == 0 {
		p.cwd, p.named = filepath.Join(p.dir, "manuscript"), ".."
	}
	locale := pick("C", "C.UTF-8", "tr_TR.UTF-8", "de_DE.ISO-8859-1", "ja_JP.UTF-8", "")
	p.env = append(os.Environ(), "TMPDIR="+temp, "TZ="+pick("UTC", "Pacific/Kiritimati", "America/St_Johns", "Asia/Kathmandu", "No/Where"),
		"LANG="+locale, "LC_ALL="+locale, "LANGUAGE="+pick("", "tr", "de:fr"), fmt.Sprint("GOMAXPROCS=", 1+r.IntN(8)), "GOGC="+pick("20", "100", "off"),
		"HOME="+pick("/nonexistent", top), "USER="+pick("root", "ada"), "NO_COLOR=1", "COLUMNS="+pick("40", "200"), "SOURCE_DATE_EPOCH=1700000000",
		"GIT_CEILING_DIRECTORIES="+top)
	return p
}

// run makes everything of a book, and returns it with what the commands print.
func (p *workplace) run(t *testing.T, b *bytesBook) faultTree {
	t.Helper()
	printed := faultTree{}
	for _, line := range b.lines {
		args := []string{"-c", `umask "$1"; shift; exec octavo "$@"`, "sh", p.umask}
		for _, a := range strings.Fields(line) {
			a = strings.ReplaceAll(strings.ReplaceAll(a, "{out}", p.out), "{dir}", p.dir)
			if strings.HasPrefix(a, "build/") || strings.HasPrefix(a, "remarks.") {
				a = filepath.Join(p.dir, a)
			}
			args = append(args, a)
		}
		cmd := exec.Command("sh", append(args, "-C", p.named)...)
		cmd.Dir, cmd.Env = p.cwd, p.env
		out, err := cmd.CombinedOutput()
		if err != nil && !strings.HasPrefix(line, "check") && !strings.HasPrefix(line, "preflight") {
			t.Errorf("octavo %s: %v\n%s", line, err, out)
		}
		if !strings.Contains(string(out), " s\n") { // else it says how long that took
			printed["printed by "+line] = strings.NewReplacer(p.out, "OUT", p.dir, "DIR", p.named+"/build", "build").Replace(strings.Join(strings.Fields(string(out)), " "))
		}
	}
	for name, data := range readTree(t, p.dir) {
		printed[name] = data
	}
	if _, err := os.Stat(p.out); err == nil {
		for name, data := range readTree(t, p.out) {
			printed["out/"+name] = data
		}
	}
	return printed
}

// some returns a few of the commands: those that make what others read, and others by chance.
func (b *bytesBook) some(r *rand.Rand) []string {
	const first = 3
	rest := slices.Clone(b.lines[first:])
	r.Shuffle(len(rest), func(i, k int) { rest[i], rest[k] = rest[k], rest[i] })
	return append(slices.Clone(b.lines[:first]), rest[:7]...)
}

// Everything that octavo makes has the same bytes, wherever, whenever, and for whoever it is made: OCTAVO_FAULTS=50 makes all of it fifty
// times. Without it a part of it is made twice.
func TestSameBytes(t *testing.T) {
	slow(t)
	books := bytesBooks(t)
	seed := uint64(time.Now().UnixNano())
	r := rand.New(rand.NewPCG(seed, 0))
	if os.Getenv("OCTAVO_FAULTS") == "" {
		books = books[:1]
		books[0].lines = books[0].some(r)
	}
	first := map[string]faultTree{}
	for n := range len(books) * faults(t, 2) {
		b := &books[n%len(books)]
		p := elsewhere(t, r, b.files)
		made := p.run(t, b)
		if first[b.name] == nil {
			first[b.name] = made
			t.Logf("%s: %d files and texts", b.name, len(made))
			continue
		}
		if names := made.differences(first[b.name], ""); len(names) > 0 {
			t.Errorf("seed %d, number %d: %v differ in %s with umask %s, in %s, with %v", seed, n, names, p.dir, p.umask, p.cwd, p.env[len(os.Environ()):])
			for _, name := range names {
				if i := strings.IndexByte(name, ' '); i > 0 {
					t.Logf("%s:\n%.2000s\nfirst:\n%.2000s", name, made[name], first[b.name][name])
				}
			}
		}
		if t.Failed() {
			break
		}
		os.RemoveAll(filepath.Dir(p.out))
		if n%10 == 0 {
			t.Logf("%d are equal", n)
		}
	}
}
