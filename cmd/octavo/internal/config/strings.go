package config

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/tomltext"
)

// String is a string of book.toml as it is written there.
type String struct {
	Pos   diag.Pos // of its quotation mark
	Value string   // what it says, with no change for print

	at []int // for each byte of Value, and for its end, the offset in the file
}

// Place returns the offset in book.toml of byte i of the value, or of its end.
func (s *String) Place(i int) int { return s.at[i] }

// Strings returns the strings of book.toml in the order of the file, those inside arrays, too. What the command line gives in place of a
// key is not among them.
func (c *Config) Strings() (out []String) {
	for _, p := range slices.SortedFunc(maps.Values(c.places), func(a, b tomltext.Place) int { return cmp.Compare(a.At, b.At) }) {
		raw := string(c.Source.Text[p.At:p.End])
		if !strings.HasPrefix(raw, `"`) && !strings.HasPrefix(raw, "'") {
			continue
		}
		s := String{Pos: diag.Pos{Source: c.Source, Offset: p.At}}
		s.Value, s.at = tomltext.Characters(raw)
		for i := range s.at {
			s.at[i] += p.At
		}
		out = append(out, s)
	}
	return out
}
