//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package outdir

import (
	"errors"
	"io"
	"os"
	"syscall"
)

// tryLock takes the lock of an open folder unless another process holds it. The lock is held until what is returned is closed, which
// closes f, too. Where the lock is busy f stays open, and nil is returned.
func tryLock(f *os.File) (lockState, io.Closer) {
	for {
		switch err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); {
		case err == nil:
			return taken, f
		case errors.Is(err, syscall.EINTR):
		case errors.Is(err, syscall.EWOULDBLOCK):
			return busy, nil
		default:
			return noLocks, f
		}
	}
}

// syncFolder syncs the names in a folder to the disk.
func syncFolder(f *os.File) error {
	err := f.Sync()
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, syscall.ENOTSUP) { // not supported by the file system
		return nil
	}
	return err
}
