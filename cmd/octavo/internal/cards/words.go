package cards

import (
	"strings"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// leastLabel is the smallest type that card printers allow.
const leastLabel = 7 * page.Pt

// longestWords is how many bytes of words are measured: no card holds more.
const longestWords = 500

// inLines sets words in at most so many lines, as alike in length as they can be, in d or in a smaller size. Of several texts it
// takes the first that fits so, then the first that fits with words divided; if there is none, it cuts the last one off with an
// ellipsis. So it always returns lines, unless there is no text or no room for a letter, and the style they are in.
func (f *faceSetter) inLines(d textstyle.Style, measure page.Length, most int, align typeset.Alignment, texts ...string) ([]typeset.Line, textstyle.Style) {
	last := ""
	for _, text := range texts {
		if text == "" {
			continue
		}
		if last = text; len(text) > longestWords {
			continue
		}
		for d := d; ; d = smaller(d) {
			if lines := alike(d, text, measure, align); hold(lines, most) {
				return lines, d
			}
			if d.Size <= leastLabel {
				break
			}
		}
	}
	for d.Size > leastLabel {
		d = smaller(d)
	}
	divided := d
	divided.Solid = false
	for _, text := range texts {
		if text == "" || len(text) > longestWords {
			continue
		}
		if lines := alike(divided, text, measure, align); hold(lines, most) {
			return lines, divided
		}
	}
	words := strings.Fields(strings.ToValidUTF8(last[:min(len(last), longestWords)], ""))
	for n := len(words) - 1; n > 0; n-- {
		if lines := alike(divided, strings.TrimRight(strings.Join(words[:n], " "), ",;:–—.")+"…", measure, align); hold(lines, most) {
			return lines, divided
		}
	}
	if len(words) == 0 || measure < 2*d.Size || most < 1 {
		return nil, d
	}
	cut := textstyle.Shorten([]typeset.Inline{d.Span(words[0], diag.Pos{})}, measure)
	return typeset.SetParagraph(cut, typeset.Setting{Measure: measure, Align: align}), d
}

// smaller returns d in the next smaller size.
func smaller(d textstyle.Style) textstyle.Style {
	d.Size = max(leastLabel, d.Size-page.Pt/4)
	if d.Tracking > 0 {
		d.Tracking = d.Size / 16
	}
	return d
}

// hold reports whether lines are no more than so many, and none is too wide.
func hold(lines []typeset.Line, most int) bool {
	for i := range lines {
		if lines[i].Over > 0 {
			return false
		}
	}
	return len(lines) <= most
}

// bookTitle returns the book's title for one line, or its short title where that has no room for all of it, and the size in which it
// fits; or "" where neither does.
func (f *faceSetter) bookTitle(d textstyle.Style, measure page.Length) (textstyle.Style, string) {
	for _, title := range f.titles() {
		if d, ok := f.fits(d, title, measure); ok {
			return d, title
		}
	}
	return d, ""
}

// titles returns the book's title and the short one, if it has one.
func (f *faceSetter) titles() []string {
	b := &f.cfg.Book
	if b.ShortTitle == "" {
		return []string{b.Title}
	}
	return []string{b.Title, b.ShortTitle}
}

// authors returns who wrote the book, in full and in fewer words.
func (f *faceSetter) authors() []string {
	all := f.cfg.Book.Authors()
	full := strings.Join(all, ", ")
	if len(all) < 2 {
		return []string{full}
	}
	return []string{full, f.cfg.Lang.Lists.Abridged.Fill("name", all[0])}
}
