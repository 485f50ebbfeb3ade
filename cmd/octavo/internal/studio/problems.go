package studio

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/check"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/parallel"
	"octavo/cmd/octavo/internal/project"
)

func (s *Studio) problemRoutes(mux *http.ServeMux) {
	mux.HandleFunc("GET /api/problems", s.serveProblems)
	mux.HandleFunc("GET /api/explain/{code}", serveExplanation)
}

// mostAlike is how many problems of one kind a group shows; the others are counted until they are asked for.
const mostAlike = 100

// problemList is what the view of problems shows.
type problemList struct {
	State    int            `json:"state"`
	Fault    string         `json:"fault,omitempty"` // what keeps octavo from looking at the book
	Errors   int            `json:"errors"`
	Warnings int            `json:"warnings"`
	Mendable int            `json:"mendable"`
	Groups   []problemGroup `json:"groups"`
}

// problemGroup is the problems of a file, or those of one code.
type problemGroup struct {
	Key      string    `json:"key"` // a file's name, or a code; "" for those without a place
	About    string    `json:"about,omitempty"`
	Errors   int       `json:"errors"`
	Warnings int       `json:"warnings"`
	Problems []trouble `json:"problems"`
	More     []more    `json:"more"`
}

// more is how many problems of a kind a group does not show.
type more struct {
	Code  string `json:"code"`
	Count int    `json:"count"`
}

// trouble is one diagnostic.
type trouble struct {
	ID       string    `json:"id"` // stays the same while the file changes around the place
	Severity string    `json:"severity"`
	Code     string    `json:"code"`
	Message  string    `json:"message"`
	Notes    []string  `json:"notes"`
	Deck     bool      `json:"deck,omitempty"` // it stops the deck alone
	File     string    `json:"file,omitempty"`
	Line     int       `json:"line,omitempty"`
	Column   int       `json:"column,omitempty"`
	Source   *extract  `json:"source,omitempty"`
	On       *pageLine `json:"on,omitempty"`
	Mends    bool      `json:"mends,omitempty"` // octavo can mend it
}

// extract is a line of a file, in three: what is marked, and what stands before and after it.
type extract struct {
	Before string `json:"before"`
	Marked string `json:"marked"`
	After  string `json:"after"`
}

// found is everything that is wrong with a book, the cards too.
func (s *Studio) found(st *state, typography project.Proofreading) diag.List {
	p := st.project
	if p == nil {
		return nil
	}
	var more diag.List
	if p.Showable() {
		more = append(more, p.Interior().Found...)
	}
	return p.Judged(append(more, s.deckFaults.of(p)...), typography)
}

// deckFaults remembers what is wrong with the deck of the project that was asked for last.
type deckFaults struct {
	mu    sync.Mutex
	book  *project.Project
	found diag.List
}

func (d *deckFaults) of(p *project.Project) diag.List {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.book != p {
		var found diag.List
		if p.Usable(diag.Deck) {
			_, found, _ = p.WholeDeck() // that there is no deck is no fault of the book
		}
		d.book, d.found = p, found
	}
	return d.found
}

// serveProblems answers what is wrong with the book: ?by=code groups by codes and not by files, ?only=error and ?only=warning leave
// out the others, ?typography=1 adds what a proofreader would mark, ?all=CODE shows all problems of a code.
func (s *Studio) serveProblems(w http.ResponseWriter, r *http.Request) {
	st := s.book.state(r.Context(), lookOf(r))
	var found diag.List
	err := parallel.Interruptible(r.Context(), func() error {
		found = s.found(st, project.Proofreading(r.FormValue("typography") != ""))
		return nil
	})
	if err != nil {
		refuse(w, http.StatusInternalServerError, problem{Message: err.Error()})
		return
	}
	out := problemList{State: st.n, Groups: []problemGroup{}}
	if st.fault != nil {
		out.Fault = st.fault.Error()
	}
	out.Errors, out.Warnings = found.Count()
	all := st.troubles(found)
	for _, t := range all {
		if t.Mends {
			out.Mendable++
		}
	}
	if only := r.FormValue("only"); only != "" {
		all = slices.DeleteFunc(all, func(t trouble) bool { return t.Severity != only })
	}
	out.Groups = grouped(all, r.FormValue("by") == "code", r.Form["all"])
	answer(w, out)
}

// troubles returns diagnostics as the page in the browser shows them, with where their places are printed.
func (st *state) troubles(found diag.List) []trouble {
	out := make([]trouble, len(found))
	times := map[string]int{}
	for i := range found {
		d := &found[i]
		t := trouble{Severity: d.Severity.String(), Code: d.Code, Message: diag.Printable(d.Message), Notes: []string{}, Deck: d.Stops == diag.Deck,
			Mends: len(d.Edits) > 0}
		for _, n := range d.Notes {
			t.Notes = append(t.Notes, diag.PrintableLines(n))
		}
		if d.Pos.IsValid() {
			t.File = d.Pos.Source.Name
			t.Line, t.Column = d.Pos.Source.LineColumn(d.Pos.Offset)
			t.Source = extractOf(d)
			t.On = st.printed(d.Pos)
		}
		said := strings.Join([]string{t.Code, t.File, t.Message}, "\x00")
		times[said]++
		sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%d", said, times[said]))
		t.ID = hex.EncodeToString(sum[:6])
		out[i] = t
	}
	return out
}

// The most of a line that is shown on each side of a marked place, and of that, in bytes.
const (
	mostAround = 160
	mostMarked = 400
)

// extractOf returns the line that a diagnostic is about.
func extractOf(d *diag.Diagnostic) *extract {
	text := d.Pos.Source.Text
	at := min(max(d.Pos.Offset, 0), len(text))
	end := min(max(d.End, at), len(text))
	start := max(0, at-mostAround)
	start += bytes.LastIndexByte(text[start:at], '\n') + 1
	lineEnd := min(len(text), at+mostMarked)
	if n := bytes.IndexByte(text[at:lineEnd], '\n'); n >= 0 {
		lineEnd = at + n
	}
	end = min(end, lineEnd)
	if end == at { // a point marks the character at it
		_, size := utf8.DecodeRune(text[at:lineEnd])
		end += size
	}
	after := text[end:min(lineEnd, end+mostAround)]
	out := &extract{Before: clean(text[start:at]), Marked: clean(text[at:end]), After: clean(after)}
	if strings.TrimSpace(out.Before+out.Marked+out.After) == "" {
		return nil
	}
	return out
}

// clean returns a piece of a file as text that can be shown: what was cut in the middle of a character is left out.
func clean(piece []byte) string {
	return diag.Printable(strings.Trim(strings.ToValidUTF8(strings.TrimRight(string(piece), "\r"), ""), "\uFEFF"))
}

// grouped returns problems by files or codes: groups with errors first, and in each the errors first. Of more than a hundred alike in
// a group the others are counted, unless all names their code.
func grouped(list []trouble, byCode bool, all []string) []problemGroup {
	out := []problemGroup{}
	index := map[string]int{}
	slices.SortStableFunc(list, func(a, b trouble) int { return severityRank(a) - severityRank(b) })
	alike := map[[2]string]int{}
	for _, t := range list {
		key := t.File
		if byCode {
			key = t.Code
		}
		i, ok := index[key]
		if !ok {
			i = len(out)
			index[key] = i
			out = append(out, problemGroup{Key: key, Problems: []trouble{}, More: []more{}})
			if rule, known := check.Find(t.Code); byCode && known {
				out[i].About = rule.Doc
			}
		}
		g := &out[i]
		if t.Severity == diag.Error.String() {
			g.Errors++
		} else {
			g.Warnings++
		}
		k := [2]string{key, t.Code}
		if alike[k]++; alike[k] <= mostAlike || slices.Contains(all, t.Code) {
			g.Problems = append(g.Problems, t)
			continue
		}
		m := slices.IndexFunc(g.More, func(m more) bool { return m.Code == t.Code })
		if m < 0 {
			m = len(g.More)
			g.More = append(g.More, more{Code: t.Code})
		}
		g.More[m].Count++
	}
	return out
}

func severityRank(t trouble) int {
	return slices.Index([]string{diag.Error.String(), diag.Warning.String(), diag.Note.String()}, t.Severity)
}

// explanation is what a code means.
type explanation struct {
	Code     string `json:"code"`
	Severity string `json:"severity"`
	About    string `json:"about"`
	Example  string `json:"example,omitempty"`
	Silence  string `json:"silence,omitempty"` // what book.toml may say of it
}

// serveExplanation answers what octavo explain says of a code.
func serveExplanation(w http.ResponseWriter, r *http.Request) {
	rule, ok := check.Find(r.PathValue("code"))
	if !ok {
		refuse(w, http.StatusNotFound, problem{Message: "There is no such code"})
		return
	}
	out := explanation{Code: rule.Code, Severity: rule.Severity.String(), About: rule.Doc, Example: rule.Example}
	if rule.Severity == diag.Warning {
		out.Silence = fmt.Sprintf("[check.levels]\n%s = \"off\"", rule.Code)
	}
	answer(w, out)
}

// troubleOf returns the diagnostic with an id, nil where it is there no more.
func (s *Studio) troubleOf(ctx context.Context, id string) (*state, *diag.Diagnostic) {
	st := s.book.state(ctx, look{})
	found := s.found(st, true)
	for i, t := range st.troubles(found) {
		if t.ID == id {
			return st, &found[i]
		}
	}
	return st, nil
}
