package interior

import (
	"math"
	"strconv"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// How many characters a line should hold, spaces included (R. Bringhurst, The Elements of Typographic Style, 2.1.2).
const (
	hopeless     = 25 // under it, words stand alone in their lines
	shortMeasure = 45
	longMeasure  = 75
)

// sample is text with the letters of ordinary prose, by which the characters of a line are counted.
const sample = "the tower was raised in a dry summer by masons who were paid in grain and cloth and kept a book of what each had set"

// characters returns how many characters of ordinary prose a line of a measure holds.
func (l *layout) characters(measure page.Length) int {
	width := textstyle.Width([]typeset.Inline{l.body().Span(sample, diag.Pos{})})
	return int(measure * page.Length(len(sample)) / max(width, 1))
}

// measureFault warns of lines that are too short or too long to be read with ease, where book.toml asks for another trim than the
// style's, and the lines of the style itself come nearer to what they should be. Lines that hold hardly a word are an error.
func (in *interior) measureFault() (list diag.List) {
	st, pr := in.cfg.Style, in.cfg.Print
	if st.Page.Width == pr.Width {
		return nil
	}
	n := in.layout(nil).characters(in.measure(in.inner))
	pos, end := in.cfg.Value("print.trim")
	own := strconv.FormatFloat(math.Round(float64(st.Page.Width)/float64(page.In)*100)/100, 'f', -1, 64)
	switch share := int(st.Page.Width * 100 / pr.Width); {
	case n < hopeless && share > 100:
		list.Errorf("toml-value", pos, "lines of about %d characters: the trim is too narrow for this style", n).To(end).
			Note("choose a wider trim (the style's own is %s in wide), or a style of smaller type", own)
	case n < shortMeasure && share > 100:
		list.Warnf("line-measure", pos, "lines of about %d characters, fewer than %d: the trim is narrow for this type", n, shortMeasure).To(end).
			Note("choose a wider trim (the style's own is %s in wide), or a style of smaller type", own)
	case n > longMeasure && share < 100:
		list.Warnf("line-measure", pos, "lines of about %d characters, more than %d: the trim is wide for this type", n, longMeasure).To(end).
			Note("choose a narrower trim (the style's own is %s in wide), or a style of larger type or wider margins", own)
	}
	return list
}
