package readfile

import (
	"errors"
	"io/fs"
	"os"
	"runtime"
)

// Reason returns an error of the system without the path, for messages that name the file themselves. What they say most often is the same
// on every system: Windows has words of its own for it, in its own language.
func Reason(err error) error {
	err = withoutPath(err)
	if runtime.GOOS == "windows" {
		return unixWords(err)
	}
	return err
}

// The words for a file that is not there, and for one that may not be used.
const (
	absent    = "no such file or directory"
	forbidden = "permission denied"
)

// unixWords returns an error with the words that Unix has for it.
func unixWords(err error) error {
	switch {
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
