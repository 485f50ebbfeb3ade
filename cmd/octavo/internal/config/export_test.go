package config

import (
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/tomltext"
)

// Faults reads a text as the rows of a kind of file do, without the checks of keys against each other, and returns what it finds and the
// tree of its values. The kinds are the names of package schema.
func Faults(kind, text string) (found diag.List, tree map[string]any) {
	dec := &decoder{src: &diag.Source{Name: kind, Text: []byte(text)}, places: tomltext.Places(text)}
	tree, ok := dec.parse()
	if !ok {
		return dec.list, nil
	}
	switch kind {
	case "book":
		c := &Config{Kinds: builtInKinds(), Deck: plainDeck(), Review: plainReview()}
		c.Check.Levels = map[string]string{}
		decode(dec, allRows(), c, tree)
	case "style":
		dec.inherits = true
		s := plainStyle()
		decode(dec, styleRows(), &s, tree)
	case "cards":
		decode(dec, cardRows(), &Cards{}, tree)
	case "printers":
		decode(dec, printerRows(), &Printers{}, tree)
	case "calibration":
		decode(dec, calibrationRows(), &Calibrations{}, tree)
	}
	return dec.list, tree
}
