// Package textstyle turns a style's table into text that can be set: faces, sizes, OpenType features, colours.
//
// [LoadFonts] reads the fonts of a [config.Style]. A [Style] is how a run of text looks; its methods derive others from it (italic,
// bold, small capitals) and turn the inlines of a [book.Book] into the spans that package typeset breaks into lines.
package textstyle

import (
	"strings"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/typeset"
)

// Style is the appearance of text.
type Style struct {
	Fonts        *Fonts
	Size         page.Length
	Italic, Bold bool
	Mono         bool
	Strike       bool
	Underlined   bool
	Marked       bool
	Solid        bool // words are not divided
	Capitals     bool // capitals stand in for small capitals
	Display      bool // words in capitals stay as they are written
	Features     font.Features
	Tracking     page.Length
	Rise         page.Length // of the baseline
	Color        page.Color
	Anchor, URL  string
	Node         *page.Node // what text is content of

	foreign *foreign // nil: it is in the book's language
}

func (d Style) font() *typeset.Face {
	f := d.face()
	if d.foreign != nil {
		return f.In(d.foreign.lang, d.foreign.hyphenator)
	}
	return f
}

// face is font for text in the book's language.
func (d Style) face() *typeset.Face {
	switch {
	case d.Mono:
		return d.Fonts.Mono
	case d.Bold && d.Italic:
		return d.Fonts.BoldItalic
	case d.Bold:
		return d.Fonts.Bold
	case d.Italic:
		return d.Fonts.Italic
	}
	return d.Fonts.Regular
}

// Figures are the features of a style's figures in text: each as wide as its shape asks for, so that 2011 has no gaps. Those of
// tables and other columns have one width instead; see [Style.Columned].
func Figures(style *config.Style) font.Features {
	if style.Text.Figures == config.Lining {
		return font.Lining | font.Proportional
	}
	return font.OldStyle | font.Proportional
}

// Columned returns d with figures of equal width, which align in columns.
func (d Style) Columned() Style {
	d.Features = d.Features&^font.Proportional | font.Tabular
	return d
}

// Span dresses text.
func (d Style) Span(text string, pos diag.Pos) *typeset.Span {
	if d.Capitals {
		text = d.font().Lang.Upper(text)
	}
	return &typeset.Span{Text: text, Font: d.font(), Size: d.Size, Features: d.Features, Color: d.Color, Tracking: d.Tracking,
		Link: typeset.Link{Anchor: d.Anchor, URL: d.URL}, Strike: d.Strike, Under: d.Underlined, Marked: d.Marked, Rise: d.Rise, Solid: d.Solid || d.Mono, Pos: pos, Node: d.Node}
}

// appendSpan dresses text that stands offset bytes into what pos names.
func (d Style) appendSpan(out []typeset.Inline, text string, pos diag.Pos, offset int) []typeset.Inline {
	if text == "" {
		return out
	}
	s := d.Span(text, pos)
	s.Offset = offset
	return append(out, s)
}

// SmallCaps returns d in letterspaced small capitals: upright ones where there are no others, and where there are none at all
// in capitals of about their height.
func (d Style) SmallCaps() Style {
	d.Solid = true
	if d.Italic && !d.font().Supports(font.AllSmallCaps) {
		d.Italic = false
	}
	if d.font().Supports(font.AllSmallCaps) {
		d.Features = d.Features&^font.SmallCaps | font.AllSmallCaps
	} else {
		d.Capitals = true
		d.Size = d.Size * 8 / 10
	}
	d.Features |= font.NoLigatures
	d.Tracking = d.Size / 16
	return d
}

// Label returns d for words that name what follows: in small capitals, or in bold in a font that has none.
func (d Style) Label() Style {
	if d.Fonts.Regular.Supports(font.AllSmallCaps) {
		return d.SmallCaps()
	}
	d.Bold, d.Solid = true, true
	return d
}

// Faced returns d in one of a style's faces.
func (d Style) Faced(face string) Style {
	switch face {
	case config.Italic:
		d.Italic = true
	case config.Bold:
		d.Bold = true
	case config.SmallCaps:
		return d.SmallCaps()
	case config.Swash:
		d.Italic = true
		d.Features |= font.Swash
	}
	return d
}

// Stressed returns d with emphasis: italic within roman, roman within italic; where emphasis is bold, italic within bold.
func (d Style) Stressed() Style {
	if d.Fonts.emphasis == config.Bold && !d.Bold {
		d.Bold = true
	} else {
		d.Italic = !d.Italic
	}
	return d
}

// Aside returns d for text of its own kind, such as captions and mottoes: italic where the style has italics.
func (d Style) Aside() Style {
	d.Italic = d.Fonts.emphasis == config.Italic
	return d
}

// Raise makes superior figures of a span whose font has none.
func Raise(s *typeset.Span) {
	if !s.Font.Supports(font.Superiors) {
		s.Raise()
	}
}

// Code returns d in the typewriter face, a little smaller than the text by the height of its small letters.
func (d Style) Code() Style {
	d.Mono, d.Features = true, 0
	f := d.Fonts.Regular
	d.Size = min(d.Size*205*page.Length(f.XHeight)/page.Length(100*f.Upem), d.Size)
	return d
}

// AppendCode dresses code in running text. Of spaces that follow each other, a line may end at the last.
func (d Style) AppendCode(out []typeset.Inline, text string, pos diag.Pos) []typeset.Inline {
	for at := 0; at < len(text); {
		double := strings.Index(text[at:], "  ")
		if double < 0 {
			double = len(text) - at
		}
		kept := double
		for at+kept+1 < len(text) && text[at+kept] == ' ' && text[at+kept+1] == ' ' {
			kept++
		}
		for _, part := range [][2]int{{at, at + double}, {at + double, at + kept}} {
			if part[0] < part[1] {
				s := d.Span(text[part[0]:part[1]], pos)
				s.Offset, s.Verbatim = part[0], part[0] > at || double == 0
				out = append(out, s)
			}
		}
		at += kept
	}
	return out
}

// Sized returns d with another size.
func (d Style) Sized(size page.Length) Style {
	d.Size = size
	return d
}

// In returns d for the content of a node.
func (d Style) In(node *page.Node) Style {
	d.Node = node
	return d
}

// To returns d for the words of a link to an anchor.
func (d Style) To(anchor string) Style {
	d.Anchor, d.URL, d.Node = anchor, "", d.Node.Add(page.NodeLink)
	return d
}
