package cover

import (
	"unicode"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/coverdesign"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// What a spine says, and in which sizes it fits into a [strip]; where on the sheet that stands is not known here.

const (
	leastSpine = 6 * page.Pt  // no type of a spine is smaller
	mostSpine  = 42 * page.Pt // nor larger
)

// spineLine is a line along a spine, or several, with the extent of its ink across.
type spineLine struct {
	items       []page.Item // from the left end and the first baseline
	width       page.Length
	top, bottom page.Length // of its letters
	size        page.Length
}

func (l *spineLine) ink() page.Length { return l.bottom - l.top }

// line sets words on one line.
func (w *wrapper) spineLine(words coverdesign.Words, d textstyle.Style) (l spineLine) {
	d.Node = words.Node
	span := d.Span(words.Text, words.Pos)
	for _, set := range typeset.SetParagraph([]typeset.Inline{span}, typeset.Setting{Measure: 1 << 40, Align: typeset.RaggedRight}) {
		l.items, l.width = append(l.items, set.Items...), max(l.width, set.Width)
	}
	l.size = d.Size
	w.Pressed(l.items, l.size)
	l.top, l.bottom = inkBand(l.items)
	return l
}

// inkBand returns how high the letters of lines stand above the first baseline and how deep below it. Signs of punctuation do not count:
// a comma's tail would push a whole line aside.
func inkBand(items []page.Item) (top, bottom page.Length) {
	first := true
	for _, it := range items {
		t, ok := it.(*page.Text)
		if !ok {
			continue
		}
		for i, g := range t.Glyphs {
			if !letters(t, i) {
				continue
			}
			one := *t
			one.Glyphs = []page.Glyph{g}
			b := page.InkBox(&one)
			if b.H == 0 {
				continue
			}
			if first {
				top, bottom, first = b.Y, b.Y+b.H, false
			}
			top, bottom = min(top, b.Y), max(bottom, b.Y+b.H)
		}
	}
	return top, bottom
}

// letters reports whether the ith glyph of a text stands for a letter or a figure.
func letters(t *page.Text, i int) bool {
	for _, r := range t.Text[t.Glyphs[i].At:] {
		return unicode.IsLetter(r) || unicode.IsNumber(r)
	}
	return false
}

// spineSet is what stands on a spine.
type spineSet struct {
	strip
	author, title, publisher spineLine
}

// spineLines sets the parts in the largest sizes that a strip has room for: with the title in full, with the short title, without the
// publisher, and without the author.
func (w *wrapper) spineLines(s strip, node *page.Node) (best spineSet, ok bool) {
	author, title, publisher := w.Authors(node), w.Title(nil), coverdesign.Words{}
	if w.deviceBox().H == 0 {
		publisher = w.Publisher(node)
	}
	title.Node = node.Add(page.NodeParagraph)
	titles := []coverdesign.Words{title}
	if short := w.cfg.Book.ShortTitle; short != "" {
		titles = append(titles, coverdesign.Words{Text: short, Pos: w.cfg.Where("book.short_title"), Node: title.Node})
	}
	none := coverdesign.Words{}
	for _, rest := range [][2]coverdesign.Words{{author, publisher}, {author, none}, {none, none}} {
		for _, t := range titles {
			set, fits := w.spineFit(s, rest[0], t, rest[1])
			if fits && (!ok || set.title.size > best.title.size*14/10) { // the full title may be somewhat smaller
				best, ok = set, true
			}
		}
		if ok {
			return best, true
		}
	}
	return best, false
}

// spineFit sets parts in the largest sizes in which they fit, with the title in the face that it has on the front or else in small
// capitals, which need less room across.
func (w *wrapper) spineFit(s strip, author, title, publisher coverdesign.Words) (set spineSet, ok bool) {
	for _, face := range []string{w.TitleFace(), config.SmallCaps} {
		for size := page.Length(mostSpine); size >= leastSpine; size -= page.Pt / 4 {
			t := w.spineLine(title, w.Text(face, size, s.ink))
			if t.ink() > s.across || t.size < leastSpine {
				continue
			}
			for part := page.Length(70); part >= 50; part -= 10 {
				if set, ok = w.beside(spineSet{strip: s, title: t}, author, publisher, size*part/100); ok {
					return set, true
				}
			}
		}
	}
	return set, false
}

// beside sets the author and the publisher in a size beside a title, and reports whether all fit.
func (w *wrapper) beside(set spineSet, author, publisher coverdesign.Words, size page.Length) (spineSet, bool) {
	face := config.SmallCaps
	if w.Name == config.Halftone || w.Name == config.Poster {
		face = config.Bold
	}
	least := leastSpine * 5 / 4 // small capitals look smaller than they are
	d := w.Text(face, max(size, least), set.ink)
	set.author = w.spineLine(author, d)
	small := size * 8 / 10
	if set.main != set.foot { // it need not give way to the author
		small = min(set.title.size*55/100, max(size, least))
	}
	d = w.Text(face, max(small, least), set.footInk)
	set.publisher = w.spineLine(publisher, d)
	if max(set.author.ink(), set.publisher.ink()) > set.across {
		return set, false
	}
	gap := set.title.size * 3 / 2
	used := joined(gap, set.author.width, set.title.width)
	if set.main == set.foot {
		return set, joined(gap, used, set.publisher.width) <= set.main.length()
	}
	return set, used <= set.main.length() && set.publisher.width <= set.foot.length()
}

// joined returns the length of parts with white between them.
func joined(gap page.Length, parts ...page.Length) (n page.Length) {
	for _, l := range parts {
		if l > 0 && n > 0 {
			n += gap
		}
		n += l
	}
	return n
}
