package studio

import (
	"bytes"
	"encoding/json"
	"net/http"
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/tabletext"
)

// mostListed is the largest request for a table, in bytes: ids of tens of thousands of entries.
const mostListed = 4 << 20

// serveEntriesCSV answers the entries that the request names, in its order, as a table for spreadsheets.
func (s *Studio) serveEntriesCSV(w http.ResponseWriter, r *http.Request) {
	var asked struct {
		IDs []string `json:"ids"`
	}
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, mostListed)).Decode(&asked); err != nil {
		refuse(w, http.StatusBadRequest, problem{Message: "The table that was asked for cannot be read"})
		return
	}
	st := s.book.state(r.Context(), look{})
	if st.project == nil || st.project.Book == nil {
		refuse(w, http.StatusConflict, problem{Message: "The book cannot be read", Help: "See Problems"})
		return
	}
	sizes := map[string]float64{}
	if d := s.deck(r.Context(), deckLook{}); d.deck != nil {
		for i, c := range d.deck.Cards {
			sizes[c.ID] = points(d.deck.MaximSize(i))
		}
	}
	byID := map[string]entryRow{}
	for _, e := range entryRows(st) {
		byID[e.ID] = e
	}
	rows := make([]entryRow, 0, len(asked.IDs))
	for _, id := range asked.IDs {
		if e, ok := byID[id]; ok {
			rows = append(rows, e)
		}
	}
	name := book.Slug(st.project.Cfg.Book.Title) + "-entries.csv"
	w.Header().Set("Content-Type", "text/csv; charset=utf-8")
	w.Header().Set("Content-Disposition", `attachment; filename="`+name+`"`)
	_, _ = w.Write(entriesTable(rows, st.project.Cfg, sizes)) // who has gone is not told
}

// entriesTable returns a table for spreadsheets, in UTF-8 with the mark by which they know it.
func entriesTable(rows []entryRow, cfg *config.Config, sizes map[string]float64) []byte {
	var b bytes.Buffer
	b.WriteString("\uFEFF")
	var table [][]string
	write := func(cells ...string) { table = append(table, cells) }
	write("id", "maxim", "kind", "themes", "audience", "words", "gloss words", "card size", "page", "status", "chapter", "file", "line")
	for _, e := range rows {
		size := ""
		if n := sizes[e.ID]; n > 0 {
			size = strconv.FormatFloat(n, 'f', -1, 64)
		}
		at := place{}
		if e.At != nil {
			at = *e.At
		}
		write(e.ID, e.Maxim, cfg.Kind(e.Kind).Name, named(cfg.Themes, e.Themes), named(cfg.Audiences, e.Audience), strconv.Itoa(e.Words),
			strconv.Itoa(e.Gloss), size, e.Folio, e.status(), e.Chapter, at.File, strconv.Itoa(at.Line))
	}
	_ = tabletext.Write(&b, table) // to memory
	return b.Bytes()
}

// named returns the names of themes or audiences.
func named(all []config.Name, ids []string) string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = id
		for _, n := range all {
			if n.ID == id {
				out[i] = n.Name
			}
		}
	}
	return strings.Join(out, ", ")
}

// status says in words what is special about an entry.
func (e *entryRow) status() string {
	var out []string
	add := func(is bool, word string) {
		if is {
			out = append(out, word)
		}
	}
	add(e.Draft, "unfinished")
	add(e.TK, "TK")
	add(e.NoCard && !e.Draft, "no card")
	add(e.Errors > 0, "errors")
	add(e.Warnings > 0, "warnings")
	return strings.Join(out, ", ")
}
