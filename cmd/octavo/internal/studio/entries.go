package studio

import (
	"net/http"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/cards"
	"octavo/cmd/octavo/internal/check"
	"octavo/cmd/octavo/internal/diag"
)

func (s *Studio) entryRoutes(mux *http.ServeMux) {
	mux.HandleFunc("GET /api/entries", s.serveEntries)
	mux.HandleFunc("POST /api/entries.csv", s.serveEntriesCSV)
}

// entryRow is one entry of the book.
type entryRow struct {
	ID       string   `json:"id"`
	Maxim    string   `json:"maxim"`
	Number   int      `json:"number,omitempty"`
	Kind     string   `json:"kind"`
	Themes   []string `json:"themes"`
	Audience []string `json:"audience"`
	Words    int      `json:"words"` // of the maxim
	Gloss    int      `json:"gloss"` // words of it
	Chapter  string   `json:"chapter"`
	Page     int      `json:"page,omitempty"` // in the file of the book's pages
	Folio    string   `json:"folio,omitempty"`
	At       *spot    `json:"at"`
	Draft    bool     `json:"draft,omitempty"`
	TK       bool     `json:"tk,omitempty"`
	NoCard   bool     `json:"noCard,omitempty"`
	Errors   int      `json:"errors,omitempty"`
	Warnings int      `json:"warnings,omitempty"`
}

// alikePair is two entries whose maxims are nearly alike, by their places in the list.
type alikePair struct {
	First  int     `json:"first"`
	Second int     `json:"second"`
	Share  float64 `json:"share"`
}

// entriesAnswer is what the view of entries shows.
type entriesAnswer struct {
	State   int         `json:"state"`
	Entries []entryRow  `json:"entries"`
	Alike   []alikePair `json:"alike"`
	groups
}

// serveEntries answers which entries there are. Sizes on cards are those of the deck; the view asks for them by themselves.
func (s *Studio) serveEntries(w http.ResponseWriter, r *http.Request) {
	st := s.book.state(r.Context(), look{})
	out := entriesAnswer{State: st.n, Entries: []entryRow{}, Alike: []alikePair{}}
	if p := st.project; p != nil && p.Book != nil {
		out.Entries = entryRows(st)
		out.Alike = nearlyAlike(out.Entries, p.Cfg.Check.Alike)
		out.groups = groupsOf(p.Cfg, p.Book)
	}
	answer(w, out)
}

// entryRows returns the entries of a state in the order of the book.
func entryRows(st *state) []entryRow {
	p := st.project
	pages := anchorPages(st.places)
	out := []entryRow{}
	at := map[*book.Entry]int{}
	for _, c := range p.Book.Chapters() {
		chapter := book.PlainText(c.Title)
		for _, e := range c.Entries() {
			row := entryRow{ID: e.ID, Maxim: book.PlainText(e.Maxim), Number: e.Number, Kind: e.Kind, Themes: orEmpty(e.Themes),
				Audience: orEmpty(e.Audience), Chapter: chapter, At: spotOf(e.Pos), Draft: e.Status == book.Draft, NoCard: !cards.HasCard(e)}
			row.Words, row.Gloss = e.Words()
			if pg := pages[e.ID]; pg != nil && !row.Draft {
				row.Page, row.Folio = pg.Number, pg.Label
			}
			at[e] = len(out)
			out = append(out, row)
		}
	}
	owners := newWhose(p.Book)
	for _, f := range st.found {
		i, ok := at[owners.entry(f.Pos)]
		switch {
		case !ok:
		case f.Code == "tk":
			out[i].TK = true
		case f.Severity == diag.Error:
			out[i].Errors++
		case f.Severity == diag.Warning:
			out[i].Warnings++
		}
	}
	return out
}

func orEmpty(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}

// loosely is how alike two maxims are at least that an author is shown side by side: a little less than check warns of.
const loosely = 0.15

// nearlyAlike returns the entries whose maxims are nearly alike, by the measure of check, which warns from share on. Words alone are
// left out, as there: vending is not ending.
func nearlyAlike(entries []entryRow, share float64) []alikePair {
	maxims := make([]string, len(entries))
	for i, e := range entries {
		maxims[i] = e.Maxim
	}
	out := []alikePair{}
	for _, p := range check.Alike(maxims, max(0.3, share-loosely)) {
		if p.Share == 1 || strings.Contains(maxims[p.Second], " ") {
			out = append(out, alikePair{p.First, p.Second, p.Share})
		}
	}
	return out
}
