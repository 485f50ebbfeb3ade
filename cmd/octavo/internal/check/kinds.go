package check

import (
	"cmp"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/kinds"
)

// assignments returns what to write for each kind: kind = "meme" or kind = "metaphor".
func assignments(f *facts) string {
	ids := f.cfg.KindIDs()
	for i := range ids {
		ids[i] = `kind = "` + ids[i] + `"`
	}
	return strings.Join(ids, " or ")
}

func kindMissing(f *facts) {
	for _, e := range f.entries {
		if _, _, own := e.at("kind"); own || e.broken || e.Kind != "" {
			continue
		}
		d := f.report(e.Pos, "entry without a kind").To(lineEnd(e.Pos))
		if len(f.cfg.Kinds) > 0 {
			d.Note("write %s between the +++ under it", assignments(f))
		} else {
			d.Note("book.toml leaves out all kinds: declare one under [kinds]")
		}
	}
}

func kindWrong(f *facts) {
	if f.cfg.Broken { // nobody knows which kinds it declares
		return
	}
	ids := f.cfg.KindIDs()
	for _, e := range f.entries {
		if !e.isString("kind") || f.cfg.HasKind(e.Kind) {
			continue
		}
		pos, end, _ := e.at("kind")
		d := f.report(pos, "kind must be %s, not %q", oneOf(ids), e.Kind).To(end)
		if s := f.suggest(e.Kind, ids); s != "" {
			d.Note("did you mean %q?", s)
		} else if strings.TrimSpace(e.Kind) != "" {
			d.Note("declare a new one in book.toml: [kinds.%s]", book.Slug(e.Kind))
		} else {
			d.Note("write the name of a kind between the quotation marks, or declare one under [kinds] in book.toml")
		}
	}
}

// oneOf returns the ids between quotation marks, as people list them.
func oneOf(ids []string) string {
	if len(ids) == 0 {
		return "one that book.toml declares"
	}
	quoted := make([]string, len(ids))
	for i, id := range ids {
		quoted[i] = `"` + id + `"`
	}
	last := len(quoted) - 1
	if last == 0 {
		return quoted[0]
	}
	return strings.Join(quoted[:last], ", ") + " or " + quoted[last]
}

// eachKey calls do for every entry of a known kind and every key of that kind.
func (f *facts) eachKey(do func(e entryFacts, k *config.Kind, key *config.KindKey)) {
	if f.cfg.Broken {
		return
	}
	for _, e := range f.entries {
		k := f.cfg.Kind(e.Kind)
		for i := range k.Keys {
			do(e, k, &k.Keys[i])
		}
	}
}

// meaning returns what a key says, in parentheses, or nothing.
func meaning(key *config.KindKey) string {
	if key.Means == "" {
		return ""
	}
	return " (" + key.Means + ")"
}

// blank reports whether an entry lacks a key, or has nothing in it.
func blank(v *book.Value) bool {
	return v == nil || v.Type == book.String && strings.TrimSpace(v.Text) == "" || v.Type == book.Strings && len(v.Items) == 0
}

func keyMissing(f *facts) {
	f.eachKey(func(e entryFacts, k *config.Kind, key *config.KindKey) {
		if v := e.Value(key.Name); !key.Required || !blank(v) || e.broken {
			return
		}
		pos, end, _ := e.at(key.Name)
		f.report(pos, "%s without %s%s", k.Name, key.Name, meaning(key)).To(end).
			Note("write %s = %s between the +++ under it", key.Name, sample(key.Type))
	})
}

// sample returns a value of a type, for messages.
func sample(keyType string) string {
	switch keyType {
	case config.StringsKey:
		return `["…", "…"]`
	case config.BoolKey:
		return "true or false"
	case config.NumberKey:
		return "4"
	case config.DateKey:
		return "2026-11-23"
	}
	return `"…"`
}

// typeOf maps the types of keys to those of values, each with its name in messages.
var typeOf = map[string]struct {
	book.Type
	name string
}{
	config.StringKey:  {book.String, "a string"},
	config.StringsKey: {book.Strings, "an array of strings"},
	config.BoolKey:    {book.Bool, "true or false"},
	config.NumberKey:  {book.Number, "a number"},
	config.DateKey:    {book.Date, "a date"},
}

func keyType(f *facts) {
	f.eachKey(func(e entryFacts, _ *config.Kind, key *config.KindKey) {
		v, want := e.Value(key.Name), typeOf[key.Type]
		if v == nil || v.Type == want.Type {
			return
		}
		pos, end, _ := e.at(key.Name)
		d := f.report(pos, "%s must be %s", key.Name, want.name).To(end)
		raw := string(pos.Source.Text[pos.Offset:max(pos.Offset, end)])
		switch {
		case strings.ContainsAny(raw, "\n[{"):
			d.Note("write %s = %s", key.Name, sample(key.Type))
		case want.Type == book.String:
			d.Note("put it between quotation marks: %s = %q", key.Name, raw)
		case want.Type == book.Strings && v.Type == book.String:
			d.Note("put it between brackets: %s = [%s]", key.Name, raw)
		case want.Type == book.Number && v.Type == book.String && isNumber(v.Text):
			d.Note("take the quotation marks off: %s = %s", key.Name, v.Text)
		default:
			d.Note("write %s = %s", key.Name, sample(key.Type))
		}
	})
}

// isNumber reports whether text is a number in figures.
func isNumber(text string) bool {
	return text != "" && strings.Trim(text, "0123456789.") == "" && strings.Count(text, ".") <= 1
}

func keysSame(f *facts) {
	f.eachKey(func(e entryFacts, k *config.Kind, key *config.KindKey) {
		if key.Differs == "" {
			return
		}
		v := e.Value(key.Name)
		words, other := kinds.Words(f.cfg.Lang, v), kinds.Words(f.cfg.Lang, e.Value(key.Differs))
		if words = strings.TrimSpace(words); v != nil && v.Type == typeOf[key.Type].Type && words != "" && strings.EqualFold(words, strings.TrimSpace(other)) {
			pos, end, _ := e.at(key.Name)
			f.report(pos, "%s and %s are the same: %q", key.Differs, key.Name, words).To(end).
				Note("the kind %q asks for two that differ; if these do not, the entry is of another kind", k.ID)
		}
	})
}

func keyUnnamed(f *facts) {
	f.eachKey(func(e entryFacts, _ *config.Kind, key *config.KindKey) {
		v := e.Value(key.Name)
		if !key.Named || blank(v) || v.Type != typeOf[key.Type].Type {
			return
		}
		words := kinds.Words(f.cfg.Lang, v)
		if words == "" || named(words, e, &f.cfg.Lang.Rules) {
			return
		}
		pos, end, _ := e.at(key.Name)
		f.report(pos, "%s %q named neither in the maxim nor in the gloss", key.Name, words).To(end).
			Note("use the word, or name the %s by a word that is there", key.Name)
	})
}

// keyOther reports keys of other kinds, keyUnknown those of none.
func keyOther(f *facts) {
	otherKeys(f, func(e entryFacts, v book.Value, owners []string) {
		if len(owners) == 0 {
			return
		}
		k := f.cfg.Kind(e.Kind)
		f.report(v.At, "the kind %q has no key %q", k.ID, v.Key).To(v.At.Offset+len(v.Key)).
			Note(`take it out, or write kind = "%s"`, strings.Join(owners, `" or kind = "`))
	})
}

func keyUnknown(f *facts) {
	all := slices.Clone(book.EntryKeys)
	for _, k := range f.cfg.Kinds {
		all = append(all, k.KeyNames()...)
	}
	otherKeys(f, func(e entryFacts, v book.Value, owners []string) {
		if len(owners) > 0 {
			return
		}
		known := slices.Concat(book.EntryKeys, f.cfg.Kind(e.Kind).KeyNames())
		d := f.report(v.At, "unknown key %q", v.Key).To(v.At.Offset + len(v.Key))
		if near := cmp.Or(f.suggest(v.Key, known), f.suggest(v.Key, all)); near != "" {
			d.Note("did you mean %q?", near)
			return
		}
		d.Note("known keys: %s", strings.Join(known, ", "))
		if f.cfg.HasKind(e.Kind) {
			d.Note("declare a new one under [kinds.%s.keys] in book.toml", e.Kind)
		}
	})
}

// otherKeys calls do for every key that an entry's kind does not have, with the kinds that have it.
func otherKeys(f *facts, do func(e entryFacts, v book.Value, owners []string)) {
	if f.cfg.Broken {
		return
	}
	owners := map[string][]string{}
	for _, k := range f.cfg.Kinds {
		for _, key := range k.Keys {
			owners[key.Name] = append(owners[key.Name], k.ID)
		}
	}
	for _, e := range f.entries {
		for _, v := range e.Values {
			if f.cfg.Kind(e.Kind).Key(v.Key) == nil && (len(owners[v.Key]) == 0 || f.cfg.HasKind(e.Kind)) { // or else the kind is the fault
				do(e, v, owners[v.Key])
			}
		}
	}
}
