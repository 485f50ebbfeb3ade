package indexes

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/lang"
)

func TestOrder(t *testing.T) {
	for _, c := range []struct {
		lang string
		want []string // in order
	}{
		{"en-US", []string{"“I don’t know” is an answer", "An ice age", "Éclairs", "Zebras"}},
		{"en-US", []string{"A bee", "The cat", "“A dog”", "Eel", "élan", "An emu"}},
		{"en", []string{"A", "And so", "Another", "The", "Theme"}},
		{"sv", []string{"Zebra", "Ål", "Äpple", "Öl"}},
		{"de", []string{"Äpfel", "Der Baum", "Öl", "Zebra"}},
		{"fr", []string{"L’abbé", "La bise", "Un coq", "Le doute"}},
		{"xx-unknown-language-tag", []string{"a", "b"}},
		{"en", []string{"price", "Price, said", "Prices"}},
	} {
		r := rand.New(rand.NewPCG(5, 6))
		if c.lang == "en-US" && c.want[0][0] != 'A' { // i before i-c-e
			c.want = []string{"Éclairs", "“I don’t know” is an answer", "An ice age", "Zebras"}
		}
		for range 10 {
			items := slices.Clone(c.want)
			r.Shuffle(len(items), func(i, j int) { items[i], items[j] = items[j], items[i] })
			l, _ := lang.Find(c.lang)
			if got := Sorted(NewOrder(l), items, func(s string) string { return s }); !slices.Equal(got, c.want) {
				t.Errorf("%s: %q, want %q", c.lang, got, c.want)
				break
			}
		}
	}
	o := NewOrder(lang.English())
	for line, want := range map[string]string{"“The élan”": "E", "1984": "", "…": "", "a": "A", "": ""} {
		if got := o.Letter(line); got != want {
			t.Errorf("%q stands under %q, want %q", line, got, want)
		}
	}
}

func TestFirstWords(t *testing.T) {
	long := "Find the one exact thing this customer could do next; deserve it; then ask for it by name."
	got := FirstWords(long)
	words, ok := strings.CutSuffix(got, "\u00A0…")
	if !ok || !strings.HasPrefix(long, words) || len(words) > mostFirst || strings.HasSuffix(words, ";") {
		t.Errorf("%q", got)
	}
	if FirstWords("Say less.") != "Say less." || FirstWords(strings.Repeat("x", 90)) != strings.Repeat("x", 90) {
		t.Error("short maxims and long words stay whole")
	}
}

// TestLetters holds the heads of every language against its order: each letter stands under itself, and they are in order.
func TestLetters(t *testing.T) {
	for _, tag := range lang.Tags() {
		l, _ := lang.Find(tag)
		o := NewOrder(l)
		want := strings.Fields(l.Rules.Letters)
		if got := Sorted(o, slices.Clone(want), func(s string) string { return s }); !slices.Equal(got, want) {
			t.Errorf("%s: the letters are sorted %q", tag, got)
		}
		for _, letter := range want {
			if got := o.Letter(l.Lower(letter) + "o"); got != letter {
				t.Errorf("%s: %q stands under %q", tag, letter, got)
			}
		}
	}
}

// TestHeads holds lines to the letters that they stand under.
func TestHeads(t *testing.T) {
	for tag, lines := range map[string]map[string]string{
		"de": {"Äpfel": "A", "Der Öl": "O", "ßa": "S", "Иван": "И", "1984": ""},
		"fr": {"L’été": "E", "Œuvre": "O", "Çà": "C"},
		"es": {"ñandú": "Ñ", "Niño": "N", "Ámbar": "A"},
		"sv": {"Ål": "Å", "Äpple": "Ä", "Öl": "Ö", "Élan": "E"},
		"da": {"Ærø": "Æ", "Øl": "Ø", "Ålborg": "Å"},
		"nb": {"Ærlig": "Æ", "Øl": "Ø", "Ål": "Å", "Zebra": "Z"},
		"ru": {"Ёлка": "Е", "Йод": "Й", "Apple": "A", "щи": "Щ"},
		"uk": {"Їжак": "Ї", "Ґанок": "Ґ"},
	} {
		l, _ := lang.Find(tag)
		o := NewOrder(l)
		for line, want := range lines {
			if got := o.Letter(line); got != want {
				t.Errorf("%s: %q stands under %q, want %q", tag, line, got, want)
			}
		}
	}
}
