package readfile

import (
	"errors"
	"io/fs"
	"os"
	"runtime"
	"syscall"
)

// Reason returns an error of the system without the path, for messages that name the file themselves. What they say most often is the same
// on every system: Windows has words of its own for it, in its own language.
func Reason(err error) error {
	err = withoutPath(err)
	if runtime.GOOS == "windows" {
		return windowsWords(err)
	}
	return err
}

// The words for a file that is not there, for one that may not be used, and for one that another program keeps. Windows says of that, too, that
// access is denied, when a file is to be replaced.
const (
	absent    = "no such file or directory"
	forbidden = "permission denied, or it is open in another program"
	kept      = "it is open in another program; close it there"
)

// sharingViolation is ERROR_SHARING_VIOLATION of Windows: a program has the file open, and lets no other use it.
const sharingViolation syscall.Errno = 32

// windowsWords returns an error of Windows in words that are the same in all its languages, those of Unix where it has any.
func windowsWords(err error) error {
	switch {
	case errors.Is(err, sharingViolation):
		return worded{kept, err}
	case errors.Is(err, fs.ErrNotExist):
		return worded{absent, err}
	case errors.Is(err, fs.ErrPermission):
		return worded{forbidden, err}
	}
	return err
}

// worded is an error in other words.
type worded struct {
	words string
	err   error
}

func (w worded) Error() string { return w.words }
func (w worded) Unwrap() error { return w.err }

// withoutPath takes the path out of an error.
func withoutPath(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	var link *os.LinkError
	if errors.As(err, &link) {
		return link.Err
	}
	return err
}
