package stats

import (
	"cmp"
	"slices"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
)

// entries measures the entries of a book.
func (m *measurer) entries(b *book.Book) Entries {
	out := Entries{Kinds: []Count{}, Longest: []Entry{}, Shortest: []Entry{}}
	kinds, themes, audiences := map[string]int{}, map[string]int{}, map[string]int{}
	var all []Entry
	for _, e := range b.Entries() {
		if e.Status == book.Draft {
			continue
		}
		out.Count++
		if !e.NoCard {
			out.Cards++
		}
		kinds[e.Kind]++
		for _, t := range e.Themes {
			themes[t]++
		}
		for _, a := range e.Audience {
			audiences[a]++
		}
		if len(e.Themes) == 0 {
			out.Themeless++
		}
		maxim, gloss := e.Words()
		all = append(all, Entry{e.ID, book.PlainText(e.Maxim), maxim + gloss, placeOf(e.Pos)})
	}
	if out.Count == 0 {
		out.Themes, out.Audiences = []Count{}, []Count{}
		return out
	}
	out.Sections = m.sections
	for _, k := range m.cfg.Kinds {
		if kinds[k.ID] > 0 || k.Own() {
			out.Kinds = append(out.Kinds, Count{k.ID, k.Name, kinds[k.ID]})
		}
	}
	out.Themes, out.Audiences = counted(m.cfg.Themes, themes), counted(m.cfg.Audiences, audiences)
	slices.SortStableFunc(all, func(a, b Entry) int { return cmp.Compare(b.Words, a.Words) })
	n := min(longestShown, len(all))
	out.Longest = append(out.Longest, all[:n]...)
	shortest := slices.Clone(all[max(n, len(all)-longestShown):]) // none is among both
	slices.Reverse(shortest)
	out.Shortest = append(out.Shortest, shortest...)
	return out
}

// counted returns how many there are of each of some declared names.
func counted(names []config.Name, counts map[string]int) []Count {
	out := []Count{}
	for _, n := range names {
		out = append(out, Count{n.ID, n.Name, counts[n.ID]})
	}
	return out
}
