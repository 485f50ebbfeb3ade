package outdir

import (
	"context"
	"fmt"
	"io"
	"os"
	"time"

	"octavo/cmd/octavo/internal/readfile"
)

// lockState is the result of an attempt to take a lock.
type lockState int

const (
	taken   lockState = iota
	busy              // another process holds it
	noLocks           // the system or the file system does not support locks
)

// Lock takes the folder's lock, waiting for at most patience while another process holds it, and then finishes the commit of
// a process that was killed. The lock is held until Commit, Discard or the end of the process: it is a lock of the operating
// system and leaves no file in the folder. Where locks are not supported, none is taken. Commit locks the folder itself;
// Lock is for callers that read the folder before that.
func (d *Dir) Lock(ctx context.Context, patience time.Duration) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.closed {
		return d.why
	}
	return d.hold(ctx, patience)
}

// hold is Lock for a caller that holds the mutex.
func (d *Dir) hold(ctx context.Context, patience time.Duration) error {
	if d.locked {
		return nil
	}
	f, err := d.root.Open(".")
	if err != nil {
		return fmt.Errorf("cannot open %s: %w", d.name, readfile.Reason(err))
	}
	state, lock, err := waitLock(ctx, f, patience)
	if err != nil {
		f.Close()
		return err
	}
	if state == busy {
		f.Close()
		return fmt.Errorf("another octavo has held %s for %v; see whether one hangs, end it, and run the command again", d.name, patience)
	}
	d.locked, d.lock = true, lock
	if state == noLocks {
		if err := d.waitJournal(ctx, patience); err != nil {
			return err
		}
	}
	return d.recover(ctx)
}

// release releases the lock.
func (d *Dir) release() {
	if d.lock != nil {
		d.lock.Close()
	}
	d.locked, d.lock = false, nil
}

// waitLock tries to take a lock for as long as patience allows. For f and the lock see tryLock.
func waitLock(ctx context.Context, f *os.File, patience time.Duration) (state lockState, lock io.Closer, err error) {
	for deadline := time.Now().Add(patience); ; {
		if state, lock = tryLock(f); state != busy || time.Now().After(deadline) {
			return state, lock, nil
		}
		if err := pause(ctx); err != nil {
			return busy, nil, err
		}
	}
}

// waitJournal is used where locks are not supported. It waits until the folder has no journal, or one that is older than
// patience: such a journal was left by a process that was killed.
func (d *Dir) waitJournal(ctx context.Context, patience time.Duration) error {
	for {
		info, err := d.root.Lstat(journalName)
		if err != nil || time.Since(info.ModTime()).Abs() > patience {
			return nil
		}
		if err := pause(ctx); err != nil {
			return err
		}
	}
}

func pause(ctx context.Context) error {
	select {
	case <-ctx.Done():
		return context.Cause(ctx)
	case <-time.After(5 * time.Millisecond):
		return nil
	}
}
