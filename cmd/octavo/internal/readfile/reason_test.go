package readfile

import (
	"errors"
	"io/fs"
	"testing"
)

// TestUnixWords gives the errors of any system the words of Unix, and leaves them what they are.
func TestUnixWords(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		err  error
		want string
	}{
		{fs.ErrNotExist, "no such file or directory"},
		{fs.ErrPermission, "permission denied"},
		{errors.ErrUnsupported, errors.ErrUnsupported.Error()},
	} {
		got := unixWords(withoutPath(&fs.PathError{Op: "open", Path: "x", Err: c.err}))
		if got.Error() != c.want || !errors.Is(got, c.err) {
			t.Errorf("%v became %q", c.err, got)
		}
	}
}
