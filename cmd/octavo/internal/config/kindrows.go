package config

import (
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/lang"
)

// entryKeys are the keys that entries of all kinds have; a kind can have none of these names. It may have the key source, which all
// entries have too, to have it printed.
var entryKeys = []string{"kind", "id", "themes", "audience", "see", "card", "back", "status", "index", "short", "origin"}

// kindKeyForm is the name of a key of a kind.
var kindKeyForm = shaped(`[a-z][a-z0-9_-]*`).exact().but(entryKeys...)

// sourceKey is the one of them that a kind may declare.
const sourceKey = "source"

func kindRows() []row[Config] {
	return []row[Config]{
		{Key{Path: "kinds", Type: Table, Doc: "the kinds of entries, besides the two that octavo has of itself, meme and metaphor"}, nil},
		{Key{Path: "kinds.*", Type: TableOrSwitch, Doc: "a kind by its id, as entries name it; of the two that octavo has, false leaves it out and a table changes it",
			Names: idForm, Kept: BuiltInKindIDs()},
			func(dec *decoder, c *Config, it item) { dec.kind(c, it) }},
		kindText("name", "the id", "the kind in the singular, as it is printed", func(k *Kind) *string { return &k.Name }),
		kindText("plural", "made from the name", "the kind in the plural, for the titles of indexes", func(k *Kind) *string { return &k.Plural }),
		kindText("means", "", "what entries of the kind are, for the back of the deck's title card", func(k *Kind) *string { return &k.Means }),
		kindRow(Key{Path: "label", Type: Boolean, Default: "where the book has several kinds", Doc: "the name stands over the entries, on pages and cards"},
			func(_ *decoder, k *Kind, it item) {
				if k.Label = LabelNever; it.value.(bool) {
					k.Label = LabelAlways
				}
			}),
		kindTruth("counted", "false", "the entries are counted, and the label says the number, as in Rule 1; restart of [entries] begins anew in each chapter",
			func(k *Kind) *bool { return &k.Counted }),
		kindRow(Key{Path: "line", Type: Text, Doc: "what stands beside the label, with keys of the kind in braces: \"{tenor} as {vehicle}\""},
			func(_ *decoder, k *Kind, it item) { k.Line = lang.Pattern(strings.TrimSpace(it.value.(string))) }),
		kindChoice("sign", "the first that no other kind has", "the mark of the kind on cards", func(k *Kind) *string { return &k.Sign }, slices.Concat(KindSigns, []string{None})...),
		kindTruth("cards", "true", "entries make cards", func(k *Kind) *bool { return &k.Cards }),
		kindChoice("index", `"common"`, "the index that lists the entries by their first words, that of all kinds or one of their own; one of its own has no entry of the index of themes without a theme",
			func(k *Kind) *string { return &k.Index }, Common, Own, None),
		kindText("title", "the plural", "the title of an index of their own", func(k *Kind) *string { return &k.Title }),
		kindTruth("default", "true for the only kind", "entries that name no kind are of this one", func(k *Kind) *bool { return &k.Default }),
		{Key{Path: "kinds.*.keys", Type: Table, Doc: "what entries of the kind say besides the keys of all entries; source, which all have, can be named here to have it printed"}, nil},
		{Key{Path: "kinds.*.keys.*", Type: TextOrTable, Doc: "a key and the type of its value, " + quoted(KeyTypes) + "; or a table", Values: KeyTypes, Names: kindKeyForm},
			func(dec *decoder, c *Config, it item) { dec.kindKey(c, it) }},
		keyChoice("type", `"string"`, "the type of the value", func(k *KindKey) *string { return &k.Type }, KeyTypes...),
		keyText("means", "what the key says, for messages about it", func(k *KindKey) *string { return &k.Means }),
		keyTruth("required", "every entry of the kind has the key", func(k *KindKey) *bool { return &k.Required }),
		keyTruth("named", "the maxim or the gloss has a word of the value; a warning where not", func(k *KindKey) *bool { return &k.Named }),
		keyText("differs_from", "another key of the kind, which does not have the same value", func(k *KindKey) *string { return &k.Differs }),
		keyTruth("print", "the value is printed", func(k *KindKey) *bool { return &k.Print }),
		keyText("label", "what stands before the value where it is printed, or around it: \"{minutes} minutes\"; of a bool, what is printed where it is true", func(k *KindKey) *string { return &k.Label }),
		keyChoice("place", `"head"`, "where it is printed, with the entry's maxim or at its end", func(k *KindKey) *string { return &k.Place }, AtHead, AtEnd),
		keyTruth("card", "it is printed on the back of the card too", func(k *KindKey) *bool { return &k.Card }),
	}
}

// kindRow returns a key of a kind.
func kindRow(k Key, set func(dec *decoder, kind *Kind, it item)) row[Config] {
	k.Path = "kinds.*." + k.Path
	return row[Config]{k, func(dec *decoder, c *Config, it item) {
		if kind := c.kindAt(it.path); kind != nil {
			set(dec, kind, it)
		}
	}}
}

func kindText(name, def, doc string, field func(*Kind) *string) row[Config] {
	return kindRow(Key{Path: name, Type: Text, Default: def, Doc: doc, Form: filledForm}, func(dec *decoder, k *Kind, it item) { *field(k), _ = dec.filled(it) })
}

func kindTruth(name, def, doc string, field func(*Kind) *bool) row[Config] {
	return kindRow(Key{Path: name, Type: Boolean, Default: def, Doc: doc}, func(_ *decoder, k *Kind, it item) { *field(k) = it.value.(bool) })
}

func kindChoice(name, def, doc string, field func(*Kind) *string, values ...string) row[Config] {
	return kindRow(Key{Path: name, Type: Text, Default: def, Doc: doc + ": " + quoted(values), Values: values},
		func(dec *decoder, k *Kind, it item) { dec.oneOf(field(k), it, values...) })
}

// keyRow returns a key of a key of a kind.
func keyRow(k Key, set func(dec *decoder, key *KindKey, it item)) row[Config] {
	k.Path = "keys.*." + k.Path
	return kindRow(k, func(dec *decoder, kind *Kind, it item) {
		if key := kind.Key(strings.Split(it.path, ".")[3]); key != nil {
			set(dec, key, it)
		}
	})
}

func keyText(name, doc string, field func(*KindKey) *string) row[Config] {
	return keyRow(Key{Path: name, Type: Text, Doc: doc, Form: filledForm}, func(dec *decoder, k *KindKey, it item) { *field(k), _ = dec.filled(it) })
}

func keyTruth(name, doc string, field func(*KindKey) *bool) row[Config] {
	return keyRow(Key{Path: name, Type: Boolean, Default: "false", Doc: doc}, func(_ *decoder, k *KindKey, it item) { *field(k) = it.value.(bool) })
}

func keyChoice(name, def, doc string, field func(*KindKey) *string, values ...string) row[Config] {
	return keyRow(Key{Path: name, Type: Text, Default: def, Doc: doc + ": " + quoted(values), Values: values},
		func(dec *decoder, k *KindKey, it item) { dec.oneOf(field(k), it, values...) })
}

// kindAt returns the kind that a path under kinds is about, or nil for one whose id is invalid.
func (c *Config) kindAt(path string) *Kind {
	id := strings.Split(path, ".")[1]
	if i := slices.IndexFunc(c.Kinds, func(k Kind) bool { return k.ID == id }); i >= 0 {
		return &c.Kinds[i]
	}
	return nil
}

// mostKinds limits how many kinds a book has, and how many keys a kind: every entry is held against them.
const mostKinds = 100

// kind adds a kind, or leaves out one that octavo has of itself.
func (dec *decoder) kind(c *Config, it item) {
	id := lastQuoted(it.path)
	known := c.kindAt(it.path)
	on, isSwitch := it.value.(bool)
	switch {
	case isSwitch && known == nil:
		dec.wrong(it, "is no kind that octavo has of itself").
			Note("those are %s; write [kinds.%s] on a line of its own for one of yours", strings.Join(BuiltInKindIDs(), " and "), id)
	case isSwitch && on: // as it is anyway
	case isSwitch:
		c.Kinds = slices.DeleteFunc(c.Kinds, func(k Kind) bool { return k.ID == id })
	case !idForm.Admits(id):
		dec.badName(it.path, "id", id).Note("use small letters, digits and single hyphens, a letter first: %s", slug(id))
	case known == nil && len(c.Kinds) >= mostKinds:
		dec.badName(it.path, "kind", id).Note("a book has at most %d kinds of entries, each with at most %d keys", mostKinds, mostKinds)
	case known == nil:
		c.Kinds = append(c.Kinds, Kind{ID: id, Cards: true, Index: Common})
	}
}

// kindKey adds a key to a kind, or changes one of a kind that octavo has of itself.
func (dec *decoder) kindKey(c *Config, it item) {
	kind := c.kindAt(it.path)
	if kind == nil {
		return
	}
	name := lastQuoted(it.path)
	switch {
	case slices.Contains(entryKeys, name):
		dec.badName(it.path, "key", name).Note("entries of every kind have a key of this name; choose another")
		return
	case !kindKeyForm.Admits(name):
		dec.badName(it.path, "key", name).Note("use small letters, digits, hyphens and underscores, a letter first")
		return
	}
	key := kind.Key(name)
	if key == nil && len(kind.Keys) >= mostKinds {
		dec.badName(it.path, "key", name).Note("a book has at most %d kinds of entries, each with at most %d keys", mostKinds, mostKinds)
		return
	}
	if key == nil {
		kind.Keys = append(kind.Keys, KindKey{Name: name, Type: StringKey, Place: AtHead})
		key = last(kind.Keys)
	}
	if _, ok := it.value.(string); ok {
		dec.oneOf(&key.Type, it, KeyTypes...)
	}
}

// badName reports a key of book.toml that stands for a name which is not valid.
func (dec *decoder) badName(path, what, name string) *diag.Diagnostic {
	p := dec.places[path]
	return dec.list.Errorf("toml-value", diag.Pos{Source: dec.src, Offset: p.Key}, "invalid %s %q", what, name).To(p.KeyEnd)
}

// completeKinds checks the keys of kinds against each other.
func (dec *decoder) completeKinds(c *Config) {
	first := ""
	for i := range c.Kinds {
		k := &c.Kinds[i]
		path := "kinds." + k.ID
		if k.Default && first != "" {
			dec.at("toml-value", path+".default", "two kinds are the default, %s and %s", first, k.ID).Note("an entry is of one kind: take default out of one of the two")
		} else if k.Default {
			first = k.ID
		}
		for _, name := range k.Line.Places() {
			if k.Key(name) == nil {
				dec.at("toml-value", path+".line", "line names {%s}, which is no key of the kind", name).Note("%s", declaredKeys(k))
			}
		}
		for _, key := range k.Keys {
			dec.completeKey(k, key, path+".keys."+key.Name)
		}
	}
}

// completeKey checks one key of a kind.
func (dec *decoder) completeKey(k *Kind, key KindKey, path string) {
	if key.Differs != "" && (key.Differs == key.Name || k.Key(key.Differs) == nil) {
		dec.at("toml-value", path+".differs_from", "differs_from names %q, which is no other key of the kind", key.Differs).Note("%s", declaredKeys(k))
	}
	for _, name := range lang.Pattern(key.Label).Places() {
		if name != key.Name {
			dec.at("toml-value", path+".label", "label names {%s}, which is not the key", name).Note("write {%s} where the value is to stand, or no braces", key.Name)
		}
	}
	if key.Name == sourceKey && key.Type != StringKey {
		dec.at("toml-value", path, "the source of an entry is a string").Note("choose another name for the key, or leave out its type")
	}
	if key.Type == BoolKey && (key.Print || key.Card) && key.Label == "" {
		dec.at("toml-value", path, "nothing is printed for the key %s: a bool has no words", key.Name).Note("add label = \"…\" with what is printed where it is true")
	}
}

// declaredKeys lists the keys of a kind, for messages.
func declaredKeys(k *Kind) string {
	if len(k.Keys) == 0 {
		return "declare its keys under [kinds." + k.ID + ".keys]"
	}
	return "its keys: " + strings.Join(k.KeyNames(), ", ")
}
