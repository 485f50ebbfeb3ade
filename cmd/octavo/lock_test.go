//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os/exec"
	"sync"
	"syscall"
	"testing"
	"time"

	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/production"
)

// A build waits for another one that is putting its files in their places; it can be stopped while it waits.
func TestBuildsTakeTurns(t *testing.T) {
	slow(t)
	dir := t.TempDir()
	syntheticBook(t, dir, 1, 300)
	mustBuild(t, dir)
	old := outputs(t, dir)
	syntheticBook(t, dir, 2, 300)
	build := dir + "/build"
	other, err := outdir.Open(t.Context(), build)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Discard()
	if err := other.Lock(t.Context(), 0); err != nil {
		t.Fatal(err)
	}
	var said bytes.Buffer
	start := func() (*exec.Cmd, chan error) {
		cmd := exec.Command("octavo", "build", "-C", dir)
		said.Reset()
		cmd.Stdout, cmd.Stderr = &said, &said
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		ended := make(chan error, 1)
		go func() { ended <- cmd.Wait() }()
		select {
		case err := <-ended:
			t.Fatalf("it did not wait: %v\n%s", err, &said)
		case <-time.After(time.Second):
		}
		return cmd, ended
	}
	cmd, ended := start()
	cmd.Process.Signal(syscall.SIGTERM)
	if <-ended; cmd.ProcessState.ExitCode() != 143 {
		t.Errorf("stopped while it waited: exit code %d\n%s", cmd.ProcessState.ExitCode(), &said)
	}
	_, ended = start()
	for name, data := range outputs(t, dir) {
		if want, ok := old[name]; ok && !bytes.Equal(data, want) {
			t.Errorf("%s is new while another build holds the folder", name)
		}
	}
	other.Discard()
	if err := <-ended; err != nil {
		t.Errorf("after its turn had come: %v\n%s", err, &said)
	}
	if bytes.Equal(outputs(t, dir)["manifest.json"], old["manifest.json"]) {
		t.Error("nothing is new")
	}
	if len(temporary(t, dir)) > 0 {
		t.Errorf("left are %v", temporary(t, dir))
	}
}

// Builds at the same time, of the same book on several dates and of parts of it, leave what one of them made, and a
// manifest that is true.
func TestBuildsAtOnce(t *testing.T) {
	slow(t)
	dir := t.TempDir()
	syntheticBook(t, dir, 1, 1500)
	for round := range 3 {
		var group sync.WaitGroup
		for i, only := range []string{"pdf", "epub", "pdf,epub,cards", "cards", "pdf,epub,cards"} {
			group.Go(func() {
				date := fmt.Sprintf("SOURCE_DATE_EPOCH=%d", 1_700_000_000+100_000*i)
				if out, errs, err := octavo(t, []string{date}, "build", "-C", dir, "--only", only); err != nil {
					t.Errorf("round %d, %s: %v\n%s%s", round, only, err, out, errs)
				}
			})
		}
		group.Wait()
		made := outputs(t, dir)
		var m production.Manifest
		if err := json.Unmarshal(made["manifest.json"], &m); err != nil {
			t.Fatal(err)
		}
		if len(m.Outputs) != 4 {
			t.Errorf("round %d: the manifest lists %d files, want 4", round, len(m.Outputs))
		}
		for _, o := range m.Outputs {
			if sum := fmt.Sprintf("%x", sha256.Sum256(made[o.File])); sum != o.SHA256 {
				t.Errorf("round %d: %s is not the file of the manifest", round, o.File)
			}
		}
	}
}
