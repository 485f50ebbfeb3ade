package ledger

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"time"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/feedback"
	"octavo/cmd/octavo/internal/locate"
	"octavo/cmd/octavo/internal/mend"
	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/pagemap"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/readfile"
)

// The file of remarks and its limits.
const (
	AnswersName    = "answers.json" // in the folder of review copies
	answersVersion = 1
	maxAnswers     = 64 << 20 // bytes
	maxSaid        = 16 << 10 // bytes of a text of a remark
	maxAround      = 200      // bytes of the text on each side of the marked words
)

// Answers are the remarks that readers have made on a book, and what became of them.
type Answers struct {
	Remarks []*Remark // in the order in which they were read

	byKey map[string]*Remark
}

// Remark is a remark that has been read, and its answer. Texts that are longer than any remark are cut.
type Remark struct {
	Key    string        `json:"key"`              // the ID of feedback.Listed
	Reader string        `json:"reader,omitempty"` // id of the reader, "" if nobody of book.toml or the ledger
	Name   string        `json:"name,omitempty"`   // of the reader
	Copy   string        `json:"copy,omitempty"`   // id of the review copy that it is on
	Kind   feedback.Kind `json:"kind"`

	Words   string `json:"words,omitempty"`
	Before  string `json:"before,omitempty"`
	After   string `json:"after,omitempty"`
	Whole   bool   `json:"whole,omitempty"` // the words are the line that the remark is on
	Comment string `json:"comment,omitempty"`
	New     string `json:"new,omitempty"` // the words to insert

	Folio string        `json:"folio,omitempty"` // page and line of the reader's copy
	Line  int           `json:"line,omitempty"`
	Place string        `json:"place,omitempty"` // where it stood in the manuscript when it was read: file:line:column
	Stood locate.Status `json:"stood,omitempty"` // and whether its words did

	Said string `json:"said,omitempty"` // when it was made, as the reader's program says
	Read string `json:"read"`           // the day on which it was first read, "2026-11-27"

	Outcome  feedback.Outcome `json:"outcome"`
	Why      string           `json:"why,omitempty"`
	By       Answerer         `json:"by,omitempty"`
	Date     string           `json:"date,omitempty"`     // the day of the answer
	Revision string           `json:"revision,omitempty"` // the state of the manuscript then
	Box      string           `json:"box,omitempty"`      // what stood in its box of the checklist when that was last read or written

	Told *Told `json:"told,omitempty"` // nil: no copy has told the reader
}

// Answerer is who gave an answer.
type Answerer string

// The answerers.
const (
	ByText   Answerer = "text"   // octavo, which found it in the manuscript; it may find something else the next time
	ByAuthor Answerer = "author" // the author, whose word stands
)

// Told is what the last copy that had an answer told its reader.
type Told struct {
	Snapshot string           `json:"snapshot"` // of that copy
	Outcome  feedback.Outcome `json:"outcome"`
	Why      string           `json:"why,omitempty"`
}

// Moment is when an answer was given: the day, and the state of the manuscript.
type Moment struct{ Date, Revision string }

// At returns the moment of an answer that is given to the manuscript as it is.
func At(ctx context.Context, p *project.Project, now time.Time) Moment {
	m := Moment{Date: now.UTC().Format(time.DateOnly), Revision: p.RevisionName(ctx)}
	if m.Revision == "" {
		m.Revision = p.HashManuscript()[:8]
	}
	return m
}

// AfterChange returns the moment of an answer that is given with a change of the manuscript, which is made after this.
func AfterChange(ctx context.Context, p *project.Project, now time.Time) Moment {
	m := At(ctx, p, now)
	if m.Revision != p.HashManuscript()[:8] { // else it names the manuscript that the change was made in
		m.Revision = strings.TrimSuffix(m.Revision, "+") + "+"
	}
	return m
}

// Settle gives a remark the author's answer; open takes an earlier answer back.
func (r *Remark) Settle(outcome feedback.Outcome, why string, at Moment) {
	why = cut(strings.TrimSpace(why), maxSaid)
	if r.By == ByAuthor && r.Outcome == outcome && r.Why == why {
		return
	}
	r.Outcome, r.Why, r.By, r.Date, r.Revision = outcome, why, ByAuthor, at.Date, at.Revision
	if outcome == feedback.Open && why == "" {
		r.By, r.Date, r.Revision = "", "", ""
	}
}

// settleByText gives a remark the answer that the manuscript shows, unless the author has given one.
func (r *Remark) settleByText(place locate.Place, at Moment) {
	if r.By == ByAuthor {
		return
	}
	m := r.remark()
	m.Place = place
	outcome := feedback.Open
	switch {
	case m.Applied():
		outcome = feedback.Taken
	case r.Words != "" && r.Stood == locate.AsMarked && (place.Status == locate.Changed || place.Status == locate.Gone):
		outcome = feedback.Changed
	}
	switch {
	case outcome == r.Outcome:
	case outcome == feedback.Open:
		r.Outcome, r.By, r.Date, r.Revision = outcome, "", "", ""
	default:
		r.Outcome, r.By, r.Date, r.Revision = outcome, ByText, at.Date, at.Revision
	}
}

// remark returns what was read, to be placed again.
func (r *Remark) remark() feedback.Remark {
	return feedback.Remark{Kind: r.Kind, Reader: r.Name, Comment: r.Comment, New: r.New, Date: r.Said,
		Seen: locate.Seen{Copy: r.Copy, Folio: r.Folio, Line: r.Line, Before: r.Before, Words: r.Words, After: r.After, Whole: r.Whole, Offset: -1}}
}

// Find returns the remark with a key, or with a unique prefix of it, or nil if there is none.
func (a *Answers) Find(key string) *Remark {
	if r := a.byKey[key]; r != nil || key == "" {
		return r
	}
	var found *Remark
	for _, r := range a.Remarks {
		if strings.HasPrefix(r.Key, key) {
			if found != nil {
				return nil
			}
			found = r
		}
	}
	return found
}

// add enters a remark whose key is new.
func (a *Answers) add(r *Remark) {
	if a.byKey == nil {
		a.byKey = map[string]*Remark{}
	}
	a.Remarks = append(a.Remarks, r)
	a.byKey[r.Key] = r
}

// answersFile is the form of the file.
type answersFile struct {
	Version int       `json:"octavo_answers"`
	Remarks []*Remark `json:"remarks"`
}

// ReadAnswers reads the remarks of a book's folder. There are none if the file does not exist yet.
func ReadAnswers(root *os.Root) (*Answers, error) {
	a := &Answers{}
	name := path.Join(project.ReviewPath, AnswersName)
	data, err := readfile.In(root, name, maxAnswers)
	if errors.Is(err, fs.ErrNotExist) {
		return a, nil
	}
	if err == nil {
		err = a.parse(data)
	}
	if err != nil {
		return nil, fmt.Errorf("cannot read what became of readers' remarks, %s: %w; mend it or move it away", name, readfile.Reason(err))
	}
	return a, nil
}

// parse reads and validates the file, which lies in the book's folder and may hold anything.
func (a *Answers) parse(data []byte) error {
	var f answersFile
	if err := json.Unmarshal(data, &f); err != nil {
		return err
	}
	if f.Version != answersVersion {
		return fmt.Errorf("it is of version %d, and this octavo reads version %d", f.Version, answersVersion)
	}
	for i, r := range f.Remarks {
		if r == nil {
			return fmt.Errorf("remark %d is empty", i+1)
		}
		if err := r.validate(); err != nil {
			return fmt.Errorf("remark %d %w", i+1, err)
		}
		if a.byKey[r.Key] != nil {
			return fmt.Errorf("remark %d has the key %s of another", i+1, r.Key)
		}
		a.add(r)
	}
	return nil
}

// validate reports what of a remark octavo cannot have written.
func (r *Remark) validate() error {
	switch {
	case !isKey(r.Key):
		return fmt.Errorf("has %q as its key, which is none", r.Key)
	case r.Reader != "" && !plainName(r.Reader):
		return fmt.Errorf("has %q as its reader, which is no reader's id", r.Reader)
	case !printedASCII(r.Copy) || len(r.Copy) > maxID:
		return fmt.Errorf("has %q as its copy, which is no id", r.Copy)
	case !slices.Contains(feedback.Outcomes, r.Outcome):
		return fmt.Errorf("has %q as its outcome, which is none", r.Outcome)
	case r.By != "" && r.By != ByText && r.By != ByAuthor:
		return fmt.Errorf("is answered by %q, which is nobody", r.By)
	case r.Told != nil && (!plainName(r.Told.Snapshot) || !slices.Contains(feedback.Outcomes, r.Told.Outcome)):
		return fmt.Errorf("was told as %q in %q, which is no copy", r.Told.Outcome, r.Told.Snapshot)
	case r.Line < 0 || len(r.Box) > 1:
		return errors.New("has a line or a box that is none")
	}
	for _, text := range []string{r.Words, r.Before, r.After, r.Comment, r.New, r.Why, r.Name, r.Folio, r.Place, r.Said, r.Read, r.Date,
		r.Revision, string(r.Kind), string(r.Stood)} {
		if len(text) > maxSaid+maxAround {
			return fmt.Errorf("has a text of %d bytes, more than octavo keeps", len(text))
		}
	}
	return nil
}

func isKey(s string) bool {
	return len(s) == 8 && strings.Trim(s, "0123456789abcdef") == ""
}

// bytes returns the file.
func (a *Answers) bytes() ([]byte, error) {
	var text bytes.Buffer
	f := answersFile{answersVersion, a.Remarks}
	if f.Remarks == nil {
		f.Remarks = []*Remark{}
	}
	if err := diag.EncodeJSON(&text, f); err != nil {
		return nil, err
	}
	if text.Len() > maxAnswers {
		return nil, fmt.Errorf("there are %d remarks, too many to remember", len(a.Remarks))
	}
	return text.Bytes(), nil
}

// UpdateAnswers reads the remarks of a book's folder, lets change change them, and writes them if it did. Meanwhile it holds the
// lock of the folder of review copies, so that of two at once each writes what it changes.
func UpdateAnswers(ctx context.Context, root *os.Root, change func(*Answers) error) error {
	d, after, err := changedAnswers(ctx, root, change)
	if err != nil {
		return err
	}
	defer d.Discard()
	if after == nil {
		return nil
	}
	return d.WriteFile(ctx, AnswersName, after)
}

// ChangeAnswers is [UpdateAnswers] as part of a set of files for the book's folder. The caller calls release when that has been
// committed.
func ChangeAnswers(ctx context.Context, root *os.Root, set *outdir.Dir, change func(*Answers) error) (release func(), err error) {
	d, after, err := changedAnswers(ctx, root, change)
	if err != nil {
		return func() {}, err
	}
	if after != nil {
		err = set.Add(path.Join(project.ReviewPath, AnswersName), after)
	}
	return d.Discard, err
}

// changedAnswers locks the folder of review copies and changes the remarks. It returns the folder and the new file, nil if nothing changes.
func changedAnswers(ctx context.Context, root *os.Root, change func(*Answers) error) (_ *outdir.Dir, after []byte, err error) {
	d, err := outdir.OpenIn(ctx, root, project.ReviewPath)
	if err != nil {
		return nil, nil, err
	}
	defer func() {
		if err != nil {
			d.Discard()
		}
	}()
	if err := d.Lock(ctx, time.Minute); err != nil {
		return nil, nil, err
	}
	a, err := ReadAnswers(root)
	if err != nil {
		return nil, nil, err
	}
	before, err := a.bytes()
	if err != nil {
		return nil, nil, err
	}
	if err := change(a); err != nil {
		return nil, nil, err
	}
	if after, err = a.bytes(); bytes.Equal(before, after) {
		after = nil
	}
	return d, after, err
}

// Reopen takes back the author's answers to remarks whose changes are undone.
func (a *Answers) Reopen(keys []string) {
	for _, k := range keys {
		if r := a.Find(k); r != nil && r.By == ByAuthor && (r.Outcome == feedback.Taken || r.Outcome == feedback.Changed) {
			r.Settle(feedback.Open, "", Moment{})
		}
	}
}

// UndoChanges takes back the last changes of the book in dir ([mend.Undo]), and the answers to the remarks that asked for them.
func UndoChanges(ctx context.Context, dir string) (*mend.Undone, error) {
	root, err := project.OpenBook(dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	release := func() {}
	defer func() { release() }()
	return mend.UndoWith(ctx, dir, func(set *outdir.Dir, keys []string) (err error) {
		if len(keys) > 0 {
			release, err = ChangeAnswers(ctx, root, set, func(a *Answers) error { a.Reopen(keys); return nil })
		}
		return err
	})
}

// Remember enters the remarks of a list that are new, and gives each remark of the list its answer. A remark that is listed again is
// the same.
func (a *Answers) Remember(p *project.Project, s *Shelf, list *feedback.List, at Moment) {
	s.Ledger.Enlist(p.Cfg.Review.Readers)
	for i := range list.Remarks {
		l := &list.Remarks[i]
		r := a.byKey[l.ID]
		if r == nil {
			r = newRemark(l, at)
			if id := s.readerOf(p, &l.Remark); plainName(id) {
				r.Reader = id
			}
			a.add(r)
		}
		r.settleByText(l.Place, at)
	}
	a.Answer(list)
}

// Mark takes the author's answers from the marks of a checklist, and returns how many are new. A mark that was there before says
// nothing new, so that an answer given since in another way stands.
func (a *Answers) Mark(marks map[string]feedback.Mark, at Moment) (answered int) {
	for _, r := range a.Remarks {
		m, ok := marks[r.Key]
		if !ok {
			continue
		}
		before := feedback.Mark{Box: cmp.Or(r.Box, " ")}
		r.Box = strings.TrimSpace(m.Box)
		outcome := m.Outcome()
		switch {
		case m.Box == before.Box && (m.Why == "" || m.Why == r.Why || outcome == feedback.Open && r.By == ByAuthor):
			continue
		case outcome == r.Outcome && (m.Why == "" || m.Why == r.Why):
			continue
		}
		r.Settle(outcome, m.Why, at)
		answered++
	}
	return answered
}

// SettleAll gives remarks the author's answers, by their keys. Keys that are not known are left out.
func (a *Answers) SettleAll(answers map[string]feedback.Answer, at Moment) {
	for key, answer := range answers {
		if r := a.byKey[key]; r != nil {
			r.Settle(answer.Outcome, answer.Why, at)
		}
	}
}

// Listed returns the remarks that were read before and are not in a list, placed and with the answers that the manuscript shows.
func (a *Answers) Listed(s *Shelf, index *locate.Index, list *feedback.List, at Moment) []feedback.Listed {
	here := map[string]bool{}
	for i := range list.Remarks {
		here[list.Remarks[i].ID] = true
	}
	var out []feedback.Listed
	for _, r := range a.Remarks {
		if here[r.Key] {
			continue
		}
		l := feedback.Listed{Remark: r.remark(), ID: r.Key}
		l.Place = index.Locate(&l.Seen, s.mapOf(r))
		r.settleByText(l.Place, at)
		l.Answer = feedback.Answer{Outcome: r.Outcome, Why: r.Why}
		out = append(out, l)
	}
	return out
}

// mapOf returns the page map of the copy that a remark is on, nil where it is not known.
func (s *Shelf) mapOf(r *Remark) *pagemap.Record {
	if r.Copy == "" || s.Ledger.Find(r.Copy) == nil {
		return nil
	}
	return s.Find(r.Copy, "").Map
}

// Answer gives each remark of a list that has been recorded its answer.
func (a *Answers) Answer(list *feedback.List) {
	for i := range list.Remarks {
		if r := a.byKey[list.Remarks[i].ID]; r != nil {
			list.Remarks[i].Answer = feedback.Answer{Outcome: r.Outcome, Why: r.Why}
		}
	}
}

func newRemark(l *feedback.Listed, at Moment) *Remark {
	r := &Remark{Key: l.ID, Name: cut(l.Reader, maxSaid), Copy: l.Seen.Copy, Kind: l.Kind, Words: cut(l.Seen.Words, maxSaid),
		Before: locate.LastBytes(l.Seen.Before, maxAround), After: locate.FirstBytes(l.Seen.After, maxAround), Whole: l.Seen.Whole, Comment: cut(l.Comment, maxSaid),
		New: cut(l.New, maxSaid), Folio: cut(l.Seen.Folio, maxAround), Line: max(0, l.Seen.Line), Stood: l.Place.Status,
		Said: cut(l.Date, maxAround), Read: at.Date, Outcome: feedback.Open}
	if l.Place.Status == locate.AsMarked && l.Place.Others == 0 { // the manuscript's words around it find the place again when those are gone
		r.Before, r.After = locate.LastBytes(l.Place.Before, maxAround), locate.FirstBytes(l.Place.After, maxAround)
	}
	if !printedASCII(r.Copy) || len(r.Copy) > maxID {
		r.Copy = ""
	}
	if l.Place.Pos.IsValid() {
		r.Place = cut(l.Place.Pos.String(), maxSaid)
	}
	return r
}

func cut(s string, most int) string { return locate.FirstBytes(s, most) }

// readerOf returns the id of the reader who made a remark: the owner of its copy, or the reader of that name or id in the ledger
// or in book.toml; "" for anybody else.
func (s *Shelf) readerOf(p *project.Project, m *feedback.Remark) string {
	if m.Seen.Copy != "" {
		if c := s.Ledger.Find(m.Seen.Copy); c != nil {
			return c.Reader
		}
	}
	if m.Reader == "" {
		return ""
	}
	for _, r := range p.Cfg.Review.Readers {
		if strings.EqualFold(r.Name, m.Reader) || strings.EqualFold(r.ID, m.Reader) {
			return r.ID
		}
	}
	for i := len(s.Ledger.Copies) - 1; i >= 0; i-- {
		if c := &s.Ledger.Copies[i]; strings.EqualFold(c.Name, m.Reader) || strings.EqualFold(c.Reader, m.Reader) {
			return c.Reader
		}
	}
	return ""
}
