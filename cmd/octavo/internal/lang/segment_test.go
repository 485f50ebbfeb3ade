package lang

import (
	"slices"
	"strings"
	"testing"
)

func TestWords(t *testing.T) {
	for text, want := range map[string]string{
		"The cat’s well-known “hat”, 3.5 kg.": "The|cat’s|well-known|hat|3.5|kg",
		"word—word … and – so":                "word|word|and|so",
		", . — “”":                            "",
		"l’été d’Alain":                       "l’été|d’Alain",
		"שלום, עולם! صباح الخير.":             "שלום|עולם|صباح|الخير",
		"我愛書。カナ":                              "我|愛|書|カ|ナ",
		"e\u0301t\u00E9 mi\u200Cravam \xff":   "e\u0301t\u00E9|mi\u200Cravam",
		"trail) and\u00A0on":                  "trail|and|on",
	} {
		var got []string
		for at, word := range Words(text) {
			if text[at:at+len(word)] != word {
				t.Errorf("%q: %q is not at %d", text, word, at)
			}
			got = append(got, word)
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("%q: %s, want %s", text, s, want)
		}
	}
	for range Words("one two 三") { // a loop may end at once
		break
	}
}

func TestSentenceEnds(t *testing.T) {
	german, _ := Find("de")
	for _, c := range []struct {
		l          *Language
		text, want string
	}{
		{English(), "Dr. Hill came. He left! “Why?” she said. I. Newton", "Dr. Hill came.| He left!| “Why?” she said.| I. Newton"},
		{german, "Das gilt z. B. hier. Am 3. Mai nicht.", "Das gilt z. B. hier.| Am 3. Mai nicht."},
		{English(), "书很好。你看！「是。」他说 and so。", "书很好。|你看！|「是。」|他说 and so。"},
	} {
		var got []string
		from := 0
		for _, end := range c.l.SentenceEnds(c.text) {
			got = append(got, c.text[from:end])
			from = end
		}
		if want := strings.Split(c.want, "|"); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", c.text, got, want)
		}
	}
}
