package outdir

import (
	"context"
	"fmt"
	"os"
	"time"
)

// lockState is what became of an attempt to take a lock.
type lockState int

const (
	taken   lockState = iota
	busy              // another process holds it
	noLocks           // this system or this folder knows none
)

// Lock waits until no other process holds the folder's lock, and holds it until Commit, Discard or the end of the process,
// however it ends: the system keeps the lock, and nothing of it lies in the folder. Then it finishes what a process that
// was killed began. Where the system or the folder knows no locks there is none to hold. Commit locks the folder itself;
// Lock is for who reads in the folder before.
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
		return fmt.Errorf("cannot open %s: %w", d.name, reason(err))
	}
	state, err := waitLock(ctx, f, patience)
	if err != nil {
		f.Close()
		return err
	}
	if state == busy {
		f.Close()
		return fmt.Errorf("another build has held %s for %v; see whether one hangs, end it, and build again", d.name, patience)
	}
	d.locked, d.lock = true, f
	if state == noLocks {
		if err := d.waitJournal(ctx, patience); err != nil {
			return err
		}
	}
	return d.recover(ctx)
}

// release gives the lock back.
func (d *Dir) release() {
	if d.lock != nil {
		d.lock.Close()
	}
	d.locked, d.lock = false, nil
}

// waitLock tries to take a lock until patience is at its end.
func waitLock(ctx context.Context, f *os.File, patience time.Duration) (lockState, error) {
	for deadline := time.Now().Add(patience); ; {
		if state := tryLock(f); state != busy || time.Now().After(deadline) {
			return state, nil
		}
		if err := pause(ctx); err != nil {
			return busy, err
		}
	}
}

// waitJournal waits, where there are no locks, until another process has put its files in their places or has had the time
// to: an older journal is one that was left.
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
