package studio

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/feedback"
	"octavo/cmd/octavo/internal/ledger"
	"octavo/cmd/octavo/internal/mend"
	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/parallel"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/revise"
)

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
	release := func() {}
	err = m.WriteKeptWith(r.Context(), s.dir, diag.Count(len(taken), "change"), taken, func(set *outdir.Dir, _ []string) (err error) {
		at, answers := ledger.AfterChange(r.Context(), p, config.Now()), session.Answers()
		release, err = ledger.ChangeAnswers(r.Context(), p.Root, set, func(a *ledger.Answers) error { a.SettleAll(answers, at); return nil })
		return err
	})
	release()
	s.touched()
	if err != nil {
		refuseWrite(w, err)
		return
	}
	answer(w, done{Count: len(taken), Undo: s.undoable()})
}
