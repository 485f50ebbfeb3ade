package hyphen

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/unicode/norm"

	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/timing"
)

// read returns the patterns of a file.
func read(t testing.TB, name string) []byte {
	data, err := os.ReadFile(filepath.Join(folder, name+".txt"))
	if err != nil {
		data, err = os.ReadFile(filepath.Join(folder, name+".txt.gz"))
	}
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// hyphenator returns one with the least letters that most languages have.
func hyphenator(t testing.TB, tag string) *Hyphenator {
	l := &lang.Language{Tag: tag}
	l.Rules.Hyphenation = lang.Hyphenation{Before: 2, After: 2}
	h, err := New(l, read(t, tag), nil)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// shown returns a word with hyphens where it is divided, spelled as it is then.
func shown(h *Hyphenator, word string) string {
	var b strings.Builder
	at := 0
	for _, d := range h.Points(word) {
		b.WriteString(word[at:d.At] + d.Before + "-" + d.After)
		at = d.To
	}
	return b.String() + word[at:]
}

// TestEnglish holds the divisions of TeX, \lefthyphenmin=2 \righthyphenmin=3.
func TestEnglish(t *testing.T) {
	exceptions, err := os.ReadFile(filepath.Join(folder, "en-us-exceptions.txt"))
	if err != nil {
		t.Fatal(err)
	}
	h, err := New(lang.English(), read(t, "en-us"), exceptions)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range strings.Fields("hy-phen-ation man-age-ment democ-racy as-so-ciate ta-ble present project of-fice com-puter" +
		" al-go-rithm ta-ble-spoon the phil-an-thropic ty-pog-ra-phy to-ward") {
		if got := shown(h, strings.ReplaceAll(want, "-", "")); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

// TestDivisions holds what a language does with its own letters and spellings: a word, and how it is divided.
func TestDivisions(t *testing.T) {
	for tag, words := range map[string]string{
		"de": "Straße Stra-ße STRASSE STRAS-SE Strassenbahn Stras-sen-bahn Fussball Fuss-ball aussergewöhnlich aus-ser-ge-wöhn-lich Schifffahrt" +
			" Schiff-fahrt Zucker Zu-cker Meister Meis-ter Größe Grö-ße GRÖẞE GRÖ-ẞE Verſtand Ver-ſtand",
		"fr": "l'eau l'eau aujourd'hui au-jour-d'hui d'être d'être l’amour l’amour l’éternité l’éter-ni-té quelqu’un quel-qu’un",
		"it": "dell’acqua del-l’ac-qua dall'inizio dal-l'ini-zio l'amore l'amo-re",
		"uk": "п'ятниця п'ятни-ця комп’ютер ком-п’ютер",
		"ca": "col·lecció col-lec-ció paral·lel pa-ral-lel intel·ligència in-tel-li-gèn-cia coŀlecció col-lec-ció caràcter ca-ràc-ter",
		"hu": "asszony asz-szony könnyű köny-nyű mennyi meny-nyi vissza visz-sza királlyal ki-rály-lyal asszonnyal asz-szony-nyal briddzsel" +
			" brid-dzsel másszor más-szor meggyón meg-gyón arccsont arc-csont gally gally menny menny",
		"nl": "zeeën zee-en coördinatie co-or-di-na-tie reünie re-u-nie geïnd ge-ind efficiënt ef-fi-ci-ent minuutje mi-nuut-je REÜNIE RE-U-NIE",
		"sv": "tillåta till-lå-ta tillägg till-lägg tuggummi tugg-gum-mi topplats topp-lats",
		"nb": "busstopp buss-stopp nattog natt-tog trafikkork tra-fikk-kork tillate til-la-te",
		"tr": "İSTANBUL İS-TAN-BUL kitapçılık ki-tap-çı-lık ısırgan ısır-gan ISIRGAN ISIR-GAN",
		"el": "άνθρωπος άν-θρω-πος ἄνθρωπος ἄν-θρω-πος ἀλλὰ ἀλ-λὰ ΑΝΘΡΩΠΟΣ ΑΝ-ΘΡΩ-ΠΟΣ διαμερίσματα δια-με-ρί-σμα-τα",
		"ro": "constant con-stant instrument in-stru-ment funcțional func-ți-o-nal punctaj punc-taj poezie po-e-zie ploaie ploa-ie pomi pomi negri" +
			" ne-gri fiinţă fi-in-ţă cunoștințe cu-noș-tin-țe astăzi as-tăzi",
		"ru": "за́мок за́-мок человек че-ло-век подъезд подъ-езд",
		"cs": "podzim pod-zim nejlepší nej-lep-ší",
		"pl": "czerwony czer-wo-ny ekstraordynaryjny eks-tra-or-dy-na-ryj-ny",
	} {
		h := hyphenator(t, tag)
		list := strings.Fields(words)
		for i := 0; i < len(list); i += 2 {
			if got := shown(h, list[i]); got != list[i+1] {
				t.Errorf("%s: %s, want %s", tag, got, list[i+1])
			}
			if got := norm.NFC.String(shown(h, norm.NFD.String(list[i]))); got != norm.NFC.String(list[i+1]) {
				t.Errorf("%s, marks apart: %s, want %s", tag, got, list[i+1])
			}
		}
	}
}

// TestLeastLetters holds that a language's own numbers of letters are kept, at the end and in words of last resort.
func TestLeastLetters(t *testing.T) {
	l := &lang.Language{Tag: "fr"}
	l.Rules.Hyphenation = lang.Hyphenation{Before: 2, After: 3}
	h, err := New(l, read(t, "fr"), nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := shown(h, "éternité"); got != "éter-nité" {
		t.Error(got)
	}
	if got := len(h.LastPoints("éternité")); got != 2 {
		t.Errorf("%d divisions of last resort", got)
	}
}

// TestLongWords holds that the time for a word grows with its length alone.
func TestLongWords(t *testing.T) {
	timing.Unraced(t)
	h := hyphenator(t, "hu")
	for _, word := range []string{strings.Repeat("a", 200_000), strings.Repeat("megszentségteleníthetetlen", 8_000)} {
		if start := time.Now(); len(h.Points(word)) < 1000 && word[0] == 'm' || time.Since(start) > 5*time.Second {
			t.Errorf("%d letters take %v", len(word), time.Since(start))
		}
	}
}

// TestFirstUse holds what the patterns of a language cost when they are first used, and that each has some.
func TestFirstUse(t *testing.T) {
	timing.Unraced(t)
	files, err := filepath.Glob(filepath.Join(folder, "*.txt*"))
	if err != nil || len(files) < 30 {
		t.Fatal(files, err)
	}
	const most = 15 * time.Millisecond
	size := int64(0)
	for _, file := range files {
		info, err := os.Stat(file)
		if err != nil {
			t.Fatal(err)
		}
		size += info.Size()
		name, _, _ := strings.Cut(filepath.Base(file), ".")
		if strings.HasSuffix(name, "-exceptions") || strings.ToUpper(name) == name {
			continue
		}
		data, best := read(t, name), time.Hour
		for try := 0; try < 6 || best > most && try < 60; try++ { // other tests run beside this one
			start := time.Now()
			if p, err := ReadPatterns(data); err != nil || len(p.nodes) < 100 {
				t.Fatal(name, err)
			}
			best = min(best, time.Since(start))
		}
		if best > most {
			t.Errorf("%s: %v to read, more than %v", name, best, most)
		}
	}
	if size > 1<<20 {
		t.Errorf("the patterns have %d bytes", size)
	}
}

// TestSources holds that every language that has a file has it from where the notice says.
func TestSources(t *testing.T) {
	notice, err := os.ReadFile(filepath.Join(folder, "NOTICE.txt"))
	if err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob(filepath.Join(folder, "*.txt*"))
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".gz")
		if name != "NOTICE.txt" && !strings.Contains(string(notice), name) {
			t.Errorf("the notice does not name %s", name)
		}
	}
	for _, l := range lang.Languages() {
		if p := l.Rules.Hyphenation.Patterns; p != "" && !slices.ContainsFunc(files, func(f string) bool { return strings.HasPrefix(filepath.Base(f), filepath.Base(p)) }) {
			t.Errorf("%s: no file %s", l.Tag, p)
		}
	}
}

// FuzzPoints holds that divisions stand in a word, in order and between its letters, whatever the word.
func FuzzPoints(f *testing.F) {
	for _, word := range []string{"asszony", "col·lecció", "l'eau", "e\u0301te\u0301", "ŀl", "\xff\xfe", "a·l·l·a", "\u0301t\xf4\xf4\xf4\xf4\xf4\u0301"} {
		f.Add(word)
	}
	list := []*Hyphenator{hyphenator(f, "fr"), hyphenator(f, "ca"), hyphenator(f, "nl"), hyphenator(f, "tr"), hyphenator(f, "hu")}
	f.Fuzz(func(t *testing.T, word string) {
		for _, h := range list {
			at := 0
			for _, d := range h.LastPoints(word) {
				if d.At < at || d.To < d.At || d.To > len(word) || d.At == 0 {
					t.Fatalf("%q: %+v after %d", word, d, at)
				}
				at = d.To
			}
		}
	})
}
