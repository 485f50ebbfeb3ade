package outdir

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"time"
)

// Temporary files lie in a folder beside the places of the outputs. Its maker holds the folder's lock as long as it
// lives, so that whoever can take the lock knows that nobody needs the files any more.

// makeTemp makes the folder for the temporary files.
func (d *Dir) makeTemp() error {
	for {
		var random [8]byte
		rand.Read(random[:]) // never fails
		name := "." + hex.EncodeToString(random[:]) + tempSuffix
		if err := d.root.Mkdir(name, 0o777); err != nil {
			return err
		}
		f, err := d.root.Open(name)
		if errors.Is(err, fs.ErrNotExist) {
			continue // swept before it could be locked
		}
		if err != nil {
			return err
		}
		state := tryLock(f)
		mine, err := f.Stat()
		if there, lerr := d.root.Lstat(name); state == busy || err != nil || lerr != nil || !os.SameFile(mine, there) {
			f.Close()
			continue // in the hands of one that sweeps it
		}
		d.temp, d.tempLock = name, f
		return nil
	}
}

// sweep removes what processes that were killed left. It keeps the files that a journal names.
func (d *Dir) sweep() {
	entries, err := fs.ReadDir(d.root.FS(), ".")
	if err != nil {
		return
	}
	for _, e := range entries {
		if !temporary(e.Name()) {
			continue
		}
		if !e.IsDir() { // of older versions of octavo
			if info, err := e.Info(); err == nil && old(info) {
				d.root.Remove(e.Name())
			}
			continue
		}
		d.sweepFolder(e.Name())
	}
}

// sweepFolder removes a folder of temporary files whose maker has ended.
func (d *Dir) sweepFolder(name string) {
	f, err := d.root.Open(name)
	if err != nil {
		return
	}
	defer f.Close()
	switch tryLock(f) {
	case busy:
		return
	case noLocks:
		if info, err := f.Stat(); err != nil || !old(info) {
			return
		}
	}
	// Looked for with the lock in hand: the maker can write no journal any more.
	if j := d.readJournal(); j == nil || j.Folder != name {
		d.root.RemoveAll(name)
	}
}

// old reports whether a temporary file cannot belong to a process that is running, by its date alone. One that is dated
// in the future is from a time when the clock was wrong.
func old(info fs.FileInfo) bool { return time.Since(info.ModTime()).Abs() > time.Hour }
