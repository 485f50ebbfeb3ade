//go:build unix

package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"octavo/cmd/octavo/internal/signals"
)

// fullPipe is a pipe that nobody reads and that takes nothing more: whoever writes to it waits.
func fullPipe(t *testing.T) (w *os.File) {
	t.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close(); w.Close() })
	for chunk := make([]byte, 4096); ; {
		w.SetWriteDeadline(time.Now().Add(50 * time.Millisecond))
		if _, err := w.Write(chunk); errors.Is(err, os.ErrDeadlineExceeded) && len(chunk) == 1 {
			return w
		} else if err != nil {
			chunk = chunk[:1] // to the last byte
		}
	}
}

// start runs octavo.
func start(t *testing.T, stdout, stderr io.Writer, args ...string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command("octavo", args...)
	cmd.Stdout, cmd.Stderr = stdout, stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill() })
	return cmd
}

// stop sends a signal to a command and returns how long it took to end, ten seconds at most, and its exit code.
func stop(cmd *exec.Cmd, signal syscall.Signal) (took time.Duration, code int) {
	sent := time.Now()
	cmd.Process.Signal(signal)
	late := time.AfterFunc(10*time.Second, func() { cmd.Process.Kill() })
	defer late.Stop()
	cmd.Wait()
	return time.Since(sent), cmd.ProcessState.ExitCode()
}

// mustStop starts a command, sends it a signal while it works, and fails unless it ends within a second, with the code of the
// signal. A machine that is busy with other things gets more time to begin and two more tries.
func mustStop(t *testing.T, signal syscall.Signal, begin func() *exec.Cmd) {
	t.Helper()
	for wait := 600 * time.Millisecond; ; wait *= 3 {
		cmd := begin()
		time.Sleep(wait)
		took, code := stop(cmd, signal)
		switch {
		case took <= time.Second && code == 128+int(signal):
			return
		case wait > time.Second && (code == 0 || code == exitErrors):
			t.Skip("the machine is too busy: the command ends by itself before the signal or long after it")
		case wait > 5*time.Second:
			t.Errorf("it took %v to stop, with exit code %d, want %d", took, code, 128+int(signal))
			return
		}
	}
}

var stopSignals = []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP}

// Every command stops at once that prints to where nobody reads, or is on its way there.
func TestSignalWhilePrinting(t *testing.T) {
	slow(t)
	dir := t.TempDir()
	syntheticBook(t, dir, 3, 500)
	bk := filepath.Join(dir, "book.toml")
	text, err := os.ReadFile(bk)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(bk, append(text, "\n[[review.reader]]\nname = \"Ada\"\n"...), 0o666); err != nil {
		t.Fatal(err)
	}
	mustBuild(t, dir)
	mustReview(t, dir)
	made := filepath.Join(dir, "build", "synthetic.pdf")
	writeFiles(t, dir, map[string]string{"notes.csv": "page,comment\n1,hm\n"})
	for i, args := range [][]string{
		{"check", "--format", "json"}, {"build"}, {"cards"}, {"review"}, {"where", "1"}, {"show", "--pages", "#1"}, {"explain"},
		{"preflight", made}, {"feedback", filepath.Join(dir, "notes.csv")},
		{"review", "identify", filepath.Join(dir, "build", "review", "synthetic-ada.pdf")},
	} {
		t.Run(strings.Join(args[:min(2, len(args))], " "), func(t *testing.T) {
			pipe := fullPipe(t)
			mustStop(t, stopSignals[i%len(stopSignals)], func() *exec.Cmd { return start(t, pipe, pipe, append(args, "-C", dir)...) })
		})
	}
}

// A command stops at once while it reads and checks a long book, which nothing of it would notice by itself.
func TestSignalWhileReading(t *testing.T) {
	slow(t)
	dir := t.TempDir()
	syntheticBook(t, dir, 100, 5000)
	writeFiles(t, dir, map[string]string{"synthetic.pdf": string(pageOf(lamps(400), ""))})
	for i, args := range [][]string{{"check"}, {"build"}, {"where", "1"}, {"cards"}, {"verify", filepath.Join(dir, "synthetic.pdf")}} {
		t.Run(args[0], func(t *testing.T) {
			var stderr bytes.Buffer
			mustStop(t, stopSignals[i%len(stopSignals)], func() *exec.Cmd {
				stderr.Reset()
				return start(t, io.Discard, &stderr, append(args, "-C", dir)...)
			})
			if !strings.Contains(stderr.String(), "stopped by signal") {
				t.Errorf("it says %q", &stderr)
			}
		})
	}
}

// A command that reads a large file of another program's stops at once while it does.
func TestSignalWhileReadingForeign(t *testing.T) {
	slow(t)
	dir := copyOfTheBook(t)
	files := t.TempDir()
	writeFiles(t, files, map[string]string{
		"a.docx": wordBomb("<w:p>" + strings.Repeat("<w:r><w:rPr><w:b/></w:rPr><w:t>a </w:t></w:r><w:r><w:t>b </w:t></w:r>", 300_000) + "</w:p>"),
		"a.csv":  "page,line,comment\n" + times(50_000, func(i int) string { return fmt.Sprintf("%d,%d,too long %[1]d\n", i%90, i%30) }),
		"b.csv":  "text\n" + strings.Repeat(strings.Repeat("word ", 1000)+"\n", 390),
	})
	at := func(name string) string { return filepath.Join(files, name) }
	for i, args := range [][]string{
		{"import", at("a.docx"), "-o", filepath.Join(files, "book")}, {"feedback", "--no-record", at("a.csv")}, {"cards", "--from", at("b.csv")},
	} {
		t.Run(args[0], func(t *testing.T) {
			mustStop(t, stopSignals[i%2], func() *exec.Cmd { return start(t, io.Discard, io.Discard, append(args, "-C", dir)...) })
			if _, err := os.Stat(filepath.Join(files, "book", "book.toml")); err == nil {
				t.Error("a book was written")
			}
		})
	}
}

// A second signal does not wait for anything.
func TestSecondSignal(t *testing.T) {
	slow(t)
	pipe := fullPipe(t)
	cmd := start(t, pipe, pipe, "explain")
	time.Sleep(600 * time.Millisecond)
	sent := time.Now()
	cmd.Process.Signal(syscall.SIGINT)
	time.Sleep(signals.Same + 50*time.Millisecond)
	cmd.Process.Signal(syscall.SIGINT)
	cmd.Wait()
	if took := time.Since(sent); took > signals.Grace {
		t.Errorf("it took %v to stop, as if there had been one signal", took)
	}
	if code := cmd.ProcessState.ExitCode(); code != 130 {
		t.Errorf("exit code %d, want 130", code)
	}
}

// A command that was started with nohup goes on when its terminal is closed.
func TestNohup(t *testing.T) {
	slow(t)
	pipe := fullPipe(t)
	cmd := exec.Command("sh", "-c", `trap "" HUP; exec octavo explain`)
	cmd.Stdout, cmd.Stderr = pipe, pipe
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill() })
	time.Sleep(600 * time.Millisecond)
	cmd.Process.Signal(syscall.SIGHUP)
	time.Sleep(signals.Grace + 300*time.Millisecond)
	if err := cmd.Process.Signal(syscall.Signal(0)); err != nil {
		t.Fatalf("it has ended: %v", err)
	}
	if took, code := stop(cmd, syscall.SIGTERM); took > 5*time.Second || code != 128+int(syscall.SIGTERM) {
		t.Errorf("it took %v to stop, with exit code %d", took, code)
	}
}

// A revision that was laid out to be compared with goes when the command is stopped while it reads it.
func TestSignalRemovesRevision(t *testing.T) {
	slow(t)
	dir, temp := hostileBook(t), t.TempDir()
	syntheticBook(t, dir, 100, 5000)
	gitIn(t, dir, "add", ".")
	gitIn(t, dir, "commit", "-q", "-m", "long")
	if err := os.RemoveAll(filepath.Join(dir, "manuscript")); err != nil {
		t.Fatal(err)
	}
	writeFiles(t, dir, map[string]string{"manuscript/01.md": "# One\n\n## Say less.\n+++\nkind = \"meme\"\n+++\n\nSo.\n",
		"book.toml": "[book]\ntitle = \"Mine\"\nauthors = [\"A\"]\n"})
	cmd := exec.Command("octavo", "cards", "--since", "HEAD", "-C", dir)
	cmd.Env = append(os.Environ(), "TMPDIR="+temp)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill() })
	laidOut := func() bool {
		found, err := filepath.Glob(filepath.Join(dir, "build", ".*.octavo-tmp", "manuscript", "099.md"))
		return err == nil && len(found) > 0
	}
	for deadline := time.Now().Add(10 * time.Second); !laidOut(); time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("no revision is laid out in 10 s")
		}
	}
	if took, code := stop(cmd, syscall.SIGHUP); took > 5*time.Second || code != 128+int(syscall.SIGHUP) {
		t.Errorf("it took %v to stop, with exit code %d", took, code)
	}
	if left, err := os.ReadDir(temp); err != nil || len(left) > 0 {
		t.Errorf("left are %v, %v", left, err)
	}
	if left, err := os.ReadDir(filepath.Join(dir, "build")); !errors.Is(err, os.ErrNotExist) && (err != nil || len(left) > 0) {
		t.Errorf("left are %v, %v", left, err)
	}
}

// A command that a signal stopped ends with the signal's code, whatever it fails at once what it was reading has been taken away.
func TestStoppedWins(t *testing.T) {
	ctx, cancel := context.WithCancelCause(t.Context())
	if err := whatEnded(ctx, errFound); err != errFound {
		t.Errorf("before a signal: %v", err)
	}
	cancel(signals.Stopped{Signal: syscall.SIGHUP})
	var stderr bytes.Buffer
	if code := report(&stderr, whatEnded(ctx, errFound)); code != 128+int(syscall.SIGHUP) {
		t.Errorf("exit code %d: %s", code, &stderr)
	}
	if err := whatEnded(ctx, nil); err != nil {
		t.Errorf("a command that had ended: %v", err)
	}
}
