package outdir

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"

	"octavo/cmd/octavo/internal/lazyregexp"
	"octavo/cmd/octavo/internal/readfile"
)

// journal is the file that lists the moves and removals of a commit while it is carried out. It is written once all
// temporary files are complete and synced, so that an interrupted commit can always be finished from it.
type journal struct {
	Version int      `json:"octavo_journal"`   // 1
	Folder  string   `json:"folder"`           // of the temporary files
	Put     []move   `json:"put"`              // the moves
	Remove  []string `json:"remove,omitempty"` // files to remove after the moves
}

// move is the move of one temporary file to an output's place.
type move struct {
	Temp   string `json:"temp"` // in the journal's folder
	Name   string `json:"name"`
	SHA256 string `json:"sha256"`
}

// maxJournal is the size limit of a journal and of a list, in bytes. A journal takes a few hundred bytes for each file.
const maxJournal = 16 << 20

var (
	tempName = lazyregexp.New(`^[0-9]{1,7}$`)
	hashText = lazyregexp.New(`^[0-9a-f]{64}$`)
)

// parseJournal parses a journal. It returns nil if data is not a journal, or has a name that octavo would not have written.
func parseJournal(data []byte) *journal {
	var j journal
	e := json.NewDecoder(bytes.NewReader(data))
	e.DisallowUnknownFields()
	if e.Decode(&j) != nil || j.Version != 1 || !Temporary(j.Folder) {
		return nil
	}
	seen := map[string]bool{}
	for _, m := range j.Put {
		if !(Usable(m.Name) || m.Name == ListName) || seen[m.Name] || !tempName().MatchString(m.Temp) || seen[m.Temp+"/"] ||
			!hashText().MatchString(m.SHA256) {
			return nil
		}
		seen[m.Name], seen[m.Temp+"/"] = true, true
	}
	for _, name := range j.Remove {
		if !plain(name) || seen[name] {
			return nil
		}
	}
	return &j
}

// journaled reports whether the commit needs a journal. A single move is atomic and needs none.
func (j *journal) journaled() bool { return len(j.Put)+len(j.Remove) > 1 }

// temp returns the path of a move's temporary file.
func (j *journal) temp(m move) string { return path.Join(j.Folder, m.Temp) }

// readJournal reads the folder's journal. It returns nil if there is none, or none that octavo can have written.
func (d *Dir) readJournal() *journal {
	data, err := d.ReadFile(journalName, maxJournal)
	if err != nil {
		return nil
	}
	return parseJournal(data)
}

// writeJournal writes the journal into the folder atomically.
func (d *Dir) writeJournal(j *journal) error {
	data, err := json.Marshal(j)
	if err != nil {
		return err
	}
	temp := path.Join(d.temp, "journal")
	if err := d.writeTemp(temp, append(data, '\n')); err != nil {
		return err
	}
	if err := d.rename(temp, journalName); err != nil {
		return err
	}
	return d.sync(".")
}

// settle locks the folder and carries out its journal, if there is one.
func (d *Dir) settle(ctx context.Context) error {
	if _, err := d.root.Lstat(journalName); err != nil {
		return nil
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.hold(ctx, Patience); err != nil {
		return err
	}
	d.release()
	return nil
}

// recover carries out the journal of a process that was interrupted. The caller holds the folder's lock.
func (d *Dir) recover(ctx context.Context) error {
	if _, err := d.root.Lstat(journalName); err != nil {
		return nil
	}
	j := d.readJournal()
	if j == nil { // not octavo's, or written in part: nothing has been moved yet
		if err := d.root.RemoveAll(journalName); err != nil {
			return fmt.Errorf("cannot remove %s: %w", d.path(journalName), readfile.Reason(err))
		}
		return nil
	}
	left, gone, err := d.outstanding(ctx, j)
	if err != nil {
		return err
	}
	if gone != "" {
		return d.drop(j, left, gone)
	}
	fail := func(err error) error {
		return fmt.Errorf("cannot finish the build that was stopped in %s: %w", d.name, err)
	}
	for _, m := range left.Put {
		if err := d.checkPlace(m.Name); err != nil {
			return fail(err)
		}
	}
	for _, m := range left.Put {
		if _, err := d.makeParents(m.Name); err != nil {
			return fail(err)
		}
		if err := d.rename(left.temp(m), m.Name); err != nil {
			return fail(fmt.Errorf("cannot put %s in its place: %w", d.path(m.Name), readfile.Reason(err)))
		}
	}
	if err := d.finish(j); err != nil {
		return fail(err)
	}
	d.root.RemoveAll(j.Folder)
	return nil
}

// outstanding returns the moves of a journal that are not done yet. Gone is the first output of which neither the temporary
// file nor the file in its place has the hash in the journal; the journal cannot be carried out then. The error is the
// cause of a cancelled context.
func (d *Dir) outstanding(ctx context.Context, j *journal) (left *journal, gone string, err error) {
	left = &journal{Folder: j.Folder}
	for _, m := range j.Put {
		sum, err := d.hash(ctx, j.temp(m))
		if err == nil && sum == m.SHA256 {
			left.Put = append(left.Put, m)
			continue
		}
		sum, err = d.hash(ctx, m.Name)
		if ctx.Err() != nil {
			return nil, "", context.Cause(ctx)
		}
		if gone == "" && (err != nil || sum != m.SHA256) {
			gone = m.Name
		}
	}
	return left, gone, nil
}

// drop removes a journal that cannot be carried out. It returns an error if some of its moves have been done, because the
// outputs are then a mixture of two builds.
func (d *Dir) drop(j, left *journal, gone string) error {
	mixed := false
	undone := map[move]bool{}
	for _, m := range left.Put {
		undone[m] = true
	}
	for _, m := range j.Put {
		if !undone[m] && m.Name != gone {
			sum, err := d.hash(context.Background(), m.Name)
			mixed = mixed || err == nil && sum == m.SHA256
		}
	}
	if err := d.remove(journalName); err != nil {
		return fmt.Errorf("cannot remove %s: %w", d.path(journalName), readfile.Reason(err))
	}
	d.root.RemoveAll(j.Folder)
	if mixed {
		return fmt.Errorf("the outputs in %s are of two builds: the last one was stopped, and of %s nothing is left; run octavo again, "+
			"and make all of them", d.name, gone)
	}
	return nil
}

// sumOf returns the SHA-256 of data in hexadecimal digits.
func sumOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// hash returns the SHA-256 of a regular file in hexadecimal digits. It fails if a symbolic link is on the path.
func (d *Dir) hash(ctx context.Context, name string) (string, error) {
	if d.throughLink(name) {
		return "", fs.ErrInvalid
	}
	info, err := d.root.Lstat(name)
	if err != nil {
		return "", err
	}
	if !info.Mode().IsRegular() {
		return "", fs.ErrInvalid
	}
	f, err := readfile.Open(d.root, name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	sum := sha256.New()
	for { // in pieces, so that the context can end it
		if ctx.Err() != nil {
			return "", context.Cause(ctx)
		}
		if _, err := io.CopyN(sum, f, 16<<20); errors.Is(err, io.EOF) {
			return hex.EncodeToString(sum.Sum(nil)), nil
		} else if err != nil {
			return "", err
		}
	}
}
