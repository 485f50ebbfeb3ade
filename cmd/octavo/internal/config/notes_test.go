package config

import (
	"strings"
	"testing"

	"octavo/styles"
)

func TestNotes(t *testing.T) {
	for _, c := range []struct{ notes, want, problem string }{
		{"", "foot numbers chapter", ""},
		{"place = 'chapter'", "chapter numbers chapter", ""},
		{"place = 'book'\nrestart = 'book'", "book numbers book", ""},
		{"marks = 'symbols'", "foot symbols page", ""},
		{"marks = 'symbols'\nrestart = 'page'", "foot symbols page", ""},
		{"restart = 'page'", "foot numbers page", ""},
		{"place = 'end'", "", `5:9 notes.place must be "foot", "chapter" or "book", not "end"`},
		{"place = 'book'\nmarks = 'symbols'", "", "6:9 symbols mark notes at the foot of a page only"},
		{"place = 'book'\nrestart = 'page'", "", "6:11 only notes at the foot of a page can be numbered by the page"},
		{"marks = 'symbols'\nrestart = 'book'", "", "6:11 symbols begin again on each page"},
	} {
		cfg, list := load(t, small+"[notes]\n"+c.notes)
		if c.problem != "" {
			if len(list) != 1 || !strings.Contains(list[0].Pos.String()+" "+list[0].Message, c.problem) {
				t.Errorf("%q: got %v, want %s", c.notes, lines(list), c.problem)
			}
			continue
		}
		n := cfg.Style.Note
		if got := strings.Join([]string{n.Place, n.Marks, n.Restart}, " "); got != c.want || len(list) > 0 {
			t.Errorf("%q: got %s, want %s; %v", c.notes, got, c.want, lines(list))
		}
	}
}

// What a style says gives way to book.toml where the two do not go together.
func TestNotesOfStyle(t *testing.T) {
	for _, c := range []struct{ style, notes, want string }{
		{"symbols", "", "foot symbols page"},
		{"symbols", "place = 'book'", "book numbers chapter"},
		{"symbols", "restart = 'chapter'", "foot numbers chapter"},
		{"symbols", "marks = 'numbers'", "foot numbers chapter"},
		{"bypage", "", "foot numbers page"},
		{"bypage", "place = 'chapter'", "chapter numbers chapter"},
		{"endnotes", "", "book numbers book"},
		{"endnotes", "place = 'foot'\nmarks = 'symbols'", "foot symbols page"},
	} {
		cfg, list := Load(folder(t, map[string]string{File: small + "[print]\nstyle = '" + c.style + "'\n[notes]\n" + c.notes,
			"styles/symbols.toml":  "[note]\nmarks = 'symbols'\n",
			"styles/bypage.toml":   "[note]\nrestart = 'page'\n",
			"styles/endnotes.toml": "[note]\nplace = 'book'\nrestart = 'book'\n",
		}), styles.FS)
		n := cfg.Style.Note
		if got := strings.Join([]string{n.Place, n.Marks, n.Restart}, " "); got != c.want || len(list) > 0 {
			t.Errorf("style %s, %q: got %s, want %s; %v", c.style, c.notes, got, c.want, lines(list))
		}
	}
}
