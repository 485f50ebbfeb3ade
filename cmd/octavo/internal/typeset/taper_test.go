package typeset

import (
	"math/rand/v2"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/page"
)

// tapered breaks a text whose letters are all ten wide.
func tapered(text string, measure page.Length) string {
	words := strings.Fields(text)
	widths := make([]page.Length, len(words))
	for i, w := range words {
		widths[i] = page.Length(10 * len(w))
	}
	var lines []string
	from := 0
	for _, to := range Taper(widths, 5, measure) {
		lines = append(lines, strings.Join(words[from:to], " "))
		from = to
	}
	return strings.Join(lines, " / ")
}

func TestTaper(t *testing.T) {
	for _, test := range []struct {
		text    string
		measure page.Length
		want    string
	}{
		{"", 300, ""},
		{"Bells", 20, "Bells"},
		{"On bells", 300, "On bells"},
		{"Memes and Metaphors for a Better Life in Sales", 240, "Memes and Metaphors / for a Better Life / in Sales"},
		{"The keeping of lamps and the trimming of wicks along the coast", 290, "The keeping of lamps / and the trimming / of wicks along / the coast"},
		{"a Donaudampfschiff", 100, "a / Donaudampfschiff"}, // no way narrows
	} {
		if got := tapered(test.text, test.measure); got != test.want {
			t.Errorf("%q: %s, not %s", test.text, got, test.want)
		}
	}
}

// Whatever the words, all are there and the lines narrow, or they are as full as they can be.
func TestTaperAll(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 11))
	for range 500 {
		widths := make([]page.Length, 1+r.IntN(20))
		for i := range widths {
			widths[i] = page.Length(5 + r.IntN(90))
		}
		ends := Taper(widths, 5, 150)
		full := fill(widths, 5, 150)
		if ends[len(ends)-1] != len(widths) {
			t.Fatalf("%v: lines end at %v", widths, ends)
		}
		from, before, narrows := 0, page.Length(1<<30), true
		for _, to := range ends {
			w := page.Length(-5)
			for _, x := range widths[from:to] {
				w += x + 5
			}
			narrows = narrows && w < before && w <= 150
			from, before = to, w
		}
		if !narrows && !equal(ends, full) {
			t.Fatalf("%v: lines end at %v", widths, ends)
		}
	}
}

func equal(a, b []int) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
