package config

import (
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/lang"
)

func TestPrintLanguages(t *testing.T) {
	var b strings.Builder
	if err := PrintLanguages(&b); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"  de     German, Deutsch: „ ‚ ‘ “; \"guillemets\" » › ‹ «", "  en     English: “ ‘ ’ ”; \"single\" ‘ “ ” ’\n", "  fr     French, français: « “ ” »"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q is not in\n%s", want, b.String())
		}
	}
	for _, line := range strings.Split(b.String(), "\n") {
		tag, _, _ := strings.Cut(strings.TrimSpace(line), " ")
		if l, known := lang.Find(tag); known && strings.HasPrefix(line, "  ") {
			divides := l.Rules.Hyphenation.Patterns != ""
			if strings.Contains(line, "not divided") == divides {
				t.Error(line)
			}
		}
	}
}
