//go:build unix

package main

import (
	"bytes"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// A build that is stopped in the middle leaves the outputs of the last one, and, where it is asked to stop and not
// killed, no temporary file.
func TestStoppedBuildLeavesOldOutputs(t *testing.T) {
	slow(t)
	for _, stop := range []struct {
		signal syscall.Signal
		code   int
	}{{syscall.SIGTERM, 143}, {syscall.SIGINT, 130}, {syscall.SIGHUP, 129}, {syscall.SIGKILL, -1}} {
		t.Run(stop.signal.String(), func(t *testing.T) {
			dir := t.TempDir()
			syntheticBook(t, dir, 3, 500)
			mustBuild(t, dir)
			old := outputs(t, dir)
			syntheticBook(t, dir, 60, 2500) // long enough to be caught at it

			cmd := exec.Command("octavo", "build", "-C", dir)
			var stderr bytes.Buffer
			cmd.Stderr = &stderr
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			for deadline := time.Now().Add(20 * time.Second); len(temporary(t, dir)) == 0; time.Sleep(time.Millisecond) {
				if time.Now().After(deadline) {
					cmd.Process.Kill()
					t.Fatal("no temporary file in 20 s")
				}
			}
			cmd.Process.Signal(stop.signal)
			cmd.Wait()
			if code := cmd.ProcessState.ExitCode(); code != stop.code {
				t.Errorf("exit code %d, want %d; it printed:\n%s", code, stop.code, &stderr)
			}
			if stop.signal != syscall.SIGKILL {
				if left := temporary(t, dir); len(left) > 0 {
					t.Errorf("temporary files are left: %v", left)
				}
				if !strings.Contains(stderr.String(), "untouched") {
					t.Errorf("it does not say what became of the outputs:\n%s", &stderr)
				}
			}
			now := outputs(t, dir)
			for name, data := range old {
				if !bytes.Equal(now[name], data) {
					t.Errorf("%s is not the old one any more", name)
				}
			}
		})
	}
}

// What a killed build left is swept up by the next one.
func TestLeftoversAreSwept(t *testing.T) {
	slow(t)
	dir := filepath.Join(t.TempDir(), "x[1]")
	syntheticBook(t, dir, 1, 300)
	writeFiles(t, dir, map[string]string{"build/.killed.octavo-tmp/0": "left", "build/.other": "left"})
	mustBuild(t, dir)
	if left := temporary(t, dir); len(left) > 0 {
		t.Errorf("left are %v", left)
	}
	mustExist(t, dir, "build/.other")
}
