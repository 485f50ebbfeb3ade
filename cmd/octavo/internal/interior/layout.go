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
	"octavo/cmd/octavo/internal/xref"
)

// layout sets one chapter, or another division of the book, as a galley. Layouts share only data that is not modified, so
// that they can run concurrently.
type layout struct {
	fonts                 *textstyle.Fonts
	style                 *config.Style
	cfg                   *config.Config // has the kinds of entries
	textWidth, textHeight page.Length    // of the text block, or of one of its columns
	blockWidth            page.Length    // of the text block
	book                  *xref.Index
	chapter               *book.Chapter

	folio      func(id string) string // the folio of an anchor, as far as it is known
	used       map[string]string      // the folios that went into the text, by anchor
	lang       *lang.Language         // of the book
	tree       *page.Node             // the structure of what is set; nil: it has none
	base       int                    // the level of its title among the book's headings
	faults     diag.List              // typographic warnings
	source     *book.Tracer           // finds their places; nil until there is one
	notes      *notePlan              // of the chapter; nil: no marks of notes are set
	again      map[string]againMark   // marks of notes that have been marked before, by their anchors
	labels     noteLabels             // what marks them
	links      string                 // what becomes of their addresses
	plates     []string               // pictures that fill a page of their own
	platePages []pageBody             // those of this chapter, to stand at its end
	tables     int                    // that are turned sideways on pages of their own
	side       typeset.Side           // of its first page
	typed      bool                   // of a typescript: every paragraph is indented, and none is set longer or shorter to fill a page
}

// page returns the folio of an anchor for the text, and records it, so that the chapter is set again when it changes.
func (l *layout) page(id string) string { return l.lang.InDigits(l.pageLabel(id)) }

// pageLabel returns the label of that page: its folio in the digits 0 to 9.
func (l *layout) pageLabel(id string) string {
	f := l.folio(id)
	if l.used == nil {
		l.used = map[string]string{}
	}
	l.used[id] = f
	return f
}

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
