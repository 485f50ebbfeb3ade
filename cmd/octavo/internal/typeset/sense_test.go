package typeset

import (
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/page"
)

// displayed returns the lines of a text in a room, and its size.
func displayed(d *Display, room Room) (string, page.Length, bool) {
	size, ok := d.Fit(room)
	var got []string
	for _, l := range d.Set(room, size) {
		line := ""
		for _, it := range l.Items {
			line += it.(*page.Text).Text
		}
		got = append(got, strings.TrimSpace(line))
	}
	return strings.Join(got, "|"), size, ok
}

// poker is the room of a playing card, mini that of one half as large.
var (
	poker = Room{Width: 134 * page.Pt, Height: 183 * page.Pt, Hang: 8 * page.Pt, Leading: 116, Least: 9 * page.Pt, Most: 25 * page.Pt, Step: page.Pt / 4}
	mini  = Room{Width: 88 * page.Pt, Height: 126 * page.Pt, Hang: 4 * page.Pt, Leading: 116, Least: 9 * page.Pt, Most: 17 * page.Pt, Step: page.Pt / 4}
)

// TestDisplay sets texts of several languages as large as suits a card, and reads their lines: they end where a speaker would pause.
func TestDisplay(t *testing.T) {
	for _, c := range []struct{ tag, text, poker, mini string }{
		{"en", "Hire the one who asks what happened to the last person.", "Hire the one|who asks|what happened|to the last person.", "Hire the one|who asks|what happened|to the last person."},
		{"en", "Say less.", "Say less.", "Say less."},
		{"en", "Management is service that has learned to wait.", "Management|is service|that has learned|to wait.", "Management|is service|that has learned|to wait."},
		{"en", "Never cancel on the person who is doing fine.", "Never cancel|on the person|who is doing fine.", "Never cancel|on the person|who is doing fine."},
		{"en", "“Quit that, and find out what they need.”", "“Quit that,|and find out|what they need.”", "“Quit that,|and find out|what they need.”"},
		{"en", "Ego is a large dog: feed it, walk it, and leave it in the car.", "Ego is a large dog:|feed it, walk it,|and leave it|in the car.", "Ego is a large dog:|feed it, walk it,|and leave it|in the car."},
		{"en", "See p. 42 of the book that Dr. Rowe left behind.", "See p. 42|of the book|that Dr. Rowe|left behind.", "See p. 42|of the book|that Dr. Rowe|left behind."},
		{"en", "The only person who always got his work done by Friday was Robinson Crusoe.", "The only person|who always got|his work done by Friday|was Robinson Crusoe.", "The only person|who always got|his work done by Friday|was Robinson Crusoe."},
		{"en", "Ask three people before you send 12 copies.", "Ask three people|before you send|12 copies.", "Ask three people|before you send|12 copies."},
		{"de", "Wer fragt, der führt; wer schweigt, der hört, was keiner sagen wollte.", "Wer fragt, der führt;|wer schweigt, der hört,|was keiner sagen wollte.", "Wer fragt, der führt;|wer schweigt, der hört,|was keiner sagen wollte."},
		{"de", "Ein Versprechen ist ein kleines Darlehen, und der Termin ist sein Zins.", "Ein Versprechen|ist ein kleines Darlehen,|und der Termin|ist sein Zins.", "Ein Versprechen|ist ein kleines|Darlehen,|und der Termin|ist sein Zins."},
		{"de", "Verantwortung beginnt dort, wo die Ausrede endet.", "Verantwortung|beginnt dort,|wo die Ausrede endet.", "Verantwortung|beginnt dort,|wo die|Ausrede endet."},
		{"fr", "Une question est une porte que l’on tient ouverte pour quelqu’un d’autre.", "Une question|est une porte|que l’on tient ouverte|pour quelqu’un d’autre.", "Une question|est une porte|que l’on tient ouverte|pour quelqu’un d’autre."},
		{"fr", "Qui demande apprend, qui se tait écoute ce que personne n’ose dire.", "Qui demande|apprend,|qui se tait écoute|ce que personne|n’ose dire.", "Qui demande|apprend,|qui se tait écoute|ce que personne|n’ose dire."},
		{"es", "La promesa es un préstamo que vence el día que tú mismo elegiste.", "La promesa|es un préstamo|que vence el día|que tú mismo elegiste.", "La promesa|es un préstamo|que vence el día|que tú mismo elegiste."},
		{"es", "Pregunta primero, escucha después y no hables hasta que te lo pidan.", "Pregunta primero,|escucha después|y no hables|hasta que te lo pidan.", "Pregunta primero,|escucha después|y no hables|hasta que te lo pidan."},
		{"ru", "Вопрос — это дверь, которую держат открытой для другого.", "Вопрос —|это дверь,|которую держат|открытой|для другого.", "Вопрос —|это дверь,|которую держат|открытой|для другого."},
		{"ru", "Не обещай того, чего не сможешь сделать до пятницы.", "Не обещай того,|чего не сможешь|сделать до пятницы.", "Не обещай того,|чего не сможешь|сделать до пятницы."},
		{"he", "שאלה היא דלת שאתה מחזיק פתוחה בשביל מישהו אחר.", "שאלה היא דלת|שאתה מחזיק|פתוחה בשביל|מישהו אחר.", "שאלה היא דלת|שאתה מחזיק|פתוחה בשביל|מישהו אחר."},
		{"he", "מי ששואל מוביל, ומי ששותק שומע את מה שאיש לא העז לומר.", "מי ששואל מוביל,|ומי ששותק שומע|את מה שאיש|לא העז לומר.", "מי ששואל מוביל,|ומי ששותק שומע|את מה שאיש|לא העז לומר."},
	} {
		f := testFont(t, "EBGaramond-Regular")
		f.Lang, _ = lang.Find(c.tag)
		for _, r := range []struct {
			room Room
			want string
		}{{poker, c.poker}, {mini, c.mini}} {
			d := NewDisplay([]Inline{&Span{Text: c.text, Font: f, Size: 12 * page.Pt}}, Centered, nil)
			if got, size, ok := displayed(d, r.room); got != r.want || !ok {
				t.Errorf("%s at %s:\n got %s\nwant %s", c.tag, size, got, r.want)
			}
		}
	}
}

// TestDividedDisplay: a word that no line holds is divided at its soft hyphens, an address at its joints, any other word by the
// patterns; but not a word that a size two thirds as large holds whole.
func TestDividedDisplay(t *testing.T) {
	f, h := testFont(t, "EBGaramond-Regular"), testHyphenator(t)
	for _, c := range []struct{ text, want string }{
		{"Incomprehensibility wins.", "Incomprehen\u00AD|sibility wins."},
		{"Responsibility is a loan.", "Responsibility|is a loan."},
		{"Extra\u00ADordinarily\u00ADunder\u00ADappreciated words.", "Extraordinarily\u00AD|underappreciated|words."},
		{"See https://example.org/a/very/long/path/that/nobody?puts=on&a=card now.", "See https://example.|org/a/very/long/path/|that/nobody?puts=|on&a=card now."},
		{"Counterrevolutionarily misunderstandings happen.", "Counterrevolutionarily|misunderstandings|happen."},
		{"Antidisestablishmentarianistically said.", "Antidisestablish\u00AD|mentarianistically|said."},
	} {
		s := &Span{Text: c.text, Font: f, Size: 12 * page.Pt}
		if got, size, ok := displayed(NewDisplay([]Inline{s}, Centered, h), mini); got != c.want || !ok {
			t.Errorf("at %s: %q, want %q", size, got, c.want)
		}
	}
	soft := &Span{Text: "Donau\u00ADdampf\u00ADschiff\u00ADfahrts\u00ADgesell\u00ADschafts\u00ADkapitän", Font: f, Size: 12 * page.Pt}
	if got, _, ok := displayed(NewDisplay([]Inline{soft}, Centered, nil), mini); !ok || !strings.Contains(got, "\u00AD|") {
		t.Errorf("without patterns: %q", got)
	}
}
