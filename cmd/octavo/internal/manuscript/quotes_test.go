package manuscript

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/timing"
)

// straight makes the quotes of a text those of a typewriter.
var straight = strings.NewReplacer("‘", "'", "’", "'", "′", "'", "“", `"`, "”", `"`, "″", `"`, "׳", "'", "״", `"`)

// Each line must come back from its typewritten form as it stands.
func TestQuotes(t *testing.T) {
	for name, lines := range map[string][]string{
		"elisions": {
			"She sold a ’32 roadster.", "He left ’cause he had to.", "Sleep ’til noon.", "They danced ’round the maypole.",
			"How ’bout supper?", "’E saw ’er, ’ere, with ’im.", "’Scuse the mess.", "Back ’fore dusk.", "’Tis late, and ’twas ever so.",
			"salt ’n’ vinegar", "the ’lectric lamp of ’Arry ’Iggins", "(’tis) [’90s]", "late–’tis—’cause I must",
		},
		"elisions before possessives": {
			"She sold a ’32 roadster to the monks’ cook.", "He left ’cause he had to, laughin’ loud.", "Sleep ’til noon, said ol’ Ann.",
			"They danced ’round the Joneses’ maypole.", "The ’48 fair and the ’49’s best.", "The spring of ’68 was the girls’ delight.",
			"From ’03 to ’05 the bakers’ guild was shut.", "It began in ’98. The miners’ march came later. In ’99 it ended.",
			"’Tis spring, and the cats’ dishes are full.", "Stay ’til evenin’ falls.", "th’ ol’ man o’ the hills an’ ’is ewes’ milk",
		},
		"decades": {"the ’60s’ fashion and the ’70s", "the 1960s’ fashion", "’20–’21", "in the ’90s, ‘the nineties’ as they say"},
		"in quotations": {
			"“I’ll sit ’til noon,” he said.", "“’Til noon,” he said, “or ’til the hens’ return.”", "“Get ’em the goats’ hay,” she said.",
			"‘Run ’way,’ she said.", "‘It’s the monks’ cook,’ she said.", "‘’Tis true,’ he said.", "‘’Twas the ’90s,’ he said.",
			"‘Is ’e comin’?’ she asked. ‘No, ’e’s at ’is mother’s.’", "‘E said it, ’e did, an’ all,’ she said.",
			"‘Where,’ she asked, ‘is the dogs’ food in the cats’ bowl?’", "‘It was in ’69,’ he said. ‘The ’70s came after.’",
		},
		"quotations": {
			"‘Cause and effect,’ he said.", "They meant ‘round the houses’ when they said it.", "The so-called ‘cause’; ‘till’ is a drawer.",
			"‘10 men came,’ he said.", "the ‘84’ tram", "‘the boys’ and ‘the girls’ were labels", "the ‘big house’ and the boys’ ‘den’",
			"‘I never—’ he began.", "a ‘so’—‘or not so’—affair", "The dogs barked. ‘No.’", "‘a’, ‘b’, and ‘c’",
			"‘So,’ he said, ‘’tis done, and the others’ work too.’",
		},
		"nested quotations": {
			"“I said ‘no,’” he said.", "“‘No,’ I said.”", "“She calls it ‘the cows’”", "‘He said “no” and left,’ she said.", "‘“No,” he said.’",
			"“He told me ‘she said “go” to ’em’ at noon.”",
		},
		"quotations of several paragraphs": {
			"‘And then the man came back. The dogs’ bowls were full.", "He said, ‘Go home.", "“And then ’e came back.",
		},
		"possessives": {
			"The lads’ pay, James’ book, and Marx’ beard.", "‘James’ book,’ he said.", "The book is James’.", "don’t, O’Neill’s, the ’90s’",
		},
		"feet and inches": {
			"a 3′x6′ door and a 3′ x 6′ door", "a 3′×6′ door", "5′10″ tall", "a 12″ board", "“I am 6′2″,” she said, “and so is he.”",
			"‘a door of 6′ height,’ he said", "‘the year was 1984’ he said",
		},
	} {
		for _, want := range lines {
			if got := smart(straight.Replace(want), newPunctuation(lang.English())); got != want {
				t.Errorf("%s:\n got %s\nwant %s", name, got, want)
			}
		}
	}
}

// The elisions are those of English: a word of another language that looks like one opens its quotation.
func TestQuotesOfOtherLanguages(t *testing.T) {
	german, _ := lang.Find("de")
	if got := smart("'er kam der Boys' wegen", newPunctuation(german)); got != "‚er kam der Boys‘ wegen" {
		t.Error(got)
	}
}

// The Swiss put an apostrophe between thousands.
func TestQuotesOfSwissNumbers(t *testing.T) {
	swiss, _ := lang.Find("de-CH")
	want := "Fr. 12’500.– und 1’250’000 Leute, 2′x100′ und 5′10″"
	if got := smart("Fr. 12'500.– und 1'250'000 Leute, 2'x100' und 5'10\"", newPunctuation(swiss)); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// Dutch and Afrikaans begin sentences with the rest of a word that has lost its beginning.
func TestQuotesOfDutch(t *testing.T) {
	for tag, lines := range map[string][]string{
		"nl": {"’s Morgens vroeg.", "’t Is laat, en ’k weet het.", "’n Man zei: ‘’t Is laat.’", "‘’s Avonds,’ zei zij, ‘in ’s-Gravenhage.’", "zo’n auto’s"},
		"af": {"’n Man het gesê: ‘’n Hond.’"},
	} {
		l, _ := lang.Find(tag)
		l.Quotes = lang.English().Quotes // whatever its marks are
		for _, want := range lines {
			if got := smart(straight.Replace(want), newPunctuation(l)); got != want {
				t.Errorf("%s:\n got %s\nwant %s", tag, got, want)
			}
		}
	}
}

func FuzzQuotes(f *testing.F) {
	for _, s := range []string{`'Tis "so," 'e said, dogs' ''em''`, `2'x4" '"'"' '`, "'\xff' ‘'’\"", "J ם'\"b J'", strings.Repeat(`'"a`, 40)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) || strings.ContainsAny(s, "‘’“”′″׳״-.…") {
			t.Skip()
		}
		got := smart(s, newPunctuation(lang.English()))
		if straight.Replace(got) != s {
			t.Errorf("%q: got %q, in which more than its quotes has changed", s, got)
		}
		if got != smart(s, newPunctuation(lang.English())) {
			t.Errorf("%q: read in two ways", s)
		}
	})
}

func TestQuotesAreLinear(t *testing.T) {
	timing.Unraced(t)
	for _, unit := range []string{`'"`, "'", `'a `, `a' `, `"'a' `} {
		start := time.Now()
		smart(strings.Repeat(unit, 200_000), newPunctuation(lang.English()))
		if d := time.Since(start); d > 20*time.Second {
			t.Errorf("%d quotes of %q took %v", 200_000, unit, d)
		}
	}
}
