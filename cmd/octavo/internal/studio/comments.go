package studio

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/feedback"
	"octavo/cmd/octavo/internal/ledger"
	"octavo/cmd/octavo/internal/mend"
	"octavo/cmd/octavo/internal/parallel"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/revise"
)

func (s *Studio) commentRoutes(mux *http.ServeMux) {
	mux.HandleFunc("GET /api/comments", s.serveComments)
	mux.HandleFunc("POST /api/comments", s.takeComments)
	mux.HandleFunc("POST /api/comments/answer", s.takeAnswer)
	mux.HandleFunc("POST /api/comments/preview", s.previewChange)
	mux.HandleFunc("POST /api/comments/accept", s.takeChange)
}

// gathered is what readers have said of a book, with the changes that they offer.
type gathered struct {
	shelf   *ledger.Shelf
	answers *ledger.Answers
	read    *feedback.List // out of the files that are kept
	all     *feedback.List // with remarks that the ledger alone knows
}

// gather places what readers have said in the book as it is now.
func (s *Studio) gather(ctx context.Context, p *project.Project) (g *gathered, err error) {
	if p == nil || p.Cfg == nil || p.Book == nil {
		return &gathered{read: &feedback.List{}, all: &feedback.List{}, answers: &ledger.Answers{}}, nil
	}
	g = &gathered{}
	if g.shelf, err = ledger.ShelfOf(p); err != nil {
		return nil, err
	}
	files, err := s.received.files(ctx, p)
	if err != nil {
		return nil, err
	}
	s.received.mu.Lock()
	index := s.received.words(p)
	s.received.mu.Unlock()
	for _, f := range files {
		if err := g.shelf.Place(ctx, index, f, ""); err != nil {
			return nil, err
		}
	}
	g.read = feedback.NewList(p.Book.Sources, files...)
	if g.answers, err = ledger.ReadAnswers(p.Root); err != nil {
		return nil, err
	}
	g.answers.Remember(p, g.shelf, g.read, ledger.Moment{}) // in memory alone
	g.all = &feedback.List{Remarks: append(slices.Clone(g.read.Remarks), g.answers.Listed(g.shelf, index, g.read, ledger.Moment{})...)}
	order := diag.Order(p.Book.Sources...)
	slices.SortStableFunc(g.all.Remarks, func(a, b feedback.Listed) int { return order(a.Place.Pos, b.Place.Pos) })
	return g, nil
}

// commentList is what the view of comments shows.
type commentList struct {
	State    int       `json:"state"`
	Comments []comment `json:"comments"`
	Readers  []string  `json:"readers"`
	Accept   []string  `json:"accept"` // ids of open changes that can be accepted
}

// comment is a remark.
type comment struct {
	ID      string           `json:"id"`
	Reader  string           `json:"reader"`
	Kind    feedback.Kind    `json:"kind"`
	Before  string           `json:"before"` // the words around those that are marked
	Words   string           `json:"words"`
	After   string           `json:"after"`
	Asks    string           `json:"asks"` // what the reader wants
	Comment string           `json:"comment,omitempty"`
	Replies []reply          `json:"replies"`
	Folio   string           `json:"folio,omitempty"` // of the page in the reader's copy
	Row     int              `json:"row,omitempty"`   // the line there
	Files   []string         `json:"files"`           // that have it
	File    string           `json:"file,omitempty"`  // the place in the manuscript now
	Line    int              `json:"line,omitempty"`
	Column  int              `json:"column,omitempty"`
	Chapter string           `json:"chapter,omitempty"`
	Fate    string           `json:"fate,omitempty"` // what became of the words since
	On      *onPage          `json:"on,omitempty"`
	Outcome feedback.Outcome `json:"outcome"`
	Why     string           `json:"why,omitempty"`
	Change  *changeOffer     `json:"change,omitempty"`
}

type reply struct {
	Reader  string `json:"reader"`
	Comment string `json:"comment"`
}

// changeOffer is a change that a reader wants.
type changeOffer struct {
	Shown   []piece `json:"shown"`
	New     string  `json:"new"`
	Refused string  `json:"refused,omitempty"` // why it cannot be accepted
	Stands  bool    `json:"stands,omitempty"`  // the manuscript says it already
	Against string  `json:"against,omitempty"` // who wants another change of these words
}

// piece is a run of characters of a file: what stays, goes ("-") or comes ("+").
type piece struct {
	Sign string `json:"sign"`
	Text string `json:"text"`
}

// serveComments answers what readers have said.
func (s *Studio) serveComments(w http.ResponseWriter, r *http.Request) {
	st := s.book.state(r.Context(), look{})
	var out commentList
	err := parallel.Interruptible(r.Context(), func() error {
		g, err := s.gather(r.Context(), st.project)
		if err != nil {
			return err
		}
		out, err = s.commentList(st, g)
		return err
	})
	if err != nil {
		refuseWrite(w, err)
		return
	}
	answer(w, out)
}

func (s *Studio) commentList(st *state, g *gathered) (commentList, error) {
	out := commentList{State: st.n, Comments: []comment{}, Readers: []string{}, Accept: []string{}}
	offers := map[string]*revise.Offer{}
	if len(g.all.Remarks) > 0 {
		session, err := revise.New(st.project, g.all)
		if err != nil {
			return out, err
		}
		for _, o := range session.Offers {
			for _, r := range o.Remarks {
				offers[r.ID] = o
			}
		}
	}
	for i := range g.all.Remarks {
		r := &g.all.Remarks[i]
		c := s.commentOf(st, r)
		if o := offers[r.ID]; o != nil {
			c.Change = changeOf(o)
			if c.Outcome == feedback.Open && c.Change.Refused == "" && !c.Change.Stands {
				out.Accept = append(out.Accept, c.ID)
			}
		}
		if !slices.Contains(out.Readers, c.Reader) {
			out.Readers = append(out.Readers, c.Reader)
		}
		out.Comments = append(out.Comments, c)
	}
	slices.Sort(out.Readers)
	return out, nil
}

// commentOf returns a remark as the page in the browser shows it.
func (s *Studio) commentOf(st *state, r *feedback.Listed) comment {
	show := diag.PrintableLines
	c := comment{ID: r.ID, Reader: show(cmp.Or(r.Reader, "A reader")), Kind: r.Kind, Before: show(r.Seen.Before), Words: show(r.Seen.Words), After: show(r.Seen.After),
		Asks: show(r.Says()), Comment: show(r.Comment), Replies: []reply{}, Folio: show(r.Seen.Folio), Row: r.Seen.Line, Files: []string{}, Chapter: r.Place.Chapter,
		Fate: show(r.Fate()), Outcome: cmp.Or(r.Answer.Outcome, feedback.Open), Why: show(r.Answer.Why)}
	if r.Signed != "" {
		c.Reader += " as " + show(r.Signed)
	}
	for _, a := range r.Replies {
		c.Replies = append(c.Replies, reply{show(cmp.Or(a.Reader, "someone")), show(a.Comment)})
	}
	for _, f := range append([]string{r.Remark.File}, r.Also...) {
		if f != "" && !slices.Contains(c.Files, f) {
			c.Files = append(c.Files, f)
		}
	}
	if pos := r.Place.Pos; pos.IsValid() {
		c.File = pos.Source.Name
		c.Line, c.Column = pos.Source.LineColumn(pos.Offset)
		c.On = s.onPage(st, pos)
	}
	return c
}

func changeOf(o *revise.Offer) *changeOffer {
	c := &changeOffer{Shown: []piece{}, New: o.New(), Refused: diag.Printable(o.Refused()), Stands: o.Hunk.Stands}
	for _, p := range o.Show() {
		c.Shown = append(c.Shown, piece{strings.TrimSpace(string(p.Sign)), diag.PrintableLines(p.Text)})
	}
	if o.Against != nil {
		c.Against = diag.Printable(o.Against.Who())
	}
	return c
}

// accepting is what the author says of changes.
type accepting struct {
	IDs   []string `json:"ids"`
	Words *string  `json:"words"` // the author's own, in place of the reader's; nil: the reader's
	Why   string   `json:"why"`
	Token string   `json:"token"` // of the preview that was shown
}

// accept returns the files with the changes that the author wants.
func (s *Studio) accept(ctx context.Context, ask *accepting) (p *project.Project, session *revise.Session, r *mend.Result, err error) {
	p = s.book.state(ctx, look{}).project
	err = parallel.Interruptible(ctx, func() error {
		g, err := s.gather(ctx, p)
		if err != nil {
			return err
		}
		if len(g.all.Remarks) == 0 {
			return errGone
		}
		if session, err = revise.New(p, g.all); err != nil {
			return err
		}
		if err := decide(session, ask); err != nil {
			return err
		}
		r, err = session.Result()
		return err
	})
	if err == nil && len(r.Changes) == 0 {
		err = errors.New("the change cannot be written as the manuscript is now; make it by hand")
	}
	return p, session, r, err
}

// decide accepts the changes that the author wants. Of several those are left that cannot be accepted; of one that is an error.
func decide(session *revise.Session, ask *accepting) error {
	for _, o := range session.Offers {
		o.Decision = revise.Later
	}
	taken := 0
	var last error = errGone
	for _, o := range session.Offers {
		if !slices.ContainsFunc(o.Remarks, func(r *feedback.Listed) bool { return slices.Contains(ask.IDs, r.ID) }) {
			continue
		}
		if words := ask.Words; words != nil && len(ask.IDs) == 1 && revise.Unsigned(*words) != o.Hunk.Change.New {
			if err := session.Reword(o, revise.Unsigned(*words)); err != nil {
				return err
			}
		}
		switch why := o.Refused(); {
		case o.Hunk.Stands:
			last = errors.New("the manuscript says it already")
		case why != "":
			last = fmt.Errorf("the change cannot be accepted: %s", why)
		default:
			o.Decide(revise.Accept, ask.Why)
			taken++
		}
	}
	if taken == 0 {
		return last
	}
	return nil
}

// previewChange answers what accepting changes would change.
func (s *Studio) previewChange(w http.ResponseWriter, r *http.Request) {
	var ask accepting
	if !take(w, r, &ask) {
		return
	}
	_, session, m, err := s.accept(r.Context(), &ask)
	if err != nil {
		refuseWrite(w, err)
		return
	}
	answer(w, previewOf(m, len(session.Taken())))
}

// takeChange writes changes into the manuscript, and records that they were taken.
func (s *Studio) takeChange(w http.ResponseWriter, r *http.Request) {
	var ask accepting
	if !take(w, r, &ask) {
		return
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	p, session, m, err := s.accept(r.Context(), &ask)
	if err == nil && previewOf(m, 0).Token != ask.Token {
		err = errMoved
	}
	if err != nil {
		refuseWrite(w, err)
		return
	}
	taken := session.Taken()
	if err = m.WriteKept(r.Context(), s.dir, diag.Count(len(taken), "change"), taken...); err == nil {
		err = s.record(r.Context(), p, session.Answers())
	}
	s.touched()
	if err != nil {
		refuseWrite(w, err)
		return
	}
	answer(w, done{Count: len(taken), Undo: s.undoable()})
}

// record writes answers to remarks into the ledger.
func (s *Studio) record(ctx context.Context, p *project.Project, answers map[string]feedback.Answer) error {
	at := ledger.At(ctx, p, time.Now())
	return ledger.UpdateAnswers(ctx, p.Root, func(a *ledger.Answers) error {
		a.SettleAll(answers, at)
		return nil
	})
}

// answering is the author's answer to remarks.
type answering struct {
	IDs     []string         `json:"ids"`
	Outcome feedback.Outcome `json:"outcome"`
	Why     string           `json:"why"`
}

// takeAnswer records what became of remarks.
func (s *Studio) takeAnswer(w http.ResponseWriter, r *http.Request) {
	var ask answering
	if !take(w, r, &ask) {
		return
	}
	p := s.book.state(r.Context(), look{}).project
	if !slices.Contains(feedback.Outcomes, ask.Outcome) || p == nil || p.Book == nil {
		refuse(w, http.StatusBadRequest, problem{Message: "the studio does not understand the answer"})
		return
	}
	answers := map[string]feedback.Answer{}
	for _, id := range ask.IDs {
		answers[id] = feedback.Answer{Outcome: ask.Outcome, Why: ask.Why}
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	if err := s.record(r.Context(), p, answers); err != nil {
		refuseWrite(w, err)
		return
	}
	s.events.send(event{"comments", struct{}{}})
	answer(w, done{Count: len(answers), Undo: s.undoable()})
}
