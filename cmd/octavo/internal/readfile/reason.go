package readfile

import (
	"errors"
	"io/fs"
	"os"
)

// Reason returns an error of the system without the path, for messages that name the file themselves.
func Reason(err error) error {
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
