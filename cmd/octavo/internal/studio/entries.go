package studio

import (
	"cmp"
	"context"
	"net/http"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/cards"
	"octavo/cmd/octavo/internal/check"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/feedback"
	"octavo/cmd/octavo/internal/parallel"
	"octavo/cmd/octavo/internal/project"
)

func (s *Studio) entryRoutes(mux *http.ServeMux) {
	mux.HandleFunc("GET /api/entries", s.serveEntries)
	mux.HandleFunc("GET /api/entries/alike", s.serveAlike)
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
	At       *place   `json:"at"`
	Draft    bool     `json:"draft,omitempty"`
	TK       bool     `json:"tk,omitempty"`
	NoCard   bool     `json:"noCard,omitempty"`
	Errors   int      `json:"errors,omitempty"`
	Warnings int      `json:"warnings,omitempty"`
	Comments int      `json:"comments,omitempty"` // of readers, that are open
	Comment  string   `json:"comment,omitempty"`  // the id of the first of them
}

// entriesAnswer is what the view of entries shows.
type entriesAnswer struct {
	State   int        `json:"state"`
	Entries []entryRow `json:"entries"`
	groups
}

// serveEntries answers which entries there are. Sizes on cards are those of the deck; the view asks for them by themselves.
func (s *Studio) serveEntries(w http.ResponseWriter, r *http.Request) {
	st := s.book.state(r.Context(), look{})
	out := entriesAnswer{State: st.n, Entries: []entryRow{}}
	if p := st.project; p != nil && p.Book != nil {
		out.Entries = entryRows(st)
		s.countComments(r.Context(), p, out.Entries)
		out.groups = groupsOf(p.Cfg, p.Book)
	}
	answer(w, out)
}

// countComments counts the open comments of readers on entries. Where they cannot be read, none are counted: the view of comments says why.
func (s *Studio) countComments(ctx context.Context, p *project.Project, rows []entryRow) {
	_ = parallel.Interruptible(ctx, func() error {
		g, err := s.gather(ctx, p)
		if err != nil || len(g.all.Remarks) == 0 {
			return err
		}
		at := map[string]*entryRow{}
		for i := range rows {
			at[rows[i].ID] = &rows[i]
		}
		owners := newWhose(p.Book)
		for _, r := range g.all.Remarks {
			e := owners.entry(r.Place.Pos)
			if e == nil || at[e.ID] == nil || cmp.Or(r.Answer.Outcome, feedback.Open) != feedback.Open {
				continue
			}
			row := at[e.ID]
			row.Comment = cmp.Or(row.Comment, r.ID)
			row.Comments++
		}
		return nil
	})
}

// entryRows returns the entries of a state in the order of the book.
func entryRows(st *state) []entryRow {
	p := st.project
	out := []entryRow{}
	at := map[*book.Entry]int{}
	for _, c := range p.Book.Chapters() {
		chapter := book.PlainText(c.Title)
		for _, e := range c.Entries() {
			row := entryRow{ID: e.ID, Maxim: book.PlainText(e.Maxim), Number: e.Number, Kind: e.Kind, Themes: orEmpty(e.Themes),
				Audience: orEmpty(e.Audience), Chapter: chapter, At: placeOf(e.Pos), Draft: e.Status == book.Draft, NoCard: !cards.HasCard(e)}
			row.Words, row.Gloss = e.Words()
			if !row.Draft {
				row.Page, row.Folio = st.folioOf(e.ID)
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

// alikePair is two entries whose maxims are nearly alike.
type alikePair struct {
	First  entryRow `json:"first"`
	Second entryRow `json:"second"`
	Share  float64  `json:"share"` // that they have in common
}

// alikeAnswer is the pairs of a book that are nearly alike, the most alike first.
type alikeAnswer struct {
	State int         `json:"state"`
	Pairs []alikePair `json:"pairs"`
	More  int         `json:"more"` // pairs that are left out
}

// Of pairs that are nearly alike: how many are shown, and from how much less on than check warns of.
const (
	mostPairs = 200
	loosely   = 0.15
)

// serveAlike answers which maxims are nearly alike, by the measure of check. Words alone are left out, as there: vending is not ending.
func (s *Studio) serveAlike(w http.ResponseWriter, r *http.Request) {
	st := s.book.state(r.Context(), look{})
	out := alikeAnswer{State: st.n, Pairs: []alikePair{}}
	if p := st.project; p != nil && p.Book != nil {
		entries := entryRows(st)
		maxims := make([]string, len(entries))
		for i, e := range entries {
			maxims[i] = e.Maxim
		}
		for _, p := range check.Alike(maxims, max(0.3, p.Cfg.Check.Alike-loosely)) {
			if p.Share == 1 || strings.Contains(maxims[p.Second], " ") {
				out.Pairs = append(out.Pairs, alikePair{entries[p.First], entries[p.Second], p.Share})
			}
		}
		slices.SortStableFunc(out.Pairs, func(a, b alikePair) int { return cmp.Compare(b.Share, a.Share) })
		shown := min(len(out.Pairs), mostPairs)
		out.Pairs, out.More = out.Pairs[:shown], len(out.Pairs)-shown
	}
	answer(w, out)
}
