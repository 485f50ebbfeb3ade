package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// The tests in the files faults*_linux_test.go run the whole command and do to it what happens to programs: they kill it at any moment, fill its
// disk, take away its folder for temporary files and most of its open files. They hold of every command that writes something that it
// leaves what was there or what it makes, whole, and that it can be run again.

// faults returns how often a fault is done: as often as OCTAVO_FAULTS says, few times without it.
func faults(t *testing.T, few int) int {
	t.Helper()
	text := os.Getenv("OCTAVO_FAULTS")
	if text == "" {
		return few
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 {
		t.Fatalf("OCTAVO_FAULTS=%q is no number of faults", text)
	}
	return n
}

// faultJob is a command that writes something.
type faultJob struct {
	name  string
	args  []string
	fresh bool // it begins a book, in a folder that does not exist
}

// faultJobs are all commands that write. Those that begin a book are told its folder by -o or as an argument, the others by -C.
func faultJobs(b *faultBook) []faultJob {
	return []faultJob{
		{name: "build", args: []string{"build", "--profile", "screen,x4"}},
		{name: "cards", args: []string{"cards", "--sheet", "a4"}},
		{name: "cards export", args: []string{"cards", "export", "--for", "generic", "--dpi", "72"}},
		{name: "cards contact", args: []string{"cards", "contact"}},
		{name: "share", args: []string{"share", "--size", "square", "--format", "svg"}},
		{name: "cover", args: []string{"cover", "--profile", "x4"}},
		{name: "sheet", args: []string{"sheet"}},
		{name: "sampler", args: []string{"sampler", "--chapter", "one"}},
		{name: "onix", args: []string{"onix"}},
		{name: "review", args: []string{"review", "--since", "v1"}},
		{name: "show", args: []string{"show", "--dpi", "20"}},
		{name: "feedback", args: []string{"feedback", b.remarks, "-o", "{book}/remarks.json", "--format", "json"}},
		{name: "feedback --apply", args: []string{"feedback", "--apply", "--accept-all", b.remarks}},
		{name: "feedback --undo", args: []string{"feedback", "--undo"}},
		{name: "check --fix", args: []string{"check", "--fix"}},
		{name: "errata", args: []string{"errata", "v1", "-o", "{book}/errata.pdf"}},
		{name: "stats", args: []string{"stats", "--svg", "{book}/stats.svg"}},
		{name: "new", args: []string{"new", "{book}", "--title", "On Bells", "--author", "Ada Quill"}, fresh: true},
		{name: "import", args: []string{"import", b.epub, "-o", "{book}"}, fresh: true},
	}
}

// line returns the job's command line for the book in dir.
func (j *faultJob) line(dir string) []string {
	var out []string
	for _, a := range j.args {
		out = append(out, strings.ReplaceAll(a, "{book}", dir))
	}
	if !j.fresh {
		out = append(out, "-C", dir)
	}
	return out
}

// faultBook is a small book that has been made once, and changed since: every command has outputs to replace.
type faultBook struct {
	dir     string
	remarks string // a file of readers' remarks
	epub    string // of the book, to be imported

	good  map[string]*faultRun // what jobs do undisturbed
	found []callOf             // the calls at which faults are done
}

// faultTexts are the files of the book before and after its author has changed them. The chapters are short: what is tested is not how
// they are set.
func faultTexts(changed bool) map[string]string {
	toml := `[book]
title = "The Lamp"
slug = "lamp"
authors = ["A. Nonymous"]
date = 2026-01-01
language = "en-GB"
description = "A book about a lamp."

[contents]
body = ["one.md", "two.md", "three.md"]

[cover]
blurb = "A lamp that nobody lit."

[print]
printer = "press"

[trade]
territory = ["WORLD"]
contact = "orders@example.org"

[[review.reader]]
name = "Ann"
formats = ["pdf", "epub", "docx"]

[[review.reader]]
name = "Ben"
`
	job, climbed := "light", "climbed"
	if changed {
		job, climbed = "heavy, and it was long", "ran up"
		toml = strings.Replace(toml, "about a lamp", "about the lamp", 1)
	}
	files := map[string]string{"book.toml": toml}
	for i, name := range []string{"one", "two", "three"} {
		files["manuscript/"+name+".md"] = fmt.Sprintf(`# Of lamp %s

As a child I supposed that the *job was %s*. The job of lamp %[1]s was wicks.

## Rachel %[4]s the stairs of lamp %[1]s.
+++
kind = "meme"
id = "rachel-%[1]s"
+++

All of it was done for people who were out on the water %[3]d times, minding their own business.
`, name, job, i+2, climbed)
	}
	return files
}

// unmended is the book's chapters with a fault in each that can be mended in one way only.
func unmended() map[string]string {
	files := faultTexts(true)
	delete(files, "book.toml")
	for name := range files {
		files[name] += "\n##No space is here\n\nNone.\n"
	}
	return files
}

// TestFaults does all faults to one book, since to make it takes its time.
func TestFaults(t *testing.T) {
	slow(t)
	b := newFaultBook(t)
	for _, fault := range faultKinds {
		t.Run(fault.name, func(t *testing.T) { fault.do(t, b) })
	}
}

// newFaultBook writes the book, makes all of it, and changes its text.
func newFaultBook(t *testing.T) *faultBook {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("a revision of the book is kept by git")
	}
	top := t.TempDir()
	b := &faultBook{dir: filepath.Join(top, "book"), remarks: filepath.Join(top, "remarks.csv"), epub: filepath.Join(top, "lamp.epub"),
		good: map[string]*faultRun{}}
	writeFiles(t, b.dir, faultTexts(false))
	writeFiles(t, top, map[string]string{"remarks.csv": "reader,words,new,comment\nAnn,lamp one was wicks,lamp one was oil,\nBen,on the water 3 times,on the water often,\nAnn,stairs of lamp two,,nice\n"})
	for _, args := range [][]string{{"init", "-q"}, {"add", "."}, {"commit", "-q", "-m", "first"}, {"tag", "v1"}} {
		gitIn(t, b.dir, args...)
	}
	for _, j := range faultJobs(b) {
		if j.fresh || j.name == "feedback --undo" || j.name == "check --fix" {
			continue
		}
		b.mustRun(t, j.line(b.dir)...)
		if j.name == "build" {
			data, err := os.ReadFile(filepath.Join(b.dir, "build", "lamp.epub"))
			if err != nil {
				t.Fatal(err)
			}
			writeFiles(t, top, map[string]string{"lamp.epub": string(data)})
		}
	}
	writeFiles(t, b.dir, faultTexts(true))
	return b
}

func (b *faultBook) mustRun(t *testing.T, args ...string) {
	t.Helper()
	if out, errs, err := octavo(t, nil, args...); err != nil {
		t.Fatalf("octavo %s: %v\n%s%s", strings.Join(args, " "), err, out, errs)
	}
}

// copy returns a copy of the book for one fault: none where the job begins one.
func (b *faultBook) copy(t *testing.T, j *faultJob) (dir string) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "book")
	if j.fresh {
		return dir
	}
	if err := os.CopyFS(dir, os.DirFS(b.dir)); err != nil {
		t.Fatal(err)
	}
	switch j.name {
	case "feedback --undo":
		b.mustRun(t, "feedback", "--apply", "--accept-all", b.remarks, "-C", dir)
	case "check --fix":
		writeFiles(t, dir, unmended())
	}
	return dir
}

// faultTree is all files of a book's folder, but for those of git, by their slash-separated names.
type faultTree map[string]string

func readTree(t *testing.T, dir string) faultTree {
	t.Helper()
	tree := faultTree{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, e fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil
		case err != nil:
			return err
		case e.IsDir() && name == ".git":
			return fs.SkipDir
		case e.IsDir():
			return nil
		}
		data, err := os.ReadFile(filepath.Join(dir, name))
		tree[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return tree
}

// leftover reports whether a file is one that octavo writes on the way to others.
func leftover(name string) bool {
	return strings.Contains(name, ".octavo-tmp") || strings.Contains(name, ".octavo-journal")
}

// groupOf returns the set of files to which a file belongs: those that a command puts in their places as one.
func groupOf(name string) string {
	parts := strings.Split(name, "/")
	switch {
	case parts[0] != "build" || len(parts) == 2 && parts[1] == "undo.json":
		return "the book"
	case len(parts) == 2:
		return "build"
	}
	return "build/" + parts[1]
}

// differences returns the names of the files of a group in which two trees differ; "" is all groups.
func (a faultTree) differences(b faultTree, group string) (names []string) {
	all := maps.Clone(a)
	maps.Copy(all, b)
	for _, name := range slices.Sorted(maps.Keys(all)) {
		x, inA := a[name]
		y, inB := b[name]
		if (group == "" || groupOf(name) == group) && (inA != inB || x != y) {
			names = append(names, name)
		}
	}
	return names
}

// holdWhole fails unless every file is as it was before or as it is after the command, leftovers left out.
func (now faultTree) holdWhole(t *testing.T, before, after faultTree) {
	t.Helper()
	for name, data := range now {
		old, was := before[name]
		made, is := after[name]
		if !leftover(name) && !(was && data == old) && !(is && data == made) {
			t.Errorf("%s is neither the old file nor the new one: %d bytes, of %d and %d", name, len(data), len(old), len(made))
		}
	}
	for name := range before {
		if _, still := now[name]; !still && after[name] == before[name] {
			t.Errorf("%s is gone", name)
		}
	}
}

// holdSets fails unless all files of a group are those of before or all are those of after the command, and nothing else is there.
func (now faultTree) holdSets(t *testing.T, before, after faultTree) {
	t.Helper()
	groups := map[string]bool{}
	for _, tree := range []faultTree{now, before, after} {
		for name := range tree {
			groups[groupOf(name)] = true
		}
	}
	for group := range groups {
		old, made := now.differences(before, group), now.differences(after, group)
		if len(old) > 0 && len(made) > 0 {
			t.Errorf("%s: the files are neither those of before (%v differ) nor those of after (%v differ)", group, old, made)
		}
	}
}

// faultRun is a job about to be done in a book of its own.
type faultRun struct {
	job           *faultJob
	dir, tmp      string
	before, after faultTree
	took          time.Duration // undisturbed
	signalled     int           // how many signals it was sent
	partly        bool          // some files of a set could not be made, and the command says so: those of other readers are whole
	output        bytes.Buffer
}

// undisturbed runs a job and returns how its book is before and after, and how long that takes.
func (b *faultBook) undisturbed(t *testing.T, j *faultJob) *faultRun {
	t.Helper()
	if r := b.good[j.name]; r != nil {
		return r
	}
	r := b.start(t, j)
	r.before = readTree(t, r.dir)
	start := time.Now()
	r.mustEnd(t)
	r.took = time.Since(start)
	r.after = readTree(t, r.dir)
	for name := range r.after {
		if leftover(name) {
			t.Fatalf("%s is left without any fault", name)
		}
	}
	if len(r.before.differences(r.after, "")) == 0 {
		t.Fatalf("%s changes nothing:\n%s", j.name, &r.output)
	}
	b.good[j.name] = r
	return r
}

// start makes a copy of the book for a job, and a folder for its temporary files.
func (b *faultBook) start(t *testing.T, j *faultJob) *faultRun {
	t.Helper()
	return &faultRun{job: j, dir: b.copy(t, j), tmp: t.TempDir()}
}

// command returns a process that runs the octavo of this test, by way of another program where one is named.
func (r *faultRun) command(ctx context.Context, through []string, args ...string) *exec.Cmd {
	line := append(slices.Clone(through), append([]string{"octavo"}, args...)...)
	cmd := exec.CommandContext(ctx, line[0], line[1:]...)
	cmd.Env = append(os.Environ(), "TMPDIR="+r.tmp)
	cmd.WaitDelay = time.Minute
	r.output.Reset()
	cmd.Stdout, cmd.Stderr = &r.output, &r.output
	return cmd
}

// mustEnd runs the job to its end.
func (r *faultRun) mustEnd(t *testing.T) {
	t.Helper()
	if err := r.command(t.Context(), nil, r.job.line(r.dir)...).Run(); err != nil {
		t.Fatalf("octavo %s: %v\n%s", strings.Join(r.job.line(r.dir), " "), err, &r.output)
	}
}

// holdAfter holds what a fault has left against an undisturbed run: at once, after the very next command, whichever that is, and after
// the same command again. It returns what there was to clear up.
func (r *faultRun) holdAfter(t *testing.T, good *faultRun) (found aftermath) {
	t.Helper()
	now := readTree(t, r.dir)
	for name := range now {
		found.left = found.left || leftover(name)
		found.journal = found.journal || strings.Contains(name, ".octavo-journal")
	}
	if r.partly {
		r.holdPartly(t, good)
		return found
	}
	now.holdWhole(t, good.before, good.after)
	if !r.job.fresh || len(now) > 0 {
		r.command(t.Context(), nil, "check", "-C", r.dir).Run() // it may have something to say of the book
		now = readTree(t, r.dir)
		now.holdSets(t, good.before, good.after)
		if left, err := os.ReadDir(r.tmp); err != nil || len(left) > 0 {
			t.Errorf("the next command leaves %v in the folder of temporary files: %v", left, err)
		}
	}
	found.done = len(now.differences(good.after, "")) == 0
	if err := r.command(t.Context(), nil, r.job.line(r.dir)...).Run(); err != nil && !(found.done && (r.job.fresh || r.job.name == "feedback --undo")) {
		t.Errorf("again: %v\n%s", err, &r.output)
	}
	if names := readTree(t, r.dir).differences(good.after, ""); len(names) > 0 {
		t.Errorf("again: %v differ from those of an undisturbed run", names)
	}
	return found
}

// holdPartly is holdAfter of review copies of which some could not be made: the ledger knows what lies there, and the same command again
// makes the others.
func (r *faultRun) holdPartly(t *testing.T, good *faultRun) {
	t.Helper()
	holdTrue(t, r.dir)
	r.mustEnd(t)
	holdTrue(t, r.dir)
	names := readTree(t, r.dir).differences(good.after, "")
	if slices.ContainsFunc(names, func(name string) bool { return name != "build/review/ledger.json" }) { // it has them in another order
		t.Errorf("again: %v differ from those of an undisturbed run", names)
	}
}

// aftermath is what a fault has left.
type aftermath struct {
	left    bool // temporary files
	journal bool // a set that was half in its place
	done    bool // all outputs are the new ones
}
