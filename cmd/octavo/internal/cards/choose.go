package cards

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/indexes"
	"octavo/cmd/octavo/internal/selection"
)

// Choose returns the entries that have a card and are chosen, in the order that cfg.Deck.Sort asks for; entries that are chosen by their
// ids, in the order of these where the deck is sorted as the book is. The error, a [*selection.Error], is about what is not there, or an id
// whose entry has no card.
func Choose(cfg *config.Config, bk *book.Book, c selection.Choice) ([]*book.Entry, error) {
	out, err := c.Of(cfg, bk, func(e *book.Entry) string { return cardless(cfg, e) })
	if err != nil {
		return nil, err
	}
	if len(c.IDs) > 0 && cfg.Deck.Sort == config.SortBook {
		slices.SortStableFunc(out, func(a, b *book.Entry) int { return cmp.Compare(slices.Index(c.IDs, a.ID), slices.Index(c.IDs, b.ID)) })
		return out, nil
	}
	return arrange(cfg, out), nil
}

// cardless says why an entry has no card, or returns "".
func cardless(cfg *config.Config, e *book.Entry) string {
	switch {
	case !cfg.Kind(e.Kind).Cards:
		return fmt.Sprintf("the entry %q has no card: its kind %q makes none", e.ID, e.Kind)
	case e.NoCard:
		return fmt.Sprintf("the entry %q has no card: its block says card = false", e.ID)
	case e.Status == book.Draft:
		return fmt.Sprintf("the entry %q has no card: it is a draft", e.ID)
	}
	return ""
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
