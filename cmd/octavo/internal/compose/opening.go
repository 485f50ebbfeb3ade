package compose

import (
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/manuscript"
	"octavo/cmd/octavo/internal/typeset"
)

func (s *setter) titleDress() dress {
	d := s.body()
	d.size, d.solid = typeset.Length(s.style.Chapter.Size), true
	return d.faced(s.style.Chapter.Face)
}

// opening sets the head of a chapter: its number and its title, below the sink.
func (c *column) opening(number string, title []manuscript.Inline, anchor string) {
	c.anchors = append(c.anchors, anchor)
	heading := c.headingNode(1)
	set := typeset.Setting{Measure: c.textWidth, Align: aligned(c.style.Chapter.Align), Balanced: true}
	var items []typeset.Item
	y := min(typeset.Length(c.style.Chapter.Sink), c.textHeight*2/5) // on a small page the text has its share
	if number != "" {
		lines := typeset.SetParagraph([]typeset.Span{c.numeralDress().in(heading).span(number, c.pos())}, set)
		items, y = stack(items, lines, 0, y-c.leading*2, c.leading*2)
	}
	lines := typeset.SetParagraph(c.spans(title, c.titleDress().in(heading)), set)
	items, y = stack(items, lines, 0, y, typeset.Length(c.style.Chapter.Size)*6/5)
	c.row(typeset.Row{Height: ceil(y+2*c.leading, c.leading), Items: items, Notes: c.notesOf(lines)})
	c.keep()
}

// numeral is a chapter's number as the style writes it, "" for none. Words are English: in other languages, and past
// ninety-nine, figures stand in for them.
func (s *setter) numeral(n int) string {
	switch {
	case n <= 0 || s.style.Chapter.Number == config.None:
		return ""
	case s.style.Chapter.Number == config.Roman:
		return strings.ToUpper(roman(n))
	case s.style.Chapter.Number == config.Words && s.english && n < 100:
		return inWords(n)
	}
	return strconv.Itoa(n)
}

// numeralDress is how that looks.
func (s *setter) numeralDress() dress {
	d := s.body()
	d.size = d.size * 3 / 2
	switch s.style.Chapter.Number {
	case config.Roman, config.Words:
		d.size = d.size * 4 / 5
		return d.label()
	}
	return d
}

var ones = []string{"", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve", "Thirteen",
	"Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen"}

var tens = []string{"", "", "Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety"}

// inWords is n, 1 to 99, in English words.
func inWords(n int) string {
	switch {
	case n < 20:
		return ones[n]
	case n%10 == 0:
		return tens[n/10]
	}
	return tens[n/10] + "-" + strings.ToLower(ones[n%10])
}

// english says whether the book is in English, which is all that octavo can count in words in.
func (in *interior) english() bool {
	lang := strings.ToLower(in.cfg.Book.Language)
	return lang == "en" || strings.HasPrefix(lang, "en-")
}
