package lang

import "testing"

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
		if got := English.CountsChapter(c.title, c.n); got != c.want {
			t.Errorf("CountsChapter(%q, %d) = %v", c.title, c.n, got)
		}
	}
	for title, want := range map[string]bool{"Part One": true, "PART II: Home": true, "Parting": false, "Part of It": false, "Book One": false} {
		if got := English.CountsPart(title, 3); got != want {
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
