package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"octavo/cmd/octavo/internal/ledger"
	"octavo/cmd/octavo/internal/production"
)

// eachJob calls do with the jobs: with all of them if OCTAVO_FAULTS is set, else with a few.
func (b *faultBook) eachJob(t *testing.T, few int, do func(t *testing.T, j *faultJob, good *faultRun, run *faultRun)) {
	t.Helper()
	jobs := faultJobs(b)
	rand.Shuffle(len(jobs), func(i, k int) { jobs[i], jobs[k] = jobs[k], jobs[i] })
	if os.Getenv("OCTAVO_FAULTS") != "" {
		few = len(jobs)
	}
	for i := range jobs[:few] {
		j := &jobs[i]
		t.Run(j.name, func(t *testing.T) { do(t, j, b.undisturbed(t, j), b.start(t, j)) })
	}
}

// mustBeGood fails unless a command ends well and makes what it makes undisturbed.
func (r *faultRun) mustBeGood(t *testing.T, good *faultRun, cmd *exec.Cmd) {
	t.Helper()
	if err := cmd.Run(); err != nil {
		t.Errorf("%s: %v\n%s", r.job.name, err, &r.output)
	}
	if names := readTree(t, r.dir).differences(good.after, ""); len(names) > 0 {
		t.Errorf("%s: %v differ from those of an undisturbed run", r.job.name, names)
	}
}

// noTemp names a folder for temporary files that does not exist, or where nothing can be written.
func noTemp(t *testing.T, b *faultBook) {
	b.eachJob(t, 1, func(t *testing.T, j *faultJob, good, run *faultRun) {
		for _, tmp := range []string{"/nonexistent/tmp", "/proc/self", os.DevNull}[:1+2*min(1, len(os.Getenv("OCTAVO_FAULTS")))] {
			run := b.start(t, j)
			run.tmp = tmp
			run.mustBeGood(t, good, run.command(t.Context(), nil, j.line(run.dir)...))
		}
	})
}

// fewFiles lets a command open 32 files.
func fewFiles(t *testing.T, b *faultBook) {
	b.eachJob(t, 1, func(t *testing.T, j *faultJob, good, run *faultRun) {
		run.mustBeGood(t, good, run.command(t.Context(), []string{"sh", "-c", `ulimit -n 32 && exec "$@"`, "sh"}, j.line(run.dir)...))
	})
}

// otherDates gives all files and folders of a book dates of the future or of long ago, as a clock that was wrong does.
func otherDates(t *testing.T, b *faultBook) {
	b.eachJob(t, 1, func(t *testing.T, j *faultJob, good, run *faultRun) {
		if !j.fresh {
			writeFiles(t, run.dir, map[string]string{"build/.killed.octavo-tmp/0": "left", "build/review/.killed.octavo-tmp/0": "left"})
		}
		at := time.Date([]int{1971, 2090}[rand.IntN(2)], 1, 1, 0, 0, 0, 0, time.UTC)
		err := fs.WalkDir(os.DirFS(filepath.Dir(run.dir)), ".", func(name string, _ fs.DirEntry, err error) error {
			return errors.Join(err, os.Chtimes(filepath.Join(filepath.Dir(run.dir), name), at, at))
		})
		if err != nil {
			t.Fatal(err)
		}
		run.mustBeGood(t, good, run.command(t.Context(), nil, j.line(run.dir)...))
	})
}

// atOnce runs a command five times at once, then five commands at once.
func atOnce(t *testing.T, b *faultBook) {
	b.eachJob(t, 1, func(t *testing.T, j *faultJob, good, run *faultRun) {
		runs := make([]*faultRun, 5)
		errs := make([]error, len(runs))
		var group sync.WaitGroup
		for i := range runs {
			runs[i] = &faultRun{job: j, dir: run.dir, tmp: t.TempDir()}
			group.Go(func() { errs[i] = runs[i].command(t.Context(), nil, j.line(run.dir)...).Run() })
		}
		group.Wait()
		done := 0
		for i, err := range errs {
			if err == nil {
				done++
				continue
			}
			out := runs[i].output.String()
			late := j.fresh && (strings.Contains(out, "not empty") || strings.Contains(out, "a book already") || strings.Contains(out, "there already")) ||
				j.name == "feedback --undo" && strings.Contains(out, "cannot undo") ||
				politely.MatchString(out)
			if !late {
				t.Errorf("%d of %d at once: %v\n%s", i+1, len(runs), err, out)
			}
		}
		if done == 0 || j.fresh && done != 1 {
			t.Errorf("%d of %d have done it", done, len(runs))
		}
		if names := readTree(t, run.dir).differences(good.after, ""); len(names) > 0 {
			t.Errorf("%v differ from those of an undisturbed run", names)
		}
	})
	t.Run("different commands", func(t *testing.T) {
		run := b.start(t, &faultJob{name: "several"})
		jobs := faultJobs(b)
		var names []string
		for range 5 {
			for {
				j := jobs[rand.IntN(len(jobs))]
				if !j.fresh && !strings.HasPrefix(j.name, "feedback --") && j.name != "check --fix" {
					names = append(names, j.name)
					break
				}
			}
		}
		var group sync.WaitGroup
		for _, name := range names {
			for i := range jobs {
				if j := &jobs[i]; j.name == name {
					one := &faultRun{job: j, dir: run.dir, tmp: t.TempDir()}
					group.Go(func() {
						if err := one.command(t.Context(), nil, j.line(run.dir)...).Run(); err != nil {
							t.Errorf("%s: %v\n%s", name, err, &one.output)
						}
					})
				}
			}
		}
		group.Wait()
		run.holdClear(t)
		holdTrue(t, run.dir)
		if t.Failed() {
			t.Log(names)
		}
	})
}

// holdTrue fails unless the manifest and the ledger of a book tell the truth.
func holdTrue(t *testing.T, dir string) {
	t.Helper()
	tree := readTree(t, dir)
	sum := func(name string) string {
		data, ok := tree[name]
		if !ok {
			return ""
		}
		return fmt.Sprintf("%x", sha256.Sum256([]byte(data)))
	}
	var m production.Manifest
	if err := json.Unmarshal([]byte(tree["build/manifest.json"]), &m); err != nil {
		t.Errorf("the manifest: %v", err)
	}
	for _, o := range m.Outputs {
		if sum(path.Join("build", o.File)) != o.SHA256 {
			t.Errorf("%s is not the file of the manifest", o.File)
		}
	}
	var l ledger.Ledger
	if err := json.Unmarshal([]byte(tree["build/review/ledger.json"]), &l); err != nil {
		t.Errorf("the ledger: %v", err)
	}
	last, ids := map[string]string{}, map[string]bool{}
	for _, c := range l.Copies {
		last[c.File] = c.SHA256
		if key := c.ID + "." + c.Format; ids[key] {
			t.Errorf("the ledger has copy %s twice", key)
		} else {
			ids[key] = true
		}
		if _, ok := tree[ledger.MapOf(&c)]; !ok {
			t.Errorf("there is no page map of copy %s", c.ID)
		}
	}
	for file, want := range last {
		if sum(path.Join("build/review", file)) != want {
			t.Errorf("%s is not the file of the ledger", file)
		}
	}
}

// fullDisk runs commands where there is less room than they need.
func fullDisk(t *testing.T, b *faultBook) {
	for n := range faults(t, 1) {
		jobs := faultJobs(b)
		j := &jobs[rand.IntN(len(jobs))]
		if n%2 == 0 {
			j = &jobs[n/2%len(jobs)]
		}
		good := b.undisturbed(t, j)
		disk := t.TempDir()
		if err := syscall.Mount("tmpfs", disk, "tmpfs", 0, "size=64m"); err != nil {
			t.Skipf("no small disk can be mounted here: %v", err)
		}
		unmount := sync.OnceFunc(func() { syscall.Unmount(disk, 0) })
		defer unmount()
		run := b.start(t, j)
		if !j.fresh {
			if err := os.CopyFS(filepath.Join(disk, "book"), os.DirFS(run.dir)); err != nil {
				t.Fatal(err)
			}
		}
		run.dir = filepath.Join(disk, "book")
		var free syscall.Statfs_t
		if err := syscall.Statfs(disk, &free); err != nil {
			t.Fatal(err)
		}
		room := 0
		for name := range good.after {
			if good.before[name] != good.after[name] {
				room += (len(good.after[name]) + 4095) / 4096 * 4096
			}
		}
		room = rand.IntN(room + 8192)
		filler := bytes.Repeat([]byte("x"), max(0, int(free.Bavail)*int(free.Bsize)-room))
		if err := os.WriteFile(filepath.Join(disk, "filler"), filler, 0o666); err != nil {
			t.Fatal(err)
		}
		err := run.command(t.Context(), nil, j.line(run.dir)...).Run()
		if out := run.output.String(); err != nil && !strings.Contains(out, "no space left on device") || strings.Contains(out, "goroutine") {
			t.Errorf("it ends with %v and says\n%s", err, out)
		}
		run.partly = strings.Contains(run.output.String(), "the others are whole")
		run.holdClear(t)
		if err := os.Remove(filepath.Join(disk, "filler")); err != nil {
			t.Fatal(err)
		}
		run.holdAfter(t, good)
		if t.Failed() {
			t.Fatalf("%s with room for %d bytes", j.name, room)
		}
		unmount()
	}
}

// nobody is a user who owns nothing but what a test gives.
const nobody = 65534

// closedFolder takes the right to write in all folders of a book away while a command works, for a user to whom that makes a difference.
func closedFolder(t *testing.T, b *faultBook) {
	if os.Geteuid() != 0 {
		t.Skip("to work as another user takes root")
	}
	program, err := exec.LookPath("octavo")
	if err != nil {
		t.Fatal(err)
	}
	for at := filepath.Dir(program); at != "/" && at != "/tmp"; at = filepath.Dir(at) {
		os.Chmod(at, 0o755)
	}
	jobs := faultJobs(b)
	for n := range faults(t, 1) {
		j := &jobs[(n+time.Now().Second())%len(jobs)]
		good, run := b.undisturbed(t, j), b.start(t, j)
		top := filepath.Dir(run.dir)
		if err := os.MkdirAll(run.dir, 0o777); err != nil {
			t.Fatal(err)
		}
		each := func(do func(name string, dir bool)) {
			fs.WalkDir(os.DirFS(top), ".", func(name string, e fs.DirEntry, err error) error {
				if err == nil {
					do(filepath.Join(top, name), e.IsDir())
				}
				return nil
			})
		}
		for at := top; at != "/" && at != "/tmp"; at = filepath.Dir(at) {
			os.Chmod(at, 0o755)
		}
		for _, at := range []string{filepath.Dir(b.remarks), filepath.Dir(filepath.Dir(b.remarks)), run.tmp, filepath.Dir(run.tmp)} {
			os.Chmod(at, 0o755)
		}
		os.Chown(run.tmp, nobody, nobody)
		each(func(name string, _ bool) { os.Lchown(name, nobody, nobody) })
		cmd := run.command(t.Context(), nil, j.line(run.dir)...)
		cmd.Dir = top
		cmd.Env = append(cmd.Env, "HOME=/nonexistent")
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(rand.Float64() * float64(good.took)))
		each(func(name string, dir bool) {
			if dir {
				os.Chmod(name, 0o555)
			}
		})
		err := cmd.Wait()
		each(func(name string, dir bool) {
			if dir {
				os.Chmod(name, 0o755)
			}
		})
		if out := run.output.String(); err != nil && !strings.Contains(out, "permission denied") || strings.Contains(out, "goroutine") {
			t.Errorf("it ends with %v and says\n%s", err, out)
		}
		each(func(name string, _ bool) { os.Lchown(name, 0, 0) })
		run.partly = strings.Contains(run.output.String(), "the others are whole")
		run.holdAfter(t, good)
		if t.Failed() {
			t.Fatal(j.name)
		}
	}
}
