package compose

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/manuscript"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/typeset"
)

// dress is how text looks.
type dress struct {
	fonts        *Fonts
	size         page.Length
	italic, bold bool
	mono         bool
	strike       bool
	solid        bool // words are not divided
	capitals     bool // capitals stand in for small capitals
	features     font.Features
	tracking     page.Length
	color        page.Color
	anchor, url  string
	node         *page.Node // what text is content of
}

func (d dress) font() *typeset.Face {
	switch {
	case d.mono:
		return d.fonts.Mono
	case d.bold && d.italic:
		return d.fonts.BoldItalic
	case d.bold:
		return d.fonts.Bold
	case d.italic:
		return d.fonts.Italic
	}
	return d.fonts.Regular
}

// span dresses text.
func (d dress) span(text string, pos diag.Pos) typeset.Span {
	text = d.fonts.plain(text)
	if d.capitals {
		text = strings.ToUpper(text)
	}
	return typeset.Span{Text: text, Font: d.font(), Size: d.size, Features: d.features, Color: d.color, Tracking: d.tracking,
		Anchor: d.anchor, URL: d.url, Strike: d.strike, Solid: d.solid || d.mono, Pos: pos, Node: d.node}
}

// appendSpan dresses the text that stands offset bytes into what pos names. A character that another stands in for is a
// span of its own, so that every span keeps its place.
func (d dress) appendSpan(out []typeset.Span, text string, pos diag.Pos, offset int) []typeset.Span {
	put := func(from, to int) {
		if from < to {
			s := d.span(text[from:to], pos)
			s.Offset = offset + from
			out = append(out, s)
		}
	}
	from := 0
	if d.fonts.standIns != nil {
		for at, r := range text {
			if _, ok := d.fonts.standIns[r]; ok {
				put(from, at)
				from = at + utf8.RuneLen(r)
				put(at, from)
			}
		}
	}
	put(from, len(text))
	return out
}

// smallCaps is d in letterspaced small capitals: upright ones where there are no others, and where there are none at all
// in capitals of about their height.
func (d dress) smallCaps() dress {
	d.solid = true
	if d.italic && !d.font().Supports(font.AllSmallCaps) {
		d.italic = false
	}
	if d.font().Supports(font.AllSmallCaps) {
		d.features = d.features&^font.SmallCaps | font.AllSmallCaps
	} else {
		d.capitals = true
		d.size = d.size * 8 / 10
	}
	d.features |= font.NoLigatures
	d.tracking = d.size / 16
	return d
}

// label is d for words that name what follows: in small capitals, or in bold in a font that has none.
func (d dress) label() dress {
	if d.fonts.Regular.Supports(font.AllSmallCaps) {
		return d.smallCaps()
	}
	d.bold, d.solid = true, true
	return d
}

// faced is d in one of a style's faces.
func (d dress) faced(face string) dress {
	switch face {
	case config.Italic:
		d.italic = true
	case config.Bold:
		d.bold = true
	case config.SmallCaps:
		return d.smallCaps()
	}
	return d
}

// stressed is d with emphasis: italic within roman, roman within italic; where emphasis is bold, italic within bold.
func (d dress) stressed() dress {
	if d.fonts.emphasis == config.Bold && !d.bold {
		d.bold = true
	} else {
		d.italic = !d.italic
	}
	return d
}

// aside is d for text of its own kind, such as captions and mottoes: italic where the style has italics.
func (d dress) aside() dress {
	d.italic = d.fonts.emphasis == config.Italic
	return d
}

// spans dresses inlines.
func (s *setter) spans(ins []manuscript.Inline, d dress) []typeset.Span {
	return s.appendSpans(make([]typeset.Span, 0, len(ins)), ins, d)
}

func (s *setter) appendSpans(out []typeset.Span, ins []manuscript.Inline, d dress) []typeset.Span {
	for _, in := range ins {
		switch in := in.(type) {
		case *manuscript.Text:
			out = appendText(out, in.Value, in.Pos, d)
		case *manuscript.Emph:
			out = s.appendSpans(out, in.Text, d.stressed())
		case *manuscript.Strong:
			e := d
			e.bold = true
			out = s.appendSpans(out, in.Text, e)
		case *manuscript.Strike:
			e := d
			e.strike = true
			out = s.appendSpans(out, in.Text, e)
		case *manuscript.Span:
			out = s.appendSpans(out, in.Text, d.spoken(in.Lang))
		case *manuscript.CodeSpan:
			out = append(out, d.code().span(in.Value, in.Pos))
		case *manuscript.RawHTML:
			out = append(out, d.code().span(in.Text, in.Pos))
		case *manuscript.Link:
			out = s.link(out, in, d)
		case *manuscript.Image:
			out = s.inlineImage(out, in, d)
		case *manuscript.NoteMark:
			e := d
			e.features |= font.Superiors
			e.features &^= font.OldStyle
			e.italic, e.bold = false, false
			e.node = d.node.Add(page.NodeReference)
			e = e.to(noteAnchor(s.chapter, in.Note.Number))
			mark := superior(e.span(strconv.Itoa(in.Note.Number), in.Pos))
			if s.marks[in] {
				mark.Note = in.Note.Number
			}
			out = append(out, mark)
		case *manuscript.LineBreak:
			out = append(out, typeset.Span{Break: true})
		}
	}
	return out
}

// superior makes superior figures by hand in a font that has none.
func superior(s typeset.Span) typeset.Span {
	if !s.Font.Supports(font.Superiors) {
		s.Rise, s.Size = s.Size*33/100, s.Size*65/100
	}
	return s
}

// code is d in the typewriter face, a little smaller than the text by the height of its small letters.
func (d dress) code() dress {
	d.mono, d.features = true, 0
	f := d.fonts.Regular
	d.size = min(d.size*205*page.Length(f.XHeight)/page.Length(100*f.Upem), d.size)
	return d
}

func noteAnchor(ch *manuscript.Chapter, n int) string {
	if ch == nil {
		return ""
	}
	return "note." + ch.ID + "." + strconv.Itoa(n)
}

// link sets a link: its words, and on paper the page it leads to.
func (s *setter) link(out []typeset.Span, in *manuscript.Link, d dress) []typeset.Span {
	if in.Target == "" {
		if in.URL != "" {
			d.url, d.node = in.URL, d.node.Add(page.NodeLink)
		}
		return s.appendSpans(out, in.Text, d)
	}
	title, ok := s.book.leads(in.Target)
	if ok {
		d = d.to(in.Target)
	}
	words := d
	if len(in.Text) == 0 {
		words = words.stressed()
		out = append(out, words.span(strings.TrimRight(title, "."), in.Pos))
	} else {
		out = s.appendSpans(out, in.Text, words)
	}
	if ok {
		out = append(out, d.span(" (page\u00A0"+s.page(in.Target)+")", in.Pos))
		out[len(out)-1].Offset = page.Made
	}
	return out
}

// inlineImage sets a picture in running text: as high as a line allows. What cannot be shown is told in words.
func (s *setter) inlineImage(out []typeset.Span, in *manuscript.Image, d dress) []typeset.Span {
	p := s.picture(in)
	if p == nil {
		if in.Alt == "" {
			return out
		}
		return append(out, d.span("["+in.Alt+"]", in.Pos))
	}
	w, h := naturalSize(in.File)
	if limit := d.size * 9 / 10; h > limit {
		w, h = w*limit/h, limit
	}
	if w > s.textWidth {
		w, h = s.textWidth, h*s.textWidth/w
	}
	sp := d.span("", in.Pos)
	sp.Picture, sp.Width, sp.Height, sp.Alt = p, max(w, 1), max(h, 1), in.Alt
	sp.Figure = figureNode(d.node, in.Alt)
	return append(out, sp)
}

func (s *setter) picture(in *manuscript.Image) *page.Picture {
	if in.File == nil || in.File.Width <= 0 || in.File.Height <= 0 {
		return nil
	}
	return s.book.pictures[in.File.Path]
}

// naturalSize is a picture's size at the resolution that its file records, 300 dpi when it records none.
func naturalSize(p *manuscript.Picture) (w, h page.Length) {
	dpi := p.DPI
	if dpi < 1 {
		dpi = 300
	}
	return page.Length(float64(p.Width) / dpi * float64(page.In)), page.Length(float64(p.Height) / dpi * float64(page.In))
}
