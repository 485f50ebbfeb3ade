package stats

import (
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/golden"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/timing"
)

// of measures a book of one chapter in a language.
func of(t testing.TB, language, text string) *Stats {
	t.Helper()
	cfg := &config.Config{}
	cfg.Book.Language = language
	cfg.Lang, _ = lang.Find(language)
	cfg.SetKinds(config.BuiltInKinds(cfg.Lang))
	return Of(cfg, booktest.OfChapter(t, text), nil)
}

// TestKitchen holds all measures of the book of all constructs, as programs read them.
func TestKitchen(t *testing.T) {
	cfg, b, _ := booktest.Open(t, booktest.Kitchen)
	text, err := json.MarshalIndent(Of(cfg, b, nil), "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	golden.Equal(t, "testdata/kitchen.json", append(text, '\n'))
}

// TestCounts holds what is counted, by hand.
func TestCounts(t *testing.T) {
	s := of(t, "en", "# One two\n\nThree *four*, five—six. Seven \"eight\"?\n\n| a | b |\n|---|---|\n| c | d |\n\n## Draft\n+++\nkind = \"meme\"\n"+
		"status = \"draft\"\n+++\n\nNine ten.\n\n## Maxim here.\n+++\nkind = \"meme\"\n+++\n\nEleven.[^1]\n\n[^1]: Twelve.\n")
	for _, c := range []struct {
		what      string
		got, want int
	}{
		{"words", s.Words, 2 + 6 + 4 - 0 + 3 + 2 + 1 + 1 + 2 - 2}, // title, text, table, draft, maxim, gloss, note
		{"drafts", s.Drafts.Entries, 1}, {"words of drafts", s.Drafts.Words, 3},
		{"sentences", s.Sentences.Count, 5}, {"longest", s.Sentences.Longest[0].Words, 4},
		{"entries", s.Entries.Count, 1}, {"cards", s.Entries.Cards, 1}, {"words of the entry", s.Entries.Longest[0].Words, 3},
	} {
		if c.got != c.want {
			t.Errorf("%d %s, want %d", c.got, c.what, c.want)
		}
	}
	if at := s.Sentences.Longest[0].Place; at.Line != 3 || at.Column != 1 {
		t.Errorf("the longest sentence is at %+v", at)
	}
}

// TestFormulas holds each measure against what its formula gives for ten sentences of ten words, each of two syllables and five letters.
func TestFormulas(t *testing.T) {
	in := sums{words: 100, sentences: 10, syllables: 200, letters: 500, long: 20, many: 10}
	for tag, want := range map[string]float64{
		"en-GB": 206.835 - 10.15 - 169.2, "de-AT": 180 - 10 - 117, "fr": 207 - 10.15 - 147.2, "es-MX": 206.84 - 10.2 - 120, "nl": 206.84 - 9.3 - 154,
		"pt-BR": 248.835 - 10.15 - 169.2, "ru": 206.835 - 13 - 120.2, "tr": 198.825 - 26.1 - 80.35, "it": 89 + (3000-5000)/100., "sv": 10 + 20,
		"nb": 30, "pl": (10.+10.)/3 + 1,
	} {
		m := measurer{cfg: &config.Config{}}
		m.cfg.Book.Language = tag
		e := m.ease(in)
		if e.Score == nil || math.Abs(*e.Score-want) > 0.06 || e.Source == "" || e.Scale == "" {
			t.Errorf("%s: %+v, want %.1f", tag, e, want)
		}
		in := in
		in.words = leastWords - 1
		if e := m.ease(in); e.Score != nil || e.Measure == "" {
			t.Errorf("%s: a score of %d words", tag, in.words)
		}
	}
	m := measurer{cfg: &config.Config{}}
	for _, tag := range []string{"he", "ar", "la", "hu", "ja"} {
		if m.cfg.Book.Language = tag; m.ease(in).Measure != "" {
			t.Errorf("%s has a measure", tag)
		}
	}
}

// TestSyllables holds syllables of words that show the rules of their languages.
func TestSyllables(t *testing.T) {
	for tag, words := range map[string]string{
		"en": "I1 the1 table2 little2 walked1 wanted2 boxes2 makes1 something2 business2 quiet2 nation2 rhythm2 isn’t2 don’t1 well-known2 " +
			"agreed2 café2 safely2 people2 language2 1914",
		"de": "Haus1 Häuser2 Theater3 Mutter2 Bayern2 Eier2 beeilen3",
		"fr": "table1 été2 maison2 eau1 chaîne1 théâtre2 livres1 aimée2 moment2 août1 haïr2",
		"es": "bien1 día2 teatro3 guerra2 quien1 ciudad2 muy1 yo1 averigüéis4 país2",
		"pt": "não1 mãe1 coração3 saída3 água2",
		"nl": "mooi1 zeeën2 huis1 koeien2 ideeën3",
		"pl": "nie1 miasto2 dziękuję3 źdźbło1",
		"ru": "книга2 встреча2 в1 моя2",
		"tr": "kitap2 öğretmen3",
		"sv": "bok1 människa3",
	} {
		for _, w := range strings.Fields(words) {
			word, want := strings.ToLower(w[:len(w)-1]), int(w[len(w)-1]-'0')
			if w == "1914" {
				word, want = w, 1
			}
			if got := syllables(tag, word); got != want {
				t.Errorf("%s %s: %d syllables, want %d", tag, word, got, want)
			}
		}
	}
}

// TestRepetitions plants repetitions and finds them, each at its place.
func TestRepetitions(t *testing.T) {
	filler := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "Common%c%c stays. ", 'a'+i%26, 'a'+i/26%26)
		}
		return b.String()
	}
	s := of(t, "en", "# A\n\n"+filler(400)+"\n\nThe lantern of the lantern is a lantern. He knew. He saw. He spoke.\n\n"+filler(400))
	if len(s.Close) == 0 || s.Close[0].Word != "lantern" || s.Close[0].Count != 3 || s.Close[0].Span != 7 || s.Close[0].Place.Line != 5 ||
		s.Close[0].Place.Column != 5 {
		t.Errorf("close words: %+v", s.Close)
	}
	if len(s.Beginnings) != 1 || s.Beginnings[0].Words != "He" || s.Beginnings[0].Count != 3 || s.Beginnings[0].Places[0].Column != 42 {
		t.Errorf("beginnings: %+v", s.Beginnings)
	}
	// Of two chapters one has a word of its own.
	cfg := &config.Config{Lang: lang.English()}
	one, two := booktest.OfChapter(t, "# A\n\n"+filler(200)), booktest.OfChapter(t, "# B\n\n"+filler(200)+strings.Repeat("Whales. ", 10))
	one.Parts[0].Chapters = append(one.Parts[0].Chapters, two.Parts[0].Chapters...)
	s = Of(cfg, one, nil)
	if b := s.Chapters[1].Beside; len(s.Chapters[0].Beside) > 0 || len(b) != 1 || b[0].Word != "Whales" || b[0].Count != 10 {
		t.Errorf("beside: %+v and %+v", s.Chapters[0].Beside, b)
	}
}

// TestNothing measures books with next to nothing in them.
func TestNothing(t *testing.T) {
	for _, tag := range []string{"en", "ar", "xx"} {
		for _, text := range []string{"# A\n\n---\n\n…\n", "# A\n\n" + strings.Repeat("我們。", 200), "# A\n\n$x$ [^1]\n\n[^1]: …\n"} {
			s := of(t, tag, text)
			if _, err := json.Marshal(s); err != nil { // a NaN
				t.Errorf("%s %q: %v", tag, text, err)
			}
		}
	}
	Of(&config.Config{Lang: lang.English()}, &book.Book{}, nil)
}

// TestLinear holds that a book of eight times the words is measured in about eight times the time.
func TestLinear(t *testing.T) {
	for _, text := range []string{"Some *words* of a sentence that goes on. ", "same same ", "a. B. "} {
		timing.Linear(t, 400, func(n int) { of(t, "en", "# A\n\n"+strings.Repeat(text, n)) })
	}
}
