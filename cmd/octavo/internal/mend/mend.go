// Package mend changes a book's files where a fault can be mended in one way only. [Book] finds what to change without touching
// the book; [Result.Write] changes its files as one, and [Result.Diff] shows the changes.
package mend

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/order"
	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/readfile"
)

// Limits of what is copied to be mended.
const (
	maxFiles = 100_000
	maxFile  = 64 << 20 // bytes
)

// maxRounds is how often a book is looked at: one mended fault may show another.
const maxRounds = 20

// Result is what is to be changed in a book.
type Result struct {
	Changes []Change // by name
	Mended  []Mended // in the order in which they were found
}

// Change is a file before and after.
type Change struct {
	Name          string // slash-separated, relative to the book's folder
	Before, After []byte
}

// Mended is a fault that the changes mend.
type Mended struct {
	At, Message, Code string // the place as it is before the change that mends it
}

// Book mends a copy of the book in dir, again and again until nothing changes, and returns what has changed.
func Book(ctx context.Context, dir string) (*Result, error) {
	bk, err := project.OpenBook(dir)
	if err != nil {
		return nil, err
	}
	defer bk.Close()
	root, remove, err := outdir.Scratch(ctx, bk, project.BuildFolder)
	if err != nil {
		return nil, err
	}
	defer remove()
	before, err := lay(ctx, bk, root)
	if err != nil {
		return nil, err
	}
	r := &Result{}
	now := map[string][]byte{} // files that have changed
	for range maxRounds {
		changed, err := r.round(ctx, root, now)
		if err != nil {
			return nil, err
		}
		if !changed {
			break
		}
	}
	for name, data := range now {
		if !bytes.Equal(data, before[name]) {
			r.Changes = append(r.Changes, Change{name, before[name], data})
		}
	}
	slices.SortFunc(r.Changes, func(a, b Change) int { return strings.Compare(a.Name, b.Name) })
	return r, nil
}

// lay copies the texts of a book and its styles, and puts an empty file in the place of each other one. It returns the texts.
func lay(ctx context.Context, bk, to *os.Root) (map[string][]byte, error) {
	texts := map[string][]byte{}
	count := 0
	err := fs.WalkDir(bk.FS(), ".", func(name string, d fs.DirEntry, err error) error {
		if cause := context.Cause(ctx); cause != nil {
			return cause
		}
		hidden := name != "." && strings.HasPrefix(path.Base(name), ".") || name == project.BuildFolder
		switch {
		case err != nil, hidden && d.IsDir():
			return fs.SkipDir
		case hidden, d.IsDir(), !d.Type().IsRegular():
			return nil
		}
		if count++; count > maxFiles {
			return fmt.Errorf("the book's folder has more than %d files", maxFiles)
		}
		var data []byte
		text := name == config.File || order.Taken(name) || order.IsList(name)
		if text || strings.HasPrefix(name, "styles/") {
			if data, err = readfile.In(bk, name, maxFile); err != nil {
				return nil // what is wrong with it, checking says
			}
		}
		if text {
			texts[name] = data
		}
		if err := to.MkdirAll(path.Dir(name), 0o700); err != nil {
			return err
		}
		f, err := to.Create(name)
		if err != nil {
			return err
		}
		_, err = f.Write(data)
		return errors.Join(err, f.Close())
	})
	return texts, err
}

// round looks for faults once, and mends those that do not get in each other's way. It reports whether it has changed anything.
func (r *Result) round(ctx context.Context, root *os.Root, now map[string][]byte) (changed bool, err error) {
	p, err := project.Open(ctx, root.Name(), project.Silent)
	if err != nil {
		return false, err
	}
	found := p.Found
	p.Close()
	edits, mended := Choose(found)
	for src, es := range edits {
		data, err := readfile.In(root, src.Name, maxFile)
		if err != nil {
			continue
		}
		after, ok := Apply(data, src.Text, es)
		if !ok || bytes.Equal(after, data) {
			delete(mended, src)
			continue
		}
		f, err := root.Create(src.Name)
		if err != nil {
			return false, err
		}
		_, err = f.Write(after)
		if err := errors.Join(err, f.Close()); err != nil {
			return false, err
		}
		now[src.Name], changed = after, true
	}
	for _, d := range found {
		if slices.ContainsFunc(mended[d.Pos.Source], func(m *diag.Diagnostic) bool { return m.Pos == d.Pos && m.Code == d.Code && m.Message == d.Message }) {
			r.Mended = append(r.Mended, Mended{d.Pos.String(), d.Message, d.Code})
		}
	}
	return changed, nil
}

// Choose returns the edits of a list that do not overlap, sorted, and the diagnostics that they mend. Of two that overlap the first
// counts; the other is found again in the next round, if it is a fault still.
func Choose(list diag.List) (edits map[*diag.Source][]diag.Edit, mended map[*diag.Source][]*diag.Diagnostic) {
	edits, mended = map[*diag.Source][]diag.Edit{}, map[*diag.Source][]*diag.Diagnostic{}
	for i := range list {
		d := &list[i]
		if len(d.Edits) == 0 || !d.Pos.IsValid() {
			continue
		}
		src := d.Pos.Source
		taken := edits[src]
		free := true
		for _, e := range d.Edits {
			n, same := slices.BinarySearchFunc(taken, e, func(a, b diag.Edit) int { return a.At - b.At })
			if same || n > 0 && taken[n-1].End > e.At || n < len(taken) && taken[n].At < e.End {
				free = false
				break
			}
			taken = slices.Insert(slices.Clip(taken), n, e)
		}
		if free {
			edits[src], mended[src] = taken, append(mended[src], d)
		}
	}
	return edits, mended
}

// Apply returns a file's bytes with edits of its text, which are sorted and do not overlap. It reports false where the text is not
// that of the file, but for a byte order mark: then the places would not be right.
func Apply(data, text []byte, edits []diag.Edit) ([]byte, bool) {
	mark := 0
	if bytes.HasPrefix(data, []byte("\uFEFF")) && !bytes.HasPrefix(text, []byte("\uFEFF")) {
		mark = len("\uFEFF")
	}
	if !bytes.Equal(data[mark:], text) {
		return nil, false
	}
	after, ok := diag.Apply(text, edits)
	if !ok {
		return nil, false
	}
	return slices.Concat(data[:mark], after), true
}

// ChangedError says that a file is not any more as it was when its changes were made.
type ChangedError struct{ Name string }

func (e *ChangedError) Error() string {
	return e.Name + " has been changed by another program; run the command again"
}

// One returns the change that mends one fault of a book whose folder is bk, nil where the fault has none or its file is not any more
// as it was read.
func One(bk *os.Root, d *diag.Diagnostic) *Result {
	if len(d.Edits) == 0 || !d.Pos.IsValid() {
		return nil
	}
	src := d.Pos.Source
	before, err := readfile.In(bk, src.Name, maxFile)
	if err != nil {
		return nil
	}
	edits, _ := Choose(diag.List{*d})
	after, ok := Apply(before, src.Text, edits[src])
	if !ok || bytes.Equal(before, after) {
		return nil
	}
	return &Result{Changes: []Change{{src.Name, before, after}}, Mended: []Mended{{d.Pos.String(), d.Message, d.Code}}}
}

// Write changes the files of the book in dir, all of them or none. A file that has changed since it was read is an error.
func (r *Result) Write(ctx context.Context, dir string) error {
	if len(r.Changes) == 0 {
		return nil
	}
	bk, err := project.OpenBook(dir)
	if err != nil {
		return err
	}
	defer bk.Close()
	d, err := lockBook(ctx, bk)
	if err != nil {
		return err
	}
	defer d.Discard()
	if err := r.add(bk, d); err != nil {
		return err
	}
	return d.Commit(ctx)
}

// lockBook opens a book's folder for changes of its files. Until it is committed or discarded no other octavo changes them, so that
// none writes over what another has just written.
func lockBook(ctx context.Context, bk *os.Root) (*outdir.Dir, error) {
	if err := project.SettleOutputs(ctx, bk); err != nil {
		return nil, err
	}
	d, err := outdir.OpenIn(ctx, bk, ".")
	if err != nil {
		return nil, err
	}
	if err := d.Lock(ctx, outdir.Patience); err != nil {
		d.Discard()
		return nil, err
	}
	return d, nil
}

// add adds the changed files to a set for the book's folder, which is locked.
func (r *Result) add(bk *os.Root, d *outdir.Dir) error {
	for _, c := range r.Changes {
		now, err := readfile.In(bk, c.Name, maxFile)
		if err != nil {
			return fmt.Errorf("cannot change %s: %w", c.Name, readfile.Reason(err))
		}
		if !bytes.Equal(now, c.Before) {
			return &ChangedError{c.Name}
		}
		if err := d.Rewrite(c.Name, c.After); err != nil {
			return err
		}
	}
	return nil
}
