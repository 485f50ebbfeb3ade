package docx

import "octavo/cmd/octavo/internal/book"

// The measures of verse in twips: an em of the text, and the indent of what a line turns over.
const (
	em        = 240
	verseTurn = 2 * em
	stanzaGap = 480
)

// verse writes every line as a paragraph, so that what it turns over hangs. The first two lines of a stanza stay together,
// and so do the last two.
func (d *document) verse(v *book.Verse, c context) {
	style := c.style
	if style == "" {
		style = "Verse"
	}
	for i, s := range v.Stanzas {
		for k, l := range s.Lines {
			p := paragraph{style: style, pos: l.Pos, right: c.right, hanging: verseTurn,
				left: c.left + l.Indent*em/100 + verseTurn, keep: k+1 < len(s.Lines) && (k == 0 || k == len(s.Lines)-2)}
			if i > 0 && k == 0 {
				p.before = stanzaGap
			}
			d.paragraph(p, func() { d.inlines(l.Text, runStyle{}) })
		}
	}
}

// beginsWithVerse reports whether a quotation does.
func beginsWithVerse(q *book.Quote) bool {
	if len(q.Blocks) == 0 {
		return false
	}
	_, ok := q.Blocks[0].(*book.Verse)
	return ok
}
