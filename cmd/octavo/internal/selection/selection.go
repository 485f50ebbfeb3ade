// Package selection chooses entries of a book by theme, kind, audience and id. [Choice.Of] returns them.
package selection

import (
	"fmt"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
)

// Choice says which entries are chosen. An entry must meet all that is not empty, and of each list one.
type Choice struct {
	Themes, Kinds, Audiences []string
	IDs                      []string
	Known                    map[string]bool // ids of entries that are not wanted; nil: none
}

// Any reports whether the choice asks for anything, so that it may leave entries out.
func (c *Choice) Any() bool {
	return len(c.Themes)+len(c.Kinds)+len(c.Audiences)+len(c.IDs) > 0 || c.Known != nil
}

// Error reports what in a Choice is not there, or cannot be chosen.
type Error struct{ message string }

func (e *Error) Error() string { return e.message }

// Of returns the entries that are chosen, in reading order. Unfit says why an entry cannot be chosen, as in `the entry "a" is a draft`, or
// returns "". The error, an [*Error], is about a theme, a kind, an audience or an id that is not there, or an id whose entry is unfit.
func (c *Choice) Of(cfg *config.Config, bk *book.Book, unfit func(*book.Entry) string) ([]*book.Entry, error) {
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
				return nil, Unknown(list.noun, id, list.there, "; there are "+strings.Join(list.there, ", "))
			}
		}
	}
	all := bk.Entries()
	byID := make(map[string]*book.Entry, len(all))
	ids := make([]string, len(all))
	for i, e := range all {
		byID[e.ID], ids[i] = e, e.ID
	}
	asked := map[string]bool{}
	for _, id := range c.IDs {
		e := byID[id]
		if e == nil {
			return nil, Unknown("entry", id, ids, "")
		}
		if why := unfit(e); why != "" {
			return nil, &Error{why}
		}
		asked[id] = true
	}
	var out []*book.Entry
	for _, e := range all {
		if !c.Known[e.ID] && (len(asked) == 0 || asked[e.ID]) && meet(e.Themes, c.Themes) && meet(e.Audience, c.Audiences) &&
			meet([]string{e.Kind}, c.Kinds) && unfit(e) == "" {
			out = append(out, e)
		}
	}
	return out, nil
}

// meet reports whether two lists share something, or nothing is asked for.
func meet(has, asked []string) bool {
	return len(asked) == 0 || slices.ContainsFunc(has, func(s string) bool { return slices.Contains(asked, s) })
}

// Unknown returns the error for the id of something that is not there, with the one that may have been meant or, where none is like it,
// with otherwise.
func Unknown(noun, id string, there []string, otherwise string) error {
	if near := diag.Suggest(id, there); near != "" {
		otherwise = fmt.Sprintf("; did you mean %s?", near)
	} else if len(there) == 0 {
		otherwise = "; the book has none"
	}
	return &Error{fmt.Sprintf("unknown %s %q%s", noun, id, otherwise)}
}

// Errorf returns an [*Error] that says what cannot be chosen.
func Errorf(format string, args ...any) error { return &Error{fmt.Sprintf(format, args...)} }
