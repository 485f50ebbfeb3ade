package main

import (
	"os"
	"os/exec"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"testing"
)

const (
	mostOwn    = 80 << 10   // bytes that our packages may allocate before main is called
	mostOthers = 1000 << 10 // and those that they use
)

// slowToStart are packages that take more time when the program starts than what is used of them is worth.
var slowToStart = []string{
	"github.com/yuin/goldmark/extension", // compiles expressions with hundreds of repetitions; manuscript has parsers of its own
	"golang.org/x/image/colornames",      // fills a map, which drawing has when it needs it
}

// TestStartup holds that a command which has little to do is over before an author has seen it begin: our packages make no tables and
// compile no expressions before they are asked for, and import none that does much. Memory is counted, not time, which a busy machine
// stretches.
func TestStartup(t *testing.T) {
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
	trace := regexp.MustCompile(`(?m)^init (\S+) .* (\d+) bytes, \d+ allocs$`).FindAllStringSubmatch(string(out), -1)
	if len(trace) < 100 {
		t.Fatalf("few packages are named:\n%s", out)
	}
	own, others, at := 0, 0, map[string]int{}
	for i, m := range trace {
		n, err := strconv.Atoi(m[2])
		if err != nil {
			t.Fatal(err)
		}
		switch {
		case strings.HasPrefix(m[1], "octavo/cmd/octavo/internal/"):
			own += n
		case m[1] != "octavo/cmd/octavo": // which is full of tests here
			others += n
		}
		at[m[1]] = i + 1
	}
	if own > mostOwn || others > mostOthers {
		t.Errorf("before the command begins, our packages take %d bytes and all others %d, want at most %d and %d:\n%s", own, others, mostOwn, mostOthers, out)
	}
	for _, p := range slowToStart {
		if at[p] > 0 {
			t.Errorf("%s is initialised", p)
		}
	}
	if first := at["octavo/cmd/octavo/internal/firstpages"]; runtime.GOOS == "linux" && (first == 0 || first > at["os"] || first > at["unicode"]) {
		t.Errorf("package firstpages is initialised as number %d, os as %d, unicode as %d", first, at["os"], at["unicode"])
	}
}

// TestOnlyCommand holds that a command which is named makes no other, and that the names are those of the commands.
func TestOnlyCommand(t *testing.T) {
	t.Parallel()
	for _, c := range commands {
		if got := c.make().Name(); got != c.name {
			t.Errorf("%s is in the table as %s", got, c.name)
		}
	}
	for _, c := range []struct {
		line string
		want int
	}{{"version", 1}, {"check -C book", 1}, {"-C book check", len(commands)}, {"help check", len(commands)}, {"man pages", len(commands)}, {"chekc", len(commands)}, {"", len(commands)}} {
		if got := len(rootCommand(onlyCommand(strings.Fields(c.line))).Commands()); got != c.want {
			t.Errorf("octavo %s makes %d commands, want %d", c.line, got, c.want)
		}
	}
}
