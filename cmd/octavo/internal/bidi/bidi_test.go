package bidi

import (
	"bufio"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/unicode/bidi"
)

// The lines of testdata/BidiCharacterTest.txt are a sample of Unicode's test of that name; OCTAVO_BIDI_TEST may name the whole.
func TestConformance(t *testing.T) {
	name := "testdata/BidiCharacterTest.txt"
	if whole := os.Getenv("OCTAVO_BIDI_TEST"); whole != "" {
		name = whole
	}
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines, failed := 0, 0
	for sc := bufio.NewScanner(f); sc.Scan(); {
		line := sc.Text()
		if line == "" || line[0] == '#' {
			continue
		}
		lines++
		if got, want := conform(t, line); got != want {
			if failed++; failed < 20 {
				t.Errorf("%s\n got %s", line, got)
			}
		}
	}
	if lines < 100 {
		t.Errorf("%d lines", lines)
	}
	t.Logf("%d of %d lines fail", failed, lines)
}

// conform resolves a line of BidiCharacterTest.txt, and returns the levels and the order found and expected.
func conform(t *testing.T, line string) (got, want string) {
	t.Helper()
	field := strings.Split(line, ";")
	var text []rune
	for _, hex := range strings.Fields(field[0]) {
		n, err := strconv.ParseUint(hex, 16, 32)
		if err != nil {
			t.Fatal(err)
		}
		text = append(text, rune(n))
	}
	base := Level(0)
	switch field[1] {
	case "1":
		base = 1
	case "2":
		p := newParagraph(text, 0)
		base = p.firstStrong(0, len(text))
	}
	p := newParagraph(text, base)
	levels := trailing(p, Levels(text, base))
	var kept []Level
	var at []int
	var words []string
	for i, c := range p.written {
		if removed(c) {
			words = append(words, "x")
			continue
		}
		words = append(words, strconv.Itoa(int(levels[i])))
		kept, at = append(kept, levels[i]), append(at, i)
	}
	var order []string
	for _, k := range Order(kept) {
		order = append(order, strconv.Itoa(at[k]))
	}
	got = strconv.Itoa(int(base)) + ";" + strings.Join(words, " ") + ";" + strings.Join(order, " ")
	return got, field[2] + ";" + field[3] + ";" + field[4]
}

func TestRuns(t *testing.T) {
	for _, c := range []struct {
		text string
		base Level
		want []Run
	}{
		{"plain", 0, []Run{{0, 5, 0}}},
		{"a אב c", 0, []Run{{0, 2, 0}, {2, 6, 1}, {6, 8, 0}}},
		{"אב 12 גד", 1, []Run{{0, 5, 1}, {5, 7, 2}, {7, 12, 1}}},
		{"", 1, nil},
	} {
		if got := Runs(c.text, c.base); !slices.Equal(got, c.want) {
			t.Errorf("Runs(%q, %d) = %v, want %v", c.text, c.base, got, c.want)
		}
	}
}

func TestOf(t *testing.T) {
	for _, c := range []struct {
		text string
		book Level
		want Level
	}{
		{"English", LeftToRight, LeftToRight},
		{"שלום is the word for peace", LeftToRight, LeftToRight},
		{"“שלום עולם”", LeftToRight, RightToLeft},
		{"He said שלום עולם ומלואו", LeftToRight, LeftToRight},
		{"Octavo היא תוכנה לספרים", RightToLeft, RightToLeft},
		{"An English sentence, with שלום", RightToLeft, LeftToRight},
		{"12 — 13", RightToLeft, RightToLeft},
	} {
		if got := Of(c.text, c.book); got != c.want {
			t.Errorf("Of(%q, %d) = %d, want %d", c.text, c.book, got, c.want)
		}
	}
}

func TestHas(t *testing.T) {
	for text, want := range map[string]bool{"": false, "a — “b” é ✓ 漢字 Ω": false, "שלום": true, "a سلام": true, "\u202Eabc": true, "\u200Fa": true} {
		if got := Has(text); got != want {
			t.Errorf("Has(%q) = %v", text, got)
		}
	}
}

// Every character has one place in the order, and the order is stable.
func FuzzOrder(f *testing.F) {
	f.Add("a אב 12 (ג) \u202Bد\u202C", true)
	f.Add("\u2067\u2068א\u2069a", false)
	f.Fuzz(func(t *testing.T, text string, right bool) {
		base := LeftToRight
		if right {
			base = RightToLeft
		}
		runes := []rune(text)
		levels := Levels(runes, base)
		if len(levels) != len(runes) {
			t.Fatalf("%d levels of %d characters", len(levels), len(runes))
		}
		order := Order(levels)
		seen := make([]bool, len(runes))
		for _, i := range order {
			if seen[i] {
				t.Fatalf("character %d twice", i)
			}
			seen[i] = true
		}
		if !slices.Equal(order, Order(levels)) {
			t.Fatal("order differs")
		}
		at := 0
		for _, r := range Runs(text, base) {
			if r.From != at || r.To <= r.From {
				t.Fatalf("run %v after %d", r, at)
			}
			at = r.To
		}
		if at != len(text) {
			t.Fatalf("runs end at %d of %d", at, len(text))
		}
	})
}

// trailing applies rule L1 to a paragraph on one line. Lines of type never hold what it resets, but where they end.
func trailing(p *paragraph, levels []Level) []Level {
	end := true
	for i := len(levels) - 1; i >= 0; i-- {
		switch c := p.written[i]; {
		case c == bidi.B || c == bidi.S:
			levels[i], end = p.base, true
		case c == bidi.WS || isInitiator(c) || c == bidi.PDI:
			if end {
				levels[i] = p.base
			}
		case removed(c):
		default:
			end = false
		}
	}
	return levels
}
