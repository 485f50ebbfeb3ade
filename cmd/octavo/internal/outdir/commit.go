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
)

// Commit puts every output in its place. An error says whether the outputs of the last set are still there; when they are
// not, because even to bring them back has failed, the journal stays, and the next Open finishes this set.
func (d *Dir) Commit(ctx context.Context) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.closed {
		return d.why
	}
	if err := d.hold(ctx, patience); err != nil {
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

// plan returns what is to be done, and makes sure that nothing but the disk can be in its way.
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

// planReplace adds the list of what is put there, and the removal of what the last list has more.
func (d *Dir) planReplace(j *journal) error {
	var names, before []string
	for _, m := range j.Put {
		names = append(names, m.Name)
	}
	slices.Sort(names)
	data, err := d.ReadFile(ListName, maxJournal)
	if err != nil && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, ErrForeign) {
		return fmt.Errorf("cannot read %s: %w", d.path(ListName), reason(err))
	}
	if json.Unmarshal(data, &before) == nil { // else none of ours: then nothing is removed
		for _, name := range before {
			if _, again := slices.BinarySearch(names, name); !again && plain(name) && !slices.Contains(j.Remove, name) {
				j.Remove = append(j.Remove, name)
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

// place carries out a journal of this process.
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
	for _, m := range j.Put {
		keep, err := d.keepOld(j, m)
		if err == nil {
			err = d.rename(j.temp(m), m.Name)
		}
		if err == nil {
			done = append(done, keep)
			continue
		}
		err = fmt.Errorf("cannot put %s in its place: %w", d.path(m.Name), reason(err))
		if d.undo(j, done) != nil {
			return d.halfway(j, err)
		}
		return fmt.Errorf("%w; the outputs of the last build are back in their places", err)
	}
	if err := d.finish(j); err != nil {
		return d.halfway(j, err)
	}
	return nil
}

// untouched returns the error of what fails before the first output is in its place.
func (d *Dir) untouched(err error) error {
	return fmt.Errorf("cannot write in %s: %w; the outputs of the last build are untouched", d.name, reason(err))
}

// halfway leaves the rest to the next Open.
func (d *Dir) halfway(j *journal, err error) error {
	if !j.journaled() {
		return err
	}
	d.unfinished = true
	return fmt.Errorf("%w; some outputs in %s are of the build before: mend that and run octavo again, and it finishes this one",
		err, d.name)
}

// keeping is what became of the file that lay in the place of an output.
type keeping int

const (
	nothingThere keeping = iota
	kept
	notKept // the file system takes no second name for it
)

// keepOld gives the file that lies in an output's place a second name among the temporary files.
func (d *Dir) keepOld(j *journal, m move) (keeping, error) {
	if !j.journaled() && len(j.Put) == 1 {
		return notKept, nil // nothing can be left to undo
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
	oldSuffix = ".old"    // of what lay in an output's place
	listTemp  = "9999999" // the list, before it is in its place
)

// undo takes back the moves that are done, from the last to the first. At every moment each new file is where the journal
// says, so that the journal may also be carried out from there.
func (d *Dir) undo(j *journal, done []keeping) error {
	if slices.Contains(done, notKept) {
		return errors.New("not all can be brought back")
	}
	for i, keep := range slices.Backward(done) {
		m := j.Put[i]
		if err := d.rename(m.Name, j.temp(m)); err != nil {
			return err
		}
		if keep == kept {
			if err := d.rename(j.temp(m)+oldSuffix, m.Name); err != nil {
				return err
			}
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

// finish does what is to be done when all outputs are in their places.
func (d *Dir) finish(j *journal) error {
	if err := d.syncPlaces(j); err != nil {
		return fmt.Errorf("cannot bring the outputs in %s to the disk: %w", d.name, reason(err))
	}
	for _, name := range j.Remove {
		info, err := d.root.Lstat(name)
		if err != nil || info.IsDir() || d.throughLink(name) {
			continue
		}
		if err := d.remove(name); err != nil {
			return fmt.Errorf("cannot remove %s: %w", d.path(name), reason(err))
		}
		if folder := path.Dir(name); folder != "." {
			d.root.Remove(folder) // which fails while something is in it
		}
	}
	if !j.journaled() {
		return nil
	}
	if err := d.remove(journalName); err != nil {
		return fmt.Errorf("cannot remove %s: %w", d.path(journalName), reason(err))
	}
	return nil
}

// syncPlaces waits until the names of all outputs are on the disk.
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

// errStep is what a test's step gives, so that it is not taken for what a file system says.
var errStep = errors.New("stopped by a test")

// change makes one change to the folder.
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
		f, err := d.root.Open(folder)
		if err != nil {
			return err
		}
		defer f.Close()
		return syncFolder(f)
	})
}

// writeTemp writes a temporary file of octavo's own, and waits until it is on the disk.
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
