package lang

import (
	"strings"
	"testing"
)

func TestCountsChapter(t *testing.T) {
	for _, c := range []struct {
		title string
		n     int
		want  bool
	}{
		{"Chapter One", 1, true}, {"chapter 7", 2, true}, {"Chapter IV: The Ferry", 4, true}, {"CHAPTER TWENTY-ONE", 21, true},
		{"Chapter and Verse", 1, false}, {"Chapter", 1, false}, {"One", 1, true}, {"One", 2, false}, {"3. The Ferry", 3, true},
		{"II", 2, true}, {"XII: Home", 12, true}, {"1984", 1, false}, {"One Fine Day", 1, false}, {"I Am Late", 1, false},
		{"Part One", 1, false}, {"", 1, false}, {"The Ferry", 1, false},
	} {
		if got := English().CountsChapter(c.title, c.n); got != c.want {
			t.Errorf("CountsChapter(%q, %d) = %v", c.title, c.n, got)
		}
	}
	for title, want := range map[string]bool{"Part One": true, "PART II: Home": true, "Parting": false, "Part of It": false, "Book One": false} {
		if got := English().CountsPart(title, 3); got != want {
			t.Errorf("CountsPart(%q) = %v", title, got)
		}
	}
}

// TestCountsInOrdinals finds the number of a title that says it in the words of another language.
func TestCountsInOrdinals(t *testing.T) {
	for _, c := range []struct {
		tag, title string
		n          int
		want       bool
	}{
		{"de", "Erstes Kapitel", 1, true}, {"de", "Zweites Kapitel: Die Glocke", 2, true}, {"de", "Kapitel 3", 3, true},
		{"de", "3. Kapitel", 3, true}, {"de", "Eins", 1, true}, {"de", "Erste Liebe", 1, false}, {"de", "Drei Kapitelle", 3, false},
		{"de", "Dreiundzwanzigstes Kapitel", 23, true}, {"de", "Das letzte Kapitel", 1, false},
		{"fr", "Chapitre premier", 1, true}, {"fr", "Chapitre vingt et un", 21, true}, {"fr", "Vingt et un", 21, true},
		{"fr", "Vingt et un\u202F: le pont", 21, true}, {"fr", "Vingt et une nuits", 21, false}, {"fr", "Premier chapitre", 1, true},
		{"fr-CH", "Septante", 70, true}, {"es", "Capítulo segundo", 2, true}, {"es", "Treinta y uno: la casa", 31, true},
		{"es", "Dos hermanas", 2, false}, {"pt-PT", "Dezasseis", 16, true}, {"pt-BR", "Capítulo vinte e dois", 22, true},
		{"pl", "Rozdział pierwszy", 1, true}, {"pl", "Rozdział dwudziesty drugi: Dzwon", 22, true}, {"pl", "Pierwsza miłość", 1, false},
		{"cs", "Kapitola třetí", 3, true}, {"cs", "Dvacátá první kapitola", 21, true}, {"sk", "Tretia kapitola", 3, true}, {"sk", "4. kapitola", 4, true},
		{"hu", "Második fejezet", 2, true}, {"hu", "12. fejezet", 12, true}, {"hu", "Huszonkettedik fejezet: A harang", 22, true},
		{"hu", "Első szerelem", 1, false},
		{"hr", "Dvadeset treće poglavlje", 23, true}, {"sl", "Enaindvajseto poglavje", 21, true}, {"sl", "3. poglavje", 3, true},
		{"et", "Kahekümne teine peatükk", 22, true}, {"lv", "Pirmā nodaļa: Zvans", 1, true}, {"lt", "Trečias skyrius", 3, true},
		{"lt", "Pirma diena", 1, false},
		{"sv", "Första kapitlet", 1, true}, {"sv", "Andra kapitlet: Bron", 2, true}, {"sv", "Kapitel ett", 1, true}, {"sv", "Kapitlet om bron", 1, false},
		{"sv", "Tjugoförsta kapitlet", 21, true}, {"sv", "Första kärleken", 1, false}, {"sv", "Sista kapitlet", 1, false},
		{"da", "Første kapitel", 1, true}, {"da", "Andet kapitel", 2, true}, {"da", "Det første kapitel", 1, true}, {"da", "Kapitel to", 2, true},
		{"nb", "Første kapittel", 1, true}, {"nb", "Annet kapittel", 2, true}, {"nb", "Andre kapittel", 2, true}, {"nb", "Kapittel én", 1, true},
		{"nb", "Tredje kapitlet", 3, true}, {"nn", "Fyrste kapittelet", 1, true}, {"nn", "Andre kapittel", 2, true}, {"nn", "Første reisa", 1, false},
		{"is", "Fyrsti kafli", 1, true}, {"is", "Annar kaflinn", 2, true}, {"is", "1. kafli", 1, true}, {"is", "Fyrsti dagur", 1, false},
		{"fi", "Ensimmäinen luku", 1, true}, {"fi", "Toinen luku: Silta", 2, true}, {"fi", "Ensimmäinen lumi", 1, false},
		{"ro", "Capitolul întâi", 1, true}, {"ro", "Capitolul al doilea", 2, true}, {"ro", "Capitolul al II-lea: Podul", 2, true},
		{"ro", "Primul capitol", 1, true}, {"ro", "Al treilea capitol", 3, true}, {"ro", "Capitolul douăzeci și unu", 21, true},
		{"ro", "Capitolul I", 1, true}, {"ro", "Al treilea om", 3, false}, {"ro", "Capitolul al pierdut", 2, false},
	} {
		l, known := Find(c.tag)
		if got := l.CountsChapter(c.title, c.n); known && got != c.want {
			t.Errorf("%s: CountsChapter(%q, %d) = %v", c.tag, c.title, c.n, got)
		}
	}
	l, _ := Find("de")
	if !l.CountsPart("Erster Teil", 1) || l.CountsPart("Teilnahme", 1) || l.NumberedPart("Erster", true) != "Erster Teil" || l.NumberedPart("II", false) != "Teil II" {
		t.Error("German parts")
	}
	for _, part := range []string{"sv Första delen", "sv Del ett", "da Første del", "da Anden del", "nb Andre del", "nb Tredje delen", "nn Fyrste delen",
		"is Fyrsti hluti", "fi Toinen osa", "ro Partea întâi", "ro Partea a doua", "ro Partea a II-a"} {
		tag, title, _ := strings.Cut(part, " ")
		if l, _ := Find(tag); !l.CountsPart(title, 1) {
			t.Errorf("%s: no number in %q", tag, title)
		}
	}
	l, _ = Find("fr")
	if !l.CountsPart("Première partie", 1) || !l.CountsPart("Partie III", 3) || l.CountsPart("Partie de pêche", 1) {
		t.Error("French parts")
	}
}

// TestRomanParts finds the full stop that makes an ordinal of a figure, and of a roman numeral in some languages only.
func TestRomanParts(t *testing.T) {
	for _, c := range [][3]string{{"hu", "II", "II. rész"}, {"et", "II", "II osa"}, {"et", "2", "2. osa"}, {"lv", "IV", "IV daļa"}, {"lt", "2", "2 dalis"}} {
		if l, _ := Find(c[0]); l.NumberedPart(c[1], false) != c[2] {
			t.Errorf("%s: part %s is %q, want %q", c[0], c[1], l.NumberedPart(c[1], false), c[2])
		}
	}
}

func TestUngrouped(t *testing.T) {
	l, _ := Find("pl")
	if a, b := l.Grouped(4700), l.Grouped(24700); a != "4700" || b != "24\u00A0700" {
		t.Errorf("%q %q", a, b)
	}
}
