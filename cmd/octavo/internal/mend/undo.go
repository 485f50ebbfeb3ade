package mend

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/readfile"
)

// The file of what can be undone, in the folder of outputs, and its limits.
const (
	undoName    = "undo.json"
	undoVersion = 1
	maxSteps    = 20
	maxUndo     = 64 << 20 // bytes
)

// undoFile is the form of the file.
type undoFile struct {
	Version int    `json:"octavo_undo"`
	Steps   []step `json:"steps"` // the last one is undone first
}

// step is what was changed at once.
type step struct {
	What  string   `json:"what"` // for messages: "12 changes"
	Files []kept   `json:"files"`
	Keys  []string `json:"keys,omitempty"` // of what was changed, for those who wrote it
}

// kept is a file as it was before a change.
type kept struct {
	Name   string `json:"name"`
	Before []byte `json:"before"`
	After  string `json:"after"` // SHA-256 of the file after the change
}

func sumOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// Also adds files that belong to a change to the set that brings it to its places, so that they come there with it or not at all. Their
// names are relative to the book's folder, which is locked. Keys are those of the change.
type Also func(set *outdir.Dir, keys []string) error

// WriteKept is [Result.Write] of changes that [Undo] can take back. What says what they are.
func (r *Result) WriteKept(ctx context.Context, dir, what string) error {
	if len(r.Changes) == 0 {
		return nil
	}
	return r.WriteKeptWith(ctx, dir, what, nil, func(*outdir.Dir, []string) error { return nil })
}

// WriteKeptWith is [Result.WriteKept] with other files; there may be those alone. Keys are given back when the changes are undone.
func (r *Result) WriteKeptWith(ctx context.Context, dir, what string, keys []string, also Also) error {
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
	was, err := readUndo(bk)
	if err != nil {
		return err
	}
	s := step{What: what, Keys: keys}
	for _, c := range r.Changes {
		s.Files = append(s.Files, kept{c.Name, c.Before, sumOf(c.After)})
	}
	now := undoFile{undoVersion, append(was.Steps[max(0, len(was.Steps)+1-maxSteps):len(was.Steps):len(was.Steps)], s)}
	if len(r.Changes) > 0 {
		if err := r.add(bk, d); err != nil {
			return err
		}
		if err := now.add(d); err != nil {
			return err
		}
	}
	if err := also(d, keys); err != nil {
		return err
	}
	return d.Commit(ctx)
}

// Undone is what [Undo] has taken back.
type Undone struct {
	What  string
	Files []string
	Keys  []string
}

// Undo takes back the last changes that were written by [Result.WriteKept]. A file that has changed since is an error, and then
// nothing is changed.
func Undo(ctx context.Context, dir string) (*Undone, error) {
	return UndoWith(ctx, dir, func(*outdir.Dir, []string) error { return nil })
}

// UndoWith is Undo with other files.
func UndoWith(ctx context.Context, dir string, also Also) (*Undone, error) {
	bk, err := project.OpenBook(dir)
	if err != nil {
		return nil, err
	}
	defer bk.Close()
	d, err := lockBook(ctx, bk)
	if err != nil {
		return nil, err
	}
	defer d.Discard()
	u, err := readUndo(bk)
	if err != nil {
		return nil, err
	}
	for n := len(u.Steps) - 1; n >= 0; n-- {
		s := &u.Steps[n]
		r, err := s.result(bk)
		if err != nil {
			return nil, err
		}
		u.Steps = u.Steps[:n]
		if len(r.Changes) == 0 { // it was never written, or has been taken back by other means
			continue
		}
		err = r.add(bk, d)
		if err == nil {
			err = u.add(d)
		}
		if err == nil {
			err = also(d, s.Keys)
		}
		if err != nil {
			return nil, err
		}
		out := &Undone{What: s.What, Keys: s.Keys}
		for _, c := range r.Changes {
			out.Files = append(out.Files, c.Name)
		}
		return out, d.Commit(ctx)
	}
	return nil, errors.New("there is nothing to undo")
}

// Last returns what [Undo] would take back, "" for nothing. Bk is the book's folder.
func Last(bk *os.Root) string {
	u, err := readUndo(bk)
	if err != nil {
		return ""
	}
	for n := len(u.Steps) - 1; n >= 0; n-- {
		r, err := u.Steps[n].result(bk)
		switch {
		case err != nil: // changed since: it cannot be taken back
			return ""
		case len(r.Changes) > 0:
			return u.Steps[n].What
		}
	}
	return ""
}

// result returns what takes a step back.
func (s *step) result(bk *os.Root) (*Result, error) {
	r := &Result{}
	for _, k := range s.Files {
		if k.Name != config.File && (!fs.ValidPath(k.Name) || !strings.HasPrefix(k.Name, "manuscript/")) {
			return nil, fmt.Errorf("%q in %s/%s is no text of the book", k.Name, project.BuildFolder, undoName)
		}
		now, err := readfile.In(bk, k.Name, maxFile)
		if err != nil {
			return nil, fmt.Errorf("cannot undo %s: %s: %w", s.What, k.Name, readfile.Reason(err))
		}
		switch {
		case bytes.Equal(now, k.Before):
		case sumOf(now) != k.After:
			return nil, fmt.Errorf("cannot undo %s: %s has been changed since; take the changes back by hand, or with git", s.What, k.Name)
		default:
			r.Changes = append(r.Changes, Change{k.Name, now, k.Before})
		}
	}
	return r, nil
}

// readUndo reads what can be undone. Nothing can if there is no such file.
func readUndo(bk *os.Root) (*undoFile, error) {
	u := &undoFile{Version: undoVersion}
	name := path.Join(project.BuildFolder, undoName)
	data, err := readfile.In(bk, name, maxUndo)
	if errors.Is(err, fs.ErrNotExist) {
		return u, nil
	}
	if err == nil {
		err = json.Unmarshal(data, u)
	}
	if err == nil && u.Version != undoVersion {
		err = fmt.Errorf("it is of version %d, and this octavo reads version %d", u.Version, undoVersion)
	}
	if err != nil {
		return nil, fmt.Errorf("cannot read what can be undone, %s: %w; move it away", name, readfile.Reason(err))
	}
	return u, nil
}

// add adds the file to a set for the book's folder, so that a change and what takes it back come there as one. The oldest steps are
// forgotten where it would be too large.
func (u *undoFile) add(d *outdir.Dir) error {
	for {
		data, err := json.Marshal(u)
		if err != nil {
			return err
		}
		if len(data) > maxUndo && len(u.Steps) > 0 {
			u = &undoFile{u.Version, u.Steps[1:]}
			continue
		}
		return d.Add(path.Join(project.BuildFolder, undoName), append(data, '\n'))
	}
}
