package studio

import (
	"net/http"

	"octavo/cmd/octavo/internal/diag"
)

// place is a place in a file of the book, as requests and answers name it.
type place struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
}

// placeOf returns a place for the browser, nil for none.
func placeOf(at diag.Pos) *place {
	if !at.IsValid() {
		return nil
	}
	line, column := at.Source.LineColumn(at.Offset)
	return &place{at.Source.Name, line, column}
}

// serveShow scrolls all pages in browsers to where a place of a file is printed; octavo where --studio asks for it.
func (s *Studio) serveShow(w http.ResponseWriter, r *http.Request) {
	var p place
	if !take(w, r, &p) {
		return
	}
	found := s.book.state(r.Context(), look{}).printedAt(p.File, p.Line, p.Column)
	if found == nil {
		refuse(w, http.StatusNotFound, notPrinted)
		return
	}
	s.events.send(event{"show", p})
	answer(w, found)
}
