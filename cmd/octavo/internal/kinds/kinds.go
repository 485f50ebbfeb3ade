// Package kinds says what is printed of an entry for its kind: the label over it ([Label]), the line beside that ([Line]), and
// its keys ([Printed]). Where these stand and how they look is for those who set them to say.
package kinds

import (
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/lang"
)

// Several says whether a book has entries of several kinds.
type Several bool

// Label returns the name of an entry's kind, with its number where the kind is counted, or "" where it is not to be printed.
func Label(cfg *config.Config, e *book.Entry, several Several) string {
	k := cfg.Kind(e.Kind)
	switch {
	case !k.Labelled(bool(several)):
		return ""
	case e.Count > 0:
		return numbered(cfg, k, e.Count)
	}
	return k.Name
}

// numbered returns the name of a kind and a number: "rule 3".
func numbered(cfg *config.Config, k *config.Kind, n int) string {
	return cfg.Lang.References.Counted.Fill("kind", k.Name, "n", strconv.Itoa(n))
}

// Reference returns how text refers to an entry that has a number, or "" for one that has none. The number among the entries of its
// kind wins over one that a layout gives to all entries.
func Reference(cfg *config.Config, e *book.Entry) string {
	k := cfg.Kind(e.Kind)
	switch {
	case e.Count > 0:
		return numbered(cfg, k, e.Count)
	case e.Number > 0 && k.Own():
		return numbered(cfg, k, e.Number)
	case e.Number > 0:
		return cfg.Lang.References.Maxim.Fill("n", strconv.Itoa(e.Number))
	}
	return ""
}

// Line returns the line that stands beside the label, or "" where the kind has none, or the entry lacks one of its keys.
func Line(cfg *config.Config, e *book.Entry) string {
	k := cfg.Kind(e.Kind)
	var pairs []string
	for _, name := range k.Line.Places() {
		words := Words(cfg.Lang, e.Value(name))
		if words == "" {
			return ""
		}
		pairs = append(pairs, name, words)
	}
	return k.Line.Fill(pairs...)
}

// Words returns a value in words, or "" for none and for a truth value, which has none.
func Words(l *lang.Language, v *book.Value) string {
	switch {
	case v == nil:
		return ""
	case v.Type == book.Number:
		return l.InFigures(v.Text)
	case v.Type == book.Strings:
		return strings.Join(v.Items, l.Lists.Comma)
	case v.Type == book.Date:
		return l.Date(v.Date)
	}
	return v.Text
}

// Place is where keys are printed.
type Place int

// The places.
const (
	Head   Place = iota // with the maxim
	End                 // after the gloss
	OnCard              // on the back of the card
)

// Field is a key as it is printed.
type Field struct {
	Key   string
	Label string // before the words; may be ""
	Words string // "" of a truth value
	Pos   diag.Pos
}

// Text returns the field in one piece.
func (f *Field) Text() string {
	if f.Label == "" || f.Words == "" {
		return f.Label + f.Words
	}
	return f.Label + " " + f.Words
}

// Printed returns the keys of an entry that are printed at a place, in the order in which its kind declares them.
func Printed(cfg *config.Config, e *book.Entry, at Place) (out []Field) {
	for _, key := range cfg.Kind(e.Kind).Keys {
		place := Head
		if key.Place == config.AtEnd {
			place = End
		}
		if at == OnCard && !key.Card || at != OnCard && (!key.Print || place != at) {
			continue
		}
		v := e.Value(key.Name)
		if v == nil {
			continue
		}
		f := Field{Key: key.Name, Label: key.Label, Words: Words(cfg.Lang, v), Pos: e.Places[key.Name]}
		if label := lang.Pattern(key.Label); f.Words != "" && len(label.Places()) > 0 {
			f.Label, f.Words = "", label.Fill(key.Name, f.Words)
		}
		if f.Words != "" || v.Type == book.Bool && v.True && key.Label != "" {
			out = append(out, f)
		}
	}
	return out
}

// Text returns fields in one line, dots between them.
func Text(fields []Field) string {
	parts := make([]string, len(fields))
	for i := range fields {
		parts[i] = fields[i].Text()
	}
	return strings.Join(parts, " · ")
}
