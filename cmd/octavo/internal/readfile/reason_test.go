package readfile

import (
	"errors"
	"io/fs"
	"testing"
)

// TestWindowsWords gives errors words that are the same in all languages of Windows, and leaves them what they are.
func TestWindowsWords(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		err  error
		want string
	}{
		{fs.ErrNotExist, "no such file or directory"},
		{fs.ErrPermission, "permission denied, or it is open in another program"},
		{sharingViolation, "it is open in another program; close it there"},
		{errors.ErrUnsupported, errors.ErrUnsupported.Error()},
	} {
		got := windowsWords(withoutPath(&fs.PathError{Op: "open", Path: "x", Err: c.err}))
		if got.Error() != c.want || !errors.Is(got, c.err) {
			t.Errorf("%v became %q", c.err, got)
		}
	}
}
