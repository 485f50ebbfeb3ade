package interior

import (
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// How many characters a line should hold, spaces included (R. Bringhurst, The Elements of Typographic Style, 2.1.2).
const (
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
// style's, and the lines of the style itself come nearer to what they should be.
func (in *interior) measureFault() (list diag.List) {
	st, pr := in.cfg.Style, in.cfg.Print
	if st.Page.Width == pr.Width {
		return nil
	}
	n := in.layout(nil).characters(in.measure(in.inner))
	pos, end := in.cfg.Value("print.trim")
	switch share := int(st.Page.Width * 100 / pr.Width); { // the style's own measure is in the same proportion to its page
	case n < shortMeasure && share > 100:
		list.Warnf("line-measure", pos, "lines of about %d characters, fewer than %d: the trim is narrow for this type", n, shortMeasure).To(end).
			Note("choose a wider trim, or a style of smaller type")
	case n > longMeasure && share < 100:
		list.Warnf("line-measure", pos, "lines of about %d characters, more than %d: the trim is wide for this type", n, longMeasure).To(end).
			Note("choose a narrower trim, or a style of larger type or wider margins")
	}
	return list
}
