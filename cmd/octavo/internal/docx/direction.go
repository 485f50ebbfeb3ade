package docx

import (
	"bytes"
	"strings"
	"unicode"

	"octavo/cmd/octavo/internal/bidi"
)

// A word processor orders a line by the algorithm of package bidi, but takes from the file which paragraphs are written from the
// right (w:bidi) and which runs are (w:rtl): their font, bold and italic are those of complex scripts then. A paragraph's sides need
// nothing: in one that is written from the right, "left" is where its lines begin.

// piece is a run as it was written: where it stands in the part, and what it says.
type piece struct {
	from, to int
	text     string
	style    runStyle
}

// pieceMarks are the isolates around code, which is written from the left whatever surrounds it.
const (
	beginCode = "\u2066"
	endCode   = "\u2069"
)

// order gives the paragraph that ends here its direction, and divides its runs where the direction of the letters changes: at is
// where w:bidi belongs among its properties.
func (d *document) order(style string, at int) {
	rightward := d.base == bidi.LeftToRight
	for _, p := range d.pieces {
		rightward = rightward && !bidi.Has(p.text)
	}
	if rightward {
		return
	}
	d.fromRight = true
	var all strings.Builder
	for _, p := range d.pieces {
		if p.style.code {
			all.WriteString(beginCode + p.text + endCode)
		} else {
			all.WriteString(p.text)
		}
	}
	text, base := all.String(), bidi.LeftToRight
	if style != "Code" {
		base = bidi.Of(text, d.base)
	}
	written, pieces := bytes.Clone(d.Bytes()[at:]), d.pieces
	d.Truncate(at)
	if base == bidi.RightToLeft {
		const mark = "<w:bidi/>"
		d.WriteString(mark)
		d.lastPPr += len(mark)
	}
	runs := bidi.Runs(text, base)
	done, begin := 0, 0
	for _, p := range pieces {
		d.Write(written[done : p.from-at])
		done = p.to - at
		if p.style.code {
			begin += len(beginCode)
		}
		end := begin + len(p.text)
		runs = d.divide(p, text, begin, runs)
		if begin = end; p.style.code {
			begin += len(endCode)
		}
	}
	d.Write(written[done:])
}

// divide writes a piece, which begins at a byte of the paragraph's text, as one run for each direction. It returns the levels from
// the one at the end of the piece on.
func (d *document) divide(p piece, text string, begin int, levels []bidi.Run) []bidi.Run {
	end := begin + len(p.text)
	from, fromRight := begin, false
	write := func(to int) {
		f := p.style
		if f.fromRight = fromRight; fromRight {
			f.lang = d.languageOf(text[from:to], f.lang)
		}
		d.letterRun(text[from:to], f)
		from = to
	}
	for begin < end {
		for levels[0].To <= begin {
			levels = levels[1:]
		}
		to := min(levels[0].To, end)
		// Figures in such a run stand in the font of the letters around them; they are written from the left all the same.
		right := levels[0].Level.IsRight() || levels[0].Level > 0 && !p.style.code && !bidi.Strong(text[begin:to])
		if begin > from && right != fromRight {
			write(begin)
		}
		fromRight = right
		begin = to
	}
	write(end)
	return levels
}

// languageOf returns the language of a run that is written from the right: the one that its author gave it, the book's, or by its
// letters.
func (d *document) languageOf(text, marked string) string {
	if bidi.OfLanguage(marked) == bidi.RightToLeft {
		return marked
	}
	if d.base == bidi.RightToLeft && d.cfg != nil {
		return d.cfg.Book.Language
	}
	for _, r := range text {
		if unicode.Is(unicode.Hebrew, r) {
			return "he"
		} else if unicode.Is(unicode.Arabic, r) {
			return "ar"
		}
	}
	return ""
}

// alone returns a paragraph that stands outside the text, in a header or a footer.
func alone(base bidi.Level, style string, text func(*document)) string {
	d := &document{base: base, part: &part{}}
	d.paragraph(paragraph{style: style}, func() { text(d) })
	return strings.TrimSuffix(d.String(), "\n")
}

// forComplexScripts gives what a style says of its letters to those of complex scripts too.
func forComplexScripts(run string) string {
	run = strings.ReplaceAll(run, "<w:b/>", "<w:b/><w:bCs/>")
	run = strings.ReplaceAll(run, "<w:i/>", "<w:i/><w:iCs/>")
	if _, size, ok := strings.Cut(run, "<w:sz "); ok {
		size, _, _ = strings.Cut(size, "/>")
		run = strings.Replace(run, "<w:sz "+size+"/>", "<w:sz "+size+"/><w:szCs "+size+"/>", 1)
	}
	return run
}
