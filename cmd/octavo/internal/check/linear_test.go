package check

import (
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"
)

// checking returns how long it takes to check a chapter of one line, the faster of two runs.
func checking(t *testing.T, line string) time.Duration {
	t.Helper()
	dir := write(t, []txtar.File{{Name: "book.toml", Data: []byte("[book]\ntitle = \"A\"\nauthors = [\"B\"]\nlanguage = \"en\"\n")},
		{Name: "manuscript/a.md", Data: []byte("# T\n\n" + line + "\n")}})
	least := time.Hour
	for range 2 {
		start := time.Now()
		everything(t, dir)
		least = min(least, time.Since(start))
	}
	return least
}

// TestLinear holds the rules against passages of one line in which each word is something to report: four times as many take
// about four times as long, not sixteen.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("it measures time")
	}
	for name, text := range map[string]func(n int) string{
		"words said twice": func(n int) string { return strings.Repeat("a ", n) },
		"TK":               func(n int) string { return strings.Repeat("TK ", n) },
		"tags":             func(n int) string { return strings.Repeat("<b>", n/10) },
		"braces":           func(n int) string { return strings.Repeat("{", n) },
		"carets":           func(n int) string { return strings.Repeat("^", n) },
	} {
		few, many := checking(t, text(20_000)), checking(t, text(80_000))
		t.Logf("%s: %v, %v", name, few, many)
		if many > 10*few+time.Second {
			t.Errorf("%s: %v, four times as many %v", name, few, many)
		}
	}
}
