package lang

import "testing"

func TestCasing(t *testing.T) {
	for _, c := range []struct{ tag, text, upper, lower, capital string }{
		{"en", "straße émigré", "STRASSE ÉMIGRÉ", "straße émigré", "Straße émigré"},
		{"de", "größe", "GRÖSSE", "größe", "Größe"},
		{"tr", "istanbul ılıca", "İSTANBUL ILICA", "istanbul ılıca", "İstanbul ılıca"},
		{"tr", "IŞIK", "IŞIK", "ışık", "IŞIK"},
		{"el", "ένας άνθρωπος", "ΕΝΑΣ ΑΝΘΡΩΠΟΣ", "ένας άνθρωπος", "Ένας άνθρωπος"},
		{"nl", "ijsland", "IJSLAND", "ijsland", "IJsland"},
		{"nl-BE", "IJs", "IJS", "ijs", "IJs"},
		{"nl", "ik", "IK", "ik", "Ik"},
		{"hr", "ǆep", "ǄEP", "ǆep", "ǅep"},
		{"ru", "ёлка", "ЁЛКА", "ёлка", "Ёлка"},
		{"fr", "’tis", "’TIS", "’tis", "’tis"},
		{"fr", "e\u0301té", "E\u0301TÉ", "e\u0301té", "E\u0301té"},
		{"en", "", "", "", ""},
	} {
		l, _ := Find(c.tag)
		if u, w, k := l.Upper(c.text), l.Lower(c.text), l.Capital(c.text); u != c.upper || w != c.lower || k != c.capital {
			t.Errorf("%s: %q becomes %q, %q and %q, want %q, %q and %q", c.tag, c.text, u, w, k, c.upper, c.lower, c.capital)
		}
	}
	for text, want := range map[string][2]string{"IJsland": {"IJ", "sland"}, "ijs": {"IJ", "s"}, "Ik": {"I", "k"}, "Ĳs": {"Ĳ", "s"}, "«Ik»": {"", "«Ik»"}} {
		l, _ := Find("nl")
		if letter, rest := l.Initial(text); letter != want[0] || rest != want[1] {
			t.Errorf("%q begins with %q and goes on with %q", text, letter, rest)
		}
	}
	german, _ := Find("de-AT")
	if got := german.Within("Unkorrigierter Abzug") + English().Within("Uncorrected Proof"); got != "Unkorrigierter Abzuguncorrected proof" {
		t.Error(got)
	}
}

func TestSlug(t *testing.T) {
	for text, want := range map[string]string{
		"Never hold the door & leave!": "never-hold-the-door-leave", "L’été à Łódź": "lete-a-lodz", "1984": "x-1984", "": "x", "🦊": "x", "鐘": "x",
		"Колокола и Ёлки": "kolokola-i-elki", "Объём, щи": "obem-shchi", "Ївга й Юра": "ivga-i-iura", "Οι καμπάνες Ψ": "oi-kampanes-ps", "Český ß": "cesky-ss",
	} {
		if got := Slug(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
