//go:build unix

package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"
	"time"
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
}

// killedAnywhere kills commands at random moments: as many as OCTAVO_FAULTS says, over all commands.
func killedAnywhere(t *testing.T, b *faultBook) {
	jobs := faultJobs(b)
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	r := rand.New(rand.NewPCG(seed, 0))
	good := map[string]*faultRun{}
	var all killing
	for n := range faults(t, 12) {
		if t.Failed() {
			break
		}
		j := &jobs[(n+int(seed%uint64(len(jobs))))%len(jobs)]
		if good[j.name] == nil {
			good[j.name] = b.undisturbed(t, j)
		}
		run, took := b.start(t, j), good[j.name].took
		wait := time.Duration(r.Float64() * float64(took) * 1.1)
		if n%2 == 1 { // the end is where files come to their places
			wait = time.Duration((0.6 + 0.5*r.Float64()) * float64(took))
		}
		ctx, cancel := context.WithTimeout(t.Context(), wait) // CommandContext kills
		err := run.command(ctx, nil, j.line(run.dir)...).Run()
		cancel()
		killed := err != nil
		all.add(killed, run.holdAfter(t, good[j.name]))
		if t.Failed() {
			t.Errorf("%s, killed %v after its start, of %v", j.name, wait, took)
		}
		os.RemoveAll(filepath.Dir(run.dir))
	}
	t.Log(&all)
}

// changing are the calls of the system by which files change; killedAtCall kills at them.
var changing = regexp.MustCompile(`(?m)^\d+ +(renameat2?|linkat|unlinkat|mkdirat|fsync|fchmod)\(`)

// killedAtCall kills commands just before a call of the system that changes a folder: as many of them as OCTAVO_FAULTS says.
func killedAtCall(t *testing.T, b *faultBook) {
	if _, err := exec.LookPath("strace"); err != nil {
		t.Skip("strace is not installed")
	}
	jobs := faultJobs(b)
	r := rand.New(rand.NewPCG(uint64(time.Now().UnixNano()), 0))
	var all killing
	type moment struct {
		job  *faultJob
		call string
		nth  int
	}
	var moments []moment
	good := map[string]*faultRun{}
	few := faults(t, 8)
	for i := range jobs {
		j := &jobs[i]
		if few == 8 && i%4 != r.IntN(4) { // the rest another time
			continue
		}
		good[j.name] = b.undisturbed(t, j)
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
			moments = append(moments, moment{j, m[1], count[m[1]]})
		}
	}
	r.Shuffle(len(moments), func(i, k int) { moments[i], moments[k] = moments[k], moments[i] })
	for _, m := range moments[:min(few, len(moments))] {
		run := b.start(t, m.job)
		inject := fmt.Sprintf("inject=%s:signal=KILL:when=%d", m.call, m.nth)
		err := run.command(t.Context(), []string{"strace", "-f", "-qq", "-o", os.DevNull, "-e", "trace=" + m.call, "-e", inject}, m.job.line(run.dir)...).Run()
		all.add(err != nil, run.holdAfter(t, good[m.job.name]))
		if t.Failed() {
			t.Fatalf("%s, killed before %s number %d", m.job.name, m.call, m.nth)
		}
		os.RemoveAll(filepath.Dir(run.dir))
	}
	t.Logf("%d moments of %d: %v", min(few, len(moments)), len(moments), &all)
}
