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
	"regexp"
	"slices"
)

// journal is the file that says, while outputs are put in their places, what is still to be done. It is written when all of
// them are whole and on the disk, so that it can always be carried out.
type journal struct {
	Version int      `json:"octavo_journal"`   // 1
	Folder  string   `json:"folder"`           // with the temporary files
	Put     []move   `json:"put"`              // into their places
	Remove  []string `json:"remove,omitempty"` // after that
}

// move puts one output in its place.
type move struct {
	Temp   string `json:"temp"` // in the journal's folder
	Name   string `json:"name"`
	SHA256 string `json:"sha256"`
}

// maxJournal is more than a journal has, and a list: 100 bytes for each of many thousand files.
const maxJournal = 16 << 20

var (
	tempName = regexp.MustCompile(`^[0-9]{1,7}$`)
	hashText = regexp.MustCompile(`^[0-9a-f]{64}$`)
)

// parseJournal reads a journal; nil when it is none, or names anything that a journal of ours does not.
func parseJournal(data []byte) *journal {
	var j journal
	e := json.NewDecoder(bytes.NewReader(data))
	e.DisallowUnknownFields()
	if e.Decode(&j) != nil || j.Version != 1 || !temporary(j.Folder) {
		return nil
	}
	seen := map[string]bool{}
	for _, m := range j.Put {
		if !(plain(m.Name) || m.Name == ListName) || seen[m.Name] || !tempName.MatchString(m.Temp) || seen[m.Temp+"/"] ||
			!hashText.MatchString(m.SHA256) {
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

// journaled reports whether the moves need a journal, and may be in one: a single move is one by itself.
func (j *journal) journaled() bool {
	hidden := func(m move) bool { return !plain(m.Name) && m.Name != ListName }
	return len(j.Put)+len(j.Remove) > 1 && !slices.ContainsFunc(j.Put, hidden)
}

// temp returns the name of a move's file before it is in its place.
func (j *journal) temp(m move) string { return path.Join(j.Folder, m.Temp) }

// readJournal reads the folder's journal; nil when there is none of ours.
func (d *Dir) readJournal() *journal {
	data, err := d.ReadFile(journalName, maxJournal)
	if err != nil {
		return nil
	}
	return parseJournal(data)
}

// writeJournal makes the journal stand in the folder, whole.
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

// settle finishes what the journal says, if there is one.
func (d *Dir) settle(ctx context.Context) error {
	if _, err := d.root.Lstat(journalName); err != nil {
		return nil
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.hold(ctx, patience); err != nil {
		return err
	}
	d.release()
	return nil
}

// recover carries out the journal of a process that ended before it could. The folder's lock is held.
func (d *Dir) recover(ctx context.Context) error {
	if _, err := d.root.Lstat(journalName); err != nil {
		return nil
	}
	j := d.readJournal()
	if j == nil { // none of ours, or torn: then nothing had been moved
		if err := d.root.RemoveAll(journalName); err != nil {
			return fmt.Errorf("cannot remove %s: %w", d.path(journalName), reason(err))
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
		if err := d.rename(left.temp(m), m.Name); err != nil {
			return fail(fmt.Errorf("cannot put %s in its place: %w", d.path(m.Name), reason(err)))
		}
	}
	if err := d.finish(j); err != nil {
		return fail(err)
	}
	d.root.RemoveAll(j.Folder)
	return nil
}

// outstanding returns what of a journal is not done yet. Gone is the first output of which neither the temporary file nor
// the one in its place is there as the journal says: then the journal cannot be carried out. The error is that of a
// context that is done.
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

// drop removes a journal that cannot be carried out. When something of it has been done, the outputs are of two builds.
func (d *Dir) drop(j, left *journal, gone string) error {
	mixed := false
	for _, m := range j.Put {
		if !slices.Contains(left.Put, m) && m.Name != gone {
			sum, err := d.hash(context.Background(), m.Name)
			mixed = mixed || err == nil && sum == m.SHA256
		}
	}
	if err := d.remove(journalName); err != nil {
		return fmt.Errorf("cannot remove %s: %w", d.path(journalName), reason(err))
	}
	d.root.RemoveAll(j.Folder)
	if mixed {
		return fmt.Errorf("the outputs in %s are of two builds: the last one was stopped, and of %s nothing is left; run octavo again, "+
			"and make all of them", d.name, gone)
	}
	return nil
}

// sumOf returns the SHA-256 of data, as journals have it.
func sumOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// hash returns the SHA-256 of a regular file to which no symbolic link leads.
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
	f, err := d.root.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	sum := sha256.New()
	for { // in pieces, so that a signal can end it
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
