package lang

import (
	"testing"
	"time"
)

func TestFind(t *testing.T) {
	for tag, want := range map[string]bool{"en": true, "en-GB": true, "EN-us": true, "de": false, "enm": false, "": false} {
		l, known := Find(tag)
		if _, counts := l.Word(3); known != want || l.Tag != tag || l.Words != "en" || counts != want {
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
		{English.Date(time.Date(2026, 1, 2, 0, 0, 0, 0, time.UTC)), "2 January 2026"},
		{English.Count(1, English.Deck.Cards), "1 card"},
		{English.Count(12, English.Deck.Cards), "12 cards"},
		{English.List([]string{"a", "b", "c"}), "a, b and c"},
		{English.Names([]string{"A", "B", "C"}), "A, B, and C"},
		{English.Names([]string{"A", "B"}), "A and B"},
		{English.Numbers.Ordinal(5), "fifth"},
		{English.Numbers.Ordinal(22), "22nd"},
		{English.Numbers.Ordinal(111), "111th"},
		{Pattern("{b} {a} {c}{").Fill("a", "{b}", "b", "2"), "2 {b} {"},
		{Capital("élan"), "Élan"},
	} {
		if c[0] != c[1] {
			t.Errorf("%q, want %q", c[0], c[1])
		}
	}
	for word, want := range map[string]bool{"the": true, "The": true, "I": true, "i": false, "house": false, "of,": false} {
		if English.Clings(word) != want {
			t.Errorf("%q clings: %v", word, !want)
		}
	}
}
