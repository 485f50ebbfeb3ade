package config

import (
	"errors"
	"strings"

	"octavo/cmd/octavo/internal/diag"
)

// DeckSettings returns the settings of a deck that flags make, by the keys of book.toml, in a fixed order. A stock says what
// card and sheet are, and the other way round: what the flags say beats what book.toml says.
func DeckSettings(given map[string]any) (out []Setting) {
	for _, key := range []string{"deck.card", "deck.sheet", "deck.stock", "deck.sides", "deck.printer", "deck.sort",
		"deck.instructions", "deck.copies", "deck.start", "deck.seed"} {
		if value, ok := given[key]; ok {
			out = append(out, Setting{Key: key, Flag: "--" + strings.TrimPrefix(key, "deck."), Value: value})
		}
	}
	_, stock := given["deck.stock"]
	_, card := given["deck.card"]
	_, sheet := given["deck.sheet"]
	if stock && !card {
		out = append(out, Setting{Key: "deck.card", Flag: "--stock", Value: ""})
	}
	if stock && !sheet {
		out = append(out, Setting{Key: "deck.sheet", Flag: "--stock", Value: ""})
	}
	if !stock && (card || sheet) {
		out = append(out, Setting{Key: "deck.stock", Flag: "--card", Value: ""})
	}
	return out
}

// FlagFault returns the first error that is about the value of a flag's setting; nil when no flag is to blame.
func FlagFault(found diag.List) error {
	for _, d := range found {
		if d.Severity != diag.Error || d.Pos.Source == nil || !strings.HasPrefix(d.Pos.Source.Name, "--") {
			continue
		}
		message := d.Pos.Source.Name + ": " + d.Message
		for _, n := range d.Notes {
			message += "; " + n
		}
		return errors.New(message)
	}
	return nil
}
