package main

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/parallel"
)

// A mistake of octavo itself is told from one of the author, and shows its stack only to who asks.
func TestPanicIsAnInternalError(t *testing.T) {
	for _, debug := range []string{"", "1"} {
		t.Setenv("OCTAVO_DEBUG", debug)
		var stderr bytes.Buffer
		code := report(&stderr, parallel.Guard(func() error { panic("the compositor fell ill") }))
		if code != exitInternal {
			t.Errorf("exit code %d, want %d", code, exitInternal)
		}
		for _, want := range []string{"internal error: the compositor fell ill", "please report"} {
			if !strings.Contains(stderr.String(), want) {
				t.Errorf("it does not say %q:\n%s", want, &stderr)
			}
		}
		if shown := strings.Contains(stderr.String(), "goroutine"); shown != (debug != "") {
			t.Errorf("OCTAVO_DEBUG=%q: stack shown: %v", debug, shown)
		}
	}
}

// A mistake in a worker of some package ends as any other, with the worker's stack.
func TestPanicOfAWorker(t *testing.T) {
	err := parallel.Guard(func() error {
		parallel.Each(4, func(i int) { panic(fmt.Sprint("worker ", i)) })
		return nil
	})
	var bug *parallel.Panic
	if !errors.As(err, &bug) || err.Error() != "worker 0" || !strings.Contains(string(bug.Stack), "TestPanicOfAWorker") {
		t.Errorf("%v", err)
	}
}
