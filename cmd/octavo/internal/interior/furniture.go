package interior

import (
	"strings"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// page places a page body on a page with its running head and folio, and returns what has lost words in the head. It copies the items,
// because the body may be placed on another page as well.
func (in *interior) page(body *pageBody, key sheetKey) (pg *page.Page, long []headSource) {
	st := in.cfg.Style.Page
	pg = &page.Page{Width: page.Length(in.cfg.Print.Width), Height: page.Length(in.cfg.Print.Height), Label: key.folio, Bleed: key.bleed,
		Items: make([]page.Item, 0, len(body.items)+2)}
	left, top := page.Length(st.Outer), page.Length(st.Top)
	if key.recto {
		left = key.inner
	}
	pg.Items = append(pg.Items, body.under(pg.Width, pg.Height)...)
	for _, it := range body.items {
		c := page.Clone(it)
		page.Shift(c, left, top)
		pg.Items = append(pg.Items, c)
	}
	if !key.bare {
		f := furniture{layout: in.layout(nil), recto: key.recto, left: left}
		f.stand(key.head, key.folio, body.opener)
		pg.Items = append(pg.Items, f.items...)
		long = f.long
	}
	return pg, long
}

// furniture is the running head and the folio of a page.
type furniture struct {
	*layout
	recto bool
	left  page.Length // of the text block
	items []page.Item
	of    headSource   // of the head
	long  []headSource // what lost words
}

// shorten takes words off a head that is too long for its room, and notes it.
func (f *furniture) shorten(head []typeset.Inline, room page.Length) []typeset.Inline {
	out := textstyle.Shorten(head, room)
	if len(out) > 0 && out[0] != head[0] {
		f.long = append(f.long, f.of)
	}
	return out
}

// stand places the running head and the folio as the style has them. A page that opens a chapter has only a folio, below
// the text.
func (f *furniture) stand(h headline, folio string, opener bool) {
	st := f.style
	if opener {
		f.line(f.foot(), nil, f.folioSpans(folio), nil, st.Folio.Align, st.Folio.Opener)
		return
	}
	head := f.headSpans(f.headText(h, folio), h.guide)
	if h.words[1] == "" {
		f.of = h.of[0]
	}
	if st.Head.Place != st.Folio.Place {
		f.line(f.place(st.Head.Place), head, nil, nil, st.Head.Align, "")
		f.line(f.place(st.Folio.Place), nil, f.folioSpans(folio), nil, "", st.Folio.Align)
		return
	}
	f.line(f.place(st.Head.Place), head, f.folioSpans(folio), f.gap(), st.Head.Align, st.Folio.Align)
}

func (f *furniture) place(name string) page.Length {
	if name == config.Bottom {
		return f.foot()
	}
	return page.Length(f.style.Page.Top - f.style.Page.Head)
}

func (f *furniture) foot() page.Length {
	return page.Length(f.style.Page.Top) + f.textHeight + page.Length(f.style.Page.Foot)
}

// gap returns the white between a head and a folio beside it.
func (f *furniture) gap() []typeset.Inline {
	d := f.body()
	d.Size = page.Length(f.style.Head.Size)
	return []typeset.Inline{d.Span("\u2003", diag.Pos{})}
}

// headSpans sets the words of a running head; guide words look as their headwords do.
func (f *furniture) headSpans(text string, guide headKind) []typeset.Inline {
	if text == "" {
		return nil
	}
	d := f.body()
	d.Size = page.Length(f.style.Head.Size)
	face := f.style.Head.VersoFace
	if f.recto {
		face = f.style.Head.RectoFace
	}
	if guide == guideWords {
		face = f.style.Entry.Head
	}
	if face == config.SmallCaps { // as high as the small letters of a head that is not
		d.Size = d.Size * 94 / 100
	}
	return []typeset.Inline{d.Faced(face).Span(strings.ReplaceAll(text, " ", "\u00A0"), diag.Pos{})}
}

func (f *furniture) folioSpans(folio string) []typeset.Inline {
	d := f.body()
	d.Size = page.Length(f.style.Folio.Size)
	return []typeset.Inline{d.Faced(f.style.Folio.Face).Span(f.lang.InDigits(folio), diag.Pos{})}
}

// line sets a head and a folio on one baseline. When both have the same alignment they stand beside each other, the folio
// nearer to the edge.
func (f *furniture) line(y page.Length, head, folio, gap []typeset.Inline, headAlign, folioAlign string) {
	if len(head) > 0 && len(folio) > 0 && headAlign == folioAlign {
		head = f.shorten(head, f.textWidth-textstyle.Width(folio)-textstyle.Width(gap))
		spans := append(append(folio, gap...), head...)
		if f.recto || headAlign == config.Centered {
			spans = append(append(head, gap...), folio...)
		}
		f.put(y, spans, headAlign)
		return
	}
	room := f.textWidth
	if len(folio) > 0 {
		taken := textstyle.Width(folio) + page.Length(f.style.Head.Size)
		switch {
		case headAlign == config.Centered:
			room -= 2 * taken
		case folioAlign == config.Centered:
			room = (room-textstyle.Width(folio))/2 - page.Length(f.style.Head.Size)
		default:
			room -= taken
		}
	}
	f.put(y, f.shorten(head, room), headAlign)
	f.put(y, folio, folioAlign)
}

func (f *furniture) put(y page.Length, spans []typeset.Inline, align string) {
	if len(spans) == 0 {
		return
	}
	set := typeset.Setting{Measure: f.textWidth, Align: typeset.Centered}
	if align != config.Centered {
		set.Align = typeset.RaggedRight
		if f.recto == (align == config.Outer) {
			set.Align = typeset.RaggedLeft
		}
	}
	lines := f.setParagraph(spans, set)
	if len(lines) == 0 {
		return
	}
	for _, it := range lines[0].Items {
		page.Shift(it, f.left, y)
		f.items = append(f.items, it)
	}
}
