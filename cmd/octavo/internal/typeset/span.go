package typeset

import (
	"octavo/cmd/octavo/internal/bidi"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/page"
)

// Inline is an element of a paragraph: *Span, *InlinePicture, *Box or Break.
type Inline interface{ inline() }

// Span is a run of text in one style. A line may end at any space in it except U+00A0.
type Span struct {
	Text     string
	Font     *Face
	Size     page.Length
	Features font.Features
	Color    page.Color
	Rise     page.Length // the baseline is raised by this
	Tracking page.Length // white added after every glyph
	Strike   bool
	Under    bool // a rule stands under it
	Marked   bool // a tint lies behind it
	Solid    bool // not to be hyphenated
	level    bidi.Level
	joins    neighbours
	made     bool // Text stands for glyphs that are made of others, see figures
	Verbatim bool // every space counts, and no line ends at one

	Link
	Name   string     // of an anchor where the span begins; "" for none
	Note   int        // 1-based: the span is the mark of that footnote; 0: it is none
	Node   *page.Node // what its items are content of; of kind Link where the span is a link
	Pos    diag.Pos
	Offset int // where Text begins in what Pos names, in bytes; Made: it is not there
}

// InlinePicture is a picture on the baseline.
type InlinePicture struct {
	Picture       *page.Picture
	Width, Height page.Length
	Alt           string

	Link
	Node   *page.Node
	Figure *page.Node // the picture's own node, a child of Node; nil: it is decoration
	Pos    diag.Pos
	level  bidi.Level
}

// Break is a forced line end.
type Break struct{}

func (*Span) inline()          {}
func (*InlinePicture) inline() {}
func (Break) inline()          {}

// Link is the target of an inline; both fields are empty where it is not a link.
type Link struct{ Anchor, URL string }

// isLink reports whether the link has a target.
func (l Link) isLink() bool { return l != Link{} }

// rules returns the rules of the language of a span.
func (s *Span) rules() *lang.Rules { return &s.Font.Lang.Rules }

// scale converts font units to a Length at the span's size.
func (s *Span) scale(units int32) page.Length {
	return page.Length(units) * s.Size / page.Length(s.Font.Upem)
}

// Width returns the width of text in the style of a span, on one line.
func Width(text string, s *Span) (w page.Length) {
	one := *s
	one.Text = text
	for _, in := range one.Pieces() {
		w += in.width(in.Font.Shape(in.Text, in.Features))
	}
	return w
}
