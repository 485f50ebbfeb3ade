package typeset

import (
	"slices"
	"testing"

	"github.com/go-text/typesetting/language"

	"octavo/cmd/octavo/internal/lang"
)

func TestScriptRuns(t *testing.T) {
	greek, _ := lang.Find("el")
	for _, c := range []struct {
		text string
		lang *lang.Language
		want []scriptRun
	}{
		{"word", lang.English(), []scriptRun{{0, 4, language.Latin}}},
		{"“a λ, b", lang.English(), []scriptRun{{0, 5, language.Latin}, {5, 9, language.Greek}, {9, 10, language.Latin}}},
		{"42", lang.English(), []scriptRun{{0, 2, language.Latin}}},
		{"42", greek, []scriptRun{{0, 2, language.Greek}}},
		{"", greek, []scriptRun{{0, 0, language.Greek}}},
	} {
		if got := scriptRuns(c.text, c.lang); !slices.Equal(got, c.want) {
			t.Errorf("%q: %v, want %v", c.text, got, c.want)
		}
	}
}
