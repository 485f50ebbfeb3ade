package studio

import (
	"context"
	"net/http"
	"slices"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/feedback"
	"octavo/cmd/octavo/internal/ledger"
	"octavo/cmd/octavo/internal/project"
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
	if g.answers, err = ledger.ReadAnswers(p.Root); err != nil {
		return nil, err
	}
	if len(files) == 0 && len(g.answers.Remarks) == 0 { // the words of a large book are not looked through for nothing
		g.read, g.all = &feedback.List{}, &feedback.List{}
		return g, nil
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
	g.answers.Remember(p, g.shelf, g.read, ledger.Moment{}) // in memory alone
	g.all = &feedback.List{Remarks: append(slices.Clone(g.read.Remarks), g.answers.Listed(g.shelf, index, g.read, ledger.Moment{})...)}
	order := diag.Order(p.Book.Sources...)
	slices.SortStableFunc(g.all.Remarks, func(a, b feedback.Listed) int { return order(a.Place.Pos, b.Place.Pos) })
	return g, nil
}

// record writes answers to remarks into the ledger.
func (s *Studio) record(ctx context.Context, p *project.Project, answers map[string]feedback.Answer) error {
	at := ledger.At(ctx, p, config.Now())
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
