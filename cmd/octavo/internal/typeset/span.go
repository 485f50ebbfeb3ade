package typeset

import (
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/page"
)

// Span is a stretch of text in one dress. Spaces in it are where lines may end; U+00A0 is a space where they may not.
type Span struct {
	Text     string
	Font     *Face
	Size     page.Length
	Features font.Features
	Color    page.Color
	Rise     page.Length // the baseline is raised by this
	Tracking page.Length // white added after every glyph
	Pos      diag.Pos
	Offset   int        // where Text begins in what Pos names, in bytes; Made: it is not there
	Node     *page.Node // what its items are content of; of kind Link where the span is a link

	Anchor, URL string // the span is a link
	Note        int    // 1-based: the span is the mark of that footnote; 0: it is none
	Strike      bool
	Solid       bool // not to be hyphenated

	Break   bool          // a forced line end; nothing else is set
	Picture *page.Picture // a picture standing on the baseline, Width by Height; no text
	Alt     string
	Figure  *page.Node // the picture's own node, a child of Node; nil: it is decoration
	Width   page.Length
	Height  page.Length
}

// scale turns font units into a Length at a size.
func (s *Span) scale(units int32) page.Length {
	return page.Length(units) * s.Size / page.Length(s.Font.Upem)
}

// Width is how wide text would be in the dress of a span, set solid.
func Width(text string, s Span) page.Length { return s.width(s.Font.Shape(text, s.Features)) }
