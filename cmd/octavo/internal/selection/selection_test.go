package selection

import (
	"errors"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/lang"
)

// some returns a book of four entries, the last of them a draft.
func some() (*config.Config, *book.Book) {
	c := &config.Config{Lang: lang.English(), Themes: []config.Name{{ID: "sea", Name: "Sea"}, {ID: "land", Name: "Land"}}, Audiences: []config.Name{{ID: "all", Name: "All"}}}
	entry := func(id, kind string, draft bool, themes ...string) *book.Entry {
		e := &book.Entry{ID: id, Kind: kind, Themes: themes}
		if draft {
			e.Status = book.Draft
		}
		return e
	}
	a, b := entry("tide", "meme", false, "sea"), entry("rope", "metaphor", false, "sea", "land")
	b.Audience = []string{"all"}
	ch := &book.Chapter{Blocks: []book.Block{a, b, entry("hill", "meme", false, "land"), entry("later", "meme", true, "sea")}}
	return c, &book.Book{Parts: []*book.Part{{Chapters: []*book.Chapter{ch}}}}
}

func unfit(e *book.Entry) string {
	if e.Status == book.Draft {
		return "the entry is a draft"
	}
	return ""
}

func TestOf(t *testing.T) {
	for _, c := range []struct {
		choice Choice
		want   string // the ids, or what is wrong
	}{
		{Choice{}, "tide rope hill"},
		{Choice{Themes: []string{"sea"}}, "tide rope"},
		{Choice{Themes: []string{"sea", "land"}}, "tide rope hill"},
		{Choice{Themes: []string{"sea"}, Kinds: []string{"metaphor"}}, "rope"},
		{Choice{Audiences: []string{"all"}}, "rope"},
		{Choice{IDs: []string{"hill", "tide"}}, "tide hill"}, // in the order of the book
		{Choice{IDs: []string{"hill"}, Themes: []string{"sea"}}, ""},
		{Choice{Known: map[string]bool{"tide": true}}, "rope hill"},
		{Choice{Themes: []string{"see"}}, `unknown theme "see"; did you mean sea?`},
		{Choice{Themes: []string{"weather"}}, `unknown theme "weather"; there are sea, land`},
		{Choice{Kinds: []string{"mem"}}, `unknown kind "mem"; did you mean meme?`},
		{Choice{Audiences: []string{"al"}}, `unknown audience "al"; did you mean all?`},
		{Choice{IDs: []string{"rop"}}, `unknown entry "rop"; did you mean rope?`},
		{Choice{IDs: []string{"weather"}}, `unknown entry "weather"`},
		{Choice{IDs: []string{"later"}}, "the entry is a draft"},
	} {
		cfg, bk := some()
		cfg.SetKinds([]config.Kind{{ID: "meme"}, {ID: "metaphor"}})
		found, err := c.choice.Of(cfg, bk, unfit)
		var ids []string
		for _, e := range found {
			ids = append(ids, e.ID)
		}
		got := strings.Join(ids, " ")
		if err != nil {
			var own *Error
			if got = err.Error(); !errors.As(err, &own) {
				t.Errorf("%+v: %T", c.choice, err)
			}
		}
		if got != c.want {
			t.Errorf("%+v: %q, want %q", c.choice, got, c.want)
		}
	}
	if got := Unknown("theme", "sea", nil, "").Error(); got != `unknown theme "sea"; the book has none` {
		t.Errorf("a book without themes: %s", got)
	}
}

func TestAny(t *testing.T) {
	if (&Choice{}).Any() || !(&Choice{Themes: []string{"a"}}).Any() || !(&Choice{IDs: []string{"a"}}).Any() || !(&Choice{Known: map[string]bool{}}).Any() {
		t.Error("a choice does not know whether it may leave entries out")
	}
}
