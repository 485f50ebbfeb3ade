// Package signals ends a command that is asked to stop: first by its context, then, where it does not end by itself, by force.
package signals

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"
)

const (
	// Grace is how long a command may take to end by itself and to clean up once a signal has come.
	Grace = 500 * time.Millisecond
	// Same is how soon after the first signal another counts as the same: timeout(1) sends one to the process and
	// one to its group. Nobody types Ctrl-C twice in that time.
	Same = 100 * time.Millisecond
	// printGrace is how long the message of a command that is ended may take to be printed, where nobody may be reading.
	printGrace = 100 * time.Millisecond
)

// Late is what the message of a command says that was ended after Grace.
const Late = "; it had no time to clear up, which the next command does"

// exitSignal is the exit code of a command that a signal ended, plus the number of the signal, as shells have it.
const exitSignal = 128

// Stopped is the signal that stops a command, the cause of the context's end.
type Stopped struct{ os.Signal }

func (i Stopped) Error() string { return "stopped by signal: " + i.Signal.String() }

// ExitCode returns the exit code for the signal.
func (i Stopped) ExitCode() int {
	if n, ok := i.Signal.(syscall.Signal); ok {
		return exitSignal + int(n)
	}
	return 1
}

// Watch returns a context that ends, with a [Stopped] as its cause, at the first signal that asks the command to
// stop. A command that waits for its context ends by itself then. Any other is ended after Grace, wherever it is:
// reading, setting pages, printing into a pipe that nobody reads. What has to be cleaned up even then hangs on the context
// ([context.AfterFunc]). A second signal ends the command at once, without cleaning. A signal that the command was started
// to ignore, as nohup does with SIGHUP, stays ignored.
//
// The caller calls ended when the command has ended by itself.
func Watch(stderr io.Writer) (_ context.Context, ended func()) {
	ctx, cancel := context.WithCancelCause(context.Background())
	signals := make(chan os.Signal, 1)
	for _, s := range []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP} {
		if !signal.Ignored(s) {
			signal.Notify(signals, s)
		}
	}
	done := make(chan struct{})
	go func() {
		var stop Stopped
		select {
		case <-done:
			return
		case stop.Signal = <-signals:
		}
		cancel(stop)
		switch ended, again := awaitEnd(done, signals); {
		case ended:
			return
		case again:
			os.Exit(stop.ExitCode())
		}
		printed := make(chan struct{})
		go func() {
			fmt.Fprintf(stderr, "octavo: %v%s\n", stop, Late)
			close(printed)
		}()
		select {
		case <-printed:
		case <-time.After(printGrace):
		}
		os.Exit(stop.ExitCode())
	}()
	return ctx, func() {
		signal.Stop(signals)
		close(done)
		cancel(nil)
	}
}

// awaitEnd waits for Grace, and reports whether the command has ended by itself before, or a signal has come again.
func awaitEnd(done <-chan struct{}, signals <-chan os.Signal) (ended, again bool) {
	grace, same := time.After(Grace), time.After(Same)
	for first := true; ; {
		select {
		case <-done:
			return true, false
		case <-same:
			first = false
		case <-signals:
			if !first {
				return false, true
			}
		case <-grace:
			return false, false
		}
	}
}
