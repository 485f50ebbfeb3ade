package cos

import (
	"errors"
	"fmt"
)

// Unreadable returns the error of a file of someone else's that cannot be read, with what to do. A file over its budget can be
// whole: it is too large, or made to be.
func Unreadable(name string, err error, do string) error {
	if errors.Is(err, errPassword) { // which says it itself
		return fmt.Errorf("cannot read %s: %w", name, err)
	}
	var limit *LimitError
	if errors.As(err, &limit) {
		do = "no book needs so much; save it in parts, or print it to a new PDF"
	}
	return fmt.Errorf("cannot read %s: %w; %s", name, err, do)
}
