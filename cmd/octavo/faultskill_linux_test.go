package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"octavo/cmd/octavo/internal/signals"
)

// killing counts what killed commands have left.
type killing struct{ killed, late, left, journal, done int }

func (k *killing) add(killed bool, a aftermath) {
	count := func(n *int, yes bool) {
		if yes {
			*n++
		}
	}
	count(&k.killed, killed)
	count(&k.late, !killed)
	count(&k.left, a.left)
	count(&k.journal, a.journal)
	count(&k.done, a.done)
}

func (k *killing) String() string {
	return fmt.Sprintf("%d killed, %d had ended before; %d left temporary files, %d a set half in its place; %d had done their work",
		k.killed, k.late, k.left, k.journal, k.done)
}

// faultKinds are what is done to commands.
var faultKinds = []struct {
	name string
	do   func(*testing.T, *faultBook)
}{
	{"killed", killedAnywhere},
	{"killed at a call", killedAtCall},
	{"killed studio", killedStudio},
	{"stopped", stopped},
	{"stopped at a call", stoppedAtCall},
	{"a call fails", failingCall},
	{"no folder for temporary files", noTemp},
	{"few open files", fewFiles},
	{"several at once", atOnce},
	{"dates of files", otherDates},
	{"full disk", fullDisk},
	{"closed folder", closedFolder},
}

// killedAnywhere kills commands at random moments: as many as OCTAVO_FAULTS says, over all commands.
func killedAnywhere(t *testing.T, b *faultBook) {
	jobs := faultJobs(b)
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	r := rand.New(rand.NewPCG(seed, 0))
	var all killing
	for n := range faults(t, 8) {
		if t.Failed() {
			break
		}
		j := &jobs[(n+int(seed%uint64(len(jobs))))%len(jobs)]
		good := b.undisturbed(t, j)
		run, took := b.start(t, j), good.took
		wait := time.Duration(r.Float64() * float64(took) * 1.1)
		if n%2 == 1 { // the end is where files come to their places
			wait = time.Duration((0.6 + 0.5*r.Float64()) * float64(took))
		}
		ctx, cancel := context.WithTimeout(t.Context(), wait) // CommandContext kills
		err := run.command(ctx, nil, j.line(run.dir)...).Run()
		cancel()
		killed := err != nil
		all.add(killed, run.holdAfter(t, good))
		if t.Failed() {
			t.Errorf("%s, killed %v after its start, of %v", j.name, wait, took)
		}
		os.RemoveAll(filepath.Dir(run.dir))
	}
	t.Log(&all)
}

// changing are the calls of the system by which files change. Faults are done at them.
var changing = regexp.MustCompile(`(?m)^\d+ +(renameat2?|linkat|unlinkat|mkdirat|fsync|fchmod)\(`)

// callOf is one of these calls in a command: which it is and how many of its kind were before it.
type callOf struct {
	job  *faultJob
	call string
	nth  int
}

// calls returns the calls by which some commands change files, in random order: those of all commands if OCTAVO_FAULTS is set.
func (b *faultBook) calls(t *testing.T, r *rand.Rand) (out []callOf) {
	t.Helper()
	defer func() {
		r.Shuffle(len(out), func(i, k int) { out[i], out[k] = out[k], out[i] })
	}()
	if b.found != nil {
		return b.found
	}
	if _, err := exec.LookPath("strace"); err != nil {
		t.Skip("strace is not installed")
	}
	jobs := faultJobs(b)
	few := os.Getenv("OCTAVO_FAULTS") == ""
	r.Shuffle(len(jobs), func(i, k int) { jobs[i], jobs[k] = jobs[k], jobs[i] })
	for i := range jobs {
		j := &jobs[i]
		if few && i >= 3 { // the rest another time
			break
		}
		run, log := b.start(t, j), filepath.Join(t.TempDir(), "calls")
		if err := run.command(t.Context(), []string{"strace", "-f", "-qq", "-o", log, "-e", "trace=/^(rename|link|unlink|mkdir|fsync|fchmod)"}, j.line(run.dir)...).Run(); err != nil {
			t.Skipf("strace cannot be used here: %v\n%s", err, &run.output)
		}
		text, err := os.ReadFile(log)
		if err != nil {
			t.Fatal(err)
		}
		count := map[string]int{}
		for _, m := range changing.FindAllStringSubmatch(string(text), -1) {
			count[m[1]]++
			out = append(out, callOf{j, m[1], count[m[1]]})
		}
	}
	b.found = out
	return out
}

// atCalls runs commands in which strace does something at a call, and holds what that leaves. Hold is called before the next command.
func (b *faultBook) atCalls(t *testing.T, few int, inject func(r *rand.Rand, c callOf) string, hold func(t *testing.T, run *faultRun, inject string, err error)) {
	t.Helper()
	seed := uint64(time.Now().UnixNano())
	r := rand.New(rand.NewPCG(seed, 0))
	calls := b.calls(t, r)
	n := min(faults(t, few), len(calls))
	var all killing
	for _, c := range calls[:n] {
		good := b.undisturbed(t, c.job)
		run, what := b.start(t, c.job), inject(r, c)
		log := filepath.Join(t.TempDir(), "log")
		err := run.command(t.Context(), []string{"strace", "-f", "-qq", "-o", log, "-e", "trace=" + c.call, "-e", what}, c.job.line(run.dir)...).Run()
		text, _ := os.ReadFile(log) // there is none where nothing was called
		run.signalled = len(signalled.FindAll(text, -1))
		hold(t, run, what, err)
		all.add(err != nil, run.holdAfter(t, good))
		if t.Failed() {
			t.Fatalf("seed %d: %s with %s", seed, c.job.name, what)
		}
		os.RemoveAll(filepath.Dir(run.dir))
	}
	t.Logf("%d calls of %d: %v", n, len(calls), &all)
}

// killedAtCall kills commands just before a call.
func killedAtCall(t *testing.T, b *faultBook) {
	b.atCalls(t, 4, func(_ *rand.Rand, c callOf) string {
		return fmt.Sprintf("inject=%s:signal=KILL:when=%d", c.call, c.nth)
	},
		func(*testing.T, *faultRun, string, error) {})
}

// stoppedAtCall asks commands to stop just before a call: they clear up themselves, and end with the code of the signal unless they have
// done their work.
func stoppedAtCall(t *testing.T, b *faultBook) {
	codes := map[string]int{"INT": 130, "TERM": 143, "HUP": 129}
	b.atCalls(t, 2, func(r *rand.Rand, c callOf) string {
		name := []string{"INT", "TERM", "HUP"}[r.IntN(3)]
		return fmt.Sprintf("inject=%s:signal=%s:when=%d", c.call, name, c.nth)
	}, func(t *testing.T, run *faultRun, inject string, err error) {
		code := 0
		if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
			code = exit.ExitCode()
		}
		name := strings.Split(strings.Split(inject, "signal=")[1], ":")[0]
		if code != 0 && code != codes[name] {
			t.Errorf("SIG%s ends it with %d, want %d or 0\n%s", name, code, codes[name], &run.output)
		}
		// strace counts calls by thread, so that each may be sent a signal, and a second one ends a command at once. One that has too much
		// to do is ended after a while.
		if run.signalled < 2 && !strings.Contains(run.output.String(), signals.Late) {
			run.holdClear(t)
		}
	})
}

// signalled matches a signal that reached a process, as strace tells it.
var signalled = regexp.MustCompile(`--- SIG(INT|TERM|HUP) `)

// failingCall makes a call fail, alone or with all that follow it, as a disk that is full, broken or not to be written to any more.
func failingCall(t *testing.T, b *faultBook) {
	says := map[string]string{"ENOSPC": "no space left on device", "EIO": "input/output error", "EROFS": "read-only file system", "EDQUOT": "disk quota exceeded"}
	b.atCalls(t, 3, func(r *rand.Rand, c callOf) string {
		code, from := slices.Sorted(maps.Keys(says))[r.IntN(len(says))], []string{"", "+"}[r.IntN(2)]
		return fmt.Sprintf("inject=%s:error=%s:when=%d%s", c.call, code, c.nth, from)
	}, func(t *testing.T, run *faultRun, inject string, err error) {
		code := strings.Split(strings.Split(inject, "error=")[1], ":")[0]
		if out := run.output.String(); err != nil && !strings.Contains(out, says[code]) || strings.Contains(out, "goroutine") {
			t.Errorf("it ends with %v and says\n%s", err, out)
		}
		run.partly = strings.Contains(run.output.String(), "the others are whole")
	})
}

// holdClear fails if a command has left temporary files.
func (r *faultRun) holdClear(t *testing.T) {
	t.Helper()
	for name := range readTree(t, r.dir) {
		if leftover(name) {
			t.Errorf("it leaves %s", name)
		}
	}
	if left, err := os.ReadDir(r.tmp); err != nil || len(left) > 0 {
		t.Errorf("it leaves %v in the folder for temporary files: %v", left, err)
	}
}

// stopped asks commands to stop at random moments, in every phase.
func stopped(t *testing.T, b *faultBook) {
	seed := uint64(time.Now().UnixNano())
	r := rand.New(rand.NewPCG(seed, 0))
	jobs := faultJobs(b)
	var all killing
	for n := range faults(t, 2) {
		j := &jobs[r.IntN(len(jobs))]
		good, run := b.undisturbed(t, j), b.start(t, j)
		signal := []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP}[n%3]
		cmd := run.command(t.Context(), nil, j.line(run.dir)...)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		wait := time.Duration(r.Float64() * float64(good.took))
		time.Sleep(wait)
		took, code := stop(cmd, signal)
		early := code == -1 // the signal ended it before it listened to signals
		if code != 0 && code != 128+int(signal) && !early || took > 5*time.Second {
			t.Errorf("%v ends it with %d after %v\n%s", signal, code, took, &run.output)
		}
		if !strings.Contains(run.output.String(), signals.Late) {
			run.holdClear(t)
		}
		all.add(code != 0, run.holdAfter(t, good))
		if t.Failed() {
			t.Fatalf("seed %d: %s, stopped %v after its start", seed, j.name, wait)
		}
		os.RemoveAll(filepath.Dir(run.dir))
	}
	t.Log(&all)
}
