package interior

import (
	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/hyphen"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// layout sets one chapter, or another division of the book, as a galley. Layouts share only data that is not modified, so
// that they can run concurrently.
type layout struct {
	fonts                 *textstyle.Fonts
	style                 *config.Style
	cfg                   *config.Config // has the kinds of entries
	textWidth, textHeight page.Length    // of the text block, or of one of its columns
	blockWidth            page.Length    // of the text block
	book                  *asker         // what it reads of the rest of the book
	chapter               *book.Chapter

	lang       *lang.Language       // of the book
	tree       *page.Node           // the structure of what is set; nil: it has none
	base       int                  // the level of its title among the book's headings
	faults     diag.List            // typographic warnings
	source     *book.Tracer         // finds their places; nil until there is one
	notes      *notePlan            // of the chapter; nil: no marks of notes are set
	again      map[string]againMark // marks of notes that have been marked before, by their anchors
	labels     noteLabels           // what marks them
	paragraphs *typeset.Memo        // of settings of the book before; nil: what is set is not kept
	drafts     bool                 // they are set like other entries
	links      string               // what becomes of their addresses
	plates     []string             // pictures that fill a page of their own
	platePages []pageBody           // those of this chapter, to stand at its end
	tables     int                  // that are turned sideways on pages of their own
	side       typeset.Side         // of its first page
	typed      bool                 // of a typescript: every paragraph is indented, and none is set longer or shorter to fill a page
}

// page returns the folio of an anchor for the text.
func (l *layout) page(id string) string { return l.lang.InDigits(l.book.folio(id)) }

// grid returns the distance between baselines.
func (l *layout) grid() page.Length { return page.Length(l.style.Text.Leading) }

// body returns the style of running text.
func (l *layout) body() textstyle.Style {
	return textstyle.Style{Fonts: l.fonts, Size: page.Length(l.style.Text.Size), Features: textstyle.Figures(l.style), Color: page.Black}
}

// align returns the alignment of running text.
func (l *layout) align() typeset.Alignment {
	if l.style.Text.Align == config.Ragged {
		return typeset.RaggedRight
	}
	return typeset.Justified
}

// fit returns whether running text is justified.
func (l *layout) fit() lineFit {
	if l.align() == typeset.Justified {
		return justified
	}
	return unjustified
}

// hyphenator returns the hyphenator, or nil where the style does not hyphenate.
func (l *layout) hyphenator() *hyphen.Hyphenator {
	if !l.style.Text.Hyphenate {
		return nil
	}
	return l.fonts.Hyphenator
}

// aligned returns the alignment that a style names.
func aligned(name string) typeset.Alignment {
	if name == config.Centered {
		return typeset.Centered
	}
	return typeset.RaggedRight
}

// newParagraph is [typeset.NewParagraph] with what is kept of paragraphs.
func (l *layout) newParagraph(spans []typeset.Inline, set typeset.Setting) *typeset.Paragraph {
	set.Memo = l.paragraphs
	return typeset.NewParagraph(spans, set)
}

// setParagraph is [typeset.SetParagraph] with what is kept of paragraphs.
func (l *layout) setParagraph(spans []typeset.Inline, set typeset.Setting) []typeset.Line {
	p := l.newParagraph(spans, set)
	return p.Lines(p.Settle([]typeset.Breaks{p.Best()})[0])
}
