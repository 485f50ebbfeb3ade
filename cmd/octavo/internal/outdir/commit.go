package outdir

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"

	"octavo/cmd/octavo/internal/readfile"
)

// Commit moves every output to its place. Its error says whether the outputs of the previous set are still in place. If they
// are not, because restoring them failed too, the journal stays and the next Open finishes this set.
func (d *Dir) Commit(ctx context.Context) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.closed {
		return d.why
	}
	if err := d.hold(ctx, Patience); err != nil {
		return err
	}
	j, err := d.plan()
	if err != nil {
		return err
	}
	if err := d.place(j); err != nil {
		return err
	}
	d.close(ErrStopped)
	return nil
}

// plan returns the journal of this commit. It checks everything that can be checked in advance, so that afterwards only
// an error of the file system can stop the commit.
func (d *Dir) plan() (*journal, error) {
	j := &journal{Version: 1, Folder: d.temp}
	for _, f := range d.files {
		if f.dropped {
			continue
		}
		if !f.whole {
			return nil, fmt.Errorf("cannot put %s in its place: it is not whole", f.name)
		}
		j.Put = append(j.Put, move{path.Base(f.temp), f.name, f.SHA256()})
	}
	if d.replace {
		if err := d.planReplace(j); err != nil {
			return nil, err
		}
	}
	for _, m := range j.Put {
		if err := d.checkPlace(m.Name); err != nil {
			return nil, err
		}
	}
	return j, nil
}

// planReplace adds to the journal the new list of outputs, and the removal of the outputs that only the previous list has.
func (d *Dir) planReplace(j *journal) error {
	var names, before []string
	for _, m := range j.Put {
		names = append(names, m.Name)
	}
	slices.Sort(names)
	data, err := d.ReadFile(ListName, maxJournal)
	if err != nil && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, ErrForeign) {
		return fmt.Errorf("cannot read %s: %w", d.path(ListName), readfile.Reason(err))
	}
	if json.Unmarshal(data, &before) == nil { // otherwise octavo did not write the list, and nothing is removed
		seen := map[string]bool{}
		for _, name := range before {
			if _, again := slices.BinarySearch(names, name); !again && plain(name) && !seen[name] {
				j.Remove = append(j.Remove, name)
				seen[name] = true
			}
		}
	}
	if data, err = json.Marshal(names); err != nil {
		return err
	}
	data = append(data, '\n')
	if err := d.writeTemp(path.Join(d.temp, listTemp), data); err != nil {
		return d.untouched(err)
	}
	j.Put = append(j.Put, move{listTemp, ListName, sumOf(data)})
	return nil
}

// place carries out the journal that plan returned.
func (d *Dir) place(j *journal) error {
	if len(j.Put) == 0 {
		return nil
	}
	if err := d.sync(d.temp); err != nil {
		return d.untouched(err)
	}
	if j.journaled() {
		if err := d.writeJournal(j); err != nil {
			d.root.Remove(journalName)
			return d.untouched(err)
		}
	}
	var done []keeping
	var folders []string // that were made for it
	for _, m := range j.Put {
		made, err := d.makeParents(m.Name)
		folders = append(folders, made...)
		keep := nothingThere
		if err == nil {
			keep, err = d.keepOld(j, m)
		}
		if err == nil {
			err = d.rename(j.temp(m), m.Name)
		}
		if err == nil {
			done = append(done, keep)
			continue
		}
		err = fmt.Errorf("cannot put %s in its place: %w", d.path(m.Name), readfile.Reason(err))
		if d.undo(j, done) != nil {
			return d.halfway(j, err)
		}
		for _, folder := range slices.Backward(folders) {
			d.root.Remove(folder) // fails unless it is empty
		}
		return fmt.Errorf("%w; the outputs of the last build are back in their places", err)
	}
	if err := d.finish(j); err != nil {
		return d.halfway(j, err)
	}
	return nil
}

// untouched returns the error for a failure before the first output is in its place.
func (d *Dir) untouched(err error) error {
	return fmt.Errorf("cannot write in %s: %w; the outputs of the last build are untouched", d.name, readfile.Reason(err))
}

// halfway leaves the rest of the journal to the next Open, and returns the error that says so.
func (d *Dir) halfway(j *journal, err error) error {
	if !j.journaled() {
		return err
	}
	d.unfinished = true
	return fmt.Errorf("%w; some outputs in %s are of the build before: mend that and run octavo again, and it finishes this one",
		err, d.name)
}

// keeping says whether the old file in an output's place was kept.
type keeping int

const (
	nothingThere keeping = iota
	kept
	notKept // the file system cannot link it, or there is no need to
)

// keepOld links the old file in an output's place to a name among the temporary files, from which undo can restore it.
func (d *Dir) keepOld(j *journal, m move) (keeping, error) {
	if !j.journaled() && len(j.Put) == 1 {
		return notKept, nil // a single move is never undone
	}
	err := d.change("link", m.Name, func() error { return d.root.Link(m.Name, j.temp(m)+oldSuffix) })
	switch {
	case err == nil:
		return kept, nil
	case errors.Is(err, fs.ErrNotExist):
		return nothingThere, nil
	case errors.Is(err, errStep):
		return notKept, err
	}
	return notKept, nil
}

const (
	oldSuffix = ".old"    // of old files that keepOld kept
	listTemp  = "9999999" // the temporary name of the list
)

// undo reverts the moves that are done, from the last to the first. After every step each new file is where the journal
// expects it, so that the journal can still be carried out if undo is interrupted, and where there was an old file there is the
// old one or the new one.
func (d *Dir) undo(j *journal, done []keeping) error {
	if slices.Contains(done, notKept) {
		return errors.New("not all can be brought back")
	}
	for i, keep := range slices.Backward(done) {
		m := j.Put[i]
		if keep == nothingThere {
			if err := d.rename(m.Name, j.temp(m)); err != nil {
				return err
			}
			continue
		}
		if err := d.change("link", j.temp(m), func() error { return d.root.Link(m.Name, j.temp(m)) }); err != nil {
			return err
		}
		if err := d.rename(j.temp(m)+oldSuffix, m.Name); err != nil {
			return err
		}
	}
	if err := d.syncPlaces(j); err != nil {
		return err
	}
	if !j.journaled() {
		return nil
	}
	return d.remove(journalName)
}

// finish removes the files that the journal lists, and then the journal, once all outputs are in their places.
func (d *Dir) finish(j *journal) error {
	if err := d.syncPlaces(j); err != nil {
		return fmt.Errorf("cannot bring the outputs in %s to the disk: %w", d.name, readfile.Reason(err))
	}
	for _, name := range j.Remove {
		info, err := d.root.Lstat(name)
		if err != nil || info.IsDir() || d.throughLink(name) {
			continue
		}
		if err := d.remove(name); err != nil {
			return fmt.Errorf("cannot remove %s: %w", d.path(name), readfile.Reason(err))
		}
		if folder := path.Dir(name); folder != "." {
			d.root.Remove(folder) // fails unless it is empty
		}
	}
	if !j.journaled() {
		return nil
	}
	if err := d.remove(journalName); err != nil {
		return fmt.Errorf("cannot remove %s: %w", d.path(journalName), readfile.Reason(err))
	}
	return nil
}

// syncPlaces syncs the folders of all outputs to the disk.
func (d *Dir) syncPlaces(j *journal) error {
	folders := map[string]bool{}
	for _, m := range j.Put {
		folders[path.Dir(m.Name)] = true
	}
	for folder := range folders {
		if err := d.sync(folder); err != nil {
			return err
		}
	}
	return nil
}

// errStep is the error that a test's step returns, to tell it from errors of the file system.
var errStep = errors.New("stopped by a test")

// change makes one change to the folder, after the step of a test.
func (d *Dir) change(op, name string, do func() error) error {
	if d.step != nil {
		if err := d.step(op, name); err != nil {
			return err
		}
	}
	return do()
}

func (d *Dir) rename(from, to string) error {
	return d.change("rename", to, func() error { return d.root.Rename(from, to) })
}

func (d *Dir) remove(name string) error {
	return d.change("remove", name, func() error { return d.root.Remove(name) })
}

func (d *Dir) sync(folder string) error {
	return d.change("sync", folder, func() error {
		f, err := readfile.Open(d.root, folder)
		if err != nil {
			return err
		}
		defer f.Close()
		return syncFolder(f)
	})
}

// writeTemp writes a temporary file and syncs it to the disk.
func (d *Dir) writeTemp(name string, data []byte) error {
	return d.change("write", name, func() error {
		f, err := d.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if err != nil {
			return err
		}
		_, err = f.Write(data)
		if err == nil {
			err = f.Sync()
		}
		return errors.Join(err, f.Close())
	})
}
