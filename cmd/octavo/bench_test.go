//go:build unix

package main

import (
	"os"
	"os/exec"
	"syscall"
	"testing"
)

// BenchmarkBook builds whole books in processes of their own, as an author does: S has 5,000 words, M 100,000 in 40
// chapters, L a million. Beside the time it tells the processors' time and the largest memory of a process.
func BenchmarkBook(b *testing.B) {
	for _, size := range []struct {
		name            string
		chapters, words int
		large           bool
	}{{"S", 6, 830, false}, {"M", 40, 2500, false}, {"L", 400, 2500, true}} {
		for _, only := range []string{"pdf", "epub", "cards", "pdf,epub,cards"} {
			b.Run(size.name+"/"+only, func(b *testing.B) {
				if size.large && (testing.Short() || only != "pdf,epub,cards") {
					b.Skip("large")
				}
				dir := b.TempDir()
				syntheticBook(b, dir, size.chapters, size.words)
				var peak, cpu float64
				for b.Loop() {
					cmd := exec.Command("octavo", "build", "--force", "--quiet", "-C", dir, "--only", only)
					cmd.Stderr = os.Stderr
					if err := cmd.Run(); err != nil {
						b.Fatal(err)
					}
					if usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
						peak = max(peak, float64(usage.Maxrss)/1024) // kilobytes on Linux
					}
					cpu += (cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Seconds()
				}
				b.ReportMetric(peak, "peak-MiB")
				b.ReportMetric(cpu/float64(b.N), "cpu-s/op")
			})
		}
	}
}

// BenchmarkCommand runs commands that are over before an author has waited: one that does nothing, a check of a book of 100,000 words,
// and a build of one that has not changed. The book is that of syntheticBook, or the one in the folder that OCTAVO_BOOK names.
func BenchmarkCommand(b *testing.B) {
	dir := os.Getenv("OCTAVO_BOOK")
	if dir == "" {
		dir = b.TempDir()
		syntheticBook(b, dir, 40, 2500)
	}
	for _, args := range [][]string{{"version"}, {"check", "-C", dir}, {"build", "--quiet", "-C", dir}} {
		b.Run(args[0], func(b *testing.B) {
			exec.Command("octavo", args...).Run() // a first build makes what the others find
			for b.Loop() {
				if err := exec.Command("octavo", args...).Run(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
