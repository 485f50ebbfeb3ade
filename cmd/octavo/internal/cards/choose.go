package cards

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/indexes"
)

// Choice says which entries become cards. An entry must meet all that is not empty, and of each list one.
type Choice struct {
	Themes, Kinds, Audiences []string
	IDs                      []string        // in this order where the deck is sorted as the book is
	Known                    map[string]bool // ids of entries that are not wanted; nil: none
}

// ChoiceError reports what in a Choice is not there, or has no card.
type ChoiceError struct{ message string }

func (e *ChoiceError) Error() string { return e.message }

func choiceErrorf(format string, args ...any) error {
	return &ChoiceError{fmt.Sprintf(format, args...)}
}

// Choose returns the entries that have a card and are chosen, in the order that cfg.Deck.Sort asks for. The error, a [*ChoiceError], is
// about a theme, a kind, an audience or an id that is not there, or an id whose entry has no card.
func Choose(cfg *config.Config, bk *book.Book, c Choice) ([]*book.Entry, error) {
	for _, list := range []struct {
		noun  string
		asked []string
		there []string
	}{
		{"theme", c.Themes, config.IDs(cfg.Themes)},
		{"kind", c.Kinds, cfg.KindIDs()},
		{"audience", c.Audiences, config.IDs(cfg.Audiences)},
	} {
		for _, id := range list.asked {
			if !slices.Contains(list.there, id) {
				return nil, unknown(list.noun, id, list.there, "; there are "+strings.Join(list.there, ", "))
			}
		}
	}
	all := bk.Entries()
	place := map[string]int{}
	for _, id := range c.IDs {
		i := slices.IndexFunc(all, func(e *book.Entry) bool { return e.ID == id })
		switch {
		case i < 0:
			var there []string
			for _, e := range all {
				there = append(there, e.ID)
			}
			return nil, unknown("entry", id, there, "")
		case !cfg.Kind(all[i].Kind).Cards:
			return nil, choiceErrorf("the entry %q has no card: its kind %q makes none", id, all[i].Kind)
		case all[i].NoCard:
			return nil, choiceErrorf("the entry %q has no card: its block says card = false", id)
		case all[i].Status == book.Draft:
			return nil, choiceErrorf("the entry %q has no card: it is a draft", id)
		}
		if _, twice := place[id]; !twice {
			place[id] = len(place)
		}
	}
	var out []*book.Entry
	for _, e := range all {
		_, asked := place[e.ID]
		if HasCard(e) && !c.Known[e.ID] && (asked || len(place) == 0) && meet(e.Themes, c.Themes) && meet(e.Audience, c.Audiences) &&
			meet([]string{e.Kind}, c.Kinds) {
			out = append(out, e)
		}
	}
	if len(place) > 0 && cfg.Deck.Sort == config.SortBook {
		slices.SortStableFunc(out, func(a, b *book.Entry) int { return cmp.Compare(place[a.ID], place[b.ID]) })
		return out, nil
	}
	return arrange(cfg, out), nil
}

// HasCard reports whether an entry becomes a card at all.
func HasCard(e *book.Entry) bool { return !e.NoCard && e.Status != book.Draft }

// IDs returns the ids of a book's entries that have a card.
func IDs(b *book.Book) (out []string) {
	for _, e := range b.Entries() {
		if HasCard(e) {
			out = append(out, e.ID)
		}
	}
	return out
}

// meet reports whether two lists share something, or nothing is asked for.
func meet(has, asked []string) bool {
	return len(asked) == 0 || slices.ContainsFunc(has, func(s string) bool { return slices.Contains(asked, s) })
}

func unknown(noun, id string, there []string, otherwise string) error {
	if near := diag.Suggest(id, there); near != "" {
		otherwise = fmt.Sprintf("; did you mean %s?", near)
	} else if len(there) == 0 {
		otherwise = "; the book has none"
	}
	return choiceErrorf("unknown %s %q%s", noun, id, otherwise)
}

// arrange puts entries, which are in the book's order, in the order of the deck.
func arrange(cfg *config.Config, entries []*book.Entry) []*book.Entry {
	by := func(rank func(*book.Entry) int) {
		slices.SortStableFunc(entries, func(a, b *book.Entry) int { return cmp.Compare(rank(a), rank(b)) })
	}
	switch cfg.Deck.Sort {
	case config.SortTheme: // by the first theme, in the order of book.toml
		by(func(e *book.Entry) int {
			if len(e.Themes) == 0 {
				return len(cfg.Themes)
			}
			return slices.IndexFunc(cfg.Themes, func(t config.Name) bool { return t.ID == e.Theme() })
		})
	case config.SortKind:
		place := map[string]int{}
		for i, id := range cfg.KindIDs() {
			place[id] = i
		}
		by(func(e *book.Entry) int { return place[e.Kind] })
	case config.SortMaxim:
		return indexes.Sorted(indexes.NewOrder(cfg.Lang), entries, func(e *book.Entry) string {
			return book.PlainText(e.Maxim)
		})
	case config.SortShuffle:
		// A generator of a fixed kind: the same seed gives the same order on every machine and in every release.
		r := rand.New(rand.NewPCG(uint64(cfg.Deck.Seed), 0x6f637461766f))
		for i := len(entries) - 1; i > 0; i-- { // Fisher and Yates
			j := int(r.Uint64() % uint64(i+1))
			entries[i], entries[j] = entries[j], entries[i]
		}
	}
	return entries
}
