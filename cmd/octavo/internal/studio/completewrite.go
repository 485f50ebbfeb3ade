package studio

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"

	"octavo/cmd/octavo/internal/lsp"
)

// completing is a request for what can be written at a place of a file.
type completing struct {
	saving
	At lsp.Position `json:"at"` // in units of UTF-16, from 0
}

// serveCompletions answers what can be written at a place.
func (s *Studio) serveCompletions(w http.ResponseWriter, r *http.Request) {
	var in completing
	if !readRequest(w, r, &in) {
		return
	}
	if !editable(in.File) {
		refuse(w, http.StatusForbidden, errNotEdited)
		return
	}
	out := []lsp.Completion{}
	if p := s.book.state(r.Context(), look{}).project; p != nil && p.Cfg != nil && p.Book != nil {
		out = lsp.Completions(p, in.File, in.Text, in.At)
	}
	answer(w, out)
}

// readRequest reads a request about a file that is edited. It answers it where that fails.
func readRequest(w http.ResponseWriter, r *http.Request, in any) bool {
	data, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 2*maxChapter)) // as JSON it may be twice as long
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		refuse(w, http.StatusRequestEntityTooLarge, problem{Message: fmt.Sprintf("A file may have %d MB", maxChapter>>20), Help: "Divide it into chapters."})
	case err != nil || json.Unmarshal(data, in) != nil:
		refuse(w, http.StatusBadRequest, problem{Message: "The studio did not understand its own page", Help: "Load the page again."})
	default:
		return true
	}
	return false
}
