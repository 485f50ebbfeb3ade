// Package revise takes readers' changes into a book: [New] makes offers of the changes among their remarks, an author decides on each,
// and [Session.Result] returns the files with those that were accepted. [ReadDecisions] and [Session.Plan] read and write decisions as a
// file.
package revise

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/amend"
	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/check"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/feedback"
	"octavo/cmd/octavo/internal/locate"
	"octavo/cmd/octavo/internal/manuscript"
	"octavo/cmd/octavo/internal/mend"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/readfile"
)

// Session is the offers of some readers' files.
type Session struct {
	Offers []*Offer // in the order of the manuscript, those without a place last
	Others int      // remarks that are no changes

	p    *project.Project
	text *amend.Text
	kept manuscript.Kept // of the readings by which changes are tried
}

// maxLayers is how many changes of the same words are tried in turn; more are refused.
const maxLayers = 5

// New returns the changes among remarks as offers, each with how it is written.
func New(p *project.Project, list *feedback.List) (*Session, error) {
	s := &Session{p: p, text: amend.NewText(p.Book), kept: manuscript.Kept{Files: &readfile.Files{}}}
	for i := range list.Remarks {
		r := &list.Remarks[i]
		c, ok := changeOf(r)
		if !ok {
			s.Others++
			continue
		}
		o := &Offer{Remarks: []*feedback.Listed{r}, Hunk: s.find(c, r), Decision: Later}
		if c.At.IsValid() && r.Seen.Whole && r.Edit == nil {
			o.Hunk.Refused = "only its line is known; change it by hand"
		}
		o.remember()
		s.Offers = append(s.Offers, o)
	}
	s.arrange()
	s.pair()
	return s, s.settle(s.Offers)
}

// find finds the place of a change: where its words have been found, or else where the reader's file says that its paragraph came from.
func (s *Session) find(c amend.Change, r *feedback.Listed) *amend.Hunk {
	h := s.text.Find(c)
	if h.Refused == "" || r.Seen.File == "" || r.Seen.Offset < 0 {
		return h
	}
	i := slices.IndexFunc(s.p.Book.Sources, func(src *diag.Source) bool { return src.Name == r.Seen.File })
	if i < 0 {
		return h
	}
	c.At, c.Sure = diag.Pos{Source: s.p.Book.Sources[i], Offset: min(r.Seen.Offset, len(s.p.Book.Sources[i].Text))}, false
	if there := s.text.Find(c); there.Refused == "" {
		return there
	}
	return h
}

// changeOf returns the change that a remark asks for, false where it asks for none.
func changeOf(r *feedback.Listed) (amend.Change, bool) {
	at := amend.Change{Before: r.Seen.Before, Old: r.Seen.Words, After: r.Seen.After, New: r.New, At: r.Place.Pos,
		Sure: r.Place.Status == locate.AsMarked && r.Place.Others == 0}
	if e := r.Edit; e != nil {
		at.Before, at.Old, at.After, at.New, at.Exact, at.Format = e.Before, e.Old, e.After, e.New, true, e.Format
		return at, true
	}
	switch r.Kind {
	case feedback.Strike:
		at.New = ""
		return at, at.Old != ""
	case feedback.Insert:
		at.Before, at.Old = at.Before+at.Old, ""
		return at, at.New != ""
	case feedback.Replace:
		return at, at.Old != "" || at.New != ""
	}
	return at, false
}

// arrange puts offers in the order of the manuscript, joins those that ask for the same, and finds those that change the same words.
func (s *Session) arrange() {
	order := diag.Order(s.p.Book.Sources...)
	slices.SortStableFunc(s.Offers, func(a, b *Offer) int { return order(a.Hunk.Pos, b.Hunk.Pos) })
	var near []*Offer // those that go on where the offer at hand begins
	out := s.Offers[:0]
next:
	for _, o := range s.Offers {
		near = slices.DeleteFunc(near, func(n *Offer) bool {
			return n.Hunk.Pos.Source != o.Hunk.Pos.Source || n.Hunk.End < o.Hunk.Pos.Offset
		})
		for _, n := range near {
			if !o.Hunk.Can() {
				break
			}
			if n.Hunk.Same(o.Hunk) {
				n.Remarks = append(n.Remarks, o.Remarks...)
				continue next
			}
			if o.Against == nil && n.Hunk.Overlaps(o.Hunk) {
				if o.Against = n; n.Against == nil {
					n.Against = o
				}
			}
		}
		out = append(out, o)
		if o.Hunk.Can() && len(near) < maxNear {
			near = append(near, o)
		}
	}
	s.Offers = out
}

// maxNear is how many changes that overlap are looked at.
const maxNear = 50

// pair finds the halves of words that were moved: struck out in one place and inserted in another.
func (s *Session) pair() {
	type half struct{ reader, words string }
	gone := map[half]*Offer{}
	moved := func(o *Offer) (e *feedback.Edit, ok bool) {
		e = o.Remarks[0].Edit
		return e, e != nil && e.Moved && len(o.Remarks) == 1
	}
	for _, o := range s.Offers {
		if e, ok := moved(o); ok && e.New == "" {
			gone[half{o.Remarks[0].Reader, strings.TrimSpace(e.Old)}] = o
		}
	}
	for _, o := range s.Offers {
		e, ok := moved(o)
		if !ok || e.Old != "" {
			continue
		}
		key := half{o.Remarks[0].Reader, strings.TrimSpace(e.New)}
		if g := gone[key]; g != nil {
			o.Half, g.Half = g, o
			delete(gone, key)
		}
	}
}

// settle decides how changes are written. Those of the same words are looked at in turn.
func (s *Session) settle(offers []*Offer) error {
	left := slices.DeleteFunc(slices.Clone(offers), func(o *Offer) bool { return !o.Hunk.Can() })
	for layer := 0; len(left) > 0; layer++ {
		var now []*amend.Hunk
		var rest []*Offer
		for _, o := range left {
			if len(now) > 0 && slices.ContainsFunc(now[max(0, len(now)-maxNear):], o.Hunk.Overlaps) {
				rest = append(rest, o)
			} else {
				now = append(now, o.Hunk)
			}
		}
		if layer == maxLayers {
			for _, o := range left {
				o.Hunk.Refused = "many changes are on the same words; change them by hand"
			}
			return nil
		}
		if err := s.text.Settle(now, s.read); err != nil {
			return err
		}
		left = rest
	}
	return nil
}

// read reads the book with other texts.
func (s *Session) read(texts map[string][]byte) (*book.Book, error) {
	bk, _ := s.kept.Read(s.p.Root, "manuscript", check.Contents(s.p.Cfg), texts)
	return bk, nil
}

// Reword gives an offer the author's own words. In them U+2029 parts paragraphs.
func (s *Session) Reword(o *Offer, words string) error {
	c := o.Hunk.Change
	c.New, c.Exact, c.Format = words, strings.ContainsRune(c.Old+words, amend.Break), ""
	h := s.text.Find(c)
	if h.Stands {
		h.Stands, h.Refused = false, "the words are those that stand there"
	}
	if err := s.text.Settle([]*amend.Hunk{h}, s.read); err != nil {
		return err
	}
	if h.Refused == "" {
		o.Hunk, o.Own = h, true
		return nil
	}
	return fmt.Errorf("these words cannot be written there: %s", h.Refused)
}

// AcceptAll accepts every offer that can be: of those on the same words, the first one.
func (s *Session) AcceptAll() {
	for _, o := range s.Offers {
		if o.Decision == Later && o.Hunk.Can() && o.Refused() == "" && !o.closed() {
			o.Decide(Accept, "")
		}
	}
}

// Result returns the files of the book with the offers that were accepted. One that cannot be written together with the others is
// refused, and its decision is Later again.
func (s *Session) Result() (*mend.Result, error) {
	var taken []*Offer
	for _, o := range s.Offers {
		if o.Decision != Accept {
			continue
		}
		if slices.ContainsFunc(taken[max(0, len(taken)-maxNear):], func(t *Offer) bool { return t.Hunk.Overlaps(o.Hunk) }) {
			o.Hunk.Refused = "it is on words that another accepted change is on"
		}
		if !o.Hunk.Can() || o.Refused() != "" {
			o.Decision = Later
			continue
		}
		taken = append(taken, o)
	}
	for range 2 { // the half of words that were moved may be refused in the first round
		if err := s.settle(taken); err != nil {
			return nil, err
		}
		n := len(taken)
		taken = slices.DeleteFunc(taken, func(o *Offer) bool {
			if o.Refused() == "" {
				return false
			}
			o.Decision = Later
			return true
		})
		if len(taken) == n {
			break
		}
	}
	return s.files(taken)
}

// maxText is more than any file of a manuscript has, in bytes.
const maxText = 64 << 20

func (s *Session) files(taken []*Offer) (*mend.Result, error) {
	hunks := map[*diag.Source][]*amend.Hunk{}
	for _, o := range taken {
		hunks[o.Hunk.Pos.Source] = append(hunks[o.Hunk.Pos.Source], o.Hunk)
	}
	r := &mend.Result{}
	for _, src := range s.p.Book.Sources {
		if hunks[src] == nil {
			continue
		}
		before, err := readfile.In(s.p.Root, src.Name, maxText)
		if err != nil {
			return nil, fmt.Errorf("cannot change %s: %w", src.Name, readfile.Reason(err))
		}
		after, ok := mend.Apply(before, src.Text, amend.EditsOf(hunks[src]))
		if !ok {
			return nil, fmt.Errorf("cannot change %s: it has characters that are no text, or has been changed just now; see octavo check", src.Name)
		}
		if !bytes.Equal(before, after) {
			r.Changes = append(r.Changes, mend.Change{Name: src.Name, Before: before, After: after})
		}
	}
	return r, nil
}
