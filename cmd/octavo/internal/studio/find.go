package studio

import (
	"net/http"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/pagemap"
)

// target is a place of the book that one can go to.
type target struct {
	Title string `json:"title"`
	Kind  string `json:"kind"` // "page", "chapter", or "entry"
	Page  int    `json:"page"` // from 1
	Label string `json:"label"`
}

// mostTargets is how many places are offered at once.
const mostTargets = 20

// serveFind answers the places that words mean: a folio ("iv", "12"), the number of a sheet ("#30"), or words of a title of a chapter,
// a section or an entry: ?q=patient.
func (s *Studio) serveFind(w http.ResponseWriter, r *http.Request) {
	st := s.book.state(r.Context(), lookOf(r))
	out := st.find(r.FormValue("q"))
	if out == nil {
		out = []target{}
	}
	answer(w, out)
}

// find returns the places that words mean, the likeliest first.
func (st *state) find(q string) []target {
	q = strings.ToLower(strings.TrimSpace(q))
	if q == "" || st.places == nil {
		return nil
	}
	if n, err := strconv.Atoi(strings.TrimPrefix(q, "#")); err == nil && strings.HasPrefix(q, "#") {
		if n < 1 || n > len(st.pages) {
			return nil
		}
		return []target{st.pageTarget(n - 1)}
	}
	var out []target
	for i, p := range st.places.Pages {
		if strings.EqualFold(p.Label, q) && p.Kind != pagemap.Blank {
			out = append(out, st.pageTarget(i))
		}
	}
	return append(out, st.titled(strings.Fields(q), mostTargets-len(out))...)
}

func (st *state) pageTarget(i int) target {
	return target{Title: "Page " + st.label(i), Kind: "page", Page: i + 1, Label: st.label(i)}
}

// titled returns the headings in which all words begin words: those that begin with the first of them before the others.
func (st *state) titled(words []string, most int) []target {
	entries := map[string]bool{}
	for _, e := range st.set.Book.Entries() {
		entries[e.ID] = true
	}
	var first, others []target
	for _, b := range st.outline {
		title := strings.ToLower(b.Title)
		if !slices.ContainsFunc(words, func(w string) bool { return !beginsWord(title, w) && !strings.HasPrefix(b.Anchor, w) }) {
			i, ok := st.pageOf(b.Anchor)
			if !ok {
				continue
			}
			t := target{Title: b.Title, Kind: "chapter", Page: i + 1, Label: st.label(i)}
			if entries[b.Anchor] {
				t.Kind = "entry"
			}
			if strings.HasPrefix(title, words[0]) {
				first = append(first, t)
			} else {
				others = append(others, t)
			}
		}
	}
	all := append(first, others...)
	return all[:min(len(all), max(most, 0))]
}

// beginsWord reports whether a word of a title begins with w.
func beginsWord(title, w string) bool {
	for at := 0; ; {
		i := strings.Index(title[at:], w)
		if i < 0 {
			return false
		}
		if at += i; at == 0 || !inWord(lastRune(title[:at])) {
			return true
		}
		at += len(w)
	}
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
