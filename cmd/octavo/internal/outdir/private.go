package outdir

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"octavo/cmd/octavo/internal/readfile"
)

// WritePrivate atomically writes a file that nobody but the user may read. So is its folder, if that is made for it.
func WritePrivate(ctx context.Context, name string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		return fmt.Errorf("cannot make a folder of your own: %s: %w", filepath.Dir(name), readfile.Reason(err))
	}
	d, err := Open(ctx, filepath.Dir(name))
	if err != nil {
		return err
	}
	defer d.Discard()
	f, err := d.Create(filepath.Base(name))
	if err != nil {
		return err
	}
	if err := f.file.Chmod(0o600); err != nil { // before there is anything to read
		return f.cannotWrite(err)
	}
	if _, err := f.Write(data); err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return d.Commit(ctx)
}

// RemovePrivate removes a file that WritePrivate wrote. There may be none.
func RemovePrivate(name string) { os.Remove(name) }
