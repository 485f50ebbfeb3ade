package config

import (
	"testing"

	"octavo/cmd/octavo/internal/lang"
)

func TestNumbersOfChaptersAndParts(t *testing.T) {
	style := func(number, align string) *Style {
		s := &Style{}
		s.Chapter.Number, s.Chapter.Align = number, align
		return s
	}
	for _, c := range []struct {
		style         *Style
		n             int
		language      string
		chapter, part string
	}{
		{style(Arabic, Left), 14, "en", "14", "Part 14"},
		{style(Arabic, Centered), 14, "en", "14", "Part XIV"},
		{style(Roman, Left), 49, "en", "XLIX", "Part XLIX"},
		{style(Words, Left), 21, "en-GB", "Twenty-one", "Part Twenty-one"},
		{style(Words, Left), 40, "en", "Forty", "Part Forty"},
		{style(Words, Centered), 3, "de", "Drei", "Dritter Teil"},
		{style(Arabic, Centered), 3, "de", "3", "Teil III"},
		{style(Words, Centered), 3, "xx", "3", "Part III"},
		{style(Words, Centered), 100, "en", "100", "Part C"},
		{style(None, Centered), 2, "en", "", "Part II"},
		{nil, 2, "en", "2", "Part II"},
	} {
		l, _ := lang.Find(c.language)
		if got := c.style.ChapterNumber(c.n, l); got != c.chapter {
			t.Errorf("chapter %d is %q, want %q", c.n, got, c.chapter)
		}
		if got := c.style.PartNumber(c.n, l); got != c.part {
			t.Errorf("part %d is %q, want %q", c.n, got, c.part)
		}
	}
	if got := style(Arabic, Left).ChapterNumber(0, lang.English()); got != "" {
		t.Errorf("a chapter without a number has %q", got)
	}
}
