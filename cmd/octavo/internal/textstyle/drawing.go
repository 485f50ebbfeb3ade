package textstyle

import (
	"strings"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/drawing"
	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/typeset"
)

// Drawn returns a drawing whose words are set in the fonts of a style, as outlines: a drawing names fonts that a book does not
// have, and the book's own make it a part of the book.
func (f *Fonts) Drawn(d *drawing.Drawing) *drawing.Drawing {
	out := *d
	out.SetText(f.outlines)
	return &out
}

// setSize is the size at which words of drawings are set before they are scaled.
const setSize = 100 * page.Pt

// outlines returns the outlines of a run of words, and its width.
func (f *Fonts) outlines(r *drawing.Run) (out []drawing.Segment, width float64) {
	d := Style{Fonts: f, Size: setSize, Bold: r.Bold, Italic: r.Italic, Mono: r.Mono, Features: font.Lining | font.Proportional, Solid: true, Display: true}
	scale := r.Size / float64(setSize)
	d.Tracking = page.Length(r.Spacing / scale)
	if d.Mono {
		d.Features = 0
	}
	span := d.Span(strings.ReplaceAll(r.Words, " ", "\u00A0"), diag.Pos{})
	lines := typeset.SetParagraph([]typeset.Inline{span}, typeset.Setting{Measure: 1 << 40, Align: typeset.RaggedRight})
	if len(lines) == 0 {
		return nil, 0
	}
	var end page.Length
	for _, it := range lines[0].Items {
		t, ok := it.(*page.Text)
		if !ok {
			continue
		}
		pen := t.X
		unit := float64(t.Size) / float64(t.Font.Upem*font.OutlineUnit) * scale
		for _, g := range t.Glyphs {
			m := drawing.Matrix{A: unit, D: -unit, E: float64(pen+page.Length(g.DX)) * scale, F: float64(t.Y-page.Length(g.DY)) * scale}
			out = append(out, m.Path(segments(t.Font.Outline(g.ID)))...)
			pen += page.Length(g.Advance)
		}
		end = max(end, pen)
	}
	return out, float64(end) * scale
}

func segments(outline []font.Segment) []drawing.Segment {
	out := make([]drawing.Segment, len(outline))
	for i, s := range outline {
		out[i] = drawing.Segment{Op: drawing.Op(s.Op), X: float64(s.X), Y: float64(s.Y), X1: float64(s.X1), Y1: float64(s.Y1), X2: float64(s.X2), Y2: float64(s.Y2)}
	}
	return out
}
