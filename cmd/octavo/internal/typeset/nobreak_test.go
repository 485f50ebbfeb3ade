package typeset

import (
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/lang"
)

// TestNoBreakByLanguage: "~" marks a space at which no line ends, "|" one at which a line may.
func TestNoBreakByLanguage(t *testing.T) {
	set := func(words string) map[string]bool {
		out := map[string]bool{}
		for _, w := range strings.Fields(words) {
			out[w] = true
		}
		return out
	}
	german := &lang.Language{Tag: "de", Quotes: lang.Quotes{Outer: lang.Marks{Open: "»", Close: "«"}, Inner: lang.Marks{Open: "›", Close: "‹"}}}
	german.Rules.BeforeNumber, german.Rules.BeforeName, german.Rules.AfterNumber = set("s. nr. abs. bd."), set("dr. prof."), set("km Uhr")
	german.Numbers.Months = [12]string{"Januar", "Februar", "März", "April", "Mai"}
	polish := &lang.Language{Tag: "pl", Quotes: lang.Quotes{Outer: lang.Marks{Open: "„", Close: "”"}, Inner: lang.Marks{Open: "«", Close: "»"}}}
	polish.Rules.Bound, polish.Rules.BeforeNumber, polish.Rules.BeforeName = set("a i o u w z"), set("nr str."), set("św. dr")
	polish.Rules.AfterNumber = set("maja zł")
	russian := &lang.Language{Tag: "ru"}
	russian.Rules.BeforeNumber = set("№ с. гл.")
	french := &lang.Language{Tag: "fr", Quotes: lang.Quotes{Outer: lang.Marks{Open: "«\u00A0", Close: "\u00A0»"}, Inner: lang.Marks{Open: "“", Close: "”"}}}
	french.Rules.BeforeName, french.Rules.BeforeNumber = set("m. mme dr"), set("n° p.")
	for _, c := range []struct {
		l    *lang.Language
		text string
	}{
		{german, "auf|S.~12|und|§~5|Abs.~3|im|Jahr|1990.|Der"},
		{german, "am|3.~Mai|1974|kam|Dr.~Müller|mit|Ludwig~XIV.|um|9~Uhr|nach|10~000|Schritten"},
		{german, "sagte|»~Ja~«|und|(Nr.~4)"},
		{polish, "Byłem|w~domu,|a~w~ogrodzie|św.~Jan|nr~5|i~z~nim|3~maja|W~lesie"},
		{polish, "Jan~III|Sobieski|„w~domu”"},
		{russian, "Стихи|А.~С.~Пушкина,|№~5,|гл.~2|и|1000|лет"},
		{french, "M.~Dupont|et|Mme~Roy|lisent|«~Candide~»|au|n°~3|:|c’est"},
		{french, "100~000|francs|en|1984|300"},
		{lang.English(), "Henry|VIII|of|12|300|and|J.|Rowe"},
	} {
		chunks := strings.FieldsFunc(c.text, func(r rune) bool { return r == '~' || r == '|' })
		got := chunks[0]
		for i, after := range chunks[1:] {
			if noBreakBetween(c.l, chunks[i], after) {
				got += "~" + after
			} else {
				got += "|" + after
			}
		}
		if want := strings.Replace(c.text, "|:", "~:", 1); got != want {
			t.Errorf("%s: %s, want %s", c.l.Tag, got, want)
		}
	}
}
