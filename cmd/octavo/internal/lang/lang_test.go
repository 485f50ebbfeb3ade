package lang

import (
	"reflect"
	"slices"
	"testing"
	"time"
)

func TestFind(t *testing.T) {
	for tag, want := range map[string]bool{"en": true, "en-GB": true, "EN-us": true, "ga": false, "enm": false, "": false} {
		l, known := Find(tag)
		if _, counts := l.Word(3); known != want || l.Tag != tag || counts != want {
			t.Errorf("%q: known %v, tag %q, words %q, counts %v", tag, known, l.Tag, l.Words, counts)
		}
	}
	for tag, want := range map[string]string{"en-US": "Latn", "el": "Grek", "sr-Cyrl": "Cyrl", "no tag": "Latn"} {
		if l, _ := Find(tag); l.Script() != want {
			t.Errorf("%q is written in %s, want %s", tag, l.Script(), want)
		}
	}
}

func TestEnglish(t *testing.T) {
	for _, c := range [][2]string{
		{English().Date(time.Date(2026, 1, 2, 0, 0, 0, 0, time.UTC)), "2 January 2026"},
		{English().Count(1, English().Deck.Cards), "1 card"},
		{English().Count(12, English().Deck.Cards), "12 cards"},
		{English().List([]string{"a", "b", "c"}), "a, b and c"},
		{English().Names([]string{"A", "B", "C"}), "A, B, and C"},
		{English().Names([]string{"A", "B"}), "A and B"},
		{English().Numbers.Ordinal(5), "fifth"},
		{English().Numbers.Ordinal(22), "22nd"},
		{English().Numbers.Ordinal(111), "111th"},
		{Pattern("{b} {a} {c}{").Fill("a", "{b}", "b", "2"), "2 {b} {"},
		{English().Capital("élan"), "Élan"},
	} {
		if c[0] != c[1] {
			t.Errorf("%q, want %q", c[0], c[1])
		}
	}
	for word, want := range map[string]bool{"the": true, "The": true, "I": true, "i": false, "house": false, "of,": false} {
		if English().Clings(word) != want {
			t.Errorf("%q clings: %v", word, !want)
		}
	}
}

// TestComplete finds words and rules that a language lacks.
func TestComplete(t *testing.T) {
	var look func(name string, v reflect.Value)
	look = func(name string, v reflect.Value) {
		switch v.Kind() {
		case reflect.Struct:
			for i := range v.NumField() {
				f := v.Type().Field(i)
				if f.Tag.Get("lang") != "optional" || !v.Field(i).IsZero() && f.Type.Kind() == reflect.Struct {
					look(name+"."+f.Name, v.Field(i))
				}
			}
			return
		case reflect.Array:
			for i := range v.Len() {
				look(name+"[]", v.Index(i))
			}
		}
		empty := v.IsZero()
		switch v.Kind() {
		case reflect.Map, reflect.Slice:
			empty = v.Len() == 0
		}
		if empty {
			t.Errorf("%s is missing", name)
		}
	}
	for _, l := range Languages() {
		if english, own := Names(l.Tag); english == "" || own == "" {
			t.Errorf("%s has no name", l.Tag)
		}
		look(l.Tag, reflect.ValueOf(*l))
		columns := reflect.ValueOf(l.Reader.Columns)
		meant := map[string]string{}
		for i := range columns.NumField() {
			for _, name := range columns.Field(i).Interface().([]string) {
				if other := meant[name]; other != "" {
					t.Errorf("%s: a column named %q is %s and %s", l.Tag, name, other, columns.Type().Field(i).Name)
				}
				meant[name] = columns.Type().Field(i).Name
			}
		}
	}
}

func TestRulesOfOtherLanguages(t *testing.T) {
	for tag, want := range map[string]int{"en-GB": 3, "de-AT": 5, "xx": 0} {
		if l, _ := Find(tag); len(l.Rules.Articles) != want {
			t.Errorf("%s has the articles %q", tag, l.Rules.Articles)
		}
	}
	for tag, want := range map[string]bool{"en": true, "en-GB": false, "fr-CA": true, "fr": false, "es-MX": true, "no tag": false} {
		if l, _ := Find(tag); l.LetterPaper() != want {
			t.Errorf("%s on Letter: %v", tag, !want)
		}
	}
}

func TestIsPageWord(t *testing.T) {
	for word, want := range map[string]bool{"page": true, "s": true, "oldal": true, "o": false, "": false, "book": false} {
		if IsPageWord(word) != want {
			t.Errorf("%q is a word for pages: %v", word, !want)
		}
	}
}

func TestAny(t *testing.T) {
	if got := Any([]string{"p", "p.", "page", "p"}); got != `(?:page|p\.|p)` {
		t.Error(got)
	}
	words := KindleUnion(func(k *Kindle) []string { return k.Note })
	if !slices.Contains(words, "note") || !slices.Contains(words, "notiz") {
		t.Error(words)
	}
}

func TestForms(t *testing.T) {
	for word, want := range map[string]string{"stories": "story", "dogs": "dog", "glass": "glass", "gas": "gas"} {
		if got := English().Rules.Singular(word); got != want {
			t.Errorf("singular of %s: %s", word, got)
		}
	}
	if s := English().Rules.Stem; s("mapping") != s("map") || s("prices") != s("price") || s("lamp") == s("lane") {
		t.Error("forms of a word have other stems, or those of two words the same")
	}
}

func TestNamedPlaces(t *testing.T) {
	pages := func(r *Reader) []string { return r.Page }
	for tag, want := range map[string]map[string]bool{
		"en": {"p": true, "s": false, "с": false, "seite": true, "стр": true},
		"de": {"p": true, "s": true, "с": false, "sivu": true},
		"ru": {"p": true, "s": false, "с": true},
		"xx": {"p": true, "s": false, "bls": true},
	} {
		for word, is := range want {
			if got := slices.Contains(Places(tag, pages), word); got != is {
				t.Errorf("%q names a page of a book in %s: %v", word, tag, got)
			}
		}
	}
}
