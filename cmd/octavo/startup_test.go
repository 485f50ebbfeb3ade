package main

import (
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// A command that has little to do is over before an author has seen it begin: our packages make no tables and compile no expressions
// before they are asked for. Memory is counted, not time, which a busy machine stretches.
func TestStartup(t *testing.T) {
	const most = 160 << 10 // bytes; the tables of one package that are made at once can need as much
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(exe, "version")
	cmd.Args[0] = "octavo" // not the test program, in which expressions are compiled at once
	cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	trace := regexp.MustCompile(`(?m)^init octavo/cmd/octavo/internal/(\S+) .* (\d+) bytes, \d+ allocs$`).FindAllStringSubmatch(string(out), -1)
	if len(trace) < 10 {
		t.Fatalf("few packages of ours are named:\n%s", out)
	}
	sum, lines := 0, []string{}
	for _, m := range trace {
		n, err := strconv.Atoi(m[2])
		if err != nil {
			t.Fatal(err)
		}
		sum += n
		lines = append(lines, m[0])
	}
	if sum > most {
		t.Errorf("our packages take %d bytes before the command begins, want at most %d:\n%s", sum, most, strings.Join(lines, "\n"))
	}
}
