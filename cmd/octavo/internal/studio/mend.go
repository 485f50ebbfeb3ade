package studio

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"net/http"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/ledger"
	"octavo/cmd/octavo/internal/mend"
	"octavo/cmd/octavo/internal/parallel"
	"octavo/cmd/octavo/internal/project"
)

func (s *Studio) mendRoutes(mux *http.ServeMux) {
	mux.HandleFunc("GET /api/fix", s.serveFix)
	mux.HandleFunc("POST /api/fix", s.takeFix)
	mux.HandleFunc("GET /api/undo", s.serveUndo)
	mux.HandleFunc("POST /api/undo", s.takeUndo)
}

// preview is a change of files that the author is shown before it is made.
type preview struct {
	Count int    `json:"count"` // of what is mended or taken
	Diff  string `json:"diff"`  // as diff and patch have it
	Token string `json:"token"` // names these changes
}

// previewOf returns what an author is shown of changes.
func previewOf(r *mend.Result, count int) preview {
	sum := sha256.New()
	for _, c := range r.Changes {
		for _, part := range [][]byte{[]byte(c.Name), c.Before, c.After} {
			one := sha256.Sum256(part)
			sum.Write(one[:])
		}
	}
	return preview{Count: count, Diff: diag.PrintableLines(r.Diff()), Token: hex.EncodeToString(sum.Sum(nil)[:12])}
}

// everything is the id that asks for all faults that can be mended.
const everything = "all"

// fix returns what mends a problem, or all that can be mended.
func (s *Studio) fix(ctx context.Context, id string) (r *mend.Result, err error) {
	err = parallel.Interruptible(ctx, func() (err error) {
		if id == everything {
			r, err = mend.Book(ctx, s.dir)
			return err
		}
		if st, d := s.troubleOf(ctx, id); d != nil {
			if r = mend.One(st.project.Root, d); r == nil && len(d.Edits) > 0 {
				return &mend.ChangedError{Name: d.Pos.Source.Name} // or it is written in the studio, and not saved
			}
		}
		return nil
	})
	if err == nil && (r == nil || len(r.Changes) == 0) {
		err = errGone
	}
	return r, err
}

// errGone says that there is nothing to mend any more.
var errGone = errors.New("there is nothing to mend here any more")

func (s *Studio) serveFix(w http.ResponseWriter, r *http.Request) {
	m, err := s.fix(r.Context(), r.FormValue("id"))
	if err != nil {
		refuseWrite(w, err)
		return
	}
	answer(w, previewOf(m, len(m.Mended)))
}

// chosen is what the author says of a preview.
type chosen struct {
	ID    string `json:"id"`
	Token string `json:"token"`
}

func (s *Studio) takeFix(w http.ResponseWriter, r *http.Request) {
	var ask chosen
	if !take(w, r, &ask) {
		return
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	m, err := s.fix(r.Context(), ask.ID)
	if err == nil && previewOf(m, 0).Token != ask.Token {
		err = errMoved
	}
	if err == nil {
		err = m.WriteKept(r.Context(), s.dir, diag.Count(len(m.Mended), "fix"))
	}
	if err != nil {
		refuseWrite(w, err)
		return
	}
	s.touched()
	answer(w, done{Count: len(m.Mended), Undo: s.undoable()})
}

// done is what came of the author's act.
type done struct {
	Count int    `json:"count"`
	Undo  string `json:"undo"` // what can be taken back, "" for nothing
}

// errMoved says that a preview does not show any more what would be done.
var errMoved = errors.New("the files have changed meanwhile; look at the change again")

// refuseWrite answers that files were not changed, and why.
func refuseWrite(w http.ResponseWriter, err error) {
	var changed *mend.ChangedError
	status := http.StatusUnprocessableEntity
	message := err.Error()
	switch {
	case errors.Is(err, errGone), errors.Is(err, errMoved):
		status = http.StatusConflict
	case errors.As(err, &changed):
		status, message = http.StatusConflict, changed.Name+" is not as the studio shows it; save what you write there, then look at the change again"
	}
	refuse(w, status, problem{Message: message})
}

// undoable returns what the last change of files was, "" where none can be taken back.
func (s *Studio) undoable() string {
	root, err := project.OpenBook(s.dir)
	if err != nil {
		return ""
	}
	defer root.Close()
	return mend.Last(root)
}

func (s *Studio) serveUndo(w http.ResponseWriter, _ *http.Request) {
	answer(w, done{Undo: s.undoable()})
}

// undone is what has been taken back.
type undone struct {
	What  string   `json:"what"`
	Files []string `json:"files"`
	Undo  string   `json:"undo"`
}

func (s *Studio) takeUndo(w http.ResponseWriter, r *http.Request) {
	s.writing.Lock()
	defer s.writing.Unlock()
	u, err := ledger.UndoChanges(r.Context(), s.dir)
	if err != nil {
		refuseWrite(w, err)
		return
	}
	s.touched()
	answer(w, undone{What: u.What, Files: u.Files, Undo: s.undoable()})
}
