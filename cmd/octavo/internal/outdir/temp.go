package outdir

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"time"

	"octavo/cmd/octavo/internal/readfile"
)

// Temporary files lie in a folder of their own inside the folder of outputs. The process that made it holds its lock until it
// ends; a process that can take the lock may therefore remove the files.

// makeTemp creates and locks the folder for the temporary files, with these permissions.
func (d *Dir) makeTemp(perm fs.FileMode) error {
	for {
		var random [8]byte
		rand.Read(random[:]) // never fails
		name := "." + hex.EncodeToString(random[:]) + tempSuffix
		if err := d.root.Mkdir(name, perm); err != nil {
			return err
		}
		f, err := readfile.Open(d.root, name)
		if errors.Is(err, fs.ErrNotExist) {
			continue // another process removed it before it could be locked
		}
		if err != nil {
			return err
		}
		mine, err := f.Stat()
		state, lock := tryLock(f)
		if state == busy {
			f.Close()
			continue // another process is about to remove it
		}
		if there, lerr := d.root.Lstat(name); err != nil || lerr != nil || !os.SameFile(mine, there) {
			lock.Close()
			continue // another process has removed it
		}
		d.temp, d.tempLock = name, lock
		return nil
	}
}

// sweep removes the temporary files that killed processes left, except those that a journal names.
func (d *Dir) sweep() {
	entries, err := fs.ReadDir(d.root.FS(), ".")
	if err != nil {
		return
	}
	for _, e := range entries {
		if !Temporary(e.Name()) {
			continue
		}
		if !e.IsDir() { // left by an older version of octavo
			if info, err := e.Info(); err == nil && old(info) {
				d.root.Remove(e.Name())
			}
			continue
		}
		d.sweepFolder(e.Name())
	}
}

// sweepFolder removes a folder of temporary files if the process that made it has ended.
func (d *Dir) sweepFolder(name string) {
	f, err := readfile.Open(d.root, name)
	if err != nil {
		return
	}
	info, err := f.Stat()
	state, lock := tryLock(f)
	if state == busy {
		f.Close()
		return
	}
	defer lock.Close()
	if state == noLocks && (err != nil || !old(info)) {
		return
	}
	// The journal is read while the lock is held, when the process that made the folder cannot write one any more.
	if j := d.readJournal(); j == nil || j.Folder != name {
		d.root.RemoveAll(name)
	}
}

// old reports whether a temporary file is too old to belong to a running process. A date in the future counts as old too:
// the clock was wrong when the file was written.
func old(info fs.FileInfo) bool { return time.Since(info.ModTime()).Abs() > time.Hour }
