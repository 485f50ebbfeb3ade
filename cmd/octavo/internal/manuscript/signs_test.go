package manuscript

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/timing"
)

// Languages of the tests: what octavo's own table says of a language is tested with the table.
var (
	frenchLike = &lang.Language{
		Tag:    "fr",
		Quotes: lang.Quotes{Outer: lang.Marks{Open: "«\u202F", Close: "\u202F»"}, Inner: lang.Marks{Open: "“", Close: "”"}},
		Spacing: lang.Spacing{Before: map[rune]string{';': "\u202F", ':': "\u00A0", '!': "\u202F", '?': "\u202F", '%': "\u202F"}, Dialog: true,
			Number: "\u202F"},
	}
	swissLike = &lang.Language{
		Tag:     "fr-CH",
		Quotes:  lang.Quotes{Outer: lang.Marks{Open: "«", Close: "»"}, Inner: lang.Marks{Open: "‹", Close: "›"}},
		Spacing: lang.Spacing{Before: map[rune]string{';': "", ':': "", '!': "", '?': ""}, Dialog: true},
	}
	germanLike = &lang.Language{
		Tag: "de",
		Quotes: lang.Quotes{Outer: lang.Marks{Open: "„", Close: "“"}, Inner: lang.Marks{Open: "‚", Close: "‘"},
			Others: []lang.QuoteChoice{{Name: "guillemets", Outer: lang.Marks{Open: "»", Close: "«"}, Inner: lang.Marks{Open: "›", Close: "‹"}}}},
		Spacing: lang.Spacing{Number: "\u202F"},
		Rules: lang.Rules{Abbreviations: []string{"z.B.", "d.h.", "u.a.m.", "u.a."}, Elided: map[string]bool{"s": true, "n": true},
			NotOwned: map[string]bool{"und": true}, Possessive: lang.Possessive{After: "sßxz", Names: true}},
	}
	spanishLike = &lang.Language{
		Tag:     "es",
		Quotes:  lang.Quotes{Outer: lang.Marks{Open: "«", Close: "»"}, Inner: lang.Marks{Open: "“", Close: "”"}},
		Spacing: lang.Spacing{Dialog: true, Tight: true},
	}
	swedishLike = &lang.Language{Tag: "sv", Quotes: lang.Quotes{Outer: lang.Marks{Open: "”", Close: "”"}, Inner: lang.Marks{Open: "’", Close: "’"}}}
)

// shown writes white as signs: _ is U+202F and ~ U+00A0.
var shown = strings.NewReplacer("\u202F", "_", "\u00A0", "~")

func TestSigns(t *testing.T) {
	for _, c := range []struct {
		of    *lang.Language
		lines [][2]string // as typed, and as set
	}{
		{frenchLike, [][2]string{
			{`"Bonjour", dit-il; "et toi?"`, `«_Bonjour_», dit-il_; «_et toi_?_»`},
			{`" Bonjour " dit-il`, `«_Bonjour_» dit-il`},
			{`« Bonjour » ; «Adieu»!`, `«_Bonjour_»_; «_Adieu_»_!`},
			{"«\u00A0Bonjour\u00A0» ; «\u202FAdieu\u202F»", `«_Bonjour_»_; «_Adieu_»`},
			{`Il a dit : "Venez: 'Vite!'"`, `Il a dit~: «_Venez~: “Vite_!”_»`},
			{`« « Oui » » et ««Non»»`, `«_«_Oui_»_» et «_«_Non_»_»`},
			{`« Il dit "oui". » Elle dit "non".`, `«_Il dit “oui”._» Elle dit «_non_».`},
			{`Quoi ?! Quoi?!… Quoi... ? (Vraiment?) [Oui !]`, `Quoi_?! Quoi_?!… Quoi…_? (Vraiment_?) [Oui_!]`},
			{`(!) «?» std::vector et :: ; :-) ;) à 14:30, 1:25`, `(!) «_?_» std::vector et :: ; :-) ;) à 14:30, 1:25`},
			{`https://example.org/a?b=c: mailto:x@y.org; www.a.org?`, `https://example.org/a?b=c: mailto:x@y.org; www.a.org?`},
			{`voir https://example.org/a ?`, `voir https://example.org/a_?`},
			{`12 000 € ; 50 % ; 50%; 5 100 m; en 2026 300 loups; p. 12 345,6; § 5`,
				`12_000_€_; 50_%_; 50_%_; 5_100 m_; en 2026 300 loups_; p. 12_345,6_; §_5`},
			{`l'"Iliade" et l'« Odyssée », l'eau, aujourd'hui`, `l’«_Iliade_» et l’«_Odyssée_», l’eau, aujourd’hui`},
			{`— Qui ? -- dit-il`, `—~Qui_? – dit-il`},
			{`-- Oui.`, `–~Oui.`},
			{`—Oui. «`, `—~Oui. «`},
			{`—`, `—`},
			{`— `, `— `},
			{`–5 degrés`, `–~5 degrés`},
			{`6'2" et 5'10`, `6′2″ et 5′10`},
			{`? et ! seuls`, `? et_! seuls`},
		}},
		{swissLike, [][2]string{
			{`"Bonjour", dit-il; "et toi?" 'ah!'`, `«Bonjour», dit-il; «et toi?» ‹ah!›`},
			{`« Bonjour » ; quoi ?`, `«Bonjour»; quoi?`},
		}},
		{germanLike, [][2]string{
			{`"Er hat 'nein' gesagt", sagte er. 's ist kalt. Das war's. Hans' Hut, Grass' Roman.`,
				`„Er hat ‚nein‘ gesagt“, sagte er. ’s ist kalt. Das war’s. Hans’ Hut, Grass’ Roman.`},
			{`'das Haus' und Hans' Hut, 'nichts' ist`, `‚das Haus‘ und Hans’ Hut, ‚nichts‘ ist`},
			{`»Ja«, ›nein‹, „so“, ‚so‘`, `»Ja«, ›nein‹, „so“, ‚so‘`},
			{`„Ja”, "nein" und „ja“ "nein"`, `„Ja”, „nein“ und „ja“ „nein“`},
			{`„Ja", „nein" und „er sagte "ja"“`, `„Ja“, „nein“ und „er sagte ‚ja‘“`},
			{`z.B. z. B. Z. B. d.h. u. a. m. u.a. xz.B. z. Berg`, `z._B. z._B. Z._B. d._h. u._a._m. u._a. xz.B. z. Berg`},
			{`§ 5, 50 %, 50%, 100 000 €, 1 2345`, `§_5, 50_%, 50%, 100_000_€, 1 2345`},
			{`was ? nein !`, `was ? nein !`},
		}},
		{spanishLike, [][2]string{
			{`--Hola --dijo Juan--. ¿"Qué" 1990--1995?`, `—Hola —dijo Juan—. ¿«Qué» 1990–1995?`},
			{`— ¿Qué?`, `—¿Qué?`},
			{`"¿'Así'?" dijo -- creo --.`, `«¿“Así”?» dijo – creo –.`},
			{`Era — o casi — así. Agua — líquido.`, `Era —o casi— así. Agua — líquido.`},
			{`Era —o casi— así, y —esto— también.`, `Era —o casi— así, y —esto— también.`},
			{`-- Hola -- dijo Juan --. ¿Qué?`, `—Hola —dijo Juan—. ¿Qué?`},
			{`-- Hola -- dijo Juan.`, `—Hola —dijo Juan.`},
			{`—Sí —dijo. —No.`, `—Sí —dijo. —No.`},
		}},
		{swedishLike, [][2]string{{`"Ja", sa 'hon'. ”Nej”`, `”Ja”, sa ’hon’. ”Nej”`}}},
		{lang.English(), [][2]string{{`צה"ל and ג'ורג', ה"ארץ" 'שלום'`, `צה״ל and ג׳ורג׳, ה“ארץ” ‘שלום’`}, {`what ?`, `what ?`}}},
	} {
		p := newPunctuation(c.of)
		for _, line := range c.lines {
			if got := shown.Replace(smart(line[0], p)); got != line[1] {
				t.Errorf("%s: %s\n got %s\nwant %s", c.of.Tag, line[0], got, line[1])
			}
		}
	}
}

// A book may have other marks than those that its language has first.
func TestChosenQuotes(t *testing.T) {
	l := *germanLike
	l.Quotes, _ = l.Quotes.Choose("guillemets")
	if got := smart(`"Er hat 'nein' gesagt"`, newPunctuation(&l)); got != "»Er hat ›nein‹ gesagt«" {
		t.Error(got)
	}
}

// Signs are set over emphasis and links, code and addresses stay, and words of another language have the marks of theirs.
func TestSignsInRuns(t *testing.T) {
	for source, want := range map[string]string{
		"*Quoi* ? [Oui](#a)! **«** *a* **»**":          "Quoi_? Oui_! «_a_»",
		"`a ? b` ? <https://a.org/b?> ! et `:`":        "a ? b_? https://a.org/b?_! et :",
		"\"[Wie?]{lang=en}\" [\"so\"]{lang=en} \"a\"":  "«_Wie?_» “so” «_a_»",
		"<i lang=\"en\">\"So!\"</i> \"a!\"":            "“So!” «_a_!_»",
		"— Oui<br>— Non ?":                             "—~Oui —~Non_?",
		"[[\"a\"]{lang=en} \"b\"]{lang=en-US} \"c\" ?": "“a” “b” «_c_»_?",
		"mot[^1] ? mot ?[^1]\n\n[^1]: Note !":          "mot_? mot_?",
	} {
		f := parse("a.md", []byte("# Titre\n\n<a id=a></a>\n\n"+source+"\n"), reading{lang: frenchLike, alone: true})
		var got strings.Builder
		for _, b := range f.chapters[0].chapter.Blocks {
			if p, ok := b.(*book.Paragraph); ok {
				got.WriteString(book.PlainText(p.Text))
			}
		}
		if got := shown.Replace(got.String()); got != want {
			t.Errorf("%s\n got %s\nwant %s", source, got, want)
		}
	}
}

// Whatever is typed, no character is lost but white, straight quotes, and how long the dash is that begins speech.
func FuzzSigns(f *testing.F) {
	for _, s := range []string{`« "a" ' ? » -- z. B. 5 % 12 000`, "— «\u00A0: ?!", `:"'« `, "\"\"« » \u202F", "―lll"} {
		f.Add(s)
	}
	clean := strings.NewReplacer("\u202F", "", "\u00A0", "", "\u2009", "", " ", "", "«", `"`, "»", `"`, "“", `"`, "”", `"`, "„", `"`, "″", `"`,
		"‘", "'", "’", "'", "‚", "'", "‹", "'", "›", "'", "′", "'", "״", `"`, "׳", "'", "—", "–", "―", "–")
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) || strings.ContainsAny(s, "-.") {
			t.Skip()
		}
		for _, l := range []*lang.Language{frenchLike, swissLike, germanLike, spanishLike, lang.English()} {
			p := newPunctuation(l)
			got := smart(s, p)
			if a, b := strings.ReplaceAll(clean.Replace(got), "'", `"`), strings.ReplaceAll(clean.Replace(s), "'", `"`); a != b {
				t.Errorf("%s: %q: got %q", l.Tag, s, got)
			}
		}
	})
}

func TestSignsAreLinear(t *testing.T) {
	timing.Unraced(t)
	p := newPunctuation(frenchLike)
	for _, unit := range []string{"« ", "?", " ? ", "a:", "»", " ", "1 ", "\u00A0"} {
		start := time.Now()
		smart(strings.Repeat(unit, 200_000), p)
		if d := time.Since(start); d > 20*time.Second {
			t.Errorf("%d times %q took %v", 200_000, unit, d)
		}
	}
}

// TestDashOfTheLanguage makes the dash of the language of two hyphens.
func TestDashOfTheLanguage(t *testing.T) {
	for tag, want := range map[string]string{"en": "a – b — c", "de": "a – b — c", "ru": "a — b — c", "es": "a —b— c", "ca": "a —b— c"} {
		l, _ := lang.Find(tag)
		if got := smart("a -- b --- c", newPunctuation(l)); got != want {
			t.Errorf("%s: %q, want %q", tag, got, want)
		}
	}
}
