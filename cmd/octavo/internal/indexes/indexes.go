package indexes

import (
	"slices"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
)

// The anchors of the indexes, as the page map names them.
const (
	ThemeAnchor   = "octavo.index"
	FirstAnchor   = "octavo.first-words"
	SubjectAnchor = "octavo.subjects"
)

// kindAnchor begins the anchor of an index of one kind; the kind's id follows.
const kindAnchor = "octavo.kind."

// Printed says which indexes a book has.
type Printed struct {
	Themes     string       // the title of the index of themes; "": none
	FirstWords []*WordIndex // those of entries by their first words
	Subjects   bool
}

// WordIndex is an index of entries by their first words: that of all kinds, or that of one kind.
type WordIndex struct {
	Title, Anchor string
	Kind          string        // "": all kinds that have no index of their own
	Entries       []*book.Entry // in reading order
}

// Any reports whether a book has an index.
func (p *Printed) Any() bool { return p.Themes != "" || len(p.FirstWords) > 0 || p.Subjects }

// Of returns which indexes the book has: those that book.toml does not switch off and that have entries. An index of themes
// needs two themes, and a dictionary in the order of the alphabet needs no index of its first words.
func Of(cfg *config.Config, entries []*book.Entry) Printed {
	p := Printed{Subjects: !cfg.Pages.No.SubjectIndex && len(Subjects(cfg, entries)) > 0}
	if !cfg.Pages.No.ThemeIndex && len(Themes(cfg, entries)) > 1 {
		p.Themes = cfg.Lang.Titles.ByTheme.Fill("entries", cfg.Lang.Capital(Called(cfg, themed(cfg, entries))))
	}
	common := &WordIndex{Anchor: FirstAnchor}
	own := map[string]*WordIndex{}
	for _, e := range entries {
		switch k := cfg.Kind(e.Kind); k.Index {
		case config.Common:
			common.Entries = append(common.Entries, e)
		case config.Own:
			if own[k.ID] == nil {
				own[k.ID] = &WordIndex{Title: k.Title, Anchor: kindAnchor + k.ID, Kind: k.ID}
			}
			own[k.ID].Entries = append(own[k.ID].Entries, e)
		}
	}
	if !cfg.Pages.No.FirstWordsIndex && len(common.Entries) > 0 && !isIndex(cfg, common.Entries) {
		common.Title = cfg.Lang.Titles.ByFirstWords.Fill("entries", cfg.Lang.Capital(Called(cfg, common.Entries)))
		p.FirstWords = append(p.FirstWords, common)
	}
	for _, k := range cfg.Kinds {
		if x := own[k.ID]; x != nil {
			p.FirstWords = append(p.FirstWords, x)
		}
	}
	return p
}

// Called returns what entries are called together: "maxims", or the plural of the kind that they all are of.
func Called(cfg *config.Config, entries []*book.Entry) string {
	ids := make([]string, len(entries))
	for i, e := range entries {
		ids[i] = e.Kind
	}
	return cfg.EntriesName(ids)
}

// isIndex reports whether a book is an index of its own entries: a dictionary whose headwords are in the order of the alphabet.
func isIndex(cfg *config.Config, entries []*book.Entry) bool {
	if cfg.Style == nil || cfg.Style.Entry.Layout != config.RunIn {
		return false
	}
	return slices.Equal(entries, Sorted(NewOrder(cfg.Lang), entries, func(e *book.Entry) string { return book.PlainText(e.Maxim) }))
}

// ByNumber reports whether the indexes give an entry's number instead of its page.
func ByNumber(style *config.Style, e *book.Entry) bool {
	return e.Number > 0 && style != nil && style.Entry.IndexRefs == config.ByNumber
}

// Theme is a theme and its maxims in reading order.
type Theme struct {
	ID      string // "" for maxims without a theme
	Name    string
	Entries []*book.Entry
}

// Themes groups the given entries by theme, in the order in which book.toml declares the themes. Entries without a theme come
// last, but for those of a kind that the common indexes do not list; themes without entries are left out.
func Themes(cfg *config.Config, entries []*book.Entry) []Theme {
	place := make(map[string]int, len(cfg.Themes))
	groups := make([]Theme, len(cfg.Themes)+1)
	for i, t := range cfg.Themes {
		place[t.ID] = i
		groups[i] = Theme{ID: t.ID, Name: t.Name}
	}
	rest := &groups[len(cfg.Themes)]
	rest.Name = cfg.Lang.Titles.OtherThemes
	for _, e := range entries {
		themed := false
		for _, id := range e.Themes {
			i, ok := place[id]
			if !ok {
				continue
			}
			themed = true
			if g := &groups[i]; len(g.Entries) == 0 || g.Entries[len(g.Entries)-1] != e { // a theme named twice
				g.Entries = append(g.Entries, e)
			}
		}
		if !themed && cfg.Kind(e.Kind).Index == config.Common {
			rest.Entries = append(rest.Entries, e)
		}
	}
	return slices.DeleteFunc(groups, func(t Theme) bool { return len(t.Entries) == 0 })
}

// themed returns the entries that the index of themes lists.
func themed(cfg *config.Config, entries []*book.Entry) []*book.Entry {
	return slices.DeleteFunc(slices.Clone(entries), func(e *book.Entry) bool {
		return cfg.Kind(e.Kind).Index != config.Common && !slices.ContainsFunc(cfg.Themes, func(t config.Name) bool { return slices.Contains(e.Themes, t.ID) })
	})
}

// Heading is a heading of the index of subjects, with its subheadings.
type Heading struct {
	Name    string
	Entries []*book.Entry
	Subs    []*Heading
	See     []string // other headings
}

// Subjects returns the headings of the index of subjects in alphabetical order, as are their subheadings.
func Subjects(cfg *config.Config, entries []*book.Entry) []*Heading {
	var top []*Heading
	byName := map[string]*Heading{}
	for _, e := range entries {
		for _, line := range e.Index {
			name, sub := book.Subject(line)
			if name == "" {
				continue
			}
			h := byName[name]
			if h == nil {
				h = &Heading{Name: name}
				byName[name], top = h, append(top, h)
			}
			if sub != "" {
				h = h.sub(sub)
			}
			if !slices.Contains(h.Entries, e) {
				h.Entries = append(h.Entries, e)
			}
		}
	}
	for _, see := range cfg.Index.See {
		var to []string
		for _, other := range see.To {
			if name, sub := book.Subject(other); byName[name].has(sub) { // one of a draft leads nowhere
				to = append(to, other)
			}
		}
		if len(to) == 0 {
			continue
		}
		h := byName[see.Heading]
		if h == nil {
			h = &Heading{Name: see.Heading}
			top = append(top, h)
		}
		h.See = append(h.See, to...)
	}
	o := NewOrder(cfg.Lang)
	name := func(h *Heading) string { return h.Name }
	top = Sorted(o, top, name)
	for _, h := range top {
		h.Subs = Sorted(o, h.Subs, name)
		h.See = Sorted(o, h.See, func(s string) string { return s })
	}
	return top
}

// sub returns a subheading, which it adds if it is not there.
func (h *Heading) sub(name string) *Heading {
	for _, s := range h.Subs {
		if s.Name == name {
			return s
		}
	}
	s := &Heading{Name: name}
	h.Subs = append(h.Subs, s)
	return s
}

// has reports whether the heading exists and, if sub is not empty, whether it has that subheading.
func (h *Heading) has(sub string) bool {
	return h != nil && (sub == "" || slices.ContainsFunc(h.Subs, func(s *Heading) bool { return s.Name == sub }))
}
