package studio

import (
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
	if !takeFile(w, r, &in) {
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
