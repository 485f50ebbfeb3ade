package config

import (
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/lang"
)

// Kind is a kind of entry: one that octavo has of itself, or a table of [kinds] in book.toml.
type Kind struct {
	ID      string
	Name    string // as it is printed
	Plural  string // of several entries
	Means   string // on the back of the deck's title card: what entries of the kind are; "": nothing
	Label   Labelling
	Counted bool         // entries are counted 1, 2 … through the book, and the label says the number
	Line    lang.Pattern // what stands beside the label: its places are keys of the kind; "": nothing
	Sign    string       // on cards: Disc, Lozenge …, or None
	Cards   bool         // entries make cards
	Index   string       // Common, Own or None: the index that lists the entries by their first words
	Title   string       // of an index of its own
	Default bool         // entries that name no kind are of this one
	Keys    []KindKey    // in the order of book.toml

	builtIn bool
}

// Labelling says when the name of a kind stands over its entries.
type Labelling uint8

// The ways to label entries.
const (
	LabelWhereSeveral Labelling = iota // where the book has entries of several kinds
	LabelAlways
	LabelNever
)

// KindKey is a key that entries of a kind have.
type KindKey struct {
	Name     string
	Type     string // one of KeyTypes
	Means    string // what it says, for messages; "": nothing
	Required bool
	Named    bool   // an entry's maxim or gloss has one of its words
	Differs  string // another key, whose value is not the same; "": none
	Print    bool
	Label    string // before the value where it is printed, or around it: "{minutes} minutes"; "": nothing
	Place    string // AtHead or AtEnd: where it is printed
	Card     bool   // it is printed on the back of the card too
}

// Values of the strings of a Kind and a KindKey.
const (
	Disc     = "disc"
	Lozenge  = "lozenge"
	Square   = "square"
	Ring     = "ring"
	Triangle = "triangle"
	Cross    = "cross"

	Common = "common"
	Own    = "own"

	AtHead = "head"
	AtEnd  = "end"

	StringKey  = "string"
	StringsKey = "strings"
	BoolKey    = "bool"
	NumberKey  = "number"
	DateKey    = "date"
)

// KindSigns are the marks of kinds on cards, in the order in which kinds without a sign of their own take them. They differ without
// colour.
var KindSigns = []string{Disc, Lozenge, Square, Ring, Triangle, Cross}

// KeyTypes are the types of the keys of a kind.
var KeyTypes = []string{StringKey, StringsKey, BoolKey, NumberKey, DateKey}

// builtInKinds returns the kinds that octavo has of itself. Their words are those of package lang under the same ids.
func builtInKinds() []Kind {
	return []Kind{
		{ID: "meme", Sign: Disc, Cards: true, Index: Common, builtIn: true},
		{ID: "metaphor", Sign: Lozenge, Cards: true, Index: Common, builtIn: true, Keys: []KindKey{
			{Name: "tenor", Type: StringKey, Required: true, Named: true, Place: AtHead, Means: "what is spoken of"},
			{Name: "vehicle", Type: StringKey, Required: true, Named: true, Place: AtHead, Differs: "tenor", Means: "what it is compared to"},
		}},
	}
}

// BuiltInKinds returns the kinds that octavo has of itself, with their words in a language.
func BuiltInKinds(l *lang.Language) []Kind {
	c := Config{Lang: l}
	c.SetKinds(builtInKinds())
	return c.Kinds
}

// BuiltInKindIDs returns the ids of the kinds that octavo has of itself.
func BuiltInKindIDs() []string { return kindIDs(builtInKinds()) }

func kindIDs(kinds []Kind) []string {
	out := make([]string, len(kinds))
	for i, k := range kinds {
		out[i] = k.ID
	}
	return out
}

// KindIDs returns the ids of the book's kinds.
func (c *Config) KindIDs() []string { return kindIDs(c.Kinds) }

// Kind returns the kind with an id. One that the book does not have, which check reports, has its id for a name and no keys.
func (c *Config) Kind(id string) *Kind {
	if k := c.kinds[id]; k != nil {
		return k
	}
	return &Kind{ID: id, Name: id, Sign: None, Cards: true, Index: Common}
}

// HasKind reports whether the book has a kind.
func (c *Config) HasKind(id string) bool { return c.kinds[id] != nil }

// Own reports whether the kind is one of the author's, and not one that octavo has of itself.
func (k *Kind) Own() bool { return !k.builtIn }

// Class returns what entries of the kind are marked as in style sheets. Those of an author's kind say that it is one, so that none has the
// name of another thing of a page.
func (k *Kind) Class() string {
	if k.builtIn {
		return k.ID
	}
	return "kind-" + k.ID
}

// Key returns the key with a name, or nil.
func (k *Kind) Key(name string) *KindKey {
	if i := slices.IndexFunc(k.Keys, func(key KindKey) bool { return key.Name == name }); i >= 0 {
		return &k.Keys[i]
	}
	return nil
}

// KeyNames returns the names of the kind's keys.
func (k *Kind) KeyNames() []string {
	out := make([]string, len(k.Keys))
	for i, key := range k.Keys {
		out[i] = key.Name
	}
	return out
}

// Labelled reports whether the name of the kind stands over its entries, in a book of one kind or of several.
func (k *Kind) Labelled(several bool) bool {
	return k.Label == LabelAlways || k.Label == LabelWhereSeveral && several
}

// EntriesName returns what entries of some kinds are called together: those of the kinds that octavo has of itself "maxims", those
// of one other kind by its plural, and all others "entries".
func (c *Config) EntriesName(ids []string) string {
	builtIn := true
	for _, id := range ids {
		builtIn = builtIn && c.Kind(id).builtIn
	}
	switch {
	case builtIn:
		return c.Lang.Entry.Maxims
	case !slices.ContainsFunc(ids, func(id string) bool { return id != ids[0] }):
		return c.Kind(ids[0]).Plural
	}
	return c.Lang.Entry.Entries
}

// DefaultKind returns the id of the kind of entries that name none: the one that says so, or the only one that there is; or "".
func (c *Config) DefaultKind() string {
	for _, k := range c.Kinds {
		if k.Default || len(c.Kinds) == 1 {
			return k.ID
		}
	}
	return ""
}

// SetKinds sets the kinds of the book, and gives them the words and signs that book.toml does not, in the language of the book.
func (c *Config) SetKinds(all []Kind) {
	c.Kinds = all
	c.kinds = make(map[string]*Kind, len(all))
	free := slices.Clone(KindSigns)
	for _, k := range c.Kinds {
		free = slices.DeleteFunc(free, func(s string) bool { return s == k.Sign })
	}
	for i := range c.Kinds {
		k := &c.Kinds[i]
		c.kinds[k.ID] = k
		words := c.Lang.Entry.Kinds[k.ID]
		if !k.builtIn {
			words = lang.Kind{Name: strings.ReplaceAll(k.ID, "-", " ")}
		}
		own := k.Name != ""
		for _, w := range []struct {
			to   *string
			word string
		}{{&k.Name, words.Name}, {&k.Means, words.Means}, {(*string)(&k.Line), string(words.Line)}} {
			if *w.to == "" {
				*w.to = w.word
			}
		}
		if k.Plural == "" {
			if k.Plural = words.Plural; own || k.Plural == "" {
				k.Plural = c.Lang.Plural(k.Name)
			}
		}
		if k.Title == "" {
			k.Title = c.Lang.Capital(k.Plural)
		}
		if k.Sign == "" {
			if k.Sign = None; len(free) > 0 {
				k.Sign, free = free[0], free[1:]
			}
		}
	}
}
